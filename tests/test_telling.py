"""Clauses that sound like tasks and only tell: each sentence stands for an error that was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("省里“十四五”规划明确，到2027年入园率要达到95%，巩固率达到97%。", id="a higher level's targets"),
        pytest.param("现场走三圈，比坐在会场批十份文件管用。", id="a comparison"),
        pytest.param("每户每年三万元的药费也是数字。", id="a definition"),
        pytest.param("各镇要抓紧整改，逾期不改的依法启动问责。", id="what befalls the negligent"),
        pytest.param("全镇8000名学生眼看就要开学。", id="what is about to happen anyway"),
        pytest.param("从下周起,发现脱岗的通报批评。", id="a sanction, although a start is named"),
        pytest.param("去年全县检查企业126家次，罚款87万元，关闭非法企业4家。", id="what follows a clause that reports"),
        pytest.param("2025年3月1日起，我县率先实行津贴直达。", id="what began before the speech"),
        pytest.param("今年，我县将开启渡运改革的新征程。", id="a journey"),
        pytest.param("“十五五”时期，我们将着力抓好以下重点工作。", id="what is named behind it"),
        pytest.param("明年我们将迎来建县七十周年。", id="an anniversary"),
        pytest.param("到“十五五”末期，要使渡运工作跃上一个新台阶。", id="a step without a figure"),
        pytest.param("更新“一日办”“一月办”服务清单。", id="a time in a name"),
        pytest.param("到2030年，全县将谱写水乡振兴的新篇章。", id="a chapter"),
    ],
)
def test_what_only_tells_is_no_task(text: str, rows: Rows) -> None:
    assert [row for row in rows(text) if row.startswith("hard")] == []


def test_the_speakers_own_demand_behind_a_quoted_one_counts(rows: Rows) -> None:
    text = "省里要求，到2030年水质优良比例达到95%，我们要在2027年底前达到。"
    assert rows(text) == ["hard -: 达到 by 2027-12-31"]


def test_a_body_in_charge_ends_what_is_told(rows: Rows) -> None:
    text = "去年开工的15个项目还有6个没有办完手续，审批局要对6个项目逐个列出路线图。"
    assert rows(text) == ["hard 审批局: 对6个项目逐个列出路线图 [6个]"]


def test_a_rhythm_that_began_goes_on(rows: Rows) -> None:
    assert rows("自3月起每月更新台账。") == ["hard -: 更新台账 every FREQ=MONTHLY"]


def test_the_present_inside_another_word_is_none(rows: Rows) -> None:
    assert rows("住建局要组建项目前期专班。") == ["soft 住建局: 组建项目前期专班"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("对未开工项目,包抓领导要每周到现场办公一次。", "hard 包抓领导: 到现场办公一次 every FREQ=WEEKLY"),
        ("7月25日前各单位将落实情况报县政府办。", "hard -: 将落实情况报县政府办 by 2025-07-25"),
        ("水务局汛期每日巡查水库。", "hard 水务局: 巡查水库 every FREQ=DAILY"),
        ("财政局三季度争取上级资金6亿元。", "hard 财政局: 争取上级资金6亿元 [6亿元] by 2025-09-30"),
        ("财政局、审计局要每月对账。", "hard 财政局、审计局: 对账 every FREQ=MONTHLY"),
    ],
)
def test_what_only_looks_like_another_word(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


def test_how_things_stand_lends_no_figure_to_the_task_behind_it(rows: Rows) -> None:
    text = "原定年底前进驻50家,现在只到位31家,管委会要派专人驻点服务,9月底前再引进10家,确保年度目标超额完成。"
    assert rows(text) == ["soft 管委会: 派专人驻点服务", "hard 管委会: 再引进10家 [10家] by 2025-09-30"]


@pytest.mark.parametrize(
    "text",
    [
        "今后五年，要坚持以水兴农统领全镇工作。",
        "“十五五”时期全镇水利发展的良好开局。",
        "要实现“十五五”时期全镇水利良好开局。",
        "“十五五”时期，我们要始终践行节水理念。",
    ],
)
def test_how_work_is_to_be_done_in_a_period_of_years_is_no_task(text: str, rows: Rows) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("“十五五”时期，要坚持每年新增水池12座。", "hard -: 坚持每年新增水池12座 [12座] every FREQ=YEARLY"),
        ("今后五年，要新修水渠30公里。", "hard -: 新修水渠30公里 [30公里] by 2030-06-10"),
        ("该水库将在“十五五”时期开工建设。", "hard -: 开工建设 by 2030-12-31"),
        ("要完成“十五五”期间漏损率下降8%的目标。", "hard -: 完成“十五五”期间漏损率下降8%的目标 [8%] by 2030-12-31"),
    ],
)
def test_a_figure_or_an_act_in_a_period_of_years_is_one(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("今年要坚持开门办公，建成水厂3座。", "hard -: 建成水厂3座 [3座] by 2025-12-31"),
        ("今年统筹完成县医院迁建。", "hard -: 统筹完成县医院迁建 by 2025-12-31"),
        ("到2027年，粮食产量翻一番，建成国家森林城市。", "hard -: 建成国家森林城市 by 2027-12-31"),
    ],
)
def test_the_date_before_an_attitude_or_a_title_holds_behind_it(text: str, row: str, rows: Rows) -> None:
    assert rows(text)[-1] == row


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("今天会议的主要任务是分析上半年旱情，动员全县上下鼓足干劲，确保完成全年抗旱任务。", id="what a meeting is for"),
        pytest.param("县委召开这次碰头会，主要目的就是对下半年项目申报进行安排，推动全年任务圆满完成。", id="and why it is held"),
        pytest.param("这次会是镇里定了召开的，主要任务是回顾今年以来的征收，督促各村，确保年度任务完成。", id="and by whose decision"),
        pytest.param("5月9日，城东砖厂发生塌方，造成3人遇难。", id="what an accident cost"),
        pytest.param("刚才，分管领导通报了前三季度情况，并对四季度征收作了周密部署，我都同意。", id="what has just been said"),
        pytest.param("我们还请来了老干部代表，出席今天会议的共计90多人。", id="who is in the hall"),
        pytest.param("在全年时间即将过半的时候，县里开这个会很有必要。", id="how far the year has run"),
        pytest.param("根据水文部门分析，今年汛期来大水的几率很大。", id="how likely something is"),
        pytest.param("会上印发的20项重点任务进展通报，请大家对照看一看。", id="papers on the table"),
    ],
)
def test_what_a_meeting_says_of_itself_is_no_task(text: str, rows: Rows) -> None:
    assert rows(text) == []


def test_a_duty_in_the_same_sentence_as_what_the_meeting_is_for(rows: Rows) -> None:
    text = "会议的主要任务是部署清淤，水利局要在6月底前清完12条河。"
    assert rows(text) == ["hard 水利局: 清完12条河 [12条] by 2025-06-30"]
    text = "会议的主要目的是把时间定死，必须在6月底前清完12条河。"
    assert rows(text) == ["hard -: 清完12条河 [12条] by 2025-06-30"]


def test_the_work_of_a_year_is_not_what_a_meeting_is_for(rows: Rows) -> None:
    assert rows("今年的主要任务是：清淤9条河，确保不漏一村。") == ["hard -: 清淤9条河 [9条] by 2025-12-31"]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("今年的主要任务是清淤9条河，不漏一村。", "hard -: 清淤9条河 [9条] by 2025-12-31"),
        ("下半年的任务是新建学校9所。", "hard -: 新建学校9所 [9所] by 2025-12-31"),
        ("今年一季度的目标是：完成投资3亿元。", "hard -: 完成投资3亿元 [3亿元] by 2025-03-31"),
        ("全年的主要目标是：完成税收9亿元。", "hard -: 完成税收9亿元 [9亿元] by 2025-12-31"),
        ("水利局的任务是新建水厂3座。", "hard 水利局: 新建水厂3座 [3座]"),
    ],
)
def test_what_the_task_is_stands_behind_is_as_behind_a_colon(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


def test_what_a_year_that_is_over_was_to_bring_is_told(rows: Rows) -> None:
    assert rows("去年的目标是新建学校9所。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年底前大家要铆足干劲，拆完6处围挡。", ["hard -: 拆完6处围挡 [6处] by 2025-12-31"]),
        ("月底前要再加把劲。", []),
        ("月底前要扛住压力测试2次。", ["hard -: 扛住压力测试2次 [2次] by 2025-06-30"]),
    ],
)
def test_how_hard_to_try_is_no_task_whatever_day_it_is_for(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


def test_what_the_main_work_of_a_year_is_has_to_be_done(rows: Rows) -> None:
    assert rows("今年的主要工作是建好3处渡口。") == ["hard -: 建好3处渡口 [3处] by 2025-12-31"]
    assert rows("办公室的主要工作是接待来访。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("照这样下去，年底前围挡拆不完。", []),
        ("年底前拆完围挡，不留一处。", ["hard -: 拆完围挡 by 2025-12-31"]),
        ("拆不完的6处围挡，9月底前移交。", ["hard -: 移交 [6处] by 2025-09-30"]),
    ],
)
def test_what_will_not_be_done_by_its_day_is_feared(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县财政今年拿出80万元，专门用在渡口加固上。", ["hard 县财政: 拿出80万元 [80万元] by 2025-12-31"]),
        (
            "县财政今年拿出80万元，用于改造渡口6处。",
            ["hard 县财政: 拿出80万元 [80万元] by 2025-12-31", "hard 县财政: 用于改造渡口6处 [6处] by 2025-12-31"],
        ),
        ("趸船年底前扩建完毕，可供600人候船。", ["hard -: 扩建完毕 by 2025-12-31", "hard -: 可供600人候船 [600人] by 2025-12-31"]),
        ("趸船宽敞明亮，可供600人候船。", []),
        ("8月20日到9月20日，这一个月是封航期，后面我提到封航期，指的就是它。", []),
        ("老船长的故事大家都听过，三天内12条船要全部捞起。", []),
        (
            "8月20日到9月20日是封航期，后面我提到封航期，指的就是它。渡口所要在封航期之前修好船6条。",
            ["hard 渡口所: 修好船6条 [6条] by 2025-08-19"],
        ),
        ("8月20日到9月20日是封航期。渡口所要在封航期结束以前修好船6条。", ["hard 渡口所: 修好船6条 [6条] by 2025-09-20"]),
    ],
)
def test_what_money_is_for_and_what_a_word_will_mean(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年要抓好以下工作。推动12个渡口片区客流稳步提升。", []),
        ("今年要抓好以下工作。让8万户渔家收入持续增加。", []),
        ("今年要抓好以下工作。推动12个渡口片区客流稳步提升5%。", ["hard -: 推动12个渡口片区客流稳步提升5% [12个; 5%]"]),
        ("今年要抓好以下工作。市本级安排航道专项资金300万元。", ["hard 市本级: 安排航道专项资金300万元 [300万元]"]),
    ],
)
def test_how_many_are_to_improve_is_no_measure(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected
