"""Who owns what in a chain of clauses: subjects that come back, that are told of first, and that are named behind their tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("also", ["另外还", "同时还", "单独", "除此之外也"])
def test_one_of_those_named_before_has_more_to_do(rows: Rows, also: str) -> None:
    found = rows(f"水务公司、燃气公司要在7月底前完成测绘；燃气公司{also}要新建调压站15座，11月底前建成。")
    assert [row.split(":")[0] for row in found] == ["hard 水务公司、燃气公司", "hard 燃气公司", "hard 燃气公司"]


@pytest.mark.parametrize(
    ("topic", "owner"),
    [
        ("校车安全归交警大队", "交警大队"),
        ("道路这一块归交通局", "交通局"),
        ("冬季用煤归供热公司", "供热公司"),
    ],
)
def test_to_whom_a_topic_belongs_owns_what_follows(rows: Rows, topic: str, owner: str) -> None:
    assert rows(f"{topic}，8月底前检修210台。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize("manner", ["一井一册", "一桥一策", "一户一档"])
def test_one_by_one_is_how_the_agent_acts(rows: Rows, manner: str) -> None:
    assert rows(f"古井一共46口，由文管所{manner}建立档案，每季度巡查两次。")[-1].startswith("hard 文管所: ")


@pytest.mark.parametrize(
    ("behind", "owner"),
    [
        ("由各街道具体实施，交警大队配合", "各街道"),
        ("由商务局组织实施", "商务局"),
        ("由商务局承办", "商务局"),
        ("文旅局牵头，各乡镇配合", "文旅局"),
        ("由文旅局牵头，各乡镇具体落实", "文旅局"),
    ],
)
def test_who_is_named_behind_the_tasks(rows: Rows, behind: str, owner: str) -> None:
    found = rows(f"民政局要6月底前摸清底数。今年要新建礼堂20个，改造书屋30个，{behind}。", "2025-03-10")
    assert [row.split(":")[0].split("+")[0] for row in found] == ["hard 民政局", f"hard {owner}", f"hard {owner}"]


def test_who_leads_in_the_middle_does_what_follows(rows: Rows) -> None:
    assert rows("今年新建礼堂20个。由文旅局牵头，12月底前建成书屋30个。")[0].startswith("hard -: ")


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        ("图书馆是全县的脸面，要", "图书馆"),
        ("桥西街道去年已经迁了400座，走在了前头，", "桥西街道"),
        ("财政局手里攥着2000万元的奖补资金，", "财政局"),
        ("各乡镇照着县里的样子做，", "各乡镇"),
        ("华阳电厂已经签了协议，", "华阳电厂"),
        ("三甲医院对口支援卫生院，", "三甲医院"),
        ("各网点明码标价，", "各网点"),
        ("水务集团的管网太老，", "水务集团"),
        ("卫健局的数据对不上，", "卫健局"),
        ("交通局别光顾着修大路，", "交通局"),
        ("人社局两头跑，", "人社局"),
        pytest.param("人社局两边的路口太挤，", "民政局", id="where things are"),
        pytest.param("人社局两头的商铺太旧，", "民政局", id="where they are too"),
        pytest.param("园区是工业发展的主阵地，要", "民政局", id="a place is no one to act"),
    ],
)
def test_who_is_told_of_first_acts_next(rows: Rows, told: str, owner: str) -> None:
    found = rows(f"民政局要6月底前摸清底数。{told}9月底前完成150处。", "2025-03-10")
    assert found[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("period", "rest", "count"),
    [
        ("下半年", "把剩下的8个改完", 1),
        ("三季度", "再改造8个", 1),
        pytest.param("下半年", "改造了8个", 0, id="told as well"),
    ],
)
def test_a_later_period_has_what_an_earlier_one_left(rows: Rows, period: str, rest: str, count: int) -> None:
    assert len(rows(f"住建局上半年改造了6个小区，{period}{rest}。", "2025-07-10")) == count


def test_what_somebody_has_in_his_hands_is_told(rows: Rows) -> None:
    assert rows("轮渡公司账上还躺着2000万元。") == []
    assert rows("王书记在会上表态，说年底前完成300户。") == ["hard 王书记: 完成300户 [300户] by 2025-12-31"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("水务公司管供水，燃气公司管供气，两家要在5月底前改造38个小区。", "水务公司、燃气公司"),
        ("文旅局抓线路，交通局抓班车，两个局国庆前开通专线4条。", "文旅局、交通局"),
        ("教育局出名单，卫健局出医生，疾控中心出疫苗，三家6月底前接种12000人。", "教育局、卫健局、疾控中心"),
        ("港口集团、铁路公司各说各的理，双方要在10日内签订联运协议2份。", "港口集团、铁路公司"),
        ("民政局有名册，医保局有数据。这两家要坐到一张桌上，5月10日前比对320人。", "民政局、医保局"),
    ],
)
def test_a_count_takes_up_those_named_before(rows: Rows, text: str, owners: str) -> None:
    (row,) = rows(text)
    assert row.startswith(f"hard {owners}: ")
    assert "两" not in row


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("水利局管堤防，城管局管路面，两处要在8月底前完工。", "hard 城管局: 完工 [两处] by 2025-08-31"),
        ("水利局管堤防，城管局管路面，两家船厂6月底前停产整改。", "hard 城管局: 停产整改 [两家] by 2025-06-30"),
        ("水利局管堤防，城管局管路面，两个站要在8月底前完工。", "hard 城管局: 完工 [两个] by 2025-08-31"),
        ("卫健局、民政局要办护理院，两所9月底前开诊，三所年底前封顶。", "hard 卫健局、民政局: 封顶 [三所] by 2025-12-31"),
        ("商务局、工信局对接买家，三家9月底前签约，两家年底前到货。", "hard 商务局、工信局: 到货 [两家] by 2025-12-31"),
        ("商务局、工信局对接买家，两家9月底前签约，一家年底前到货。", "hard 商务局、工信局: 签约 [两家] by 2025-09-30"),
        ("文旅局、林业局要修步道，两处对外开放。", "hard 文旅局、林业局: 两处对外开放 [两处]"),
        (
            "林业局要会同水利局、气象局、供电所巡线，两家要在8月底前出图3张。",
            "hard 林业局+水利局、气象局、供电所: 出图3张 [3张] by 2025-08-31",
        ),
    ],
)
def test_so_many_of_other_things_are_nobody_named_before(rows: Rows, text: str, row: str) -> None:
    assert row in rows(text, "2025-06-01")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("派出所、司法所都有名册，你们两所要在9月底前比对320人。", "派出所、司法所"),
        ("商务局要盯紧。水务公司管供水，燃气公司管供气，两家要在9月底前改造38个小区。", "水务公司、燃气公司"),
    ],
)
def test_a_count_takes_up_all_whom_its_sentences_name(rows: Rows, text: str, owners: str) -> None:
    assert rows(text, "2025-06-01")[-1].startswith(f"hard {owners}: ")


@pytest.mark.parametrize(
    ("behind", "owner"),
    [
        ("这个指标科技局要背起来", "科技局"),
        ("这笔账交通局认下来", "交通局"),
        ("责任单位是民政局", "民政局"),
        ("主责在民政局", "民政局"),
        ("这就是民政局的硬任务", "民政局"),
        pytest.param("这是民政局的老朋友", "-", id="no work"),
    ],
)
def test_who_answers_for_what_stands_before(rows: Rows, behind: str, owner: str) -> None:
    assert rows(f"年内新增床位600张，{behind}。")[0].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("工信局、财政局、审计局三家和各县区政府6月底前清理项目120个。", "工信局、财政局、审计局、各县区政府"),
        ("园区管委会、城投公司、水务集团，三家单位4月底前理清账目12本。", "园区管委会、城投公司、水务集团"),
        ("公安局、司法局以及各乡镇综治中心，要在15日内化解积案30件。", "公安局、司法局、各乡镇综治中心"),
        ("公安局、司法局，凡是涉及纠纷的，要在15日内化解30件。", "公安局、司法局"),
        ("老干部局、文联和老年大学今年合办书画展6场。", "老干部局、文联、老年大学"),
    ],
)
def test_a_long_list_of_owners(rows: Rows, text: str, owners: str) -> None:
    assert rows(text)[-1].startswith(f"hard {owners}: ")


@pytest.mark.parametrize("link", ["但是", "可是", "那么", "不过", "但", "当然", "反过来", "尤其"])
def test_what_joins_a_sentence_is_no_part_of_a_name(rows: Rows, link: str) -> None:
    assert rows(f"{link}卫健局也要在9月底前签约2万人。")[-1].startswith("hard 卫健局: ")


@pytest.mark.parametrize("name", ["当阳街道", "尤溪街道", "可山镇", "那曲镇"])
def test_a_name_that_opens_like_what_joins_stays_whole(rows: Rows, name: str) -> None:
    assert rows(f"{name}也要在9月底前签约2万人。")[-1].startswith(f"hard {name}: ")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("承担改造任务的城投公司，9月底前要交付安置房880套。", "城投公司"),
        ("新组建的水务集团9月底前要交付安置房880套。", "水务集团"),
        ("供销社的同志坐在后排，9月底前要交付安置房880套。", "供销社"),
        ("我给城投公司下道死命令，9月底前要交付安置房880套。", "城投公司"),
        ("城投公司除了还账，9月底前还要交付安置房880套。", "城投公司"),
        ("医保局是主角，卫健局是配角，年内检查药店460家。", "医保局"),
    ],
)
def test_who_is_meant_however_he_is_spoken_of(rows: Rows, text: str, owner: str) -> None:
    assert rows(text)[-1].split(":")[0].split("+")[0] == f"hard {owner}"


@pytest.mark.parametrize("act", ["合力把价格管住", "扛起签约的担子", "守住底线"])
def test_a_heading_whose_body_acts_leads_below_it(rows: Rows, act: str) -> None:
    assert rows(f"一、卫健局{act}\n今年新增医生团队60个。")[-1].startswith("hard 卫健局: ")


@pytest.mark.parametrize("heading", ["卫健局的家底", "卫健局价格的问题", "看病难在哪里"])
def test_a_heading_whose_body_does_not_act_leads_nothing(rows: Rows, heading: str) -> None:
    assert rows(f"一、{heading}\n今年新增医生团队60个。")[-1].startswith("hard -: ")


def test_so_many_things_are_those_of_who_is_named(rows: Rows) -> None:
    found = rows("民政局今年三件事：建成养老站12家，9月底前开通助餐点80个。残联两件事：适配辅具1200件，改造庭院300户。")
    assert [row.split(":")[0] for row in found] == ["hard 民政局", "hard 民政局", "hard 残联", "hard 残联"]


def test_so_many_things_that_are_told_are_nobody_s(rows: Rows) -> None:
    assert rows("民政局要建成养老站12家。残联办成了两件事，适配辅具1200件，改造庭院300户。") == ["hard 民政局: 建成养老站12家 [12家]"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("充电桩今年要新建800个。", "新建800个"),
        ("停车位年底前新增800个。", "新增800个"),
        ("换热站9月底前改造15座。", "改造15座"),
        pytest.param("改造泵站6月底前完成15座。", "改造泵站6月底前完成15座", id="an act with its object"),
    ],
)
def test_what_a_verb_says_the_use_of_is_a_topic(rows: Rows, text: str, action: str) -> None:
    assert rows(text)[0].startswith(f"hard -: {action} [")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("抓好教育、卫生三件大事，9月底前修渠12公里。", "-"),
        ("落实县委三项任务，9月底前修渠12公里。", "-"),
        ("听取水利局三项任务，9月底前修渠12公里。", "-"),
        ("关于水利局三件事，9月底前修渠12公里。", "-"),
        ("水利局三项任务、住建局两项任务，9月底前修渠12公里。", "-"),
        ("水利局三项任务，9月底前修渠12公里。", "水利局"),
        ("组织部两项任务：9月底前修渠12公里。", "组织部"),
        ("县委给省委立了军令状，9月底前修渠12公里。", "县委"),
        ("县委给水利局下了军令状，9月底前修渠12公里。", "水利局"),
        ("9月底前修渠12公里，责任党委扛。", "党委"),
        ("9月底前修渠12公里，损失企业扛。", "企业"),
        ("9月底前修渠12公里，这份责任党委扛。", "党委"),
        ("我到任以来，9月底前要修渠12公里。", "-"),
        ("我到现在还记得，9月底前要修渠12公里。", "-"),
        ("外县的同志前来学习，9月底前修渠12公里。", "-"),
        ("水利局的同志来了，9月底前修渠12公里。", "水利局"),
        ("城东镇是种粮大户，全县9月底前收储5万吨。", "-"),
        ("城东镇是欠账大户，9月底前修渠12公里。", "城东镇"),
    ],
)
def test_who_is_only_mentioned_and_who_is_bound(rows: Rows, text: str, owner: str) -> None:
    assert rows(text)[-1].split(":")[0] == f"hard {owner}"


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        pytest.param("渡运公司连着停了两年", "渡运公司", id="what became of it"),
        pytest.param("渡运公司手里压着37条船的件", "渡运公司", id="what it has in hand"),
        pytest.param("渡运公司的码头建了两年还没开", "渡运公司", id="what became of its own thing"),
        pytest.param("渡运公司积案还有45件", "渡运公司", id="what it has left"),
        pytest.param("石桥镇还有14户没有签", "石桥镇", id="what a town by its name has left"),
        pytest.param("渡运公司查了12条船", "-", id="who has looked into things tells of others"),
        pytest.param("渡运公司漏水的事拖了两年", "-", id="a matter"),
        pytest.param("船厂还有14户没有签", "-", id="an ordinary noun"),
    ],
)
def test_of_whom_a_sentence_tells_first_something_is_asked_next(rows: Rows, told: str, owner: str) -> None:
    assert [row.split(":")[0] for row in rows(f"{told}，眼下一天也拖不起，10月底前必须了结。")] == [f"hard {owner}"]
