"""Where a coordination of names may be cut: 发改局、财政局和各镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from commitments.kept import compiled
from commitments.mentions.owner_shapes import NameShapes

_PART: Final = compiled(r"[^、,，；;。\s]+")


def behind_list(text: str, end: int, shapes: NameShapes) -> int:
    """Return the place behind a list of names that ends at `end`, and behind what goes with them (会同财政局[等单位])."""
    others = shapes.behind_names(text, end, len(text))
    return others.end() if others else end


def cuts(text: str, start: int, end: int, shapes: NameShapes) -> Iterator[tuple[int, int]]:
    """Yield where each part of [start, end) ends, and where the next one begins.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> list(cuts("发改局、财政局和各镇", 0, 10, owner_grammar(load_rules()).shapes))
    [(3, 4), (7, 8), (10, 10)]
    """
    for match in shapes.joint(text, start, end):
        yield match.start(), match.end()
    yield end, end


def shares_head(parts: Sequence[tuple[str, str]], shapes: NameShapes) -> bool:
    """Whether the parts of a coordination, each with its strength, are one name: they share their beginning or their end.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> shapes = owner_grammar(load_rules()).shapes
    >>> shares_head([("各级民政", "field"), ("消防", "field"), ("市场监管等部门", "weak")], shapes)
    True
    >>> shares_head([("县委", "strong"), ("县政府主要领导", "role")], shapes)
    True
    >>> shares_head([("县委", "strong"), ("县政府", "strong")], shapes)
    False
    """
    (first, _), (last, strength) = parts[0], parts[-1]
    before = [kind for _, kind in parts[:-1]]
    whole = len(last)
    if "field" in before and (shapes.others(last, 0, whole) or shapes.departments(last, 0, whole)):
        return True
    if strength == "role" and "role" not in before:
        return shapes.duty_holder(last, 0, whole) is not None
    return first.startswith("各") and shapes.half_name(last, 0, whole) is not None and last[0] != first[-1]


def spans(text: str, start: int, end: int, shapes: NameShapes) -> Iterator[tuple[int, int]]:
    """Yield the parts of [start, end)."""
    for stop, following in cuts(text, start, end, shapes):
        yield start, stop
        start = following


def labelled(text: str, start: int, end: int, label: re.Pattern[str]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the labels of a responsibility bracket, each with the places of what stands behind it, up to the next label.

    >>> text = "牵头单位：水利局；责任单位：各镇、各村"
    >>> for name, parts in labelled(text, 0, len(text), re.compile("[牵责][^：]{3}：")):
    ...     print(name, [text[slice(*part)] for part in parts])
    牵头单位： ['水利局']
    责任单位： ['各镇', '各村']
    """
    found = list(label.finditer(text, start, end))
    for index, match in enumerate(found):
        stop = found[index + 1].start() if index + 1 < len(found) else end
        yield match[0], [part.span() for part in _PART.finditer(text, match.end(), stop)]
