"""Cuts the speech into sentences and clauses; quotation marks and brackets are never cut through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from commitments.types import Heading

_WHOLE = (
    r"“[^“”\n]{0,60}”|\"[^\"\n]{0,60}\"|‘[^‘’\n]{0,40}’|《[^《》\n]{0,60}》|[（(][^（）()\n]{0,240}[）)]|【[^【】\n]{0,60}】"
)
_SENTENCE_MARK = re.compile(_WHOLE + r"|[。！!？?\n]")
_CLAUSE_MARK = re.compile(_WHOLE + r"|[，,；;：:。！!？?]|——")
_SENTENCE_ENDS = frozenset("。！!？?\n")
_SPACE = " \u3000\t"
_ITEM = 3
"""The level from which a heading is an item of a list rather than the title of a section."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The finest unit of a speech: what stands between ，；：。 — `closing` is the mark behind it."""

    start: int
    end: int
    closing: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of clauses up to 。！？ or the end of the line; `start`, `end` take in the final mark."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of sentences under one outline item: `path` are the headings around it, outermost first.

    `heading` is set where the block opens right behind its own heading.
    """

    start: int
    end: int
    sentences: tuple[Sentence, ...]
    path: tuple[Heading, ...]


def sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    """Yield the sentences of [start, end).

    >>> text = "教育局要摸底,月底前上报。水利局要巡堤。"
    >>> [text[s.start : s.end] for s in sentences(text, 0, len(text))]
    ['教育局要摸底,月底前上报。', '水利局要巡堤。']
    """
    position = start
    for match in _SENTENCE_MARK.finditer(text, start, end):
        mark = match[0]
        if len(mark) > 1:
            continue
        yield from _sentence(text, position, match.start(), match.start() if mark == "\n" else match.end())
        position = match.end()
    yield from _sentence(text, position, end, end)


def _sentence(text: str, start: int, last: int, end: int) -> Iterator[Sentence]:
    start = _skip(text, start, last)
    if start < last:
        yield Sentence(start, end)


def clauses(text: str, sentence: Sentence) -> list[Clause]:
    """Return the clauses of a sentence; cut on demand, because most sentences of a speech need not be read.

    >>> text = "教育局要摸底,月底前上报。"
    >>> [text[c.start : c.end] for c in clauses(text, Sentence(0, len(text)))]
    ['教育局要摸底', '月底前上报']
    """
    found: list[Clause] = []
    position = sentence.start
    for match in _CLAUSE_MARK.finditer(text, sentence.start, sentence.end):
        mark = match[0]
        if (len(mark) > 1 and mark != "——") or (mark in ",，" and _in_number(text, match.start(), sentence.end)):
            continue
        _append(text, found, position, match.start(), mark)
        position = match.end()
    _append(text, found, position, sentence.end, "")
    return found


def _in_number(text: str, position: int, end: int) -> bool:
    around = text[position - 1 : position + 5] if position else ""
    return bool(re.match(r"\d[,，]\d{3}(?!\d)", around)) and position + 4 <= end


def _append(text: str, clauses: list[Clause], start: int, end: int, closing: str) -> None:
    start = _skip(text, start, end)
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    if end > start:
        clauses.append(Clause(start, end, closing))
    elif clauses and closing in _SENTENCE_ENDS:
        last = clauses[-1]
        clauses[-1] = Clause(last.start, last.end, closing)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _SPACE:
        start += 1
    return start


def blocks(text: str, headings: tuple[Heading, ...]) -> Iterator[Block]:
    """Yield the stretches between headings with their sentences, in text order.

    A chapter's or section's heading on a line of its own is not part of its block; a run-in heading and a numbered
    item are, because people put tasks into them (一是明确目标,确保全年…达标; 1. 新建幼儿园6所).
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
        position = heading.start + len(heading.marker) if heading.run_in or heading.level >= _ITEM else heading.end
