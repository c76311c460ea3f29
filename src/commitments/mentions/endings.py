"""Where the endings of names (局, 街道办, 专班) stand in a speech, found once for all of its clauses."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from commitments.offsets import Counted

_COVERED: Final = 2


class Endings:
    """Where the endings of names stand in a text, those that end first first."""

    __slots__ = ("_counted", "firsts", "stops")

    def __init__(self, automaton: AhoCorasick, text: str) -> None:
        found = automaton.find_matches_as_indexes(text, overlapping=True)
        self.firsts = [first for _, first, _ in found]
        self.stops = [stop for _, _, stop in found]
        self._counted = Counted(self.stops)

    def any_within(self, start: int, end: int) -> bool:
        """Whether any ends in [start, end)."""
        return self._counted.any_within(start + 1, end + 1)

    def within(self, start: int, limit: int) -> list[tuple[int, int]]:
        """Return where those that lie in [start, limit) begin and end."""
        firsts, stops = self.firsts, self.stops
        low, high = self._counted.before(start + 1), self._counted.before(limit + 1)
        return [(firsts[place], stops[place]) for place in range(low, high) if firsts[place] >= start]


@lru_cache(maxsize=2)
def endings_in(automaton: AhoCorasick, text: str) -> Endings:
    """Find the endings of a speech once, not anew for each of its clauses."""
    return Endings(automaton, text)


def covering(found: Iterable[tuple[int, int]], place: int) -> int:
    """Return where the last ending that has `place` inside it ends, if it ends at most two characters behind it; else 0."""
    last = 0
    for first, stop in found:
        if first < place < stop:
            last = stop
    return last if last - place <= _COVERED else 0
