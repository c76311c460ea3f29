"""Patterns that are asked only where the characters allow a match; most answers are then no, at a tenth of the price."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from commitments.kept import compiled
from commitments.pattern_heads import first_characters, openings, required_sets
from commitments.triewords import trie_pattern

_WIDEST: Final = 64
"""A set of more characters has a member in nearly every stretch and gates nothing."""


def hastened(source: str) -> str:
    """Return a pattern of many alternatives that first looks at two characters; `re` asks one after the other wherever one may begin.

    >>> hastened("全部|全覆盖|双百|分")
    '(?=[全双][百覆部]|[分])(?:全部|全覆盖|双百|分)'
    """
    found = openings(source)
    if found is None:
        return source
    known = {head: seconds for head, seconds in found.items() if seconds is not None}
    sides = [_one_of(known) + _one_of(frozenset[str]().union(*known.values()))] if known else []
    sides += [_one_of(head for head in found if head not in known)] if len(known) < len(found) else []
    return f"(?={'|'.join(sides)})(?:{source})" if sides else source


def _one_of(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(chars)))}]"


def _codes(chars: Iterable[str]) -> frozenset[int]:
    """Return characters as numbers: compiled code reads them out of a text without making a text of each."""
    return frozenset(map(ord, chars))


def any_stands(words: tuple[str, ...], text: str, start: int, end: int) -> bool:
    """Whether one of a few words stands in [start, end); faster than a pattern, which looks at each character by itself.

    >>> any_stands(("(", "（"), "市水利局（牵头）", 0, 8), any_stands(("(", "（"), "市水利局（牵头）", 0, 4)
    (True, False)
    """
    for word in words:  # noqa: SIM110 - a generator costs more than the search
        if text.find(word, start, end) >= 0:
            return True
    return False


class Holding:
    """A pattern that is searched only in a text with a character of which every match holds one."""

    __slots__ = ("_needed", "_search")

    def __init__(self, source: str) -> None:
        needed = min(required_sets(source), key=len, default=None)
        self._needed = compiled(_one_of(needed)).search if needed is not None else None
        self._search = compiled(source).search

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match.

        >>> Holding("[^，]{0,4}(?:安排|部署)").search("下年安排")
        <re.Match object; span=(0, 4), match='下年安排'>
        """
        if self._needed is not None and self._needed(text) is None:
            return None
        return self._search(text)


class Headed:
    """A pattern that is matched at a place: it is asked only where a character stands with which its matches begin."""

    __slots__ = ("_fullmatch", "_heads", "_match")

    def __init__(self, source: str) -> None:
        heads = first_characters(source)
        self._heads = None if heads is None else _codes(heads)
        pattern = compiled(source)
        self._match, self._fullmatch = pattern.match, pattern.fullmatch

    def match(self, text: str, start: int, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at `start` and ends by `end`.

        >>> Headed("(?:不折不扣)?落实").match("不折不扣落实", 0, 6)
        <re.Match object; span=(0, 6), match='不折不扣落实'>
        """
        if self._heads is not None and (start >= len(text) or ord(text[start]) not in self._heads):
            return None
        return self._match(text, start, end)

    def fullmatch(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the match that fills [start, end).

        >>> Headed("(?:不折不扣)?落实").fullmatch("抓落实", 1, 3)
        <re.Match object; span=(1, 3), match='落实'>
        """
        if self._heads is not None and (start >= len(text) or ord(text[start]) not in self._heads):
            return None
        return self._fullmatch(text, start, end)


class Ends:
    """Words that a stretch may end in; its last characters are searched for them where the very last is one of theirs."""

    __slots__ = ("_lasts", "_search", "_width")

    def __init__(self, words: Iterable[str], *more: str) -> None:
        """Prepare words, and patterns of at most three characters that end in a plain one."""
        words = list(words)
        self._search = compiled(f"(?:{'|'.join([trie_pattern(words), *more])})$").search
        self._width = max(3, *map(len, words))
        self._lasts = _codes(word[-1] for word in (*words, *more))

    def search(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        """Return the longest of the words that [start, stop) ends in.

        >>> Ends(["办", "街道办"]).search("请街道办", 0, 4)
        <re.Match object; span=(1, 4), match='街道办'>
        """
        if ord(text[stop - 1]) not in self._lasts:
            return None
        return self._search(text, stop - self._width if stop - self._width > start else start, stop)


class AnyOf:
    """Patterns that are searched as one alternation would be, each only where every match could find what it needs."""

    __slots__ = ("_any_head", "_by_head", "_free", "_searches")

    def __init__(self, sources: Sequence[str]) -> None:
        self._searches = [compiled(source).search for source in sources]
        self._free: list[int] = []
        self._by_head: dict[str, list[tuple[int, list[frozenset[str]]]]] = {}
        """By the characters of the narrowest set of which a pattern's matches hold one: its number, and the other such sets."""
        for number, source in enumerate(sources):
            gates = sorted((chars for chars in required_sets(source) if len(chars) <= _WIDEST), key=len)
            if not gates:
                self._free.append(number)
            for char in gates[0] if gates else ():
                self._by_head.setdefault(char, []).append((number, gates[1:]))
        self._any_head = compiled(_one_of(self._by_head) if self._by_head else "(?!)").findall

    def matches(self, text: str, start: int, end: int) -> bool:
        """Whether any of them matches anywhere in [start, end)."""
        return any(self._searches[number](text, start, end) is not None for number in self.called(text, start, end))

    def finditer(
        self, text: str, start: int, end: int, called: Sequence[int] | None = None
    ) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield the matches in [start, end) with the number of their pattern: the leftmost, of those that begin together the first.

        `called`: what `called` said of a stretch around it, so that a sentence is asked once for all its clauses.

        >>> [(number, match[0]) for number, match in AnyOf(["要求", "要", "求是"]).finditer("要求要求是", 0, 5)]
        [(0, '要求'), (0, '要求')]
        """
        called = self.called(text, start, end) if called is None else called
        if not called:
            return
        ahead: list[re.Match[str] | None] = [self._searches[number](text, start, end) for number in called]
        while True:
            first: re.Match[str] | None = None
            chosen = 0
            for place, match in enumerate(ahead):
                if match is not None and match.start() < start:
                    match = ahead[place] = self._searches[called[place]](text, start, end)
                if match is not None and (first is None or match.start() < first.start()):
                    first, chosen = match, called[place]
            if first is None:
                return
            yield chosen, first
            start = max(first.end(), first.start() + 1)

    def called(self, text: str, start: int, end: int) -> list[int]:
        """Return the numbers of the patterns that could match in [start, end), for the characters that it holds."""
        heads = self._any_head(text, start, end)
        if not heads:
            return self._free
        called = set(self._free)
        present: frozenset[str] | None = None
        for char in set(heads):
            for number, others in self._by_head[char]:
                if number in called:
                    continue
                for chars in others:
                    if present is None:
                        present = frozenset(text[start:end])
                    if chars.isdisjoint(present):
                        break
                else:
                    called.add(number)
        return sorted(called) if len(called) > 1 else list(called)
