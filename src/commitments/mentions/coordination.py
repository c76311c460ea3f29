"""Where a coordination of names may be cut: 发改局、财政局和各镇."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from commitments.kept import compiled

_JOINT: Final = compiled(r"[、,，]|以及|及其|[和与及](?!其)")


def cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each part of [start, end) ends, and where the next one begins.

    >>> list(cuts("发改局、财政局和各镇", 0, 10))
    [(3, 4), (7, 8), (10, 10)]
    """
    for match in _JOINT.finditer(text, start, end):
        yield match.start(), match.end()
    yield end, end


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of [start, end)."""
    for stop, following in cuts(text, start, end):
        yield start, stop
        start = following
