"""Who is put in charge by what is said of him or to him: how he stands, what belongs to him, who steps forward; what has been decided."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("粮贸集团亏损面大,9月底前要减亏两千万元。", "hard 粮贸集团: 减亏两千万元 [两千万元] by 2025-09-30"),
        ("水泥厂欠得最多,9月底前要先交五十万元。", "hard 水泥厂: 先交五十万元 [五十万元] by 2025-09-30"),
        ("柳河镇、上坪乡任务最重,9月底前要签约30户。", "hard 柳河镇、上坪乡: 签约30户 [30户] by 2025-09-30"),
        ("郑主任分管规上企业,每个月要请他们来谈一次。", "hard 郑主任: 请他们来谈一次 every FREQ=MONTHLY"),
        ("用电的事归供电所管,9月底前换表300块。", "hard 供电所: 换表300块 [300块] by 2025-09-30"),
        ("这项工作归口委考核科,9月底前选派七人到岗。", "hard 委考核科: 选派七人到岗 [七人] by 2025-09-30"),
        ("清淤是水利局的事,9月底前清完12公里。", "hard 水利局: 清完12公里 [12公里] by 2025-09-30"),
        ("于书记你辛苦一下,9月底前再签约12户。", "hard 于书记: 再签约12户 [12户] by 2025-09-30"),
        ("老陈你盯一下,9月底前签约12户。", "hard 老陈: 签约12户 [12户] by 2025-09-30"),
        ("非标债务全年压降三十亿元,这个数由金控集团总牵头,各平台配合。", "hard 金控集团+各平台: 压降三十亿元 [三十亿元] by 2025-12-31"),
        ("有收费权的部门,9月底前把过渡账户撤销。", "hard 有收费权的部门: 把过渡账户撤销 by 2025-09-30"),
        ("审批局抓总,规划局跟着一起审,9月底前发证六张。", "hard 审批局+规划局: 发证六张 [六张] by 2025-09-30"),
        ("9月底前拆除危房12处,以上任务由城管局牵头。", "hard 城管局: 拆除危房12处 [12处] by 2025-09-30"),
    ],
)
def test_who_is_in_charge(rows: Rows, text: str, expected: str) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("水泥厂污染最重,9月底前要关停炉窑两座。", id="what a mere place suffers says nothing of its work"),
        pytest.param("上坪村路难走,9月底前硬化5公里。", id="nor how it lies"),
        pytest.param("闲房归村集体所有,9月底前登记120处。", id="whose property a thing is"),
        pytest.param("这不是民政局一家的事,9月底前要核查300户。", id="whose alone it is not"),
        pytest.param("郑局长你看,9月底前要签约12户。", id="a look at what is told"),
    ],
)
def test_nobody_is_in_charge(rows: Rows, text: str) -> None:
    assert [row.split(":")[0] for row in rows(text)] == ["hard -"]


DATE = "2025-03-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "这件事由团委出面、妇联配合，4月底前招募志愿者60名。",
            ["hard 团委: 招募志愿者60名 [60名] by 2025-04-30"],
            id="who steps forward leads",
        ),
        pytest.param(
            "灯会安保，由文旅局商公安局制定方案，5月10日前报区政府审定。",
            ["soft 文旅局+公安局: 制定方案", "hard 文旅局+公安局: 报区政府审定 by 2025-05-10"],
            id="商 before a body asks it",
        ),
        pytest.param(
            "商会要会同工商联，4月底前走访会员80家。",
            ["hard 商会+工商联: 走访会员80家 [80家] by 2025-04-30"],
            id="a chamber of commerce is a body",
        ),
        pytest.param(
            "民宿消防，文旅局过去抓得不紧，五一前抽查15家。",
            ["hard 文旅局: 抽查15家 [15家] by 2025-04-30"],
            id="how a body did before names it",
        ),
        pytest.param(
            "各乡镇书记回去以后，要把空白点补上，4月底前每村配两名协管员。",
            ["soft 各乡镇书记: 把空白点补上", "hard 各乡镇书记: 每村配两名协管员 [两名] by 2025-04-30"],
            id="who goes home acts there",
        ),
        pytest.param("所需经费由县级财政安排，每个点补助3万元。", ["hard 县级财政: 每个点补助3万元 [3万元]"], id="所需 holds no office"),
        pytest.param(
            "秦主任，今年你要修完18公里，余下的明年汛期前收尾。",
            ["hard 秦主任: 修完18公里 [18公里] by 2025-12-31", "hard 秦主任: 收尾 by 明年汛期前"],
            id="one who is addressed by his office",
        ),
        pytest.param("老秦，你4月10日前把名单核一遍。", ["hard 老秦: 把名单核一遍 by 2025-04-10"], id="an elder who is addressed"),
        pytest.param(
            "各镇联系教育的领导4月底前走访学校12所。",
            ["hard 各镇联系教育的领导: 走访学校12所 [12所] by 2025-04-30"],
            id="each by what he is in charge of",
        ),
        pytest.param("镇派出所派出6名民警。", ["hard 镇派出所: 派出6名民警 [6名]"], id="派出 in a name is no verb"),
        pytest.param(
            "民政办清点一遍，4月底前补齐。",
            ["soft 民政办: 清点一遍", "hard 民政办: 补齐 by 2025-04-30"],
            id="so many times behind its verb",
        ),
        pytest.param(
            "年底前建成青石、白岭、双溪三个泵站，每站装机不少于2台。",
            [
                "hard -: 建成青石、白岭、双溪三个泵站 [三个] by 2025-12-31",
                "hard -: 每站装机不少于2台 [不少于2台] by 2025-12-31",
            ],
            id="what is made is no list of owners",
        ),
        pytest.param(
            "善后由县国资公司承办，126户的押金一次性退清，4月底前张榜公布。",
            ["hard 县国资公司: 126户的押金一次性退清 [126户]", "hard 县国资公司: 张榜公布 by 2025-04-30"],
            id="承办 assigns, and what is paid back at once is done",
        ),
    ],
)
def test_who_is_charged(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, date=DATE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "党组已经议定，今年药品抽检500批次，快检覆盖率达到90%。",
            ["hard -: 药品抽检500批次 [500批次] by 2025-12-31", "hard -: 快检覆盖率达到90% [90%] by 2025-12-31"],
            id="what has been decided is still to be done",
        ),
        pytest.param("党组去年议定的120个项目，已经全部完工。", [], id="what has been done is not"),
        pytest.param("这个95%的合格率有什么用？", [], id="nobody is told by a question"),
        pytest.param(
            "教育局5月推开错峰放学，第一批搞12所学校。",
            [
                "hard 教育局: 推开错峰放学 by 2025-05-31",
                "hard 教育局: 第一批搞12所学校 [12所] by 2025-05-31",
            ],
            id="a first batch",
        ),
        pytest.param("督查室从4月起每旬对一次账。", ["hard 督查室: 对一次账 every FREQ=DAILY;INTERVAL=10"], id="对账 parted by its count"),
        pytest.param(
            "司法所要进村讲课，每个村不少于2场。",
            ["hard 司法所: 进村讲课，每个村不少于2场 [不少于2场]"],
            id="the least for each measures the act before",
        ),
        pytest.param(
            "财政局要列入预算，按每人600元的标准安排。",
            ["soft 财政局: 列入预算", "hard 财政局: 按每人600元的标准安排 [600元]"],
            id="at a rate",
        ),
        pytest.param("规划局正在编制防洪规划。", [], id="what somebody is doing already"),
    ],
)
def test_what_is_still_to_be_done(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, date=DATE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "7月底前发放种羊300只。这件事由畜牧站负责，各村配合。",
            ["hard 畜牧站+各村: 发放种羊300只 [300只] by 2025-07-31"],
            id="a word points back",
        ),
        pytest.param(
            "8月底前换灯600盏。有的灯瞎了一年没人管。此项工作由路灯所和供电公司共同负责。",
            ["hard 路灯所、供电公司: 换灯600盏 [600盏] by 2025-08-31"],
            id="complaints in between",
        ),
        pytest.param(
            "9月底前建球场4个。由文旅局牵头，各街道具体落实。", ["hard 文旅局+各街道: 建球场4个 [4个] by 2025-09-30"], id="由 alone"
        ),
        pytest.param(
            "9月底前全部装上护栏。桥上的由交通局负责，河边的由水利局负责。",
            ["hard 交通局、水利局: 全部装上护栏 [全部] by 2025-09-30"],
            id="each part to its own",
        ),
        pytest.param(
            "9月底前清运垃圾800吨。这一块归环卫公司管。", ["hard 环卫公司: 清运垃圾800吨 [800吨] by 2025-09-30"], id="without 由"
        ),
        pytest.param(
            "9月底前加固堤防6公里。责任单位是水利局，配合单位为各镇。",
            ["hard 水利局+各镇: 加固堤防6公里 [6公里] by 2025-09-30"],
            id="a label with 是",
        ),
        pytest.param(
            "6月底前清障20处。这项工作由水利局负责。8月底前补栽柳树800棵。这项工作由林业局负责。",
            ["hard 水利局: 清障20处 [20处] by 2025-06-30", "hard 林业局: 补栽柳树800棵 [800棵] by 2025-08-31"],
            id="each for what stands since the one before",
        ),
        pytest.param(
            "清障的事拖了两年，谁也说不清楚。这项工作由水利局牵头，公安局配合。6月底前清障20处。",
            ["hard 水利局+公安局: 清障20处 [20处] by 2025-06-30"],
            id="before all tasks it heads them",
        ),
        pytest.param(
            "6月底前换灯600盏。绿地养护由园林所负责。", ["hard -: 换灯600盏 [600盏] by 2025-06-30"], id="another work has its own owner"
        ),
        pytest.param(
            "6月底前换灯600盏。绿化局7月底前补栽树苗900棵。这些工作由园林所负责。",
            ["hard 园林所: 换灯600盏 [600盏] by 2025-06-30", "hard 绿化局: 补栽树苗900棵 [900棵] by 2025-07-31"],
            id="who is named in the task stays",
        ),
        pytest.param(
            "今年要建球场4个。6月底前换灯600盏，装杆30根。这项工作由路灯所负责。",
            [
                "hard -: 建球场4个 [4个] by 2025-12-31",
                "hard 路灯所: 换灯600盏 [600盏] by 2025-06-30",
                "hard 路灯所: 装杆30根 [30根] by 2025-06-30",
            ],
            id="one work is the last sentence",
        ),
        pytest.param(
            "今年要建球场4个。6月底前换灯600盏。以上工作由文旅局负责！",
            ["hard 文旅局: 建球场4个 [4个] by 2025-12-31", "hard 文旅局: 换灯600盏 [600盏] by 2025-06-30"],
            id="several are all",
        ),
        pytest.param(
            "今年要建球场4个；6月底前换灯600盏；此事由路灯所负责。",
            ["hard -: 建球场4个 [4个] by 2025-12-31", "hard 路灯所: 换灯600盏 [600盏] by 2025-06-30"],
            id="in a clause, what stands since the last ；",
        ),
        pytest.param(
            "一、办学。9月底前建球场4个。\n二、照明。今年要装杆30根。6月底前换灯600盏。这项工作由路灯所负责。",
            [
                "hard -: 建球场4个 [4个] by 2025-09-30",
                "hard 路灯所: 装杆30根 [30根] by 2025-12-31",
                "hard 路灯所: 换灯600盏 [600盏] by 2025-06-30",
            ],
            id="in a numbered item it is the item",
        ),
        pytest.param("6月底前换灯600盏。这项工作去年由路灯所负责。", ["hard -: 换灯600盏 [600盏] by 2025-06-30"], id="whose it was"),
        pytest.param("6月底前换灯600盏。机关食堂的由后勤中心负责。", ["hard -: 换灯600盏 [600盏] by 2025-06-30"], id="whose one part is"),
    ],
)
def test_a_sentence_behind_the_tasks_says_whose_they_are(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-09") == expected


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("林业局，孙局长。山上的事我讲一句。树苗10月底前育出6万株。", "林业局", id="a body and its head"),
        pytest.param("供销社。农资储备10月底前备足800吨。", "供销社", id="a body alone"),
        pytest.param("最后，融媒体中心。片子10月底前做出3部。", "融媒体中心", id="behind a word of turn"),
        pytest.param("下面是农口。高标准农田10月底前建成2万亩。", "农口", id="a line of work"),
        pytest.param("李校长，开学说到就到。你要上心。图书10月底前补齐5000册。", "李校长", id="a person who is spoken to"),
        pytest.param("环卫科，小郑，树叶10月底前清运80吨。", "环卫科", id="a person behind his body"),
        pytest.param("老吴，你们畜牧站10月底前消毒圈舍12个。", "畜牧站", id="你们 before a name"),
        pytest.param("广播站老吴在吧？你们站10月底前修好20只喇叭。", "广播站", id="你们 takes up a body spoken of"),
        pytest.param("给你们物业公司派个任务：10月底前检修电梯12部。", "物业公司", id="who is given a task"),
        pytest.param("清渠这个活儿水利站牵个头，10月底前清完9公里。", "水利站", id="what the work is called"),
        pytest.param("树苗归林场统一育，10月底前育出6万株。", "林场", id="an adverb before the act"),
        pytest.param("李校长，去年才从外县调来。你们都知道。图书10月底前补齐5000册。", "-", id="a person who is told of"),
        pytest.param("下面请李校长。图书10月底前补齐5000册。", "李校长", id="a person who is invited"),
        pytest.param("水利站李站长。闸门10月底前修好5座。", "水利站李站长", id="a person behind his body's name"),
        pytest.param("内科李主任。探头10月底前换好5只。", "内科李主任", id="a person behind his unit"),
        pytest.param("谢谢李校长！图书10月底前补齐5000册。", "-", id="a person who is thanked"),
        pytest.param("我找过李校长。图书10月底前补齐5000册。", "-", id="a person who is told of with words before his name"),
        pytest.param("我原来在林业局。树苗10月底前育出6万株。", "-", id="where the speaker was"),
        pytest.param("组建旅游公司。10月底前接待游客3万人。", "-", id="what is set up"),
        pytest.param("10月底前办两期培训班。", "-", id="办 alone is no office"),
    ],
)
def test_who_is_called_up_in_speech(text: str, owner: str, rows: Rows) -> None:
    assert [row.split(" ", 1)[1].split(":")[0] for row in rows(text, "2025-06-03") if row.startswith("hard")] == [owner]


def test_a_heading_that_calls_bodies_names_who_acts_below(rows: Rows) -> None:
    text = "一、县文旅局、各景区：接好客人\n1.公厕6月底前改造22座。\n2.每周通报投诉。\n二、交通保障\n6月底前开通专线3条。"
    assert rows(text, "2025-06-03") == [
        "hard 县文旅局、各景区: 改造22座 [22座] by 2025-06-30",
        "hard 县文旅局、各景区: 通报投诉 every FREQ=WEEKLY",
        "hard -: 开通专线3条 [3条] by 2025-06-30",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("林业局，步道6月底前开挖18公里。", ["hard 林业局: 开挖18公里 [18公里] by 2025-06-30"], id="a body, then a topic"),
        pytest.param("供热公司，管网6月底前要试压完。", ["hard 供热公司: 试压完 by 2025-06-30"], id="with a modal"),
        pytest.param("人事科这头，职称评审6月20日前完成。", ["hard 人事科: 完成 by 2025-06-20"], id="an office and 这头"),
        pytest.param("各村支书听好，6月底前把名册交来。", ["hard 各村支书: 把名册交来 by 2025-06-30"], id="who is told to listen"),
        pytest.param("护理部。陪护床6月底前换好300张。", ["hard 护理部: 换好300张 [300张] by 2025-06-30"], id="an office alone"),
        pytest.param("林业局，去年6月底前挖通了18公里。", [], id="what is over"),
        pytest.param("林业局，2025年才挂牌。步道6月底前开挖18公里。", ["hard -: 开挖18公里 [18公里] by 2025-06-30"], id="told of"),
        pytest.param(
            "在册水库37座，去年修好21座。6月底前主体全部完工。这项工作由水利局负责。",
            ["hard 水利局: 主体全部完工 [全部] by 2025-06-30"],
            id="what there is stays told before a sentence that gives out the work",
        ),
        pytest.param(
            "交通局6月20日前装好护栏14处，同步把标志牌配齐。",
            ["hard 交通局: 装好护栏14处 [14处] by 2025-06-20", "hard 交通局: 同步把标志牌配齐 by 2025-06-20"],
            id="同步 before 把",
        ),
        pytest.param("农技站要把这3个村的事当作自己的事办。", [], id="how a thing is to be regarded"),
        pytest.param("水利局要下村。清淤12公里也好，加固堤防3处也罢，都要看效果。", [], id="either way"),
    ],
)
def test_who_is_named_before_a_comma(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-06-03") == expected


def test_of_several_whom_a_heading_names_the_one_that_leads_takes_new_topics(rows: Rows) -> None:
    text = (
        "一、消防队、水利站、供电所：查隐患\n"
        "消防队牵头，水利站、供电所参加，6月底前查完网吧51家。窗上的铁栅栏，7月底前全部拆除。\n"
        "楼道杂物，8月底前全部清走。"
    )
    assert rows(text, "2025-06-03") == [
        "hard 消防队+水利站、供电所: 查完网吧51家 [51家] by 2025-06-30",
        "hard 消防队: 全部拆除 [全部] by 2025-07-31",
        "hard 消防队、水利站、供电所: 全部清走 [全部] by 2025-08-31",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("这6户石桥镇9月底前要谈妥。", ["hard 石桥镇: 谈妥 [6户] by 2025-09-30"], id="so many spoken of, then who"),
        pytest.param("剩下的14亩水务局9月底前要收回。", ["hard 水务局: 收回 [14亩] by 2025-09-30"], id="so many that are left"),
        pytest.param("信息科，老曹，售票平台7月1日上线。", ["hard 信息科: 上线 by 2025-07-01"], id="a platform is no owner"),
        pytest.param("信息中心7月1日前上线系统3套。", ["hard 信息中心: 上线系统3套 [3套] by 2025-07-01"], id="who brings it on line is"),
        pytest.param("今年布设救助点4个，这件事救助队去办。", ["hard 救助队: 布设救助点4个 [4个] by 2025-12-31"], id="who sees to it"),
        pytest.param("东片听好了，6月底前清淤12处。", ["hard 东片: 清淤12处 [12处] by 2025-06-30"], id="who has been told to listen"),
        pytest.param("东片听好，准班率年底要到98%。", ["hard 东片: 准班率年底要到98% [98%] by 2025-12-31"], id="who is told to listen"),
        pytest.param("垫底的两位站长听好，6月底前把名单交来。", ["hard 垫底的两位站长: 把名单交来 by 2025-06-30"], id="as he is described"),
        pytest.param("大家听好，准班率年底要到98%。", ["hard -: 准班率年底要到98% [98%] by 2025-12-31"], id="everybody is"),
        pytest.param(
            "物资科6月20日前购船2条，驾长和水手同步配齐。",
            ["hard 物资科: 购船2条 [2条] by 2025-06-20", "hard 物资科: 驾长和水手同步配齐 by 2025-06-20"],
            id="whom others find",
        ),
        pytest.param(
            "机务科6月10日前查完泊位26个，用户投诉率要下降一半。",
            ["hard 机务科: 查完泊位26个 [26个] by 2025-06-10", "hard 机务科: 用户投诉率要下降一半 [一半]"],
            id="a measure with a modal of its own",
        ),
    ],
)
def test_who_sees_to_it_behind_what_it_is(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-06-03") == expected


def test_under_a_heading_that_names_bodies_what_this_year_brings_is_told(rows: Rows) -> None:
    text = "一、结算科、物资科：管好钱袋子\n今年油价放开，过去多跑多得，现在跑错了自己赔。\n呆账上半年控制在30万元以下。"
    assert rows(text, "2025-03-03") == ["hard 结算科、物资科: 控制在30万元以下 [30万元以下] by 2025-06-30"]


@pytest.mark.parametrize(
    ("opening", "owner"),
    [
        pytest.param("航标的事航道站管", "航道站", id="the matter, before who sees to it"),
        pytest.param("图纸的事设计院盯着", "设计院", id="before whoever keeps an eye on it"),
        pytest.param("剩下的14处石桥镇负责", "石桥镇", id="what is left, before who is in charge"),
        pytest.param("无论海事局还是航道站", "海事局、航道站", id="whichever of the two"),
        pytest.param("不管是海事局还是航道站都要上心", "海事局、航道站", id="the same in one clause"),
        pytest.param("无论大船还是小船", "-", id="things"),
        pytest.param("航标的事要管", "-", id="nobody is named"),
    ],
)
def test_who_is_named_behind_the_matter_or_whichever_he_is(rows: Rows, opening: str, owner: str) -> None:
    assert rows(f"{opening}，都要在9月底前换灯12盏。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("founds", "owner"),
    [
        pytest.param("组建由海事局牵头的专班", "海事局", id="who is named to lead it acts"),
        pytest.param("成立渡口宣讲队6支", "渡口宣讲队", id="how many of them stands behind the name"),
        pytest.param("尽快组建渡口应急队伍", "渡口应急队伍", id="a team"),
        pytest.param("火速成立应急小组", "应急小组", id="at once"),
        pytest.param("建设高素质干部队伍", "-", id="people as a whole"),
    ],
)
def test_who_acts_behind_what_is_set_up(rows: Rows, founds: str, owner: str) -> None:
    assert rows(f"{founds}，9月底前走访船员120户。")[-1].startswith(f"hard {owner}: ")
