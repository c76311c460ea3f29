"""What speaks against a clause by its own words, wherever it stands: a condition, a definition, a punishment, a slogan."""

from __future__ import annotations

from typing import Final, Literal

from commitments.clauses import Clause
from commitments.cues import AGENDA, CONDITION, DELIVER, DELIVER_WITH, EXPLAIN, MEANS, METRIC, SANCTION, TARGETS, of_kind
from commitments.forward_shapes import ForwardShapes
from commitments.frame import Frame
from commitments.owndates import ahead, bare_period, spans_years, yearly
from commitments.predicates import GOVERNING, VERBS
from commitments.types import DeadlineMention

Reason = Literal[
    "", "background", "past", "condition", "sanction", "agenda", "explanation", "permission",
    "vague", "no-predicate", "not-checkable", "not-forward", "exhortation",
]  # fmt: skip

_LONGEST_WAY: Final = 16
"""Characters of a clause that says which way each kind goes (能并网的并网), at the most."""
_SHORT_BY: Final = 18
"""Characters before a clause in which is said who falls short."""


class Objections:
    """What speaks against the clauses of one text, by the shapes of a rule-set."""

    __slots__ = ("shapes", "text")

    def __init__(self, text: str, shapes: ForwardShapes) -> None:
        self.text = text
        self.shapes = shapes

    def against(self, frame: Frame, own: DeadlineMention | None, closing: bool) -> Reason:
        """Return why a clause is no task whatever the discourse says (explanation: 今年是建校百年), or "".

        Args:
            frame: the clause.
            own: its deadline, at its head or fronted.
            closing: whether it stands in the closing paragraph.
        """
        text, first = self.text, frame.clause.start
        if frame.mask & CONDITION and any(cue.start - first <= 2 for cue in of_kind(frame.cues, CONDITION)):
            orders = text[first] == "凡" and own is not None and (frame.modal is not None or text.find("一律", first, frame.clause.end) > 0)
            if not orders:  # 凡超过半年的欠款一律在月底前结清: the order stands in the clause itself
                return "condition"
        if frame.clause.closing in ("？", "?"):
            return "explanation"  # 这样的通过率有什么用？
        told = frame.mask & AGENDA and any(text[cue.end - 1] == "了" for cue in of_kind(frame.cues, AGENDA))  # 通报了上半年化解情况
        if frame.mask & AGENDA and (told or frame.opens_with(AGENDA) or not any(not d.vague for d in frame.deadlines)):
            return "agenda"
        undated = own is None or (own.deadline.end is None and not own.deadline.recurrence)
        if frame.mask & SANCTION and undated and not self._names_sanction(frame):
            return "sanction"
        if frame.mask & EXPLAIN and any(cue.start - first <= 3 for cue in of_kind(frame.cues, EXPLAIN)):
            return "explanation"
        if frame.mask & EXPLAIN and frame.modal is None:
            return "explanation"
        if closing and (own is None or yearly(own)) and not frame.quantities:
            return "exhortation"
        return self._shape_against(frame, own)

    def _shape_against(self, frame: Frame, own: DeadlineMention | None) -> Reason:
        """Judge by the shape of the clause: what defines, tells a state, or says what something is good for."""
        text, shapes = self.text, self.shapes
        start, end = frame.action, frame.clause.end
        first = frame.clause.start
        if own is None and shapes.left_out.ask(text, first, end):
            return "explanation"  # 除涉及文物的两园仍留围墙外
        if text[first] == "为" and (shapes.prepares.ask(text, first, end) or shapes.toward_aim.ask(text, first, end)):
            return "explanation"  # 为明年开工做好准备: what a task is good for
        unmarked = own is None or yearly(own) or (bare_period(own) and not ahead(own))
        vague = unmarked and not frame.quantities and text[start] in shapes.only_in_figures
        if vague and any(cue.kinds & VERBS and (cue.start, cue.end) == (start, start + 1) for cue in frame.cues):
            return "not-checkable"  # 今年换思路
        copula = frame.modal is None and text[first] == "是" and text[first + 1 : first + 2] not in "否要"
        due = own is not None and own is frame.head_deadline and own.text.endswith(("前", "内", "底"))
        if (text[end - 1] == "是" and not frame.mask & TARGETS) or copula:
            return "explanation"  # “十五五”时期的指导思想是:…
        if own is not None and own.deadline.recurrence and text[end - 1] == "日" and shapes.fixed_day.ask(text, start, end):
            return ""  # 每月15日是接访日
        if text[start] in shapes.shape_heads and (
            shapes.copula.ask(text, start, end) or shapes.defines.ask(text, start, end) or (not due and shapes.event.ask(text, start, end))
        ):
            return "explanation"  # 今年是建校百年; 9月1日至10月20日为整治阶段
        if shapes.effect.ask(text, start, end) or (frame.modal is not None and shapes.imminent.ask(text, frame.clause.start, end)):
            return "explanation"
        told = frame.modal is None and (own is None or own is not frame.head_deadline or bool(own.deadline.recurrence))
        is_stated = told and not frame.mask & TARGETS and text.find("是", frame.clause.start, end) > 0
        if is_stated and shapes.is_something.ask(text, frame.clause.start, end):
            return "explanation"  # 剩下的45件都是老大难
        if frame.modal is None and text[first] == "占" and shapes.share_of.ask(text, first, end):
            return "explanation"
        if own is not None and frame.modal is None and not frame.quantities and spans_years(own) and shapes.age.ask(text, start, end):
            return "explanation"
        if text[start] == "为" and not frame.quantities and not any(cue.kinds & GOVERNING for cue in frame.cues if cue.start > start):
            return "explanation"
        return self._around_against(frame, own)

    def _around_against(self, frame: Frame, own: DeadlineMention | None) -> Reason:
        """Judge by what the clause is there for: it names a means, leads on to the next one, threatens, or only warns."""
        text, shapes = self.text, self.shapes
        start, first, end = frame.action, frame.clause.start, frame.clause.end
        undated = own is None or bool(own.deadline.recurrence)  # 按照每人每天1美元的标准: so much a day is no date
        if undated and frame.mask & MEANS and any(shapes.names_means.ask(text, place, end) for place in (start, first)):
            return "explanation"
        if frame.modal is None and (own is None or yearly(own)) and frame.clause.closing in ("，", ",") and self._leads_on(frame):
            return "explanation"
        described = text.find("的", frame.clause.start, end) >= 0
        if described and (own is None or own is not frame.head_deadline) and shapes.fails.ask(text, frame.clause.start, end):
            return "sanction"
        if described and own is None and lags(text, frame.clause, shapes) and shapes.penalty.ask(text, first, end):
            return "sanction"
        if text[start] in shapes.fined_heads and self._is_fined(frame):
            return "sanction"
        by_kind = frame.modal is None and own is None and end - start <= _LONGEST_WAY and (described or text.count("一", start, end) > 1)
        if by_kind and shapes.by_kind.ask(text, start, end):
            return "exhortation"  # 能并网的并网
        if frame.modal is None and own is None and not frame.owners and shapes.slogan.ask(text, frame.clause.start, end):
            return "exhortation"
        negated = shapes.negated.ask(text, start, min(start + 6, end))
        if negated and text[start] in "把将对给" and text.find("的", negated.end(), end) > 0:
            return ""  # 把没有入学的孩子找齐: which ones
        if negated and own is not None and own is frame.head_deadline and not yearly(own) and negated[0] == "不许":
            return ""  # 10月1日起不许再收押金
        return "exhortation" if negated and not frame.quantities else ""

    def _is_fined(self, frame: Frame) -> bool:
        """Whether a clause says what falling short costs, and the one before it by how much one does (晚交一天,扣1分)."""
        start = frame.action
        if self.shapes.fined.ask(self.text, start, frame.clause.end) is None:
            return False
        return self.shapes.short_by.ask(self.text, max(0, frame.clause.start - _SHORT_BY), start) is not None

    def _leads_on(self, frame: Frame) -> bool:
        """Whether a clause only says around what the next one acts, and makes or measures nothing itself."""
        text = self.text
        if any(mention.quantity.kind == "ratio" for mention in frame.quantities):
            return False  # 坚持新增财力70%用于教育
        around = self.shapes.around.ask(text, frame.action, frame.clause.end)
        makes = DELIVER | DELIVER_WITH | METRIC
        if around is not None and text[around.end() - 2 : around.end()] in ("围绕", "瞄准", "紧扣"):
            last = frame.quantities[-1] if frame.quantities else None  # 围绕养老、托育各[发布标准2项]
            acts = last is not None and any(around.end() < cue.start < last.start_char for cue in of_kind(frame.cues, makes))
            return not (acts and last is not None and last.end_char == frame.clause.end)
        return around is not None and not any(cue.kinds & makes for cue in frame.cues if cue.start >= around.end())

    def _names_sanction(self, frame: Frame) -> bool:
        """Whether a word of reward or punishment only names what is made or paid (出台举报奖励办法; 举报奖励由500元提到3000元)."""
        if frame.quantities and all(self.shapes.raised.ask(self.text, cue.end, frame.clause.end) for cue in of_kind(frame.cues, SANCTION)):
            return True
        making = next((cue.start for cue in of_kind(frame.cues, DELIVER | DELIVER_WITH) if cue.start >= frame.action), None)
        return making is not None and all(cue.start > making for cue in of_kind(frame.cues, SANCTION))


def lags(text: str, clause: Clause, shapes: ForwardShapes) -> bool:
    """Whether a clause names those who come last or stay below (对连续三次上黑榜的单位).

    >>> from commitments.link_shapes import link_shapes
    >>> from commitments.ruledata import load_rules
    >>> shapes = link_shapes(load_rules()).forward
    >>> [lags(text, Clause(0, len(text), "，"), shapes) for text in ("对连续三次上黑榜的单位", "对困难群众")]
    [True, False]
    """
    return shapes.lagging.ask(text, clause.start, clause.end) is not None


def follows(text: str, clause: Clause, shapes: ForwardShapes) -> bool:
    """Whether a clause says what comes of a condition or befalls those who meet it (县里将约谈).

    >>> from commitments.link_shapes import link_shapes
    >>> from commitments.ruledata import load_rules
    >>> shapes = link_shapes(load_rules()).forward
    >>> [follows(text, Clause(0, len(text), "，"), shapes) for text in ("县里将约谈", "县里将清淤")]
    [True, False]
    """
    start, end = clause.start, clause.end
    return shapes.consequence.ask(text, start, end) is not None or shapes.penalty.ask(text, start, end) is not None


def fails(text: str, clause: Clause, shapes: ForwardShapes) -> bool:
    """Whether a clause only names those who have not done it by then (到期装不上的).

    >>> from commitments.link_shapes import link_shapes
    >>> from commitments.ruledata import load_rules
    >>> shapes = link_shapes(load_rules()).forward
    >>> [fails(text, Clause(0, len(text), "，"), shapes) for text in ("到期装不上的", "月底前装好")]
    [True, False]
    """
    return shapes.failing.ask(text, clause.start, clause.end) is not None
