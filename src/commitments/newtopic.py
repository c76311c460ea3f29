"""Says when a clause that names nobody is about something new, so that the lead body of the item is in charge again.

What is new stands before its clause (养护员培训,9月底前办满20期). It is a noun, though a verb may be part of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from commitments.clauses import Clause
from commitments.cues import METRIC, MODAL, Cue, Cues
from commitments.date_shapes import DateShapes
from commitments.frame import Frame
from commitments.frames import FrameReader
from commitments.mentions.acting import who_acts
from commitments.predicates import VERBS
from commitments.types import DeadlineMention, QuantityMention

FindDeadlines = Callable[[int, int], list[DeadlineMention]]
FindQuantities = Callable[[int, int], list[QuantityMention]]

_SHORTEST: Final = 2
_WORD: Final = 2
_SHORTEST_ACT: Final = 4
"""Characters that an act with its object has more than (逐艘检修 has none)."""
_HEAD_OF_CLAUSE: Final = 24


class LastOf:
    """The last row of a sentence: where its action ends, and its figures."""

    __slots__ = ("end", "figures")

    def __init__(self, end: int, figures: tuple[QuantityMention, ...]) -> None:
        self.end = end
        self.figures = figures


def names_thing(text: str, start: int, end: int, cues: tuple[Cue, ...], reader: FrameReader) -> bool:
    """Whether [start, end) is a noun: no verb opens it, or its last verb is part of a name (超限检测站, 护理员培训)."""
    if end - start < _SHORTEST or text[start] in "对把将按以向从由在每各":
        return False
    if reader.grammar.subjects.work_named.ask(text, start, end):
        return True  # 示范园建设, 确权登记
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
    return verb and reader.grammar.subjects.no_noun.ask(text, start, end) is None


def topic_before(plain: Clause | None, frame: Frame, cues: Cues, reader: FrameReader) -> tuple[tuple[int, int] | None, bool]:
    """Return the topic that a clause passed over unread is for the next one, and whether it names something new."""
    if plain is None or plain.end + 2 < frame.clause.start:
        return None, False
    found = cues.within(plain.start, plain.end)
    topic = reader.read(plain, found, (), ())
    if topic.role == "topic":
        return (topic.action, plain.end), True
    return None, topic.role == "predicate" and names_thing(reader.text, topic.action, plain.end, found, reader)


class Topics:
    """Tells of counted phrases whether the next clause is about them, or they are tasks that go on with the verb before them."""

    __slots__ = ("counts", "cues", "find_deadlines", "reader", "text")

    def __init__(self, text: str, cues: Cues, reader: FrameReader, find_deadlines: FindDeadlines, counts: FindQuantities) -> None:
        self.text, self.cues, self.reader = text, cues, reader
        self.find_deadlines, self.counts = find_deadlines, counts

    def settle(self, frame: Frame, upcoming: Clause | None, last: LastOf | None, *, counted: bool, listed: bool) -> bool:
        """Settle whether a clause that counts is a topic or a task; return whether it goes on with the verb of the row before.

        In a list of works (`listed`) it is a topic only where somebody else is told to see to it.
        """
        if counted and (not listed or self._is_given(frame, upcoming)) and self.names(frame, upcoming, last):
            frame.role = "topic"
        elif frame.role == "topic" and self.tells(frame, upcoming, last):
            frame.role = "predicate"
            return True
        return False

    def _is_given(self, frame: Frame, upcoming: Clause | None) -> bool:
        """Whether the next clause tells somebody to act (；其余22户,[主办企业要逐户拿出方案]), or gives him what is left by 由."""
        if upcoming is None:
            return False
        rest = self.reader.shapes.dates.rest.ask(self.text, frame.clause.start, frame.clause.end)
        if rest and self.text.startswith("由", upcoming.start):
            return True
        if not self.cues.mask(upcoming.start, upcoming.end) & MODAL:
            return False
        end = min(upcoming.end, upcoming.start + _HEAD_OF_CLAUSE)
        return self.reader.may_name(upcoming.start, end) and bool(who_acts(self.text, upcoming.start, upcoming.end, self.reader.grammar))

    def names(self, frame: Frame, upcoming: Clause | None, last: LastOf | None) -> bool:
        """Whether a counted noun phrase is what the next clause is about: that one says who, by when, or what has to be done."""
        text, reader = self.text, self.reader
        if upcoming is None:
            return text.startswith("其中", frame.clause.start)
        if self._parallel(frame, last) and self._measures(upcoming):
            return False  # 新开工项目700个,亿元以上项目350个,力争投资增长8%
        if reader.grammar.subjects.goes_on.ask(text, upcoming.start, upcoming.end):
            return True
        if any(not mention.vague for mention in self.find_deadlines(upcoming.start, min(upcoming.end, upcoming.start + _HEAD_OF_CLAUSE))):
            return True
        if text.startswith("其中", frame.clause.start):
            return True
        if not reader.may_name(upcoming.start, min(upcoming.end, upcoming.start + _HEAD_OF_CLAUSE)):
            return False
        return bool(who_acts(text, upcoming.start, upcoming.end, reader.grammar))

    def tells(self, frame: Frame, upcoming: Clause | None, last: LastOf | None) -> bool:
        """Whether a counted phrase without a verb of its own is a task: 改造渡口6处,[9座码头],加固堤防."""
        text, clause = self.text, frame.clause
        settled = frame.modal is not None or frame.owners or frame.deadlines or clause.closing in ":："
        figures = [mention for mention in frame.quantities if mention.quantity.kind != "coverage"]
        if frame.role != "topic" or settled or not figures or last is None or not last.figures:
            return False
        opens = figures[0].start_char == frame.action or text.find("等", frame.action, figures[0].start_char) > 0
        if not opens or not 0 <= clause.start - last.end <= _SHORTEST:
            return False
        if upcoming is None:
            return True
        if self.reader.shapes.predicates.of_each.ask(text, upcoming.start, upcoming.end):
            return False
        cues = self.cues.within(upcoming.start, upcoming.end)
        if any(cue.start == upcoming.start and cue.modality == "aim" for cue in cues):
            return self._measures(upcoming)
        if any(mention.start_char == upcoming.start for mention in self.counts(upcoming.start, upcoming.end)):
            return True
        behind = self.reader.read(upcoming, cues, (), ())
        acts = behind.role == "predicate" and behind.modal is None and not behind.owners
        return acts and upcoming.end - behind.action > _SHORTEST_ACT and self.reader.starts_with_verb(behind)

    def _measures(self, clause: Clause) -> bool:
        """Whether a clause says how far some measure has to come, all of them together aside (全部达到)."""
        metric = bool(self.cues.mask(clause.start, clause.end) & METRIC and self.counts(clause.start, clause.end))
        return metric and self.reader.shapes.predicates.of_each.ask(self.text, clause.start, clause.end) is None

    def _parallel(self, frame: Frame, last: LastOf | None) -> bool:
        """Whether the row right before the clause ends in a figure of the same unit as the clause does."""
        if last is None or not last.figures or not frame.quantities or not 0 <= frame.clause.start - last.end <= _SHORTEST:
            return False
        before, figure = last.figures[-1], frame.quantities[-1]
        closes = before.end_char == last.end and figure.end_char == frame.clause.end
        return closes and before.quantity.unit == figure.quantity.unit


def rest_left(
    frame: Frame, upcoming: Clause | None, text: str, shapes: DateShapes, find_deadlines: FindDeadlines
) -> tuple[QuantityMention, ...]:
    """Return how much is still left (还剩59份,[年底前]改完), which the dated clause behind is about though it tells how things stand."""
    if len(frame.quantities) != 1 or upcoming is None:
        return ()
    figure, end = frame.quantities[0], frame.clause.end
    if not shapes.left.ask(text, frame.clause.start, figure.start_char) or any(char in "没未不" for char in text[figure.end_char : end]):
        return ()
    dated = find_deadlines(upcoming.start, min(upcoming.end, upcoming.start + _HEAD_OF_CLAUSE))
    return frame.quantities if any(not mention.vague for mention in dated) else ()
