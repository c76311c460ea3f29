"""A report at the end of a year plans the next: which year its months and 年底 mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]

REVIEW = "一、2025年工作回顾\n一年来，新建学校3所，全年新增就业2万人。\n"


@pytest.mark.parametrize(
    ("task", "due"),
    [
        pytest.param("年内建成粮库5座。", "2026-12-31", id="the end of the year"),
        pytest.param("6月底前建成粮库5座。", "2026-06-30", id="a month"),
        pytest.param("上半年建成粮库5座。", "2026-06-30", id="a half"),
        pytest.param("12月28日前建成粮库5座。", "2025-12-28", id="a day that is near"),
        pytest.param("今年年底前建成粮库5座。", "2025-12-31", id="a year that is named"),
        pytest.param("2027年底前建成粮库5座。", "2027-12-31", id="a later year"),
    ],
)
def test_below_the_plan_of_the_next_year_dates_are_in_it(task: str, due: str, rows: Rows) -> None:
    found = rows(f"{REVIEW}二、2026年工作安排\n{task}\n", "2025-12-20")
    assert len(found) == 1
    assert found[0].endswith(f"by {due}")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("年内建成粮库5座。\n", "2025-12-20", id="no plan of the next year"),
        pytest.param("一、2026年工作安排\n年内建成粮库5座。\n", "2025-06-20", id="in the middle of the year"),
        pytest.param("一、谋划明年工作\n年底前建成粮库5座。\n", "2025-12-20", id="thinking of the next year"),
    ],
)
def test_elsewhere_dates_are_in_the_year_of_the_speech(text: str, date: str, rows: Rows) -> None:
    assert rows(text, date)[0].endswith("by 2025-12-31")


def test_a_list_of_targets_for_the_next_year_opens_its_plan(rows: Rows) -> None:
    text = "年底前清完旧账，欠款3亿元全部兑付。\n2026年经济社会发展的主要预期目标是：税收增长5%。\n9月底前改造老旧小区12个。\n"
    assert [row.rsplit(" by ", 1)[1] for row in rows(text, "2025-12-20") if "改造" in row] == ["2026-09-30"]
