"""What is only the topic of the next clause, and what is a task of its own before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "下半年要抓好以下工作。新建城西、城北两园等5个冷库，确保鲜菜损耗率降到8%以内。",
            ["hard -: 新建城西、城北两园等5个冷库 [5个]", "hard -: 鲜菜损耗率降到8%以内 [8%以内]"],
            id="a verb with what it lists",
        ),
        pytest.param(
            "今年要抓好以下工作。水表覆盖率达到八成五，管网监测点覆盖率达85%，各镇新增水表2000块。",
            ["hard -: 水表覆盖率达到八成五 [八成五]", "hard -: 管网监测点覆盖率达85% [85%]", "hard 各镇: 新增水表2000块 [2000块]"],
            id="what a measure reaches is no topic of those who are named behind it",
        ),
        pytest.param(
            "航道站要按每周一次的频次，巡查浮桥。",
            ["hard 航道站: 按每周一次的频次 every FREQ=WEEKLY", "soft 航道站: 巡查浮桥"],
            id="how often",
        ),
        pytest.param("7月底前到期的牌照，船检科要提前提醒。", [], id="a date says which ones the next clause speaks of"),
        pytest.param(
            "街道7月底前要拆除的37处棚屋，执法队要逐处编号。", ["hard 执法队: 逐处编号 [37处]"], id="with whose work they are"
        ),
        pytest.param(
            "9月底前签约的渔户，要达到300户。", ["hard -: 达到300户 [300户] by 2025-09-30"], id="how many there are to be by then"
        ),
        pytest.param(
            "9月底前到期的渔船，船检科要查够300条。", ["hard 船检科: 查够300条 [300条]"], id="how many are dealt with, by no day"
        ),
        pytest.param("河道里今年拆迁的码头，港航科要把台账建起来。", ["soft 港航科: 把台账建起来"], id="and is carried on to nothing"),
        pytest.param(
            "7月底前到期的全部换发。", ["hard -: 到期的全部换发 [全部] by 2025-07-31"], id="but behind 的 may stand the act"
        ),
        pytest.param(
            "下半年要抓好以下工作。加快建设茶叶交易等4个中心，争取茶叶中心纳入省级规划。",
            ["hard -: 加快建设茶叶交易等4个中心 [4个]", "soft -: 茶叶中心纳入省级规划"],
            id="its figure stays with it",
        ),
        pytest.param(
            "下半年要抓好以下工作。着力抓好31个技改项目、17个扩建项目，年内完成投资20亿元。",
            ["hard -: 着力抓好31个技改项目、17个扩建项目 [31个; 17个]", "hard -: 完成投资20亿元 [20亿元] by 2025-12-31"],
            id="two counted objects behind an adverb and a verb",
        ),
        pytest.param(
            "移交的城西、城北等5个冷库，确保9月底前启用。",
            ["hard -: 启用 [5个] by 2025-09-30"],
            id="a verb that describes",
        ),
    ],
)
def test_topics(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("上半年已开工的20个项目，要确保9月底前全部竣工。", "hard -: 全部竣工 [20个; 全部] by 2025-09-30"),
        ("今年资金已下达计划的20余个项目，也要在9月底前开工。", "hard -: 开工 [20余个] by 2025-09-30"),
        ("对去年尚未办结的12件，信访局要在9月底前办结。", "hard 信访局: 办结 [12件] by 2025-09-30"),
    ],
)
def test_what_is_done_by_now_describes_what_is_counted(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


def test_what_is_done_with_things_that_are_done_is_a_task(rows: Rows) -> None:
    text = "督查室要在9月底前对已销号的17项问题开展复核，弄虚作假的重来。"
    assert rows(text) == ["hard 督查室: 对已销号的17项问题开展复核 [17项] by 2025-09-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("塌方造成2人受伤，交通局要在10天内查清原因。", ["hard 交通局: 查清原因 by 2025-06-20"]),
        ("渡口2处，交通局要在10天内修好。", ["hard 交通局: 修好 [2处] by 2025-06-20"]),
    ],
)
def test_what_has_come_about_is_no_workload(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月底前清完旧账，拆完剩余的6处围挡。", ["hard -: 清完旧账 by 2025-09-30", "hard -: 拆完剩余的6处围挡 [6处] by 2025-09-30"]),
        ("9月底前清完旧账，涉及渡口的6处围挡。", ["hard -: 清完旧账 by 2025-09-30"]),
    ],
)
def test_which_ones_are_left_is_no_modifier_with_a_verb(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "今年要抓好渡运。新建码头6处，9座便桥，加快更换老旧渡船。",
            ["hard -: 新建码头6处 [6处]", "hard -: 9座便桥 [9座]"],
            id="before an act of its own",
        ),
        pytest.param(
            "今年要抓好渡运。打造3条航线，4个水上集市，力争游客增长12%。",
            ["hard -: 打造3条航线 [3条]", "hard -: 4个水上集市 [4个]", "hard -: 游客增长12% [12%]"],
            id="before an aim with a measure",
        ),
        pytest.param(
            "今年要抓好渡运。新开工码头20个，千吨级以上码头7个，力争客流增长8%。",
            ["hard -: 新开工码头20个 [20个]", "hard -: 千吨级以上码头7个 [7个]", "hard -: 客流增长8% [8%]"],
            id="as much of the same unit",
        ),
        pytest.param(
            "每个乡年内建成1处码头，2座便桥。",
            ["hard 乡: 建成1处码头 [1处] by 2025-12-31", "hard 乡: 2座便桥 [2座] by 2025-12-31"],
            id="the subject is shared",
        ),
        pytest.param(
            "今年要抓好渡运。新建码头6处，9座便桥，10月底前刷漆。",
            ["hard -: 新建码头6处 [6处]", "hard -: 刷漆 [9座] by 2025-10-31"],
            id="dated behind: a topic",
        ),
        pytest.param(
            "今年要抓好渡运。新建码头6处，9座便桥，确保全部刷漆。",
            ["hard -: 新建码头6处 [6处]", "hard -: 全部刷漆 [9座; 全部]"],
            id="all of them: a topic",
        ),
    ],
)
def test_a_counted_thing_goes_on_with_the_verb_before_it(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("设备6月20日前进场。", "hard -: 进场 by 2025-06-20", id="设 in 设备"),
        pytest.param("种苗4月15日前要到户。", "hard -: 到户 by 2025-04-15", id="种 in 种苗, with a modal"),
        pytest.param("养老金7月底前补发完毕。", "hard -: 补发完毕 by 2025-07-31", id="养 in 养老金"),
        pytest.param("用电线路9月底前换新。", "hard -: 换新 by 2025-09-30", id="用 in 用电线路"),
        pytest.param("报表4月10日前上传。", "hard -: 上传 by 2025-04-10", id="报 in 报表"),
        pytest.param("翻新工程要在9月底前完成。", "hard -: 完成 by 2025-09-30", id="what a verb says the sort of, with a modal and a date"),
        pytest.param("补办手续要在9月底前办完。", "hard -: 办完 by 2025-09-30", id="what opens and ends like verbs"),
        pytest.param("刷脸设备要在9月底前装好。", "hard -: 装好 by 2025-09-30", id="刷 in 刷脸设备"),
        pytest.param("接诊量今年要突破9万人次。", "hard -: 接诊量今年要突破9万人次 [突破9万人次] by 2025-12-31", id="how much of it"),
        pytest.param("翻新12处要在9月底前完工。", "hard -: 翻新12处要在9月底前完工 [12处] by 2025-09-30", id="an act in figures"),
        pytest.param("亮化灯具600盏10月底前更换。", "hard -: 更换 [600盏] by 2025-10-31", id="a sort of lamps"),
        pytest.param("硬化路12公里6月底前完工。", "hard -: 完工 [12公里] by 2025-06-30", id="roads made so"),
        pytest.param("拓宽工程3处6月底前开工。", "hard -: 开工 [3处] by 2025-06-30", id="a sort of works"),
        pytest.param("抽测结果6月底前公布。", "hard -: 公布 by 2025-06-30", id="a verb and whatever noun"),
        pytest.param("补栽苗木6月底前全部到位。", "hard -: 全部到位 [全部] by 2025-06-30", id="and an adverb behind the date"),
        pytest.param("烘干中心今年新建3座。", "hard -: 新建3座 [3座] by 2025-12-31", id="where it is done, and how many"),
        pytest.param("惠及企业12家6月底前公示。", "hard -: 公示 [12家] by 2025-06-30", id="whom it reaches"),
        pytest.param("要硬化道路12公里6月底前完工。", "hard -: 硬化道路12公里6月底前完工 [12公里] by 2025-06-30", id="a duty"),
        pytest.param("拓宽航道3处6月底前完工。", "hard -: 拓宽航道3处6月底前完工 [3处] by 2025-06-30", id="an act and its object"),
        pytest.param("修桥3座6月底前完工。", "hard -: 修桥3座6月底前完工 [3座] by 2025-06-30", id="a verb with what is made, counted"),
        pytest.param("赶在6月底前完工。", "hard -: 完工 by 2025-06-30", id="赶在 before it"),
    ],
)
def test_a_noun_that_opens_like_a_verb_is_the_topic_of_a_date(text: str, expected: str, rows: Rows) -> None:
    assert rows(text, "2025-03-12") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "渡口局6月底前拆除旧船12条；其余31条，各渡口所要在8月底前拆完。",
            ["hard 渡口局: 拆除旧船12条 [12条] by 2025-06-30", "hard 各渡口所: 拆完 [31条] by 2025-08-31"],
        ),
        (
            "渡口局6月底前拆除旧船12条；其余31条，由航运公司8月底前拆完。",
            ["hard 渡口局: 拆除旧船12条 [12条] by 2025-06-30", "hard 航运公司: 拆完 [31条] by 2025-08-31"],
        ),
        (
            "改造渡口6处，加固码头9座，趸船12条。",
            ["hard -: 改造渡口6处 [6处]", "hard -: 加固码头9座 [9座]", "hard -: 趸船12条 [12条]"],
        ),
    ],
)
def test_what_is_left_is_the_topic_of_whoever_is_told_to_see_to_it(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "推动投资8亿元的粮油仓库年内开工建设。", ["hard -: 推动投资8亿元的粮油仓库年内开工建设 by 2025-12-31"], id="what is driven"
        ),
        pytest.param(
            "促进总投资9亿元的晶圆厂一期8月投产。", ["hard -: 促进总投资9亿元的晶圆厂一期8月投产 by 2025-08-31"], id="in a bare month"
        ),
        pytest.param("推进缓慢的3处渡口8月底前完工。", ["hard -: 完工 [3处] by 2025-08-31"], id="what is slow is only described"),
        pytest.param("力促投资3亿元的电池厂落户。", [], id="what it costs is no target"),
        pytest.param("全年完成投资3亿元的硬任务。", ["hard -: 完成投资3亿元的硬任务 [3亿元] by 2025-12-31"], id="but that of a target is"),
    ],
)
def test_who_drives_a_work_has_it_as_object_whatever_describes_it(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("安置房3000套，年底前交付80%。", ["hard -: 交付80% [3000套; 80%] by 2025-12-31"], id="a verb and a noun"),
        pytest.param("在建学校15所，8月底前交付2/3。", ["hard -: 交付2/3 [15所; 2/3] by 2025-08-31"], id="what is in the works"),
        pytest.param("拖欠工资90万元，月底前先付三成。", ["hard -: 先付三成 [90万元; 三成] by 2025-06-30"], id="what is owed"),
        pytest.param(
            "要开工学校6所，安置房3000套，停车场12处。",
            ["hard -: 开工学校6所 [6所]", "hard -: 安置房3000套 [3000套]", "hard -: 停车场12处 [12处]"],
            id="a task in a list",
        ),
        pytest.param(
            "新建泵站12座，年底前投用。", ["hard -: 新建泵站12座 [12座]", "hard -: 投用 by 2025-12-31"], id="an act and its object"
        ),
    ],
)
def test_a_name_that_begins_like_a_verb_is_what_the_next_clause_is_about(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("桥下头那8块空地，城建所9月底前把它变成球场。", ["hard 城建所: 把它变成球场 [8块] by 2025-09-30"]),
        ("册子上那217件坏的，9月底前全部修好。", ["hard -: 全部修好 [217件; 全部] by 2025-09-30"]),
        ("维修经费45万元，财政所要在9月底前拨付到位。", ["hard 财政所: 拨付到位 [45万元] by 2025-09-30"]),
        ("财政所要列支修缮费5万元，9月底前拨付。", ["hard 财政所: 列支修缮费5万元 [5万元]", "hard 财政所: 拨付 by 2025-09-30"]),
        ("城建所对这4家逐家派驻联络员，9月底前出报告。", ["hard 城建所: 对这4家逐家派驻联络员 [4家]", "hard 城建所: 出报告 by 2025-09-30"]),
    ],
)
def test_what_is_pointed_out_or_to_be_paid_goes_with_the_act_behind_it(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, date="2025-06-01") == expected
