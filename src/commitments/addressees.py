"""Finds who has been spoken to in a paragraph before an act for which nobody is named.

Who is told what not to do (供水站不要等上面催), is called up (接下去看供水站) or called by name (护林点，你们守的是…) is to do what
the next sentence asks. Whose work is only found wanting (城关镇动作慢了半拍) is told of as often as he is told, and what comes next may be
done about him: only what makes good (6月底前补建3处) is his. Nobody who has been put in charge gives way to either.
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

    __slots__ = ("_given", "_grammar", "_last", "_line", "_read", "_shapes", "_text", "_wanting")

    def __init__(self, text: str, grammar: OwnerGrammar, shapes: SpokenShapes) -> None:
        self._text = text
        self._grammar = grammar
        self._shapes = shapes
        self._line = self._read = -1
        self._last: Owners = ()
        self._given: Owners = ()
        """Who has been put in charge last for having been spoken to."""
        self._wanting = -1
        """Where the clause ends that finds wanting who has been spoken of last, -1 if he was spoken to."""

    def take_charge(self, item: Item, sentence: tuple[int, int], last: int) -> Owners:
        """Put in charge of an item who has been spoken to before a sentence that asks something of him, if nobody else is, and return him.

        Once he has been given an act (`last` is where the last one begins) he is in charge like any other.
        """
        if item.reports or item.collective:
            return ()
        spoken = self.before(max(item.line, 0), sentence[0])
        if not spoken or spoken[0].start_char < last or not self._asks(*sentence):
            return ()
        if item.current == spoken:
            return spoken
        if item.current and item.current != self._given:
            return ()
        item.current, item.current_partners = spoken, ()
        self._given = spoken
        if not item.lead or item.led_by_talk:
            item.lead, item.lead_partners, item.led_by_talk = spoken, (), True
        return spoken

    def before(self, line: int, place: int) -> Owners:
        """Return who has been spoken to last between the beginning of a paragraph and a place, or ()."""
        if line != self._line or place < self._read:
            self._line = self._read = line
            self._last = self._given = ()
        if place > self._read:
            for clause in _CLAUSE.finditer(self._text, self._read, place):
                start, end = clause.span()
                if self._last and self._shapes.turns.ask(self._text, start, end):
                    self._last = ()
                if names := self._spoken_to(start, end):
                    self._last = names
            self._read = place
        return self._last

    def _asks(self, start: int, end: int) -> bool:
        """Whether a sentence asks something of who was spoken to before it, or makes good what was found wanting just before."""
        text, shapes = self._text, self._shapes
        if self._wanting < 0:
            return shapes.next_asks.ask(text, start, end) is not None
        near = sum(text.count(mark, self._wanting, start) for mark in _OPENS) == 1
        return near and shapes.makes_good.ask(text, start, end) is not None

    def _spoken_to(self, start: int, end: int) -> Owners:
        """Return who is spoken to, or found wanting, in a clause, or ()."""
        text, shapes = self._text, self._shapes
        if (names := called_up(text, start, end, self._grammar)) and (meant := self._meant(tuple(names))):
            self._wanting = -1
            return meant
        opens = shapes.opens.ask(text, start, end)
        start = opens.end() if opens else start
        called = text[end : end + 1] in _COMMAS and shapes.called.ask(text, end + 1, len(text)) is not None
        if called and (names_ := self._named(start, end)):
            self._wanting = -1
            return names_
        stops = sorted({stop for _, stop in endings_in(self._grammar.words, text).within(start, min(end, start + _LONGEST))}, reverse=True)
        told = shapes.told.ask(text, start + _SHORTEST, end) if stops else None
        wanting = shapes.wanting.ask(text, start + _SHORTEST, end) if stops and told is None else None
        said = told or wanting
        for stop in stops:
            if stop - start < _SHORTEST or stop == end:
                continue
            near = said is not None and stop <= said.start() <= stop + _BEHIND
            told_him = near and said is not None and shapes.between.ask(text, stop, said.start()) is not None
            if not told_him and shapes.listens.ask(text, stop, end) is None:
                continue
            found = told_him and wanting is not None
            if found and shapes.post.ask(text, start, stop):
                continue
            if names_ := self._named(start, stop):
                self._wanting = end if found else -1
                return names_
        return ()

    def _named(self, start: int, stop: int) -> Owners:
        """Return the bodies whose names fill a stretch, if they can be spoken to."""
        names = self._grammar.named(self._text, start, stop)
        more = any(self._holds_more(name.start_char, name.end_char) for name in names)
        return () if more else self._meant(tuple(names))

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
