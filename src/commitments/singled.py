"""Finds whom a clause of its own gives what is told before or behind it: 由总工会来建; 真正上山的是绿化队; 谁来啃？供电所。

Such a clause holds a name and a turn of speech, and nothing that could be ticked off; the turn alone says that the work is his, so that
a name which no list holds is one here as well.
"""

from __future__ import annotations

import re
from typing import Final

from commitments.charged import charged_with, given_to
from commitments.clauses import Clause
from commitments.cues import LEAD
from commitments.frame import Frame
from commitments.gated import any_stands
from commitments.mentions.acting import named_behind
from commitments.mentions.owners import OwnerGrammar
from commitments.types import OwnerMention

SINGLED: Final = "owner.singled"
"""The rule of a name that nothing but a turn of speech vouches for."""
_STOPS: Final = "。！？!?\n"
_LONGEST_QUESTION: Final = 40
_LONGEST_TURN: Final = 60
"""Characters of a clause that holds names and a turn of speech; so many are cheap to count."""
_SHORT_SHARE: Final = 14
"""Characters of a clause that tells who does which part, at the most."""
_BREAKS: Final = "，,；;。！!：:\n"
_PARTS: Final = frozenset("，,；;")
_LONGEST_UNKNOWN: Final = 10
"""Characters of a name that only the turn of speech vouches for."""
_ANSWERS: Final = frozenset("？?")
_AGENTS: Final = frozenset("由让叫")
_TAKES_UP: Final = frozenset("由这那此")
"""With what a sentence begins that says who does what has just been told."""
_ACTS: Final = frozenset("了过着把将被对向等")
"""Characters of a clause, which no name holds."""


def take_singled(frame: Frame, text: str, grammar: OwnerGrammar) -> int:
    """Take as owners those to whom a clause gives the work; return its end, or 0 where it does no such thing.

    A clause that only excuses somebody from it, says who looks on, or thanks him is taken whole and names nobody.
    """
    clause = frame.clause
    if clause.closing in "，," and (names := charged_with(text, clause, grammar)):
        frame.take_charged(names)
        frame.by_agent = True
        return clause.end
    if names := given_to(text, clause, grammar):
        frame.take_charged(names)
        return clause.end
    if frame.deadlines or clause.end - clause.start > _LONGEST_TURN:
        return 0
    if _take_together(frame, text, grammar):
        return clause.end
    if share := _share_of_work(frame, text, grammar):
        return share
    counted = [(it.start_char, it.end_char) for it in frame.quantities]
    if _stands_aside(text, clause, counted, grammar):
        frame.quantities = ()
        return clause.end
    names = singled_out(text, clause, grammar)
    if not names or (counted and (names[0].rule == SINGLED or counted[-1][0] > names[-1].end_char)):
        return 0
    frame.take_charged(names)
    frame.by_agent = text[names[0].start_char - 1] in _AGENTS
    frame.quantities, frame.mask = (), frame.mask | LEAD  # 两位副县长来啃
    frame.given = not (text.endswith("总责", 0, clause.end) and all(name.strength == "role" for name in names))
    return clause.end


def _take_together(frame: Frame, text: str, grammar: OwnerGrammar) -> bool:
    """Take who leads and who helps (由县委办牵头、县府办配合), or several who do it side by side, of whom alone a clause tells."""
    start, end = frame.clause.start, frame.clause.end
    led = grammar.subjects.leads_with.ask(text, start, end) if text.find("、", start, end) > 0 else None
    acts = not led and _opens(text, start) and text[start : start + 2] not in grammar.verbs  # 实行政府、平台联动; behind a leader they help
    together = grammar.subjects.side_by_side.ask(text, start, end) if acts else None
    if (found := led or together) is None:
        return False
    names = grammar.named(text, *found.span("name"))
    helpers = [name for part in ("helper", "other") if led and led[part] for name in grammar.named(text, *led.span(part))]
    if not names or (led and not helpers) or (together and len(names) == 1) or any(name.collective for name in names):
        return False
    if any(grammar.subjects.generic.ask(name.text, 0, len(name.text)) for name in (*names, *helpers)):
        return False  # 政府主导、企业参与: the manner of it
    if together and not all(grammar.named(name.text, 0, len(name.text)) for name in names):
        return False  # 农村与城市联动
    frame.take_charged(names)
    frame.partners, frame.quantities = tuple(helpers), ()
    frame.mask, frame.given, frame.by_agent = frame.mask | LEAD, True, text[start] == "由"
    return True


def _share_of_work(frame: Frame, text: str, grammar: OwnerGrammar) -> int:
    """Take who does a short part of a work, another of which a clause beside it gives somebody else; return where the part begins, or 0."""
    clause, share = frame.clause, grammar.subjects.share_of_it
    found = share.ask(text, clause.start, clause.end) if clause.end - clause.start <= _SHORT_SHARE and not frame.quantities else None
    names = grammar.named(text, *found.span("name")) if found else []
    if found is None or not names:
        return 0
    earlier: list[OwnerMention] = []
    place = clause.start
    while others := _shared_before(text, place, grammar):
        earlier, place = [*others, *earlier], others[0].start_char
    behind = next((place for place in range(clause.end + 1, min(len(text), clause.end + _SHORT_SHARE)) if text[place] in _BREAKS), -1)
    other = share.ask(text, clause.end + 1, behind) if behind > 0 and not earlier else None
    if not earlier and not (other and grammar.named(text, *other.span("name"))):
        return 0
    frame.owners = (*earlier, *names)  # what comes of it is everybody's
    return found.start("act")


def _shared_before(text: str, start: int, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return whose short part of a work the clause before `start` tells, if it begins with his name, or []."""
    if start == 0 or text[start - 1] not in _PARTS:
        return []
    first = max(start - _SHORT_SHARE, 0)
    first = max((place + 1 for place in range(first, start - 1) if text[place] in _BREAKS), default=first)
    found = grammar.subjects.share_of_it.ask(text, first, start - 1) if first < start - 1 else None
    names = grammar.named(text, *found.span("name")) if found else []
    return names if names and names[0].start_char == first else []


def wanted(text: str, start: int, end: int, dates: frozenset[int], grammar: OwnerGrammar) -> tuple[list[OwnerMention], int]:
    """Return of whom the speaker wants an act (我要[水利局]年内修好), and the place behind; else ([], start)."""
    wants = grammar.subjects.wants.ask(text, start, end)
    names = named_behind(text, wants.end(), end, grammar, dates) if wants else []
    if not names or any(name.collective for name in names):
        return [], start
    stop = names[-1].end_char
    acts = stop in dates or grammar.duty.match(text, stop, end) is not None or text[stop : stop + 2] in grammar.verbs
    return (names, stop) if acts else ([], start)


def singled_out(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return to whom a clause gives what is told before or behind it, or [].

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> def given(text):
    ...     return [name.text for name in singled_out(text, Clause(0, len(text), "，"), grammar)]
    >>> given("真正上山的是绿化队"), given("不能光靠绿化队")
    (['绿化队'], [])
    """
    start, end, shapes = clause.start, clause.end, grammar.subjects
    if text[end - 1] in shapes.shoulders_lasts:
        if given := shapes.shoulders.ask(text, start, end):
            return _names(text, *given.span("name"), grammar, vouched=given.start("name") > start)
        if given := shapes.carries_out.ask(text, start, end):
            return _names(text, *given.span("name"), grammar, vouched=given["short"] is None)
    if found := shapes.does_it_himself.ask(text, start, end):
        return _names(text, *found.span("name"), grammar, vouched=True)
    if found := shapes.looked_to.ask(text, start, end):
        return _looked_to(text, start, found, grammar)
    if any_stands(shapes.falls_words, text, start, end) and (found := shapes.falls_to.ask(text, start, end)):
        falls = not found["topic"] or (_opens(text, start) and _alone(text, clause, grammar))
        return _names(text, *found.span("name"), grammar, vouched=False) if falls else []
    return _answering(text, clause, grammar) if start and text[start - 1] in _ANSWERS else []


def may_hand_back(text: str, start: int) -> bool:
    """Whether a sentence that begins at `start` may say who does what the sentence before tells."""
    return text[start] in _TAKES_UP or (start > 0 and text[start - 1] in _ANSWERS)


def handed_back(text: str, clause: Clause, grammar: OwnerGrammar) -> tuple[list[OwnerMention], int]:
    """Return to whom the clause that opens a sentence gives what the sentence before tells, and where that one ends; else ([], -1).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "9月底前修渠12公里。谁来干？水利站。"
    >>> names, place = handed_back(text, Clause(15, 18, "。"), owner_grammar(load_rules()))
    >>> [name.text for name in names], text[:place]
    (['水利站'], '9月底前修渠12公里。')
    """
    start = clause.start
    if start and text[start - 1] in _ANSWERS:
        opens = _opening(text, start - 1)
        asks = grammar.subjects.asks_who.ask(text, opens, start) is not None
        return (singled_out(text, clause, grammar), opens) if asks else ([], -1)
    return singled_out(text, clause, grammar), start


def _answering(text: str, clause: Clause, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return whose name answers the question who does the work (谁来啃？[供电所]。), or []."""
    opens = _opening(text, clause.start - 1)
    asks = grammar.subjects.asks_who.ask(text, opens, clause.start)
    answer = grammar.subjects.answers_who.ask(text, clause.start, clause.end) if asks else None
    return _names(text, *answer.span("name"), grammar, vouched=False) if answer else []


def _looked_to(text: str, start: int, found: re.Match[str], grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return who is looked to for the work; 看 alone says no such thing (看供电所), nor does whom all hangs on (靠群众)."""
    turn = found["turn"] or ""
    if found["sees"] and not (found.start("sees") > start or turn.startswith("的")):
        return []
    if grammar.subjects.generic.ask(text, *found.span("name")):
        return []
    return _names(text, *found.span("name"), grammar, vouched=False)


def _names(text: str, start: int, end: int, grammar: OwnerGrammar, *, vouched: bool) -> list[OwnerMention]:
    """Return the names in [start, end), also those that nothing but a turn of speech behind or before them vouches for."""
    vouched = vouched or text[start] == "各"
    names = [name for name in grammar.named(text, start, end) if name.strength != "field" or vouched]
    if names or not vouched or end - start > _LONGEST_UNKNOWN or grammar.subjects.nobody.ask(text, start, end):
        return [] if any(name.collective for name in names) else names
    if not text[start:end].isalnum() or any(char in _ACTS for char in text[start:end]):
        return []
    return [OwnerMention(start, end, text[start:end], SINGLED, strength="role")]


def _alone(text: str, clause: Clause, grammar: OwnerGrammar) -> bool:
    """Whether nobody else is given anything in the rest of the sentence (清淤的事归水利站,保洁归环卫所)."""
    stop = min((place for mark in _STOPS if (place := text.find(mark, clause.end)) >= 0), default=len(text))
    return grammar.subjects.given_elsewhere.ask(text, clause.end, stop) is None


def _stands_aside(text: str, clause: Clause, counted: list[tuple[int, int]], grammar: OwnerGrammar) -> bool:
    """Whether a clause says only that somebody need not do it, looks on, is thanked, or pays (unlike 资金由财政局解决，9月底前到位)."""
    start, end, shapes = clause.start, clause.end, grammar.subjects
    excused = shapes.excused.ask(text, start, end) if any_stands(shapes.excused_words, text, start, end) else None
    aside = excused or shapes.oversees.ask(text, start, end) or shapes.left_out.ask(text, start, end)
    aside = aside or _pays(text, start, end, grammar)
    if aside is None:
        return False
    first, stop = aside.span("name")
    return all(first <= place < stop for place, _ in counted) and bool(_names(text, first, stop, grammar, vouched=False))


def _pays(text: str, start: int, end: int, grammar: OwnerGrammar) -> re.Match[str] | None:
    """Return what says that somebody pays for it, where what follows is no payment."""
    pays = grammar.subjects.pays.ask(text, start, end)
    return pays if pays and grammar.subjects.paid.ask(text, end, len(text)) is None else None


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    return start == 0 or text[start - 1] in _STOPS


def _opening(text: str, end: int) -> int:
    """Return where the sentence begins that ends at `end`."""
    return max(max(text.rfind(mark, max(0, end - _LONGEST_QUESTION), end) for mark in _STOPS) + 1, 0)
