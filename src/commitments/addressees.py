"""Finds who has been spoken to in a paragraph before an act for which nobody is named.

Who is told what not to do (供水站不要等上面催), whose work is found wanting (城关镇动作慢了半拍), who is called up (接下去看供水站) or
called by name (护林点，你们守的是…) is to do what the next sentence asks. Who is thanked, has complained or done his part is not.
"""

from __future__ import annotations

from typing import Final

from commitments.calls import called_up
from commitments.items import Item, Owners
from commitments.kept import compiled
from commitments.mentions.endings import endings_in
from commitments.mentions.lookalikes import opens_like_clause
from commitments.mentions.owners import OwnerGrammar
from commitments.spoken_shapes import SpokenShapes
from commitments.subjects import is_above
from commitments.types import OwnerMention

_CLAUSE: Final = compiled(r"[^，,。；;：:！!？?\n\s][^，,。；;：:！!？?\n]+")
_SHORTEST: Final = 2
_LONGEST: Final = 24
"""Characters at the head of a clause within which a name ends."""
_LONGEST_NAME: Final = 12
_SHORT_NAME: Final = 3  # 收费站
_BEHIND: Final = 12
"""Characters between a name and what is said of it, at the most."""
_OPENS: Final = frozenset("。；;！!？?\n")
_COMMAS: Final = frozenset(",，")


class Addressees:
    """Who has been spoken to last, in each paragraph of one text; each clause is looked at once."""

    __slots__ = ("_grammar", "_last", "_line", "_read", "_shapes", "_text")

    def __init__(self, text: str, grammar: OwnerGrammar, shapes: SpokenShapes) -> None:
        self._text = text
        self._grammar = grammar
        self._shapes = shapes
        self._line = self._read = -1
        self._last: Owners = ()

    def take_charge(self, item: Item, place: int, last: int) -> Owners:
        """Put in charge of an item who has been spoken to before a place, if nobody else has been since, and return him.

        Once he has been given an act (`last` is where the last one begins) he is in charge like any other.
        """
        if item.reports or item.collective:
            return ()
        spoken = self.before(max(item.line, 0), place)
        if not spoken or spoken[0].start_char < last:
            return ()
        if item.current == spoken:
            return spoken
        if item.current and item.current[0].start_char > spoken[0].start_char:
            return ()
        item.current, item.current_partners = spoken, ()
        if not item.lead or item.led_by_talk:
            item.lead, item.lead_partners, item.led_by_talk = spoken, (), True
        return spoken

    def before(self, line: int, place: int) -> Owners:
        """Return who has been spoken to last between the beginning of a paragraph and a place, or ()."""
        if line != self._line or place < self._read:
            self._line = self._read = line
            self._last = ()
        if place > self._read:
            for clause in _CLAUSE.finditer(self._text, self._read, place):
                self._last = self._spoken_to(*clause.span()) or self._last
            self._read = place
        return self._last

    def _spoken_to(self, start: int, end: int) -> Owners:
        """Return who is spoken to in a clause, or ()."""
        text, shapes = self._text, self._shapes
        if names := called_up(text, start, end, self._grammar):
            return self._meant(tuple(names))
        opens = shapes.opens.ask(text, start, end)
        start = opens.end() if opens else start
        called = text[end : end + 1] in _COMMAS and shapes.called.ask(text, end + 1, len(text)) is not None
        if called and (names_ := self._named(start, end)):
            return names_
        stops = sorted({stop for _, stop in endings_in(self._grammar.words, text).within(start, min(end, start + _LONGEST))}, reverse=True)
        told = shapes.told.ask(text, start + _SHORTEST, end) if stops else None
        for stop in stops:
            if stop - start < _SHORTEST or stop == end:
                continue
            near = told is not None and stop <= told.start() <= stop + _BEHIND
            said = near and told is not None and shapes.between.ask(text, stop, told.start()) is not None
            said = said or shapes.listens.ask(text, stop, end) is not None or self._stands(start, stop, end)
            if said and (names_ := self._named(start, stop)):
                return names_
        return ()

    def _stands(self, start: int, stop: int, end: int) -> bool:
        """Whether a clause that opens its sentence says how the work of somebody stands, or what only people are like."""
        if (start and self._text[start - 1] not in _OPENS) or self._shapes.only_mentioned.ask(self._text, stop, end):
            return False
        around = self._grammar.shapes
        return any(shape.ask(self._text, stop, end) for shape in (around.stands_at_work, around.like_people, self._shapes.stands))

    def _named(self, start: int, stop: int) -> Owners:
        """Return the bodies whose names fill a stretch, if they can be spoken to."""
        names = self._of_one_kind(self._grammar.named(self._text, start, stop))
        more = any(self._holds_more(name.start_char, name.end_char) for name in names)
        return () if more else self._meant(tuple(names))

    def _of_one_kind(self, names: list[OwnerMention]) -> list[OwnerMention]:
        """Return the names of a list, the last as short as the others are (一车间、二车间[安全员]缺岗: who is short of whom)."""
        if len(names) < _SHORTEST:
            return names
        first, last = names[0], names[-1]
        kind = self._grammar.name.ending(first.text, 0, len(first.text))
        place = last.text.find(kind, 1) + len(kind) if kind else 0
        if not len(kind) < place < len(last.text):
            return names
        cut = OwnerMention(last.start_char, last.start_char + place, last.text[:place], first.rule, strength=first.strength)
        return [*names[:-1], cut]

    def _holds_more(self, start: int, end: int) -> bool:
        """Whether a stretch that ends like a name is a clause with an act in it (组建水务集团, unlike 供水站)."""
        text, grammar = self._text, self._grammar
        if end - start > _LONGEST_NAME or grammar.shapes.says.ask(text, start, end) or grammar.shapes.no_name.ask(text, start, end):
            return True
        acts = end - start > _SHORT_NAME and text[start : start + 2] in grammar.verbs and not grammar.body_before(text, start, end)
        return acts or opens_like_clause(text, start, end, grammar)

    def _meant(self, names: Owners) -> Owners:
        """Return the names if each is somebody's own, of no higher level."""
        nobody = any(name.collective or self._shapes.nobody.ask(name.text, 0, len(name.text)) for name in names)
        return () if nobody or is_above(names) else names
