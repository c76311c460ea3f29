"""Plans of the coming year in reports: which year a task is for, whose it is, and how much of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("今年政府将新建码头3座。", ["hard 政府: 新建码头3座 [3座] by 2025-12-31"], id="who acts this year"),
        pytest.param("今年重点改造渡口12处。", ["hard -: 重点改造渡口12处 [12处] by 2025-12-31"], id="what is done above all"),
        pytest.param("今年重点工作头绪很多，要办好9件实事。", ["hard -: 办好9件实事 [9件]"], id="of which year the work is"),
        pytest.param(
            "今年航务局每季度召开一次船东恳谈会。",
            ["hard 航务局: 召开一次船东恳谈会 every FREQ=MONTHLY;INTERVAL=3"],
            id="a year around a rhythm",
        ),
        pytest.param(
            "今年要建成每天处理60吨的油污站。", ["hard -: 建成每天处理60吨的油污站 [60吨] by 2025-12-31"], id="a rhythm in the object"
        ),
        pytest.param(
            "今年要解决9.5万群众过河问题。", ["hard -: 解决9.5万群众过河问题 [9.5万群众] by 2025-12-31"], id="people without a classifier"
        ),
        pytest.param(
            "下半年要抓好以下工作。茶叶加工产值与种植产值比达2:1以上。",
            ["hard -: 茶叶加工产值与种植产值比达2:1以上 [2]"],
            id="so much to one",
        ),
    ],
)
def test_years_and_figures_of_reports(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
