"""Read parallel expressions together: 周调度、月通报 is one mention with two recurrences, 整治期内每周 one with its period.

In 9月10日、20日前 the second day lies in the month of the first; so in 9月10日前报名,20日前面试.
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

_DATED = ("deadline.day", "deadline.range_days", "deadline.month", "deadline.from_date")
_WITHOUT_MONTH: Final = "deadline.day_of_month"
_BARE_DAY: Final = "deadline.day_of_month_bare"
_YEARS: Final = frozenset(("deadline.year_relative", "deadline.year_bare", "deadline.aimed_year"))
_HEADS: Final = frozenset(("", "，", ",", "；", ";", "。", "：", ":", "\n", " ", "\u3000"))
"""What stands before a year that opens its clause."""
_SENTENCE_END: Final = compiled(r"[。！？!?\n]")
_ENDS_YEAR: Final = compiled(r"[。！？!?\n]|[今本]年")
"""Behind this a coming year is no longer spoken of."""


def in_month_before(found: list[DeadlineMention], text: str) -> list[DeadlineMention]:
    """Put a day without a month into the month of the date before it in its sentence: 9月10日前报名,[20日前]面试.

    A bare day that has no such date is none (5日,市里召开会议).

    Args:
        found: the mentions of one stretch, in text order.
        text: the whole text.
    """
    if not any(mention.rule.startswith(_WITHOUT_MONTH) for mention in found):
        return found
    kept: list[DeadlineMention] = []
    dated: DeadlineMention | None = None
    for mention in found:
        if mention.rule.startswith(_WITHOUT_MONTH):
            moved = _in_month_of(dated, mention, text) if dated is not None else None
            if moved is None and mention.rule == _BARE_DAY:
                continue
            mention = moved or mention
        if mention.rule.startswith(_DATED) and not mention.deadline.recurrence:  # 工地日巡查 is no day
            dated = mention
        kept.append(mention)
    return kept


def _in_month_of(dated: DeadlineMention, mention: DeadlineMention, text: str) -> DeadlineMention | None:
    """Return a day without a month in that of a date before it; None where it is not the later one, or of another sentence."""
    other, day = dated.deadline.end or dated.deadline.start, _DAY.match(mention.text)
    if day is None or _SENTENCE_END.search(text, dated.end_char, mention.start_char):
        return None
    if other is None:  # 3月8日报到,9日补考 in a speech without a year: the words stay
        return replace(mention, deadline=replace(mention.deadline, end=None), warnings=dated.warnings)
    end = _day_of(other, parse_numeral(day[0]))
    if end is None or end < other:
        return None
    return replace(mention, deadline=replace(mention.deadline, end=end), warnings=dated.warnings)


def in_year_before(found: list[DeadlineMention], text: str) -> list[DeadlineMention]:
    """Let 全年 be the whole of the coming year that its sentence opens with (明年新建大棚200座,确保[全年]产量突破3万吨).

    Args:
        found: the mentions of one stretch, in text order.
        text: the whole text.
    """
    kept: list[DeadlineMention] = []
    ahead: DeadlineMention | None = None
    for mention in found:
        if mention.rule in _YEARS:
            opens = text[mention.start_char - 1 : mention.start_char] in _HEADS and mention.deadline.end is not None
            ahead = mention if opens else None  # 明年…,今年最后两个月要冲刺,确保全年…
        elif ahead is not None and mention.text == "全年" and not _ENDS_YEAR.search(text, ahead.end_char, mention.start_char):
            end, own = ahead.deadline.end, mention.deadline.end
            if end is not None and (own is None or own < end):
                mention = replace(mention, deadline=replace(mention.deadline, end=end), warnings=ahead.warnings)
        kept.append(mention)
    return kept


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
