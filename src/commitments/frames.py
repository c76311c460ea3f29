"""Reads the head of a clause: who, with whom, by when, how binding, and where the action begins.

A clause is parsed from left to right. What may stand before the main verb (connective, owner, modal,
deadline, co-owner) is taken off; what remains is the action. A topic or a subject that is no owner stays
with the clause as its `matter`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from commitments.clauses import Clause
from commitments.cues import (
    ACT,
    ADOPT,
    ADVERB,
    ASSIST,
    COLLECTIVE,
    CONNECTIVE,
    DELIVER,
    DELIVER_WITH,
    DELIVERABLE,
    FORBID,
    LEAD,
    LIGHT,
    MEANS,
    METRIC,
    MODAL,
    VAGUE,
    VERB,
    WILL,
    WITH,
    Cue,
    mask_of,
    of_kind,
)
from commitments.mentions.owners import OwnerGrammar
from commitments.types import DeadlineMention, OwnerMention, QuantityMention

Role = Literal["predicate", "topic", "object", "assign", "deadline", "means"]

_AGENT = re.compile(r"(?:由|请|责成|交由)(?=[^，,；;。])")
_REST = re.compile("剩余|剩下|其余|余下|现有|在建|续建|存量")
_LONGEST = 40
"""Characters within which a name at the head of a clause ends."""
_NO_DATES: frozenset[int] = frozenset()
_SHORT_TOPIC = range(4, 9)
"""Characters of a topic that opens like a verb and has an agent behind it (处置情况由质检科…)."""
_BY = re.compile("由(?=[^，,；;。于])")
_AT = re.compile(r"[在于自从到至](?!位|岗|户)")
_AFTER_DEADLINE = re.compile(r"(?:[上下]午|晚上|之前|以前|前|内|之内|以内|时|就|都|便|即)(?=[^，,])")
_OBJECT = re.compile(r"(?:对(?!于|接|标|照|口|外|比|策)|把(?!握|关|脉|控)|将(?!军|来|近))")
_FRONTED = re.compile(r"(?:对(?!于|接|标|照|口|外|比|策)|针对|对于)")
_ADJUNCT = re.compile(r"(?:会后|会前|散会|[^，,；;。、]{1,6}(?:之前|以前|之后|以后|结束后))(?=[^，,；;。、的])")
"""When, told by another event (搬之前乡镇必须派人)."""
_LONGEST_ADJUNCT = 9
_SPACE_AND_BRACKETS = " \u3000、“\"（）()"
_WITH_MODAL = re.compile(r"(?:要|须|应|将|必须|可)?(?:积极|主动|进一步)?")
_MANNER = re.compile(r"(?:抓紧|抓好|尽快|尽早|及时|立即|迅速|切实|认真|务实|真正|也|都|就|再|还|一律|一定|全力|坚决|继续)*$")


DATED_NOUN = re.compile(r"[\u4e00-\u9fff]{1,6}的(?=[0-9０-９一二三四五六七八九十\u4e00-\u9fff])")
"""A date before a verb and 的 says which things are meant."""
_METRIC_NOUN = re.compile("(?:率|额|量|值|收入|指数|面积|比例|比重|占比|水平|规模|人数|户数|系数|均价|涨幅|增速|浓度)$")
"""A measure as subject stays in the action: it tells the targets of a list apart."""
_MODIFIED_NOUN = re.compile(r"(?!把|将|对)[\u4e00-\u9fff]{1,6}的(?:项目|单位|企业|工程|问题|小区|地方|同志|干部|村|户|人|事项)")
_FIGURE = r"[0-9０-９,，.．一二两三四五六七八九十百千万亿余多\s]{1,10}"
_GENERAL_NOUN = "任务|项目|工程|工作|问题|隐患|案件|小区|企业|村|户|家|人|单位|地块|厂房|事项"
_COUNTED_NOUN = re.compile(rf"(?:这|那|其余|剩余)?{_FIGURE}[\u4e00-\u9fff]{{1,3}}(?:[\u4e00-\u9fff]{{0,8}}(?:{_GENERAL_NOUN}))?")
_NOUN_TAIL = re.compile(rf"{_FIGURE}[\u4e00-\u9fff]{{1,10}}|[\u4e00-\u9fff]{{0,6}}(?:{_GENERAL_NOUN})")
_DUTY_ALONE = re.compile("(?:包案|包联|包抓|包保|包挂|总责|总负责|责任)$")
_EACH = re.compile("逐|挨个|全部|一律|统一|一遍|到底|进行|均[^等衡]")
_FRONTED_VERBS = LIGHT | VERB | DELIVER | DELIVER_WITH | ACT | METRIC | VAGUE | FORBID | ADVERB
_VERBS = LIGHT | VERB | DELIVER | DELIVER_WITH | ADOPT | ACT | METRIC | VAGUE | FORBID


@dataclass(slots=True)
class Frame:
    """One clause with what its head says; filled by `FrameReader`, then read-only."""

    clause: Clause
    cues: tuple[Cue, ...]
    deadlines: tuple[DeadlineMention, ...]
    quantities: tuple[QuantityMention, ...]
    owners: tuple[OwnerMention, ...] = ()
    partners: tuple[OwnerMention, ...] = ()
    collective: bool = False
    by_agent: bool = False
    asked: bool = False
    """Whether the owners stand behind 请."""
    leads: bool = False
    assists: bool = False
    modal: Cue | None = None
    matter: tuple[int, int] | None = None
    action: int = 0
    head_deadline: DeadlineMention | None = None
    role: Role = "predicate"
    measures: bool = False
    """Whether a measure (签约率) is the subject."""
    mask: int = 0
    """The kinds of all cues in the clause."""


class FrameReader:
    """Reads frames of one text."""

    __slots__ = ("grammar", "names", "text")

    def __init__(self, text: str, grammar: OwnerGrammar) -> None:
        self.text = text
        self.grammar = grammar
        self.names = grammar.ending_places(text)

    def may_name(self, start: int, end: int) -> bool:
        """Whether a word that ends the name of a body ends in [start, end)."""
        place = bisect_right(self.names, start)
        return place < len(self.names) and self.names[place] <= end

    def read(
        self,
        clause: Clause,
        cues: tuple[Cue, ...],
        deadlines: tuple[DeadlineMention, ...],
        quantities: tuple[QuantityMention, ...],
    ) -> Frame:
        """Return the frame of a clause."""
        frame = Frame(clause, cues, deadlines, quantities, mask=mask_of(cues))
        position = self._take_head(frame, clause.start)
        later = self._later_head(frame, position)
        if later is not None:
            metric = frame.measures = _METRIC_NOUN.search(self.text, position, later) is not None
            frame.matter = None if metric else (position, later)
            behind = self._take_head(frame, later)
            position = position if metric else behind
        frame.action = position
        frame.role = self._role(frame)
        return frame

    def read_subject(self, clause: Clause, cues: tuple[Cue, ...]) -> Frame:
        """Return a frame of which only the head is read: who, and with which modal."""
        frame = Frame(clause, cues, (), (), mask=mask_of(cues))
        frame.action = self._take_head(frame, clause.start)
        return frame

    def _take_head(self, frame: Frame, position: int) -> int:
        end = frame.clause.end
        while position < end:
            step = self._step(frame, position, end)
            if step <= position:
                break
            position = step
        return position

    def _step(self, frame: Frame, position: int, end: int) -> int:
        """Take one element off the head; return the place behind it, or the same place where there is none."""
        text = self.text
        char = text[position]
        if char in " \u3000、":
            return position + 1
        if char in "（(【[":
            return next((stop for start, stop, _, _ in self.grammar.in_brackets(text, position, end) if start == position), position)
        deadline = self._deadline_at(frame, position) if frame.deadlines else None
        if deadline is not None:
            frame.head_deadline = frame.head_deadline or deadline
            after = _AFTER_DEADLINE.match(text, deadline.end_char, end)
            return after.end() if after else deadline.end_char
        adjunct = self._adjunct(position, end) if position == frame.clause.start else 0
        if adjunct:
            return adjunct
        for cue in frame.cues:
            if cue.start >= position:
                taken = self._take_cue(frame, cue, end) if cue.start == position else position
                if taken > position:
                    return taken
                break
        agent = _AGENT.match(text, position, end) if char in "由请责交" else None
        if agent:
            names = self.grammar.object_at(text, agent.end(), end, self._dates(frame))
            if names and not frame.owners:
                self._own(frame, names)
                frame.by_agent = agent[0] != "请"
                frame.asked = agent[0] == "请"
                return names[-1].end_char
        if frame.owners or frame.collective or self._embeds(frame, position) or not self.may_name(position, min(end, position + _LONGEST)):
            return position
        names, stop = self.grammar.subject(text, position, end, self._dates(frame))
        if not names:
            return position
        self._own(frame, names)
        frame.quantities = tuple(mention for mention in frame.quantities if mention.start_char >= stop)
        return stop

    def _adjunct(self, position: int, end: int) -> int:
        """Return where another event that tells the time (会后, 搬之前) ends, or 0."""
        head = self.text[position : position + _LONGEST_ADJUNCT]
        adjunct = _ADJUNCT.match(self.text, position, end) if "前" in head or "后" in head or "散" in head else None
        return adjunct.end() if adjunct else 0

    def _embeds(self, frame: Frame, position: int) -> bool:
        """Whether an aim word stands right before: what follows is then a clause of its own (力争开发区进入前十)."""
        aim = frame.modal
        return aim is not None and aim.modality == "aim" and aim.end == position

    def _dates(self, frame: Frame) -> frozenset[int]:
        """Return the places where a deadline begins, with the preposition before it: a name that ends there acts."""
        if not frame.deadlines:
            return _NO_DATES
        starts = (mention.start_char for mention in frame.deadlines)
        return frozenset(start - (self.text[start - 1] in "在于到至自从") for start in starts)

    def _deadline_at(self, frame: Frame, position: int) -> DeadlineMention | None:
        lead = self.text[position] in "在于自从到至" and _AT.match(self.text, position)
        last = position + 1 if lead else position
        for mention in frame.deadlines:
            if position <= mention.start_char <= last:
                return None if self.text.startswith("的", mention.end_char) else mention
        return None

    def _take_cue(self, frame: Frame, cue: Cue, end: int) -> int:
        kinds = cue.kinds
        if kinds & CONNECTIVE:
            return cue.end
        if kinds & COLLECTIVE and not frame.owners:
            following = self.grammar.subject_at(self.text, cue.start, end)
            if following and following[0].end_char > cue.end and following[0].start_char == cue.start:
                return cue.start
            frame.collective = True
            return cue.end
        if kinds & MODAL and cue.end < end:
            if frame.modal is None or frame.modal.modality == "shall":
                frame.modal = cue
            return cue.end
        if kinds & WILL and self._promises(frame, cue, end):
            frame.modal = frame.modal or cue
            return cue.end
        if kinds & LEAD and (frame.owners or frame.collective):
            frame.leads = True
            return cue.end
        if kinds & ASSIST and frame.owners and frame.modal is None and (cue.end == end or not self.text.startswith("参", cue.start)):
            frame.assists = True
            return cue.end
        if kinds & WITH:
            names = self.grammar.object_at(self.text, cue.end, end)
            if names:
                frame.partners += tuple(names)
                return names[-1].end_char
        return cue.start

    def _promises(self, frame: Frame, cue: Cue, end: int) -> bool:
        """Whether 将 means the future: behind a subject or before a time, not before its object."""
        if not self.text.startswith("将", cue.start):
            return any(other.kinds & _VERBS and cue.end <= other.start <= cue.end + 2 for other in frame.cues)
        if cue.end - cue.start > 1:
            return True
        if self.text[cue.end : cue.end + 1] in "于在会把对由与向为从按":
            return True
        timed = frame.head_deadline is not None and frame.head_deadline.end_char == cue.start
        if not (frame.owners or frame.collective or timed):
            return False
        return any(other.kinds & _FRONTED_VERBS and cue.end <= other.start <= cue.end + 1 for other in frame.cues)

    def _own(self, frame: Frame, names: list[OwnerMention]) -> None:
        if all(name.collective for name in names):
            frame.collective = True
        else:
            frame.owners = tuple([name for name in names if not name.collective])

    def _later_head(self, frame: Frame, position: int) -> int | None:
        """Return where the head goes on behind a topic (农贸市场5月底前…), or None."""
        text, clause = self.text, frame.clause
        if position >= clause.end or (text[position] in "对把将" and _OBJECT.match(text, position, clause.end)):
            return None
        by = text.find("由", position + 1, clause.end)
        if by < 0 and not frame.deadlines and not frame.mask & MODAL:
            return None
        behind = _BY.finditer(text, by, clause.end) if by >= 0 else ()
        agents = [match for match in behind if self.grammar.object_at(text, match.end(), clause.end)]
        if self._starts_with_verb(frame, position) and not self._modifies_topic(frame, position):
            return agents[0].start() if agents and agents[0].start() - position in _SHORT_TOPIC else None
        dated = (
            mention.start_char
            for mention in frame.deadlines
            if not mention.vague
            and mention.start_char > position
            and text[mention.start_char - 1] not in "“\"‘"
            and not text.startswith("的", mention.end_char)
            and not self._dates_noun(frame, position, mention)
        )
        places = [start - (text[start - 1] in "在于到至") for start in dated]
        places += [cue.start for cue in of_kind(frame.cues, MODAL) if position < cue.start and cue.end < clause.end]
        places += [match.start() for match in agents]
        if not places:
            return None
        place = min(places)
        between = text[position:place]
        if len(between) > 32:
            return None
        return place

    def _dates_noun(self, frame: Frame, position: int, mention: DeadlineMention) -> bool:
        """Whether a date behind a verb only says which things are meant (改造14个2000年前建成的小区)."""
        if DATED_NOUN.match(self.text, mention.end_char, frame.clause.end) is None:
            return False
        return any(cue.kinds & _VERBS and position <= cue.start < mention.start_char for cue in frame.cues)

    def _modifies_topic(self, frame: Frame, position: int) -> bool:
        """Whether a verb at the head only describes the topic before a date (评为差的31处8月底前完成改造; 剩余住户月底前签约)."""
        dates = [mention.start_char for mention in frame.deadlines if not mention.vague and mention.start_char > position]
        if not dates:
            return False
        return _REST.match(self.text, position) is not None or "的" in self.text[position : dates[0]]

    def starts_with_verb(self, frame: Frame) -> bool:
        """Whether the action itself begins with a verb."""
        return self._starts_with_verb(frame, frame.action)

    def _starts_with_verb(self, frame: Frame, position: int) -> bool:
        """Whether a verb opens the action, behind adverbs at most (高质量地完成)."""
        for cue in frame.cues:
            if cue.start < position:
                continue
            if cue.start > position or not cue.kinds & _FRONTED_VERBS or cue.kinds & DELIVERABLE:
                break
            if not cue.kinds & ADVERB:
                return True
            position = cue.end
            while self.text[position] in "地、" and position < frame.clause.end - 1:
                position += 1
        return self.text[position : position + 2] in self.grammar.verbs

    def _role(self, frame: Frame) -> Role:
        text, clause = self.text, frame.clause
        rest = text[frame.action : clause.end].strip(_SPACE_AND_BRACKETS)
        if not rest:
            return "assign" if frame.owners or frame.collective or frame.partners else "deadline" if frame.deadlines else "means"
        unmeasured = not frame.quantities and (not frame.deadlines or all(mention.vague for mention in frame.deadlines))
        if unmeasured and frame.assists:
            return "assign"
        if unmeasured and frame.mask & LEAD and _DUTY_ALONE.search(text, frame.action, clause.end):
            return "assign"
        if unmeasured and frame.leads and len(rest) <= 12:
            return "assign"
        if text[clause.end - 1] == "的":  # a condition: 完成率低于六成的,…
            return "means"
        if unmeasured and frame.mask & MEANS and frame.modal is None and self._names_means(frame):
            return "means"
        if not self.has_predicate(frame):
            return "object" if _FRONTED.match(text, frame.action) else "topic"
        return "predicate"

    def _names_means(self, frame: Frame) -> bool:
        """Whether the clause only says how or by what standard (通过…方式, 按照…要求)."""
        return any(cue.start == frame.action for cue in of_kind(frame.cues, MEANS))

    def has_predicate(self, frame: Frame) -> bool:
        """Whether a verb governs the clause: at the head of the action, or behind the last modifier's 的."""
        text, start, end = self.text, frame.action, frame.clause.end
        if text[start] in "对针" and _FRONTED.match(text, start, end):
            counted = [mention.end_char - 1 for mention in frame.quantities if mention.quantity.kind != "coverage"]
            edge = max([start, text.rfind("的", start, end), text.rfind("等", start, end), *counted])
            acts = any(cue.start > edge and cue.kinds & (_FRONTED_VERBS | MODAL) for cue in frame.cues)
            acts = acts or any(not mention.vague and mention.start_char > edge for mention in frame.deadlines)
            return acts or _EACH.search(text, edge, end) is not None
        last = text.rfind("的", start, end)
        if last >= 0 and _MODIFIED_NOUN.fullmatch(text, start, end):
            return False
        if frame.modal is not None or frame.head_deadline is not None or frame.owners:
            return True
        each = _EACH.search(text, start, end)
        if each and each.start() > start and each.end() < end:
            return True
        nominal = last >= 0 and _COUNTED_NOUN.fullmatch(text, last + 1, end) is not None
        if nominal and (last - start <= 4 or not self._starts_with_verb(frame, start)):
            return False
        if frame.quantities and frame.quantities[-1].end_char >= end - 1 and frame.quantities[-1].start_char > start:
            return True  # a figure at the end says how much, one before a noun says which (31个小区)
        verbs = [cue for cue in frame.cues if cue.start >= start and cue.kinds & _VERBS]
        if not verbs:
            return text[start : start + 2] in self.grammar.verbs
        counts = any(mention.start_char == verbs[0].end for mention in frame.quantities)  # a figure behind it is its object
        if verbs[0].start - start <= 2 and (counts or not self._modifies(verbs[0], end)):
            return True
        # 农贸市场改造: a verb that only closes a noun phrase names the thing.
        closing = [cue for cue in verbs if cue.end == end and cue.start > start and not cue.kinds & ~(DELIVERABLE | VERB | ACT | LIGHT)]
        return any(cue.start > last and cue not in closing for cue in verbs)

    def _modifies(self, verb: Cue, end: int) -> bool:
        """Whether a verb at the head opens a modifier that runs up to the noun at the end (涉及喷涂的52家)."""
        last = self.text.rfind("的", verb.end, end)
        if last < 0:
            return False
        tail = self.text[last + 1 : end]
        return _NOUN_TAIL.fullmatch(tail) is not None

