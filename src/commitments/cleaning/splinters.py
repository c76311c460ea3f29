"""Pages whose inline elements each stand on a line of their own: quotation marks, brackets, figures and the words between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from commitments.editing import Edit, cut
from commitments.kept import compiled

_OPENS: Final = "“‘（(《〔"
_CLOSES: Final = "”’）)》〕"
_GOES_ON: Final = "、，,"
_ENDS: Final = "。！？!?；;：:"
_ALONE: Final = compiled("\n[ \t\u3000]{0,8}[“”‘’（）()《》〔〕、，,。；;：:]{1,3}[ \t\u3000]{0,8}(?=\n)")
_MARKS: Final = frozenset(_OPENS + _CLOSES + _GOES_ON + "。；;：:")
_FIGURE: Final = compiled(r"[0-9０-９A-Za-z.%％+—–-]{1,12}")
_HEADS_ITEM: Final = compiled(
    r"[(（]?[一二三四五六七八九十]{1,3}[)）、是要]|[(（]?[0-9]{1,2}[)）、.．]|第[一二三四五六七八九十]{1,3}|首先|其次|同志们|各位"
)
_FEWEST: Final = 4


def join_splinters(text: str) -> Iterator[Edit]:
    """Yield the cuts of line breaks around marks and figures that stand alone in the middle of a sentence.

    >>> page = "要把\\n“\\n河长制\\n”\\n落到村\\n(\\n社区\\n)\\n。"
    >>> "".join(c for i, c in enumerate(page) if not any(e.start <= i < e.end for e in join_splinters(page)))
    '要把“河长制”落到村(社区)。'
    """
    alone = _ALONE.findall(text)
    if len(alone) < _FEWEST or not any(_has(marks, _OPENS) for marks in alone) or not any(_has(marks, _CLOSES) for marks in alone):
        return
    lines = list(_lines(text))
    joined: set[int] = set()
    for number, (start, end) in enumerate(lines):
        part = text[start:end]
        before = text[slice(*lines[number - 1])] if number else ""
        after = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        runs_on = bool(before) and before[-1] not in _ENDS
        if part and len(part) <= 3 and all(char in _MARKS for char in part):
            if number and (part[0] not in _OPENS or runs_on):
                joined.add(number)
            closes = part[-1] in _CLOSES and _HEADS_ITEM.match(after) is None
            if after and (part[-1] in _OPENS or part[-1] in _GOES_ON or closes):
                joined.add(number + 1)
        elif runs_on and after and _FIGURE.fullmatch(part) and "\u4e00" <= before[-1] <= "\u9fff" and "\u4e00" <= after[0] <= "\u9fff":
            joined.update((number, number + 1))
    for number in sorted(joined):
        yield cut(lines[number - 1][1], lines[number][0], "repair.splinter")


def _has(marks: str, kind: str) -> bool:
    return any(char in kind for char in marks)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines that hold anything, without the blanks around."""
    start = 0
    for line in text.split("\n"):
        part = line.strip(" \t\u3000")
        if part:
            first = start + line.index(part)
            yield first, first + len(part)
        start += len(line) + 1
