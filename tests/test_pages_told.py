"""What pages with speeches tell around the tasks: the meeting's own day, greetings, purposes, what a project is, whom a sanction meets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("6月10日，双河镇召开征兵工作会议。", id="the day of the speech, as a report begins"),
        pytest.param("6月10日上午9:00，双河镇召开防汛工作会议。", id="with the hour"),
        pytest.param("在此，我谨代表镇党委向前来参加开工仪式的各位来宾表示热烈的欢迎！", id="a greeting"),
        pytest.param("要抓紧清欠。县里三次专题研究清欠工作。", id="how often it was done"),
        pytest.param("要抓紧干。9处渡口改造进展缓慢。", id="how it gets on"),
        pytest.param("在全县500户改造推进会上的讲话", id="the title of a speech"),
        pytest.param("要从大局认识今年增收10亿元的重要意义。", id="what has to be understood"),
        pytest.param("各级都要认真贯彻落实这两次会议精神。", id="the spirit of two meetings"),
        pytest.param("渡口商城总占地38亩，由长河置业公司投资开发，总投资1.5亿元。", id="what a project is"),
        pytest.param("从即日起迅速掀起抢收，抢种高潮。", id="a stirred-up mood"),
        pytest.param("去年预计2026年通车的渡桥，还没动工。", id="what was expected of a thing that is meant"),
        pytest.param("预计2026年通车后车流量每天3000辆。", id="what comes of it once it is finished"),
        pytest.param("去年市里预计10月底前完工。", id="what was expected once"),
        pytest.param("减租政策惠及商户900家，要抓好落实。", id="whom a policy reaches"),
        pytest.param("到年底凡未完成清欠任务，造成上面扣减返还的，县里将相应扣减该镇的税收返还。", id="a sanction behind a date"),
    ],
)
def test_what_a_page_tells_is_no_task(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("6月12日，双河镇召开征兵工作会议。", ["hard 双河镇: 召开征兵工作会议 by 2025-06-12"], id="a day to come"),
        pytest.param("6月10日前，住建局要上报清单。", ["hard 住建局: 上报清单 by 2025-06-10"], id="by the day of the speech"),
        pytest.param("滨河绿道预计2027年完工。", ["hard -: 完工 by 2027-12-31"], id="expected to be finished"),
        pytest.param("滨河绿道预计9月底前完成改造。", ["hard -: 完成改造 by 2025-09-30"], id="expected to be rebuilt"),
        pytest.param("各园区发展加快，预计全年各园区完成营业收入2亿元。", [], id="expected to come out"),
        pytest.param(
            "要引进投资3亿元的童车厂和7亿元的粮油厂两个项目。",
            ["hard -: 引进投资3亿元的童车厂和7亿元的粮油厂两个项目 [两个]"],
            id="how large each of the works is",
        ),
        pytest.param("去年开工的渡桥预计2026年通车。", ["hard -: 通车 by 2026-12-31"], id="begun last year, expected now"),
        pytest.param("原预计2027年通车，现在要提前到2026年。", ["hard -: 提前到2026年 by 2026-12-31"], id="what is asked now"),
        pytest.param("新建水厂3座，惠及农户900户。", ["hard -: 新建水厂3座 [3座]", "hard -: 惠及农户900户 [900户]"], id="an act reaches"),
        pytest.param("双河镇要召开两次清欠会议。", ["hard 双河镇: 召开两次清欠会议 [两次]"], id="to be done so often"),
        pytest.param("农贸市场由城投公司投资建设，年底前建成。", ["hard 城投公司: 建成 by 2025-12-31"], id="whose money builds it acts on"),
    ],
)
def test_what_is_a_task_stands(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "要求养护所及各渡口加强巡护，确保8月底前全部完工。",
            ["hard 养护所、各渡口: 全部完工 [全部] by 2025-08-31"],
            id="who is asked acts",
        ),
        pytest.param("要求大家8月底前清淤12处。", ["hard -: 清淤12处 [12处] by 2025-08-31"], id="everybody is asked"),
        pytest.param("现要求全县各级8月底前完成清淤。", ["hard -: 完成清淤 by 2025-08-31"], id="all levels are asked"),
        pytest.param("要求镇村两级8月底前清淤12处。", ["hard -: 清淤12处 [12处] by 2025-08-31"], id="no name holds a date"),
        pytest.param("要求8月底前清淤12处。", ["hard -: 清淤12处 [12处] by 2025-08-31"], id="nobody is asked by name"),
        pytest.param("要求8月底前清淤12处，水利站牵头。", ["hard 水利站: 清淤12处 [12处] by 2025-08-31"], id="who leads stands behind"),
        pytest.param("要求渡口所8月底前清淤12处。", ["hard 渡口所: 清淤12处 [12处] by 2025-08-31"], id="a body is asked"),
        pytest.param("县政府要求8月底前清淤12处。", ["hard -: 清淤12处 [12处] by 2025-08-31"], id="who demands does not"),
        pytest.param("县政府要求，9月底前清淤12处。", ["hard -: 清淤12处 [12处] by 2025-09-30"], id="nor before a comma"),
        pytest.param(
            "水利局局长在防汛会上的讲话 年底前新建渡口3处。",
            ["hard -: 新建渡口3处 [3处] by 2025-12-31"],
            id="a title on one line with what he says",
        ),
        pytest.param(
            "7座乡镇垃圾中转站建设任务，8月底前完成征地。", ["hard -: 完成征地 [7座] by 2025-08-31"], id="what is built does not act"
        ),
        pytest.param("水利站要求高，8月底前清淤12处。", ["hard 水利站: 清淤12处 [12处] by 2025-08-31"], id="a measure"),
    ],
)
def test_who_is_asked_and_who_demands(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "水利站要抓好两件事：一是8月底前清淤12处；二是建立巡查台账。",
            ["hard 水利站: 清淤12处 [12处] by 2025-08-31", "soft 水利站: 建立巡查台账"],
            id="the date of one point",
        ),
        pytest.param(
            "第一，8月底前清淤12处，第二，改造泵站5座。",
            ["hard -: 清淤12处 [12处] by 2025-08-31", "hard -: 改造泵站5座 [5座]"],
            id="points that commas part",
        ),
        pytest.param(
            "8月底前，第一，清淤12处，第二，改造泵站5座。",
            ["hard -: 清淤12处 [12处] by 2025-08-31", "hard -: 改造泵站5座 [5座] by 2025-08-31"],
            id="a date before the first holds for both",
        ),
        pytest.param(
            "8月底前，一是清淤12处；二是建立巡查台账。",
            ["hard -: 清淤12处 [12处] by 2025-08-31", "hard -: 建立巡查台账 by 2025-08-31"],
            id="a date before the list holds for all",
        ),
    ],
)
def test_points_of_a_list_within_a_sentence(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
