"""Asks the neighbours of a line that was taken for page by itself: the middle of a sentence is speech, whatever words it holds."""

from __future__ import annotations

from typing import Final

from commitments.cleaning.facts import PAGE, PROSE, SPEECH
from commitments.cleaning.interrupted import is_interrupted, wrap_of
from commitments.cleaning.lines import Kind, Line, is_complete, line_width, page_share
from commitments.cleaning.rulebook import Rulebook

_OPEN_MARKS = ("，", ",", "、")
_OPEN: Final[frozenset[Kind]] = frozenset({"prose", "wrapped", "heading", "plain"})
_FURNITURE: Final = frozenset(
    ("line.page-number", "line.ornament", "line.part", "line.the-end", "line.code", "line.address", "line.contents", "line.contents-entry",
     "line.file", "line.framed",
     "line.both-neighbours", "line.board", "line.floor", "line.machine-summary", "line.of-itself", "line.sent-from")
)  # fmt: skip
"""Lines that stand in the middle of a sentence where a sheet ends or a site has put them, and belong to none."""
_WRITTEN_IN: Final = frozenset({"line.address", "line.sent-from", "line.file"})
"""Of these, those that may stand in a line of the sentence as well."""
_LONGEST_RUN: Final = 4
_TOLERANCE: Final = 7
"""Columns by which two wrapped lines of one paragraph may differ: marks must not begin a line, and the first one is indented."""
_INDENT: Final = 4
_NARROWEST: Final = 28
_MOST_PAGE, _MOST_PAGE_INSIDE = 0.14, 0.3


def with_neighbours(lines: list[Line], book: Rulebook) -> list[Line]:
    """Give lines that go on with the sentence above them, and go on below, back to the speech.

    >>> from commitments.ruledata import load_rules
    >>> from commitments.cleaning.rulebook import rulebook
    >>> texts = (("窗口要一次说清，", "plain"), ("收藏一份清单，", "page"), ("少跑一趟。", "prose"))
    >>> with_neighbours([Line(0, 0, text, kind) for text, kind in texts], rulebook(load_rules()))[1].kind
    'wrapped'
    """
    wrap: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        if index and line.kind in PAGE and _may_be_speech(line):
            wrap = wrap_of(lines) if wrap is None else wrap
            end = _sentence_end(lines, index, wrap, book)
            for place in range(index, end):
                lines[place] = lines[place].seen_as("prose" if is_complete(lines[place].text) else "wrapped", "")
    return lines


def _may_be_speech(line: Line) -> bool:
    return not line.link and (line.rule not in _FURNITURE or line.rule in _WRITTEN_IN) and not line.rule.startswith("site.")


def _sentence_end(lines: list[Line], index: int, wrap: tuple[int, int], book: Rulebook) -> int:
    """Return the line behind those that go on with the sentence that is open above a line; the line itself where none does."""
    for place in range(index, min(index + _LONGEST_RUN, len(lines))):
        following = lines[place + 1 : place + 3]
        runs_on = lines[place].rule not in _FURNITURE and _goes_on(lines[place - 1], lines[place], book, first=place == index)
        if not runs_on and not is_interrupted(lines[place - 1], lines[place], following[0] if following else None, wrap, book):
            return index
        below = next((line for line in following if line.kind != "blank"), None)
        if below is None:
            return index
        if below.kind in SPEECH or (below.kind == "plain" and below is following[0]):
            return place + 1
        if below.kind not in PAGE or not _may_be_speech(below) or below is not following[0]:
            return index
    return index


def _goes_on(above: Line, line: Line, book: Rulebook, *, first: bool) -> bool:
    """Tell whether a line reads on from an open line above it: behind its comma, or at the width of a hard wrap."""
    if (first and above.kind not in _OPEN) or not above.text:
        return False
    share = page_share(line.text, book)
    closed, open_above = is_complete(line.text), not is_complete(above.text)
    if share <= _MOST_PAGE and above.text.endswith(_OPEN_MARKS) and (closed or line.text.endswith(_OPEN_MARKS)):
        return True
    width, own = line_width(above.text), line_width(line.text)
    if width < _NARROWEST or (first and above.kind not in PROSE and above.kind != "heading"):
        return False
    if abs(width - own) <= _TOLERANCE and open_above:  # nobody sets a notice into a sentence at the very width of its lines
        return share <= _MOST_PAGE_INSIDE or abs(width - own) <= _INDENT
    if abs(width - own) <= _TOLERANCE:
        return share <= _MOST_PAGE and not closed
    return open_above and closed and own < width and share <= _MOST_PAGE
