"""Search a text with the deadline rules: which rules its characters call for, and their matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from commitments.errors import RuleError
from commitments.mentions.resolvers import RESOLVERS
from commitments.pattern_heads import first_characters
from commitments.ruledata import Rule, RuleSet, compile_source, required_sets, rule_source, words_pattern

_WIDEST_GATE = 64
"""A set of more characters than this has a member in nearly every clause and gates nothing."""


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
    def heads(self) -> frozenset[str]:
        """The characters of which every match begins with one."""
        chars = first_characters(self.source)
        if chars is None:
            place = f"{self.rule.file}: rule {self.rule.id}"
            raise RuleError(place, "it may begin with any character", "begin it with characters, or a look ahead at some: (?=[上下])")
        return chars

    @cached_property
    def match(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """The pattern's bound `match`."""
        return self.regex.match

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


Headed = tuple[Search, tuple[int, ...]]
"""A rule, and of the kinds of characters that a stretch holds those with which the rule's matches may begin."""

Called = tuple[tuple[Headed, ...], tuple[Headed, ...]]
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
        places = self._places(text, start, end)
        mentions, look_alikes = self.called_for(frozenset(places))
        found = _matches(mentions, places, text, end)
        if every_look_alike or (found and look_alikes):
            found += _matches(look_alikes, places, text, end)
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


def _matches(called: Sequence[Headed], places: Mapping[int, list[int]], text: str, end: int) -> list[Candidate]:
    """Try each rule where one of its heads stands; its own matches do not overlap."""
    found = []
    for search, heads in called:
        behind = 0
        match_at = search.match
        for place in places[heads[0]] if len(heads) == 1 else sorted([place for kind in heads for place in places[kind]]):
            if place >= behind:
                match = match_at(text, place, end)
                if match is not None:
                    behind = match.end()
                    found.append(Candidate(place, behind, search, match))
    return found


def _kinds(searches: Iterable[Search]) -> dict[str, int]:
    """Give each character of a gate or a head the number of its kind: of one kind are those that the rules do not tell apart."""
    sets = dict.fromkeys(chars for search in searches for chars in (*search.gates, search.heads))
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
        (search, tuple(frozenset(kinds[char] for char in chars) for chars in (search.heads, *search.gates))) for search in searches
    ]

    @lru_cache(maxsize=16_384)
    def called_for(present: frozenset[int]) -> Called:
        called = [(search, tuple(sets[0] & present)) for search, sets in needs if not any(chars.isdisjoint(present) for chars in sets)]
        return tuple(c for c in called if not c[0].discard), tuple(c for c in called if c[0].discard)

    # 要 commands, but not inside 主要, 重要, 要求.
    forward = _context_words(rules, "forward") + r"|(?<![主重需纲摘紧首])要(?![求素点件闻务])"
    return DeadlineFinder(
        kinds=kinds,
        called_for=called_for,
        act=re.compile(fragments.get("act", r"(?!)")),
        backward=re.compile(_context_words(rules, "backward")),
        forward=re.compile(forward),
        gate=_gate(rules),
    )


def _gate(rules: RuleSet) -> re.Pattern[str]:
    """Return what finds one of the characters, or of the forms, that every deadline holds unless it is vague."""
    gates = [data["gate"] for _, data in rules.tables.get("deadlines", ()) if "gate" in data]
    chars = "".join(gate["chars"] for gate in gates)
    return re.compile("|".join([f"[{chars}]", *(gate["form"] for gate in gates if "form" in gate)]))


def _check_resolver(rule: Rule) -> None:
    if not rule.discard and rule.resolve not in RESOLVERS:
        raise RuleError(f"{rule.file}: rule {rule.id}", f"no resolver {rule.resolve!r}", "use one of: " + ", ".join(RESOLVERS))


def _context_words(rules: RuleSet, name: str) -> str:
    words = [word for _, data in rules.tables.get("deadlines", ()) for word in data.get("context", {}).get(name, ())]
    return words_pattern(words) or r"(?!)"
