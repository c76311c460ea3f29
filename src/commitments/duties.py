"""What a clause says of its subject beside an act: who leads, who only helps, whose duty it is, what he promises."""

from __future__ import annotations

from typing import Final

from commitments.cues import ASSIST, DELIVER, DELIVER_WITH, DELIVERABLE, LEAD, Cue
from commitments.duty_shapes import DutyShapes
from commitments.frame import Frame
from commitments.predicates import FRONTED_VERBS, VERBS

_LONGEST_MECHANISM: Final = 48
"""Characters of the clause before a leader that may keep a mechanism up."""
_MARKS: Final = "，,。；;\n"
_NO_ACT: Final = 12
"""Characters behind a leading role that name the work and no act of it."""


def only_assists(frame: Frame, text: str, shapes: DutyShapes) -> bool:
    """Whether all that is asked of the subject is to help the one in charge (城管局、交警大队要密切配合)."""
    if not frame.mask & ASSIST or not (frame.owners or frame.collective) or frame.by_agent or frame.quantities or frame.deadlines:
        return False
    return shapes.helps.ask(text, frame.action, frame.clause.end) is not None


def gives_back(frame: Frame, text: str, shapes: DutyShapes) -> bool:
    """Whether a clause says only who does what stands before it (…,由甲负责,…; …,县里负责。; …,甲牵头、乙配合。)."""
    if shapes.given_back.ask(text, frame.clause.start, len(text)):
        return True
    if frame.given:
        return not _leads_on(frame, text, shapes)
    return only_leads(frame, text, shapes)


def only_leads(frame: Frame, text: str, shapes: DutyShapes) -> bool:
    """Whether a clause says who leads, and nothing else: what stands before it in its sentence is his, and the date stays in force."""
    clause = frame.clause
    if frame.modal is not None or frame.matter is not None or not frame.owners or _leads_on(frame, text, shapes):
        return False
    if hands_over(frame, text, shapes):
        return True  # …,由甲承办,…
    if not frame.mask & LEAD or shapes.answers.ask(text, clause.start, clause.end):
        return False  # …,书记负总责: that makes nobody do the work
    return frame.action >= clause.end or text.endswith(("配合", "协助"), frame.action, clause.end)


def _leads_on(frame: Frame, text: str, shapes: DutyShapes) -> bool:
    """Whether who leads is said of what follows: behind 同时, or before so many of another thing (新建泵站3座,甲牵头,植树300亩).

    What is counted as before is the same thing (新建泵站3座,甲牵头,9月底前投用泵站2座). A mechanism is kept up by all, the meetings
    behind who leads are his (落实会商机制,甲牵头,每月召开联席会议).
    """
    clause = frame.clause
    if shapes.led_besides.ask(text, clause.start, clause.end):
        return True
    before = max(text.rfind(mark, max(0, clause.start - _LONGEST_MECHANISM), clause.start - 1) for mark in _MARKS) + 1
    if shapes.runs_next.ask(text, before, len(text)):
        return True
    upcoming = shapes.leads_next.ask(text, clause.end, len(text)) if clause.closing in (",", "，") else None
    return upcoming is not None and not text.endswith(upcoming["unit"], 0, clause.start - 1)


def acts_on_share(frame: Frame, text: str, verbs: frozenset[str], shapes: DutyShapes) -> bool:
    """Whether 负责 behind 由 and a bare verb say what somebody does with so many (8处漏点由水务公司负责改造。), which nothing takes up.

    What goes on behind a comma (…负责改造，9月底前完成8处) is the row, and who sees to it that others act (负责督办) only answers.
    """
    clause, action = frame.clause, frame.action
    if not (frame.by_agent and frame.quantities) or frame.quantities[-1].end_char > action or not text.endswith("负责", 0, action):
        return False
    acts = text[clause.end - 2 : clause.end] in verbs or any(cue.end == clause.end and cue.kinds & VERBS for cue in frame.cues)
    if not acts or shapes.oversees.ask(text, action, clause.end):
        return False
    return clause.closing not in ",，" or shapes.next_share.ask(text, clause.end, len(text)) is not None


def only_assigns(frame: Frame, text: str, length: int, shapes: DutyShapes) -> bool:
    """Whether a clause without figure and date, of which `length` characters stand behind its head, says no more than whose duty it is."""
    if frame.assists or (frame.mask & LEAD and shapes.alone.ask(text, frame.action, frame.clause.end)):
        return True
    if hands_over(frame, text, shapes):
        return True
    if frame.leads and text.endswith("负责", 0, frame.action) and _names_work(frame):
        return True
    makes = DELIVER | DELIVER_WITH if text.endswith("负责", 0, frame.action) else DELIVER | DELIVER_WITH | DELIVERABLE  # 教育局负责学校
    disposes = text.startswith("把", frame.action)  # 由石桥镇出面把围堰拆掉
    return frame.leads and length <= _NO_ACT and not frame.mask & makes and not disposes


def _names_work(frame: Frame) -> bool:
    """Whether a verb closes the clause, and none opens the action: a piece of work by its name (方案编制), not an act (编制方案)."""
    verbs = [cue for cue in frame.cues if cue.kinds & VERBS and cue.start >= frame.action]
    return bool(verbs) and verbs[0].start > frame.action and verbs[-1].end == frame.clause.end


def hands_over(frame: Frame, text: str, shapes: DutyShapes) -> bool:
    """Whether a clause says behind 由 only whose work it is (清淤由水利站承办, 这块由李副镇长管)."""
    return frame.by_agent and shapes.handed_to.ask(text, frame.action, frame.clause.end) is not None


def promises(frame: Frame, cue: Cue, end: int, text: str, shapes: DutyShapes) -> bool:
    """Whether 将 means the future: behind a subject or before a time, not before its object."""
    if not text.startswith("将", cue.start):
        return any(other.kinds & VERBS and cue.end <= other.start <= cue.end + 2 for other in frame.cues)
    if cue.end - cue.start > 1:
        return True
    if shapes.carries.ask(text, cue.end, end):
        return False  # 将落实情况报县政府, 将会议事项分解: the object of a verb behind it
    if shapes.ahead.ask(text, cue.end, end):
        return True
    timed = frame.head_deadline is not None and frame.head_deadline.end_char == cue.start
    if not (frame.owners or frame.collective or timed):
        return False
    return any(other.kinds & FRONTED_VERBS and cue.end <= other.start <= cue.end + 1 for other in frame.cues)
