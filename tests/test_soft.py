"""Rows without figure and date: a thing that is made or handed over, or the concrete act of a named owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "应急局要与公安交警签订应急联动协议。",
            ["soft 应急局: 与公安交警签订应急联动协议"],
            id="a verb behind a partner, whose name holds another verb's character",
        ),
        pytest.param("供水公司要给高楼住户架设增压设备。", ["soft 供水公司: 给高楼住户架设增压设备"], id="a verb behind whom it is for"),
        pytest.param(
            "审计局要对近两年的招商合同开展一次专项审计。",
            ["soft 审计局: 对近两年的招商合同开展一次专项审计"],
            id="a light verb's act closes its object",
        ),
        pytest.param("团委要设立青年创业引导基金。", ["soft 团委: 设立青年创业引导基金"], id="a word that allows, inside a name"),
        pytest.param("民政局要建立“一户一卡”信息库。", ["soft 民政局: 建立“一户一卡”信息库"], id="a thing known by its own name"),
        pytest.param("商务局要牵头成立外贸服务专班。", ["soft 商务局: 成立外贸服务专班"], id="who leads founds something"),
        pytest.param("电力公司要抓紧抢修受损线路。", ["soft 电力公司: 抓紧抢修受损线路"], id="haste before a concrete act"),
        pytest.param("工会要给外卖骑手开个快速通道。", ["soft 工会: 给外卖骑手开个快速通道"], id="a verb of one character makes a thing"),
        pytest.param("教育局要组织消防专项验收。", ["soft 教育局: 组织消防专项验收"], id="an act that closes the object"),
        pytest.param("气象台要密切监视上游水情。", ["soft 气象台: 密切监视上游水情"], id="an adverb before the act"),
        pytest.param("信访局要约谈三河矿业公司。", ["soft 信访局: 约谈三河矿业公司"], id="a talk with somebody named"),
        pytest.param("卫健局要试行“先看病后付费”制度。", ["soft 卫健局: 试行“先看病后付费”制度"], id="a mechanism that has a name"),
        pytest.param("供电所要跟养殖户签好用电合同。", ["soft 供电所: 跟养殖户签好用电合同"], id="signed and done, behind a partner"),
        pytest.param("园林处做个花木账册平台，把数据汇起来。", ["soft 园林处: 做个花木账册平台"], id="a light verb with 个 makes a thing"),
        pytest.param("粮食局写个报告给我。", ["soft 粮食局: 写个报告给我"], id="and for whom"),
        pytest.param("文化馆要把“小小鼓手”活动办起来。", ["soft 文化馆: 把“小小鼓手”活动办起来"], id="what is got going"),
        pytest.param("办好冬枣文化节。", ["soft -: 办好冬枣文化节"], id="a festival"),
        pytest.param("组建多部门联合的助企服务队。", ["soft -: 组建多部门联合的助企服务队"], id="no body begins with its founding"),
        pytest.param("高新区要大力推进滨江商务区等项目建设。", ["soft 高新区: 大力推进滨江商务区等项目建设"], id="works that are named"),
        pytest.param("要高标准规划建设温泉小镇。", ["soft -: 高标准规划建设温泉小镇"], id="a place that is built"),
        pytest.param("申建国家级生态示范城市。", ["soft -: 申建国家级生态示范城市"], id="what is applied for"),
        pytest.param("完善园区“协办员制度”。", ["soft -: 完善园区“协办员制度”"], id="the name holds the word for what it is"),
        pytest.param(
            "要推广“上午送件、下午取证”的“即时办”服务模式。",
            ["soft -: 推广“上午送件、下午取证”的“即时办”服务模式"],
            id="a way of working that has a name",
        ),
    ],
)
def test_soft_row(rows: Rows, text: str, expected: list[str]) -> None:
    """What can be ticked off without a figure or a date is a soft row."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("要在建设一流港口上展现担当。", id="in what respect somebody is to do well"),
        pytest.param("各镇要把纠纷化解在屋檐下。", id="where trouble is to end is a figure of speech"),
        pytest.param("编办研究一下方案。", id="what is only thought over"),
        pytest.param("要落实执法“三项制度”。", id="so many of a kind are no name"),
        pytest.param("纪委要盯住采购、验收这些关键环节。", id="watching is an attitude"),
        pytest.param("招商局要对照合同条款。", id="a yardstick is no act"),
        pytest.param("机关纪委要加强监督检查。", id="an improvement with an act inside"),
        pytest.param("城市建设是长期工程。", id="what a noun phrase is said to be"),
        pytest.param("教育局要把校风学风抓实抓细。", id="把 with an attitude"),
        pytest.param("资规局要严守生态保护红线。", id="a line that is held, without a figure"),
        pytest.param("妇联要把姐妹们的劲头鼓起来。", id="把 with a mood"),
        pytest.param("支持企业建立研发中心。", id="a word that allows, before the act"),
        pytest.param("建成一批特色小镇。", id="a batch without number"),
        pytest.param("新建改造一批乡镇农贸中心。", id="a batch behind a chain of verbs"),
        pytest.param("提高新建医院建设标准。", id="what is newly built as an attribute"),
        pytest.param("高新区要大力推进基础设施建设。", id="works by their kind"),
        pytest.param("谋划建设沿江快速通道。", id="what is only thought of"),
        pytest.param("执法大队该移送的移送。", id="acts named for all cases in general"),
        pytest.param("广泛开展文明单位创建活动。", id="a campaign behind a light verb"),
        pytest.param("供电局要确保有一批变电站投产。", id="what there should be"),
        pytest.param("住建局答应的交房兑现不了。", id="what cannot be done"),
        pytest.param("水务集团承担的泵站扩建工程,要倒排工期。", id="a verb that describes the noun behind it"),
        pytest.param("农业局要采取轮作方式。", id="by what means"),
        pytest.param("作风上实行“零懈怠”。", id="an attitude in quotation marks is no mechanism"),
        pytest.param("加快建设跨境物流试验区。", id="progress without a measure"),
        pytest.param("泵站早一天建成。", id="the sooner the better"),
        pytest.param("财政所要把补贴政策讲透。", id="把 with talk"),
        pytest.param("商务局要主动对接省商务厅。", id="liaison is no act"),
        pytest.param("对连续垫底的,由区委约谈主要负责同志。", id="a talk with whoever is in charge is a sanction"),
        pytest.param("安监站要整改一个、销号一个。", id="acts named for each case"),
        pytest.param("以创建文明城市为抓手。", id="what serves as a lever"),
        pytest.param("运输工作实行站长负责制。", id="responsibility alone"),
        pytest.param("各部门要拿出钉钉子的劲头。", id="to bring out something that is no paper"),
        pytest.param("水文站分析了去冬的墒情。", id="told with an aspect mark"),
    ],
)
def test_no_soft_row(rows: Rows, text: str) -> None:
    """Attitudes, yardsticks, definitions and what is only allowed are none."""
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "各学校要在9月10日前上好安全课,开展全员疏散演练。",
            ["hard 各学校: 上好安全课 by 2025-09-10", "hard 各学校: 开展全员疏散演练 by 2025-09-10"],
            id="a drill",
        ),
        pytest.param(
            "林业局要在8月底前完成勘界,埋设界桩。",
            ["hard 林业局: 完成勘界 by 2025-08-31", "hard 林业局: 埋设界桩 by 2025-08-31"],
            id="a concrete act",
        ),
        pytest.param(
            "住建局要在8月底前完成室内空气检测,检测报告向业主公开。",
            ["hard 住建局: 完成室内空气检测 by 2025-08-31", "hard 住建局: 检测报告向业主公开 by 2025-08-31"],
            id="an object before its verb",
        ),
        pytest.param(
            "水厂要在8月底前完成改造,出水达到一级标准。",
            ["hard 水厂: 完成改造 by 2025-08-31", "hard 水厂: 出水达到一级标准 by 2025-08-31"],
            id="what a measure reaches",
        ),
        pytest.param(
            "今年全县主要预期目标是:财政收入增长6%,物价涨幅控制在省定范围内。",
            ["hard -: 财政收入增长6% [6%] by 2025-12-31", "hard -: 物价涨幅控制在省定范围内 by 2025-12-31"],
            id="an item of a list of targets",
        ),
    ],
)
def test_deadline_carried(rows: Rows, text: str, expected: list[str]) -> None:
    """A concrete act behind a dated clause has that clause's deadline."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    "act",
    [
        pytest.param("异地新建聋哑学校", id="what is newly built"),
        pytest.param("在湖区建设规模最大、设施最全的渔场公园", id="where it is built"),
        pytest.param("以代建方式建设冷链产业园", id="how it is built"),
        pytest.param("推动货运机场二期投运", id="what is to be put into operation"),
        pytest.param("推动水利规划获国务院批复", id="what is to be approved"),
        pytest.param("推动渔业风情小镇纳入省级试点", id="on which list a thing is to be put"),
        pytest.param("将泵站改造提升工程纳入国家规划", id="verbs in the name of what is put on a list"),
        pytest.param("乡镇篮球馆免费向社会开放", id="what is opened to all"),
    ],
)
def test_soft_row_of_a_plan(rows: Rows, act: str) -> None:
    assert rows(f"一、2025年重点任务\n扩大有效投资。{act}。\n") == [f"soft -: {act}"]


def test_the_way_something_goes_is_no_soft_row(rows: Rows) -> None:
    assert rows("一、2025年重点任务\n在全面建成小康社会的征程中，不忘来路。\n") == []
