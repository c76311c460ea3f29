"""Resolve frequencies to rules of RFC 5545: 每周, 周调度, 每月25日前, 隔周, 一周一调度."""

from __future__ import annotations

from commitments.mentions.resolution import Reading, Resolution

_BASE = {
    "小": ("HOURLY", 1),
    **dict.fromkeys("日天晚", ("DAILY", 1)),
    **dict.fromkeys("周週星礼", ("WEEKLY", 1)),
    "旬": ("DAILY", 10),
    "月": ("MONTHLY", 1),
    "季": ("MONTHLY", 3),
    "年": ("YEARLY", 1),
}
_HALF = {"月": ("DAILY", 15), "年": ("MONTHLY", 6), "天": ("DAILY", 1), "日": ("DAILY", 1)}
_BYDAY = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU", "末": "SA,SU"}


def frequency(reading: Reading) -> Resolution | None:
    """Resolve a frequency to one rule, with `times` where it says how often within each period.

    半月 has no rule of its own in RFC 5545 and is read as every 15 days, as the guide reads 旬 as every ten.

    Args:
        reading: groups `unit` (日 天 周 旬 月 季 年 工作日), `n` (每两周), `skip` (每隔一周, 隔周), `weekday`, `month`,
            `day`, `part` (底), `times`.
    """
    unit = reading.text("unit")
    if unit.startswith("工"):
        return Resolution(recurrence=("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",), times=_times(reading))
    half = reading.text("n") == "半"
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
    if month := reading.number("month"):
        parts.append(f"BYMONTH={month}")
    if weekday := reading.text("weekday"):
        days = [_BYDAY[char] for char in weekday if char in _BYDAY]
        parts.append("BYDAY=" + ",".join(dict.fromkeys(days)))
    if day := reading.number("day"):
        parts.append(f"BYMONTHDAY={day}")
    elif reading.text("part") in ("底", "末"):
        parts.append("BYMONTHDAY=-1")
    return parts
