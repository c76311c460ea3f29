"""Finds subjects that are more or less than a name: one that words describe (联系乡镇的县领导), a bare field of work (住建9月底前…)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Final

from commitments.clauses import Clause
from commitments.cues import CONDITION, LEAD, MODAL, Cue
from commitments.gated import any_stands
from commitments.mentions.owners import OwnerGrammar
from commitments.types import DeadlineMention, OwnerMention

_SHORTEST: Final = 3
_LONGEST_FIELD: Final = 4
_LONGEST_CALLED: Final = 12
_LONGEST_TOPIC: Final = 16
_LONGEST_PERSON: Final = 8
_LONGEST_TURN: Final = 8
LISTENED: Final = frozenset("好着楚住听了")
"""What ends a clause that tells somebody to listen."""
_STOPS: Final = frozenset("。！？!?\n")
_WHICHEVER: Final = frozenset("无不")
_ACTS_TOO: Final = frozenset(("组织", "宣传", "统计", "规划"))
"""Fields of work that are verbs as well (组织集中开工)."""
ANSWERS: Final = frozenset("这主责牵")
"""What a clause opens with that says who answers for what stands before it (责任单位是残联)."""
_OPENS_ACT: Final = frozenset("在逐把对将会统按每于、")


def is_above(names: tuple[OwnerMention, ...]) -> bool:
    """Whether a body of a higher level is the subject, of which a report tells as background (省厅通报我们)."""
    return bool(names) and names[0].text.startswith(("省", "国家", "国务院", "中央", "上级", "全国"))


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
    event = next((start for start in after if grammar.subjects.event.ask(text, position, start)), 0)
    return 0 if event and grammar.subject_at(text, position, end, dates) else event


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
    return names if all(name.strength == "strong" or grammar.subjects.addressee.ask(name.text, 0, len(name.text)) for name in names) else []


def called_up(text: str, start: int, end: int, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return of whom a clause says only that he is spoken of next, or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in called_up("下面说自然资源局", 0, 8, owner_grammar(load_rules()))]
    ['自然资源局']
    """
    agenda = grammar.subjects.agenda.ask(text, start, end)
    if agenda is None:
        return []
    behind = grammar.subjects.spoken_of.ask(text, agenda.end(), end)
    return grammar.named(text, agenda.end(), behind.start() if behind else end)


def called_alone(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return whose name is the whole of a sentence, behind a word that says that it is his turn perhaps (民政局。), or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in called_alone("最后，民政局。", Clause(3, 6, "。"), owner_grammar(load_rules()))]
    ['民政局']
    """
    start, end = clause.start, clause.end
    opens = start == 0 or text[start - 1] in _STOPS
    invited = grammar.subjects.invited.ask(text, start, end) if opens else None
    start = invited.end() if invited else start
    if not (grammar.body_before(text, start, end) or _is_called(text, start, end, grammar)):
        return []
    if _acts(text, start, end, grammar) or grammar.subjects.dealt_with.ask(text, start, end):
        return []
    if not opens and grammar.subjects.next_one.ask(text, max(0, start - _LONGEST_TURN), start) is None:
        return []
    return grammar.named(text, start, end)


def _is_called(text: str, start: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether [start, end) is a person, with nothing but his body's name before his own (林业局孙局长, unlike 谢谢孙局长)."""
    if not grammar.is_person(text, start, end):
        return False
    surname = grammar.role.begin(text, start, end) - 1
    return surname == start or text[surname - 1] in grammar.units or grammar.body_before(text, start, surname)


def given_to(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return to whom a clause gives a piece of work that is told next (给水利站派一件活), or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in given_to("给水利站派一件活", Clause(0, 8, "："), owner_grammar(load_rules()))]
    ['水利站']
    """
    given = grammar.subjects.given.ask(text, clause.start, clause.end) if text.find("给", clause.start, clause.end) >= 0 else None
    return grammar.named(text, *given.span("name")) if given else []


def addressed(text: str, clause: Clause, grammar: OwnerGrammar) -> tuple[list[OwnerMention], bool]:
    """Return whom a clause does nothing but name, and whether they are thereby in charge: called up, or addressed before a colon.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> names, leads = addressed("民政局那边，", Clause(0, 5, "，"), owner_grammar(load_rules()))
    >>> [name.text for name in names], leads
    (['民政局'], False)
    """
    names = called_up(text, clause.start, clause.end, grammar)
    if text[clause.end - 1] in LISTENED and (listens := grammar.subjects.listens.ask(text, clause.start, clause.end)):
        start, end = listens.span("name")
        return grammar.named(text, start, end) or [OwnerMention(start, end, listens["name"], "owner.listed", strength="role")], True
    if not names and clause.closing in ":：":
        names = called(text, clause, grammar)
    if not names and clause.closing in "。！":
        names = called_alone(text, clause, grammar)
    if names or clause.closing not in (",", "，"):
        return names, bool(names)
    names = grammar.addressed(text, clause.start, clause.end)
    described = None if names else grammar.shapes.qualifier.ask(text, clause.start, clause.end)
    comma = -1 if names or described else text.find("、", clause.start, clause.end)
    described = grammar.shapes.described_list.ask(text, clause.start, comma) if comma > 0 else described
    names = grammar.addressed(text, described.end(), clause.end) if described else names  # 承担改造任务的|城投公司,9月底前要…
    names = names or _spoken_to_alone(text, clause.start, clause.end, grammar)
    if not names and may_know(text, clause.start, clause.end, grammar.surnames):
        known = grammar.shapes.told.ask(text, clause.end, len(text)) or grammar.shapes.called.ask(text, clause.end, len(text))
        names = grammar.familiar(text, clause.start, clause.end) if known else []  # 会计小刘,月底把…
    you = grammar.subjects.all_of_you.ask(text, clause.start, clause.end) if text.startswith("各", clause.start) else None
    if you and grammar.shapes.called.ask(text, clause.end, len(text)):
        return grammar.named(text, *you.span("name")), True
    describes = not names and text.find("的", clause.start, clause.end) > 0
    if describes and (described := grammar.subjects.describing.ask(text, clause.start, clause.end)):  # 零报告的镇纪委,9月底前要…
        asked = grammar.is_body(text, described.end(), clause.end) and grammar.shapes.told.ask(text, clause.end, len(text))
        return (grammar.named(text, described.end(), clause.end) if asked else []), False
    return names, bool(names) and text.find("同志", clause.start, clause.end) >= 0


def _spoken_to_alone(text: str, start: int, end: int, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return with whose name a sentence opens: a person in a paragraph that says 你, a body before what is due of it; or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> [name.text for name in _spoken_to_alone("李局长，离汛期还有十天。你盯住", 0, 3, grammar)]
    ['李局长']
    >>> [name.text for name in _spoken_to_alone("林业局，防火道6月底前挖通", 0, 3, grammar)]
    ['林业局']
    """
    if start and text[start - 1] not in _STOPS:
        return []
    if grammar.is_person(text, start, end):
        line = text.find("\n", end)
        spoken = text.find("你", end, line if line >= 0 else len(text)) >= 0
        return grammar.named(text, start, end) if spoken and grammar.shapes.tells_of.ask(text, end, len(text)) is None else []
    due = grammar.body_before(text, start, end) and grammar.shapes.topic_dated.ask(text, end, len(text)) is not None
    return grammar.named(text, start, end) if due and not _acts(text, start, end, grammar) else []


def _acts(text: str, start: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether [start, end) is more than a name (组建水务集团; 公司成立春运领导小组)."""
    shapes = grammar.shapes
    if text[start : start + 2] in grammar.verbs or shapes.says.ask(text, start, end) or shapes.no_name.ask(text, start, end):
        return True
    if grammar.opens_like_clause(text, start, end):
        return True
    return end - start > _LONGEST_CALLED or start < grammar.subject(text, start, end)[1] < end


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
    given = grammar.subjects.task_given.ask(text, start, end) if text.find("给", start, end) >= 0 else None
    to_whom = grammar.named(text, *given.span("name")) if given else []
    if given and to_whom and not to_whom[0].collective:
        return to_whom, given.end()  # 给水利局的任务是修渠3公里
    told = any_stands(grammar.subjects.task_words, text, start, end)
    found = grammar.subjects.task_of.ask(text, start + 1, end) if told else None
    names = grammar.named(text, start, found.start()) if found else []
    if found and names and names[0].collective and text[found.start()] != "的":
        return [], start  # 我镇承担的任务是…: the speaker's own place
    if found and "的" not in found[0] and _no_single_name(text, start, found.start(), grammar):
        return [], start
    return (names, found.end()) if found and names else ([], start)


def _no_single_name(text: str, start: int, stop: int, grammar: OwnerGrammar) -> bool:
    """Whether what stands before so many tasks is no name by itself: 落实县委[三项任务], 教育局三项任务、住建局[两项任务]."""
    if grammar.not_at_start.match(text, start, stop) or grammar.subjects.no_bearer.ask(text, start, stop):
        return True
    return stop - start > _SHORTEST and text[start : start + 2] in grammar.verbs  # 听取水利局, unlike 组织部, 审计局


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
    found = grammar.subjects.describing.ask(text, start, end) if text.find("的", start, end) >= 0 else None
    if found is None or any(cue.start < found.end() and cue.kinds & (MODAL | LEAD | CONDITION) for cue in cues):
        return [], start
    names, stop = grammar.subject(text, found.end(), end, frozenset(dates))
    if names and grammar.begins.behind_counted(text, start, stop) > start:
        return [], start  # 剩下的工程款|财政局7月底前付清
    leads = bool(names) and stop in dates and grammar.subjects.leading.ask(names[-1].text, 0, len(names[-1].text)) is not None
    leads = leads or (bool(names) and text.startswith(("回去", "散会"), stop))
    acts = leads or any(cue.start == stop and cue.kinds & (MODAL | LEAD) for cue in cues)
    shapes = grammar.shapes
    if len(names) == 1 and shapes.class_head.ask(text, names[0].start_char, stop) and shapes.described_class.ask(text, start, stop):
        told = acts or (stop in dates and grammar.shapes.told.ask(text, stop, end) is not None)
        return ([replace(names[0], start_char=start, text=text[start:stop])], stop) if told else ([], start)
    if len(names) > 1 and (acts or (names[0].rule == "owner.listed" and stop in dates)):
        return names, stop  # 沿线的|青石、白岭两县9月底前…
    if not names or not acts or len(names[0].text) < _SHORTEST or grammar.subjects.anywhere.ask(names[0].text, 0, len(names[0].text)):
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
        acts = acts or dated or grammar.subjects.leads.ask(text, stop, end) is not None
        if acts and not (grammar.subjects.measured.ask(text, stop, end) or grammar.subjects.reaches.ask(text, stop, end)):
            return [OwnerMention(start, stop, field, grammar.endings[field], strength="field")], stop
    return [], start


def created_body(text: str, clause: Clause, grammar: OwnerGrammar) -> tuple[OwnerMention, ...]:
    """Return the body that a clause sets up (成立联合专班), or who is named to lead it: he owns the acts that follow in the sentence."""
    created = grammar.subjects.created.ask(text, clause.start, clause.end)
    if created is None:
        return ()
    led = grammar.subjects.created_by.ask(text, clause.start, created.end("name"))
    names = grammar.named(text, *led.span("name")) if led else []
    return tuple(names) or (OwnerMention(created.start("name"), created.end("name"), created["name"], "owner.created"),)


def charged_with(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return whose duty a clause says its topic to be (清淤是水利局的事), or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in charged_with("清淤是水利局的事", Clause(0, 8, "，"), owner_grammar(load_rules()))]
    ['水利局']
    """
    if text.find("是", clause.start, clause.end) < 0:
        return []
    duty = grammar.subjects.duty_of.ask(text, clause.start, clause.end)
    duty = duty or grammar.subjects.responsible.ask(text, clause.start, clause.end)  # 清淤的责任单位是水利局
    return grammar.named(text, *duty.span("name")) if duty else []


def borne_by(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return who a clause says does what stands before it (…,这件事民政局抓), or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in borne_by("这件事残联抓。", Clause(0, 6, "。"), owner_grammar(load_rules()))]
    ['残联']
    """
    bears = grammar.subjects.responsible.ask(text, clause.start, clause.end) if text[clause.start] in ANSWERS else None
    bears = bears or grammar.subjects.bears.ask(text, clause.start, clause.end)
    if bears is None or grammar.opens_like_clause(text, bears.start("name"), bears.end("name")):
        return []
    names = grammar.named(text, *bears.span("name"))
    return [] if any(name.strength == "field" for name in names) else names  # 抓好规划落实


def spoken_to(text: str, start: int, end: int, grammar: OwnerGrammar) -> tuple[list[OwnerMention], int]:
    """Return the person or body whom 你 takes up at the head of a clause (于书记[你]辛苦一下), and the place behind; else ([], start)."""
    if text[start] in _WHICHEVER and (either := grammar.subjects.whichever.ask(text, start, end)):
        one, other = grammar.named(text, *either.span("name")), grammar.named(text, *either.span("other"))
        return ([*one, *other], either.end()) if one and other else ([], start)  # 无论水利局还是城管局,都要…
    if text.find("你", start, min(end, start + _LONGEST_CALLED)) < 0:
        return [], start
    called_upon = grammar.subjects.vocative.ask(text, start, end)
    if called_upon is None:
        return [], start
    stop = called_upon.end("name")
    if familiar := grammar.familiar(text, start, stop):
        return familiar, called_upon.end()
    titled = grammar.role.end(text, start, stop) and stop - start <= _LONGEST_PERSON
    names = grammar.named(text, start, stop) if titled or grammar.is_body(text, start, stop) else []
    return (names, called_upon.end()) if names else ([], start)


def may_know(text: str, start: int, end: int, surnames: frozenset[str]) -> bool:
    """Whether somebody may be called by 老 or 小 and his surname near the head of a clause (小而美 calls nobody)."""
    near = min(end, start + _LONGEST_CALLED) - 1
    old, little = text.find("老", start, near), text.find("小", start, near)
    return (old >= 0 and text[old + 1] in surnames) or (little >= 0 and text[little + 1] in surnames)


def familiar_at(text: str, start: int, end: int, dates: Set[int], grammar: OwnerGrammar) -> tuple[list[OwnerMention], int]:
    """Return whom colleagues call by 老 or 小 and his surname, where he acts, and the place behind; else ([], start).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> [name.text for name in familiar_at("管电的老张把线路查一遍", 0, 11, frozenset(), grammar)[0]]
    ['老张']
    >>> familiar_at("小高层年底封顶", 0, 7, frozenset((3,)), grammar)[0]
    []

    Args:
        text: the text that offsets count in.
        start: where he may be named, or described before his name.
        end: where the clause ends, exclusive.
        dates: the places where a deadline begins.
        grammar: the owner grammar.
    """
    found = grammar.subjects.familiar.ask(text, start, end) if may_know(text, start, end, grammar.surnames) else None
    if found is None or found["surname"] not in grammar.surnames:
        return [], start
    stop = found.end("name")
    acts = stop in dates or grammar.duty.match(text, stop, end) is not None or grammar.subjects.person_acts.ask(text, stop, end) is not None
    return ([OwnerMention(found.start("name"), stop, found["name"], "owner.person", strength="role")], stop) if acts else ([], start)


def belongs_to(
    text: str, start: int, end: int, dates: frozenset[int], grammar: OwnerGrammar
) -> tuple[list[OwnerMention], int, int]:
    """Return to whom a topic belongs (用电的事[归]供电所管), where 归 stands and the place behind; else ([], -1, start).

    It need not be asked where none of the words `HANDS` stands.
    """
    found = grammar.subjects.belongs.ask(text, start, end) if text.find("归", start, end) >= 0 else None
    if found is None:
        return _handed_to(text, start, end, grammar)
    tail = grammar.subjects.belongs_tail.ask(text, found.end(), end)
    stop = tail.start() if tail else end
    whole = grammar.named(text, found.end(), stop) if stop > found.end() else []
    if whole:
        return whole, found.start(), end
    names = grammar.object_at(text, found.end(), end, dates)
    if not names:
        return [], -1, start
    stop = names[-1].end_char
    acts = stop in dates or text[stop : stop + 2] in grammar.verbs or grammar.acts.match(text, stop, end)
    return (names, found.start(), stop) if acts else ([], -1, start)


def _handed_to(text: str, start: int, end: int, grammar: OwnerGrammar) -> tuple[list[OwnerMention], int, int]:
    """Return to whom work is handed (清账的事[交给]审计局), where 交 stands and the place behind; else ([], -1, start)."""
    found = grammar.subjects.handed.ask(text, start, end)
    if found is None:
        return [], -1, start
    tail = grammar.subjects.handed_tail.ask(text, found.end(), end)
    stop = tail.start() if tail else end
    of_work = tail is not None or grammar.subjects.work.ask(text, max(0, found.start() - _LONGEST_TOPIC), found.start())
    if stop == found.end() or not of_work:
        return [], -1, start
    names = grammar.named(text, found.end(), stop)
    return (names, found.start(), end) if names else ([], -1, start)
