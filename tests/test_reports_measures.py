"""What real reports showed of figures and times: sizes in names, ratios and days that are measured, bases that are no past."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "下半年要抓好以下工作。全市优良天数超过305天，达标天气增加6天以上。",
            ["hard -: 全市优良天数超过305天 [超过305天]", "hard -: 达标天气增加6天以上 [6天以上]"],
            id="days of good air are no time for work",
        ),
        pytest.param(
            "下半年要抓好以下工作。城乡居民收入比降至1.86以内。",
            ["hard -: 城乡居民收入比降至1.86以内 [1.86以内]"],
            id="a ratio has no unit",
        ),
        pytest.param(
            "下半年要抓好以下工作。陆港周转集装箱达到1.6万大箱，新增公交车120标台。",
            ["hard -: 陆港周转集装箱达到1.6万大箱 [1.6万大箱]", "hard -: 新增公交车120标台 [120标台]"],
            id="boxes and standard vehicles",
        ),
        pytest.param("下半年要抓好以下工作。加快东山2×66万千瓦、河口二期2×35万千瓦热电联供项目建设。", [], id="sets of a make"),
        pytest.param(
            "下半年要抓好以下工作。开工建设河西、北坡800吨垃圾焚烧电厂，新增日处理能力900吨。",
            ["soft -: 开工建设河西、北坡800吨垃圾焚烧电厂", "hard -: 新增日处理能力900吨 [900吨]"],
            id="capacity of a plant",
        ),
        pytest.param(
            "下半年要抓好以下工作。年收入低于8000元的监测家庭动态清零。",
            ["hard -: 年收入低于8000元的监测家庭动态清零 [清零]"],
            id="a class below a bound",
        ),
        pytest.param("下半年要抓好以下工作。坚决做到“五个零发生”，巩固散煤“清零”成果。", [], id="a label in quotes"),
        pytest.param(
            "下半年要抓好以下工作。建立公平、全覆盖的救助制度。", ["soft -: 建立公平、全覆盖的救助制度"], id="a quality among others"
        ),
        pytest.param(
            "下半年要抓好以下工作。单位能耗在2020年基础上下降7%。",
            ["hard -: 单位能耗在2020年基础上下降7% [7%]"],
            id="the base of a change is no past",
        ),
        pytest.param(
            "下半年要抓好以下工作。茶叶产值在2023年9亿元的基础上达到12亿元。",
            ["hard -: 茶叶产值在2023年9亿元的基础上达到12亿元 [12亿元]"],
            id="a base with a figure",
        ),
        pytest.param(
            "下半年要抓好以下工作。城镇化率由目前53%提高到58%。", ["hard -: 城镇化率由目前53%提高到58% [58%]"], id="from the present level"
        ),
        pytest.param(
            "下半年要抓好以下工作。到2027年改造危房90户，力争提前两年实现整村脱贫。",
            ["hard -: 改造危房90户 [90户] by 2027-12-31", "hard -: 实现整村脱贫 by 提前两年"],
            id="a date of its own ends the carried one",
        ),
        pytest.param(
            "下半年要抓好以下工作。年内新建水厂3座，实现“十五五”时期全县经济社会发展的良好开局。",
            ["hard -: 新建水厂3座 [3座] by 2025-12-31"],
            id="a period that is the attribute of a stage",
        ),
        pytest.param("下半年要抓好以下工作。“十五五”时期，我县发展仍处于茶旅转型的窗口期。", [], id="a stage of the times"),
        pytest.param("下半年要抓好以下工作。今后五年，新城仍处于成长时期。", [], id="a time of life"),
        pytest.param(
            "下半年要抓好以下工作。让3万以上农村人口用上自来水。",
            ["hard -: 让3万以上农村人口用上自来水 [3万以上]"],
            id="people counted by a bound are no class",
        ),
        pytest.param("下半年要抓好以下工作。建立欠薪动态清零机制。", ["soft -: 建立欠薪动态清零机制"], id="what a mechanism is called"),
        pytest.param(
            "今年主要预期目标是：茶叶产值增长7%，农民收入增速高于全省平均水平。",
            ["hard -: 茶叶产值增长7% [7%] by 2025-12-31"],
            id="how a thing compares is no figure",
        ),
        pytest.param("下半年要抓好以下工作。节能减排完成省下达任务。", [], id="a figure that is not told"),
        pytest.param(
            "今年完成省下达的征兵任务。", ["hard -: 完成省下达的征兵任务 by 2025-12-31"], id="but work that has been given is a task"
        ),
        pytest.param(
            "下半年要抓好以下工作。推进青禾公司80万吨化肥技改、白沙港二期等26个续建项目，加快30万吨纸浆、15万吨胶膜项目投产。",
            ["hard -: 推进青禾公司80万吨化肥技改、白沙港二期等26个续建项目 [26个]", "soft -: 加快30万吨纸浆、15万吨胶膜项目投产"],
            id="capacities in a list of works",
        ),
        pytest.param("下半年要抓好以下工作。打造一批百亿级产业集群，做到四个“始终坚持”。", [], id="sizes of some, and mottoes"),
        pytest.param(
            "下半年要抓好以下工作。农民转移就业2.4万人（次），新建园区2个。",
            ["hard -: 农民转移就业2.4万人（次） [2.4万人（次）]", "hard -: 新建园区2个 [2个]"],
            id="persons or times",
        ),
        pytest.param("今年重点办好8件实事。", ["hard -: 重点办好8件实事 [8件] by 2025-12-31"], id="a year before what is done first"),
        pytest.param(
            "把就业摆在更加突出的位置，落实培训计划，农民转移就业1.2万人。",
            ["hard -: 农民转移就业1.2万人 [1.2万人]"],
            id="what is put first is still to be done",
        ),
    ],
)
def test_reports_measures(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "要改造管网60公里，其中水管22公里，气管38公里。",
            ["hard -: 改造管网60公里，其中水管22公里，气管38公里 [60公里; 22公里; 38公里]"],
            id="as much as is left of the total",
        ),
        pytest.param(
            "要改造站点30个，其中：住建局负责12个，城管局负责18个。",
            ["hard -: 改造站点30个 [30个]", "hard 住建局: 12个 [12个]", "hard 城管局: 18个 [18个]"],
            id="parts that are somebody's",
        ),
        pytest.param(
            "要新建渡口9处，其中南岸4处，公园6处。",
            ["hard -: 新建渡口9处，其中南岸4处 [9处; 4处]", "hard -: 公园6处 [6处]"],
            id="more than is left: something else",
        ),
        pytest.param(
            "要开工项目60个，其中工业项目30个，完成投资8亿元。",
            ["hard -: 开工项目60个，其中工业项目30个 [60个; 30个]", "hard -: 完成投资8亿元 [8亿元]"],
            id="an act",
        ),
    ],
)
def test_further_parts_of_a_total(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("城管局要实现垃圾全量焚烧。", ["hard 城管局: 实现垃圾全量焚烧 [全量]"], id="all of it"),
        pytest.param("城管局要6月底前归集全量数据。", ["hard 城管局: 归集全量数据 by 2025-06-30"], id="which data"),
        pytest.param("力争考核排名保五争三。", ["hard -: 考核排名保五争三 [五; 三]"], id="ranks"),
    ],
)
def test_all_of_it_and_ranks_held(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
