"""Where the endings of names (局, 街道办, 专班) stand in a speech, found once for all of its clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from commitments.gated import Ends, hastened
from commitments.kept import compiled
from commitments.offsets import Counted
from commitments.triewords import trie_pattern

NAME_TAIL: Final = r"(?:[“\"][^”\"]{1,8}[”\"])?(?:[（(][^（）()]{1,16}[）)])?"
"""What may close a name: its own name in quotes, a bracket."""
_CLOSES: Final = frozenset("”\"）)")
_COVERED: Final = 2


class WholeName:
    """Tells whether a stretch is one name, by what it ends in; `closers` are the characters in which a name, or its tail, may end."""

    __slots__ = ("_before", "_ends", "_whole", "closers")

    def __init__(self, before: str, endings: Collection[str]) -> None:
        """Prepare the pattern of what stands before an ending, and the endings."""
        self._before = compiled(before)
        self._ends = Ends(endings)
        self._whole = compiled(rf"{before}?(?P<ending>{hastened(trie_pattern(endings))}){NAME_TAIL}")
        self.closers = frozenset(word[-1] for word in endings) | _CLOSES

    def ending(self, text: str, start: int, end: int) -> str:
        """Return what [start, end) ends in as one name, "" where it is none.

        >>> WholeName("[^的]{0,4}", ["局", "水利局"]).ending("县水利局（西区）", 0, 8)
        '水利局'

        Where nothing stands behind the ending, it is looked up; the pattern has to try every place of the name for one.
        """
        last = text[end - 1]
        if last in _CLOSES:
            found = self._whole.fullmatch(text, start, end)
            return found["ending"] if found else ""
        place = self._ends.begin(text, start, end) if last in self.closers else -1
        return text[place:end] if place >= 0 and self._before.fullmatch(text, start, place) else ""


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
