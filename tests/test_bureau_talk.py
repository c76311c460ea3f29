"""How heads of bureaus, schools, hospitals and firms give out the year's figures to their own sections."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("路政科计划今年更换标志牌30块。", ["hard 路政科: 更换标志牌30块 [30块] by 2025-12-31"], id="who plans, with a time"),
        pytest.param("妇联计划走访家庭120户。", ["hard 妇联: 走访家庭120户 [120户]"], id="who plans so many"),
        pytest.param("去年，分院计划收治病人3000人，实际收治2600人。", [], id="what was planned and has come of it"),
        pytest.param("误差率压到1.5%以下，这是检定科的指标。", ["hard 检定科: 误差率压到1.5%以下 [1.5%以下]"], id="whose figure it is"),
        pytest.param(
            "误差率压到1.5%以下，这是检定科和各班组今年的硬任务。",
            ["hard 检定科、各班组: 误差率压到1.5%以下 [1.5%以下]"],
            id="whose task it is, and of which year",
        ),
        pytest.param(
            "6月底前装好20台充电桩，这项任务交给物业公司。", ["hard 物业公司: 装好20台充电桩 [20台] by 2025-06-30"], id="to whom it goes"
        ),
        pytest.param("质检科每月对各车间打分。", ["hard 质检科: 对各车间打分 every FREQ=MONTHLY"], id="an ordinary verb at the end"),
        pytest.param("各车间要在季末前盘完库。", ["hard 各车间: 盘完库 by 2025-06-30"], id="the end of the quarter"),
        pytest.param("病区要把抗生素使用强度降到40以下。", ["hard 病区: 把抗生素使用强度降到40以下 [40以下]"], id="an index without unit"),
        pytest.param("差错率要控制在零。", ["hard -: 差错率要控制在零 [控制在零]"], id="to be kept at none"),
    ],
)
def test_figures_of_the_year(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("测绘股拿一个图样，20号给我。", ["hard 测绘股: 给我 by 2025-06-20"], id="a day alone before an order"),
        pytest.param("20号各班组要到岗。", ["hard 各班组: 到岗 by 2025-06-20"], id="a day alone before who has to act"),
        pytest.param("周五各班组要把数据报上来。", ["hard 各班组: 把数据报上来 by 2025-06-13"], id="a weekday before who has to act"),
        pytest.param("3号楼要把门修好。", [], id="the name of a house"),
        pytest.param("新锅炉争取9月份试烧。", ["hard -: 试烧 by 2025-09-30"], id="a month right behind an aim"),
        pytest.param("新锅炉9月份试烧。", [], id="a month alone, and an act that is not known"),
    ],
)
def test_days_and_months_alone(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "各年级组要开碰头会，每个班主任至少家访20户。",
            ["soft 各年级组: 开碰头会", "hard 班主任: 至少家访20户 [20户]"],
            id="each of the people acts",
        ),
        pytest.param("各镇要把站建好，每个村至少两户。", ["hard 各镇: 把站建好，每个村至少两户 [至少两户]"], id="a share for each place"),
    ],
)
def test_each_of_them(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("资产管理科：盘活闲置房产12处。", ["hard 资产管理科: 盘活闲置房产12处 [12处]"], id="an office before a colon"),
        pytest.param(
            "第一分公司：完成产值3亿元，回款1亿元。",
            ["hard 第一分公司: 完成产值3亿元 [3亿元]", "hard 第一分公司: 回款1亿元 [1亿元]"],
            id="a firm that is counted",
        ),
        pytest.param(
            "各支行要开户300户，城关支行不少于50户。",
            ["hard 各支行: 开户300户 [300户]", "hard 城关支行: 不少于50户 [不少于50户]"],
            id="a branch with a figure of its own",
        ),
        pytest.param("新设支行3家。", ["hard -: 新设支行3家 [3家]"], id="branches that are opened"),
        pytest.param("特色专科：新增3个。", ["hard -: 新增3个 [3个]"], id="what the list is of"),
        pytest.param("各支行三季度末存款要翻正。", ["hard 各支行: 翻正 by 2025-09-30"], id="an act of banks in a bare quarter"),
        pytest.param("三分厂四季度扭亏为盈。", ["hard 三分厂: 扭亏为盈 by 2025-12-31"], id="an act of firms in a bare quarter"),
        pytest.param("村两委要在四季度集中换届。", ["hard 村两委: 集中换届 by 2025-12-31"], id="an election in a bare quarter"),
        pytest.param("年底前，12家门店搬迁。", ["hard -: 12家门店搬迁 [12家] by 2025-12-31"], id="so many, and what becomes of them"),
        pytest.param("年底前，12家门店负责人。", [], id="so many, and no act"),
        pytest.param("年底前，12家门店的搬迁。", [], id="an act by its name"),
        pytest.param("去年底前，12家门店搬迁。", [], id="a date that is over"),
        pytest.param("全力冲刺全年500万元目标。", ["hard -: 全力冲刺全年500万元目标 [500万元]"], id="an attitude to a target in figures"),
        pytest.param("全力冲刺四季度。", [], id="an attitude alone"),
        pytest.param("坚持把新增财力的80%放在民生上。", ["hard -: 坚持把新增财力的80%放在民生上 [80%]"], id="where a share is put"),
        pytest.param("坚持把主要精力放在民生上。", [], id="where attention is put"),
        pytest.param("两天内，12名船员受伤。", [], id="so many, and what befalls them"),
        pytest.param("上半年，门店停产12家，复产8家。", [], id="what became of firms"),
        pytest.param("把3个会放在一起开。", [], id="where so many are put, no share"),
        pytest.param("要把两件事放在心上。", [], id="attention to so many"),
        pytest.param("要把过去的成绩归零。", [], id="an attitude to what was won"),
        pytest.param("大桥启用前，群众过河要绕行12公里。", [], id="what people had to bear until then"),
        pytest.param("打造3个重要节点。", ["hard -: 打造3个重要节点 [3个]"], id="points that are made, no days"),
        pytest.param(
            "积案数量达120件，信访局年底前化解80%。",
            ["hard 信访局: 化解80% [120件; 80%] by 2025-12-31"],
            id="how many there are",
        ),
        pytest.param(
            "债务率达120%，财政局年底前降到100%以下。",
            ["hard 财政局: 降到100%以下 [100%以下] by 2025-12-31"],
            id="how high it is",
        ),
        pytest.param("各支行三季度要更好。", [], id="a bare quarter and no act"),
        pytest.param("接种率达到95%，各卫生院都要做到。", ["hard 各卫生院: 接种率达到95% [95%]"], id="who has to reach it"),
        pytest.param("接种率达到95%，这一点必须做到。", ["hard -: 接种率达到95% [95%]"], id="that it has to be reached"),
    ],
)
def test_who_stands_before_a_colon_or_behind_the_figure(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected
