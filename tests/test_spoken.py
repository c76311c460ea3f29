"""What new speeches showed: who is spoken to, who is only mentioned, what an aim takes in, what only tells; orders in short words."""

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
            "畜牧站呢，不要光坐着收表，你们3月20日前把12个卡口立起来。", ["hard 畜牧站: 把12个卡口立起来 [12个] by 2025-03-20"],
            id="a body that is spoken to acts",
        ),
        pytest.param(
            "应急办，你们记一下，3月底前修好水泵9台。", ["hard 应急办: 修好水泵9台 [9台] by 2025-03-31"], id="a bare name before 你们"
        ),
        pytest.param(
            "防疫站、兽医站，年内建成检测点3个。", ["hard 防疫站、兽医站: 建成检测点3个 [3个] by 2025-12-31"], id="names before a date"
        ),
        pytest.param(
            "石坳村要动起来。你们村3月底前签约30户。", ["hard 石坳村: 签约30户 [30户] by 2025-03-31"], id="你们村 is the one named last"
        ),
        pytest.param(
            "养护这一块请公路站多费心，4月底前清淤边沟9条。", ["hard 公路站: 清淤边沟9条 [9条] by 2025-04-30"], id="asked behind a topic"
        ),
        pytest.param(
            "各镇要重视，主要负责同志要亲自过问，9月底前召开专题会议。", ["hard 各镇: 召开专题会议 by 2025-09-30"],
            id="a leader of the body, in passing",
        ),
        pytest.param(
            "各镇要重视，主要负责同志每月调度一次。", ["hard 主要负责同志: 调度一次 every FREQ=MONTHLY"], id="a leader who has a task"
        ),
        pytest.param("各村出两个公益岗。", ["hard 各村: 出两个公益岗 [两个]"], id="a verb of one character before its number"),
        pytest.param(
            "县环境整治办要摸底，剩余部分明年上半年全部完成。",
            ["hard 县环境整治办: 全部完成 [全部] by 2026-06-30"],
            id="a portion is no body",
        ),
        pytest.param(
            "财务科每月发布一次科室运营分析。",
            ["hard 财务科: 发布一次科室运营分析 every FREQ=MONTHLY"],
            id="what is published once is no body",
        ),
        pytest.param(
            "成立攻坚领导小组,由我和镇长任双组长,每月召开一次调度会。",
            ["soft -: 成立攻坚领导小组", "hard 攻坚领导小组: 召开一次调度会 every FREQ=MONTHLY"],
            id="who leads the body is not who acts",
        ),
        pytest.param(
            "承诺的10件实事由督查室负责督办,11月底前全部办结。", ["hard 督查室: 全部办结 [10件; 全部] by 2025-11-30"],
            id="the figure of a topic that is only put into somebody's charge",
        ),
        pytest.param(
            "各施工企业主要负责人要扛起责任,每月带班检查不少于5天。",
            ["hard 各施工企业主要负责人: 带班检查不少于5天 [不少于5天] every FREQ=MONTHLY"],
            id="主要负责人 behind a name that could end in 业主",
        ),
        pytest.param(
            "各被巡察党组织要在8月31日前制定整改方案。",
            ["hard 各被巡察党组织: 制定整改方案 by 2025-08-31"],
            id="who is inspected",
        ),
        pytest.param(
            "(一)食堂——后勤中心盯到底。10个工作日内检查食堂78个。", ["hard 后勤中心: 检查食堂78个 [78个] by 2025-03-24"],
            id="a heading that says who sees to it",
        ),
        pytest.param(
            "(一)医务处牵头抓质量。年底前,合格率要达到95%。一是管住入口,重新修订36个方案。二是管住出口,不要推诿。",
            ["hard 医务处: 合格率要达到95% [95%] by 2025-12-31", "hard 医务处: 重新修订36个方案 [36个]"],
            id="an item that opens within the paragraph of the one around it",
        ),
    ],
)
def test_who_acts(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-03-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "确保电池项目年底前投产。",
            ["hard -: 电池项目年底前投产 by 2025-12-31"],
            id="an aim keeps its subject and the time inside",
        ),
        pytest.param(
            "全年优良天数要确保在310天以上。",
            ["hard -: 优良天数要确保在310天以上 [310天以上] by 2025-12-31"],
            id="an aim word as the verb",
        ),
        pytest.param("横跨老街的12根电线，6月底前入地。", ["hard -: 入地 [12根] by 2025-06-30"], id="a verb of where things lie"),
        pytest.param("流转全村的500亩地，6月底前签约。", ["hard -: 签约 [500亩] by 2025-06-30"], id="a verb of where things go"),
        pytest.param("昨天下午，大家集中观摩了高新区、临江县的7个项目。大家要抓紧。", [], id="an object of what was done"),
        pytest.param(
            "支持船厂建设总投资3亿元的9个泊位，加快渡口等项目建设。",
            ["hard -: 支持船厂建设总投资3亿元的9个泊位 [9个]"],
            id="a verb and how large it is",
        ),
        pytest.param(
            "剩余13户，石桥镇要抓紧，8月25日前全部签约。",
            ["hard 石桥镇: 全部签约 [13户; 全部] by 2025-08-25"],
            id="how many are left, before who sees to them",
        ),
        pytest.param("改造老街的12座公厕。", ["hard -: 改造老街的12座公厕 [12座]"], id="a verb and what lies in a place"),
        pytest.param(
            "要抓好城建。完成建设路至渡口段的10盏路灯维修。",
            ["hard -: 完成建设路至渡口段的10盏路灯维修 [10盏]"],
            id="work on what lies in a place",
        ),
        pytest.param("剩余26处年内再整治18处。", ["hard -: 再整治18处 [18处] by 2025-12-31"], id="of so many, so many"),
        pytest.param("剩余5个必须在6月20日前销号。", ["hard -: 销号 [5个] by 2025-06-20"], id="what is left over is to be done"),
        pytest.param(
            "组织部牵头,下派干部不少于总数的三成。",
            ["hard 组织部: 下派干部不少于总数的三成 [三成]"],
            id="a bound before what it is a part of",
        ),
        pytest.param(
            "要储备项目200个以上,总投资不低于12亿元。",
            ["hard -: 储备项目200个以上 [200个以上]", "hard -: 总投资不低于12亿元 [不低于12亿元]"],
            id="an attribute that is ordered itself",
        ),
        pytest.param(
            "投诉办接到投诉后24小时内联系患者。", ["hard 投诉办: 联系患者 by 接到投诉后24小时内"], id="an event sets off the time"
        ),
        pytest.param(
            "会战从6月25日打响,到10月2日收兵。会战期间,打掉团伙5个以上。", ["hard -: 打掉团伙5个以上 [5个以上] by 2025-10-02"],
            id="a period that is fought",
        ),
        pytest.param(
            "对62名儿童4月底前建档;对30名老人上门服务,每月不少于2次。",
            ["hard -: 对62名儿童4月底前建档 [62名] by 2025-04-30", "hard -: 对30名老人上门服务 [30名] every FREQ=MONTHLY"],
            id="how often replaces a deadline that was only carried on",
        ),
        pytest.param(
            "政府办要建立会议台账,每月通报一次。", ["soft 政府办: 建立会议台账", "hard 政府办: 通报一次 every FREQ=MONTHLY"],
            id="what is kept is not what is shown",
        ),
        pytest.param(
            "稽查局要盯住重点,年内立案检查不少于80起。",
            ["hard 稽查局: 立案检查不少于80起 [不少于80起] by 2025-12-31"],
            id="a case that is to be opened",
        ),
        pytest.param(
            "水利局要担起责任。19座水库要一律空库运行。", ["hard 水利局: 一律空库运行 [19座]"], id="all of so many, whatever the verb"
        ),
        pytest.param(
            "组织股要指导换届,10月底前全部完成;党员发展要向一线倾斜,青年教师占比不低于六成。",
            ["hard 组织股: 全部完成 [全部] by 2025-10-31", "hard 组织股: 青年教师占比不低于六成 [不低于六成]"],
            id="a topic with a modal word ends a deadline that was carried on",
        ),
    ],
)
def test_what_is_to_be_done(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-03-10") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "一、客观看待上半年工作,既要看到成绩,更要看到差距\n民生不断改善,新增学位4200个,改造危房1130户。",
            id="a heading that looks back",
        ),
        pytest.param(
            "今年以来,全县上下真抓实干。项目扎实推进,开工项目201个,完成投资37亿元。",
            id="a paragraph that begins with what has been done",
        ),
        pytest.param("今年毕业生7800余人,压力可想而知。", id="how many there are"),
        pytest.param("省里明年要来评估。", id="a higher level comes to inspect"),
        pytest.param("有一条,村提留不得超过百分之五,这是中央的规定。", id="a norm that is said to be one"),
        pytest.param("省里的办法写得清清楚楚,食材占比不得低于70%。", id="a norm that is written down"),
        pytest.param("防火带定的是820公里,到昨天完成540公里。", id="how far it is"),
        pytest.param("干得好的,年底评先、提拔,都要有说法。", id="a reward"),
        pytest.param("这个会本来应该8月底开。", id="what was meant once"),
        pytest.param("老李家情况特殊,两口子都有病。", id="a couple is no figure"),
    ],
)
def test_what_only_tells(rows: Rows, text: str) -> None:
    assert rows(text, "2025-09-10") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "重点推进三湖公司生产线改造,年内建成水厂5个。",
            ["hard -: 建成水厂5个 [5个] by 2025-12-31"],
            id="an adverb and its verb open no name",
        ),
        pytest.param(
            "搞好政务大厅建设。年内建成站点5个。",
            ["hard -: 建成站点5个 [5个] by 2025-12-31"],
            id="a hall that is built puts nobody in charge",
        ),
        pytest.param(
            "6支医疗队每月下乡不少于20天。年内培训村医300人。",
            ["hard 6支医疗队: 下乡不少于20天 [不少于20天] every FREQ=MONTHLY", "hard -: 培训村医300人 [300人] by 2025-12-31"],
            id="so many bodies that are told of lead no item",
        ),
        pytest.param(
            "本周内组织评估公司重新入户测量9户。",
            ["hard -: 组织评估公司重新入户测量9户 [9户] by 2025-03-16"],
            id="who is gathered is not who acts",
        ),
    ],
)
def test_what_is_no_owner(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-03-10") == expected


def test_a_frequency_ends_with_its_period(read_speech: Callable[..., Extraction]) -> None:
    (row,) = read_speech("7月10日至8月10日,城管局每周清淤两次。", "2025-07-01").commitments
    assert row.deadline is not None
    assert (row.deadline.recurrence, row.deadline.start, row.deadline.end) == (("FREQ=WEEKLY",), date(2025, 7, 10), date(2025, 8, 10))


def test_a_salutation_on_one_line_with_title_and_date(rows: Rows) -> None:
    text = "在全县优化营商环境工作推进会上的讲话（2025年9月1日）同志们：今天开会部署工作。工信局要在9月底前印发清单3张。"
    assert rows(text, "2025-09-01") == ["hard 工信局: 印发清单3张 [3张] by 2025-09-30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("粮管所记一下，6月底前付粮款40万元。", ["hard 粮管所: 付粮款40万元 [40万元] by 2025-06-30"], id="V一下"),
        pytest.param(
            "数字乡村中心做个短片，7月5日前在各村放。",
            ["soft 数字乡村中心: 做个短片", "hard 数字乡村中心: 在各村放 by 2025-07-05"],
            id="V个",
        ),
        pytest.param("山口这一头，竹溪镇去设卡点，6月20日前把人配齐。", ["hard 竹溪镇: 把人配齐 by 2025-06-20"], id="去"),
        pytest.param("镇里租三台挖机。", ["hard 镇里: 租三台挖机 [三台]"], id="a short verb and its number"),
        pytest.param("养老中心给独居老人配发手环300个。", ["hard 养老中心: 给独居老人配发手环300个 [300个]"], id="for whom, and a verb"),
        pytest.param(
            "包片的老周同志每十天上坝看一次。",
            ["hard 老周同志: 上坝看一次 every FREQ=DAILY;INTERVAL=10"], id="a person who is described",
        ),
        pytest.param(
            "水管站牵头，林业站、派出所一起上，6月底前清完河道。",
            ["hard 水管站+林业站、派出所: 清完河道 by 2025-06-30"], id="who joins in",
        ),
        pytest.param("城市去库存，年底前压减3万平方米。", ["hard -: 压减3万平方米 [3万平方米] by 2025-12-31"], id="去 that takes away"),
        pytest.param("文化中心为市级示范点。", [], id="为 that says what a thing is"),
    ],
)
def test_who_acts_is_known_by_what_only_somebody_does(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "在水利工作会上的讲话\n（2025年6月10日，根据录音整理）\n堤上的事，我讲两句。",
        "防汛专题会议纪要\n6月10日上午，县长**同志主持召开防汛专题会，听取汛情汇报。",
        "5月上旬的冰雹造成3个村受灾，烤烟减产两成左右。",
    ],
)
def test_how_the_words_came_down_and_what_befell_is_no_task(text: str, rows: Rows) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("农机站跟供销社每月对账一次。", ["hard 农机站: 对账一次 every FREQ=MONTHLY"], id="跟 is not 和"),
        pytest.param("团委同妇联6月底前慰问老人60名。", ["hard 团委: 慰问老人60名 [60名] by 2025-06-30"], id="同"),
        pytest.param("财政局同步公开预算表。", ["soft 财政局: 同步公开预算表"], id="同 of 同步"),
        pytest.param("从今晚八点起，各乡镇实行堤上轮值。", ["hard 各乡镇: 实行堤上轮值 by 从今晚八点起"], id="from an hour of today"),
        pytest.param("畜牧站6月底前备足十天的用药。", ["hard 畜牧站: 备足十天的用药 [十天] by 2025-06-30"], id="a stock for days"),
        pytest.param("城发集团承担3处季节性缺水点改造。", ["hard 城发集团: 承担3处季节性缺水点改造 [3处]"], id="季节 is no time"),
        pytest.param("从明天起，交警中队上路设岗2处。", ["hard 交警中队: 上路设岗2处 [2处] by 从明天起"], id="who goes out acts"),
    ],
)
def test_with_whom_and_from_when(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("每个村选两名管水员。", ["hard 村: 选两名管水员 [两名]"], id="chosen for each"),
        pytest.param("保洁岗每个组设两个。", ["hard -: 保洁岗每个组设两个 [两个]"], id="behind what is set up"),
        pytest.param("目前保洁岗每个组平均两个。", [], id="how many there are"),
        pytest.param("收入垫底的5个村，镇党委书记、镇长各包2个。", ["hard 镇党委书记、镇长: 各包2个 [2个]"], id="各 and a short verb"),
        pytest.param("两位副镇长各包4个村。", ["hard 两位副镇长: 各包4个村 [4个]"], id="so many leaders"),
        pytest.param("上半年把支渠清一遍。", ["hard -: 把支渠清一遍 by 2025-06-30"], id="done once in a period"),
        pytest.param("上半年水渠管护要跟上。", [], id="a period without an act"),
        pytest.param("施工队再不进场就清退。", [], id="what happens else"),
    ],
)
def test_what_each_is_to_have_and_what_is_done_once(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("请农机站的师傅给机手办班，7月底前培训120人。", ["hard 农机站: 培训120人 [120人] by 2025-07-31"], id="的师傅"),
        pytest.param("水费收缴率才63%，年底前要提到90%。", ["hard -: 提到90% [90%] by 2025-12-31"], id="才 says how little there is"),
        pytest.param("经管站8月份把账算清。", ["hard 经管站: 把账算清 by 2025-08-31"], id="a month and a short act"),
        pytest.param("城管中队限三天修好下水口2处。", ["hard 城管中队: 修好下水口2处 [2处] by 2025-06-13"], id="限 sets a time"),
        pytest.param("沙袋每座水库备500条。", ["hard -: 沙袋每座水库备500条 [500条]"], id="kept ready for each"),
        pytest.param(
            "对回流的46名劳力，就业所一对一联系，6月底前介绍工作不少于30人。",
            ["hard 就业所: 介绍工作不少于30人 [不少于30人] by 2025-06-30"],
            id="one to one",
        ),
        pytest.param("城管局6月16日起天天有人管。", ["hard 城管局: 有人管 every FREQ=DAILY"], id="天天 from a day on"),
        pytest.param("粮食中心租两栋民仓。", ["hard 粮食中心: 租两栋民仓 [两栋]"], id="who rents acts"),
        pytest.param(
            "任务很重。要修水渠30公里，要拆危房20间。", ["hard -: 修水渠30公里 [30公里]", "hard -: 拆危房20间 [20间]"],
            id="要 opens the sentence and nobody is named",
        ),
    ],
)
def test_short_acts_of_somebody(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "对拖欠超过5万元的承包户，经管站6月底前下催缴通知。",
            ["hard 经管站: 下催缴通知 by 2025-06-30"], id="a bound that says whom",
        ),
        pytest.param("财政所投入不低于2万元的资金。", ["hard 财政所: 投入不低于2万元的资金 [不低于2万元]"], id="a bound that is due"),
        pytest.param("欠费加起来三十万元，镇纪委6月底前要贴出名单。", ["hard 镇纪委: 贴出名单 by 2025-06-30"], id="what it adds up to"),
        pytest.param(
            "各村今冬每户备足三个月的草料。",
            ["hard 各村: 每户备足三个月的草料 [三个月] by 今冬"], id="a season and a share for each",
        ),
    ],
)
def test_figures_that_only_say_which(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "招商局要盯紧,至少引进两家年产值过亿元的。",
            ["hard 招商局: 至少引进两家年产值过亿元的 [两家]"],
            id="the noun is left out",
        ),
        pytest.param(
            "企管科9月底前选聘董事三十名,配齐余下的八家企业。",
            ["hard 企管科: 选聘董事三十名 [三十名] by 2025-09-30", "hard 企管科: 配齐余下的八家企业 [八家] by 2025-09-30"],
            id="what is left is an object",
        ),
        pytest.param(
            "四季度新增限上单位35家,其中汽车销售企业不少于5家。",
            ["hard -: 新增限上单位35家,其中汽车销售企业不少于5家 [35家; 不少于5家] by 2025-12-31"],
            id="a trade is no act of its own",
        ),
        pytest.param(
            "四季度新增限上单位35家,其中培育企业不少于5家。",
            ["hard -: 新增限上单位35家 [35家] by 2025-12-31", "hard -: 培育企业不少于5家 [不少于5家] by 2025-12-31"],
            id="a verb that opens the part is one",
        ),
        pytest.param(
            "陆港公司四季度每月开行班列12列。",
            ["hard 陆港公司: 开行班列12列 [12列] every FREQ=MONTHLY"],
            id="a period and its rhythm",
        ),
        pytest.param(
            "审计局9月15日前查完账目,查出小金库的,钱收缴,人处分。",
            ["hard 审计局: 查完账目 by 2025-09-15"],
            id="what befalls those who are found out",
        ),
        pytest.param(
            "金融办9月底前对接12家,拖到年底还荒着的,该收回就收回。",
            ["hard 金融办: 对接12家 [12家] by 2025-09-30"],
            id="what befalls those who wait",
        ),
        pytest.param(
            "税源普查,税务局打头阵,市场监管局跟上,9月底前查完240户。",
            ["hard 税务局+市场监管局: 查完240户 [240户] by 2025-09-30"],
            id="who goes first and who comes along",
        ),
        pytest.param(
            "审批局压力不小,9月10日前要再减环节20个。", ["hard 审批局: 再减环节20个 [20个] by 2025-09-10"], id="how it stands, denied"
        ),
        pytest.param(
            "商务局会上报的数字是260家,年底前要做到320家。",
            ["hard 商务局: 做到320家 [320家] by 2025-12-31"],
            id="what it told the meeting",
        ),
        pytest.param(
            "企业的47个问题,我让督查室盯着,15天之内逐件回复。",
            ["hard 督查室: 逐件回复 [47个] by 2025-06-25"],
            id="whom the speaker has do it",
        ),
        pytest.param("我让大家都看一看,9月底前要签约12户。", ["hard -: 签约12户 [12户] by 2025-09-30"], id="everybody is nobody"),
        pytest.param("财政局、审计局七月份联合检查。", ["hard 财政局、审计局: 联合检查 by 2025-07-31"], id="somebody acts in a month"),
        pytest.param("审计局七月份加强监管。", [], id="an improvement in a month"),
        pytest.param("名单由组织部这周定下来。", ["hard 组织部: 定下来 by 2025-06-15"], id="这周 is this week"),
        pytest.param("审计局要查账,年底大家看的是功劳。", [], id="what it is that counts"),
        pytest.param("转让谈成了,每年能给县里多出九百万元的税。", [], id="what a thing would yield"),
    ],
)
def test_orders_and_talk(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "水务公司，我不听理由，这3处漏点6月20日前你们必须补好，7月5日前恢复路面。",
            ["hard 水务公司: 补好 [3处] by 2025-06-20", "hard 水务公司: 恢复路面 by 2025-07-05"],
            id="who is spoken to, and told so only later in the sentence",
        ),
        pytest.param("教育局，我再说一遍，校车的事你们月底前要解决。", ["hard 教育局: 解决 by 2025-06-30"], id="你们 behind a topic"),
        pytest.param("这8处垃圾堆城管局6月20日前要清掉。", ["hard 城管局: 清掉 [8处] by 2025-06-20"], id="so many things, then who acts"),
        pytest.param("欠的工资人社局7月10日前必须要回来。", ["hard 人社局: 回来 by 2025-07-10"], id="what is owed, then who acts"),
        pytest.param("剩下的工程款财政局7月底前付清。", ["hard 财政局: 付清 by 2025-07-31"], id="what is left, then who acts"),
        pytest.param("财政局，我替你们算过账。工程款7月底前付清。", ["hard -: 付清 by 2025-07-31"], id="for whom something was done"),
        pytest.param("那两个镇党委6月底前交账。", ["hard 那两个镇党委: 交账 by 2025-06-30"], id="so many bodies are no topic"),
    ],
)
def test_who_is_spoken_to_and_what_stands_before_him(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "由各县区包保领导牵头，7月底前复工12家。",
            ["hard 各县区包保领导: 复工12家 [12家] by 2025-07-31"],
            id="the leaders, not their districts",
        ),
        pytest.param(
            "由各区县包联干部负责，7月底前走访12家。",
            ["hard 各区县包联干部: 走访12家 [12家] by 2025-07-31"],
            id="a word of leading in a role",
        ),
        pytest.param("各街道包联小区12个。", ["hard 各街道: 小区12个 [12个]"], id="a word of leading as what is done"),
        pytest.param("12345热线每月回访200户。", ["hard 12345热线: 回访200户 [200户] every FREQ=MONTHLY"], id="a hotline"),
        pytest.param("惠企热线6月底前公布。", ["hard -: 公布 by 2025-06-30"], id="a hotline that is made known"),
        pytest.param("文旅局要开通24小时热线。", ["soft 文旅局: 开通24小时热线"], id="a hotline that is opened"),
        pytest.param(
            "东城区回去以后把做法总结出来，6月15日前报市委改革办。",
            ["soft 东城区: 把做法总结出来", "hard 东城区: 报市委改革办 by 2025-06-15"],
            id="behind the meeting",
        ),
        pytest.param(
            "商务局要在11月底前补齐14家，并建立分行业台账。",
            ["hard 商务局: 补齐14家 [14家] by 2025-11-30", "hard 商务局: 建立分行业台账 by 2025-11-30"],
            id="a thing of its own behind 并",
        ),
        pytest.param("文旅局要制定方案，并报市政府备案。", ["soft 文旅局: 制定方案"], id="并 and where it goes"),
        pytest.param("各镇每个小区至少召开2次议事会。", ["hard 各镇: 每个小区至少召开2次议事会 [2次]"], id="so often in each, no rhythm"),
    ],
)
def test_who_leads_and_what_is_added(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("南坡那条沟，老周负责，清明前挖通。", ["hard 老周: 挖通 by 2026-04-04"], id="in charge behind a topic"),
        pytest.param("会计小刘，月底把旧账公开出来。", ["hard 会计小刘: 把旧账公开出来 by 2025-06-30"], id="called by his post"),
        pytest.param("管水的老陈明天叫挖机来。", ["hard 老陈: 叫挖机来 by 2025-06-11"], id="described, and a day"),
        pytest.param("老周把闸门修好，20号前放水。", ["hard 老周: 放水 by 2025-06-20"], id="with what follows"),
        pytest.param("小高层年底前封顶6栋。", ["hard -: 封顶6栋 [6栋] by 2025-12-31"], id="a kind of house"),
        pytest.param("老周家的危房6月底前拆掉2间。", ["hard -: 拆掉2间 [2间] by 2025-06-30"], id="what is his"),
    ],
)
def test_who_is_called_by_his_surname_acts(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-06-10") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "财政局盯住资金，住建局盯住工地，月底前都把台账报上来。",
            ["hard 财政局、住建局: 把台账报上来 by 2025-06-30"],
            id="shares of a work",
        ),
        pytest.param("施工证20天拿下来。", ["hard -: 拿下来 by 2025-06-30"], id="so many days and a result"),
        pytest.param("施工证20天拿下来了。", [], id="what it took"),
        pytest.param(
            "招商局下周去海城，跑8家企业。",
            ["hard 招商局: 去海城 by 2025-06-22", "hard 招商局: 跑8家企业 [8家] by 2025-06-22"], id="a short verb before a figure",
        ),
        pytest.param("村干部一人盯一段，月底前清沟。", ["hard 村干部: 清沟 by 2025-06-30"], id="one each"),
        pytest.param("水管站这两天把12个闸门查一遍。", ["hard 水管站: 把12个闸门查一遍 [12个] by 这两天"], id="these days end a name"),
        pytest.param("一个党员包5户。", ["hard -: 一个党员包5户 [5户]"], id="so many of each"),
    ],
)
def test_short_orders_of_a_meeting(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-06-10") == expected
