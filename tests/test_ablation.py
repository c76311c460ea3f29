"""The ablation table can be made: every mechanism it switches off is there, and called as it is when it is on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from commitments.pipeline import extract_page
from commitments.reading import read_page
from commitments.ruledata import load_rules

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from ablation import MECHANISMS, switched  # noqa: E402  # the benchmarks are no package


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_a_mechanism_can_be_switched_off(mechanism: str) -> None:
    with switched(MECHANISMS[mechanism]):
        rows = sum(len(extract_page(read_page(page), rules=load_rules()).commitments) for page in sorted((ROOT / "examples").glob("*.txt")))
    assert rows > 0
