"""Which of many words stand in a stretch, told by an automaton: sooner than by a pattern where most stretches hold several."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class LongestWords:
    """Words that compete for their characters: the leftmost stands, of those that begin together the longest."""

    __slots__ = ("_automaton", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)

    def found(self, text: str, start: int, end: int) -> set[str]:
        """Return the words that stand in [start, end).

        >>> sorted(LongestWords(["要", "主要", "要求"]).found("主要要求要高", 0, 5))
        ['主要', '要', '要求']
        """
        words = self._words
        return {words[number] for number, _, _ in self._automaton.find_matches_as_indexes(text[start:end])}
