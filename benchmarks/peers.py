"""Adaptors: what other parsers say of a text, in one form. Each imports its parser when it is made; one that is not installed is told so.

A time is (start, end, first day, last day, every): the span of the words, the days it comes to, and the (unit, count) of a frequency.
A quantity is (start, end, low, high, unit, comparator). What a parser does not say is None.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple


class Time(NamedTuple):
    """A time as a parser gives it."""

    start: int
    end: int
    first: date | None
    last: date | None
    every: tuple[str, int] | None = None


class Figure(NamedTuple):
    """A quantity as a parser gives it."""

    start: int
    end: int
    low: float
    high: float
    unit: str | None = None
    comparator: str | None = None


Times = Callable[[str, datetime], Iterable[Time]]
Figures = Callable[[str], Iterable[Figure]]


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def own_times() -> Times:
    """This library."""
    from commitments import parse_deadlines

    def parse(text: str, base: datetime) -> Iterable[Time]:
        for mention in parse_deadlines(text, base.date()):
            deadline = mention.deadline
            rules = deadline.recurrence or (None,)
            for rule in rules:
                yield Time(mention.start_char, mention.end_char, deadline.start, deadline.end, every_of(rule) if rule else None)

    return parse


def every_of(rule: str) -> tuple[str, int]:
    """Return the unit and the count of an RFC 5545 rule: ("WEEKLY", 2)."""
    parts = dict(part.split("=") for part in rule.split(";"))
    return parts["FREQ"], int(parts.get("INTERVAL", 1))


def jionlp_times() -> Times:
    """JioNLP."""
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp

    units = {"year": "YEARLY", "month": "MONTHLY", "day": "DAILY", "hour": "HOURLY"}

    def every(detail: dict[str, Any]) -> tuple[str, int] | None:
        delta = {unit: count for unit, count in detail["delta"].items() if count}
        if delta.get("day", 0) and delta["day"] % 7 == 0:
            return "WEEKLY", int(delta["day"]) // 7
        return next(((units[unit], int(count)) for unit, count in delta.items() if unit in units), None)

    def parse(text: str, base: datetime) -> Iterable[Time]:
        for found in jionlp.ner.extract_time(text, time_base=base.timestamp(), with_parsing=True):
            start, end = found["offset"]
            detail = found["detail"]["time"]
            if found["type"] in {"time_span", "time_point"}:
                yield Time(start, end, *(None if "inf" in side else _day(side) for side in detail))
            elif found["type"] == "time_period":
                yield Time(start, end, None, None, every(detail))

    return parse


def recognizers_times() -> Times:
    """Recognizers-Text; of several readings the last one, which looks ahead."""
    from recognizers_date_time import Culture, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.Chinese).get_datetime_model()
    sets = {"Y": "YEARLY", "M": "MONTHLY", "W": "WEEKLY", "D": "DAILY"}

    def parse(text: str, base: datetime) -> Iterable[Time]:
        for found in model.parse(text, base):
            value = (found.resolution or {}).get("values", [{}])[-1]
            first = last = None
            if "start" in value or "end" in value:
                first = _day(value["start"]) if "start" in value else None
                last = _day(value["end"]) - timedelta(days=1) if "end" in value else None
            elif re.match(r"\d{4}-", value.get("value", "")):
                first = last = _day(value["value"])
            period = re.fullmatch(r"P(\d+)([YMWD])", value.get("timex", "")) if value.get("type") == "set" else None
            yield Time(found.start, found.end + 1, first, last, (sets[period[2]], int(period[1])) if period else None)

    return parse


def time_parser_zh_times() -> Times:
    """time-parser-zh, which gives one range a text, without its place."""
    from time_parser_zh import extract_date_range_v2

    def parse(text: str, base: datetime) -> Iterable[Time]:
        found = extract_date_range_v2(text, today=base)
        if found and found.start:
            yield Time(0, len(text), _day(found.start), _day(found.end or found.start))

    return parse


def chinese_time_nlp_times() -> Times:
    """ChineseTimeNLP, which gives one result a text, without its place."""
    import arrow
    from ChineseTimeNLP import TimeNormalizer

    normalizer = TimeNormalizer()

    def parse(text: str, base: datetime) -> Iterable[Time]:
        found = normalizer.parse(text, baseTime=arrow.get(base))
        if found.get("type") == "timestamp":
            yield Time(0, len(text), _day(found["timestamp"]), _day(found["timestamp"]))
        elif found.get("type") == "timespan":
            first, last = found["timespan"]
            yield Time(0, len(text), _day(first), _day(last))

    return parse


def dateparser_times() -> Times:
    """dateparser's search."""
    from dateparser.search import search_dates

    def parse(text: str, base: datetime) -> Iterable[Time]:
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
        place = 0
        for words, moment in search_dates(text, languages=["zh"], settings=settings) or ():
            place = max(text.find(words, place), 0)
            yield Time(place, place + len(words), moment.date(), moment.date())

    return parse


def own_figures() -> Figures:
    """This library."""
    from commitments import parse_quantities

    def parse(text: str) -> Iterable[Figure]:
        for mention in parse_quantities(text):
            q = mention.quantity
            low, high = (q.value, q.value) if q.value is not None else (q.low, q.high)
            if low is not None and high is not None:
                yield Figure(mention.start_char, mention.end_char, float(low), float(high), q.unit, q.comparator)

    return parse


def jionlp_figures() -> Figures:
    """JioNLP's money; it has no other quantities."""
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp

    signs = {"accurate": "==", "blur": "~", "blur-above": ">=", "blur-below": "<="}

    def parse(text: str) -> Iterable[Figure]:
        for found in jionlp.ner.extract_money(text, with_parsing=True):
            number = found["detail"]["num"]
            low, high = (number, number) if isinstance(number, str) else (number[0], number[-1])
            sign = signs.get(found["detail"].get("definition", ""))
            yield Figure(*found["offset"], float(low), float(high), found["detail"]["case"], sign)

    return parse


_UNITS = {
    "Mu": "亩",
    "Kilometer": "公里",
    "Meter": "米",
    "Square meter": "平方米",
    "Square kilometer": "平方公里",
    "Hectare": "公顷",
    "Ton": "吨",
    "Kilogram": "公斤",
    "Cubic meter": "立方米",
    "Chinese yuan": "元",
    "United States dollar": "美元",
    "Dollar": "美元",
    "Euro": "欧元",
    "Day": "天",
    "Hour": "小时",
    "Minute": "分钟",
    "Jin": "斤",
    "Liter": "升",
}


def recognizers_figures() -> Figures:
    """Recognizers-Text: percentages, currencies, dimensions, and bare numbers where none of these stands."""
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    with_unit = NumberWithUnitRecognizer(Culture.Chinese)
    models = [NumberRecognizer(Culture.Chinese).get_percentage_model(), with_unit.get_currency_model(), with_unit.get_dimension_model()]
    models.append(NumberRecognizer(Culture.Chinese).get_number_model())

    def parse(text: str) -> Iterable[Figure]:
        taken: list[tuple[int, int]] = []
        for model in models:
            for found in model.parse(text):
                value = str((found.resolution or {}).get("value") or "")
                span = (found.start, found.end + 1)
                if not re.fullmatch(r"-?[0-9.]+(?:E\+?\d+)?%?", value) or any(start < span[1] and span[0] < end for start, end in taken):
                    continue
                taken.append(span)
                unit = "%" if value.endswith("%") else found.resolution.get("unit")
                number = float(value.rstrip("%"))
                yield Figure(*span, number, number, _UNITS.get(unit, unit))

    return parse


def cn2an_figures() -> Figures:
    """cn2an, which turns the numerals of a text into figures: what it leaves as a figure is its value; it knows no units."""
    import cn2an

    def parse(text: str) -> Iterable[Figure]:
        for found in re.finditer(r"[0-9０-９.,，一二两三四五六七八九十百千万亿零〇]+", text):
            try:
                value = float(cn2an.cn2an(found[0], "smart"))
            except ValueError:
                continue
            yield Figure(*found.span(), value, value)

    return parse


def quantulum_figures() -> Figures:
    """quantulum3, which is made for English."""
    from quantulum3 import parser

    units = {"percentage": "%", "dimensionless": None}

    def parse(text: str) -> Iterable[Figure]:
        for found in parser.parse(text):
            yield Figure(*found.span, found.value, found.value, units.get(found.unit.name, found.unit.name))

    return parse


TIMES: dict[str, Callable[[], Times]] = {
    "commitments": own_times,
    "jionlp": jionlp_times,
    "recognizers-text-suite": recognizers_times,
    "time-parser-zh": time_parser_zh_times,
    "ChineseTimeNLP": chinese_time_nlp_times,
    "dateparser": dateparser_times,
}
FIGURES: dict[str, Callable[[], Figures]] = {
    "commitments": own_figures,
    "jionlp": jionlp_figures,
    "recognizers-text-suite": recognizers_figures,
    "cn2an": cn2an_figures,
    "quantulum3": quantulum_figures,
}
