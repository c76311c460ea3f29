"""Tells whether a line of wrapped text is a sentence's middle although a site has written its account or its name into it.

Such a line reads like one of the page by its words. What shows that it is none is how it stands between the lines above and below:
it is as wide as they are, the sentence runs into it and out of it, and without what was written into it no word of pages is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from commitments.cleaning.foreign import Joints, joints_of
from commitments.cleaning.lines import Line, is_complete, line_width, marker_length, page_share
from commitments.cleaning.rulebook import Rulebook

_NARROWEST, _FEWEST = 28, 3
"""Columns of wrapped lines, and their number, at least."""
_NARROWER: Final = 7
"""Columns by which the line may fall below its neighbours: marks must not begin a line, and the first one is indented."""
_SHORTER: Final = 3
"""The same in characters; some wrap at so many of them, and letters and figures are narrow."""
_OPEN_MARKS = ("，", ",", "、", "；", ";", "：")
_CLAUSES: Final = frozenset("，,、；;。")
_MARKS: Final = frozenset("，,、；;：“”（(《。.0123456789%％")
_LEAST: Final = 12
"""Characters of a sentence around what was written into it, at least."""
_LONGEST_NOTE: Final = 16
_MOST_PAGE, _MOST_PAGE_THROUGH = 0.14, 0.3
_RUNNING: Final = frozenset({"prose", "wrapped", "heading", "plain"})
_ABOVE_PARAGRAPHS: Final = frozenset({"prose", "heading", "salutation"})


def wrap_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Return how wide the wrapped lines of a page are, in half-width columns and in characters; 0 where hardly any is wrapped."""
    widths = sorted((line_width(line.text), len(line.text)) for line in lines if line.kind == "wrapped")
    return widths[len(widths) // 2] if len(widths) >= _FEWEST else (0, 0)


def is_interrupted(above: Line, line: Line, below: Line | None, wrap: tuple[int, int], book: Rulebook) -> bool:
    """Tell whether the sentence of a wrapped paragraph runs through a line that was taken for page.

    Args:
        above: the line right above it.
        line: the line.
        below: the line right below it, where one is.
        wrap: how wide the wrapped lines of the page are, in columns and characters.
        book: the compiled cleaning rules.
    """
    if below is None or not below.text or not above.text or wrap[0] < _NARROWEST:
        return False
    closed = is_complete(line.text)
    opened = above.kind in _RUNNING and not is_complete(above.text)
    if line_width(line.text) < wrap[0] - _NARROWER and len(line.text) < wrap[1] - _SHORTER:
        return opened and closed and _is_speech(line.text, book)
    goes_on = not closed and not marker_length(below.text)
    if not opened and not (above.kind in _ABOVE_PARAGRAPHS and goes_on):
        return False
    if _is_speech(line.text, book):
        return True
    joints = joints_of(book.joints)
    runs_in = opened and _joins(above.text, line.text, joints)
    runs_out = goes_on and _joins(line.text, below.text, joints)
    through = runs_out or closed or not _joins(above.text, below.text, joints) or (runs_in and not above.text.endswith(_OPEN_MARKS))
    share = _scattered(line.text, book)
    if (runs_in and (runs_out or closed)) or (not opened and runs_out and not _CLAUSES.isdisjoint(line.text)):
        return share <= (_MOST_PAGE_THROUGH if opened else _MOST_PAGE)
    return opened and through and goes_on and share <= _MOST_PAGE


def _joins(first: str, second: str, joints: Joints) -> bool:
    """Tell whether a line may run into another: beside a mark or a figure, or where two characters stand side by side in running text."""
    return first.endswith(_OPEN_MARKS) or second[0] in _MARKS or first[-1].isdigit() or first[-1] + second[0] in joints


def _scattered(text: str, book: Rulebook) -> float:
    """Return how much of a line is made of words of pages; words side by side are one note in it, and say nothing of the rest."""
    words = [match.span() for match in book.page_words.finditer(text)]
    if not words or words[-1][1] - words[0][0] <= _LONGEST_NOTE:
        return 0.0
    return page_share(text, book)


def _is_speech(text: str, book: Rulebook) -> bool:
    """Tell whether clauses without words of pages are left of a line where what a site has written into it is taken out."""
    rest, done = "", 0
    for hit in book.inline.find(text):
        rest += text[done : hit.start]
        done = hit.end
    rest += text[done:]
    return done > 0 and len(rest) >= _LEAST and not _CLAUSES.isdisjoint(rest) and not book.page_words.search(rest)
