"""Follows how a speech counts its points: which number comes next, and where the last one that it announced is told.

A speech without a closing formula ends where its count does. What a page shows below it counts anew, or not at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from commitments.cleaning.lines import Line
from commitments.cleaning.rulebook import Rulebook
from commitments.kept import compiled
from commitments.numerals import CIRCLED, parse_numeral

_NUMBER: Final = compiled(r"[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}")
_INTRODUCTION: Final = 40
"""Lines below the salutation in which a speaker says how many points he has, at most."""
_FEWEST, _MOST = 2, 12
_CHAPTERS: Final = "#、"
"""The way in which the chapters of a speech are counted (一、)."""
_INNER = ("#是", "#要", "#.", "○")
"""Ways of counting inside a paragraph or point."""


class Point(NamedTuple):
    """The number of a point, and how it is written (`#、`, `(#)`, `第#,`)."""

    style: str
    number: int


def point(line: Line) -> Point | None:
    """Return which point a line opens.

    >>> point(Line(0, 9, "三、抓紧清淤", "heading", "", 2))
    Point(style='#、', number=3)
    """
    return _point(line.text[: line.marker])


@lru_cache(maxsize=256)
def _point(marker: str) -> Point | None:
    """Read a marker; pages have few, each of which is asked about again and again."""
    if marker[:1] in CIRCLED:
        return Point("○", CIRCLED[marker[0]])
    found = _NUMBER.search(marker)
    value = parse_numeral(found[0]) if found else None
    if found is None or value is None:
        return None
    style = marker[: found.start()] + "#" + marker[found.end() :]
    return Point(style.replace("，", ",").replace("（", "(").replace("）", ")").replace("．", "."), int(value))


def told_above(lines: Sequence[Line], anchor: int, book: Rulebook) -> list[bool]:
    """For each line, whether all points that the speech has announced are told above it (我讲三点: 一、…三、 and a sentence).

    Args:
        lines: the page's lines.
        anchor: the first line of the speech below its title.
        book: the compiled cleaning rules.
    """
    announced = reached = 0
    style, told = "", False
    found: list[bool] = []
    for index, line in enumerate(lines):
        found.append(told)
        if index < anchor or told or line.kind not in {"heading", "prose", "wrapped", "plain"}:
            continue
        own = point(line) if line.marker else None
        if own is not None and own.number == reached + 1 and (own.style == style or not reached):
            style, reached = own.style, own.number
            told = reached == announced and line.kind == "prose"
        elif not reached and index < anchor + _INTRODUCTION:
            announced = _announced(line.text, book) or announced
        elif reached == announced and announced and line.kind == "prose":
            told = True
    return found


def counted_above(lines: Sequence[Line], anchor: int, titles: frozenset[int]) -> list[bool]:
    """For each line, whether the last point of the speech's count is told above it, or the page says that the text has ended.

    The count is that of the chapters (一、), else the first that has two points, in numerals, above one another; what follows its last
    point counts no further. The `titles` of a list are no points.
    """
    reached: dict[str, int] = {}
    last: dict[str, int] = {}
    for index, line in enumerate(lines[anchor:], anchor):
        own = point(line) if line.marker and index not in titles else None
        if own is not None and own.number == reached.get(own.style, 0) + 1:
            reached[own.style], last[own.style] = own.number, index
    outer = [style for style, number in reached.items() if number >= _FEWEST and not style.endswith(_INNER)]
    spoken = [style for style, number in reached.items() if number > _FEWEST and style == "#是"]  # a short speech has no other
    first = _CHAPTERS if _CHAPTERS in outer else next(iter(outer or spoken), "")
    start = last.get(first, len(lines))
    told, found = False, []
    for index, line in enumerate(lines):
        found.append(told)
        told = told or (index >= start and line.kind == "prose") or (index > anchor and line.rule == "line.the-end")
    return found


def _announced(text: str, book: Rulebook) -> int:
    """Return how many points a sentence announces; 0 where it announces none."""
    counts = [found["count"] for found in book.speech["announced"].finditer(text)]
    value = parse_numeral(counts[-1]) if counts else None
    return int(value) if value is not None and _FEWEST <= value <= _MOST else 0


def counts_of(lines: Sequence[Line]) -> dict[str, int]:
    """Return the number reached in each way of counting, the speech's own first.

    >>> counts_of([Line(0, 4, "一、抓早", "heading", "", 2), Line(5, 9, "二、抓小", "heading", "", 2)])
    {'#、': 2}
    """
    counts: dict[str, int] = {}
    for line in lines:
        if line.marker and (seen := point(line)) is not None:
            counts[seen.style] = seen.number
    return counts


def goes_on(counts: Mapping[str, int], line: Line, *, told: bool) -> bool:
    """Tell whether a line's number is the next of a count above it, or opens a count of another kind; a told count has no next.

    Args:
        counts: what the speech above has counted (see `counts_of`).
        line: a line with a marker.
        told: whether the speech has told all its points.
    """
    own = point(line)
    if own is None:
        return True
    top = next(iter(counts), "")
    if own.style == top:
        return not told and own.number == counts[top] + 1
    return own.number == counts.get(own.style, 0) + 1 or (own.number == 1 and bool(counts))


def listed(lines: Sequence[Line]) -> frozenset[int]:
    """Return the headings that stand one below the other and count anew what has been counted above: the titles of a list.

    >>> texts = ("一、抓早", "二、抓小", "一、通知", "二、图解")
    >>> heads = [Line(0, 4, text, "heading", "", 2) for text in texts]
    >>> sorted(listed([*heads[:1], Line(0, 3, "清淤。", "prose"), heads[1], Line(0, 3, "清淤。", "prose"), *heads[2:]]))
    [4, 5]
    """
    found: set[int] = set()
    counts: dict[str, int] = {}
    block: list[int] = []
    for index, line in enumerate([*lines, Line(0, 0, "", "page")]):
        own = point(line) if line.kind == "heading" else None
        if own is not None and (own.number == len(block) + 1 and own.style in counts):
            block.append(index)
            continue
        if line.kind == "blank":
            continue
        found.update(block if len(block) > 1 else ())
        block = []
        if own is not None:
            counts[own.style] = own.number
    return frozenset(found)
