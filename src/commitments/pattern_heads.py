"""With which characters a match of a pattern can begin, read from the pattern itself.

`re` steps fast only to patterns that begin with plain characters; most rules begin with a look around. A finder that
knows the heads tries each pattern at the few places that hold one.
"""

from __future__ import annotations

import re._parser as _sre  # type: ignore[import-not-found]  # the parser that `re` itself uses
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_LARGEST = 160
"""A range of more characters (any ideograph) is no head worth stepping to."""

_IDEOGRAPHS = 21_100
"""So many characters may stand in a set of those behind which nothing begins."""

Heads = tuple[frozenset[str] | None, bool]
"""The characters a part may begin with (None: any), and whether it may match nothing."""


@lru_cache(maxsize=8)
def parsed(source: str) -> Any:
    """Return the tree of a pattern as `re` parses it; parsing costs more than all that is read from the tree."""
    return _sre.parse(source)


@lru_cache(maxsize=4096)
def first_characters(source: str) -> frozenset[str] | None:
    """Return the characters of which every match begins with one; None where it may begin with any, or be empty.

    >>> sorted(first_characters("(?=[半0-2])(?<!第)(?:半|[0-9]{1,2})个?月内") or ())
    ['0', '1', '2', '半']
    >>> first_characters("[^，。]{1,4}前") is None
    True
    """
    chars, nullable = _of_sequence(parsed(source))
    return None if nullable or not chars else chars


@lru_cache(maxsize=4096)
def longest_match(source: str) -> int:
    """Return how many characters a match has at most.

    >>> longest_match("(?:截至|截止)[0-9]{1,2}月")
    5
    """
    return int(parsed(source).getwidth()[1])


@lru_cache(maxsize=4096)
def barred_before(source: str) -> frozenset[str]:
    """Return characters behind which no match begins, as far as the pattern says so before anything else.

    >>> sorted(barred_before("(?=[0-9])(?<![0-2第])[0-9]月"))
    ['0', '1', '2', '第']
    """
    found: frozenset[str] = frozenset()
    for operator, argument in parsed(source):
        name = str(operator)
        if name == "ASSERT_NOT" and argument[0] < 0 and len(argument[1]) == 1:
            inner, value = argument[1][0]
            if str(inner) in {"IN", "LITERAL"}:
                found |= (_members(value, _IDEOGRAPHS) if str(inner) == "IN" else frozenset(chr(value))) or frozenset()
        elif name not in {"ASSERT", "ASSERT_NOT", "AT"}:
            break
    return found


def _of_sequence(sequence: Any) -> Heads:
    """Go over the parts up to the first that matches a character; a look ahead on the way narrows what may stand there."""
    found: frozenset[str] | None = frozenset()
    narrowed: frozenset[str] | None = None
    for operator, argument in sequence:
        name = str(operator)
        if name == "ASSERT" and argument[0] > 0:
            ahead, empty = _of_sequence(argument[1])
            if ahead is not None and not empty and not found:
                narrowed = ahead if narrowed is None else narrowed & ahead
            continue
        if name in {"ASSERT", "ASSERT_NOT", "AT"}:
            continue
        chars, nullable = _of_part(name, argument)
        found = None if found is None or chars is None else found | chars
        if not nullable:
            return _both(found, narrowed), False
    return _both(found, narrowed), True


def _both(found: frozenset[str] | None, narrowed: frozenset[str] | None) -> frozenset[str] | None:
    if narrowed is None:
        return found
    return narrowed if found is None else found & narrowed


def _of_part(name: str, argument: Any) -> Heads:
    if name == "LITERAL":
        return frozenset(chr(argument)), False
    if name == "IN":
        return _members(argument), False
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _of_sequence(argument[-1] if name == "SUBPATTERN" else argument)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        chars, nullable = _of_sequence(argument[2])
        return chars, nullable or argument[0] == 0
    if name == "BRANCH":
        parts = [_of_sequence(branch) for branch in argument[1]]
        sets = [chars for chars, _ in parts]
        together = None if any(chars is None for chars in sets) else frozenset().union(*(chars for chars in sets if chars))
        return together, any(nullable for _, nullable in parts)
    return None, name in {"GROUPREF", "GROUPREF_EXISTS"}


def _members(items: Sequence[tuple[Any, Any]], largest: int = _LARGEST) -> frozenset[str] | None:
    found: set[str] = set()
    for operator, argument in items:
        if str(operator) == "LITERAL":
            found.add(chr(argument))
        elif str(operator) == "RANGE" and argument[1] - argument[0] < largest:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= largest else None
