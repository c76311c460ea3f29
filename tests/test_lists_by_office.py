"""Lists whose items open with the name of an office, and numbers of items before a month."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("mark", ["1.{}\n2.{}", "（一）清淤。1.{}2.{}", "1．{}\n2．{}"])
def test_the_number_of_an_item_is_no_part_of_its_month(mark: str, rows: Rows) -> None:
    text = mark.format("8月底前清淤12处。", "12月20日前建泵站2座。")
    assert rows(text) == ["hard -: 清淤12处 [12处] by 2025-08-31", "hard -: 建泵站2座 [2座] by 2025-12-20"]


def test_a_decimal_stays_one(rows: Rows) -> None:
    assert rows("渔业增速要提高1.6个百分点。") == ["hard -: 渔业增速要提高1.6个百分点 [1.6个百分点]"]


def test_an_office_on_a_line_of_its_own_has_the_list_below_it(rows: Rows) -> None:
    assert rows("水利局：\n1.抓紧清淤，年内完成12处。\n渔业局：\n1.抓紧修船，年内完成3艘。") == [
        "hard 水利局: 完成12处 [12处] by 2025-12-31",
        "hard 渔业局: 完成3艘 [3艘] by 2025-12-31",
    ]


def test_everybody_on_a_line_of_its_own_has_no_list(rows: Rows) -> None:
    assert rows("各镇：\n1.抓紧清淤，年内完成12处。")[0].startswith("hard -: ")


@pytest.mark.parametrize("dash", ["—", "——"])
def test_a_dash_before_an_item_is_no_part_of_a_name(dash: str, rows: Rows) -> None:
    assert rows(f"{dash}水利局。年内清淤12处。\n{dash}渔业局。年内修船3艘。") == [
        "hard 水利局: 清淤12处 [12处] by 2025-12-31",
        "hard 渔业局: 修船3艘 [3艘] by 2025-12-31",
    ]


def test_brackets_of_bodies_in_a_running_paragraph_each_close_their_own_task(rows: Rows) -> None:
    assert rows("年内清淤12处。（水利局负责）年内修船3艘。（渔业局）") == [
        "hard 水利局: 清淤12处 [12处] by 2025-12-31",
        "hard 渔业局: 修船3艘 [3艘] by 2025-12-31",
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("水利局的任务：年内清淤12处。", "水利局"),
        ("水利局的任务有两项：一是年内清淤12处；二是管好闸门。", "水利局"),
        ("要落实水利局的任务，年内清淤12处。", "-"),
    ],
)
def test_whose_the_tasks_are(text: str, owner: str, rows: Rows) -> None:
    assert rows(text)[0] == f"hard {owner}: 清淤12处 [12处] by 2025-12-31"
