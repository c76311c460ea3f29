"""The confidence: what it rests on, that it is calibrated on dev, and that sorting by it finds the wrong rows first."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from math import exp
from pathlib import Path
from typing import get_args

import pytest

from commitments.confidence import certainty
from commitments.evaluation.calibration import Case, cases_of, confidences, fitted, left_out, quality, weights_text
from commitments.evaluation.corpus import read_corpus
from commitments.pipeline import Extraction
from commitments.ruledata import RuleSet
from commitments.types import QuantityKind

ROOT = Path(__file__).parents[1]
WEIGHTS = tomllib.loads((ROOT / "rules" / "ledger" / "confidence.toml").read_text(encoding="utf-8"))["weights"]
PAGE = (ROOT / "docs" / "confidence.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("水利局要在5月底前加固水库12座。", {"hard", "owner.explicit", "owner.body", "deadline.own", "quantity.count"}, {"deadline.none"}),
        ("水利局要会同各镇加固水库12座。", {"owner.partners", "deadline.none", "sentence.single"}, {"owner.several", "quantities.none"}),
        ("财政局、审计局要每月对账。", {"owner.several", "deadline.often", "quantities.none", "action.short"}, {"quantity.unread"}),
        ("目前还差8座,水利局要在5月底前补齐12座。", {"sentence.tells"}, {"sentence.spoken"}),
        ("楼层长要在9月底前放电影60场。", {"ner", "warning.owner-by-model"}, {"owner.body"}),
    ],
)
def test_grounds_of_a_row(text: str, there: set[str], absent: set[str], read_speech: Callable[..., Extraction]) -> None:
    found = read_speech(f"同志们：\n{text}")
    (grounds,) = found.grounds
    assert there <= set(grounds)
    assert absent & set(grounds) == set()
    assert found.commitments[0].confidence == certainty(grounds)


def test_the_confidence_is_the_logistic_sum_of_the_weights() -> None:
    name = next(name for name, weight in WEIGHTS.items() if name != "base" and weight > 0)
    assert certainty(()) == round(1 / (1 + exp(-WEIGHTS["base"])), 2)
    assert certainty((name, "unknown")) == round(1 / (1 + exp(-WEIGHTS["base"] - WEIGHTS[name])), 2)


@pytest.mark.parametrize("name", sorted(set(WEIGHTS) - {"base"}))
def test_each_weight_is_explained(name: str) -> None:
    kinds = [f"quantity.{kind}" for kind in get_args(QuantityKind)]
    assert f"`{name}`" in PAGE or name in kinds or name.startswith("warning.")


def cases(doc_id: str, right: int, wrong: int, ground: str) -> list[Case]:
    return [Case(doc_id, (ground,), place < right) for place in range(right + wrong)]


def test_the_fit_gives_the_share_of_right_rows() -> None:
    known = cases("a", 540, 60, "sure") + cases("b", 300, 300, "unsure")
    sure = confidences(known, fitted(known))
    assert sure[0] == pytest.approx(0.9, abs=0.03)
    assert sure[-1] == pytest.approx(0.5, abs=0.03)


def test_a_speech_is_judged_by_the_weights_of_the_others() -> None:
    others = cases("a", 90, 10, "sure") + cases("b", 90, 10, "sure")
    alone = cases("c", 0, 50, "sure")
    assert max(left_out(others + alone)[-50:]) == pytest.approx(0.9, abs=0.02)
    assert min(left_out(others + alone)[:100]) < 0.7


def test_the_quality_of_a_coin_and_of_an_oracle() -> None:
    right = [True, False] * 50
    coin, oracle = quality([0.5] * 100, right), quality([0.99 if truth else 0.01 for truth in right], right)
    assert (coin.auc, coin.brier, coin.chance) == (0.5, 0.25, 0.25)
    assert (oracle.auc, oracle.lowest) == (1.0, 1.0)
    assert oracle.brier < 0.001
    assert [(band.rows, band.right) for band in oracle.bands] == [(50, 0.0), (50, 1.0)]


def test_weights_are_written_as_they_are_read() -> None:
    known = cases("a", 90, 10, "owner.sure") + cases("b", 50, 50, "owner.unsure")
    weights = fitted(known)
    text = weights_text(weights, known)
    assert "# 200 rows of 2 speeches, 60 of them not right." in text
    assert tomllib.loads(text)["weights"] == {name: round(weight, 2) for name, weight in weights.items()}


def test_sorting_by_confidence_finds_the_wrong_rows_first_on_dev(rules: RuleSet) -> None:
    known = cases_of(read_corpus(ROOT / "corpus").of("dev"), rules)
    right = [case.right for case in known]
    fresh, shipped = quality(left_out(known), right), quality([certainty(case.grounds) for case in known], right)
    for found in (fresh, shipped):
        assert found.auc > 0.65
        assert found.lowest > 2 * found.wrong
        assert found.brier < found.chance
    off = sum(band.rows * abs(band.confidence - band.right) for band in shipped.bands) / shipped.rows
    assert off < 0.05, "the confidence is out of step with what the program finds: run make confidence"
