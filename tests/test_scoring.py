"""The guide's scoring on cases computed by hand."""

from __future__ import annotations

from itertools import permutations
from random import Random
from typing import Any

import pytest

from commitments.assignment import assign
from commitments.scoring import Tally, match_rows, pair, similarity, slots, tally, total


def row(action: str, level: str = "hard", **fields: Any) -> dict[str, Any]:
    base = {
        "level": level,
        "owner": ["水利局"],
        "owner_kind": "explicit",
        "action": action,
        "quantities": [],
        "deadline": due("2025-06-30"),
    }
    return {**base, **fields} if level == "hard" else {**base, "deadline": None, **fields}


def due(end: str | None = None, text: str = "6月底前", recurrence: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"text": text, "start": None, "end": end, "recurrence": list(recurrence), "times": None}


def amount(value: float | None, unit: str, **fields: Any) -> dict[str, Any]:
    return {"text": "", "value": value, "unit": unit, "comparator": "==", "kind": "count", "delta": False, **fields}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("加固水库", "加固水库", 1.0),
        ("加固水库", "水库加固", 1.0),  # a multiset knows no order
        ("修路", "修桥", 0.5),
        ("修修路", "修路路", 2 * 2 / 6),  # 修 once and 路 once are shared
        ("修路", "种树", 0.0),
        ("", "", 0.0),
        ("修", "修建十二座桥", 2 * 1 / 7),
    ],
)
def test_similarity_is_the_f1_of_the_characters(left: str, right: str, expected: float) -> None:
    assert similarity(left, right) == pytest.approx(expected)


def test_pair_finds_partners_whatever_the_order() -> None:
    gold, predicted = [row("甲乙丙丁"), row("戊己庚辛")], [row("戊己庚辛"), row("甲乙丙丁")]
    assert [(p.gold, p.predicted, p.similarity) for p in pair(gold, predicted)] == [(0, 1, 1.0), (1, 0, 1.0)]


def test_pair_gives_up_the_best_single_pair_for_a_better_sum() -> None:
    gold = [row("甲乙丙丁"), row("甲乙戊己")]
    predicted = [row("甲乙丙戊"), row("丙丁庚辛")]
    # (0,0)=0.75 alone leaves (1,1)=0; crossed (0,1)=0.5 and (1,0)=0.75 give 1.25.
    assert [(p.gold, p.predicted, p.similarity) for p in pair(gold, predicted)] == [(0, 1, 0.5), (1, 0, 0.75)]


@pytest.mark.parametrize(("predicted", "pairs"), [("修桥", 1), ("种桥树", 0)])
def test_a_pair_counts_from_one_half_on(predicted: str, pairs: int) -> None:
    assert len(pair([row("修路")], [row(predicted)])) == pairs


def test_of_equal_actions_those_of_the_same_sentence_are_paired() -> None:
    gold = [row("每月通报", evidence="一"), row("每月通报", evidence="二")]
    predicted = [row("每月通报", evidence="二"), row("每月通报", evidence="一")]
    assert [(p.gold, p.predicted) for p in pair(gold, predicted)] == [(0, 1), (1, 0)]


def test_of_equal_actions_without_a_sentence_those_of_the_same_place_are_paired() -> None:
    rows = [row("每月通报", owner=[name]) for name in ("甲局", "乙局", "丙局")]
    assert tally(rows, rows).owner == 3


@pytest.mark.parametrize("seed", range(30))
def test_assign_finds_what_trying_everything_finds(seed: int) -> None:
    draw = Random(seed)
    lefts, rights = draw.randint(1, 5), draw.randint(1, 5)
    weights = {(a, b): draw.choice([0.5, 0.6, 0.75, 0.9, 1.0]) for a in range(lefts) for b in range(rights) if draw.random() < 0.6}
    found = assign(weights)
    size = max(lefts, rights)
    best = max(sum(weights.get((a, b), 0) for a, b in enumerate(order)) for order in permutations(range(size)))
    assert sum(weights[edge] for edge in found) == pytest.approx(best)
    assert len({a for a, _ in found}) == len({b for _, b in found}) == len(found)


def test_a_duplicate_prediction_costs_precision_and_not_recall() -> None:
    figures = tally([row("加固水库12座")], [row("加固水库12座"), row("加固水库12座")]).figures()
    assert (figures["hard_precision"], figures["hard_recall"], figures["hard_f1"]) == (0.5, 1.0, pytest.approx(2 / 3))


@pytest.mark.parametrize(
    ("gold", "predicted", "hard", "every"),
    [
        ([], [], (None, None, None, None), None),
        ([], ["修路"], (0.0, None, 0.0, 0.0), 0.0),
        (["修路"], [], (None, 0.0, 0.0, 0.0), 0.0),
    ],
)
def test_empty_sides(gold: list[str], predicted: list[str], hard: tuple[float | None, ...], every: float | None) -> None:
    figures = tally([row(a) for a in gold], [row(a) for a in predicted]).figures()
    assert tuple(figures[name] for name in ("hard_precision", "hard_recall", "hard_f1", "tuple_f1")) == hard
    assert figures["all_f1"] == every
    assert figures["owner"] is None


def test_a_hard_prediction_paired_with_soft_gold_is_left_out_of_hard_precision() -> None:
    gold = [row("加固水库12座"), row("成立专班", "soft")]
    counted = tally(gold, [row("加固水库12座"), row("成立专班")])
    assert (counted.predicted_hard, counted.predicted_all) == (1, 2)
    figures = counted.figures()
    assert (figures["hard_precision"], figures["hard_recall"], figures["tuple_f1"], figures["all_f1"]) == (1.0, 1.0, 1.0, 1.0)
    assert figures["soft_recall"] == 0.0


def test_a_soft_prediction_paired_with_hard_gold_is_a_miss_among_hard_rows_only() -> None:
    counted = tally([row("加固水库12座")], [row("加固水库12座", "soft")])
    figures = counted.figures()
    assert (figures["hard_recall"], figures["all_recall"], counted.paired_hard) == (0.0, 1.0, 0)


def test_half_right_slots_by_hand() -> None:
    gold = [row("加固水库12座", quantities=[amount(12, "座")]), row("改造小区8个", quantities=[amount(8, "个")]), row("拨付资金")]
    predicted = [
        row("加固水库12座", quantities=[amount(12, "座")]),  # all right
        row("改造小区8个", quantities=[amount(9, "个")], owner=["住建局"]),  # only the deadline right
        row("清理河道"),  # extra
    ]
    # 3 gold, 3 predicted, 2 paired; owner 1/2, quantities 1/2, deadline 2/2, tuples 1: F1 2*1/6
    figures = tally(gold, predicted).figures()
    assert (figures["hard_f1"], figures["owner"], figures["quantities"], figures["deadline"]) == (pytest.approx(2 / 3), 0.5, 0.5, 1.0)
    assert figures["tuple_f1"] == pytest.approx(1 / 3)
    assert [(m.verdict, m.wrong) for m in match_rows(gold, predicted)] == [
        ("right", ()), ("slots", ("owner", "quantities")), ("missed", ()), ("extra", ()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("slot", "wrong"),
    [("owner", {"owner": ["住建局"]}), ("quantities", {"quantities": [amount(9, "个")]}), ("deadline", {"deadline": due("2025-07-31")})],
)
def test_one_wrong_slot_costs_the_tuple_and_no_other_slot(slot: str, wrong: dict[str, Any]) -> None:
    gold = [row("改造小区8个", quantities=[amount(8, "个")]), row("加固水库12座", quantities=[amount(12, "座")])]
    figures = tally(gold, [{**gold[0], **wrong}, gold[1]]).figures()
    assert (figures["hard_f1"], figures["tuple_f1"]) == (1.0, 0.5)
    assert {name: figures[name] for name in ("owner", "quantities", "deadline")} == {
        "owner": 1.0,
        "quantities": 1.0,
        "deadline": 1.0,
        slot: 0.5,
    }


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ({"owner": ["甲局", "乙局"]}, {"owner": ["乙局", "甲局"]}, True),
        ({"owner": ["甲局", "乙局"]}, {"owner": ["甲局"]}, False),
        ({"owner": ["“一网”专班(A)"]}, {"owner": ['"一网" 专班（Ａ）']}, True),
        ({"owner": ["甲局"], "owner_kind": "inherited"}, {"owner": ["甲局"], "owner_kind": "explicit"}, True),
        ({"owner": [], "owner_kind": "none"}, {"owner": ["我们"], "owner_kind": "collective"}, True),
        ({"owner": [], "owner_kind": "none"}, {"owner": ["甲局"], "owner_kind": "inherited"}, False),
        ({"owner": ["甲局"], "co_owners": ["乙局"]}, {"owner": ["甲局"], "co_owners": []}, True),  # co-owners are not scored
    ],
)
def test_owner(gold: dict[str, Any], predicted: dict[str, Any], right: bool) -> None:
    assert slots(row("x", **gold), row("x", **predicted))["owner"] is right


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        ([amount(12, "座")], [amount(12.0, "座")], True),
        ([amount(12, "座")], [amount(12, "处")], False),
        ([amount(12, "座", comparator=">=")], [amount(12, "座", comparator="==")], True),  # the comparator is not scored
        ([amount(0, "起")], [amount(0, "%")], True),  # nor is the unit of a zero target
        ([amount(0, "起")], [amount(1, "起")], False),
        ([amount(None, "%", low=3, high=5)], [amount(None, "%", low=3, high=5)], True),
        ([amount(None, "%", low=3, high=5)], [amount(5, "%")], False),
        ([amount(12, "座"), amount(3, "处")], [amount(3, "处"), amount(12, "座")], True),
        ([amount(12, "座"), amount(3, "处")], [amount(12, "座")], False),
        ([amount(7, "个")], [amount(7, "个"), amount(7, "个")], True),  # sets
        ([], [], True),
        ([amount(95, "％")], [amount(95, "%")], True),
    ],
)
def test_quantities(gold: list[Any], predicted: list[Any], right: bool) -> None:
    assert slots(row("x", quantities=gold), row("x", quantities=predicted))["quantities"] is right


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        (due("2025-06-30"), due("2025-06-30", "上半年"), True),  # the text does not count where there is a day
        (due("2025-06-30"), due("2025-06-29"), False),
        (due("2025-06-30"), None, False),
        (None, None, True),
        (None, due("2025-06-30"), False),
        (None, due(None, "尽快"), True),
        (due(None, "尽快"), due(None, "按期"), True),
        (due(None, "尽快"), due(None, "汛期前"), False),
        (due(None, "汛期前"), due(None, "汛期前"), True),
        (due(None, "汛期前"), due("2025-05-31", "汛期前"), True),  # a user's rules may date a season
        (due(None, "汛期前"), due(None, "入冬前"), False),
        (due(None, "每周", ("FREQ=WEEKLY",)), due(None, "周调度", ("FREQ=WEEKLY",)), True),
        (due(None, "每周", ("FREQ=WEEKLY",)), due(None, "每周", ("FREQ=MONTHLY",)), False),
        (due(None, "", ("FREQ=WEEKLY", "FREQ=MONTHLY")), due(None, "", ("FREQ=MONTHLY", "FREQ=WEEKLY")), True),
        (due(None, "", ("FREQ=MONTHLY;INTERVAL=3",)), due(None, "", ("INTERVAL=3;FREQ=MONTHLY",)), True),
        (due("2025-12-31", "", ("FREQ=WEEKLY",)), due(None, "", ("FREQ=WEEKLY",)), False),
        (due(None, "立即"), None, False),  # not in the guide's list of vague words
    ],
)
def test_deadline(gold: Any, predicted: Any, right: bool) -> None:
    assert slots(row("x", deadline=gold), row("x", deadline=predicted))["deadline"] is right


def test_figures_over_speeches_come_from_added_counts_and_are_no_mean_of_figures() -> None:
    long = Tally(gold_hard=9, predicted_hard=9, paired_hard=9)
    short = Tally(gold_hard=1, predicted_hard=1, paired_hard=0)
    assert total([long, short]).figures()["hard_recall"] == 0.9
    assert total([]) == Tally()
