"""Whom 你们 takes up, who has looked into a topic, and how much somebody has before what is asked of a part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("name", ["水利局", "轮渡公司", "巡逻大队", "渡运中心", "石桥镇"])
@pytest.mark.parametrize("call", ["{}的老总来了没有？来了好。", "{}，我点个名。", "今天{}的同志也在座。", "{}的人在不在？", "{}站起来。"])
def test_whoever_is_called_up_is_taken_up_by_you(call: str, name: str, rows: Rows) -> None:
    assert rows(f"{call.format(name)}你们三天之内修好渡船12条。", date="2025-06-02") == [f"hard {name}: 修好渡船12条 [12条] by 2025-06-05"]


def test_who_acts_since_is_meant_by_you(rows: Rows) -> None:
    found = rows("水利局的同志来了没有？民政局要在6月底前走访老人30户。你们7月底前再走访20户。")
    assert found[1] == "hard 民政局: 再走访20户 [20户] by 2025-07-31"


@pytest.mark.parametrize("looked", ["数过了", "已经摸过底", "心里有数", "上周看过了", "踏勘过了"])
def test_who_has_looked_into_a_topic_sees_to_it(looked: str, rows: Rows) -> None:
    found = rows(f"财政局5月底前付款30万元。渡口的坡道，水利局{looked}，6月底前全部加固。")
    assert found[1:] == ["hard 水利局: 全部加固 [全部] by 2025-06-30"]


def test_who_audits_looks_into_what_others_do(rows: Rows) -> None:
    assert rows("渡口的坡道，审计局查过了，6月底前全部加固。") == ["hard -: 全部加固 [全部] by 2025-06-30"]


@pytest.mark.parametrize("has", ["账上渡船二十条", "库里渡船20条", "现有渡船20条", "登记在册渡船20条"])
@pytest.mark.parametrize("pause", ["", "，"])
def test_what_somebody_has_is_no_task(has: str, pause: str, rows: Rows) -> None:
    assert rows(f"水利局{has}，能开的十五条，漏水的五条{pause}6月底前要修好。") == ["hard 水利局: 修好 [五条] by 2025-06-30"]


def test_what_is_put_into_store_is_a_task(rows: Rows) -> None:
    assert rows("水利局要在库里备足沙袋3万条。") == ["hard 水利局: 在库里备足沙袋3万条 [3万条]"]


def test_the_name_of_the_traffic_police_begins_with_its_first_character(rows: Rows) -> None:
    assert rows("渡口的停车场，交警大队负责，6月底前划完线。") == ["hard 交警大队: 划完线 by 2025-06-30"]
