"""How far a body, a deadline and the word for the past reach: across clauses, sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from commitments.pipeline import Extraction

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "一、抓改造\n住建局要摸清底数。\n9月底前改造小区12个。",
            "hard -: 改造小区12个 [12个] by 2025-09-30",
            id="a new paragraph ends who was in charge",
        ),
        pytest.param(
            "(一)窗口改造,由信息科总牵头。\n9月底前改造窗口12个。",
            "hard 信息科: 改造窗口12个 [12个] by 2025-09-30",
            id="a heading that says who leads holds for its paragraphs",
        ),
        pytest.param(
            "1.台账。这一块还是工会牵头。9月底前慰问职工120人。",
            "hard 工会: 慰问职工120人 [120人] by 2025-09-30",
            id="what was just named, and who leads it",
        ),
        pytest.param(
            "一、修路\n这件事陈*副镇长分管,具体由交管站牵头,各村配合。\n先说桥面。9月底前修补桥面12处。\n再说边沟。10月底前清淤边沟9条。",
            "hard 交管站+各村: 清淤边沟9条 [9条] by 2025-10-31",
            id="a first sentence that only says who leads holds for all paragraphs of its item",
        ),
        pytest.param(
            "一、修路\n9月底前修补桥面12处。\n边沟由交管站牵头。\n10月底前清淤边沟9条。",
            "hard -: 清淤边沟9条 [9条] by 2025-10-31",
            id="further down it holds for its own paragraph",
        ),
        pytest.param(
            "一、民生\n教办要9月底前走访120户。\n助餐这一头也是老龄办牵头。10月底前开办食堂9家。",
            "hard 老龄办: 开办食堂9家 [9家] by 2025-10-31",
            id="a topic that is taken up, and who leads it",
        ),
        pytest.param(
            "水务局要巡堤,我每月到现场看一次。",
            "hard 我: 到现场看一次 every FREQ=MONTHLY",
            id="the speaker promises himself",
        ),
        pytest.param(
            "我们要每月到现场看一次。",
            "hard -: 到现场看一次 every FREQ=MONTHLY",
            id="我们 is everybody",
        ),
        pytest.param(
            "水务局、交警大队你们两家商量,本周内划线三条。",
            "hard 水务局、交警大队: 划线三条 [三条] by 2025-06-15",
            id="a pronoun takes the names up",
        ),
        pytest.param(
            "刚才法院说要再增设调解室6个。",
            "hard 法院: 再增设调解室6个 [6个]",
            id="刚才 is no part of a name",
        ),
        pytest.param(
            "检查出来的12条由安监科分头去过,月底前全部销号。",
            "hard 安监科: 分头去过 [12条]",
            id="a figure before 由 ends a topic that opens like a verb",
        ),
        pytest.param(
            "乡长6月底前造册12本,先送教育局审核,7月底前分发450本。",
            "hard 乡长: 分发450本 [450本] by 2025-07-31",
            id="送 and whom it goes to",
        ),
        pytest.param(
            "云岭、下坪、金竹这三个乡,户口册要重新登记,7月底前装订成册。",
            "hard 云岭、下坪、金竹: 装订成册 by 2025-07-31",
            id="a list that a count sums up, as a clause",
        ),
        pytest.param(
            "指挥部下设督查、执法、宣传三个组,每周碰头一次。",
            "hard 指挥部: 碰头一次 every FREQ=WEEKLY",
            id="what is set up is no list of those who are meant",
        ),
        pytest.param(
            "民政局那边,6月底前发放补贴120户。", "hard 民政局: 发放补贴120户 [120户] by 2025-06-30", id="who is meant, said aside"
        ),
        pytest.param(
            "成立由审计局、林业局组成的暗访组,对12个县每月暗访一遍。",
            "hard 暗访组: 对12个县每月暗访一遍 [12个] every FREQ=MONTHLY",
            id="any team that is set up",
        ),
        pytest.param(
            "医务科要把关,甲级率二季度末达到95%,丙级病历零发生。",
            "hard 医务科: 丙级病历零发生 [零发生] by 2025-06-30",
            id="a figure behind a dated target is one as well",
        ),
        pytest.param(
            "电商科、外贸科要分别组建服务队2支。", "hard 电商科、外贸科: 分别组建服务队2支 [2支]", id="分别 forbids nothing"
        ),
        pytest.param("单位一把手6月底前要走访12户。", "hard 单位一把手: 走访12户 [12户] by 2025-06-30", id="把 inside 一把手"),
        pytest.param(
            "门诊部的同志听好了,6月底前增加自助机20台。",
            "hard 门诊部: 增加自助机20台 [20台] by 2025-06-30",
            id="who is spoken to",
        ),
        pytest.param("后勤保障部每周检修电梯2次。", "hard 后勤保障部: 检修电梯2次 every FREQ=WEEKLY", id="a department inside a body"),
        pytest.param("劳动监察大队盯着,6月底前清欠12家。", "hard 劳动监察大队: 清欠12家 [12家] by 2025-06-30", id="盯着 is a duty"),
        pytest.param("水政支队全部下沉,每周巡逻3次。", "hard 水政支队: 巡逻3次 every FREQ=WEEKLY", id="全部 behind a body"),
    ],
)
def test_who_is_in_charge(rows: Rows, text: str, expected: str) -> None:
    assert expected in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "机房的9处隐患,要在6月14日前全部改掉,由信息科、保卫科共同负责。",
            ["hard 信息科、保卫科: 全部改掉 [9处; 全部] by 2025-06-14"],
            id="who acts is said at the end",
        ),
        pytest.param(
            "今年新建冷库14座,由商务局负责,10月底前完成八成。",
            ["hard 商务局: 新建冷库14座 [14座] by 2025-12-31", "hard 商务局: 完成八成 [八成] by 2025-10-31"],
            id="who is responsible is said between two acts",
        ),
        pytest.param(
            "要建成水闸9座。(责任单位:水利局;完成时限:9月底前)",
            ["hard 水利局: 建成水闸9座 [9座] by 2025-09-30"],
            id="a bracket with a time limit",
        ),
        pytest.param(
            "2、种子。（牵头单位：农业局；责任单位：供销社）要储备稻种90吨，6月底前运到12个乡。每旬盘点一次库存。",
            [
                "hard 农业局+供销社: 储备稻种90吨 [90吨]",
                "hard 农业局+供销社: 运到12个乡 [12个] by 2025-06-30",
                "hard 农业局+供销社: 盘点一次库存 every FREQ=DAILY;INTERVAL=10",
            ],
            id="a bracket behind a title holds for what follows",
        ),
        pytest.param(
            "2、要储备稻种90吨，早稻晚稻都要有，一斤也不能少。（责任单位：供销社）6月底前运到12个乡。",
            ["hard 供销社: 储备稻种90吨 [90吨]", "hard -: 运到12个乡 [12个] by 2025-06-30"],
            id="a bracket behind a task holds for what stands before it",
        ),
        pytest.param(
            "要新建学校11所，新增学位1.5万个。（县教育局牵头，县住建局配合）\n再建成水闸9座（县水利局、县财政局）。",
            [
                "hard 县教育局+县住建局: 新建学校11所 [11所]",
                "hard 县教育局+县住建局: 新增学位1.5万个 [1.5万个]",
                "hard 县水利局、县财政局: 再建成水闸9座 [9座]",
            ],
            id="a bracket of bodies alone",
        ),
        pytest.param(
            "要新建学校11所，新增学位1.5万个（县教育局牵头，9月底前完成）。\n要开办夜校6所。（由县总工会负责，年底前）",
            [
                "hard 县教育局: 新建学校11所 [11所] by 2025-09-30",
                "hard 县教育局: 新增学位1.5万个 [1.5万个] by 2025-09-30",
                "hard 县总工会: 开办夜校6所 [6所] by 2025-12-31",
            ],
            id="a bracket of bodies that says by when",
        ),
        pytest.param(
            "6月底前修渡口9处（文化和旅游局牵头，石桥镇、各村配合）。9月底前修桥9座（由白果乡负责）。",
            [
                "hard 文化和旅游局+石桥镇、各村: 修渡口9处 [9处] by 2025-06-30",
                "hard 白果乡: 修桥9座 [9座] by 2025-09-30",
            ],
            id="a place in a bracket has the work where its share is told",
        ),
        pytest.param(
            "要建成食堂15家，6月底前开伙（县民政局负责）；改造小区28个（县住建局、各街道负责）。",
            [
                "hard 县民政局: 建成食堂15家 [15家]",
                "hard 县民政局: 开伙 by 2025-06-30",
                "hard 县住建局、各街道: 改造小区28个 [28个]",
            ],
            id="a bracket at the end of a clause is no part of it",
        ),
        pytest.param(
            "要建成泵站2座。牵头单位：县水利局 配合单位：各镇 完成时限：9月底\n要清淤8公里。\n"
            "责任领导：李某；责任单位：县住建局\n完成时限：6月底前\n要新栽行道树300棵。",
            [
                "hard 县水利局+各镇: 建成泵站2座 [2座] by 2025-09-30",
                "hard 县住建局: 清淤8公里 [8公里] by 2025-06-30",
                "hard -: 新栽行道树300棵 [300棵]",
            ],
            id="labels without a bracket, behind a task or on lines of their own",
        ),
        pytest.param(
            "要建成泵站2座。\n责任领导：李某\n责任单位：县水利局\n完成时限：9月底前\n要清淤8公里。\n牵头单位：县住建局\n配合单位：各镇",
            ["hard 县水利局: 建成泵站2座 [2座] by 2025-09-30", "hard 县住建局+各镇: 清淤8公里 [8公里]"],
            id="labels line by line are one bracket",
        ),
        pytest.param(
            "要压实责任：谁主管谁负责。要落实责任人：村村有人管，6月底前挂牌12块。",
            ["hard -: 挂牌12块 [12块] by 2025-06-30"],
            id="what stands behind a colon is not always a name",
        ),
        pytest.param(
            "6月底前撤并3家单位（县招商局、县投促局、县合作局）。",
            ["hard -: 撤并3家单位（县招商局、县投促局、县合作局） [3家] by 2025-06-30"],
            id="a bracket of bodies that says which they are",
        ),
        pytest.param(
            "公安局要对63家夜市挨个查,共63家。",
            ["hard 公安局: 对63家夜市挨个查 [63家]"],
            id="a sum that says the figure again adds none",
        ),
        pytest.param(
            "公安局要组建巡防队,对夜市挨个查,共63家。",
            ["soft 公安局: 组建巡防队", "hard 公安局: 对夜市挨个查,共63家 [63家]"],
            id="how many there are of what is done one by one",
        ),
        pytest.param(
            "卫健局要选派医疗队9支,每队驻点不少于15天。",
            ["hard 卫健局: 选派医疗队9支 [9支]", "hard 卫健局: 每队驻点不少于15天 [不少于15天]"],
            id="what each does is a target of its own",
        ),
        pytest.param(
            "民政局要新建食堂9处,每处面积不低于80平方米。",
            ["hard 民政局: 新建食堂9处 [9处]", "hard 民政局: 每处面积不低于80平方米 [不低于80平方米]"],
            id="and what each measures",
        ),
        pytest.param(
            "民政局要举办讲座9场,每场不少于80人。",
            ["hard 民政局: 举办讲座9场,每场不少于80人 [9场; 不少于80人]"],
            id="but so many for each belong to the total",
        ),
        pytest.param(
            "卫健局要组建医疗队9支,每队配护士六人,6月底前进村。",
            ["hard 卫健局: 组建医疗队9支,每队配护士六人 [9支; 六人]", "hard 卫健局: 进村 by 2025-06-30"],
            id="how many each team gets",
        ),
        pytest.param(
            "水利局要6月底前装好闸门9扇。县财政先垫80万元。7月底前验收闸门4扇。",
            [
                "hard 水利局: 装好闸门9扇 [9扇] by 2025-06-30",
                "hard 县财政: 先垫80万元 [80万元]",
                "hard 水利局: 验收闸门4扇 [4扇] by 2025-07-31",
            ],
            id="the budget that pays does not take the item over",
        ),
        pytest.param(
            "镇里要清运垃圾,车不够,再买三台压缩车。",
            ["soft 镇里: 清运垃圾", "hard 镇里: 再买三台压缩车 [三台]"],
            id="an adverb and a short verb before a figure",
        ),
        pytest.param(
            "各乡镇要组建以民兵为主的巡堤队,每个村不少于九人,另组一支60人的机动队,6月底前登记造册。",
            [
                "hard 各乡镇: 组建以民兵为主的巡堤队,每个村不少于九人 [不少于九人]",
                "hard 各乡镇: 组一支60人的机动队 [一支; 60人]",
                "hard 各乡镇: 登记造册 by 2025-06-30",
            ],
            id="how many each of those gives makes a row hard",
        ),
        pytest.param("良种补贴6月底前打到农户的卡上。", ["hard -: 打到农户的卡上 by 2025-06-30"], id="to where something goes"),
        pytest.param(
            "农机站要检修农机90台,其中山前片的30台全部更新。",
            ["hard 农机站: 检修农机90台 [90台]", "hard 农机站: 山前片的30台全部更新 [30台; 全部]"],
            id="a part of which all is due is a target of its own",
        ),
        pytest.param("车不够,再有三台压缩车就好了。", [], id="再有 names a condition"),
        pytest.param(
            "科协要抽检样品90份,每个乡镇至少5份。",
            ["hard 科协: 抽检样品90份,每个乡镇至少5份 [90份; 至少5份]"],
            id="how much each of those named has to bring",
        ),
        pytest.param(
            "公安局会同银行、通信公司,建立快速止付机制,两小时内完成止付。",
            ["soft 公安局+银行、通信公司: 建立快速止付机制", "hard 公安局+银行、通信公司: 完成止付 by 2025-06-10"],
            id="with whom somebody acts is said of tasks",
        ),
        pytest.param(
            "工会要办好夜校。扫盲班去年办了十二个,今年再办八个,巩固率保持在95%以上。",
            ["hard 工会: 再办八个 [八个] by 2025-12-31", "hard 工会: 巩固率保持在95%以上 [95%以上] by 2025-12-31"],
            id="this year against the last",
        ),
        pytest.param(
            "院感科要抓落实,依从率三季度要提高10个百分点。",
            ["hard 院感科: 依从率三季度要提高10个百分点 [10个百分点] by 2025-09-30"],
            id="a bare period between a measure and 要",
        ),
        pytest.param(
            "督导组每周五通报上周进度。",
            ["hard 督导组: 通报上周进度 every FREQ=WEEKLY;BYDAY=FR"],
            id="上周 behind the verb tells nothing",
        ),
        pytest.param(
            "公安局每周巡查两次,各派出所同步安排。",
            ["hard 公安局: 巡查两次 every FREQ=WEEKLY", "hard 各派出所: 同步安排 every FREQ=WEEKLY"],
            id="同步 takes a frequency over",
        ),
        pytest.param(
            "公安局每周巡查两次,巡查记录完整率不低于95%;投诉办结率达到98%。",
            [
                "hard 公安局: 巡查两次 every FREQ=WEEKLY",
                "hard 公安局: 巡查记录完整率不低于95% [不低于95%] every FREQ=WEEKLY",
                "hard 公安局: 投诉办结率达到98% [98%]",
            ],
            id="how well it is done each time, up to the semicolon",
        ),
        pytest.param(
            "公安局每周巡查两次,打卡率要达到95%。",
            ["hard 公安局: 巡查两次 every FREQ=WEEKLY", "hard 公安局: 打卡率要达到95% [95%]"],
            id="a measure with a modal word of its own leaves the rhythm",
        ),
        pytest.param(
            "园区要补配套,确保标准厂房6月底前交付,净水厂扩建年内投运。",
            ["hard 园区: 标准厂房6月底前交付 by 2025-06-30", "hard 园区: 净水厂扩建年内投运 by 2025-12-31"],
            id="an aim goes on over the next clause",
        ),
        pytest.param(
            "园区要补配套,确保标准厂房6月底前交付,城管局年内装灯90盏。",
            ["hard 园区: 标准厂房6月底前交付 by 2025-06-30", "hard 城管局: 装灯90盏 [90盏] by 2025-12-31"],
            id="but not over somebody else's work",
        ),
        pytest.param(
            "城管局8月、10月各装灯45盏。",
            ["hard 城管局: 各装灯45盏 [45盏] by 2025-10-31"],
            id="what is due at two times is due by the later one",
        ),
        pytest.param(
            "民政局去年修好坡道90处,还剩59处,9月底前改完。",
            ["hard 民政局: 改完 [59处] by 2025-09-30"],
            id="what is left is what the date behind it is for",
        ),
        pytest.param(
            "民政局去年修好坡道90处,还剩59处没动,9月底前开会研究。",
            ["hard 民政局: 开会研究 by 2025-09-30"],
            id="unless it only tells that nothing has been done",
        ),
        pytest.param(
            "城建公司要把大桥三季度合龙。",
            ["hard 城建公司: 把大桥三季度合龙 by 2025-09-30"],
            id="a bridge that is joined by its period",
        ),
        pytest.param(
            "医务科要改流程。麻醉科先配人。手术占比,年底要达到50%。",
            ["hard 医务科: 达到50% [50%] by 2025-12-31"],
            id="a measure as topic goes back to the lead body",
        ),
        pytest.param(
            "骨科要签约3家;内科要达标4项,确保9月底前通过验收。",
            [
                "hard 骨科: 签约3家 [3家]",
                "hard 内科: 达标4项 [4项]",
                "hard 内科: 通过验收 by 2025-09-30",
            ],
            id="no joint result across a semicolon",
        ),
        pytest.param("9处隐患限定在6月14日前全部改掉。", ["hard -: 全部改掉 [9处; 全部] by 2025-06-14"], id="限定 goes with the date"),
        pytest.param(
            "县教育局年内对7个项目联合检查。", ["hard 县教育局: 对7个项目联合检查 [7个] by 2025-12-31"], id="联合 as the manner of an act"
        ),
        pytest.param("67个教学点,校长不会用。", [], id="who cannot do it"),
        pytest.param("今年我给你们提个要求。", [], id="to demand something is said of the speech"),
        pytest.param("人社局、工会你们两家签个联勤协议。", ["soft 人社局、工会: 签个联勤协议"], id="a verb of one character with 个"),
        pytest.param("教育局要把道理讲到每一户家里。", [], id="what is said and thought is nothing to be ticked off"),
        pytest.param("各镇要把3个项目作为重中之重。", [], id="esteem"),
    ],
)
def test_what_stands_before_and_behind(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("民政局要走访12户。\n希望大家再加把劲,确保全年各项任务圆满完成!", id="希望大家 opens the closing paragraph"),
        pytest.param("开会了。\n民政局要走访12户。请大家咬紧牙关,确保全年各项目标圆满实现!", id="请大家 does so as well"),
        pytest.param("民政局要走访12户。要健全部门联动机制。", id="全部 across the edge of two words"),
    ],
)
def test_what_closes_a_speech_is_no_task(rows: Rows, text: str) -> None:
    assert rows(text) == ["hard 民政局: 走访12户 [12户]"]


def test_a_task_before_the_closing_words_stands(rows: Rows) -> None:
    assert rows("开会了。\n督查室要成立专班。希望大家打赢今年的硬仗!") == ["soft 督查室: 成立专班"]


def test_a_described_topic_before_an_agent(rows: Rows) -> None:
    text = "消防队要在6月20日前查12家市场,发现的重大隐患由当地政府分头整改40处。"
    assert "hard 当地政府: 分头整改40处 [40处]" in [row.replace(" by 2025-06-20", "") for row in rows(text)]


def test_a_year_long_over_that_says_which_estates_are_meant_is_no_deadline(rows: Rows) -> None:
    assert rows("2018年前建成的小区年底前改造完。") == ["hard -: 改造完 by 2025-12-31"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("9月1日到9月30日,是“清淤攻坚月”。攻坚月里,镇领导每周巡堤一次。", date(2025, 9, 30), id="the period it is for"),
        pytest.param("9月1日到9月30日,全镇进入“清淤攻坚月”。攻坚月里,各站所每周报一次。", date(2025, 9, 30), id="进入 names a period"),
        pytest.param("9月底前修补桥面12处,镇领导每周巡堤一次。", None, id="another date is no period"),
    ],
)
def test_a_frequency_ends_with_its_period(read_speech: Callable[..., Extraction], text: str, end: date | None) -> None:
    deadline = read_speech(text).commitments[-1].deadline
    assert deadline is not None
    assert (deadline.recurrence, deadline.end) == (("FREQ=WEEKLY",), end)


def test_a_date_behind_a_short_name_is_no_event(rows: Rows) -> None:
    assert rows("民政局年底之前开起来30家。") == ["hard 民政局: 开起来30家 [30家] by 2025-12-31"]
    assert rows("搬之前民政局要走访30家。") == ["hard 民政局: 走访30家 [30家]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各园区新增企业5家以上,全县新增企业40家。", ["hard 各园区: 新增企业5家以上 [5家以上]", "hard -: 全县新增企业40家 [40家]"]),
        ("各园区要新增企业5家以上,全县新增企业40家。", ["hard 各园区: 新增企业5家以上 [5家以上]", "hard 各园区: 全县新增企业40家 [40家]"]),
        ("力争在校学生达到3000人。", ["hard -: 在校学生达到3000人 [3000人]"]),
        ("确保在6月底前完工。", ["hard -: 完工 by 2025-06-30"]),
    ],
)
def test_what_the_whole_place_reaches_and_what_is_aimed_at(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows("今年要抓好以下工作。" + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "确保候车区等配套用房年底投入使用。",
            ["hard -: 候车区等配套用房年底投入使用 by 2025-12-31"],
            id="a bare period right before the verb that it dates",
        ),
        pytest.param(
            "帮扶政策延续到2027年底。",
            ["hard -: 帮扶政策延续到2027年底 by 2027-12-31"],
            id="how long something lasts is the predicate",
        ),
        pytest.param(
            "建设东岗、西岗、南岗三个各具特色的街区,建立“一站式”服务平台。",
            ["hard -: 建设东岗、西岗、南岗三个各具特色的街区 [三个]", "soft -: 建立“一站式”服务平台"],
            id="a verb before a list of places names what is made",
        ),
        pytest.param(
            "老城区着力推进管网改造、河道清淤2个项目,新建泵站3座。",
            ["hard -: 老城区着力推进管网改造、河道清淤2个项目 [2个]", "hard -: 新建泵站3座 [3座]"],
            id="a verb that sets a task inside a list that is counted",
        ),
    ],
)
def test_what_a_verb_inside_the_clause_governs(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows("今年要抓好以下工作。" + text) == expected


def test_an_aim_ends_with_its_part_of_the_sentence(rows: Rows) -> None:
    text = "确保渡口8月底前全部建成；危房改造工作7月底前全面完成。"
    assert rows(text)[-1] == "hard -: 全面完成 by 2025-07-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每月25日前，各渡口站要报一次水位。", ["hard 各渡口站: 报一次水位 every FREQ=MONTHLY;BYMONTHDAY=25"]),
        (
            "每周五，渡口站要向乡里报告水位，9月底前修好渡船。",
            ["hard 渡口站: 向乡里报告水位 every FREQ=WEEKLY;BYDAY=FR", "hard 渡口站: 修好渡船 by 2025-09-30"],
        ),
    ],
)
def test_a_rhythm_before_the_comma_holds_for_who_acts_behind_it(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "今年要办好实事：1.改造渡口5处；2.水利局要在5月底前清淤；3.新建便桥3座。",
            [
                "hard -: 办好实事 by 2025-12-31",
                "hard -: 改造渡口5处 [5处] by 2025-12-31",
                "hard 水利局: 清淤 by 2025-05-31",
                "hard -: 新建便桥3座 [3座] by 2025-12-31",
            ],
            id="a body and a date of one number",
        ),
        pytest.param(
            "交通局6月底前要办好实事：一是改造渡口5处，二是由住建局改造小区9个，三是新建便桥3座。",
            [
                "hard 交通局: 办好实事 by 2025-06-30",
                "hard 交通局: 改造渡口5处 [5处] by 2025-06-30",
                "hard 住建局: 改造小区9个 [9个] by 2025-06-30",
                "hard 交通局: 新建便桥3座 [3座] by 2025-06-30",
            ],
            id="what stands before the numbers holds for each",
        ),
        pytest.param(
            "今年要抓好渡运。1.改造渡口5处。2.水利局要在5月底前清淤。3.新建便桥3座。",
            ["hard -: 改造渡口5处 [5处]", "hard 水利局: 清淤 by 2025-05-31", "hard -: 新建便桥3座 [3座]"],
            id="a sentence for each number",
        ),
        pytest.param(
            "交通局要抓紧。1.改造渡口5处；2.新建便桥3座。住建局要抓紧。1.改造小区9个；2.新建公厕6座。",
            [
                "hard 交通局: 改造渡口5处 [5处]",
                "hard 交通局: 新建便桥3座 [3座]",
                "hard 住建局: 改造小区9个 [9个]",
                "hard 住建局: 新建公厕6座 [6座]",
            ],
            id="a list that begins anew has who stands before it",
        ),
        pytest.param(
            "交通局7月底前要做两件事，一是改造渡口5处，二是新建便桥3座；住建局8月底前要做两件事，一是改造小区9个，二是新建公厕6座。",
            [
                "hard 交通局: 做两件事 by 2025-07-31",
                "hard 交通局: 改造渡口5处 [5处] by 2025-07-31",
                "hard 交通局: 新建便桥3座 [3座] by 2025-07-31",
                "hard 住建局: 做两件事 by 2025-08-31",
                "hard 住建局: 改造小区9个 [9个] by 2025-08-31",
                "hard 住建局: 新建公厕6座 [6座] by 2025-08-31",
            ],
            id="and by when, in one sentence",
        ),
        pytest.param(
            "交通局要抓紧。1.由住建局牵头，（1）改造小区9个；（2）新建公厕6座；2.新建便桥3座。",
            ["hard 住建局: 改造小区9个 [9个]", "hard 住建局: 新建公厕6座 [6座]", "hard 交通局: 新建便桥3座 [3座]"],
            id="a list in an item of another",
        ),
        pytest.param(
            "交通局要抓紧。10.改造渡口5处；由住建局改造小区9个；11.新建便桥3座。",
            ["hard 交通局: 改造渡口5处 [5处]", "hard 住建局: 改造小区9个 [9个]", "hard 交通局: 新建便桥3座 [3座]"],
            id="11 is not the first",
        ),
        pytest.param("今年要组织3.5万名船工参训。", ["hard -: 组织3.5万名船工参训 [3.5万名] by 2025-12-31"], id="a fraction is no number"),
    ],
)
def test_numbers_in_a_line_are_items_of_their_own(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("县审批局要在企业提交材料后3个工作日内发证。", "县审批局"),
        ("受理中心要在企业提交材料后3个工作日内发证。", "受理中心"),
        ("国库支付中心要在企业提交材料后3个工作日内付款。", "国库支付中心"),
    ],
)
def test_a_body_named_after_its_work_is_no_event(rows: Rows, text: str, owner: str) -> None:
    assert [row.split(":")[0] for row in rows(text)] == [f"hard {owner}"]


def test_the_day_of_a_frequency_holds_for_what_stands_behind_it(rows: Rows) -> None:
    assert rows("教育局9月底前每周检查一次，整改隐患12处，培训教师300名。", "2025-03-03") == [
        "hard 教育局: 检查一次 every FREQ=WEEKLY",
        "hard 教育局: 整改隐患12处 [12处] by 2025-09-30",
        "hard 教育局: 培训教师300名 [300名] by 2025-09-30",
    ]


def test_an_owner_of_works_is_no_main_flood(rows: Rows) -> None:
    assert [row.split(":")[0] for row in rows("项目业主汛期内每天巡堤两次。")] == ["hard 项目业主"]
