"""Dates of which the page masks a part: the row is hard, its date stays open, and the month of the speech does not stand in for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("住建局要在X月底前完成清表。", ["hard 住建局: 完成清表 by X月底前"], id="a masked month is not this month"),
        pytest.param("各乡镇要于X月X日前上报名单。", ["hard 各乡镇: 上报名单 by X月X日前"], id="month and day"),
        pytest.param("20XX年底前新建泵站3座。", ["hard -: 新建泵站3座 [3座] by 20XX年底前"], id="a masked year is not this year"),
        pytest.param("窗口单位X个工作日内答复。", ["hard 窗口单位: 答复 by X个工作日内"], id="so many days"),
        pytest.param("力争20XX年新建泵站3座。", ["hard -: 新建泵站3座 [3座] by 20XX年"], id="aimed at a masked year"),
        pytest.param("截至X月底，完成清表9处。", [], id="the state on a masked day is no task"),
        pytest.param("住建局要在月底前完成清表。", ["hard 住建局: 完成清表 by 2025-06-30"], id="no mask: this month"),
    ],
)
def test_a_masked_date_stays_open(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "力争全年完成投资xx亿元,增长x%以上,新开工码头**个。",
            [
                "hard -: 完成投资xx亿元 by 2025-12-31",
                "hard -: 增长x%以上 by 2025-12-31",
                "hard -: 新开工码头**个 by 2025-12-31",
            ],
            id="what is counted is due as the clause before, though nobody may know how much",
        ),
        pytest.param("力争全年完成投资xx亿元,增长较快。", ["hard -: 完成投资xx亿元 by 2025-12-31"], id="nothing is counted"),
    ],
)
def test_a_masked_figure_takes_the_date_before_it(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
