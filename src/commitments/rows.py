"""The rows as they grow: what later clauses and brackets add to a row that is already made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from commitments.clauses import Clause
from commitments.cues import DELIVER, DELIVERABLE, FORBID, METRIC, VERB
from commitments.frame import Frame
from commitments.items import Item, Owners
from commitments.mentions.brackets import Bracket, responsible_by_labels
from commitments.mentions.owners import OwnerGrammar
from commitments.newtopic import FindDeadlines, LastOf
from commitments.predicate_shapes import PredicateShapes
from commitments.row_shapes import RowShapes
from commitments.types import DeadlineMention, Level, Modality, OwnerKind, OwnerMention, QuantityMention

_BOUNDS = ("至少", "不少于", "不低于", "不超过", "最多")
_BRACKET: Final = "bracket.responsible"
_EACH: Final = 3
"""Characters that 每一个 takes before a name."""
_TITLE: Final = 14
"""Characters of a line before a bracket that make no more than a title."""
_BETWEEN: Final = " \u3000\n。；;"
"""What parts the lines of one responsibility."""
_CLOSING: Final = ")）]】"
_INSIDE: Final = "，,；;"
"""Behind what a clause stands that says whose the sentence is."""
_ENDS: Final = "。！!？?"
"""What ends a sentence."""
_TRAILING: Final = " \u3000、"


class Row(NamedTuple):
    """A commitment as the linker makes it: mentions with offsets, not yet a line of the ledger."""

    level: Level
    owners: Owners
    owner_kind: OwnerKind
    partners: Owners
    matter: tuple[int, int] | None
    action: tuple[int, int]
    quantities: tuple[QuantityMention, ...]
    deadline: DeadlineMention | None
    deadline_carried: bool
    sentence: tuple[int, int]
    modality: Modality
    path: tuple[str, ...]
    rules: tuple[str, ...]
    mood: float
    odds: float | None = None
    """The log-odds that the task model gives for a task; None where it was not asked."""


class RowBook:
    """The rows of one speech in the order of their clauses."""

    def __init__(self, text: str, grammar: OwnerGrammar, shapes: RowShapes, predicates: PredicateShapes) -> None:
        self.text = text
        self.grammar = grammar
        self.shapes = shapes
        self.predicates = predicates
        self.rows: list[Row] = []

    def just_before(self, start: int) -> bool:
        """Whether the sentence right before the one at `start` has made a row."""
        if not self.rows:
            return False
        return self._adjoins(self.rows[-1].action[1], start)

    def just_named(self, name: OwnerMention, start: int) -> bool:
        """Whether somebody is named, or told of by the same name, in the sentence right before the one at `start`."""
        return self._adjoins(max(name.end_char, self.text.rfind(name.text, name.end_char, start)), start)

    def _adjoins(self, end: int, start: int) -> bool:
        """Whether no sentence stands between the one that holds what ends at `end` and the one at `start`."""
        text = self.text
        stop = text.find("。", end, start)
        if stop >= 0 and text.find("。", stop + 1, start) >= 0:
            return False  # as mostly: far above
        return sum(text.count(mark, end, start) for mark in _ENDS) <= 1

    def extend(self, frame: Frame, own: DeadlineMention | None) -> bool:
        """Let a clause that only carries the last row on lengthen it; return whether it did.

        其中…不少于8个 adds a part, 实行每周调度 the rhythm of a mechanism, 形成通报并印发 the product; a mere result
        (让群众放心) adds nothing and makes no row either.
        """
        last = self.rows[-1]
        gap = frame.clause.start - last.action[1]
        parts = self._is_part(frame, last)
        each = parts and self.text[frame.clause.start] == "每"  # 每个乡镇至少5份 names nobody who acts
        directs = frame.modal is not None and not (parts and self._tells_apart(frame))
        if not 0 <= gap <= 2 or (frame.owners and not each) or directs or (frame.quantities and not parts):
            return False
        action = (last.action[0], self.trimmed(frame.clause.start if each else frame.action, frame.clause.end))
        if own is not None:
            completes = self.shapes.completes.ask(self.text, frame.action, frame.clause.end) is not None
            if last.deadline is None and not parts and completes and not self._amends(frame, last):
                self.rows[-1] = last._replace(level="hard", action=action, deadline=own, rules=(*last.rules, own.rule))
                return True
            if not self._details_mechanism(frame, own, last):
                return False
            self.rows[-1] = last._replace(level="hard", action=action, deadline=own, rules=(*last.rules, "link.mechanism"))
            return True
        if parts and (total := self._total_before(frame, last)) is not None:
            self.rows[total] = self.rows[total]._replace(quantities=(*self.rows[total].quantities, *frame.quantities))
            return True
        if parts:
            quantities = (*last.quantities, *frame.quantities)
            self.rows[-1] = last._replace(level="hard", action=action, quantities=quantities, rules=(*last.rules, "link.parts"))
            return True
        if self.shapes.continues.ask(self.text, frame.action, frame.clause.end):
            if frame.mask & (DELIVERABLE | DELIVER):
                self.rows[-1] = last._replace(action=action, rules=(*last.rules, "link.continued"))
            return True
        return self.shapes.result.ask(self.text, frame.action, frame.clause.end) is not None

    def _amends(self, frame: Frame, last: Row) -> bool:
        """Whether what was found is put right, an act besides the search (排查一遍,3月底前[整改到位])."""
        return self.text.find("整改", frame.action, frame.clause.end) >= 0 and self.text.find("整改", *last.action) < 0

    def last_of(self, first: int) -> LastOf | None:
        """Return the end and the figures of the last row, unless it stands before the row `first`."""
        return LastOf(self.rows[-1].action[1], self.rows[-1].quantities) if len(self.rows) > first else None

    def subject_of_last(self) -> tuple[Owners, OwnerKind, Owners]:
        """Return who owns the last row, and with whom."""
        return self.rows[-1].owners, self.rows[-1].owner_kind, self.rows[-1].partners

    def counts_all(self, clause: Clause) -> bool:
        """Whether a clause says how many they are together (把夜市摊点挨个查一遍,[共63家])."""
        return self.shapes.in_all.ask(self.text, clause.start, clause.end) is not None

    def bounds_each(self, frame: Frame) -> bool:
        """Whether a clause only says the least or most for each (到社区讲课,[每个社区不少于2场])."""
        figure = frame.quantities[0]
        return figure.text.startswith(_BOUNDS) and self.shapes.each_of.ask(self.text, frame.clause.start, figure.start_char) is not None

    def _total_before(self, frame: Frame, last: Row) -> int | None:
        """Return the row before the last, of which 其中… tells a part by its unit (改造渡口45个,完成投资5亿元,[其中]浮桥6个)."""
        if len(self.rows) < 2 or not self.text.startswith("其中", frame.clause.start):
            return None
        total, unit = self.rows[-2], frame.quantities[0].quantity.unit
        between = all(mention.quantity.kind == "money" != frame.quantities[0].quantity.kind for mention in last.quantities)
        known = any(mention.quantity.unit == unit for mention in total.quantities)
        return len(self.rows) - 2 if between and known and total.sentence == last.sentence else None

    def _is_part(self, frame: Frame, last: Row) -> bool:
        clause = frame.clause
        if not frame.quantities:
            return False
        figure = frame.quantities[0]
        if not last.quantities and figure.end_char >= clause.end - 1 and self.shapes.about.ask(self.text, clause.start, figure.start_char):
            return True  # 把林带补起来,不少于一百亩: nothing but how much of it
        if self.shapes.each_time.ask(self.text, clause.start, figure.start_char):
            return True
        if self.shapes.each_gets.ask(self.text, clause.start, figure.start_char):
            return True  # 组建医疗队12支,每队配护士六人
        if self._by_stages(frame, last):
            return True
        in_all = self.shapes.in_all.ask(self.text, clause.start, figure.start_char)
        if in_all and in_all.end() == figure.start_char:  # 把夜市摊点挨个查一遍,共63家
            known = any(mention.quantity.unit in (figure.quantity.unit, "%") for mention in last.quantities)
            return not known and not figure.text.startswith(_BOUNDS)
        if figure.text.startswith(_BOUNDS) and self.shapes.each_of.ask(self.text, clause.start, figure.start_char):
            return not self._acts_or_measures(frame, figure.start_char)
        if last.quantities and self.shapes.total.ask(self.text, clause.start, clause.end):
            return True  # 安排重点项目180项,总投资4610亿元
        if figure.text.startswith(_BOUNDS) and last.rules[-1] == "link.parts" and self.text.rfind("其中", *last.action) >= 0:
            # 其中一线教师代表不低于60%,[女代表]不低于30%
            named = self.shapes.short_part.ask(self.text, clause.start, figure.start_char)
            return named is not None and frame.head_deadline is None
        if not (self.text.startswith("其中", clause.start) and last.quantities):
            return self._next_part(frame, last)
        if frame.quantities[-1].quantity.kind == "coverage" and frame.quantities[-1] is not figure:
            return False  # 其中山区的80户全部搬出来: how many of those is a target of its own
        if last.quantities[-1].quantity.kind == "ratio" and figure.quantity.kind not in ("ratio", "coverage"):
            return False  # 品种钢比例提升到55%,其中汽车用钢12万吨: a part of another measure
        head = self.text.rfind("的", clause.start, clause.end)
        verbs = (cue for cue in frame.cues if cue.kinds & (VERB | DELIVER) and cue.end - cue.start > 1 and cue.start > head)
        sort = self._names_sort(frame, figure, last)
        if not sort and any(not self._only_names(cue.start > clause.start + 2, cue.end, figure.start_char) for cue in verbs):
            return False  # 其中新引进3家: a part with a predicate is a row of its own, unlike 其中汽车销售企业5家
        if any(cue.kinds & METRIC and head < cue.start and self.text[cue.start : cue.end] in self.shapes.reaches for cue in frame.cues):
            return False  # 其中一产增长4%, 其中骨干占比达到两成: so is one with a measure
        if self.shapes.directed.ask(self.text, clause.start, clause.end) and not self._tells_apart(frame):
            return False
        return self.predicates.metric_noun.ask(self.text, clause.start, frame.quantities[-1].start_char) is None

    def _by_stages(self, frame: Frame, last: Row) -> bool:
        """Whether a clause parts the total by how far works have come, or names all of it (23个项目,[其中续建14个、新开工9个])."""
        staged = self.shapes.stages.ask(self.text, frame.clause.start, frame.clause.end) is not None
        staged = staged and self.shapes.works.ask(self.text, *last.action) is not None  # unlike 引进企业40家,其中新建3家
        lists = self.text.startswith("包括", frame.clause.start)
        acts = any(cue.kinds & (VERB | DELIVER) and cue.start > frame.clause.start for cue in frame.cues)
        named = lists and len(frame.quantities) > 1 and not frame.deadlines and not acts
        if not last.quantities or not (staged or named):
            return False
        whole, parts = last.quantities[0].quantity, [mention.quantity for mention in frame.quantities]
        if whole.value is None or any(part.value is None or part.unit != whole.unit for part in parts):
            return False
        total = sum(part.value for part in parts if part.value is not None)
        opens = lists or self.text.startswith("其中", frame.clause.start) or self.text.rfind("其中", *last.action) >= 0
        return (total == whole.value and named) or (staged and opens and total <= whole.value)

    def _next_part(self, frame: Frame, last: Row) -> bool:
        """Whether a clause names a further part of the total, by its unit and as much as is left of it (其中渡船12艘,[趸船6艘])."""
        told = self.text.rfind("其中", *last.action)
        if last.rules[-1] != "link.parts" or told < 0 or frame.head_deadline is not None or frame.measures:
            return False
        figure, whole = frame.quantities[0], last.quantities[0]
        if len(frame.quantities) != 1 or figure.end_char != frame.clause.end or figure.quantity.kind in ("ratio", "coverage"):
            return False
        parts = [mention.quantity for mention in (*last.quantities[1:], figure)]
        if whole.quantity.value is None or any(part.value is None or part.unit != whole.quantity.unit for part in parts):
            return False
        if sum(part.value for part in parts if part.value is not None) > whole.quantity.value:
            return False
        head = self.text.rfind("的", frame.clause.start, frame.clause.end)
        if self.shapes.part_acts.ask(self.text, frame.clause.start, figure.start_char):
            return False  # 其中科级120人,发展党员80人: what is done besides
        acts = VERB | DELIVER | METRIC
        return not any(cue.kinds & acts and cue.end - cue.start > 1 and cue.start > head for cue in frame.cues)

    def _only_names(self, described: bool, place: int, edge: int) -> bool:
        """Whether a verb that ends at `place` only says what kind is counted at `edge` (其中汽车销售企业5家, 其中分拣工60人)."""
        return self.shapes.of_a_kind.ask(self.text, place, edge) is not None or (
            described and self.shapes.of_a_trade.ask(self.text, place, edge) is not None
        )

    def _names_sort(self, frame: Frame, figure: QuantityMention, last: Row) -> bool:
        """Whether an act before a bound only names a sort of what the total counts (托管15万亩,其中[全程托管]不少于4万亩)."""
        if not figure.text.startswith(_BOUNDS) or figure.quantity.unit not in {mention.quantity.unit for mention in last.quantities}:
            return False
        if not any(cue.end == figure.start_char and cue.kinds & (VERB | DELIVER) for cue in frame.cues):
            return False  # 其中改造危房不少于40户
        return self.shapes.sort_of_act.ask(self.text, frame.clause.start, figure.start_char) is not None

    def _tells_apart(self, frame: Frame) -> bool:
        """Whether only an attribute stands before the figure of a part (其中[需要换缆的]6艘)."""
        return self.shapes.which.ask(self.text, frame.clause.start, frame.quantities[0].start_char) is not None

    def _acts_or_measures(self, frame: Frame, edge: int) -> bool:
        """Whether a verb or a measure stands before `edge` (每所学校[开设]不少于两门课; 每处[面积]不低于500平方米): a target of its own."""
        text, start = self.text, frame.clause.start
        if any(cue.kinds & VERB for cue in frame.cues if cue.start < edge) or self.predicates.metric_noun.ask(text, start, edge):
            return True
        return any(text[place : place + 2] in self.grammar.verbs for place in range(start + 2, edge - 1))

    def _details_mechanism(self, frame: Frame, own: DeadlineMention, last: Row) -> bool:
        """Whether a clause spells out the rhythm of the mechanism that the last row sets up."""
        if not own.deadline.recurrence or last.deadline is not None or self.shapes.rhythm.ask(self.text, *last.action) is None:
            return False
        if self.shapes.meets.ask(self.text, frame.action, frame.clause.end) and self.shapes.meeting.ask(self.text, *last.action):
            return True  # 建立会商制度,每两周碰一次头: how often they meet is all there is of it
        if self.shapes.shown.ask(self.text, frame.action, frame.clause.end):
            kept = self.shapes.kept.ask(self.text, *last.action) is not None
            return not kept or self.text.startswith("更新", frame.action)  # 建立台账,每月通报一次: what is kept is not what is shown
        if self.shapes.listed.ask(self.text, *last.action) is not None:
            return False  # 建立台账,实行月调度、季通报: a list is kept, and what is done every month is more than that
        return self.shapes.mechanism.ask(self.text, frame.action, frame.clause.end) is not None or len(own.deadline.recurrence) > 1

    def takes_rhythm(self, frame: Frame, own: DeadlineMention, *, behind_row: bool, led: bool) -> bool:
        """Give the last row the frequency that is all of a clause; one that names its act (每天督导一次,[三天一排序]) becomes a predicate.

        Args:
            frame: the clause.
            own: the frequency.
            behind_row: whether the sentence has made a row.
            led: whether it says who acts, or has made a row.
        """
        if behind_row and self.repeat(own, frame.clause.start):
            return True
        if led and own.end_char == frame.clause.end and self.predicates.one_act.ask(self.text, own.start_char, own.end_char):
            frame.role, frame.action = "predicate", own.start_char
        return False

    def repeat(self, own: DeadlineMention, start: int) -> bool:
        """Give the last row, if it stands right before, the frequency that the clause at `start` is (开展联合执法,每月不少于4次)."""
        last = self.rows[-1]
        if (last.deadline is not None and not last.deadline.vague and not last.deadline_carried) or not 0 <= start - last.action[1] <= 2:
            return False
        self.rows[-1] = last._replace(level="hard", deadline=own, deadline_carried=False, rules=(*last.rules, own.rule))
        return True

    def time_behind(self, frame: Frame, first: int, *, waits: bool) -> DeadlineMention | None:
        """Return the date that is all a clause holds where it says by when the act right before is due (修闸四座,[期限是六月底]).

        The rows from `first` on without a date of their own are given it: the last, or all (期限都是…); `waits`: none is made yet.
        """
        due = self._date_alone(frame)
        last = len(self.rows) - 1
        if due is None or waits or last < first:
            return due if waits else None
        if not 0 <= frame.clause.start - self.rows[last].action[1] <= 2 or not self._undated(self.rows[last]):
            return None
        if self.shapes.lasts.ask(self.text, self.rows[last].action[0], due.start_char) is not None:
            return None  # 免征税费3000万元,期限到年底: up to when it holds
        alike = self.shapes.alike.ask(self.text, frame.clause.start, due.start_char) is not None
        for index in range(first if alike else last, last + 1):
            row = self.rows[index]
            if self._undated(row):
                self.rows[index] = row._replace(level="hard", deadline=due, deadline_carried=False, rules=(*row.rules, due.rule))
        return due

    def _undated(self, row: Row) -> bool:
        return row.deadline is None or row.deadline.vague or row.deadline_carried

    def _date_alone(self, frame: Frame) -> DeadlineMention | None:
        """Return the date that is all a clause holds, if the clause says that it is the last or the set one."""
        due = frame.deadlines[-1] if frame.deadlines else None
        if due is None or due.vague or due.deadline.recurrence:
            return None
        text, clause = self.text, frame.clause
        start, end = due.start_char, due.end_char
        if text[clause.start] in "最至" and clause.closing in ",，" and text.find("不", clause.start, end) < 0:
            return None  # …,最迟6月底前,…: as well the date of what follows
        tail = end == clause.end or self.shapes.till.ask(text, end, clause.end) is not None
        closes = end == clause.end and clause.closing not in (",", "，", ":", "：", "、")
        if closes and (start == clause.start or self.shapes.closing_time.ask(text, clause.start, start) is not None):
            return due
        if start == clause.start:
            return due if tail and (end < clause.end or self.shapes.latest.ask(text, start, end)) else None
        return due if tail and self.shapes.time_of.ask(text, clause.start, start) else None

    def rhythm_kept(self, frame: Frame, first: int) -> DeadlineMention | None:
        """Return the rhythm of the row right before, one of those from `first` on, where a clause measures its act.

        It is for each time (每天巡山,上线率不低于95%; 每天派6组,每组查4处; 每月演练,参演不少于50人); a yearly figure is a target.
        What comes of each time is handed on as often (每月查一回,把结果贴到村口; 查完了发到群里).
        """
        text, clause, figures = self.text, frame.clause, frame.quantities
        if frame.modal is not None or frame.owners:
            return None
        if figures:
            bounds = figures[0].text.startswith(_BOUNDS) and figures[0].end_char == clause.end
            measures = frame.measures or bounds or text[clause.start] == "每"
        else:
            measures = self.shapes.hands_on.ask(text, clause.start, clause.end) is not None
        if not measures or len(self.rows) <= first or frame.clause.start - self.rows[-1].action[1] > 1:
            return None
        last = self.rows[-1].deadline
        rhythm = last is not None and last.deadline.recurrence and not last.deadline.recurrence[0].startswith("FREQ=YEARLY")
        return last if rhythm else None

    def only_bounds(self, frame: Frame) -> bool:
        """Whether a clause says how much at least and names no act (办好讲座,每月[不少于两场])."""
        return self.shapes.bound_alone.ask(self.text, frame.action, frame.clause.end) is not None

    def stretch(self, frame: Frame) -> None:
        """Let the last row take in a clause that only says how much."""
        action = (self.rows[-1].action[0], self.trimmed(frame.action, frame.clause.end))
        self.rows[-1] = self.rows[-1]._replace(action=action, quantities=(*self.rows[-1].quantities, *frame.quantities))

    def give(self, owners: Owners, partners: Owners, first: int) -> None:
        """Give the rows of a sentence that name nobody the owners that are named behind them (月底前全部改掉,由信息科负责。)."""
        for index in range(first, len(self.rows)):
            if self.rows[index].owner_kind != "explicit":
                self.rows[index] = self.rows[index]._replace(owners=owners, partners=partners, owner_kind="explicit")

    def give_before(self, owners: Sequence[OwnerMention], partners: Owners, place: int) -> None:
        """Give the rows of the sentence that ends at `place` to those of whom the next one says that it is their work, or their help."""
        last = self.rows[-1].sentence if self.rows and owners else (0, -1)
        if 0 < last[1] <= place and not self.text[last[1] : place].strip(_BETWEEN):
            first = next(index for index, row in enumerate(self.rows) if row.sentence == last)
            self.give(tuple(owners), partners, first)

    def join(self, leaders: Owners, partners: Owners, first: int) -> None:
        """Let those help in the rows from `first` on who are named behind the leader that these were given to (…,由甲牵头,乙、丙配合)."""
        for index in range(first, len(self.rows)):
            row = self.rows[index]
            if leaders and row.owners == leaders and not row.partners and row.action[1] <= leaders[0].start_char:
                self.rows[index] = row._replace(partners=partners)

    def trimmed(self, start: int, end: int) -> int:
        """Return where an action ends, without trailing marks."""
        while end > start and self.text[end - 1] in _TRAILING:
            end -= 1
        return end

    def take_brackets(self, found: Sequence[Bracket], item: Item, find_deadlines: FindDeadlines) -> None:
        """Give the rows since the last bracket of the item the owners of each bracket, and its time limit."""
        for first, stop, owners, partners in found:
            limit = self._limit(first, stop, find_deadlines)
            goes_on = item.bracket == len(self.rows) and 0 <= item.closed <= first and not self.text[item.closed : first].strip(_BETWEEN)
            if not goes_on:
                item.bracketed, item.opens = item.bracket, first
            elif owners and (run := responsible_by_labels(self.text, item.opens, stop, self.grammar))[0]:
                owners, partners = run  # 牵头单位：水利局 / 配合单位：各镇 / 完成时限：9月底, line by line, are one
            item.closed = stop
            for index in range(self._reach(first, stop, item), len(self.rows)):
                row = self.rows[index]
                if row.action[0] >= stop:
                    continue
                if limit is not None and (row.deadline is None or row.deadline.vague):
                    self.rows[index] = row = row._replace(level="hard", deadline=limit, deadline_carried=True)
                if owners and (row.owner_kind != "explicit" or (goes_on and _BRACKET in row.rules) or self._in_each(row)):
                    rules = tuple(dict.fromkeys((*(rule for rule in row.rules if not rule.startswith("owner.")), _BRACKET)))
                    self.rows[index] = row._replace(owners=tuple(owners), partners=tuple(partners), owner_kind="explicit", rules=rules)
            later = (index for index in range(item.bracket, len(self.rows)) if self.rows[index].action[0] >= stop)
            item.bracket = next(later, len(self.rows))
            heads = item.bracketed == len(self.rows) and self.text[stop - 1] not in _CLOSING  # 这项工作由甲负责。: at the head of its item
            if owners and (heads or first - self.text.rfind("\n", 0, first) <= _TITLE):
                self._head(item, tuple(owners), tuple(partners))

    def _in_each(self, row: Row) -> bool:
        """Whether a row is only to be done in each place of a kind (每个村至少培育1家合作社): who answers for it stands in the bracket."""
        place = row.owners[0].start_char if row.owners else 0
        told = row.owners[0].strength == "role" or any(rule.startswith("cue.") for rule in row.rules) if row.owners else True
        return not told and self.text.find("每", max(0, place - _EACH), place + 1) >= 0

    def _reach(self, first: int, stop: int, item: Item) -> int:
        """Return from which row on a bracket, or a sentence that does what one does, says whose the rows before it are.

        这项工作 is the last sentence, or what stands since the last ； before it; in a numbered item it is the item.
        """
        before = [index for index in range(item.bracketed, len(self.rows)) if self.rows[index].action[0] < first]
        if item.numbered or not before or self.shapes.one_work.ask(self.text, first, stop) is None:
            return item.bracketed
        last, start = self.rows[before[-1]], self.rows[before[-1]].sentence[0]
        if self.text[first - 1] in _INSIDE:
            start = max(start, *(self.text.rfind(mark, start, last.action[0]) for mark in "；;"))
        return next(index for index in before if self.rows[index].action[0] >= start)

    def _head(self, item: Item, owners: Owners, partners: Owners) -> None:
        """Put those in charge whom a bracket right behind a title names (3、资金。（责任单位：财政局）…): they own what follows it."""
        item.lead = item.current = owners
        item.lead_partners = item.current_partners = partners
        for index in range(item.bracket, len(self.rows)):
            if self.rows[index].owner_kind != "explicit":
                rules = (*self.rows[index].rules, _BRACKET)
                self.rows[index] = self.rows[index]._replace(owners=owners, partners=partners, owner_kind="inherited", rules=rules)

    def _limit(self, start: int, end: int, find_deadlines: FindDeadlines) -> DeadlineMention | None:
        """Return the deadline that a bracket sets (责任单位:水利局;完成时限:9月底前 or 水利局负责,9月底前完成)."""
        label = self.shapes.limit.ask(self.text, start, end)
        found = find_deadlines(label.end() if label else start, end)
        return next((mention for mention in found if not mention.vague), None)


def modality_of(frame: Frame, aiming: bool) -> Modality:
    """Return how binding a clause is; without a modal word it directs, or is aimed at as the clause before (力争用一个月,[理清底账])."""
    if frame.modal is None:
        return "must" if frame.mask & FORBID else "aim" if aiming else "shall"
    names: dict[str, Modality] = {"must": "must", "shall": "shall", "will": "will", "aim": "aim"}
    return names[frame.modal.modality]
