"""What meetings of departments showed: dates that hang on an event, what is on the same day, whose a topic is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("化验结果当天录进台账系统。", ["hard -: 录进台账系统 by 当天"], id="on the day, by any verb"),
        pytest.param("网格站接到报告当天到户。", ["hard 网格站: 到户 by 当天"], id="on the day somebody comes"),
        pytest.param("会议当天印发手册300份。", [], id="so many on the day of an event are told"),
        pytest.param("门前的落叶当晚扫净。", ["hard -: 扫净 by 当晚"], id="on the night it is got done"),
        pytest.param("他家当天拉走了三车。", [], id="what somebody did on the day"),
        pytest.param(
            "县财政局验收后15个工作日内拨付到账。", ["hard 县财政局: 拨付到账 by 验收后15个工作日内"], id="behind an event with 后"
        ),
        pytest.param("合同签订后3日内付清押金。", ["hard -: 付清押金 by 合同签订后3日内"], id="behind an event with what it is of"),
        pytest.param("点验完两天之内消防站要交清单。", ["hard 消防站: 交清单 by 点验完两天之内"], id="完 before a span"),
    ],
)
def test_dates_that_hang_on_an_event(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("清扫车坏了三台，环卫站这个月底修好。", ["hard 环卫站: 修好 by 2025-06-30"], id="the end of the month lies ahead"),
        pytest.param("路灯坏了三十盏，物业公司下个月换完。", ["hard 物业公司: 换完 by 2025-07-31"], id="so does the next month"),
        pytest.param("清扫车修了三台，环卫站五月修好。", [], id="a month that is over"),
        pytest.param("国家的规范写得明明白白，接种率不低于95%，我们有四个乡镇没有达到。", [], id="what a code says is a yardstick"),
    ],
)
def test_what_lies_ahead_and_what_is_only_measured_by(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("水电归市政公司，7月10日前接进去。", ["hard 市政公司: 接进去 by 2025-07-10"], id="a topic belongs to a body"),
        pytest.param("晒粮的事，供销社包下来，八月底前晒完。", ["hard 供销社: 晒完 by 2025-08-31"], id="who takes it on"),
        pytest.param(
            "37路、109路由二公司负责，月底前增加车辆18台。", ["hard 二公司: 增加车辆18台 [18台] by 2025-06-30"], id="numbers of bus lines"
        ),
        pytest.param("安全部6月底前培训司机200人。", ["hard 安全部: 培训司机200人 [200人] by 2025-06-30"], id="全部 across two words"),
        pytest.param(
            "公园今年栽600棵香樟，换旧座椅90张。",
            ["hard -: 栽600棵香樟 [600棵] by 2025-12-31", "hard -: 换旧座椅90张 [90张] by 2025-12-31"],
            id="acts of one character",
        ),
        pytest.param("应急分队30分钟集合完毕。", ["hard 应急分队: 集合完毕 by 30分钟"], id="minutes to assemble"),
        pytest.param("两个镇6月底前各修一条样板路。", ["hard 两个镇: 各修一条样板路 [一条] by 2025-06-30"], id="one each"),
    ],
)
def test_whose_it_is_and_how_much(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected
