"""Texts that hold no commitment: at most one false row in 10,000 characters of exhortation, and of reviews of the past."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEAST_CHARACTERS = 10_000


@pytest.mark.parametrize("kind", ["exhortation", "review"])
def test_texts_without_commitments_give_hardly_a_row(kind: str) -> None:
    specification = importlib.util.spec_from_file_location("negatives", ROOT / "benchmarks" / "negatives.py")
    assert specification is not None and specification.loader is not None
    negatives = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(negatives)
    characters, rows = negatives.false_rows(ROOT / "corpus" / "negatives" / kind)
    assert characters >= LEAST_CHARACTERS
    assert len(rows) / characters * 10_000 <= 1, [row.action for _, row in rows]


def test_a_review_goes_on_below_headings_that_sound_like_tasks(rows: Callable[..., list[str]]) -> None:
    text = "各位代表:\n2024年工作回顾\n积极应对下行压力\n抓好40个重点项目建设,淘汰落后产能95万吨。\n2025年工作安排\n新建学校3所。"
    assert rows(text) == ["hard -: 新建学校3所 [3所]"]
