"""Says when a clause that names nobody is about something new, so that the lead body of the item is in charge again.

What is new stands before its clause (养护员培训,9月底前办满20期). It is a noun, though a verb may be part of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from commitments.clauses import Clause
from commitments.cues import Cue, Cues
from commitments.date_shapes import DateShapes
from commitments.frame import Frame
from commitments.frames import FrameReader
from commitments.predicates import VERBS
from commitments.types import DeadlineMention, QuantityMention

FindDeadlines = Callable[[int, int], list[DeadlineMention]]

_SHORTEST: Final = 2
_WORD: Final = 2
_HEAD_OF_CLAUSE: Final = 24


def names_thing(text: str, start: int, end: int, cues: tuple[Cue, ...], reader: FrameReader) -> bool:
    """Whether [start, end) is a noun: no verb opens it, or its last verb is part of a name (超限检测站, 护理员培训)."""
    if end - start < _SHORTEST or text[start] in "对把将按以向从由在每各":
        return False
    inside = [cue for cue in cues if start <= cue.start and cue.end <= end]
    opening = next((cue for cue in inside if cue.start == start), None)
    if text[start : start + _WORD] in reader.grammar.verbs or (opening is not None and opening.end - start >= _WORD):
        return _names_place(text, start, end, inside, reader) and end - start <= _SHORTEST
    if opening is None:
        return True
    closing = inside[-1]
    closes = closing.end == end and closing.end - closing.start >= _WORD < closing.start - start
    return bool(closing.kinds & VERBS) and (closes or _names_place(text, start, end, inside, reader))


def _names_place(text: str, start: int, end: int, inside: list[Cue], reader: FrameReader) -> bool:
    """Whether a verb of two characters and one more close a name (检测室, 托管班)."""
    verb = any(cue.end == end - 1 and cue.end - cue.start == _WORD and cue.kinds & VERBS for cue in inside)
    return verb and reader.grammar.subjects.no_noun(text, start, end) is None


def topic_before(plain: Clause | None, frame: Frame, cues: Cues, reader: FrameReader) -> tuple[tuple[int, int] | None, bool]:
    """Return the topic that a clause passed over unread is for the next one, and whether it names something new."""
    if plain is None or plain.end + 2 < frame.clause.start:
        return None, False
    found = cues.within(plain.start, plain.end)
    topic = reader.read(plain, found, (), ())
    if topic.role == "topic":
        return (topic.action, plain.end), True
    return None, topic.role == "predicate" and names_thing(reader.text, topic.action, plain.end, found, reader)


def names_topic(frame: Frame, upcoming: Clause | None, reader: FrameReader, find_deadlines: FindDeadlines) -> bool:
    """Whether a counted noun phrase is what the next clause is about: that one says who, by when, or what has to be done."""
    text = reader.text
    if upcoming is None:
        return text.startswith("其中", frame.clause.start)
    if reader.grammar.subjects.goes_on(text, upcoming.start, upcoming.end):
        return True
    if any(not mention.vague for mention in find_deadlines(upcoming.start, min(upcoming.end, upcoming.start + _HEAD_OF_CLAUSE))):
        return True
    if text.startswith("其中", frame.clause.start):
        return True
    if not reader.may_name(upcoming.start, min(upcoming.end, upcoming.start + _HEAD_OF_CLAUSE)):
        return False
    return bool(reader.grammar.subject_at(text, upcoming.start, upcoming.end))


def rest_left(
    frame: Frame, upcoming: Clause | None, text: str, shapes: DateShapes, find_deadlines: FindDeadlines
) -> tuple[QuantityMention, ...]:
    """Return how much is still left (还剩59份,[年底前]改完), which the dated clause behind is about though it tells how things stand."""
    if len(frame.quantities) != 1 or upcoming is None:
        return ()
    figure, end = frame.quantities[0], frame.clause.end
    if not shapes.left(text, frame.clause.start, figure.start_char) or any(char in "没未不" for char in text[figure.end_char : end]):
        return ()
    dated = find_deadlines(upcoming.start, min(upcoming.end, upcoming.start + _HEAD_OF_CLAUSE))
    return frame.quantities if any(not mention.vague for mention in dated) else ()
