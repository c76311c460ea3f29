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
from commitments.ruledata import words_pattern
from commitments.types import Deadline, DeadlineMention

_SENTENCE: Final = compiled(r"[^。！？!?\n]+")
_KIND: Final = r"(?:攻坚期|活动月|宣传月|整治期|行动|阶段|战役|会战|月|期|周|季|年)"
_LONGEST_LEAD: Final = 400
"""So far before its first day a sentence may begin."""
_LEAD: Final = compiled(rf"(?s:.{{0,{_LONGEST_LEAD}}})[。！？!?\n]")
# A range of days or months, or a beginning and an end, or a month with its name.
_STRETCH: Final = compiled(
    r"月份?(?:[，,]?(?:被?[确规划]?定为|[设列划作]为|称|叫|为|是|[（(]?以?下?简?称))|(?:[日号旬月]|月份|[底末]|起|开始|现在)\s?[,，]?\s?(?:起|开始)?[,，]?(?:至|到|[~～－–―—-])|(?:起|开始|启动|打响|算起|拉开)[^。]{1,60}(?:结束|止|完成|收官|收兵|收场|落幕|截止|告捷)"
)
_NAMING: Final = compiled(rf"{_KIND}|春运|攻坚")
_NAMED_BEHIND: Final = compiled(
    r"[，,]?(?:这段时间)?(?:(?:全[省市县区镇乡院校厂])?(?:进入|转入)|作为|(?:确|规|划)?定[为作]|[设列划]为|叫[做作]?|[（(]?(?:以下)?(?:简称|称)[为作]?|为|是)(?:全[省市县区镇]的?)?"
    rf"[“\"]?(?P<name>[\u4e00-\u9fff]{{1,8}}?)[”\"]?(?P<kind>{_KIND})?(?=[，,；;。\s）)]|$)"
)
_NAMED_BEFORE: Final = compiled(
    rf"(?:[“\"](?P<quoted>[\u4e00-\u9fff]{{2,10}})[”\"](?P<quoted_kind>{_KIND})?"
    rf"|(?P<name>[\u4e00-\u9fff]{{0,10}}?(?:(?<=[\u4e00-\u9fff]){_KIND}|春运|大考|汛期|农忙|攻坚|普查|会战)))"
    r"(?:工作|专项行动|行动)?(?:[，,]|的?时间)?(?:从|自|于|为|是|定在|定于|安排在|[：:（(])?从?\s?$"
)
_NAMED_OBJECT: Final = compiled(
    r"(?:[，,]?(?:在?全[省市县区镇乡校院]|我们)?(?:统一|集中)?)?(?:开展|组织开展|组织|实施|进行|打响|搞|抓)(?:一场|一次|一个|为期[^，,。]{1,6}的)?"
    r"[“\"]?(?P<name>[\u4e00-\u9fff]{2,12}?(?:行动|活动|会战|攻坚战?|(?:整治|攻坚|宣传|活动|提升|服务)[月周季]))[”\"]?"
)
_NAMED_LATER: Final = compiled(
    rf"[，,]这(?:段时间|[0-9０-９一二两三四五六七八九十百个]{{1,4}}[天日月周])[^，,。]{{0,2}}?(?:就)?(?:是|为|作为|叫|称为|定为)(?:我们的?|全[省市县区镇]的?)?"
    rf"[“\"]?(?P<name>[\u4e00-\u9fff]{{1,8}}?{_KIND})(?=[”\"，,；;。])"
)
_LOOK_AHEAD: Final = 80
_HEAD: Final = compiled(r"(?P<head>[\u4e00-\u9fff]{2})(?P<kind>月|期|季|周|阶段)(?:行动|活动)?$")
_NOT_A_HEAD: Final = frozenset("个本这上下每当此的")
_ENDS: Final = compiled(r"\s?(?:正式|全部|全面)?(?:结束|止|完成|收官|收兵|收场|落幕|截止|告捷)")
_BEGINS: Final = compiled(r"\s?(?:正式|全面)?(?:打响|开始|启动|算起|拉开|起步)")
_LOOK_BEHIND: Final = 24
_BEFORE: Final = frozenset({"前", "之前", "以前"})
_MODE: Final = r"(?P<mode>期间|[期之以]?内|里|结束[之以]?前|期满[之以]?前|收官[之以]?前|[之以]?前)?"


def define(text: str, dated: Mapping[int, Sequence[DeadlineMention]], months: frozenset[str]) -> dict[str, Deadline]:
    """Return the periods a speech defines: every form of the name that it may use later -> the period.

    Args:
        text: the whole clean text.
        dated: the deadline mentions of each sentence that may define a period, by the sentence's start.
        months: the rules that name a month as a whole.
    """
    periods: dict[str, Deadline] = {}
    for start, mentions in dated.items():
        for first, last, deadline in _stretches(text, mentions):
            for name in _names(text, start, first, last):
                for form in _forms(name):
                    periods.setdefault(form, deadline)
        for mention in mentions:
            if mention.rule in months and mention.deadline.end is not None and mention.deadline.start is None:
                named = _NAMED_BEHIND.match(text, mention.end_char)
                if named is not None and named["kind"]:
                    month = replace(mention.deadline, start=mention.deadline.end.replace(day=1))
                    for form in _forms(named["name"] + named["kind"]):
                        periods.setdefault(form, month)
    return periods


def sentences_with_dates(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that may define a period: two dates, or a month, and a word that names one."""
    floor, place = 0, text.find("月")
    while place >= 0:
        floor = max(floor, place - _LONGEST_LEAD)
        lead = _LEAD.match(text, floor, place)
        start = lead.end() if lead else floor
        sentence = _SENTENCE.match(text, start)
        floor = sentence.end() if sentence else place + 1
        if sentence and _STRETCH.search(sentence[0]) and _NAMING.search(sentence[0]):
            yield sentence.span()
        place = text.find("月", floor)


def _stretches(text: str, mentions: Sequence[DeadlineMention]) -> Iterator[tuple[int, int, Deadline]]:
    """Yield stretches with both ends: a range, or a start and behind it an end that is called one."""
    opened: DeadlineMention | None = None
    for mention in mentions:
        deadline = mention.deadline
        if deadline.end and not deadline.start and _BEGINS.match(text, mention.end_char) and text[mention.start_char - 1] in "从自":
            opened = replace(mention, deadline=replace(deadline, start=deadline.end, end=None))  # 从6月25日打响
            continue
        if deadline.start and deadline.end and "of_plan" not in mention.tags:
            yield mention.start_char, mention.end_char, deadline
        elif opened is not None and _closes(opened.deadline, deadline) and _ENDS.match(text, mention.end_char):
            words = text[opened.start_char : mention.end_char]
            yield opened.start_char, mention.end_char, Deadline(words, opened.deadline.start, deadline.end)
        if deadline.start and not deadline.end:
            opened = mention


def _closes(opened: Deadline, deadline: Deadline) -> bool:
    return bool(opened.start and deadline.end and deadline.end > opened.start)


def _names(text: str, sentence: int, first: int, last: int) -> Iterator[str]:
    behind = _NAMED_BEHIND.match(text, last)
    if behind:
        yield behind["name"] + (behind["kind"] or "")
    later = _NAMED_LATER.search(text, last, min(len(text), last + _LOOK_AHEAD))
    if later:
        yield later["name"]
    run = _NAMED_OBJECT.match(text, last)
    if run:
        yield run["name"]
    before = _NAMED_BEFORE.search(text[max(sentence, first - _LOOK_BEHIND) : first])
    if before:
        name = before["name"] or before["quoted"] + (before["quoted_kind"] or "")
        yield re.sub(r"^(?:今年|本次|此次|这次|全[省市县区]|我[省市县区])+的?", "", name)


def _forms(name: str) -> Iterator[str]:
    """Yield the forms in which a name comes back: 集中攻坚月行动 as 攻坚月, 百日攻坚期 as 攻坚期 and 百日攻坚."""
    if len(name) >= 2:
        yield name
    bare = re.sub(r"(?:行动|活动|工作)$", "", name)
    if len(bare) >= 3:
        yield bare
    if bare != name and not _HEAD.search(bare):
        yield from (bare[-2:] + "期", bare[-2:] + "行动")
    head = _HEAD.search(bare)
    if head and head["head"][0] not in _NOT_A_HEAD:
        yield head["head"] + head["kind"]
        if head["kind"] == "期" and len(bare) > 3:
            yield bare[:-1]


def find_defined(text: str, start: int, end: int, periods: Mapping[str, Deadline]) -> list[DeadlineMention]:
    """Return where a clause names a defined period; 期间 and 内 keep both ends, 前 ends the day before, 结束前 on its last day."""
    if not periods:
        return []
    found = []
    for match in _pattern(tuple(sorted(periods))).finditer(text, start, end):
        mode = match["mode"] or ""
        following = text[match.end() : min(match.end() + 1, end)]
        if following == "的" and mode and mode not in _BEFORE:  # 春运里的故事: an attribute
            continue
        heads = following in ("，", ",") and (match.start() == start or text[match.start() - 1] in "，,。；;\n")
        timed = following and (
            following in "要须必将" or (match["name"].endswith(("阶段", "期")) and (heads or following not in "的，,。；;为"))
        )
        if not mode and not timed:
            continue
        deadline = _resolved(match[0], mode, periods[match["name"]])
        found.append(DeadlineMention(match.start(), match.end(), match[0], "deadline.defined_period", deadline))
    return found


def _resolved(words: str, mode: str, period: Deadline) -> Deadline:
    if mode in _BEFORE and period.start:
        return Deadline(words, None, period.start - timedelta(days=1))
    if mode.endswith("前"):
        return Deadline(words, None, period.end)
    return Deadline(words, period.start, period.end)


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{words_pattern(names)}){_MODE}")
