"""Says whom a count takes up that stands for the names right before it (甲局管选址,乙站管手续,[两家]要…)."""

from __future__ import annotations

from typing import Final

from commitments.frame import Frame
from commitments.items import Item, Owners
from commitments.mentions.owner_shapes import NameShapes

_NEAR: Final = 120
"""Characters within which those stand whom a count takes up, and in which another count is looked for."""
_NUMERALS: Final = {"两": 2, "二": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_KEPT: Final = max(_NUMERALS.values()) + 1
"""So many names are remembered: the most that a count takes up, and who is named before them."""
_OPENS: Final = frozenset("两二双三四五六这那你他上")
_STOPS: Final = "。！？!?\n"


def taken_up(frame: Frame, item: Item, text: str, shapes: NameShapes) -> Frame:
    """Return the frame with the names that a count at its head stands for as its owners; remember whom other clauses name."""
    start = frame.clause.start
    counted = shapes.stand_in.ask(text, start, frame.clause.end) if text[start] in _OPENS else None
    if counted is None:
        if frame.owners:
            item.spoken = _distinct((*item.spoken, *frame.owners, *frame.partners))[-_KEPT:]
        return frame
    names = _counted_names(item.spoken, _NUMERALS[counted["count"] or counted["pair"]], text)
    if not names or start - names[0].start_char > _NEAR:
        return frame
    if (kind := counted["kind"]) and not all(name.text.endswith(kind) for name in names):
        return frame
    if any(shapes.other_count.ask(text, *around) for around in _sentence_around(text, start, counted.end())):
        return frame  # 三家9月底前签约，两家年底前投产: each of them is a part of what was spoken of
    frame.owners, frame.action = names, max(frame.action, counted.end())
    frame.quantities = tuple([mention for mention in frame.quantities if mention.start_char >= counted.end()])
    frame.matter = None if frame.matter is not None and frame.matter[0] == start else frame.matter
    return frame


def _counted_names(spoken: Owners, many: int, text: str) -> Owners:
    """Return the last so many names, if they are all that their sentences name, or ()."""
    names = spoken[-many:]
    if len(names) < many:
        return ()
    before = spoken[-many - 1 : -many]
    ends = not before or any(char in _STOPS for char in text[before[0].end_char : names[0].start_char])
    return names if ends else ()


def _sentence_around(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return what stands before [start, end) and behind it in its sentence."""
    opens = max(text.rfind(stop, max(0, start - _NEAR), start) for stop in _STOPS)
    closes = [place for stop in _STOPS if (place := text.find(stop, end, end + _NEAR)) >= 0]
    return (max(opens + 1, start - _NEAR, 0), start), (end, min([*closes, len(text), end + _NEAR]))


def _distinct(names: Owners) -> Owners:
    """Return the names, each where it stands last."""
    last = {name.text: name for name in names}
    return tuple(sorted(last.values(), key=lambda name: name.start_char))
