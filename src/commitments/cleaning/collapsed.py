"""Opens a page that has been poured into one line: head, speech and tail become lines again, so that each can be judged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from commitments.cleaning.rulebook import Rulebook
from commitments.editing import Draft, Edit
from commitments.kept import compiled

RULE: Final = "repair.collapsed"
_LONGEST_LINE: Final = 600
_SHARE: Final = 0.6
"""Of the page's text that stands in its longest line, at least."""
_HEAD_SHARE: Final = 0.45
_CHUNK: Final = compiled(r"[^ \u3000\t]{1,20000}")
_SENTENCE: Final = compiled(r"[。！？；!?;]")
_SALUTATION: Final = compiled(
    r"(?:(?:尊敬|敬爱|亲爱)的)?(?:同志[们們]|各位(?:领导|同志|代表|委员|来宾|乡亲|老师|朋友)|大家好)[^。\n]{0,30}?[:：!！]"
)
_LABEL: Final = compiled(r"[一-龥]{2,4}[:：]")
_FEWEST_CHUNKS: Final = 4
_PROSE: Final = 60


def open_lines(draft: Draft, book: Rulebook) -> Draft:
    """Turn the blanks between the parts of a collapsed page's head and tail into line breaks.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> body = "渠道要抓紧清淤，年底前完成。" * 50
    >>> page = "小草文苑 首页 我的文库 题名:在会上的讲话 页数:6 在会上的讲话 同志们: " + body + "谢谢大家! 加入书架 读者留言(2)"
    >>> lines = open_lines(Draft.of(page), rulebook(load_rules())).text.split("\\n")
    >>> lines[4], lines[5], lines[6][:6]
    ('页数:6', '在会上的讲话', '同志们: 渠')
    """
    text = draft.text
    start, end = max(_lines(text), key=lambda span: span[1] - span[0])
    if end - start < max(_LONGEST_LINE, _SHARE * len(text)):
        return draft
    breaks = [*_head(text, start, end, book), *_tail(text, start, end, book)]
    return draft.edited(Edit(place, stop, "\n", RULE) for place, stop in breaks)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    for line in text.split("\n"):
        yield place, place + len(line)
        place += len(line) + 1


def _head(text: str, start: int, end: int, book: Rulebook) -> Iterator[tuple[int, int]]:
    """Yield the blanks above the salutation, where words of a page stand among them."""
    found = _SALUTATION.search(text, start, start + int((end - start) * _HEAD_SHARE))
    head = text[start : found.start()] if found else ""
    chunks = [match.span() for match in _CHUNK.finditer(head)]
    if len(chunks) >= _FEWEST_CHUNKS and _page_words(head, book) > 1:
        for (_, stop), (begin, _) in zip(chunks, [*chunks[1:], (len(head), 0)], strict=True):
            if begin > stop:
                yield start + stop, start + begin


def _tail(text: str, start: int, end: int, book: Rulebook) -> Iterator[tuple[int, int]]:
    """Yield the blanks below the last stretch of prose, where words of a page stand among them."""
    chunks = [(start + match.start(), start + match.end()) for match in _CHUNK.finditer(text[start:end])]
    last = next((index for index in range(len(chunks) - 1, -1, -1) if _is_prose(text[slice(*chunks[index])])), len(chunks))
    below = chunks[last:]
    if len(below) > _FEWEST_CHUNKS and _page_words(text[below[1][0] : end], book):
        yield from ((stop, begin) for (_, stop), (begin, _) in pairwise(below))


def _is_prose(chunk: str) -> bool:
    return len(chunk) >= _PROSE and len(_SENTENCE.findall(chunk)) >= 2


def _page_words(text: str, book: Rulebook) -> int:
    return len({*book.page_words.findall(text), *_LABEL.findall(text)})
