"""Decides whether a clause is a commitment: it points forward, and it can be checked (guide, section 1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from commitments.cues import (
    ACT,
    ADOPT,
    AGENDA,
    BACKGROUND,
    CONDITION,
    DELIVER,
    DELIVER_WITH,
    DELIVERABLE,
    EXPLAIN,
    FORBID,
    LIGHT,
    METRIC,
    PAST,
    SANCTION,
    VAGUE,
    VERB,
    WILL,
    Cue,
    of_kind,
)
from commitments.frames import DATED_NOUN, Frame
from commitments.types import DeadlineMention

Reason = Literal[
    "", "background", "past", "condition", "sanction", "agenda", "explanation", "permission",
    "vague", "no-predicate", "not-checkable", "not-forward", "exhortation",
]  # fmt: skip

PLANS = 3.0
"""Mood from which a bare predicate counts as a target; below REPORTS even an aim counts as a result."""
REPORTS = -3.0

_BARE = frozenset(
    f"deadline.{name}"
    for name in ("whole_year", "half_bare", "quarter_bare", "named_month_bare", "month_bare", "end_of_year_bare", "coming_bare")
)
_YEARLY = ("deadline.year", "deadline.whole_year")
_GOVERNING = DELIVER | DELIVER_WITH | ADOPT | ACT | VERB | METRIC
_GENERIC = re.compile(
    r"(?:出台)?(?:一系列|系列|相关|有关|更多|各类|优惠|发展战略|政策措施)"
    r"|(?:好|了)?(?:各项|全年|年度|既定|目标|规定|上级|今年)?(?:目标)?任务"
)
_NAMED_MECHANISM = re.compile(r"[“\"][^”\"]{2,20}[”\"]|[\u4e00-\u9fff]{2,8}制(?!度|定|造|约|作|品)")
NAMED_IMPROVED = re.compile(
    r"(?:健全|完善|创新|推行)[^，,；;。“\"]{0,6}[“\"][^”\"]{2,20}[”\"]的?[\u4e00-\u9fff]{0,8}(?:机制|制度|体系|办法|模式)"
)
"""An improvement of a mechanism that has a name counts like its adoption (健全“首问负责”机制)."""
_ATTITUDE = re.compile(
    "作为|当作|当成|放在|摆在|摆上|挺在|扛在|抓在手|记在|刻在|落到|落实到|抓好|做好|抓实|做实|做细|压实|贯穿|融入|体现|统一到|转化为|变成"
    "|责任|思想|精神|作风|心思|精力|劲头|弦|关口|底线|工作做|文章|力量|干劲|短板"
)
_STATES = re.compile("(?:[^没]有|是|剩|住着|全长|[^高]达到了|占|共)$")
_SETS_UP = re.compile("(?:由[^，,]{2,12})?(?:成立|组建|设立|抽调)")
_COPULA = re.compile(r"(?:20[0-9]{2}\s?年|[今明]年)?是(?![要否])(?!确保|力争|必须)")
_SLOGAN = re.compile("[抓促保强优稳][\u4e00-\u9fff]{1,3}")
"""A run-in heading (抓开工。) names the subject of what follows."""
_EVENT = re.compile(r"(?:正式)?(?:开始|结束|启动|截止|到来|来临)")
_NEGATED = re.compile(r"(?:不能|不要|不可|不许|别|决不|绝不|没有|未能)")
_ACHIEVE = re.compile(r"完成|实现|达到|达标|办结|兑现|交账")


@dataclass(frozen=True, slots=True)
class Context:
    """What the discourse says about a clause: the passage's mood, whether it is headed as a review, what stands before it."""

    mood: float
    review: bool
    forward_before: bool
    reporting: bool
    owned: bool
    led: bool
    verb_first: bool


def definite(frame: Frame, text: str) -> DeadlineMention | None:
    """Return the clause's own deadline, the last-standing one at its head first; vague words are none."""
    own = [
        mention
        for mention in frame.deadlines
        if not mention.vague and (_marked(mention) or _governs(mention, frame, text)) and not _modifies(mention, frame, text)
    ]
    if not own:
        return None
    chosen = next((mention for mention in own if mention is frame.head_deadline), own[0])
    return _with_rhythm(chosen, own)


def _with_rhythm(chosen: DeadlineMention, own: list[DeadlineMention]) -> DeadlineMention:
    """Join a start and a frequency of one clause (12月1日起…每旬调度) into one deadline."""
    deadline = chosen.deadline
    rhythm = next((mention for mention in own if mention.deadline.recurrence), None)
    if rhythm is None or deadline.recurrence or deadline.end or deadline.start is None:
        return chosen
    joined = replace(deadline, recurrence=rhythm.deadline.recurrence, times=rhythm.deadline.times)
    return replace(chosen, deadline=joined)


def _modifies(mention: DeadlineMention, frame: Frame, text: str) -> bool:
    """Whether a date only says which things are meant (2015年以前建成的农田)."""
    if mention is frame.head_deadline and mention.end_char <= frame.action:
        return False
    return DATED_NOUN.match(text, mention.end_char, frame.clause.end) is not None


def _marked(mention: DeadlineMention) -> bool:
    """Whether 前, 内, 底 or a day marks the mention as a deadline by itself."""
    return not (bare_period(mention) or yearly(mention))


def _governs(mention: DeadlineMention, frame: Frame, text: str) -> bool:
    """Whether a bare period is the time of the predicate: at its head, or in what is to be completed."""
    if mention.rule == "deadline.whole_year" and frame.quantities:
        return True
    if text[mention.end_char : mention.end_char + 1] == "的" or text[mention.start_char - 1 : mention.start_char] in "“\"":
        return achieves(frame, text)
    return (mention is frame.head_deadline and mention.end_char <= frame.action) or achieves(frame, text)


def yearly(mention: DeadlineMention | None) -> bool:
    """Whether a deadline is only the year (今年, 全年), which many general sentences name."""
    return mention is not None and mention.rule.startswith(_YEARLY)


def bare_period(mention: DeadlineMention) -> bool:
    """Whether a deadline is a bare period (下半年, 三季度) without 前, 内 or 底; it may as well be an attribute."""
    return mention.rule in _BARE


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
    overdue = own is not None and "deadline-before-speech" in own.warnings and not own.text.endswith(("前", "内"))
    if reports(frame, text) or overdue or (context.reporting and (own is None or bare_period(own))):
        return "past"
    if frame.mask & BACKGROUND or (frame.quantities and _STATES.search(text, frame.action, frame.quantities[0].start_char)):
        return "background"
    if own is not None and not yearly(own) and not bare_period(own) and (context.owned or context.mood >= REPORTS):
        return ""
    if own is not None and (context.forward_before or context.led or frame.owners):
        return ""
    if frame.owners and disposes(frame, text):
        return ""
    if context.owned and (context.mood >= REPORTS or (own is not None and own.deadline.recurrence)):
        return ""
    if context.forward_before:
        return ""
    if frame.mask & FORBID or (context.mood >= REPORTS and _SETS_UP.match(text, frame.action)):
        return ""
    plans = context.mood >= PLANS or (context.mood == 0 and context.verb_first)
    return "" if plans else "not-forward"


def _blocked(frame: Frame, own: DeadlineMention | None, closing: bool, text: str) -> Reason:
    first = frame.clause.start
    if frame.mask & CONDITION and any(cue.start - first <= 2 for cue in of_kind(frame.cues, CONDITION)):
        return "condition"
    if frame.mask & AGENDA and not any(not d.vague for d in frame.deadlines):
        return "agenda"
    if frame.mask & SANCTION and own is None:
        return "sanction"
    if frame.mask & EXPLAIN and any(cue.start - first <= 3 for cue in of_kind(frame.cues, EXPLAIN)):
        return "explanation"
    if frame.mask & EXPLAIN and frame.modal is None:
        return "explanation"
    if closing and (own is None or yearly(own)) and not frame.quantities:
        return "exhortation"
    if _COPULA.match(text, frame.action, frame.clause.end):
        return "explanation"  # 今年是建校百年: a definition
    if text[frame.action] == "为" and not any(cue.kinds & _GOVERNING for cue in frame.cues if cue.start > frame.action):
        return "explanation"  # 9月1日至12月10日为“攻坚期”: a definition
    if _EVENT.fullmatch(text, frame.action, frame.clause.end):
        return "explanation"
    if frame.modal is None and own is None and not frame.owners and _SLOGAN.fullmatch(text, frame.clause.start, frame.clause.end):
        return "exhortation"
    if _NEGATED.search(text, frame.action, min(frame.action + 6, frame.clause.end)) and not frame.quantities:
        return "exhortation"
    return ""


def reports(frame: Frame, text: str) -> bool:
    """Whether a mark of the past or of the present state governs the clause; inside a modifier (去年签约的项目) it does not."""
    if not frame.mask & (PAST | BACKGROUND):
        return False
    fronted = frame.role == "topic" or text[frame.action : frame.action + 1] in "对把将"
    for cue in of_kind(frame.cues, PAST | BACKGROUND):
        aspect = cue.kinds & PAST and text[cue.start] in "已了曾业"
        stop = text.find("的", cue.end, min(cue.end + (14 if fronted or not aspect else 8), frame.clause.end))
        if stop < 0 or any(cue.end <= other.start < stop for other in of_kind(frame.cues, METRIC)):
            return True
    return False


def measured(frame: Frame, text: str) -> bool:
    """Whether the clause itself names a figure (Q) or a definite deadline (D)."""
    return bool(frame.quantities) or definite(frame, text) is not None


def deliverable(frame: Frame, text: str, *, named_owner: bool) -> bool:
    """Whether the clause names a deliverable, or a concrete act of a named owner (criterion N)."""
    edge = frame.action
    if text[edge : edge + 1] in "对把将":  # the verb stands behind the fronted object and its modifiers
        edge = max(edge, text.rfind("的", edge, frame.clause.end))
    after = tuple(cue for cue in frame.cues if cue.start >= edge)
    if (named_owner and disposes(frame, text)) or NAMED_IMPROVED.search(text, edge, frame.clause.end):
        return True
    governing = _governing(after)
    if governing is None or text[governing.start : governing.end] in ("加快", "抓紧"):
        return named_owner and _hastens(frame, after)
    if governing.kinds & DELIVER:
        return _GENERIC.match(text, governing.end, frame.clause.end) is None
    if governing.kinds & ADOPT and _NAMED_MECHANISM.search(text, governing.end, frame.clause.end):
        return True
    if governing.kinds & DELIVER_WITH and any(cue.start >= governing.end for cue in of_kind(after, DELIVERABLE)):
        return True
    return named_owner and bool(governing.kinds & ACT)


def disposes(frame: Frame, text: str) -> bool:
    """Whether the clause does something to a named object (把旧房拆除), other than an attitude (把责任扛在肩上)."""
    start, end = frame.action, frame.clause.end
    return text[start : start + 1] == "把" and end - start > 5 and _ATTITUDE.search(text, start, end) is None


def _hastens(frame: Frame, after: tuple[Cue, ...]) -> bool:
    """Whether a named owner has to speed up a concrete act (加快农贸市场立项)."""
    if not after or frame.modal is None:
        return False
    last = after[-1]
    return bool(last.kinds & (ACT | DELIVER | DELIVER_WITH | DELIVERABLE)) and last.end >= frame.clause.end - 2


def governing_act(frame: Frame) -> bool:
    """Whether the verb that counts is a concrete act or the adoption of something."""
    governing = _governing(tuple(cue for cue in frame.cues if cue.start >= frame.action))
    return governing is not None and bool(governing.kinds & (ADOPT | ACT))


def _governing(cues: tuple[Cue, ...]) -> Cue | None:
    """The verb that counts: the first one that is no mere improvement; of a chain (研究出台) the strongest link."""
    for index, cue in enumerate(cues):
        if cue.kinds & VAGUE:
            return None
        if cue.kinds & LIGHT:
            continue
        if cue.kinds & _GOVERNING and not cue.kinds & DELIVERABLE:
            following = cues[index + 1] if index + 1 < len(cues) else None
            chained = following is not None and following.start == cue.end and following.kinds & (DELIVER | DELIVER_WITH)
            return following if chained and not cue.kinds & (DELIVER | DELIVER_WITH) else cue
    return None


def only_vague(frame: Frame) -> bool:
    """Whether the clause's verb is an improvement without a measure (加强、优化、完善)."""
    after = [cue for cue in frame.cues if cue.start >= frame.action]
    head = next((cue for cue in after if cue.kinds & (DELIVER | DELIVER_WITH | ACT | VERB | METRIC | VAGUE)), None)
    return head is None or bool(head.kinds & VAGUE)


def achieves(frame: Frame, text: str) -> bool:
    """Whether the clause completes something (完成全年任务)."""
    return bool(_ACHIEVE.search(text, frame.action, frame.clause.end))
