"""Runs the examples that stand in the rule files, each through the function that reads its kind of rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from commitments.cleaning.examples import site_problems
from commitments.cleaning.lines import read_lines
from commitments.cleaning.notices import find_gaps, missing_characters
from commitments.cleaning.profiles import sites
from commitments.cleaning.rulebook import rulebook
from commitments.cues import KINDS, cue_lexicon
from commitments.dating import date_speech
from commitments.errors import Error, RuleError
from commitments.kept import compiled
from commitments.mentions.acting import who_acts
from commitments.mentions.brackets import in_brackets
from commitments.mentions.deadlines import examine_deadlines, example_value
from commitments.mentions.owner_rules import owner_grammar
from commitments.mentions.quantities import weigh_quantities
from commitments.outline import read_outline
from commitments.ruledata import Example, NearMiss, Rule, RuleSet, compile_rule
from commitments.shapes import is_shape, shape_spans
from commitments.speechdate import SpeechDate
from commitments.types import CleanSpeech, Quantity, QuantityMention, Removed

_MARKED = compiled(r"【([^【】]{1,400})】")
_TENS = ("", "十", "二十")
_ONES = "一二三四五六七八九"
_SEQUENCES = (
    tuple(tens + one for tens in _TENS for one in ("", *_ONES) if tens + one),
    tuple(str(number) for number in range(1, 31)),
    tuple("①②③④⑤⑥⑦⑧⑨⑩"),
    ("首先", "其次", "再次", "最后"),
)
"""What outline markers count with, in order."""


@dataclass(frozen=True, slots=True)
class Case:
    """One example of one rule; `run` returns what is wrong with it, or an empty string."""

    kind: str
    file: str
    rule: str
    name: str
    run: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch in which a rule fired, and the ways to write the value it gave."""

    start: int
    end: int
    values: frozenset[str] = frozenset()


def rule_cases(rules: RuleSet, kinds: Iterable[str] | None = None) -> Iterator[Case]:
    """Yield every hit and near miss of a rule-set as a case of its own.

    Args:
        rules: the rule-set; what it holds must be well-formed.
        kinds: the kinds to look at; None for all that have examples.

    Raises:
        RuleError: a kind of rules does not compile.
    """
    for kind in sorted(rules.tables if kinds is None else set(kinds) & set(rules.tables)):
        if kind == "sites":
            yield from _site_cases(rules)
        elif kind in _FINDERS:
            for rule in rules.rules(kind):
                yield from _cases_of(kind, rule, rules)


def marked(text: str) -> tuple[str, int, int]:
    """Return an example's text without 【】, and where the marked stretch stands in it.

    >>> marked("【6月底前】完成")
    ('6月底前完成', 0, 4)

    Raises:
        ValueError: there is not exactly one marked stretch.
    """
    marks = list(_MARKED.finditer(text))
    if len(marks) != 1:
        raise ValueError("mark exactly one stretch with 【】")
    start, end = marks[0].span()
    return text[:start] + marks[0][1] + text[end:], start, end - 2


def _cases_of(kind: str, rule: Rule, rules: RuleSet) -> Iterator[Case]:
    for number, hit in enumerate(rule.match, 1):
        yield Case(kind, rule.file, rule.id, f"match {number}", partial(_hit, kind, rule, hit, rules))
    for number, miss in enumerate(rule.no_match, 1):
        yield Case(kind, rule.file, rule.id, f"no_match {number}", partial(_miss, kind, rule, miss, rules))


def _hit(kind: str, rule: Rule, example: Example, rules: RuleSet) -> str:
    try:
        text, start, end = marked(example.text)
        found = _FINDERS[kind](rule, text, example.speech_date, rules)
    except RuleError:
        raise  # this concerns all rules of the kind
    except (Error, ValueError) as error:
        return str(error)
    here = [one for one in found if (one.start, one.end) == (start, end)]
    if not here:
        elsewhere = "、".join(text[one.start : one.end] for one in found) or "nothing"
        return f"it should find {text[start:end]!r} in {text!r}, but finds {elsewhere}"
    if example.value is not None and str(example.value) not in here[0].values:
        return f"{text[start:end]!r} should give {str(example.value)!r}, but gives {' / '.join(sorted(here[0].values)) or 'no value'}"
    return ""


def _miss(kind: str, rule: Rule, example: NearMiss, rules: RuleSet) -> str:
    if not example.why.strip():
        return "a near miss needs its reason in `why`"
    try:
        found = _FINDERS[kind](rule, example.text, example.speech_date, rules)
    except RuleError:
        raise  # this concerns all rules of the kind
    except (Error, ValueError) as error:
        return str(error)
    return f"it should find nothing in {example.text!r}, but finds {example.text[found[0].start : found[0].end]!r}" if found else ""


def _shapes(kind: str, rule: Rule, text: str, rules: RuleSet) -> list[Found]:
    return [Found(*span) for span in shape_spans(compile_rule(rule, rules.fragments(kind)), text)]


def _deadlines(rule: Rule, text: str, speech_date: str | None, rules: RuleSet) -> list[Found]:
    if is_shape("deadlines", rule):
        return _shapes("deadlines", rule, text, rules)
    speech = SpeechDate.parse(speech_date) if speech_date else None
    mentions, drops = examine_deadlines(text, 0, len(text), speech, rules=rules)
    if not rule.discard:
        return [Found(m.start_char, m.end_char, frozenset({example_value(m)})) for m in mentions if m.rule == rule.id]
    return [Found(drop.start, drop.end) for drop in drops if drop.reason.startswith(f"{rule.id}:")]


def _quantities(rule: Rule, text: str, speech_date: str | None, rules: RuleSet) -> list[Found]:
    if is_shape("quantities", rule):
        return _shapes("quantities", rule, text, rules)
    mentions, drops = weigh_quantities(text, 0, len(text), rules=rules)
    if not rule.discard:
        return [Found(m.start_char, m.end_char, _amounts(m.quantity)) for m in mentions if _made_by(rule, m)]
    found = [Found(drop.start, drop.end) for drop in drops if drop.reason.startswith(f"{rule.id}:")]
    if found:
        return found
    # A look-alike is not asked where no figure competes for its characters, and it may lose to another look-alike;
    # then its pattern alone must match, and nothing may come out there.
    spans = (match.span() for match in compile_rule(rule, rules.fragments("quantities")).regex.finditer(text))
    return [Found(low, high) for low, high in spans if not any(m.start_char < high and low < m.end_char for m in mentions)]


def _made_by(rule: Rule, mention: QuantityMention) -> bool:
    """Whether a rule, or the words beside the figure that it describes, had a part in a mention."""
    if rule.resolve in {"delta", "delta_of_level"}:
        return mention.quantity.delta
    if rule.resolve in {"before", "after"}:
        return bool(mention.quantity.comparator == rule.params["comparator"])
    if rule.resolve == "context":
        return bool(mention.quantity.unit == rule.params["unit"])
    return mention.rule == rule.id


def _amounts(quantity: Quantity) -> frozenset[str]:
    value = quantity.value if quantity.value is not None else f"{quantity.low}-{quantity.high}"
    text = f"{value} {quantity.unit}" + ("" if quantity.comparator == "==" else f" {quantity.comparator}")
    return frozenset({text, f"{text} delta"} if quantity.delta else {text})


def _outline(rule: Rule, text: str, speech_date: str | None, rules: RuleSet) -> list[Found]:
    """Read the text behind the markers that must come before its own: 二是 counts only after 一是."""
    regex = compile_rule(rule, rules.fragments("outline")).regex
    match = regex.search(text)
    if match is None:
        return []
    group = "word" if "word" in match.groupdict() else "number"
    sequence = next((numbers for numbers in _SEQUENCES if match[group] in numbers), ())
    before, behind = text[match.start() : match.start(group)], text[match.end(group) : match.end()]
    earlier = sequence[: sequence.index(match[group])] if sequence else ()
    lead = "".join(f"{before}{number}{behind}明确任务\n" for number in earlier)
    headings = read_outline(CleanSpeech(lead + text), rules)
    spans = [regex.match(lead + text, heading.start) for heading in headings if heading.rule == rule.id and heading.start >= len(lead)]
    return [Found(span.start() - len(lead), span.end() - len(lead)) for span in spans if span]


def _dating(rule: Rule, text: str, speech_date: str | None, rules: RuleSet) -> list[Found]:
    match = compile_rule(rule, rules.fragments("dating")).regex.search(text)
    place = rule.params["where"]
    refines = bool(rule.params.get("refines"))
    speeches = {
        "title": CleanSpeech(f"{text}\n同志们：", title=text),
        "head": CleanSpeech(f"讲话\n{text}\n同志们：\n现在开会。"),
        "body": CleanSpeech(f"讲话\n同志们：\n{text}", title="在2025年会议上的讲话" if refines else "讲话"),
        "tail": CleanSpeech(f"讲话\n同志们：\n现在开会。\n{text}"),
        "margin": CleanSpeech(
            "讲话\n同志们：\n现在开会。",
            title="在2025年会议上的讲话" if refines else "讲话",
            removed=(Removed(0, len(text), text, "line"),),
        ),
    }
    dated = date_speech(speeches[place], None, rules)
    if match is None or dated.date is None or dated.rule != rule.id:
        return []
    value = dated.date.isoformat
    return [Found(*match.span(), frozenset({value[5:] if refines else value}))]


def _actions(rule: Rule, text: str, speech_date: str | None, rules: RuleSet) -> list[Found]:
    if not rule.words:
        return _shapes("actions", rule, text, rules)
    lexicon = cue_lexicon(rules)
    if rule.discard:
        matches = lexicon.automaton.find_matches_as_indexes(text)
        return [Found(start, end) for word, start, end in matches if text[start:end] in rule.words and not lexicon.entries[word][0]]
    kind = 1 << KINDS.index(rule.params["kind"])
    return [Found(cue.start, cue.end) for cue in lexicon.scan(text).cues if cue.kinds & kind and text[cue.start : cue.end] in rule.words]


def _owners(rule: Rule, text: str, speech_date: str | None, rules: RuleSet) -> list[Found]:
    grammar = owner_grammar(rules)
    if rule.id.startswith("bracket."):
        return [Found(start, end) for start, end, *_ in in_brackets(text, 0, len(text), grammar)]
    if rule.pattern:
        return _shapes("owners", rule, text, rules)
    if not rule.discard:
        return [Found(m.start_char, m.end_char) for m in who_acts(text, 0, len(text), grammar) if m.rule == rule.id]
    places = [match.span() for word in rule.words for match in re.finditer(re.escape(word), text)]
    return [Found(start, end) for start, end in places if not who_acts(text, start, len(text), grammar)]


def _cleaning(rule: Rule, text: str, speech_date: str | None, rules: RuleSet) -> list[Found]:
    book = rulebook(rules)
    family = rule.id.partition(".")[0]
    if family == "line":
        # Several rules may take a line; which of them is asked first does not matter.
        regex = compile_rule(rule, rules.fragments("cleaning")).regex
        return [Found(line.start, line.end) for line in read_lines(text, book, None, ()) if line.rule and regex.match(line.text)]
    if family == "gap":
        hits = (hit for hit in find_gaps(text, book, None) if hit.rule.id == rule.id)
        return [Found(hit.start, hit.end, frozenset({str(missing_characters(hit))})) for hit in hits]
    if family == "inline":
        return [Found(hit.start, hit.end) for hit in book.inline.find(text) if hit.rule.id == rule.id]
    regex = compile_rule(rule, rules.fragments("cleaning")).regex
    return [Found(*match.span()) for match in regex.finditer(text)]


_FINDERS: dict[str, Callable[[Rule, str, str | None, RuleSet], list[Found]]] = {
    "actions": _actions,
    "cleaning": _cleaning,
    "dating": _dating,
    "deadlines": _deadlines,
    "outline": _outline,
    "owners": _owners,
    "quantities": _quantities,
}


def _site_cases(rules: RuleSet) -> Iterator[Case]:
    files = {data["site"]["id"]: file for file, data in rules.tables["sites"]}
    for site in sites(rules):
        yield Case("sites", files[site.id], f"site {site.id}", "pages", partial(_pages, site.id, rules))


def _pages(site: str, rules: RuleSet) -> str:
    problems = [problem for problem in site_problems(rules) if problem.place.partition(",")[0] == f"site {site}"]
    return "; ".join(f"{problem.place.partition(', ')[2] or 'the profile'}: {problem.problem}" for problem in problems)
