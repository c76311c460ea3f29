"""Resolve frequencies to rules of RFC 5545: 每周, 周调度, 每月25日前, 隔周, 一周一调度."""

from __future__ import annotations

from commitments.mentions.resolution import Reading, Resolution
from commitments.numerals import parse_numeral

_BASE = {
    **dict.fromkeys("小钟", ("HOURLY", 1)),
    **dict.fromkeys("日天晚", ("DAILY", 1)),
    **dict.fromkeys("周週星礼", ("WEEKLY", 1)),
    "旬": ("DAILY", 10),
    "月": ("MONTHLY", 1),
    "季": ("MONTHLY", 3),
    "年": ("YEARLY", 1),
}
_HALF = {"月": ("DAILY", 15), "年": ("MONTHLY", 6), "天": ("DAILY", 1), "日": ("DAILY", 1)}
_YEAR_PARTS = {"底": [12], "末": [12], "中": [6], "初": [1]}
_BYDAY = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU", "末": "SA,SU"}


def frequency(reading: Reading) -> Resolution | None:
    """Resolve a frequency to one rule, with `times` where it says how often within each period.

    半月 has no rule of its own in RFC 5545 and is read as every 15 days, as the guide reads 旬 as every ten.

    Args:
        reading: groups `unit` (日 天 周 旬 月 季 年 工作日), `n` (每两周), `skip` (每隔一周, 隔周), `weekday`, `nth` (最后一个周五),
            `month` to `month4` or `last_month` (每年3月、9月; 5月至9月), `day` to `day3`, `part` (底), `half` (上半年、下半年),
            `closed` (每季度结束后), `times`.
    """
    unit = reading.text("unit")
    if unit.startswith("工"):
        return Resolution(recurrence=("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",), times=_times(reading))
    half = reading.text("n") == "半" or bool(reading.text("half"))
    count = 1 if half or not reading.text("n") else reading.number("n") or 0
    if reading.text("skip") and count == 1:
        count = 2
    base = (_HALF if half else _BASE).get(unit[:1])
    if base is None or not 1 <= count <= 366:
        return None
    name, interval = base[0], base[1] * count
    parts = [f"FREQ={name}", *([f"INTERVAL={interval}"] if interval > 1 else []), *_by_parts(reading)]
    return Resolution(recurrence=(";".join(parts),), times=_times(reading))


def frequencies(reading: Reading) -> Resolution:
    """Resolve a row of units, “周旬月季”调度 or “周碰面、月交卷”, to one rule each."""
    parts = reading.text("units").split("、")
    units = [char for part in parts for char in (part if set(part) <= _BASE.keys() else part[:1])]
    rules = [frequency(Reading({"unit": unit}, reading.params, reading.speech)) for unit in units]
    return Resolution(recurrence=tuple(dict.fromkeys(rule for found in rules if found for rule in found.recurrence)))


def _times(reading: Reading) -> int | None:
    """Return how often within a period; once is what the rule says already."""
    times = reading.number("times") or reading.number("times2")
    return times if times and times > 1 else None


def _by_parts(reading: Reading) -> list[str]:
    parts = []
    if months := _months(reading):
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    if weekday := reading.text("weekday"):
        days = [_BYDAY[char] for char in weekday if char in _BYDAY]
        parts.append("BYDAY=" + ",".join(f"{_nth(reading)}{day}" for day in dict.fromkeys(days)))
    if days_of_month := [day for name in ("day", "day2", "day3") if (day := reading.number(name))]:
        parts.append("BYMONTHDAY=" + ",".join(map(str, days_of_month)))
    elif reading.text("part") in ("底", "末", "中"):
        parts.append("BYMONTHDAY=-1")
    return parts


def _nth(reading: Reading) -> str:
    """Return which weekday of the month is meant: 最后一个 is -1, 第一个 is 1."""
    nth = reading.text("nth")
    return "" if not nth else "-1" if nth.startswith("最") else str(parse_numeral(nth[1:]))


def _months(reading: Reading) -> list[int]:
    """Return the months that are named, 3月、9月 or 5月至9月; a year ends in December, and is closed in January."""
    months = [month for name in ("month", "month2", "month3", "month4") if (month := reading.number(name))]
    last = reading.number("last_month")
    if months and last and last <= 12:
        return list(range(months[0], last + 1)) or [*range(months[0], 13), *range(1, last + 1)]
    if not months and reading.text("unit").startswith("年") and not reading.text("n"):
        return [1] if reading.text("closed") else _YEAR_PARTS.get(reading.text("part"), [])
    return months
