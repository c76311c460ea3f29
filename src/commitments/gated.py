"""Patterns that are asked only where the characters allow a match; most answers are then no, at a tenth of the price."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from commitments.kept import compiled
from commitments.pattern_heads import first_characters, openings, required_sets
from commitments.pattern_words import required_words
from commitments.triewords import trie_pattern

if TYPE_CHECKING:
    from mypy_extensions import i64  # compiled, a place counted so is a plain number of the machine; a loop takes half the instructions

_FEW: Final = 4
"""So many words are sooner looked for one by one than a pattern is searched."""
_COMPILED: Final = not __file__.endswith(".py")
"""Compiled, a loop over a table takes half the time in which `re` searches for a set; from sources it takes several times as long."""
_MARKS: Final = 1024
"""Entries of a table of characters: of a few dozen, so few share an entry that a pattern is hardly asked for nothing."""
HEADS: Final = 4096
_PAIRS: Final = 8192
"""The same for some hundreds of characters that are looked for all over a text, and for them with those behind them."""
ALONE: Final = 2
WITH_NEXT: Final = 1
"""Whether a character opens a match by itself, or with some behind it only."""
_NEEDED: Final = 256
"""The same for the words of one pattern; all of its marks stay together in the cache."""
_SHORT: Final = 64
"""In so many characters, the length of a clause, words are sooner looked for than a pattern is asked."""
TURN: Final = 31
"""Puts pairs of characters to different entries, whichever comes first."""


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


def _marked(chars: Iterable[str]) -> bytes:
    """Return a table in which characters are marked; others may share a mark, and are told apart by the pattern.

    Compiled code reads it without making an object of a character, as a set of them would ask for.
    """
    table = bytearray(_MARKS)
    for char in chars:
        table[ord(char) % _MARKS] = 1
    return bytes(table)


def opening_tables(found: Mapping[str, frozenset[str] | None], size: int) -> tuple[bytearray, bytearray]:
    """Return tables in which heads are marked, and heads with what may follow them; None: anything.

    Other characters share their marks, and are told apart where one is met. Compiled, a loop over the tables costs a fifth of a search
    for one of three hundred heads with what stands behind each.

    >>> heads, pairs = opening_tables({"全": frozenset("部覆"), "分": None}, 512)
    >>> heads[ord("全") % HEADS] == WITH_NEXT, heads[ord("分") % HEADS] & ALONE, pairs[(ord("全") * TURN + ord("部")) % 512]
    (True, 2, 1)

    Args:
        found: the heads, each with what may stand behind it.
        size: how many entries the table of pairs has.
    """
    heads, pairs = bytearray(HEADS), bytearray(size)
    for head, seconds in found.items():
        heads[ord(head) % HEADS] |= WITH_NEXT if seconds is not None else WITH_NEXT | ALONE
        for second in seconds or ():
            pairs[(ord(head) * TURN + ord(second)) % size] = 1
    return heads, pairs


def any_stands(words: tuple[str, ...], text: str, start: int, end: int) -> bool:
    """Whether one of a few words stands in [start, end); faster than a pattern, which looks at each character by itself.

    >>> any_stands(("(", "（"), "市水利局（牵头）", 0, 8), any_stands(("(", "（"), "市水利局（牵头）", 0, 4)
    (True, False)
    """
    for word in words:  # noqa: SIM110 - a generator costs more than the search
        if text.find(word, start, end) >= 0:
            return True
    return False


class Chars:
    """A few characters, of which the next one is looked for in a text."""

    __slots__ = ("_chars", "_marked", "_search")

    def __init__(self, chars: str) -> None:
        self._chars: Final = chars
        self._marked: Final = _marked(chars)
        self._search: Callable[[str, int, int], re.Match[str] | None] | None = None

    def next(self, text: str, start: int, end: int) -> int:
        """Return where the first of them stands in [start, end), `end` where none does.

        >>> Chars("，。").next("抓紧，抓实。", 0, 6), Chars("，。").next("抓紧，抓实。", 3, 5)
        (2, 5)
        """
        if not _COMPILED:
            search = self._search = self._search or compiled(_one_of(self._chars)).search
            found = search(text, start, end)
            return found.start() if found is not None else end
        marked = self._marked
        place: i64 = start
        stop: i64 = min(end, len(text))
        while place < stop:
            if marked[ord(text[place]) % _MARKS] and text[place] in self._chars:
                return place
            place += 1
        return end


class Paired:
    """A pattern that is searched where the first two characters of a match stand, as far as they are known."""

    __slots__ = ("_heads", "_match", "_pairs", "_search")

    def __init__(self, source: str) -> None:
        pattern = compiled(source)
        self._match: Final = pattern.match
        self._search: Final = pattern.search
        found = openings(source)
        heads, pairs = opening_tables(found or {}, _PAIRS)
        self._heads: Final = bytes(heads) if found is not None else b""
        self._pairs: Final = bytes(pairs)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in [start, end).

        >>> Paired("全(?:部|覆盖)|分钟").search("安全、全覆盖", 0, 6)
        <re.Match object; span=(3, 6), match='全覆盖'>
        """
        if not _COMPILED or not self._heads:
            return self._search(text, start, end)
        heads, pairs = self._heads, self._pairs
        place: i64 = start
        stop: i64 = min(end, len(text))
        while place < stop:
            head = ord(text[place])
            told = heads[head % HEADS]
            if told == WITH_NEXT:
                told = pairs[(head * TURN + ord(text[place + 1])) % _PAIRS] if place + 1 < stop else 0
            if told:
                found = self._match(text, place, stop)
                if found is not None:
                    return found
            place += 1
        return None


class Holding:
    """A pattern that is searched only in a text with one of the few words, or of the characters, of which every match holds one."""

    __slots__ = ("_needed", "_search", "_words")

    def __init__(self, source: str) -> None:
        words = required_words(source)
        self._words = words if len(words) <= _FEW else ()
        needed = min(required_sets(source), key=len, default=None)
        told = hastened(trie_pattern(words)) if words else None if needed is None else _one_of(needed)
        self._needed = compiled(told).search if told is not None and not self._words else None
        self._search = compiled(source).search

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match.

        >>> Holding("[^，]{0,4}(?:安排|部署)").search("下年安排")
        <re.Match object; span=(0, 4), match='下年安排'>
        """
        if self._words and not any_stands(self._words, text, 0, len(text)):
            return None
        if self._needed is not None and self._needed(text) is None:
            return None
        return self._search(text)


class Needed:
    """Words of which every match of a pattern holds one: by their first two characters a stretch is seen to hold none of them."""

    __slots__ = ("_marks",)

    def __init__(self, words: Iterable[str]) -> None:
        marks = bytearray(2 * _NEEDED)
        for word in words:
            head = ord(word[0])
            marks[head % _NEEDED] |= WITH_NEXT if len(word) > 1 else ALONE
            if len(word) > 1:
                marks[_NEEDED + (head * TURN + ord(word[1])) % _NEEDED] = 1
        self._marks: Final = bytes(marks)

    def stands(self, text: str, start: int, end: int) -> bool:
        """Whether one of them may stand in [start, end); others share their marks.

        >>> needed = Needed(["健全", "完善"])
        >>> needed.stands("要健全机制", 0, 5), needed.stands("要健身", 0, 3)
        (True, False)
        """
        marks = self._marks
        place: i64 = start
        stop: i64 = min(end, len(text))
        while place < stop:
            head = ord(text[place])
            told = marks[head % _NEEDED]
            if told and (told >= ALONE or (place + 1 < stop and marks[_NEEDED + (head * TURN + ord(text[place + 1])) % _NEEDED])):
                return True
            place += 1
        return False


class Asked:
    """A pattern asked of a stretch: only where its first or last character and the words in it allow a match, as far as they are known.

    A class of its own and no function: compiled code then calls it directly, without making objects of the offsets.
    """

    __slots__ = ("_answer", "_heads", "_lasts", "_needed", "_needs")

    def __init__(
        self,
        answer: Callable[[str, int, int], re.Match[str] | None],
        heads: Iterable[str] | None = None,
        lasts: Iterable[str] | None = None,
        needs: tuple[str, ...] = (),
        words: tuple[str, ...] = (),
    ) -> None:
        """Prepare what is asked.

        Args:
            answer: a method of the pattern.
            heads: with what a match at the start of the stretch begins, or None for any character.
            lasts: with what a match at its end ends, or None for any.
            needs: words of which every match holds one, where they are few.
            words: the same, where they may be many.
        """
        self._answer: Final = answer
        self._heads: Final = None if heads is None else _marked(heads)
        self._lasts: Final = None if lasts is None else _marked((*lasts, "\n"))  # `$` stands before a last line break as well
        self._needs: Final = needs
        self._needed: Final = Needed(words) if words and not needs and _COMPILED else None

    def ask(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return what is found in [start, end) of a text.

        >>> Asked(re.compile("(?:期间|过程中)$").search, lasts="间中").ask("汛期期间，", 0, 4)
        <re.Match object; span=(2, 4), match='期间'>
        """
        if self._heads is not None and (start >= len(text) or not self._heads[ord(text[start]) % _MARKS]):
            return None
        if self._lasts is not None and start < end <= len(text) and not self._lasts[ord(text[end - 1]) % _MARKS]:
            return None
        if self._needs and not any_stands(self._needs, text, start, end):
            return None
        if self._needed is not None and end - start <= _SHORT and not self._needed.stands(text, start, end):
            return None
        return self._answer(text, start, end)

    def __call__(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Ask; for those to whom a function is as good."""
        return self.ask(text, start, end)


class Headed:
    """A pattern that is matched at a place: it is asked only where the first two characters of a match stand, as far as they are known."""

    __slots__ = ("_fullmatch", "_heads", "_match", "_pairs")

    def __init__(self, source: str) -> None:
        heads, pairs = opening_tables((openings(source) or {}) if first_characters(source) is not None else {}, _MARKS)
        self._heads: Final = bytes(heads) if any(heads) else b""
        self._pairs: Final = bytes(pairs)
        pattern = compiled(source)
        self._match, self._fullmatch = pattern.match, pattern.fullmatch

    def match(self, text: str, start: int, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at `start` and ends by `end`.

        >>> Headed("(?:不折不扣)?落实").match("不折不扣落实", 0, 6)
        <re.Match object; span=(0, 6), match='不折不扣落实'>
        """
        return self._match(text, start, end) if self._may_begin(text, start) else None

    def fullmatch(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the match that fills [start, end).

        >>> Headed("(?:不折不扣)?落实").fullmatch("抓落实", 1, 3)
        <re.Match object; span=(1, 3), match='落实'>
        """
        return self._fullmatch(text, start, end) if self._may_begin(text, start) else None

    def _may_begin(self, text: str, start: int) -> bool:
        if not self._heads:
            return True
        if start >= len(text):
            return False
        head = ord(text[start])
        told = self._heads[head % HEADS]
        if told != WITH_NEXT:
            return told != 0
        return start + 1 < len(text) and self._pairs[(head * TURN + ord(text[start + 1])) % _MARKS] != 0


class Ends:
    """Words that a stretch may end in; only those that end in its last character are looked up, by their lengths.

    A pattern of all words would be tried at each of the last places, one word after the other.
    """

    __slots__ = ("_lasts", "_lengths", "_more", "_words")

    def __init__(self, words: Iterable[str], more: str = "") -> None:
        """Prepare the words, and a pattern of at most three characters that ends in a plain one."""
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[-1], set()).add(len(word))
        self._lengths = {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()}
        self._more = compiled(f"{more}$").search if more else None
        self._lasts = _marked((*lengths, *more[-1:]))

    def begin(self, text: str, start: int, stop: int) -> int:
        """Return where the longest of the words begins that [start, stop) ends in, else a match of the pattern, else -1.

        >>> Ends(["办", "街道办"]).begin("请街道办", 0, 4), Ends(["办", "街道办"]).begin("请办事", 0, 3)
        (1, -1)
        """
        if not self._lasts[ord(text[stop - 1]) % _MARKS]:
            return -1
        for length in self._lengths.get(text[stop - 1], ()):
            if start <= stop - length and text[stop - length : stop] in self._words:
                return stop - length
        found = self._more(text, max(start, stop - 3), stop) if self._more is not None else None
        return found.start() if found is not None else -1

    def end(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) ends in one of the words (县水利[局]), or in a match of the pattern."""
        return self.begin(text, start, stop) >= 0
