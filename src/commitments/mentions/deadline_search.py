"""Search a text with the deadline rules: which rules its characters call for, and their matches."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from commitments.errors import RuleError
from commitments.mentions.resolvers import RESOLVERS
from commitments.ruledata import Rule, RuleSet, compile_source, required_sets, rule_source, words_pattern

_WIDEST_GATE = 8
"""A set of more characters than this has a member in nearly every clause and gates little."""

_AROUND = 70
"""No look-alike that overlaps a mention reaches farther: the longest is a title in brackets, 《…》, of 62 characters."""


@dataclass(frozen=True)
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
        return sets[:1] + tuple(chars for chars in sets[1:] if len(chars) <= _WIDEST_GATE)

    @property
    def key(self) -> frozenset[str]:
        """The gate that stands in the finder's index; empty where the rule has only wide ones."""
        return self.gates[0] if self.gates and len(self.gates[0]) <= _WIDEST_GATE else frozenset()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compile_source(self.rule, self.source)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match that competes for its characters."""

    start_char: int
    end_char: int
    rule: Rule
    match: re.Match[str]

    @property
    def span(self) -> tuple[int, int]:
        """Where the mention stands: the group `text` of the pattern, where it has one."""
        return self.match.span("text") if "text" in self.match.re.groupindex else self.match.span()

    @property
    def discard(self) -> bool:
        """Whether it is a look-alike."""
        return self.rule.discard


@dataclass(frozen=True)
class DeadlineFinder:
    """The deadline rules of a rule set: those that make mentions, and the look-alikes that compete with them."""

    triggers: frozenset[str]
    called_for: Callable[[frozenset[str]], tuple[Search, ...]]
    look_alikes: tuple[Search, ...]
    act: re.Pattern[str]
    backward: re.Pattern[str]
    forward: re.Pattern[str]
    gate: re.Pattern[str]

    def candidates(self, text: str, start: int, end: int, *, every_look_alike: bool = False) -> list[Candidate]:
        """Return every match in [start, end), in rule order; look-alikes only where there is something to compete with."""
        chars = frozenset(text[start:end])
        found = _matches(self.called_for(self.triggers & chars), text, start, end, chars)
        if every_look_alike:
            return found + _matches(self.look_alikes, text, start, end, chars)
        if found:
            first, last = min(c.start_char for c in found), max(c.end_char for c in found)
            start, end = max(start, first - _AROUND), min(end, last + _AROUND)
            found += _matches(self.look_alikes, text, start, end, frozenset(text[start:end]))
        return found


def _matches(searches: Sequence[Search], text: str, start: int, end: int, chars: AbstractSet[str]) -> list[Candidate]:
    found = []
    for search in searches:
        for gate in search.gates:
            if gate.isdisjoint(chars):
                break
        else:
            found += [Candidate(match.start(), match.end(), search.rule, match) for match in search.regex.finditer(text, start, end)]
    return found


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
    mentions = [(search.key, search) for search in searches if not search.rule.discard]

    @lru_cache(maxsize=8192)
    def called_for(present: frozenset[str]) -> tuple[Search, ...]:
        return tuple(search for key, search in mentions if not key or not key.isdisjoint(present))

    # 要 commands, but not inside 主要, 重要, 要求.
    forward = _context_words(rules, "forward") + r"|(?<![主重需纲摘紧首])要(?![求素点件闻务])"
    return DeadlineFinder(
        triggers=frozenset().union(*(key for key, _ in mentions)),
        called_for=called_for,
        look_alikes=tuple(search for search in searches if search.rule.discard),
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
