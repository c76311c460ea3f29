"""Tells the 了 of what was done from that of what is still to come: waited for, done first, or ordered (把账结了,别拖)."""

from __future__ import annotations

from typing import Final

from commitments.forward_shapes import ForwardShapes

_BREAKS: Final = frozenset("，,；;。：:！!？?\n")
_REACH: Final = 40
"""Characters of a clause before 了 that are looked at."""
_AROUND: Final = 2
_BEFORE: Final = 20
"""Characters before a clause that are looked at for what happened first."""
_CLAUSE: Final = 10
"""Characters behind 了 within which 才 says what came of it."""


def is_to_come(text: str, place: int, shapes: ForwardShapes) -> bool:
    """Whether the 了 that ends at `place` tells nothing that was done: it stands in what may come or comes before an act, or in an order.

    >>> from commitments.link_shapes import link_shapes
    >>> from commitments.ruledata import load_rules
    >>> shapes = link_shapes(load_rules()).forward
    >>> [is_to_come(text, text.index("了") + 1, shapes) for text in ("别等开了学再修", "查完了贴到村口", "把账结了，别拖", "把账结了")]
    [True, True, True, False]
    """
    first = _opening(text, place)
    if shapes.awaited.ask(text, first, place) or shapes.season_come.ask(text, place - _AROUND, len(text)):
        return True
    if text[place - 2] in "完好" and shapes.then_acts.ask(text, place, len(text)):
        return True
    return is_ordered(text, first, place, shapes)


def is_ordered(text: str, first: int, place: int, shapes: ForwardShapes) -> bool:
    """Whether 了 closes what the clause from `first` on orders to be dealt with: by a word of command, or by what follows it (…,别拖)."""
    disposes = text.find("把", first, place) >= 0 and text[place : place + 1] in _BREAKS
    if not disposes or shapes.turned_out.ask(text, place, len(text)) or shapes.befell.ask(text, max(first - _BEFORE, 0), first):
        return False  # 接报后,镇里抓紧把人撤了; 抓紧把人撤了,没有伤亡: told
    if shapes.by_then.ask(text, first, place) or text.find("才", place, place + _CLAUSE) >= 0:
        return False  # 先把账还了,厂家才肯发货: told
    return shapes.commands.ask(text, first, place) is not None or shapes.pressed.ask(text, place - _AROUND, len(text)) is not None


def is_bidden(text: str, first: int, end: int, shapes: ForwardShapes) -> bool:
    """Whether a clause is put to somebody's face: to be done for the speaker (给我接通), or pressed for by what follows (…,一笔也别漏).

    >>> from commitments.link_shapes import link_shapes
    >>> from commitments.ruledata import load_rules
    >>> shapes = link_shapes(load_rules()).forward
    >>> [is_bidden(text, 0, 5, shapes) for text in ("给我把路修通", "逐笔过一遍，一笔也别漏", "逐笔过一遍，一笔也没漏")]
    [True, True, False]
    """
    if shapes.for_me.ask(text, first, end) or shapes.presses.ask(text, end, len(text)) is not None:
        return True
    if shapes.first_done.ask(text, first, end) is not None:
        return True  # 查完了发到群里
    return text[end - 1] == "了" and shapes.pressed.ask(text, end - _AROUND, len(text)) is not None


def _opening(text: str, place: int) -> int:
    """Return where the clause begins in which a place stands."""
    first = place
    while first > 0 and place - first < _REACH and text[first - 1] not in _BREAKS:
        first -= 1
    return first
