"""Who is responsible by a bracket behind a task: with labels (责任单位:甲、乙), or the names of bodies alone (甲牵头,乙配合)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.mentions.coordination import labelled, spans
from commitments.mentions.endings import BRACKETS, endings_in
from commitments.mentions.lookalikes import is_body, is_object
from commitments.mentions.owner_shapes import ShareShapes
from commitments.mentions.owners import OwnerGrammar
from commitments.types import OwnerMention

_PART: Final = compiled("[^，,；;]+")
_COUNTED: Final = compiled("[0-9０-９至到—–~-]|[一二两三四五六七八九十百][一-鿿]$")
_LONGEST_LISTED: Final = 12
_TOLD: Final = frozenset(("bracket.told", "bracket.pointed", "bracket.is"))
"""The rules of sentences that say whose the work before them is."""

Names = tuple[list[OwnerMention], list[OwnerMention]]
Bracket = tuple[int, int, list[OwnerMention], list[OwnerMention]]
"""Where a responsibility bracket stands, and whom it names as owners and co-owners."""


def covers(brackets: Sequence[Bracket], start: int, end: int) -> bool:
    """Whether a stretch only says who answers for what stands before it, or by when (责任单位：水利局；完成时限：9月底。).

    >>> covers([(0, 8, [], [])], 0, 9), covers([], 0, 9)
    (True, False)
    """
    return bool(brackets) and brackets[0][0] == start and brackets[-1][1] >= end - 1


def in_brackets(text: str, start: int, end: int, grammar: OwnerGrammar) -> list[Bracket]:
    """Return (start, end, owners, co-owners) of each responsibility bracket in [start, end).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "清淤12公里（责任单位：水利局）。"
    >>> [(start, end, owners[0].text) for start, end, owners, _ in in_brackets(text, 0, len(text), owner_grammar(load_rules()))]
    [(6, 16, '水利局')]
    """
    found: list[Bracket] = []
    if grammar.signed and not endings_in(grammar.words, text).holds(BRACKETS, start, end):
        return found  # hardly a sentence holds one of the characters that every such bracket does
    for rule, signs, pattern in grammar.brackets:
        for match in pattern.finditer(text, start, end) if not signs or any_stands(signs, text, start, end) else ():
            if (names := _responsible(text, match, rule, grammar)) is not None:
                found.append((match.start(), match.end(), *names))
    return found


def _responsible(text: str, match: re.Match[str], rule: str, grammar: OwnerGrammar) -> Names | None:
    """Return the owners and co-owners whom a bracket names, or None where it names other things."""
    first, stop = match.span("content")
    if rule in _TOLD:
        return _told(text, first, stop, grammar)
    if grammar.label.search(text, first, stop):
        return responsible_by_labels(text, first, stop, grammar)
    named = grammar.body_end.end(text, max(0, match.start() - _LONGEST_LISTED), match.start())
    assigned = _assigns(text, first, stop, grammar.shares) or not _explains(text, match.start(), grammar.shares, body=named)
    return _bare(text, first, stop, grammar) if assigned else None


def responsible_by_labels(text: str, start: int, end: int, grammar: OwnerGrammar) -> Names:
    """Return the owners and co-owners whom the labels in [start, end) name, on one line or on several.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "牵头单位：水利局；配合单位：各镇"
    >>> [[name.text for name in names] for names in responsible_by_labels(text, 0, len(text), owner_grammar(load_rules()))]
    [['水利局'], ['各镇']]
    """
    when = grammar.shapes.when
    found = [(label, parts) for label, parts in labelled(text, start, end, grammar.label) if not when.ask(label, 0, len(label))]
    names = [(label, [grammar.mention(text, *part) for part in parts]) for label, parts in found]
    return _by_labels([(label, [name for name in some if name is not None]) for label, some in names], grammar.shares)


def _by_labels(parts: Sequence[tuple[str, list[OwnerMention]]], shapes: ShareShapes) -> Names:
    """Return the owners and co-owners of a bracket whose parts have labels."""
    lead = [names for label, names in parts if shapes.leads.ask(label, 0, len(label))]
    told = [(label, names) for label, names in parts if not shapes.above.ask(label, 0, len(label))]
    # Whoever leads from above does not act.
    units = [names for label, names in told if not shapes.leader.ask(label, 0, len(label))]
    rest = units or [names for _, names in told]
    owners, partners = (lead, rest) if lead else (rest[:1], rest[1:])
    return [n for names in owners for n in names], [n for names in partners for n in names]


def _assigns(text: str, start: int, end: int, shapes: ShareShapes) -> bool:
    """Whether a bracket of bodies says what share one of them has, or by when (新增学位1800个（教育局牵头，6月底前完成）)."""
    parts = (part.span() for part in _PART.finditer(text, start, end))
    of_work, by_when = shapes.of_work, shapes.by_when
    return any(of_work.ask(text, first, stop) is not None or by_when.ask(text, first, stop) is not None for first, stop in parts)


def _explains(text: str, bracket: int, shapes: ShareShapes, *, body: bool) -> bool:
    """Whether what stands before a bracket is the name, or the class, that the bracket only explains (市数据局（…局）; 3家单位（…）)."""
    if body or shapes.class_before.ask(text, max(0, bracket - 4), bracket) is not None:
        return True
    return shapes.counted_before.ask(text, max(0, bracket - 24), bracket) is not None


def _bare(text: str, start: int, end: int, grammar: OwnerGrammar) -> Names | None:
    """Return the owners and co-owners of a bracket that holds only names of bodies, each with its share in the work or none, and by when.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar, text = owner_grammar(load_rules()), "县水利局牵头，县财政局、县林业局配合"
    >>> found = _bare(text, 0, len(text), grammar)
    >>> [[name.text for name in names] for names in found]
    [['县水利局'], ['县财政局', '县林业局']]
    """
    shapes = grammar.shares
    owners: list[OwnerMention] = []
    partners: list[OwnerMention] = []
    parts = [part.span() for part in _PART.finditer(text, start, end)]
    given = _assigns(text, start, end, shapes)  # a place with its share or a date has it to do
    for first, stop in parts:
        if shapes.by_when.ask(text, first, stop):
            continue
        share = shapes.of_work.ask(text, first, stop)
        names = _whole(text, spans(text, first, share.start() if share else stop, grammar.shapes), grammar)
        if not all(right - left > 1 and _answers_for(text, left, right, grammar, given=given) for left, right in names):
            return None
        helps = share is not None and share["leads"] is None
        found = [OwnerMention(left, right, text[left:right], "owner.body", strength="strong") for left, right in names]
        (partners if helps else owners).extend(found)
    if not owners or (not given and all(shapes.firm.ask(name.text, 0, len(name.text)) or name.text[0] == "各" for name in owners)):
        return None
    return owners, partners


def _whole(text: str, parts: Iterable[tuple[int, int]], grammar: OwnerGrammar) -> list[tuple[int, int]]:
    """Return the names among the parts of a list; 和 in a name (文化[和]旅游局) parts none, as what stands before it ends like no name."""
    names: list[tuple[int, int]] = []
    for left, right in parts:
        if names and text[names[-1][1]] in "和与" and not grammar.name.ending(text, *names[-1]):
            names[-1] = (names[-1][0], right)
        else:
            names.append((left, right))
    return names


def _answers_for(text: str, start: int, end: int, grammar: OwnerGrammar, *, given: bool) -> bool:
    """Whether a name in a bracket is that of a body or a class of them, or, beside a share or a date, of a place that has it to do."""
    if text[start] == "各" or is_body(text, start, end, grammar):
        return True
    place = given and bool(grammar.name.ending(text, start, end)) and not is_object(text, start, end, grammar)
    return place and _COUNTED.search(text, start, end) is None  # 城区6所，9月底前完成; 甲镇至乙镇


def _told(text: str, start: int, end: int, grammar: OwnerGrammar) -> Names | None:
    """Return the owners and co-owners of a sentence that gives out the work before it, or None where it says more than that.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar, text = owner_grammar(load_rules()), "这项工作由县水利局负责，县财政局、各镇配合"
    >>> found = _told(text, 0, len(text), grammar)
    >>> [[name.text for name in names] for names in found]
    [['县水利局'], ['县财政局', '各镇']]
    """
    shapes = grammar.shares
    owners: list[OwnerMention] = []
    partners: list[OwnerMention] = []
    lead = ""
    topic = shapes.this_work.ask(text, start, end)
    opens = topic.end() if topic and topic["label"] is None else -1
    behind = opens if opens >= 0 else topic.start("label") if topic else start
    for first, stop in (part.span() for part in _PART.finditer(text, behind, end)):
        again = shapes.this_work.ask(text, first, stop) if first != opens else None
        first = again.end() if again else first
        label = again["label"] if again else None
        share = shapes.told.ask(text, first, stop) if label is None else None
        if share is None and label is None:
            return None
        names = [grammar.named(text, left, right) for left, right in spans(text, first, share.start() if share else stop, grammar.shapes)]
        if not all(names):
            return None
        leads = share["leads"] if share else None if again and again["helps"] else label
        beside = leads is None or (lead and lead != leads)  # 由甲牵头,乙具体落实
        lead = lead or leads or ""
        (partners if beside else owners).extend(name for found in names for name in found)
    return (owners, partners) if owners else None
