"""Cuts the speech into sentences and clauses; quotation marks and brackets are never cut through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from commitments.kept import compiled
from commitments.types import Heading

_WHOLE: Final = (
    r"“[^“”\n]{0,60}”|「[^「」\n]{0,60}」|\"[^\"\n]{0,60}\"|‘[^‘’\n]{0,40}’|《[^《》\n]{0,60}》"
    r"|（[^（）()\n]{0,240}[）)]|\([^（）()\n]{0,240}[）)]|【[^【】\n]{0,60}】"
)
# Each branch begins with a plain character: only then does `re` run ahead to the next of them instead of trying all branches
# at every place.
_SENTENCE_MARK: Final = compiled(f"。|\n|！|!|？|\\?|{_WHOLE}")
_CLAUSE_MARK: Final = compiled(f"，|,|。|；|;|：|:|！|!|？|\\?|——|{_WHOLE}")
_THOUSANDS: Final = compiled(r"\d[,，]\d{3}(?!\d)")
_SENTENCE_ENDS: Final = frozenset("。！!？?\n")
_SPACE: Final = " \u3000\t"
_CLOSED = ("。", "；", ";", "！")
_ITEM: Final = 3
"""The level from which a heading is an item of a list rather than the title of a section."""


class Clause:
    """The finest unit of a speech: what stands between ，；：。 — `closing`: the mark behind it; `numbered`: the number before it."""

    __slots__ = ("closing", "end", "numbered", "start")

    def __init__(self, start: int, end: int, closing: str) -> None:
        self.start = start
        self.end = end
        self.closing = closing
        self.numbered: re.Match[str] | None = None


class Sentence:
    """A run of clauses up to 。！？ or the end of the line; `start`, `end` take in the final mark."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


class Block:
    """A stretch of sentences under one outline item: `path` are the headings around it, outermost first."""

    __slots__ = ("end", "path", "sentences", "start")

    def __init__(self, start: int, end: int, sentences: tuple[Sentence, ...], path: tuple[Heading, ...]) -> None:
        self.start = start
        self.end = end
        self.sentences = sentences
        self.path = path


def sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences of [start, end).

    >>> text = "教育局要摸底,月底前上报。水利局要巡堤。"
    >>> [text[s.start : s.end] for s in sentences(text, 0, len(text))]
    ['教育局要摸底,月底前上报。', '水利局要巡堤。']
    """
    position = start
    for match in _SENTENCE_MARK.finditer(text, start, end):
        last, following = match.span()
        if following - last > 1:
            continue
        begin = _skip(text, position, last)
        if begin < last:
            yield Sentence(begin, last if text[last] == "\n" else following)
        position = following
    begin = _skip(text, position, end)
    if begin < end:
        yield Sentence(begin, end)


def clauses(text: str, sentence: Sentence) -> list[Clause]:
    """Return the clauses of a sentence; cut on demand, because most sentences of a speech need not be read.

    >>> text = "教育局要摸底,月底前上报。"
    >>> [text[c.start : c.end] for c in clauses(text, Sentence(0, len(text)))]
    ['教育局要摸底', '月底前上报']
    """
    found: list[Clause] = []
    position, end = sentence.start, sentence.end
    for match in _CLAUSE_MARK.finditer(text, position, end):
        last, behind = match.span()
        mark = text[last]
        if behind - last > 1 and mark != "—":
            continue
        if mark in ":：" and text[last - 1].isdigit() and text[behind : behind + 1].isdigit():
            continue  # 17:00, 1:2
        if mark in ",，" and text[last - 1].isdigit() and _in_number(text, last, end):
            continue
        _append(text, found, position, last, text[last:behind])
        position = behind
    _append(text, found, position, end, "")
    return found


def _in_number(text: str, position: int, end: int) -> bool:
    """Whether a comma parts the thousands of a number (1,200)."""
    return _THOUSANDS.match(text, position - 1) is not None and position + 4 <= end


def _append(text: str, clauses: list[Clause], start: int, end: int, closing: str) -> None:
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    if end > start:
        clauses.append(Clause(start, end, closing))
    elif clauses and closing in _SENTENCE_ENDS:
        clauses[-1].closing = closing


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _SPACE:
        start += 1
    return start


def blocks(text: str, headings: tuple[Heading, ...]) -> Iterator[Block]:
    """Yield the stretches between headings with their sentences, in text order.

    A chapter's or section's heading on a line of its own is not part of its block; a run-in heading, a numbered
    item and a heading that is a whole sentence are, because people put tasks into them (一是明确目标,确保全年…达标;
    1. 新建幼儿园6所; (一)水利局要在5月底前完成12座水库除险加固。).
    """
    edges = [(heading.start, index) for index, heading in enumerate(headings)]
    position, path = 0, ()  # type: tuple[int, tuple[Heading, ...]]
    for start, index in [*edges, (len(text), -1)]:
        if start > position:
            found = tuple(sentences(text, position, start))
            if found:
                yield Block(position, start, found, path)
        if index < 0:
            return
        heading = headings[index]
        path = (*(outer for outer in path if outer.level < heading.level), heading)
        spoken = heading.run_in or heading.level >= _ITEM or any(mark in _CLOSED for mark in text[heading.end - 1 : heading.end + 1])
        position = heading.start + len(heading.marker) if spoken else heading.end
