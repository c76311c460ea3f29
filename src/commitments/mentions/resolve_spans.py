"""Resolve what counts from the day of the speech: 三日内, 3个工作日内, 本周五前, 下月初, 明天.

Periods are counted as the Civil Code counts them (民法典 201 to 203): the first day is not counted, months
and years end on the corresponding day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from commitments.mentions.resolution import UNRESOLVED, Reading, Resolution
from commitments.mentions.resolve_dates import add_months, in_speech_year, month_end, unit_in_month, year_of
from commitments.speechdate import SpeechDate

_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 6}
_DAYS = {"今": 0, "明": 1, "后": 2, "大": 3}
_MONTHS_IN = {"月": 1, "季": 3, "年": 12}
_DAYS_IN = {"日": 1, "天": 1, "自": 1, "周": 7, "週": 7, "星": 7, "礼": 7, "旬": 10}
_HALF_DAYS = {"月": 15, "天": 0, "日": 0}
_SPOKEN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_LONGEST = 36_600
_MOST_YEARS = 30


def within(reading: Reading) -> Resolution | None:
    """Resolve N日内, 两周内, 三年内, 半年内, 一个半月内, 72小时内; of 3至5日内 and 三五日内 the longer counts.

    Needs the day of the speech; without it the expression stays unresolved.
    """
    amount, and_half = reading.text("n2") or reading.text("n"), reading.text("unit2") or reading.text("unit3")
    unit = and_half or reading.text("unit")
    half = amount == "半"
    count = 1 if half else _longer_of_two(amount) or reading.number("n2") or reading.number("n")
    if not count or count > _LONGEST:
        return None
    day = reading.exact_day()
    if day is None:
        return UNRESOLVED
    if unit.startswith("工"):
        end = working_days_after(day, count)
    elif unit.startswith(("小", "钟")):
        end = day + timedelta(days=count // 24)
    elif half and unit[:1] in _HALF_DAYS:
        end = day + timedelta(days=_HALF_DAYS[unit[:1]])
    elif (months := _MONTHS_IN.get(unit[:1])) is not None:
        end = _months_after(day, months // 2 if half else months * count + (months // 2 if and_half else 0))
        if end and and_half and months == 1:
            end += timedelta(days=_HALF_DAYS["月"])
    else:
        end = day + timedelta(days=_DAYS_IN[unit[:1]] * count)
    return Resolution(end=end)


def within_from(reading: Reading) -> Resolution | None:
    """Resolve 从明天起20天内, 自3月10日起两个月内, 从下周一算起，两周内: the span is counted from the day that is named."""
    if reading.text("month"):
        named = in_speech_year(reading)
        first = named[0] if named else None
    elif reading.text("weekday"):
        first = week(replace(reading, params={"from": True})).start
    else:
        first = day_from_now(reading).end if reading.text("which2") else reading.exact_day()
    if first is None:
        return UNRESOLVED
    found = within(replace(reading, speech=SpeechDate(first.year, first.month, first.day)))
    return found and replace(found, start=first)


def years_from(reading: Reading) -> Resolution | None:
    """Resolve 从今年起用三年时间: whole years, the named one the first; a year before the speech's looks back."""
    first, count = year_of(reading.text("year"), reading.speech), reading.number("n")
    if first is None:
        return UNRESOLVED
    if not count or count > _MOST_YEARS or (reading.speech and first < reading.speech.year):
        return None
    return Resolution(start=date(first, 1, 1), end=date(first + count - 1, 12, 31))


def _longer_of_two(amount: str) -> int | None:
    """Return the second of two digits that are spoken as a range (三四年, 两三个月), None for any other numeral."""
    if len(amount) != 2 or not all(digit in _SPOKEN for digit in amount):
        return None
    first, second = (_SPOKEN[digit] for digit in amount)
    return second if 0 < second - first <= 2 else None


def _months_after(day: date, months: int) -> date | None:
    return add_months(day, months) if months <= 1200 else None


def working_days_after(day: date, count: int) -> date | None:
    """Return the last of `count` working days after a day, by the official Chinese calendar with 调休.

    >>> working_days_after(date(2025, 9, 30), 1)
    datetime.date(2025, 10, 9)

    Args:
        day: the day of the speech, not counted.
        count: working days.

    Returns:
        None outside the years for which the State Council's calendar is known.
    """
    # Imported here: most speeches name no working days.
    from chinese_calendar import is_workday

    if count > 366:
        return None
    try:
        while count:
            day += timedelta(days=1)
            count -= is_workday(day)
    except NotImplementedError:
        return None
    return day


def week(reading: Reading) -> Resolution:
    """Resolve 本周内, 下周三前, 周五前, 下周起; a week begins on Monday.

    A weekday alone is this week's, and the next week's once it is over.
    """
    day = reading.exact_day()
    if day is None:
        return UNRESOLVED
    which, weekday = reading.text("which"), reading.text("weekday")
    monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * which.count("下"))
    end = monday + timedelta(days=_WEEKDAYS.get(weekday[-1:], 6))
    if not which and end < day:
        end += timedelta(days=7)
    if reading.params.get("from"):
        return Resolution(start=end if weekday else max(monday, day))
    return Resolution(end=end)


def day_from_now(reading: Reading) -> Resolution:
    """Resolve 今天下班前, 明日中午前, 后天前."""
    day = reading.exact_day()
    return Resolution(end=day + timedelta(days=_DAYS[(reading.text("which") or reading.text("which2"))[:1]])) if day else UNRESOLVED


def days_from_now(reading: Reading) -> Resolution:
    """Resolve 今晚10点至明早6点, 从现在起到后天中午: both ends."""
    day = reading.exact_day()
    if day is None:
        return UNRESOLVED
    first, last = (timedelta(days=_DAYS.get(reading.text(end)[:1], 0)) for end in ("which", "which2"))
    return Resolution(start=day + first, end=day + last)


def month_from_now(reading: Reading) -> Resolution | None:
    """Resolve 本月底前, 下月初, 次月5日前, 下个月内, 下月起, and 月底前 alone, which is this month's end."""
    speech = reading.speech
    if speech is None or speech.month is None:
        return UNRESOLVED
    ahead = 1 if reading.text("which")[:1] in ("下", "次") else 0
    index = speech.year * 12 + speech.month - 1 + ahead
    span = unit_in_month(index // 12, index % 12 + 1, reading)
    if span is None:
        return None
    return Resolution(start=span[0]) if reading.params.get("from") else Resolution(end=span[1])


def quarter_from_now(reading: Reading) -> Resolution:
    """Resolve 本季度末, 下季度内: the quarter's last day; 下季度起 is its first."""
    speech = reading.speech
    if speech is None or speech.month is None:
        return UNRESOLVED
    index = speech.year * 4 + (speech.month - 1) // 3 + (reading.text("which")[:1] == "下")
    if reading.params.get("from"):
        return Resolution(start=date(index // 4, index % 4 * 3 + 1, 1))
    return Resolution(end=month_end(index // 4, index % 4 * 3 + 3))


def last_months(reading: Reading) -> Resolution:
    """Resolve 最后两个月 and 剩下的五个月 to the end of the year, where they can be the year's by the month of the speech."""
    speech, count = reading.speech, reading.number("n") or 0
    named = reading.text("year")
    year = year_of(named, speech) if named else speech.year if speech else None
    first = 13 - count * (3 if reading.text("unit") == "季度" else 1)
    if year is None or not 1 <= first <= 12 or reading.text("more"):
        return UNRESOLVED
    if not named and (speech is None or speech.month is None or not -1 <= first - speech.month <= 2):
        return UNRESOLVED
    return Resolution(start=date(year, first, 1) if reading.text("which") == "最后" else None, end=date(year, 12, 31))


def day_of_month(reading: Reading) -> Resolution | None:
    """Resolve a day without a month, 10日前: this month's, and the next month's once it is over."""
    speech, number = reading.speech, reading.number("day")
    if number is None or not 1 <= number <= 31:
        return None
    if speech is None or speech.month is None:
        return UNRESOLVED
    today = speech.exact()
    index = speech.year * 12 + speech.month - 1 + (today is not None and number < today.day)
    year, month = index // 12, index % 12 + 1
    return Resolution(end=date(year, month, number)) if number <= month_end(year, month).day else UNRESOLVED
