"""What is said at a body's own work meeting: departments, posts and the people on the ground as those who act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "各村支部书记作为第一责任人,要在6月25日前把清册交上来。",
            ["hard 各村支部书记: 把清册交上来 by 2025-06-25"],
            id="in what quality somebody acts",
        ),
        pytest.param(
            "请各科室主任对照清单,6月底前完成自查。", ["hard 各科室主任: 完成自查 by 2025-06-30"], id="all whom it concerns are asked"
        ),
        pytest.param(
            "对完工的项目,由分管副总带队负责,6月底前拿出结算报告。",
            ["hard 分管副总: 拿出结算报告 by 2025-06-30"],
            id="a post in a company",
        ),
        pytest.param(
            "包保干部和包保责任人要每月报一次进展。",
            ["hard 包保干部、包保责任人: 报一次进展 every FREQ=MONTHLY"],
            id="a verb in what people are called",
        ),
        pytest.param(
            "这项工作由党政办牵头,各片区长具体抓,三天内把底数摸上来。",
            ["hard 各片区长: 把底数摸上来 by 2025-06-13"],
            id="who does it in fact",
        ),
        pytest.param(
            "社区民警人均每月采集信息20条。", ["hard 社区民警: 采集信息20条 [20条] every FREQ=MONTHLY"], id="so much a head"
        ),
        pytest.param(
            "立案庭要把诉前调解率提到40%以上。", ["hard 立案庭: 把诉前调解率提到40%以上 [40%以上]"], id="a name tells nothing"
        ),
        pytest.param("立案庭要在6月底前清理旧案。", ["hard 立案庭: 清理旧案 by 2025-06-30"], id="who is called after an event"),
        pytest.param(
            "从7月1日起,镇督查组24小时不间断巡查。", ["hard 镇督查组: 24小时不间断巡查 by 从7月1日起"], id="round the clock"
        ),
        pytest.param(
            "车间主任是第一责任人,班前会天天开。", ["hard 车间主任: 班前会天天开 every FREQ=DAILY"], id="a unit of time said twice"
        ),
        pytest.param(
            "医务处和护理部,你们两家要每周联合查房。",
            ["hard 医务处、护理部: 联合查房 every FREQ=WEEKLY"],
            id="so many of those named are no figure",
        ),
        pytest.param("各组组长要一家一家走访。", ["soft 各组组长: 一家一家走访"], id="one by one is no figure"),
    ],
)
def test_who_acts_in_a_body_of_its_own(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-06-10") == expected
