"""Settles the line breaks of the speech: hard wraps are joined, blank lines go, gap marks find their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from commitments.cleaning.lines import is_complete, line_width, marker_length, open_ended, running_text, wrap_width
from commitments.cleaning.rulebook import Rulebook, is_salutation
from commitments.editing import Draft, Edit, cut
from commitments.kept import compiled
from commitments.types import GAP_MARK

_BLANK: Final = " \t\u3000\xa0"
_INDENT: Final = compiled(r"[\u3000]|[ \xa0]{2}|\t")
_SHORTEST_MARGINAL, _FEWEST_AT_MARGIN = 15, 3
_OPEN_END: Final = compiled(r"[，,、（(“‘《]$")
_GOES_ON: Final = compiled(r"[，,。；;、！？!?）)”]")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))
_CLAUSE: Final = compiled(r"[，,]")
_SENTENCE: Final = compiled(r"[。；;！？]")
_END_OF_SENTENCE: Final = compiled(r"[。！？]")
_FEWEST_SENTENCES, _SHARE_OF_SENTENCES = 20, 0.95


def settle_lines(draft: Draft, book: Rulebook) -> Draft:
    """Make every paragraph one line.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> settle_lines(Draft.of("  要抓紧落实。\\n\\n  下一步  "), rulebook(load_rules())).text
    '要抓紧落实。\\n下一步'
    """
    lines = _lines(draft.text)
    if not lines:
        return draft
    text = draft.text
    layout = _Layout.of(lines, book)
    edits = [cut(0, lines[0].start, "space.blank"), cut(lines[-1].end, len(text), "space.blank")]
    in_sentence = False
    for line, following in pairwise(lines):
        between = text[line.end : following.start]
        goes_on = in_sentence and line.text == GAP_MARK and not marker_length(following.text)
        in_sentence = goes_on or layout.joins(line, following)
        if in_sentence:
            edits.append(cut(line.end, following.start, "repair.wrap"))
        elif between != "\n":
            place = line.end + between.index("\n")
            edits += [cut(line.end, place, "space.blank"), cut(place + 1, following.start, "space.blank")]
    return draft.edited(edit for edit in edits if edit.end > edit.start)


def settle_gaps(draft: Draft) -> Draft:
    """Give a gap mark between paragraphs or at the end a line of its own; inside a sentence it stays in place.

    Two marks behind one another are one gap.
    """
    text = draft.text
    edits: list[Edit] = []
    for gap in draft.gaps:
        if gap.start and text[gap.start - 1] != "\n":
            start = _skip_back(text, gap.start)
            if not text[gap.end :].strip() or (is_complete(text[max(0, start - 4) : start]) and _starts_line(text, gap.end)):
                edits.append(Edit(start, gap.start, "\n", "gap.break"))
        if text[gap.end : gap.end + 1] not in {"", "\n"} and text[gap.start - 1 : gap.start] in {"", "\n"}:
            edits.append(Edit(gap.end, gap.end, "\n", "gap.break"))
    for gap, following in pairwise(draft.gaps):
        if not text[gap.end : following.start].strip():
            edits.append(cut(gap.end, following.end, following.rule))
    return draft.edited(edits)


class _Paragraph:
    """A line without its blanks, and whether it is set in from the left."""

    __slots__ = ("end", "indented", "start", "text")

    def __init__(self, start: int, end: int, text: str, indented: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.indented = indented


def _lines(text: str) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    heads: list[str] = []
    place = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            head = line[: line.find(stripped)]
            start = place + len(head)
            heads.append(head)
            found.append(_Paragraph(start, start + len(stripped), stripped, bool(_INDENT.match(head))))
        place += len(line) + 1
    margin = _margin(found, heads) if found and all(heads) else 0
    if margin:
        for paragraph, head in zip(found, heads, strict=True):
            paragraph.indented = line_width(head) > margin
    return found


def _margin(lines: Sequence[_Paragraph], heads: Sequence[str]) -> int:
    """Return how far every line of a print stands off its left edge; what is set in deeper is indented, the margin is not.

    The lines at the margin break off, as lines of a wrapped paragraph do; else it is the indent of whole paragraphs.
    """
    widths = [line_width(head) for head in heads]
    margin = min(widths)
    flush = [line.text for line, width in zip(lines, widths, strict=True) if width == margin]
    broken_off = sum(len(text) > _SHORTEST_MARGINAL and not is_complete(text) for text in flush)
    deeper = sum(width >= margin + 2 for width in widths)
    return margin if min(broken_off, deeper) >= _FEWEST_AT_MARGIN else 0


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the lines of a text are set.

    They are wrapped at a width (0: not at all), paragraphs are indented or not, or every sentence has a line of its own.
    """

    width: int
    by_characters: bool
    indents: bool
    sentences: bool
    book: Rulebook

    @classmethod
    def of(cls, lines: Sequence[_Paragraph], book: Rulebook) -> _Layout:
        indented = sum(line.indented for line in lines)
        flush = [line for line in lines if not line.indented]
        marked = bool(indented >= 3 and any(len(line.text) > 15 and not is_complete(line.text) for line in flush))
        texts = [line.text for line in lines]
        candidates, running = [text for text in open_ended(texts) if not _is_heading(text)], running_text(texts)
        columns = wrap_width(candidates, running, line_width, 4)
        characters = wrap_width(candidates, running, len, 2)
        by_characters = characters[1] > columns[1]
        width = characters[0] if by_characters else columns[0]
        return cls(width, by_characters, marked, not width and _sentence_a_line(texts), book)

    def joins(self, line: _Paragraph, following: _Paragraph) -> bool:
        """Tell whether the line break between two lines is a wrap."""
        if GAP_MARK in (line.text, following.text):
            return _joins_gap(line.text, following.text)
        if line.text[-1] == "|" or (self.indents and following.indented):
            return False
        if len(line.text) < 10 and not (self.sentences and _END_OF_SENTENCE.search(line.text)):
            return False
        if is_salutation(line.text, self.book):
            return False
        open_end = not is_complete(line.text)
        if open_end and (_GOES_ON.match(following.text) or _closed_by(line.text, following.text)):
            return True
        if marker_length(following.text) and not (self.indents and open_end and self._is_full(line)):
            return False
        if self.indents and open_end and len(line.text) >= 20 and not following.indented:
            return not self.book.speech["title"].search(line.text)
        if self.sentences and not _is_heading(line.text):
            return bool(_CLAUSE.search(line.text)) if open_end else _is_running(following.text)
        if not self.width:
            return open_end and len(following.text) > 1 and _breaks_off(line.text)
        if not self._is_full(line):
            return bool(_OPEN_END.search(line.text)) and open_end
        if open_end:
            return not self.book.speech["title"].search(line.text)
        if self.indents:
            return self._is_full(line)
        # A sentence that ends at the edge: the next line goes on unless it is shorter by an indent, or the last one.
        edge = 1 if self.by_characters else 2
        return -edge <= self._slack(following) <= edge * 2 and self._slack(line) >= -edge

    def _slack(self, line: _Paragraph) -> int:
        return (len(line.text) if self.by_characters else line_width(line.text)) - self.width

    def _is_full(self, line: _Paragraph) -> bool:
        step = 4 if self.by_characters else 8
        # A heading ends where it ends; only an indent or a mark that may not begin a line makes a wrapped one narrower.
        short = step // 2 if _is_heading(line.text) and not line.indented else step
        return -short <= self._slack(line) <= step // 2


def _sentence_a_line(texts: Sequence[str]) -> bool:
    """Tell whether a site, a recognizer or a chat gave every sentence a line: hardly one line of running text holds two."""
    ended = [text for text in texts if len(text) > 1 and not marker_length(text) and _END_OF_SENTENCE.match(text, len(text) - 1)]
    single = sum(not _END_OF_SENTENCE.search(text, 0, len(text) - 1) for text in ended)
    return len(ended) >= _FEWEST_SENTENCES and single >= _SHARE_OF_SENTENCES * len(ended)


def _is_running(line: str) -> bool:
    """Tell whether a line is running text: it ends a sentence, or has clauses."""
    return is_complete(line) or bool(_CLAUSE.search(line))


def _closed_by(line: str, following: str) -> bool:
    """Tell whether the second line closes the quotation or the bracket that the first one leaves open."""
    return any(line.rfind(opening) > line.rfind(closing) and _before(following, closing, opening) for opening, closing in _PAIRS)


def _before(text: str, first: str, second: str) -> bool:
    place = text.find(first)
    return place >= 0 and text.find(second, 0, place) < 0


def _is_heading(line: str) -> bool:
    """Tell whether a line looks like a heading of the outline: its marker, and no sentence mark."""
    return bool(marker_length(line)) and not _SENTENCE.search(line)


def _breaks_off(line: str) -> bool:
    """Tell whether a line stops inside a sentence: behind a comma, or behind more clauses than a heading has."""
    if _OPEN_END.search(line):
        return len(line) >= 30
    if marker_length(line):
        return len(line) >= 30 and bool(_SENTENCE.search(line))  # 二是储煤要足。…说清楚是谁的 / 责任。
    return len(line) >= 15 and bool(_SENTENCE.search(line) or len(_CLAUSE.findall(line)) >= 2)


def _joins_gap(line: str, following: str) -> bool:
    """A gap inside a sentence stands in the sentence."""
    if line == GAP_MARK:
        return False
    return len(line) >= 20 and following != "" and bool(_OPEN_END.search(line) or (not is_complete(line) and _SENTENCE.search(line)))


def _skip_back(text: str, place: int) -> int:
    while place and text[place - 1] in _BLANK:
        place -= 1
    return place


def _starts_line(text: str, place: int) -> bool:
    return text[place : place + 1] in {"", "\n"}
