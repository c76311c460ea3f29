"""What a named owner does or makes that no list of verbs holds: a thing counted by its measure, a campaign called by what it is about."""

from __future__ import annotations

from typing import Final

from commitments.cues import ACT, DELIVER, DELIVER_WITH, VERB
from commitments.deliverable_shapes import DeliverableShapes
from commitments.frame import Frame

_LEAST: Final = 2
"""Characters of whoever is brought to act, and of the object of his act, at the least."""
_ACTS: Final = DELIVER | DELIVER_WITH | ACT
_HIRES: Final = frozenset(("委托", "邀请", "聘请"))
"""Who is called in by these only has to act (委托机构鉴定)."""
_QUOTES: Final = "“\"「"


def concrete(text: str, frame: Frame, shapes: DeliverableShapes) -> bool:
    """Whether the clause of a named owner tells a concrete act by its form, whatever its verb (设个便民点, 搞“老带新”, 腾出旧码头)."""
    start, end = frame.action, frame.clause.end
    if any(shape.ask(text, start, end) is not None for shape in (shapes.campaigned, shapes.hand_made, shapes.named_thing)):
        return True
    if any(shape.ask(text, start, end) is not None for shape in (shapes.placed, shapes.cleared, shapes.gone_through, shapes.posted)):
        return True
    dealt = shapes.dealt_with.ask(text, start, end)
    if dealt is not None and shapes.attitude.ask(text, dealt.start(), end) is None:
        return True
    return _causes(text, frame, shapes)


def _causes(text: str, frame: Frame, shapes: DeliverableShapes) -> bool:
    """Whether somebody is brought to make, to hand over or to do something (协调银行推出“渔船贷”, 委托机构鉴定)."""
    end = frame.clause.end
    head = shapes.causing.ask(text, frame.action, end)
    if head is None:
        return False
    whom = head.start("whom")
    for cue in frame.cues:
        if cue.start < whom + _LEAST or text[cue.end : cue.end + 1] == "的":
            continue
        if cue.kinds & VERB and text[cue.end : cue.end + 1] in _QUOTES and cue.end < end:
            return True
        if cue.kinds & _ACTS and not (cue.end == end and cue.kinds & DELIVER_WITH):
            return end - cue.end >= _LEAST or (cue.end == end and text[whom - _LEAST : whom] in _HIRES)
    return False
