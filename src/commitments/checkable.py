"""Decides whether a clause is a commitment: it points forward, and it can be checked (guide, section 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from commitments.clauses import Clause
from commitments.cues import (
    ACT,
    ADOPT,
    AGENDA,
    BACKGROUND,
    CONDITION,
    DELIVER,
    DELIVER_WITH,
    EXPLAIN,
    FORBID,
    MEANS,
    METRIC,
    PAST,
    SANCTION,
    TARGETS,
    VERB,
    WILL,
    Cue,
    of_kind,
)
from commitments.deliverables import Deliverables
from commitments.forward_shapes import ForwardShapes
from commitments.frame import Frame
from commitments.owndates import ahead, bare_period, is_due, sets_year, spans_years, yearly
from commitments.predicate_shapes import PredicateShapes
from commitments.predicates import VERBS, governed_at, sets_each
from commitments.progress import tells_progress
from commitments.telling import Quoted
from commitments.types import DeadlineMention, QuantityMention

Reason = Literal[
    "", "background", "past", "condition", "sanction", "agenda", "explanation", "permission",
    "vague", "no-predicate", "not-checkable", "not-forward", "exhortation",
]  # fmt: skip

PLANS: Final = 3.0
"""Mood from which a bare predicate counts as a target; below REPORTS even an aim counts as a result."""
REPORTS: Final = -3.0

_GOVERNING: Final = DELIVER | DELIVER_WITH | ADOPT | ACT | VERB | METRIC
_CLOSE: Final = 3
_LONGEST_NAME: Final = 8
_MODIFIER: Final = 14
"""Characters within which what modifies a noun comes to its 的."""


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

    __slots__ = ("made", "predicates", "shapes", "text")

    def __init__(self, text: str, made: Deliverables, shapes: ForwardShapes, predicates: PredicateShapes) -> None:
        self.text = text
        self.made = made
        self.shapes = shapes
        self.predicates = predicates

    def forward(self, frame: Frame, own: DeadlineMention | None, closing: bool, weigh: Callable[[], Context]) -> Reason:
        """Return "" where the clause directs or promises, else the reason why not.

        Args:
            frame: the clause.
            own: its deadline, at its head or fronted.
            closing: whether it stands in the closing paragraph.
            weigh: returns what the discourse says; asked only where the clause does not speak for itself.
        """
        blocked = self._blocked(frame, own, closing)
        if blocked:
            return blocked
        unnamed = not frame.owners and not frame.collective
        if frame.modal is not None and own is None and frame.quantities and self._needs(frame, frame.modal):
            return "background"
        if unnamed and own is None and frame.modal is not None and self._only_has_to(frame, weigh()):
            return "explanation"
        if frame.modal is None:
            return self._bare(frame, own, weigh())
        if frame.modal.modality != "aim":
            planned = frame.quantities and self.text[frame.modal.start : frame.modal.end] in self.shapes.plans
            came = planned and self.shapes.came_of_it.ask(self.text, frame.clause.end, len(self.text))  # 今年计划开工12个,实际开工8个
            over = planned and (yearly(own) and own.over if own is not None else weigh().review)  # 去年引进企业9家，计划投资6亿元
            return "past" if planned and (over or (came and (own is None or yearly(own)))) else ""
        context = weigh()
        aims_in_review = (context.review and (own is None or yearly(own))) or (context.mood < REPORTS and not context.forward_before)
        return "past" if aims_in_review or self.reports(frame) else ""

    def _bare(self, frame: Frame, own: DeadlineMention | None, context: Context) -> Reason:
        """Judge a clause without a modal by its dates, its owner and the passage around it."""
        text = self.text
        if own is not None and frame.mask & WILL and not frame.mask & PAST:
            return ""  # a dated forecast counts wherever it stands
        if context.review:
            return "past"
        if frame.quantities and (self._sets_bound(frame, context) or self._adds(frame, own, context)):
            return ""
        overdue = own is not None and own.over and not own.text.endswith(("前", "内"))
        if overdue and own is not None:  # since then each month; 从这个月起
            overdue = not own.deadline.recurrence and self.shapes.from_now.ask(text, own.start_char, own.end_char) is None
        told = context.reporting and not (own is not None and (ahead(own) or (frame.owners and self.made.disposes(frame))))
        if self.reports(frame) or overdue or (told and (own is None or bare_period(own))):
            return "past"
        if own is None and text.startswith("累计", frame.action) and not (context.planned or context.forward_before):
            return "past"
        if self._states(frame) or (frame.quantities and not sets_year(own) and self._has(frame)):
            return "background"
        if frame.quantities and frame.countable and not context.forward_before and self._describes(frame.quantities[-1]):
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

    def is_to_come(self, frame: Frame, own: DeadlineMention) -> bool:
        """Whether a clause says what comes about in a time to come (围墙暑假里砌起来); this year is partly over."""
        over = "deadline-before-speech" in own.warnings or (yearly(own) and not own.text.startswith("明年"))
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

    def _has(self, frame: Frame) -> bool:
        """Whether a figure only says how many there are; not what each is to have (每个乡镇至少要有1所)."""
        text, figure = self.text, frame.quantities[0].start_char
        if text[figure - 2 : figure] == "现有" and any(verb.end == figure - 2 for verb in of_kind(frame.cues, _GOVERNING)):
            return False  # 解决现有1200户的用水问题: which ones are dealt with
        shapes = self.shapes
        return shapes.states.ask(text, frame.action, figure) is not None and shapes.each_has.ask(text, frame.clause.start, figure) is None

    def _needs(self, frame: Frame, modal: Cue) -> bool:
        """Whether 需要 tells how much is needed (全市需要普查员3000名)."""
        return self.shapes.needs.ask(self.text, modal.start, frame.clause.end) is not None

    def _describes(self, figure: QuantityMention) -> bool:
        """Whether a figure says about how many there are (今年毕业生[7800余人])."""
        return self.shapes.describes.ask(self.text, figure.start_char, figure.end_char) is not None

    def _blocked(self, frame: Frame, own: DeadlineMention | None, closing: bool) -> Reason:
        text, first = self.text, frame.clause.start
        if frame.mask & CONDITION and any(cue.start - first <= 2 for cue in of_kind(frame.cues, CONDITION)):
            orders = text[first] == "凡" and own is not None and (frame.modal is not None or text.find("一律", first, frame.clause.end) > 0)
            if not orders:  # 凡超过半年的欠款一律在月底前结清: the order stands in the clause itself
                return "condition"
        if frame.clause.closing in ("？", "?"):
            return "explanation"  # 这样的通过率有什么用？
        told = frame.mask & AGENDA and any(text[cue.end - 1] == "了" for cue in of_kind(frame.cues, AGENDA))  # 通报了上半年化解情况
        if frame.mask & AGENDA and (told or _opens_with(frame, AGENDA) or not any(not d.vague for d in frame.deadlines)):
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
        """Judge by the shape of the clause: what defines, tells a state, names a means, or says what happens to those who fail."""
        text, shapes = self.text, self.shapes
        start, end = frame.action, frame.clause.end
        bare = frame.modal is None and own is None
        first = frame.clause.start
        if (own is None and shapes.left_out.ask(text, first, end)) or (text[first] == "为" and shapes.prepares.ask(text, first, end)):
            return "explanation"  # 除涉及文物的两园仍留围墙外; 为明年开工做好准备: what a task is good for
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
        if text[start] == "为" and not frame.quantities and not any(cue.kinds & _GOVERNING for cue in frame.cues if cue.start > start):
            return "explanation"
        undated = own is None or bool(own.deadline.recurrence)  # 按照每人每天1美元的标准: so much a day is no date
        if undated and frame.mask & MEANS and any(shapes.names_means.ask(text, place, end) for place in (start, first)):
            return "explanation"
        if frame.modal is None and (own is None or yearly(own)) and frame.clause.closing in ("，", ",") and self._leads_on(frame):
            return "explanation"
        described = text.find("的", frame.clause.start, end) >= 0
        if described and (own is None or own is not frame.head_deadline) and shapes.fails.ask(text, frame.clause.start, end):
            return "sanction"
        if described and own is None and self.lags(frame.clause) and shapes.penalty.ask(text, first, end):
            return "sanction"
        if bare and not frame.owners and shapes.slogan.ask(text, frame.clause.start, end):
            return "exhortation"
        negated = shapes.negated.ask(text, start, min(start + 6, end))
        if negated and own is not None and own is frame.head_deadline and not yearly(own) and negated[0] == "不许":
            return ""  # 10月1日起不许再收押金
        return "exhortation" if negated and not frame.quantities else ""

    def _leads_on(self, frame: Frame) -> bool:
        """Whether a clause only says around what the next one acts, and makes or measures nothing itself."""
        text = self.text
        if any(mention.quantity.kind == "ratio" for mention in frame.quantities):
            return False  # 坚持新增财力70%用于教育
        around = self.shapes.around.ask(text, frame.action, frame.clause.end)
        if around is not None and text[around.end() - 2 : around.end()] in ("围绕", "瞄准", "紧扣"):
            return True
        makes = DELIVER | DELIVER_WITH | METRIC
        return around is not None and not any(cue.kinds & makes for cue in frame.cues if cue.start >= around.end())

    def _names_sanction(self, frame: Frame) -> bool:
        """Whether a word of reward or punishment only names what is made or paid (出台举报奖励办法; 举报奖励由500元提到3000元)."""
        if frame.quantities and all(self.shapes.raised.ask(self.text, cue.end, frame.clause.end) for cue in of_kind(frame.cues, SANCTION)):
            return True
        making = next((cue.start for cue in of_kind(frame.cues, DELIVER | DELIVER_WITH) if cue.start >= frame.action), None)
        return making is not None and all(cue.start > making for cue in of_kind(frame.cues, SANCTION))

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

    def _states(self, frame: Frame) -> bool:
        """Whether a word of the present state governs; one that only describes (涉及的坟墓, 现在的11吨), or an ordered sum, does not."""
        if not frame.mask & BACKGROUND:
            return False
        text = self.text
        for cue in of_kind(frame.cues, BACKGROUND):
            word = text[cue.start : cue.end]
            if text.startswith("的", cue.end) or (word in self.shapes.sums and frame.mask & METRIC):
                continue
            if _in_name(cue, frame) or self._in_modifier(cue, frame) or self._is_ordered(cue, frame):
                continue
            return True
        return False

    def _in_modifier(self, cue: Cue, frame: Frame) -> bool:
        """Whether a failing stands in what describes the things that are counted behind it (清退资质[不达标]、管理不到位的单位10家)."""
        text = self.text
        behind = text.find("的", cue.end, cue.end + _MODIFIER)
        return behind >= 0 and text[cue.start] == "不" and any(mention.start_char > behind for mention in frame.quantities)

    def _is_ordered(self, cue: Cue, frame: Frame) -> bool:
        """Whether an attribute belongs to what is ordered (引进项目20个、[总投资]9亿元), or is ordered itself ([总投资]不低于9亿元)."""
        text, word, clause = self.text, self.text[cue.start : cue.end], frame.clause
        if self.shapes.at_least.ask(text, cue.end, clause.end) or text.endswith(("至少", "最少", "再"), clause.start, cue.start):
            return True  # 年内立案检查不少于80起, 春节前至少立案15起
        due = any(is_due(mention) for mention in frame.deadlines)
        due = due and (bool(frame.owners) or not self.shapes.year_over.ask(text, 0, frame.clause.start))  # 去年严打电诈，年底前[破获]60起
        if word in self.shapes.cases and (due or self._limits(cue, frame)):
            return True  # 公安局对2名责任人本月内[立案], 二季度[破获]案件20起以上
        aims = word in self.shapes.attributes
        return aims and (cue.start > frame.action or self.shapes.aimed.ask(text, cue.end, frame.clause.end) is not None)

    def _limits(self, cue: Cue, frame: Frame) -> bool:
        """Whether behind what is done to offenders a limit is set for a time that is not over, and nothing is told beside it."""
        over = any(mention.over for mention in frame.deadlines) or self.shapes.compared.ask(self.text, cue.start, len(self.text))
        return not over and any(self.shapes.limit.ask(one.text, 0, len(one.text)) for one in frame.quantities if one.start_char >= cue.end)

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

    def reports(self, frame: Frame) -> bool:
        """Whether a mark of the past or of the present state governs the clause; inside a modifier (去年签约的项目) it does not."""
        if not frame.mask & (PAST | BACKGROUND):
            return False
        text = self.text
        fronted = frame.role == "topic" or text[frame.action : frame.action + 1] in "对把将"
        for cue in of_kind(frame.cues, PAST | BACKGROUND):
            if _in_name(cue, frame) or self._is_to_be_done(cue, frame):
                continue
            if text[cue.start] in "上去" and governed_at(text, cue.start, frame.cues, _GOVERNING):
                continue  # 通报上周进度, 把上周进度报上来: behind the verb a time says of which the object is
            done = text[cue.start] == "了" and text[cue.start - 1] in "完好"
            then = any(verb.start == cue.end for verb in of_kind(frame.cues, _GOVERNING))
            if done and (then or self.shapes.then_dated.ask(text, cue.end, frame.clause.end)):
                continue  # 看完了交一份体会: what comes before the act
            if self._is_ordered(cue, frame):
                continue
            aspect = cue.kinds & PAST and text[cue.start] in "已了曾业"
            governed = text[cue.start] in "已曾" and _opens_with(frame, _GOVERNING)  # 解决[已改制企业退休人员的]医保
            reach = 2 * _MODIFIER if governed else _MODIFIER if fronted or not aspect else 8
            stop = text.find("的", cue.end, min(cue.end + reach, frame.clause.end))
            if stop < 0 or any(cue.end <= other.start < stop for other in of_kind(frame.cues, METRIC)):
                return True
        return False

    def _is_to_be_done(self, cue: Cue, frame: Frame) -> bool:
        """Whether 了 at the end only says that a thing is to be dealt with, as ordered or by its date (要把户主会开了; 三天内把会开了)."""
        if cue.end < frame.clause.end or self.text[cue.start] != "了":
            return False
        due = bool(frame.deadlines) and all(
            not mention.vague and "deadline-before-speech" not in mention.warnings for mention in frame.deadlines
        )
        return (due or frame.modal is not None) and self.shapes.deals_with.ask(self.text, frame.clause.start, cue.end) is not None

    def by_next(self, frame: Frame, upcoming: Clause, reason: str) -> str:
        """Return why a clause is no task; the next may make it none (完成这笔投资,[是…的条件]) or one (面积68万亩,[一亩不能少])."""
        if reason:
            timed = reason == "not-forward" and self.shapes.timed_behind.ask(self.text, upcoming.start, upcoming.end)
            demanded = reason in ("not-forward", "background") and frame.quantities
            return "" if timed or (demanded and self.shapes.none_less.ask(self.text, upcoming.start, len(self.text))) else reason
        if not frame.owners and self.shapes.sighs.ask(self.text, upcoming.start, upcoming.end):
            return "background"  # 每天要落地1.5万吨,[缺口就摆在那里]
        if frame.modal is None and self.shapes.explained.ask(self.text, upcoming.start, len(self.text)):
            return "explanation"
        return "background" if tells_progress(self.text, frame, upcoming, self.shapes) else ""

    def is_quoted(self, frame: Frame, own: DeadlineMention | None, kind: Quoted) -> bool:
        """Whether a clause still belongs to what is quoted before it, and is not what the speaker asks or takes up himself (今年先…)."""
        modal, dated, named = frame.modal, own is not None and not own.deadline.recurrence, bool(frame.owners)
        if self.text[frame.action] == "先":
            return False  # 规划里写的是280人，今年先增25人
        if kind == "norm":
            return modal is None or not (named or frame.collective) or self.text.startswith("应", modal.start)
        if kind == "yardstick":
            figure = frame.quantities[0].end_char if frame.quantities else frame.clause.end
            return own is None and not named and (modal is not None or self.shapes.bound.ask(self.text, frame.action, figure) is not None)
        if kind == "habit":
            return modal is None and not dated
        if kind == "agenda":
            if modal is None or modal.modality == "aim":
                return True
            return not (named or frame.collective or (dated and modal.start == frame.clause.start))
        if modal is None and kind == "tale" and own is not None and own.text.endswith(("前", "内")):
            return False  # 有群众反映路灯不亮，6月底前全部修好
        return not (modal is not None and modal.modality in ("must", "aim")) and not (named and (modal is not None or dated))

    def describes_duty(self, frame: Frame) -> bool:
        """Whether a clause that nothing checks says what a thing has to be like (公厕要做到全天开放); how much of it may follow."""
        modal, matter = frame.modal, frame.matter
        if modal is None or matter is None or modal.modality not in ("must", "shall"):
            return False
        return self.shapes.seen.ask(self.text, modal.end, frame.clause.end) is None and self.shapes.no_thing.ask(self.text, *matter) is None

    def lags(self, clause: Clause) -> bool:
        """Whether a clause names those who come last or stay below (对连续三次上黑榜的单位)."""
        return self.shapes.lagging.ask(self.text, clause.start, clause.end) is not None

    def follows(self, clause: Clause) -> bool:
        """Whether a clause says what comes of a condition or befalls those who meet it (县里将约谈)."""
        text, start, end = self.text, clause.start, clause.end
        return self.shapes.consequence.ask(text, start, end) is not None or self.shapes.penalty.ask(text, start, end) is not None

    def fails(self, clause: Clause) -> bool:
        """Whether a clause only names those who have not done it by then (到期装不上的)."""
        return self.shapes.failing.ask(self.text, clause.start, clause.end) is not None


def _opens_with(frame: Frame, kinds: int) -> bool:
    """Whether a cue of the kinds opens the action."""
    return any(cue.start == frame.action for cue in of_kind(frame.cues, kinds))


def _in_name(cue: Cue, frame: Frame) -> bool:
    """Whether a word stands in the short name of who acts, and so tells nothing ([立案]庭)."""
    return any(owner.start_char <= cue.start < owner.end_char <= owner.start_char + _LONGEST_NAME for owner in frame.owners)
