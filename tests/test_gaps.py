"""Targets that are only named to say what they lack by now (造林任务3万亩,还差8000亩), and the rest that is then asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]

_REST = ["hard 林业局: 全部栽完 [全部] by 2025-11-30"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("要抓紧干。全年技改投资目标定为30亿元，目前完成12亿元。", id="a target that is named"),
        pytest.param("要抓紧干。全年税收目标30亿元，缺口4亿元。", id="a gap"),
        pytest.param("去年接待90万人次，今年接待100万人次。", id="two years that are told"),
        pytest.param("要抓紧干。服务业增速与全年8%的目标相比差3个百分点。", id="a comparison"),
        pytest.param("要抓紧干。通村公路硬化80公里，还有15公里没有铺油。", id="a piece of work with what is left of it"),
    ],
)
def test_how_much_is_lacking_is_no_task(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("造林任务3万亩，还有8000亩没栽，林业局11月底前要全部栽完。", _REST, id="what is left is asked"),
        pytest.param(
            "厕所今年要改2400户，眼下只改了1500户，农业局10月底前要把剩下的改完。",
            ["hard 农业局: 把剩下的改完 by 2025-10-31"],
            id="an order whose rest is asked",
        ),
        pytest.param(
            "全年要改厕2400户，目前改了1500户，农业局10月底前要把剩下的改完。",
            ["hard 农业局: 把剩下的改完 by 2025-10-31"],
            id="an order and how far it has come",
        ),
        pytest.param(
            "今年计划招商12家，到现在只签了5家，招商局四季度再签4家。",
            ["hard 招商局: 再签4家 [4家] by 2025-12-31"],
            id="what somebody is to add",
        ),
        pytest.param("今年要改厕80户，眼下只改了15户。", ["hard -: 改厕80户 [80户] by 2025-12-31"], id="an order, no rest is asked"),
        pytest.param("今年要建驿站4个，还差资金3万元。", ["hard -: 建驿站4个 [4个] by 2025-12-31"], id="another measure is lacking"),
        pytest.param("去年就业4300人，今年不低于4500人。", ["hard -: 不低于4500人 [不低于4500人] by 2025-12-31"], id="a bound"),
        pytest.param("11月底前完成造林3万亩，还差8000亩。", ["hard -: 完成造林3万亩 [3万亩] by 2025-11-30"], id="a day by which it is due"),
        pytest.param(
            "今年审批事项压减60项，只保留45项。",
            ["hard -: 审批事项压减60项 [60项] by 2025-12-31", "hard -: 只保留45项 [45项] by 2025-12-31"],
            id="what is kept is no lack",
        ),
    ],
)
def test_what_is_asked_for(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
