"""The resolvers that deadline rules may name in `resolve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from commitments.mentions import named_days, recurrences, resolve_dates, resolve_spans
from commitments.mentions.resolution import UNRESOLVED, Reading, Resolution

Resolver = Callable[[Reading], Resolution | None]
"""Returns None where the match is no deadline after all (2月30日)."""


def unresolved(_: Reading) -> Resolution:
    """Keep an expression that no calendar can date: 两会前, 接诉后24小时内."""
    return UNRESOLVED


def vague(_: Reading) -> Resolution:
    """Keep a vague word, which is no deadline in the guide's sense: 尽快."""
    return Resolution(vague=True)


RESOLVERS: Mapping[str, Resolver] = MappingProxyType(
    {
        "calendar": resolve_dates.calendar,
        "calendar_from": resolve_dates.calendar_from,
        "century": resolve_dates.century,
        "calendar_range": resolve_dates.calendar_range,
        "day_from_now": resolve_spans.day_from_now,
        "days_from_now": resolve_spans.days_from_now,
        "day_of_month": resolve_spans.day_of_month,
        "frequency": recurrences.frequency,
        "frequencies": recurrences.frequencies,
        "holiday": named_days.holiday,
        "last_months": resolve_spans.last_months,
        "from_today": resolve_dates.from_today,
        "lunar": named_days.lunar,
        "month_from_now": resolve_spans.month_from_now,
        "named_day": named_days.named_day,
        "quarter_from_now": resolve_spans.quarter_from_now,
        "plan_period": resolve_dates.plan_period,
        "season": named_days.season,
        "today_until": resolve_dates.today_until,
        "unresolved": unresolved,
        "vague": vague,
        "week": resolve_spans.week,
        "within": resolve_spans.within,
        "within_from": resolve_spans.within_from,
        "years_from": resolve_spans.years_from,
    }
)
