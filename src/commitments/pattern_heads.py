"""With which characters a match of a pattern can begin and which it must hold, read from the pattern itself.

`re` steps fast only to patterns that begin with plain characters; most rules begin with a look around. A finder that
knows the heads tries each pattern at the few places that hold one, and none where a character is missing that every match holds.
"""

from __future__ import annotations

import re._parser as _sre  # type: ignore[import-not-found]  # the parser that `re` itself uses
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from commitments.kept import kept

_LARGEST = 160
"""A range of more characters (any ideograph) is no head worth stepping to."""

_IDEOGRAPHS = 21_100
"""So many characters may stand in a set of those behind which nothing begins."""

_NEEDED = 64
"""A set of more characters has a member in nearly every text, and tells nothing where a match needs one of them."""

Heads = tuple[frozenset[str] | None, bool]
"""The characters a part may begin with (None: any), and whether it may match nothing."""


@lru_cache(maxsize=8)
def parsed(source: str) -> Any:
    """Return the tree of a pattern as `re` parses it; parsing costs more than all that is read from the tree."""
    return _sre.parse(source)


@kept
def first_characters(source: str) -> frozenset[str] | None:
    """Return the characters of which every match begins with one; None where it may begin with any, or be empty.

    >>> sorted(first_characters("(?=[半0-2])(?<!第)(?:半|[0-9]{1,2})个?月内") or ())
    ['0', '1', '2', '半']
    >>> first_characters("[^，。]{1,4}前") is None
    True
    """
    chars, nullable = _of_sequence(parsed(source))
    return None if nullable or not chars else chars


@kept
def longest_match(source: str) -> int:
    """Return how many characters a match has at most.

    >>> longest_match("(?:截至|截止)[0-9]{1,2}月")
    5
    """
    return int(parsed(source).getwidth()[1])


def barred_before(source: str) -> frozenset[str]:
    """Return characters behind which no match begins, as far as the pattern says so before anything else.

    >>> sorted(barred_before("(?=[0-9])(?<![0-2第])[0-9]月"))
    ['0', '1', '2', '第']
    """
    return _set_of(_barred(source))


@lru_cache(maxsize=256)
def _set_of(chars: str) -> frozenset[str]:
    """Return the set of some characters; many rules share one of all ideographs, which is read faster as a text."""
    return frozenset(chars)


@kept
def _barred(source: str) -> str:
    found: frozenset[str] = frozenset()
    for operator, argument in parsed(source):
        name = str(operator)
        if name == "ASSERT_NOT" and argument[0] < 0 and len(argument[1]) == 1:
            inner, value = argument[1][0]
            if str(inner) in {"IN", "LITERAL"}:
                found |= (_members(value, _IDEOGRAPHS) if str(inner) == "IN" else frozenset(chr(value))) or frozenset()
        elif name not in {"ASSERT", "ASSERT_NOT", "AT"}:
            break
    return "".join(sorted(found))


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


def required_characters(source: str) -> frozenset[str]:
    """Return a set of characters of which every match holds at least one; empty where there is no such set.

    >>> sorted(required_characters("(?:[0-9]+)(?:月|旬)底?"))
    ['旬', '月']
    """
    return next(iter(required_sets(source)), frozenset())


@kept
def required_sets(source: str) -> tuple[frozenset[str], ...]:
    """Return sets of characters, smallest first, of each of which every match holds at least one.

    >>> [sorted(chars) for chars in required_sets("(?:[0-9]+)(?:月|旬)底前?")]
    [['底'], ['旬', '月'], ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']]
    """
    return tuple(sorted(_all_required(parsed(source)), key=lambda chars: (len(chars), sorted(chars))))


def _all_required(sequence: Iterable[tuple[Any, Any]]) -> set[frozenset[str]]:
    """Collect the sets of every part; of a branch the smallest ones of its sides together, and what all sides share."""
    found: set[frozenset[str]] = set()
    for operator, argument in sequence:
        name = str(operator)
        if name == "SUBPATTERN":
            found |= _all_required(argument[-1])
        elif name == "BRANCH":
            found |= set.intersection(*(_all_required(branch) for branch in argument[1]))
        chars = _required_of(name, argument)
        if chars:
            found.add(chars)
    return found


def _required(sequence: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    best: frozenset[str] | None = None
    for operator, argument in sequence:
        found = _required_of(str(operator), argument)
        if found and (best is None or len(found) < len(best)):
            best = found
    return best


def _required_of(operator: str, argument: Any) -> frozenset[str] | None:
    if operator == "LITERAL":
        return frozenset(chr(argument))
    if operator == "IN":
        return _members(argument, _NEEDED)
    if operator == "SUBPATTERN":
        return _required(argument[-1])
    if operator == "ATOMIC_GROUP":
        return _required(argument)
    if operator in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and argument[0] > 0:
        return _required(argument[2])
    if operator == "BRANCH":
        parts = [_required(branch) for branch in argument[1]]
        if all(parts):
            return frozenset().union(*(part for part in parts if part))
    return None
