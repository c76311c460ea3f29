"""Reviews report and plans plan, whatever the headings inside them sound like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from commitments.mood import mood_rules
from commitments.ruledata import RuleSet
from commitments.types import Heading

Rows = Callable[..., list[str]]


def path(*titles: str) -> tuple[Heading, ...]:
    return tuple(Heading(level, "", title, 0, 0, 0, False, "") for level, title in enumerate(titles, 1))


@pytest.mark.parametrize(
    ("titles", "review"),
    [
        (("2024年工作回顾",), True),
        (("2024年工作回顾", "推进园区提质增效"), True),
        (("2024年重点工作和过去五年工作回顾", "抓好招商"), True),
        (("过去一年的工作", "实现新突破"), True),
        (("2024年主要工作和成效", "做强园区"), True),
        (("2024年的工作及成效",), True),
        (("“十三五”发展成就",), True),
        (("这五年，是乡村面貌变化最大的五年",), True),
        (("这五年怎么干",), False),
        (("一年来，我们致力修路",), True),
        (("爬坡过坎，2025年工作殊为不易",), True),
        (("砥砺前行，2024年工业发展取得显著成就",), True),
        (("埋头苦干，努力交出2025年工作答卷",), False),
        (("2024年工作回顾", "聚焦工作重点"), True),
        (("2024年工作回顾", "下半年工作安排"), False),
        (("2025年主要任务", "巩固脱贫成果"), False),
        (("总结经验,明确下半年任务",), False),
        (("2025年工作安排", "总结推广经验"), False),
        (("“十五五”时期的形势和任务",), False),
        (("2024年工作回顾", "用心办好民生实事，保障水平得到提升"), True),
        (("2024年工作回顾", "未来产业破局起步"), True),
        (("顶住压力，抢抓机遇，园区建设取得新成就",), True),
        (("顶住压力，抢抓机遇，推动园区建设取得新成就",), False),
    ],
)
def test_a_chapter_says_whether_all_below_it_is_a_review(titles: tuple[str, ...], review: bool, rules: RuleSet) -> None:
    assert mood_rules(rules).of_headings(path(*titles)).review is review


@pytest.mark.parametrize(
    "title", ["2020：稳住了", "拼搏2020，我们一路走来", "实干二〇二〇，硕果累累", "奋力拼搏，2019年及“十三五”时期农业上台阶"]
)
def test_a_chapter_that_opens_with_a_year_that_is_over_is_a_review(title: str, rules: RuleSet) -> None:
    assert mood_rules(rules).of_headings(path(title), 2021).review
    assert not mood_rules(rules).of_headings(path(title), 2019).review


@pytest.mark.parametrize(
    ("title", "tasks"),
    [("2025年民生实事", True), ("为民实事", True), ("主要目标", True), ("十件民生实事全面落实", False), ("未来产业破局起步", True)],
)
def test_a_title_of_tasks_is_none_where_it_tells_how_they_were_done(title: str, tasks: bool, rules: RuleSet) -> None:
    assert mood_rules(rules).of_headings(path(title)).tasks is tasks


@pytest.mark.parametrize(("year", "review"), [(2021, True), (2020, False), (None, False)])
def test_the_work_of_a_year_that_is_over_is_a_review(year: int | None, review: bool, rules: RuleSet) -> None:
    assert mood_rules(rules).of_headings(path("五年回顾和2020年工作", "抓好招商"), year).review is review


_RESULTS = "一年来，新增企业12家，建成厂房3万平方米，渠道提前一个月完工通水。\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一、2024年工作回顾\n(一)推进园区提质。新增企业12家,建成厂房3万平方米。\n", id="a part headed like a task"),
        pytest.param("一、过去五年工作回顾\n狠抓民生。城镇新增就业5万人,建成学校7所。\n", id="bare predicates with figures"),
        pytest.param(f"各位代表：\n请审议。\n2024年工作回顾\n{_RESULTS}", id="no marker"),
        pytest.param("一、上半年工作回顾\n出台稳岗办法,设立风险补偿资金,新能源车间投产。\n", id="deliverables that are handed over"),
    ],
)
def test_a_review_makes_no_rows(text: str, rows: Rows) -> None:
    assert rows(text) == []


def test_the_plan_behind_a_review_makes_its_rows(rows: Rows) -> None:
    text = "一、2024年工作回顾\n新增企业12家。\n二、2025年重点任务\n(一)巩固脱贫成果。新增帮扶车间12家。\n"
    assert rows(text) == ["hard -: 新增帮扶车间12家 [12家]"]


def test_a_dated_forecast_counts_in_a_review_too(rows: Rows) -> None:
    text = "一、2024年工作回顾\n新隧道将于8月底前通车。\n"
    assert rows(text) == ["hard -: 通车 by 2025-08-31"]


@pytest.mark.parametrize("text", ["化学需氧量削减4%。", "新动能培育尚需时日,高端部件六成靠外购。"])
def test_a_need_inside_a_word_is_no_modal(text: str, rows: Rows) -> None:
    assert rows(text) == []


def test_to_ask_an_assembly_for_its_opinion_is_no_task(rows: Rows) -> None:
    assert rows("我代表区政府报告工作，请予审议，并请区政协委员和列席会议的同志提出意见。") == []


@pytest.mark.parametrize(("chapter", "count"), [("二、2025年重点任务", 4), ("二、当前形势", 0)])
def test_below_a_chapter_of_tasks_any_verb_sets_one(chapter: str, count: int, rows: Rows) -> None:
    text = f"一、2024年工作回顾\n办了一些事。\n{chapter}\n浇建冰场5块，围栏草场3万亩，燃气管网90公里，孵化小微企业12家。\n"
    assert len(rows(text)) == count


@pytest.mark.parametrize("clause", ["聚焦3条产业链", "抓住千亿级产业机遇", "坚持四个“不动摇”"])
def test_what_the_next_clause_turns_around_is_no_task(clause: str, rows: Rows) -> None:
    assert rows(f"一、2025年重点任务\n{clause}，建成冷库5座。\n") == ["hard -: 建成冷库5座 [5座]"]


_SPEECH = "各位代表:\n一、2025年重点任务\n" + "修好路，治好水，把群众的事一件一件办实。" * 6 + "\n建成粮库5座。\n"


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("名词解释\n“双十”工程：建成公园10个、绿道10条。\n", id="a heading"),
        pytest.param("1.四好路：指建好农村公路。\n2.两清：即清零欠薪。\n3.一库：就是建成项目库1个。\n", id="lines that define"),
        pytest.param("［1］建成公园10个。\n［2］建成绿道10条。\n［3］清零欠薪。\n", id="footnotes"),
    ],
)
def test_a_glossary_below_a_report_sets_no_tasks(below: str, rows: Rows) -> None:
    assert rows(_SPEECH + below) == ["hard -: 建成粮库5座 [5座]"]


def test_numbered_tasks_are_no_glossary(rows: Rows) -> None:
    assert len(rows(_SPEECH + "1.修路：新建公路8公里。\n2.治水：新建水厂2座。\n3.育苗：新植果树3万株。\n")) == 4


def test_what_a_clause_only_announces_is_no_task(rows: Rows) -> None:
    assert rows("一、2025年重点任务\n“十五五”期间的指导思想是：稳中求进，围绕完成全年目标，凝聚合力。\n") == []


@pytest.mark.parametrize(
    ("chapter", "expected"),
    [
        pytest.param("二、今后五年的发展目标", ["hard -: 非农就业比重达到65% [65%]"], id="goals"),
        pytest.param("二、发展形势", [], id="the state of things"),
    ],
)
def test_what_grows_better_is_a_hope_below_a_heading_of_goals(chapter: str, expected: list[str], rows: Rows) -> None:
    assert rows(f"一、2024年工作回顾\n办了一些事。\n{chapter}\n——社会事业更加进步。创新能力不断增强，非农就业比重达到65%。\n") == expected


def test_what_a_target_is_put_on_top_of_tells_nothing(rows: Rows) -> None:
    text = "二、2025年民生实事\n（1）修好村桥20座。（2）补助标准在去年600元的基础上提高到700元。\n"
    assert rows(text)[1:] == ["hard -: 补助标准在去年600元的基础上提高到700元 [700元]"]


@pytest.mark.parametrize(
    ("opening", "announced"),
    [
        pytest.param("下面，我就一年来的工作向大家作个汇报。", True, id="the speaker's own report"),
        pytest.param("现将渡运情况汇报如下：", True, id="below it"),
        pytest.param("首先，我简要回顾一下去年的工作。", True, id="a review"),
        pytest.param("我代表局党组，向大会报告去年工作。", True, id="before a meeting"),
        pytest.param("今天，重点把渡运情况给大家通报一下。", True, id="today"),
        pytest.param("简要通报一下前期工作情况。", True, id="without a subject"),
        pytest.param("就渡运的情况，我给大家通报一下。", True, id="of which"),
        pytest.param("首先要回顾一下去年的工作。", True, id="with 要"),
        pytest.param("我代表局党组，向大会报告今年工作安排。", False, id="a plan"),
        pytest.param("我们要回顾过去、展望未来。", False, id="what all are to do"),
        pytest.param("各站每月汇报工作情况。", False, id="what others are to report"),
        pytest.param("要认真总结工作经验。", False, id="a task"),
        pytest.param("我站将把渡运作为全部工作，紧扣党代会报告的要求。", False, id="a report that is spoken of"),
    ],
)
def test_a_review_is_announced_by_who_gives_it(opening: str, announced: bool, rows: Rows) -> None:
    tasks = [] if announced else ["hard -: 新建码头3座 [3座]"]
    assert [row for row in rows(f"{opening}\n新建码头3座。") if "码头" in row] == tasks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("全年共改造渡船20条；筹措款11.3万元，培训渡工400名。", [], id="what a year has brought, clause by clause"),
        pytest.param("从今天起，各站要高度重视，统一思想。", [], id="a state of mind has no day"),
        pytest.param("各站要高度重视，3天内清淤3处。", ["hard 各站: 清淤3处 [3处] by 2025-06-13"], id="what follows it has"),
        pytest.param("确保今年工作体现新特色。", [], id="whose work it is"),
        pytest.param("确保今年完成清淤。", ["hard -: 完成清淤 by 2025-12-31"], id="by when"),
        pytest.param("确保开学前、开学中、开学后的渡运有人管。", [], id="all along"),
    ],
)
def test_what_has_a_time_and_is_no_task(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected
