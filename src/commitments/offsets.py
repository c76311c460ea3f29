"""The map from the clean text back to the raw page, kept as runs of equal characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

_STRETCH: Final = 16
"""Characters of a text; few cues stand in so many."""


class Run(NamedTuple):
    """A stretch of `length` characters that stand at `clean` in the clean text and at `raw` on the page."""

    clean: int
    raw: int
    length: int


def to_raw(runs: Sequence[Run], start: int, end: int) -> tuple[int, int]:
    """Return the half-open raw span that covers the clean span [start, end).

    Characters the cleaner inserted itself (a gap mark, a line break) lie in no run; they map to
    the place between their neighbours.

    >>> to_raw([Run(0, 5, 3), Run(3, 20, 4)], 1, 4)
    (6, 21)
    """
    if start < 0 or end < start:
        raise ValueError(f"[{start}, {end}) is no span")
    first = _at(runs, start, forward=True)
    return first, first if end == start else max(first, _at(runs, end - 1, forward=False) + 1)


class Counted:
    """How many of some places in their order stand before a place: looked up for each stretch of a text, then counted on in it."""

    __slots__ = ("_marks", "_places")

    def __init__(self, places: list[int]) -> None:
        marks: list[int] = []
        reached = 0
        for number, place in enumerate(places):
            while reached <= place:
                marks.append(number)
                reached += _STRETCH
        marks.append(len(places))
        self._places = places
        self._marks = marks
        """For each stretch, how many stand before it."""

    def before(self, place: int) -> int:
        """Return how many stand before a place.

        >>> [Counted([1, 3, 3]).before(place) for place in (0, 1, 2, 4, 90)]
        [0, 0, 1, 3, 3]
        """
        places, marks = self._places, self._marks
        stretch = place // _STRETCH
        number = marks[stretch] if stretch < len(marks) else len(places)
        while number < len(places) and places[number] < place:
            number += 1
        return number

    def any_within(self, start: int, end: int) -> bool:
        """Whether any stands in [start, end)."""
        places, number = self._places, self.before(start)
        return number < len(places) and places[number] < end


def _at(runs: Sequence[Run], position: int, *, forward: bool) -> int:
    index = bisect_left(runs, (position + 1,)) - 1  # the last run that begins at or before it
    if index >= 0:
        run = runs[index]
        inside = position - run.clean
        if inside < run.length:
            return run.raw + inside
        if not forward or index + 1 == len(runs):
            return run.raw + run.length - (0 if forward else 1)
    elif not runs or not forward:
        return runs[0].raw - 1 if runs else (0 if forward else -1)
    return runs[index + 1].raw
