"""Finds the cue words of a text in one pass: modals, tense, conditions, verbs.

All words of `rules/actions/` compete; the longest at a place wins, so that 要 in 主要 is no modal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from commitments.errors import RuleError
from commitments.offsets import Counted
from commitments.ruledata import Rule, RuleSet

KINDS = (
    "modal", "will", "lead", "assist", "with", "forbid", "past", "background", "condition", "sanction", "agenda", "permit",
    "explain", "means", "result", "connective", "targets", "collective", "deliver", "deliver_with", "adopt", "deliverable",
    "act", "metric", "vague", "verb", "adverb", "light",
)  # fmt: skip
"""The kinds of cues; a word's kinds are a sum of bits, because they are tested some hundred thousand times a second."""
# Written out one by one, so that a compiled module has them as plain numbers.
MODAL: Final = 1 << 0
WILL: Final = 1 << 1
LEAD: Final = 1 << 2
ASSIST: Final = 1 << 3
WITH: Final = 1 << 4
FORBID: Final = 1 << 5
PAST: Final = 1 << 6
BACKGROUND: Final = 1 << 7
CONDITION: Final = 1 << 8
SANCTION: Final = 1 << 9
AGENDA: Final = 1 << 10
PERMIT: Final = 1 << 11
EXPLAIN: Final = 1 << 12
MEANS: Final = 1 << 13
RESULT: Final = 1 << 14
CONNECTIVE: Final = 1 << 15
TARGETS: Final = 1 << 16
COLLECTIVE: Final = 1 << 17
DELIVER: Final = 1 << 18
DELIVER_WITH: Final = 1 << 19
ADOPT: Final = 1 << 20
DELIVERABLE: Final = 1 << 21
ACT: Final = 1 << 22
METRIC: Final = 1 << 23
VAGUE: Final = 1 << 24
VERB: Final = 1 << 25
ADVERB: Final = 1 << 26
LIGHT: Final = 1 << 27


class Cue:
    """One cue word: where it stands, the bits of its kinds (a word may serve several rules) and its rule."""

    __slots__ = ("end", "kinds", "modality", "rule", "start")

    def __init__(self, start: int, end: int, kinds: int, rule: str, modality: str) -> None:
        self.start = start
        self.end = end
        self.kinds = kinds
        self.rule = rule
        self.modality = modality


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cue words with the automaton that finds them."""

    automaton: AhoCorasick
    entries: tuple[tuple[int, str, str], ...]

    def scan(self, text: str) -> Cues:
        """Return the cues of a text in order, look-alikes dropped.

        >>> from commitments.ruledata import load_rules
        >>> [c.start for c in cue_lexicon(load_rules()).scan("主要领导要到场").cues if c.kinds & MODAL]
        [4]
        """
        return Cues(self.entries, self.automaton.find_matches_as_indexes(text))


class Cues:
    """The cues of one text, sliced by position; one is made when it is first asked for, because most sentences are not read."""

    __slots__ = ("_counted", "_entries", "_found", "_high", "_kinds", "_low", "_made", "_numbers")

    def __init__(self, entries: tuple[tuple[int, str, str], ...], found: list[tuple[int, int, int]]) -> None:
        """Keep where which words stand (number of the entry, start and end, in text order) in a text."""
        self._entries = entries
        self._found = found
        self._numbers: list[int] = []
        """Which of those found are no look-alikes."""
        self._kinds: list[int] = []
        starts: list[int] = []
        for number, (entry, start, _) in enumerate(found):
            kinds = entries[entry][0]
            if kinds:
                self._numbers.append(number)
                self._kinds.append(kinds)
                starts.append(start)
        self._counted = Counted(starts)
        self._made: list[Cue] = []
        self._low = self._high = 0
        """Between which places cues have been made last: those of a sentence, of which then each clause is read."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All cues of the text."""
        return self._slice(0, len(self._numbers))

    def within(self, start: int, end: int) -> tuple[Cue, ...]:
        """Return the cues that lie in [start, end)."""
        return self._slice(self._counted.before(start), self._counted.before(end))

    def mask(self, start: int, end: int) -> int:
        """Return the kinds of the cues that lie in [start, end) in one sum of bits."""
        mask, kinds = 0, self._kinds
        for number in range(self._counted.before(start), self._counted.before(end)):
            mask |= kinds[number]
        return mask

    def _slice(self, low: int, high: int) -> tuple[Cue, ...]:
        if low < self._low or high > self._high:
            entries, found = self._entries, self._found
            made: list[Cue] = []
            for number in range(low, high):
                entry, start, end = found[self._numbers[number]]
                kinds, rule, modality = entries[entry]
                made.append(Cue(start, end, kinds, rule, modality))
            self._low, self._high, self._made = low, high, made
        return tuple(self._made[low - self._low : high - self._low])


@lru_cache(maxsize=8)
def cue_lexicon(rules: RuleSet) -> Lexicon:
    """Build the cue lexicon of a rule-set; look-alikes stay in it with no kinds."""
    entries: dict[str, tuple[int, str, str]] = {}
    for rule in rules.rules("actions"):
        if not rule.words:
            continue  # a pattern, which `telling` reads
        bit = 0 if rule.discard else 1 << _index(rule)
        for word in rule.words:
            kinds, first, modality = entries.get(word, (0, rule.id, ""))
            entries[word] = (kinds | bit if bit else 0, first, modality or rule.params.get("modality", ""))
    automaton = AhoCorasick(list(entries), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return Lexicon(automaton, tuple(entries.values()))


def _index(rule: Rule) -> int:
    kind = rule.params.get("kind", "")
    if kind not in KINDS:
        raise RuleError(f"{rule.file}: rule {rule.id}", f"unknown kind {kind!r}", f"use one of: {', '.join(KINDS)}")
    return KINDS.index(kind)


def mask_of(cues: tuple[Cue, ...]) -> int:
    """Return the kinds of all cues in one sum of bits."""
    mask = 0
    for cue in cues:
        mask |= cue.kinds
    return mask


def of_kind(cues: tuple[Cue, ...], kinds: int) -> Iterator[Cue]:
    """Yield the cues that have one of the kinds."""
    return (cue for cue in cues if cue.kinds & kinds)
