"""Search a text with the deadline rules: which rules its characters call for, and their matches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from commitments.errors import RuleError
from commitments.gated import ALONE, HEADS, TURN, WITH_NEXT, opening_tables
from commitments.kept import compiled
from commitments.pattern_heads import NUMERALS, first_characters, following, heads_behind_figure, longest_match, openings, required_sets
from commitments.ruledata import Rule, compile_source

_WIDEST_GATE: Final = 64
"""A set of more characters than this has a member in nearly every clause and gates nothing."""
_PAIRS: Final = 65_536
"""Entries of a table of pairs of characters: several thousand are marked, so few others share a mark with one."""
_NUMERAL: Final = 4
"""The mark of a numeral in the table of heads, beside those of `opening_tables`."""
_BITS: Final = 21
"""As many as number all characters."""
_ZERO: Final = 0x30
_NINE: Final = 0x39
_LONGEST_RUN: Final = 40
"""No rule has more numerals in a row."""


class Shape(NamedTuple):
    """What a pattern tells of its matches."""

    gates: tuple[frozenset[str], ...]
    """Sets of characters, of each of which every match holds at least one."""
    heads: frozenset[str]
    """The characters of which every match begins with one."""
    behind_figure: frozenset[str]
    """With which of them one may begin right behind a figure."""
    second: frozenset[str] | None
    """The characters with which a match goes on behind its head and numerals; None: any, or nothing."""
    third: frozenset[str] | None
    """The characters with which it goes on behind that one and numerals."""
    width: int
    """No match is longer."""
    openings: dict[str, frozenset[str] | None] | None
    """The characters that stand right behind each head, where they are known; None: many."""

    def behind(self, head: str) -> frozenset[str] | None:
        """Return the characters with which a match goes on behind one of its heads and numerals; None: any, or nothing."""
        if self.openings is None or head in NUMERALS:
            return self.second
        found = self.openings.get(head)
        return self.second if found is None or not NUMERALS.isdisjoint(found) else found


_AFTER: Final = frozenset(("", "event", "uncalled"))
"""From what a span may count besides the speech."""


class Search:
    """One rule to search with; its pattern is compiled when a text first calls for it.

    Attributes:
        rule: the rule.
        source: its pattern, fragments resolved.
        discard: whether it is a look-alike.
        shape: what the pattern tells of its matches, read all at once: parsing it is what costs.
        tags: what the rule says of all it finds.
        width: no match is longer.
        compiled: the compiled pattern, once it was called for.
        part: the number of its group `text`, which narrows the mention to a part of the match; 0 where it has none.
        behind: what has to stand behind the match, also where its clause ends there; None: anything.
        after: whether its span counts from an `event` before it, or from an `uncalled` one alone, that nobody reports; "" for neither.
    """

    __slots__ = ("after", "behind", "compiled", "discard", "part", "rule", "shape", "source", "tags", "width")

    def __init__(self, rule: Rule, source: str, fragments: Mapping[str, str]) -> None:
        self.rule = rule
        named = rule.params.get("behind")
        if named is not None and named not in fragments:
            raise RuleError(f"{rule.file}: rule {rule.id}", f"no fragment {named!r} for params.behind", "name a fragment")
        self.behind = None if named is None else compiled(fragments[named])
        self.after = str(rule.params.get("after", ""))
        if self.after not in _AFTER:
            raise RuleError(f"{rule.file}: rule {rule.id}", f"params.after is {self.after!r}", "write event or uncalled, or leave it out")
        self.source = source
        self.tags = frozenset(rule.tags)
        self.discard = rule.discard
        self.shape = _shape(rule, source)
        self.width = self.shape.width
        self.compiled: re.Pattern[str] | None = None
        self.part = 0

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        found = self.compiled
        if found is None:
            found = self.compiled = compile_source(self.rule, self.source)
            self.part = found.groupindex.get("text", 0)
        return found


def _shape(rule: Rule, source: str) -> Shape:
    place = f"{rule.file}: rule {rule.id}"
    try:
        heads = first_characters(source)
    except re.error as error:
        raise RuleError(place, f"the pattern does not compile: {error}", "correct the pattern") from None
    if heads is None:
        raise RuleError(place, "it may begin with any character", "begin it with characters, or a look ahead at some: (?=[上下])")
    gates = tuple(chars for chars in required_sets(source) if len(chars) <= _WIDEST_GATE)
    behind_figure = heads_behind_figure(source)
    inside = heads if behind_figure is None else heads & behind_figure
    return Shape(gates, heads, inside, *following(source), longest_match(source), openings(source))


class Candidate:
    """A match that competes for its characters.

    Attributes:
        start_char: where it starts.
        end_char: where it ends, exclusive.
        search: the rule that matched.
        number: the rule's place among the others.
        match: how it matched.
        discard: whether it is a look-alike.
    """

    __slots__ = ("discard", "end_char", "match", "number", "search", "start_char")

    def __init__(self, start_char: int, end_char: int, search: Search, number: int, match: re.Match[str]) -> None:
        self.start_char = start_char
        self.end_char = end_char
        self.search = search
        self.number = number
        self.match = match
        self.discard = search.discard

    @property
    def rule(self) -> Rule:
        """The rule that matched."""
        return self.search.rule

    @property
    def span(self) -> tuple[int, int]:
        """Where the mention stands: the group `text` of the pattern, where it has one."""
        part = self.search.part
        return self.match.span(part) if part else (self.start_char, self.end_char)


class Try:
    """A rule to try at a place, if its clause holds one of each set of characters that the place itself does not show."""

    __slots__ = ("needs", "number", "search")

    def __init__(self, search: Search, number: int, needs: list[frozenset[str]]) -> None:
        self.search = search
        self.number = number
        self.needs = needs


class Tries:
    """Rules to try at a place that all need one of the same characters; None: nothing that the place does not show."""

    __slots__ = ("need", "tries")

    def __init__(self, need: frozenset[str] | None, tries: list[Try]) -> None:
        self.need = need
        self.tries = tries


class Called:
    """The rules that the characters at a place call for: those of mentions, and the look-alikes."""

    __slots__ = ("mentions", "rivals")

    def __init__(self, mentions: list[Tries], rivals: list[Tries]) -> None:
        self.mentions = mentions
        self.rivals = rivals


class Found:
    """The matches in a clause; a rule's own matches do not overlap."""

    __slots__ = ("candidates", "end", "present", "start", "stops", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.start = start
        self.present: set[str] | None = None
        """The characters of the clause, looked at when a rule first needs one that the place does not show."""
        self.candidates: list[Candidate] = []
        self.stops: dict[int, int] = {}

    def try_at(self, place: int, called: list[Tries], reach: int) -> None:
        """Add the matches that begin at a place; a rule that cannot reach beyond `reach` is left out."""
        for alike in called:
            present = self.present
            if present is None:
                present = self.present = set(self.text[self.start : self.end])
            if alike.need is not None and alike.need.isdisjoint(present):
                continue
            for item in alike.tries:
                for chars in item.needs:
                    if chars.isdisjoint(present):
                        break
                else:
                    search = item.search
                    if place + search.width <= reach:
                        continue
                    match = (search.compiled or search.regex).match(self.text, place, self.end)
                    if match is not None and self.stops.get(item.number, 0) <= place:
                        if search.behind is not None and search.behind.match(self.text, match.end()) is None:
                            continue
                        self.stops[item.number] = stop = match.end()
                        self.candidates.append(Candidate(place, stop, search, item.number, match))


class Scout:
    """The rules, and where they may begin.

    Whether a rule may begin at a place is told by the first characters there: the character itself, and the next two that are
    neither numerals nor blanks (of 26日前 it is 2, 日 and 前). Few of the rules fit what stands there, and only these are tried.
    """

    def __init__(self, searches: Sequence[Search]) -> None:
        self._by_head: dict[str, list[tuple[int, Search, frozenset[str] | None]]] = {}
        for number, search in enumerate(searches):
            for head in search.shape.heads:
                self._by_head.setdefault(head, []).append((number, search, search.shape.behind(head)))
        seconds = {head: _joined([told for _, _, told in some]) for head, some in self._by_head.items()}
        table, pairs = opening_tables(seconds, _PAIRS)
        for char in NUMERALS:
            table[ord(char) % HEADS] |= _NUMERAL
        self._marked, self._pairs = bytes(table), bytes(pairs)
        self._called: dict[int, Called] = {}

    def candidates(self, text: str, start: int, end: int, *, every_look_alike: bool) -> list[Candidate]:
        """Return every match in [start, end), in rule order; look-alikes only where there is something to compete with."""
        end = min(end, len(text))
        found = Found(text, start, end)
        later: list[tuple[int, list[Tries]]] = []
        for place in range(start, end):
            if self._may_begin(text, place, end):
                called = self._called_at(text, place, end)
                if called.mentions:
                    found.try_at(place, called.mentions, 0)
                if called.rivals:
                    later.append((place, called.rivals))
        mentions = found.candidates
        if len(mentions) > 1:
            mentions.sort(key=_number)
        if not later or not (mentions or every_look_alike):
            return mentions
        low, high = start, end
        if not every_look_alike:
            low = min([candidate.start_char for candidate in mentions])
            high = max([candidate.end_char for candidate in mentions])
        rivals: list[Candidate] = []
        found.candidates = rivals
        for place, called_for in later:
            if place < high:
                found.try_at(place, called_for, low)
        if len(rivals) > 1:
            rivals.sort(key=_number)
        return mentions + rivals if rivals else mentions

    def _may_begin(self, text: str, place: int, end: int) -> bool:
        """Tell early whether any rule fits the first two characters of a place."""
        head = ord(text[place])
        told = self._marked[head % HEADS] & (WITH_NEXT | ALONE)
        if told != WITH_NEXT:
            return told != 0
        if place + 1 >= end:
            return False
        second = ord(text[place + 1])
        return self._marked[second % HEADS] & _NUMERAL != 0 or self._pairs[(head * TURN + second) % _PAIRS] != 0

    def _called_at(self, text: str, place: int, end: int) -> Called:
        """Return the rules that fit a place, by its characters: as one number, which is sooner made than a word."""
        second = self._past_numerals(text, place + 1, end)
        third = self._past_numerals(text, second + 1, end)
        behind_figure = place > 0 and _ZERO <= ord(text[place - 1]) <= _NINE
        key = ord(text[place]) << _BITS | (ord(text[second]) + 1 if second < end else 0)
        key = (key << _BITS | (ord(text[third]) + 1 if third < end else 0)) << 1 | (1 if behind_figure else 0)
        called = self._called.get(key)
        if called is None:
            ahead = text[second:end][:1], text[third:end][:1]
            called = self._called[key] = self._calling(text[place], *ahead, behind_figure)
        return called

    def _past_numerals(self, text: str, place: int, end: int) -> int:
        """Return the place behind the numerals and blanks that stand at a place, of which no rule has more than so many in a row."""
        stop = min(end, place + _LONGEST_RUN)
        while place < stop and self._marked[ord(text[place]) % HEADS] & _NUMERAL and text[place] in NUMERALS:
            place += 1
        return place

    def _calling(self, head: str, second: str, third: str, behind_figure: bool) -> Called:
        """Return the rules that fit a place."""
        shown = {head, second, third}
        mentions: list[Try] = []
        rivals: list[Try] = []
        for number, search, told in self._by_head.get(head, ()):
            shape = search.shape
            if behind_figure and head not in shape.behind_figure:
                continue
            if (told is None or second in told) and (shape.third is None or third in shape.third):
                needs = [chars for chars in shape.gates if chars.isdisjoint(shown)]
                (rivals if search.discard else mentions).append(Try(search, number, needs))
        return Called(_together(mentions), _together(rivals))


def _together(tries: list[Try]) -> list[Tries]:
    """Put those together that need one of the same characters, so that it is asked once."""
    called = [Tries(None, free)] if (free := [item for item in tries if not item.needs]) else []
    rest = [item for item in tries if item.needs]
    while rest:
        asked = Counter(chars for item in rest for chars in item.needs)
        need = max(asked, key=lambda chars: (asked[chars], -len(chars)))
        some = [Try(item.search, item.number, [chars for chars in item.needs if chars != need]) for item in rest if need in item.needs]
        called.append(Tries(need, some))
        rest = [item for item in rest if need not in item.needs]
    return called


def _number(candidate: Candidate) -> int:
    return candidate.number


def _joined(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    """Return all characters of some sets; None, any, takes the others in."""
    known = [chars for chars in sets if chars is not None]
    return frozenset[str]().union(*set(known)) if len(known) == len(sets) else None
