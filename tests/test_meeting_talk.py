"""How work is given out in talk: the day of a feast, who is named before a date, what comes on top of last year, what is agreed on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from commitments.pipeline import Extraction

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("中秋那天，渡口所要加派18名船工。", ["hard 渡口所: 加派18名船工 [18名] by 2025-10-06"], id="the day of a feast"),
        pytest.param("冬至当晚，民政局要给12个养老院送汤圆。", ["hard 民政局: 给12个养老院送汤圆 [12个] by 2025-12-21"], id="its evening"),
        pytest.param("端午那天我去过三个渡口。", [], id="the feast that was"),
        pytest.param("渡口所要加派18名船工，中秋那天回乡的少不了。", ["hard 渡口所: 加派18名船工 [18名]"], id="how many come is why"),
        pytest.param("船闸从周二起实行夜航。", ["hard -: 实行夜航 by 从周二起"], id="from a weekday on"),
        pytest.param("渡口所从本周六起实行三班倒。", ["hard 渡口所: 实行三班倒 by 从本周六起"], id="a weekday is no cases"),
        pytest.param(
            "航道站周三报名单，周五开会。", ["hard 航道站: 报名单 by 2025-09-10", "hard 航道站: 开会 by 2025-09-05"], id="a bare weekday"
        ),
        pytest.param("船厂周四交来的货款80万元。", [], id="a weekday of which money"),
        pytest.param("上级周二发文要求清舱。", [], id="a weekday on which those above wrote"),
        pytest.param("周三签约的6条航线。", [], id="a weekday of which lines"),
        pytest.param("船闸周一交办，周五交账。", [], id="a rhythm of weekdays"),
        pytest.param("10月1日起到渡口值守。", ["hard -: 到渡口值守 by 10月1日起"], id="from then on, and to where"),
        pytest.param("两局要按月推送船员名单。", ["hard 两局: 推送船员名单 every FREQ=MONTHLY"], id="monthly"),
    ],
)
def test_when_it_is_to_be_done(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-09-04") == expected


def test_a_frequency_from_then_on_does_not_end_with_the_period_before_it(read_speech: Callable[..., Extraction]) -> None:
    first, then = read_speech("9月15日至10月15日城管局清淤，此后每周巡查三次。", "2025-09-04").commitments
    assert first.deadline is not None
    assert then.deadline is not None
    assert (first.deadline.end, then.deadline.end, then.deadline.recurrence) == (date(2025, 10, 15), None, ("FREQ=WEEKLY",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("河西村，10月底前把沟清完。", ["hard 河西村: 把沟清完 by 2025-10-31"], id="a name, and by when it is put to what"),
        pytest.param(
            "青云寺、白鹤道院，九月二十日前把香炉移开。", ["hard 青云寺、白鹤道院: 把香炉移开 by 2025-09-20"], id="two names before a comma"
        ),
        pytest.param("宏远公司，月底前付清欠款90万元。", ["hard 宏远公司: 付清欠款90万元 [90万元] by 2025-09-30"], id="月底"),
        pytest.param("这条沟，月底前把淤泥清完。", ["hard -: 把淤泥清完 by 2025-09-30"], id="a thing"),
        pytest.param("古镇，月底前把淤泥清完。", ["hard -: 把淤泥清完 by 2025-09-30"], id="a place without a proper name"),
        pytest.param("西山公园，月底前把淤泥清完。", ["hard -: 把淤泥清完 by 2025-09-30"], id="a place that is worked on"),
        pytest.param("施工单位，月底前把淤泥清完。", ["hard 施工单位: 把淤泥清完 by 2025-09-30"], id="a unit"),
        pytest.param("河西村，以前把沟当粪坑，9月底前填平3处。", ["hard -: 填平3处 [3处] by 2025-09-30"], id="how it was"),
        pytest.param("渡口预案海事局10月底前改出来。", ["hard 海事局: 改出来 by 2025-10-31"], id="a paper before its owner"),
        pytest.param("10月底前各航道站学一次条例。", ["hard 各航道站: 学一次条例 by 2025-10-31"], id="a short verb and once"),
        pytest.param(
            "水利局拿出样表；各渡口所照着填，10月底前交齐。", ["hard 各渡口所: 交齐 by 2025-10-31"], id="who goes by a model"
        ),
        pytest.param("下周三，我到渡口现场办公。", ["hard 我: 到渡口现场办公 by 2025-09-10"], id="where the speaker goes"),
        pytest.param("青云寺年底前竣工。", ["hard -: 竣工 by 2025-12-31"], id="a temple that is built"),
        pytest.param("渡船培训去年办了12期，今年要再办8期。", ["hard -: 再办8期 [8期] by 2025-12-31"], id="再办 is no office"),
    ],
)
def test_who_is_to_do_it(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-09-04") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("去年修了六公里，今年再修十公里。", ["hard -: 再修十公里 [十公里] by 2025-12-31"], id="on top of last year"),
        pytest.param("去年获奖3次，今年再次获奖2次。", [], id="once more, told"),
        pytest.param("去年获奖3次，今年再添2次，创了新高。", [], id="what was gained, told"),
        pytest.param("说书比赛9月底前办3场。", ["hard -: 办3场 [3场] by 2025-09-30"], id="an art that opens with 说"),
        pytest.param("轮渡去年亏损300万元，今年再亏100万元。", [], id="what befalls"),
        pytest.param("去年发生碰船3起，今年再发生2起。", [], id="what happens"),
        pytest.param("去年客流增长五成，今年再增长三成的可能性不大。", [], id="what grows"),
        pytest.param("9月底前帮船厂补上缺口90人。", ["hard -: 帮船厂补上缺口90人 [90人] by 2025-09-30"], id="a gap that is filled"),
        pytest.param("跟船厂都说好了，由江航公司派出12条船。", ["hard 江航公司: 派出12条船 [12条]"], id="what is agreed on"),
        pytest.param(
            "海事局每季度对206只救生筏放一次气。",
            ["hard 海事局: 对206只救生筏放一次气 [206只] every FREQ=MONTHLY;INTERVAL=3"],
            id="a verb around once",
        ),
        pytest.param("船舶合格率不得低于95%，差一点都不行。", ["hard -: 船舶合格率不得低于95% [不得低于95%]"], id="nothing may lack"),
        pytest.param(
            "海事局要建立台账，对47处未达标河段，10月底前全部疏浚。",
            ["soft 海事局: 建立台账", "hard 海事局: 全部疏浚 [47处; 全部] by 2025-10-31"],
            id="which ones of a topic",
        ),
        pytest.param("船价已经谈妥，每条90万元。", [], id="a price"),
        pytest.param("海事局要加固9座四类桥。", ["hard 海事局: 加固9座四类桥 [9座]"], id="a class of what is counted"),
    ],
)
def test_what_is_to_be_done(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-09-04") == expected
