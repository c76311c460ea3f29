"""Settle which of several overlapping candidates stands: one place for all kinds of mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final, Generic, Protocol, TypeVar


class Candidate(Protocol):
    """What `settle` needs to know of a candidate: its half-open span, and whether it is a look-alike."""

    @property
    def start_char(self) -> int:
        """Where it starts."""

    @property
    def end_char(self) -> int:
        """Where it ends, exclusive."""

    @property
    def discard(self) -> bool:
        """Whether it only competes for its characters and is then dropped."""


C = TypeVar("C", bound=Candidate)

_FEW: Final = 16
"""So few candidates are compared one by one sooner than in order."""


class Settlement(Generic[C]):
    """The outcome: what stands, which look-alikes won their characters, and who lost to whom.

    Attributes:
        kept: the candidates that stand.
        discarded: the look-alikes that won.
        beaten: pairs (loser, winner), in the order in which they were decided.
    """

    def __init__(self, kept: tuple[C, ...], discarded: tuple[C, ...], beaten: tuple[tuple[C, C], ...]) -> None:
        self.kept = kept
        self.discarded = discarded
        self.beaten = beaten


def settle(candidates: Iterable[C]) -> list[C]:
    """Return the candidates that stand, in text order: the longest wins, look-alikes compete and are then dropped.

    “三个代表” as a look-alike takes its characters from the quantity 三个, and leaves no mention itself.

    Args:
        candidates: in rule order; among candidates of the same length the earlier one wins.
    """
    candidates = list(candidates)
    if len(candidates) > _FEW:
        groups = _groups(candidates)
        if len(groups) == 1:
            return list(contest(candidates).kept)
        return [candidate for group in groups for candidate in settle(group)]
    ranked = sorted(candidates, key=_shortness)
    seated: list[C] = []
    for candidate in ranked:
        start, end = candidate.start_char, candidate.end_char
        for other in seated:
            if other.start_char < end and start < other.end_char:
                break
        else:
            if start < end:
                seated.append(candidate)
    if len(seated) > 1:
        seated.sort(key=_start)
    return [candidate for candidate in seated if not candidate.discard]


def _groups(candidates: list[C]) -> list[list[C]]:
    """Part candidates where no two overlap: the groups in text order, each in the order of the rules."""
    groups: list[list[int]] = []
    stop = -1
    for number in sorted(range(len(candidates)), key=lambda place: candidates[place].start_char):
        candidate = candidates[number]
        if candidate.start_char >= stop:
            groups.append([])
        groups[-1].append(number)
        stop = max(stop, candidate.end_char)
    return [[candidates[number] for number in sorted(group)] for group in groups]


def contest(candidates: Iterable[C]) -> Settlement[C]:
    """Settle as `settle` does, and say what became of the rest (for `commitments explain`).

    The longest candidate is seated first; whoever overlaps a seated one is beaten by it.

    Args:
        candidates: in rule order; among candidates of the same length the earlier one wins.
    """
    ranked = sorted((c for c in candidates if c.end_char > c.start_char), key=_shortness)
    ends: list[int] = []
    seated: list[C] = []
    beaten: list[tuple[C, C]] = []
    for candidate in ranked:
        # Seated spans are disjoint, so they are sorted by start and by end alike.
        place = bisect_left(ends, candidate.start_char + 1)
        if place < len(seated) and seated[place].start_char < candidate.end_char:
            beaten.append((candidate, seated[place]))
        else:
            ends.insert(place, candidate.end_char)
            seated.insert(place, candidate)
    kept = tuple(c for c in seated if not c.discard)
    return Settlement(kept, tuple(c for c in seated if c.discard), tuple(beaten))


def _start(candidate: Candidate) -> int:
    return candidate.start_char


def _shortness(candidate: Candidate) -> int:
    return candidate.start_char - candidate.end_char
