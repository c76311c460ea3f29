"""Which of many words stand in a stretch, told by an automaton: sooner than by a pattern where most stretches hold several."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class LongestWords:
    """Words that compete for their characters: the leftmost stands, of those that begin together the longest."""

    __slots__ = ("_automaton", "_last", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._automaton = AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
        self._last: tuple[str, list[tuple[int, int, int]], list[int]] = ("", [], [])

    def found(self, text: str, start: int, end: int) -> set[str]:
        """Return the words that stand in [start, end).

        >>> sorted(LongestWords(["要", "主要", "要求"]).found("主要要求要高", 0, 5))
        ['主要', '要', '要求']
        """
        words, last = self._words, self._last  # taken once: another thread may put its own in its place
        if last[0] is not text:
            hits = self._automaton.find_matches_as_indexes(text)
            last = self._last = (text, hits, [first for _, first, _ in hits])
        hits, firsts = last[1], last[2]
        low, high = bisect_left(firsts, start), bisect_left(firsts, end)
        if (low and hits[low - 1][2] > start) or (low < high and hits[high - 1][2] > end):  # an edge runs through a word
            return {words[number] for number, _, _ in self._automaton.find_matches_as_indexes(text[start:end])}
        return {words[hits[place][0]] for place in range(low, high)}
