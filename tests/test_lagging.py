"""What befalls those who lag, how much there is, what day it is; and lists that a clause announces or that have been handed out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("对连续三次上黑榜的单位，县政府将约谈主要负责人。", id="a penalty with a body"),
        pytest.param("低于90分的板块由分管市领导约谈。", id="a penalty in the clause itself"),
        pytest.param("谁要是再让企业跑第三趟，市纪委一周之内约谈，三年内不得提拔。", id="a penalty behind a condition"),
        pytest.param("天然气上游合同量80万方，缺口6万方。", id="how much there is and lacks"),
        pytest.param("今天已经是9月6日，圩区的稻子开始泛黄，再有二十来天就要大面积开镰。", id="what day it is"),
        pytest.param("各级各部门要心往一处想、劲往一处使。", id="one direction"),
        pytest.param("逾期视为放弃，过期一律收回。", id="overdue"),
        pytest.param("这63个小区里面，街道兜底的28个，物业管着的35个，底数是清楚的。", id="who only describes what is counted"),
        pytest.param("他们县的办法是每个镇配一名规划师，工资由县里出，一年每人12万元。", id="what another county does"),
        pytest.param("10月1日以后不能放松。", id="an attitude with a day"),
        pytest.param("今年大桥通车。", id="a year that is partly over may be told"),
        pytest.param("申报专款的规模排在全市第3位，比前年进了4位。", id="a rank that is held"),
        pytest.param("今年全县计划申报项目26个，目前通过审核的只有9个。", id="a plan that is told to say how far it has come"),
        pytest.param("晒场一天烘九千吨，集中上市那几天每天要落地1.5万吨，缺口就摆在那里。", id="what the next clause weighs"),
        pytest.param("我让信息科拉过一条曲线，一个病人在院里要待三个小时。", id="what one has had looked up"),
        pytest.param("县信访局通报了积案的底数和上半年化解情况。", id="what was reported at the meeting"),
        pytest.param("真正漫天要价的不到一成。", id="要 in a word"),
    ],
)
def test_no_task(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "排在后面的单位，县督查办每周上门督查一次。",
            ["hard 县督查办: 上门督查一次 every FREQ=WEEKLY"],
            id="work with those who lag",
        ),
        pytest.param(
            "县人社局要帮助企业解决用工缺口5000人。",
            ["hard 县人社局: 帮助企业解决用工缺口5000人 [5000人]"],
            id="a gap that is filled",
        ),
        pytest.param("全县全年播种面积68万亩，一亩都不能少。", ["hard -: 播种面积68万亩 [68万亩] by 2025-12-31"], id="not one less"),
        pytest.param(
            "全年失业率控制在5.5%以内，是代表大会通过的硬指标。",
            ["hard -: 失业率控制在5.5%以内 [5.5%以内] by 2025-12-31"],
            id="a target that has to be met",
        ),
        pytest.param(
            "探头说了两年，还有三个镇没有，林业局这个月把剩下的9个探头装上去。",
            ["hard 林业局: 把剩下的9个探头装上去 [9个] by 2025-06-30"],
            id="a named body behind what is told",
        ),
        pytest.param(
            "各村礼拜六之前要把山边的坟摸一遍，列个单子交到林业站。",
            ["hard 各村: 把山边的坟摸一遍 by 2025-06-14", "hard 各村: 列个单子交到林业站 by 2025-06-14"],
            id="what is brought to a place",
        ),
        pytest.param("围墙暑假里砌起来。", ["hard -: 砌起来 by 暑假里"], id="what comes about in a time to come"),
        pytest.param("10月1日起不许再收押金。", ["hard -: 不许再收押金 by 10月1日起"], id="a prohibition with a day"),
        pytest.param("重污染天数压到9天以内。", ["hard -: 重污染天数压到9天以内 [9天以内]"], id="a bound that is pressed to"),
        pytest.param(
            "行动分两段走：9月清障，10月清淤。", ["hard -: 清障 by 2025-09-30", "hard -: 清淤 by 2025-10-31"], id="steps that are announced"
        ),
        pytest.param("每个月的15号是接访日。", ["hard -: 是接访日 every FREQ=MONTHLY;BYMONTHDAY=15"], id="a fixed day"),
        pytest.param("下周起天天有人盯，不许断人。", ["hard -: 有人盯 every FREQ=DAILY"], id="somebody is there"),
        pytest.param("先在二楼试，试好了10月1日全院铺开。", ["hard -: 全院铺开 by 2025-10-01"], id="what comes first, then the day"),
        pytest.param(
            "今年要做到两条：一条是火灾受害率控制在0.3‰以内，一条是汛期人员零死亡。",
            ["hard -: 火灾受害率控制在0.3‰以内 [0.3‰以内] by 2025-12-31", "hard -: 汛期人员零死亡 [零死亡] by 2025-12-31"],
            id="points that are announced",
        ),
        pytest.param(
            "三季度的盘子已经排好：7月开工6个，8月开工9个。",
            ["hard -: 开工6个 [6个] by 2025-07-31", "hard -: 开工9个 [9个] by 2025-08-31"],
            id="what has been allotted is still to be done",
        ),
    ],
)
def test_task(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
