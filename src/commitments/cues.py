"""Finds the cue words of a text in one pass: modals, tense, conditions, verbs.

All words of `rules/actions/` compete; the longest at a place wins, so that 要 in 主要 is no modal.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from commitments.errors import RuleError
from commitments.ruledata import Rule, RuleSet

KINDS = (
    "modal", "will", "lead", "assist", "with", "forbid", "past", "background", "condition", "sanction", "agenda", "permit",
    "explain", "means", "result", "connective", "targets", "collective", "deliver", "deliver_with", "adopt", "deliverable",
    "act", "metric", "vague", "verb", "adverb", "light",
)  # fmt: skip
"""The kinds of cues; a word's kinds are a sum of bits, because they are tested some hundred thousand times a second."""
(
    MODAL, WILL, LEAD, ASSIST, WITH, FORBID, PAST, BACKGROUND, CONDITION, SANCTION, AGENDA, PERMIT,
    EXPLAIN, MEANS, RESULT, CONNECTIVE, TARGETS, COLLECTIVE, DELIVER, DELIVER_WITH, ADOPT, DELIVERABLE,
    ACT, METRIC, VAGUE, VERB, ADVERB, LIGHT,
) = (1 << bit for bit in range(len(KINDS)))  # fmt: skip


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
        entries = self.entries
        return Cues(entries, [found for found in self.automaton.find_matches_as_indexes(text) if entries[found[0]][0]])


class Cues:
    """The cues of one text, sliced by position; one is made when it is first asked for, because most sentences are not read."""

    __slots__ = ("_entries", "_found", "_made", "_starts")

    def __init__(self, entries: Sequence[tuple[int, str, str]], found: Sequence[tuple[int, int, int]]) -> None:
        """Keep where which words stand: number of the entry, start and end, in text order."""
        self._entries = entries
        self._found = found
        self._starts = [start for _, start, _ in found]
        self._made: list[Cue | None] = [None] * len(found)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All cues of the text."""
        return self._slice(0, len(self._found))

    def within(self, start: int, end: int) -> tuple[Cue, ...]:
        """Return the cues that lie in [start, end)."""
        return self._slice(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def mask(self, start: int, end: int) -> int:
        """Return the kinds of the cues that lie in [start, end) in one sum of bits."""
        entries, mask = self._entries, 0
        for entry, _, _ in self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            mask |= entries[entry][0]
        return mask

    def _slice(self, low: int, high: int) -> tuple[Cue, ...]:
        made = self._made
        cues: list[Cue] = []
        for place in range(low, high):
            cue = made[place]
            if cue is None:
                entry, first, last = self._found[place]
                kinds, rule, modality = self._entries[entry]
                cue = made[place] = Cue(first, last, kinds, rule, modality)
            cues.append(cue)
        return tuple(cues)


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
    automaton = AhoCorasick(list(entries), matchkind=MatchKind.LeftmostLongest)
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
