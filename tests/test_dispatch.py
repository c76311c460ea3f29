"""How meetings that hand out and chase up work say who is to do it: leaders, helpers, bodies addressed, and those who have failed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "由畜牧局牵头,公安局、市监局要全力配合,两周内拿出检疫方案。",
            ["hard 畜牧局+公安局、市监局: 拿出检疫方案 by 2025-03-24"],
            id="helpers who are told to help do not take over",
        ),
        pytest.param(
            "畜牧局牵头来抓,公安局、市监局做好配合工作,4月底前关停散养点9处。",
            ["hard 畜牧局+公安局、市监局: 关停散养点9处 [9处] by 2025-04-30"],
            id="helpers without a modal word",
        ),
        pytest.param(
            "各镇要密切配合,4月底前关停散养点9处。",
            ["hard 各镇: 关停散养点9处 [9处] by 2025-04-30"],
            id="who helps with nobody in charge before him acts",
        ),
        pytest.param(
            "请分管副市长每两周到工地协调一次。",
            ["hard 分管副市长: 到工地协调一次 every FREQ=WEEKLY;INTERVAL=2"],
            id="a leader who is asked to act",
        ),
        pytest.param(
            "畜牧局和云溪镇共同研究,4月底前必须拿出结果。",
            ["hard 畜牧局、云溪镇: 拿出结果 by 2025-04-30"],
            id="two who act together",
        ),
        pytest.param(
            "云溪镇作为责任主体,要逐圈登记。4月底前全部清运完毕。",
            ["soft 云溪镇: 逐圈登记", "hard 云溪镇: 全部清运完毕 [全部] by 2025-04-30"],
            id="who is named as the one responsible leads what follows",
        ),
        pytest.param(
            "被巡察党组织要在一个月内报送整改台账。", ["hard 被巡察党组织: 报送整改台账 by 2025-04-10"], id="who is inspected acts"
        ),
        pytest.param("有清运任务的村要在4月底前清完边沟。", ["hard 有清运任务的村: 清完边沟 by 2025-04-30"], id="those who have a task"),
        pytest.param(
            "畜牧局会同沿河6个乡镇,汛期前必须全部搬离。",
            ["hard 畜牧局+沿河6个乡镇: 全部搬离 [全部] by 汛期前"],
            id="counted partners are no workload",
        ),
    ],
)
def test_who_acts(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-03-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("对4月底前仍未搬离的养殖户,依法强制清退。", [], id="a sanction with the date of the failure"),
        pytest.param("凡是4月底前没有开工的棚圈,一律收回补助指标。", [], id="whoever has not begun"),
        pytest.param(
            "对尚未签约的养殖户,云溪镇要在4月底前上门签完。", ["hard 云溪镇: 上门签完 by 2025-04-30"], id="work on what is not yet done"
        ),
    ],
)
def test_those_who_fail(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-03-10") == expected
