"""How works and firms stand is told, and no task: in reports without a chapter that says so, and in what a speaker tells of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "heading",
    ["渡口改造扎实推进", "招商力度加大", "二、目前工作进展", "二、渡口建设概况", "二、渡口改造实施情况"],
)
def test_below_a_heading_that_tells_how_things_came_on_bare_predicates_tell(heading: str, rows: Rows) -> None:
    assert rows(f"1、{heading}。\n改造渡口3处，新购渡船8艘。\n") == []


def test_below_a_heading_that_begins_with_its_act_they_are_tasks(rows: Rows) -> None:
    assert rows("1、扎实推进渡口改造。\n改造渡口3处，新购渡船8艘。\n") == ["hard -: 改造渡口3处 [3处]", "hard -: 新购渡船8艘 [8艘]"]


def test_a_paragraph_that_goes_on_to_this_year_leaves_the_heading_above_it(rows: Rows) -> None:
    told = "2024年，渡口所干了不少事，主要成效有：\n1、渡运能力稳步提升。改造渡口3处，预计明年复航。新购渡船8艘。\n"
    text = told + "2025年，我们要修好渡口。计划新购渡船9艘，改造渡口4处。\n"
    assert [row for row in rows(text) if "[" in row] == ["hard -: 新购渡船9艘 [9艘]", "hard -: 改造渡口4处 [4处]"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("现将上半年渡口改造情况汇报如下：渡口一直在用。", id="what is reported below"),
        pytest.param("一季度造林很快，完成计划23.4%。", id="what share of the plan has been done"),
        pytest.param("客运量连续6个月保持在两成以上的增长。", id="so many months in a row"),
        pytest.param("投资额完成年内计划不足40%。", id="not even so much"),
        pytest.param("船坞、浮桥等 8 个项目正在建设当中。", id="what is being built"),
        pytest.param("船厂建设规模为年造船300艘。", id="how large it is laid out"),
        pytest.param("由市里引来的河海船业有限公司投资1.3亿元。", id="what a firm puts into it"),
        pytest.param("该项目系外地客商所建，拟投资1100万元兴建的综合码头项目。", id="a project by its money"),
        pytest.param("渡口正在谈两个项目，计划投资9亿元。", id="how much money projects take"),
        pytest.param("其中，在建项目28个，总投资3亿元。", id="how many are under way"),
        pytest.param("续建渡口5处，均已复工。", id="all of them have been begun"),
        pytest.param("昨天市里召开了渡运推进会，要求各县9月底前改造渡口30处。", id="what a level above asked for"),
        pytest.param("昨天上午,市里召开了渡运推进会,细化了考核,每个月召开一次汇报会。", id="what it does"),
    ],
)
def test_what_only_tells_how_works_stand_is_no_task(text: str, rows: Rows) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("一季度完成计划25%。", "hard -: 完成计划25% [25%] by 2025-03-31"),
        ("要推进在建项目28个。", "hard -: 推进在建项目28个 [28个]"),
        ("今年计划投资9亿元。", "hard -: 投资9亿元 [9亿元] by 2025-12-31"),
        ("渡船预计6月底之前可投入试运行。", "hard -: 可投入试运行 by 2025-06-30"),
        ("昨天市里召开了渡运推进会，我们要在8月底前改完。", "hard -: 改完 by 2025-08-31"),
        ("市政府召开了专门会议，要求9月底必须拆完。要按市里要求，8月底前拆完。", "hard -: 拆完 by 2025-08-31"),
        ("今年省政府又提出了三大任务。今年，我县产值要达到20亿元。", "hard -: 我县产值要达到20亿元 [20亿元] by 2025-12-31"),
    ],
)
def test_what_is_set_beside_it_is_one(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


def test_what_is_forecast_goes_on_in_a_review(rows: Rows) -> None:
    text = "一、上半年工作回顾\n渡船已下水，预计8月底完工，9月上旬试运行。\n"
    assert rows(text) == ["hard -: 完工 by 2025-08-31", "hard -: 试运行 by 2025-09-10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "今年县人代会通过了渡运的目标，就是改造渡口9处；财政收入达5亿元，增长6%。",
            ["hard -: 改造渡口9处 [9处]", "hard -: 财政收入达5亿元 [5亿元]", "hard -: 增长6% [6%]"],
        ),
        ("县里下达了今年的任务：改造渡口9处。", ["hard -: 改造渡口9处 [9处]"]),
        ("我们完成了下列任务：改造渡口9处。", []),
        ("去年定的目标，就是新建码头3座。", []),
    ],
)
def test_what_was_set_is_to_be_done_and_what_was_done_is_not(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9个码头累计完成投资3亿元，占年度计划60.3%。", id="a sum and its share"),
        pytest.param("9个码头完成投资3亿元，占年度计划的60%。", id="a share"),
        pytest.param("其中拟建项目10个，在建项目7个。", id="how many there are"),
        pytest.param("市下达县码头项目38个，均按计划推进。", id="what was handed down, and is under way"),
    ],
)
def test_sums_and_shares_are_told(text: str, rows: Rows) -> None:
    assert rows(text) == []


def test_what_will_be_planned_begins_behind_both_words(rows: Rows) -> None:
    assert rows("2026年，我们将计划开工12个码头。") == ["hard -: 开工12个码头 [12个] by 2026-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("目前，策划码头项目131项。", []),
        ("目前，各镇要抓紧策划码头项目9项。", ["hard 各镇: 抓紧策划码头项目9项 [9项]"]),
        ("3月20日，在全市调度会上，市长强调，要站在讲政治的高度抓码头。", []),
        ("3月20日，城关镇召开部署会，总结一季度工作，部署4月份重点工作任务。", []),
        ("学府路8月底开工；沿河路等3条正在进行征地拆迁。", ["hard -: 开工 by 2025-08-31"]),
        ("今年的目标就是新建码头3座。", ["hard -: 新建码头3座 [3座] by 2025-12-31"]),
    ],
)
def test_what_stands_now_and_what_is_set_are_told_apart(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市里开了会，渡口所9月底前改造渡口3处。", ["hard 渡口所: 改造渡口3处 [3处] by 2025-09-30"]),
        ("市里下发了通知，9月底前必须改造渡口3处。", ["hard -: 改造渡口3处 [3处] by 2025-09-30"]),
        ("上级开了会，要求新建码头3座，渡口所9月底前开工。", ["hard 渡口所: 开工 by 2025-09-30"]),
        ("在建渡口项目12个必须全部竣工。", ["hard -: 在建渡口项目12个必须全部竣工 [全部]"]),
        ("各镇要抓进度，完成年度计划的60%。", ["hard 各镇: 完成年度计划的60% [60%]"]),
        ("今年粮食种植面积9万亩，养殖规模为3万头。", ["hard -: 养殖规模为3万头 [3万头]"]),
        ("到年底，亏损渡口不足10%。", ["hard -: 亏损渡口不足10% [不足10%] by 2025-12-31"]),
        ("企业明确提出了要求，就是9月底前通电。", []),
        ("上次会议部署了三项任务：改造渡口9处，都完成了。", []),
    ],
)
def test_what_is_asked_before_or_behind_makes_them_tasks(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("县水务集团公司投资2亿元，改造管网120公里。", 2),
        ("河海船业集团公司投资2亿元，改造管网120公里。", 0),
        ("计划投资1.2亿元，加固码头12座，清淤12公里。", 3),
        ("计划投资3亿元新建码头3座。", 1),
        ("年内创建省级示范区，连续两年位居全市前三。", 2),
    ],
)
def test_money_is_a_task_where_it_builds_something_counted_or_a_firm_of_the_county_spends_it(text: str, count: int, rows: Rows) -> None:
    assert len(rows(text)) == count


@pytest.mark.parametrize("line", ["石桥镇2025年工作要点", "今年的主要目标是：", "今后五年，要实现“五个跨越”：", "下半年工作打算"])
def test_below_a_plain_title_that_sets_tasks_headings_tell_of_none_done(line: str, rows: Rows) -> None:
    text = f"{line}\n一、渡运能力稳步提升\n新增渡船12艘。\n二、渡口改造全面推进\n改造渡口9处。\n"
    assert [row for row in rows(text) if "[" in row] == ["hard -: 新增渡船12艘 [12艘]", "hard -: 改造渡口9处 [9处]"]


@pytest.mark.parametrize("line", ["石桥镇2025年工作要点完成情况", "石桥镇2023年工作要点", "渡口所干了不少事，主要成效有："])
def test_below_another_they_tell(line: str, rows: Rows) -> None:
    assert rows(f"{line}\n一、渡运能力稳步提升\n新增渡船12艘。\n") == []


@pytest.mark.parametrize("heading", ["及时掌握渡口建设进展", "加快工程进展", "定期通报渡口推进情况", "打造渡口建设特点"])
def test_what_is_to_be_looked_into_is_no_review(heading: str, rows: Rows) -> None:
    assert rows(f"三、{heading}\n渡口所9月底前新建渡口9处。\n") == ["hard 渡口所: 新建渡口9处 [9处] by 2025-09-30"]


def test_below_how_a_thing_stands_a_dated_plan_is_one(rows: Rows) -> None:
    assert [row for row in rows("二、渡口概况\n计划新建码头3座，年底前完工。\n") if "3座" in row] != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("去年换了三条缆，今年先换两条。", ["hard -: 先换两条 [两条] by 2025-12-31"], id="what comes first"),
        pytest.param("去年修了12公里渠，今年至少修15公里。", ["hard -: 至少修15公里 [15公里] by 2025-12-31"], id="the least"),
        pytest.param("一期修了12公里渠，二期再修15公里。", ["hard -: 二期再修15公里 [15公里]"], id="the next stage"),
        pytest.param("一期修了12公里渠，二期修了15公里。", [], id="a stage told as well"),
        pytest.param("已经修了12公里渠，明年修15公里。", ["hard -: 修15公里 [15公里] by 2026-12-31"], id="the year that comes"),
        pytest.param("东湾去年沉了四千方的礁，今年再投三千方。", ["hard -: 再投三千方 [三千方] by 2025-12-31"], id="的 behind the measure"),
        pytest.param("去年修了12公里渠，今年修了15公里。", [], id="both years told"),
        pytest.param("去年亏损三千万，明年亏损5000万元。", [], id="a loss that is feared"),
        pytest.param("今年至少死亡3人。", [], id="what befell at least"),
        pytest.param("今年到位资金3亿元，完成年度任务的30%。", [], id="what has come in this year"),
        pytest.param("财政局明年到位资金3亿元。", ["hard 财政局: 到位资金3亿元 [3亿元] by 2026-12-31"], id="what is to come in next year"),
    ],
)
def test_what_goes_on_behind_what_was_done(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-06-05") == expected


@pytest.mark.parametrize(
    "text",
    [
        "今年到位资金3亿元，完成年度任务的30%。",
        "今年至少死亡3人。",
        "去年亏损3亿元，明年亏损5亿元。",
        "去年流失12户，今年再流失5户。",
    ],
)
def test_what_comes_in_or_befalls_in_a_year_is_told(text: str, rows: Rows) -> None:
    assert rows(text, "2025-03-01") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明年到位资金3亿元。", ["hard -: 到位资金3亿元 [3亿元] by 2026-12-31"]),
        ("今年要到位资金3亿元。", ["hard -: 到位资金3亿元 [3亿元] by 2025-12-31"]),
        ("今年至少修3座渡口。", ["hard -: 至少修3座渡口 [3座] by 2025-12-31"]),
        ("去年修了12公里，明年修15公里。", ["hard -: 修15公里 [15公里] by 2026-12-31"]),
        ("去年亏损3亿元，明年力争亏损降到1亿元。", ["hard -: 亏损降到1亿元 [1亿元] by 2026-12-31"]),
    ],
)
def test_what_is_to_come_in_or_to_be_done_is_not(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-03-01") == expected
