"""Dates that mean what they do by what stands beside them: the month before, a modal behind, the name of a period."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("9月28日前交表，5日前汇总。", ["hard -: 交表 by 2025-09-28", "hard -: 汇总 by 2025-10-05"], id="the next month's"),
        pytest.param("12月28日前盘点完，5日前报账。", ["hard -: 盘点完 by 2025-12-28", "hard -: 报账 by 2026-01-05"], id="the next year's"),
        pytest.param(
            "9月29日前报名，10日前面试，18日前公布名单。",
            ["hard -: 报名 by 2025-09-29", "hard -: 面试 by 2025-10-10", "hard -: 公布名单 by 2025-10-18"],
            id="on and on",
        ),
        pytest.param(
            "9月20日前交初稿，15日前各组要先审一遍。",
            ["hard -: 交初稿 by 2025-09-20", "hard 各组: 先审一遍 by 2025-09-15"],
            id="a day so near before stays in its month",
        ),
        pytest.param("9月底前完成初评，20日前公示名单。", ["hard -: 完成初评 by 2025-09-30", "hard -: 公示名单 by 2025-09-20"], id="end"),
        pytest.param("9月份抓好清淤，10日前成立专班。", ["hard -: 成立专班 by 2025-09-10"], id="the month itself is named before"),
    ],
)
def test_a_day_without_a_month(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("水利站从今天算起，45天内清淤9公里。", "hard 水利站: 清淤9公里 [9公里] by 2025-07-25", id="today, behind a comma"),
        pytest.param("水利站从10月8日起一个月内清淤9公里。", "hard 水利站: 清淤9公里 [9公里] by 2025-11-08", id="a day that is named"),
        pytest.param("水利站自本次会议结束之日起10日内报方案。", "hard 水利站: 报方案 by 2025-06-20", id="this meeting"),
        pytest.param("从2026年开始，连续三年改造渡口9处。", "hard -: 改造渡口9处 [9处] by 2028-12-31", id="years, behind a comma"),
        pytest.param(
            "渡口整治行动9月15日开始，10月20日结束，各镇要拆除浮桥9座。",
            "hard 各镇: 拆除浮桥9座 [9座] by 2025-10-20",
            id="both ends of a campaign, each with its verb",
        ),
        pytest.param(
            "行动9月15日开始，10月20日结束，力争通过一个月努力，实现“9+2”目标。",
            "hard -: 实现“9+2”目标 by 2025-10-20",
            id="a span of effort within it",
        ),
    ],
)
def test_a_span_from_a_day(rows: Rows, text: str, expected: str) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("截止到9月9日，参保人数要达到40万人。", "hard -: 参保人数要达到40万人 [40万人] by 2025-09-09", id="要"),
        pytest.param("截至三季度末，争取完成投资60亿元。", "hard -: 完成投资60亿元 [60亿元] by 2025-09-30", id="an aim"),
        pytest.param("截至明年底，各镇还要修渠30公里。", "hard 各镇: 修渠30公里 [30公里] by 2026-12-31", id="还要"),
        pytest.param("截至5月底，各镇要修渠30公里。", "hard 各镇: 修渠30公里 [30公里]", id="that day is over"),
    ],
)
def test_up_to_when(rows: Rows, text: str, expected: str) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("截至9月底，还有12家没有搬。", id="how many are left"),
        pytest.param("截至5月底，全市已开工48个。", id="how many there are"),
    ],
)
def test_as_of_a_day_a_report_tells(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("6月至8月称为防汛期。\n防汛期内要修闸9座。", "hard -: 修闸9座 [9座] by 2025-08-31", id="months"),
        pytest.param("7月1日至8月9日，以下简称抢种期。。\n抢种期内要种豆8万亩。", "hard -: 种豆8万亩 [8万亩] by 2025-08-09", id="short"),
        pytest.param("10月份定为质量月。\n质量月期间要培训20场。", "hard -: 培训20场 [20场] by 2025-10-31", id="one month"),
        pytest.param("9月要开会。\n秋播期内，各镇要种麦8万亩。", "hard 各镇: 种麦8万亩 [8万亩] by 秋播期内", id="no month is given"),
    ],
)
def test_a_period_of_months(rows: Rows, text: str, expected: str) -> None:
    assert rows(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "9月底前建成东闸和年底前建成西闸。", ["hard -: 建成东闸 by 2025-09-30", "hard -: 建成西闸 by 2025-12-31"], id="two acts"
        ),
        pytest.param(
            "水利局要6月底前修好闸门9座以及8月底前修好涵洞6座。",
            ["hard 水利局: 修好闸门9座 [9座] by 2025-06-30", "hard 水利局: 修好涵洞6座 [6座] by 2025-08-31"],
            id="of one owner",
        ),
        pytest.param("要在6月底前和9月底前各组织一次演练。", ["hard -: 各组织一次演练 by 2025-09-30"], id="one act"),
        pytest.param(
            "要抓好6月底前交房和7月底前开学的衔接。",
            ["hard -: 抓好6月底前交房和7月底前开学的衔接 by 2025-06-30"],
            id="attributes",
        ),
        pytest.param(
            "8月底前关停砖厂5家、9月底前关停粉厂8家。",
            ["hard -: 关停砖厂5家、9月底前关停粉厂8家 [5家; 8家] by 2025-08-31"],
            id="a list",
        ),
        pytest.param(
            "水利局8月底前补齐30人和9月底前全部到岗。",
            ["hard 水利局: 补齐30人 [30人] by 2025-08-31", "hard 水利局: 全部到岗 [全部] by 2025-09-30"],
            id="an adverb before the second",
        ),
        pytest.param(
            "8月底前关停砖厂5家、粉厂8家。",
            ["hard -: 关停砖厂5家、粉厂8家 [5家; 8家] by 2025-08-31"],
            id="a list under one date",
        ),
    ],
)
def test_two_dated_acts(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("农商行要设网点3个，年底存款余额达到8亿元。", "hard 农商行: 存款余额达到8亿元 [8亿元] by 2025-12-31"),
        ("疾控站年底前要设哨点4个，12小时内上报率达到95%。", "hard 疾控站: 12小时内上报率达到95% [95%] by 2025-12-31"),
        ("城管局要带头。整治前有违建120处，9月底前拆完60处。", "hard 城管局: 拆完60处 [60处] by 2025-09-30"),
        ("热线办10日内把接通率提高到95%。", "hard 热线办: 把接通率提高到95% [95%] by 2025-06-11"),
        ("热线办10日内提高接通率到95%。", "hard 热线办: 提高接通率到95% [95%] by 2025-06-11"),
        ("供电局3天内恢复供电率到99%。", "hard 供电局: 恢复供电率到99% [99%] by 2025-06-04"),
        ("执法队30天内压降投诉率三成。", "hard 执法队: 压降投诉率三成 [三成] by 2025-07-01"),
        ("县医院3日内床位使用率降到85%以下。", "hard 县医院: 床位使用率降到85%以下 [85%以下] by 2025-06-04"),
        ("学校5天内统计到校率。", "hard 学校: 统计到校率 by 2025-06-06"),
        ("水利局两天内测出含沙率。", "hard 水利局: 测出含沙率 by 2025-06-03"),
        ("国庆开始前完工12处。", "hard -: 完工12处 [12处] by 2025-09-30"),
        ("档案馆今年这一卷10月底前要印出500册。", "hard 档案馆: 印出500册 [500册] by 2025-10-31"),
        ("档案馆明年这一卷要印出500册。", "hard 档案馆: 印出500册 [500册] by 2026-12-31"),
        ("新泵房将于8月8日开始试运行。", "hard -: 开始试运行 by 2025-08-08"),
    ],
)
def test_which_of_the_times_in_a_clause_it_is_due_by(text: str, expected: str, rows: Rows) -> None:
    assert rows(text, date="2025-06-01")[-1] == expected
