"""Puts the printed lines of pages together again: columns, running heads, page numbers, and paragraphs that were wrapped.

Paper says by its layout what a text says by its line ends: a line that fills its column goes on in the next one, unless that is indented.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from commitments.kept import compiled

_WIDE = compiled(r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—]")
_DIGITS = compiled(r"[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,4}(?=\s?[页頁])")
_PAGE_NUMBER = compiled(
    r"[-—–·•~\s]{0,6}(?:第\s{0,3})?(?:[0-9０-９]{1,4}|[ivxIVX]{1,6})\s{0,3}(?:[页頁]?\s{0,3}(?:[/／,，、]|of)?\s{0,3}(?:共|总)?\s{0,3}[0-9０-９]{0,4}\s{0,3}[页頁]?)[-—–·•~\s]{0,6}"
)
_FINAL = compiled(r"[。！？；：!?;:…][”’」』）)]{0,2}$")
_MARKER = compiled(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十0-9]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[,，、部章条]|[0-9]{1,2}[、.．](?![0-9])|[①-⑳])"
)
_MARGIN = 0.13
"""Of the printed height, above and below: there running heads and page numbers stand."""
_NEAR_COLUMN = 2.2
_INDENT = 0.8
"""In characters: how much a line may fall short of its column's edge and still fill it, and how far in it begins a paragraph."""
_FILLED = 0.7
"""Of its column: a line that long and without an end goes on, too; widths of characters are only estimated."""
_LEADING = 1.7
_COLUMN_SHARE = 0.25


class Piece(NamedTuple):
    """A stretch of text as it is printed: where it begins on the page (points, from below), its size, its words."""

    x: float
    y: float
    size: float
    text: str

    @property
    def right(self) -> float:
        """Where it ends, by the usual widths of its characters."""
        return self.x + self.size * _width(self.text)


@dataclass(frozen=True, slots=True)
class _Column:
    """The lines of a column, and where its text begins and ends."""

    lines: Sequence[Piece]
    left: float
    right: float
    leading: float


def laid_out(pages: Sequence[Sequence[Piece]]) -> str:
    """Return the text of pages, one paragraph a line.

    >>> line = Piece(72, 700, 16, "水利局要在五月底前完成十二座水库除险加固，汛期前逐库")
    >>> laid_out([[line, Piece(72, 672, 16, "检查一遍。"), Piece(104, 644, 16, "财政局要保障经费。"), Piece(290, 30, 10, "— 1 —")]])
    '水利局要在五月底前完成十二座水库除险加固，汛期前逐库检查一遍。\\n财政局要保障经费。'
    """
    printed = [_rows(page) for page in pages]
    margins = [_margins(page) for page in printed]
    furniture = _furniture(margins)
    columns: list[_Column] = []
    for page, margin in zip(printed, margins, strict=True):
        gone = {line for line in margin if _PAGE_NUMBER.fullmatch(line.text.strip()) or _without_number(line.text) in furniture}
        columns += _columns([line for line in page if line not in gone])
    return "\n".join(_paragraphs(columns))


def _width(text: str) -> float:
    wide = len(_WIDE.findall(text))
    return wide + (len(text) - wide) * 0.5


def _rows(pieces: Iterable[Piece]) -> list[Piece]:
    """Join the pieces that stand on one line next to each other; pieces printed twice, for boldness, count once."""
    rows: list[Piece] = []
    for piece in pieces:
        last = rows[-1] if rows else None
        if last is None or abs(last.y - piece.y) > 0.45 * max(last.size, piece.size) or piece.x < last.x - 0.5:
            rows.append(piece)
        elif piece.text == last.text and abs(piece.x - last.x) < 0.2 * piece.size:
            continue
        elif piece.x - last.right > 3 * max(last.size, piece.size):
            rows.append(piece)
        else:
            rows[-1] = Piece(last.x, last.y, max(last.size, piece.size), last.text + piece.text)
    return rows


def _margins(page: Sequence[Piece]) -> list[Piece]:
    """Return the lines that stand above and below the text of a page: apart from it, or in another size."""
    if not page:
        return []
    lines = sorted(page, key=lambda line: -line.y)
    size = _common(line.size for line in page)
    steps = [round(above.y - below.y, 1) for above, below in pairwise(lines) if above.y - below.y > 0.5 * size]
    leading = _common(steps) if steps else size
    height = lines[0].y - lines[-1].y
    found: list[Piece] = []
    for outwards in (lines, lines[::-1]):
        for line, inner in pairwise(outwards):
            apart = abs(line.y - inner.y) > 1.4 * leading or abs(line.size - size) > 0.1 * size
            beside = abs(line.y - inner.y) < 0.5 * size
            if abs(line.y - outwards[0].y) > _MARGIN * height or not (apart or beside):
                break
            found.append(line)
    return found


def _furniture(margins: Sequence[Sequence[Piece]]) -> set[str]:
    """Return the texts that recur in the margins of pages, without their numbers."""
    counts: Counter[str] = Counter()
    for margin in margins:
        counts.update({_without_number(line.text) for line in margin})
    least = max(2, round(0.4 * len(margins)))
    return {text for text, count in counts.items() if count >= least and 0 < len(text) <= 60}


def _without_number(text: str) -> str:
    return _DIGITS.sub("", text).strip()


def _columns(lines: Sequence[Piece]) -> list[_Column]:
    """Return the columns of a page in reading order; a headline across both comes first."""
    if not lines:
        return []
    gutter = _gutter(lines)
    if gutter is None:
        return [_column(lines)]
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.x >= gutter]
    across = [line for line in lines if line.x < gutter < line.right]
    top = max(line.y for line in (*left, *right))
    blocks = ([line for line in across if line.y > top], left, right, [line for line in across if line.y <= top])
    return [_column(sorted(block, key=lambda line: -line.y)) for block in blocks if block]


def _gutter(lines: Sequence[Piece]) -> float | None:
    """Return the middle of the empty strip between two columns, if the page has two."""
    first, last = min(line.x for line in lines), max(line.right for line in lines)
    size = _common(line.size for line in lines)
    for start in sorted({round(line.x) for line in lines if line.x > first + 0.4 * (last - first)}):
        if start > first + 0.65 * (last - first):
            break
        right = sum(line.x >= start - 0.5 for line in lines)
        left = sum(line.right <= start - 0.5 * size for line in lines)
        rows = {round(line.y) for line in lines if line.x >= start - 0.5} & {round(line.y) for line in lines if line.right <= start}
        if min(left, right) >= _COLUMN_SHARE * len(lines) and left + right >= 0.85 * len(lines) and len(rows) >= 0.5 * min(left, right):
            return start - 0.25 * size
    return None


def _column(lines: Sequence[Piece]) -> _Column:
    steps = [round(above.y - below.y, 1) for above, below in pairwise(lines) if above.y > below.y]
    lefts = Counter(round(line.x) for line in lines)
    edges = sorted(line.right for line in lines)
    left = min(x for x, count in lefts.items() if count >= 0.1 * len(lines))
    return _Column(lines, left, edges[max(0, round(0.95 * len(edges)) - 1)], _common(steps) if steps else 0.0)


def _common(values: Iterable[float]) -> float:
    return Counter(values).most_common(1)[0][0]


def _paragraphs(columns: Sequence[_Column]) -> list[str]:
    found: list[str] = []
    previous: tuple[Piece, _Column] | None = None
    for column in columns:
        for line in column.lines:
            text = line.text.strip()
            if previous is not None and _goes_on(*previous, line, column):
                found[-1] = _joined(found[-1], text)
            else:
                found.append(text)
            previous = (line, column)
    return found


def _goes_on(above: Piece, column: _Column, line: Piece, own: _Column) -> bool:
    """Tell whether a line continues the one above it."""
    if line.x > own.left + _INDENT * line.size or line.text.startswith("\u3000") or abs(above.size - line.size) > 0.15 * above.size:
        return False
    final = bool(_FINAL.search(above.text.rstrip()))
    full = above.right >= column.right - _NEAR_COLUMN * above.size
    ragged = not final and above.right >= column.left + _FILLED * (column.right - column.left)
    if not (full or ragged) or (_MARKER.match(line.text) and (final or not full)):
        return False
    if own is column and column.leading:
        return above.y - line.y <= _LEADING * column.leading or not final
    return True


def _joined(text: str, line: str) -> str:
    """Join two lines; between Latin words stands a blank, and a hyphen at the end of a line parted a word."""
    if text[-1:].isascii() and line[:1].isascii() and text[-1:].isalpha() and line[:1].isalpha():
        return f"{text} {line}"
    if text.endswith("-") and text[-2:-1].isascii() and text[-2:-1].isalpha() and line[:1].islower():
        return text[:-1] + line
    return text + line
