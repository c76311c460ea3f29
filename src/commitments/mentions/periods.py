"""Periods that a speech defines by name (攻坚月, 集中整治阶段, 春运) and mentions later on.

A definition is a stretch of dates with both ends beside a name: 9月1日至12月10日为“百日攻坚”期;
攻坚月行动10月20日开始,11月10日结束; 春运从2月2日开始,3月13日结束; a month as a whole may be named as well: 9月为秋播期.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import Final

from commitments.kept import compiled
from commitments.mentions.period_names import known_as
from commitments.mentions.period_shapes import PeriodShapes
from commitments.ruledata import words_pattern
from commitments.types import Deadline, DeadlineMention

_SENTENCE: Final = compiled(r"[^。！？!?\n]+")
_LONGEST_LEAD: Final = 400
"""So far before its first day a sentence may begin."""
_LEAD: Final = compiled(rf"(?s:.{{0,{_LONGEST_LEAD}}})[。！？!?\n]")
_LOOK_AHEAD: Final = 80
_LOOK_BEHIND: Final = 24


def define(
    text: str, dated: Mapping[int, Sequence[DeadlineMention]], months: frozenset[str], shapes: PeriodShapes
) -> dict[str, Deadline]:
    """Return the periods a speech defines: every form of the name that it may use later (集中攻坚月, 攻坚月) -> the period.

    Args:
        text: the whole clean text.
        dated: the deadline mentions of each sentence that may define a period, by the sentence's start.
        months: the rules that name a month as a whole.
        shapes: how periods are named.
    """
    named: list[tuple[str, Deadline]] = []
    for start, mentions in dated.items():
        for first, last, deadline in _stretches(text, mentions, shapes):
            named += [(name, deadline) for name in _names(text, start, first, last, shapes)]
        for mention in mentions:
            if mention.rule in months and mention.deadline.end is not None and mention.deadline.start is None:
                behind = shapes.named_behind.ask(text, mention.end_char, len(text))
                if behind is not None and behind["kind"]:
                    month = replace(mention.deadline, start=mention.deadline.end.replace(day=1))
                    named.append((behind["name"] + behind["kind"], month))
    return known_as(named, shapes)


def sentences_with_dates(text: str, shapes: PeriodShapes) -> Iterator[tuple[int, int]]:
    """Yield the sentences that may define a period: two dates, or a month, and a word that names one (9月1日至30日为攻坚期)."""
    floor, place = 0, text.find("月")
    while place >= 0:
        floor = max(floor, place - _LONGEST_LEAD)
        lead = _LEAD.match(text, floor, place)
        start = lead.end() if lead else floor
        sentence = _SENTENCE.match(text, start)
        floor = sentence.end() if sentence else place + 1
        if sentence and shapes.stretch.ask(text, *sentence.span()) and shapes.naming.ask(text, *sentence.span()):
            yield sentence.span()
        place = text.find("月", floor)


def _stretches(text: str, mentions: Sequence[DeadlineMention], shapes: PeriodShapes) -> Iterator[tuple[int, int, Deadline]]:
    """Yield stretches with both ends: a range, or a start and behind it an end that is called one."""
    opened: DeadlineMention | None = None
    for mention in mentions:
        deadline = mention.deadline
        begins = bool(deadline.end) and not deadline.start
        if begins and shapes.begins.ask(text, mention.end_char, len(text)):
            opened = replace(mention, deadline=replace(deadline, start=deadline.end, end=None))  # 从6月25日打响
            continue
        if deadline.start and deadline.end and "of_plan" not in mention.tags:
            yield mention.start_char, mention.end_char, deadline
        elif opened is not None and _closes(opened.deadline, deadline) and shapes.ends.ask(text, mention.end_char, len(text)):
            words = text[opened.start_char : mention.end_char]
            yield opened.start_char, mention.end_char, Deadline(words, opened.deadline.start, deadline.end)
        if deadline.start and not deadline.end:
            opened = mention


def _closes(opened: Deadline, deadline: Deadline) -> bool:
    return bool(opened.start and deadline.end and deadline.end > opened.start)


def _names(text: str, sentence: int, first: int, last: int, shapes: PeriodShapes) -> Iterator[str]:
    behind = shapes.named_behind.ask(text, last, len(text))
    if behind:
        yield behind["name"] + (behind["closed"] or "") + (behind["kind"] or "")
    ahead = min(len(text), last + _LOOK_AHEAD)
    for shape in (shapes.named_later, shapes.named_for):
        later = shape.ask(text, last, ahead)
        if later:
            yield later["name"]
    run = shapes.named_object.ask(text, last, len(text))
    if run:
        yield run["name"].replace('"', "”")
    lead = text[max(sentence, first - _LOOK_BEHIND) : first]
    before = shapes.named_before.ask(lead, 0, len(lead))
    if before:
        name = before["name"] or f"{before['quoted']}”{before['quoted_kind'] or ''}"
        said_of = shapes.said_of.ask(name, 0, len(name))
        yield name[said_of.end() :] if said_of else name


def find_defined(text: str, start: int, end: int, periods: Mapping[str, Deadline], shapes: PeriodShapes) -> list[DeadlineMention]:
    """Return where a clause names a defined period; 期间 and 内 keep both ends, 前 ends the day before, 结束前 on its last day."""
    if not periods:
        return []
    found: list[DeadlineMention] = []
    for match in _pattern(tuple(sorted(periods)), shapes.mode).finditer(text, start, end):
        mode, stop = match["mode"] is not None, match.end()
        act = match["closed"] or shapes.act_alone.ask(text, *match.span("name"))
        if not mode and act:  # “会战”要打好, 整治要彻底: the name of what is done
            continue
        general = shapes.general.ask(text, *match.span("name")) is not None
        apart = match.start() == start or shapes.apart.ask(text, match.start() - 1, match.start())
        if general and not (mode and apart):
            continue
        if match.start() > start and shapes.other_season.ask(text, match.start() - 1, stop):  # 避|暑期间
            continue
        following = text[stop : min(stop + 1, end)]
        if following == "的" and mode and match["before"] is None:  # 春运里的故事: an attribute
            continue
        heads = following in ("，", ",") and (match.start() == start or text[match.start() - 1] in "，,。；;\n")
        of_time = shapes.of_time.ask(text, *match.span("name")) is not None
        timed = following and (shapes.asks.ask(text, stop, end) or (of_time and (heads or following not in "的，,。；;为")))
        if not mode and not timed:
            continue
        deadline = _resolved(match, periods[match["name"]])
        found.append(DeadlineMention(match.start(), stop, match[0], "deadline.defined_period", deadline))
    return found


def _resolved(match: re.Match[str], period: Deadline) -> Deadline:
    if match["before"] is not None and period.start:
        return Deadline(match[0], None, period.start - timedelta(days=1))
    if match["before"] is not None or match["last"] is not None:
        return Deadline(match[0], None, period.end)
    return Deadline(match[0], period.start, period.end)


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...], mode: str) -> re.Pattern[str]:
    return re.compile(rf"“?(?P<name>{words_pattern(names)})(?P<closed>”)?(?P<mode>{mode})?")
