"""Mails and answers that quote a speech line by line: the marks go, and what somebody wrote between and below the quoted lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from commitments.cleaning.lines import is_complete
from commitments.editing import Edit, cut
from commitments.kept import compiled

_MARKS: Final = compiled(r">[> ]{0,8}")
_FEWEST, _SHARE = 3, 0.6
"""Lines that are quoted, at least, and how much of the page they are: of its lines, or of its characters."""

_OUTLINE: Final = compiled(r"[\u3000 ]{0,4}(?:[(（]?[一二三四五六七八九十]{1,3}[)）、]|第[一二三四五六七八九十]{1,3}[,，、])")
_DUTY: Final = compiled(r"(?<![不需只主重纲摘])要(?!求|是|么|不|点|紧的)|必须|务必|确保|不得|严禁|[月年]底前|[0-9]日前")
_LAST_WORDS: Final = compiled(r"^[\u3000 ]{0,4}(?:谢谢(?:大家|各位)|(?:今天)?我?就讲到?这)|让我们[^。\n]{2,40}[！!。]$")
_LAST_ADDRESS: Final = compiled(r"[\u3000 ]{0,4}同志们[，,！!]")
"""How a closing paragraph begins; alone it closes nothing."""
_LONGER_THAN_A_REMARK: Final = 20
_LAST_LINES: Final = 5
_OFTEN: Final = 0.3
"""Of the paragraphs that are quoted: from so many on, those that are not are of the text as well."""


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
    depths = [_marks(line).count(">") for line in lines]
    quoted = sum(depth > 0 for depth in depths)
    shown = sum(len(line) for line, depth in zip(lines, depths, strict=True) if depth)
    if quoted < _FEWEST or (quoted < _SHARE * len(lines) and shown < _SHARE * len(text)):
        return []
    starts = _starts(lines)
    marked = ((start, _marks(line)) for start, line in zip(starts, lines, strict=True))
    edits = [cut(start, start + len(marks), "repair.quoted") for start, marks in marked if marks]
    main = _main(lines, depths)
    places = [index for index, depth in enumerate(depths) if depth == main]
    for first, last in _blocks(lines, depths, places):
        start = starts[first] - 1
        edits.append(cut(start, starts[last - 1] + len(lines[last - 1]), "mail.remark"))
    return edits


def _marks(line: str) -> str:
    """Return the marks with which a line is quoted."""
    found = _MARKS.match(line)
    return found[0] if found else ""


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
    between = [block for above, below in pairwise(places) if (block := _between(lines, depths, above, below))]
    paragraphs = sum(bool(lines[place].strip("> ")) and _ends(lines, place) for place in places)
    if len(between) < max(_FEWEST, _OFTEN * paragraphs):  # more are paragraphs of which a program has marked every other one
        yield from (block for block in between if not any(_is_speech(line, 0) for line in lines[slice(*block)]))
    if places and (last := _below(lines, depths, places[-1])) < len(lines):
        yield last, len(lines)


def _between(lines: Sequence[str], depths: Sequence[int], above: int, below: int) -> tuple[int, int] | None:
    """Return the lines between two quoted ones that blank lines set apart."""
    first = above + 1
    if first == below or not _ends(lines, above) or any(depths[first:below]) or lines[first].strip() or lines[below - 1].strip():
        return None
    return (first, below) if any(line.strip() for line in lines[first:below]) else None


def _below(lines: Sequence[str], depths: Sequence[int], above: int) -> int:
    """Return where the speech ends below the last quoted line: whoever quotes its beginning alone may have left the rest unmarked."""
    first, count = above + 1, len(lines)
    if first == count or not _ends(lines, above):
        return count
    while first < count and not depths[first] and lines[first].strip():
        first += 1  # the end of a long line that was broken
    if any(depths[first:]):  # somebody's answer, with what he answers to
        return first
    closed = _is_closed(lines[: above + 1])
    for place in range(count - 1, first - 1, -1):
        line = lines[place]
        closes = _LAST_WORDS.search(line) or _LAST_ADDRESS.match(line)
        if _OUTLINE.match(line) or (not closed and (closes or _is_speech(line, _LONGER_THAN_A_REMARK))):
            first = place + 1
            break
    return first if any(line.strip() for line in lines[first:]) else count


def _is_closed(lines: Sequence[str]) -> bool:
    """Tell whether quoted lines come to their end with the words of a closing, be its paragraph broken into lines."""
    shown = [text for line in lines[-_LAST_LINES:] if (text := line.lstrip("> ").rstrip())]
    return any(_LAST_WORDS.search("".join(shown[place:])) for place in range(len(shown)))


def _is_speech(line: str, shortest: int) -> bool:
    """Tell whether an unquoted line goes on with the outline, or puts somebody to work in a whole sentence; a remark does neither."""
    return bool(_OUTLINE.match(line)) or (len(line) >= shortest and is_complete(line) and _DUTY.search(line) is not None)


def _ends(lines: Sequence[str], place: int) -> bool:
    """Tell whether the quoted text above a place has come to the end of a paragraph, or of a heading with a blank line below it."""
    text = lines[place].lstrip("> ").rstrip()
    return not text or is_complete(text)
