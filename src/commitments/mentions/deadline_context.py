"""Weigh the context of a date that nothing marks as a deadline: 9月10日召开 is a task, 9月10日召开了 a report."""

from __future__ import annotations

from typing import Final

from commitments.kept import compiled
from commitments.mentions.deadline_finder import DeadlineFinder
from commitments.speechdate import SpeechDate
from commitments.types import DeadlineMention

_CLAUSE_MARK: Final = compiled(r"[,，;；。！？!?\n]")
_LONGEST_CLAUSE: Final = 200
_LAST_MARK: Final = compiled(rf"(?s:.{{0,{_LONGEST_CLAUSE}}})[,，;；。！？!?\n]")
_ATTRIBUTE: Final = compiled("这一?[天日]|[\u4e00-\u9fff]{1,6}的(?:事|工作|问题|情况|话题|会议?)(?=[一-鿿]{0,6}(?:[，,。；;]|$))")
"""A bare date before them is spoken about (十月一日这一天) or says which matter is meant (12月党报征订的事)."""


def needs_context(mention: DeadlineMention) -> bool:
    """Tell whether nothing but its context makes a mention a deadline: 9月10日, 2026年, 全年.

    Args:
        mention: a mention from `find_deadlines`.
    """
    return "unmarked" in mention.tags


def is_no_task(mention: DeadlineMention, text: str, speech: SpeechDate | None, finder: DeadlineFinder) -> bool:
    """Tell whether the clause of an unmarked date looks back (9月10日召开了) or merely characterises the time (今年意义非凡)."""
    last = mention.deadline.end or mention.deadline.start
    if speech and last and last.year < speech.year:
        return True
    if text[mention.end_char : mention.end_char + 1] == "的" or _ATTRIBUTE.match(text, mention.end_char):
        return True
    start = _clause_start(text, mention.start_char)
    stop = _clause_end(text, mention.end_char)
    if stop - mention.end_char <= 1:  # 9月10日,全区召开了… : the clause behind belongs to it
        stop = _clause_end(text, stop + 1)
    if finder.backward.search(text, start, stop):
        return True
    # 今年意义非凡: stretches so long that speakers name them mostly to characterise them
    if "needs_task" not in mention.tags or mention.text[-1] in "底末" or stop - start <= len(mention.text) + 2:
        return False
    return not (finder.forward.search(text, start, mention.start_char) or finder.forward.search(text, mention.end_char, stop))


def _clause_start(text: str, position: int) -> int:
    floor = max(0, position - _LONGEST_CLAUSE)
    last = _LAST_MARK.match(text, floor, position)
    return last.end() if last else floor


def _clause_end(text: str, position: int) -> int:
    stop = min(len(text), position + _LONGEST_CLAUSE)
    mark = _CLAUSE_MARK.search(text, position, stop)
    return mark.start() if mark else stop
