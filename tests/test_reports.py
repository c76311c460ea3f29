"""What real reports showed: works that are described, places and shares that act for nobody, subjects that lead nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from commitments.pipeline import Extraction

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "今年主要预期目标是：茶叶产值增长7%、力争8%。",
            ["hard -: 茶叶产值增长7%、力争8% [7%; 8%] by 2025-12-31"],
            id="a higher figure behind the one that is due",
        ),
        pytest.param(
            "下半年要抓好以下工作。实施总投资6亿元的9个水利项目，选择30户符合条件的茶企试点。",
            ["hard -: 实施总投资6亿元的9个水利项目 [9个]", "hard -: 选择30户符合条件的茶企试点 [30户]"],
            id="works with a long attribute",
        ),
        pytest.param(
            "下半年要抓好以下工作。推进渠道改造、泵站搬迁等17个水利项目，确保灌溉用水稳定。",
            ["hard -: 推进渠道改造、泵站搬迁等17个水利项目 [17个]"],
            id="a verb in an enumeration",
        ),
        pytest.param(
            "今年下达的9个管网项目，10月底前全部开工。", ["hard -: 全部开工 [9个; 全部] by 2025-10-31"], id="a year that only says which"
        ),
        pytest.param(
            "渠首改造、库区清淤两个项目，水务公司要倒排工期，11月底前完工。",
            ["hard 水务公司: 完工 [两个] by 2025-11-30"],
            id="listed and counted works are a topic",
        ),
        pytest.param(
            "年底前助餐点覆盖80%以上的社区。",
            ["hard -: 助餐点覆盖80%以上的社区 [80%以上] by 2025-12-31"],
            id="a share right behind its verb",
        ),
        pytest.param("下半年要抓好以下工作。41个村庄生活污水有效治理。", ["hard -: 41个村庄生活污水有效治理 [41个]"], id="done altogether"),
        pytest.param(
            "年内清退资质不达标、管理不到位的外包单位5家以上。",
            ["hard -: 清退资质不达标、管理不到位的外包单位5家以上 [5家以上] by 2025-12-31"],
            id="what a failing describes",
        ),
        pytest.param(
            "推动北门养老中心投入运营，加快一批项目开工。", ["soft -: 推动北门养老中心投入运营"], id="works that are brought about"
        ),
        pytest.param(
            "各级民政、消防、城管等部门要在8月底前检查养老院40家。",
            ["hard 各级民政、消防、城管等部门: 检查养老院40家 [40家] by 2025-08-31"],
            id="departments of several fields",
        ),
        pytest.param(
            "镇党委、镇政府主要领导每季度下访一次。",
            ["hard 镇党委、镇政府主要领导: 下访一次 every FREQ=MONTHLY;INTERVAL=3"],
            id="leaders of several bodies",
        ),
        pytest.param(
            "各市、县政府要在9月底前建成示范站12个。",
            ["hard 各市、县政府: 建成示范站12个 [12个] by 2025-09-30"],
            id="government of several levels",
        ),
        pytest.param(
            "水利局、林业局等部门要在8月底前栽树3万株。",
            ["hard 水利局、林业局: 栽树3万株 [3万株] by 2025-08-31"],
            id="full names need no 等部门",
        ),
        pytest.param(
            "县委确定今年的主要目标是：茶叶产值增长7%。",
            ["hard -: 茶叶产值增长7% [7%] by 2025-12-31"],
            id="who sets the targets does not own them",
        ),
        pytest.param(
            "镇财政安排治水资金300万元，推动渠道改造。力争新增灌溉面积2000亩。",
            ["hard 镇财政: 安排治水资金300万元 [300万元]", "hard -: 新增灌溉面积2000亩 [2000亩]"],
            id="a subject without a duty",
        ),
        pytest.param(
            "水利站要牵头治水，6月底前清淤3公里，各村每月报一次进度。要抓好抗旱，7月底前打井9眼。",
            [
                "hard 水利站: 清淤3公里 [3公里] by 2025-06-30",
                "hard 各村: 报一次进度 every FREQ=MONTHLY",
                "hard 水利站: 打井9眼 [9眼] by 2025-07-31",
            ],
            id="the lead body behind another subject",
        ),
        pytest.param("推动城北2万千瓦风电等新建项目开工。", ["soft -: 推动城北2万千瓦风电等新建项目开工"], id="size in the name of works"),
        pytest.param(
            "关停6座800立方米以下高炉，引进1个超5亿元的茶旅项目。",
            ["hard -: 关停6座800立方米以下高炉 [6座]", "hard -: 引进1个超5亿元的茶旅项目 [1个]"],
            id="a size class behind a count",
        ),
        pytest.param(
            "今年要培训万名茶农，建成百万亩茶园。",
            ["hard -: 培训万名茶农 [万名] by 2025-12-31", "hard -: 建成百万亩茶园 [百万亩] by 2025-12-31"],
            id="a place word behind its verb",
        ),
        pytest.param("要建立健全覆盖全县的征信平台。", [], id="healthy and cover"),
        pytest.param("要突破一批关键技术。", [], id="to break through some"),
        pytest.param("每个镇至少打造一条夜市街。", ["hard 镇: 至少打造一条夜市街 [一条]"], id="one at least"),
        pytest.param("要进入全国茶业百强县。", ["hard -: 进入全国茶业百强县 [百强县]"], id="a hundred strongest"),
        pytest.param(
            "会后县农办要把清单印发到村，7月5日前报县委。",
            ["soft 县农办: 把清单印发到村", "hard 县农办: 报县委 by 2025-07-05"],
            id="who is named only by what it sets up",
        ),
        pytest.param(
            "二级以上医院开设康复门诊的比例力争突破60%。",
            ["hard -: 二级以上医院开设康复门诊的比例力争突破60% [突破60%]"],
            id="the share is measured, not the body",
        ),
        pytest.param(
            "各镇接到预警后5个工作日内入户核实。", ["hard 各镇: 入户核实 by 接到预警后5个工作日内"], id="an event before the span"
        ),
        pytest.param(
            "镇财政每年安排治水资金300万元。", ["hard 镇财政: 安排治水资金300万元 [300万元] every FREQ=YEARLY"], id="a rate and how often"
        ),
        pytest.param("今年计划投资2亿元，截至5月底完成9000万元。", [], id="a plan that is told with its progress"),
        pytest.param(
            "要在年底前把精制茶比例提升到55%，其中红茶不低于2万吨。",
            ["hard -: 把精制茶比例提升到55% [55%] by 2025-12-31", "hard -: 红茶不低于2万吨 [不低于2万吨] by 2025-12-31"],
            id="a part of another measure",
        ),
        pytest.param(
            "今年计划改造小区30个，到8月底完成15个。",
            ["hard -: 改造小区30个 [30个] by 2025-12-31", "hard -: 完成15个 [15个] by 2025-08-31"],
            id="a plan and its milestone",
        ),
        pytest.param("新院区9月底前将进入试运行。", ["hard 新院区: 进入试运行 by 2025-09-30"], id="a dated forecast"),
        pytest.param(
            "镇水利站要在6月底前汇报清淤方案（在镇党委会上）。",
            ["hard 镇水利站: 汇报清淤方案（在镇党委会上） by 2025-06-30"],
            id="a bracket behind a task",
        ),
        pytest.param(
            "年底前新购公交车60辆并实施站台改造等工程。",
            ["hard -: 新购公交车60辆并实施站台改造等工程 [60辆] by 2025-12-31"],
            id="what is bought beside works",
        ),
        pytest.param(
            "从即日起到8月底，开展“百日攻坚”行动，分自查自纠、集中整治两个阶段进行。",
            ["hard -: 开展“百日攻坚”行动 by 2025-08-31"],
            id="stages",
        ),
        pytest.param("明年将是不寻常的一年。", [], id="what lies ahead"),
        pytest.param("（2025年6月10日在全县茶业工作会议上）", [], id="where and when it was said"),
        pytest.param("确保城北小学秋季开学。", ["hard -: 城北小学秋季开学 by 秋季"], id="the season of an event"),
        pytest.param(
            "今年要推动出台《古茶树保护条例》。", ["hard -: 推动出台《古茶树保护条例》 by 2025-12-31"], id="a paper that has a title"
        ),
        pytest.param(
            "县农业农村局要出台支持茶旅融合的补充政策。",
            ["soft 县农业农村局: 出台支持茶旅融合的补充政策"],
            id="what is permitted inside what is issued",
        ),
        pytest.param("涉及喷涂的12家，7月底前完成改造。", ["hard -: 完成改造 [12家] by 2025-07-31"], id="what a verb describes is a topic"),
        pytest.param("治保主任带着巡逻队每天晚上转一圈。", ["hard 治保主任+巡逻队: 转一圈 every FREQ=DAILY"], id="who is taken along"),
        pytest.param(
            "模拟检查由镇督导室具体组织，检查结束后三天以内反馈各村。",
            ["hard 镇督导室: 反馈各村 by 检查结束后三天以内"],
            id="who organises",
        ),
        pytest.param(
            "县政府办要在12月上旬组织一次观摩，打分结果在县电视台公布。",
            ["hard 县政府办: 组织一次观摩 by 2025-12-10", "hard 县政府办: 打分结果在县电视台公布 by 2025-12-10"],
            id="where it is published",
        ),
        pytest.param(
            "民政局要加强指导，年底前小区业主委员会组建率达到80%以上。",
            ["hard 民政局: 小区业主委员会组建率达到80%以上 [80%以上] by 2025-12-31"],
            id="how many of a body are set up",
        ),
        pytest.param("去年省领导来看的时候问了一句，国庆前必须全线通车。", ["hard -: 全线通车 by 2025-09-30"], id="who came last year"),
        pytest.param(
            "一、2024年工作回顾\n去年茶叶产值增长5%。今年的主要预期目标是：茶叶产值增长6%左右，游客增长8%。",
            ["hard -: 茶叶产值增长6%左右 [6%左右] by 2025-12-31", "hard -: 游客增长8% [8%] by 2025-12-31"],
            id="targets below a review",
        ),
        pytest.param(
            "县粮食局要会同财政局、审计局等单位建立会商机制。",
            ["soft 县粮食局+财政局、审计局: 建立会商机制"],
            id="a list of those asked along",
        ),
        pytest.param("全乡86名护林员要每天巡山一次。", ["hard 护林员: 巡山一次 every FREQ=DAILY"], id="so many of them"),
        pytest.param("今年入库的茶叶年底前全部完成检测。", ["hard -: 全部完成检测 [全部] by 2025-12-31"], id="the year only says which"),
        pytest.param(
            "年底前新增仓容8万吨，其中北部三个镇不少于5万吨。",
            ["hard -: 新增仓容8万吨，其中北部三个镇不少于5万吨 [8万吨; 不少于5万吨] by 2025-12-31"],
            id="a part that falls to places",
        ),
        pytest.param(
            "经发局要牵头招商，6月底前签约3家。开发区要每月报一次进度。对停产企业，要一企一策，盘活厂房200亩。",
            [
                "hard 经发局: 签约3家 [3家] by 2025-06-30",
                "hard 开发区: 报一次进度 every FREQ=MONTHLY",
                "hard 经发局: 盘活厂房200亩 [200亩]",
            ],
            id="a new topic with 要",
        ),
        pytest.param(
            "入厂前培训不少于24学时，这是国家的规定；7月底前，由安环科组织在岗的300名员工全部重考。",
            ["hard 安环科: 组织在岗的300名员工全部重考 [300名; 全部] by 2025-07-31"],
            id="a norm ends with its part of the sentence",
        ),
        pytest.param(
            "下半年要抓好以下工作。高质量办结省级督察移交的73件信访件，因地制宜培育2个特色明显的乡土品牌。做好老街90户危房的排险工作。",
            [
                "hard -: 高质量办结省级督察移交的73件信访件 [73件]",
                "hard -: 因地制宜培育2个特色明显的乡土品牌 [2个]",
                "hard -: 做好老街90户危房的排险工作 [90户]",
            ],
            id="behind an adverb of manner a verb takes its object whole",
        ),
        pytest.param(
            "下半年要抓好以下工作。全面整治的12个小区，9月底前验收。提档升级9个文化广场。",
            ["hard -: 验收 [12个] by 2025-09-30", "hard -: 提档升级9个文化广场 [9个]"],
            id="a verb right before 的 only describes, behind an adverb too",
        ),
        pytest.param(
            "选址论证由华源集团委托有资质的单位编制,7月15日前送审。",
            ["soft 华源集团: 委托有资质的单位编制", "hard 华源集团: 送审 by 2025-07-15"],
            id="no name ends inside a word behind 由",
        ),
        pytest.param(
            "卡口由所在村的村委会设好,6月底前完成。",
            ["hard 所在村的村委会: 完成 by 2025-06-30"],
            id="a body of the place that is meant",
        ),
        pytest.param(
            "今后综治中心每十天发一期通报。",
            ["hard 综治中心: 发一期通报 every FREQ=DAILY;INTERVAL=10"],
            id="from now on is no part of a name",
        ),
        pytest.param("排班名单县委办6月3日前发下去。", ["hard 县委办: 发下去 by 2025-06-03"], id="a body behind the paper that it sends"),
        pytest.param(
            "水利局6月底前把护岸林补起来,不少于八十亩。",
            ["hard 水利局: 把护岸林补起来,不少于八十亩 [不少于八十亩] by 2025-06-30"],
            id="a clause that only says how much",
        ),
        pytest.param(
            "住建局6月底前把那段路硬化,大概一点六公里。",
            ["hard 住建局: 把那段路硬化,大概一点六公里 [大概一点六公里] by 2025-06-30"],
            id="one and a bit is no article",
        ),
        pytest.param(
            "清理工作由港口局牵头,4月10日前完成登记造册。无证的14处,6月底前拆除。",
            ["hard 港口局: 完成登记造册 by 2025-04-10", "hard -: 拆除 [14处] by 2025-06-30"],
            id="who was named by 由 for one topic is silent about the next",
        ),
        pytest.param("工信局6月底前跟企业把协议签了。", ["hard 工信局: 跟企业把协议签了 by 2025-06-30"], id="dealt with by a date"),
        pytest.param("去年底工信局把协议签了。", [], id="dealt with already"),
        pytest.param("全市需要登记员3100名。", [], id="how many are needed"),
        pytest.param(
            "环卫公司年底前八座站都要正常出水。", ["hard 环卫公司: 正常出水 [八座] by 2025-12-31"], id="things that are counted do not act"
        ),
        pytest.param("腾退后的厂房,文旅局6月底前改成展馆。", ["hard 文旅局: 改成展馆 by 2025-06-30"], id="what has become of a thing"),
        pytest.param(
            "水务局5月底前送审;报批期间,可先行进场。", ["hard 水务局: 送审 by 2025-05-31"], id="a time of waiting and what is allowed in it"
        ),
        pytest.param("协商不成的报县政府裁定。", [], id="where no agreement is reached"),
        pytest.param(
            "环卫公司要管好,6月底前八座站都要正常出水,监测数据同步接到平台上。",
            ["hard 环卫公司: 正常出水 [八座] by 2025-06-30", "hard 环卫公司: 监测数据同步接到平台上 by 2025-06-30"],
            id="the model names nothing that is counted",
        ),
        pytest.param("水利局接着上,6月底前补好护坡。", ["hard 水利局: 补好护坡 by 2025-06-30"], id="who takes over"),
        pytest.param(
            "国土所牵头,水利站、石桥镇一起干,年内复垦三块。",
            ["hard 国土所+水利站、石桥镇: 复垦三块 [三块] by 2025-12-31"],
            id="who works along",
        ),
        pytest.param("登记员要填写保密承诺书。", ["soft 登记员: 填写保密承诺书"], id="a paper that is filled in"),
        pytest.param("缺的二十台风力灭火机,由财政所6月底前采购到位。", ["hard 财政所: 采购到位 [二十台] by 2025-06-30"], id="no storm"),
        pytest.param(
            "由沿江三个村6月底前清理河滩四百亩。", ["hard 沿江三个村: 清理河滩四百亩 [四百亩] by 2025-06-30"], id="a figure of the name"
        ),
        pytest.param("到期装不上的,我们报请区里停它的电。", [], id="those who have not done it"),
        pytest.param("育秧期从3月1日算起,到4月30日为止。", [], id="how long a period lasts"),
        pytest.param(
            "一个单位出两人,人事局6月底前把名单定下来。",
            ["hard -: 一个单位出两人 [两人]", "hard 人事局: 把名单定下来 by 2025-06-30"],
            id="one of them gives so many",
        ),
        pytest.param("一个单位有两人请假。", [], id="how many one has"),
        pytest.param("农技站小李你盯住育秧,6月底前栽完。", ["hard 农技站小李: 栽完 by 2025-06-30"], id="who is called by his station"),
        pytest.param("请铁路办出面与铁路局衔接,6月底前取得许可。", ["hard 铁路办: 取得许可 by 2025-06-30"], id="who goes to talk"),
        pytest.param(
            "监测报告由港务集团委托有资质的单位编制,6月底前送审。",
            ["soft 港务集团: 委托有资质的单位编制", "hard 港务集团: 送审 by 2025-06-30"],
            id="a verb behind 的 closes the clause",
        ),
        pytest.param("两员名册6月15日报县普查办备案。", ["hard -: 报县普查办备案 by 2025-06-15"], id="no name holds a date"),
        pytest.param("水务局8月上报。", ["hard 水务局: 上报 by 2025-08-31"], id="a month in digits before any act"),
        pytest.param(
            "登记由港务局牵头,8月10日前造册,逐处提出处置意见。",
            ["hard 港务局: 造册 by 2025-08-10", "hard 港务局: 逐处提出处置意见 by 2025-08-10"],
            id="an opinion on each case",
        ),
        pytest.param("供电所的同志辛苦一点,夏收以前换完。", ["hard 供电所: 换完 by 夏收以前"], id="who is asked to take pains"),
        pytest.param("工会要向县委提出建议。", [], id="a proposal is none"),
    ],
)
def test_reports(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("各级民政、消防、城管等部门要在8月底前检查养老院40家。", ("各级民政、消防、城管等部门",)),
        ("镇党委、镇政府主要领导每季度下访一次。", ("镇党委、镇政府主要领导",)),
        ("各市、县政府要在9月底前建成示范站12个。", ("各市、县政府",)),
        ("各镇、镇政府要在9月底前建成示范站12个。", ("各镇", "镇政府")),
        ("发改局、分管领导要在9月底前约谈3家单位。", ("发改局", "分管领导")),
        ("水利局、林业局等部门要在8月底前栽树3万株。", ("水利局", "林业局")),
        ("发改、财政、住建三家要在8月底前会审12个项目。", ("发改", "财政", "住建")),
    ],
)
def test_one_name_or_several(read_speech: Callable[..., Extraction], text: str, owners: tuple[str, ...]) -> None:
    assert [commitment.owner for commitment in read_speech(text, "2025-06-10").commitments] == [owners]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("建设国际花卉之都。", id="a title is no deliverable"),
        pytest.param("把养犬管理纳入规范化轨道。", id="no list into which something is put"),
        pytest.param("吸引各类金融机构入驻。", id="the wish that others act"),
        pytest.param("切实提高茶叶项目开工率、投产率。", id="a verb in the name of a share"),
        pytest.param("培育上市企业。", id="a verb that says which companies"),
        pytest.param("推动冷链园专业化运营。", id="how something is run"),
        pytest.param("取缔露天烧烤。", id="a ban of a class"),
        pytest.param("形成有效的激励机制。", id="what comes of the work"),
        pytest.param("建立和完善供水调度机制。", id="an improvement without a name"),
        pytest.param("重大决策出台前向群众公告。", id="a time of a standing norm"),
        pytest.param("持续巩固散煤“清零”成果。", id="what is kept has been reached"),
    ],
)
def test_what_sounds_like_a_deliverable_is_none(text: str, rows: Rows) -> None:
    assert rows(f"下半年要抓好以下工作。新建冷库3座。{text}") == ["hard -: 新建冷库3座 [3座]"]


@pytest.mark.parametrize(
    "action",
    [
        pytest.param("实现江东隧道全线竣工", id="what is opened, behind 实现"),
        pytest.param("推动老茶厂二期开工建设", id="the start of works that are named"),
        pytest.param("加快乡镇水利总体规划编制", id="a plan that is drawn up"),
        pytest.param("完善“四督四保”“四个一”推进机制", id="a mechanism with two names"),
        pytest.param("创建成为省级园林城市", id="a title that is granted"),
    ],
)
def test_a_deliverable_is_known_by_what_brings_it_about(action: str, rows: Rows) -> None:
    assert rows(f"下半年要抓好以下工作。{action}。") == [f"soft -: {action}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "二、2025年重点工作\n（一）养老\n1、建设敬老院4所。\n（二）托育\n2、新建托育园6所。\n（三）交通\n3、建设公路80公里。",
            ["hard -: 建设敬老院4所 [4所]", "hard -: 新建托育园6所 [6所]", "hard -: 建设公路80公里 [80公里]"],
            id="a list that numbers on",
        ),
        pytest.param(
            "建议2025年主要预期指标为：茶园面积增长4%，库容增加30万立方米。",
            ["hard -: 茶园面积增长4% [4%] by 2025-12-31", "hard -: 库容增加30万立方米 [30万立方米] by 2025-12-31"],
            id="indicators that are proposed for a year",
        ),
        pytest.param(
            "今年全县治水的主要任务是：清淤河道9条，加固堤防7公里。",
            ["hard -: 清淤河道9条 [9条] by 2025-12-31", "hard -: 加固堤防7公里 [7公里] by 2025-12-31"],
            id="tasks of a year",
        ),
        pytest.param("今年主要指标初步安排为：茶园增长4%。", ["hard -: 茶园增长4% [4%] by 2025-12-31"], id="a head that arranges"),
        pytest.param("今年计划安排：修桥3座。", ["hard -: 修桥3座 [3座] by 2025-12-31"], id="a head of a list is no task"),
    ],
)
def test_lists_and_their_heads(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, date="2025-02-08") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "油菜面积稳在18万亩左右，荒坡再复种0.6万亩，育苗大棚再添40个。（牵头单位：县农业局）",
            [
                "hard 县农业局: 油菜面积稳在18万亩左右 [18万亩左右]",
                "hard 县农业局: 荒坡再复种0.6万亩 [0.6万亩]",
                "hard 县农业局: 育苗大棚再添40个 [40个]",
            ],
            id="who answers for them makes tasks of bare figures",
        ),
        pytest.param(
            "库区船舶定位率达到97%以上；航道图8月底前绘好，老旧的6艘工作船同步退出。（责任单位：县海事处）",
            [
                "hard 县海事处: 库区船舶定位率达到97%以上 [97%以上]",
                "hard 县海事处: 绘好 by 2025-08-31",
                "hard 县海事处: 老旧的6艘工作船同步退出 [6艘] by 2025-08-31",
            ],
            id="also of a measure, and of what is done at the same time",
        ),
        pytest.param("油菜面积稳在18万亩左右。", [], id="without the bracket the figure may be told"),
        pytest.param("去年新建大棚40个。（责任单位：县农业局）", [], id="what was done is no task, whoever answers for it"),
    ],
)
def test_a_bracket_behind_an_item_says_that_it_directs(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "铺面还空着60间，灯都不亮，上半年盘活一半以上。", ["hard -: 盘活一半以上 [一半以上] by 2025-06-30"], id="a period still"
        ),
        pytest.param("去年上半年覆盖了九成，下半年覆盖率达到92%。", [], id="a period of the year that is told"),
        pytest.param(
            "应急局年内查处案件不少于30件，举报奖励由300元提到2000元。",
            ["hard 应急局: 查处案件不少于30件 [不少于30件] by 2025-12-31", "hard 应急局: 举报奖励由300元提到2000元 [2000元] by 2025-12-31"],
            id="a reward that is raised",
        ),
        pytest.param(
            "班子成员从下个月起，每个月至少带队暗访一次。", ["hard 班子成员: 至少带队暗访一次 every FREQ=MONTHLY"], id="at least"
        ),
        pytest.param("说起农机，我碰到一个机手，手底下六台拖拉机。", [], id="what is mentioned is not called up"),
        pytest.param(
            "债务年内化解2亿元，拖欠企业账款上半年清零。",
            ["hard -: 化解2亿元 [2亿元] by 2025-12-31", "hard -: 清零 [清零] by 2025-06-30"],
            id="what has piled up is a topic",
        ),
    ],
)
def test_what_is_still_to_come(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


REPORT = "各位代表：\n现在，我代表县人民政府，向大会报告工作。\n二、2025年工作安排\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "加快渔业发展。水产公司要建好育苗车间。改造进村道路90公里。", "hard -: 改造进村道路90公里 [90公里]", id="a body named before"
        ),
        pytest.param(
            "加快渔业发展，水产公司要新建育苗车间3座；改造进村道路90公里。",
            "hard -: 改造进村道路90公里 [90公里]",
            id="a body named before ；",
        ),
        pytest.param(
            "每个乡镇新建敬老院1所；改建卫生院2所。", "hard 乡镇: 改建卫生院2所 [2所]", id="but a subject that opens the sentence stays"
        ),
    ],
)
def test_a_body_answers_for_its_own_sentence_in_a_report_of_the_government(rows: Rows, text: str, expected: str) -> None:
    assert rows(REPORT + text)[-1] == expected


def test_a_body_leads_its_item_where_it_is_told_what_to_do(rows: Rows) -> None:
    text = "同志们：\n二、2025年工作安排\n加快渔业发展。水产公司要建好育苗车间。进村道路,改造90公里。"
    assert rows(text)[-1] == "hard 水产公司: 改造90公里 [90公里]"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("除3处需履行审批程序外，其余的都要照旧。", id="what is left out, with its figure"),
        pytest.param(
            "这五年，乡村面貌一新。新增公办学校3所，改造棚户区90套。修路加快，水网完善。", id="what was done in these years"
        ),
    ],
)
def test_what_is_over_or_left_out_is_no_task(rows: Rows, text: str) -> None:
    assert rows("同志们：\n" + text) == []


def test_what_is_planned_to_be_spent_describes_in_a_review(rows: Rows) -> None:
    review = "各位代表：\n一、2024年工作回顾\n引进茶企9家，计划投资6亿元。\n"
    assert rows(review + "二、2025年工作安排\n计划投资8亿元。") == ["hard -: 投资8亿元 [8亿元]"]
