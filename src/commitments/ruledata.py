"""Find, overlay, validate and compile the rule files.

A rule folder holds one sub-folder a kind (`deadlines/`, `quantities/`, …) with TOML files. Three tables
may stand in a file:

`[fragments]`
    named parts of patterns, used as `{name}`; shared by all files of the folder they stand in.
`[[rule]]`
    one rule: an `id`, a `pattern` (or `words`, a list of plain strings), what it resolves to, and its own
    examples: `[[rule.match]]` with the matched stretch in 【】, `[[rule.no_match]]` with the reason `why`.
`[site]`, `[table]`
    data of other shapes, validated by the stage that reads them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from commitments.errors import RuleError
from commitments.fitting import STRICT, MisfitError, fitted
from commitments.kept import compiled, read_toml
from commitments.pattern_heads import required_characters

_FRAGMENT = compiled(r"\{([a-z_][a-z0-9_]*)\}")
_UNBOUNDED = compiled(r"(?<!\\)(?:\.|\\S|\\D|\\W)[*+]|\{\d+,\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A hit: `text` with the matched stretch in 【】 and, where the kind has one, its normalised value."""

    __pydantic_config__ = STRICT
    text: str
    speech_date: str | None = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A text in which the rule must find nothing, and why."""

    __pydantic_config__ = STRICT
    text: str
    why: str
    speech_date: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as it stands in its file.

    `resolve` names the resolver in Python that turns a match into a value; `params` are its arguments;
    `discard` marks a look-alike: it competes for its characters like any other rule, then is dropped.
    """

    __pydantic_config__ = STRICT
    id: str
    pattern: str = ""
    words: tuple[str, ...] = ()
    resolve: str = ""
    params: dict[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    discard: bool = False
    replaces: bool = False
    why: str = ""
    match: tuple[Example, ...] = ()
    no_match: tuple[NearMiss, ...] = ()
    file: str = ""

    def stem(self) -> str:
        """Return the id without its first part: `deadline.month_end` -> `month_end`."""
        return self.id.partition(".")[2]


@dataclass(frozen=True)
class CompiledRule:
    """A rule ready to search with; a text without any of `needs` cannot match and need not be searched.

    The pattern is compiled when a text first calls for it: one page calls for few of the rules, and compiling is most of what
    a single page costs.
    """

    rule: Rule
    source: str

    @cached_property
    def needs(self) -> frozenset[str]:
        """Characters of which every match holds one; empty where there is no such set."""
        try:
            return required_characters(self.source)
        except re.error as error:
            raise _no_pattern(self.rule, error) from None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compile_source(self.rule, self.source)

    @property
    def id(self) -> str:
        """The rule's id."""
        return self.rule.id


@dataclass(frozen=True)
class Matcher:
    """The compiled rules of one kind, searched stretch by stretch."""

    rules: tuple[CompiledRule, ...]

    @property
    def needs(self) -> frozenset[str]:
        """Characters of which every match of every rule holds one; empty where there is no such set."""
        needs = [rule.needs for rule in self.rules]
        return frozenset().union(*needs) if all(needs) else frozenset()

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[CompiledRule, re.Match[str]]]:
        """Yield every match of every rule within [start, end), rule by rule."""
        end = len(text) if end is None else end
        present = set(text[start:end])
        for rule in self.rules:
            if rule.needs and present.isdisjoint(rule.needs):
                continue
            for match in rule.regex.finditer(text, start, end):
                yield rule, match


@dataclass(eq=False)
class RuleSet:
    """All rules of one run: the built-in ones with the user's folder laid over them."""

    folders: tuple[Path, ...]
    tables: dict[str, list[tuple[str, dict[str, Any]]]] = field(default_factory=dict)
    """Kind -> (file, parsed TOML) in overlay order; the raw data, for stages with shapes of their own."""
    version: str = ""
    _read: dict[str, tuple[Rule, ...]] = field(default_factory=dict, init=False, repr=False)
    """The rules of each kind that has been asked for; a dozen stages ask for those of actions."""

    @cached_property
    def hash(self) -> str:
        """Twelve hex digits over the content of every rule file."""
        digest = hashlib.sha256()
        for folder in self.folders:
            for path in sorted(folder.rglob("*.toml")):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()[:12]

    def rules(self, kind: str) -> tuple[Rule, ...]:
        """Return the rules of a kind in file order, overlaid."""
        if kind not in self._read:
            self._read[kind] = _overlaid(kind, self.tables.get(kind, []))
        return self._read[kind]

    def fragments(self, kind: str) -> dict[str, str]:
        """Return the fragments of a kind, each with the fragments it names put in."""
        found: dict[str, str] = {}
        for file, data in self.tables.get(kind, []):
            for name, pattern in data.get("fragments", {}).items():
                found[name] = expand(pattern, found, f"{file}: fragment {name}")
        return found

    def matcher(self, kind: str, *, prefix: str = "") -> Matcher:
        """Compile the rules of a kind whose id starts with `prefix`."""
        fragments = self.fragments(kind)
        chosen = (rule for rule in self.rules(kind) if rule.id.startswith(prefix))
        return Matcher(tuple(compile_rule(rule, fragments) for rule in chosen))


def expand(pattern: str, fragments: dict[str, str], place: str) -> str:
    """Put the fragments into a pattern; each becomes a group of its own."""

    def value(match: re.Match[str]) -> str:
        try:
            return f"(?:{fragments[match[1]]})"
        except KeyError:
            known = "、".join(sorted(fragments)) or "none"
            raise RuleError(place, f"unknown fragment {{{match[1]}}}", f"use one of: {known}") from None

    return _FRAGMENT.sub(value, pattern)


def rule_source(rule: Rule, fragments: dict[str, str]) -> str:
    """Return a rule's pattern with its fragments put in, refusing an unbounded repeat."""
    place = f"{rule.file}: rule {rule.id}"
    source = words_pattern(rule.words) if rule.words else expand(rule.pattern, fragments, place)
    if _UNBOUNDED.search(source):
        raise RuleError(place, "an unbounded repeat", "bound it, e.g. .{0,8} instead of .*")
    return source


def compile_source(rule: Rule, source: str) -> re.Pattern[str]:
    """Compile a rule's source, naming the rule where it does not compile."""
    try:
        return compiled(source)
    except re.error as error:
        raise _no_pattern(rule, error) from None


def _no_pattern(rule: Rule, error: re.error) -> RuleError:
    return RuleError(f"{rule.file}: rule {rule.id}", f"the pattern does not compile: {error}", "correct the pattern")


def compile_rule(rule: Rule, fragments: dict[str, str]) -> CompiledRule:
    """Make one rule ready to search with, refusing what cannot be searched safely."""
    return CompiledRule(rule, rule_source(rule, fragments))


def spelled_out(word: str) -> list[str]:
    """Return the words that one with alternatives in brackets stands for.

    >>> spelled_out("全[县市]上下"), spelled_out("各级")
    (['全县上下', '全市上下'], ['各级'])
    """
    head, bracket, rest = word.partition("[")
    inside, _, tail = rest.partition("]")
    return [head + char + form for char in inside for form in spelled_out(tail)] if bracket else [word]


def words_pattern(words: Iterable[str]) -> str:
    """Return an alternation of plain words, longest first, so that the longest one matches.

    >>> words_pattern(["年底", "年底前"])
    '年底前|年底'
    """
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def builtin_folder() -> Path:
    """Return the built-in rule folder: package data in an installed wheel, the top-level folder in a checkout."""
    packaged = Path(__file__).with_name("rules")
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "rules"


@lru_cache(maxsize=8)
def load_rules(overlay: Path | None = None, *, examples: bool = True) -> RuleSet:
    """Load the built-in rules and lay the user's folder over them.

    Args:
        overlay: the user's rule folder, or None.
        examples: whether to keep the examples inside the rules. A run has no use for them, and some ten thousand small
            objects less make every garbage collection shorter.

    Raises:
        RuleError: a file does not parse, has unknown keys, or repeats an id without `replaces = true`.
    """
    folders = (builtin_folder(),) if overlay is None else (builtin_folder(), overlay)
    if overlay is not None and not overlay.is_dir():
        raise RuleError(str(overlay), "no such folder", "name a folder that holds rule files")
    rules = RuleSet(folders)
    for folder in folders:
        for path in sorted(folder.glob("*/*.toml")):
            data = _parse(path)
            if not examples:
                for entry in data.get("rule", ()):
                    entry.pop("match", None)
                    entry.pop("no_match", None)
            rules.tables.setdefault(path.parent.name, []).append((str(path), data))
    version = builtin_folder() / "version.toml"
    rules.version = str(_parse(version)["version"]) if version.is_file() else "0"
    return rules


def _parse(path: Path) -> dict[str, Any]:
    try:
        return read_toml(path.read_bytes())
    except ValueError as error:
        raise RuleError(str(path), f"not valid TOML: {error}", "correct the line it names") from None


def _overlaid(kind: str, files: Iterable[tuple[str, dict[str, Any]]]) -> tuple[Rule, ...]:
    rules: dict[str, Rule] = {}
    for file, data in files:
        entries = data.get("rule", [])
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise RuleError(file, "[rule] is no list of rules", "write [[rule]] with two brackets")
        for rule in _validated(entries, file):
            if rule.id in rules and not rule.replaces:
                raise RuleError(f"{file}: rule {rule.id}", "the id is used twice", "rename it, or set replaces = true in your own folder")
            rules[rule.id] = rule
    return tuple(rules.values())


def _validated(entries: list[dict[str, Any]], file: str) -> Iterator[Rule]:
    try:
        found = fitted(Rule, entries)
    except MisfitError as error:
        name = entries[error.number].get("id", f"number {error.number + 1}")
        raise RuleError(f"{file}: rule {name}", f"{error.where}: {error.problem}", "see docs/adding-a-rule.md for the keys") from None
    for rule in found:
        if bool(rule.pattern) == bool(rule.words):
            raise RuleError(f"{file}: rule {rule.id}", "needs either a pattern or words", "give exactly one of the two")
        yield replace(rule, file=file, words=tuple(form for word in rule.words for form in spelled_out(word)))
