"""Which of many words stand in a stretch, told by an automaton: sooner than by a pattern where most stretches hold several."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from commitments.kept import compiled
from commitments.pattern_words import required_words


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


class AnyOf:
    """Patterns that are searched as one alternation would be, each only where a word stands of which every match holds one.

    The words of all patterns are looked for in one scan of a stretch, which holds until another one is asked about.
    """

    __slots__ = ("_automaton", "_free", "_patterns", "_scanned", "_searches")

    def __init__(self, sources: Sequence[str]) -> None:
        self._searches = [compiled(source).search for source in sources]
        patterns: dict[str, list[int]] = {}
        self._free: list[int] = []
        for number, source in enumerate(sources):
            words = required_words(source)
            for word in words:
                patterns.setdefault(word, []).append(number)
            if not words:
                self._free.append(number)
        self._patterns = list(patterns.values())
        """Which patterns each word calls."""
        self._automaton = AhoCorasick(list(patterns), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
        self._scanned = _Scanned("", 0, 0, [])

    def matched(self, text: str, start: int, end: int, low: int = 0, high: int = sys.maxsize) -> list[tuple[int, re.Match[str]]]:
        """Return the matches in [start, end) with the number of their pattern: the leftmost, of those that begin together the first.

        >>> [(number, match[0]) for number, match in AnyOf(["要求", "要", "求是"]).matched("要求要求是", 0, 5)]
        [(0, '要求'), (0, '要求')]

        Args:
            text: the text that offsets count in.
            start: where to begin.
            end: where matches have to end, exclusive.
            low: the number of the first pattern to be asked.
            high: the number behind the last one.
        """
        found: list[tuple[int, re.Match[str]]] = []
        called = self.called(text, start, end, low, high)
        if not called:
            return found
        ahead: list[re.Match[str] | None] = [self._searches[number](text, start, end) for number in called]
        while True:
            first: re.Match[str] | None = None
            chosen = 0
            for place, match in enumerate(ahead):
                if match is not None and match.start() < start:
                    match = ahead[place] = self._searches[called[place]](text, start, end)
                if match is not None and (first is None or match.start() < first.start()):
                    first, chosen = match, called[place]
            if first is None:
                return found
            found.append((chosen, first))
            start = max(first.end(), first.start() + 1)

    def scan(self, text: str, start: int, end: int) -> _Scanned:
        """Look for the words in [start, end) at once, before stretches of it are asked about."""
        hits = self._automaton.find_matches_as_indexes(text[start:end], overlapping=True)
        if start:
            hits = [(word, first + start, stop + start) for word, first, stop in hits]
        self._scanned = scanned = _Scanned(text, start, end, hits)
        return scanned

    def called(self, text: str, start: int, end: int, low: int = 0, high: int = sys.maxsize) -> list[int]:
        """Return the numbers, from `low` to below `high`, of the patterns that could match in [start, end), for the words that it holds.

        >>> AnyOf(["要求", "[^，]{2}(?:召开|举行)"]).called("会议召开，要求抓紧", 0, 4)
        [1]
        """
        scanned = self._scanned  # taken once: another thread may put its own in its place
        if not scanned.holds(text, start, end):
            scanned = self.scan(text, start, end)
        called = [number for number in self._free if low <= number < high]
        hits = scanned.hits
        for place in range(scanned.behind(start), len(hits)):
            word, first, stop = hits[place]
            if stop > end:
                break
            if first >= start:
                for number in self._patterns[word]:
                    if low <= number < high and number not in called:
                        called.append(number)
        if len(called) > 1:
            called.sort()
        return called


class _Scanned:
    """A stretch of a text and where the words stand in it, in the order in which they end."""

    __slots__ = ("_end", "_start", "_text", "hits")

    def __init__(self, text: str, start: int, end: int, hits: list[tuple[int, int, int]]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self.hits = hits

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether [start, end) of a text lies in the stretch."""
        return self._text is text and self._start <= start and end <= self._end

    def behind(self, start: int) -> int:
        """Return the number of the first word that ends behind `start`."""
        hits = self.hits
        low, high = 0, len(hits)
        while low < high:
            middle = (low + high) // 2
            if hits[middle][2] <= start:
                low = middle + 1
            else:
                high = middle
        return low
