"""With which characters a match of a pattern can begin and which it must hold, read from the pattern itself.

`re` steps fast only to patterns that begin with plain characters; most rules begin with a look around. A finder that
knows the heads tries each pattern at the few places that hold one, and none where a character is missing that every match holds.
"""

from __future__ import annotations

import re._parser as _sre  # type: ignore[import-not-found]  # the parser that `re` itself uses
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from commitments.kept import kept
from commitments.pattern_tree import LARGEST, Heads, beginning, members, part_beginning, together

_NEEDED = 64
"""A set of more characters has a member in nearly every text, and tells nothing where a match needs one of them."""

NUMERALS = frozenset("0123456789０１２３４５６７８９〇○零一二两三四五六七八九十百千万亿 　")
"""Numerals and blanks, which do not tell what a pattern goes on with."""

_ROUNDS = 3
"""After so many rounds a repeat has shown its first three characters."""
_SECOND, _THIRD = 1, 2
"""What a match waits for behind its head: the next character that is no numeral, and the one after that."""


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
    chars, nullable = beginning(parsed(source))
    return None if nullable or not chars else chars


@kept
def longest_match(source: str) -> int:
    """Return how many characters a match has at most.

    >>> longest_match("(?:截至|截止)[0-9]{1,2}月")
    5
    """
    return width_of(source)


def width_of(source: str) -> int:
    """Return the same without keeping it, of a pattern that was read off a page."""
    return int(parsed(source).getwidth()[1])


@kept
def openings(source: str) -> dict[str, frozenset[str] | None] | None:
    """Return with which second characters a match may go on, by its first one; None: many, or nothing.

    >>> {head: sorted(seconds or ()) for head, seconds in (openings("个(?:案|税)|名(?:单|录)") or {}).items()}
    {'个': ['案', '税'], '名': ['单', '录']}

    What a look ahead asks for counts as well, as in 建(?=[立起]?一名).
    """
    found: dict[str, frozenset[str] | None] = {}
    return None if _open(parsed(source), (None, True), found) else found


@kept
def last_characters(source: str) -> frozenset[str] | None:
    """Return the characters of which every match ends with one; None where it may end with many, or be empty.

    >>> sorted(last_characters("(?:不超过|最多)(?:了|到)?") or ())
    ['了', '到', '多', '过']
    """
    chars, nullable = _ending(parsed(source))
    return None if nullable or not chars else chars


@kept
def closes(source: str) -> bool:
    """Return whether every match reaches to the end of the stretch that is searched.

    >>> closes("期间$|在[^，]{2,9}基础上$"), closes("期间$|过程中")
    (True, False)
    """
    return _closes(parsed(source))


def _closes(sequence: Any) -> bool:
    if not len(sequence):
        return False
    operator, argument = sequence[-1]
    name = str(operator)
    if name == "SUBPATTERN":
        return _closes(argument[-1])
    if name == "BRANCH":
        return all(_closes(branch) for branch in argument[1])
    return name == "AT" and str(argument) == "AT_END"


@kept
def heads_behind_figure(source: str) -> frozenset[str] | None:
    """Return with which characters a match may begin right behind a figure; None: any, or it may be empty.

    >>> [sorted(heads_behind_figure(source) or ()) for source in ("(?:(?<![0-9])[0-9]{4})?年底", "(?<![0-9])月底")]
    [['年'], []]
    """
    chars, nullable = beginning(parsed(source), behind_figure=True)
    return None if nullable else chars


@kept
def following(source: str) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """Return with which two characters a match goes on behind its first one, numerals not counted; None: many, or nothing.

    >>> [sorted(chars or ()) for chars in following("[0-9]{1,2}(?:月|日)(?:底|前)?交")]
    [['日', '月'], ['交', '前', '底']]
    """
    tracer = _Tracer()
    left = tracer.sequence(parsed(source), _Waiting(first_characters(source) or frozenset(), 0))
    second = None if tracer.any_second or left.heads or left.more & _SECOND else _telling(tracer.second)
    third = None if tracer.any_third or left.heads or left.more else _telling(tracer.third)
    return second, third


def _telling(chars: set[str]) -> frozenset[str] | None:
    """Return the characters, where they are so few that they tell something."""
    return frozenset(chars) if len(chars) <= LARGEST else None


class _Waiting(NamedTuple):
    """What matches wait for at some place of a pattern: those heads, or `_SECOND` and `_THIRD`."""

    heads: frozenset[str]
    more: int


_NOTHING = _Waiting(frozenset(), 0)


class _Tracer:
    """Goes over a pattern with what its matches may still wait for, and collects what comes then."""

    __slots__ = ("any_second", "any_third", "second", "third")

    def __init__(self) -> None:
        self.second: set[str] = set()
        self.third: set[str] = set()
        self.any_second = self.any_third = False

    def sequence(self, parts: Any, waiting: _Waiting) -> _Waiting:
        """Return what is still waited for behind the parts; nothing is left where all matches have shown their characters."""
        for operator, argument in parts:
            if not waiting.heads and not waiting.more:
                break
            waiting = self.part(str(operator), argument, waiting)
        return waiting

    def part(self, name: str, argument: Any, waiting: _Waiting) -> _Waiting:
        """Return what is waited for behind one part."""
        if name == "LITERAL":
            return self.characters(frozenset((chr(argument),)), waiting)
        if name == "IN":
            return self.characters(members(argument), waiting)
        if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            return self.sequence(argument[-1] if name == "SUBPATTERN" else argument, waiting)
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            return self.repeat(argument[0], argument[1], argument[2], waiting)
        if name == "BRANCH":
            behind = _NOTHING
            for branch in argument[1]:
                behind = _either(behind, self.sequence(branch, waiting))
            return behind
        if name == "ASSERT" and argument[0] > 0 and waiting.heads:
            ahead, empty = beginning(argument[1])
            return waiting if ahead is None or empty else _Waiting(waiting.heads & ahead, waiting.more)
        if name in {"ASSERT", "ASSERT_NOT", "AT"}:
            return waiting
        return self.characters(None, waiting) if name in {"ANY", "NOT_LITERAL"} else self.anything(waiting)

    def repeat(self, least: int, most: int, body: Any, waiting: _Waiting) -> _Waiting:
        """Go through the body as often as it can tell something."""
        behind = _NOTHING if least else waiting
        for turn in range(1, min(most, _ROUNDS) + 1):
            waiting = self.sequence(body, waiting)
            if turn >= min(least, _ROUNDS):
                behind = _either(behind, waiting)
        return behind

    def anything(self, waiting: _Waiting) -> _Waiting:
        """Give up on a part that cannot be read, such as a reference to a group."""
        self.any_second |= bool(waiting.heads or waiting.more & _SECOND)
        self.any_third = True
        return waiting

    def characters(self, chars: frozenset[str] | None, waiting: _Waiting) -> _Waiting:
        """Take one character of a set, None: any."""
        more = _SECOND if waiting.heads and (chars is None or chars & waiting.heads) else 0
        if waiting.more & _SECOND:
            more |= self.collect(chars, self.second, _SECOND, _THIRD)
            self.any_second |= chars is None
        if waiting.more & _THIRD:
            more |= self.collect(chars, self.third, _THIRD, 0)
            self.any_third |= chars is None
        return _Waiting(_NOTHING.heads, more)

    def collect(self, chars: frozenset[str] | None, found: set[str], waiting: int, then: int) -> int:
        """Collect the characters that are no numerals; behind a numeral a match waits on."""
        if chars is None:
            return waiting | then
        shown = chars - NUMERALS
        found |= shown
        return (then if shown else 0) | (waiting if len(shown) < len(chars) else 0)


def _either(one: _Waiting, other: _Waiting) -> _Waiting:
    return _Waiting(one.heads | other.heads, one.more | other.more)


def _ending(sequence: Any) -> Heads:
    """Go over the parts from the last to the first that matches a character."""
    found: frozenset[str] | None = frozenset()
    for operator, argument in reversed(list(sequence)):
        name = str(operator)
        if name in {"ASSERT", "ASSERT_NOT", "AT"}:
            continue
        chars, nullable = _ending_of_part(name, argument)
        found = None if found is None or chars is None else found | chars
        if not nullable:
            return found, False
    return found, True


def _ending_of_part(name: str, argument: Any) -> Heads:
    if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _ending(argument[-1] if name == "SUBPATTERN" else argument)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        chars, nullable = _ending(argument[2])
        return chars, nullable or argument[0] == 0
    if name == "BRANCH":
        return together([_ending(branch) for branch in argument[1]])
    return part_beginning(name, argument)


def _open(parts: Any, behind: Heads, found: dict[str, frozenset[str] | None]) -> bool:
    """Collect the first two characters of these parts and what stands behind them; tell whether they may begin with any, or be empty."""
    steps = [(str(operator), argument) for operator, argument in parts if _shows(str(operator), argument)]
    next_to = [behind]
    for name, argument in reversed(steps):
        if name == "ASSERT":
            next_to.append(_seen(beginning(argument[1]), next_to[-1]))
        else:
            next_to.append(_before(*part_beginning(name, argument), next_to[-1]))
    for number, (name, argument) in enumerate(steps):
        after = next_to[len(steps) - 1 - number]
        if name == "ASSERT":
            continue
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            body, _ = beginning(argument[2])
            empty = _open(argument[2], _before(body, True, after), found) or argument[0] == 0
        elif name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            empty = _open(argument[-1] if name == "SUBPATTERN" else argument, after, found)
        elif name == "BRANCH":
            empties = [_open(branch, after, found) for branch in argument[1]]
            empty = True in empties
        else:
            chars, empty = part_beginning(name, argument)
            if chars is None:
                return True
            for char in sorted(chars):
                told = found.get(char, frozenset())
                found[char] = None if told is None or after[0] is None or after[1] else told | after[0]
        if not empty:
            return False
    return True


def _shows(name: str, argument: Any) -> bool:
    """Whether a part says which characters stand at its place: one that matches some, or a look ahead."""
    return name not in {"ASSERT", "ASSERT_NOT", "AT"} or (name == "ASSERT" and argument[0] > 0)


def _seen(ahead: Heads, behind: Heads) -> Heads:
    """Return with which characters that goes on which stands behind a look ahead."""
    chars, nullable = ahead
    if chars is None or nullable:
        return behind
    return (chars if behind[0] is None or behind[1] else behind[0] & chars), False


def _before(chars: frozenset[str] | None, nullable: bool, behind: Heads) -> Heads:
    """Return with what a part goes on that has something behind it."""
    if not nullable:
        return chars, False
    return (None if chars is None or behind[0] is None else chars | behind[0]), behind[1]


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
        return members(argument, _NEEDED)
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
