"""A verb of one character right before a figure acts, whatever it is: 租3台水泵, 腾五间教室."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("verb", list("借租扛摘砌搬拨缴赔测登编贴培聘烘疏灌关撤筹凑订腾签谋匀焊"))
def test_a_short_verb_before_a_figure_acts(verb: str, rows: Rows) -> None:
    assert rows(f"水利局要抓紧，{verb}3台水泵。") == [f"hard 水利局: {verb}3台水泵 [3台]"]
    assert rows(f"水利局{verb}3台水泵，渔业局{verb}5台。") == [f"hard 水利局: {verb}3台水泵 [3台]", f"hard 渔业局: {verb}5台 [5台]"]


def test_things_and_their_number_name_a_topic(rows: Rows) -> None:
    assert rows("水利局要抓紧，船3艘、泵2台，年内修完。") == ["hard 水利局: 修完 [3艘; 2台] by 2025-12-31"]


@pytest.mark.parametrize("text", ["上半年，法院审120件，判98件。", "粮食公司存3万吨粮。", "今年以来，海关征税3亿元。"])
def test_what_is_stored_tried_or_taken_in_by_so_many_is_told(text: str, rows: Rows) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("粮食公司存3万吨粮，年底前全部出库。", ["hard -: 全部出库 [3万吨; 全部] by 2025-12-31"]),
        ("目前公司贷3亿元，压力大。", []),
    ],
)
def test_a_state_is_no_act(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-03-01") == expected
