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
from commitments.deliverables import disposes
from commitments.frame import Frame
from commitments.gated import Headed
from commitments.kept import compiled
from commitments.owndates import bare_period, spans_years, yearly
from commitments.predicates import BRACKETED, BRACKETS, EACH, METRIC_NOUN, VERBS, sets_each
from commitments.types import DeadlineMention

Reason = Literal[
    "", "background", "past", "condition", "sanction", "agenda", "explanation", "permission",
    "vague", "no-predicate", "not-checkable", "not-forward", "exhortation",
]  # fmt: skip

PLANS: Final = 3.0
"""Mood from which a bare predicate counts as a target; below REPORTS even an aim counts as a result."""
REPORTS: Final = -3.0

_AGE: Final = compiled("[^，,]{0,24}(?:的[^，,]{2,8}|(?:开局|任务|目标|思路|要求|方向|蓝图|形势|环境|要点))")
_GOVERNING: Final = DELIVER | DELIVER_WITH | ADOPT | ACT | VERB | METRIC
_STATES: Final = compiled("(?:[^没]有|是|剩|(?<![刚方人])才|[管住养挂摆堆停存欠压]着|(?<![补短])缺|全长|[^高]达到了|占|共)$")
_EACH_HAS: Final = compiled("每[^，,]{1,10}(?:至少|最少|[要须应])[^，,]{0,3}有$")
"""What each is to have (每个乡镇至少要有1所), no state."""
_SEEN: Final = compiled("(?:(?:清醒|深刻|充分|辩证)地?)?(?:看|认识|承认|明白|知道|懂|相信|[一-龥]{0,2}项目|[一-龥]{0,2}項目|钱|錢)")
_SHARE_OF: Final = compiled(
    "占(?:到)?(?![比地用补道线有领优据])(?:(?![达超比提突不升])[^，,]){2,14}[0-9０-９.一二两三四五六七八九]{1,5}(?:[%％]|成)$"
)
"""The figure before said again as a share (完成投资2亿元,占全年计划的55%)."""
_NO_THING: Final = compiled("[他她它我你但不又也却]")
"""What opens a clause in which 要 is not said of a thing (但也要看到, 他不急着要项目)."""
_FURTHER: Final = compiled("再(?!次|度|有|是|获|添)[一-龥]{1,3}$")
_SETS_UP: Final = compiled("(?:由[^，,]{2,12})?(?:成立|组建|设立|抽调)")
_COPULA: Final = compiled(r"(?:20[0-9]{2}\s?年|[今明]年)?是(?![要否])(?!确保|力争|必须)")
_DEFINES: Final = compiled(r"为[^，,]{0,12}(?:阶段|期|月|周|年|日)[”\"]?期?")
_IS: Final = compiled(r"[^，,]{2,20}?(?:都|就|也|还|正)?是(?![否要])")
_FAILS: Final = compiled(
    r"(?:不[^，,得能要许准]{1,6}|未[^，,]{1,8}|没有?[^，,]{1,8}|低于[^，,]{1,6}|连续[^，,]{1,8}|逾期|[^，,]{0,4}次[^，,]{1,8})的(?:[^，,的]{0,4})"
    r"(?:换人|取消|收回|扣减|补考|约谈|问责|停业|退出|报废|说明|整改|叫停|清出|追责|摘牌|不得|说清楚|作检讨|降级|报[^，,]{1,12}(?:裁定|裁决|决定|定夺|研究))"
)
"""What happens to those who fail (考核不合格的取消补贴) is a sanction."""
_NAMES_MEANS: Final = compiled(
    "(?:围绕|按照?|对照|结合|根据|聚焦|立足|以)[^，,]*(?:方向|目标|要求|原则|标准|思路|重点|契机|抓手|主线|导向)$"
)
_AROUND: Final = compiled("(?:紧紧|牢牢|重点)?(?:围绕|聚焦|瞄准|紧扣|立足|抓住|依托|坚持)")
"""What a clause is about that only leads to the next one (聚焦6个园区,…); 坚持 and 依托 may carry a making of their own."""
_EFFECT: Final = Headed(r"(?:建成|投产|达产|完工|开通|投用|运营)(?:以?后|之后)")
_IMMINENT: Final = compiled(r"(?:再过|还有|马上|眼看|快)[^，,]{0,12}就?要|(?:就|都|快|也)?要(?!把|将)[^，,把]{1,16}了$")
_SLOGAN: Final = compiled("(?:[^，,]{1,6}的)?[抓促保强优稳][\u4e00-\u9fff]{1,3}")
"""A run-in heading (抓开工。) names the subject of what follows."""
_EVENT: Final = compiled(r"(?:到[^，,]{2,12})?(?:正式)?(?:开始|结束|启动|截止|到来|来临|为止)")
_OPENS_SHAPE: Final = frozenset("2今明是为正开结启截到来")
"""What a copula, a definition or an event begins with; few clauses do."""
_PLANS: Final = frozenset(("计划", "拟"))
_SO_FAR: Final = compiled("(?:截至|截止|目前|到目前|眼下|现在)[^，,要须]{0,24}?(?:完成|通过|开工|到位|只有|仅|才|达到|建成)")
_DEALS_WITH: Final = compiled("把[^，,]{1,24}[一-龥]了$")
_NEEDS: Final = compiled(
    "需要[一-龥]{0,8}(?:[^人]员|人员|人手|工人|劳力|资金|经费|投资|用地|土地|指标)(?:大?约|近)?(?=[0-9０-９一二两三四五六七八九十百千万])"
)
"""How much is needed is told, not ordered (全市需要普查员3000名)."""
_FAILING: Final = compiled(
    "(?:对|凡是?|如果?)[^，,；;。]{0,20}?(?:[仍尚还]?[未不没][^，,；;。]{1,12}|逾期[^，,；;。]{0,8})的[^，,；;。0-9]{0,8}$"
    "|(?:到期|到时候?|届时|期满|过期|限期内)[^，,；;。]{0,12}?[仍还]?[未不没][^，,；;。]{1,8}的$"
    "|(?:谁|哪[家个级里])?(?:一经|一旦)?(?:查出|查到|查实|[拖捱]到|继续|仍然|还在|再有)[^，,；;。]{2,16}的$"
)
"""Those who have not done it by then; what follows is what happens to them."""
_RAISED: Final = compiled("(?:标准|金额|资金|金)?(?:[由从][^，,；;。]{1,12}[到至]|提高|提到|涨到|增加)")
"""Behind a reward that is raised."""
_CLOSE: Final = 3
_LONGEST_NAME: Final = 8
_MAKES_MORE: Final = compiled("[再另新多各续][建修办种植栽造购买添增招引培装铺清拆治育]")
"""An adverb and a short verb of making right before a figure (再建5万亩农田)."""
_MODIFIER: Final = 14
"""Characters within which what modifies a noun comes to its 的."""
_SUMS: Final = frozenset(("合计", "共", "总共", "共有"))
_ATTRIBUTES: Final = frozenset(("总投资", "总建筑面积"))
_NEGATED: Final = compiled(r"(?:不能|不会|不要|不可|不许|(?<![分特个级类区性识辨告])别(?![墅])|决不|绝不|没有|未能)")
_DESCRIBES: Final = compiled("[余多](?:万|亿)?[\u4e00-\u9fff]{1,3}$")
"""About so many (7800余人): how many there are, not how many there are to be."""
_AT_LEAST: Final = compiled("[^，,了]{0,6}?不(?:得)?(?:少于|低于)")
_AIMED: Final = compiled("(?:要|须|力争|确保)|不(?:得|能)?(?:低于|少于|超过)|达到|控制在")
_BOUND: Final = compiled("不(?P<ordered>得|能|准|可)?(?:少于|低于|高于|超过|突破|大于|小于)")


class Context:
    """What the discourse says about a clause: the passage's mood, whether it is headed as a review or as a plan, what stands before it."""

    __slots__ = ("directed", "forward_before", "led", "mood", "owned", "planned", "reporting", "review", "verb_first")

    def __init__(
        self,
        *,
        mood: float,
        review: bool,
        planned: bool,
        directed: bool,
        forward_before: bool,
        reporting: bool,
        owned: bool,
        led: bool,
        verb_first: bool,
    ) -> None:
        self.mood = mood
        self.review = review
        self.planned = planned
        self.directed = directed
        self.forward_before = forward_before
        self.reporting = reporting
        self.owned = owned
        self.led = led
        self.verb_first = verb_first


def forward(frame: Frame, own: DeadlineMention | None, closing: bool, weigh: Callable[[], Context], text: str) -> Reason:
    """Return "" where the clause directs or promises, else the reason why not.

    Args:
        frame: the clause.
        own: its deadline, at its head or fronted.
        closing: whether it stands in the closing paragraph.
        weigh: returns what the discourse says; asked only where the clause does not speak for itself.
        text: the text that offsets count in.
    """
    blocked = _blocked(frame, own, closing, text)
    if blocked:
        return blocked
    unnamed = not frame.owners and not frame.collective
    if frame.modal is not None and own is None and frame.quantities and _NEEDS.match(text, frame.modal.start):
        return "background"
    if unnamed and own is None and frame.modal is not None and _only_has_to(frame, weigh(), text):
        return "explanation"
    if frame.modal is None:
        return _bare(frame, own, weigh(), text)
    if frame.modal.modality != "aim":
        return ""
    context = weigh()
    aims_in_review = (context.review and (own is None or yearly(own))) or (context.mood < REPORTS and not context.forward_before)
    return "past" if aims_in_review or reports(frame, text) else ""


def _bare(frame: Frame, own: DeadlineMention | None, context: Context, text: str) -> Reason:
    """Judge a clause without a modal by its dates, its owner and the passage around it."""
    if own is not None and frame.mask & WILL and not frame.mask & PAST:
        return ""  # a dated forecast counts wherever it stands
    if context.review:
        return "past"
    if frame.quantities and (_sets_bound(frame, context, text) or _adds(frame, context, text)):
        return ""
    overdue = own is not None and "deadline-before-speech" in own.warnings and not own.text.endswith(("前", "内"))
    overdue = overdue and own is not None and not own.deadline.recurrence  # since then each month
    if reports(frame, text) or overdue or (context.reporting and (own is None or bare_period(own))):
        return "past"
    if own is None and text.startswith("累计", frame.action) and not (context.planned or context.forward_before):
        return "past"
    if _states(frame, text) or (frame.quantities and _has(frame, text)):
        return "background"
    if frame.quantities and frame.countable and _DESCRIBES.search(frame.quantities[-1].text) and not context.forward_before:
        return "background"  # 今年毕业生7800余人
    untold = own is None or (bool(own.deadline.recurrence) and not context.led)
    spoken_for = context.owned or context.forward_before or context.planned
    if untold and not spoken_for and not _of_the_genre(frame, text):
        # 夺走了11条生命: what happened is told in any verb, what has to be done in those of the genre
        return "background" if frame.quantities else "not-forward"
    if own is not None and not yearly(own) and not bare_period(own) and (context.owned or context.mood >= REPORTS):
        return ""
    if own is not None and (context.forward_before or context.led or frame.owners):
        return ""
    if frame.countable and own is None and not context.forward_before and context.mood < PLANS:
        return "background"  # 积存的渗滤液11万吨: what there is
    if frame.owners and (frame.partners or disposes(frame, text)):
        return ""
    if context.owned and (context.mood >= REPORTS or (own is not None and own.deadline.recurrence)):
        return ""
    if context.forward_before:
        return ""
    if context.mood >= 0 and any(sets_each(text, frame.clause.start, mention) for mention in frame.quantities):
        return ""  # 每名县领导联系2个村
    if frame.mask & FORBID or (context.mood >= REPORTS and _SETS_UP.match(text, frame.action)):
        return ""
    if context.directed and context.mood >= 0 and (frame.quantities or context.verb_first):
        return ""
    plans = context.mood >= PLANS or (context.mood >= 0 and context.verb_first)
    return "" if plans else "not-forward"


def _sets_bound(frame: Frame, context: Context, text: str) -> bool:
    """Whether a bound orders (下一轮不得少于8项), or sets a target where nothing is told (累计不少于30件)."""
    bound = _BOUND.search(text, frame.action, frame.quantities[0].end_char) if frame.mask & (FORBID | METRIC) else None
    return bound is not None and (bound["ordered"] is not None or (context.mood >= 0 and not context.reporting))


def _adds(frame: Frame, context: Context, text: str) -> bool:
    """Whether 再 puts a further figure on top, where nothing is told (审批事项再取消20项)."""
    return context.mood >= 0 and not context.reporting and _FURTHER.search(text, frame.action, frame.quantities[0].start_char) is not None


def _has(frame: Frame, text: str) -> bool:
    """Whether a figure only says how many there are; not what each is to have (每个乡镇至少要有1所)."""
    figure = frame.quantities[0].start_char
    return _STATES.search(text, frame.action, figure) is not None and _EACH_HAS.search(text, frame.clause.start, figure) is None


def _blocked(frame: Frame, own: DeadlineMention | None, closing: bool, text: str) -> Reason:
    first = frame.clause.start
    if frame.mask & CONDITION and any(cue.start - first <= 2 for cue in of_kind(frame.cues, CONDITION)):
        orders = text[first] == "凡" and own is not None and (frame.modal is not None or text.find("一律", first, frame.clause.end) > 0)
        if not orders:  # 凡超过半年的欠款一律在月底前结清: the order stands in the clause itself
            return "condition"
    if frame.clause.closing in ("？", "?"):
        return "explanation"  # 这样的通过率有什么用？
    if frame.mask & AGENDA and (_opens_with(frame, AGENDA) or not any(not d.vague for d in frame.deadlines)):
        return "agenda"
    undated = own is None or (own.deadline.end is None and not own.deadline.recurrence)
    if frame.mask & SANCTION and undated and not _names_sanction(frame, text):
        return "sanction"
    if frame.mask & EXPLAIN and any(cue.start - first <= 3 for cue in of_kind(frame.cues, EXPLAIN)):
        return "explanation"
    if frame.mask & EXPLAIN and frame.modal is None:
        return "explanation"
    if closing and (own is None or yearly(own)) and not frame.quantities:
        return "exhortation"
    return _shape_against(frame, own, text)


def _shape_against(frame: Frame, own: DeadlineMention | None, text: str) -> Reason:
    """Judge by the shape of the clause: what defines, tells a state, names a means, or says what happens to those who fail."""
    start, end = frame.action, frame.clause.end
    bare = frame.modal is None and own is None
    first = frame.clause.start
    copula = frame.modal is None and text[first] == "是" and text[first + 1 : first + 2] not in "否要"
    due = own is not None and own is frame.head_deadline and own.text.endswith(("前", "内", "底"))
    if (text[end - 1] == "是" and not frame.mask & TARGETS) or copula:
        return "explanation"  # “十五五”时期的指导思想是:…
    if text[start] in _OPENS_SHAPE and (
        _COPULA.match(text, start, end) or _DEFINES.fullmatch(text, start, end) or (not due and _EVENT.fullmatch(text, start, end))
    ):
        return "explanation"  # 今年是建校百年; 9月1日至10月20日为整治阶段
    if _EFFECT.match(text, start, end) or (frame.modal is not None and _IMMINENT.search(text, frame.clause.start, end)):
        return "explanation"
    told = frame.modal is None and (own is None or own is not frame.head_deadline or bool(own.deadline.recurrence))
    is_stated = told and not frame.mask & TARGETS and text.find("是", frame.clause.start, end) > 0
    if is_stated and _IS.match(text, frame.clause.start, end):
        return "explanation"  # 剩下的45件都是老大难
    if frame.modal is None and text[first] == "占" and _SHARE_OF.match(text, first, end):
        return "explanation"
    if own is not None and frame.modal is None and not frame.quantities and spans_years(own) and _AGE.fullmatch(text, start, end):
        return "explanation"
    if text[start] == "为" and not frame.quantities and not any(cue.kinds & _GOVERNING for cue in frame.cues if cue.start > start):
        return "explanation"
    if own is None and frame.mask & MEANS and _NAMES_MEANS.match(text, start, end):
        return "explanation"
    if frame.modal is None and (own is None or yearly(own)) and frame.clause.closing in ("，", ",") and _leads_on(frame, text):
        return "explanation"
    described = text.find("的", frame.clause.start, end) >= 0
    if described and (own is None or own is not frame.head_deadline) and _FAILS.search(text, frame.clause.start, end):
        return "sanction"
    if bare and not frame.owners and _SLOGAN.fullmatch(text, frame.clause.start, end):
        return "exhortation"
    return "exhortation" if _NEGATED.search(text, start, min(start + 6, end)) and not frame.quantities else ""


def _leads_on(frame: Frame, text: str) -> bool:
    """Whether a clause only says around what the next one acts, and makes or measures nothing itself."""
    if any(mention.quantity.kind == "ratio" for mention in frame.quantities):
        return False  # 坚持新增财力70%用于教育
    around = _AROUND.match(text, frame.action, frame.clause.end)
    if around is not None and text[around.end() - 2 : around.end()] in ("围绕", "瞄准", "紧扣"):
        return True
    return around is not None and not any(cue.kinds & (DELIVER | DELIVER_WITH | METRIC) for cue in frame.cues if cue.start >= around.end())


def _opens_with(frame: Frame, kinds: int) -> bool:
    """Whether a cue of the kinds opens the action."""
    return any(cue.start == frame.action for cue in of_kind(frame.cues, kinds))


def _names_sanction(frame: Frame, text: str) -> bool:
    """Whether a word of reward or punishment only names what is made or paid (出台举报奖励办法; 举报奖励由500元提到3000元)."""
    if frame.quantities and all(_RAISED.match(text, cue.end) for cue in of_kind(frame.cues, SANCTION)):
        return True
    making = next((cue.start for cue in of_kind(frame.cues, DELIVER | DELIVER_WITH) if cue.start >= frame.action), None)
    return making is not None and all(cue.start > making for cue in of_kind(frame.cues, SANCTION))


def _of_the_genre(frame: Frame, text: str) -> bool:
    """Whether a verb of the lexicon, a measure or a word of coverage governs the clause, or a frequency closes it (家访每季度一次)."""
    if any(mention.deadline.recurrence and frame.clause.end - mention.end_char <= _CLOSE for mention in frame.deadlines):
        return True
    if any(mention.quantity.kind == "coverage" for mention in frame.quantities) or frame.mask & (FORBID | METRIC):
        return True
    if any(sets_each(text, frame.clause.start, mention) for mention in frame.quantities):
        return True
    if any(cue.kinds & VERBS and cue.end - cue.start > 1 for cue in frame.cues if cue.start >= frame.action):
        return True
    if text[frame.action + 1 : frame.action + 2] in BRACKETS and BRACKETED.match(text, frame.action):
        return True
    figure = frame.quantities[0].start_char if frame.quantities else frame.clause.end
    if frame.quantities and _MAKES_MORE.fullmatch(text, frame.action, figure):
        return True
    return METRIC_NOUN.search(text, frame.clause.start, figure) is not None


def _states(frame: Frame, text: str) -> bool:
    """Whether a word of the present state governs; one that only describes (涉及的坟墓, 现在的11吨), or a sum that is ordered, does not."""
    if not frame.mask & BACKGROUND:
        return False
    for cue in of_kind(frame.cues, BACKGROUND):
        word = text[cue.start : cue.end]
        if text.startswith("的", cue.end) or (word in _SUMS and frame.mask & METRIC):
            continue
        if _in_name(cue, frame) or _in_modifier(cue, frame, text) or _is_ordered(cue, frame, text):
            continue
        return True
    return False


def _in_name(cue: Cue, frame: Frame) -> bool:
    """Whether a word stands in the short name of who acts, and so tells nothing ([立案]庭)."""
    return any(owner.start_char <= cue.start < owner.end_char <= owner.start_char + _LONGEST_NAME for owner in frame.owners)


def _in_modifier(cue: Cue, frame: Frame, text: str) -> bool:
    """Whether a failing stands in what describes the things that are counted behind it (清退资质[不达标]、管理不到位的单位10家)."""
    behind = text.find("的", cue.end, cue.end + _MODIFIER)
    return behind >= 0 and text[cue.start] == "不" and any(mention.start_char > behind for mention in frame.quantities)


def _is_ordered(cue: Cue, frame: Frame, text: str) -> bool:
    """Whether an attribute belongs to what is ordered (引进项目20个、[总投资]9亿元), or is ordered itself ([总投资]不低于9亿元)."""
    if _AT_LEAST.match(text, cue.end, frame.clause.end) or text.endswith(("至少", "最少", "再"), frame.clause.start, cue.start):
        return True  # 年内立案检查不少于80起, 春节前至少立案15起
    return text[cue.start : cue.end] in _ATTRIBUTES and (cue.start > frame.action or _AIMED.match(text, cue.end) is not None)


def _only_has_to(frame: Frame, context: Context, text: str) -> bool:
    """Whether 要 tells what somebody cannot help (一张单子要转七个人的手) or what comes soon (就要走进校园)."""
    modal = frame.modal
    if modal is None or modal.modality != "shall" or context.owned or context.forward_before or (frame.measures and frame.quantities):
        return False
    if any(mention.quantity.kind == "ratio" for mention in frame.quantities):
        return False  # 危险水域要100%设警示牌
    if EACH.search(text, modal.end, frame.clause.end):
        return False  # 19座水库要一律空库运行
    return text[modal.start : modal.end] == "就要" or not _of_the_genre(frame, text)


def reports(frame: Frame, text: str) -> bool:
    """Whether a mark of the past or of the present state governs the clause; inside a modifier (去年签约的项目) it does not."""
    if not frame.mask & (PAST | BACKGROUND):
        return False
    fronted = frame.role == "topic" or text[frame.action : frame.action + 1] in "对把将"
    for cue in of_kind(frame.cues, PAST | BACKGROUND):
        if _in_name(cue, frame) or _is_to_be_done(cue, frame, text):
            continue
        if text[cue.start] in "上去" and any(verb.end == cue.start for verb in of_kind(frame.cues, _GOVERNING)):
            continue  # 通报上周进度: behind the verb a time says of which the object is
        done = text[cue.start] == "了" and text[cue.start - 1] in "完好"
        if done and any(verb.start == cue.end for verb in of_kind(frame.cues, _GOVERNING)):
            continue  # 看完了交一份体会: what comes before the act
        if _is_ordered(cue, frame, text):
            continue
        aspect = cue.kinds & PAST and text[cue.start] in "已了曾业"
        stop = text.find("的", cue.end, min(cue.end + (14 if fronted or not aspect else 8), frame.clause.end))
        if stop < 0 or any(cue.end <= other.start < stop for other in of_kind(frame.cues, METRIC)):
            return True
    return False


def _is_to_be_done(cue: Cue, frame: Frame, text: str) -> bool:
    """Whether 了 at the end only says that a thing is to be dealt with, as is ordered or by its date (要把户主会开了; 三天内把会开了)."""
    if cue.end < frame.clause.end or text[cue.start] != "了":
        return False
    due = bool(frame.deadlines) and all(
        not mention.vague and "deadline-before-speech" not in mention.warnings for mention in frame.deadlines
    )
    return (due or frame.modal is not None) and _DEALS_WITH.search(text, frame.clause.start, cue.end) is not None


def tells_progress(frame: Frame, upcoming: Clause, text: str) -> bool:
    """Whether a plan is only told to say in the next clause how far it has come (今年计划投资22亿元,截至9月底完成13亿元)."""
    modal = frame.modal
    plans = modal is not None and text[modal.start : modal.end] in _PLANS and not frame.owners and bool(frame.quantities)
    orders = text.find("要", upcoming.start, upcoming.end) >= 0
    return plans and not orders and _SO_FAR.match(text, upcoming.start, upcoming.end) is not None


def describes_duty(frame: Frame, text: str) -> bool:
    """Whether a clause that nothing checks says what a thing has to be like (公厕要做到全天开放); how much of it may follow."""
    modal, matter = frame.modal, frame.matter
    if modal is None or matter is None or modal.modality not in ("must", "shall"):
        return False
    return _SEEN.match(text, modal.end) is None and _NO_THING.match(text, matter[0]) is None


def fails(text: str, clause: Clause) -> bool:
    """Whether a clause only names those who have not done it by then (到期装不上的)."""
    return _FAILING.match(text, clause.start, clause.end) is not None
