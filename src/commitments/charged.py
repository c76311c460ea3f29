"""Finds whom a clause charges with what stands before it: 清淤是水利局的事; 这件事民政局抓; 用电的事归供电所管."""

from __future__ import annotations

from typing import Final

from commitments.clauses import Clause
from commitments.mentions.acting import named_behind
from commitments.mentions.lookalikes import opens_like_clause
from commitments.mentions.owners import OwnerGrammar
from commitments.types import OwnerMention

_LONGEST_TOPIC: Final = 16


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
    answers = grammar.subjects.answers.ask(text, clause.start, clause.end)
    bears = grammar.subjects.responsible.ask(text, clause.start, clause.end) if answers else None
    bears = bears or grammar.subjects.bears.ask(text, clause.start, clause.end)
    if bears is None or opens_like_clause(text, bears.start("name"), bears.end("name"), grammar):
        return []
    if text[clause.end - 1] == "办" and grammar.strength_of(grammar.name.ending(text, clause.start, clause.end)) == "strong":
        return []  # 政府办：…: the office itself
    names = grammar.named(text, *bears.span("name"))
    return [] if any(name.strength == "field" for name in names) else names  # 抓好规划落实


def given_to(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return to whom a clause gives a piece of work that is told next (给水利站派一件活), or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [name.text for name in given_to("给水利站派一件活", Clause(0, 8, "："), owner_grammar(load_rules()))]
    ['水利站']
    """
    given = grammar.subjects.given.ask(text, clause.start, clause.end) if text.find("给", clause.start, clause.end) >= 0 else None
    return grammar.named(text, *given.span("name")) if given else []


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
    names = named_behind(text, found.end(), end, grammar, dates)
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
    topic = max(0, found.start() - _LONGEST_TOPIC), found.start()
    house = tail is None and topic[1] > topic[0] and grammar.houses.kinds.end(text, *topic)  # 泵站交给农投公司
    of_work = house or tail is not None or grammar.subjects.work.ask(text, *topic)
    if stop == found.end() or not of_work:
        return [], -1, start
    names = grammar.named(text, found.end(), stop)
    return (names, found.start(), end) if names else ([], -1, start)
