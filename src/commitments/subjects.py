"""Finds subjects that are more or less than a name: one that words describe (联系乡镇的县领导), a bare field of work (住建9月底前…)."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from commitments.clauses import Clause
from commitments.cues import CONDITION, LEAD, MODAL, Cue
from commitments.gated import Headed
from commitments.kept import compiled
from commitments.mentions.owners import OwnerGrammar
from commitments.types import DeadlineMention, OwnerMention

POINTING: Final = compiled(
    "[一-鿿]{0,6}?[这那]一?[块项件摊头][一-鿿]{0,2}?(?:还是|仍然|仍|就|[也都]?是)"
    "|[一-鿿]{0,6}?(?:[这那此该](?:一?[块项件摊个]|些)?(?:事情?|工作|任务|问题|项目|方面|活)|[这那]一[块摊头])"
    "|[一-鿿]{2,12}?的(?:事情?|问题|工作|活)(?!项|业|务|作)"
)
"""What is named, or has just been, before who leads it (这一块还是医务科牵头; 清淤的事水利局牵头)."""
_TASK_OF: Final = compiled(
    "的(?:主要|首要|重点|硬|头等)?(?:任务|差事|责任|职责|重点|当务之急)(?:也|就|主要|还)?是(?!否|不)(?:要(?!求))?"
    "|(?:另外|此外|同时|也|都|还要?){0,2}有[一两二三几][项件个条](?:硬|重要|紧急|重点)?(?:任务|事情?|差事)(?:要[抓办做])?(?=[，,：:]|$)"
)
"""Behind a name: what follows is what its bearer has to do (文旅局[的任务是]…; 发改局[还有一项任务],…)."""
_AGENDA: Final = Headed(
    "(?:下面|接下来|接着|然后|首先|最后|另外|重点|再|先|还有|也)?(?:要|得|就|来|想)?"
    "(?:再|先|单独|重点)?(?:[说讲谈](?:一?[说讲谈]|到|一下|几句)?|点(?:一下|名)?(?!名)|轮到|看看?)(?![起来去下上过着了])(?=[\u4e00-\u9fff])"
)
"""What calls up who is spoken of next ([下面说]自然资源局)."""
_SPOKEN_OF: Final = compiled("(?:的(?:事情?|工作|问题|同志)|这?[边头]|这一?块)?$")
_BELONGS: Final = compiled(
    "(?<![回当])归(?![档集还位零属类并纳案结来于]|口径)口?(?:给|在)?(?=[^，,；;。])"
)
"""To whom a topic belongs (用电的事[归]供电所管)."""
_HANDED: Final = compiled("(?<![移转递提成上呈])交(?:给|到|由)(?=[^，,；;。])")
"""To whom work is handed (查账的事[交给]审计局; [交给]县委办去定); a paper is only brought (名单交给组织部)."""
_HANDED_TAIL: Final = compiled(
    "(?:(?:会同|联合)[^，,；;。]{2,12}?)?(?:来|去|统一|具体|全权)?"
    "(?:管|抓|办|定|做|盯|负责|牵头|落实|承办|统筹|处理|解决|手上|手里)?$"
)
_WORK: Final = compiled(
    "(?:事情?|工作|任务|活儿?|问题|[这那]一?[块件项摊]|担子|课题)(?:还是|就|都|我|点名|统一|一并|全权|先|也|要|专门){0,3}$"
)
_BELONGS_TAIL: Final = compiled("(?:来|统一|具体)?(?:管|抓|办|负责|牵头|管理|落实|承办)?$")
_DUTY_OF: Final = compiled(
    "(?:[^，,；;。：:]{0,20}?(?<![不才要都光单仅只])(?:也|还|就|都|本来就|本来|终归|说到底)?是)(?P<name>[^，,；;。：:的是]{2,24})"
    "的(?:事情?|活儿?|职责|责任|任务|本分|本职|分内(?:之?事|工作)?|主责)$"
)
"""Whose duty a topic is said to be (管网那一截是水务公司的活)."""
_VOCATIVE: Final = compiled("(?P<name>[\u4e00-\u9fff*×X]{2,10}?)(?:你们?|您)(?!好|看|说|想|知道|问|听)")
"""Who is spoken to (于书记你…)."""
_DESCRIBING: Final = compiled("(?:(?![建投改造入])[^，,；;。：:、\\n]){2,16}的(?=[\u4e00-\u9fff*×X])")
"""His place, his kind, what he is charged with; what has been built or moved is a thing."""
_SHORTEST: Final = 3
_LEADING: Final = compiled("(?:领导|同志|书记|主任|[局县市镇乡区处科部院校]长|领导小组|指挥部|专班|委员会|党组|党委|办公室|政府|局)$")
"""Who acts by himself; of others a date may say when something is done to them (外来的务工人员每月登记一次)."""
_ANYWHERE: Final = compiled("(?:学校|小学|中学|医院|卫生院|[乡镇村县市区]|企业|公司|[园区])$")
"""Heads that are places and owners of works as often as they act."""
_LONGEST_FIELD: Final = 4
_LONGEST_CALLED: Final = 12
_LONGEST_TOPIC: Final = 16
_LONGEST_PERSON: Final = 8
_ACTS_TOO: Final = frozenset(("组织", "宣传", "统计", "规划"))
"""Fields of work that are verbs as well (组织集中开工)."""
_LEADS: Final = compiled(
    "(?:要|须|必须)?(?:牵头|负责|配合|盯住?|落实|兜底|会同|主动|尽快|马上|立即|赶紧|派[出人专]|逐[一个户家项]|[这那][边头]|[^，,；;。、]{0,4}?把[^，,；;。]{2})"
)
"""What only somebody does, so that a bare field of work before it stands for its body (这个事由财政盯)."""
_OPENS_ACT: Final = frozenset("在逐把对将会统按每于、")
_REACHES: Final = compiled(
    "(?:[率值量额数比]|事故|床位|专利|面积|工程|项目|隐患)(?:全部|要|将)?(?:达|增|下降|降|提高|提升|突破|不低于|不超过|完工|竣工|控制|清零)"
)
"""What a field reaches is measured, and nobody's act (交通年底前事故下降10%)."""
_MEASURED: Final = compiled(
    "[\u4e00-\u9fff]{0,4}?"
    "(?:收入|支出|投入|资金|经费|系统|总量|增速|增加值|项目|事业|工作|覆盖|水平|质量|设施|服务)"
)
"""What a field of work is only the kind of (财政年内收入增长8%)."""
_EVENT: Final = compiled("(?:接到|收到|受理|发现|接报|接警|签订|验收|通过|立案|下达|发生)[^，,；;。、]{0,12}?(?:之日起|之后|以后|后|起)?")
OPENS_EVENT: Final = frozenset("接收受发签验通立下")
"""What an event that sets off a time limit begins with."""


def event_before(
    text: str, position: int, end: int, deadlines: tuple[DeadlineMention, ...], dates: frozenset[int], grammar: OwnerGrammar
) -> int:
    """Return where the deadline begins that an event at `position` sets off (接到投诉后[24小时内]联系患者), or 0.

    Who acts is no event, though he is called after one (验收组要在3天内…).

    Args:
        text: the text that offsets count in.
        position: where the event may begin.
        end: where the clause ends, exclusive.
        deadlines: the deadlines of the clause.
        dates: the places where a deadline begins, with the preposition before it.
        grammar: the owner grammar.
    """
    after = (mention.start_char for mention in deadlines if mention.start_char > position)
    event = next((start for start in after if _EVENT.fullmatch(text, position, start)), 0)
    return 0 if event and grammar.subject_at(text, position, end, dates) else event

_BODY: Final = "(?:专班|组|队|指挥部|服务团|委员会|办公室|[^运行]中心)"
_CREATED: Final = compiled(
    r"(?:成立|组建|组成|设立|抽调[^，,；;。]{1,16}组成)[^，,；;。]{0,40}?(?:的|了|起)?"
    rf"[“\"]?(?P<name>[^，,；;。“”\"的由]{{1,20}}?{_BODY})[”\"]?$"
)


_ADDRESSEE: Final = compiled("各.{1,8}|[\u4e00-\u9fff]{2,6}(?:镇|乡|县|街道|街道办)")
"""A place that a colon addresses as it does a body; of other nouns it says what follows (重点企业：…)."""


def called(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return whom a colon behind nothing but their names addresses, or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> [name.text for name in called("教育局、石桥镇：3月底前", Clause(0, 7, "："), grammar)]
    ['教育局', '石桥镇']
    >>> called("责任单位：教育局", Clause(0, 4, "："), grammar)
    []
    """
    start, end = clause.start, clause.end
    if text[start : start + 2] in grammar.verbs or grammar.label.match(text, start) or grammar.opens_like_clause(text, start, end):
        return []
    names = grammar.named(text, start, end)
    return names if all(name.strength == "strong" or _ADDRESSEE.fullmatch(name.text) for name in names) else []


def called_up(text: str, start: int, end: int, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return of whom a clause says only that he is spoken of next, or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in called_up("下面说自然资源局", 0, 8, owner_grammar(load_rules()))]
    ['自然资源局']
    """
    agenda = _AGENDA.match(text, start, end)
    behind = _SPOKEN_OF.search(text, agenda.end(), end) if agenda else None
    return grammar.named(text, agenda.end(), behind.start()) if agenda and behind else []


def addressed(text: str, clause: Clause, grammar: OwnerGrammar) -> tuple[list[OwnerMention], bool]:
    """Return whom a clause does nothing but name, and whether they are thereby in charge: called up, or addressed before a colon.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> names, leads = addressed("民政局那边，", Clause(0, 5, "，"), owner_grammar(load_rules()))
    >>> [name.text for name in names], leads
    (['民政局'], False)
    """
    names = called_up(text, clause.start, clause.end, grammar)
    if not names and clause.closing in ":：":
        names = called(text, clause, grammar)
    if names or clause.closing not in (",", "，"):
        return names, bool(names)
    return grammar.addressed(text, clause.start, clause.end), False


def subject_at(
    text: str, start: int, clause: Clause, cues: tuple[Cue, ...], dates: frozenset[int], grammar: OwnerGrammar
) -> tuple[list[OwnerMention], int]:
    """Return who acts: a name, somebody behind his description at the head of the clause, or a bare field of work; and the place behind."""
    names, stop = grammar.subject(text, start, clause.end, dates)
    if not names and start == clause.start:
        names, stop = task_of(text, start, clause.end, grammar)
    if not names and start == clause.start:
        names, stop = described_subject(text, start, clause.end, cues, dates, grammar)
    return (names, stop) if names else lone_field(text, start, clause.end, dates, grammar)


def task_of(text: str, start: int, end: int, grammar: OwnerGrammar) -> tuple[list[OwnerMention], int]:
    """Return whose task it is that the clause goes on to tell, and the place behind; ([], start) where it tells no such thing.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "石桥镇的任务是年内改厕300户"
    >>> names, behind = task_of(text, 0, len(text), owner_grammar(load_rules()))
    >>> [name.text for name in names], text[behind:]
    (['石桥镇'], '年内改厕300户')
    """
    found = _TASK_OF.search(text, start + 1, end)
    names = grammar.named(text, start, found.start()) if found else []
    return (names, found.end()) if found and names else ([], start)


def described_subject(
    text: str, start: int, end: int, cues: tuple[Cue, ...], dates: Set[int], grammar: OwnerGrammar
) -> tuple[list[OwnerMention], int]:
    """Return who acts behind his description, as short as it can be, and the place behind; ([], start) where nobody does.

    >>> from commitments.cues import cue_lexicon
    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "城西片区的护林队要每天巡山"
    >>> cues = cue_lexicon(load_rules()).scan(text).cues
    >>> names, behind = described_subject(text, 0, len(text), cues, frozenset(), owner_grammar(load_rules()))
    >>> [name.text for name in names], text[behind:]
    (['护林队'], '要每天巡山')

    Args:
        text: the text that offsets count in.
        start: where the clause begins.
        end: where it ends, exclusive.
        cues: the clause's cues.
        dates: the places where a deadline begins.
        grammar: the owner grammar.
    """
    found = _DESCRIBING.match(text, start, end) if text.find("的", start, end) >= 0 else None
    if found is None or any(cue.start < found.end() and cue.kinds & (MODAL | LEAD | CONDITION) for cue in cues):
        return [], start
    names, stop = grammar.subject(text, found.end(), end, frozenset(dates))
    leads = bool(names) and stop in dates and _LEADING.search(names[-1].text) is not None
    leads = leads or (bool(names) and text.startswith(("回去", "散会"), stop))
    acts = leads or any(cue.start == stop and cue.kinds & (MODAL | LEAD) for cue in cues)
    if not names or not acts or len(names[0].text) < _SHORTEST or _ANYWHERE.search(names[0].text):
        return [], start
    return names, stop


def lone_field(
    text: str, start: int, end: int, dates: Set[int], grammar: OwnerGrammar, *, agent: bool = False
) -> tuple[list[OwnerMention], int]:
    """Return the body that a bare field of work stands for, and the place behind; ([], start) where the field is only a field.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> text = "住建9月底前改造小区22个"
    >>> [name.text for name in lone_field(text, 0, len(text), frozenset((2,)), grammar)[0]]
    ['住建']
    >>> text = "教育要优先发展"
    >>> lone_field(text, 0, len(text), frozenset(), grammar)[0]
    []

    Args:
        text: the text that offsets count in.
        start: where the field may begin.
        end: where the clause ends, exclusive.
        dates: the places where a deadline begins.
        grammar: the owner grammar.
        agent: whether 由 stands before it.
    """
    for stop in range(min(end - 1, start + _LONGEST_FIELD), start + 1, -1):
        field = text[start:stop]
        if grammar.strength_of(field) != "field" or (field in _ACTS_TOO and not agent):
            continue
        behind = stop + (text[stop] == "要")
        dated = stop in dates or behind in dates
        acts = agent and not text.startswith("警", stop) and (text[stop : stop + 2] in grammar.verbs or text[stop] in _OPENS_ACT)
        if (acts or dated or _LEADS.match(text, stop, end)) and not (_MEASURED.match(text, stop, end) or _REACHES.search(text, stop, end)):
            return [OwnerMention(start, stop, field, grammar.endings[field], strength="field")], stop
    return [], start


def created_body(text: str, clause: Clause) -> tuple[OwnerMention, ...]:
    """Return the body that a clause sets up (成立联合专班), which owns the acts that follow in the sentence."""
    created = _CREATED.search(text, clause.start, clause.end)
    return (OwnerMention(created.start("name"), created.end("name"), created["name"], "owner.created"),) if created else ()


def charged_with(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return whose duty a clause says its topic to be (清淤是水利局的事), or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in charged_with("清淤是水利局的事", Clause(0, 8, "，"), owner_grammar(load_rules()))]
    ['水利局']
    """
    if text.find("是", clause.start, clause.end) < 0:
        return []
    duty = _DUTY_OF.fullmatch(text, clause.start, clause.end)
    return grammar.named(text, *duty.span("name")) if duty else []


def spoken_to(text: str, start: int, end: int, grammar: OwnerGrammar) -> tuple[list[OwnerMention], int]:
    """Return the person or body whom 你 takes up at the head of a clause (于书记[你]辛苦一下), and the place behind; else ([], start)."""
    if text.find("你", start, min(end, start + _LONGEST_CALLED)) < 0:
        return [], start
    called_upon = _VOCATIVE.match(text, start, end)
    if called_upon is None:
        return [], start
    stop = called_upon.end("name")
    if familiar := grammar.familiar(text, start, stop):
        return familiar, called_upon.end()
    titled = grammar.role.search(text, start, stop) is not None and stop - start <= _LONGEST_PERSON
    names = grammar.named(text, start, stop) if titled or grammar.is_body(text, start, stop) else []
    return (names, called_upon.end()) if names else ([], start)


def belongs_to(
    text: str, start: int, end: int, dates: frozenset[int], grammar: OwnerGrammar
) -> tuple[list[OwnerMention], int, int]:
    """Return to whom a topic belongs (用电的事[归]供电所管), where 归 stands and the place behind; else ([], -1, start)."""
    found = _BELONGS.search(text, start, end) if text.find("归", start, end) >= 0 else None
    if found is None:
        return _handed_to(text, start, end, grammar) if text.find("交", start, end) >= 0 else ([], -1, start)
    tail = _BELONGS_TAIL.search(text, found.end(), end)
    whole = grammar.named(text, found.end(), tail.start()) if tail and tail.start() > found.end() else []
    if whole:
        return whole, found.start(), end
    names = grammar.object_at(text, found.end(), end, dates)
    if not names:
        return [], -1, start
    stop = names[-1].end_char
    acts = stop in dates or text[stop : stop + 2] in grammar.verbs
    return (names, found.start(), stop) if acts else ([], -1, start)


def _handed_to(text: str, start: int, end: int, grammar: OwnerGrammar) -> tuple[list[OwnerMention], int, int]:
    """Return to whom work is handed (清账的事[交给]审计局), where 交 stands and the place behind; else ([], -1, start)."""
    found = _HANDED.search(text, start, end)
    tail = _HANDED_TAIL.search(text, found.end(), end) if found else None
    if found is None or tail is None or tail.start() == found.end():
        return [], -1, start
    if not (tail[0] or _WORK.search(text, max(0, found.start() - _LONGEST_TOPIC), found.start())):
        return [], -1, start
    names = grammar.named(text, found.end(), tail.start())
    return (names, found.start(), end) if names else ([], -1, start)
