"""The guide's scoring: pairs rows of gold and prediction, then counts detection, slots and tuples.

Rows come as plain mappings in the gold format, so that a ledger of any origin can be scored. Where the guide
leaves something open, the choice is named in the docstring of the function that makes it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from typing import Any, Literal

from commitments.assignment import assign
from commitments.kept import compiled

Row = Mapping[str, Any]
Verdict = Literal["right", "slots", "level", "missed", "extra"]

SLOTS = ("owner", "quantities", "deadline")
"""The slots that are scored, in the order in which they are shown."""

FIGURES = (
    "hard_precision", "hard_recall", "hard_f1", "tuple_f1", "owner", "quantities", "deadline",
    "soft_precision", "soft_recall", "soft_f1", "all_precision", "all_recall", "all_f1",
)  # fmt: skip
"""The names of the figures that `Tally.figures` returns, in the order in which they are shown."""

VAGUE = frozenset({"尽快", "尽早", "早日", "近期", "近日", "及时", "第一时间", "迅速", "限期", "按期", "按时"})
"""The words that the guide lists as no deadline (section 3)."""

MINIMAL_SIMILARITY = 0.5
_SAME_SENTENCE, _SAME_ORDER = 1e-9, 1e-11
_QUOTES = compiled(r"[\s\"'“”‘’「」『』〝〞]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold row and the predicted row it was paired with, as indices."""

    gold: int
    predicted: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over one speech or many; every figure of the guide can be computed from them.

    `predicted_hard`: predicted hard rows that do not pair with a soft gold row; `predicted_soft`: predicted
    soft rows that do not pair with a hard one. `owner`, `quantities`, `deadline`, `tuples`: how many of the
    `paired_hard` pairs are right in this slot, in all three.
    """

    gold_hard: int = 0
    gold_soft: int = 0
    predicted_hard: int = 0
    predicted_soft: int = 0
    predicted_all: int = 0
    paired_hard: int = 0
    paired_soft: int = 0
    paired_all: int = 0
    owner: int = 0
    quantities: int = 0
    deadline: int = 0
    tuples: int = 0

    @property
    def gold_all(self) -> int:
        """How many rows the gold has."""
        return self.gold_hard + self.gold_soft

    def counts(self) -> tuple[int, ...]:
        """Return the counts in the order of the fields."""
        return astuple(self)

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(mine + its for mine, its in zip(self.counts(), other.counts(), strict=True)))

    def figures(self) -> dict[str, float | None]:
        """Return the figures by the names in `FIGURES`; None where there is nothing to divide by.

        >>> Tally(gold_hard=4, predicted_hard=5, paired_hard=4, tuples=3).figures()["hard_precision"]
        0.8
        """
        return {
            "hard_precision": ratio(self.paired_hard, self.predicted_hard),
            "hard_recall": ratio(self.paired_hard, self.gold_hard),
            "hard_f1": f1(self.paired_hard, self.predicted_hard, self.gold_hard),
            "tuple_f1": f1(self.tuples, self.predicted_hard, self.gold_hard),
            "owner": ratio(self.owner, self.paired_hard),
            "quantities": ratio(self.quantities, self.paired_hard),
            "deadline": ratio(self.deadline, self.paired_hard),
            "soft_precision": ratio(self.paired_soft, self.predicted_soft),
            "soft_recall": ratio(self.paired_soft, self.gold_soft),
            "soft_f1": f1(self.paired_soft, self.predicted_soft, self.gold_soft),
            "all_precision": ratio(self.paired_all, self.predicted_all),
            "all_recall": ratio(self.paired_all, self.gold_all),
            "all_f1": f1(self.paired_all, self.predicted_all, self.gold_all),
        }


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a gold row, a predicted row, or a pair of them.

    `verdict`: `right`; `slots`: a hard pair with a wrong slot, named in `wrong`; `level`: a pair of a hard and a
    soft row; `missed`: a gold row without a partner; `extra`: a predicted row without one.
    """

    verdict: Verdict
    gold: int | None = None
    predicted: int | None = None
    similarity: float = 0.0
    wrong: tuple[str, ...] = ()


def similarity(left: str, right: str) -> float:
    """Return the character-multiset F1 of two actions.

    >>> similarity("改造小区8个", "改造小区9个")
    0.8333333333333334

    Args:
        left: an action, word for word; its characters are compared as they are.
        right: another one.
    """
    if not left or not right:
        return 0.0
    return _similarity(Counter(left), len(left), Counter(right), len(right))


def _similarity(left: Counter[str], left_size: int, right: Counter[str], right_size: int) -> float:
    return 2 * (left & right).total() / (left_size + right_size)


def pair(gold: Sequence[Row], predicted: Sequence[Row]) -> list[Pair]:
    """Pair rows one to one so that the summed similarity is greatest; pairs below 0.5 count neither in the sum nor as pairs.

    Where several pairings have the same sum (每月通报一次 in two sections), rows of the same sentence are paired,
    then rows that stand at the same place of the list: the guide leaves that open, and chance must not decide it.

    >>> pair([{"action": "印发方案"}], [{"action": "开工"}, {"action": "印发实施方案"}])
    [Pair(gold=0, predicted=1, similarity=0.8)]
    """
    known = list(_alike([row["action"] for row in gold], [row["action"] for row in predicted]))
    if not known:
        return []
    edges = {(g, p): value + _tie_break(gold, predicted, g, p) for g, p, value in known}
    values = {(g, p): value for g, p, value in known}
    return [Pair(g, p, values[g, p]) for g, p in assign(edges)]


def _alike(gold: Sequence[str], predicted: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    bags = [(Counter(action), len(action)) for action in predicted]
    for g, action in enumerate(gold):
        bag, size = Counter(action), len(action)
        for p, (other, other_size) in enumerate(bags):
            if 4 * min(size, other_size) < size + other_size or not size:  # even if all of the shorter one is shared, it stays below 0.5
                continue
            value = _similarity(bag, size, other, other_size)
            if value >= MINIMAL_SIMILARITY:
                yield g, p, value


def _tie_break(gold: Sequence[Row], predicted: Sequence[Row], g: int, p: int) -> float:
    """Return a bonus far below any difference between two similarities."""
    same = gold[g].get("evidence") is not None and gold[g].get("evidence") == predicted[p].get("evidence")
    return _SAME_SENTENCE * same - _SAME_ORDER * (g / len(gold) - p / len(predicted)) ** 2


def match_rows(gold: Sequence[Row], predicted: Sequence[Row]) -> list[Match]:
    """Return what became of every row of one speech, gold rows in their order, then the extra ones.

    >>> row = {"level": "hard", "owner": ["水利局"], "action": "加固水库12座", "quantities": [{"value": 12, "unit": "座"}]}
    >>> [(m.verdict, m.wrong) for m in match_rows([row], [row | {"owner": ["财政局"]}])]
    [('slots', ('owner',))]

    Args:
        gold: rows in the gold format.
        predicted: rows in the gold format; what a row has besides is not looked at.
    """
    partner = {found.gold: found for found in pair(gold, predicted)}
    taken = {found.predicted for found in partner.values()}
    matches = [_match(gold, predicted, index, partner.get(index)) for index in range(len(gold))]
    return matches + [Match("extra", None, index) for index in range(len(predicted)) if index not in taken]


def _match(gold: Sequence[Row], predicted: Sequence[Row], index: int, found: Pair | None) -> Match:
    if found is None:
        return Match("missed", index)
    row, other = gold[index], predicted[found.predicted]
    if row["level"] != other["level"]:
        return Match("level", index, found.predicted, found.similarity, ("level",))
    wrong = tuple(slot for slot, right in slots(row, other).items() if not right) if row["level"] == "hard" else ()
    return Match("slots" if wrong else "right", index, found.predicted, found.similarity, wrong)


def tally(gold: Sequence[Row], predicted: Sequence[Row], matches: Sequence[Match] | None = None) -> Tally:
    """Count one speech.

    Predicted hard rows that pair with a soft gold row are left out of the hard precision. A hard gold row that pairs
    with a soft predicted row counts as missed among the hard rows, and as found among all rows. The soft figures mirror the hard ones.

    Args:
        gold: rows in the gold format.
        predicted: rows in the gold format.
        matches: what `match_rows` found, where it is known already.
    """
    matches = match_rows(gold, predicted) if matches is None else matches
    hard_gold = sum(row["level"] == "hard" for row in gold)
    same_level = [m for m in matches if m.verdict in ("right", "slots")]
    hard = [m for m in same_level if _level(gold, m.gold) == "hard"]
    left_out = Counter(_level(predicted, m.predicted) for m in matches if m.verdict == "level")
    hard_predicted = sum(row["level"] == "hard" for row in predicted)
    return Tally(
        gold_hard=hard_gold,
        gold_soft=len(gold) - hard_gold,
        predicted_hard=hard_predicted - left_out["hard"],
        predicted_soft=len(predicted) - hard_predicted - left_out["soft"],
        predicted_all=len(predicted),
        paired_hard=len(hard),
        paired_soft=len(same_level) - len(hard),
        paired_all=len(same_level) + left_out.total(),
        owner=sum("owner" not in m.wrong for m in hard),
        quantities=sum("quantities" not in m.wrong for m in hard),
        deadline=sum("deadline" not in m.wrong for m in hard),
        tuples=sum(not m.wrong for m in hard),
    )


def _level(rows: Sequence[Row], index: int | None) -> str:
    return "" if index is None else str(rows[index]["level"])


def slots(gold: Row, predicted: Row) -> dict[str, bool]:
    """Return for owner, quantities and deadline whether the prediction is right.

    >>> gold = {"owner": [], "owner_kind": "none", "quantities": [], "deadline": None}
    >>> slots(gold, gold | {"owner_kind": "collective", "deadline": {"text": "尽快"}})
    {'owner': True, 'quantities': True, 'deadline': True}
    """
    return {
        "owner": _owners(gold) == _owners(predicted),
        "quantities": _quantities(gold) == _quantities(predicted),
        "deadline": _same_deadline(gold.get("deadline"), predicted.get("deadline")),
    }


def _owners(row: Row) -> frozenset[str]:
    if row.get("owner_kind") in ("collective", "none"):
        return frozenset()
    return frozenset(plain(name) for name in row.get("owner") or ())


def _quantities(row: Row) -> frozenset[tuple[Decimal | None, Decimal | None, Decimal | None, str]]:
    return frozenset(_quantity(item) for item in row.get("quantities") or ())


def _quantity(item: Row) -> tuple[Decimal | None, Decimal | None, Decimal | None, str]:
    value, low, high = (_number(item.get(key)) for key in ("value", "low", "high"))
    # The unit of a zero target is not scored (guide, section 3).
    return value, low, high, "" if value == 0 else plain(item.get("unit") or "")


def _number(value: Any) -> Decimal | None:
    return None if value is None else round(Decimal(str(value)), 6)


def _same_deadline(gold: Row | None, predicted: Row | None) -> bool:
    """Compare `end` and `recurrence`; where the gold has neither (雨季前, X月起), the text alone, as the guide has it."""
    left, right = gold or {}, predicted or {}
    if left.get("end") or left.get("recurrence"):
        return (_day(left.get("end")), _recurrence(left)) == (_day(right.get("end")), _recurrence(right))
    return _definite(left.get("text") or "") == _definite(right.get("text") or "")


def _day(value: Any) -> str:
    """Return a day as ISO 8601 text; a reader of Parquet or pandas may have made it a date."""
    return str(value)[:10] if value else ""


def _recurrence(deadline: Row) -> frozenset[frozenset[str]]:
    """Return the rules as sets of their parts: in RFC 5545 the order of parts has no meaning, and INTERVAL=1 is the default."""
    rules = deadline.get("recurrence") or ()
    return frozenset(frozenset(part for part in rule.upper().split(";") if part != "INTERVAL=1") for rule in rules)


def _definite(text: str) -> str:
    text = plain(text)
    return "" if text in VAGUE else text


def plain(text: str) -> str:
    """Return a text without white space and quotes, full-width forms made half-width.

    >>> plain("“一网通办” 专班(A)")
    '一网通办专班(A)'
    """
    return _QUOTES.sub("", unicodedata.normalize("NFKC", text))


def ratio(part: int, whole: int) -> float | None:
    """Return part / whole; None where there is no whole."""
    return part / whole if whole else None


def f1(both: int, predicted: int, gold: int) -> float | None:
    """Return the harmonic mean of both/predicted and both/gold; None where neither side has anything.

    >>> f1(1, 1, 3)
    0.5
    """
    return 2 * both / (predicted + gold) if predicted + gold else None


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of many tallies."""
    columns = list(zip(*(item.counts() for item in tallies), strict=True))
    return Tally(*map(sum, columns)) if columns else Tally()
