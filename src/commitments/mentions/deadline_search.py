"""Search a text with the deadline rules: which rules its characters call for, and their matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from commitments.errors import RuleError
from commitments.kept import compiled
from commitments.mentions.resolvers import RESOLVERS
from commitments.pattern_heads import barred_before, first_characters, longest_match, required_sets
from commitments.ruledata import Rule, RuleSet, builtin_folder, compile_source, rule_source, words_pattern

_WIDEST_GATE = 64
"""A set of more characters than this has a member in nearly every clause and gates nothing."""


class Shape(NamedTuple):
    """What a pattern tells of its matches."""

    gates: tuple[frozenset[str], ...]
    """Sets of characters, of each of which every match holds at least one."""
    heads: frozenset[str]
    """The characters of which every match begins with one."""
    barred: frozenset[str]
    """Characters behind which no match begins."""
    width: int
    """No match is longer."""


class Search:
    """One rule to search with; its pattern is compiled when a text first calls for it.

    Attributes:
        rule: the rule.
        source: its pattern, fragments resolved.
        discard: whether it is a look-alike.
        shape: what the pattern tells of its matches, read all at once: parsing it is what costs.
    """

    def __init__(self, rule: Rule, source: str) -> None:
        self.rule = rule
        self.source = source
        self.discard = rule.discard
        self.shape = _shape(rule, source)
        self._regex: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        found = self._regex
        if found is None:
            found = self._regex = compile_source(self.rule, self.source)
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
    return Shape(gates, heads, barred_before(source), longest_match(source))


class Candidate(NamedTuple):
    """A match that competes for its characters."""

    start_char: int
    end_char: int
    search: Search
    match: re.Match[str]

    @property
    def rule(self) -> Rule:
        """The rule that matched."""
        return self.search.rule

    @property
    def span(self) -> tuple[int, int]:
        """Where the mention stands: the group `text` of the pattern, where it has one."""
        return self.match.span("text") if self.search.narrowed else (self.start_char, self.end_char)

    @property
    def discard(self) -> bool:
        """Whether it is a look-alike."""
        return self.search.discard


Group = tuple[tuple[int, ...], frozenset[str]]
"""Where some rules may begin: at a character of these kinds, not behind one of those characters."""


class Called(NamedTuple):
    """The rules that a stretch calls for, each with the number of its group: those that make mentions, and the look-alikes."""

    groups: tuple[Group, ...]
    mentions: tuple[tuple[Search, int], ...]
    look_alikes: tuple[tuple[Search, int], ...]


@dataclass(frozen=True)
class DeadlineFinder:
    """The deadline rules of a rule set, and which of them the characters of a stretch call for.

    `kinds` tells apart only those characters that some rule needs and another does not: all digits are of one kind.
    So few combinations occur that what each calls for is worked out once.
    """

    kinds: Mapping[str, int]
    called_for: Callable[[frozenset[int]], Called]
    act: re.Pattern[str]
    backward: re.Pattern[str]
    forward: re.Pattern[str]
    gate: re.Pattern[str]

    def candidates(self, text: str, start: int, end: int, *, every_look_alike: bool = False) -> list[Candidate]:
        """Return every match in [start, end), in rule order; look-alikes only where there is something to compete with."""
        places = self._places(text, start, end)
        called = self.called_for(frozenset(places))
        begins: list[list[int] | None] = [None] * len(called.groups)
        found = _matches(called.mentions, called.groups, begins, places, text, end)
        if called.look_alikes and (found or every_look_alike):
            reach = (start, end) if every_look_alike else (min(c.start_char for c in found), max(c.end_char for c in found))
            found += _matches(called.look_alikes, called.groups, begins, places, text, end, reach)
        return found

    def _places(self, text: str, start: int, end: int) -> dict[int, list[int]]:
        """Return where the characters of each kind stand."""
        kinds = self.kinds
        found: dict[int, list[int]] = {}
        for place, char in enumerate(text[start:end], start):
            if char in kinds:
                kind = kinds[char]
                if kind in found:
                    found[kind].append(place)
                else:
                    found[kind] = [place]
        return found


def _matches(
    called: Sequence[tuple[Search, int]],
    groups: Sequence[Group],
    begins: list[list[int] | None],
    places: Mapping[int, list[int]],
    text: str,
    end: int,
    reach: tuple[int, int] | None = None,
) -> list[Candidate]:
    """Try each rule where it may begin, and may touch the reach; its own matches do not overlap."""
    found = []
    for search, group in called:
        begin = begins[group]
        if begin is None:
            begin = begins[group] = _beginnings(groups[group], places, text)
        behind, last = (reach[0] - search.shape.width + 1, reach[1]) if reach else (0, end)
        match_at = search.regex.match
        for place in begin:
            if behind <= place < last:
                match = match_at(text, place, end)
                if match is not None:
                    behind = match.end()
                    found.append(Candidate(place, behind, search, match))
    return found


def _beginnings(group: Group, places: Mapping[int, list[int]], text: str) -> list[int]:
    """Return where the rules of a group may begin."""
    kinds, barred = group
    begin = places[kinds[0]] if len(kinds) == 1 else sorted([place for kind in kinds for place in places[kind]])
    return [place for place in begin if text[place - 1 : place] not in barred] if barred else begin


def _kinds(searches: Iterable[Search]) -> dict[str, int]:
    """Give each character of a gate or a head the number of its kind: of one kind are those that the rules do not tell apart."""
    sets = dict.fromkeys(chars for search in searches for chars in (*search.shape.gates, search.shape.heads))
    member: dict[str, list[int]] = {}
    for number, chars in enumerate(sets):
        for char in chars:
            member.setdefault(char, []).append(number)
    numbers: dict[tuple[int, ...], int] = {}
    return {char: numbers.setdefault(tuple(found), len(numbers)) for char, found in member.items()}


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
    kinds = _kinds(searches)
    needs = [
        (search, tuple(frozenset(kinds[char] for char in chars) for chars in (search.shape.heads, *search.shape.gates)))
        for search in searches
    ]

    @lru_cache(maxsize=16_384)
    def called_for(present: frozenset[int]) -> Called:
        groups: dict[Group, int] = {}
        called: dict[bool, list[tuple[Search, int]]] = {False: [], True: []}
        for search, sets in needs:
            if not any(chars.isdisjoint(present) for chars in sets):
                group = (tuple(sorted(sets[0] & present)), search.shape.barred)
                called[search.discard].append((search, groups.setdefault(group, len(groups))))
        return Called(tuple(groups), tuple(called[False]), tuple(called[True]))

    # 要 commands, but not inside 主要, 重要, 要求.
    forward = _context_words(rules, "forward") + r"|(?<![主重需纲摘紧首])要(?![求素点件闻务])"
    return DeadlineFinder(
        kinds=kinds,
        called_for=called_for,
        act=compiled(fragments.get("act", r"(?!)")),
        backward=compiled(_context_words(rules, "backward")),
        forward=compiled(forward),
        gate=_gate(rules, searches),
    )


def _gate(rules: RuleSet, searches: Iterable[Search]) -> re.Pattern[str]:
    """Return what finds one of the characters, or of the forms, that every deadline holds unless it is vague.

    A rule of the user's own that needs none of these brings what it does need.
    """
    gates = [data["gate"] for _, data in rules.tables.get("deadlines", ()) if "gate" in data]
    chars = frozenset("".join(gate["chars"] for gate in gates))
    for search in searches:
        own = not search.discard and not search.rule.file.startswith(str(builtin_folder()))
        if own and not any(needed <= chars for needed in search.shape.gates):
            chars |= min(search.shape.gates, key=len, default=search.shape.heads)
    return compiled("|".join([f"[{re.escape(''.join(sorted(chars)))}]", *(gate["form"] for gate in gates if "form" in gate)]))


def _check_resolver(rule: Rule) -> None:
    if not rule.discard and rule.resolve not in RESOLVERS:
        raise RuleError(f"{rule.file}: rule {rule.id}", f"no resolver {rule.resolve!r}", "use one of: " + ", ".join(RESOLVERS))


def _context_words(rules: RuleSet, name: str) -> str:
    words = [word for _, data in rules.tables.get("deadlines", ()) for word in data.get("context", {}).get(name, ())]
    return words_pattern(words) or r"(?!)"
