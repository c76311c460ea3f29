"""Where the endings of names (局, 街道办, 专班) stand in a speech, found once for all of its clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from commitments.gated import Ends, hastened
from commitments.kept import compiled
from commitments.offsets import Counted
from commitments.triewords import trie_pattern

NAME_TAIL: Final = r"(?:[“\"][^”\"]{1,8}[”\"])?(?:[（(][^（）()]{1,16}[）)])?"
"""What may close a name: its own name in quotes, a bracket."""
_CLOSES: Final = frozenset("”\"）)")
_COVERED: Final = 2
ENDING: Final = 1
BRACKETS: Final = 2
TELLS: Final = 4
HANDS: Final = 8
ADJUNCT: Final = 16
ASKED: Final = 32
"""The groups of words: what names end in, and those of which one stands in whatever names who is responsible in a bracket, demands
something of others, hands work to somebody, tells the time by another event, or asks somebody behind a topic."""


class WholeName:
    """Tells whether a stretch is one name, by what it ends in; `closers` are the characters in which a name, or its tail, may end."""

    __slots__ = ("_before", "_ends", "_whole", "closers")

    def __init__(self, before: str, endings: Collection[str]) -> None:
        """Prepare the pattern of what stands before an ending, and the endings."""
        self._before = compiled(before)
        self._ends = Ends(endings)
        self._whole = compiled(rf"{before}?(?P<ending>{hastened(trie_pattern(endings))}){NAME_TAIL}")
        self.closers = frozenset(word[-1] for word in endings) | _CLOSES

    def ending(self, text: str, start: int, end: int) -> str:
        """Return what [start, end) ends in as one name, "" where it is none.

        >>> WholeName("[^的]{0,4}", ["局", "水利局"]).ending("县水利局（西区）", 0, 8)
        '水利局'

        Where nothing stands behind the ending, it is looked up; the pattern has to try every place of the name for one.
        """
        last = text[end - 1]
        if last in _CLOSES:
            found = self._whole.fullmatch(text, start, end)
            return found["ending"] if found else ""
        place = self._ends.begin(text, start, end) if last in self.closers else -1
        return text[place:end] if place >= 0 and self._before.fullmatch(text, start, place) else ""


class SpeechWords:
    """What a speech is looked through for in one scan: the endings of names, and groups of words that stand in few clauses."""

    __slots__ = ("automaton", "kinds", "last")

    def __init__(self, groups: Mapping[int, Iterable[str]]) -> None:
        kinds: dict[str, int] = {}
        for kind, words in groups.items():
            for word in words:
                kinds[word] = kinds.get(word, 0) | kind
        self.automaton = AhoCorasick(list(kinds), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
        self.kinds = list(kinds.values())
        """Of which groups each word is, as a sum of bits."""
        self.last: Endings | None = None
        """What the text holds that was looked through last."""


class Endings:
    """Where the endings of names stand in a text, those that end first first; and where the words of the groups do."""

    __slots__ = ("_counted", "_found", "_words", "firsts", "stops", "text")

    def __init__(self, words: SpeechWords, text: str) -> None:
        self.text = text
        self.firsts: list[int] = []
        self.stops: list[int] = []
        self._words: list[tuple[int, int, int]] = []
        kinds = words.kinds
        for number, first, stop in words.automaton.find_matches_as_indexes(text, overlapping=True):
            kind = kinds[number]
            if kind & ENDING:
                self.firsts.append(first)
                self.stops.append(stop)
            if kind & ~ENDING:
                self._words.append((stop, first, kind))
        self._counted = Counted(self.stops)
        self._found = Counted([stop for stop, _, _ in self._words])

    def holds(self, group: int, start: int, end: int) -> bool:
        """Whether a word of a group stands in [start, end)."""
        words = self._words
        for place in range(self._found.before(start + 1), len(words)):
            stop, first, kind = words[place]
            if stop > end:
                return False
            if kind & group and first >= start:
                return True
        return False

    def any_within(self, start: int, end: int) -> bool:
        """Whether any ends in [start, end)."""
        return self._counted.any_within(start + 1, end + 1)

    def within(self, start: int, limit: int) -> list[tuple[int, int]]:
        """Return where those that lie in [start, limit) begin and end."""
        firsts, stops = self.firsts, self.stops
        low, high = self._counted.before(start + 1), self._counted.before(limit + 1)
        return [(firsts[place], stops[place]) for place in range(low, high) if firsts[place] >= start]


def endings_in(words: SpeechWords, text: str) -> Endings:
    """Find the endings of a speech once, not anew for each of its clauses."""
    found = words.last  # taken once: another thread may put its own in its place
    if found is None or found.text is not text:
        found = words.last = Endings(words, text)
    return found


def covering(found: Iterable[tuple[int, int]], place: int) -> int:
    """Return where the last ending that has `place` inside it ends, if it ends at most two characters behind it; else 0."""
    last = 0
    for first, stop in found:
        if first < place < stop:
            last = stop
    return last if last - place <= _COVERED else 0
