"""Fits the weights of the confidence, and measures how far it is to be trusted.

A row counts as right when it is right as a whole: paired with a gold row of its level, and for hard rows with all three
slots. The fit is a logistic regression with a penalty on the weights; what it is worth is measured on speeches that were left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from commitments.evaluation.corpus import Corpus
from commitments.ledger.objects import to_dict
from commitments.pipeline import extract_page
from commitments.reading import read_page
from commitments.ruledata import RuleSet
from commitments.scoring import match_rows

PENALTY = 10.0
"""How strongly weights are pulled to zero: as much as ten rows would."""
RAREST = 10
"""Grounds that fewer rows have get no weight."""
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
_STEPS, _SMALL = 50, 1e-9


@dataclass(frozen=True, slots=True)
class Case:
    """A predicted row: its speech, the grounds of its confidence, and whether it is right."""

    doc_id: str
    grounds: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The rows between two confidences: how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    rows: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Quality:
    """How good confidences are.

    `brier`: the mean squared distance from what is so; `chance`: the same for one confidence for all rows; `auc`: how often a right
    row has more confidence than a wrong one; `lowest`: the share of wrong rows in the tenth with the least confidence.
    """

    rows: int
    wrong: float
    brier: float
    chance: float
    auc: float
    lowest: float
    bands: tuple[Band, ...]


def cases_of(corpus: Corpus, rules: RuleSet) -> list[Case]:
    """Return every row that the program finds on the pages of a corpus, with the speeches' dates given."""
    found = []
    for speech in corpus.speeches:
        if speech.page is None:
            continue
        extraction = extract_page(read_page(speech.page), date=speech.gold.speech_date, rules=rules)
        for match in match_rows(speech.gold.rows(), [to_dict(row) for row in extraction.commitments]):
            if match.predicted is not None:
                found.append(Case(speech.doc_id, extraction.grounds[match.predicted], match.verdict == "right"))
    return found


def fitted(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weight of each ground, and of `base`, which every row has.

    >>> cases = [Case("a", ("sure",), True)] * 30 + [Case("a", ("unsure",), False)] * 20 + [Case("a", ("unsure",), True)] * 10
    >>> weights = fitted(cases)
    >>> weights["sure"] > 0 > weights["unsure"]
    True
    """
    import numpy as np

    names = _names(cases)
    given, right = _matrix(cases, names), np.array([case.right for case in cases], float)
    weights = np.zeros(len(names) + 1)
    pull = np.full(len(weights), PENALTY)
    pull[0] = _SMALL
    for _ in range(_STEPS):
        sure = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (sure - right) + pull * weights
        curve = (given * (sure * (1 - sure))[:, None]).T @ given + np.diag(pull)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if abs(step).max() < _SMALL:
            break
    return dict(zip(["base", *names], (float(weight) for weight in weights), strict=True))


def _names(cases: Iterable[Case]) -> list[str]:
    counts = Counter(name for case in cases for name in case.grounds)
    return sorted(name for name, count in counts.items() if count >= RAREST)


def _matrix(cases: Sequence[Case], names: Sequence[str]) -> Any:
    import numpy as np

    return np.array([[1.0, *(float(name in case.grounds) for name in names)] for case in cases])


def confidences(cases: Iterable[Case], weights: Mapping[str, float]) -> list[float]:
    """Return what weights make of the grounds of rows."""
    from math import exp

    totals = (weights["base"] + sum(weights.get(name, 0.0) for name in case.grounds) for case in cases)
    return [1 / (1 + exp(-total)) for total in totals]


def left_out(cases: Sequence[Case]) -> list[float]:
    """Return the confidence of each row by weights that were fitted on all other speeches."""
    found = [0.0] * len(cases)
    for doc_id in sorted({case.doc_id for case in cases}):
        weights = fitted([case for case in cases if case.doc_id != doc_id])
        places = [place for place, case in enumerate(cases) if case.doc_id == doc_id]
        for place, value in zip(places, confidences((cases[place] for place in places), weights), strict=True):
            found[place] = value
    return found


def quality(sure: Sequence[float], right: Sequence[bool]) -> Quality:
    """Return how good confidences are.

    >>> found = quality([0.9, 0.9, 0.8, 0.2], [True, True, True, False])
    >>> (found.auc, found.wrong, found.brier)
    (1.0, 0.25, 0.025)
    """
    rows, share = len(right), sum(right) / len(right)
    brier = sum((value - truth) ** 2 for value, truth in zip(sure, right, strict=True)) / rows
    order = sorted(range(rows), key=lambda place: sure[place])
    lowest = order[: max(1, rows // 10)]
    wrong = sum(not right[place] for place in lowest) / len(lowest)
    return Quality(rows, 1 - share, round(brier, 6), share * (1 - share), _auc(sure, right), wrong, tuple(_bands(sure, right)))


def _auc(sure: Sequence[float], right: Sequence[bool]) -> float:
    yes = [value for value, truth in zip(sure, right, strict=True) if truth]
    no = [value for value, truth in zip(sure, right, strict=True) if not truth]
    wins = sum((one > other) + 0.5 * (one == other) for one in yes for other in no)
    return wins / (len(yes) * len(no)) if yes and no else float("nan")


def _bands(sure: Sequence[float], right: Sequence[bool]) -> Iterable[Band]:
    for low, high in pairwise(EDGES):
        inside = [place for place, value in enumerate(sure) if low <= value < high or (high == EDGES[-1] and value == high)]
        if inside:
            mean = sum(sure[place] for place in inside) / len(inside)
            yield Band(low, high, len(inside), mean, sum(right[place] for place in inside) / len(inside))


def weights_text(weights: Mapping[str, float], cases: Sequence[Case]) -> str:
    """Return weights as the rule file that `commitments.confidence` reads."""
    wrong = sum(not case.right for case in cases)
    speeches = len({case.doc_id for case in cases})
    lines = [
        "# What speaks for a row (above 0) and against it; docs/confidence.md says what the names mean.",
        "# Made by `make confidence`: a logistic regression on the dev split, do not edit by hand.",
        f"# {len(cases)} rows of {speeches} speeches, {wrong} of them not right.",
        "",
        "[weights]",
        *(f"{name if name == 'base' else chr(34) + name + chr(34)} = {weight:.2f}" for name, weight in weights.items() if round(weight, 2)),
    ]
    return "\n".join(lines) + "\n"
