"""The guide, sentence by sentence: what is a commitment, whose it is, how it splits, by when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "教育局要会同街道办,本周内摸清缺口,8月底前新增公办学位600个,年底前全部投用。",
            [
                "hard 教育局+街道办: 摸清缺口 by 2025-06-15",
                "hard 教育局+街道办: 新增公办学位600个 [600个] by 2025-08-31",
                "hard 教育局+街道办: 全部投用 [全部] by 2025-12-31",
            ],
            id="own deadlines make rows of their own",
        ),
        pytest.param(
            "粮食局要腾仓50万吨,其中低温仓不少于20万吨。",
            ["hard 粮食局: 腾仓50万吨,其中低温仓不少于20万吨 [50万吨; 不少于20万吨]"],
            id="a part without a predicate stays in the row of the total",
        ),
        pytest.param(
            "财政局要拨付资金800万元，其中用于村校的不低于90万元。",
            ["hard 财政局: 拨付资金800万元，其中用于村校的不低于90万元 [800万元; 不低于90万元]"],
            id="a part that an attribute with a preposition tells apart",
        ),
        pytest.param(
            "水务局要换泵200台，其中需要加装护罩的60台。",
            ["hard 水务局: 换泵200台，其中需要加装护罩的60台 [200台; 60台]"],
            id="a part that an attribute with a modal tells apart",
        ),
        pytest.param(
            "妇联8月底前要召开座谈会，印发亲子手册。",
            ["hard 妇联: 召开座谈会 by 2025-08-31", "hard 妇联: 印发亲子手册 by 2025-08-31"],
            id="what is issued may be a thing of its own",
        ),
        pytest.param("妇联要编写亲子手册，印发到村。", ["soft 妇联: 编写亲子手册，印发到村"], id="or the product of the act before"),
        pytest.param(
            "县水务站9月底前要清淤沟渠，换装水表。",
            ["hard 县水务站: 清淤沟渠 by 2025-09-30", "hard 县水务站: 换装水表 by 2025-09-30"],
            id="a date goes on to the next concrete act",
        ),
        pytest.param(
            "要建立调度机制,实行每周调度、每月通报。",
            ["hard -: 建立调度机制,实行每周调度、每月通报 every FREQ=WEEKLY,FREQ=MONTHLY"],
            id="a mechanism with its rhythm is one row",
        ),
        pytest.param("商务局要制定促消费方案,报市政府备案。", ["soft 商务局: 制定促消费方案"], id="reporting a plan is no row"),
        pytest.param(
            "要成立稽查专班,对7家企业开展联合检查。",
            ["soft -: 成立稽查专班", "hard 稽查专班: 对7家企业开展联合检查 [7家]"],
            id="a body that is set up owns what follows",
        ),
        pytest.param(
            "组建护河员“亮灯”巡逻队，为120户渔民修灯。",
            ["soft -: 组建护河员“亮灯”巡逻队", "hard 护河员“亮灯”巡逻队: 为120户渔民修灯 [120户]"],
            id="by the whole of its name, what is quoted as well",
        ),
        pytest.param(
            "成立3支“蓝盾”小分队，对20个项目逐个检查。",
            ["hard -: 成立3支“蓝盾”小分队 [3支]", "hard “蓝盾”小分队: 对20个项目逐个检查 [20个]"],
            id="but for how many there are",
        ),
        pytest.param(
            "人社局要组建3支小分队,7月底前走访企业80家。",
            ["hard 人社局: 组建3支小分队 [3支]", "hard 人社局: 走访企业80家 [80家] by 2025-07-31"],
            id="the named owner stays in charge of the body it sets up",
        ),
        pytest.param(
            "文旅局要到社区办展览,每月不少于一次。",
            ["hard 文旅局: 到社区办展览 every FREQ=MONTHLY"],
            id="a frequency behind the act",
        ),
    ],
)
def test_rows_are_split_as_the_guide_says(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财政局牵头,审计局、发改局配合,7月底前完成清查。", "hard 财政局+审计局、发改局: 完成清查 by 2025-07-31"),
        ("水利局、应急局要在汛前检修泵站9座。", "hard 水利局、应急局: 检修泵站9座 [9座] by 汛前"),
        ("由城管局负责清运,6月底前清理垃圾点32处。", "hard 城管局: 清理垃圾点32处 [32处] by 2025-06-30"),
        ("要建成三个充电站(牵头单位:供电公司;责任单位:城投集团)。", "hard 供电公司+城投集团: 建成三个充电站 [三个]"),
        ("要建成三个充电站(责任单位:供电公司、城投集团)。", "hard 供电公司、城投集团: 建成三个充电站 [三个]"),
        ("自然资源和规划局要加快选址,7月底前出让土地12宗。", "hard 自然资源和规划局: 出让土地12宗 [12宗] by 2025-07-31"),
        ("请XX镇8月底前拆除厂房3栋。", "hard XX镇: 拆除厂房3栋 [3栋] by 2025-08-31"),
        ("县委组织部要举办培训班2期。", "hard 县委组织部: 举办培训班2期 [2期]"),
        ("各乡镇党委书记每周带队巡查一次。", "hard 各乡镇党委书记: 带队巡查一次 every FREQ=WEEKLY"),
        ("园要抓紧招商,年内签约项目6个。", "hard 园: 签约项目6个 [6个] by 2025-12-31"),
        ("我们将新建两所小学。", "hard -: 新建两所小学 [两所]"),
        ("今年已建成2处,目标是建成10处,由住建局验收3处。", "hard 住建局: 验收3处 [3处]"),
        ("人民医院项目要在9月底前完成封顶。", "hard -: 完成封顶 by 2025-09-30"),
        ("县中医院9月底前投用。", "hard -: 投用 by 2025-09-30"),
        ("到年底，供水覆盖率达到92%。", "hard -: 供水覆盖率达到92% [92%] by 2025-12-31"),
        ("县中医院要在9月底前交付使用。", "hard -: 交付使用 by 2025-09-30"),
        ("县中医院要在9月底前投用自助机12台。", "hard 县中医院: 投用自助机12台 [12台] by 2025-09-30"),  # what it puts to use is no building
        ("县中医院要在9月底前启用“一码付”系统。", "hard 县中医院: 启用“一码付”系统 by 2025-09-30"),
    ],
)
def test_who_has_to_act(rows: Rows, text: str, expected: str) -> None:
    assert expected in rows(text)


def test_the_lead_body_of_an_item_is_inherited_and_ends_with_it(rows: Rows) -> None:
    text = "一、抓改造\n住建局要摸清底数。9月底前改造小区12个。\n二、抓管护\n9月底前补种树木300棵。"
    assert rows(text)[-2:] == ["hard 住建局: 改造小区12个 [12个] by 2025-09-30", "hard -: 补种树木300棵 [300棵] by 2025-09-30"]


def test_a_joint_result_has_all_owners_of_the_parallel_clauses(rows: Rows) -> None:
    found = rows("交通局要在20个工作日内完成选线,自然资源局同步办理预审,确保9月开工。")
    assert found == [
        "hard 交通局: 完成选线 by 2025-07-08",
        "hard 自然资源局: 同步办理预审 by 2025-07-08",
        "hard 交通局、自然资源局: 开工 by 2025-09-30",
    ]


def test_a_new_subject_with_a_modal_ends_the_deadline(rows: Rows) -> None:
    found = rows("交通局要在8月底前铺油12公里,水务局要更换水表900只。")
    assert found == ["hard 交通局: 铺油12公里 [12公里] by 2025-08-31", "hard 水务局: 更换水表900只 [900只]"]


def test_a_topic_before_the_deadline_is_the_matter(read_speech: Callable[..., object]) -> None:
    extraction = read_speech("农贸市场改造,要在8月底前完成剩余6处摊位安置。")
    (row,) = extraction.commitments  # type: ignore[attr-defined]
    assert (row.matter, row.action) == ("农贸市场改造", "完成剩余6处摊位安置")


def test_a_list_of_targets_takes_the_year_of_its_header(rows: Rows) -> None:
    found = rows("今年经济社会发展的主要目标是:生产总值增长5%,税收增长6%。")
    assert found == ["hard -: 生产总值增长5% [5%] by 2025-12-31", "hard -: 税收增长6% [6%] by 2025-12-31"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("卫健局要提高政治站位,加大宣传力度。", id="attitude"),
        pytest.param("今年以来,全县累计引进了12家企业,税收同比增长8%。", id="review of the past"),
        pytest.param("原定建设20公里,目前只完成8公里。", id="background"),
        pytest.param("只要大家齐心,就能完成120家的目标。", id="condition"),
        pytest.param("对迟报漏报的,一律追责问责。", id="sanction"),
        pytest.param("要鼓励企业扩大投资,支持银行多放贷。", id="encouragement without a measure"),
        pytest.param("下面,我讲三点意见。", id="agenda"),
        pytest.param("评定标准要求绿地率达到35%。", id="a norm quoted as a yardstick"),
        pytest.param("要健全工作机制,深化改革创新。", id="improvement without a measure"),
        pytest.param("要统筹做好下半年的工作。", id="a period as an attribute"),
        pytest.param("由分管领导包联、负总责。", id="responsibility alone"),
    ],
)
def test_what_is_no_commitment(rows: Rows, text: str) -> None:
    assert rows(text) == []


def test_the_reason_for_a_drop_is_kept(read_speech: Callable[..., object]) -> None:
    dropped = read_speech("只要大家齐心,就能完成120家的目标。目前已完成80家。").dropped  # type: ignore[attr-defined]
    assert {drop.reason for drop in dropped} >= {"condition", "past"}


def test_offsets_hold_for_every_row(read_speech: Callable[..., object]) -> None:
    text = "同志们:\n水务局要会同住建局,9月底前改造管网31公里。\n城管局每周巡查两次。"
    extraction = read_speech(text)
    for row in extraction.commitments:  # type: ignore[attr-defined]
        assert text[row.start : row.end] == row.evidence
        assert text[slice(*row.spans.action)] == row.action
        assert tuple(text[a:b] for a, b in row.spans.owner) == row.owner
    assert len(extraction.commitments) == 2  # type: ignore[attr-defined]


def test_traditional_script_is_read_as_it_is(rows: Rows) -> None:
    assert rows("水利局要在9月底前疏濬河道12公里,發放補助300萬元。") == [
        "hard 水利局: 疏濬河道12公里 [12公里] by 2025-09-30",
        "hard 水利局: 發放補助300萬元 [300萬元] by 2025-09-30",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("市幼儿园9月将投入使用。", ["hard -: 投入使用 by 2025-09-30"], id="将 behind a time is the future"),
        pytest.param("市政府将水管全部更换。", ["hard 市政府: 将水管全部更换 [全部]"], id="将 before an object is none"),
        pytest.param("力争城南开发区进入全省20强。", ["hard -: 城南开发区进入全省20强 [20强]"], id="an aim word embeds its clause"),
        pytest.param(
            "要努力实现学有所教、劳有所得,6月底前改造学校5所。", ["hard -: 改造学校5所 [5所] by 2025-06-30"], id="有所 is no body"
        ),
        pytest.param("要提请市政协审议条例5部。", ["hard -: 提请市政协审议条例5部 [5部]"], id="the object of a verb"),
        pytest.param("要奋力争先进位,新建项目27个。", ["hard -: 新建项目27个 [27个]"], id="力争 inside 奋力争先"),
        pytest.param(
            "要升级改造14个2000年前建成的小区。", ["hard -: 升级改造14个2000年前建成的小区 [14个]"], id="a date inside a modifier is none"
        ),
        pytest.param("要健全“主动上门”的救助机制。", ["soft -: 健全“主动上门”的救助机制"], id="a mechanism that has a name"),
        pytest.param("启动建设36万吨污水处理厂。", ["soft -: 启动建设36万吨污水处理厂"], id="a verb with its object"),
        pytest.param("投资促进服务中心要引进项目5个。", ["hard 投资促进服务中心: 引进项目5个 [5个]"], id="a body called after its work"),
        pytest.param("抓投产。", [], id="a run-in heading"),
        pytest.param(
            "政务服务中心要把施工许可压缩到7天以内。", ["hard 政务服务中心: 把施工许可压缩到7天以内 [7天以内]"], id="施工许可 is no site"
        ),
        pytest.param("2025年是建校104周年。", [], id="a copula defines"),
    ],
)
def test_heads_that_mislead(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


def test_a_section_that_is_a_whole_sentence_is_a_task(rows: Rows) -> None:
    tasks = "(一)水利局要在5月底前完成9座水库除险加固。\n(二)城管局要清淤管网37公里;\n(三)各镇每周巡堤一次。\n"
    text = f"一、几件具体事\n{tasks}二、6月1日前全部落实\n抓紧干。"
    assert rows(text) == [
        "hard 水利局: 完成9座水库除险加固 [9座] by 2025-05-31",
        "hard 城管局: 清淤管网37公里 [37公里]",
        "hard 各镇: 巡堤一次 every FREQ=WEEKLY",
    ]


@pytest.mark.parametrize("adverb", ["先", "至少", "首批"])
def test_an_adverb_and_a_verb_of_one_character_tell_how_much(rows: Rows, adverb: str) -> None:
    found = rows(f"水利局牵头，入冬前{adverb}搬60户，元旦前全部搬完。", "2025-06-05")
    assert found[0].startswith(f"hard 水利局: {adverb}搬60户 [60户]") and len(found) == 2
