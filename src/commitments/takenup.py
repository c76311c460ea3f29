"""Says whom a count takes up that stands for the names right before it (甲局管选址,乙站管手续,[两家]要…)."""

from __future__ import annotations

from typing import Final

from commitments.frame import Frame
from commitments.items import Item, Owners
from commitments.mentions.owner_shapes import NameShapes

_NEAR: Final = 120
"""Characters within which those stand whom a count takes up."""
_NUMERALS: Final = {"两": 2, "二": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_OPENS: Final = frozenset("两二双三四五六这那你他上")


def taken_up(frame: Frame, item: Item, text: str, shapes: NameShapes) -> Frame:
    """Return the frame with the names that a count at its head stands for as its owners; remember whom other clauses name."""
    start = frame.clause.start
    counted = shapes.stand_in(text, start, frame.clause.end) if text[start] in _OPENS else None
    if counted is None:
        if frame.owners:
            item.spoken = _distinct((*item.spoken, *frame.owners, *frame.partners))
        return frame
    many = _NUMERALS[counted["count"] or counted["pair"]]
    names = item.spoken[-many:]
    if len(names) < many or start - min(name.start_char for name in names) > _NEAR:
        return frame
    frame.owners, frame.action = names, max(frame.action, counted.end())
    frame.quantities = tuple([mention for mention in frame.quantities if mention.start_char >= counted.end()])
    frame.matter = None if frame.matter is not None and frame.matter[0] == start else frame.matter
    return frame


def _distinct(names: Owners) -> Owners:
    """Return the names, each where it stands last."""
    last = {name.text: name for name in names}
    return tuple(sorted(last.values(), key=lambda name: name.start_char))
