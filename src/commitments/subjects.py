"""Finds subjects that are more or less than a name: one that words describe (联系乡镇的县领导), a bare field of work (住建9月底前…)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from typing import Final

from commitments.clauses import Clause
from commitments.cues import CONDITION, LEAD, MODAL, Cue
from commitments.gated import any_stands
from commitments.mentions.acting import acting_at, who_acts
from commitments.mentions.owners import OwnerGrammar
from commitments.types import DeadlineMention, OwnerMention

_SHORTEST: Final = 3
_LONGEST_FIELD: Final = 4
_OPENS_ADJUNCT: Final = frozenset("在向对给从把将为与按凡让跟比")
"""With these a clause opens that only has somebody's description inside (在务工集中的…建成工作站)."""
_LONGEST_CALLED: Final = 12
_FIRMS: Final = "公司"


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
    return 0 if event and who_acts(text, position, end, grammar, dates) else event


def subject_at(
    text: str, start: int, clause: Clause, cues: tuple[Cue, ...], dates: frozenset[int], grammar: OwnerGrammar
) -> tuple[list[OwnerMention], int]:
    """Return who acts: a name, somebody described (承担改造的城投公司), or a bare field of work (住建); and the place behind."""
    names, stop = acting_at(text, start, clause.end, grammar, dates)
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
    if found and "是" not in found[0] and _no_single_name(text, start, found.start(), grammar):
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
    if found is None:
        return [], start
    inside = (cue for cue in cues if cue.start < found.end() and cue.kinds & (MODAL | LEAD | CONDITION))
    if any(cue.start > start or not text.startswith("负责", start) for cue in inside):
        return [], start  # 负责保洁的|物业公司 is described, too
    names, stop = acting_at(text, found.end(), end, grammar, frozenset(dates))
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
    if names and not acts and stop in dates and told_to_act(text, start, names, end, grammar):
        return names, stop  # 欠薪的|建筑公司腊月二十前把钱打进专户
    if not names or not acts or len(names[0].text) < _SHORTEST or grammar.subjects.anywhere.ask(names[0].text, 0, len(names[0].text)):
        return [], start
    return names, stop


def told_to_act(text: str, opens: int, names: list[OwnerMention], end: int, grammar: OwnerGrammar) -> bool:
    """Whether what follows the names of those who have been described tells them to act, and not what becomes of them.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> told = [(text, grammar.named(text, 0, 2)) for text in ("店主，三天内把灯箱换下来", "店主，三天内要全部走访一遍")]
    >>> [told_to_act(text, 0, names, len(text), grammar) for text, names in told]
    [True, False]

    Args:
        text: the text that offsets count in.
        opens: where their description begins.
        names: those who are named, before the place where what follows begins.
        end: where the clause that tells ends, exclusive.
        grammar: the owner grammar.
    """
    start, stop = names[0].start_char, names[-1].end_char
    told = grammar.shapes.told.ask(text, stop, end)
    if told is None or any(name.collective for name in names):
        return False
    if text[opens] in _OPENS_ADJUNCT or text[start] in "那这" or grammar.shapes.acts_inside.ask(text, start, stop):
        return False  # 没开户的|那6个工地; 问题突出的|医院派驻核查组
    if told[0].endswith("把"):
        return stop + _SHORTEST < told.end()  # 退休的老师，把积蓄捐给了村小: told
    if grammar.subjects.whole_of.ask(text, told.end(), end) or grammar.shapes.befalls.ask(text, told.end(), end):
        return False
    firm = text.endswith(_FIRMS, start, stop)
    return firm or (grammar.subjects.anywhere.ask(text, start, stop) is None and not grammar.houses.kinds.end(text, start, stop))


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
    shapes = grammar.subjects
    for stop in range(min(end - 1, start + _LONGEST_FIELD), start + 1, -1):
        field = text[start:stop]
        if grammar.strength_of(field) != "field" or (not agent and shapes.acts_too.ask(text, start, stop)):
            continue
        behind = stop + (text[stop] == "要")
        dated = stop in dates or behind in dates
        acts = text[stop : stop + 2] in grammar.verbs or shapes.opens_act.ask(text, stop, end) is not None
        acts = acts and agent and not text.startswith("警", stop)
        acts = acts or dated or shapes.leads.ask(text, stop, end) is not None
        if acts and not (shapes.measured.ask(text, stop, end) or shapes.reaches.ask(text, stop, end)):
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
