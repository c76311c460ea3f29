"""The guide's scoring: pairs rows of gold and prediction, then counts detection, slots and tuples.

Rows come as plain mappings in the gold format, so that a ledger of any origin can be scored.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = Mapping[str, Any]
MINIMAL_SIMILARITY = 0.5
_QUOTES = re.compile(r"[\s\"'“”‘’「」『』〝〞〞]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold row and the predicted row it was paired with."""

    gold: int
    predicted: int
    similarity: float


@dataclass(slots=True)
class Tally:
    """Counts over speeches; every figure of the guide can be computed from them."""

    gold_hard: int = 0
    gold_all: int = 0
    predicted_hard: int = 0
    predicted_all: int = 0
    paired_hard: int = 0
    paired_all: int = 0
    right: Counter[str] = field(default_factory=Counter)
    considered: int = 0

    def add(self, other: Tally) -> Tally:
        """Return the sum of two tallies."""
        return Tally(
            self.gold_hard + other.gold_hard,
            self.gold_all + other.gold_all,
            self.predicted_hard + other.predicted_hard,
            self.predicted_all + other.predicted_all,
            self.paired_hard + other.paired_hard,
            self.paired_all + other.paired_all,
            self.right + other.right,
            self.considered + other.considered,
        )

    def figures(self) -> dict[str, float | None]:
        """Return the figures of the guide; None where there is nothing to divide by."""
        figures = {
            "hard_precision": _ratio(self.paired_hard, self.predicted_hard),
            "hard_recall": _ratio(self.paired_hard, self.gold_hard),
            "hard_f1": _f1(self.paired_hard, self.predicted_hard, self.gold_hard),
            "all_precision": _ratio(self.paired_all, self.predicted_all),
            "all_recall": _ratio(self.paired_all, self.gold_all),
            "all_f1": _f1(self.paired_all, self.predicted_all, self.gold_all),
            "tuple_f1": _f1(self.right["tuple"], self.predicted_hard, self.gold_hard),
        }
        return figures | {slot: _ratio(self.right[slot], self.considered) for slot in ("owner", "quantities", "deadline")}


def similarity(left: str, right: str) -> float:
    """Return the character-multiset F1 of two actions.

    >>> similarity("改造小区28个", "改造小区28个")
    1.0
    """
    left, right = _plain(left), _plain(right)
    if not left or not right:
        return float(left == right)
    return 2 * sum((Counter(left) & Counter(right)).values()) / (len(left) + len(right))


def pair(gold: Sequence[Row], predicted: Sequence[Row]) -> list[Pair]:
    """Pair rows one to one so that the summed similarity is greatest; pairs below 0.5 do not count."""
    weights = [[similarity(g["action"], p["action"]) for p in predicted] for g in gold]
    weights = [[w if w >= MINIMAL_SIMILARITY else 0.0 for w in row] for row in weights]
    return [Pair(g, p, weights[g][p]) for g, p in assignment(weights) if weights[g][p] > 0]


def assignment(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the assignment of rows to columns with the greatest sum (Hungarian method, O(n³))."""
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        flipped = assignment(list(zip(*weights, strict=True)))
        return sorted((row, column) for column, row in flipped)
    rows, columns = len(weights), len(weights[0])
    potential_row, potential_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    matched = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(weights, row, potential_row, potential_column, matched)
    return sorted((matched[column] - 1, column - 1) for column in range(1, columns + 1) if matched[column])


def _augment(weights: Sequence[Sequence[float]], row: int, u: list[float], v: list[float], matched: list[int]) -> None:
    """Find the cheapest augmenting path that gives `row` a column (costs are negated weights)."""
    columns = len(v) - 1
    least = [float("inf")] * (columns + 1)
    way, used = [0] * (columns + 1), [False] * (columns + 1)
    matched[0], column = row, 0
    while True:
        used[column] = True
        current, delta, following = matched[column], float("inf"), 0
        for j in range(1, columns + 1):
            if used[j]:
                continue
            cost = -weights[current - 1][j - 1] - u[current] - v[j]
            if cost < least[j]:
                least[j], way[j] = cost, column
            if least[j] < delta:
                delta, following = least[j], j
        for j in range(columns + 1):
            if used[j]:
                u[matched[j]] += delta
                v[j] -= delta
            else:
                least[j] -= delta
        column = following
        if matched[column] == 0:
            break
    while column:
        matched[column] = matched[way[column]]
        column = way[column]


def tally(gold: Sequence[Row], predicted: Sequence[Row]) -> Tally:
    """Score one speech.

    Predicted rows that pair with a soft gold row are left out of the hard precision; slots are judged on
    the hard gold rows that are paired with a hard predicted row.
    """
    pairs = pair(gold, predicted)
    hard_gold = {i for i, row in enumerate(gold) if row["level"] == "hard"}
    hard_predicted = {i for i, row in enumerate(predicted) if row["level"] == "hard"}
    soft_paired = {p.predicted for p in pairs if p.gold not in hard_gold}
    hard_pairs = [p for p in pairs if p.gold in hard_gold and p.predicted in hard_predicted]
    result = Tally(len(hard_gold), len(gold), len(hard_predicted - soft_paired), len(predicted), len(hard_pairs), len(pairs))
    for found in hard_pairs:
        verdict = slots(gold[found.gold], predicted[found.predicted])
        result.considered += 1
        result.right.update(slot for slot, right in verdict.items() if right)
        result.right["tuple"] += all(verdict.values())
    return result


def slots(gold: Row, predicted: Row) -> dict[str, bool]:
    """Return for owner, quantities and deadline whether the prediction is right."""
    return {
        "owner": _owners(gold) == _owners(predicted),
        "quantities": _quantities(gold) == _quantities(predicted),
        "deadline": _same_deadline(gold.get("deadline"), predicted.get("deadline")),
    }


def _owners(row: Row) -> frozenset[str]:
    if row.get("owner_kind") in ("collective", "none"):
        return frozenset()
    return frozenset(_plain(name) for name in row["owner"])


def _quantities(row: Row) -> frozenset[tuple[float | None, float | None, float | None, str]]:
    return frozenset(_quantity(item) for item in row["quantities"])


def _quantity(item: Row) -> tuple[float | None, float | None, float | None, str]:
    value, low, high = (_number(item.get(key)) for key in ("value", "low", "high"))
    # The unit of a zero target is not scored (guide, section 3).
    return value, low, high, "" if value == 0 else _plain(item["unit"])


def _same_deadline(gold: Row | None, predicted: Row | None) -> bool:
    left, right = gold or {}, predicted or {}
    if left.get("end") or left.get("recurrence"):
        return (left.get("end"), set(left["recurrence"])) == (right.get("end"), set(right.get("recurrence") or ()))
    if right.get("end") or right.get("recurrence"):
        return False
    return _definite(left.get("text", "")) == _definite(right.get("text", ""))


VAGUE = frozenset("尽快 尽早 早日 近期 近日 及时 第一时间 迅速 限期 按期 按时 如期 即刻 马上 立即 抓紧".split())


def _definite(text: str) -> str:
    return "" if text in VAGUE else _plain(text)


def _number(value: Any) -> float | None:
    return None if value is None else round(float(value), 6)


def _plain(text: str) -> str:
    return _QUOTES.sub("", unicodedata.normalize("NFKC", text))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1(both: int, predicted: int, gold: int) -> float | None:
    return 2 * both / (predicted + gold) if predicted + gold else None


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of many tallies."""
    result = Tally()
    for item in tallies:
        result = result.add(item)
    return result
