"""Says of whom a clause reports that something is demanded (督查组要求[石桥镇政府]10天内交地): they act, not who demands it."""

from __future__ import annotations

from commitments.frame import Frame
from commitments.frame_shapes import FrameShapes
from commitments.mentions.acting import named_behind
from commitments.mentions.coordination import behind_list
from commitments.mentions.endings import TELLS, Endings
from commitments.mentions.owners import OwnerGrammar


def take_told(frame: Frame, text: str, named: Endings, grammar: OwnerGrammar, shapes: FrameShapes) -> int:
    """Take as owners those of whom a clause says that something is demanded; return the place behind, or 0 where it says no such thing.

    Args:
        frame: a clause of which nothing has been taken yet.
        text: the text.
        named: where its words stand.
        grammar: the owner grammar.
        shapes: what stands around who acts.
    """
    start, end = frame.clause.start, frame.clause.end
    told = shapes.tells_others.ask(text, start, end) if named.holds(TELLS, start, end) else None
    if told is None:
        return 0
    names = named_behind(text, told.end(), end, grammar, frozenset(it.start_char for it in frame.deadlines))
    if not names or any(names[0].start_char <= it.start_char < names[-1].end_char for it in frame.deadlines):
        return 0
    frame.collective = all(name.collective for name in names)
    frame.owners = tuple([name for name in names if not name.collective])
    frame.quantities = tuple([it for it in frame.quantities if it.start_char >= names[-1].end_char])
    frame.deadlines = tuple([it for it in frame.deadlines if it.start_char >= names[-1].end_char])
    return behind_list(text, names[-1].end_char, grammar.shapes)
