"""Tells a clause with a predicate from one that only names something: a topic, a fronted object, a counted noun phrase.

Chinese marks neither: 移交的两台云梯车 names, 移交两台云梯车 tells. The order of verb, 的 and figure decides, and where that is
open (空心房一百零八处), what the next clause goes on with.
"""

from __future__ import annotations

from typing import Final

from commitments.clauses import Clause
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
    VAGUE,
    VERB,
    Cue,
)
from commitments.kept import compiled
from commitments.types import DeadlineMention, QuantityMention

FRONTED_VERBS: Final = LIGHT | VERB | ADOPT | DELIVER | DELIVER_WITH | ACT | METRIC | VAGUE | FORBID | ADVERB
VERBS: Final = LIGHT | VERB | DELIVER | DELIVER_WITH | ADOPT | ACT | METRIC | VAGUE | FORBID
FRONTED: Final = compiled(r"(?:对(?!一次|一遍|一回|于|接|标|照|口|外|比|策|账|表|齐|症)|针对|对于)")
METRIC_NOUN: Final = compiled("(?:率|额|量|值|收入|指数|面积|比例|比重|占比|水平|规模|人数|户数|天数|次数|系数|均价|涨幅|增速|浓度)$")
"""A measure as subject stays in the action: it tells the targets of a list apart."""
EACH: Final = compiled(
    "逐|挨个|全部|一律|一并|统一|一遍|到底|进行|均[^等衡]|同步(?=[一-龥]{2,4}$)|(?:足额|如数|一次性)(?=(?:退|还|付|结|清|兑|发|拨|补缴|补齐|补发|缴|支付|到位)[一-龥]{0,3}$)"
)

_DISPOSES: Final = compiled("把(?!握|关|脉|控|手)")
_MODIFIED_NOUN: Final = compiled(r"(?!把|将|对)[\u4e00-\u9fff]{1,6}的(?:项目|单位|企业|工程|问题|小区|地方|同志|干部|村|户|人|事项)")
BRACKETS: Final = frozenset("（(")
_FIGURE: Final = r"[0-9０-９,，.．一二两三四五六七八九十百千万亿余多\s]{1,10}"
_GENERAL_NOUN: Final = "任务|项目|工程|工作|问题|隐患|案件|小区|企业|村|户|家|人|单位|地块|厂房|事项"
_COUNTED_NOUN: Final = compiled(rf"(?:这|那|其余|剩余|前|后|末)?{_FIGURE}[\u4e00-\u9fff]{{1,14}}")
_DESCRIBED: Final = compiled("的?(?:项目|工程|问题|隐患|案件|小区|企业|单位|地块|厂房|事项|乡镇|部门|农户)")
_NOUN_TAIL: Final = compiled(rf"{_FIGURE}[\u4e00-\u9fff]{{1,10}}|[\u4e00-\u9fff]{{0,6}}(?:{_GENERAL_NOUN})")
_AFTERWARDS: Final = compiled("[一-龥]{2}(?:以后|之后|后|过程中|期间)的[一-龥]{1,10}")
"""What has become of a thing names it (腾退后的地块)."""
_ONE_EACH: Final = compiled(r"一[\u4e00-\u9fff]{1,2}一[\u4e00-\u9fff]{1,2}$")
"""一场一策 tells the manner; the market that it is said of is what the next clause is about."""
_BOUNDS: Final = frozenset(("不少于", "不低于", "不超过", "达到", "突破"))
_FORBIDDEN_BOUND: Final = compiled("不(?:得|能|准|可|许)(?:少于|低于|高于|超过|突破|大于|小于)")
_GIVES_EACH: Final = compiled(
    "(?:至少|最少|不少于|[^没]有|[配设包联建办派选推聘挑留种养讲读写抓]|配备|确定|明确|落实|安排|培育|帮扶|帮带|打造|联系|发展)$"
)
"""每户至少一名, 每人包两户: a figure for each, behind the verb that gives it."""
_SETS_EACH: Final = compiled(
    "每(?:个?[村组户镇乡县街社班校站所队园点场]|[座处口眼台辆])[一-龥]{0,2}?(?:至少|最少|各|都)?(?:[设配派留选推备储]|配备|明确|安排)"
)
"""The same behind what is given."""
_ONE_OF_EACH: Final = compiled(
    "一个?(?:村|组|户|镇|乡|县|区|班|校|街道|社区|单位|部门|支部|科室|企业|标段|小区|网格)(?:至少|最少|各)?(?:[出报抽选推派配包设定]|明确|安排|落实|确定)"
)
"""So many of each (一个单位出两人), said of one of them."""
_CLASS: Final = compiled("(?:低于|高于|超过|超出|不足|不到|连续)[^，,]{1,16}的[一-龥]{1,6}")
"""A class by its bound (低于市场价20%以上的合同)."""
RATE_OF: Final = compiled("[一-龥]{2}率(?![先领队])")
"""A verb that 率 makes a measure of (入住率, 签约率)."""
_COUNTS: Final = compiled("[\u4e00-\u9fff]{1,2}[0-9０-９一二两三四五六七八九十百]{1,5}[个個家项件条处座所名户台套份辆栋支间块]")
"""Behind an adverb, what stands before a figure is its verb, be it ever so rare (重新[核定]36个病种)."""
_CLOSE: Final = 3
_SHORT: Final = 2
BRACKETED: Final = compiled(r"[新续改扩迁重增补修制][（(][\u4e00-\u9fff、]{1,5}[)）][建造编订定植]")
"""A verb that holds its variant in a bracket (新（改）建农村公路)."""
CARRIES: Final = compiled(
    "会[议商诊场务计同]|[\u4e00-\u9fff]{0,8}?(?:情况|方案|意见|措施|结果|报告|清单|名单|材料|计划|事项|线索|台账|数据|资料)"
    "[\u4e00-\u9fff]{0,6}?(?:报|交|送|发|纳入|列入|分解|移交|转|上传|录入|反馈|通报|公开|公示|公布|印)"
)
"""What stands behind 将 where it carries an object: a paper or a matter, and the verb that hands it on."""
_ADJUNCT: Final = compiled(r"(?!我们|大家|咱们)(?:会后|会前|散会|[^，,；;。、]{1,6}(?:之前|以前|之后|以后|结束后))(?=[^，,；;。、的])")
_LONGEST_ADJUNCT: Final = 9
_AGAIN_WORDS: Final = frozenset("再另先多")
_AGAIN: Final = compiled("(?:再|另|先|多)(?![是有外次说行])[一-鿿]{1,2}")
"""An adverb and a short verb before a figure (再买三台压缩车; 另组一支机动队)."""
_ONCE_MORE: Final = compiled("(?<!不)再(?![是有外次说行造])[一-鿿]{1,2}$")
"""The same behind what it is done to (撂荒地[再复耕]1.9万亩)."""
_WAY: Final = compiled("(?:以|通过|采取|采用|按)[^，,]{1,20}?(?:方式|形式|模式|办法)")
_STAGE: Final = compiled(
    "(?:第[一二三四1-4]|首|头|先|前)[一二两]?(?:批|期|步|轮|阶段)(?:先|再|各|计划|拟|准备|要)?(?:[搞建办选改上抓修配装发招做试][出成好定改]?|选定|确定|启动|安排|开工|实施|推开|完成)$"
)
"""A batch, and the verb that a figure follows ([第一批搞]12所学校)."""
_AT_RATE: Final = compiled("按照?[^，,；;。]{2,24}?的?(?:标准|比例|口径|额度|价格)(?:予以|进行|统一|一次性|足额)?[一-龥]{2,4}$")
"""A rate, and the verb by which it is paid or given (按每人600元的标准发放)."""
_BASIS: Final = compiled("在[^，,]{2,60}(?:基础上|前提下|过程中|条件下|框架下)$")


_TASK: Final = compiled(
    "(?:重点|全力|加快|深入|全面|扎实|积极|大力|着力|继续|组织)?"
    "(?:实施好?|抓好|抓实|推进|培育(?:壮大)?|壮大|打造|选择|巩固(?:提升)?|落实好?|谋划|推动|推广|做好|办好|建好|用好|管好|种好|做优|做强|做大)(?![好]?的)"
)
"""A verb that sets a task: what stands behind it is its object, however long an attribute that has (实施总投资8亿元的9个项目)."""
_FINISHES: Final = compiled("[\u4e00-\u9fff][齐完满清足好](?:剩余|剩下|其余|余下|欠下|所欠|所缺|尚缺|还缺)的?")
"""A verb and its result before what is left (配齐余下的八家): no relative clause, as what is left still waits for it."""
_SHORT_OBJECT: Final = 3
_THOROUGHLY: Final = compiled("(?:一次性|足额|如数|有效|全面|全流程|稳定|基本|如期|彻底|整体|顺利|按期)[\u4e00-\u9fff]{2,4}$")
_SUMMED_UP: Final = compiled(
    "、[^，,；;]{1,40}[两二三四五六七八九十0-9]{1,3}[个家座条处项](?:重[大点])?[\u4e00-\u9fff]{0,8}(?:项目|工程|中心|基地|园区)$"
)
"""Works that are listed and counted (管网改造、料场封闭两个项目)."""
# 每周巡查一遍、每旬[通报两次]: an act stands between the frequencies.
_HOLDS_ACT: Final = compiled(
    r"每隔?[半两一二三四五六七八九十0-9]{0,3}[个個]?(?:工作日|小时|[天日周週旬月年]|星期|季度?|半[月年])[一-龥]{2,8}、"
)
# 一天一调度: the frequency itself names the act; 每周一次 does not.
_ONE_ACT: Final = compiled(r"[^，,]{0,24}[半一两三0-9]个?(?:小时|[日天周旬月年]|季度?)一(?!次|遍|轮)[一-龥]{2,4}$")

_LIST_HEAD: Final = compiled("(?:(?<!要求)(?<!思路)(?<!思想)为|安排(?:如下)?)$")


class Clausal:
    """The stretch of a clause behind its head, with what is found in it."""

    __slots__ = ("cues", "dated", "deadlines", "end", "headed", "quantities", "start", "text", "verbs")

    def __init__(
        self,
        text: str,
        span: tuple[int, int],
        cues: tuple[Cue, ...],
        deadlines: tuple[DeadlineMention, ...],
        quantities: tuple[QuantityMention, ...],
        verbs: frozenset[str],
        *,
        headed: bool,
        dated: bool,
    ) -> None:
        """Take the stretch; `headed`: a modal, a date or a subject stands before it, `dated`: nothing but a year does."""
        self.text, (self.start, self.end) = text, span
        self.cues, self.deadlines, self.quantities = cues, deadlines, quantities
        self.verbs, self.headed, self.dated = verbs, headed, dated

    def has_predicate(self) -> bool:
        """Whether a verb governs: at the head, or behind the last modifier's 的."""
        text, start, end = self.text, self.start, self.end
        opening, last = text[start], text.rfind("的", start, end)
        fronted = FRONTED.match(text, start, end) if opening in "对针" else None
        if fronted:
            return self._acts_on_object(fronted.end())
        if last >= 0 and (_MODIFIED_NOUN.fullmatch(text, start, end) or (opening in "低高超不连" and _CLASS.fullmatch(text, start, end))):
            return False
        if last > start + _SHORT and _AFTERWARDS.fullmatch(text, start, end):
            return False
        if self.headed and not (self.dated and self._only_dates(last)):
            return True
        if (opening == "把" and _DISPOSES.match(text, start, end)) or (self.deadlines and self._closes_with_frequency()):
            return True
        if _FINISHES.match(text, start, end):
            return True
        again = start - 1 if text[start - 1 : start] in _AGAIN_WORDS else start
        if self.quantities and text[again] in _AGAIN_WORDS and _AGAIN.fullmatch(text, again, self.quantities[0].start_char):
            return True
        if self._adds_more():
            return True
        each = EACH.search(text, start, end)
        if each and each.start() > start and each.end() < end:
            return True
        if (self._is_bounded() and self._figure_closes()) or self._reaches_share() or self._is_done():
            return True
        if self._gives_each() or self._answers_within() or self._in_stage_or_at_rate():
            return True
        if _SUMMED_UP.search(text, start, end):
            acts = _TASK.search(text, start, text.find("、", start, end)) or starts_with_verb(text, start, end, self.cues, self.verbs)
            if not acts:
                return False
        nominal = self._is_counted_noun(last) and not self._takes_object(last)
        if nominal and (not starts_with_verb(text, start, end, self.cues, self.verbs) or self._verb_describes(last)):
            return False
        if self._figure_closes():
            return True  # a figure at the end says how much, one before a noun says which (31个小区)
        return self._verb_governs(last)

    def _verb_governs(self, last: int) -> bool:
        text, start, end = self.text, self.start, self.end
        verbs = [cue for cue in self.cues if cue.start >= start and cue.kinds & VERBS]
        if not verbs:
            return starts_with_verb(text, start, end, self.cues, self.verbs)
        counts = any(mention.start_char == verbs[0].end for mention in self.quantities)  # a figure behind it is its object
        head = max(start, self._behind_manner() - 2)
        if verbs[0].start - head <= 2 and (counts or not self._modifies(verbs[0]) or self._takes_object(last)):
            return True
        located = text[start] == "在" and text[end - 1] not in "中上下里时"
        if located and any(cue.kinds & (DELIVER | DELIVER_WITH) and last - cue.end >= _CLOSE for cue in verbs):
            return True  # 在湖区建设规模最大的渔场: where, and then the verb with its object
        # 农贸市场改造: a verb that only closes a noun phrase names the thing.
        closing = [cue for cue in verbs if cue.end == end and cue.start > start and not cue.kinds & ~(DELIVERABLE | VERB | ACT | LIGHT)]
        if any(cue.start > last and cue not in closing for cue in verbs):
            return True
        adverb = next((cue for cue in self.cues if cue.start == start and cue.kinds & ADVERB), None)
        return adverb is not None and _COUNTS.match(text, adverb.end, end) is not None

    def _acts_on_object(self, start: int) -> bool:
        """Whether a verb stands behind a fronted object (对12个项目逐个过堂), or a figure closes the clause (对困难户落实住房26套)."""
        text, end = self.text, self.end
        counted = [mention.end_char - 1 for mention in self.quantities if mention.quantity.kind != "coverage"]
        edge = max([start, text.rfind("的", start, end), text.rfind("等", start, end), *counted[:1]])
        noun = counted[0] + 1 if counted else -1  # 对90件申请: the verb behind the figure is what is counted
        verbs = (cue for cue in self.cues if cue.start > edge and not (cue.start == noun and cue.end == end))
        verbs = (cue for cue in verbs if not _DESCRIBED.fullmatch(text, cue.end, end))  # 对未开工项目: the verb describes the noun
        acts = any(cue.kinds & (FRONTED_VERBS | MODAL) for cue in verbs)
        acts = acts or any(not mention.vague and mention.start_char > edge for mention in self.deadlines)
        if acts or EACH.search(text, edge, end) is not None:
            return True
        return self._figure_closes() and any(cue.start > start and cue.end - cue.start > 1 and cue.kinds & VERBS for cue in self.cues)

    def _is_counted_noun(self, last: int) -> bool:
        return last >= 0 and _COUNTED_NOUN.fullmatch(self.text, last + 1, self.end) is not None

    def _takes_object(self, last: int) -> bool:
        """Whether a verb that sets a task has for object all that stands behind it, its attribute with 的 as well."""
        task = _TASK.match(self.text, self.start, self.end)
        verb = task.end() if task is not None else self._behind_manner()
        return verb > 0 and last - verb > _SHORT_OBJECT

    def _behind_manner(self) -> int:
        """Return where a verb ends before which an adverb of manner opens the stretch (高质量[办结]市里移交的16件), else 0."""
        place = self.start
        for cue in self.cues:
            if cue.start == place and cue.kinds & ADVERB:
                place = cue.end
            elif cue.start >= place:
                break
        if place == self.start:
            return 0
        known = self.text[place : place + 2] in self.verbs or any(cue.start == place and cue.kinds & VERBS for cue in self.cues)
        return place + 2 if known else 0

    def _only_dates(self, last: int) -> bool:
        """Whether a year at the head only says of which things the next clause speaks (今年下达的8个项目,6月底前全部开工)."""
        return self.text[self.end : self.end + 1] in ("，", ",") and self._is_counted_noun(last) and not self._takes_object(last)

    def _reaches_share(self) -> bool:
        """Whether a verb stands right before a share (助餐点覆盖90%以上的社区)."""
        shares = {mention.start_char for mention in self.quantities if mention.quantity.kind == "ratio"}
        return bool(shares) and any(cue.end in shares and cue.start > self.start for cue in self.cues if cue.kinds & (VERB | ACT))

    def _is_done(self) -> bool:
        """Whether an adverb of completion and its verb close a clause that a figure opens (341个村污水有效治理)."""
        opens = bool(self.quantities) and self.quantities[0].start_char == self.start
        return opens and _THOROUGHLY.search(self.text, self.start, self.end) is not None

    def _figure_closes(self) -> bool:
        return bool(self.quantities) and self.quantities[-1].end_char >= self.end - 1 and self.quantities[-1].start_char > self.start

    def _adds_more(self) -> bool:
        """Whether so much more closes the clause (育秧大棚再添320个)."""
        return self._figure_closes() and _ONCE_MORE.search(self.text, self.start, self.quantities[-1].start_char) is not None

    def _is_bounded(self) -> bool:
        """Whether a bound governs, also one on a part of something (下派干部[不少于]总数的三成)."""
        if any(self.text[cue.start : cue.end] in _BOUNDS for cue in self.cues if cue.kinds & METRIC):
            return True
        forbids = any(cue.kinds & FORBID for cue in self.cues)
        return forbids and _FORBIDDEN_BOUND.search(self.text, self.start, self.end) is not None

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
        return any(sets_each(self.text, self.start, mention) for mention in self.quantities)

    def _in_stage_or_at_rate(self) -> bool:
        """Whether a batch says what of the whole comes first (第一批搞12所), or a rate how much is given (按每人600元的标准发放)."""
        if not self.quantities or self.text[self.start] not in "第首头先前按":
            return False
        if self.text[self.start] == "按":
            return _AT_RATE.fullmatch(self.text, self.start, self.end) is not None
        return _STAGE.fullmatch(self.text, self.start, self.quantities[0].start_char) is not None

    def _closes_with_frequency(self) -> bool:
        """Whether the clause ends in how often (慢病随访每季度一次)."""
        return any(mention.deadline.recurrence and self.end - mention.end_char <= _CLOSE < self.end for mention in self.deadlines[-1:])

    def _verb_describes(self, last: int) -> bool:
        """Whether a verb right before 的 only describes (改造的12个小区), as the first of the clause."""
        return any(cue.end == last and cue.start - self.start <= 1 for cue in self.cues if cue.kinds & VERBS)

    def _modifies(self, verb: Cue) -> bool:
        """Whether a verb at the head opens a modifier that runs up to the noun at the end (涉及喷涂的52家)."""
        last = self.text.rfind("的", verb.end, self.end)
        return last >= 0 and _NOUN_TAIL.fullmatch(self.text, last + 1, self.end) is not None

    def may_only_count(self) -> bool:
        """Whether the clause can be read as a counted noun phrase (空心房一百零八处; 超出期限的88座), which the next one may go on with."""
        text, start, end = self.text, self.start, self.end
        if not self.quantities or self.headed or self._gives_each() or _TASK.match(text, start, end) or _FINISHES.match(text, start, end):
            return False
        if self._is_done() or self._adds_more():
            return False
        if text[start] in "把将向从给用先再不" or FRONTED.match(text, start, end):
            return False
        if text[start + 1 : start + 2] in BRACKETS and BRACKETED.match(text, start, end):
            return False
        if _ONE_EACH.search(text, start, end):
            return True
        if self._is_bounded():
            return False
        described, listed = text.rfind("的", start, end), text.rfind("等", start, end)
        if described < 0 <= listed and starts_with_verb(text, start, end, self.cues, self.verbs):
            return False  # 建设城西、城北两园等5个项目,确保…: what is listed is its object
        last = max(described, listed)
        counted = last >= 0 and _COUNTED_NOUN.fullmatch(text, last + 1, end) is not None
        if counted or self.quantities[0].start_char == start:
            behind = max(last, self.quantities[0].end_char - 1)
            closing = (cue for cue in self.cues if cue.start > behind and cue.end >= end - 1 and cue.end - cue.start > 1)
            return not any(cue.kinds & VERBS & ~DELIVERABLE for cue in closing)
        if METRIC_NOUN.search(text, start, self.quantities[-1].start_char) or text[start : start + 2] in self.verbs:
            return False
        return self._figure_closes() and not any(cue.kinds & VERBS and cue.end - cue.start > 1 for cue in self.cues if cue.start >= start)


def starts_with_verb(text: str, position: int, end: int, cues: tuple[Cue, ...], verbs: frozenset[str]) -> bool:
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
    if text[position + 1 : position + 2] in BRACKETS and BRACKETED.match(text, position, end):
        return True
    return text[position : position + _SHORT] in verbs or (position > opening and _COUNTS.match(text, position, end) is not None)


def adjunct(text: str, position: int, end: int) -> int:
    """Return where another event that tells the time (会后, 搬之前乡镇必须派人) ends, or 0."""
    head = text[position : position + _LONGEST_ADJUNCT]
    found = _ADJUNCT.match(text, position, end) if "前" in head or "后" in head or "散" in head else None
    return found.end() if found else 0


def sets_basis(text: str, start: int, end: int) -> bool:
    """Whether [start, end) says on or during what the next clause acts (在摸清底数的基础上)."""
    if text.endswith(("期间", "过程中"), start, end):
        return True  # 农用地转用报批期间
    return text[end - 1] in "上下中" and _BASIS.search(text, start, end) is not None


def makes_by(text: str, start: int, end: int, cues: tuple[Cue, ...]) -> bool:
    """Whether the way in which it is done is followed by what is made (以代建方式建设冷库)."""
    way = _WAY.match(text, start, end)
    return way is not None and any(cue.start == way.end() and cue.kinds & (DELIVER | DELIVER_WITH) for cue in cues)


def holds_act(text: str, start: int, end: int, several: bool, named: bool) -> bool:
    """Whether a frequency says itself what is done; behind who does it, several do (每周、每月), else one with its act (一天一调度)."""
    if named:
        return several or _ONE_ACT.match(text, start, end) is not None
    return several and _HOLDS_ACT.match(text, start, end) is not None


def sets_each(text: str, start: int, mention: QuantityMention) -> bool:
    """Whether a figure of a clause from `start` on is what each is to have or to do (每户[至少一名]; 保洁岗每个组设[两个])."""
    if text[start] == "每":
        return mention.quantity.comparator == ">=" or _GIVES_EACH.search(text, start, mention.start_char) is not None
    if text[start] == "一" and _ONE_OF_EACH.fullmatch(text, start, mention.start_char):
        return True
    each = text.find("每", start, mention.start_char)
    return each >= 0 and _SETS_EACH.fullmatch(text, each, mention.start_char) is not None


def heads_list(clause: Clause, text: str) -> bool:
    """Whether a clause only opens a list of what is planned (今年的指标初步确定为：)."""
    return clause.closing in ("：", ":") and _LIST_HEAD.search(text, clause.start, clause.end) is not None
