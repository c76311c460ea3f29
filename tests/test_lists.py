"""Lists of bare predicates: tasks where the paragraph last told how things stand, results where it last told what was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("去年的考核我们垫了底，目前渡口管理员还缺九名。改造渡口6处，配备救生衣400件。", id="behind the present state"),
        pytest.param("去年出了两起事故。钱从哪里来？改造渡口6处，配备救生衣400件。", id="behind a question"),
        pytest.param("去年渡口科垫了底。咱们镇的活：改造渡口6处，配备救生衣400件。", id="announced as work"),
        pytest.param("去年已经撤了4处，渡工走了一半。8月改造渡口6处，配备救生衣400件。", id="in a month to come"),
    ],
)
def test_a_list_behind_how_things_stand_is_to_be_done(text: str, rows: Rows) -> None:
    found = [row for row in rows(text) if "渡口6处" in row or "救生衣400件" in row]
    assert len(found) == 2, rows(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("今年以来,全镇上下干得不错。改造渡口6处，配备救生衣400件。", id="since the new year"),
        pytest.param("近年来，我们一张蓝图绘到底。改造渡口6处，配备救生衣400件。", id="in recent years, by us"),
        pytest.param("同志们辛苦了。改造渡口6处，配备救生衣400件。", id="where nothing says that it is to come"),
        pytest.param("去年我们的打法：改造渡口6处，配备救生衣400件。", id="announced as what was done"),
        pytest.param("去年渡口管理得到加强。改造渡口6处，配备救生衣400件。", id="behind what was done"),
        pytest.param("现有渡口11处。过去的三年，渡口科获得表彰。改造渡口6处，配备救生衣400件。", id="what was said last counts"),
        pytest.param("去年抓渡口抓得紧。改造渡口6处，惠及群众三千人。", id="with what it has brought"),
    ],
)
def test_a_list_behind_what_was_done_is_told(text: str, rows: Rows) -> None:
    assert rows(text) == []


def test_what_a_list_measures_needs_no_verb(rows: Rows) -> None:
    text = "去年为收费吵了三回，目前标准还是不一。渡船年检率95%以上，渡工持证率100%。"
    assert rows(text) == ["hard -: 渡船年检率95%以上 [95%以上]", "hard -: 渡工持证率100% [100%]"]


def test_a_counted_item_of_a_list_is_no_topic(rows: Rows) -> None:
    text = "咱们镇的活：改造渡口6处，迁坟9座，汛前弄完。"
    assert [row.split(": ", 1)[1] for row in rows(text)] == ["改造渡口6处 [6处]", "迁坟9座 [9座]", "弄完 by 汛前"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("邻市走在前面，三年改造渡口21处，添置渡船34艘。", id="what others do"),
        pytest.param("挖沙船一台35万元。", id="what one costs"),
        pytest.param("全市现有渡运企业29家、渡船187艘，日均发送旅客4万人次。", id="what there is"),
    ],
)
def test_what_others_do_and_what_things_cost_is_no_task(text: str, rows: Rows) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("今年要办好2件实事：一是渡口。县城新添渡船12艘。二是路。", True, id="in the paragraph of the announcement"),
        pytest.param("今年要办好2件实事：\n一是渡口。县城新添渡船12艘。\n二是路。", True, id="in the items below it"),
        pytest.param("今年要办好2件实事：\n一是渡口。\n二是路。\n县城新添渡船12艘。", False, id="not behind the last item"),
        pytest.param("去年办好了2件实事：一是渡口。县城新添渡船12艘。二是路。", False, id="announced as done"),
    ],
)
def test_an_announced_list_is_to_be_done(text: str, expected: bool, rows: Rows) -> None:
    assert any("渡船12艘" in row for row in rows(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("明年的首要任务是建成主楼。", ["hard -: 建成主楼 by 2026-12-31"], id="a work without a figure"),
        pytest.param("下一步的工作任务是8月底前办好实事10件。", ["hard -: 办好实事10件 [10件] by 2025-08-31"], id="the next step"),
        pytest.param("今年我局的工作任务为培训农民800人次。", ["hard -: 培训农民800人次 [800人次] by 2025-12-31"], id="of our office"),
        pytest.param(
            "明年重点任务是三个：一是修路40公里，二是建桥6座。",
            ["hard -: 修路40公里 [40公里] by 2026-12-31", "hard -: 建桥6座 [6座] by 2026-12-31"],
            id="how many there are",
        ),
        pytest.param("当前的任务是稳住局面。", [], id="nothing that can be checked"),
        pytest.param("去年的重点任务是改造学校5所。", [], id="last year's"),
        pytest.param("明年的任务已经明确，共30项。", [], id="no task is named"),
    ],
)
def test_what_the_task_of_a_time_is(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_what_a_list_headed_as_aims_counts_is_not_doubted(rows: Rows) -> None:
    listed = "全县桑园面积15万亩,蚕茧产量1.8万吨;生猪饲养量110万头;家禽饲养量4500万羽。"
    assert [row.split(" [")[0] for row in rows(f"二、发展目标\n{listed}")] == [
        "hard -: 全县桑园面积15万亩",
        "hard -: 蚕茧产量1.8万吨",
        "hard -: 生猪饲养量110万头",
        "hard -: 家禽饲养量4500万羽",
    ]
    assert rows(f"二、基本县情\n{listed}") == []


def test_the_last_aim_of_a_list_brings_the_word_for_all(rows: Rows) -> None:
    assert rows("力争实现蔗糖产量300万吨，茧丝产量2万吨，蔗农人均收入6000元的目标。") == [
        "hard -: 实现蔗糖产量300万吨 [300万吨]",
        "hard -: 茧丝产量2万吨 [2万吨]",
        "hard -: 蔗农人均收入6000元的目标 [6000元]",
    ]
    assert rows("要抓紧干。对照年初的计划，离造林300亩的目标，还有差距。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "今年的目标是：出生率控制在11％。以内，性别比控制在108以内。",
            ["hard -: 出生率控制在11％。以内 [11％。以内] by 2025-12-31", "hard -: 性别比控制在108以内 [108以内] by 2025-12-31"],
            id="so many in a thousand, as some pages print it",
        ),
        pytest.param(
            "今年的目标是：税收增长8%。以上几点，请各镇抓好落实。",
            ["hard -: 税收增长8% [8%] by 2025-12-31"],
            id="so many in a hundred, and a sentence that begins like a bound",
        ),
        pytest.param(
            "今年的目标是：税收增长8%。以上，请各镇抓好落实。",
            ["hard -: 税收增长8% [8%] by 2025-12-31"],
            id="so many in a hundred, and a sentence that begins with all that was said",
        ),
        pytest.param(
            "今年的目标是：独生子女奖励兑现率达100%，完好率达95%。",
            ["hard -: 独生子女奖励兑现率达100% [100%] by 2025-12-31", "hard -: 完好率达95% [95%] by 2025-12-31"],
            id="a reward that is measured is no sanction",
        ),
        pytest.param(
            "今年，港务局将着力解决：供水点80处，岸电桩60个。",
            ["hard 港务局: 供水点80处 [80处] by 2025-12-31", "hard 港务局: 岸电桩60个 [60个] by 2025-12-31"],
            id="what only opens a list is no task",
        ),
        pytest.param(
            "今冬明春渠系建设计划投资1.2亿元，要新修支渠30公里。",
            ["hard -: 渠系建设计划投资1.2亿元 [1.2亿元] by 今冬明春", "hard -: 新修支渠30公里 [30公里] by 今冬明春"],
            id="a season before its works",
        ),
        pytest.param(
            "年内培训船员500人，其中轮机120人，发展党员80人。",
            ["hard -: 培训船员500人，其中轮机120人 [500人; 120人] by 2025-12-31", "hard -: 发展党员80人 [80人] by 2025-12-31"],
            id="an act behind the parts of a total",
        ),
        pytest.param(
            "全年投放贷款8亿元，其中涉农3亿元，贷款余额比年初下降1亿元。",
            [
                "hard -: 投放贷款8亿元，其中涉农3亿元 [8亿元; 3亿元] by 2025-12-31",
                "hard -: 贷款余额比年初下降1亿元 [1亿元] by 2025-12-31",
            ],
            id="a measure behind the parts of a total",
        ),
    ],
)
def test_measures_of_a_list(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("外出的38名学生，要逐一对接到学校。", ["hard -: 逐一对接到学校 [38名]"], id="each of those counted"),
        pytest.param("外出的38名学生，要分类施策。", [], id="what is not done to each"),
        pytest.param(
            "渡口办管好值班，汛期每个渡口24小时有两名船工值守。",
            ["hard 渡口办: 24小时有两名船工值守 [两名] by 汛期"],
            id="how a place is to be manned",
        ),
        pytest.param(
            "人事科6月底前摸清底数，空缺12月上旬补齐。",
            ["hard 人事科: 摸清底数 by 2025-06-30", "hard 人事科: 补齐 by 2025-12-10"],
            id="what is amiss is the topic of its date",
        ),
    ],
)
def test_what_is_measured_by_what_stands_before_it(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-06-05") == expected
