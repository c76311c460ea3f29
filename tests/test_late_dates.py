"""A clause that is nothing but a date: by when the act before it is due, or when the one behind it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("names", ["定为", "定作", "叫做", "为"])
def test_a_stretch_that_is_given_a_name_is_no_task_and_dates_what_follows(names: str, rows: Rows) -> None:
    text = f"6月1日到8月31日{names}“除草攻坚季”，假期都给它让路。攻坚季里，林场要除草300亩。"
    assert rows(text, "2025-05-06") == ["hard 林场: 除草300亩 [300亩] by 2025-08-31"]


@pytest.mark.parametrize("days", ["这三个月", "这段日子", "这三个多月里"])
def test_days_that_are_taken_up_are_no_task_and_date_what_follows(days: str, rows: Rows) -> None:
    assert rows(f"6月10日到9月10日{days}，各镇要清渠3处。") == ["hard 各镇: 清渠3处 [3处] by 2025-09-10"]
    assert rows(f"6月10日到9月10日{days}，水急风大。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("林场要清枯枝300亩，时间截止到6月20日。", ["hard 林场: 清枯枝300亩 [300亩] by 2025-06-20"], id="a named time"),
        pytest.param("渡口站要换缆绳12根，期限定在六月底。", ["hard 渡口站: 换缆绳12根 [12根] by 2025-06-30"], id="where the limit is put"),
        pytest.param("苗圃要补苗2000株，最迟不超过5月28日。", ["hard 苗圃: 补苗2000株 [2000株] by 2025-05-28"], id="the latest day"),
        pytest.param("粮库要修晒场4处，6月20日截止。", ["hard 粮库: 修晒场4处 [4处] by 2025-06-20"], id="what closes then"),
        pytest.param("粮库要修晒场4处，给你们二十天时间。", ["hard 粮库: 修晒场4处 [4处] by 2025-05-26"], id="how long they have"),
        pytest.param("86棵古树，由林场逐棵挂牌，期限是六月底。", ["hard 林场: 逐棵挂牌 [86棵] by 2025-06-30"], id="behind an order"),
        pytest.param("林场把枯枝清理干净，期限是六月底。", ["hard 林场: 把枯枝清理干净 by 2025-06-30"], id="all that can be checked"),
        pytest.param(
            "水文站要校正水尺9处、清淤测井3口，疏通引渠2条，期限都是六月底。",
            ["hard 水文站: 校正水尺9处、清淤测井3口 [9处; 3口] by 2025-06-30", "hard 水文站: 疏通引渠2条 [2条] by 2025-06-30"],
            id="one for all of them",
        ),
        pytest.param(
            "林场要先摸清底数，时间截止到5月20日，再补苗300株。",
            ["hard 林场: 先摸清底数 by 2025-05-20", "hard 林场: 再补苗300株 [300株] by 2025-05-20"],
            id="stays in force",
        ),
        pytest.param(
            "5月底前林场要补苗300株；苗圃要清沟4条，最迟不超过6月8日。",
            ["hard 林场: 补苗300株 [300株] by 2025-05-31", "hard 苗圃: 清沟4条 [4条] by 2025-06-08"],
            id="not the one in force before",
        ),
        pytest.param(
            "林场要清枯枝300亩，最迟6月20日前，把清单交上来。",
            ["hard 林场: 清枯枝300亩 [300亩]", "hard 林场: 把清单交上来 by 2025-06-20"],
            id="the date of what follows",
        ),
        pytest.param("去年清枯枝300亩，期限是六月底，结果拖到九月。", [], id="told"),
    ],
)
def test_a_date_behind_the_act(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-06") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "6月8日前报名30人，实行工地日巡查、月考核，20日前补交保证金5万元。", "by 2025-06-20", id="a frequency is no date before"
        ),
        pytest.param(
            "明年，我们要迎接大考，今年最后两个月要冲刺，确保全年清淤30公里。", "by 2025-12-31", id="another year ends the first"
        ),
        pytest.param("水利局将6月底前清淤12公里。", "hard 水利局: 清淤12公里 [12公里] by 2025-06-30", id="将 before a day is no object's"),
    ],
)
def test_which_date_stands_before(text: str, expected: str, rows: Rows) -> None:
    assert rows(text, date="2025-06-01")[-1].endswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("全县改造渡口30处，时间不长。", id="how long it took"),
        pytest.param("城区改造管网12公里，时间为两个月，效果很好。", id="the same in months"),
        pytest.param("今春清淤渠道12公里，成效明显。", id="what came of it"),
    ],
)
def test_what_only_sounds_like_a_date_behind_makes_no_task(text: str, rows: Rows) -> None:
    assert rows(text, date="2025-06-01") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水利局提出，6月底前清淤12公里。", "hard 水利局: 清淤12公里 [12公里] by 2025-06-30"),
        ("会议提出，6月底前清淤12公里。", "hard -: 清淤12公里 [12公里] by 2025-06-30"),
        ("6月10日水利局召开推进会，6月底前清淤12公里。会议要求严格落实。", "hard -: 清淤12公里 [12公里] by 2025-06-30"),
        ("培育5家渔业公司产值大幅提升。", "hard -: 培育5家渔业公司产值大幅提升 [5家]"),
    ],
)
def test_whose_own_word_it_is(text: str, expected: str, rows: Rows) -> None:
    assert rows(text, date="2025-06-01")[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("税务局要免征税费300万元，期限到年底。", "hard 税务局: 免征税费300万元 [300万元]", id="what is let off"),
        pytest.param("税务局要减免房租90万元，执行期限到9月底。", "hard 税务局: 减免房租90万元 [90万元]", id="what is let off in part"),
        pytest.param("水利局要改造泵站6座，期限到9月底。", "hard 水利局: 改造泵站6座 [6座] by 2025-09-30", id="what is made"),
    ],
)
def test_how_long_a_thing_holds_is_no_date_to_do_it_by(rows: Rows, text: str, expected: str) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("渡口办要清淤3处，务必在6月底前。", ["hard 渡口办: 清淤3处 [3处] by 2025-06-30"], id="with an order"),
        pytest.param("渡口办要清淤3处，6月底前。", ["hard 渡口办: 清淤3处 [3处] by 2025-06-30"], id="a bare date"),
        pytest.param("渡口办要抓紧，务必在6月底前，清淤3处。", ["hard 渡口办: 清淤3处 [3处] by 2025-06-30"], id="it dates what follows it"),
        pytest.param("渡口办要清淤3处，在码头。", ["hard 渡口办: 清淤3处 [3处]"], id="a place is no date"),
        pytest.param("赶在6月底前，渡口办要清淤3处。", ["hard 渡口办: 清淤3处 [3处] by 2025-06-30"], id="赶在 stands before a date"),
        pytest.param("渡口办要赶在雨季前清淤3处。", ["hard 渡口办: 清淤3处 [3处] by 雨季前"], id="and before a season"),
    ],
)
def test_a_date_that_closes_the_sentence_or_opens_it(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
