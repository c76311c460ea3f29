"""What a dispatch at night showed: hours, shifts and rhythms, figures behind 队伍, classes above a size, what is only waited for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("应急局要组建抢险队伍9支。", ["hard 应急局: 组建抢险队伍9支 [9支]"], id="伍 ends a word"),
        pytest.param("财政局要拨付伍拾万元。", ["hard 财政局: 拨付伍拾万元 [伍拾万元]"], id="a formal numeral"),
        pytest.param("住建局要在今夜对61个工地逐一排查。", ["hard 住建局: 对61个工地逐一排查 [61个] by 2025-06-10"], id="在今夜"),
        pytest.param("公路局20时起封闭3条路。", ["hard 公路局: 封闭3条路 [3条] by 20时起"], id="from an hour on"),
        pytest.param("观测站要每30分钟上传一次水位。", ["hard 观测站: 上传一次水位 by 每30分钟"], id="every so many minutes"),
        pytest.param("确保养老机构零缺岗。", ["hard -: 养老机构零缺岗 [零缺岗]"], id="nobody missing"),
        pytest.param(
            "交警队要在积水超过20厘米的路段立即设障，确保3处立交零中断。",
            ["hard 交警队: 3处立交零中断 [3处; 零中断]"],
            id="no break",
        ),
        pytest.param("积水超过20厘米的路段10分钟内封闭。", ["hard -: 封闭 by 10分钟内"], id="a class above a size"),
        pytest.param(
            "审计局每季度对专项资金抽审一次。",
            ["hard 审计局: 对专项资金抽审一次 every FREQ=MONTHLY;INTERVAL=3"],
            id="any verb, so often",
        ),
        pytest.param(
            "公安局对涉嫌欠薪的2名责任人本月内立案侦查。",
            ["hard 公安局: 对涉嫌欠薪的2名责任人本月内立案侦查 [2名] by 2025-06-30"],
            id="a case",
        ),
        pytest.param(
            "各镇要抓紧。十件实事还剩两件没有完成：停车位不够，城管局年底前补上50个。",
            ["hard 城管局: 补上50个 [50个] by 2025-12-31"],
            id="what is left undone is no topic",
        ),
    ],
)
def test_task(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("公安局本月立案侦查12起，抓获18人。", id="cases that are told"),
        pytest.param("住建局要抓紧。等到6月底，半年就过去了。", id="what is waited for"),
        pytest.param("各镇要抓紧。平均每30分钟就有一班车。", id="how often something comes"),
    ],
)
def test_no_task(rows: Rows, text: str) -> None:
    assert rows(text) == []
