"""What is counted first and then told point by point, and what a body does to each of many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "今年要守住两样：一样是稻田不少于30万亩，一样是渡口零事故。",
            ["hard -: 稻田不少于30万亩 [不少于30万亩] by 2025-12-31", "hard -: 渡口零事故 [零事故] by 2025-12-31"],
            id="the date before the count holds for each",
        ),
        pytest.param(
            "年底前要办成两件事：一件是建成粮仓3座，一件是开通水路2条。",
            ["hard -: 建成粮仓3座 [3座] by 2025-12-31", "hard -: 开通水路2条 [2条] by 2025-12-31"],
            id="the count itself is no task",
        ),
        pytest.param("年底前办好三件实事。", ["hard -: 办好三件实事 [三件] by 2025-12-31"], id="unless nothing is told of them"),
        pytest.param("去年办成两件事：一件是建成粮仓3座，一件是开通水路2条。", [], id="what was done"),
        pytest.param("缺口有两个：一个是投资只完成30亿元，一个是开工率不到五成。", [], id="what is wrong"),
    ],
)
def test_points_that_are_counted(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-05-20") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("由石桥镇出面把拦河坝拆掉。", ["soft 石桥镇: 把拦河坝拆掉"], id="who steps in"),
        pytest.param("由水利局负责把北岸的闸门修好。", ["soft 水利局: 把北岸的闸门修好"], id="who is responsible for an act"),
        pytest.param("由水利局负责这项工作。", [], id="and for no act"),
        pytest.param("进港的渔船，由渔政站逐船查验。", ["soft 渔政站: 逐船查验"], id="one by one"),
        pytest.param("由统计局对办结件每月抽访50件。", ["hard 统计局: 对办结件每月抽访50件 [50件] every FREQ=MONTHLY"], id="some of them"),
        pytest.param("财政局今后按季度打款。", ["hard 财政局: 今后按季度打款 every FREQ=MONTHLY;INTERVAL=3"], id="paid each quarter"),
        pytest.param("力争明年进入全国茶叶品牌前三十。", ["hard -: 进入全国茶叶品牌前三十 [前三十] by 2026-12-31"], id="a rank"),
        pytest.param(
            "渔政站7月底前查验渔船30艘，查验不过的一律停航，查到的当场封存。",
            ["hard 渔政站: 查验渔船30艘 [30艘] by 2025-07-31"],
            id="what befalls those who fail",
        ),
    ],
)
def test_what_is_done_to_each(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-05-20") == expected
