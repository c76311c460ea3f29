"""Checks rule files before anyone relies on them: their form, the cost of their patterns, and their own examples."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from commitments.cleaning.profiles import Site, sites
from commitments.errors import RuleError
from commitments.kept import compiled
from commitments.rulecost import has_unbounded_repeat, slow_patterns
from commitments.ruledata import Rule, RuleSet, builtin_folder, compile_source, load_rules, rule_source
from commitments.ruleexamples import Case, marked, rule_cases
from commitments.shapes import SHAPED

_LEAST_HITS = 2
_NOT_CHECKED = frozenset({"ledger"})
"""Kinds that hold no rules but the program's own words; they are read from the built-in folder only."""
_SLOT = compiled(r"\{[a-z]+\}")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a rule: the file and the rule, what is wrong, and what to do about it."""

    place: str
    problem: str
    cure: str

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}; {self.cure}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check has looked at, and every problem it has found."""

    rules: int
    examples: int
    problems: tuple[Problem, ...]


def check_rules(folder: Path | None = None) -> Report:
    """Check the built-in rules, or a user's folder as it is laid over them.

    What cannot be read hides what comes behind it: first the form of all files is checked, then the patterns, then the
    examples are run. A user's rules must also leave the examples of the built-in ones alone.

    Args:
        folder: the user's folder; None for the built-in one.

    Raises:
        RuleError: there is no such folder, or no rule in it.
    """
    if folder is not None and not folder.is_dir():
        raise RuleError(str(folder), "no such folder", "name a folder that holds rule files")
    within = builtin_folder() if folder is None else folder
    overlay = None if within.resolve() == builtin_folder().resolve() else within
    parsed, problems = _parsed(within)
    if overlay is not None and not parsed and not problems:
        raise RuleError(str(within), "no rules in this folder", "put files into folders named " + " ".join(_known_tables()))
    problems += [problem for kind, file, data in parsed for problem in _form_problems(kind, file, data)]
    if problems:
        return Report(0, 0, tuple(problems))
    try:
        rules = load_rules.__wrapped__(overlay)  # not the cached set: the files may have been edited since
        return _checked(rules, within)
    except RuleError as error:
        return Report(0, 0, (_as_problem(error),))


def _as_problem(error: RuleError) -> Problem:
    return Problem(error.place, error.problem, error.cure)


def _parsed(within: Path) -> tuple[list[tuple[str, str, dict[str, Any]]], list[Problem]]:
    """Return (kind, file, data) of every file of the folder, and what is wrong with the others."""
    parsed, problems = [], []
    for path in sorted(within.rglob("*.toml")):
        kind = path.parent.name
        if path == within / "version.toml":
            continue
        if path.parent.parent != within or kind not in _known_tables():
            problems.append(Problem(str(path), "it lies in no folder of a kind of rules", "use one of: " + " ".join(_known_tables())))
            continue
        try:
            parsed.append((kind, str(path), tomllib.loads(path.read_text(encoding="utf-8"))))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(Problem(str(path), f"not valid TOML: {error}", "correct the line it names"))
    return parsed, problems


@lru_cache(maxsize=1)
def _known_tables() -> dict[str, frozenset[str]]:
    """Return the tables that the built-in files of each kind have: what else a file may hold, no stage would read."""
    builtin = load_rules()
    common = {kind: frozenset[str]() if kind in {"sites", "ledger"} else frozenset({"rule", "fragments"}) for kind in builtin.tables}
    return {kind: common[kind].union(*(data for _, data in files)) for kind, files in builtin.tables.items()}


@lru_cache(maxsize=32)
def _known_names(kind: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the resolvers, the keys of `params`, and the ids of tables that the built-in rules of a kind use."""
    builtin = load_rules()
    rules = builtin.rules(kind)
    tables = (name for _, data in builtin.tables[kind] for name in _table_names(data))
    return frozenset(rule.resolve for rule in rules), frozenset(key for rule in rules for key in rule.params), frozenset(tables)


def _table_names(data: dict[str, Any]) -> list[str]:
    """Return the ids of the `[[table]]` entries of a file, or the keys of its one `[table]`."""
    tables = data.get("table", [])
    return list(tables) if isinstance(tables, dict) else [str(table.get("id")) for table in tables]


def _form_problems(kind: str, file: str, data: dict[str, Any]) -> Iterator[Problem]:
    """Yield unknown tables, keys and names of one file, and each rule that is malformed."""
    for key in sorted(data.keys() - _known_tables()[kind]):
        yield Problem(file, f"unknown table {key}", "use one of: " + " ".join(sorted(_known_tables()[kind])))
    if kind in _NOT_CHECKED:
        if not Path(file).is_relative_to(builtin_folder()):
            yield Problem(file, f"the files of {kind} are read from the built-in folder only", "take the file out")
        return
    if kind == "sites":
        return  # the profiles are validated as they are compiled
    resolvers, params, tables = _known_names(kind)
    for name in _table_names(data):
        if name not in tables:
            yield Problem(f"{file}: table {name}", "no stage reads it", "use one of: " + " ".join(sorted(tables)))
    entries = data.get("rule", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else (entries,), 1):
        try:
            (rule,) = RuleSet((), {kind: [(file, {"rule": [entry] if isinstance(entries, list) else entry})]}).rules(kind)
        except RuleError as error:
            yield Problem(error.place.replace("number 1", f"number {number}"), error.problem, error.cure)
            continue
        place = f"{file}: rule {rule.id}"
        if "file" in entry:
            yield Problem(place, "unknown key file", "take it out: the program fills it in")
        for name in sorted(rule.params.keys() - params):
            yield Problem(place, f"unknown key params.{name}", "use one of: " + " ".join(sorted(params)))
        if rule.resolve not in resolvers and not rule.discard:
            yield Problem(place, f"no resolver {rule.resolve!r}", "use one of: " + " ".join(sorted(filter(None, resolvers))))


def _checked(rules: RuleSet, within: Path) -> Report:
    """Check the patterns of the folder's rules, then run the examples of the kinds that it touches."""
    kinds = [kind for kind, files in rules.tables.items() if kind not in _NOT_CHECKED and any(_is_in(file, within) for file, _ in files)]
    own = [(kind, rule) for kind in kinds if kind != "sites" for rule in rules.rules(kind) if _is_in(rule.file, within)]
    found = sites(rules) if "sites" in kinds else ()
    files = {data["site"]["id"]: file for file, data in rules.tables.get("sites", ()) if found}
    profiles = [site for site in found if _is_in(files[site.id], within)]
    problems: list[Problem] = []
    patterns = list(_site_patterns(profiles, files))
    sound = set(kinds)
    for kind, rule in own:
        try:
            patterns.append(_rule_pattern(kind, rule, rules))
        except RuleError as error:
            problems.append(_as_problem(error))
            sound.discard(kind)  # nothing of this kind can be run
    problems += [problem for _, rule in own for problem in _too_few_examples(rule)]
    problems += _cost_problems(patterns)
    problems += [problem for kind in kinds if kind in sound for problem in _example_problems(rules, kind, within)]
    examples = sum(len(rule.match) + len(rule.no_match) for _, rule in own)
    pages = sum(len(site.profile.example) + len(site.profile.near_miss) for site in profiles)
    return Report(len(own) + len(profiles), examples + pages, tuple(dict.fromkeys(problems)))


def _is_in(file: str, within: Path) -> bool:
    return Path(file).is_relative_to(within)


Pattern = tuple[str, str, list[str]]
"""Where a pattern stands, the pattern, and texts that it is meant to find."""


def _rule_pattern(kind: str, rule: Rule, rules: RuleSet) -> Pattern:
    """Return the pattern of a rule.

    Raises:
        RuleError: it names an unknown fragment or does not compile.
    """
    source = rule_source(rule, rules.fragments(kind))
    compile_source(rule, source)
    if kind in SHAPED and rule.params.get("where") in {"head", "whole"}:
        source = rf"\A(?:{source})"  # asked at one place, it is not tried at each of a line
    return f"{rule.file}: rule {rule.id}", source, [sample for example in rule.match if (sample := _stretch(example.text))]


def _too_few_examples(rule: Rule) -> Iterator[Problem]:
    if len(rule.match) < _LEAST_HITS or not rule.no_match:
        yield Problem(f"{rule.file}: rule {rule.id}", "too few examples", "give two [[rule.match]] and one [[rule.no_match]]")


def _cost_problems(patterns: list[Pattern]) -> Iterator[Problem]:
    for place, source, _ in patterns:
        if has_unbounded_repeat(source):
            yield Problem(place, "an unbounded repeat", "bound it, e.g. \\s{0,4} instead of \\s*")
    for index, unit in slow_patterns([(source, samples) for _, source, samples in patterns]).items():
        cure = "avoid repeats inside repeats and parts that can match the same text"
        yield Problem(patterns[index][0], f"the pattern is slow on a line of {unit!r} repeated", cure)


def _stretch(text: str) -> str:
    try:
        plain, start, end = marked(text)
    except ValueError:
        return ""
    return plain[start:end]


def _site_patterns(profiles: list[Site], files: dict[str, str]) -> Iterator[Pattern]:
    for site in profiles:
        profile = site.profile
        parts = (
            (site.times, profile.time), (site.contents, profile.contents),
            (site.cut, profile.cut), (site.end, profile.end), (site.inside, profile.inside),
            *((pattern, (template,)) for pattern, template in zip(site.gaps, profile.gaps, strict=True)),
        )  # fmt: skip
        for pattern, templates in parts:
            if pattern is not None:
                yield f"{files[site.id]}: site {site.id}", pattern.pattern, [_SLOT.sub("12", template) for template in templates]


def _example_problems(rules: RuleSet, kind: str, within: Path) -> Iterator[Problem]:
    try:
        for case in rule_cases(rules, [kind]):
            wrong = case.run()
            if wrong:
                yield Problem(f"{case.file}: rule {case.rule}: {case.name}", wrong, _cure(case, within))
    except RuleError as error:
        yield _as_problem(error)


def _cure(case: Case, within: Path) -> str:
    if _is_in(case.file, within):
        return "correct the rule or the example"
    return "your rules change what this built-in rule does: narrow them, or replace it with replaces = true"
