"""A clause that says what something becomes, or how those counted before it are dealt with, tells a task whatever follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "clause",
    [
        "船员队伍由现有的46名扩充至80名",
        "船员队伍由46名壮大到80名",
        "泊位从12个加密至80个",
        "泊位缩减到80个",
        "泊位由120个归并为80个",
    ],
)
def test_what_becomes_of_a_number_is_a_row_of_its_own(clause: str, rows: Rows) -> None:
    found = rows(f"渡口办要增设救生点4处；{clause}，全年准点率提高到68%以上。")
    assert found[1:] == [f"hard 渡口办: {clause} [{clause[-3:]}]", "hard 渡口办: 准点率提高到68%以上 [68%以上] by 2025-12-31"]


@pytest.mark.parametrize(
    "clause",
    [
        "对全县26名船工分片包干",
        "对26名船工一人一策",
        "对现有26名船工、水手逐人评估",
        "将26名船工实名登记",
        "对26名船工建档立卡",
        "对26名船工定人定责",
    ],
)
def test_how_the_counted_are_dealt_with_is_a_row_and_keeps_its_figure(clause: str, rows: Rows) -> None:
    found = rows(f"渡口办要制定方案，{clause}，每月上门不少于2次。")
    assert found[1:] == [f"hard 渡口办: {clause} [26名]", "hard 渡口办: 上门不少于2次 every FREQ=MONTHLY"]


@pytest.mark.parametrize("clause", ["对26家重点企业", "对26家化工挂牌企业", "对9个未销号问题", "将26名船工名册"])
def test_who_is_only_named_hands_the_figure_on(clause: str, rows: Rows) -> None:
    found = rows(f"渡口办要制定方案，{clause}，每月上门不少于2次。")
    assert not any(clause in row for row in found)


def test_what_there_is_stays_background(rows: Rows) -> None:
    assert rows("全县现有26名船工。") == []
