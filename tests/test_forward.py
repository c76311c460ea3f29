"""What points forward: narration, quoted norms, effects and the near future do not; and how far a deadline and a lead body reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


def test_what_is_paid_for_each_was_agreed_on(rows: Rows) -> None:
    assert rows("各家都谈拢了，每亩补偿3万元。") == []
    assert rows("后勤部已经同粮库谈好了，9月底前签合同。", "2025-07-09") == ["hard 后勤部: 签合同 by 2025-09-30"]


def test_a_list_is_summed_up_by_so_many_things(rows: Rows) -> None:
    assert rows("办好修渠、架桥和通水三件大事，打井5眼。") == ["hard -: 办好修渠、架桥和通水三件大事 [三件]", "hard -: 打井5眼 [5眼]"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("去年全县查处商户320家,罚款66万元,取缔黑作坊14家,今年只能更严。", id="a sentence that tells what was done"),
        pytest.param("省里已经明确,到2027年绿化率要达到40%,差距在哪里大家清楚。", id="what a higher level wants"),
        pytest.param("一个上亿元的项目,建成后可以带动十几家企业,吸纳三百人就业。", id="an effect"),
        pytest.param("再过几天,全市20万名学生就要走进校园。", id="the near future"),
        pytest.param("十年后的今天,园区面积达到5平方公里,集聚企业90家。", id="a setting that tells how far one has come"),
        pytest.param("完成这笔60亿元的投资，是稳住大局的前提。", id="a clause that the next one says something of"),
        pytest.param("“提升两个收入”，即提升群众收入和财政收入，是我县今年乃至今后一个时期的重点目标。", id="what is explained"),
        pytest.param("必须在总结“十四五”期间发展经验的基础上，着眼长远，解放思想。", id="on what something is done"),
        pytest.param("同志们，让我们鼓足干劲，确保今年的各项目标任务圆满完成！", id="that all of the year's work will be well"),
        pytest.param("我们要以实干实效保证各项目标的圆满实现。", id="that all will be well in the end"),
        pytest.param("那场火夺走了3条生命。", id="an event in a verb that no plan uses"),
        pytest.param("人家一天要跑五趟,我们一天跑一趟。", id="colloquial necessity"),
        pytest.param("盖一座粮仓不容易,要砌砖三万块,要跑五个部门。", id="what a thing takes"),
        pytest.param("“管生产必须管安全”,谁的孩子谁抱走。", id="a modal inside a quotation"),
        pytest.param("未签约的抓签约。", id="a run-in heading"),
    ],
)
def test_what_does_not_point_forward(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "新（改、扩）建学校25所，制（修）定地方标准6项。",
            ["hard -: 新（改、扩）建学校25所 [25所]", "hard -: 制（修）定地方标准6项 [6项]"],
            id="a verb that holds its variants in a bracket",
        ),
        pytest.param(
            "力争今年全市生产总值增长6%，其中一产增长4%。",
            ["hard -: 全市生产总值增长6% [6%] by 2025-12-31", "hard -: 一产增长4% [4%] by 2025-12-31"],
            id="a part with a measure is a row of its own",
        ),
        pytest.param(
            "全年安排重点项目80项，总投资90亿元。",
            ["hard -: 安排重点项目80项，总投资90亿元 [80项; 90亿元] by 2025-12-31"],
            id="what the things ordered cost in all",
        ),
        pytest.param(
            "镇里成立防汛专班，下设巡查、救援两个小组，每周开一次会。",
            ["soft 镇里: 成立防汛专班", "hard 镇里: 开一次会 every FREQ=WEEKLY"],
            id="what a body consists of is no task",
        ),
        pytest.param(
            "支队要管住码头，三季度查处违规船80艘以上，全年立案不少于120起。去年那艘船跑了半年。",
            ["hard 支队: 查处违规船80艘以上 [80艘以上] by 2025-09-30", "hard 支队: 立案不少于120起 [不少于120起] by 2025-12-31"],
            id="offences in figures with a limit are ordered",
        ),
        pytest.param(
            "实施市列项目30个、完成投资6亿元，省列项目8个、完成投资2亿元。",
            ["hard -: 实施市列项目30个、完成投资6亿元 [30个; 6亿元]", "hard -: 省列项目8个、完成投资2亿元 [8个; 2亿元]"],
            id="what follows a target is one",
        ),
        pytest.param(
            "编制好水网规划，是今年的一项重要工作。",
            ["soft -: 编制好水网规划"],
            id="a clause that the next one calls a task",
        ),
        pytest.param(
            "经开区今年要抓好招商，把老厂房改建成众创空间。",
            ["hard 经开区: 把老厂房改建成众创空间 by 2025-12-31"],
            id="the year goes on to what is made",
        ),
        pytest.param(
            "启动实施老街环境整治，谋划建设会展中心。",
            ["soft -: 启动实施老街环境整治"],
            id="what is started, and what is only thought of",
        ),
        pytest.param(
            "对26家化工企业逐家开展安全评估,8月底前完成。",
            ["hard -: 对26家化工企业逐家开展安全评估,8月底前完成 [26家] by 2025-08-31"],
            id="a bare completion brings the deadline of the clause before",
        ),
        pytest.param(
            "各镇书记每月外出招商不少于2次,每次不少于3家企业。",
            ["hard 各镇书记: 外出招商不少于2次,每次不少于3家企业 [不少于3家] every FREQ=MONTHLY"],
            id="what each time has to bring is a part",
        ),
        pytest.param(
            "第一,抓开工。发改局要牵头抓总。对卡住的5个项目,审批局要派人跟办,7月底前办完手续;不具备条件的,8月10日前调出计划。",
            [
                "hard 审批局: 派人跟办 [5个]",
                "hard 审批局: 办完手续 by 2025-07-31",
                "hard 发改局: 调出计划 by 2025-08-10",
            ],
            id="behind a semicolon a new topic falls back to the lead body",
        ),
        pytest.param(
            "我局将清理台账15本。",
            ["hard 我局: 清理台账15本 [15本]"],
            id="the speaker's own office is a named body",
        ),
    ],
)
def test_how_far_things_reach(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        pytest.param("除旧码头因涉及军港仍要封闭之外，其余9个码头拆除围栏。", ["其余9个码头拆除围栏"], id="what is left out tells nothing"),
        pytest.param("充分利用明年省里将办农博会的机会，积极招商。", [], id="an occasion, whatever its date"),
        pytest.param("到2030年，亿元以上的合作社有15家。", ["亿元以上的合作社有15家"], id="how many there are to be by a year"),
        pytest.param("全市亿元以上的合作社有15家。", [], id="how many there are"),
        pytest.param("去年，实事共完成30项。", [], id="a time of the past before a comma"),
        pytest.param("为运输户减负30万元左右。", ["为运输户减负30万元左右"], id="what burdens are to be lightened by"),
        pytest.param("海盐产量登上百万吨台阶。", ["海盐产量登上百万吨台阶"], id="a step that is mounted"),
        pytest.param("新开三条线路，延伸两条线路。", ["新开三条线路", "延伸两条线路"], id="routes are no lines of a saying"),
    ],
)
def test_tasks_of_a_plan(rows: Rows, task: str, expected: list[str]) -> None:
    found = rows(f"三、2026年工作安排\n（一）抓好重点工作\n要全力做好各项工作。{task}")
    assert [row.partition(": ")[2].partition(" [")[0] for row in found] == expected


@pytest.mark.parametrize("act", ["请12名专家坐诊", "给300名老人免费理发", "在校门口划停车位40个", "和8家企业结对子"])
def test_among_tasks_a_sentence_that_opens_with_yao_gives_one(rows: Rows, act: str) -> None:
    assert rows(f"一、抓民生\n要在月底前改造危房30户。要{act}。")[-1].startswith(f"hard -: {act} [")


@pytest.mark.parametrize("tale", ["跑5个窗口", "等20天、花200元", "盖12个章", "走12公里山路", "背300万元的债", "请5个科长签字"])
@pytest.mark.parametrize("between", ["", "办证难。"])
def test_what_people_have_to_bear_is_no_task_among_them(rows: Rows, tale: str, between: str) -> None:
    assert len(rows(f"一、抓作风\n要在月底前改造大厅3处。{between}要{tale}。")) == 1


def test_behind_a_complaint_an_act_is_told_as_well(rows: Rows) -> None:
    assert len(rows("一、抓作风\n要在月底前改造大厅3处。办证难。要请12名中人说情。")) == 1


@pytest.mark.parametrize(
    "told",
    [
        "公安局立案不足30件。",
        "渔政站立案80件以上，去年同期只有40件。",
        "渔政站全年查处违规船300艘以上，挽回损失3亿元。",
        "偷鱼3000元以上立案。",
        "查处一批300平方米以上违建。",
    ],
)
def test_of_offences_what_has_been_done_and_what_is_dealt_with(rows: Rows, told: str) -> None:
    assert rows(told) == []


@pytest.mark.parametrize(
    "told", ["今年换届，各乡镇要稳住队伍。", "今年买单的是财政。", "今年挖潜力。", "明年换新颜。", "今年刷新认识。", "今年换挡提速。"]
)
def test_an_act_of_one_character_needs_a_figure_or_a_day(rows: Rows, told: str) -> None:
    assert rows(told) == []


def test_with_a_figure_or_a_day_it_acts(rows: Rows) -> None:
    assert rows("今年换水管3公里。") == ["hard -: 换水管3公里 [3公里] by 2025-12-31"]
    assert rows("9月底前换水管。") == ["hard -: 换水管 by 2025-09-30"]


@pytest.mark.parametrize(
    "told",
    [
        "2024年计划开工12个，实际开工8个。",
        "2025年计划投资3亿元，累计完成2亿元。",
        "今年计划总投资3亿元，已完成2亿元。",
        "2025年计划实施的12个项目都已开工。",
        "明年计划要早谋划。",
    ],
)
def test_a_plan_that_is_told_with_what_came_of_it(rows: Rows, told: str) -> None:
    assert rows(told) == []


def test_what_is_planned_for_a_year_to_come(rows: Rows) -> None:
    assert rows("2026年计划修渠12公里。") == ["hard -: 修渠12公里 [12公里] by 2026-12-31"]


def test_a_purpose_with_a_figure_is_a_target(rows: Rows) -> None:
    assert rows("要抓好春耕，为粮食总产稳定在425亿公斤打好基础。")[-1].endswith(" [425亿公斤]")


def test_groups_in_figures_stay_with_their_day(rows: Rows) -> None:
    assert "下设3个组，每组5人，6月底前到位" in rows("县里成立防汛专班，下设3个组，每组5人，6月底前到位。")[-1]


@pytest.mark.parametrize("act", ["初检一次", "初审名单", "初核台账"])
def test_a_first_check_is_not_the_beginning_of_a_month(rows: Rows, act: str) -> None:
    assert rows(f"水利局每月{act}。")[0].startswith(f"hard 水利局: {act} ")


def test_what_there_is_behind_a_verb_only_tells_which_ones(rows: Rows) -> None:
    heading = "二、2026年重点工作\n新建驿站12个。"
    assert rows(f"{heading}改造现有30个驿站。")[-1] == "hard -: 改造现有30个驿站 [30个]"
    assert len(rows(f"{heading}全县现有30个驿站。")) == 1


@pytest.mark.parametrize("purpose", ["为明年开工建设做好充分准备", "为明年6月复航打下基础", "为如期实现全年新增泊位30个的目标"])
def test_what_a_task_is_good_for_is_no_task(rows: Rows, purpose: str) -> None:
    assert rows(f"要在年底前清淤渠道3公里,{purpose}。") == ["hard -: 清淤渠道3公里 [3公里] by 2025-12-31"]


def test_who_is_counted_is_served_by_what_is_prepared(rows: Rows) -> None:
    assert rows("为6家渔行做好开市准备，9月底前完成。") == ["hard -: 为6家渔行做好开市准备，9月底前完成 [6家] by 2025-09-30"]


def test_offences_in_a_sentence_on_last_year_are_told(rows: Rows) -> None:
    assert rows("去年渔政站严管禁渔，年底前查处60起。") == []
    assert rows("今年渔政站要严管禁渔，年底前查处60起。") == ["hard 渔政站: 查处60起 [60起] by 2025-12-31"]
