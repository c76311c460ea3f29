"""了 at the end of a clause that presses on tells nothing of what was done, and a season that draws near dates nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]
_DIRECTED = "下一步要抓好防汛。渔业局要在6月底前修船3艘。"


@pytest.mark.parametrize(
    "pressing",
    [
        "汛期快到了", "汛期马上就到了", "不能再等了", "时间不多了", "只剩20天了", "动作太慢了", "我就不多说了", "到了见真章的时候了",
        "该动手了", "等不得了",
    ],
)
def test_what_presses_on_is_not_told(pressing: str, rows: Rows) -> None:
    assert rows(f"{_DIRECTED}{pressing}，采购3台水泵，从省里调2台。")[1:] == [
        "hard 渔业局: 采购3台水泵 [3台]",
        "hard 渔业局: 从省里调2台 [2台]",
    ]


@pytest.mark.parametrize("told", ["水泵到了", "去年就到了", "船坞建起来了"])
def test_what_was_done_is_told(told: str, rows: Rows) -> None:
    assert rows(f"{_DIRECTED}{told}，采购3台水泵，从省里调2台。")[1:] == []


@pytest.mark.parametrize("season", ["汛期将至", "年底将至", "雨季来临", "年关将近"])
def test_a_season_that_draws_near_dates_nothing(season: str, rows: Rows) -> None:
    assert rows(f"{_DIRECTED}{season}，要采购3台水泵。")[1:] == ["hard 渔业局: 采购3台水泵 [3台]"]
