"""Says which of its dates is a clause's own deadline: the one that governs its predicate, not one that only describes a thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from commitments.clauses import Clause
from commitments.cues import DELIVER, VAGUE, of_kind
from commitments.date_shapes import DateShapes
from commitments.frame import Frame
from commitments.types import DeadlineMention


class OwnDates:
    """Says which of its dates are those of the clauses of one text, by the shapes of a rule-set."""

    __slots__ = ("shapes", "text")

    def __init__(self, text: str, shapes: DateShapes) -> None:
        self.text = text
        self.shapes = shapes

    def definite(self, frame: Frame) -> DeadlineMention | None:
        """Return the clause's own deadline, the last one at its head first (今年，6月底前…); vague words (尽快) are none."""
        if not frame.deadlines:
            return None
        own = [
            mention
            for mention in frame.deadlines
            if not mention.vague
            and (_marked(mention) or self._governs(mention, frame))
            and not self._modifies(mention, frame)
            and not self._is_today(mention, frame)
            and not self._names_past(mention)
        ]
        if not own:
            return None
        chosen = next((mention for mention in own if mention is frame.head_deadline), own[0])
        if yearly(chosen) and self.text.startswith(("这", "那"), chosen.end_char):  # 今年这一卷10月底前付印: the year says which
            chosen = next((mention for mention in own if _within(mention, chosen)), chosen)
        return _with_rhythm(self._later(chosen, frame), own, frame.action)

    def _later(self, chosen: DeadlineMention, frame: Frame) -> DeadlineMention:
        """Join a date and a later one that only 、 or 和 parts from it (分别于10月底和12月20日前): all is done by the later."""
        other = next((mention for mention in frame.deadlines if mention.start_char == chosen.end_char + 1), None)
        if other is None or self.text[chosen.end_char] not in "、和及与":
            return chosen
        if not ("date" in chosen.tags and "date" in other.tags):
            return chosen
        first, second = chosen.deadline, other.deadline
        if first.recurrence or second.recurrence or first.end is None or second.end is None or first.end >= second.end:
            return chosen
        words = self.text[chosen.start_char : other.end_char]
        deadline = replace(second, text=words, start=first.start and second.start and first.start)
        return replace(other, start_char=chosen.start_char, text=words, deadline=deadline)

    def _modifies(self, mention: DeadlineMention, frame: Frame) -> bool:
        """Whether a date only says which things are meant (2015年以前建成的农田)."""
        text = self.text
        if spans_years(mention) and not frame.quantities and frame.action < mention.start_char and mention.end_char < frame.clause.end:
            return text[mention.start_char - 1] not in "在于到"  # 实现“十五五”时期良好开局
        alone = not yearly(mention) or len(frame.deadlines) == 1  # 今年入库的粮食年底前全部…: the year says which
        if alone and mention is frame.head_deadline and mention.end_char <= frame.action:
            return False
        return self.shapes.dated_noun.ask(text, mention.end_char, frame.clause.end) is not None

    def _is_today(self, mention: DeadlineMention, frame: Frame) -> bool:
        """Whether a day is only the day of the speech (今天是9月2日)."""
        return "calendar_day" in mention.tags and self.shapes.this_day.ask(self.text, frame.clause.start, mention.start_char) is not None

    def _names_past(self, mention: DeadlineMention) -> bool:
        """Whether a day gone by only says which thing is meant (7月上旬[的]暴雨)."""
        return "deadline-before-speech" in mention.warnings and self.text.startswith("的", mention.end_char)

    def _governs(self, mention: DeadlineMention, frame: Frame) -> bool:
        """Whether a bare period is the time of the predicate: at its head, or in what is to be completed."""
        text = self.text
        if "whole_year" in mention.tags and frame.quantities:
            return True
        if text[mention.end_char : mention.end_char + 1] == "的" or text.endswith(("“", '"'), 0, mention.start_char):
            return self.achieves(frame)
        # 依从率二季度要提高10个百分点: the measure before the time belongs to the action
        heads = mention is frame.head_deadline and (mention.end_char <= frame.action or frame.measures or frame.embedded)
        return heads or self._dates_verb(mention, frame) or self.achieves(frame)

    def _dates_verb(self, mention: DeadlineMention, frame: Frame) -> bool:
        """Whether a verb of starting, opening or handing over stands right behind a date (推动二期工程[年底投产]), and names no thing."""
        return any(cue.start == mention.end_char and not self._names(cue.end, frame) for cue in of_kind(frame.cues, DELIVER))

    def _names(self, place: int, frame: Frame) -> bool:
        """Whether a verb before `place` only names the thing behind it (开工[项目])."""
        return self.shapes.names.ask(self.text, place, frame.clause.end) is not None

    def renews(self, frame: Frame, start: int) -> bool:
        """Whether a later period opens the clause in a sentence, from `start`, that has told of an earlier one.

        去年办了十二个,今年再办八个; 上半年改了6个小区,下半年把剩下的8个改完.
        """
        text, first, due = self.text, frame.clause.start, frame.head_deadline
        if due is None or due.start_char != first:
            return self.shapes.from_here.ask(text, first, frame.clause.end) is not None  # 一期修了12公里,二期再修15公里
        if self.shapes.befalls.ask(text, due.end_char, len(text)) is not None:
            return False  # 去年亏损3亿元,明年亏损5亿元: nobody is told to
        if text.startswith(("今年", "明年"), first) and self.shapes.last_year.ask(text, start, first) is not None:
            return True
        later = ("part_of_year" in due.tags or "yearly" in due.tags) and "deadline-before-speech" not in due.warnings
        return later and (self._next_year(due) or self.shapes.goes_over.ask(text, due.end_char, frame.clause.end) is not None)

    def to_come(self, frame: Frame, start: int) -> bool:
        """Whether a period that has not ended opens the clause, the first period of the sentence from `start` (…还空着,上半年去化一半)."""
        due, first = frame.head_deadline, frame.clause.start
        if due is None or due.start_char != first or "part_of_year" not in due.tags or "deadline-before-speech" in due.warnings:
            return False
        return self.shapes.period_before.ask(self.text, start, first) is None

    def within(self, own: DeadlineMention, period: DeadlineMention | None) -> DeadlineMention:
        """Let a frequency end with the period it is for, which the sentence names before (攻坚月里,县领导每周下乡); not 以后每周."""
        deadline = own.deadline
        if period is None or not (period.deadline.start and period.deadline.end) or not deadline.recurrence or deadline.end is not None:
            return own
        if self.shapes.from_then_on.ask(self.text, 0, own.start_char):
            return own
        return replace(own, deadline=replace(deadline, start=deadline.start or period.deadline.start, end=period.deadline.end))

    def orders_more(self, frame: Frame) -> bool:
        """Whether a figure is a bound or stands on top of another (不少于8项, 再修10公里), as only what is to come does."""
        if any(mention.text[0] == "不" for mention in frame.quantities) or self._next_year(frame.head_deadline):
            return True
        figure = frame.quantities[0].start_char if frame.quantities else frame.clause.end - 1  # a unit that nobody knows: 再投3船料
        on_top = self.shapes.on_top.ask(self.text, frame.clause.start, figure)
        return on_top is not None and (bool(frame.quantities) or on_top.end() < figure)

    def _next_year(self, due: DeadlineMention | None) -> bool:
        """Whether a period is the year that comes (明年修15公里), and no mishap stands behind it."""
        return due is not None and due.text.startswith("明年") and self.shapes.befalls.ask(self.text, due.end_char, len(self.text)) is None

    def measured(self, frame: Frame) -> bool:
        """Whether the clause itself names a figure (Q: 12公里) or a definite deadline (D: 6月底前)."""
        return bool(frame.quantities) or self.definite(frame) is not None

    def achieves(self, frame: Frame) -> bool:
        """Whether the clause completes something (完成全年任务)."""
        return bool(self.shapes.achieve.ask(self.text, frame.action, frame.clause.end))


def _with_rhythm(chosen: DeadlineMention, own: list[DeadlineMention], action: int) -> DeadlineMention:
    """Join a start or a period and a frequency of one clause (12月1日起…每旬调度, 四季度每周调度) into one deadline.

    `action`: where the predicate begins; a frequency behind that may only describe its object (今年建成每天处理500吨的厂).
    """
    deadline = chosen.deadline
    rhythm = next((mention for mention in own if mention.deadline.recurrence), None)
    if rhythm is not None and not deadline.recurrence and deadline.end is None and deadline.start is None:
        return rhythm  # 汛期每日巡查: the season has no date, the rhythm has
    if rhythm is not None and yearly(chosen) and deadline.start is None and chosen.end_char <= rhythm.start_char < action:
        return rhythm  # 今年工信局每季度开一次对接会: the year is only the frame of the rhythm
    if rhythm is None or deadline.recurrence or (deadline.start is None and (yearly(chosen) or not bare_period(chosen))):
        return chosen
    joined = replace(deadline, recurrence=rhythm.deadline.recurrence, times=rhythm.deadline.times)
    return replace(chosen, deadline=joined)


def _marked(mention: DeadlineMention) -> bool:
    """Whether 前, 内, 底 or a day marks the mention as a deadline by itself."""
    return not (bare_period(mention) or yearly(mention) or "near_day" in mention.tags)


def holds_on(own: DeadlineMention) -> DeadlineMention | None:
    """Return what of a deadline holds for the clauses behind it: no frequency, but the day it ends with (9月底前|每周查一次，整改12处)."""
    deadline = own.deadline
    if not deadline.recurrence:
        return own
    edge = own.text.find("前") + 1
    if deadline.end is None or not edge:
        return None
    words = own.text[:edge]
    once = replace(deadline, text=words, recurrence=(), times=None)
    return replace(own, text=words, end_char=own.start_char + edge, deadline=once)


def yearly(mention: DeadlineMention | None) -> bool:
    """Whether a deadline is only the year (今年, 全年), which many general sentences name."""
    return mention is not None and "yearly" in mention.tags


def spans_years(mention: DeadlineMention) -> bool:
    """Whether a deadline is a period of years (今后五年, “十五五”时期), the frame of a whole plan."""
    return "of_years" in mention.tags


def bare_period(mention: DeadlineMention) -> bool:
    """Whether a deadline is a bare period (下半年, 三季度) without 前, 内 or 底; it may as well be an attribute."""
    return "bare_period" in mention.tags


def sets_year(own: DeadlineMention | None) -> bool:
    """Whether a day to come is named up to which things are to be so (到2030年,水厂[有]5座)."""
    return own is not None and own.text[0] in "到至" and own.deadline.end is not None and "deadline-before-speech" not in own.warnings


def is_due(mention: DeadlineMention) -> bool:
    """Whether a deadline names a day to come by which something is due (9月底前, 三天内), unlike 9月底."""
    return mention.text.endswith(("前", "内")) and not mention.vague and "deadline-before-speech" not in mention.warnings


def ahead(mention: DeadlineMention) -> bool:
    """Whether a bare month lies ahead by its words, whatever has been told before (坏了三台，下个月修好; 这个月底修好)."""
    if "named_month" not in mention.tags or mention.over:
        return False
    return mention.text[0] in "下次" or mention.text[-1] in "底末"


def period_of_targets(
    text: str, clause: Clause, shapes: DateShapes, find: Callable[[int, int], list[DeadlineMention]]
) -> DeadlineMention | None:
    """Return the period a list of targets is for (今年…主要预期目标是, 下半年的任务是), which is an attribute in its clause."""
    period = shapes.of_targets.ask(text, clause.start, clause.end)
    found = find(*period.span()) if period else []
    return found[-1] if found else None


def loose(mention: DeadlineMention, frame: Frame, *, named: bool) -> bool:
    """Whether a deadline is a year or a bare period that holds general talk, unless somebody acts in its month (审计局七月份联合检查).

    A month right behind an aim is when it is to come about (争取9月份试车).
    """
    aimed = frame.modal is not None and frame.modal.modality == "aim" and frame.modal.end == mention.start_char
    if "month" in mention.tags and (named or aimed) and not frame.mask & VAGUE:
        return False
    return yearly(mention) or bare_period(mention)


def sets_nothing(own: DeadlineMention, period: DeadlineMention | None) -> bool:
    """Whether a date of a clause without a predicate holds for nothing behind it: a bare day that is over (3月20日，在调度会上…), or a
    span of effort behind a period with both ends, which it fills (7月1日至31日，通过一个月努力).
    """
    if own.rule == "deadline.day_bare" and "deadline-before-speech" in own.warnings:
        return True
    return own.rule == "deadline.in_years" and period is not None and bool(period.deadline.start and period.deadline.end)


def of_an_event(mention: DeadlineMention) -> bool:
    """Whether a deadline belongs to its event (秋季开学; 5分钟到场): what is done beside it has no such date."""
    return "of_event" in mention.tags


def _within(mention: DeadlineMention, year: DeadlineMention) -> bool:
    """Whether a date is named behind a year and lies in it."""
    end, last = mention.deadline.end, year.deadline.end
    return mention.start_char > year.end_char and _marked(mention) and end is not None and last is not None and end.year == last.year
