"""Overlapping candidates: the longest stands, look-alikes compete and are dropped."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from commitments.mentions.overlap import contest, settle


class Span(NamedTuple):
    start_char: int
    end_char: int
    name: str
    discard: bool = False


def names(*spans: Span) -> str:
    return " ".join(span.name for span in settle(spans))


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([], ""),
        ([Span(4, 6, "b"), Span(0, 2, "a")], "a b"),
        ([Span(0, 2, "a"), Span(2, 4, "b")], "a b"),
        ([Span(0, 3, "short"), Span(1, 6, "long")], "long"),
        ([Span(0, 3, "first"), Span(0, 3, "second")], "first"),
        ([Span(2, 5, "first"), Span(0, 3, "second")], "first"),
        ([Span(0, 2, "a"), Span(1, 5, "look-alike", discard=True), Span(5, 6, "c")], "c"),
        ([Span(0, 2, "look-alike", discard=True), Span(0, 4, "a")], "a"),
        ([Span(0, 3, "a"), Span(2, 7, "b"), Span(6, 8, "c")], "b"),
        ([Span(0, 9, "outer"), Span(3, 4, "inner")], "outer"),
        ([Span(3, 4, "inner"), Span(0, 9, "look-alike", discard=True)], ""),
        ([Span(1, 1, "empty"), Span(0, 2, "a")], "a"),
    ],
)
def test_settle(spans: list[Span], kept: str) -> None:
    assert names(*spans) == kept


def test_a_beaten_candidate_no_longer_beats_others() -> None:
    # b beats a and c; a would have left c alone.
    assert names(Span(0, 3, "a"), Span(2, 9, "b"), Span(8, 12, "c"), Span(20, 22, "d")) == "b d"


def test_contest_names_the_winner_of_each_loser() -> None:
    a, b = Span(0, 2, "a"), Span(0, 5, "b", discard=True)
    outcome = contest([a, b])
    assert (outcome.kept, outcome.discarded, outcome.beaten) == ((), (b,), ((a, b),))


def test_many_candidates_cost_little() -> None:
    spans = [Span(i, i + 2, str(i)) for i in range(0, 60_000, 2)]
    assert len(settle(spans)) == 30_000


@pytest.mark.parametrize("step", [1, 2, 3, 5])
def test_many_candidates_stand_as_few_do(step: int) -> None:
    # Lengths of one to seven, some look-alikes, in no order of place: groups apart and groups that touch.
    spans = [Span(start, start + start * 5 % 8, str(start), discard=start % 3 == 0) for start in (n * 37 % 101 * step for n in range(101))]
    assert settle(spans) == list(contest(spans).kept)
