"""With which characters a match of a pattern can begin, read from the tree that `re` makes of the pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

LARGEST = 160
"""A range of more characters (any ideograph) is no head worth stepping to."""

_BLANKS = frozenset(chr(code) for code in range(0x3001) if chr(code).isspace())
"""What `\\s` stands for."""

FIGURES = frozenset("0123456789")

_CATEGORIES = {
    "CATEGORY_SPACE": r"\s", "CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_NOT_WORD": r"\W",
}

Heads = tuple[frozenset[str] | None, bool]
"""The characters a part may begin with (None: any), and whether it may match nothing."""


def beginning(sequence: Any, behind_figure: bool = False) -> Heads:
    """Go over the parts up to the first that matches a character; a look ahead on the way narrows what may stand there.

    Behind a figure nothing is possible where the pattern says that none stands before it.
    """
    found: frozenset[str] | None = frozenset()
    narrowed: frozenset[str] | None = None
    for operator, argument in sequence:
        name = str(operator)
        if name == "ASSERT" and argument[0] > 0:
            ahead, empty = beginning(argument[1])
            if ahead is not None and not empty and found is not None and not found:
                narrowed = ahead if narrowed is None else narrowed & ahead
            continue
        if behind_figure and name.startswith("ASSERT") and argument[0] < 0 and not _allows_figure(name, argument[1]):
            return _both(found, narrowed), False
        if name in {"ASSERT", "ASSERT_NOT", "AT"}:
            continue
        chars, nullable = part_beginning(name, argument, behind_figure)
        found = None if found is None or chars is None else found | chars
        if not nullable:
            return _both(found, narrowed), False
    return _both(found, narrowed), True


def together(parts: list[Heads]) -> Heads:
    """Join what the branches of an alternation say."""
    sets = [chars for chars, _ in parts]
    chars = None if any(chars is None for chars in sets) else frozenset().union(*(chars for chars in sets if chars))
    return chars, any(nullable for _, nullable in parts)


def _allows_figure(name: str, behind: Any) -> bool:
    """Tell whether a look behind, ASSERT or ASSERT_NOT, may hold where a figure stands before it."""
    if name == "ASSERT":
        return any(_may_end_in(behind, figure) for figure in FIGURES)
    return len(behind) != 1 or not all(_may_end_in(behind, figure) for figure in FIGURES)


def _may_end_in(parts: Any, char: str) -> bool:
    """Tell whether a match of these parts may end in a character, exactly where they are one set of characters."""
    if not len(parts):
        return True
    operator, argument = parts[-1]
    name = str(operator)
    if name == "LITERAL":
        return chr(argument) == char
    if name == "IN":
        negated = str(argument[0][0]) == "NEGATE"
        return negated != any(_is_among(char, *item) for item in argument[negated:])
    if name == "BRANCH":
        return any(_may_end_in(branch, char) for branch in argument[1])
    return True


def _is_among(char: str, operator: Any, argument: Any) -> bool:
    name = str(operator)
    if name == "RANGE":
        return bool(argument[0] <= ord(char) <= argument[1])
    if name == "CATEGORY":
        return re.match(_CATEGORIES[str(argument)], char) is not None
    return bool(argument == ord(char))


def _both(found: frozenset[str] | None, narrowed: frozenset[str] | None) -> frozenset[str] | None:
    if narrowed is None:
        return found
    return narrowed if found is None else found & narrowed


def part_beginning(name: str, argument: Any, behind_figure: bool = False) -> Heads:
    """Return the characters that one part may begin with."""
    if name == "LITERAL":
        return frozenset(chr(argument)), False
    if name == "IN":
        return members(argument), False
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return beginning(argument[-1] if name == "SUBPATTERN" else argument, behind_figure)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        chars, nullable = beginning(argument[2], behind_figure)
        return chars, nullable or argument[0] == 0
    if name == "BRANCH":
        return together([beginning(branch, behind_figure) for branch in argument[1]])
    return None, name in {"GROUPREF", "GROUPREF_EXISTS"}


def members(items: Sequence[tuple[Any, Any]], largest: int = LARGEST) -> frozenset[str] | None:
    """Return the characters of a set, None where they are more than `largest` or not told one by one."""
    found: set[str] = set()
    for operator, argument in items:
        if str(operator) == "LITERAL":
            found.add(chr(argument))
        elif str(operator) == "RANGE" and argument[1] - argument[0] < largest:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        elif str(argument) == "CATEGORY_SPACE":
            found.update(_BLANKS)
        else:
            return None
    return frozenset(found) if len(found) <= largest else None
