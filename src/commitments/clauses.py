"""Cuts the speech into sentences and clauses; quotation marks and brackets are never cut through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from commitments.gated import Chars
from commitments.kept import compiled
from commitments.types import GAP_MARK, Heading

_WHOLE: Final = (
    r"“[^“”\n]{0,60}”|「[^「」\n]{0,60}」|\"[^\"\n]{0,60}\"|‘[^‘’\n]{0,40}’|《[^《》\n]{0,60}》"
    r"|（[^（）()\n]{0,240}[）)]|\([^（）()\n]{0,240}[）)]|【[^【】\n]{0,60}】"
)
_UNCUT: Final = compiled(f"——|{_WHOLE}")
"""What is taken as a whole: a dash of two, and what quotation marks or brackets hold."""
_OPENING: Final = '“「"‘《（(【'
_SENTENCE_MARKS: Final = "。\n！!？?"
_CLAUSE_MARKS: Final = "，,。；;：:！!？?"
_SENTENCE_CUTS: Final = Chars(_SENTENCE_MARKS + _OPENING)
_CLAUSE_CUTS: Final = Chars(_CLAUSE_MARKS + "—" + _OPENING)
_THOUSANDS: Final = compiled(r"\d[,，]\d{3}(?!\d)")
_SENTENCE_ENDS: Final = frozenset("。！!？?\n")
_BLANK: Final = 0x20
_WIDE_BLANK: Final = 0x3000
_TAB: Final = 0x9
_DASHES: Final = frozenset("—―")
_BULLETS: Final = frozenset("●■◆▲★☆◇•·※➢►▶✓✔√♦")
"""Signs before the items of a list; two of a kind in a row are a mask (★★公司)."""
_BULLETS_WITH_BLANK: Final = frozenset("-*>＞")
"""Signs that are so only before a blank (*局 is a name with its mask)."""
_CLOSED = ("。", "；", ";", "！")
ITEM_LEVEL: Final = 3
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
    last = _SENTENCE_CUTS.next(text, start, end)
    while last < end:
        if text[last] in _SENTENCE_MARKS:
            begin = past_bullet(text, _skip(text, position, last), last)
            if begin < last:
                yield Sentence(begin, last if text[last] == "\n" else last + 1)
            position = behind = last + 1
        else:
            behind = _behind_whole(text, last, end)
        last = _SENTENCE_CUTS.next(text, behind, end)
    begin = past_bullet(text, _skip(text, position, end), end)
    if begin < end:
        yield Sentence(begin, end)


def clauses(text: str, sentence: Sentence) -> list[Clause]:
    """Return the clauses of a sentence; cut on demand, because most sentences of a speech need not be read.

    >>> text = "教育局要摸底,月底前上报。"
    >>> [text[c.start : c.end] for c in clauses(text, Sentence(0, len(text)))]
    ['教育局要摸底', '月底前上报']
    """
    found: list[Clause] = []
    position = behind = sentence.start
    end = sentence.end
    while (last := _CLAUSE_CUTS.next(text, behind, end)) < end:
        mark = text[last]
        behind = last + 1 if mark in _CLAUSE_MARKS else _behind_whole(text, last, end)
        if mark in _OPENING or (mark == "—" and behind == last + 1):
            continue
        if mark in ":：" and text[last - 1].isdigit() and text[behind : behind + 1].isdigit():
            continue  # 17:00, 1:2
        if mark in ",，" and text[last - 1].isdigit() and _in_number(text, last, end):
            continue
        _append(text, found, position, last, text[last:behind])
        position = behind
    _append(text, found, position, end, "")
    return found


def _behind_whole(text: str, start: int, end: int) -> int:
    """Return the place behind what is not cut through, or behind its first character where it has no end."""
    whole = _UNCUT.match(text, start, end)
    return whole.end() if whole else start + 1


def _in_number(text: str, position: int, end: int) -> bool:
    """Whether a comma parts the thousands of a number (1,200)."""
    return _THOUSANDS.match(text, position - 1) is not None and position + 4 <= end


def _append(text: str, clauses: list[Clause], start: int, end: int, closing: str) -> None:
    start = _skip(text, start, end)
    while end > start and _is_space(ord(text[end - 1])):
        end -= 1
    if end > start:
        clauses.append(Clause(start, end, closing))
    elif clauses and closing in _SENTENCE_ENDS:
        clauses[-1].closing = closing


def past_bullet(text: str, start: int, end: int) -> int:
    """Return where a sentence begins behind the sign of its item, or behind what the page withholds before it.

    >>> past_bullet("●水利局要清淤", 0, 7), past_bullet("——水利局。", 0, 6), past_bullet("*局要清淤", 0, 5)
    (1, 2, 0)
    >>> past_bullet("〔…〕水利局要清淤", 0, 9)
    3
    """
    if text.startswith(GAP_MARK, start):
        return _skip(text, start + len(GAP_MARK), end)
    if start + 1 >= end or not (text[start] in _BULLETS or text[start] in _BULLETS_WITH_BLANK or text[start] in _DASHES):
        return start
    if text[start] in _DASHES:  # ——水利局。6月底前…
        return _skip(text, start + 1 + (text[start + 1] in _DASHES), end)
    blank = _is_space(ord(text[start + 1]))
    if blank or (text[start] in _BULLETS and text[start + 1] not in _BULLETS):
        return _skip(text, start + 1, end)
    return start


def _skip(text: str, start: int, end: int) -> int:
    while start < end and _is_space(ord(text[start])):
        start += 1
    return start


def _is_space(code: int) -> bool:
    """Whether a character is a blank, told by its number: compiled code need not make an object of it."""
    return code in (_BLANK, _WIDE_BLANK, _TAB)


def blocks(text: str, headings: tuple[Heading, ...], bare: frozenset[int] = frozenset()) -> Iterator[Block]:
    """Yield the stretches between headings with their sentences, in text order.

    A chapter's or section's heading on a line of its own is not part of its block; a run-in heading, a numbered
    item and a heading that is a whole sentence are, because people put tasks into them (一是明确目标,确保全年…达标;
    1. 新建幼儿园6所; (一)水利局要在5月底前完成12座水库除险加固。).

    Args:
        text: the speech.
        headings: its outline.
        bare: the numbers of the headings that are read as well, because nothing is said below them.
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
        closed = any(mark in _CLOSED for mark in text[heading.end - 1 : heading.end + 1])
        spoken = heading.run_in or heading.level >= ITEM_LEVEL or closed or index in bare
        position = heading.start + len(heading.marker) if spoken else heading.end
