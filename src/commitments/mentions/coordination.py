"""Where a coordination of names may be cut: 发改局、财政局和各镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from commitments.kept import compiled

AND_OTHERS: Final = compiled("等(?:相关|有关)?(?:部门|单位|科室|股室|处室|地)")
OTHERS: Final = compiled(AND_OTHERS.pattern + "$")
"""What sums up a list and says that there are more (财政、审计[等部门])."""
BEHIND_NAMES: Final = compiled(AND_OTHERS.pattern + "|的(?:负责|有关|相关|具体)?(?:同志|同事|人员|师傅)们?")
"""The same, and the people of a body who are asked (请农机站[的师傅])."""
_DEPARTMENTS: Final = compiled("(?:[^两二三四五六七八九十各]|^)(?:部门|单位|科室|股室|处室)$")
_DUTY_HOLDER: Final = compiled(
    "(?<=[委府局办部厅院会乡镇县区市村门位校司团道厂矿场园站所科处行队])(?:党政)?(?:主要负责(?:同志|人)|主要领导(?:同志)?|负责同志|负责人|分管负责同志|分管领导|一把手)$"
)
"""A role behind a body; it is that of all bodies of the list (县委、县政府[主要领导]), where a role alone is a name of its own."""
_HALF_NAME: Final = compiled("(?:政府|党委|党组|[市县区镇乡]政府)$")
"""What is no name without the 各 or the place before the list (各级党委、[政府]; 各市、[县政府])."""
_PART: Final = compiled(r"[^、,，；;。\s]+")
_JOINT: Final = compiled(r"[、,，]|以及|及其|加上|连同|[和与及](?!其)|(?:(?<=各[村镇乡县区市街科室组])|(?<=各[一-鿿]{2}))(?=各)")


def behind_list(text: str, end: int) -> int:
    """Return the place behind a list of names that ends at `end`, and behind what goes with them (会同财政局[等单位])."""
    others = BEHIND_NAMES.match(text, end)
    return others.end() if others else end


def cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where each part of [start, end) ends, and where the next one begins.

    >>> list(cuts("发改局、财政局和各镇", 0, 10))
    [(3, 4), (7, 8), (10, 10)]
    """
    for match in _JOINT.finditer(text, start, end):
        yield match.start(), match.end()
    yield end, end


def shares_head(parts: Sequence[tuple[str, str]]) -> bool:
    """Whether the parts of a coordination, each with its strength, are one name: they share their beginning or their end.

    >>> shares_head([("各级民政", "field"), ("消防", "field"), ("市场监管等部门", "weak")])
    True
    >>> shares_head([("县委", "strong"), ("县政府主要领导", "role")])
    True
    >>> shares_head([("县委", "strong"), ("县政府", "strong")])
    False
    """
    (first, _), (last, strength) = parts[0], parts[-1]
    before = [kind for _, kind in parts[:-1]]
    if "field" in before and (OTHERS.search(last) or _DEPARTMENTS.search(last)):
        return True
    if strength == "role" and "role" not in before:
        return _DUTY_HOLDER.search(last) is not None
    return first.startswith("各") and _HALF_NAME.fullmatch(last) is not None and last[0] != first[-1]


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of [start, end)."""
    for stop, following in cuts(text, start, end):
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
