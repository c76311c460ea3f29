"""The cleaning rules, compiled once: line rules as one pattern, rules with cues searched only around their cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_letters
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from commitments.errors import RuleError
from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.pattern_heads import first_characters
from commitments.ruledata import CompiledRule, RuleSet, compile_rule

_MANY: Final = 500
_WIDE_LETTERS: Final = tuple(chr(ord(letter) + 0xFEE0) for letter in ascii_letters)
_CALLS: Final = frozenset(":：!！")
_COLONS = (":", "：")
_ADDRESS: Final = 24
"""Characters of those who are addressed, with the colon behind them, at most."""
_REACH = (140, 400)
"""Characters before and behind a cue that a rule may look at, where it does not say so itself (`reach`)."""


class Hit(NamedTuple):
    """A match of a rule in a text."""

    start: int
    end: int
    rule: CompiledRule
    match: re.Match[str]


class _Aimed(NamedTuple):
    """A rule as a cue calls for it: what is asked of it at every cue, looked up once."""

    rule: CompiledRule
    id: str
    before: int
    behind: int
    long: bool

    @classmethod
    def at(cls, rule: CompiledRule) -> _Aimed:
        before, behind = rule.rule.params.get("reach", _REACH)
        return cls(rule, rule.id, before, behind, bool(rule.rule.params.get("long")))


class CueScan:
    """Finds the cues of several groups of rules at once; groups that are asked about the same text one after the other share a scan."""

    __slots__ = ("_automaton", "_last", "_words")

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._automaton: AhoCorasick | None = None
        self._last: tuple[str, list[tuple[int, int, int]]] = ("", [])

    def take(self, words: Iterable[str]) -> dict[int, str]:
        """Take in the words of a group; return them by their numbers in the scan."""
        self._automaton, self._last = None, ("", [])
        return {self._words.setdefault(word, len(self._words)): word for word in words}

    def holds(self, words: frozenset[int], text: str) -> bool:
        """Whether any of some words, given by their numbers, stands in a text."""
        return any(number in words for number, _, _ in self.hits(text))

    def hits(self, text: str) -> list[tuple[int, int, int]]:
        """Return number, start and end of every word in a text, by their ends."""
        last = self._last  # taken once: another thread may put its own in its place
        if last[0] is not text:
            automaton = self._automaton
            if automaton is None:
                # The table of a DFA is read fastest while it stays in the processor's cache, which that of many words does not.
                made = Implementation.DFA if len(self._words) < _MANY else Implementation.ContiguousNFA
                automaton = self._automaton = AhoCorasick(list(self._words), matchkind=MatchKind.Standard, implementation=made)
            last = self._last = (text, automaton.find_matches_as_indexes(text, overlapping=True))
        return last[1]


@dataclass(frozen=True, slots=True)
class CuedRules:
    """Rules that are searched only where one of their cues stands; the rest of the text is passed over."""

    cues: dict[int, str]
    """The cues by their numbers in the scan."""
    scan: CueScan
    aimed: dict[str, tuple[_Aimed, ...]]

    @classmethod
    def of(cls, rules: Iterable[CompiledRule], words: Iterable[str] = (), scan: CueScan | None = None) -> CuedRules:
        """Group the rules by their cues; every rule must have some.

        Args:
            rules: the rules.
            words: they are told as cues although no rule is tried for them.
            scan: what finds the cues of other rules that are searched in the same text.

        Raises:
            RuleError: a rule has no cues.
        """
        own: dict[str, list[_Aimed]] = {word: [] for word in words}
        for rule in rules:
            cues = rule.rule.params.get("cues", ())
            if not cues:
                place = f"{rule.rule.file}: rule {rule.id}"
                raise RuleError(place, "no cues", "add params = { cues = [...] }: words of which every match holds one")
            aimed = _Aimed.at(rule)
            for cue in cues:
                own.setdefault(cue, []).append(aimed)
        # The scan finds the longest cue at a place; a shorter one inside it counts as found with it.
        order = {cue: number for number, cue in enumerate(own)}
        scan = CueScan() if scan is None else scan
        return cls(scan.take(own), scan, {cue: tuple(_once(own, _inside(cue, order))) for cue in own})

    def cues_in(self, text: str) -> list[tuple[int, str]]:
        """Return the places of the cues in a text, at each place the longest."""
        longest: dict[int, str] = {}
        for number, start, _ in self.scan.hits(text):
            if (cue := self.cues.get(number)) is not None:
                longest[start] = cue  # they come by their ends: the last at a place is the longest
        return sorted(longest.items())

    def find(self, text: str) -> list[Hit]:
        """Return the matches in text order, the longest of those that overlap."""
        hits = [
            Hit(match.start(), match.end(), rule, match)
            for rule, regions in self._regions(text)
            for low, high in regions
            for match in rule.regex.finditer(text, low, high)
            if match.end() > match.start()
        ]
        hits.sort(key=lambda hit: (hit.start, -hit.end))
        chosen: list[Hit] = []
        for hit in hits:
            if chosen and hit.start < chosen[-1].end:
                if hit.end - hit.start > chosen[-1].end - chosen[-1].start:
                    chosen[-1] = hit
                continue
            chosen.append(hit)
        return chosen

    def _regions(self, text: str) -> Iterable[tuple[CompiledRule, list[tuple[int, int]]]]:
        """Return, for each rule, the stretches around its cues; those that overlap are one, so that none is searched twice."""
        found: dict[str, tuple[CompiledRule, list[tuple[int, int]]]] = {}
        line_start, line_end = 0, -1
        for place, cue in self.cues_in(text):
            if place > line_end:
                line_start = text.rfind("\n", 0, place) + 1
                line_end = text.find("\n", place)
                line_end = line_end if line_end >= 0 else len(text)
            for rule, name, before, behind, _ in self.aimed[cue]:
                low = place - before if place - before > line_start else line_start
                high = place + behind if place + behind < line_end else line_end
                if name not in found:
                    found[name] = (rule, [(low, high)])
                    continue
                regions = found[name][1]
                if low <= regions[-1][1]:
                    regions[-1] = (regions[-1][0], high)
                else:
                    regions.append((low, high))
        return found.values()


def _inside(cue: str, known: Mapping[str, int]) -> list[str]:
    """Return the known cues that stand in a cue, in their order."""
    ends = range(1, len(cue) + 1)
    return sorted({cue[start:end] for end in ends for start in range(end) if cue[start:end] in known}, key=known.__getitem__)


def _once(own: Mapping[str, Sequence[_Aimed]], cues: Iterable[str]) -> Iterable[_Aimed]:
    return {aimed.id: aimed for cue in cues for aimed in own[cue]}.values()


def _asked(cued: CuedRules, prose: bool, marked: bool) -> dict[str, tuple[_Aimed, ...]]:
    """Return the rules that lines of a kind are asked, by their cues; cues without any are left out."""
    found: dict[str, tuple[_Aimed, ...]] = {}
    for cue, rules in cued.aimed.items():
        fit = [aimed for aimed in rules if (not prose or aimed.long) and (not marked or aimed.rule.rule.params.get("marked"))]
        if fit:
            found[cue] = tuple(fit)
    return found


@dataclass(frozen=True, slots=True)
class LineRules:
    """The rules that take whole lines: those with cues are tried where a cue stands, the others on every short line."""

    cued: CuedRules
    asked: dict[tuple[bool, bool], dict[str, tuple[_Aimed, ...]]]
    """By whether a line reads like prose and whether it is marked: cue -> the rules that are asked."""
    always: re.Pattern[str]
    always_rules: tuple[CompiledRule, ...]
    heads: frozenset[str]
    """The characters with which lines begin that a rule without cues takes; hardly a line of a speech begins with one."""

    @classmethod
    def of(cls, rules: Iterable[CompiledRule], words: Iterable[str], scan: CueScan) -> LineRules:
        """Part the rules and join those without cues into one pattern; see `CuedRules.of` for `words` and `scan`."""
        chosen = tuple(rules)
        plain = tuple(rule for rule in chosen if not rule.rule.params.get("cues"))
        joined = "|".join(f"(?P<r{index}>{rule.source})" for index, rule in enumerate(plain))
        cued = CuedRules.of((rule for rule in chosen if rule.rule.params.get("cues")), words, scan)
        asked = {(prose, marked): _asked(cued, prose, marked) for prose in (False, True) for marked in (False, True)}
        return cls(cued, asked, compiled(joined or r"(?!)"), plain, first_characters(joined) or frozenset())

    def find(self, line: str, cues: Iterable[str], *, prose: bool, marked: bool = False) -> CompiledRule | None:
        """Return the rule that takes the line for page, if any.

        Args:
            line: the line without blanks at its ends.
            cues: the cues that stand in it.
            prose: the line reads like prose; only the rules made for that (`long = true`) are asked.
            marked: the line begins with a Chinese outline marker, as headings of speeches do and lines of pages hardly ever;
                only the rules made for that (`marked = true`) are asked.
        """
        asked = self.asked[prose, marked]
        tried: set[str] = set()
        found: CompiledRule | None = None
        for cue in cues:
            for rule, name, _, _, long in asked.get(cue, ()):
                if name not in tried and (found is None or long) and rule.regex.match(line):
                    if long:
                        return rule  # the surest: made for lines that read like a sentence
                    found = rule
                tried.add(name)
        if found is not None:
            return found
        possible = not marked and (not prose or line[0].isascii()) and (not self.heads or line[0] in self.heads)
        match = self.always.match(line) if possible else None
        return self.always_rules[int(match.lastgroup[1:])] if match and match.lastgroup else None


_NAMING = ("alone", "lead", "trail")
_SHOPS = ("shop", "perhaps-shop")
"""The rules on names that are not searched in the page's lines."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All the generic cleaner's rules; `speech` says what speech looks like."""

    lines: LineRules
    gaps: CuedRules
    inline: CuedRules
    repairs: dict[str, CompiledRule]
    page: CueScan
    """The scan of a whole page; who looks for other words in it joins in."""
    speech: dict[str, re.Pattern[str]]
    labels: frozenset[str]
    """What boxes and buttons of pages are called; a line that says nothing else is page."""
    page_words: re.Pattern[str]
    document_words: re.Pattern[str]
    portal_words: re.Pattern[str]
    forum_words: re.Pattern[str]
    simplified: dict[int, str]
    """Traditional characters of page words -> simplified ones."""
    names: CuedRules
    """Where a page tells what its site is called."""
    shops: CuedRules
    """Names made of words of sites, wherever they stand."""
    naming: dict[str, CompiledRule]
    """Names by themselves: a line that is one, those made of words of sites, what stands before and behind one in a note."""
    letters: frozenset[int]
    wide_letters: frozenset[int]
    """Letters, and those of full width (Ｗｗｗ), by their numbers in the scan of a speech: most speeches hold few, or none."""
    joints: str
    """Which characters stand side by side (see `foreign.Joints`)."""


def _simplified(rules: RuleSet) -> dict[int, str]:
    found: dict[int, str] = {}
    for file, data in rules.tables.get("cleaning", []):
        table = data.get("table", {})
        traditional, simplified = table.get("traditional", ""), table.get("simplified", "")
        if len(traditional) != len(simplified):
            raise RuleError(f"{file}: [table]", "the two scripts differ in length", "give one character for each")
        found.update({ord(char): other for char, other in zip(traditional, simplified, strict=True)})
    return found


def is_closing(text: str, book: Rulebook) -> bool:
    """Tell whether a line closes a speech (…谢谢大家。)."""
    return bool(book.speech["closing"].search(text, max(0, len(text) - 40)))


def is_salutation(text: str, book: Rulebook) -> bool:
    """Tell whether a line is a salutation; its mark stands at the end, or near the head (同志们：今天…), which rules paragraphs out.

    >>> from commitments.ruledata import load_rules
    >>> is_salutation("同志们：", rulebook(load_rules())), is_salutation("同志们要抓紧。", rulebook(load_rules()))
    (True, False)
    """
    marked = text[-1:] in _CALLS or any_stands(_COLONS, text, 0, _ADDRESS)
    return marked and bool(book.speech["salutation"].match(text))


def _joints(rules: RuleSet) -> str:
    return " ".join(data["table"]["joints"] for _, data in rules.tables.get("cleaning", []) if data.get("table", {}).get("joints"))


@lru_cache(maxsize=8)
def rulebook(rules: RuleSet) -> Rulebook:
    """Compile the cleaning rules of a rule-set, once."""
    fragments = rules.fragments("cleaning")
    by_kind: dict[str, list[CompiledRule]] = {}
    for rule in rules.rules("cleaning"):
        by_kind.setdefault(rule.id.partition(".")[0], []).append(compile_rule(rule, fragments))
    words = {rule.rule.stem(): rule for rule in by_kind.get("word", ())}
    names = {rule.rule.stem(): rule for rule in by_kind.get("name", ())}
    of_page, of_speech = CueScan(), CueScan()
    return Rulebook(
        lines=LineRules.of(by_kind.get("line", ()), words["page"].rule.words, of_page),
        gaps=CuedRules.of(by_kind.get("gap", ()), scan=of_page),
        inline=CuedRules.of(by_kind.get("inline", ()), scan=of_speech),
        repairs={rule.rule.stem(): rule for rule in by_kind.get("repair", ())},
        page=of_page,
        speech={rule.rule.stem(): rule.regex for rule in by_kind.get("speech", ())},
        labels=frozenset(words["label"].rule.words),
        page_words=words["page"].regex,
        document_words=words["document-site"].regex,
        portal_words=words["portal"].regex,
        forum_words=words["forum"].regex,
        simplified=_simplified(rules),
        names=CuedRules.of(rule for name, rule in names.items() if name not in _NAMING + _SHOPS),
        shops=CuedRules.of((names[name] for name in _SHOPS), scan=of_speech),
        naming={name: names[name] for name in _NAMING},
        letters=frozenset(of_speech.take(ascii_letters)),
        wide_letters=frozenset(of_speech.take(_WIDE_LETTERS)),
        joints=_joints(rules),
    )
