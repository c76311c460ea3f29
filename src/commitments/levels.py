"""Whether a task is hard, with a quantity or a deadline to check it by, or soft, with a deliverable alone (guide, section 1)."""

from __future__ import annotations

from commitments.checkable import Judge
from commitments.deliverables import only_permits
from commitments.discourse import SentenceState
from commitments.frame import Frame
from commitments.link_shapes import LinkShapes
from commitments.owndates import OwnDates, loose, yearly
from commitments.types import DeadlineMention, Level


class Levels:
    """The levels of the tasks of one text."""

    __slots__ = ("dates", "judge", "shapes", "text")

    def __init__(self, text: str, dates: OwnDates, judge: Judge, shapes: LinkShapes) -> None:
        self.text = text
        self.dates = dates
        self.judge = judge
        self.shapes = shapes

    def of(self, frame: Frame, own: DeadlineMention | None, carried: DeadlineMention | None, state: SentenceState) -> Level | None:
        """Return whether the clause is hard (清淤12公里; 6月底前成立专班), soft (成立专班), or no commitment (加强管理).

        Args:
            frame: the clause.
            own: its own deadline.
            carried: the deadline in force, if it has none of its own.
            state: what is in force in the sentence.
        """
        text, made = self.text, self.judge.made
        somebody = bool(state.owners) or (frame.spoken and bool(state.item.current))
        if not self.dates.measured(frame) and only_permits(frame):
            return None
        if frame.quantities:
            return "hard"
        counted = state.topic_quantities or (state.pending and state.pending.quantities)
        if counted and (own is not None or not made.only_vague(frame) or self._one_by_one(frame)):
            return "hard"
        if own is not None:
            named = somebody
            general = loose(own, frame, named=named) and made.only_vague(frame, named=named) and not self.dates.achieves(frame)
            general = general and not self.judge.is_to_come(frame, own)
            return None if general and not made.deliverable(frame, named_owner=named) else "hard"
        if self.shapes.forward.general_aim.ask(text, frame.action, frame.clause.end):
            return None
        delivers = made.deliverable(frame, named_owner=somebody)
        if carried is not None and self.shapes.deliver.masked_figure.ask(text, frame.action, frame.clause.end):
            return "hard"  # 年内投资5亿元,新开工项目XX个
        if carried is not None and state.item.targets and (made.reaches(frame) or self.dates.achieves(frame)):
            return "hard"
        if carried is not None and yearly(carried) and "whole_year" not in carried.tags and delivers:
            return "hard"  # 今年要改造…,把…建成文明小区
        if carried is not None and not yearly(carried):
            together = self.shapes.discourse.alongside.ask(text, frame.clause.start, frame.clause.end) is not None
            directed = frame.modal is not None and frame.modal.modality != "aim"
            if delivers or together or (directed and state.fronted) or made.governing_act(frame) or made.disposes(frame):
                return "hard"
        return ("hard" if counted else "soft") if delivers else None  # 对59户困难家庭,民政局要开展慰问

    def _one_by_one(self, frame: Frame) -> bool:
        """Whether something is to be done to each of those counted (这38户,[要逐户见面]); 一对一 alone says how."""
        each = self.shapes.deliver.one_by_one.ask(self.text, frame.action, frame.clause.end)
        return each is not None and (frame.modal is not None or self.text[each.start()] in "逐挨")
