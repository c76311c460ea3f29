"""Search a text with the deadline rules: which rules its characters call for, and their matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from commitments.errors import RuleError
from commitments.mentions.resolvers import RESOLVERS
from commitments.ruledata import Rule, RuleSet, compile_source, required_sets, rule_source, words_pattern

_WIDEST_GATE = 64
"""A set of more characters than this has a member in nearly every clause and gates nothing."""

_AROUND = 70
"""No look-alike that overlaps a mention reaches farther: the longest is a title in brackets, 《…》, of 62 characters."""


@dataclass(frozen=True, eq=False)
class Search:
    """One rule to search with; its pattern is compiled when a text first calls for it."""

    rule: Rule
    source: str

    @cached_property
    def gates(self) -> tuple[frozenset[str], ...]:
        """Sets of characters, of each of which every match holds at least one."""
        try:
            sets = required_sets(self.source)
        except re.error as error:
            place = f"{self.rule.file}: rule {self.rule.id}"
            raise RuleError(place, f"the pattern does not compile: {error}", "correct the pattern") from None
        return tuple(chars for chars in sets if len(chars) <= _WIDEST_GATE)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compile_source(self.rule, self.source)

    @cached_property
    def find(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """The pattern's bound `search`, which costs a third of `finditer` where nothing is found."""
        return self.regex.search

    @cached_property
    def discard(self) -> bool:
        """Whether it is a look-alike."""
        return self.rule.discard

    @cached_property
    def narrowed(self) -> bool:
        """Whether a group `text` narrows the mention to a part of the match."""
        return "text" in self.regex.groupindex


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


Called = tuple[tuple[Search, ...], tuple[Search, ...]]
"""The rules that a stretch calls for: those that make mentions, and the look-alikes."""


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
        mentions, look_alikes = self._called(text[start:end])
        found = _matches(mentions, text, start, end)
        if every_look_alike:
            return found + _matches(look_alikes, text, start, end)
        if found and look_alikes:
            if end - start > 2 * _AROUND:
                first, last = min(c.start_char for c in found), max(c.end_char for c in found)
                start, end = max(start, first - _AROUND), min(end, last + _AROUND)
            found += _matches(look_alikes, text, start, end)
        return found

    def _called(self, stretch: str) -> Called:
        kinds = self.kinds
        return self.called_for(frozenset([kinds[char] for char in stretch if char in kinds]))


def _matches(searches: Sequence[Search], text: str, start: int, end: int) -> list[Candidate]:
    found = []
    for search in searches:
        match = search.find(text, start, end)
        while match is not None:
            first, last = match.span()
            found.append(Candidate(first, last, search, match))
            match = search.find(text, last, end) if first < last < end else None
    return found


def _kinds(searches: Iterable[Search]) -> dict[str, int]:
    """Give each character of a gate the number of its kind: characters that stand in the same gates are of one kind."""
    gates: dict[str, list[int]] = {}
    for number, chars in enumerate(dict.fromkeys(gate for search in searches for gate in search.gates)):
        for char in chars:
            gates.setdefault(char, []).append(number)
    numbers: dict[tuple[int, ...], int] = {}
    return {char: numbers.setdefault(tuple(found), len(numbers)) for char, found in gates.items()}


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
    gated = [(search, [frozenset(kinds[char] for char in gate) for gate in search.gates]) for search in searches]

    @lru_cache(maxsize=16_384)
    def called_for(present: frozenset[int]) -> Called:
        called = [search for search, gates in gated if not any(gate.isdisjoint(present) for gate in gates)]
        return tuple(s for s in called if not s.discard), tuple(s for s in called if s.discard)

    # 要 commands, but not inside 主要, 重要, 要求.
    forward = _context_words(rules, "forward") + r"|(?<![主重需纲摘紧首])要(?![求素点件闻务])"
    return DeadlineFinder(
        kinds=kinds,
        called_for=called_for,
        act=re.compile(fragments.get("act", r"(?!)")),
        backward=re.compile(_context_words(rules, "backward")),
        forward=re.compile(forward),
        gate=re.compile(f"[{gate_characters(rules)}]"),
    )


def gate_characters(rules: RuleSet) -> str:
    """Return the characters of which every deadline that is not vague holds at least one."""
    return "".join(data["gate"]["chars"] for _, data in rules.tables.get("deadlines", ()) if "gate" in data)


def _check_resolver(rule: Rule) -> None:
    if not rule.discard and rule.resolve not in RESOLVERS:
        raise RuleError(f"{rule.file}: rule {rule.id}", f"no resolver {rule.resolve!r}", "use one of: " + ", ".join(RESOLVERS))


def _context_words(rules: RuleSet, name: str) -> str:
    words = [word for _, data in rules.tables.get("deadlines", ()) for word in data.get("context", {}).get(name, ())]
    return words_pattern(words) or r"(?!)"
