"""Who acts: names at the head of a clause and behind 由, and how far a named body stays in charge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from commitments.mentions.acting import who_acts
from commitments.mentions.owner_rules import owner_grammar
from commitments.pipeline import Extraction
from commitments.ruledata import load_rules

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("粮管所挤出一间库房", ["粮管所"], id="an office inside a body, with a verb and its complement"),
        pytest.param("会长要登门拜访", ["会长"], id="a role"),
        pytest.param("南坡、北坡、沟口三个村要轮流守夜", ["南坡", "北坡", "沟口"], id="a list that a count sums up"),
        pytest.param("体育、旅游、交通三家每月碰头", ["体育", "旅游", "交通"], id="fields of work that a count sums up"),
        pytest.param("镇乡村振兴办牵头", ["镇乡村振兴办"], id="a name that holds a verb"),
        pytest.param("村委会5月底前换好水表", ["村委会"], id="the longer name"),
        pytest.param("两个镇要连夜转移", ["两个镇"], id="a few administrative units"),
        pytest.param("园区城建局局务会是老传统", [], id="a meeting is no body"),
        pytest.param("民之所盼要放在心上", [], id="之所 is no office"),
        pytest.param("个别乡镇要反思", [], id="an indefinite subject is nobody"),
        pytest.param("加油站要停业三天", [], id="a facility"),
        pytest.param("政府投资项目审批时限压缩到60天", [], id="the first part of a longer noun"),
        pytest.param("链主企业要达到20家", [], id="a word that is counted itself"),
        pytest.param("大厅一次可办率达到九成", [], id="a measure that ends in 率"),
        pytest.param("畅通小微企业贷款渠道", [], id="the object of a verb at the head"),
        pytest.param("不折不扣担起粮食安全市长责任", [], id="the manner before a verb"),
        pytest.param("风洞实验室投入运行", [], id="a building"),
        pytest.param("市政府要压减会议", ["市政府"], id="the government itself"),
        pytest.param("责任单位盐务局要补齐台账", ["盐务局"], id="a body behind its part in the matter"),
        pytest.param("责任单位主要负责人要到场", ["责任单位主要负责人"], id="whoever is in charge there"),
        pytest.param("机务二队要清点油桶", ["机务二队"], id="an office with its number"),
        pytest.param("新增三组要到位", [], id="so many of them"),
        pytest.param("各浜各垸要看住闸门", [], id="places that are no names"),
        pytest.param("各社区各物业要看住井盖", ["各社区", "各物业"], id="one 各 behind another"),
        pytest.param("畜牧站、水产站、农机站三站联动", ["畜牧站", "水产站", "农机站"], id="a numeral before their last character"),
        pytest.param("双拥办各成员单位5月1日前报数", ["双拥办各成员单位"], id="a class of bodies behind the body they belong to"),
        pytest.param("染坊师徒们每月交货一次", ["染坊师徒们"], id="several people"),
        pytest.param("孩子们8月要住进新宿舍", [], id="several who are helped"),
        pytest.param("糖酒博会要签约三亿元", [], id="an event"),
    ],
)
def test_subjects_at_the_head_of_a_clause(text: str, names: list[str]) -> None:
    grammar = owner_grammar(load_rules(examples=False))
    assert [mention.text for mention in who_acts(text, 0, len(text), grammar)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "危旧线杆还剩二百根,由镇供电办牵头,入冬前换完一百根。",
            "hard 镇供电办: 换完一百根 [一百根] by 入冬前",
            id="an agent in a clause without figures",
        ),
        pytest.param(
            "第一,抓排查。县水务局要当好主力。县林业局前段时间动作慢了。月底前完成防火道巡查20公里。",
            "hard 县林业局: 完成防火道巡查20公里 [20公里] by 2025-06-30",
            id="whom the sentence before is about",
        ),
        pytest.param(
            "各镇党委书记是第一责任人,每月到堤上检查两次。",
            "hard 各镇党委书记: 到堤上检查两次 every FREQ=MONTHLY",
            id="a subject with a copula",
        ),
        pytest.param(
            "社区要组建帮扶队,请老教师参加进来,每周上门不少于2次。",
            "hard 社区: 上门不少于2次 every FREQ=WEEKLY",
            id="who is asked along takes nothing over",
        ),
        pytest.param(
            "县河长办牵头,法院、检察院参加,每季度召开一次会商会。",
            "hard 县河长办+法院、检察院: 召开一次会商会 every FREQ=MONTHLY;INTERVAL=3",
            id="who takes part is a partner",
        ),
        pytest.param(
            "会后我们将把账目逐笔核对12本。",
            "hard -: 把账目逐笔核对12本 [12本]",
            id="when, told by another event",
        ),
    ],
)
def test_who_is_in_charge(rows: Rows, text: str, expected: str) -> None:
    assert expected in rows(text)


def test_a_deeper_item_does_not_inherit_from_the_one_around_it(rows: Rows) -> None:
    text = "第一,抓产业。各村支书要带头。\n(一)大棚。年内新建大棚40座。"
    assert "hard -: 新建大棚40座 [40座] by 2025-12-31" in rows(text)


def test_an_inheritance_says_from_where(read_speech: Callable[..., Extraction]) -> None:
    text = "第一,抓防汛。水务局要备好沙袋8000条。6月底前加固堤防3公里,清淤河道2公里。"
    rows = read_speech(text).commitments
    places = [row.spans.owner_from for row in rows], [row.spans.deadline_from for row in rows]
    words = [[text[slice(*place)] if place else None for place in column] for column in places]
    assert words == [[None, "水务局", "水务局"], [None, None, "6月底前"]]


@pytest.mark.parametrize(
    "clause",
    ["转化科技成果12项", "彻底清除所有隐患", "共登记省级重大科技成果30项", "采取政府购买方式", "编制各开发区规划", "获省政府奖励"],
)
def test_a_word_or_an_object_is_cut_into_no_name(clause: str) -> None:
    assert who_acts(clause, 0, len(clause), owner_grammar(load_rules(examples=False))) == []


@pytest.mark.parametrize(
    ("clause", "name"),
    [("督查组建立台账", "督查组"), ("教育局处理积案", "教育局"), ("我局将成立专班", "我局"), ("各中小学至少配备1名校医", "各中小学")],
)
def test_a_verb_behind_a_name_ends_it(clause: str, name: str) -> None:
    assert [owner.text for owner in who_acts(clause, 0, len(clause), owner_grammar(load_rules(examples=False)))] == [name]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("这件事由老赵负责,每个月公布一次账目。", "hard 老赵: 公布一次账目 every FREQ=MONTHLY"),
        ("水利局副局长王刚负责,5月底前清淤12公里。", "hard 水利局副局长王刚: 清淤12公里 [12公里] by 2025-05-31"),
        ("请*区长牵头,7月10日前拿出方案。", "hard *区长: 拿出方案 by 2025-07-10"),
    ],
)
def test_a_person_in_charge_is_an_owner(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


def test_frequencies_that_hold_their_acts_are_what_a_body_does(rows: Rows) -> None:
    assert rows("应急局每周通报、每月排名。") == ["hard 应急局: 每周通报、每月排名 every FREQ=WEEKLY,FREQ=MONTHLY"]
    assert rows("专班每周巡查一遍、每旬通报一次。") == ["hard 专班: 每周巡查一遍、每旬通报一次 every FREQ=WEEKLY,FREQ=DAILY;INTERVAL=10"]
    assert rows("应急局要把隐患逐项分解，每周通报、每月排名。") == ["hard 应急局: 每周通报、每月排名 every FREQ=WEEKLY,FREQ=MONTHLY"]


def test_a_whole_place_inherits_nobody(rows: Rows) -> None:
    text = "招商局要每月外出招商一次。到年底,全县规上企业达到120家。"
    assert rows(text)[-1] == "hard -: 全县规上企业达到120家 [120家] by 2025-12-31"


def test_the_second_word_of_aim_is_the_verb(rows: Rows) -> None:
    assert rows("发改局要力争全年争取资金8亿元。") == ["hard 发改局: 争取资金8亿元 [8亿元] by 2025-12-31"]


def test_who_leads_from_above_in_a_bracket_does_not_act(rows: Rows) -> None:
    text = "7月底前建成泵站2座。(责任领导:***;责任单位:水利局、城管局)"
    assert rows(text) == ["hard 水利局、城管局: 建成泵站2座 [2座] by 2025-07-31"]


def test_each_of_a_class_is_in_charge_of_its_own_clauses_only(rows: Rows) -> None:
    text = "一、抓镇区\n每个镇建成1个便民市场。全年改造老旧小区12个。\n"
    assert rows(text)[1] == "hard -: 改造老旧小区12个 [12个] by 2025-12-31"


def test_a_heading_that_tells_what_to_build_names_no_body(rows: Rows) -> None:
    text = "一、建设智慧政府\n12月底前实现网上办事全覆盖。\n二、抓招商\n盯紧大项目。"
    assert rows(text) == ["hard -: 实现网上办事全覆盖 [全覆盖] by 2025-12-31"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("联系乡镇的县领导每周下乡不少于两天。", ("联系乡镇的县领导",)),
        ("县里的教育工作领导小组每季度研究一次学位。", ("教育工作领导小组",)),
        ("城西片区的护林队要在3月底前巡山12次。", ("护林队",)),
        ("新建的中心医院要在5月底前开诊。", ()),
        ("整改不力的项目要在5月底前停工。", ()),
        ("欠租的两个村要在5月底前补交租金12万元。", ("欠租的两个村",)),
        ("拖后腿的科室，下周五前把账册交上来。", ("拖后腿的科室",)),
        ("没通班车的村，6月底前全部通车。", ()),
        ("对拖后腿的科室，要约谈2次。", ()),
        ("岸线六个街道每天出动巡查车12台次。", ("岸线六个街道",)),
        ("副站长老秦盯着，5月底前修好水泵12台。", ("副站长老秦",)),
        ("林长办（设在林草局）每季度督查一次。", ("林长办",)),
        ("县盐政队休渔期内每天巡江一次。", ("县盐政队",)),
        ("财政所长回去就办，3天内把欠款打过去。", ("财政所长",)),
        ("每所小学配校医2名以上。", ("小学",)),
        ("每家至少选派2名主治医师驻点。", ()),
    ],
)
def test_who_acts_behind_his_description(read_speech: Callable[..., Extraction], text: str, owner: tuple[str, ...]) -> None:
    assert [commitment.owner for commitment in read_speech(text, "2025-02-10").commitments] == [owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("城镇失业人员年内再就业9000人。", ()),
        ("敬老院二期，5月底前完成主体封顶。", ()),
        ("参保群众政府补助标准年内提高到420元。", ()),
        ("今年政府要办好10件实事。", ("政府",)),
        ("镇扑火队伍30分钟内赶到现场。", ("镇扑火队伍",)),
        ("儿科、老年医学科，年内建成重点专科1个。", ("儿科", "老年医学科")),
        ("北山新城要新增道路9条。", ("北山新城",)),
        ("北山新城年内新增道路9条。", ()),
    ],
)
def test_who_is_helped_built_or_measured_does_not_act(read_speech: Callable[..., Extraction], text: str, owner: tuple[str, ...]) -> None:
    assert [commitment.owner for commitment in read_speech(text, "2025-02-10").commitments] == [owner]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("住建10月底前改造小区22个。", ("住建",)),
        ("教育要在8月底前把空调全部装好。", ("教育",)),
        ("生态环境15个工作日内把批复办下来。", ("生态环境",)),
        ("供电每周推送一次用电曲线。", ("供电",)),
        ("发改牵头，水利配合，9月底前过一遍项目库。", ("发改",)),
        ("财政年内收入增长8%。", ()),
        ("教育投入年内增长8%。", ()),
        ("组织8月底前集中开工，12个项目到位。", ()),
    ],
)
def test_a_bare_field_of_work_is_its_body_where_somebody_acts(
    read_speech: Callable[..., Extraction], text: str, owner: tuple[str, ...]
) -> None:
    assert {commitment.owner for commitment in read_speech(text, "2025-02-10").commitments} == {owner}


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("交通年底前事故下降10%。", [()]),
        ("教育年底前巩固率达到98%。", [()]),
        ("由规划师6月底前交图。", [("规划师",)]),
        ("外来的务工人员每月登记一次。", [()]),
        ("未通过验收的施工单位3月底前清退。", [()]),
        ("年内对12个部门开展巡察（县教育局、县住建局）。", [()]),
        ("年内约谈3名局长（县教育局、县住建局）。", [()]),
        ("年内对7个项目联合踏勘（县教育局、县住建局）。", [("县教育局", "县住建局")]),
    ],
)
def test_what_is_measured_or_acted_upon_is_no_owner(
    read_speech: Callable[..., Extraction], text: str, owners: list[tuple[str, ...]]
) -> None:
    assert [commitment.owner for commitment in read_speech(text, "2025-02-10").commitments] == owners


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("河道清淤水利局牵头，6月底前清淤3公里。", ("水利局",)),
        ("垃圾清运县城管局要在6月底前新增3辆车。", ("县城管局",)),
        ("征地拆迁办公室牵头，6月底前签约30户。", ("征地拆迁办公室",)),
        ("这件事应急局牵头，6月底前补齐3个点位。", ("应急局",)),
        ("补种的事林场负责，6月底前补栽3公里。", ("林场",)),
        ("这一块民政局来办，6月底前入户60户。", ("民政局",)),
        ("水务集团兜底，6月底前换表300块。", ("水务集团",)),
        ("教育局盯，6月底前补齐3个点位。", ("教育局",)),
        ("请各楼栋长于6月底前登记60户。", ("各楼栋长",)),
        ("余下4座交通运输局6月底前加固。", ("交通运输局",)),
        ("先点住建局，6月底前改造小区6个。", ("住建局",)),
    ],
)
def test_a_name_begins_behind_its_topic_and_takes_charge_in_many_words(
    read_speech: Callable[..., Extraction], text: str, owner: tuple[str, ...]
) -> None:
    assert {commitment.owner for commitment in read_speech(text, "2025-02-10").commitments} == {owner}


@pytest.mark.parametrize(
    "name",
    [
        "县档案馆", "疾控", "城投", "邮政", "摊主", "餐饮店", "牧场", "车务段", "民兵连",
        "学科带头人", "总工", "属地", "苏木", "院系", "接种门诊", "物业", "监理", "环卫",
    ],
)
@pytest.mark.parametrize(
    "frame",
    ["{}要在6月底前完成3个点位整改。", "由{}负责，6月底前整改3个点位。", "财政局要抓紧拨款，{}6月底前整改3个点位。"],
)
def test_bodies_and_people_of_all_trades_are_known(read_speech: Callable[..., Extraction], name: str, frame: str) -> None:
    hard = [commitment for commitment in read_speech(frame.format(name), "2025-02-10").commitments if commitment.level == "hard"]
    assert [commitment.owner for commitment in hard] == [(name,)]


def test_an_ending_stands_in_one_list_only_but_a_field_of_work_may_be_a_body() -> None:
    rules = load_rules(examples=False).rules("owners")
    lists = [rule for rule in rules if rule.words and not rule.discard and rule.params["strength"] != "field"]
    counts = Counter(word for rule in lists for word in set(rule.words))
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("新图书馆年底前建成开放。", [()]),
        ("接种门诊6月底前开诊3个。", [("接种门诊",)]),
        ("医务处6月底前开放床位40张。", [("医务处",)]),
        ("今年再招120名，其中女辅警不少于20名。", [()]),
    ],
)
def test_an_institution_that_is_built_or_counted_does_not_act(
    read_speech: Callable[..., Extraction], text: str, owners: list[tuple[str, ...]]
) -> None:
    assert [commitment.owner for commitment in read_speech(text, "2025-02-10").commitments] == owners


@pytest.mark.parametrize("name", ["值班长", "敬老院", "养护工区", "属地乡镇", "物业企业"])
@pytest.mark.parametrize(
    "frame",
    [
        "{}逐户走访300户住户。", "{}主动上门服务，6月底前走访商户30家。", "{}安排专人值守，6月底前轮训300人。",
        "{}再组织一次排查，6月底前销号30处。", "{}这边还差3个点位，6月底前必须改完。",
    ],
)  # fmt: skip
def test_an_ordinary_noun_acts_by_what_only_somebody_does(read_speech: Callable[..., Extraction], name: str, frame: str) -> None:
    text = "财政局要抓紧拨付资金，6月底前到位300万元。" + frame.format(name)
    hard = [commitment.owner for commitment in read_speech(text, "2025-02-10").commitments if commitment.level == "hard"]
    assert hard == [("财政局",), *((name,) for _ in hard[1:])] and len(hard) > 1


@pytest.mark.parametrize("name", ["环卫", "疾控", "邮政"])
@pytest.mark.parametrize("frame", ["{}尽快拿出3套方案。", "{}会同街道，6月底前改完3个点位。", "{}那边6月底前必须改完3个点位。"])
def test_a_bare_field_acts_by_how_it_is_told_to_act(read_speech: Callable[..., Extraction], name: str, frame: str) -> None:
    assert read_speech(frame.format(name), "2025-02-10").commitments[-1].owner == (name,)


@pytest.mark.parametrize("text", ["学校安排的课程年内减到4门。", "企业培训工作年内覆盖300人。", "分县区建立台账，6月底前销号30处。"])
def test_a_work_or_a_whole_place_does_not_act(read_speech: Callable[..., Extraction], text: str) -> None:
    assert {commitment.owner for commitment in read_speech(text, "2025-02-10").commitments} == {()}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("下面说水务局。管网还漏着水。老旧阀门，年底前更换40处。", [("水务局",)]),
        ("再讲讲教育局这一块。食堂差着3个。新食堂年内建成2个。", [("教育局",)]),
        ("路灯的事，城管局接着讲。不亮的灯，月底前修好60盏。", [("城管局",)]),
        ("林草局的任务是5月底前把苗备齐，6月底前栽植三成以上。", [("林草局",), ("林草局",)]),
        ("交给林草局的任务是年内新建苗圃3处，改造苗圃5处。", [("林草局",), ("林草局",)]),
        ("林草局承担的任务是新建苗圃3处。", [("林草局",)]),
        ("给我县的任务是新建苗圃3处。", [()]),
        ("审计局另外还有一项任务，每个月把欠款排个队。", [("审计局",)]),
        ("测评由统计局负责，5月上旬回收问卷不少于900份。", [("统计局",)]),
        ("各村三天之内都要把户主会开了。", [("各村",)]),
        ("工商联月底前把欠的账补了。", [("工商联",)]),
        ("村妇联主席要带着网格员，每三天上门看一次独居老人。", [("村妇联主席",)]),
    ],
)
def test_who_is_called_up_or_charged(read_speech: Callable[..., Extraction], text: str, rows: list[tuple[str, ...]]) -> None:
    assert [commitment.owner for commitment in read_speech(text, "2025-04-10").commitments] == rows


def test_a_first_sentence_without_a_number_names_who_acts_in_its_own_paragraph_only(read_speech: Callable[..., Extraction]) -> None:
    text = "先点住建局。安置房拖了两年，年内交付11栋。\n污水还在往河里流。新管网年内铺设8公里。\n开发区听好。厂房还空着。年内招租6栋。"
    assert [commitment.owner for commitment in read_speech(text, "2025-04-10").commitments] == [("住建局",), (), ("开发区",)]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("每村配备2名网格员。", [()]),
        ("人员培训每季度一次。", [()]),
        ("职业学校培训补贴3月底前发放。", [()]),
        ("老城你们都去过，年底前要改造15条背街小巷。", [()]),
        ("稳就业不光是人社局的事，6月底前要新增岗位3000个。", [()]),
        ("重要的是月底前把方案报上来。", [()]),
        ("没有台风预案的企业3月底前补齐。", [()]),
        ("由县委书记主持召开调度会，每月一次。", [("县委书记",)]),
        ("最后说一说住建局的问题，6月底前改造小区12个。", [("住建局",)]),
        ("三天内把会开了", [()]),
        ("村支书带着30户种茶，年底前见效。", [("村支书",), ("村支书",)]),
        ("重点人员走访每月一次。", [()]),
        ("小麦你们抓紧收，6月底前收完20万亩。", [()]),
        ("纪委每年一度开展述廉评议。", [("纪委",)]),
        ("去年年底党组已经议定，采购设备30台，结果拖到现在。", []),
        ("企业停产了，由工信局帮扶复产12家，效果很好。", []),
    ],
)
def test_what_is_told_or_described_names_nobody_who_acts(
    read_speech: Callable[..., Extraction], text: str, owners: list[tuple[str, ...]]
) -> None:
    assert [commitment.owner for commitment in read_speech(text, "2025-02-10").commitments] == owners


@pytest.mark.parametrize(
    "clause",
    [
        pytest.param("70%县（区）建成节水型县（区）", id="how many of them"),
        pytest.param("棚户区（旧厂房、城中村）改造20万平方米", id="a bracket that holds no kinds of places"),
        pytest.param("人才团队建设达到先进水平，床位增长10%", id="what is built up"),
    ],
)
def test_a_noun_that_is_counted_or_worked_on_owns_nothing(clause: str, rows: Rows) -> None:
    assert [row.split(":")[0] for row in rows(f"二、2025年重点任务\n{clause}。\n")] == ["hard -"]


def test_a_bracket_of_kinds_of_places_stands_for_more_of_them(rows: Rows) -> None:
    assert rows("二、2025年重点任务\n县（市、区）制定实施方案。\n") == ["soft 县（市、区）: 制定实施方案"]


@pytest.mark.parametrize(
    ("text", "owner", "partners"),
    [
        ("林草局和农机站一道，4月底前修桥3座。", ("林草局",), ("农机站",)),
        ("林草局和农机站要在4月底前修桥3座。", ("林草局", "农机站"), ()),
        ("园林处携手电力公司，4月20日前改造路灯600盏。", ("园林处",), ("电力公司",)),
    ],
)
def test_who_does_it_side_by_side_is_a_partner(
    read_speech: Callable[..., Extraction], text: str, owner: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    (row,) = read_speech(text, "2025-02-10").commitments
    assert (row.owner, row.co_owners) == (owner, partners)


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        pytest.param("网吧6月底前关停12家。", (), id="so many of them are closed"),
        pytest.param("粮库年内新建3座。", (), id="so many of them are built"),
        pytest.param("各粮库每月盘库一次。", ("各粮库",), id="they act"),
        pytest.param("派出所年内新建3个、改造4个。", (), id="a station that is counted"),
        pytest.param("派出所年内要抓获逃犯20名。", ("派出所",), id="a station that acts"),
        pytest.param("派出所9月底前要贯通6条巡逻路线。", ("派出所",), id="a station that has something built"),
        pytest.param("供销社要开业6家。", ("供销社",), id="an office that opens shops"),
        pytest.param("财政所9月底前完成投资300万元。", ("财政所",), id="an office that invests"),
        pytest.param("供销社要把网点新增6个。", ("供销社",), id="an office that adds to something"),
        pytest.param("司法所9月底前建成投用。", (), id="an office that is built"),
        pytest.param("供销社9月底前要完成6户搬迁。", ("供销社",), id="an office that moves others"),
        pytest.param("便民站点要建成6个。", (), id="stops that are built"),
        pytest.param("巡检站点要覆盖6个镇。", (), id="stops and where they are"),
        pytest.param("配送站点要每天巡检6次。", ("配送站点",), id="stops that act"),
        pytest.param("法庭要在9月底前建成。", (), id="a court that is built"),
        pytest.param("油库9月底前要搬迁。", (), id="a depot that is moved"),
        pytest.param("风电场9月底前要并网。", (), id="a wind farm that is linked up"),
        pytest.param("清真寺要在9月底前完成修缮。", (), id="a mosque that is mended"),
        pytest.param("学校要在9月底前完成校舍修缮。", ("学校",), id="a school that has houses mended"),
        pytest.param("总站要管好账，各网点每天报一次存量。", ("各网点",), id="each of the places acts"),
        pytest.param("总站要在各网点增设充电口5个。", ("总站",), id="but is not who acts where a thing is put"),
    ],
)
def test_what_is_made_or_closed_does_not_act(read_speech: Callable[..., Extraction], sentence: str, owner: tuple[str, ...]) -> None:
    assert read_speech(sentence).commitments[0].owner == owner


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("全县各村、各社区要在9月底前完成自查。", "hard 各村、各社区: 完成自查 by 2025-09-30"),
        ("我市各镇要重视起来。要在9月底前完成自查。", "hard 各镇: 完成自查 by 2025-09-30"),
        ("我市水利局要在9月底前完成自查。", "hard 水利局: 完成自查 by 2025-09-30"),
        ("全市各级各部门要在9月底前完成自查。", "hard -: 完成自查 by 2025-09-30"),
        ("县政府要求各渡口所9月底前完成自查。", "hard 各渡口所: 完成自查 by 2025-09-30"),
        ("会议要求各渡口所要尽责，9月底前完成自查。", "hard 各渡口所: 完成自查 by 2025-09-30"),
        ("达到要求的企业要在9月底前完成申报。", "hard 达到要求的企业: 完成申报 by 2025-09-30"),
    ],
)
def test_the_place_before_those_in_it_is_no_part_of_their_name(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "组建渡运攻坚队，改造渡口5处。", ["soft -: 组建渡运攻坚队", "hard 渡运攻坚队: 改造渡口5处 [5处]"], id="a team is set up to act"
        ),
        pytest.param(
            "成立渡运服务中心，每月对接船厂12家。",
            ["soft -: 成立渡运服务中心", "hard 渡运服务中心: 对接船厂12家 [12家] every FREQ=MONTHLY"],
            id="a centre that has a rhythm acts",
        ),
        pytest.param("成立渡运服务中心，改造渡口5处。", ["soft -: 成立渡运服务中心", "hard -: 改造渡口5处 [5处]"], id="a centre is made"),
        pytest.param(
            "成立渡运服务中心，为300名船工建立档案。",
            ["soft -: 成立渡运服务中心", "hard 渡运服务中心: 为300名船工建立档案 [300名]"],
            id="whom a centre serves",
        ),
        pytest.param("每条航道筛选3家航运企业9月底前签约。", ["hard -: 签约 [3家] by 2025-09-30"], id="a clause is no name"),
        pytest.param("每个县区策划包装渡运项目2个以上。", ["hard 县区: 策划包装渡运项目2个以上 [2个以上]"], id="what each has to plan"),
        pytest.param("每个村发展1个特色产业。", ["hard 村: 发展1个特色产业 [1个]"], id="what each has to develop"),
        pytest.param("年内江航股份上交所上市。", ["hard -: 江航股份上交所上市 by 2025-12-31"], id="where shares are listed"),
    ],
)
def test_what_is_set_up_and_what_each_does(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("水利站的技术员每周下村两次。", ["水利站的技术员"], id="whose people"),
        pytest.param("各村的巡逻队要每天巡查两遍。", ["各村的巡逻队"], id="a team of each"),
        pytest.param("海事局和各渡口所的安全员要每周登船一次。", ["海事局", "各渡口所的安全员"], id="in a list"),
        pytest.param("海事局、公路段的负责同志要每天到工地一次。", ["海事局、公路段的负责同志"], id="the leaders of both"),
        pytest.param("海事局的同志月底前把名单交齐。", ["海事局"], id="its people are the body"),
        pytest.param("海事局的测量船6月底前修好。", [], id="a thing of it"),
        pytest.param("老城片区的护林队要每天巡查两遍。", ["护林队"], id="where it works is no part of its name"),
        pytest.param("各包保人每月上门两次。", ["各包保人"], id="who does what the verb before 人 says"),
        pytest.param("海事局委托长河公司检测桥梁18座。", ["海事局"], id="who commissions somebody"),
        pytest.param("委托长河公司每天清运两次。", [], id="who is commissioned has no verb in his name"),
        pytest.param("剩余标段月底前海事局全部挂网。", ["海事局"], id="no name holds a date"),
        pytest.param("海事局扛12亿元，渡运公司拨5亿元。", ["海事局", "渡运公司"], id="a verb of one character before its number"),
        pytest.param("由刘县长坐镇，每晚调度一次。", ["刘县长"], id="镇 inside a verb"),
        pytest.param("渡运公司盯紧，10月底前换管8公里。", ["渡运公司"], id="a verb with its complement"),
    ],
)
def test_whose_name_it_is(read_speech: Callable[..., Extraction], text: str, expected: list[str]) -> None:
    found = read_speech(text).commitments
    assert found
    assert list(dict.fromkeys(name for row in found for name in row.owner)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口问题要与县交通局商量，6月底前解决。", ["hard -: 解决 by 2025-06-30"]),
        ("停航一事尽快与海事处沟通，年内复航。", ["hard -: 复航 by 2025-12-31"]),
        ("上报市2025年目标是：渡口增加到12处。", ["hard -: 渡口增加到12处 [12处] by 2025-12-31"]),
        ("县“三年翻两番”目标任务是：渡口增加到12处。", ["hard -: 渡口增加到12处 [12处]"]),
        ("渡口办将力争完成投资2亿元。", ["hard 渡口办: 完成投资2亿元 [2亿元]"]),
        ("渡口办将陆续开放泊位12处。", ["hard 渡口办: 陆续开放泊位12处 [12处]"]),
    ],
)
def test_a_companion_a_quotation_or_where_a_figure_goes_is_no_name(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县各级党组织和党员干部要行动起来，确保102条船年内复航。", ["hard -: 102条船年内复航 [102条] by 2025-12-31"]),
        ("全院上下要行动起来，6月底前清库。", ["hard -: 清库 by 2025-06-30"]),
        ("全队上下班打卡率要达到98%。", ["hard -: 全队上下班打卡率要达到98% [98%]"]),
        ("站长带领导班子成员每月查坝2次。", ["hard 站长+领导班子成员: 查坝2次 every FREQ=MONTHLY"]),
        ("站长要带好村班子，8月底前清淤。", ["hard 站长: 清淤 by 2025-08-31"]),
        ("航道站带商户进园区，8月底前签约3家。", ["hard -: 签约3家 [3家] by 2025-08-31"]),
        ("村“两委”换届选举工作要在8月底前完成。", ["hard -: 完成 by 2025-08-31"]),
        ("乡镇党委换届要在8月底前完成。", ["hard -: 完成 by 2025-08-31"]),
        ("各村要在8月底前完成换届选举工作。", ["hard 各村: 完成换届选举工作 by 2025-08-31"]),
        ("各站要逐个摸清，人员构成是什么情况，都要建档，确保全覆盖。", ["soft 各站: 逐个摸清", "hard 各站: 全覆盖 [全覆盖]"]),
    ],
)
def test_everybody_an_election_and_what_people_are_made_up_of_name_nobody(text: str, expected: list[str], rows: Rows) -> None:
    assert [row for row in rows(text) if "建档" not in row] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我要求渡口办6月底前清淤3处。", ["hard 渡口办: 清淤3处 [3处] by 2025-06-30"]),
        ("我希望渡口办每天巡堤。", ["hard 渡口办: 巡堤 every FREQ=DAILY"]),
        ("河西镇确保6月底前清淤3处。", ["hard 河西镇: 清淤3处 [3处] by 2025-06-30"]),
        ("清淤3处（各村，6月底前）。", ["hard 各村: 清淤3处 [3处] by 2025-06-30"]),
        ("清淤3处（河西镇，6月底前完成）。", ["hard 河西镇: 清淤3处 [3处] by 2025-06-30"]),
        ("清淤9处（河西镇6处，6月底前完成）。", ["hard -: 清淤9处（河西镇6处，6月底前完成） [9处; 6处] by 2025-06-30"]),
    ],
)
def test_whom_i_ask_who_makes_sure_and_who_stands_in_a_bracket_with_a_date(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李家村：6月底前清淤3处。", ["hard 李家村: 清淤3处 [3处] by 2025-06-30"]),
        ("施工单位：6月底前清淤3处。", ["hard 施工单位: 清淤3处 [3处] by 2025-06-30"]),
        ("县人民医院：6月底前增加床位30张。", ["hard 县人民医院: 增加床位30张 [30张] by 2025-06-30"]),
        ("卫生院：6月底前改造5所。", ["hard -: 改造5所 [5所] by 2025-06-30"]),
        ("空心村：6月底前整治12个。", ["hard -: 整治12个 [12个] by 2025-06-30"]),
    ],
)
def test_a_colon_tells_whom_by_his_name_and_what_by_its_kind(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize("body", ["渔政局", "各镇", "县档案馆", "县档案馆、县图书馆", "渔政局、港航公司"])
@pytest.mark.parametrize("manner", ["首批", "第一批", "原则上", "逐年", "率先", "此次", "额外", "继续", "分批", "最迟"])
def test_an_adverb_stands_between_who_acts_and_what_he_is_to_do(rows: Rows, body: str, manner: str) -> None:
    assert rows(f"{body}{manner}要培训骨干60名。") == [f"hard {body}: 培训骨干60名 [60名]"]


def test_a_noun_behind_an_adverb_is_no_act(rows: Rows) -> None:
    assert rows("渡工人员集中供养标准由每月300元提高到350元。")[0].startswith("hard -: ")


@pytest.mark.parametrize("handed", ["报渔政局备案", "送县委办审核", "报镇组织办汇总", "抄送港航局"])
def test_to_whom_an_outcome_is_handed_in_is_no_list_of_names(rows: Rows, handed: str) -> None:
    assert rows(f"各村书记要对照意见，6月25日前列出清单、{handed}。") == [f"hard 各村书记: 列出清单、{handed} by 2025-06-25"]


@pytest.mark.parametrize("told", ["至今没有落实", "还没有动", "没动"])
def test_of_all_who_are_told_of_something_is_asked(rows: Rows, told: str) -> None:
    assert rows(f"青石镇、白果乡{told}，要在6月底前修路3公里。") == ["hard 青石镇、白果乡: 修路3公里 [3公里] by 2025-06-30"]


def test_an_office_of_organisation_is_a_body(rows: Rows) -> None:
    assert rows("镇组织办6月底前入库30人。") == ["hard 镇组织办: 入库30人 [30人] by 2025-06-30"]
    assert rows("各镇组织办好6场比赛。")[0].startswith("hard 各镇: ")


@pytest.mark.parametrize("body", ["渔政局", "石桥镇", "县档案馆", "李副县长", "市发展改革委"])
@pytest.mark.parametrize(
    "way",
    ["围绕复航", "根据方案", "针对薄弱环节", "本着节约的原则", "以问题为导向", "充分发挥作用", "克服困难", "在论证的基础上", "多方筹资"],
)
@pytest.mark.parametrize("mark", ["", "，"])
def test_how_somebody_sets_about_it_stands_between_him_and_the_date(rows: Rows, body: str, way: str, mark: str) -> None:
    assert rows(f"{body}{way}{mark}6月底前改造渡口12处。")[-1].startswith(f"hard {body}: ")


def test_what_becomes_of_a_place_is_not_how_it_sets_about_anything(rows: Rows) -> None:
    assert rows("石桥镇集中供水工程6月底前通水9公里。")[0].startswith("hard -: ")
    for place in ("新校区", "棚户区", "城中村", "中心镇"):
        assert rows(f"{place}按照方案，6月底前改造300户。") == ["hard -: 改造300户 [300户] by 2025-06-30"]
    assert rows("要在论证的基础上年内改造渡口9处。") == ["hard -: 改造渡口9处 [9处] by 2025-12-31"]


def test_a_name_behind_what_the_page_withholds_is_whole(rows: Rows) -> None:
    assert rows("各位代表：\n〔…〕渔政局要改造渡口12处。〔…〕") == ["hard 渔政局: 改造渡口12处 [12处]"]
