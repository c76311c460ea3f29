"""Infers the day of a speech from its page, and says from what.

Never from today's date. A portal that publishes the speech as news names its day closely enough. The time of a
post is the latest day the speech can have been held on; where nothing else speaks, its year is taken. A document
shop's upload may be years later and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from commitments.errors import Error
from commitments.gated import Holding, any_stands
from commitments.kept import compiled
from commitments.numerals import parse_numeral
from commitments.ruledata import CompiledRule, RuleSet
from commitments.speechdate import SpeechDate
from commitments.types import CleanSpeech

_CALLED: Final = r"(?:同志们|各位[\u4e00-\u9fff、]{1,12}|大家好|朋友们)[：:！!，,]"
_SALUTATION: Final = compiled(_CALLED)
_BRACKET_BEFORE: Final = compiled(rf"(?P<note>[（(〔\[【][^（()）〔〕\n]{{4,30}}[）)〕\]】])\s{{0,3}}{_CALLED}")
"""What stands in brackets right before the salutation."""
_OPENING_LINES: Final = 6
_PRINTED: Final = "印发"
_WIDTHS: Final = str.maketrans({0xFF10 + digit: str(digit) for digit in range(10)})
_WIDE_DIGITS: Final = tuple(map(chr, range(0xFF10, 0xFF1A)))
_SPREAD: Final = compiled(r"(?<=[0-9〇零○一二三四五六七八九十年月])[ \u3000]{1,3}(?=[0-9〇零○一二三四五六七八九十年月日])")
"""A date that print or its recognition has spread (二 〇 二五年 四月)."""
_TAIL_LENGTH: Final = 60
_OPENING_YEAR: Final = {"十一": 2006, "十二": 2011, "十三": 2016, "十四": 2021, "十五": 2026}
"""First years of the five-year plans (“十一五” to “十五五”)."""


@dataclass(frozen=True, slots=True)
class DatedSpeech:
    """A date and where it is from: option, head, title, page, body, tail, posted, or none."""

    date: SpeechDate | None
    source: str
    rule: str = ""


def date_speech(speech: CleanSpeech, given: str | SpeechDate | None, rules: RuleSet) -> DatedSpeech:
    """Return the date of a speech.

    >>> from commitments.ruledata import load_rules
    >>> date_speech(CleanSpeech("在2025年调度会上的讲话", title="在2025年调度会上的讲话"), None, load_rules()).date
    SpeechDate(year=2025, month=None, day=None)

    Args:
        speech: the clean speech with the page's own facts.
        given: the user's date; it wins over everything on the page.
        rules: the rule-set with the date rules.

    Raises:
        OptionError: the given date is none.
    """
    if given is not None:
        return DatedSpeech(SpeechDate.parse(given), "option")
    latest = _posted(speech)
    places: dict[str, str] = {}
    found = next(_stated(speech, rules, latest, places), DatedSpeech(None, "none"))
    if found.date is None or found.date.day is not None:
        return _from_posting(speech, latest, rules, places) if found.date is None else found
    if speech.posted_kind == "published" and latest and latest.year == found.date.year and not found.date.month:
        return DatedSpeech(latest, "posted")
    return _refined(speech, found, latest, rules, places)


def _from_posting(speech: CleanSpeech, latest: SpeechDate | None, rules: RuleSet, places: dict[str, str]) -> DatedSpeech:
    if latest is None:
        return DatedSpeech(None, "none")
    if speech.posted_kind == "published":
        return DatedSpeech(latest, "posted")
    refined = _refined(speech, DatedSpeech(SpeechDate(latest.year), "posted"), latest, rules, places)
    if speech.posted_kind == "posted" or (refined.date and refined.date.day):
        return refined
    return DatedSpeech(None, "none")


def _refined(
    speech: CleanSpeech, found: DatedSpeech, latest: SpeechDate | None, rules: RuleSet, places: dict[str, str]
) -> DatedSpeech:
    """Add month and day where the speech names its own day (今天是11月18日)."""
    year = found.date.year if found.date else 0
    for rule in _rules(rules):
        params = rule.rule.params
        if not params.get("refines") or (found.date and found.date.month):
            continue
        match = _search(rule.source)(_place(speech, params["where"], places))
        month = _int(match["month"]) if match else None
        if match is None or not month:
            continue
        day = None if params.get("precision") == "month" else _int(match["day"])
        refined = _valid(year, month, day)
        if refined and latest and refined.first() > latest.last() and found.source == "posted":
            refined = _valid(year - 1, month, day)
        if refined:
            return DatedSpeech(refined, params["source"], rule.id)
    return found


def _stated(speech: CleanSpeech, rules: RuleSet, latest: SpeechDate | None, places: dict[str, str]) -> Iterator[DatedSpeech]:
    for rule in _rules(rules):
        params = rule.rule.params
        if params.get("refines"):
            continue
        where = params["where"]
        place = _place(speech, where, places)
        dates = [found for match in rule.regex.finditer(place) if (found := _read(match, following=bool(params.get("following"))))]
        dates = [found for found in dates if latest is None or found.first() <= latest.last() or where == "title"]
        if dates:
            yield DatedSpeech(max(dates, key=lambda found: found.first()), params["source"], rule.id)


def _place(speech: CleanSpeech, where: str, places: dict[str, str]) -> str:
    """Return the part of the page that a rule reads, its digits in half width; `places` are those read before."""
    found = places.get(where)
    if found is None:
        part = {"body": _body, "title": _title, "head": _head, "tail": _tail, "margin": _margin}[where](speech)
        part = part.translate(_WIDTHS) if any_stands(_WIDE_DIGITS, part, 0, len(part)) else part
        found = places[where] = part if where == "body" else _SPREAD.sub("", part)
    return found


def _body(speech: CleanSpeech) -> str:
    return speech.text


def _title(speech: CleanSpeech) -> str:
    return speech.title or speech.text.partition("\n")[0][:80]


def _head(speech: CleanSpeech) -> str:
    """The lines before the salutation, those that stood between title and salutation, and a bracket right before it in its line."""
    lines = speech.text.split("\n", _OPENING_LINES)[:_OPENING_LINES]
    salutation = _salutation(lines)
    if salutation is None:
        return "\n".join([*speech.subtitles, *(line[:80] for line in lines if len(line) <= 40)])
    bracket = _BRACKET_BEFORE.search(lines[salutation])
    note = [bracket["note"]] if bracket else []  # …推进会上的讲话某某(2024年9月3日)同志们:…, a page on one line
    return "\n".join([*speech.subtitles, *(line[:80] for line in lines[:salutation]), *note])


def _salutation(lines: Sequence[str]) -> int | None:
    return next((index for index, line in enumerate(lines) if _SALUTATION.search(line)), None)


def _tail(speech: CleanSpeech) -> str:
    return speech.text.rstrip("\n〔…〕 ")[-_TAIL_LENGTH:].rsplit("\n", 1)[-1]


def _margin(speech: CleanSpeech) -> str:
    """What was cut above the salutation, and the line that says when it was printed; links below it date other pages."""
    lines = speech.text.split("\n", _OPENING_LINES)[:_OPENING_LINES]
    above = sum(len(line) + 1 for line in lines[: _salutation(lines) or 0])
    begin = speech.to_raw(above, above)[0] if speech.runs else len(speech.text)
    cut = (removed.text for removed in speech.removed if removed.start < begin or _PRINTED in removed.text)
    return "\n".join(cut)


def _read(match: re.Match[str], *, following: bool) -> SpeechDate | None:
    """Return the date of a match; a review of a year (`following`) is given in the year after it."""
    groups = match.groupdict()
    if "plan" in groups:
        first = _OPENING_YEAR[groups["plan"]]
        return SpeechDate(first + (4 if groups["edge"] in ("收官", "最后一年") else 0))
    year = _int(groups["year"].replace("O", "0").replace("○", "〇"))
    return _valid(year + following if year else None, _int(groups.get("month")), _int(groups.get("day")))


def _posted(speech: CleanSpeech) -> SpeechDate | None:
    if not speech.posted:
        return None
    try:
        return SpeechDate.parse(speech.posted[:10])
    except Error:
        return None


def _valid(year: int | None, month: int | None, day: int | None) -> SpeechDate | None:
    try:
        return SpeechDate(year or 0, month, day)
    except Error:
        return None


def _int(text: str | None) -> int | None:
    value = parse_numeral(text) if text else None
    return None if value is None else int(value)


@lru_cache(maxsize=64)
def _search(source: str) -> Callable[[str], re.Match[str] | None]:
    """Return what searches a whole speech for a pattern, where it holds a word that every match holds."""
    return Holding(source).search


@lru_cache(maxsize=8)
def _rules(rules: RuleSet) -> tuple[CompiledRule, ...]:
    return rules.matcher("dating").rules
