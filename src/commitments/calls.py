"""Finds who is spoken to: called up by the agenda (下面说卫生局), called by a clause of his own (民政局，…), or taken up by 你."""

from __future__ import annotations

from typing import Final

from commitments.clauses import Clause
from commitments.mentions.acting import acting_at
from commitments.mentions.addressed import who_is_addressed
from commitments.mentions.lookalikes import is_body, opens_like_clause
from commitments.mentions.owners import OwnerGrammar
from commitments.subjects import may_know, told_to_act
from commitments.types import OwnerMention

_LONGEST_CALLED: Final = 12
_LONGEST_PERSON: Final = 8
_LONGEST_QUESTION: Final = 24
_LONGEST_TURN: Final = 8
_STOPS: Final = frozenset("。！？!?\n")


def addressed(text: str, clause: Clause, grammar: OwnerGrammar) -> tuple[list[OwnerMention], bool]:
    """Return whom a clause does nothing but name, and whether they are thereby in charge: called up, or addressed before a colon.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> names, leads = addressed("民政局那边，", Clause(0, 5, "，"), owner_grammar(load_rules()))
    >>> [name.text for name in names], leads
    (['民政局'], False)
    """
    names = called_up(text, clause.start, clause.end, grammar)
    if text[clause.end - 1] in grammar.subjects.listens_lasts and (listens := _listens(text, clause, grammar)):
        return listens, True
    if not names and clause.closing in ":：":
        names = called(text, clause, grammar)
    if not names and clause.closing in "。！":
        names = called_alone(text, clause, grammar)
    if names or clause.closing not in (",", "，"):
        return names, bool(names)
    names = who_is_addressed(text, clause.start, clause.end, grammar)
    described = None if names else grammar.shapes.qualifier.ask(text, clause.start, clause.end)
    comma = -1 if names or described else text.find("、", clause.start, clause.end)
    described = grammar.shapes.described_list.ask(text, clause.start, comma) if comma > 0 else described
    names = who_is_addressed(text, described.end(), clause.end, grammar) if described else names  # 承担改造任务的|城投公司,9月底前要…
    names = names or _spoken_to_alone(text, clause.start, clause.end, grammar)
    if not names and may_know(text, clause.start, clause.end, grammar.surnames):
        known = grammar.shapes.told.ask(text, clause.end, len(text)) or grammar.shapes.called.ask(text, clause.end, len(text))
        names = grammar.familiar(text, clause.start, clause.end) if known else []  # 会计小刘,月底把…
    you = grammar.subjects.all_of_you.ask(text, clause.start, clause.end)
    if you and grammar.shapes.called.ask(text, clause.end, len(text)):
        return grammar.named(text, *you.span("name")), True
    describes = not names and text.find("的", clause.start, clause.end) > 0
    if describes and (described := grammar.subjects.describing.ask(text, clause.start, clause.end)):  # 零报告的镇纪委,9月底前要…
        who = grammar.named(text, described.end(), clause.end)
        if is_body(text, described.end(), clause.end, grammar) and grammar.shapes.told.ask(text, clause.end, len(text)):
            return who, False
        return (who if who and told_to_act(text, clause.start, who, len(text), grammar) else []), False
    return names, bool(names) and text.find("同志", clause.start, clause.end) >= 0


def _listens(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return who is told to listen: the body whose people are to take it down, or whoever is told to by a clause of its own; or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> [[name.text for name in _listens(it, Clause(0, len(it), "，"), grammar)] for it in ("请水利站的同志记一下", "后面的同志记一下")]
    [['水利站'], []]
    """
    start, end = clause.start, clause.end
    notes = grammar.subjects.notes.ask(text, start, end)
    names = grammar.named(text, *notes.span("name")) if notes else []
    if names and not any(name.collective or name.strength == "field" for name in names):
        return names  # not 分管农业的同志
    listens = grammar.subjects.listens.ask(text, start, end)
    if listens is None:
        return []
    first, stop = listens.span("name")
    return grammar.named(text, first, stop) or [OwnerMention(first, stop, listens["name"], "owner.listed", strength="role")]


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
    if text[start : start + 2] in grammar.verbs or grammar.label.match(text, start) or opens_like_clause(text, start, end, grammar):
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
    if start and grammar.subjects.asks_other.ask(text, max(0, start - _LONGEST_QUESTION), start):
        return []  # 谁来验收？质检站。
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
    if opens_like_clause(text, start, end, grammar) or grammar.subjects.belongs.ask(text, start + 1, end):
        return True  # 拆违归城管局
    return end - start > _LONGEST_CALLED or start < acting_at(text, start, end, grammar)[1] < end


def spoken_to(text: str, start: int, end: int, grammar: OwnerGrammar) -> tuple[list[OwnerMention], int]:
    """Return the person or body whom 你 takes up at the head of a clause (于书记[你]辛苦一下), and the place behind; else ([], start).

    Nobody is named where 你 stands alone before what is asked (你们拿个办法).
    """
    if text[start] in grammar.subjects.whichever_heads and (either := grammar.subjects.whichever.ask(text, start, end)):
        one, other = grammar.named(text, *either.span("name")), grammar.named(text, *either.span("other"))
        return ([*one, *other], either.end()) if one and other else ([], start)  # 无论水利局还是城管局,都要…
    if text.find("你", start, min(end, start + _LONGEST_CALLED)) < 0:
        return [], start
    if text[start] == "你":
        you = grammar.subjects.you_do.ask(text, start, end)
        return [], you.end() if you else start
    called_upon = grammar.subjects.vocative.ask(text, start, end)
    if called_upon is None:
        return [], start
    stop = called_upon.end("name")
    if familiar := grammar.familiar(text, start, stop):
        return familiar, called_upon.end()
    titled = grammar.role.end(text, start, stop) and stop - start <= _LONGEST_PERSON
    body = is_body(text, start, stop, grammar) or grammar.subjects.addressee.ask(text, start, stop) is not None
    names = grammar.named(text, start, stop) if titled or body else []
    return (names, called_upon.end()) if names else ([], start)
