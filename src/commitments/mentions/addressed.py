"""Whom a whole clause addresses: 民政局那边，…; 云岭、下坪、金竹三个村，…; 老周，…."""

from __future__ import annotations

from typing import Final

from commitments.gated import any_stands
from commitments.mentions.acting import subject_end
from commitments.mentions.lookalikes import is_project
from commitments.mentions.name_start import numbered
from commitments.mentions.owners import OwnerGrammar
from commitments.types import OwnerMention

_NO_PLACES: Final[frozenset[int]] = frozenset()
_LONGEST_FIELD: Final = 6


def who_is_addressed(text: str, start: int, end: int, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return the bodies that the whole of a clause addresses (民政局那边; 云岭、下坪、金竹三个村), or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> [name.text for name in who_is_addressed("民政局那边，名单要核准", 0, 5, grammar)]
    ['民政局']
    >>> who_is_addressed("改造那边，名单要核准", 0, 4, grammar)
    []
    """
    by_kind = text[start] in grammar.shapes.class_heads and grammar.shapes.class_of_bodies.ask(text, start, end) is not None
    if by_kind and grammar.shapes.called.ask(text, end, len(text)):
        return [OwnerMention(start, end, text[start:end], "owner.listed")]
    described = text[end - 1] in grammar.shapes.described_lasts and grammar.shapes.described_class.ask(text, start, end) is not None
    if described and (grammar.shapes.told.ask(text, end, len(text)) or grammar.shapes.regional.ask(text, start, end)):
        return [OwnerMention(start, end, text[start:end], "owner.listed")]
    aside = grammar.shapes.aside.ask(text, start, end)
    stop = aside.start() if aside else end
    listed = text.find("、", start, end) >= 0
    if not (listed or text[stop - 1] in grammar.name.closers or any_stands(("老", "小"), text, start, end)):
        return []
    called_after = aside is not None and aside[0][0] in "呢啊嘛这那" and aside.start() - start <= _LONGEST_FIELD  # 投诉办呢
    called_after = called_after and (aside is None or aside[0] in "呢啊嘛" or grammar.body_before(text, start, stop))
    if (text[start : start + 2] in grammar.verbs or grammar.not_at_start.match(text, start, end)) and not called_after:
        return []
    parts = grammar.apposed(text, start, end) if listed else []
    if parts and any(text[place : place + 2] in grammar.verbs for place in range(start + 2, parts[0].end_char - 1)):
        return []  # 明年底前建成青石、白岭两个站: what is made
    if parts and grammar.ending.end(text, start, end):
        return parts
    if familiar := grammar.familiar(text, start, end):
        put = grammar.shapes.you.ask(text, end, len(text)) or grammar.shapes.put_before.ask(text, end, len(text))
        return familiar if put else []
    if aside is None:
        return _asked_for(text, start, end, grammar)
    if not grammar.name.ending(text, start, stop):
        return []
    called_on = aside[0].startswith("的") or aside[0] in "呢啊嘛" or text[stop - 1] in "里上" or text[start] == "各"
    called_on = called_on or grammar.body_before(text, start, stop) or grammar.is_person(text, start, stop)
    return grammar.split(text, start, stop) if called_on else []


def _asked_for(text: str, start: int, end: int, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return the bodies that a clause names and nothing else, where what follows asks something of them."""
    somebody = text[start] == "各" or grammar.is_named(text, start, end) or grammar.is_person(text, start, end)
    called = bool(somebody and grammar.shapes.called.ask(text, end, len(text)))
    called = called or (somebody and grammar.shapes.put_before.ask(text, end, len(text)) is not None)
    at_name = somebody or grammar.shapes.put_to_name.ask(text, start, end) is not None
    called = called or (at_name and grammar.shapes.put_to.ask(text, end, len(text)) is not None)
    called = called or (grammar.role.end(text, start, end) and grammar.shapes.you.ask(text, end, len(text)) is not None)
    called = called or (grammar.role.end(text, start, end) and grammar.shapes.each_acts.ask(text, end, len(text)) is not None)
    called = called or text.startswith("你们", end + 1)  # 电教中心，你们记一下
    if not called or grammar.shapes.says.ask(text, start, end) or grammar.shapes.no_name.ask(text, start, end):
        return []
    if grammar.shapes.counted.ask(text, start, end) and not numbered(text, start, end, grammar.verbs):
        return []  # 交警数过了，四十三处，…: things
    acts = start < subject_end(text, start, end, grammar, _NO_PLACES) < end  # 财政局长回去就办, though 办 ends names as well
    unnamed = acts or not grammar.name.ending(text, start, end) or is_project(text, start, end, end, grammar)
    return [] if unnamed else grammar.split(text, start, end)
