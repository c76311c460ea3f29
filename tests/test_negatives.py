"""Texts that hold no commitment: at most one false row in 10,000 characters of exhortation, and of reviews of the past."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEAST_CHARACTERS = 10_000

Rows = Callable[..., list[str]]

AUDITED = ["hard 审计局: 审计一次 every FREQ=YEARLY", "hard 审计局: 核减工程款3亿元 [3亿元]"]
CHECKED = ["soft 住建局: 复核一次", "hard 住建局: 核减投资12% [12%]"]
RAIDED = ["hard 海事局: 巡航一次 every FREQ=DAILY", "hard 海事局: 扣船3艘 [3艘]"]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "渡口办6月底前把渡船查一遍，能修的修，不能修的换。",
            ["hard 渡口办: 把渡船查一遍 by 2025-06-30"],
            id="which way each kind goes",
        ),
        pytest.param(
            "渡口办6月底前把渡船查一遍，成熟一个开工一个，7月底前全部修完。",
            ["hard 渡口办: 把渡船查一遍 by 2025-06-30", "hard 渡口办: 全部修完 [全部] by 2025-07-31"],
            id="each as it comes",
        ),
        pytest.param(
            "支出率12月25日前要达到100%，结转一分钱，明年扣你两分钱。",
            ["hard -: 支出率12月25日前要达到100% [100%] by 2025-12-25"],
            id="what falling short costs",
        ),
        pytest.param("财政局要管住账，晚交一天，扣1分。", [], id="a fine"),
        pytest.param("审计局每年审计一次，核减工程款3亿元。", AUDITED, id="what an audit takes off"),
        pytest.param("海事局每晚巡航一次，扣船3艘。", RAIDED, id="what is taken on a voyage"),
        pytest.param("住建局复核一次，核减投资12%。", CHECKED, id="what a check takes off"),
        pytest.param("财政局要把误工费扣2万元。", ["hard 财政局: 把误工费扣2万元 [2万元]"], id="a deduction that is ordered"),
    ],
)
def test_ways_and_fines_are_no_tasks(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-06-05") == expected


@pytest.mark.parametrize(("act", "figure"), [("一人领十个", "十个"), ("每人盯两家", "两家")])
def test_so_many_for_each_is_a_task(rows: Rows, act: str, figure: str) -> None:
    assert rows(f"教导处要把人分好，{act}。", "2025-06-05") == [f"hard 教导处: {act} [{figure}]"]
