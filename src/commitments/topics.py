"""Says what a topic before the head of a clause is: things that a verb or a date describes, what is left, what an agent takes on."""

from __future__ import annotations

from typing import Final

from commitments.cues import METRIC, MODAL, of_kind
from commitments.date_shapes import DateShapes
from commitments.frame import Frame
from commitments.frame_shapes import FrameShapes
from commitments.predicate_shapes import PredicateShapes
from commitments.predicates import VERBS
from commitments.types import DeadlineMention

_SHORT_TOPIC: Final = range(2, 9)
"""Characters of a topic that opens like a verb and has an agent behind it (处置情况由质检科…, 测评由统计局负责)."""

_SHORT_NOUN: Final = range(2, 5)
"""Characters of a noun that opens like a verb (设备, 种子, 用水户, 设备采购)."""
_MEASURE: Final = range(2, 10)
"""Characters of a measure (用户投诉率)."""
_SHORT_ACT: Final = 2
_VERB: Final = 2
_ADVERB: Final = 2
"""Characters of an adverb before a verb (6月底前[全部]到账)."""


def before_agent(frame: Frame, position: int, agent: int, text: str) -> bool:
    """Whether what stands before 由 is a topic though it opens like a verb: it is short, or a figure ends it (检查的12条由安监科…)."""
    of = text.rfind("的", agent, frame.clause.end)
    closes = any(cue.kinds & VERBS and cue.start > of and cue.end == frame.clause.end for cue in frame.cues)  # 由集团委托有资质的单位[编制]
    relative = of >= 0 and not closes  # 办结由镇里受理的事项
    if (agent - position in _SHORT_TOPIC and not relative) or any(mention.end_char == agent for mention in frame.quantities):
        return True
    return 0 < text.find("的", position, agent) < agent - 1 and not relative


def counts_part(frame: Frame, behind: int, text: str, shapes: FrameShapes) -> bool:
    """Whether a name that ends at `behind` is counted as a part of the total before (招16人，其中[网格员]至少五人), and does nothing."""
    start, end = frame.clause.start, frame.clause.end
    if not frame.quantities or not text.startswith("其中", start) or frame.quantities[-1].end_char < end - 1:
        return False
    return shapes.part_counted.ask(text, behind, frame.quantities[-1].start_char) is not None


def dates_noun(frame: Frame, position: int, mention: DeadlineMention, text: str, shapes: DateShapes) -> bool:
    """Whether a date behind a verb only says which things are meant (改造14个2000年前建成的小区)."""
    if shapes.dated_noun.ask(text, mention.end_char, frame.clause.end) is None:
        return False
    return any(cue.kinds & VERBS and position <= cue.start < mention.start_char for cue in frame.cues)


def modifies_topic(frame: Frame, position: int, text: str, shapes: DateShapes) -> bool:
    """Whether a verb at the head only describes the topic before a date (评为差的31处8月底前完成改造; 剩余住户月底前签约)."""
    dates = [mention.start_char for mention in frame.deadlines if not mention.vague and mention.start_char > position]
    if not dates:
        return False
    if shapes.rest.ask(text, position, frame.clause.end) is not None:
        return True
    return "的" in text[position : dates[0]] and shapes.drives.ask(text, position, frame.clause.end) is None


def short_topic(frame: Frame, position: int, text: str, verbs: frozenset[str], shapes: PredicateShapes) -> bool:
    """Whether a noun that opens like a verb stands before a date or a modal (设备6月底前进场; 充电桩要新建8个; 用户投诉率要下降).

    Whatever noun stands behind a verb (核验结果6月底前公布), it is the topic where another verb follows the date.
    """
    opening = next((cue for cue in frame.cues if cue.start == position), None)
    used = text[position : position + _VERB] in verbs
    used = used or (opening is not None and opening.end - position == _VERB and bool(opening.kinds & VERBS))
    if opening is not None and opening.end - position != 1 and not used:
        return False
    # 报漏半小时内回应: a span counts from the event before it, which is a verb
    due = (mention for mention in frame.deadlines if mention.start_char > position and not mention.vague and "span" not in mention.tags)
    dated = next(due, None)
    modal = next((cue for cue in of_kind(frame.cues, MODAL) if cue.start > position), None)
    ends = [(dated.start_char - (text[dated.start_char - 1] in "在于到至"), dated.end_char)] if dated is not None else []
    edge, behind = min([*ends, (modal.start, modal.end)] if modal is not None else ends, default=(position, position))
    if any(mention.start_char < edge for mention in frame.quantities) or frame.clause.end - behind < _SHORT_ACT:
        return False
    measured = edge - position in _MEASURE and shapes.metric_noun.ask(text, position, edge) is not None
    by_date = modal is None or (dated is not None and edge < modal.start)
    due_then = modal is not None and dated is not None and modal.start == edge and dated.start_char - modal.end in (0, 1)
    if used and (measured or due_then) and edge - position - _VERB in (1, _VERB):
        return True  # 接诊量|今年要突破9万, 翻新工程|要在9月底前完成
    if used:
        rhythm = dated is not None and bool(dated.deadline.recurrence)  # 争资月度会商机制
        return not rhythm and shapes.thing.ask(text, position, edge) is not None and acts_behind(frame, behind, text, verbs)
    by_date = by_date or due_then
    noun = opening is not None and text[position : position + 2] not in verbs
    return measured or (noun and by_date and edge - position in _SHORT_NOUN)


def counted_topic(frame: Frame, position: int, text: str, verbs: frozenset[str], shapes: PredicateShapes) -> bool:
    """Whether so many things, of which a verb says only what sort they are, have a date and then an act (硬化路12公里6月底前[完工])."""
    end = frame.clause.end
    if frame.modal is not None or frame.owners or not frame.quantities or not shapes.sort_of.ask(text, position, end):
        return False  # 要硬化道路12公里6月底前完工: an act
    dated = next((mention for mention in frame.deadlines if mention.start_char > position and not mention.vague), None)
    if dated is None or end - dated.end_char != _SHORT_ACT or not any(mention.end_char == dated.start_char for mention in frame.quantities):
        return False
    return text[dated.end_char : end] in verbs or any(cue.start == dated.end_char and cue.kinds & VERBS for cue in frame.cues)


def acts_behind(frame: Frame, place: int, text: str, verbs: frozenset[str]) -> bool:
    """Whether a verb stands at a place, behind an adverb at most; one that nobody knows stands right before a figure ([再划]300个)."""
    near = range(place, place + _ADVERB + 1)
    if any(mention.start_char - place == _VERB for mention in frame.quantities):
        return True
    return any(text[start : start + _VERB] in verbs for start in near) or any(cue.start in near and cue.kinds & VERBS for cue in frame.cues)


def thing_topic(frame: Frame, position: int, text: str, verbs: frozenset[str], shapes: PredicateShapes) -> bool:
    """Whether a thing that a verb names the use of stands before a date, and how many of it behind (停车位今年再划300个)."""
    dated = next((mention for mention in frame.deadlines if mention.start_char > position and not mention.vague), None)
    if dated is None or frame.modal is not None or not frame.quantities or frame.quantities[0].start_char < dated.end_char:
        return False
    return shapes.thing.ask(text, position, dated.start_char) is not None and acts_behind(frame, dated.end_char, text, verbs)


def leaves_noun_out(frame: Frame, text: str, verbs: frozenset[str]) -> bool:
    """Whether a sentence ends in so many of a kind, of which the noun is left out (引进三家年产值过亿元的。), and no condition."""
    if frame.clause.closing in ("，", ",") or not frame.quantities:
        return False
    place = frame.action + 2 if text.startswith(("至少", "最少"), frame.action) else frame.action
    return text[place : place + 2] in verbs and frame.quantities[0].start_char <= place + 2


def lasts_until(frame: Frame, mention: DeadlineMention, text: str) -> bool:
    """Whether a date is what a verb of lasting reaches (试点[延长到2027年底]), and so no head of what follows."""
    edge = mention.start_char
    return any(cue.start < edge <= cue.end and text[cue.end - 1] in "到至" for cue in of_kind(frame.cues, METRIC))
