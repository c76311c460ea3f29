"""Decides whether a clause is a commitment: it points forward, and it can be checked (guide, section 1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from commitments.cues import Cue, of_kind
from commitments.frames import Frame
from commitments.types import DeadlineMention

Reason = Literal[
    "", "background", "past", "condition", "sanction", "agenda", "explanation", "permission", "vague", "no-predicate", "not-checkable", "not-forward", "exhortation"
]

PLANS = 3.0
"""Mood from which a bare predicate counts as a target; below REPORTS even an aim counts as a result."""
REPORTS = -3.0

_YEARLY = ("deadline.year", "deadline.whole_year")
_NEGATED = re.compile(r"(?:不能|不要|不可|不许|别|决不|绝不|没有|未能)")
_ACHIEVE = re.compile(r"完成|实现|达到|达标|办结|兑现|交账")


@dataclass(frozen=True, slots=True)
class Context:
    """What the discourse says about a clause: the passage's mood, and whether a forward clause stands before it."""

    mood: float
    forward_before: bool
    owned: bool
    closing: bool


def definite(frame: Frame) -> DeadlineMention | None:
    """Return the clause's own deadline, the last-standing one at its head first; vague words are none."""
    own = [mention for mention in frame.deadlines if not mention.vague]
    if not own:
        return None
    return next((mention for mention in own if mention is frame.head_deadline), own[0])


def yearly(mention: DeadlineMention | None) -> bool:
    """Whether a deadline is only the year (今年, 全年), which many general sentences name."""
    return mention is not None and mention.rule.startswith(_YEARLY)


def forward(frame: Frame, context: Context, text: str) -> Reason:
    """Return "" where the clause directs or promises, else the reason why not."""
    blocked = _blocked(frame, context, text)
    if blocked:
        return blocked
    if frame.modal is not None:
        aims_in_review = frame.modal.modality == "aim" and context.mood < REPORTS and not context.forward_before
        return "past" if aims_in_review or (_reports(frame, text) and frame.modal.modality == "aim") else ""
    if _reports(frame, text):
        return "past"
    if frame.has("background"):
        return "background"
    own = definite(frame)
    if own is not None and not yearly(own) and (own.deadline.end or own.deadline.recurrence or own.deadline.text) and context.mood >= REPORTS:
        return ""
    if own is not None and context.forward_before:
        return ""
    if context.owned and context.mood >= REPORTS:
        return ""
    if context.forward_before:
        return ""
    if frame.has("forbid"):
        return ""
    return "" if context.mood >= PLANS else "not-forward"


def _blocked(frame: Frame, context: Context, text: str) -> Reason:
    first = frame.clause.start
    if any(cue.start - first <= 2 for cue in of_kind(frame.cues, "condition")):
        return "condition"
    if frame.has("agenda") and not any(not d.vague for d in frame.deadlines):
        return "agenda"
    if frame.has("sanction") and not (definite(frame) or frame.quantities):
        return "sanction"
    if any(cue.start - first <= 3 for cue in of_kind(frame.cues, "explain")):
        return "explanation"
    if frame.has("explain") and frame.modal is None:
        return "explanation"
    if context.closing and (definite(frame) is None or yearly(definite(frame))) and not frame.quantities:
        return "exhortation"
    if _NEGATED.match(text, frame.action) and not frame.quantities:
        return "exhortation"
    return ""


def _reports(frame: Frame, text: str) -> bool:
    """Whether a mark of the past governs the clause; inside a modifier (去年签约的项目) it does not."""
    for cue in of_kind(frame.cues, "past"):
        rest = text[cue.end : frame.clause.end]
        if "的" not in rest[:14] or cue.end == frame.clause.end:
            return True
    return False


def measured(frame: Frame) -> bool:
    """Whether the clause itself names a figure (Q) or a definite deadline (D)."""
    return bool(frame.quantities) or definite(frame) is not None


def deliverable(frame: Frame, *, named_owner: bool) -> bool:
    """Whether the clause names a deliverable, or a concrete act of a named owner (criterion N)."""
    after = [cue for cue in frame.cues if cue.start >= frame.action]
    governing = _governing(after)
    if governing is None:
        return False
    if "deliver" in governing.kinds:
        return True
    if "deliver_with" in governing.kinds and any(cue.start >= governing.end for cue in of_kind(tuple(after), "deliverable")):
        return True
    concrete = frame.modal is not None or frame.leads or frame.by_agent
    return named_owner and concrete and "act" in governing.kinds


def _governing(cues: list[Cue]) -> Cue | None:
    """The verb that counts: the first one that is no mere improvement; an improvement at the head governs all behind it."""
    for cue in cues:
        if "vague" in cue.kinds:
            return None
        if cue.kinds & {"deliver", "deliver_with", "act", "verb", "metric"} and "deliverable" not in cue.kinds:
            return cue
    return None


def only_vague(frame: Frame) -> bool:
    """Whether the clause's verb is an improvement without a measure (加强、优化、完善)."""
    after = [cue for cue in frame.cues if cue.start >= frame.action]
    head = next((cue for cue in after if cue.kinds & {"deliver", "deliver_with", "act", "verb", "metric", "vague"}), None)
    return head is None or "vague" in head.kinds


def achieves(frame: Frame, text: str) -> bool:
    """Whether the clause completes something (完成全年任务)."""
    return bool(_ACHIEVE.search(text, frame.action, frame.clause.end))
