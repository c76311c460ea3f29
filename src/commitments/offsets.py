"""The map from the clean text back to the raw page, kept as runs of equal characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


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


def counted_before(places: Sequence[int], length: int) -> list[int]:
    """Return, for each place up to `length`, how many of some places in their order stand before it; a search costs ten times as much.

    >>> counted_before([1, 3, 3], 4)
    [0, 0, 1, 1, 3]
    """
    found: list[int] = []
    for number, place in enumerate(places):
        found += [number] * (place + 1 - len(found))
    return found + [len(places)] * (length + 1 - len(found))


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
