"""Read parallel expressions together: 周调度、月通报 is one mention with two recurrences, 整治期内每周 one with its period.

In 9月10日、20日前 the second day lies in the month of the first; so in 9月10日前报名,20日前面试.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from commitments.kept import compiled
from commitments.mentions.resolve_dates import add_months
from commitments.numerals import parse_numeral
from commitments.ruledata import RuleSet
from commitments.speechdate import SpeechDate
from commitments.types import DeadlineMention

_DAY: Final = compiled(r"[0-9\uff10-\uff19一二三四五六七八九十]{1,3}")
_HEADS: Final = frozenset(("", "，", ",", "；", ";", "。", "：", ":", "\n", " ", "\u3000"))
"""What stands before a year that opens its clause."""
_ABSENT: Final = "(?!)"


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the rules say of dates and frequencies that stand beside each other.

    Attributes:
        gives: by the id of a rule what it gives to those behind it: `day` or `month`, whose month a bare day takes over, or `year`.
        takes: by the id of a rule what it takes over from a date before it: `month`, or `year`.
        month_ends: up to what a month goes on.
        year_ends: up to what a year goes on.
        between: what may stand between two parallel frequencies.
        act: what is done at regular times.
        times: how often or how long the last act is done.
    """

    gives: Mapping[str, str]
    takes: Mapping[str, str]
    month_ends: re.Pattern[str]
    year_ends: re.Pattern[str]
    between: re.Pattern[str]
    act: re.Pattern[str]
    times: re.Pattern[str]


def neighbours(rules: RuleSet) -> Neighbours:
    """Return what the deadline rules of a rule-set say of their neighbours."""
    found, fragments = rules.rules("deadlines"), rules.fragments("deadlines")
    gives, takes = ({rule.id: str(rule.params[key]) for rule in found if key in rule.params} for key in ("gives", "takes"))
    names = {"month_ends": "month_ends", "year_ends": "year_ends", "between": "between_rhythms", "act": "act", "times": "rhythm_times"}
    patterns = {field: compiled(fragments.get(name, _ABSENT)) for field, name in names.items()}
    return Neighbours(gives, takes, **patterns)


def in_month_before(found: list[DeadlineMention], text: str, beside: Neighbours, speech: SpeechDate | None) -> list[DeadlineMention]:
    """Put a day without a month into the month of the date before it in its sentence: 9月10日前报名,[20日前]面试.

    One that lies before that date is the next month's, if that is the nearer one (9月28日前交表,[5日前]汇总). A bare day that has no
    such date is none (5日,市里召开会议).

    Args:
        found: the mentions of one stretch, in text order.
        text: the whole text.
        beside: which rules name a month, and which take it over.
        speech: the day of the speech, before which a deadline is late.
    """
    gives, takes = beside.gives, beside.takes
    if not any(takes.get(mention.rule) == "month" for mention in found):
        return found
    kept: list[DeadlineMention] = []
    dated: DeadlineMention | None = None
    for mention in found:
        if takes.get(mention.rule) == "month":
            whole = dated is not None and gives[dated.rule] == "month"
            ended = dated is None or beside.month_ends.search(text, dated.end_char, mention.start_char)
            moved = None if dated is None or ended else _in_month_of(dated, mention, beside, speech, whole=whole)
            if moved is None and "unmarked" in mention.tags:
                continue
            mention = moved or mention
        if gives.get(mention.rule) in ("day", "month") and not mention.deadline.recurrence:
            dated = mention
        kept.append(mention)
    return kept


def _in_month_of(
    dated: DeadlineMention, mention: DeadlineMention, beside: Neighbours, speech: SpeechDate | None, *, whole: bool
) -> DeadlineMention | None:
    """Return a day without a month in that of a date before it, or in the next; None where it is no day of it.

    `whole`: the date before is the month itself (9月份抓三件事,10日前成立专班).
    """
    other, day = dated.deadline.end or dated.deadline.start, _DAY.match(mention.text)
    if day is None:
        return None
    if other is None:  # 3月8日报到,9日补考 in a speech without a year: the words stay
        return replace(mention, deadline=replace(mention.deadline, end=None), warnings=dated.warnings)
    number = parse_numeral(day[0])
    end = _day_of(other, number)
    if end is not None and end < other and not whole:
        ahead = _day_of(add_months(other.replace(day=1), 1), number)
        if ahead is not None and ahead - other < other - end:
            end = ahead
        elif "unmarked" in mention.tags:
            return None
    if end is None:
        return None
    late = speech is None or end < speech.first()
    return replace(mention, deadline=replace(mention.deadline, end=end), warnings=dated.warnings if late else ())


def in_year_before(found: list[DeadlineMention], text: str, beside: Neighbours) -> list[DeadlineMention]:
    """Let 全年 be the whole of the coming year that its sentence opens with (明年新建大棚200座,确保[全年]产量突破3万吨).

    Args:
        found: the mentions of one stretch, in text order.
        text: the whole text.
        beside: which rules name a year, and which take it over.
    """
    kept: list[DeadlineMention] = []
    ahead: DeadlineMention | None = None
    for mention in found:
        if beside.gives.get(mention.rule) == "year":
            opens = text[mention.start_char - 1 : mention.start_char] in _HEADS and mention.deadline.end is not None
            ahead = mention if opens else None  # 明年…,今年最后两个月要冲刺,确保全年…
        elif ahead is not None and _takes_year(mention, ahead, text, beside):
            end, own = ahead.deadline.end, mention.deadline.end
            if end is not None and (own is None or own < end):
                mention = replace(mention, deadline=replace(mention.deadline, end=end), warnings=ahead.warnings)
        kept.append(mention)
    return kept


def _takes_year(mention: DeadlineMention, ahead: DeadlineMention, text: str, beside: Neighbours) -> bool:
    """Whether a year without a number (全年) is the one that is spoken of before it."""
    return beside.takes.get(mention.rule) == "year" and not beside.year_ends.search(text, ahead.end_char, mention.end_char)


def _day_of(other: date, number: Decimal | None) -> date | None:
    try:
        return other.replace(day=int(number or 0))
    except ValueError:  # 9月10日、31日前
        return None


def join_parallel(found: Sequence[DeadlineMention], text: str, end: int, beside: Neighbours) -> list[DeadlineMention]:
    """Join parallel frequencies (每周调度、每月通报) to one mention with several recurrences.

    Args:
        found: the mentions of one stretch, in text order.
        text: the whole text.
        end: where the stretch ends.
        beside: what parts parallel frequencies, and what is done at regular times; the last one's verb joins the mention.
    """
    joined: list[DeadlineMention] = []
    parallel = False
    for mention in found:
        last = joined[-1] if joined else None
        if last and _is_frequency_within(last, mention):
            joined[-1] = _joined_pair(last, mention, text)
            continue
        if last and _are_parallel(last, mention, text, beside):
            joined[-1], parallel = _joined_pair(last, mention, text), True
            continue
        if parallel and last:
            joined[-1] = _with_act(last, text, end, beside)
        joined.append(mention)
        parallel = False
    if parallel:
        joined[-1] = _with_act(joined[-1], text, end, beside)
    return joined


def _is_frequency_within(period: DeadlineMention, mention: DeadlineMention) -> bool:
    """A frequency right behind its period, start or end is one expression with it: 整治期内每周, 3月1日起每旬, 月底前每周."""
    if period.end_char != mention.start_char or not mention.deadline.recurrence:
        return False
    ends = period.deadline.end is not None and period.text.endswith("前")
    return (bool(period.deadline.start) or ends) and not period.deadline.recurrence


def _are_parallel(first: DeadlineMention, second: DeadlineMention, text: str, beside: Neighbours) -> bool:
    both = bool(first.deadline.recurrence and second.deadline.recurrence)
    return both and beside.between.fullmatch(text, first.end_char, second.start_char) is not None


def _joined_pair(first: DeadlineMention, second: DeadlineMention, text: str) -> DeadlineMention:
    words = text[first.start_char : second.end_char]
    recurrence = tuple(dict.fromkeys((*first.deadline.recurrence, *second.deadline.recurrence)))
    deadline = replace(first.deadline, text=words, recurrence=recurrence, times=first.deadline.times or second.deadline.times)
    return replace(first, end_char=second.end_char, text=words, deadline=deadline)


def _with_act(mention: DeadlineMention, text: str, end: int, beside: Neighbours) -> DeadlineMention:
    """Let a joined mention end with the last one's verb, as its other parts do: 每周调度、每月[通报]."""
    tail = beside.act.match(text, mention.end_char, end)
    if tail is None:
        return mention
    times = beside.times.match(text, tail.end(), end)
    stop = times.end() if times else tail.end()
    words = text[mention.start_char : stop]
    return replace(mention, end_char=stop, text=words, deadline=replace(mention.deadline, text=words))
