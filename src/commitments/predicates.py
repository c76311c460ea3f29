"""Tells a clause with a predicate from one that only names something: a topic, a fronted object, a counted noun phrase.

Chinese marks neither: 移交的两台云梯车 names, 移交两台云梯车 tells. The order of verb, 的 and figure decides, and where that is
open (空心房一百零八处), what the next clause goes on with.
"""

from __future__ import annotations

from typing import Final

from commitments.cues import (
    ACT,
    ADOPT,
    ADVERB,
    DELIVER,
    DELIVER_WITH,
    DELIVERABLE,
    FORBID,
    LIGHT,
    METRIC,
    MODAL,
    PAST,
    VAGUE,
    VERB,
    Cue,
    of_kind,
)
from commitments.predicate_shapes import PredicateShapes
from commitments.types import DeadlineMention, QuantityMention

FRONTED_VERBS: Final = LIGHT | VERB | ADOPT | DELIVER | DELIVER_WITH | ACT | METRIC | VAGUE | FORBID | ADVERB
VERBS: Final = LIGHT | VERB | DELIVER | DELIVER_WITH | ADOPT | ACT | METRIC | VAGUE | FORBID
GOVERNING: Final = DELIVER | DELIVER_WITH | ADOPT | ACT | VERB | METRIC
"""The verbs that say by themselves what is done to their object."""
_CLOSE: Final = 3
_NEXT_CLAUSE: Final = 48
_SHORT: Final = 2
_SHORT_OBJECT: Final = 3
LONGEST_ADJUNCT: Final = 9


class Clausal:
    """The stretch of a clause behind its head, with what is found in it."""

    __slots__ = ("cues", "dated", "deadlines", "end", "headed", "quantities", "shapes", "start", "text", "verbs")

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        cues: tuple[Cue, ...],
        deadlines: tuple[DeadlineMention, ...],
        quantities: tuple[QuantityMention, ...],
        verbs: frozenset[str],
        shapes: PredicateShapes,
        *,
        headed: bool,
        dated: bool,
    ) -> None:
        """Take the stretch; `headed`: a modal, a date or a subject stands before it, `dated`: nothing but a year does."""
        self.text, (self.start, self.end) = text, span
        self.cues, self.deadlines, self.quantities = cues, deadlines, quantities
        self.verbs, self.shapes, self.headed, self.dated = verbs, shapes, headed, dated

    def has_predicate(self) -> bool:
        """Whether a verb governs: at the head, or behind the last modifier's 的."""
        text, start, end, shapes = self.text, self.start, self.end, self.shapes
        last = text.rfind("的", start, end)
        fronted = shapes.fronted.ask(text, start, end)
        if fronted:
            return self._acts_on_object(fronted.end())
        if self.quantities and (shapes.lets.ask(text, start, end) or shapes.puts_share.ask(text, start, end)):
            return True
        if self._names_sum_to_pay():
            return False
        if self._closes_aims(last):
            return True
        if not self.headed and not self._ends_sentence() and shapes.left_over.ask(text, start, end):
            return False
        if text[start] == "这" and shapes.those_days.ask(text, start, end):
            return False  # 6月10日到9月10日[这三个月]
        if last >= 0 and (shapes.modified_noun.ask(text, start, end) or shapes.bounded_class.ask(text, start, end)):
            return False
        if last > start + _SHORT and shapes.afterwards.ask(text, start, end):
            return False
        if self.headed and not (self.dated and self._only_dates(last)):
            return True
        often = bool(self.deadlines) and self._closes_with_frequency()
        if often or shapes.disposes.ask(text, start, end) or shapes.finishes.ask(text, start, end):
            return True
        if self._opens_with_more() or self._adds_more():
            return True
        each = shapes.of_each.ask(text, start, end)
        if each and each.start() > start and each.end() < end:
            return True
        if text[start] == "将" and self.quantities and shapes.in_manner.ask(text, self.quantities[0].end_char, end):
            return True  # 将43家作坊扫码登记
        if (self._is_bounded() and self._figure_closes()) or self._reaches_share() or self._is_done():
            return True
        if self._gives_each() or self._answers_within() or self._in_stage_or_at_rate():
            return True
        if shapes.summed_up.ask(text, start, end):
            acts = shapes.holds_task.ask(text, start, text.find("、", start, end)) or self._starts_with_verb()
            if not acts:
                return False
        nominal = self._is_counted_noun(last) and not self._takes_object(last)
        if nominal and (not self._starts_with_verb() or self._verb_describes(last)):
            return False
        if self._figure_closes():
            return True  # a figure at the end says how much, one before a noun says which (31个小区)
        return self._verb_governs(last)

    def _names_sum_to_pay(self) -> bool:
        """Whether the clause only names a sum that the next one has paid (维修经费45万元,[县财政局10日内拨付])."""
        figure = self.quantities[-1] if self.quantities else None
        if self.headed or figure is None or figure.quantity.kind != "money" or figure.end_char != self.end or self.deadlines:
            return False
        return self.shapes.sum_to_pay.ask(self.text, self.start, min(len(self.text), self.end + _NEXT_CLAUSE)) is not None

    def _starts_with_verb(self) -> bool:
        return starts_with_verb(self.text, self.start, self.end, self.cues, self.verbs, self.shapes)

    def _verb_governs(self, last: int) -> bool:
        text, start, end = self.text, self.start, self.end
        verbs = [cue for cue in self.cues if cue.start >= start and cue.kinds & VERBS]
        if not verbs:
            return self._starts_with_verb()
        counts = any(mention.start_char == verbs[0].end for mention in self.quantities)  # a figure behind it is its object
        head = max(start, self._behind_manner() - 2)
        if verbs[0].start - head <= 2 and (counts or not self._modifies(verbs[0]) or self._takes_object(last)):
            return True
        if self._ends_sentence() and self._tells_of(last):
            return True
        located = text[start] == "在" and text[end - 1] not in "中上下里时"
        if located and any(cue.kinds & (DELIVER | DELIVER_WITH) and last - cue.end >= _CLOSE for cue in verbs):
            return True  # 在湖区建设规模最大的渔场: where, and then the verb with its object
        # 农贸市场改造: a verb that only closes a noun phrase names the thing.
        closing = [cue for cue in verbs if cue.end == end and cue.start > start and not cue.kinds & ~(DELIVERABLE | VERB | ACT | LIGHT)]
        if any(cue.start > last and cue not in closing for cue in verbs):
            return True
        adverb = next((cue for cue in self.cues if cue.start == start and cue.kinds & ADVERB), None)
        return adverb is not None and self.shapes.counts.ask(text, adverb.end, end) is not None

    def _acts_on_object(self, start: int) -> bool:
        """Whether a verb stands behind a fronted object (对12个项目逐个过堂), or a figure closes the clause (对困难户落实住房26套)."""
        text, end = self.text, self.end
        counted = [mention.end_char - 1 for mention in self.quantities if mention.quantity.kind != "coverage"]
        edge = max([start, text.rfind("的", start, end), text.rfind("等", start, end), *counted[:1]])
        noun = counted[0] + 1 if counted else -1  # 对90件申请: the verb behind the figure is what is counted
        verbs = (cue for cue in self.cues if cue.start > edge and not (cue.start == noun and cue.end == end))
        verbs = (cue for cue in verbs if not self.shapes.described.ask(text, cue.end, end))  # 对未开工项目: the verb describes the noun
        acts = any(cue.kinds & (FRONTED_VERBS | MODAL) for cue in verbs)
        acts = acts or any(not mention.vague and mention.start_char > edge for mention in self.deadlines)
        if acts or self.shapes.of_each.ask(text, edge, end) is not None:
            return True
        if counted and self.shapes.in_manner.ask(text, edge, end) is not None:
            return True
        if self._figure_closes() and self._gives_each():
            return True  # 对新招的每名学徒补助800元
        if self.headed and end - _SHORT > max(edge, start + _SHORT) and text[end - _SHORT : end] in self.verbs:
            return text[end - _SHORT - 1] != "的"  # 每月对各科室打分: an ordinary verb closes what somebody is to do
        return self._figure_closes() and any(cue.start > start and cue.end - cue.start > 1 and cue.kinds & VERBS for cue in self.cues)

    def _is_counted_noun(self, last: int) -> bool:
        return last >= 0 and self.shapes.counted_noun.ask(self.text, last + 1, self.end) is not None

    def _takes_object(self, last: int) -> bool:
        """Whether a verb that sets a task has for object all that stands behind it, its attribute with 的 as well."""
        task = self.shapes.task.ask(self.text, self.start, self.end)
        verb = task.end() if task is not None else self._behind_manner()
        return not self._told(last) and ((verb > 0 and last - verb > _SHORT_OBJECT) or self._acts_in_place(last))

    def _acts_in_place(self, last: int) -> bool:
        """Whether a verb of the genre and a place or a size fill what stands before 的 (改造老街的12座公厕, unlike 横跨老街的12根电线)."""
        if last <= 0:
            return False
        if self._opens_with_act() and self.shapes.of_place.ask(self.text, self.start, last) is not None:
            return True
        return self._starts_with_verb() and self.shapes.of_size.ask(self.text, self.start, last) is not None

    def _opens_with_act(self) -> bool:
        opening = next((cue for cue in self.cues if cue.start == self.start and cue.end - cue.start > 1), None)
        return opening is not None and bool(opening.kinds & VERBS & ~METRIC)

    def _told(self, last: int) -> bool:
        """Whether the verb is told as done before `last` (观摩了高新区的7个项目)."""
        return any(cue.kinds & PAST and self.start < cue.start < last and self.text[cue.start] in "了过" for cue in self.cues)

    def _behind_manner(self) -> int:
        """Return where a verb ends before which an adverb of manner opens the stretch (高质量[办结]市里移交的16件), else 0."""
        place = self.start
        for cue in self.cues:
            if cue.start == place and cue.kinds & ADVERB:
                place = cue.end + (self.text[cue.end] == "、")  # 高起点、高标准
            elif cue.start >= place:
                break
        if place == self.start:
            return 0
        known = self.text[place : place + 2] in self.verbs or any(cue.start == place and cue.kinds & VERBS for cue in self.cues)
        return place + 2 if known else 0

    def _only_dates(self, last: int) -> bool:
        """Whether a year at the head only says of which things the next clause speaks (今年下达的8个项目,6月底前全部开工)."""
        return self.text[self.end : self.end + 1] in ("，", ",") and self._is_counted_noun(last) and not self._takes_object(last)

    def _tells_of(self, last: int) -> bool:
        """Whether a verb of the genre opens the stretch, and none right before 的 describes what is counted."""
        acts = self._opens_with_act() and not self._told(last)
        return acts and not any(cue.end == last and cue.kinds & VERBS for cue in self.cues)

    def _ends_sentence(self) -> bool:
        """Whether nothing can be told any more of what the clause would only name (淘汰全县排放超标的26台锅炉。)."""
        return self.text[self.end : self.end + 1] not in ("，", ",", "：", ":", "、")

    def _reaches_share(self) -> bool:
        """Whether a verb stands right before a share (助餐点覆盖90%以上的社区)."""
        shares = {mention.start_char for mention in self.quantities if mention.quantity.kind == "ratio"}
        return bool(shares) and any(cue.end in shares and cue.start > self.start for cue in self.cues if cue.kinds & (VERB | ACT))

    def _closes_aims(self, last: int) -> bool:
        """Whether a figure and 的目标 close a list of aims (实现总产2万吨,[早稻播种300亩的目标])."""
        text, start = self.text, self.start
        if last <= start or text[start - 1] not in ",，" or self.shapes.aims.ask(text, last, self.end) is None:
            return False
        if self.shapes.beside_aim.ask(text, start, self.end):
            return False  # 离新建300亩的目标,还有差距
        return any(mention.end_char == last and mention.start_char > start + 1 for mention in self.quantities)

    def _reaches_figure(self) -> bool:
        """Whether a word of measure stands right before the share that closes the clause (管网覆盖率[达]85%)."""
        place = self.quantities[-1].start_char
        if self.quantities[-1].quantity.kind != "ratio" or any(cue.kinds & PAST for cue in self.cues):
            return False  # 积案数量达120件,信访局年底前化解: so many there are; 去年到位率达五成: what the next clause compares
        if self.shapes.brought_down.ask(self.text, self.end, len(self.text)):
            return False  # 债务率达120%,财政局年底前降到100%以下
        return self._figure_closes() and any(cue.end == place and cue.start > self.start for cue in self.cues if cue.kinds & METRIC)

    def _is_done(self) -> bool:
        """Whether an adverb of completion and its verb close a clause that a figure opens (341个村污水有效治理)."""
        opens = bool(self.quantities) and self.quantities[0].start_char == self.start
        return opens and self.shapes.thoroughly.ask(self.text, self.start, self.end) is not None

    def _figure_closes(self) -> bool:
        return bool(self.quantities) and self.quantities[-1].end_char >= self.end - 1 and self.quantities[-1].start_char > self.start

    def _adds_more(self) -> bool:
        """Whether so much more closes the clause (育秧大棚再添320个)."""
        return self._figure_closes() and self.shapes.once_more.ask(self.text, self.start, self.quantities[-1].start_char) is not None

    def _opens_with_more(self) -> bool:
        """Whether an adverb and a short verb stand before a figure (再买三台压缩车; 另组一支机动队)."""
        if not self.quantities:
            return False
        again = self.start - (self.text[self.start - 1 : self.start] in self.shapes.again_heads)
        return self.shapes.again.ask(self.text, again, self.quantities[0].start_char) is not None

    def _is_bounded(self) -> bool:
        """Whether a bound governs, also one on a part of something (下派干部[不少于]总数的三成)."""
        if any(self.text[cue.start : cue.end] in self.shapes.bounds for cue in self.cues if cue.kinds & METRIC):
            return True
        forbids = any(cue.kinds & FORBID for cue in self.cues)
        return forbids and self.shapes.forbidden_bound.ask(self.text, self.start, self.end) is not None

    def _answers_within(self) -> bool:
        """Whether a verb right behind a span of time says what is done in it (投诉半小时内[回应])."""
        for mention in self.deadlines:
            end = mention.end_char
            spans = not mention.vague and mention.start_char > self.start and self.text[end - 1] == "内" and end < self.end
            if spans and (self.text[end : end + _SHORT] in self.verbs or any(cue.start == end and cue.kinds & VERBS for cue in self.cues)):
                return self.text.find("的", end, self.end) < 0
        return False

    def _gives_each(self) -> bool:
        """Whether so many are set for each (每户至少有一名明白人)."""
        return any(sets_each(self.text, self.start, mention, self.shapes) for mention in self.quantities)

    def _in_stage_or_at_rate(self) -> bool:
        """Whether a batch says what of the whole comes first (第一批搞12所), or a rate how much is given (按每人600元的标准发放)."""
        if not self.quantities:
            return False
        staged = self.shapes.stage.ask(self.text, self.start, self.quantities[0].start_char)
        return staged is not None or self.shapes.at_rate.ask(self.text, self.start, self.end) is not None

    def _closes_with_frequency(self) -> bool:
        """Whether the clause ends in how often (慢病随访每季度一次)."""
        return any(mention.deadline.recurrence and self.end - mention.end_char <= _CLOSE < self.end for mention in self.deadlines[-1:])

    def _verb_describes(self, last: int) -> bool:
        """Whether a verb right before 的 only describes (改造的12个小区), as the first of the clause."""
        return any(cue.end == last and cue.start - self.start <= 1 for cue in self.cues if cue.kinds & VERBS)

    def _modifies(self, verb: Cue) -> bool:
        """Whether a verb at the head opens a modifier that runs up to the noun at the end (涉及喷涂的52家)."""
        last = self.text.rfind("的", verb.end, self.end)
        if last < 0 or self.shapes.remaining.ask(self.text, verb.end, last) is not None:
            return False
        return self.shapes.noun_tail.ask(self.text, last + 1, self.end) is not None

    def may_only_count(self) -> bool:
        """Whether the clause can be read as a counted noun phrase (空心房一百零八处; 超出期限的88座), which the next one may go on with."""
        text, start, end, shapes = self.text, self.start, self.end, self.shapes
        if not self.quantities or self.headed or self._gives_each():
            return False
        if shapes.task.ask(text, start, end) or shapes.finishes.ask(text, start, end):
            return False
        if self._is_done() or self._adds_more():
            return False
        if shapes.acts.ask(text, start, end) or shapes.bracketed.ask(text, start, end) or shapes.lets.ask(text, start, end):
            return False
        if shapes.one_each.ask(text, start, end):
            return True
        if self._is_bounded() or self._reaches_figure():
            return False
        described, listed = text.rfind("的", start, end), text.rfind("等", start, end)
        if (self._behind_manner() and self._takes_object(described)) or (self._ends_sentence() and self._tells_of(described)):
            return False
        if described < 0 <= listed and self._starts_with_verb():
            return False  # 建设城西、城北两园等5个项目,确保…: what is listed is its object
        if self._acts_in_place(described):
            return False
        last = max(described, listed)
        counted = self._is_counted_noun(last)
        if counted or self.quantities[0].start_char == start:
            behind = max(last, self.quantities[0].end_char - 1)
            closing = (cue for cue in self.cues if cue.start > behind and cue.end >= end - 1 and cue.end - cue.start > 1)
            return not any(cue.kinds & VERBS & ~DELIVERABLE for cue in closing)
        if shapes.metric_noun.ask(text, start, self.quantities[-1].start_char):
            return False
        if self._names_sort():
            return True
        if text[start : start + 2] in self.verbs:
            return False
        return self._figure_closes() and not any(cue.kinds & VERBS and cue.end - cue.start > 1 for cue in self.cues if cue.start >= start)


    def _names_sort(self) -> bool:
        """Whether nothing but a name that begins like a verb stands before the only figure, which closes the clause (安置房3000套)."""
        figure = self.quantities[0]
        alone = len(self.quantities) == 1 and figure.end_char == self.end and figure.quantity.kind not in ("ratio", "coverage")
        return alone and self.shapes.sort_counted.ask(self.text, self.start, figure.start_char) is not None


def starts_with_verb(text: str, position: int, end: int, cues: tuple[Cue, ...], verbs: frozenset[str], shapes: PredicateShapes) -> bool:
    """Whether a verb opens [position, end), behind adverbs at most (高质量地完成)."""
    opening = position
    for cue in cues:
        if cue.start < position:
            continue
        if cue.start > position or not cue.kinds & FRONTED_VERBS or cue.kinds & DELIVERABLE:
            break
        if not cue.kinds & ADVERB:
            return True
        position = cue.end
        while text[position] in "地、" and position < end - 1:
            position += 1
    if text[position : position + _SHORT] in verbs or shapes.bracketed.ask(text, position, end) or shapes.handles.ask(text, position, end):
        return True
    return position > opening and shapes.counts.ask(text, position, end) is not None


def adjunct(text: str, position: int, end: int, shapes: PredicateShapes) -> int:
    """Return where another event that tells the time (会后, 搬之前乡镇必须派人) ends, or 0; one of the words `ADJUNCT` stands near."""
    found = shapes.adjunct.ask(text, position, end)
    return found.end() if found else 0


def makes_by(text: str, start: int, end: int, cues: tuple[Cue, ...], shapes: PredicateShapes) -> bool:
    """Whether the way in which it is done is followed by what is made (以代建方式建设冷库)."""
    way = shapes.way.ask(text, start, end)
    return way is not None and any(cue.start == way.end() and cue.kinds & (DELIVER | DELIVER_WITH) for cue in cues)


def holds_act(text: str, start: int, end: int, several: bool, named: bool, shapes: PredicateShapes) -> bool:
    """Whether a frequency says itself what is done; behind who does it, several do (每周、每月), else one with its act (一天一调度)."""
    if named:
        return several or shapes.one_act.ask(text, start, end) is not None
    return several and shapes.holds_act.ask(text, start, end) is not None


def sets_each(text: str, start: int, mention: QuantityMention, shapes: PredicateShapes) -> bool:
    """Whether a figure of a clause from `start` on is what each is to have or to do (每户[至少一名]; 保洁岗每个组设[两个])."""
    figure = mention.start_char
    if text[start] == "每":
        return mention.quantity.comparator == ">=" or shapes.gives_each.ask(text, start, figure) is not None
    if shapes.one_of_each.ask(text, start, figure):
        return True
    each = text.find("每", start, figure)
    return each >= 0 and shapes.sets_each.ask(text, each, figure) is not None


def governed_at(text: str, place: int, cues: tuple[Cue, ...], kinds: int) -> bool:
    """Whether what stands at `place` is the object of 把 or of a verb right before it (把[上周进度]报上来, 通报[上周进度])."""
    return text[place - 1] in "把将" or any(verb.end == place for verb in of_kind(cues, kinds))
