"""Resolve calendar expressions: days, months, quarters, halves, years, plan periods, and ranges of them.

A unit counts to its last day, also with 前 (8月中旬前 is 20 August, 2030年前 is 31 December 2030): so the guide
counts 旬前 and X日前. The other reading, the day before the unit begins, is rare in task sentences.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from commitments.kept import compiled
from commitments.mentions.resolution import UNRESOLVED, Reading, Resolution
from commitments.numerals import parse_numeral
from commitments.speechdate import SpeechDate

Span = tuple[date, date]

_AHEAD = {"明": 1, "后": 2}
_YEARS_AHEAD = {"今": 0, "本": 0, "当": 0, "明": 1, "来": 1, "次": 1, "翌": 1, "下": 1, "后": 2}
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31), "初": (1, 10)}
_FIRST_SHORT_YEAR: Final = 70
"""From here on two digits are a year of the last century where nothing tells the year of the speech."""
_YEAR_TAIL = compiled(r"[年度\s]+$")
_HALF_YEAR = 6


def add_months(day: date, months: int) -> date:
    """Return the corresponding day some months on, or the month's last day where there is none (民法典 202).

    >>> add_months(date(2025, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def year_of(text: str, speech: SpeechDate | None) -> int | None:
    """Return the year that an expression names (2026年, 二〇二六年, 26年, 明年); None where it names none.

    >>> year_of("明年", SpeechDate(2025)), year_of("98年", SpeechDate(1997))
    (2026, 1998)

    Args:
        text: the year as it stands.
        speech: what 今年 and 明年 count from.
    """
    if not text:
        return None
    if (ahead := _YEARS_AHEAD.get(text[0])) is not None:
        return speech.year + ahead if speech else None
    value = parse_numeral(_YEAR_TAIL.sub("", text))
    if value is None:
        return None
    year = int(value)
    if year < 100:
        return _in_century(year, speech)
    return year if 1900 <= year <= 2199 else None


def _in_century(year: int, speech: SpeechDate | None) -> int:
    """Return the year that two digits name: the one nearest to the speech, or from 1970 on where nothing tells its year."""
    if speech is None:
        return year + (1900 if year >= _FIRST_SHORT_YEAR else 2000)
    return min((year + 1900, year + 2000), key=lambda it: abs(it - speech.year))


def unit_in(year: int, reading: Reading, suffix: str = "") -> Span | None:
    """Return first and last day of the half, quarter, month, third, day or year that the groups name.

    Args:
        year: the year it lies in.
        reading: with groups `half`, `quarter`, `month`, `third`, `part`, `day`; `suffix` is added to each name.
        suffix: "2" for the second end of a range.
    """
    part = reading.text("part" + suffix)
    if half := reading.text("half" + suffix):
        return (date(year, 1, 1), date(year, 6, 30)) if half == "上" else (date(year, 7, 1), date(year, 12, 31))
    if reading.text("quarter" + suffix):
        quarter = reading.number("quarter" + suffix)
        return (date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter)) if quarter in (1, 2, 3, 4) else None
    if reading.text("month" + suffix):
        month = 1 if reading.text("month" + suffix) == "元" else reading.number("month" + suffix)
        return unit_in_month(year, month, reading, suffix) if month and month <= 12 else None
    if part == "中":
        return date(year, 1, 1), date(year, 6, 30)
    if part == "初":
        return date(year, 1, 1), date(year, 1, 31)
    return date(year, 1, 1), date(year, 12, 31)


def unit_in_month(year: int, month: int, reading: Reading, suffix: str = "") -> Span | None:
    """Return first and last day of the day, third or part that the groups name within a month, else of the month.

    月初 is read as its first ten days, 月中 as ending on the 15th.
    """
    last = month_end(year, month)
    if reading.text("day" + suffix):
        day = reading.number("day" + suffix)
        return (date(year, month, day), date(year, month, day)) if day and day <= last.day else None
    part = reading.text("third" + suffix) or reading.text("part" + suffix)
    if part.endswith("半月"):
        return (date(year, month, 1), date(year, month, 15)) if part[0] == "上" else (date(year, month, 16), last)
    if part == "中" and not reading.text("third" + suffix):
        return date(year, month, 1), date(year, month, 15)
    first_day, last_day = _THIRDS.get(part[:1], (1, 31))
    return date(year, month, first_day), date(year, month, min(last_day, last.day))


def in_speech_year(reading: Reading, suffix: str = "") -> Span | None:
    """Return the unit in the year it names, or in the speech's year, or in the next one.

    A unit without a year lies in the speech's year; only if it ended more than six months before the
    speech is it the next year's (the guide, 3).
    """
    named = reading.text("year" + suffix) or reading.text("year_then" + suffix)
    year = year_of(named, reading.speech) if named else reading.speech.year if reading.speech else None
    if year is None:
        return None
    span = unit_in(year, reading, suffix)
    if span and not named and _is_long_past(span[1], reading.speech):
        return unit_in(year + 1, reading, suffix)
    return span


def _is_long_past(end: date, speech: SpeechDate | None) -> bool:
    return speech is not None and speech.month is not None and add_months(end, _HALF_YEAR) < speech.first()


def calendar(reading: Reading) -> Resolution | None:
    """Resolve a calendar unit to its last day: 9月底前, 三季度末, 明年上半年.

    An impossible day is refused, unless `params.impossible` says that what marks it (2月30日前) shows a deadline nonetheless; with
    `params.ahead` a day that is over as well (截至5月底).
    """
    span = in_speech_year(reading)
    if span is None:
        keep = reading.params.get("impossible") == "unresolved"
        return UNRESOLVED if keep or _names_a_possible_unit(reading) else None
    over = reading.speech is not None and span[1] < reading.speech.first()
    return None if over and reading.params.get("ahead") else Resolution(end=span[1])


def _names_a_possible_unit(reading: Reading) -> bool:
    """Tell an unknown year (keep the expression) from an impossible day such as 2月30日 (refuse it)."""
    return unit_in(2000, reading) is not None


def calendar_from(reading: Reading) -> Resolution | None:
    """Resolve the start of what begins with a unit: 9月起, 自2026年1月1日起."""
    span = in_speech_year(reading)
    if span is None:
        return UNRESOLVED if _names_a_possible_unit(reading) else None
    first = span[1] if reading.text("part") in ("底", "末") else span[0]
    speech = reading.speech
    return Resolution(start=first, running=speech is not None and first < speech.first() <= span[1])


def today_until(reading: Reading) -> Resolution | None:
    """Resolve 即日起至9月底: from the day of the speech, or from 明天, to the unit's last day."""
    speech = reading.speech
    today = reading.exact_day()
    start = today + timedelta(days=_AHEAD.get(reading.text("ahead"), 0)) if today else None
    if reading.text("part3"):  # 到月底
        if speech is None or speech.month is None:
            return UNRESOLVED
        ahead = reading.text("which").startswith("下")
        return Resolution(start=start, end=month_end(speech.year, speech.month + ahead))
    span = in_speech_year(reading)
    return Resolution(start=start, end=span[1]) if span else UNRESOLVED


def from_today(reading: Reading) -> Resolution:
    """Resolve 即日起: the day of the speech, as a start; 明天起, 后天起: one and two days behind it."""
    day = reading.exact_day()
    return Resolution(start=day + timedelta(days=_AHEAD.get(reading.text("which")[:1], 0)) if day else None)


def calendar_range(reading: Reading) -> Resolution | None:
    """Resolve a period with two ends: 10月20日至11月10日, 11月至次年3月."""
    first_year = year_of(reading.text("year"), reading.speech) or (reading.speech.year if reading.speech else None)
    if first_year is None:
        return UNRESOLVED if _names_a_possible_unit(reading) else None
    span = _range_from(first_year, reading)
    if span and not reading.text("year") and not reading.text("year2") and _is_long_past(span[1], reading.speech):
        span = _range_from(first_year + 1, reading)
    return Resolution(start=span[0], end=span[1]) if span else None


def _range_from(first_year: int, reading: Reading) -> Span | None:
    """Put the range's beginning into a year; the second end inherits what it does not name itself."""
    params = dict(reading.params)
    if reading.text("day") and not reading.text("month"):
        return None
    params.setdefault("month2", reading.text("month"))
    reading = Reading(reading.groups, params, reading.speech)
    named = reading.text("year2")
    second_year = first_year + 1 if named[:1] in ("次", "翌") and named else year_of(named, reading.speech) or first_year
    begin, end = unit_in(first_year, reading), unit_in(second_year, reading, "2")
    if begin and end and not named and end[1] < begin[0]:
        end = unit_in(second_year + 1, reading, "2")
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def plan_period(reading: Reading) -> Resolution | None:
    """Resolve a five-year plan: “十五五”期间 has both ends (2026 to 2030), “十五五”末 the last day, 前三年 and 后两年 are parts of it.

    The tenth plan, “十五”, began in 2001.
    """
    number = parse_numeral(reading.text("plan")[:-1])
    if number is None:
        return None
    first_year = 2001 + 5 * (int(number) - 10)
    end = date(first_year + 4, 12, 31)
    if years := reading.number("n"):
        span = (first_year, first_year + years - 1) if reading.text("edge") == "前" else (first_year + 5 - years, first_year + 4)
        return Resolution(start=date(span[0], 1, 1), end=date(span[1], 12, 31))
    if reading.text("edge") in ("开局", "起步"):
        return Resolution(end=date(first_year, 12, 31))
    return Resolution(start=date(first_year, 1, 1), end=end) if reading.params.get("both") else Resolution(end=end)


def century(reading: Reading) -> Resolution:
    """Resolve 本世纪末 to the last day of the last year of the century that the speech is held in (2000, not 1999)."""
    if reading.speech is None:
        return UNRESOLVED
    return Resolution(end=date(-(-reading.speech.year // 100) * 100, 12, 31))
