"""Where a coordination of names may be cut: 发改局、财政局和各镇."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from commitments.kept import compiled
from commitments.mentions.owner_shapes import NameShapes

_PART: Final = compiled(r"[^、,，；;。\s]+")
_NUMERALS: Final = {char: value for value, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_LONGEST_COUNTED: Final = 12
_LONGEST_TOLD: Final = 16
"""Characters of what is told of a body by the way, before the clause that asks something of it."""
_STOPS: Final = frozenset("，,。")
_ENDS: Final = frozenset("。！？!?；;\n：:")
_BLANKS: Final = 3
"""Characters before a sentence that may be blanks."""
_JOINS: Final = frozenset("、和与及")
_LIST: Final = 60
"""Characters of a list of names that opens a sentence."""
_LIST_BEFORE: Final = compiled(r"(?:^|[。！？!?；;\n：:])[ \u3000]{0,3}(?P<names>(?:[一-鿿]{2,14}[、和与及])+)$")


def spoken_of(text: str, name: tuple[int, int], rest: tuple[int, int], shapes: NameShapes, *, named: bool) -> bool:
    """Whether a clause only says how somebody stands, or tells of him, of whom something is asked next.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> shapes = owner_grammar(load_rules()).shapes
    >>> text = "供销社去年修了三座，6月底前必须再修。"
    >>> spoken_of(text, (0, 3), (3, 9), shapes, named=True), spoken_of("也就" + text, (2, 5), (5, 11), shapes, named=True)
    (True, False)

    Args:
        text: the text that offsets count in.
        name: where his name stands.
        rest: what the clause says behind it.
        shapes: what stands around names.
        named: whether the name ends like a body.
    """
    (start, stop), (behind, end) = name, rest
    closing = text[end : end + 1]
    if closing not in _STOPS:
        return False
    if (shapes.stands if named else shapes.stands_at_work).ask(text, behind, end):
        return True
    if closing != "。" and shapes.like_people.ask(text, behind, end):
        return True
    itself = named and end - behind <= _LONGEST_TOLD and shapes.tells_of_itself.ask(text, behind, end)
    if itself and shapes.asked_next.ask(text, end, len(text)):
        return True  # 供销社网点多、腿脚快，要…
    if named and shapes.own_matter.ask(text, behind, end) and _opens_sentence(text, start):
        return True
    if closing == "。" or text[behind] in _JOINS or not _opens_sentence(text, _list_head(text, start)):
        return False
    if not shapes.told_of.ask(text, behind, end):
        return False
    if named or text[behind] == "的":
        return named
    return shapes.of_people.ask(text, start, stop) is not None and shapes.put_to_name.ask(text, start, stop) is not None


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, or the part of one behind ；, begins at a place."""
    before = text[max(0, start - _BLANKS) : start].rstrip(" \u3000")
    return not before or before[-1] in _ENDS


def _list_head(text: str, start: int) -> int:
    """Return where the list begins whose last name stands at `start` (青峰镇、[白果乡]没有动), or `start`."""
    joined = _LIST_BEFORE.search(text, max(0, start - _LIST), start) if text[start - 1 : start] in _JOINS else None
    return joined.start("names") if joined else start


def behind_list(text: str, end: int, shapes: NameShapes) -> int:
    """Return the place behind a list of names that ends at `end`, and behind what goes with them (会同财政局[等单位])."""
    others = shapes.behind_names.ask(text, end, len(text))
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
    >>> shares_head([("市", "weak"), ("县两级法院", "strong")], shapes)
    True
    """
    (first, _), (last, strength) = parts[0], parts[-1]
    before = [kind for _, kind in parts[:-1]]
    whole = len(last)
    if "field" in before and (shapes.others.ask(last, 0, whole) or shapes.departments.ask(last, 0, whole)):
        return True
    if shapes.of_levels.ask(last, 0, whole) and all(shapes.level.ask(part[-1], 0, 1) and len(part) in (1, 3) for part, _ in parts[:-1]):
        return True  # 省、市 is one part, because 省 alone is no name
    if strength == "role" and "role" not in before:
        return shapes.duty_holder.ask(last, 0, whole) is not None
    return first.startswith("各") and shapes.half_name.ask(last, 0, whole) is not None and last[0] != first[-1]


def spans(text: str, start: int, end: int, shapes: NameShapes) -> Iterator[tuple[int, int]]:
    """Yield the parts of [start, end).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> list(spans("发改局、各镇", 0, 6, owner_grammar(load_rules()).shapes))
    [(0, 3), (4, 6)]
    """
    for stop, following in cuts(text, start, end, shapes):
        yield start, stop
        start = following


def counted_names(text: str, start: int, summed: re.Match[str], shapes: NameShapes) -> list[tuple[int, int]]:
    """Return the parts of a list from `start` on that the count behind it sums up, or [] where it has more or fewer of them.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> shapes = owner_grammar(load_rules()).shapes
    >>> counted_names("教育局和体育局两家", 0, re.compile("两家").search("教育局和体育局两家"), shapes)
    [(0, 3), (4, 7)]
    >>> counted_names("大坪和石嘴的两家", 0, re.compile("两家").search("大坪和石嘴的两家"), shapes)
    []
    """
    parts = [(left, right) for left, right in spans(text, start, summed.start(), shapes) if right > left]
    if parts and text[start] != "各" and (described := shapes.described_list.ask(text, *parts[0])):
        parts[0] = (described.end(), parts[0][1])  # 沿线的|青石、白岭两县
    if len(parts) == 1 or _NUMERALS.get(summed[0].lstrip("这")[0]) != len(parts):
        return []
    if text[summed.start() - 1] == "的" or shapes.duty_holder.ask(text, start, summed.end()):
        return []  # 大坪和石嘴的两位支书: people of both
    return [] if any(right - left > _LONGEST_COUNTED for left, right in parts) else parts


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
