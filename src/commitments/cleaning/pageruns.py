"""Finds runs of page among the lines of a speech: comments, cards of other texts, neighbouring stories.

Their sentences look like speech by themselves. What gives them away is the company they keep: each stands between names, times,
buttons and titles, where a speech has paragraph upon paragraph. So every line is weighed, with its neighbours, for how much it
speaks for page (above 0) or for speech (below), and the stretches whose lines add up to page are taken out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from commitments.cleaning.facts import PAGE, PROSE, SPEECH, Facts, bare
from commitments.cleaning.lines import Line
from commitments.cleaning.rulebook import is_closing
from commitments.kept import compiled

BETWEEN: frozenset[str] = frozenset(
    {"line.page-number", "line.ornament", "line.part", "line.caption", "line.advert", "word.page", "html.links"}
)
"""Page lines that stand between paragraphs of a speech as well."""
_TAIL, _PAGE, _BETWEEN, _TITLE, _PREVIEW, _PLAIN, _NEXT_PLAIN = 4.0, 2.0, 0.5, 2.0, 1.5, 0.7, 0.2
_HEADING, _MARKED, _ADDRESS = -2.0, -6.0, -4.0
_CHARACTERS, _MOST = 30.0, 6.0
"""A sentence weighs one for so many characters, up to so much."""
_FRAMED = 0.35
"""The share of its weight that a sentence keeps which stands alone between lines of a page."""
_LEAST, _LEAST_LAST, _DROP, _DROP_OPEN = 4.0, 3.0, 4.0, 2.0
"""What the lines of a run add up to, at least, above more speech and at the end; and how much of speech ends a run."""
_EVIDENCE = 0.25
"""Of the lines of a run: so many are page by themselves, at least."""
_FIRST = 3
_SHORT = 40
"""Characters of a sentence inside the speech that its neighbours alone can make page."""
_BETWEEN_RUNS = 0.15
_LONGEST_NAME = 20
_THANKS = ("谢谢大家", "谢谢各位", "我就讲", "散会")
_CLAUSE = compiled(r"[，,。；;！？]")
_SIGNED = compiled(r"^[^。，]{0,20}[年月日]$")


class Run(NamedTuple):
    """Lines [start, end) that are page together; `last`: no speech is below them."""

    start: int
    end: int
    last: bool


def page_runs(facts: Facts, anchor: int) -> list[Run]:
    """Return the runs of page below the first line of a speech."""
    places = [index for index in range(anchor + 1, len(facts.lines)) if facts.lines[index].kind != "blank"]
    if not any(facts.lines[index].kind in PAGE for index in places):
        return []
    runs = []
    closed = [facts.closed_above()[place] for place in places]
    for start, end in _heaviest(_weights(facts, places), closed):
        sure = [_is_sure(facts.lines[place]) for place in places[start:end]]
        if not any(sure) or sum(sure) < _EVIDENCE * len(sure):
            continue
        if sum(facts.lines[place].kind in SPEECH for place in places[end:]) <= 1:
            end = len(places)  # the last comment, with no line of the page below it
        last = end == len(places)
        first = sure.index(True)
        if not last or first >= _FIRST or not closed[start]:
            start += first
        if not last:
            end -= sure[::-1].index(True)
        runs.append(Run(places[start], places[end - 1] + 1, last))
    return _joined(facts, anchor, runs)


def inside(facts: Facts, run: Run) -> Iterator[int]:
    """Yield the lines of a run in the middle of a speech that are page; a long sentence is only below a line that ends a speech."""
    ended = False
    for index in range(run.start, run.end):
        line = facts.lines[index]
        ended = ended or line.kind == "tail"
        if line.kind != "blank" and (ended or line.kind in PAGE or len(line.text) < _SHORT):
            yield index


def _joined(facts: Facts, anchor: int, runs: list[Run]) -> list[Run]:
    """Join the last run with those above it where hardly any speech is between them and the speech had come to its end."""
    while len(runs) > 1 and runs[-1].last:
        upper, lower = runs[-2:]
        between = facts.weight(upper.end, lower.start)
        if between > _BETWEEN_RUNS * facts.weight(anchor, upper.start) or not facts.closed_above()[upper.start]:
            break
        runs[-2:] = [Run(upper.start, lower.end, True)]
    return runs


def _is_sure(line: Line) -> bool:
    return line.kind in PAGE and line.rule not in BETWEEN


def _weights(facts: Facts, places: Sequence[int]) -> list[float]:
    """Return how much each line speaks for page; one that stands on the page again and again says nothing."""
    lines = [facts.lines[place] for place in places]
    often = Counter(line.text for line in lines if line.kind in PAGE)
    kinds: list[str] = ["often" if line.kind in PAGE and often[line.text] > 2 else line.kind for line in lines]
    upper = ["prose", *kinds[:-1]]
    lower = [*kinds[1:], "page"]
    above = [lines[0], *lines[:-1]]
    return [_weight(facts, *found) for found in zip(lines, kinds, upper, lower, above, strict=True)]


def _weight(facts: Facts, line: Line, kind: str, upper: str, lower: str, above: Line) -> float:
    """Return how much a line speaks for page, by itself and by the lines above and below it."""
    speech, text = facts.book.speech, line.text
    if kind in PAGE:
        return _BETWEEN if line.rule in BETWEEN else _TAIL if kind == "tail" else _PAGE
    if kind not in {"plain", "prose", "wrapped", "heading"}:
        return 0.0
    if line.marker and not text[0].isdigit():
        return _HEADING if kind == "heading" else _MARKED
    framed = _is_frame(upper) and _is_frame(lower)
    if kind == "heading" or (kind == "plain" and not (len(text) > _LONGEST_NAME and _CLAUSE.search(text))):
        if speech["title"].search(text) and len(bare(text)) > 8:
            return _TITLE
        if speech["signature"].match(text) or _SIGNED.match(text):
            return 0.0
        return _HEADING if kind == "heading" else _NEXT_PLAIN if upper == "plain" else _PLAIN
    if speech["preview-end"].search(text) and lower not in PROSE:
        return _PREVIEW
    another = above.kind == "plain" and bool(speech["title"].search(above.text))
    if text.startswith(_THANKS) and len(text) <= _LONGEST_NAME:
        return _ADDRESS
    if not another and not framed and (speech["opening"].match(text) or is_closing(text, facts.book)):
        return _ADDRESS
    return -min(_MOST, len(text) / _CHARACTERS) * (_FRAMED if framed else 1)


def _is_frame(kind: str) -> bool:
    return kind in PAGE or kind == "plain"


def _heaviest(weights: Sequence[float], closed: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the stretches [start, end) that add up to page; much speech ends a stretch, whatever follows.

    >>> list(_heaviest([-1.0, 4.0, -1.0, 3.0, -5.0, 1.0], [True] * 6))
    [(1, 4)]

    Args:
        weights: how much each line speaks for page.
        closed: whether the speech above it has come to its end; where it has not, less speech ends a stretch.
    """
    start = end = 0
    total = most = 0.0
    for place, weight in enumerate(weights):
        total += weight
        if total > most:
            most, end = total, place + 1
        elif total <= 0 or total <= most - (_DROP if closed[start] else _DROP_OPEN):
            if most >= _LEAST:
                yield start, end
            start, total, most = place + 1, 0.0, 0.0
    if most >= _LEAST_LAST:
        yield start, end
