"""Finds what stands at the edges of printed sheets inside a speech: running heads, by their recurrence or by the sentence they part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from commitments.cleaning.facts import PAGE, bare
from commitments.cleaning.foreign import joints_of
from commitments.cleaning.lines import Kind, Line, is_complete, line_width
from commitments.cleaning.rulebook import Rulebook
from commitments.kept import compiled

_LAID_OUT: Final = compiled(r"\S[ \u3000\t]{4,}\S")
_EDGES: Final = "0123456789０１２３４５６７８９ \u3000\t—–-·第页頁共/／()（）"
_WATERMARK: Final = compiled(r"^[一-龥]{2,4}(?:[ \u3000][0-9]{3,8}|0[0-9]{2,7})$|^[A-Z]{1,6}[0-9]{4,}$|@|[0-9]{1,3}(?:[.][0-9]{1,3}){3}")
"""Who has opened a page on which machine; cells of a table hold figures again and again as well, and those are of tasks."""
_PAGE_OF: Final = compiled(r"第\s?[0-9０-９]{1,4}\s?[页頁]")
_BREAK: Final = frozenset(("line.page-number", "line.framed", "line.part", "line.counter"))
"""Lines where one sheet ends and another begins."""
_RUNNING: Final[frozenset[Kind]] = frozenset({"prose", "wrapped", "plain"})
_LONGEST, _NARROWEST = 60, 28
_NARROWER: Final = 6
"""Columns by which a line inside a wrapped paragraph is narrower than the one above it, at least, if it is not of the paragraph."""
_TASK: Final = compiled("(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9０-９]|[要须应把将由请]|[前底]|完成|确保|[局委办镇乡村]$")
"""What a running head does not hold: a date or a figure, a task, the name of a body at its end."""
_MEASURES: Final = frozenset("公里万亩元座处个家户人名吨%％平米年月日")
_LEADING: Final = frozenset("，。；：、！？”’）》,.;:!?)")


def running_heads(lines: Sequence[Line], anchor: int, end: int, title: int | None) -> set[int]:
    """Return the running heads among the lines of a speech: what recurs, next to page numbers above all, and its own title."""
    places: dict[str, list[int]] = {}
    for index in range(anchor, end):
        line = lines[index]
        if line.kind in {"plain", "wrapped"} and len(line.text) <= _LONGEST and line.text[-1] not in "，,、" and not is_complete(line.text):
            places.setdefault(line.text.strip(_EDGES), []).append(index)
    edges = _page_edges(lines) if places else frozenset()
    same = bare(lines[title].text) if title is not None else ""
    heads: set[int] = set()
    for text, indices in places.items():
        at_edges = [index for index in indices if index in edges]
        counted = len(indices) >= 2 and sum(bool(_PAGE_OF.search(lines[index].text)) for index in indices) >= 2
        again = len(text) >= len(same) > 0 and bare(text) == same
        shown = lines[indices[0]].text
        alike = len(indices) >= 3 and len({lines[index].text for index in indices}) == 1 and bool(_WATERMARK.search(shown))
        if alike or (len(text) >= 4 and (len(indices) >= 3 or counted or len(at_edges) >= 2 or again)):
            heads.update(indices)
        heads.update(index for index in at_edges if _LAID_OUT.search(lines[index].text))
    return heads


def _page_edges(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines next to the end of a sheet, blank lines apart."""
    texts = [index for index, line in enumerate(lines) if line.kind != "blank"]
    breaks = [place for place, index in enumerate(texts) if _is_break(lines[index])]
    return frozenset(texts[place + step] for place in breaks for step in (-1, 1) if 0 <= place + step < len(texts))


def _is_break(line: Line) -> bool:
    return line.kind in PAGE and (line.rule in _BREAK or bool(_PAGE_OF.match(line.text)))


def parting(lines: Sequence[Line], anchor: int, end: int, book: Rulebook) -> Iterator[int]:
    """Yield the short lines next to lines of the page that part a sentence of wrapped text: above them it breaks off, and it goes on below.

    Args:
        lines: the page's lines.
        anchor: the first line of the speech below its title.
        end: the line behind its last.
        book: the compiled cleaning rules.
    """
    texts = [index for index in range(anchor, end) if lines[index].kind != "blank"]
    for place in range(1, len(texts) - 1):
        if lines[texts[place]].kind in PAGE and lines[texts[place]].kind != "tail":
            for step in (-1, 1):
                index = texts[place + step]
                if lines[index].kind == "plain" and _parts(lines, texts, place + step, book):
                    yield index


def _parts(lines: Sequence[Line], texts: Sequence[int], place: int, book: Rulebook) -> bool:
    line = lines[texts[place]]
    if len(line.text) > _LONGEST or line.marker or is_complete(line.text) or line.text[0] in _LEADING or line.text[-1] in "，,、；;：":
        return False
    above = next((lines[index] for index in reversed(texts[:place]) if lines[index].kind not in PAGE), line)
    below = next((lines[index] for index in texts[place + 1 :] if lines[index].kind not in PAGE), line)
    if above.kind not in _RUNNING or is_complete(above.text) or below.kind not in _RUNNING or below.marker:
        return False
    width = line_width(above.text)
    if width < _NARROWEST or line_width(line.text) > width - _NARROWER:
        return False
    if _TASK.search(line.text) is not None or (below.text[0] in _MEASURES and lines[texts[place - 1]].text[-1:].isdigit()):
        return False  # a line of the speech in a list without stops, or beside a figure that a wrap has set on a line of its own
    joints = joints_of(book.joints)
    fits, passes = above.text[-1] + line.text[0] in joints, above.text[-1] + below.text[0] in joints
    return passes or not fits
