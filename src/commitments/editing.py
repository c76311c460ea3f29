"""An editor that forgets nothing: cuts and replaces in a text while keeping the map back to the raw page.

A `Draft` is a value. Every stage of the cleaner looks at its text, decides on edits in its offsets, and
gets a new draft; the runs are composed, so that they always point into the raw page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from commitments.offsets import Run
from commitments.types import GAP_MARK, Gap, Removed


class Edit:
    """Replace [start, end) of a draft's text by `text`, in the name of `rule`; `gap`: the text is a gap mark."""

    __slots__ = ("end", "gap", "missing", "rule", "start", "text")

    def __init__(self, start: int, end: int, text: str, rule: str, gap: bool = False, missing: int | None = None) -> None:
        self.start: Final = start
        self.end: Final = end
        self.text: Final = text
        self.rule: Final = rule
        self.gap: Final = gap
        self.missing: Final = missing


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way from the raw page to the clean speech.

    `removed` and `runs` count in the raw page, `gaps` in this draft's text.
    """

    raw: str
    text: str
    runs: tuple[Run, ...]
    removed: tuple[Removed, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @classmethod
    def of(cls, raw: str) -> Draft:
        """Return the draft in which nothing has been edited yet.

        >>> Draft.of("同志们").runs
        (Run(clean=0, raw=0, length=3),)
        """
        return cls(raw, raw, (Run(0, 0, len(raw)),) if raw else ())

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """Return the draft with the edits done; of two that overlap the earlier one counts, then the longer one.

        >>> Draft.of("我某某网区要抓紧").edited([Edit(1, 4, "", "inline.site-name")]).text
        '我区要抓紧'

        Args:
            edits: stretches of this draft's text, in any order. An edit with `gap` puts the gap mark.
        """
        chosen = _without_overlaps(edits)
        if not chosen:
            return self
        pieces, runs, cut, new_gaps = _Composer(self.text, self.runs).compose(chosen)
        gaps = sorted([*_moved(self.gaps, chosen), *new_gaps], key=lambda gap: gap.start)
        removed = (*self.removed, *(Removed(start, end, self.raw[start:end], rule) for start, end, rule in cut))
        return Draft(self.raw, "".join(pieces), tuple(runs), removed, tuple(gaps))


def cut(start: int, end: int, rule: str) -> Edit:
    """Return the edit that takes [start, end) out."""
    return Edit(start, end, "", rule)


def gap(start: int, end: int, rule: str, missing: int | None, *, before: str = "", after: str = "") -> Edit:
    """Return the edit that puts a gap mark in the place of [start, end), with line breaks around it where given."""
    return Edit(start, end, f"{before}{GAP_MARK}{after}", rule, True, missing)


def settled(removed: Iterable[Removed], raw: str) -> tuple[Removed, ...]:
    """Return the removals in page order; neighbours of one rule are joined, white space goes with what it touches.

    >>> [r.text for r in settled([Removed(0, 2, "首页", "a"), Removed(2, 3, " ", "space.blank")], "首页 ")]
    ['首页 ']
    """
    joined: list[tuple[int, int, str]] = []
    for start, end, _, rule in ((item.start, item.end, item.text, item.rule) for item in sorted(removed, key=lambda item: item.start)):
        if joined:
            before, until, owner = joined[-1]
            touches = until == start
            if touches and (owner == rule or rule.startswith("space.")):
                joined[-1] = (before, end, owner)
                continue
            if touches and owner.startswith("space."):
                joined[-1] = (before, end, rule)
                continue
        joined.append((start, end, rule))
    return tuple(Removed(start, end, raw[start:end], rule) for start, end, rule in joined)


def _without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not chosen or edit.start >= chosen[-1].end:
            chosen.append(edit)
    return chosen


def _moved(gaps: tuple[Gap, ...], edits: list[Edit]) -> Iterator[Gap]:
    """Shift the gaps behind the edits; a gap that an edit swallows is gone."""
    shift = index = 0
    for mark in gaps:
        while index < len(edits) and edits[index].end <= mark.start:
            shift += len(edits[index].text) - (edits[index].end - edits[index].start)
            index += 1
        if index == len(edits) or edits[index].start >= mark.end:
            yield Gap(mark.start + shift, mark.end + shift, mark.missing, mark.rule)


class _Composer:
    """Walks the runs and the edits once, side by side."""

    def __init__(self, text: str, runs: tuple[Run, ...]) -> None:
        self.text = text
        self.runs = runs
        self.index = 0
        self.length = 0
        self.out: list[Run] = []
        self.cut: list[tuple[int, int, str]] = []

    def compose(self, edits: list[Edit]) -> tuple[list[str], list[Run], list[tuple[int, int, str]], list[Gap]]:
        text = self.text
        pieces: list[str] = []
        gaps: list[Gap] = []
        done = 0
        for edit in edits:
            start, end, inserted = edit.start, edit.end, edit.text
            if start > done:
                pieces.append(text[done:start])
                self._walk(done, start, None)
                self.length += start - done
            if end > start:
                self._walk(start, end, edit.rule)
            if inserted:
                if edit.gap:
                    place = self.length + inserted.index(GAP_MARK)
                    gaps.append(Gap(place, place + len(GAP_MARK), edit.missing, edit.rule))
                pieces.append(inserted)
                self.length += len(inserted)
            done = end
        if done < len(text):
            pieces.append(text[done:])
            self._walk(done, len(text), None)
        return pieces, self.out, self.cut, gaps

    def _walk(self, start: int, end: int, rule: str | None) -> None:
        """Keep the run parts in [start, end), or where a rule is given, note them as cut."""
        runs, index = self.runs, self.index
        count = len(runs)
        while index < count:
            clean, raw, length = runs[index]
            if clean >= end:
                break
            stop = clean + length
            low = start if start > clean else clean
            high = end if end < stop else stop
            if low < high:
                if rule is None:
                    self._keep(self.length + low - start, raw + low - clean, high - low)
                else:
                    self._drop(raw + low - clean, raw + high - clean, rule)
            if stop > end:
                break
            index += 1
        self.index = index

    def _keep(self, place: int, raw: int, length: int) -> None:
        if self.out:
            last = self.out[-1]
            if last[0] + last[2] == place and last[1] + last[2] == raw:
                self.out[-1] = Run(last[0], last[1], last[2] + length)
                return
        self.out.append(Run(place, raw, length))

    def _drop(self, start: int, end: int, rule: str) -> None:
        if self.cut and self.cut[-1][1] == start and self.cut[-1][2] == rule:
            start = self.cut.pop()[0]
        self.cut.append((start, end, rule))
