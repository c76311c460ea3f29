"""Who owns the next sentences of an item: the lead body, another subject for its own clauses, then the lead body again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "topic",
    [
        pytest.param("保育员培训", id="a verb only closes the name of a work"),
        pytest.param("老街的检测室", id="a verb and one more name a place"),
        pytest.param("超限检测站", id="though it opens like a verb"),
        pytest.param("实训园建设", id="what is built opens like a verb"),
        pytest.param("确权登记", id="two acts make one name"),
        pytest.param("人才引进这一块", id="pointed at as a field"),
        pytest.param("对逾期不交的", id="whom it concerns"),
        pytest.param("凡是没有手续的", id="all whom it concerns"),
    ],
)
def test_a_new_topic_falls_back_to_the_lead_body(rows: Rows, topic: str) -> None:
    assert rows(f"教育局要开学前排好课表。财政局要在9月10日前拨付两百万元。{topic},9月底前办完6处。")[-1].startswith("hard 教育局: ")


@pytest.mark.parametrize(
    "act",
    [
        pytest.param("加强巡查", id="a verb and its object are no topic"),
        pytest.param("逐户上门", id="nor is the manner of an act"),
        pytest.param("推进园区建设", id="nor what an act has for its object"),
        pytest.param("排查完", id="nor is an act that comes first"),
    ],
)
def test_an_act_goes_on_with_the_subject_last_named(rows: Rows, act: str) -> None:
    assert rows(f"教育局要开学前排好课表。保卫处要在9月10日前装好门禁两套。{act},9月底前办完6处。")[-1].startswith("hard 保卫处: ")


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        pytest.param("那台仪器在库里躺了一年。我去看的时候上面蒙着布。", "教育局", id="a tale between two tasks is a new topic"),
        pytest.param("", "保卫处", id="nothing between them"),
        pytest.param("保卫处人手紧。", "保卫处", id="he is told of himself"),
    ],
)
def test_what_is_told_in_between_gives_back_to_the_lead_body(rows: Rows, told: str, owner: str) -> None:
    before = "教育局要开学前排好课表。保卫处要在9月10日前装好门禁两套。"
    assert rows(f"{before}{told}9月底前办完6处。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("opening", "owner"),
    [
        pytest.param("体育局是牵头单位。", "体育局", id="who leads, as a noun"),
        pytest.param("各社区书记是第一责任人。", "各社区书记", id="who answers first"),
        pytest.param("这块由李副区长管。", "李副区长", id="somebody by name, behind 由"),
        pytest.param("清淤由水利站来盯。", "水利站", id="a body behind 由"),
        pytest.param("燃气公司去年换了8公里,今年要换12公里。", "燃气公司", id="told first, then asked"),
        pytest.param("清淤由分管领导来盯。", "", id="an office that everybody has is not who is named"),
    ],
)
def test_a_sentence_that_says_who_leads_holds_for_the_next(rows: Rows, opening: str, owner: str) -> None:
    assert rows(f"{opening}9月底前清运垃圾900吨。")[-1].startswith(f"hard {owner or '-'}: ")


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("水务局要把管网补起来", "水务局"),
        ("由城管局负责的停车问题", "城管局"),
        pytest.param("干部要走在前面", "", id="a class of people is told, nobody by name"),
    ],
)
def test_a_heading_that_tells_a_body_to_act_names_the_lead_body(rows: Rows, heading: str, owner: str) -> None:
    assert rows(f"一、{heading}\n9月底前更换水表900块。")[-1].startswith(f"hard {owner or '-'}: ")


def test_each_behind_a_topic_is_seen_to_by_the_lead_body(rows: Rows) -> None:
    assert rows("民政局要在9月底前建成食堂5个。托养点,每个街道至少建3个。")[-1].startswith("hard 民政局: ")


def test_who_acts_at_a_rhythm_is_meant_in_the_next_sentence(rows: Rows) -> None:
    assert rows("审计局每月抽查一次账目。9月底前审完42个村。")[-1].startswith("hard 审计局: ")


def test_a_centre_in_charge_of_works_is_no_building(rows: Rows) -> None:
    assert rows("养护中心负责路面大修,9月底前铺完62公里。") == ["hard 养护中心: 铺完62公里 [62公里] by 2025-09-30"]


def test_a_verb_only_describes_what_came_from_a_body(rows: Rows) -> None:
    assert rows("残联来的轮椅,9月底前发下去42辆。")[-1].startswith("hard -: ")


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        pytest.param("(一)管好粮食(责任单位:农业局)", "农业局", id="a bracket that closes the heading"),
        pytest.param("第四条,管好粮食。(责任单位:农业局)", "农业局", id="behind a heading that is a sentence"),
        pytest.param("(一)管好粮食(见附件)", "", id="a bracket that names nobody"),
    ],
)
def test_a_bracket_in_a_heading_answers_for_what_stands_below(rows: Rows, heading: str, owner: str) -> None:
    assert rows(f"{heading}\n夏粮9月底前全部归仓。")[-1].startswith(f"hard {owner or '-'}: ")


@pytest.mark.parametrize(
    ("opening", "owner"),
    [
        pytest.param("信息局牵头,经贸局落实", "信息局", id="who carries it out stands beside who leads"),
        pytest.param("信息局、经贸局一起抓", "信息局、经贸局", id="two who do it together both lead"),
        pytest.param("信息局牵头,由经贸局具体办", "经贸局", id="who is named to do it does it"),
    ],
)
def test_who_goes_on_behind_who_leads(rows: Rows, opening: str, owner: str) -> None:
    assert rows(f"{opening},9月底前开工三个。")[-1].startswith(f"hard {owner}: ")


def test_a_subject_behind_a_semicolon_stands_beside_nobody(rows: Rows) -> None:
    assert rows("信息局牵头,9月5日前报材料三份;各县不能光打雷,9月底前开工三个。")[-1].startswith("hard 各县: ")


def test_items_within_the_paragraph_that_names_who_leads(rows: Rows) -> None:
    found = rows("一、抓技改\n信息局是牵头单位。一是9月5日前摸排310家;二是9月底前改造60家。")
    assert [row.split(":")[0] for row in found] == ["hard 信息局", "hard 信息局"]


def test_a_rate_is_a_topic(rows: Rows) -> None:
    assert rows("开工率,9月底前达到90%。") == ["hard -: 达到90% [90%] by 2025-09-30"]


@pytest.mark.parametrize(
    "topic",
    [
        pytest.param("差评", id="two characters that are no verb"),
        pytest.param("凡是没有手续的民宿", id="a class, with what it lacks"),
    ],
)
def test_the_lead_body_stays_in_charge_behind_a_new_topic(rows: Rows, topic: str) -> None:
    found = rows(f"文旅局要在9月5日前报清单。旅投公司9月10日前要完成招标。{topic},9月20日前全部清退。9月底前接待20万人次。")
    assert [row.split(":")[0] for row in found[-2:]] == ["hard 文旅局", "hard 文旅局"]


def test_who_leads_an_item_within_a_paragraph_leads_no_other_paragraph(rows: Rows) -> None:
    """省里 leads 一是 and 二是, which open in its paragraph; the next paragraph names nobody, though 二是 is the last marker before it."""
    speech = (
        "二、抓好六件事\n（三）促进协调发展。\n省里要增加对西部的支持。一是优先安排项目4个。二是每年增加转移支付。\n"
        "搞好工程建设。平原开发，要选准项目。“九五”期间，要搞好1000万亩农业开发。"
    )
    assert [row.split(": ")[0] for row in rows(speech)] == ["hard 省里", "hard 省里", "hard -"]


def test_a_heading_that_says_how_to_act_names_no_body(rows: Rows) -> None:
    assert rows("一、积极培育大集团\n年内要做强12家。")[0].startswith("hard -: ")
    assert rows("一、县医院集团\n年内要做强12家。")[0].startswith("hard 县医院集团: ")


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        pytest.param("水利局要趁枯水期抓好以下工程：", "水利局", id="the list is his"),
        pytest.param("各乡镇重点做好三件事：", "各乡镇", id="a class of bodies"),
        pytest.param("水利局汇报了工作。下一步要抓好以下工程：", "-", id="who is named in another sentence"),
        pytest.param("县委研究，下一步抓好以下工程：", "-", id="who has decided"),
        pytest.param("水利局提了三条意见：", "-", id="what has been said"),
        pytest.param("各级各部门要抓好以下工程：", "-", id="everybody"),
        pytest.param("水利局已经完成了三项任务：", "-", id="a review"),
        pytest.param("水利局去年完成了以下工程：", "-", id="a review of last year"),
        pytest.param("水利局为了安全度汛，要抓好以下工程：", "水利局", id="what it is for"),
        pytest.param("水利局要督促各镇抓好以下工程：", "-", id="others do it"),
        pytest.param("请水利局支持我们做好三件事：", "-", id="who only helps"),
    ],
)
def test_a_line_hands_the_items_below_it_to_somebody(rows: Rows, line: str, owner: str) -> None:
    text = f"二、工作重点\n{line}\n1.要加固堤防8公里。\n2.要新建泵站5座。\n三、保障\n要配齐冲锋舟4艘。"
    below = [row for row in rows(text) if "堤防" in row or "泵站" in row]
    assert [row.split(":")[0] for row in below] == [f"hard {owner}"] * 2
    assert rows(text)[-1].startswith("hard -: ")


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        pytest.param("交通局要做好以下工作：", "交通局", id="handed to somebody else"),
        pytest.param("道路方面的工作：", "-", id="to nobody"),
        pytest.param("下面讲道路。要抓好两件事：", "-", id="a new topic"),
        pytest.param("道路也很要紧。", "-", id="a line that announces nothing"),
    ],
)
def test_a_list_is_somebodys_until_another_one_begins(rows: Rows, line: str, owner: str) -> None:
    first = "水利局要做好以下工作：\n1、加固堤防8公里，8月底前完工。\n2、新建泵站5座，9月底前完工。"
    text = f"{first}\n{line}\n1、修路12公里，9月底前完工。\n2、架桥3座，10月底前完工。"
    assert [row.split(":")[0] for row in rows(text)] == ["hard 水利局"] * 2 + [f"hard {owner}"] * 2


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        pytest.param("到年底,全县火灾起数要下降三成,园区税收突破8亿元", "-", id="what a whole place reaches, and what else is reached"),
        pytest.param("到年底,园区税收要突破8亿元", "财政局", id="no whole place"),
        pytest.param("年底前全县火灾起数下降三成,开展演练6场", "财政局", id="an act behind it is somebody's"),
    ],
)
def test_what_is_reached_behind_a_whole_place_is_nobodys_alone(rows: Rows, sentence: str, owner: str) -> None:
    assert rows(f"财政局要拨付两百万元。{sentence}。")[-1].startswith(f"hard {owner}: ")


def test_what_a_whole_place_reaches_is_of_the_body_that_the_heading_names(rows: Rows) -> None:
    text = "一、充电局：管好充电\n充电局要在6月底前摸清底数。到年底,全县充电端口总量要稳定在6万个以上。"
    assert rows(text)[-1].startswith("hard 充电局: ")


@pytest.mark.parametrize(
    ("opening", "owner"),
    [
        pytest.param("市管委会研究确定,今年全市的目标是：", "-", id="who has decided on the targets of others"),
        pytest.param("市商务局提出,今年全市的目标是：", "-", id="who puts them forward; and 商 of 商务局 asks nobody"),
        pytest.param("经局党组研究,今年的目标是：", "-", id="who was asked"),
        pytest.param("经厂党委研究,今年的目标是：", "-", id="whichever body was asked"),
        pytest.param("市商务局今年的目标是：", "市商务局", id="its own"),
    ],
)
def test_targets_that_a_body_only_sets_are_not_its_own(rows: Rows, opening: str, owner: str) -> None:
    assert [row.split(": ")[0] for row in rows(f"{opening}新建冷库30座,改造市场12个。")] == [f"hard {owner}"] * 2


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("县自来水公司研究决定,9月底前换表3万块", "县自来水公司", id="its own work"),
        pytest.param("局党组研究决定,9月底前配齐30人", "局党组", id="whoever else decides his own"),
        pytest.param("水利局决定,今年的任务是清淤12公里", "水利局", id="its own task"),
        pytest.param("县委研究决定,今年全县的任务是清淤12公里", "-", id="the task of a whole place"),
        pytest.param("县委研究决定,各镇9月底前清淤12公里", "各镇", id="what others are to do"),
    ],
)
def test_who_decides_his_own_work_does_it(rows: Rows, text: str, owner: str) -> None:
    assert rows(f"{text}。")[-1].startswith(f"hard {owner}: ")
