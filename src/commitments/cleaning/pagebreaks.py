"""Joins what a page has parted: the words that stand at the end of one sheet and once more at the head of the next."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from commitments.cleaning.lines import is_complete
from commitments.editing import Draft, Edit, cut
from commitments.kept import compiled

_SHORTEST, _LONGEST = 6, 80
"""Characters that stand on both sheets."""
_LINE: Final = compiled(r"[^\n]{1,40000}")
_DOTS: Final = compiled(r"[….·\s]{0,40}")


def rejoin_sheets(draft: Draft) -> Draft:
    """Cut the beginning of a line that repeats the end of the line above, where that breaks off in the middle of a sentence.

    >>> rejoin_sheets(Draft.of("对断头的26公里管网，5月底\\n……头的26公里管网，5月底前完成修复。")).text
    '对断头的26公里管网，5月底前完成修复。'
    """
    text = draft.text
    lines = [match.span() for match in _LINE.finditer(text) if match[0].strip()]
    edits: list[Edit] = []
    for (first, above), (start, end) in pairwise(lines):
        above = first + len(text[first:above].rstrip())
        edge = text[max(0, above - _SHORTEST) : above]
        if is_complete(edge):
            continue
        begin = _DOTS.match(text, start).end()  # type: ignore[union-attr]  # matches nothing at least
        place = text.find(edge, begin, min(end, begin + _LONGEST))
        stop = place + len(edge)
        if place >= 0 and len(edge) == _SHORTEST and text.endswith(text[begin:stop], first + 1, above):
            while stop < len(text) and text[stop] in " \u3000\n" and not text[stop:end].strip():
                stop += 1
            edits.append(cut(above, stop, "repair.sheet-overlap"))
    return draft.edited(edits)
