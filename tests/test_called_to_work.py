"""Work that is called out in the room: to each of several, behind what is put forward, right after the meeting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "每个村、每个社区都要建1个微型消防站。", ["hard 村、社区: 建1个微型消防站 [1个]"], id="每 before each part of a list"
        ),
        pytest.param("每名网格员包30户。", ["hard 网格员: 包30户 [30户]"], id="whom somebody looks after"),
        pytest.param("县领导挂包12个重点项目。", ["hard 县领导: 挂包12个重点项目 [12个]"], id="挂包 is what they do"),
        pytest.param("前两项教育局8月底前办完。", ["hard 教育局: 办完 by 2025-08-31"], id="the first of the tasks as topic"),
        pytest.param("请各单位月底前把账对清。", ["hard -: 把账对清 by 2025-05-31"], id="everybody, behind 请"),
        pytest.param(
            "请各乡镇、各单位月底前把账对清。", ["hard 各乡镇、各单位: 把账对清 by 2025-05-31"], id="everybody, listed with somebody"
        ),
        pytest.param("建议商务局6月底前签约3个项目。", ["hard 商务局: 签约3个项目 [3个] by 2025-06-30"], id="put forward for somebody"),
    ],
)
def test_each_of_several(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-06") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "会后成立征迁指挥部，10天内签完86户。",
            ["soft -: 成立征迁指挥部", "hard 征迁指挥部: 签完86户 [86户] by 2025-05-16"],
            id="a body set up behind a prefix is no name with its verb",
        ),
        pytest.param(
            "我建议组建一支突击队，10天内把渠清完。", ["hard -: 把渠清完 by 2025-05-16"], id="what is put forward is no part of a name"
        ),
        pytest.param("新组建的攻坚队要在6月底前清完。", ["hard 攻坚队: 清完 by 2025-06-30"], id="a name may say that it is new"),
        pytest.param("马上组建3支队伍。", ["hard -: 马上组建3支队伍 [3支]"], id="马上 orders"),
        pytest.param("马上就要进入汛期了。", [], id="马上 tells what is near"),
        pytest.param("会后就组建3支队伍。", ["hard -: 组建3支队伍 [3支]"], id="right after the meeting"),
        pytest.param("今天就关停三家作坊。", ["hard -: 关停三家作坊 [三家] by 2025-05-06"], id="今天就 before an act"),
        pytest.param("今天就讲这三件事。", [], id="今天就 before what is said"),
    ],
)
def test_right_after_the_meeting(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-06") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("团县委暑期组织实践团12支。", ["hard 团县委: 暑期组织实践团12支 [12支]"], id="a season between a body and its act"),
        pytest.param(
            "人社局要把欠薪台账由每月更新改为每周更新。",
            ["hard 人社局: 把欠薪台账由每月更新改为每周更新 every FREQ=WEEKLY"],
            id="how often it was is replaced",
        ),
        pytest.param("材料交县水利局审核，6月10日前公示。", ["hard -: 公示 by 2025-06-10"], id="to whom it goes is no part of a name"),
    ],
)
def test_when_it_is_done(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-06") == expected


def test_below_a_heading_of_targets_a_rate_against_last_year_is_one(rows: Rows) -> None:
    text = "(一)工作目标\n1、财政总收入达到4.2亿元，同比增长9%。\n"
    assert rows(text, "2025-02-06") == ["hard -: 财政总收入达到4.2亿元 [4.2亿元]", "hard -: 同比增长9% [9%]"]


def test_a_year_of_two_digits_is_the_one_nearest_to_the_speech(rows: Rows) -> None:
    assert rows("98年，全县要建成水厂3座。", "1997-12-01") == ["hard -: 建成水厂3座 [3座] by 1998-12-31"]
    assert rows("09年下半年要推行新标准。", "2009-02-01") == ["hard -: 推行新标准 by 2009-12-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("目前，供销公司负债5亿元，水务公司负债3亿元，压力很大。", [], id="how firms stand"),
        pytest.param(
            "架设桥5座，年底前通车。", ["hard -: 架设桥5座 [5座]", "hard -: 通车 by 2025-12-31"], id="an act on a short noun is no name"
        ),
        pytest.param("县里20号开会，请各单位6月15日前报名单。", ["hard -: 报名单 by 2025-06-15"], id="a day of a meeting orders nothing"),
        pytest.param("截至6月底要完成的任务还剩12项。", [], id="what is left to do by then"),
        pytest.param("住建局计划的项目30个。", [], id="what is planned"),
        pytest.param("云顶绿厅计划今年完成基础设施建设。", ["hard -: 完成基础设施建设 by 2025-12-31"], id="what becomes of a hall"),
        pytest.param("公路局计划今年改造12座桥。", ["hard 公路局: 改造12座桥 [12座] by 2025-12-31"], id="what a bureau plans"),
        pytest.param("上半年，法院审120件，判98件。", [], id="what a court has tried"),
        pytest.param(
            "6月底前完成自查，15日前要先报一次进度。",
            ["hard -: 完成自查 by 2025-06-30", "hard -: 先报一次进度 by 2025-06-15"],
            id="a day as near in its own month stays in it",
        ),
    ],
)
def test_what_only_looks_like_it(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-06") == expected


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("李局长，管网5公里8月底前改完。", "hard 李局长: 改完 [5公里] by 2025-08-31"),
        ("老李，渡口3处年底前修好。", "hard 老李: 修好 [3处] by 2025-12-31"),
        ("水利局，这12户本月底前全部搬完。", "hard 水利局: 全部搬完 [12户; 全部] by 2025-06-30"),
    ],
)
def test_whoever_is_called_has_the_thing_that_is_put_before_him(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize("text", ["李局长，渡口3处去年修好了。", "李局长，渡口修得不错。"])
def test_whoever_is_told_of_what_was_done_has_no_task(text: str, rows: Rows) -> None:
    assert rows(text) == []
