"""Weighs the lines below a speech that has told all its points: a label, a question, a count begun anew, a summary are the page's there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from commitments.cleaning.counting import counts_of, goes_on
from commitments.cleaning.facts import PAGE, SPEECH, Facts, bare
from commitments.cleaning.lines import Line, is_complete
from commitments.kept import compiled

_NAME, _NEXT_NAME, _QUESTION, _AGAIN, _ANEW = 1.5, 0.5, 1.0, 1.5, 1.0
_LONGEST_NAME, _LONGEST_QUESTION, _LONGEST_REMARK, _LONGEST_SUMMARY, _LONGEST_ITEM = 24, 40, 90, 400, 120
_CLAUSE: Final = compiled(r"[，,。；;！？]")
_FIGURE: Final = compiled(r"[0-9][0-9.]{0,7}[%％]?[一-龥]{1,2}")
_NAMED: Final = compiled(r"^[^，。；：:\s]{2,12}[:：]")
_FEWEST_FIGURES: Final = 2
_SHARE: Final = 0.7
"""Of the figures of a summary, so many are the speech's."""
_REMARK: Final = 0.35
"""The share of its weight that a sentence keeps which somebody says by name (江边柳：…)."""
_GLOSSARY: Final = compiled(r"(?:[注註]\s?[释釋]|[解註注][释釋]|说明)[》）)】]?\s?[:：]?$")
_OPEN: Final = frozenset("，,、")
_CHARACTERS: Final = 30.0


class Below:
    """What was told above the lines below a speech."""

    def __init__(self, facts: Facts, anchor: int, told: Sequence[bool]) -> None:
        lines = facts.lines
        end = told.index(True) if True in told else len(lines)
        announced = facts.book.speech["announced"]
        while end < len(lines) and (lines[end].kind in SPEECH or lines[end].kind == "blank"):
            if announced.search(lines[end].text):
                end = len(lines)  # 散会前再明确三件事: the speech goes on, and counts anew
            end += 1
        end = min(end, len(lines))
        self.told = told
        self.facts = facts
        self.counts = counts_of(lines[anchor:end])
        self._anchor = anchor
        self._said: str | None = None
        self.end = end
        self.remarks: set[int] = set()
        """Where sentences begin that somebody says by name, and questions."""
        self.strange: set[int] = set()
        """Lines that are the page's by what they say: names of its boxes, questions, counts begun anew, summaries, other speeches."""

    def weight(self, place: int, upper: str, above: Line) -> float | None:
        """Return how much a line speaks for page; None where it is weighed as elsewhere. Lines are asked in their order.

        Args:
            place: the line.
            upper: the kind of the line above it.
            above: the line above it.
        """
        line = self.facts.lines[place]
        if place < self.end or line.kind in PAGE:
            return None
        found = self._weight(line, upper, above)
        if found is not None and found >= 0:
            self.strange.add(place)
        return found

    def _weight(self, line: Line, upper: str, above: Line) -> float | None:
        text = line.text
        if above.text[-1:] in _OPEN or (above.kind == "wrapped" and not is_complete(above.text)):
            return None  # the end of a sentence that a wrap has parted
        if line.kind == "salutation":
            return 0.0 if self.facts.book.speech["title"].search(above.text) else None
        if len(text) <= (_LONGEST_ITEM if line.marker else _LONGEST_SUMMARY) and self._repeats(text):
            return _AGAIN
        if line.marker and goes_on(self.counts, line, told=True):
            self.counts.update(counts_of([line]))
            return None
        if line.marker:
            named = line.kind == "heading" and not is_complete(text)  # a whole sentence may be a task that is told again
            return _ANEW if named else -len(text) / _CHARACTERS
        if len(text) <= _LONGEST_QUESTION and text[-1] in "?？":
            self.remarks.add(line.start)
            return _QUESTION
        if line.kind == "plain" and len(text) <= _LONGEST_NAME and not _CLAUSE.search(text):
            return None if _GLOSSARY.search(text) or self._signs(text) else _NEXT_NAME if upper == "plain" else _NAME
        if len(text) <= _LONGEST_REMARK and _NAMED.match(text) and not self.facts.book.speech["opening"].match(text):
            self.remarks.add(line.start)
            return -_REMARK * len(text) / _CHARACTERS
        return None

    def are_strange(self, places: Sequence[int]) -> bool:
        """Tell whether the last lines of a page are all the page's: strange by themselves, or the beginning of a text that breaks off."""
        preview = self.facts.book.speech["preview-end"]
        return bool(places) and all(
            place in self.strange or (place >= self.end and preview.search(self.facts.lines[place].text)) for place in places
        )

    def _signs(self, text: str) -> bool:
        return bool(self.facts.book.speech["signature"].match(text))

    def _repeats(self, text: str) -> bool:
        """Tell whether a line holds hardly a figure that the speech does not, as a summary of it."""
        figures = {bare(figure) for figure in _FIGURE.findall(text)}
        if len(figures) < _FEWEST_FIGURES:
            return False
        said = self._said
        if said is None:
            said = self._said = "".join(self.facts.bare_lines()[self._anchor : self.end])
        return sum(figure in said for figure in figures) >= _SHARE * len(figures)
