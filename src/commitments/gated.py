"""Patterns that are asked only where the characters allow a match; most answers are then no, at a tenth of the price."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from commitments.kept import compiled
from commitments.pattern_heads import first_characters, openings, required_sets
from commitments.pattern_words import required_words
from commitments.triewords import trie_pattern

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
        for place in range(start, min(end, len(text))):
            if marked[ord(text[place]) % _MARKS] and text[place] in self._chars:
                return place
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
        end = min(end, len(text))
        heads, pairs = self._heads, self._pairs
        for place in range(start, end):
            head = ord(text[place])
            told = heads[head % HEADS]
            if told == WITH_NEXT:
                told = pairs[(head * TURN + ord(text[place + 1])) % _PAIRS] if place + 1 < end else 0
            if told:
                found = self._match(text, place, end)
                if found is not None:
                    return found
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


class Asked:
    """A pattern asked of a stretch: only where the first or the last character of it allows a match, if anything is known of these.

    A class of its own and no function: compiled code then calls it directly, without making objects of the offsets.
    """

    __slots__ = ("_answer", "_heads", "_lasts", "_needs")

    def __init__(
        self,
        answer: Callable[[str, int, int], re.Match[str] | None],
        heads: Iterable[str] | None = None,
        lasts: Iterable[str] | None = None,
        needs: tuple[str, ...] = (),
    ) -> None:
        """Prepare what is asked.

        Args:
            answer: a method of the pattern.
            heads: with what a match at the start of the stretch begins, or None for any character.
            lasts: with what a match at its end ends, or None for any.
            needs: words of which every match holds one, where they are few.
        """
        self._answer: Final = answer
        self._heads: Final = None if heads is None else _marked(heads)
        self._lasts: Final = None if lasts is None else _marked((*lasts, "\n"))  # `$` stands before a last line break as well
        self._needs: Final = needs

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
        return self._answer(text, start, end)

    def __call__(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Ask; for those to whom a function is as good."""
        return self.ask(text, start, end)


class Headed:
    """A pattern that is matched at a place: it is asked only where a character stands with which its matches begin."""

    __slots__ = ("_fullmatch", "_heads", "_match")

    def __init__(self, source: str) -> None:
        heads = first_characters(source)
        self._heads = None if heads is None else _marked(heads)
        pattern = compiled(source)
        self._match, self._fullmatch = pattern.match, pattern.fullmatch

    def match(self, text: str, start: int, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at `start` and ends by `end`.

        >>> Headed("(?:不折不扣)?落实").match("不折不扣落实", 0, 6)
        <re.Match object; span=(0, 6), match='不折不扣落实'>
        """
        if self._heads is not None and (start >= len(text) or not self._heads[ord(text[start]) % _MARKS]):
            return None
        return self._match(text, start, end)

    def fullmatch(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the match that fills [start, end).

        >>> Headed("(?:不折不扣)?落实").fullmatch("抓落实", 1, 3)
        <re.Match object; span=(1, 3), match='落实'>
        """
        if self._heads is not None and (start >= len(text) or not self._heads[ord(text[start]) % _MARKS]):
            return None
        return self._fullmatch(text, start, end)


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


class AnyOf:
    """Patterns that are searched as one alternation would be, each only where a word stands of which every match holds one.

    The words of all patterns are looked for in one scan of a stretch, which holds until another one is asked about.
    """

    __slots__ = ("_automaton", "_free", "_patterns", "_scanned", "_searches")

    def __init__(self, sources: Sequence[str]) -> None:
        self._searches = [compiled(source).search for source in sources]
        patterns: dict[str, list[int]] = {}
        self._free: list[int] = []
        for number, source in enumerate(sources):
            words = required_words(source)
            for word in words:
                patterns.setdefault(word, []).append(number)
            if not words:
                self._free.append(number)
        self._patterns = list(patterns.values())
        """Which patterns each word calls."""
        self._automaton = AhoCorasick(list(patterns), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
        self._scanned = _Scanned("", 0, 0, [])

    def matched(self, text: str, start: int, end: int, low: int = 0, high: int = sys.maxsize) -> list[tuple[int, re.Match[str]]]:
        """Return the matches in [start, end) with the number of their pattern: the leftmost, of those that begin together the first.

        >>> [(number, match[0]) for number, match in AnyOf(["要求", "要", "求是"]).matched("要求要求是", 0, 5)]
        [(0, '要求'), (0, '要求')]

        Args:
            text: the text that offsets count in.
            start: where to begin.
            end: where matches have to end, exclusive.
            low: the number of the first pattern to be asked.
            high: the number behind the last one.
        """
        found: list[tuple[int, re.Match[str]]] = []
        called = self.called(text, start, end, low, high)
        if not called:
            return found
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
                return found
            found.append((chosen, first))
            start = max(first.end(), first.start() + 1)

    def scan(self, text: str, start: int, end: int) -> _Scanned:
        """Look for the words in [start, end) at once, before stretches of it are asked about."""
        hits = self._automaton.find_matches_as_indexes(text[start:end], overlapping=True)
        self._scanned = scanned = _Scanned(text, start, end, [(word, first + start, stop + start) for word, first, stop in hits])
        return scanned

    def called(self, text: str, start: int, end: int, low: int = 0, high: int = sys.maxsize) -> list[int]:
        """Return the numbers, from `low` to below `high`, of the patterns that could match in [start, end), for the words that it holds.

        >>> AnyOf(["要求", "[^，]{2}(?:召开|举行)"]).called("会议召开，要求抓紧", 0, 4)
        [1]
        """
        scanned = self._scanned  # taken once: another thread may put its own in its place
        if not scanned.holds(text, start, end):
            scanned = self.scan(text, start, end)
        called = [number for number in self._free if low <= number < high]
        hits = scanned.hits
        for place in range(scanned.behind(start), len(hits)):
            word, first, stop = hits[place]
            if stop > end:
                break
            if first >= start:
                for number in self._patterns[word]:
                    if low <= number < high and number not in called:
                        called.append(number)
        if len(called) > 1:
            called.sort()
        return called


class _Scanned:
    """A stretch of a text and where the words stand in it, in the order in which they end."""

    __slots__ = ("_end", "_start", "_text", "hits")

    def __init__(self, text: str, start: int, end: int, hits: list[tuple[int, int, int]]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self.hits = hits

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether [start, end) of a text lies in the stretch."""
        return self._text is text and self._start <= start and end <= self._end

    def behind(self, start: int) -> int:
        """Return the number of the first word that ends behind `start`."""
        hits = self.hits
        low, high = 0, len(hits)
        while low < high:
            middle = (low + high) // 2
            if hits[middle][2] <= start:
                low = middle + 1
            else:
                high = middle
        return low
