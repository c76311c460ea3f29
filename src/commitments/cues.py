"""Finds the cue words of a text in one pass: modals, tense, conditions, verbs.

All words of `rules/actions/` compete; the longest at a place wins, so that 要 in 主要 is no modal.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from commitments.ruledata import RuleSet
from commitments.triewords import WordFinder


class Cue(NamedTuple):
    """One cue word: where it stands, its kinds (a word may serve several rules) and the rules."""

    start: int
    end: int
    kinds: frozenset[str]
    rule: str
    modality: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cue words with the finder that looks for them."""

    finder: WordFinder
    entries: Mapping[str, tuple[frozenset[str], str, str]]

    def scan(self, text: str) -> Cues:
        """Return the cues of a text in order, look-alikes dropped.

        >>> from commitments.ruledata import load_rules
        >>> [(c.start, sorted(c.kinds)) for c in cue_lexicon(load_rules()).scan("主要领导要到场").cues if "modal" in c.kinds]
        [(4, ['modal'])]
        """
        found = []
        for start, end in self.finder.finditer(text):
            kinds, rule, modality = self.entries[text[start:end]]
            if kinds:
                found.append(Cue(start, end, kinds, rule, modality))
        return Cues(tuple(found), tuple(cue.start for cue in found))


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one text, sliced by position."""

    cues: tuple[Cue, ...]
    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> tuple[Cue, ...]:
        """Return the cues that lie in [start, end)."""
        return self.cues[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@lru_cache(maxsize=8)
def cue_lexicon(rules: RuleSet) -> Lexicon:
    """Build the cue lexicon of a rule-set; look-alikes stay in it with no kinds."""
    entries: dict[str, tuple[frozenset[str], str, str]] = {}
    for rule in rules.rules("actions"):
        for word in rule.words:
            kinds, first, modality = entries.get(word, (frozenset(), rule.id, ""))
            kinds = frozenset() if rule.discard else kinds | {rule.params["kind"]}
            entries[word] = (kinds, first if kinds != {rule.params.get("kind")} else rule.id, modality or rule.params.get("modality", ""))
    return Lexicon(WordFinder(entries), entries)


def of_kind(cues: tuple[Cue, ...], *kinds: str) -> Iterator[Cue]:
    """Yield the cues that have one of the kinds."""
    wanted = frozenset(kinds)
    return (cue for cue in cues if cue.kinds & wanted)
