"""Opens a page that has been poured into one line: head, speech and tail become lines again, so that each can be judged."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from commitments.cleaning.facts import bare
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
_CLOSED: Final = frozenset("。！？!?…”」』）)】")
_ENDS_ITEM: Final = _CLOSED | frozenset("；;：:")
_SALUTATION: Final = compiled(
    r"(?:(?:尊敬|敬爱|亲爱)的)?(?:同志[们們]|各位(?:领导|同志|代表|委员|来宾|乡亲|老师|朋友)|大家好)[^。\n]{0,30}?[:：!！]"
)
_LABEL: Final = compiled(r"[一-龥]{2,4}[:：]")
_FEWEST_CHUNKS: Final = 4
_PROSE: Final = 60
_KEY, _SHORTEST_KEY = 24, 12
_LONGEST_HEAD, _LONGEST_TAIL_LINE, _LONGEST_HEADING = 1500, 200, 45
_END: Final = compiled(r"[。！!](?=[^ \u3000\t])")
_DAY: Final = compiled(r"(?<=[话話告言辞辭稿])[ \u3000]{0,2}(?=[(（][^()（）\n]{4,40}[)）]\s{0,3}$)")
_HEAD_END: Final = compiled(r"(?<=[)）话話告言辞辭稿])[ \u3000]{0,3}$")
_SHORTEST_TITLE, _LONGEST_TITLE = 10, 80
_NUMERALS: Final = "一二三四五六七八九十"
_POINT: Final = compiled(
    r"(?<=[。！？!?；;:：…”）)\s])[ \u3000\t]{0,8}"
    r"(?P<marker>(?P<number>[一二三四五六七八九十])、|[(（][一二三四五六七八九十]{1,2}[)）])"
)
_BLANKS: Final = compiled(r"[ \u3000\t]{1,8}")
_SHEET: Final = compiled(r"(?<![0-9第、（(])(?P<number>[0-9]{1,2})、(?![0-9])")
_SHORTEST_SHEET: Final = 120
_WITHHELD: Final = compiled("(?:隐藏|隱藏|省略|略去)[^。]{0,6}?[0-9]{1,6} ?字")
"""A notice in the middle of the speech (此处隐藏了800字,下载文档可见全文): behind it the speech goes on."""


class _Place(NamedTuple):
    """Where the one line stands on the page, where the speech's salutation does, and where its tail begins."""

    start: int
    end: int
    salutation: tuple[int, int] | None
    tail: int


def open_lines(draft: Draft, book: Rulebook) -> Draft:
    """Make the parts of a collapsed page lines: the chunks of its head and tail, the points of its speech.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> body = "渠道要抓紧清淤，年底前完成。" * 50
    >>> page = "小草文苑 首页 我的文库 题名:在会上的讲话 页数:6 在会上的讲话 同志们: " + body + "谢谢大家! 加入书架 读者留言(2)"
    >>> lines = open_lines(Draft.of(page), rulebook(load_rules())).text.split("\\n")
    >>> lines[4], lines[5], lines[6], lines[7][:4]
    ('页数:6', '在会上的讲话', '同志们:', '渠道要抓')
    """
    text = draft.text
    start, end = max(_lines(text), key=lambda span: span[1] - span[0])
    if end - start < max(_LONGEST_LINE, _SHARE * len(text)):
        return draft
    salutation = _salutation(text, start, end)
    place = _Place(start, end, salutation, _tail_start(text, salutation[1], end, book) if salutation else end)
    breaks = [*_head(text, place, book), *_body(text, place), *_tail(text, place, book)]
    sheets = [Edit(*span, "" if index else "\n", RULE) for index, span in enumerate(_sheets(text, place))]
    return draft.edited([*sheets, *(Edit(low, high, "\n", RULE) for low, high in breaks)])


def _lines(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    for line in text.split("\n"):
        yield place, place + len(line)
        place += len(line) + 1


def _salutation(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the salutation of the speech, which is the last one whose first words a preview above it shows as well."""
    found = None
    limit = start + int((end - start) * _HEAD_SHARE)
    for match in _SALUTATION.finditer(text, start, limit):
        if found is not None:
            key = text[found[1] : found[1] + _KEY].strip()
            again = text.find(key, match.end(), match.end() + _KEY + 4) if len(key) >= _SHORTEST_KEY else -1
            if again < 0:
                break
        found = match.span()
    return found


def _head(text: str, place: _Place, book: Rulebook) -> Iterator[tuple[int, int]]:
    """Yield the blanks above the salutation, where words of a page stand among them, and the ends of a site's sentences."""
    if place.salutation is None:
        return
    top = place.salutation[0]
    head = text[place.start : top]
    chunks = [match.span() for match in _CHUNK.finditer(head)]
    paged = len(chunks) >= _FEWEST_CHUNKS and _page_words(head, book) > 1
    if paged:
        for (_, stop), (begin, _) in zip(chunks, [*chunks[1:], (len(head), 0)], strict=True):
            if begin > stop:
                yield place.start + stop, place.start + begin
    if paged and len(head) <= _LONGEST_HEAD:
        yield from ((match.end(), match.end()) for match in _END.finditer(text, place.start, top))
    day = _DAY.search(text, max(place.start, top - 60), top)
    if day is not None:
        yield day.span()
    behind = _HEAD_END.search(text, max(place.start, top - 8), top)
    if behind is not None:
        yield behind.span()
    yield from _title_again(text, place.start, day.start() if day else top)


def _title_again(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a title begins that stands in the head once more, glued to what is above it."""
    low = max(start, end - _LONGEST_HEAD)
    for length in range(_LONGEST_TITLE, _SHORTEST_TITLE - 1, -1):
        if low < end - length and text.find(text[end - length : end], low, end - length) >= 0:
            yield end - length, end - length
            return


def _body(text: str, place: _Place) -> Iterator[tuple[int, int]]:
    """Yield where the speech's paragraphs begin: behind its salutation, at its points, behind a heading that a blank ends."""
    if place.salutation is None:
        return
    low = place.salutation[1]
    if not text[low : low + 1].isspace():
        yield low, low
    else:
        yield low, low + len(text[low : low + 8]) - len(text[low : low + 8].lstrip())
    number = 0
    for match in _POINT.finditer(text, low, place.tail):
        if match["number"] and _NUMERALS.index(match["number"]) + 1 != number + 1:
            continue
        number += bool(match["number"])
        yield match.start(), match.start("marker")
        yield from _heading_end(text, match.end(), place.tail)


def _heading_end(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the blank that ends a heading: the only one in front of the next sentence's end, or the only wide one."""
    end = min(end, start + _LONGEST_HEADING * 4)
    close = _SENTENCE.search(text, start, end)
    blanks = [match.span() for match in _BLANKS.finditer(text, start, close.start() if close else end)]
    wide = [span for span in blanks if span[1] - span[0] > 1]
    chosen = wide if len(wide) == 1 else blanks if len(blanks) == 1 else []
    yield from (span for span in chosen if 2 <= span[0] - start <= _LONGEST_HEADING)


def _sheets(text: str, place: _Place) -> Iterator[tuple[int, int]]:
    """Yield the numbers of sheets that stand in the middle of sentences, one by one; lists are numbered behind sentences."""
    top = place.salutation[0] if place.salutation else place.start
    found: list[tuple[int, int]] = []
    inside = 0
    low = max(place.start, top - 90)
    for match in _SHEET.finditer(text, low, place.tail):
        if int(match["number"]) != len(found) + 1 or (found and match.start() - found[-1][1] < _SHORTEST_SHEET):
            continue
        if not found and match.start() > top:
            return
        inside += text[match.start() - 1] not in _ENDS_ITEM and not text[match.start() - 1].isspace() and bool(found)
        found.append(match.span())
    if inside:
        yield from found


def _tail_start(text: str, low: int, end: int, book: Rulebook) -> int:
    """Return where the page goes on below the speech: at the first chunk behind a closed sentence that is a line of a page.

    What ends a page (上一篇:…) needs no closed sentence above it: short chunks of the page may stand there.
    """
    chunks = [match.span() for match in _CHUNK.finditer(text, low, end)]
    closed = low
    for above, chunk in pairwise(chunks):
        words = text[slice(*chunk)]
        if _ends(text, above[1]):
            closed = chunk[0]
        elif "。" in text[slice(*above)]:
            closed = -1
        if len(words) > _LONGEST_TAIL_LINE or closed < 0 or _WITHHELD.search(words):
            continue
        cues = [cue for _, cue in book.lines.cued.cues_in(words)]
        rule = book.lines.find(words, cues, prose=len(words) > _PROSE) if cues else None
        if (closed == chunk[0] and (rule is not None or bare(words) in book.labels)) or (rule is not None and rule.rule.params.get("tail")):
            return closed
    return end


def _ends(text: str, end: int) -> bool:
    return text[end - 1] in _CLOSED or text[end - 3 : end] == "..."


def _tail(text: str, place: _Place, book: Rulebook) -> Iterator[tuple[int, int]]:
    """Yield the blanks below the speech, or below the last stretch of prose where words of a page stand among them."""
    if place.tail < place.end:
        chunks = [match.span() for match in _CHUNK.finditer(text, place.tail, place.end)]
        before = text[: place.tail].rstrip(" \u3000\t")
        yield len(before), place.tail
        yield from ((stop, begin) for (_, stop), (begin, _) in pairwise(chunks))
        return
    chunks = [match.span() for match in _CHUNK.finditer(text, place.start, place.end)]
    last = next((index for index in range(len(chunks) - 1, -1, -1) if _is_prose(text[slice(*chunks[index])])), len(chunks))
    below = chunks[last:]
    if len(below) > _FEWEST_CHUNKS and _page_words(text[below[1][0] : place.end], book):
        yield from ((stop, begin) for (_, stop), (begin, _) in pairwise(below))


def _is_prose(chunk: str) -> bool:
    return len(chunk) >= _PROSE and len(_SENTENCE.findall(chunk)) >= 2


def _page_words(text: str, book: Rulebook) -> int:
    return len({*book.page_words.findall(text), *_LABEL.findall(text)})
