"""What is a row at all: what only sounds told (收了单子三天之内…), and what only sounds like a task (再过十天,…就要开学)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "农机局每周五把收了多少粮、付了多少钱报到县里。",
            ["hard 农机局: 把收了多少粮、付了多少钱报到县里 every FREQ=WEEKLY;BYDAY=FR"],
            id="了 in what is to be told",
        ),
        pytest.param(
            "对失踪的17座界碑，由民政局逐座写出说明，5月20日前报县政府。",
            ["hard 民政局: 逐座写出说明 [17座]", "hard 民政局: 报县政府 by 2026-05-20"],
            id="an account that is written down",
        ),
        pytest.param(
            "今年的盘子是新建冷库20座、改造旧库6座，一座都不能少。",
            ["hard -: 新建冷库20座、改造旧库6座 [20座; 6座] by 2026-12-31"],
            id="how much the year is to hold",
        ),
        pytest.param(
            "民政局、住建局都要动起来，围绕养老、物业各发布标准2项。",
            ["hard 民政局、住建局: 围绕养老、物业各发布标准2项 [2项]"],
            id="around what, and then the act",
        ),
        pytest.param(
            "民政局要对选择海葬的家庭每例奖补3000元。", ["hard 民政局: 对选择海葬的家庭每例奖补3000元 [3000元]"], id="so much for each"
        ),
        pytest.param(
            "标准院要抓服务。对小企业，推行“护航伙伴计划”。", ["soft 标准院: 对小企业，推行“护航伙伴计划”"], id="a named plan"
        ),
        pytest.param("教育局要把没有入学的孩子逐个找齐。", ["soft 教育局: 把没有入学的孩子逐个找齐"], id="没有 says which ones"),
        pytest.param("文旅局要带头设立首席讲解师。", ["soft 文旅局: 带头设立首席讲解师"], id="带头 before what is set up"),
        pytest.param(
            "应急局要建立隐患台账，实行月调度、季通报。",
            ["soft 应急局: 建立隐患台账", "hard 应急局: 实行月调度、季通报 every FREQ=MONTHLY,FREQ=MONTHLY;INTERVAL=3"],
            id="a list, and what is done every month",
        ),
        pytest.param(
            "建立调度台账，实行每周调度、每月通报。",
            ["hard -: 建立调度台账，实行每周调度、每月通报 every FREQ=WEEKLY,FREQ=MONTHLY"],
            id="a list of what is done every month is a mechanism",
        ),
        pytest.param(
            "应急局要组织一次拉网式排查，3月底前整改到位。",
            ["soft 应急局: 组织一次拉网式排查", "hard 应急局: 整改到位 by 2026-03-31"],
            id="what was found is put right",
        ),
    ],
)
def test_row(rows: Rows, text: str, expected: list[str]) -> None:
    """What sounds told, or like a mere way of doing it, is a row."""
    assert rows(text, "2026-03-02") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("再过十来天，五月一日汽笛一响，全市九百多条渔船就要收网。", id="what the days ahead bring of themselves"),
        pytest.param("水利部规定，水位站完好率应当不低于95%。", id="a ministry's norm"),
        pytest.param("按照示范港的评定标准，完好率要达到100%，去年我们还差4处。", id="by what they are judged"),
        pytest.param("我们说过今年上半年要把夜校办起来，今天门还锁着。", id="what was said before"),
        pytest.param("企业要把样品拉到六百公里外去化验，一来一回半个月。", id="what firms have to put up with"),
        pytest.param("财政局要把账算在前头。", id="where in the mind"),
        pytest.param("年鉴社要把各项工作往前赶。", id="how fast"),
        pytest.param("会战期里，有五块硬骨头要啃。", id="what there is to be overcome"),
        pytest.param("纪委巡察期间发现问题12个。", id="what came up in a period"),
        pytest.param("县医院疫情期间收治病人300名。", id="the same of a house"),
        pytest.param("这两个指标要一项一项抠、一件一件抓。", id="with how much care"),
    ],
)
def test_no_row(rows: Rows, text: str) -> None:
    """What only tells of norms, of others or of days to come is none."""
    assert rows(text, "2026-03-02") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("再过十来天就要开渔，渔政站要在5月1日前登检完320条船。", 1, id="who acts by name"),
        pytest.param("我们说过的事，6月底前要全部办完。", 1, id="which ones are to be done"),
        pytest.param("按照考核标准，力争满意率达到95%。", 1, id="what the speaker is after himself"),
        pytest.param("书店要每季度收一次单子，收了单子三天之内把书送到。", 2, id="了 in what a span counts from"),
        pytest.param("到2028年，全市持有人总数要达到45家。", 1, id="有人 inside a word"),
        pytest.param("疾控中心要把12份样品送到省里。", 1, id="who serves"),
    ],
)
def test_still_a_row(rows: Rows, text: str, count: int) -> None:
    """What looks alike and is asked for stays."""
    assert len(rows(text, "2026-03-02")) == count
