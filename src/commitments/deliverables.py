"""Decides whether a clause without figure and date names something that can be ticked off (criterion N of the guide).

The verb that governs the clause decides: it makes, issues, opens or hands over something, or it is a concrete act of a
body that is named. A verb of improvement decides against it, whatever stands in its object.
"""

from __future__ import annotations

from typing import Final

from commitments.cues import (
    ACT,
    ADOPT,
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
from commitments.frame import Frame
from commitments.gated import Headed
from commitments.kept import compiled

_VERBAL: Final = DELIVER | DELIVER_WITH | ADOPT | ACT | VERB | METRIC | VAGUE | LIGHT
_HASTEN: Final = frozenset(("加快", "抓紧"))
_PREPOSITION: Final = Headed(r"[与同跟和为给向在从就以按用对把将](?![\u4e00-\u9fff]?[，,])|针对|通过|围绕|根据")
_MODIFIES: Final = compiled(r"[^，,]{0,3}的")
"""A verb so close before 的 only describes a noun of the prepositional phrase (对已摘牌未开工的地块进行会诊)."""
_MODIFIED: Final = compiled("的(?!$)")
"""Behind a verb: it describes what stands behind it (承担的扩建工程)."""
_STATE: Final = compiled(
    "有(?!序|效)|没有|无|哪|[^，,]{0,6}早一天|该[^，,]{1,4}的|(?P<act>[^，,]{2,4})的(?P=act)"
    "|[^，,、]{1,4}一(?P<each>[个起件批户处])、[^，,、]{1,4}一(?P=each)"
    "|[^，,]{0,2}以[^，,]{2,30}为(?:契机|抓手|重点|突破口|目标|牵引|主线|引领|载体|核心|导向|依托|支撑|基础)"
)
_CANNOT: Final = compiled("不[了到成好]|[要得](?![求以知])|[^，,]{0,8}不了")
"""Behind a verb: whether or how it can be done (兑现不了、签约要快)."""
_MAKES: Final = compiled("(?<![扩新改续重])[开办建挂设立搭架修编发贴印列](?:个|一个|一批|起|好|上|出)?[^，,的]{0,6}$")
_LONGEST_MODIFIER: Final = 10
_ABOUT: Final = compiled("结果|情况|进度|进展|数据|信息|结论|成绩|问题|工作")
"""Nouns that a verb before them only describes (督查结果向社会公开)."""
_WHOEVER: Final = compiled("(?:其|有关|相关)?(?:主要|分管)?(?:负责人|负责同志|领导)?$")
_GENERIC: Final = compiled(
    r"(?:出台)?(?:一系列|系列|相关|有关|更多|各类|优惠|发展战略|政策措施)"
    r"|(?:好|了)?(?:各项|全年|年度|既定|目标|规定|上级|今年)?(?:目标)?任务"
)
_IMPROVING: Final = frozenset(("完善", "健全", "优化", "深化", "规范", "建立健全", "巩固"))
"""Behind a verb of making (建立完善) these make it an improvement; 引导 or 促进 there belong to its object."""
_CAUSES: Final = frozenset(("推动", "推进", "促成", "督促", "指导"))
_ISSUES: Final = compiled("(?:推动|推进|促成|加快)(?:制定|修订|出台|颁布|发布|印发)[^，,；;。]{0,12}[《“]")
"""推动出台《养犬管理条例》: a paper that has a title is to be issued, whoever does it."""
_SOME: Final = compiled(r"(?:[改扩]建|改造|提升)?(?:一批|若干|更多|一大批)(?![^，,]{0,30}[“\"《])")
_CAMPAIGN: Final = compiled(r"(?:行动|活动|工作|运动|工程|创建)$")
_NAMED_MECHANISM: Final = compiled(
    r"[“\"「][^”\"」]{2,20}(?:[制法][”\"」]|[”\"」](?!$))"
    r"|[\u4e00-\u9fff]{2,8}(?<!责任|负责|问责)制(?!度|定|造|约|作|品)"
)
NAMED_IMPROVED: Final = compiled(
    r"(?:健全|完善|创新|推行|推广|实行)[^，,；;。“\"「]{0,10}[“\"「](?![一二三四五六七八九十两]{1,2}[项个大])[^”\"」]{2,16}(?:机制|制度|模式|工作法)[”\"」]"
    r"|(?:健全|完善|创新|推行|推广)[^，,；;。“\"「]{0,6}[“\"「][^”\"」]{2,20}[”\"」](?:[的、和]?[“\"「][^”\"」]{2,20}[”\"」]){0,3}的?[\u4e00-\u9fff]{0,14}?(?:机制|制度|体系|办法|模式|方案|改革)"
)
"""An improvement of a mechanism that has a name counts like its adoption (健全“首问负责”机制)."""
_QUOTED: Final = compiled(r"[“\"《「][^”\"》」]{2,30}[”\"》」]")
_ATTITUDE: Final = compiled(
    "作为|当作|当成|放在|花在|用在|讲到|说到|传到|算给|写进|请到|搬进|挂起钩|想好|[抓管]严|把(?:服务|政策|温暖|关怀)送"
    "|([\u4e00-\u9fff])一\\1$|摆在|摆上|挺在|扛在|抓在手|记在|刻在|落到|落实到|抓好|做好|抓实|做实|做细|压实|贯穿|融入|体现|统一到|转化为|变成"
    "|[^获取使]得|(?<![挂建装配立画])起来|得起|搞|拢|给足|到位|分解|办好|抓[在成好实紧细]|想在|晒在|多对准|守得?住|讲[透清]|说清|写清|啃|提前|捋|盘一盘|摆到"
    "|信念|规矩|责任|思想|精神|作风|心思|精力|劲头|弦|关口|底线|工作做|文章|力量|干劲|短板"
)
_IN_RESPECT: Final = compiled("在[^，,；;。]{2,40}?(?<!以)(?:(?<!基础)上(?![年届])|方面)(?=[\u4e00-\u9fff])")
"""In what respect something is to be achieved (在建设能源基地上作出贡献); what is done there is not what is ordered."""
_SHORTEST_OBJECT: Final = 2
_BUILDS: Final = frozenset(("新建", "迁建"))
_LONGEST_MANNER: Final = 4
_EVENT: Final = compiled(
    "[\u4e00-\u9fff]{2}(?:节|会|赛|展|论坛|马拉松)[”\"]?(?:等[\u4e00-\u9fff]{0,4}(?:活动|赛事|展会|节庆))?$"
    "|纪念[^，,；;。]{2,20}活动$"
)
_NAMED_WORKS: Final = compiled("(?<!设施)等(?:重大|重点)?(?:项目|工程)?(?:的)?(?:建设|改造|组建)$")
"""Works that are named (滨江公园等项目建设), unlike a kind of works (基础设施建设)."""


_BRINGS_ABOUT: Final = compiled(
    "(?:(?:全力|加快|加速|抓紧|持续|有序|着力|切实)?(?:推动|推进|促成|促使|力促|确保|力争|争取|实现)|加快|加速|抓紧)(?P<what>[^，,；;。]{2,60}?)(?:尽快|早日|按期|如期|顺利|全面|正式|同步)?"
    "(?:落地|签约|建成|竣工|开工|完工)?(?:开工|动工|开工建设|动工建设|竣工|投产|达产|完工|完工投用|竣工投用|(?:建成|竣工|完工)?投运|获批|获[^，,；;。]{0,8}批复|启动建设|(?<=设施|场馆|公园)(?:免费|低收费|分时|错时)?向(?:社会|公众|市民|居民|游客)开放|贯通|试运行|试运营|(?<=规划)编制|建成|建成使用|运营|投用|启用|通车|通航|封顶|揭牌|挂牌|并网|并网发电"
    "|投入(?:使用|运营|运行|生产)|上线|上线运行|交付|交付使用|开业|开园|开馆|开街|验收)(?:[、和](?:竣工|投产|达产|运营|投用|使用|验收))?(?:达效|见效|运行)?$"
    "|(?:推动|推进|促成|力促)(?P<whom>[^，,；;。]{2,40}?)(?:纳入|列入)(?:国家|省|市|全国|[^，,；;。]{0,14}[“《])[^，,；;。]{0,16}(?:规划|计划|盘子|清单|名单|名录|目录|试点|范围)[”》]?$"
)
"""推动商贸城一期建成运营: what is opened, started or handed over, and the verb that brings it about."""
_ANY_PROJECT: Final = compiled(
    "(?:一批|更多|一大批|各类|所有|全部|这些|相关|有关|新|重点|重大|签约|在建|续建|新建|开工|产业|工业|招商|投资|民生|储备|优质|规划|专项规划|基础设施|技术改造|技改|有一批|[省市县区]级?){0,6}"
    "(?:项目|工程|企业|建设|工作|前期|手续|设施){0,4}"
)
_PUT: Final = compiled("(?:项目|工程|线路|铁路|公路|平台|区|病种?|人员|对象|资金|数据)(?:整体|全部|统一|优先)?(?:纳入|列入)")
"""What 把 puts on a list, whatever verbs are in its name (将铁路枢纽[优化提升]项目纳入国家规划)."""
_SHORT_DISPOSAL: Final = 4
_ONCE: Final = compiled("一[遍趟轮]$|[搞做走跑过]一[次场回]")


def _brings_about(frame: Frame, text: str) -> bool:
    """Whether a work that is named has to be started, opened or handed over (推动养老中心投入运营), not just any (加快项目开工)."""
    found = _BRINGS_ABOUT.match(text, frame.clause.start if frame.modal is not None else frame.action, frame.clause.end)
    return found is not None and _ANY_PROJECT.fullmatch(found["what"] or found["whom"]) is None


def main_verb(frame: Frame, text: str) -> Cue | None:
    """Return the verb that governs the action, behind adverbs and a prepositional phrase; of a chain (研究出台) the strongest.

    A chain with an improvement in it (建立完善) is an improvement. A single character inside a word (交通), a verb that only
    names the noun behind it (检测报告) and one that hangs on a preposition (给改造户架设专线) wait for a better one.
    """
    found = [cue for cue in frame.cues if cue.start >= frame.action and cue.kinds & _VERBAL]
    fronted = _PREPOSITION.match(text, frame.action, frame.clause.end) is not None
    respect = _IN_RESPECT.match(text, frame.action, frame.clause.end) if text[frame.action] == "在" else None
    if respect is not None:
        found = [cue for cue in found if cue.start >= respect.end()]
    if fronted:
        found = [cue for cue in found if cue.end - cue.start > 1 and not _MODIFIES.match(text, cue.end, frame.clause.end)]
    spare: Cue | None = None
    for index, cue in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if cue.kinds & DELIVERABLE and not cue.kinds & (DELIVER | DELIVER_WITH | LIGHT) and following is not None:
            continue  # 评审、设计 inside the object of a preposition
        if text[cue.start : cue.end] in _HASTEN and following is not None and following.start == cue.end:
            continue
        if cue.kinds & LIGHT and following is not None and _CAMPAIGN.search(text, cue.end, frame.clause.end) is None:
            return _nominal(frame, found[index + 1 :]) or spare
        if _MODIFIED.match(text, cue.end, frame.clause.end) and not cue.kinds & LIGHT:
            continue
        if _hangs(cue, frame, text, fronted=fronted):
            spare = spare or cue
        else:
            return _strongest(found, index, text)
    return spare if spare is None or spare.start == frame.action or spare.kinds & ~(VERB | DELIVERABLE) else None


def _hangs(cue: Cue, frame: Frame, text: str, *, fronted: bool) -> bool:
    """Whether a verb is more likely part of a noun or of a prepositional phrase than the predicate."""
    if fronted and cue.kinds & VAGUE and text[frame.action] in "把将":
        return _PUT.search(text, cue.end, frame.clause.end) is not None
    if cue.kinds & (DELIVER | DELIVER_WITH | VAGUE | LIGHT):
        return False
    if cue.end - cue.start == 1 and cue.start > frame.action:
        return True
    if _ABOUT.match(text, cue.end):
        return True
    named = any(other.start == cue.end for other in of_kind(frame.cues, DELIVERABLE))
    return named or (fronted and not cue.kinds & (ACT | ADOPT | METRIC))


def _nominal(frame: Frame, acts: list[Cue]) -> Cue:
    """The act that a light verb carries: the word that closes its object (开展安全疏散演练), else the first one named."""
    return acts[-1] if acts[-1].end == frame.clause.end else acts[0]


def _tells(behind: int, frame: Frame, text: str, *, strong: bool) -> bool:
    """Whether the clause tells how things are or by what standard, though a verb of making stands in it."""
    end = frame.clause.end
    if _STATE.match(text, frame.action, end) or _CANNOT.match(text, behind, end):
        return True
    if frame.modal is None and text[behind : behind + 1] == "了":
        return True
    by_standard = text[frame.action] != "为" and any(cue.start == frame.action for cue in of_kind(frame.cues, MEANS))
    return by_standard and not strong


def _strongest(cues: list[Cue], index: int, text: str) -> Cue:
    chain = [cues[index]]
    for cue in cues[index + 1 :]:
        if cue.start != chain[-1].end:
            break
        chain.append(cue)
    improving = next((cue for cue in chain[:2] if cue.kinds & VAGUE and (cue is chain[0] or text[cue.start : cue.end] in _IMPROVING)), None)
    making = next((cue for cue in chain if cue.kinds & (DELIVER | DELIVER_WITH) and not cue.kinds & DELIVERABLE), None)
    if making is not None and making is not chain[0] and text[making.start : making.end] in _BUILDS:
        making = None  # 提高新建铁路标准: what is newly built, not that it is
    return improving or making or chain[0]


def deliverable(frame: Frame, text: str, *, named_owner: bool) -> bool:
    """Whether the clause names a deliverable, or a concrete act of a named owner (criterion N)."""
    start, end = frame.action, frame.clause.end
    if (named_owner and disposes(frame, text)) or NAMED_IMPROVED.search(text, start, end):
        return True
    if _brings_about(frame, text):
        return True
    main = main_verb(frame, text)
    if main is None:
        return named_owner and _handiwork(frame, text)
    if _tells(main.end, frame, text, strong=bool(main.kinds & (DELIVER | DELIVER_WITH))):
        return False
    if main.kinds & VAGUE:
        if _ISSUES.match(text, main.start, end):
            return True
        return named_owner and (_causes(frame, main, text) or _NAMED_WORKS.search(text, main.end, end) is not None)
    if main.kinds & DELIVER:
        return _GENERIC.match(text, main.end, end) is None and (named_owner or _SOME.match(text, main.end, end) is None)
    if main.kinds & ADOPT and _NAMED_MECHANISM.search(text, main.end, end):
        return True
    if main.kinds & DELIVER_WITH and _makes(frame, main, text, named_owner=named_owner):
        return named_owner or text[main.start - 2 : main.start] not in _HASTEN  # 加快建设试验区: progress without a measure
    return named_owner and (_acts(frame, main, text) or _handiwork(frame, text))


def _handiwork(frame: Frame, text: str) -> bool:
    """Whether a verb of one character makes a thing that closes the clause (给低保户开个绿色通道, 挂公示牌)."""
    last = next((cue for cue in reversed(frame.cues) if cue.kinds & DELIVERABLE and cue.end == frame.clause.end), None)
    if last is None or _MAKES.search(text, max(frame.action, last.start - _LONGEST_MODIFIER), last.start) is None:
        return False
    return text.find("的", frame.action, last.start) < 0 or _PREPOSITION.match(text, frame.action) is not None


def _causes(frame: Frame, main: Cue, text: str) -> bool:
    """Whether somebody is made to deliver (推动两县签订协议): a verb of delivery with an object behind one that causes."""
    if text[main.start : main.end] not in _CAUSES:
        return False
    making = (cue for cue in of_kind(frame.cues, DELIVER) if cue.start > main.end and cue.end <= frame.clause.end - _SHORTEST_OBJECT)
    return any(_MODIFIES.match(text, cue.end, frame.clause.end) is None for cue in making)


def _makes(frame: Frame, main: Cue, text: str, *, named_owner: bool) -> bool:
    """Whether what is built, set up or drawn up is a thing: a deliverable noun behind the verb, or a name in quotation marks."""
    end = frame.clause.end
    if text[main.start : main.end] == "办好" and _EVENT.search(text, main.end, end):
        return True  # 办好茶文化节、丝绸展等重大活动
    if not named_owner and (_SOME.match(text, main.end, end) or _CAMPAIGN.search(text, main.end, end)):
        return False
    if text[main.start : main.end] in _BUILDS and main.start - frame.action > _LONGEST_MANNER:
        return False
    named = any(cue.start >= main.end for cue in of_kind(frame.cues, DELIVERABLE))
    if named_owner and any(cue.start >= main.end and cue.end == end for cue in of_kind(frame.cues, DELIVER | ACT)):
        return True  # 组织竣工验收
    return named or _QUOTED.search(text, main.end, end) is not None


def _ordered(frame: Frame) -> bool:
    """Whether the clause itself says who has to, or that somebody has to."""
    return frame.modal is not None or bool(frame.owners)


def _acts(frame: Frame, main: Cue, text: str) -> bool:
    """Whether a named owner does something to an object that is named (腾空粮站、埋设界桩), or speeds up what is concrete."""
    after = tuple(cue for cue in frame.cues if cue.start >= main.start)
    if text[main.start : main.end] in _HASTEN:
        return _hastens(frame, after)
    if main.kinds & METRIC:
        return False
    if main.kinds & ACT:
        return text[main.start : main.end] != "约谈" or _WHOEVER.match(text, main.end, frame.clause.end) is None
    if main.kinds & DELIVER_WITH or not _ordered(frame) or frame.clause.end - main.end < _SHORTEST_OBJECT:
        return False
    if main.end - main.start > 1:
        return True
    return any(cue.end >= frame.clause.end - 1 for cue in of_kind(after, DELIVERABLE))


def disposes(frame: Frame, text: str, least: int = 6) -> bool:
    """Whether the clause does something to a named object (把旧房拆除), other than an attitude (把责任扛在肩上), in `least` characters."""
    start, end = frame.action, frame.clause.end
    return text[start : start + 1] == "把" and end - start >= least and _ATTITUDE.search(text, start, end) is None


def _hastens(frame: Frame, after: tuple[Cue, ...]) -> bool:
    """Whether a named owner has to speed up a concrete act (加快农贸市场立项), or a paper that has a title."""
    if not after or frame.modal is None:
        return False
    last = after[-1]
    return bool(last.kinds & (ACT | DELIVER | DELIVER_WITH | DELIVERABLE)) and last.end >= frame.clause.end - 2


def governing_act(frame: Frame, text: str) -> bool:
    """Whether the verb that counts is a concrete act or the adoption of something, or a measure has a level to reach."""
    main = main_verb(frame, text)
    return reaches(frame, text) or (main is not None and bool(main.kinds & (ADOPT | ACT)) and not main.kinds & VAGUE)


def reaches(frame: Frame, text: str) -> bool:
    """Whether the clause says what a measure reaches (利用系数提高到0.6, 出水达到一级标准)."""
    return any(text[cue.end - 1] in "到至在" for cue in of_kind(frame.cues, METRIC))


def only_vague(frame: Frame, text: str, *, named: bool = False) -> bool:
    """Whether the clause's verb is an improvement without a measure (加强、优化、完善), or none that is known.

    What is done once (跑一遍), or by somebody `named` with a thing (把账算清), is not vague.
    """
    after = [cue for cue in frame.cues if cue.start >= frame.action]
    head = next((cue for cue in after if cue.kinds & (DELIVER | DELIVER_WITH | ACT | VERB | METRIC | VAGUE)), None)
    if head is not None:
        return bool(head.kinds & VAGUE)
    return not (named and disposes(frame, text, _SHORT_DISPOSAL)) and _ONCE.search(text, frame.action, frame.clause.end) is None


def only_permits(frame: Frame) -> bool:
    """Whether a word of what is only allowed opens the action; behind a verb of making it belongs to the object (出台[支持]政策)."""
    made = any(cue.start == frame.action for cue in of_kind(frame.cues, DELIVER))
    return not made and any(cue.start <= frame.action + 2 for cue in of_kind(frame.cues, PERMIT))
