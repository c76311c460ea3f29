"""Finds runs of page among the lines of a speech: comments, cards of other texts, neighbouring stories.

Their sentences look like speech by themselves. What gives them away is the company they keep: each stands between names, times,
buttons and titles, where a speech has paragraph upon paragraph. So every line is weighed, with its neighbours, for how much it
speaks for page (above 0) or for speech (below), and the stretches whose lines add up to page are taken out.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from commitments.cleaning.below import Below
from commitments.cleaning.facts import PAGE, PROSE, SPEECH, Facts, bare
from commitments.cleaning.lines import Line
from commitments.cleaning.rulebook import is_closing
from commitments.kept import compiled

BETWEEN: Final[frozenset[str]] = frozenset(
    {"line.page-number", "line.ornament", "line.part", "line.the-end", "line.caption", "line.advert", "word.page", "html.links"}
)
"""Page lines that stand between paragraphs of a speech as well."""
_TAIL, _PAGE, _BETWEEN, _TITLE, _PREVIEW, _PLAIN, _NEXT_PLAIN = 4.0, 2.0, 0.5, 2.0, 1.5, 0.7, 0.2
_HEADING, _MARKED, _ADDRESS, _LISTED = -2.0, -6.0, -4.0, 1.0
_CHARACTERS, _MOST = 30.0, 6.0
"""A sentence weighs one for so many characters, up to so much."""
_FRAMED, _LONGEST_COMMENT = 0.35, 80
"""The share of its weight that a sentence keeps which stands alone between lines of a page, up to so many characters."""
_SHORT: Final = 40
_LEAST, _LEAST_LAST, _DROP, _DROP_OPEN = 3.5, 3.0, 4.0, 2.0
"""What the lines of a run add up to, at least, above more speech and at the end; and how much of speech ends a run."""
_LAST_COMMENTS: Final = -2.0
_EVIDENCE: Final = 0.2
"""Of the lines of a run: so many are page by themselves, at least."""
_FIRST: Final = 3
_OPENERS: Final = frozenset({"line.advert", "line.widget", "line.frame", "line.jump"})
_BOXES = ("广告", "推广", "赞助")
"""Page lines inside a speech that may have sentences of the page below them."""
TALK: Final = frozenset(
    ("line.reply", "line.votes", "line.member-card", "line.stars", "line.guestbook", "line.own-review", "line.comments-head",
     "line.comments-of", "line.answers", "line.tally", "line.jump")
)  # fmt: skip
"""Page lines where readers talk, or a newspaper's page ends, so that sentences below them are others'."""
_COMMENTS: Final = frozenset(("line.comments-head", "line.comments-of", "line.answers", "line.guestbook", "line.own-review"))
"""Heads of what readers say."""
_STAMP: Final = compiled(r"(?<![0-9])(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9](?![0-9])")
_BETWEEN_RUNS, _BETWEENTALK = 0.15, 0.5
"""Of the speech above: so much prose may stand between two runs that are one; more where readers talk."""
_LONGEST_NAME: Final = 20
_CLAUSE: Final = compiled(r"[，,。；;！？]")
_ADDRESSED: Final = compiled("[:：]")
"""How the words of a card begin (同志们：今天…); a paragraph goes on behind a comma."""
_SIGNED: Final = compiled(r"^[^。，]{0,20}[年月日]$")


class Run(NamedTuple):
    """Lines [start, end) that are page together; `last`: no speech is below them."""

    start: int
    end: int
    last: bool


def page_runs(facts: Facts, anchor: int, told: Sequence[bool]) -> list[Run]:
    """Return the runs of page below the first line of a speech.

    Args:
        facts: the page's lines.
        anchor: the first line of the speech below its title.
        told: for each line, whether all points, announced or counted, are told above it.
    """
    places = [index for index in range(anchor + 1, len(facts.lines)) if facts.lines[index].kind != "blank"]
    if True not in told and not any(facts.lines[index].kind in PAGE for index in places):
        return []
    closed = [facts.closed_above()[place] or told[place] for place in places]
    below = Below(facts, anchor, told)
    titles = facts.listed()
    weights = _weights(facts, places, below)
    runs = []
    for start, stop in _heaviest(weights, closed):
        lines = [facts.lines[place] for place in places[start:]]
        length = stop - start
        sure = [_is_sure(facts.lines[place]) or place in below.strange or place in titles for place in places[start:]]
        if sum(map(_evidence, lines[:length], sure)) < _EVIDENCE * length or not any(sure[:length]):
            continue
        broken = any(line.kind == "gap" for line in facts.lines[places[start - 1] : places[start]] if start)
        ended = closed[start] or broken
        formula = broken or facts.closed_above()[places[start]]
        if sum(weights[stop:]) > _LAST_COMMENTS and (
            (ended and formula and _are_alone(facts, lines[length - 1 :])) or below.are_strange(places[stop:])
        ):
            length = len(lines)  # the last comments have no line of the page below them
        first, behind = _edges(lines, sure[:length], below.remarks, ended=ended, formula=formula)
        if first < behind:
            runs.append(Run(places[start + first], places[start + behind - 1] + 1, length == len(lines)))
    return _joined(facts, anchor, runs)


def _evidence(line: Line, sure: bool) -> float:
    return 1.0 if sure else 0.5 if line.kind in PAGE else 0.0


def _are_alone(facts: Facts, lines: Sequence[Line]) -> bool:
    """Tell whether no sentence of some lines, but the first of them, stands beside another, is numbered or is a speaker's last."""
    last_words = facts.book.speech["last-words"]
    return not any(
        line.kind in PAGE or (line.kind in SPEECH and (above.kind in SPEECH or line.marker or last_words.match(line.text)))
        for above, line in pairwise(lines)
    )


def _edges(lines: Sequence[Line], sure: Sequence[bool], remarks: Container[int], *, ended: bool, formula: bool) -> tuple[int, int]:
    """Return where a run begins and ends: inside a speech with lines of page; where it had not ended, below it.

    Sentences above the first line of page belong to the run only where the speech has ended with a `formula`.
    """
    length = len(sure)
    last = length == len(lines)
    first = sure.index(True)
    if last and ended and formula:
        return (0 if first < _FIRST else first), length
    if last:
        spoken = any(line.kind == "gap" or line.kind in SPEECH for line in lines[:first])
        below = _below_speech(lines[first:length], remarks)
        return (first + below if below or spoken or not ended or first >= _FIRST else 0), length
    return first, length - sure[::-1].index(True)


def _below_speech(lines: Sequence[Line], remarks: Container[int]) -> int:
    """Return where a run at the end begins if the speech above had not ended: behind its own last words, one group of paragraphs.

    What somebody says by name below the head of comments is none of them, nor what stands below an END.
    """
    prose: list[int] = []
    talk = False
    lines = lines[: next((place for place, line in enumerate(lines) if line.rule == "line.the-end"), len(lines))]
    for place, line in enumerate(lines):
        talk = talk or line.rule in _COMMENTS
        if line.kind in SPEECH and not (place and _is_box(lines[place - 1])) and not (talk and line.start in remarks):
            prose.append(place)
    groups = sum(place - 1 not in prose for place in prose)
    if groups != 1:
        return 0
    behind = prose[-1] + 1
    return next((place for place in range(behind, len(lines)) if lines[place].kind in PAGE), behind)


def inside(facts: Facts, run: Run) -> Iterator[int]:
    """Yield the lines of a run in the middle of a speech that are page.

    A sentence there is one where readers talk (沙发, 有用(3)), in a box (广告), or where it breaks off; else it may be the speech's own.
    """
    talk = box = False
    titles = facts.listed()
    preview = facts.book.speech["preview-end"]
    for index in range(run.start, run.end):
        line = facts.lines[index]
        if line.kind in PAGE:
            talk = talk or line.rule in TALK
            box = _is_box(line)
        elif line.kind == "blank" or not (talk or box or index in titles or _is_label(line) or preview.search(line.text)):
            continue
        yield index


def _is_box(line: Line) -> bool:
    return line.rule in _OPENERS or line.text in _BOXES


def _is_label(line: Line) -> bool:
    return line.kind == "plain" and not line.marker and not _CLAUSE.search(line.text)


def _joined(facts: Facts, anchor: int, runs: list[Run]) -> list[Run]:
    """Join the last run with those above it where hardly any speech is between them and the speech had come to its end."""
    while len(runs) > 1 and runs[-1].last and _is_one(facts, anchor, runs[-2], runs[-1]):
        runs[-2:] = [Run(runs[-2].start, runs[-1].end, True)]
    return runs


def _is_one(facts: Facts, anchor: int, upper: Run, lower: Run) -> bool:
    between = facts.lines[upper.end : lower.start]
    if not facts.closed_above()[upper.start] or any(line.marker and not line.text[0].isdigit() for line in between if line.kind in SPEECH):
        return False
    talk = any(line.rule in TALK for line in facts.lines[upper.start : upper.end])
    if facts.weight(upper.end, lower.start) > (_BETWEENTALK if talk else _BETWEEN_RUNS) * facts.weight(anchor, upper.start):
        return False
    speech = facts.book.speech["last-words"]
    last_words = any(line.kind in PROSE and speech.match(line.text) for line in between)
    return not last_words or facts.weight(upper.start, upper.end) > 0  # readers who talk may address their comrades


def _is_sure(line: Line) -> bool:
    return (line.kind in PAGE and line.rule not in BETWEEN) or line.rule in _OPENERS or _is_stamp(line)


def _is_stamp(line: Line) -> bool:
    """Tell whether a line holds a day as pages write it (小草 2023-03-02); speakers say 3月2日."""
    return line.kind == "plain" and bool(_STAMP.search(line.text))


def _weights(facts: Facts, places: Sequence[int], below: Below) -> list[float]:
    """Return how much each line speaks for page; one that stands on the page again and again says nothing."""
    lines = [facts.lines[place] for place in places]
    often: dict[str, int] = {}
    for line in lines:
        if line.kind in PAGE:
            often[line.text] = often.get(line.text, 0) + 1
    kinds: list[str] = ["often" if often.get(line.text, 0) > 2 and line.kind in PAGE else line.kind for line in lines]
    upper = ["prose", *kinds[:-1]]
    lower = [*kinds[1:], "page"]
    above = [lines[0], *lines[:-1]]
    titles = facts.listed()
    weights = []
    for place, *found in zip(places, lines, kinds, upper, lower, above, strict=True):
        own = _LISTED if place in titles else below.weight(place, found[2], found[4])
        weights.append(_weight(facts, *found) if own is None else own)
    return weights


def _weight(facts: Facts, line: Line, kind: str, upper: str, lower: str, above: Line) -> float:
    """Return how much a line speaks for page, by itself and by the lines above and below it."""
    speech, text = facts.book.speech, line.text
    if line.rule in _OPENERS or _is_stamp(line):
        return _PAGE
    if kind in PAGE:
        return _BETWEEN if line.rule in BETWEEN else _TAIL if kind == "tail" else _PAGE
    if kind not in {"plain", "prose", "wrapped", "heading"}:
        return 0.0
    if line.marker and not text[0].isdigit():
        listed = kind == "heading" and speech["occasion"].search(text) and speech["title"].search(text)  # of a book's chapters
        return _TITLE if listed else _HEADING if kind == "heading" else _MARKED
    framed = _is_frame(upper) and _is_frame(lower)
    if kind == "heading" or (kind == "plain" and (len(text) <= _LONGEST_NAME or _is_label(line))):
        if speech["title"].search(text) and len(bare(text)) > 8:
            return _TITLE
        if speech["signature"].match(text) or _SIGNED.match(text):
            return 0.0
        return _HEADING if kind == "heading" else _NEXT_PLAIN if upper == "plain" else _PLAIN
    if speech["preview-end"].search(text) and lower not in PROSE:
        return _PREVIEW
    another = above.kind == "plain" and bool(speech["title"].search(above.text)) and bool(_ADDRESSED.search(text, 0, _LONGEST_NAME))
    opens = bool(speech["opening"].match(text) or speech["last-words"].match(text))
    if not another and (opens or (is_closing(text, facts.book) and (not framed or len(text) >= _SHORT))):
        return _ADDRESS
    light = min(len(text), _LONGEST_COMMENT) * (1 - _FRAMED) if framed else 0.0
    return -min(_MOST, (len(text) - light) / _CHARACTERS)


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
