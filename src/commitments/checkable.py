"""Decides whether a clause is a commitment: it points forward, and it can be checked (guide, section 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from commitments.clauses import Clause
from commitments.cues import FORBID, METRIC, PAST, WILL, Cue
from commitments.deliverables import Deliverables
from commitments.forward_shapes import ForwardShapes
from commitments.frame import Frame
from commitments.objections import Objections, Reason
from commitments.owndates import ahead, bare_period, sets_year, yearly
from commitments.predicate_shapes import PredicateShapes
from commitments.predicates import VERBS, sets_each
from commitments.progress import tells_progress
from commitments.statements import Statements
from commitments.telling import Quoted
from commitments.types import DeadlineMention

PLANS: Final = 3.0
"""Mood from which a bare predicate counts as a target; below REPORTS even an aim counts as a result."""
REPORTS: Final = -3.0

_FORECAST: Final = 30
"""Characters before a clause in which a forecast is sought that it goes on with."""
_CLOSE: Final = 3


class Context:
    """What the discourse says about a clause: the passage's mood, whether it is headed as a review or as a plan, what stands before it."""

    __slots__ = ("directed", "follows", "forward_before", "led", "mood", "owned", "planned", "reporting", "review", "verb_first")

    def __init__(
        self, *, mood: float, review: bool, planned: bool, directed: bool, forward_before: bool, reporting: bool, owned: bool,
        led: bool, follows: bool, verb_first: bool,
    ) -> None:  # fmt: skip
        self.mood = mood
        self.review = review
        self.planned = planned
        self.directed = directed
        self.forward_before = forward_before
        self.reporting = reporting
        self.owned = owned
        self.led = led
        self.follows = follows
        self.verb_first = verb_first


class Judge:
    """Judges the clauses of one text by the shapes of a rule-set."""

    __slots__ = ("made", "objections", "predicates", "shapes", "statements", "text")

    def __init__(self, text: str, made: Deliverables, shapes: ForwardShapes, predicates: PredicateShapes) -> None:
        self.text = text
        self.made = made
        self.objections = Objections(text, shapes)
        self.statements = Statements(text, shapes)
        self.shapes = shapes
        self.predicates = predicates

    def forward(self, frame: Frame, own: DeadlineMention | None, closing: bool, weigh: Callable[[], Context]) -> Reason:
        """Return "" where the clause directs or promises (水利局要清淤12公里), else the reason why not (past: 去年清淤12公里).

        Args:
            frame: the clause.
            own: its deadline, at its head or fronted.
            closing: whether it stands in the closing paragraph.
            weigh: returns what the discourse says; asked only where the clause does not speak for itself.
        """
        blocked = self.objections.against(frame, own, closing)
        if blocked:
            return blocked
        unnamed = not frame.owners and not frame.collective
        if frame.modal is not None and own is None and frame.quantities and self.statements.needs(frame, frame.modal):
            return "background"
        if unnamed and own is None and frame.modal is not None and self._only_has_to(frame, weigh()):
            return "explanation"
        if frame.modal is None:
            return self._bare(frame, own, weigh())
        if frame.modal.modality != "aim":
            return self._told_plan(frame, frame.modal, own, weigh)
        context = weigh()
        aims_in_review = (context.review and (own is None or yearly(own))) or (context.mood < REPORTS and not context.forward_before)
        return "past" if aims_in_review or self.statements.reports(frame) else ""

    def _told_plan(self, frame: Frame, modal: Cue, own: DeadlineMention | None, weigh: Callable[[], Context]) -> Reason:
        """Return why a clause that a word of a plan governs (计划, 拟) sets nothing, "" where it promises.

        What was planned for a time that is over or told in a review is past, so is what came otherwise (今年计划开工12个,实际开工8个).
        How much money a thing takes (签约项目13个,计划投资9亿元) is background where nobody, no day and nothing planned stands around it.
        """
        text, shapes = self.text, self.shapes
        if not frame.quantities or text[modal.start : modal.end] not in shapes.plans:
            return ""
        if yearly(own) and own.over if own is not None else weigh().review:
            return "past"  # 去年引进企业9家，计划投资6亿元
        if (own is None or yearly(own)) and shapes.came_of_it.ask(text, frame.clause.end, len(text)):
            return "past"
        if own is not None or frame.owners or frame.collective or shapes.invests.ask(text, modal.end, len(text)) is None:
            return ""
        context = weigh()
        return "" if context.planned or context.forward_before else "background"

    def _bare(self, frame: Frame, own: DeadlineMention | None, context: Context) -> Reason:
        """Judge a clause without a modal by its dates, its owner and the passage around it."""
        text = self.text
        if own is not None and frame.mask & WILL and not frame.mask & PAST:
            return ""  # a dated forecast counts wherever it stands
        if context.review:
            return "" if own is not None and self._forecasts_on(frame, own) else "past"
        if frame.quantities and (self._sets_bound(frame, context) or self._adds(frame, own, context)):
            return ""
        overdue = own is not None and own.over and not own.text.endswith(("前", "内"))
        if overdue and own is not None:  # since then each month; 从这个月起
            overdue = not own.deadline.recurrence and self.shapes.from_now.ask(text, own.start_char, own.end_char) is None
        told = context.reporting and not (own is not None and (ahead(own) or (frame.owners and self.made.disposes(frame))))
        deals_on = context.forward_before and not context.reporting and own is None and self.statements.deals_on(frame)
        if (self.statements.reports(frame) and not deals_on) or overdue or (told and (own is None or bare_period(own))):
            return "past"
        if own is None and not (context.planned or context.forward_before) and self._sums_up(frame):
            return "past"
        if self.statements.states(frame) or (frame.quantities and not sets_year(own) and self.statements.has(frame)):
            return "background"
        if frame.quantities and frame.countable and not context.forward_before and self.statements.describes(frame.quantities[-1]):
            return "background"
        untold = own is None or (bool(own.deadline.recurrence) and not context.led)
        if untold and not (context.owned or context.forward_before or context.planned) and not self._of_the_genre(frame):
            # 夺走了11条生命: what happened is told in any verb, what has to be done in those of the genre
            return "background" if frame.quantities else "not-forward"
        if own is not None and not yearly(own) and not bare_period(own) and (context.owned or context.mood >= REPORTS):
            return ""
        if own is not None and (context.forward_before or frame.owners or (context.led and (context.verb_first or not yearly(own)))):
            return ""  # but 今年油价放开: told, whoever leads
        if own is not None and context.mood >= 0 and self.is_to_come(frame, own):
            return ""
        if frame.countable and own is None and not context.forward_before and context.mood < PLANS:
            return "background"  # 积存的渗滤液11万吨: what there is
        if frame.owners and (frame.partners or self.made.disposes(frame)):
            return ""
        if context.owned and (context.mood >= REPORTS or (own is not None and own.deadline.recurrence)):
            return ""
        if context.forward_before:
            return ""
        if context.mood >= 0 and any(sets_each(text, frame.clause.start, mention, self.predicates) for mention in frame.quantities):
            return ""  # 每名县领导联系2个村
        if frame.mask & FORBID or (context.mood >= REPORTS and self.shapes.sets_up.ask(text, frame.action, frame.clause.end)):
            return ""
        if context.directed and context.mood >= 0 and (frame.quantities or context.verb_first):
            return ""
        plans = context.mood >= PLANS or (context.mood >= 0 and context.verb_first)
        return "" if plans else "not-forward"

    def _sums_up(self, frame: Frame) -> bool:
        """Whether a clause sums up what was done (项目累计完成投资3亿元), and sets no bound (累计达3亿元以上)."""
        sums_up = self.shapes.sums_up.ask(self.text, frame.clause.start, frame.clause.end)
        if sums_up is None or any(mention.quantity.comparator == ">=" for mention in frame.quantities):
            return False
        return sums_up.start() == frame.action or any(cue.start == sums_up.end() for cue in frame.cues)

    def _forecasts_on(self, frame: Frame, own: DeadlineMention) -> bool:
        """Whether a dated clause goes on with a forecast of the clause before (预计8月底完工,[9月上旬试生产])."""
        first = frame.clause.start
        if own.over or yearly(own) or own is not frame.head_deadline:
            return False
        return self.shapes.forecast_before.ask(self.text, max(0, first - _FORECAST), first) is not None

    def is_to_come(self, frame: Frame, own: DeadlineMention) -> bool:
        """Whether a clause says what comes about in a time to come (围墙暑假里砌起来); this year is partly over, its end is not."""
        over = "deadline-before-speech" in own.warnings or (yearly(own) and not own.text.startswith("明年") and own.text[-1] != "底")
        return not over and self.shapes.comes_about.ask(self.text, frame.action, frame.clause.end) is not None

    def _sets_bound(self, frame: Frame, context: Context) -> bool:
        """Whether a bound orders (下一轮不得少于8项), or sets a target where nothing is told (累计不少于30件)."""
        figure = frame.quantities[0].end_char
        bound = self.shapes.bound.ask(self.text, frame.action, figure) if frame.mask & (FORBID | METRIC) else None
        return bound is not None and (bound["ordered"] is not None or (context.mood >= 0 and not context.reporting))

    def _adds(self, frame: Frame, own: DeadlineMention | None, context: Context) -> bool:
        """Whether 再 puts a further figure on top, where nothing is told or behind it for a time (去年办了12个，今年再办8个)."""
        figure, told = frame.quantities[0].start_char, context.reporting and own is None
        named = own is not None and bool(frame.owners) and "deadline-before-speech" not in own.warnings
        return (context.mood >= 0 or named) and not told and self.shapes.further.ask(self.text, frame.action, figure) is not None

    def _of_the_genre(self, frame: Frame) -> bool:
        """Whether a verb of the lexicon, a measure or a word of coverage governs the clause, or a frequency closes it (家访每季度一次)."""
        text, predicates = self.text, self.predicates
        if any(mention.deadline.recurrence and frame.clause.end - mention.end_char <= _CLOSE for mention in frame.deadlines):
            return True
        if any(mention.quantity.kind == "coverage" for mention in frame.quantities) or frame.mask & (FORBID | METRIC):
            return True
        if any(sets_each(text, frame.clause.start, mention, self.predicates) for mention in frame.quantities):
            return True
        if any(cue.kinds & VERBS and cue.end - cue.start > 1 for cue in frame.cues if cue.start >= frame.action):
            return True
        if predicates.bracketed.ask(text, frame.action, frame.clause.end) or predicates.lets.ask(text, frame.action, frame.clause.end):
            return True
        figure = frame.quantities[0].start_char if frame.quantities else frame.clause.end
        if frame.quantities and self.shapes.makes_more.ask(text, frame.action, figure):
            return True
        return self.predicates.metric_noun.ask(text, frame.clause.start, figure) is not None

    def _only_has_to(self, frame: Frame, context: Context) -> bool:
        """Whether 要 tells what somebody cannot help (一张单子要转七个人的手) or what comes soon (就要走进校园)."""
        text, modal, end = self.text, frame.modal, frame.clause.end
        if modal is None or modal.modality != "shall" or context.owned or context.forward_before or (frame.measures and frame.quantities):
            return False
        if any(mention.quantity.kind == "ratio" for mention in frame.quantities):
            return False  # 危险水域要100%设警示牌
        if self.predicates.of_each.ask(text, modal.end, end) or self.shapes.makes.ask(text, modal.end, end):
            return False  # 19座水库要一律空库运行; 要修水渠30公里
        if context.follows and text[modal.start - 1] in "。！!" and self.shapes.offers.ask(text, modal.end, end):
            return False  # 要请12名专家坐诊: right behind a task, at the head of a sentence
        return text[modal.start : modal.end] == "就要" or not self._of_the_genre(frame)

    def by_next(self, frame: Frame, upcoming: Clause, reason: str) -> str:
        """Return why a clause is no task; the next may make it none (完成这笔投资,[是…的条件]) or one (面积68万亩,[一亩不能少])."""
        if reason:
            timed = reason == "not-forward" and self.shapes.timed_behind.ask(self.text, upcoming.start, upcoming.end)
            if reason == "not-forward" and frame.owners and self.shapes.often_behind.ask(self.text, upcoming.start, upcoming.end):
                return ""  # 护林员巡山,[每周三次]
            demanded = reason in ("not-forward", "background") and frame.quantities
            return "" if timed or (demanded and self.shapes.none_less.ask(self.text, upcoming.start, len(self.text))) else reason
        if not frame.owners and self.shapes.sighs.ask(self.text, upcoming.start, upcoming.end):
            return "background"  # 每天要落地1.5万吨,[缺口就摆在那里]
        if frame.modal is None and self.shapes.explained.ask(self.text, upcoming.start, len(self.text)):
            return "explanation"
        return "background" if tells_progress(self.text, frame, upcoming, self.shapes) else ""

    def is_quoted(self, frame: Frame, own: DeadlineMention | None, kind: Quoted) -> bool:
        """Whether a clause still belongs to what is quoted before it, and is not what the speaker asks or takes up himself (今年先…)."""
        modal, dated = frame.modal, own is not None and not own.deadline.recurrence
        named = bool(frame.owners) and not (kind in ("norm", "meeting") and self._of_each(frame))
        if self.text[frame.action] == "先":
            return False  # 规划里写的是280人，今年先增25人
        if kind == "meeting" and self.shapes.passes_on.ask(self.text, frame.clause.start, frame.clause.end) is None:
            must = modal is not None and modal.modality == "must" and dated
            due = named or frame.collective
            if must or (due and own is not None):
                return False  # 市里开了会，水利局6月底前…; 市里下发了通知，6月底前必须…
        if kind in ("norm", "meeting"):
            if own is None and self.text[frame.clause.start] in "说讲":
                return True  # 省里有个文件,说船员要按每船3人来配
            return modal is None or not (named or frame.collective) or self.text.startswith("应", modal.start)
        if kind == "yardstick":
            figure = frame.quantities[0].end_char if frame.quantities else frame.clause.end
            aims = modal is not None and modal.modality == "aim"  # 按照考核标准,力争…: what the speaker is after himself
            bound = modal is not None or self.shapes.bound.ask(self.text, frame.action, figure) is not None
            return own is None and not named and not aims and bound
        if kind == "habit":
            return modal is None and not dated
        if kind == "agenda":
            if modal is None or modal.modality == "aim":
                return True
            return not (named or frame.collective or (dated and modal.start == frame.clause.start))
        if modal is None and kind == "tale" and own is not None and own.text.endswith(("前", "内")):
            return False  # 有群众反映路灯不亮，6月底前全部修好
        return not (modal is not None and modal.modality in ("must", "aim")) and not (named and (modal is not None or dated))

    def _of_each(self, frame: Frame) -> bool:
        """Whether what is asked is asked of each of a kind (每个村要有1名医生), as a norm does."""
        return self.text.find("每", frame.clause.start, frame.owners[0].end_char) >= 0

    def describes_duty(self, frame: Frame) -> bool:
        """Whether a clause that nothing checks says what a thing has to be like (公厕要做到全天开放); how much of it may follow."""
        modal, matter = frame.modal, frame.matter
        if modal is None or matter is None or modal.modality not in ("must", "shall"):
            return False
        return self.shapes.seen.ask(self.text, modal.end, frame.clause.end) is None and self.shapes.no_thing.ask(self.text, *matter) is None
