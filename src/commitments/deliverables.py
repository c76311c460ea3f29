"""Decides whether a clause without figure and date names something that can be ticked off (criterion N of the guide).

The verb that governs the clause decides: it makes, issues, opens or hands over something, or it is a concrete act of a
body that is named. A verb of improvement decides against it, whatever stands in its object.
"""

from __future__ import annotations

from typing import Final

from commitments.concrete import concrete
from commitments.cues import (
    ACT,
    ADOPT,
    ADVERB,
    DELIVER,
    DELIVER_WITH,
    DELIVERABLE,
    LIGHT,
    MEANS,
    METRIC,
    PERMIT,
    VAGUE,
    VERB,
    Cue,
    of_kind,
)
from commitments.deliverable_shapes import DeliverableShapes
from commitments.frame import Frame
from commitments.kept import compiled

_VERBAL: Final = DELIVER | DELIVER_WITH | ADOPT | ACT | VERB | METRIC | VAGUE | LIGHT
_LONGEST_MODIFIER: Final = 10
_QUOTED: Final = compiled(r"[“\"《「][^”\"》」]{2,30}[”\"》」]")
_SHORTEST_OBJECT: Final = 2
_LONGEST_MANNER: Final = 4


_SHORT_DISPOSAL: Final = 4
_FRONTS: Final = "把将对给为在向"


class Deliverables:
    """Says what the clauses of one text deliver, by the shapes of a rule-set."""

    __slots__ = ("shapes", "text")

    def __init__(self, text: str, shapes: DeliverableShapes) -> None:
        self.text = text
        self.shapes = shapes

    def _brings_about(self, frame: Frame) -> bool:
        """Whether a work that is named has to be started, opened or handed over (推动养老中心投入运营), not just any (加快项目开工)."""
        start = frame.clause.start if frame.modal is not None else frame.action
        found = self.shapes.brings_about.ask(self.text, start, frame.clause.end)
        if found is None:
            return False
        return self.shapes.any_project.ask(self.text, *found.span("what" if found["what"] else "whom")) is None

    def main_verb(self, frame: Frame) -> Cue | None:
        """Return the verb that governs the action, behind adverbs and a prepositional phrase; of a chain (研究出台) the strongest.

        A chain with an improvement in it (建立完善) is an improvement. A single character inside a word (交通), a verb that only
        names the noun behind it (检测报告) and one that hangs on a preposition (给改造户架设专线) wait for a better one.
        """
        text = self.text
        found = [cue for cue in frame.cues if cue.start >= frame.action and cue.kinds & _VERBAL]
        head = self._behind_haste(frame)
        fronted = self.shapes.preposition.ask(text, head, frame.clause.end) is not None
        respect = self.shapes.in_respect.ask(text, frame.action, frame.clause.end) if text[frame.action] == "在" else None
        if respect is not None:
            found = [cue for cue in found if cue.start >= respect.end()]
        if fronted:
            found = [cue for cue in found if cue.end - cue.start > 1 and not self.shapes.modifies.ask(text, cue.end, frame.clause.end)]
        spare: Cue | None = None
        for index, cue in enumerate(found):
            following = found[index + 1] if index + 1 < len(found) else None
            if cue.kinds & DELIVERABLE and not cue.kinds & (DELIVER | DELIVER_WITH | LIGHT) and following is not None:
                continue  # 评审、设计 inside the object of a preposition
            if text[cue.start : cue.end] in self.shapes.hasten and following is not None and following.start == cue.end:
                continue
            if fronted and cue.end == head:
                continue  # 抓紧[对危桥设置限行标志]
            if cue.kinds & LIGHT and following is not None and self.shapes.campaign.ask(text, cue.end, frame.clause.end) is None:
                return _nominal(frame, found[index + 1 :]) or spare
            if self.shapes.modified.ask(text, cue.end, frame.clause.end) and not cue.kinds & LIGHT:
                continue
            if self._hangs(cue, frame, fronted=fronted):
                spare = spare or cue
            else:
                return self._strongest(found, index)
        return spare if spare is None or spare.start == frame.action or spare.kinds & ~(VERB | DELIVERABLE) else None

    def _behind_haste(self, frame: Frame) -> int:
        """Return where the action begins behind a word of speed (抓紧[把图纸找出来])."""
        start = frame.action
        hastened = self.text.startswith("抓紧", start) and self.text[start + 2] in _FRONTS
        return start + 2 if hastened else start

    def _hangs(self, cue: Cue, frame: Frame, *, fronted: bool) -> bool:
        """Whether a verb is more likely part of a noun or of a prepositional phrase than the predicate."""
        text = self.text
        if fronted and cue.kinds & VAGUE and text[frame.action] in "把将":
            return self.shapes.put.ask(text, cue.end, frame.clause.end) is not None
        if cue.kinds & (DELIVER | DELIVER_WITH | VAGUE | LIGHT):
            return False
        if cue.end - cue.start == 1 and cue.start > frame.action:
            return True
        if self.shapes.about.ask(text, cue.end, frame.clause.end):
            return True
        named = any(other.start == cue.end for other in of_kind(frame.cues, DELIVERABLE))
        return named or (fronted and not cue.kinds & (ACT | ADOPT | METRIC))

    def _tells(self, behind: int, frame: Frame, *, strong: bool) -> bool:
        """Whether the clause tells how things are or by what standard, though a verb of making stands in it."""
        text, end = self.text, frame.clause.end
        if self.shapes.state.ask(text, frame.action, end) or self.shapes.cannot.ask(text, behind, end):
            return True
        if frame.modal is None and text[behind : behind + 1] == "了":
            return True
        by_standard = text[frame.action] != "为" and any(cue.start == frame.action for cue in of_kind(frame.cues, MEANS))
        return by_standard and not strong

    def _strongest(self, cues: list[Cue], index: int) -> Cue:
        text = self.text
        chain = [cues[index]]
        for cue in cues[index + 1 :]:
            if cue.start != chain[-1].end:
                break
            chain.append(cue)
        improves = self.shapes.improving
        vague = (cue for cue in chain[:2] if cue.kinds & VAGUE and not (cue.kinds & ADVERB and cue is not chain[-1]))  # 带头设立…
        improving = next((cue for cue in vague if cue is chain[0] or text[cue.start : cue.end] in improves), None)
        making = next((cue for cue in chain if cue.kinds & (DELIVER | DELIVER_WITH) and not cue.kinds & DELIVERABLE), None)
        if making is not None and making is not chain[0] and text[making.start : making.end] in self.shapes.builds:
            making = None  # 提高新建铁路标准: what is newly built, not that it is
        return improving or making or chain[0]

    def deliverable(self, frame: Frame, *, named_owner: bool) -> bool:
        """Whether the clause names a deliverable, or a concrete act of a named owner (criterion N)."""
        text = self.text
        start, end = frame.action, frame.clause.end
        if self.shapes.general.ask(text, start, end) is not None:
            return False
        if (named_owner and self.disposes(frame)) or self.shapes.named_improved.ask(text, start, end):
            return True
        if self._brings_about(frame) or (named_owner and concrete(text, frame, self.shapes)):
            return True
        main = self.main_verb(frame)
        if main is None:
            return named_owner and self._handiwork(frame)
        if self._tells(main.end, frame, strong=bool(main.kinds & (DELIVER | DELIVER_WITH))):
            return False
        if main.kinds & VAGUE:
            if self.shapes.issues.ask(text, main.start, end):
                return True
            return named_owner and (self._causes(frame, main) or self.shapes.named_works.ask(text, main.end, end) is not None)
        if main.kinds & DELIVER:
            shapes = self.shapes
            return shapes.generic.ask(text, main.end, end) is None and (named_owner or shapes.some.ask(text, main.end, end) is None)
        if main.kinds & ADOPT and self.shapes.named_mechanism.ask(text, main.end, end):
            return True
        if main.kinds & DELIVER_WITH and self._makes(frame, main, named_owner=named_owner):
            return named_owner or text[main.start - 2 : main.start] not in self.shapes.hasten  # 加快建设试验区: progress without a measure
        return named_owner and (self._acts(frame, main) or self._handiwork(frame))

    def _handiwork(self, frame: Frame) -> bool:
        """Whether a verb of one character makes a thing that closes the clause (给低保户开个绿色通道, 挂公示牌)."""
        text = self.text
        last = next((cue for cue in reversed(frame.cues) if cue.kinds & DELIVERABLE and cue.end == frame.clause.end), None)
        if last is None or self.shapes.makes.ask(text, max(frame.action, last.start - _LONGEST_MODIFIER), last.start) is None:
            return False
        return text.find("的", frame.action, last.start) < 0 or self.shapes.preposition.ask(text, frame.action, len(text)) is not None

    def _causes(self, frame: Frame, main: Cue) -> bool:
        """Whether somebody is made to deliver (推动两县签订协议): a verb of delivery with an object behind one that causes."""
        text = self.text
        if text[main.start : main.end] not in self.shapes.causes:
            return False
        making = (cue for cue in of_kind(frame.cues, DELIVER) if cue.start > main.end and cue.end <= frame.clause.end - _SHORTEST_OBJECT)
        return any(self.shapes.modifies.ask(text, cue.end, frame.clause.end) is None for cue in making)

    def _makes(self, frame: Frame, main: Cue, *, named_owner: bool) -> bool:
        """Whether what is built, set up or drawn up is a thing: a deliverable noun behind the verb, or a name in quotation marks."""
        text, end = self.text, frame.clause.end
        if text[main.start : main.end] == "办好":
            if self.shapes.event.ask(text, main.end, end):
                return True  # 办好茶文化节、丝绸展等重大活动
            if not named_owner:
                return False  # 办好家长学校
        if not named_owner and (self.shapes.some.ask(text, main.end, end) or self.shapes.campaign.ask(text, main.end, end)):
            return False
        if text[main.start : main.end] in self.shapes.builds and main.start - frame.action > _LONGEST_MANNER:
            return False
        named = any(cue.start >= main.end for cue in of_kind(frame.cues, DELIVERABLE))
        if named_owner and any(cue.start >= main.end and cue.end == end for cue in of_kind(frame.cues, DELIVER | ACT)):
            return True  # 组织竣工验收
        return named or _QUOTED.search(text, main.end, end) is not None

    def _acts(self, frame: Frame, main: Cue) -> bool:
        """Whether a named owner does something to an object that is named (腾空粮站、埋设界桩), or speeds up what is concrete."""
        text = self.text
        after = tuple(cue for cue in frame.cues if cue.start >= main.start)
        if text[main.start : main.end] in self.shapes.hasten:
            return _hastens(frame, after)
        if main.kinds & METRIC:
            return False
        if main.kinds & ACT:
            return text[main.start : main.end] != "约谈" or self.shapes.whoever.ask(text, main.end, frame.clause.end) is None
        if main.kinds & DELIVER_WITH or not _ordered(frame) or frame.clause.end - main.end < _SHORTEST_OBJECT:
            return False
        if main.end - main.start > 1:
            return True
        return any(cue.end >= frame.clause.end - 1 for cue in of_kind(after, DELIVERABLE))

    def disposes(self, frame: Frame, least: int = 6) -> bool:
        """Whether the clause does something to a named object (把旧房拆除), not an attitude (把责任扛在肩上), in `least` characters."""
        text = self.text
        start, end = self._behind_haste(frame), frame.clause.end
        return text[start : start + 1] == "把" and end - start >= least and self.shapes.attitude.ask(text, start, end) is None

    def governing_act(self, frame: Frame) -> bool:
        """Whether the verb that counts is a concrete act or the adoption of something, or a measure has a level to reach."""
        if self.shapes.hands_to.ask(self.text, frame.action, frame.clause.end):
            return True
        main = self.main_verb(frame)
        return self.reaches(frame) or (main is not None and bool(main.kinds & (ADOPT | ACT)) and not main.kinds & VAGUE)

    def reaches(self, frame: Frame) -> bool:
        """Whether the clause says what a measure reaches (利用系数提高到0.6, 出水达到一级标准)."""
        return any(self.text[cue.end - 1] in "到至在" for cue in of_kind(frame.cues, METRIC))

    def only_vague(self, frame: Frame, *, named: bool = False) -> bool:
        """Whether the clause's verb is an improvement without a measure (加强、优化、完善), or none that is known.

        What is done once (跑一遍), or by somebody `named` with a thing (把账算清), is not vague.
        """
        after = [cue for cue in frame.cues if cue.start >= frame.action]
        head = next((cue for cue in after if cue.kinds & (DELIVER | DELIVER_WITH | ACT | VERB | METRIC | VAGUE)), None)
        if head is not None:
            return bool(head.kinds & VAGUE)
        disposed = named and self.disposes(frame, _SHORT_DISPOSAL)
        return not disposed and self.shapes.once.ask(self.text, frame.action, frame.clause.end) is None


def _nominal(frame: Frame, acts: list[Cue]) -> Cue:
    """The act that a light verb carries: the word that closes its object (开展安全疏散演练), else the first one named."""
    return acts[-1] if acts[-1].end == frame.clause.end else acts[0]


def _ordered(frame: Frame) -> bool:
    """Whether the clause itself says who has to, or that somebody has to."""
    return frame.modal is not None or bool(frame.owners)


def _hastens(frame: Frame, after: tuple[Cue, ...]) -> bool:
    """Whether a named owner has to speed up a concrete act (加快农贸市场立项), or a paper that has a title."""
    if not after or frame.modal is None:
        return False
    last = after[-1]
    return bool(last.kinds & (ACT | DELIVER | DELIVER_WITH | DELIVERABLE)) and last.end >= frame.clause.end - 2


def only_permits(frame: Frame) -> bool:
    """Whether a word of what is only allowed opens the action; behind a verb of making it belongs to the object (出台[支持]政策)."""
    made = any(cue.start == frame.action for cue in of_kind(frame.cues, DELIVER))
    return not made and any(cue.start <= frame.action + 2 for cue in of_kind(frame.cues, PERMIT))
