"""Says cheaply which sentences and clauses need to be read at all; most of a speech can hold no commitment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeVar

from commitments.aspect import is_to_come
from commitments.clauses import Clause, Sentence, clauses
from commitments.cues import (
    ACT,
    ADOPT,
    ASSIST,
    BACKGROUND,
    COLLECTIVE,
    CONDITION,
    DELIVER,
    DELIVER_WITH,
    DELIVERABLE,
    EXPLAIN,
    FORBID,
    LEAD,
    LIGHT,
    MODAL,
    PAST,
    TARGETS,
    VERB,
    WILL,
    WITH,
    Cue,
    Cues,
    mask_of,
    of_kind,
)
from commitments.discourse import SentenceState
from commitments.findings import Finding
from commitments.frame import Frame
from commitments.frames import FrameReader
from commitments.link_shapes import LinkShapes
from commitments.lists import ListRules
from commitments.mentions.brackets import Bracket
from commitments.predicates import VERBS
from commitments.singled import handed_back, may_hand_back
from commitments.subjects import may_know
from commitments.types import DeadlineMention, OwnerMention, QuantityMention

Mention = TypeVar("Mention", DeadlineMention, QuantityMention)

DUTIES: Final = MODAL | LEAD | COLLECTIVE | TARGETS
_TELLING: Final = DUTIES | CONDITION | WILL | ASSIST | WITH | FORBID | PAST | BACKGROUND | DELIVER | ADOPT
_ORDERS: Final = MODAL | LEAD | WILL
_PRODUCES: Final = DELIVER_WITH | DELIVERABLE
_BREAKS: Final = "，,；;。：:\n"
_LONGEST_MODIFIER: Final = 24
"""Characters within which what describes an object comes to its 的."""
_GOVERNS: Final = VERB | ACT | DELIVER | DELIVER_WITH
_ASKED: Final = _GOVERNS | ADOPT | FORBID
_COUNTED: Final = 5
"""Characters of a count before a colon (三个方面)."""
_HEAD: Final = 24
"""Characters within which the name of who acts ends, if a clause opens with one."""
_WORKLOAD: Final = frozenset(("count", "people", "money", "coverage", "ratio", "area"))
"""Kinds of figures that say how much is to be done; degrees and millimetres come of themselves."""
_ADVERB: Final = 2
"""Characters of an adverb before a verb (9月底前[全部]到岗)."""
_TO_FIRST: Final = 5
"""Characters from the end of what counts the points to where the first has been told (：一件是)."""
_LISTENS: Final = 4
_MADE_BY: Final = frozenset("组搭建立办设搞拿列编写做拉开出订牵")
"""Verbs of speech by which a thing is made or set up (组个巡查队)."""
_CALLED: Final = 8
"""Characters within which 你 takes up who is spoken to."""


class Gate:
    """What is seen of a sentence or clause from its cue words and the endings of names alone."""

    __slots__ = ("_clauses", "_heads", "cues", "lists", "reader", "shapes", "text")

    def __init__(self, text: str, reader: FrameReader, cues: Cues, shapes: LinkShapes, lists: ListRules) -> None:
        self.text = text
        self.shapes = shapes
        self.lists = lists
        self.reader = reader
        self.cues = cues
        self._clauses: dict[int, list[Clause]] = {}
        self._heads: dict[int, Frame] = {}

    def clauses(self, sentence: Sentence) -> list[Clause]:
        """Return the clauses of a sentence, which is asked more than once."""
        found = self._clauses.get(sentence.start)
        if found is None:
            found = self._clauses[sentence.start] = clauses(self.text, sentence)
            for clause in found:
                if self.text[clause.start] in self.shapes.frames.numbered_heads:
                    clause.numbered = mark = self.shapes.frames.numbered.ask(self.text, clause.start, clause.end)
                    clause.start = mark.end() if mark else clause.start
        return found

    def look(self, found: list[Finding]) -> None:
        """Say of each sentence whether it may hold a row, as far as its own words tell, and read those that may."""
        for one in found:
            if not one.covered:
                one.mask = self.cues.mask(one.sentence.start, one.sentence.end)
                one.holds = True if one.deadlines or one.quantities else self._may_hold_row(one.mask, one.sentence)
        for one in found:
            if one.holds:
                self.read(one)

    def read(self, found: Finding) -> None:
        """Cut a sentence into clauses, and read those that are read whatever stands before them."""
        start, end = found.sentence.start, found.sentence.end
        found.cues = self.cues.within(start, end)  # all are made at once
        clauses = outside(self.clauses(found.sentence), found.brackets) if found.brackets else self.clauses(found.sentence)
        if found.mask & TARGETS:
            clauses = self.parted_at_targets(clauses)
        if found.mask & EXPLAIN:
            clauses = self.lists.opened(self.text, clauses)
        if len(found.deadlines) > 1:
            clauses = self.parted_at_dates(clauses, found.deadlines)
        deadlines, quantities = found.deadlines[::-1], found.quantities[::-1]  # the next one last
        for clause in clauses:
            dated = taken(deadlines, clause) if deadlines else ()
            counted = taken(quantities, clause) if quantities else ()
            cues = self.cues.within(clause.start, clause.end)
            told = dated or counted or self.tells(clause, cues)
            found.frames.append(self.reader.read(clause, cues, dated, counted) if told else None)
        found.clauses = clauses
    def parted_at_targets(self, found: list[Clause]) -> list[Clause]:
        """Part a clause behind what says for which period or for whom targets are named, as a colon does (今年的任务是|建成水厂3座)."""
        parted: list[Clause] = []
        for clause in found:
            cue = next((it for it in of_kind(self.cues.within(clause.start, clause.end), TARGETS) if self.text[it.end - 1] in "是为"), None)
            if cue is not None and cue.end < clause.end and self._heads_targets(clause, cue):
                parted.append(Clause(clause.start, cue.end, "："))
                clause = Clause(cue.end, clause.end, clause.closing)
                if self._only_counts(clause):
                    continue
            parted.append(clause)
        return parted

    def parted_at_dates(self, found: list[Clause], deadlines: list[DeadlineMention]) -> list[Clause]:
        """Part a clause before the second of two acts that each have a date (6月底前建成东闸和|9月底前建成西闸)."""
        parted: list[Clause] = []
        for clause in found:
            dates = [it for it in deadlines if clause.start <= it.start_char < clause.end and not (it.vague or it.deadline.recurrence)]
            for first, mention in pairwise(dates):
                joint = self.shapes.dates.joins.ask(self.text, first.end_char, mention.start_char)
                if joint is None or self.text.find("的", mention.end_char, clause.end) >= 0:
                    continue  # 抓好6月底前交付和7月底前开学的衔接
                acts = self.text[first.end_char : first.end_char + 2] in self.reader.grammar.verbs
                acts = acts or any(cue.kinds & VERBS for cue in self.cues.within(first.end_char, joint.start()))
                if acts and self._dates_act(mention, clause):
                    parted.append(Clause(clause.start, joint.start(), "，"))
                    clause = Clause(mention.start_char, clause.end, clause.closing)
            parted.append(clause)
        return parted

    def _dates_act(self, mention: DeadlineMention, clause: Clause) -> bool:
        """Whether a verb stands right behind a date, or behind an adverb (9月底前[全部到岗])."""
        place = mention.end_char
        if self.text.startswith(("全部", "全线", "全面"), place):
            return True  # also before a verb that no list holds: 9月底前全部改完
        if any(cue.kinds & VERBS and cue.start <= place + _ADVERB for cue in self.cues.within(place, clause.end)):
            return True
        return any(self.text[at : at + 2] in self.reader.grammar.verbs for at in (place, place + _ADVERB) if at + 2 <= clause.end)

    def _only_counts(self, clause: Clause) -> bool:
        """Whether all that stands before a colon is how many there are (明年的任务是[三项]：…)."""
        if clause.closing not in (":", "：") or clause.end - clause.start > _COUNTED:
            return False
        return not any(cue.start == clause.start for cue in of_kind(self.cues.within(clause.start, clause.end), VERBS))

    def _heads_targets(self, clause: Clause, cue: Cue) -> bool:
        """Whether a period or a body stands before a word of targets."""
        if self.shapes.dates.of_targets.ask(self.text, clause.start, cue.end) is not None:
            return True
        head = Clause(clause.start, cue.end, "：")
        return self.text[cue.start] == "的" and bool(self.reader.read_subject(head, self.cues.within(head.start, head.end)).owners)

    def handed_back(self, sentence: Sentence) -> tuple[list[OwnerMention], tuple[OwnerMention, ...], int]:
        """Return to whom a sentence gives what the one before tells, who helps, and where that one ends; else ([], (), -1)."""
        if not may_hand_back(self.text, sentence.start) or not (clauses := self.clauses(sentence)):
            return [], (), -1
        owners, place = handed_back(self.text, clauses[0], self.reader.grammar)
        helpers: tuple[OwnerMention, ...] = ()
        for clause in clauses[1:] if owners else ():
            frame = self.reader.read_subject(clause, self.cues.within(clause.start, clause.end))
            if not frame.assists or frame.modal is not None:
                break
            helpers += frame.owners  # 谁来干？住建局牵头,[各镇]配合
        return owners, helpers, place

    def subject(self, clause: Clause) -> Frame:
        """Return a frame of which only the head is read, of a clause of the sentence last asked for."""
        found = self._heads.get(clause.start)
        if found is None:
            found = self._heads[clause.start] = self.reader.read_subject(clause, self.cues.within(clause.start, clause.end))
        return found

    def due(self, own: DeadlineMention | None, frame: Frame, *, ordered: bool) -> DeadlineMention | None:
        """Return a clause's own deadline, but no near day (明天) where nothing says that an act is asked for (明天星期六, 今晚台风登陆).

        Args:
            own: the deadline.
            frame: the clause.
            ordered: whether the sentence has asked for something before.
        """
        if own is None or "near_day" not in own.tags or frame.role != "predicate":
            return own
        if frame.modal is not None or frame.owners or (ordered and not frame.collective):
            return own
        if any(mention.quantity.kind in _WORKLOAD for mention in frame.quantities):
            return own
        text, start, end = self.text, frame.action, frame.clause.end
        if text.find("把", frame.clause.start, end) >= 0 or self.reader.starts_with_verb(frame):
            return own
        if self.shapes.dates.handled.ask(text, start, end):
            return own
        acts = (cue.end for cue in of_kind(frame.cues, _ASKED) if cue.start >= start and cue.end - cue.start > 1)
        return own if any(text.find("的", place, end) < 0 for place in acts) else None

    def _may_hold_row(self, mask: int, sentence: Sentence) -> bool | None:
        """Whether a sentence without figure and date is worth reading; None where it tells an act and names nobody for it."""
        if self.may_deliver(mask, sentence):
            return True
        if not self._tells_act(mask, sentence):
            return False
        return self.may_act(mask, sentence) if self.reader.may_name(sentence.start, sentence.end) else None

    def may_act(self, mask: int, sentence: Sentence) -> bool:
        """Whether a sentence without figure and date may tell the act of a named owner, or what is made (criterion N)."""
        return self.may_make(mask, sentence) or self._names_owner(sentence)

    def _names_owner(self, sentence: Sentence) -> bool:
        """Whether a clause of the sentence says who acts; without that, an act that nothing measures is no commitment."""
        for clause in self.clauses(sentence):
            if self.may_open_with_name(clause) or self.reader.may_name(clause.start, clause.end):
                frame = self.subject(clause)
                if frame.owners or frame.spoken or self.reader.names_later(frame):
                    return True
        return False

    def may_deliver(self, mask: int, sentence: Sentence) -> bool:
        """Whether a sentence without figure and date may name a deliverable (criterion N: 出台办法)."""
        return bool(mask & (DELIVER | ADOPT)) or mask & _PRODUCES == _PRODUCES or self._names_mechanism(sentence.start, sentence.end)

    def _tells_act(self, mask: int, sentence: Sentence) -> bool:
        if mask & (ACT | DELIVER_WITH | _ORDERS):
            return True
        text, start, end = self.text, sentence.start, sentence.end
        if text.find("由", start, end) >= 0 or text.find("把", start, end) >= 0:
            return True  # 水利局把闸门修好: an order in any verb
        made = text.find("个", start + 1, end)
        while made > 0 and text[made - 1] not in _MADE_BY:
            made = text.find("个", made + 1, end)
        return made > 0

    def may_make(self, mask: int, sentence: Sentence) -> bool:
        """Whether a sentence may name what is made in quotation marks (建设“无废城市”), which needs no owner."""
        return bool(mask & DELIVER_WITH) and self._quotes(sentence.start, sentence.end)

    def tells(self, clause: Clause, cues: tuple[Cue, ...]) -> bool:
        """Whether a clause without figure and date may become a row, or change who is in charge, whatever stands before it."""
        if self.decided(clause):
            return False
        mask = mask_of(cues)
        if mask & _TELLING or mask & _PRODUCES == _PRODUCES or self.text[clause.start] in "对针":
            return True
        return self._names_mechanism(clause.start, clause.end) or self.may_open_with_name(clause)

    def plain(self, clause: Clause, cues: tuple[Cue, ...], state: SentenceState) -> bool:
        """Whether a clause that tells nothing by itself does not do so either as things stand."""
        if self.decided(clause):
            return True
        if state.deadline is not None or state.pending is not None:
            return False
        return not (state.owners and (mask_of(cues) & (ACT | VERB | LIGHT) or self.text[clause.start] == "把"))

    def may_open_with_name(self, clause: Clause) -> bool:
        """Whether who acts may stand at the head of a clause, or behind 由 in it."""
        if self.reader.may_name(clause.start, min(clause.end, clause.start + _HEAD)):
            return True
        if self.text.find("听", max(clause.start, clause.end - _LISTENS), clause.end) >= 0:
            return True  # 东片听好,…
        if may_know(self.text, clause.start, clause.end, self.reader.grammar.surnames):
            return True  # 老周把闸门修好
        if self.text[clause.start] == "我" and self.shapes.frames.speaker.ask(self.text, clause.start, clause.end):
            return True  # 我带个头，每周四…
        return self.text.find("由", clause.start, clause.end) >= 0 or self.text.find("你", clause.start, clause.start + _CALLED) >= 0

    def may_charge(self, clause: Clause, mask: int) -> bool:
        """Whether the head of a clause may put anybody in charge: a name, an agent, the speaker, everybody, or whom the model may know."""
        if mask & COLLECTIVE or self.reader.guess is not None or self.reader.may_name(clause.start, clause.end):
            return True
        text, start, end = self.text, clause.start, clause.end
        if text.find("由", start, end) >= 0 or text.find("我", start, end) >= 0:
            return True
        return text.find("请", start, end) >= 0 or text.find("责成", start, end) >= 0

    def reporting(self, cues: tuple[Cue, ...]) -> bool:
        """Whether a sentence tells what was done: an aspect mark in it (建[了]三座), and nothing that directs."""
        aspect = any(self.text[cue.start] in "已了" and not self._only_before(cue, cues) for cue in of_kind(cues, PAST))
        return aspect and not any(True for _ in of_kind(cues, MODAL | WILL | LEAD | TARGETS))

    def _only_before(self, aspect: Cue, cues: tuple[Cue, ...]) -> bool:
        """Whether 了 only says what comes before an act (站完了交一份体会), might befall (出了事), or describes (完成了的)."""
        text, end = self.text, aspect.end
        if text[end : end + 1] in ("才", "就", "再") or "的" in text[end : end + 8]:
            return True
        if self.shapes.forward.befalls.ask(text, end - 2, len(text)) or (text[aspect.start] == "已" and self._in_object(aspect, cues)):
            return True
        if text[aspect.start] == "了" and is_to_come(text, end, self.shapes.forward):
            return True
        if self.shapes.forward.asks_within.ask(text, end, len(text)):
            return True  # 把花了多少晒出来; 接了单子三天之内送到
        then = any(cue.start == end for cue in of_kind(cues, _GOVERNS))
        return text[end - 2] in "完好" and (then or self.shapes.forward.then_dated.ask(text, end, len(text)) is not None)

    def _in_object(self, aspect: Cue, cues: tuple[Cue, ...]) -> bool:
        """Whether 已 stands in what describes the object of a verb that opens its clause (解决[已改制企业退休人员]的医保)."""
        text = self.text
        stop = text.find("的", aspect.end, aspect.end + _LONGEST_MODIFIER)
        verbs = (cue.start for cue in of_kind(cues, _GOVERNS) if cue.end <= aspect.start)
        opens = max((start for start in verbs if text[start - 1] in _BREAKS), default=-1)
        return opens >= 0 and stop > 0 and not any(char in _BREAKS for char in text[opens:stop])

    def told_before(self, cues: tuple[Cue, ...], start: int) -> bool:
        """Whether a sentence tells only before `start`, and names no time that is over (老板已经跑路了,由街道垫付…)."""
        return all(cue.end <= start and self.text[cue.start] in "已了" for cue in of_kind(cues, PAST))

    def heads_list(self, clause: Clause) -> bool:
        """Whether a clause only opens a list of what is planned (今年的指标初步确定为：)."""
        return clause.closing in ("：", ":") and self.shapes.predicates.list_head.ask(self.text, clause.start, clause.end) is not None

    def heads(self, frame: Frame, state: SentenceState) -> bool:
        """Whether a clause only heads what follows: the targets of a time, or so many points, at which a modal before their count aims."""
        if self._counts_points(frame.clause):
            state.aiming = state.aiming or frame.modal is not None
            return True
        return not frame.quantities and (frame.mask & TARGETS != 0 or self.heads_list(frame.clause))

    def _counts_points(self, clause: Clause) -> bool:
        """Whether a clause only counts what is then told one by one (今年要办成两件：一件是…,一件是…)."""
        if clause.closing not in ("：", ":"):
            return False
        return self.shapes.predicates.so_many_points.ask(self.text, clause.start, clause.end + _TO_FIRST) is not None

    def decided(self, clause: Clause) -> bool:
        """Whether a clause only tells that what follows it has been decided (党组已经议定,…)."""
        text, start, end = self.text, clause.start, clause.end
        if text[end - 1] not in "定了来好板确过妥拢" or clause.closing not in (",", "，", ":", "："):
            return False
        if self.shapes.forward.decided.ask(text, start, end) is None or text.find("去年", start, end) >= 0:
            return False
        if text.startswith("每", end + 1) and self.shapes.forward.agreed_price.ask(text, end, len(text)) is not None:
            return False
        return self.shapes.forward.of_all_work.ask(text, start, end) is None

    def _names_mechanism(self, start: int, end: int) -> bool:
        """Whether [start, end) improves a mechanism with a name; most text has no quotation mark, which is cheap to see."""
        return self._quotes(start, end) and self.shapes.deliver.named_improved.ask(self.text, start, end) is not None

    def _quotes(self, start: int, end: int) -> bool:
        text = self.text
        return text.find("“", start, end) >= 0 or text.find('"', start, end) >= 0 or text.find("「", start, end) >= 0


def outside(clauses: Sequence[Clause], brackets: Sequence[Bracket]) -> list[Clause]:
    """Return the clauses without the responsibility brackets that open or close them (清淤12公里[（责任单位：水利局）]).

    >>> [(clause.start, clause.end) for clause in outside([Clause(0, 20, "。")], [(12, 20, [], [])])]
    [(0, 12)]
    """
    found = []
    for clause in clauses:
        start, end = clause.start, clause.end
        for first, stop, _, _ in brackets:
            start = stop if first == start else start
            end = first if stop == end else end
        if start < end:
            found.append(clause if (start, end) == (clause.start, clause.end) else Clause(start, end, clause.closing))
    return found


def taken(waiting: list[Mention], clause: Clause) -> tuple[Mention, ...]:
    """Take the mentions that begin in a clause from those that wait, the next one last; so each is looked at once."""
    found = []
    while waiting and waiting[-1].start_char < clause.end:
        mention = waiting.pop()
        if mention.start_char >= clause.start:
            found.append(mention)
    return tuple(found)
