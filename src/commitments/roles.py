"""Tells what a clause does once its head is read: it tells an act, only names a topic, sets an object or a date, or assigns."""

from __future__ import annotations

from typing import Final

from commitments.cues import ADVERB, MEANS, MODAL, of_kind
from commitments.duties import acts_on_share, only_assigns
from commitments.frame import Frame, Role
from commitments.link_shapes import LinkShapes
from commitments.predicates import VERBS, Clausal, holds_act, makes_by
from commitments.topics import leaves_noun_out
from commitments.types import DeadlineMention

_LONGEST_COUNTED: Final = 6
"""Characters of what is counted, behind its unit."""
_SPACE_AND_BRACKETS: Final = ' \u3000、“"（）()'


class Roles:
    """Tells the roles of the clauses of one text."""

    __slots__ = ("shapes", "text", "verbs")

    def __init__(self, text: str, verbs: frozenset[str], shapes: LinkShapes) -> None:
        self.text = text
        self.verbs = verbs
        self.shapes = shapes

    def role(self, frame: Frame) -> Role:
        """Return what a clause does whose head is read; a figure or a rhythm that belongs to the act goes with it."""
        text, clause, shapes = self.text, frame.clause, self.shapes.predicates
        rest = text[frame.action : clause.end].strip(_SPACE_AND_BRACKETS)
        if frame.head_deadline is not None and self._is_rhythm(frame, frame.head_deadline, named=not rest):
            frame.action = frame.head_deadline.start_char
            return "predicate"
        if frame.deadlines and frame.deadlines[-1].end_char > clause.end:
            return "deadline"  # 集中行动7月1日开始，|8月20日结束: when it is, and nothing to be done
        if not rest or (rest in self.shapes.frames.part_of_day and frame.deadlines):
            return "assign" if frame.owners or frame.collective or frame.partners else "deadline" if frame.deadlines else "means"
        counted = any(mention.end_char > frame.action for mention in frame.quantities)  # 10件实事由督查室负责督办: a figure of the topic
        unmeasured = not counted and (not frame.deadlines or all(mention.vague for mention in frame.deadlines))
        if unmeasured and only_assigns(frame, text, len(rest), self.shapes.duties):
            return "predicate" if acts_on_share(frame, text, self.verbs, self.shapes.duties) else "assign"
        rate = shapes.rate_of.ask(text, frame.action, clause.end) if unmeasured and frame.modal is None and not frame.owners else None
        if rate is not None and rate.end() == clause.end:
            return "topic"  # 开工率,年底达到九成
        if shapes.basis.ask(text, clause.start, clause.end):
            return "means"
        if frame.modal is None and frame.quantities and not frame.deadlines and shapes.pointed_out.ask(text, clause.start, clause.end):
            return "topic"
        if text[clause.end - 1] == "的" and leaves_noun_out(frame, text, self.verbs):
            frame.quantities = frame.quantities[:1]  # the figures behind the first only bound the kind
        elif text[clause.end - 1] == "的" or (text[clause.end - 1] == "后" and clause.closing in ",，"):
            return "means"  # a condition: 完成率低于六成的,…; 预警发布后,…
        by_means = unmeasured and frame.mask & MEANS and frame.modal is None and self._names_means(frame)
        if by_means and not makes_by(text, frame.action, clause.end, frame.cues, shapes):
            return "means"
        if self._settle_described(frame):
            return "topic"
        stretch = self._stretch(frame)
        frame.countable = stretch.may_only_count()
        if not stretch.has_predicate():
            fronted = shapes.fronted.ask(text, frame.action, clause.end) is not None
            rhythm = fronted and any(mention.deadline.recurrence for mention in frame.deadlines)
            if rhythm and shapes.so_often.ask(text, frame.action, clause.end):
                return "predicate"  # 每季度对专项资金抽审一次
            return "object" if fronted else "means" if self._names_means(frame) else "topic"
        return "predicate"

    def comes_about(self, frame: Frame) -> bool:
        """Whether a clause that names so many behind a date closes the sentence with what becomes of them ([年底前,]12家企业搬迁。)."""
        text, clause = self.text, frame.clause
        opens = frame.role == "topic" and bool(frame.quantities) and frame.quantities[0].start_char == frame.action
        if not opens or clause.closing in ",，:：" or text.find("的", frame.action, clause.end) >= 0:
            return False
        behind = frame.quantities[0].end_char  # an ordinary verb may befall them: 12名群众受伤
        return any(cue.end == clause.end and cue.start > behind for cue in of_kind(frame.cues, VERBS))

    def _settle_described(self, frame: Frame) -> bool:
        """Take the date off a clause that only says which things the next one speaks of (街道兜底[的28个], 上半年已开工[的20个]).

        Return whether it is one: who acts, or what is done by now, describes what is counted behind 的.
        """
        text, clause = self.text, frame.clause
        if self._only_dates(frame):
            if not self.shapes.predicates.reaches.ask(text, clause.end, len(text)):  # 年底前实现的产值，要突破30亿元: the date is when
                frame.deadlines, frame.head_deadline, frame.countable = (), None, True
            return True
        if frame.modal is not None or not frame.quantities:
            return False
        figure = frame.quantities[-1]
        behind = figure.start_char - 1
        if text[behind] != "的" or behind < frame.action or clause.end - figure.end_char > _LONGEST_COUNTED:
            return False
        acts = text.find("逐", figure.end_char, clause.end) > 0 or any(cue.start >= figure.end_char for cue in of_kind(frame.cues, VERBS))
        if clause.closing in ",，" and not acts and self.shapes.frames.done_by_now.ask(text, frame.action, behind) is not None:
            frame.deadlines, frame.head_deadline, frame.countable = (), None, True  # a date says since when
            return True
        if not frame.owners or frame.head_deadline is not None:
            return False
        return all(cue.end >= behind for cue in of_kind(frame.cues, VERBS) if cue.start >= frame.action)

    def _only_dates(self, frame: Frame) -> bool:
        """Whether a date at the head only says of which things the next clause speaks (6月底前到期的许可证,许可科要…)."""
        head, end = frame.head_deadline, frame.clause.end
        place = head.end_char if head is not None else -1
        place = frame.action if frame.modal is not None and frame.modal.start == place else place
        if place != frame.action or frame.clause.closing not in ",，":
            return False
        which = self.shapes.predicates.which_by_date.ask(self.text, frame.action, end)
        if which is None or any(mention.quantity.kind == "coverage" for mention in frame.quantities):
            return False
        noun = which.end("which")
        behind = [cue for cue in of_kind(frame.cues, VERBS | ADVERB | MODAL) if cue.start >= noun]
        return all(cue.kinds & VERBS and (cue.start == noun or cue.end < end) and end - cue.end in (1, 2) for cue in behind)

    def _stretch(self, frame: Frame) -> Clausal:
        ordered = frame.modal is not None or bool(frame.owners)
        head = frame.head_deadline
        of_a_year = head is not None and "yearly" in head.tags and "whole_year" not in head.tags
        headed, dated = ordered or head is not None, not ordered and of_a_year
        span = (frame.action, frame.clause.end)
        shapes, verbs = self.shapes.predicates, self.verbs
        return Clausal(self.text, span, frame.cues, frame.deadlines, frame.quantities, verbs, shapes, headed=headed, dated=dated)

    def _is_rhythm(self, frame: Frame, rhythm: DeadlineMention, *, named: bool) -> bool:
        """Whether frequencies that hold their acts (每周通报、每月排名) are what is to be done; alone only where somebody is `named`."""
        if rhythm.end_char != frame.action or (named and not frame.owners):
            return False
        several = len(rhythm.deadline.recurrence) > 1
        return holds_act(self.text, rhythm.start_char, rhythm.end_char, several, named, self.shapes.predicates)

    def _names_means(self, frame: Frame) -> bool:
        """Whether the clause only says how or by what standard (通过…方式, 按照…要求)."""
        return any(cue.start == frame.action for cue in of_kind(frame.cues, MEANS))
