"""The grammar of quantities, compiled once from the rule files: numerals, units, comparators, look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, cast

from commitments.errors import RuleError
from commitments.gated import Paired, hastened
from commitments.kept import compiled
from commitments.mentions.figure_shapes import FigureShapes, figure_shapes
from commitments.pattern_heads import NUMERALS, first_characters, following, last_characters, openings
from commitments.places import AnyOf
from commitments.ruledata import Rule, RuleSet, compile_source, rule_source
from commitments.shapes import is_shape
from commitments.types import Comparator, Quantity, QuantityKind

KIND: Final = "quantities"
_NUMERIC: Final = "0-9\uff10-\uff19一二三四五六七八九十百千万亿两零〇萬億壹贰叁肆伍陆柒捌玖拾佰仟"
_FORMAL: Final = "壹贰叁肆伍陆柒捌玖拾佰仟"
_SKIPPED: Final = "".join(sorted(NUMERALS))
_REPEATS = frozenset("?*+{")
"""What behind the first character of a pattern says how often that stands."""
_SEPARATOR: Final = "至到\\-\u2013\u2014\u2015\u2500\uff0d~\uff5e"
# Behind a bare amount (突破5000亿) there is a comparator, a noun of level, or the clause ends.
_AFTER_AMOUNT: Final = '级大关以左上及或(\uff08目规,\uff0c。;\uff1b、!\uff01)\uff09”"的这元'
_PARTS: Final = frozenset({"unit", "before", "after", "delta", "delta_of_level", "context"})
"""Resolvers of rules that are parts of a figure or stand beside it, and find nothing alone."""
_MANY: Final = "功能|晶|肽|糖|媒体|层|孔|元|式联|维|彩|样|用途|民族|金属|云"
"""Behind 多: words that begin with it (20万吨多晶硅)."""
_LONGEST_LOW: Final = 32
"""So long the lower figure of a range may be, with its unit."""
_ANY_FIGURE: Final = "{figure}"
_PER: Final = "(?:[/\uff0f](?:{units}|日|天|年|月|小时|时|秒|分钟|公里|百公里|户均))?"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or classifier: the kind of quantity it makes, and the unit that the ledger shows."""

    rule: str
    kind: QuantityKind
    canon: str
    weak: bool
    """Behind a single Chinese numeral it makes names and idioms (三组, 五节)."""
    pairs: bool
    """But 两 counts with it (两期培训班)."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Words beside a figure that set its comparator; `outside` words do not belong to the quantity's text."""

    rule: str
    regex: re.Pattern[str]
    comparator: Comparator
    outside: bool
    bare: bool
    only_bare: bool


class Searched:
    """A rule with its source; it is compiled when first searched, as most speeches need few of them."""

    def __init__(self, rule: Rule, source: str) -> None:
        self.rule = rule
        self.source = source
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        found = self._regex
        if found is None:
            found = self._regex = compile_source(self.rule, self.source)
        return found


class Anchored:
    """Look-alikes tried at one place: all at once first, then one by one those that may begin so, to tell which it is."""

    def __init__(self, rules: Sequence[Searched], *, by_head: bool = False) -> None:
        self._seconds: dict[str, frozenset[str] | None] = {}
        self._by_head: dict[str, list[Searched]] = {}
        self._any_of: dict[str, re.Pattern[str]] = {}
        self._rules = rules
        self._by_group = by_head  # worth it where few rules begin with one character, and they are short
        self._anywhere: list[Searched] = []
        for item in rules:
            opened = openings(item.source)
            if opened is None:
                self._anywhere.append(item)
                continue
            for head, seconds in opened.items():
                told = self._seconds.get(head, frozenset())
                self._seconds[head] = None if told is None or seconds is None else told | seconds
                self._by_head.setdefault(head, []).append(item)

    def matches(self, text: str, place: int, end: int) -> list[tuple[Rule, int]]:
        """Return each rule that matches at the place, with where its match ends."""
        found: list[tuple[Rule, int]] = []
        for item in self._asked(text, place, end):
            match = item.regex.match(text, place, end)
            if match is not None:
                found.append((item.rule, match.end()))
        return found

    def _asked(self, text: str, place: int, end: int) -> list[Searched]:
        """Return the rules to ask: where one of those that may begin here matches, all of them."""
        head = text[place] if place < end else ""
        if head not in self._seconds:
            return self._anywhere
        seconds = self._seconds[head]
        if seconds is not None and text[place + 1 : place + 2] not in seconds:
            return self._anywhere
        group = head if self._by_group else ""
        any_of = self._any_of.get(group)
        if any_of is None:
            asked = self._by_head[head] if self._by_group else self._rules
            any_of = self._any_of[group] = compiled("|".join(f"{_ahead(item.source)}(?:{item.source})" for item in asked))
        return self._anywhere if any_of.match(text, place, end) is None else self._by_head[head] + self._anywhere


def _ahead(source: str) -> str:
    """Return a look at the two characters with which a match goes on behind its numerals, where they are known: most places fail there."""
    ahead = ""
    for chars in following(source):
        if not chars:
            break  # not known, or nothing need follow
        ahead += f"[{_SKIPPED}]{{0,40}}+[{re.escape(''.join(sorted(chars)))}]"
    return f"(?=(?s:.){ahead})" if ahead else ""


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that the scan for quantities needs.

    `runs` finds where a numeral may begin, `figure` reads it with its unit at that place; `cues` finds the words
    that call for a rule of `positive`, `context_cues` those of `contexts`; `at_number` are the look-alikes that begin at a
    numeral, `behind_number` what makes a look-alike of any figure before it.
    """

    runs: Paired
    figure: re.Pattern[str]
    units: Mapping[str, Unit]
    before: tuple[Marker, ...]
    after: tuple[Marker, ...]
    any_before: re.Pattern[str]
    before_lasts: frozenset[str]
    """The characters with which words before a figure end."""
    before_firsts: frozenset[str]
    """The characters with which those begin that may end with any."""
    after_firsts: frozenset[str] | None
    """The characters with which words behind a figure begin; None: any."""
    delta_firsts: re.Pattern[str]
    """The characters with which a word of change begins."""
    delta: re.Pattern[str]
    delta_of_level: re.Pattern[str]
    counted: tuple[tuple[re.Pattern[str], str, QuantityKind], ...]
    """Words that say what a numeral without a unit counts, with its unit and kind."""
    cues: Paired
    positive: Mapping[str, tuple[Searched, ...]]
    shapes: FigureShapes
    contexts: tuple[tuple[re.Pattern[str], Searched], ...]
    context_cues: AnyOf
    """Which of the `contexts` have a cue in a clause."""
    at_number: Anchored
    behind_number: Anchored
    known: dict[tuple[str, Comparator, bool], tuple[object, Quantity]]
    """What was read before, by its words, comparator and whether it is a change; with the amount that it was made of."""


def trie_pattern(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words, factored by common beginnings.

    >>> trie_pattern(["万吨", "万亩", "吨"])
    '(?:万(?:亩|吨)|吨)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie_source(tree)


def _trie_source(node: dict[str, Any]) -> str:
    branches = [re.escape(char) + (_trie_source(child) if set(child) != {""} else "") for char, child in sorted(node.items()) if char]
    source = f"(?:{'|'.join(branches)})"
    return source + "?" if "" in node else source


@lru_cache(maxsize=8)
def grammar(rules: RuleSet) -> Grammar:
    """Compile the rules on quantities.

    Raises:
        RuleError: a rule names an unknown resolver or lacks what its resolver needs.
    """
    fragments = rules.fragments(KIND)
    chosen = [rule for rule in rules.rules(KIND) if not is_shape(KIND, rule)]
    units = _units(chosen)
    sources = [Searched(rule, rule_source(rule, fragments)) for rule in chosen if rule.resolve != "unit"]
    positive = [item for item in sources if not item.rule.discard and item.rule.resolve not in _PARTS]
    contexts = [item for item in sources if item.rule.discard and item.rule.params.get("at") != "number"]
    at_number, behind_number = _anchored(chosen, fragments)
    by_first: dict[str, tuple[Searched, ...]] = {}
    for item in positive:
        for first in sorted({cue[0] for cue in _cues(item.rule)}):
            by_first[first] = (*by_first.get(first, ()), item)
    lasts = [(item, last_characters(item.source)) for item in sources if item.rule.resolve == "before"]
    return Grammar(
        runs=_runs(units),
        figure=_figure(fragments["number"], fragments["scale"], trie_pattern(units)),
        units=units,
        before=_markers(sources, "before", r"(?:{})\Z"),
        after=_markers(sources, "after", "{}"),
        any_before=_either(sources, "before", r"(?:{})\Z"),
        before_lasts=frozenset().union(*(chars for _, chars in lasts if chars)),
        before_firsts=frozenset().union(*(first_characters(item.source) or () for item, chars in lasts if chars is None)),
        after_firsts=_all_heads(item.source for item in sources if item.rule.resolve == "after"),
        delta_firsts=_firsts(item.source for item in sources if item.rule.resolve in {"delta", "delta_of_level"}),
        delta=_delta(sources, "delta"),
        delta_of_level=_delta(sources, "delta_of_level"),
        counted=tuple(
            (compiled(item.source), str(item.rule.params["unit"]), cast(QuantityKind, item.rule.params["kind"]))
            for item in sources
            if item.rule.resolve == "context"
        ),
        cues=_cue_words(cue for item in positive for cue in _cues(item.rule)),
        positive=by_first,
        shapes=figure_shapes(rules),
        contexts=tuple((compiled("|".join(_cues(item.rule))), item) for item in contexts),
        context_cues=AnyOf(["|".join(_cues(item.rule)) for item in contexts]),
        at_number=at_number,
        behind_number=behind_number,
        known={},
    )


def _anchored(chosen: Iterable[Rule], fragments: dict[str, str]) -> tuple[Anchored, Anchored]:
    """Tell look-alikes that begin at the numeral from those that any figure may precede, which are matched behind it."""
    at_number: list[Searched] = []
    behind: list[Searched] = []
    for rule in chosen:
        if not rule.discard or rule.params.get("at") != "number":
            continue
        if rule.pattern.startswith(_ANY_FIGURE):
            behind.append(Searched(rule, rule_source(replace(rule, pattern=rule.pattern[len(_ANY_FIGURE) :]), fragments)))
        else:
            at_number.append(Searched(rule, rule_source(rule, fragments)))
    return Anchored(at_number, by_head=True), Anchored(behind)


def _units(chosen: Iterable[Rule]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for rule in chosen:
        if rule.resolve != "unit":
            continue
        if not rule.words or "kind" not in rule.params:
            raise _malformed(rule, "a unit needs words and params.kind", "add both")
        canon, pairs, weak = rule.params.get("canon", {}), rule.params.get("pairs", ()), bool(rule.params.get("weak"))
        for word in rule.words:
            units[word] = Unit(rule.id, cast(QuantityKind, rule.params["kind"]), canon.get(word, word), weak, word in pairs)
    return units


def _cues(rule: Rule) -> list[str]:
    cues = rule.params.get("cue") or list(rule.words)
    if not cues:
        raise _malformed(rule, "it has no params.cue", "name the words of which every match holds one")
    return list(cues)


def _cue_words(cues: Iterable[str]) -> Paired:
    """Return what finds the cues, those together that begin with one character: there are many, and the first one that fits is taken.

    A cue that opens with a class, or that has alternatives, stands for itself.
    """
    by_first: dict[str, list[str]] = {}
    alone: list[str] = []
    for cue in cues:
        if cue[0] == re.escape(cue[0]) and "|" not in cue and cue[1:2] not in _REPEATS:
            by_first.setdefault(cue[0], []).append(cue[1:])
        else:
            alone.append(cue)
    together = [first + f"(?:{'|'.join(dict.fromkeys(rest))})" for first, rest in by_first.items()]
    return Paired(hastened("|".join([*together, *dict.fromkeys(alone)])))


def _markers(sources: Iterable[Searched], resolve: str, frame: str) -> tuple[Marker, ...]:
    return tuple(
        Marker(
            item.rule.id,
            compiled(frame.replace("{}", item.source)),
            cast(Comparator, item.rule.params["comparator"]),
            bool(item.rule.params.get("outside")),
            bool(item.rule.params.get("bare")),
            bool(item.rule.params.get("only_bare")),
        )
        for item in sources
        if item.rule.resolve == resolve
    )


def _either(sources: Iterable[Searched], resolve: str, frame: str) -> re.Pattern[str]:
    return compiled(frame.replace("{}", "|".join(f"(?:{item.source})" for item in sources if item.rule.resolve == resolve)))


def _all_heads(patterns: Iterable[str]) -> frozenset[str] | None:
    """Return the characters with which a match of one of the patterns can begin; None: any."""
    heads = [first_characters(pattern) for pattern in patterns]
    return None if any(chars is None for chars in heads) else frozenset[str]().union(*(chars for chars in heads if chars))


def _delta(sources: Iterable[Searched], resolve: str) -> re.Pattern[str]:
    """Words of change, with no word of the level reached (到, 至, 达) behind them."""
    words = "|".join(item.source for item in sources if item.rule.resolve == resolve)
    return compiled(f"(?:{words})(?:[^到至达为]|(?<=[直接送])达){{0,16}}\\Z")


def _firsts(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what finds a character with which a match of one of the patterns can begin; anything, where that cannot be told."""
    heads = _all_heads(patterns)
    return compiled("[" + "".join(re.escape(char) for char in sorted(heads)) + "]") if heads else compiled("")


def _runs(units: Iterable[str]) -> Paired:
    """Numeric characters that stand before something a quantity goes on with; a formal one before a plain one ends a word (队伍|9支)."""
    # Of 千伏安 the run takes 千, so that 伏 is what stands behind it.
    firsts = "".join(sorted({re.escape(char) for word in units for char in (word[:2] if word[0] in _NUMERIC else word[0])}))
    run = f"(?![{_FORMAL}][0-9\uff10-\uff19一二三四五六七八九十两])[{_NUMERIC}]{{1,24}}+"
    return Paired(f"{run}(?=[{firsts}{_SEPARATOR}{_AFTER_AMOUNT}余多来几+\uff0b点.\uff0e \u00a0\u2009]|\\Z)")


def _figure(number: str, scale: str, trie: str) -> re.Pattern[str]:
    """A numeral, or two of them as a range, with approximation (余), scale (20余万, 3个亿), unit and a second classifier in brackets."""
    per = _PER.replace("{units}", trie)
    hundred_million = "个多?亿(?![元級级吨斤度美欧港日斗方立平千瓦万]|[\u4e00-\u9fff]{1,2}(?:科技|集团|公司|实业|股份|电子|国际|广场|大厦))"
    return compiled(
        f"(?:(?=[^{_SEPARATOR}]{{1,{_LONGEST_LOW}}}+[{_SEPARATOR}])(?P<low>{number})(?P<low_unit>{trie})?(?P<sep>[{_SEPARATOR}]{{1,2}}))?"
        f"(?P<num>{number})(?P<more>[余多来几+\uff0b])?"
        f"(?P<scale>[ \u00a0](?:{scale}){{1,2}}|{hundred_million}|(?:{scale}){{1,2}})?[ \u00a0\u3000]?"
        f"(?:(?P<unit>{trie}{per})(?P<bracket>[(\uff08][\u4e00-\u9fff]{{1,2}}[)\uff09])?(?P<more2>[余多](?!{_MANY}))?"
        f"|(?=[{_AFTER_AMOUNT}]|\\Z)|(?<=个亿)|(?<=个多亿))"
    )


def _malformed(rule: Rule, problem: str, cure: str) -> RuleError:
    return RuleError(f"{rule.file}: rule {rule.id}", problem, cure)
