"""Of which words every match of a pattern holds one, read from the pattern itself.

Most patterns are not in most texts, and a word of two characters tells it far sooner than one: one scan for the words of many
patterns leaves a stretch with the few that could match in it. Hyperscan and RE2 gate their patterns in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from commitments.kept import kept
from commitments.pattern_heads import parsed
from commitments.pattern_tree import members

_MOST: Final = 300
"""A set of more words costs more to look for than it saves."""
_WIDE: Final = 24
"""A set of more characters is not multiplied out with what stands beside it."""
_LONG: Final = 3
"""A word of so many characters tells enough; a longer one only costs."""
_COMMONEST: Final = "的"
"""Of clauses that are asked about, most hold it."""


class _Part(NamedTuple):
    """What is known of a part: all that it matches, where that is few words; words of which each match holds one; how matches begin."""

    exact: frozenset[str] | None
    needed: frozenset[str] | None
    opens: frozenset[str] | None


_ANYTHING = _Part(None, None, None)


@kept
def required_words(source: str) -> tuple[str, ...]:
    """Return words of which every match holds at least one, the most telling such set; none where nothing is known.

    >>> required_words("[^，]{0,4}(?:省里|上级)(?:要求|明确)")
    ('上级明', '上级要', '省里明', '省里要')
    >>> required_words("没[一-龥]的抓[一-龥]"), required_words("还?[得要](?:跑|把[^，]{1,9}送到)[^，]")
    (('的抓',), ('得把', '得跑', '要把', '要跑'))
    """
    part = _sequence(parsed(source))
    return tuple(sorted(_needed(part) or ()))


def _sequence(parts: Iterable[tuple[Any, Any]]) -> _Part:
    """Join parts that stand side by side; what stands together is one word."""
    run, best = frozenset({""}), None
    opens: frozenset[str] | None = None
    plain = ""
    for operator, argument in parts:
        if str(operator) in {"ASSERT", "ASSERT_NOT", "AT"}:
            continue
        part = _part(str(operator), argument)
        plain = plain + chr(argument) if str(operator) == "LITERAL" else ""
        if len(plain) > 1:  # one word that all hold tells more than the many that others stand before (运营 in 稳定运营, 高效运营)
            best = _better(best, frozenset({plain}))
        joined = _joined(run, part.exact)
        if joined is not None:
            run = joined
            continue
        ahead = _joined(run, part.opens) or run
        best = _better(_better(best, ahead), part.needed)
        opens = ahead if opens is None else opens
        run = part.exact if part.exact is not None else frozenset({""})
    return _Part(run, run, run) if opens is None else _Part(None, _better(best, run), opens)


def _joined(run: frozenset[str], words: frozenset[str] | None) -> frozenset[str] | None:
    """Return what stands there where words follow, None where that is not known or too much."""
    return frozenset(one + other for one in run for other in words) if words is not None and len(run) * len(words) <= _MOST else None


def _part(name: str, argument: Any) -> _Part:
    if name == "LITERAL":
        return _exactly(frozenset({chr(argument)}))
    if name == "IN":
        chars = members(argument, _WIDE)
        return _exactly(chars) if chars else _Part(None, members(argument), None)
    if name == "SUBPATTERN":
        return _sequence(argument[-1]) if not argument[1] and not argument[2] else _ANYTHING  # flags of its own
    if name == "ATOMIC_GROUP":
        return _sequence(argument)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        return _repeat(argument[0], argument[1], _sequence(argument[2]))
    if name == "BRANCH":
        return _branch([_sequence(branch) for branch in argument[1]])
    return _ANYTHING


def _exactly(words: frozenset[str]) -> _Part:
    return _Part(words, None, words)


def _repeat(least: int, most: int, body: _Part) -> _Part:
    if (least, most) == (0, 1) and body.exact is not None:
        return _exactly(body.exact | {""})
    if (least, most) == (1, 1):
        return body
    return _Part(None, _needed(body), body.opens) if least else _Part(None, None, body.opens and body.opens | {""})


def _branch(sides: list[_Part]) -> _Part:
    """Join the sides of an alternation: each match holds a word of its own side."""
    exact = [side.exact for side in sides if side.exact is not None]
    needed = [found for side in sides if (found := _needed(side))]
    opens = [side.opens for side in sides if side.opens is not None]
    return _Part(*(_few(sets) if len(sets) == len(sides) else None for sets in (exact, needed, opens)))


def _few(sets: list[frozenset[str]]) -> frozenset[str] | None:
    found = frozenset[str]().union(*sets)
    return found if len(found) <= _MOST else None


def _needed(part: _Part) -> frozenset[str] | None:
    return _better(part.needed, part.exact)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Return the set that tells more: words, not single characters, least of all the commonest one, and few; with "" it tells nothing."""
    told = [_shortened(words) for words in (one, other) if words and "" not in words]
    return max(told, key=lambda words: (min(map(len, words)) > 1, _COMMONEST not in words, -len(words)), default=None)


def _shortened(words: frozenset[str]) -> frozenset[str]:
    """Return the beginnings of words, without those that hold another one."""
    cut = sorted({word[:_LONG] for word in words}, key=len)
    kept_words: list[str] = []
    for word in cut:
        if not any(shorter in word for shorter in kept_words):
            kept_words.append(word)
    return frozenset(kept_words)
