"""Search a text with the deadline rules: which rules its characters call for, and their matches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from commitments.errors import RuleError
from commitments.kept import compiled
from commitments.mentions.resolvers import RESOLVERS
from commitments.pattern_heads import NUMERALS, begins_in_number, first_characters, following, longest_match, openings, required_sets
from commitments.ruledata import Rule, RuleSet, builtin_folder, compile_source, rule_source, words_pattern

_WIDEST_GATE = 64
"""A set of more characters than this has a member in nearly every clause and gates nothing."""
_SHORT = 14
"""A look-alike of so many characters begins close by the mention that it may touch."""
_MARKS = "；;：:。！？!?\\n"
# A comma before 至 (即日起,至9月底), 一直到 or behind 起 and 后 (签订之日起,30日内) is inside an expression.
_INSIDE = "[，,](?=[至到]|一?直到)|[，,](?<=[起后][，,])"
_CLASSES = 4
"""Into so many groups heads are put by what they may go on with; more take longer to tell apart than they save."""
_LONGEST_RUN = 40
"""No rule has more numerals in a row."""


class Shape(NamedTuple):
    """What a pattern tells of its matches."""

    gates: tuple[frozenset[str], ...]
    """Sets of characters, of each of which every match holds at least one."""
    heads: frozenset[str]
    """The characters of which every match begins with one."""
    in_number: bool
    """Whether one may begin with a figure right behind another."""
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


class Search:
    """One rule to search with; its pattern is compiled when a text first calls for it.

    Attributes:
        rule: the rule.
        source: its pattern, fragments resolved.
        discard: whether it is a look-alike.
        shape: what the pattern tells of its matches, read all at once: parsing it is what costs.
        width: no match is longer.
        compiled: the compiled pattern, once it was called for.
    """

    def __init__(self, rule: Rule, source: str) -> None:
        self.rule = rule
        self.source = source
        self.discard = rule.discard
        self.shape = _shape(rule, source)
        self.width = self.shape.width
        self.compiled: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        found = self.compiled
        if found is None:
            found = self.compiled = compile_source(self.rule, self.source)
        return found

    @property
    def narrowed(self) -> bool:
        """Whether a group `text` narrows the mention to a part of the match."""
        return "text" in self.regex.groupindex


def _shape(rule: Rule, source: str) -> Shape:
    place = f"{rule.file}: rule {rule.id}"
    try:
        heads = first_characters(source)
    except re.error as error:
        raise RuleError(place, f"the pattern does not compile: {error}", "correct the pattern") from None
    if heads is None:
        raise RuleError(place, "it may begin with any character", "begin it with characters, or a look ahead at some: (?=[上下])")
    gates = tuple(chars for chars in required_sets(source) if len(chars) <= _WIDEST_GATE)
    return Shape(gates, heads, begins_in_number(source), *following(source), longest_match(source), openings(source))


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
        return self.match.span("text") if self.search.narrowed else (self.start_char, self.end_char)


class Try:
    """A rule to try at a place, if its clause holds one of each set of characters that the place itself does not show."""

    __slots__ = ("needs", "number", "search")

    def __init__(self, search: Search, number: int, needs: list[frozenset[str]]) -> None:
        self.search = search
        self.number = number
        self.needs = needs


class Scout:
    """Some of the rules, and where they may begin.

    One scan finds the places where the first characters may be those of a rule: the character itself, and the next two that are
    neither numerals nor blanks (of 26日前 it is 2, 日 and 前). Few of the rules fit what stands there, and only these are tried.
    """

    def __init__(self, searches: Sequence[tuple[int, Search]]) -> None:
        self.widest = max((search.width for _, search in searches), default=0)
        self._by_head: dict[str, list[tuple[int, Search, frozenset[str] | None]]] = {}
        for number, search in searches:
            for head in search.shape.heads:
                self._by_head.setdefault(head, []).append((number, search, search.shape.behind(head)))
        seconds = {head: _joined([second for _, _, second in some]) for head, some in self._by_head.items()}
        self._places = _places(seconds, any(search.shape.in_number for _, search in searches))
        self._tries: dict[tuple[str, ...], list[Try]] = {}

    def matches(self, text: str, begin: int, before: int, end: int, present: set[str], reach: int = 0) -> list[Candidate]:
        """Return, in rule order, the matches that begin in a stretch; a rule's own matches do not overlap.

        Args:
            text: the text.
            begin: where they may begin.
            before: up to where they may begin, exclusive.
            end: where the clause ends.
            present: the characters of the clause.
            reach: a rule that cannot reach beyond it is left out.
        """
        found: list[Candidate] = []
        stops: dict[int, int] = {}
        known = self._tries
        for hit in self._places.finditer(text, begin, end):
            key = hit.groups()
            tries = known.get(key)
            if tries is None:
                tries = known[key] = self._tries_for(key)
            if not tries:
                continue
            place = hit.start()
            if place >= before:
                break
            for item in tries:
                for chars in item.needs:
                    if chars.isdisjoint(present):
                        break
                else:
                    search = item.search
                    if place + search.width <= reach:
                        continue
                    match = (search.compiled or search.regex).match(text, place, end)
                    if match is not None and stops.get(item.number, 0) <= place:
                        stops[item.number] = stop = match.end()
                        found.append(Candidate(place, stop, search, item.number, match))
        if len(found) > 1:
            found.sort(key=_number)
        return found

    def _tries_for(self, key: tuple[str, ...]) -> list[Try]:
        """Return the rules that fit a place; of what each needs, the rarest is asked first."""
        return [
            Try(search, number, [chars for chars in search.shape.gates if chars.isdisjoint(key)])
            for number, search, second in self._by_head[key[0]]
            if (second is None or key[1] in second) and (search.shape.third is None or key[2] in search.shape.third)
        ]


def _number(candidate: Candidate) -> int:
    return candidate.number


@dataclass(frozen=True)
class DeadlineFinder:
    """The deadline rules of a rule set, ready to search with."""

    mentions: Scout
    look_alikes: tuple[Scout, ...]
    """The short ones and the long ones, which may begin farther before a mention."""
    act: re.Pattern[str]
    backward: re.Pattern[str]
    forward: re.Pattern[str]
    dated: re.Pattern[str]
    """What leads to the next clause that may hold a date, the clause, and the first sign of time in it."""

    def candidates(self, text: str, start: int, end: int, *, every_look_alike: bool = False) -> list[Candidate]:
        """Return every match in [start, end), in rule order; look-alikes only where there is something to compete with."""
        present = set(text[start:end])
        found = self.mentions.matches(text, start, end, end, present)
        if not found and not every_look_alike:
            return found
        low, high = start, end
        if not every_look_alike:
            low = high = found[0].start_char
            for candidate in found:
                low = candidate.start_char if candidate.start_char < low else low
                high = candidate.end_char if candidate.end_char > high else high
        rivals: list[Candidate] = []
        for scout in self.look_alikes:
            begin = low - scout.widest
            rivals += scout.matches(text, begin if begin > start else start, high, end, present, low)
        if len(rivals) > 1:
            rivals.sort(key=_number)
        return found + rivals if rivals else found


def _joined(sets: list[frozenset[str] | None]) -> frozenset[str] | None:
    """Return all characters of some sets; None, any, takes the others in."""
    known = [chars for chars in sets if chars is not None]
    return frozenset[str]().union(*set(known)) if len(known) == len(sets) else None


def _places(seconds: dict[str, frozenset[str] | None], in_number: bool) -> re.Pattern[str]:
    """Return what finds the places where a rule may begin, with the characters that tell which: 6月底 as 6, 月 and 底.

    Args:
        seconds: with what the rules go on behind each head; None: with anything.
        in_number: whether a rule may begin with a figure right behind another.
    """
    skipped = f"{_one_of(NUMERALS)}{{0,{_LONGEST_RUN}}}+"
    outside = "" if in_number else "(?<![0-9][0-9])"
    sides = []
    for heads in _alike(seconds):
        known = [second for head in heads if (second := seconds[head]) is not None]
        ahead = f"(?={skipped}{_one_of(frozenset[str]().union(*set(known)))})" if known else ""
        sides.append(f"(?<={_one_of(heads)}){outside if heads[0] in NUMERALS else ''}{ahead}")
    return compiled(f"({_one_of(seconds)})(?:{'|'.join(sides)})(?={skipped}(.?){skipped}(.?))", re.DOTALL)


def _alike(seconds: dict[str, frozenset[str] | None]) -> list[list[str]]:
    """Group the heads: numerals, those that may go on with anything, and the others by how many characters they may go on with."""
    numerals = sorted(head for head, told in seconds.items() if head in NUMERALS and told is not None)
    wide = sorted(head for head, told in seconds.items() if told is None)
    others = [(len(told), head) for head, told in seconds.items() if head not in NUMERALS and told is not None]
    narrow = [head for _, head in sorted(others)]
    size = max(1, -(-len(narrow) // _CLASSES))
    return [group for group in (numerals, wide, *(narrow[at : at + size] for at in range(0, len(narrow), size))) if group]


def _one_of(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"


@lru_cache(maxsize=8)
def deadline_finder(rules: RuleSet) -> DeadlineFinder:
    """Prepare the deadline rules of a rule set, once.

    Raises:
        RuleError: a rule names a resolver that there is not.
    """
    fragments = rules.fragments("deadlines")
    searches = [Search(rule, rule_source(rule, fragments)) for rule in rules.rules("deadlines")]
    for search in searches:
        _check_resolver(search.rule)
    short = [(number, search) for number, search in enumerate(searches) if search.discard and search.width <= _SHORT]
    long = [(number, search) for number, search in enumerate(searches) if search.discard and search.width > _SHORT]
    # 要 commands, but not inside 主要, 重要, 要求.
    forward = _context_words(rules, "forward") + r"|(?<![主重需纲摘紧首])要(?![求素点件闻务])"
    return DeadlineFinder(
        mentions=Scout([(number, search) for number, search in enumerate(searches) if not search.discard]),
        look_alikes=tuple(Scout(some) for some in (short, long) if some),
        act=compiled(fragments.get("act", r"(?!)")),
        backward=compiled(_context_words(rules, "backward")),
        forward=compiled(forward),
        dated=_dated(rules, searches),
    )


def _dated(rules: RuleSet, searches: Iterable[Search]) -> re.Pattern[str]:
    """Return what matches up to the end of the next clause that holds a sign of time; hardly an expression goes over a comma.

    A sign is one of the characters, or of the forms, that every deadline holds unless it is vague. A rule of the user's own that
    needs none of these brings what it does need.
    """
    gates = [data["gate"] for _, data in rules.tables.get("deadlines", ()) if "gate" in data]
    chars = frozenset("".join(gate["chars"] for gate in gates))
    builtin = str(builtin_folder())
    for search in searches:
        own = not search.discard and not search.rule.file.startswith(builtin)
        if own and not any(needed <= chars for needed in search.shape.gates):
            chars |= min(search.shape.gates, key=len, default=search.shape.heads)
    forms = "|".join(gate["form"] for gate in gates if "form" in gate) or "(?!)"
    signs = re.escape("".join(sorted(chars)))
    heads = re.escape("".join(sorted((first_characters(forms) or frozenset()) - chars)))
    quiet = f"(?:[^，,{_MARKS}{signs}{heads}]++|(?!{forms})[{heads}]|{_INSIDE})*+"
    return compiled(f"(?:{quiet}[，,{_MARKS}])*+({quiet}([{signs}]|{forms})(?:[^，,{_MARKS}]++|{_INSIDE})*+)")


def _check_resolver(rule: Rule) -> None:
    if not rule.discard and rule.resolve not in RESOLVERS:
        raise RuleError(f"{rule.file}: rule {rule.id}", f"no resolver {rule.resolve!r}", "use one of: " + ", ".join(RESOLVERS))


def _context_words(rules: RuleSet, name: str) -> str:
    words = [word for _, data in rules.tables.get("deadlines", ()) for word in data.get("context", {}).get(name, ())]
    return words_pattern(words) or r"(?!)"
