"""Resolve named days: 国庆前, 春节前, 元旦前后, and seasons that a user's rules date."""

from __future__ import annotations

from datetime import date, timedelta

from commitments.mentions.resolution import UNRESOLVED, Reading, Resolution
from commitments.mentions.resolve_dates import year_of
from commitments.speechdate import SpeechDate

_DAY = timedelta(days=1)
_FAR_AHEAD = 250
_THAT_DAY = ("那", "这")
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def named_day(reading: Reading) -> Resolution | None:
    """Resolve the eve of a named day (国庆前 is 30 September), or the day itself (元旦前后).

    Without a year it is the next such day after the speech; where only the year of the speech is known, the
    one whose eve lies in that year.

    Args:
        reading: params `month` and `day`, or `lunar_month` and `lunar_day` (`lunar_year = -1` for the last lunar month, which ends
            in the next year), or `term = "清明"`, or a group `name` of the table `days`; `shift` days from
            there begins, and `last` is how many days lasts what is named (春运: 15 days before the festival, 40 days).
    """
    festival = _next_named_day(reading)
    if festival is None:
        return UNRESOLVED
    edge, length = reading.text("edge"), timedelta(days=(reading.number("last") or 1) - 1)
    if edge.startswith(("起", "开始")):
        return Resolution(start=festival)
    if edge.startswith("期"):
        return Resolution(start=festival, end=festival + length)
    if edge.startswith("结束"):
        return Resolution(end=festival + length)
    if edge[:1] in _THAT_DAY and _is_past(reading, festival):
        return None  # 中秋那天我去看了, said in November
    return Resolution(end=festival - _back(edge))


def holiday(reading: Reading) -> Resolution | None:
    """Resolve 国庆期间 to the days off around the day, by the State Council's notices; outside their years it stays unresolved."""
    # Imported here: most speeches name no holiday.
    from chinese_calendar import is_holiday

    day = _next_named_day(Reading({**reading.groups, "name": None}, reading.params["holidays"][reading.text("name")], reading.speech))
    if day is None:
        return UNRESOLVED
    if _is_past(reading, day):
        return None  # the one that was: 国庆期间接待游客20万人次, said in November
    first = last = day
    try:
        while is_holiday(first - _DAY):
            first -= _DAY
        while is_holiday(last + _DAY):
            last += _DAY
    except NotImplementedError:
        return UNRESOLVED
    return Resolution(start=first, end=last)


def _is_past(reading: Reading, day: date) -> bool:
    """Whether the day without a year is the one that was, as the next lies so far ahead of the speech."""
    speech = reading.speech
    return not reading.text("year") and speech is not None and bool(speech.month) and (day - speech.first()).days > _FAR_AHEAD


def _back(edge: str) -> timedelta:
    return timedelta(days=0 if edge in ("前后", "起", "开始") or edge[:1] in ("当", *_THAT_DAY) else 1)


def _next_named_day(reading: Reading) -> date | None:
    speech, named = reading.speech, reading.text("year")
    year = year_of(named, speech) if named else None
    if year is not None:
        return day_in(year, reading)
    if speech is None or named:
        return None
    candidates = (day_in(year, reading) for year in (speech.year, speech.year + 1))
    back = _back(reading.text("edge"))
    return next((day for day in candidates if day and _is_ahead(day, back, speech)), None)


def lunar(reading: Reading) -> Resolution:
    """Resolve days of the lunar calendar, which count themselves: 正月十五前, 正月初八至正月十五."""
    first = _lunar_day_ahead(reading, reading.text("lunar_month"), reading.number("lunar_day"))
    if not reading.text("lunar_day2"):
        return Resolution(end=first)
    month = reading.text("lunar_month2") or reading.text("lunar_month")
    last = _lunar_day_ahead(reading, month, reading.number("lunar_day2"))
    return Resolution(start=first, end=last) if first and last and first <= last else UNRESOLVED


def _lunar_day_ahead(reading: Reading, month: str, day: int | None) -> date | None:
    if reading.speech is None or day is None or day > 30:
        return None
    # The lunar year begins later than the solar one: 腊月 of the year before may still be ahead.
    named = year_of(reading.text("year"), reading.speech)
    years = (named,) if named else (reading.speech.year - 1, reading.speech.year, reading.speech.year + 1)
    days = (lunar_day(year, _LUNAR_MONTHS[month], day) for year in years)
    return next((found for found in days if found and found >= reading.speech.first()), None)


def _is_ahead(festival: date, back: timedelta, speech: SpeechDate) -> bool:
    if speech.month is None:
        return (festival - back).year == speech.year
    return festival > speech.first() if speech.day else festival >= speech.first()


def day_in(year: int, reading: Reading) -> date | None:
    """Return the named day of a year; None where the calendar does not reach."""
    if month := reading.number("lunar_month"):
        festival = lunar_day(year + int(reading.params.get("lunar_year", 0)), month, reading.number("lunar_day") or 1)
        return festival + timedelta(days=int(reading.params.get("shift", 0))) if festival else None
    if name := reading.text("name"):
        return date(year, *reading.params["days"][name])
    term = reading.text("term")
    if term:
        month, constant = reading.params.get("terms", {}).get(term, (4, 4.81))
        exception = reading.params.get("exceptions", {}).get(f"{year}{term}")
        return date(year, month, exception) if exception else solar_term(year, month, constant)
    return date(year, reading.number("month") or 1, reading.number("day") or 1)


def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the solar date of a day of the lunar calendar.

    >>> lunar_day(2026, 1, 1)
    datetime.date(2026, 2, 17)
    """
    # Imported here: most speeches name no lunar day.
    from lunardate import LunarDate

    try:
        return date.fromordinal(LunarDate(year, month, day).to_solar_date().toordinal())
    except ValueError:
        return None


def solar_term(year: int, month: int, constant: float) -> date | None:
    """Return the day of a solar term by the usual formula, which holds from 2001 to 2099; of 清明 the constant is 4.81.

    >>> solar_term(2026, 4, 4.81)
    datetime.date(2026, 4, 5)

    Args:
        year: the year of the calendar.
        month: the month that the term lies in.
        constant: the term's constant for the 21st century.
    """
    if not 2001 <= year <= 2099:
        return None
    short = year - 2000
    leaps = (short - 1) // 4 if month < 3 else short // 4
    return date(year, month, int(short * 0.2422 + constant) - leaps)


def season(reading: Reading) -> Resolution:
    """Leave a season unresolved (汛期前), unless a user's rule dates its last day with `month` and `day`.

    The date is the deadline itself, not the season's first day.
    """
    month, day, speech = reading.number("month"), reading.number("day"), reading.speech
    if month is None or day is None or speech is None:
        return UNRESOLVED
    named = year_of(reading.text("year"), speech)
    if named is not None:
        return Resolution(end=date(named, month, day))
    end = date(speech.year, month, day)
    return Resolution(end=end if end >= speech.first() else date(speech.year + 1, month, day))
