"""Where words stand in a text, found in one scan of all of it; who asks sentence by sentence then looks them up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from commitments.kept import compiled
from commitments.pattern_heads import openings


class Places:
    """The places where words begin; a scan holds until another text is asked about."""

    __slots__ = ("_automaton", "_scanned")

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(list(words), matchkind=MatchKind.Standard, implementation=Implementation.DFA)
        self._scanned: tuple[str, list[int]] = ("", [])

    def starts(self, text: str) -> list[int]:
        """Return where words begin in a text, in order.

        >>> Places(["年底", "月"]).starts("6月和年底")
        [1, 3]
        """
        scanned = self._scanned  # taken once: another thread may put its own in its place
        if scanned[0] is not text:
            found = self._automaton.find_matches_as_indexes(text, overlapping=True)
            scanned = self._scanned = (text, sorted({start for _, start, _ in found}))
        return scanned[1]

    def any_in(self, text: str, start: int, end: int) -> bool:
        """Whether a word begins in [start, end) of a text.

        >>> Places(["年底", "月"]).any_in("6月和年底", 2, 5), Places(["年底", "月"]).any_in("6月和年底", 2, 3)
        (True, False)
        """
        starts = self.starts(text)
        place = bisect_left(starts, start)
        return place < len(starts) and starts[place] < end


class Sought:
    """A pattern of many short sides that is asked only where the first two characters of a match stand.

    `re` tries it wherever the first one stands; those of the words that call for a rule are among the commonest (一, 不, 分).
    """

    __slots__ = ("_pattern", "_places")

    def __init__(self, source: str) -> None:
        self._pattern = compiled(source)
        found = openings(source)
        pairs = [head + second for head, seconds in (found or {}).items() for second in ([""] if seconds is None else seconds)]
        self._places = Places(pairs) if found else None

    def starts(self, text: str, start: int, end: int) -> list[int]:
        """Return where the matches in [start, end) begin, none of which overlap.

        >>> Sought("全部|不(?:少|低)于").starts("全年全部不低于，不少于", 1, 8)
        [2, 4]
        """
        if self._places is None:
            return [match.start() for match in self._pattern.finditer(text, start, end)]
        match_at = self._pattern.match
        starts = self._places.starts(text)
        found: list[int] = []
        done = start
        for number in range(bisect_left(starts, start), len(starts)):
            place = starts[number]
            if place >= end:
                break
            match = match_at(text, place, end) if place >= done else None
            if match is not None:
                found.append(place)
                done = match.end()
        return found


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
