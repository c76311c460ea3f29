"""Tells whether a clause states what was done or how things stand, so that it asks for nothing."""

from __future__ import annotations

from typing import Final

from commitments.aspect import is_to_come
from commitments.cues import BACKGROUND, METRIC, PAST, Cue, of_kind
from commitments.forward_shapes import ForwardShapes
from commitments.frame import Frame
from commitments.owndates import is_due
from commitments.predicates import GOVERNING, governed_at
from commitments.types import QuantityMention

_LONGEST_NAME: Final = 8
_MODIFIER: Final = 14
"""Characters within which what modifies a noun comes to its 的."""


class Statements:
    """What the clauses of one text state, by the shapes of a rule-set."""

    __slots__ = ("shapes", "text")

    def __init__(self, text: str, shapes: ForwardShapes) -> None:
        self.text = text
        self.shapes = shapes

    def reports(self, frame: Frame) -> bool:
        """Whether a mark of the past or of the present state governs the clause; inside a modifier (去年签约的项目) it does not."""
        if not frame.mask & (PAST | BACKGROUND):
            return False
        text = self.text
        fronted = frame.role == "topic" or text[frame.action : frame.action + 1] in "对把将"
        for cue in of_kind(frame.cues, PAST | BACKGROUND):
            if _in_name(cue, frame) or self._is_to_be_done(cue, frame):
                continue
            if text[cue.start] == "了" and is_to_come(text, cue.end, self.shapes):
                continue
            if text[cue.start] in "上去" and governed_at(text, cue.start, frame.cues, GOVERNING):
                continue  # 通报上周进度, 把上周进度报上来: behind the verb a time says of which the object is
            done = text[cue.start] == "了" and text[cue.start - 1] in "完好"
            then = any(verb.start == cue.end for verb in of_kind(frame.cues, GOVERNING))
            if done and (then or self.shapes.then_dated.ask(text, cue.end, frame.clause.end)):
                continue  # 看完了交一份体会: what comes before the act
            if text[cue.start] == "了" and self._asks_within(cue.end, frame):
                continue
            if self._is_ordered(cue, frame) or self._is_due_then(cue, frame) or self._has_come_to_it(cue, frame):
                continue
            aspect = cue.kinds & PAST and text[cue.start] in "已了曾业"
            governed = text[cue.start] in "已曾" and frame.opens_with(GOVERNING)  # 解决[已改制企业退休人员的]医保
            reach = 2 * _MODIFIER if governed else _MODIFIER if fronted or not aspect else 8
            stop = text.find("的", cue.end, min(cue.end + reach, frame.clause.end))
            if stop < 0 or any(cue.end <= other.start < stop for other in of_kind(frame.cues, METRIC)):
                return True
        return self.counts_past(frame)

    def _asks_within(self, place: int, frame: Frame) -> bool:
        """Whether 了 stands in what is to be told (把花[了]多少晒出来), or before the span to act in (接[了]单子三天之内送到)."""
        found = self.shapes.asks_within.ask(self.text, place, frame.clause.end)
        if found is None:
            return False
        return self.text[found.end() - 1] == "内" or self.text.find("把", frame.clause.start, place) >= 0

    def _is_due_then(self, cue: Cue, frame: Frame) -> bool:
        """Whether a word of what is amiss is the topic of what has to be done by a date right behind it ([空缺]12月上旬补齐)."""
        due = next((it for it in frame.deadlines if it.start_char == cue.end), None)
        return due is not None and not due.over and not due.vague and self.text[cue.start : cue.end] in self.shapes.lacks

    def _has_come_to_it(self, cue: Cue, frame: Frame) -> bool:
        """Whether 了 closes the clause and only says how far it has come by now (汛期快到[了],…)."""
        start, end = frame.clause.start, frame.clause.end
        return cue.end == end and self.text[end - 1] == "了" and self.shapes.come_to_it.ask(self.text, start, end) is not None

    def deals_on(self, frame: Frame) -> bool:
        """Whether a clause that goes on with what is asked for only says by 了 that a thing is to be dealt with (…,把户主会开了)."""
        start, end = frame.action, frame.clause.end
        if self.text[start] != "把" or self.text[end - 1] != "了" or self.shapes.by_then.ask(self.text, frame.clause.start, end):
            return False
        return self.shapes.deals_with.ask(self.text, start, end) is not None

    def counts_past(self, frame: Frame) -> bool:
        """Whether a clause tells nothing but how much was done in a year that is over (去年沉了四千方的礁,…)."""
        found = self.shapes.told_figure.ask(self.text, frame.clause.start, frame.clause.end + 1) if frame.mask & PAST else None
        return found is not None and found.end() == frame.clause.end

    def states(self, frame: Frame) -> bool:
        """Whether a word of the present state governs; one that only describes (涉及的坟墓, 现在的11吨), or an ordered sum, does not."""
        if not frame.mask & BACKGROUND:
            return False
        text = self.text
        for cue in of_kind(frame.cues, BACKGROUND):
            word = text[cue.start : cue.end]
            if text.startswith("的", cue.end) or (word in self.shapes.sums and frame.mask & METRIC):
                continue
            if _in_name(cue, frame) or self._in_modifier(cue, frame) or self._is_ordered(cue, frame) or self._is_due_then(cue, frame):
                continue
            if self._stock_dealt_with(cue.start, frame):
                continue
            return True
        return False

    def has(self, frame: Frame) -> bool:
        """Whether a figure only says how many there are; not what each is to have (每个乡镇至少要有1所)."""
        text, figure = self.text, frame.quantities[0].start_char
        if self._stock_dealt_with(figure - 2, frame):
            return False
        shapes, clause = self.shapes, frame.clause
        if shapes.mans.ask(text, clause.start, clause.end) is not None:
            return False  # 每个渡口有两名船工值守
        return shapes.states.ask(text, frame.action, figure) is not None and shapes.each_has.ask(text, frame.clause.start, figure) is None

    def _stock_dealt_with(self, place: int, frame: Frame) -> bool:
        """Whether 现有 says which ones are dealt with (解决[现有]1200户的用水问题; 对全县[现有]43座泵房逐座检查)."""
        if self.text[place : place + 2] != "现有":
            return False
        governed = any(verb.end == place for verb in of_kind(frame.cues, GOVERNING))
        return governed or self.shapes.of_stock.ask(self.text, frame.clause.start, place) is not None

    def needs(self, frame: Frame, modal: Cue) -> bool:
        """Whether 需要 tells how much is needed (全市需要普查员3000名)."""
        return self.shapes.needs.ask(self.text, modal.start, frame.clause.end) is not None

    def describes(self, figure: QuantityMention) -> bool:
        """Whether a figure says about how many there are (今年毕业生[7800余人])."""
        return self.shapes.describes.ask(self.text, figure.start_char, figure.end_char) is not None

    def _in_modifier(self, cue: Cue, frame: Frame) -> bool:
        """Whether a failing stands in what describes the things that are counted behind it (清退资质[不达标]、管理不到位的单位10家)."""
        text = self.text
        behind = text.find("的", cue.end, cue.end + _MODIFIER)
        return behind >= 0 and text[cue.start] == "不" and any(mention.start_char > behind for mention in frame.quantities)

    def _is_ordered(self, cue: Cue, frame: Frame) -> bool:
        """Whether an attribute belongs to what is ordered (引进项目20个、[总投资]9亿元), or is ordered itself ([总投资]不低于9亿元)."""
        text, word, clause = self.text, self.text[cue.start : cue.end], frame.clause
        if self.shapes.at_least.ask(text, cue.end, clause.end) or text.endswith(("至少", "最少", "再"), clause.start, cue.start):
            return True  # 年内立案检查不少于80起, 春节前至少立案15起
        due = any(is_due(mention) for mention in frame.deadlines)
        due = due and (bool(frame.owners) or not self.shapes.year_over.ask(text, 0, frame.clause.start))  # 去年严打电诈，年底前[破获]60起
        if word in self.shapes.cases and (due or self._limits(cue, frame)):
            return True  # 公安局对2名责任人本月内[立案], 二季度[破获]案件20起以上
        aims = word in self.shapes.attributes
        return aims and (cue.start > frame.action or self.shapes.aimed.ask(text, cue.end, frame.clause.end) is not None)

    def _limits(self, cue: Cue, frame: Frame) -> bool:
        """Whether behind what is done to offenders a limit is set for a time that is not over, and nothing is told beside it."""
        over = any(mention.over for mention in frame.deadlines) or self.shapes.compared.ask(self.text, cue.start, len(self.text))
        return not over and any(self.shapes.limit.ask(one.text, 0, len(one.text)) for one in frame.quantities if one.start_char >= cue.end)

    def _is_to_be_done(self, cue: Cue, frame: Frame) -> bool:
        """Whether 了 at the end only says that a thing is to be dealt with, as ordered or by its date (要把户主会开了; 三天内把会开了)."""
        if cue.end < frame.clause.end or self.text[cue.start] != "了":
            return False
        due = bool(frame.deadlines) and all(
            not mention.vague and "deadline-before-speech" not in mention.warnings for mention in frame.deadlines
        )
        return (due or frame.modal is not None) and self.shapes.deals_with.ask(self.text, frame.clause.start, cue.end) is not None


def _in_name(cue: Cue, frame: Frame) -> bool:
    """Whether a word stands in the short name of who acts, and so tells nothing ([立案]庭)."""
    return any(owner.start_char <= cue.start < owner.end_char <= owner.start_char + _LONGEST_NAME for owner in frame.owners)
