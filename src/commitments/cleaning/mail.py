"""Mails and answers that quote a speech line by line: the marks go, and what somebody wrote between and below the quoted lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from commitments.cleaning.lines import is_complete
from commitments.editing import Edit, cut
from commitments.kept import compiled

_MARKS: Final = compiled(r">[> ]{0,8}")
_FEWEST, _SHARE = 3, 0.6
"""Lines that are quoted, at least, and how much of the page they are: of its lines, or of its characters."""


def unquoted(text: str) -> list[Edit]:
    """Return the cuts of the marks of quoted lines, and of what stands among and below them unquoted, set apart by blank lines.

    A line right below a quoted one is the end of a long one that a program for mail has broken. Lines that are quoted once more
    than the speech are in somebody's answer where they stand below it.

    >>> page = "> 同志们：\\n> 渠道要抓紧清淤。\\n>\\n> 各村都要上工。\\n\\n-- \\n小草"
    >>> [page[edit.start : edit.end] for edit in unquoted(page)][-1]
    '\\n\\n-- \\n小草'
    """
    if text.count("\n>") < _FEWEST - 1:
        return []
    lines = text.split("\n")
    depths = [_depth(line) for line in lines]
    quoted = sum(depth > 0 for depth in depths)
    shown = sum(len(line) for line, depth in zip(lines, depths, strict=True) if depth)
    if quoted < _FEWEST or (quoted < _SHARE * len(lines) and shown < _SHARE * len(text)):
        return []
    starts = _starts(lines)
    edits = [_mark(lines[index], starts[index]) for index in range(len(lines)) if depths[index]]
    main = _main(lines, depths)
    places = [index for index, depth in enumerate(depths) if depth == main]
    for first, last in _blocks(lines, depths, places):
        start = starts[first] - 1
        edits.append(cut(start, starts[last - 1] + len(lines[last - 1]), "mail.remark"))
    return edits


def _depth(line: str) -> int:
    """Return how often a line is quoted."""
    return line[: _MARKS.match(line).end()].count(">") if line[:1] == ">" else 0  # type: ignore[union-attr]  # begins with one


def _mark(line: str, start: int) -> Edit:
    return cut(start, start + _MARKS.match(line).end(), "repair.quoted")  # type: ignore[union-attr]


def _starts(lines: Sequence[str]) -> list[int]:
    starts, place = [], 0
    for line in lines:
        starts.append(place)
        place += len(line) + 1
    return starts


def _main(lines: Sequence[str], depths: Sequence[int]) -> int:
    """Return how often most of the quoted text is quoted."""
    sizes: dict[int, int] = {}
    for line, depth in zip(lines, depths, strict=True):
        if depth:
            sizes[depth] = sizes.get(depth, 0) + len(line)
    return max(sizes, key=lambda depth: sizes[depth])


def _blocks(lines: Sequence[str], depths: Sequence[int], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the lines [first, last) of what stands between two quoted lines, or below the last one, without being of the quotation."""
    for above, below in zip(places, [*places[1:], len(lines)], strict=True):
        first = above + 1
        if first == below or not _ends(lines, above):
            continue
        if below == len(lines):
            while first < below and not depths[first] and lines[first].strip():
                first += 1  # the end of a long line that was broken
        elif any(depths[first:below]) or lines[first].strip() or lines[below - 1].strip():
            continue
        if any(line.strip() for line in lines[first:below]):
            yield first, below


def _ends(lines: Sequence[str], place: int) -> bool:
    """Tell whether the quoted text above a place has come to the end of a paragraph, or of a heading with a blank line below it."""
    text = lines[place].lstrip("> ").rstrip()
    return not text or is_complete(text)
