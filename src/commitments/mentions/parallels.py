"""Read parallel expressions together: 周调度、月通报 is one mention with two recurrences, 整治期内每周 one with its period.

In 9月10日、20日前 the second day lies in the month of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from commitments.kept import compiled
from commitments.numerals import parse_numeral
from commitments.types import DeadlineMention

_DAY: Final = compiled(r"[0-9\uff10-\uff19一二三四五六七八九十]{1,3}")
# What may stand between two parallel frequencies: 每周[调度、]每月通报.
_PARALLEL: Final = compiled(r"[\u4e00-\u9fff“”\"‘’]{0,12}、[并还]?(?:非?汛期|平时|节假日)?|(?:和|及|以及|并)")

# How often or how long the last act is done belongs to it: 每周巡查一遍、每旬通报[一次].
_TIMES: Final = compiled(r"(?:不少于|至少)?[0-9０-９一两二三四五六七八九十]{1,3}[次遍轮回场趟](?![序性])")

# What parts two days of one month, others between them: 9月5日[、10日和]20日前.
_NEXT_DAY: Final = compiled(r"(?:、[0-9一二三四五六七八九十]{1,3}[日号]){0,3}(?:、|和|及|与|以及)")
_DAYS = ("deadline.day", "deadline.day_bare")


def in_month_before(found: list[DeadlineMention], text: str) -> list[DeadlineMention]:
    """Put a day without a month into the month of the day before it: 9月10日、[20日前].

    Args:
        found: the mentions of one stretch, in text order.
        text: the whole text.
    """
    for place in range(1, len(found)):
        first, second = found[place - 1], found[place]
        if second.rule != "deadline.day_of_month" or not first.rule.startswith(_DAYS) or first.deadline.end is None:
            continue
        day = _DAY.match(second.text)
        if day and _NEXT_DAY.fullmatch(text, first.end_char, second.start_char):
            end = _day_of(first.deadline.end, parse_numeral(day[0]))
            found[place] = replace(second, deadline=replace(second.deadline, end=end), warnings=first.warnings if end else second.warnings)
    return found


def _day_of(other: date, number: Decimal | None) -> date | None:
    try:
        return other.replace(day=int(number or 0))
    except ValueError:  # 9月10日、31日前
        return None


def join_parallel(found: Sequence[DeadlineMention], text: str, end: int, act: re.Pattern[str]) -> list[DeadlineMention]:
    """Join parallel frequencies (每周调度、每月通报) to one mention with several recurrences.

    Args:
        found: the mentions of one stretch, in text order.
        text: the whole text.
        end: where the stretch ends.
        act: what is done at regular times; the last one's verb joins the mention.
    """
    joined: list[DeadlineMention] = []
    parallel = False
    for mention in found:
        last = joined[-1] if joined else None
        if last and _is_frequency_within(last, mention):
            joined[-1] = _joined_pair(last, mention, text)
            continue
        if last and _are_parallel(last, mention, text):
            joined[-1], parallel = _joined_pair(last, mention, text), True
            continue
        if parallel and last:
            joined[-1] = _with_act(last, text, end, act)
        joined.append(mention)
        parallel = False
    if parallel:
        joined[-1] = _with_act(joined[-1], text, end, act)
    return joined


def _is_frequency_within(period: DeadlineMention, mention: DeadlineMention) -> bool:
    """A frequency right behind its period or start is one expression with it: 整治期内每周, 3月1日起每旬."""
    if period.end_char != mention.start_char or not mention.deadline.recurrence:
        return False
    return bool(period.deadline.start) and not period.deadline.recurrence


def _are_parallel(first: DeadlineMention, second: DeadlineMention, text: str) -> bool:
    both = bool(first.deadline.recurrence and second.deadline.recurrence)
    return both and _PARALLEL.fullmatch(text, first.end_char, second.start_char) is not None


def _joined_pair(first: DeadlineMention, second: DeadlineMention, text: str) -> DeadlineMention:
    words = text[first.start_char : second.end_char]
    recurrence = tuple(dict.fromkeys((*first.deadline.recurrence, *second.deadline.recurrence)))
    deadline = replace(first.deadline, text=words, recurrence=recurrence, times=first.deadline.times or second.deadline.times)
    return replace(first, end_char=second.end_char, text=words, deadline=deadline)


def _with_act(mention: DeadlineMention, text: str, end: int, act: re.Pattern[str]) -> DeadlineMention:
    """Let a joined mention end with the last one's verb, as its other parts do: 每周调度、每月[通报]."""
    tail = act.match(text, mention.end_char, end)
    if tail is None:
        return mention
    times = _TIMES.match(text, tail.end(), end)
    stop = times.end() if times else tail.end()
    words = text[mention.start_char : stop]
    return replace(mention, end_char=stop, text=words, deadline=replace(mention.deadline, text=words))
