"""Quantities: every rule's own examples, and sentences for what no single rule shows."""

from __future__ import annotations

import re
import time

import pytest

from commitments.mentions.measures import KIND, trie_pattern
from commitments.mentions.quantities import find_quantities, parse_quantities, weigh_quantities
from commitments.ruledata import Rule, compile_rule, load_rules
from commitments.shapes import is_shape
from commitments.types import Quantity, QuantityMention

RULES = load_rules()
ALL = [rule for rule in RULES.rules(KIND) if not is_shape(KIND, rule)]
BESIDE = {"before", "after", "delta", "delta_of_level", "context"}


def shown(quantity: Quantity) -> str:
    value = quantity.value if quantity.value is not None else f"{quantity.low}-{quantity.high}"
    return f"{value} {quantity.unit}" + ("" if quantity.comparator == "==" else f" {quantity.comparator}")


def unmarked(text: str) -> tuple[str, int, int]:
    start = text.index("【")
    return text.replace("【", "").replace("】", ""), start, text.index("】") - 1


def briefly(text: str) -> list[str]:
    return [f"{mention.text}={shown(mention.quantity)}" for mention in parse_quantities(text)]


def fired(rule: Rule, text: str) -> bool:
    mentions, dropped = weigh_quantities(text, 0, len(text), rules=RULES)
    if rule.discard:
        return any(drop.reason.startswith(rule.id + ":") for drop in dropped)
    if rule.resolve in {"delta", "delta_of_level"}:
        return any(mention.quantity.delta for mention in mentions)
    if rule.resolve in {"before", "after"}:
        return any(mention.quantity.comparator == rule.params["comparator"] for mention in mentions)
    if rule.resolve == "context":
        return any(mention.quantity.unit == rule.params["unit"] for mention in mentions)
    return any(mention.rule == rule.id for mention in mentions)


HITS = [pytest.param(rule, example.text, example.value, id=f"{rule.id}-{n}") for rule in ALL for n, example in enumerate(rule.match)]
MISSES = [pytest.param(rule, example.text, id=f"{rule.id}-{n}") for rule in ALL for n, example in enumerate(rule.no_match)]


@pytest.mark.parametrize(("rule", "marked", "value"), HITS)
def test_a_rule_finds_its_examples(rule: Rule, marked: str, value: str | None) -> None:
    text, start, end = unmarked(marked)
    mentions, dropped = weigh_quantities(text, 0, len(text), rules=RULES)
    if rule.discard:
        reasons = [(drop.start, drop.end, drop.reason.partition(":")[0]) for drop in dropped]
        # Where nothing competes for the characters, the look-alike is not asked; then its pattern alone must match.
        alone = compile_rule(rule, RULES.fragments(KIND)).regex.match(text, start)
        assert (start, end, rule.id) in reasons or (alone and alone.span() == (start, end))
        assert not [mention for mention in mentions if mention.start_char < end and start < mention.end_char]
        return
    found = {(mention.start_char, mention.end_char): mention for mention in mentions}
    assert (start, end) in found, [mention.text for mention in mentions]
    mention = found[start, end]
    assert value is not None
    assert shown(mention.quantity) + (" delta" if "delta" in value and mention.quantity.delta else "") == value
    assert rule.resolve in BESIDE or mention.rule == rule.id


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_a_rule_passes_by_its_near_misses(rule: Rule, text: str) -> None:
    assert not fired(rule, text)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_rule_brings_two_hits_and_a_near_miss_with_its_reason(rule: Rule) -> None:
    assert len(rule.match) >= 2
    assert rule.no_match
    assert all(miss.why for miss in rule.no_match)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("把满意率从82%提高到90%以上", ["90%以上=90 % >="]),
        ("办理时限由15个工作日压缩至3个工作日以内", ["3个工作日以内=3 个工作日 <="]),
        ("不良贷款率压降0.3个百分点至1.2%", ["1.2%=1.2 %"]),
        ("新改建农村公路60—80公里", ["60—80公里=60-80 公里"]),
        ("争取上级资金3至5亿元", ["3至5亿元=300000000-500000000 元"]),
        ("每条产业链培育链主企业1家至2家", ["1家至2家=1-2 家"]),
        ("招引三五家配套厂商", ["三五家=3-5 家"]),
        ("性别比控制在107以内", ["107以内=107  <="]),
        ("再招三、四百个学徒", ["三、四百个=300-400 个"]),
        ("第三、四个标段开工", ["四个=4 个"]),
        ("今年投入3个亿改造管网", ["3个亿=300000000 元"]),
        ("引进2个亿万富翁投资项目", ["2个=2 个"]),
        ("建成3个亿禾科技园", ["3个=3 个"]),
        ("新签3个亿元项目", ["3个=3 个"]),
        ("播种面积稳定在X万亩以上", []),
        ("税收完成3X亿元以上", []),
        ("水价每吨下调5分钱", ["5分钱=5 分"]),
        ("盘活闲置厂房二十多万平方米", ["二十多万平方米=200000 平方米 ~"]),
        ("整治问题河段十几处", ["十几处=10 处 ~"]),
        ("推广良种1万2千亩", ["1万2千亩=12000 亩"]),
        ("新栽行道树两万三千余株", ["两万三千余株=23000 株 ~"]),
        ("完成技改投资１２．５亿元", ["１２．５亿元=1250000000 元"]),
        ("改造户厕1,200户,管护到位", ["1,200户=1200 户"]),
        ("销售收入达到38 亿元", ["38 亿元=3800000000 元"]),
        ("外贸进出口突破5000亿", ["突破5000亿=500000000000 元 >="]),
        ("打造百亿级产业集群", ["百亿级=10000000000 元 ~"]),
        ("培育百亿级企业3家", ["3家=3 家"]),
        ("建设3个百亿级产业集群", ["3个=3 个"]),
        ("新开工亿元以上工业项目25个,其中10亿元以上项目6个", ["25个=25 个", "6个=6 个"]),
        ("接入视频探头46路,调整36路公交站牌,拓宽经十一路", ["46路=46 路"]),
        ("扫描地契12万画幅", ["12万画幅=120000 画幅"]),
        ("兑现五大类便民事项", ["五大类=5 类"]),
        ("对5个停在征拆环节的工地逐个会诊", ["5个=5 个"]),
        ("每百户居民拥有综合服务设施35平方米", ["35平方米=35 平方米"]),
        ("吨钢成本压到2800元/吨以内", ["2800元/吨以内=2800 元/吨 <="]),
        ("年内上市企业实现零突破,信访积案动态清零", ["零突破=1 个 >=", "清零=100 %"]),
        ("确保信访积案归零,办好九个方面的民生实事", ["归零=100 %", "九个=9 个"]),
        ("以归零心态抓好九个方面的问题", []),
        ("机动车违停投诉下降三成以上", ["三成以上=30 % >="]),
        ("旅游接待突破800万人次、综合收入增长15%左右", ["突破800万人次=8000000 人次 >=", "15%左右=15 % ~"]),
        ("至少包联两家企业,最多认领5个问题", ["两家=2 家 >=", "5个=5 个 <="]),
        ("召开调度会10 次", ["10 次=10 次"]),
        ("实施82个亿元以上项目,争取资金3个亿", ["82个=82 个", "3个亿=300000000 元"]),
        ("改造学校50所以上,评选10名优秀教师", ["50所以上=50 所 >=", "10名=10 名"]),
        ("投资4.9亿元实施教育项目31个", ["4.9亿元=490000000 元", "31个=31 个"]),
        ("电视台每月至少推出一条公益广告", ["一条=1 条 >="]),
        ("总磷浓度压到0.15毫克每升以下", ["0.15毫克每升以下=0.15 毫克每升 <="]),
        ("冷库温度控制在4度以内", ["4度以内=4 度 <="]),
        ("驻点帮扶不少于6个月", ["不少于6个月=6 个月 >="]),
        ("让仓储网点由3家变成6家", ["6家=6 家"]),
        ("清理校门100米以内的摊点31处", ["31处=31 处"]),
        ("对欠税100万元以上的重点户开展催缴", []),
        ("年底前60人以上的班级全部拆分", ["全部=100 %"]),
        ("乡镇气象哨实现全域覆盖", ["全域覆盖=100 %"]),
        ("扩大用气安全覆盖面", []),
        ("组织百名医生下乡义诊", ["百名=100 名"]),
        ("认为百家企业都好", []),
    ],
)
def test_what_must_come_out(text: str, expected: list[str]) -> None:
    assert briefly(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "牢记三个代表的要求,做到两个维护",
        "用好“三个一批”机制",
        "落实“3+6”目标体系",
        "拨打12345热线反映诉求",
        "沿G60科创走廊布局",
        "PM2.5和COVID-19都是名称",
        "按照〔2025〕12号文件执行",
        "引进世界500强、国内100强",
        "争创5A级景区",
        "下面我讲三点意见",
        "着力破解三大问题",
        "打好五大攻坚战",
        "引入第三方评估,启动第二批整改",
        "建立一个平台,推出一批举措,完善一套制度,办好一件事",
        "在3个工作日内反馈,30天内办结",
        "每周调度一次,每月至少通报两次",
        "截至6月底,2026年以前",
        "近几年引进数百家商户,几十个项目",
        "省十四届人大三次会议提出要求",
        "整改台账要及时销号",
        "打通最后一公里,深化最多跑一次改革",
        "《关于支持企业发展的20条措施》要兑现",
        "公司v2.0.1版本升级,电话0551-62345678",
        "会议9:30开始,比例为6:4",
        "再供地亩,融资亿元",
        "扶贫不能只靠千家万户单打独斗",
        "分类推进二期工程,建设3号楼",
        "一老一小、一企一策、一网通办、一站式服务",
        "十分重要,万分火急",
        "全面推进,逐一核实,每一个环节都不放过",
    ],
)
def test_what_only_looks_like_a_quantity(text: str) -> None:
    assert briefly(text) == []


@pytest.mark.parametrize(
    ("text", "delta", "kind"),
    [
        ("新增床位300张", True, "count"),
        ("床位达到300张", False, "count"),
        ("新增床位达到300张", False, "count"),
        ("税收增长8%", True, "ratio"),
        ("占比提高到8%", False, "ratio"),
        ("占比提高2个百分点", True, "change"),
        ("改造提升市场6个", False, "count"),
        ("培训再就业人员600人", False, "people"),
        ("流转土地800亩", False, "area"),
        ("排名进入前40%", False, "rank"),
    ],
)
def test_whether_a_figure_is_a_change(text: str, delta: bool, kind: str) -> None:
    (mention,) = parse_quantities(text)
    assert (mention.quantity.delta, mention.quantity.kind) == (delta, kind)


def test_offsets_are_absolute_and_scanning_stays_within_bounds() -> None:
    text = "改造小区5个。一是新建公园3座,绿道12公里。"
    found = find_quantities(text, 7, len(text), rules=RULES)
    assert [(text[m.start_char : m.end_char], m.start_char) for m in found] == [("3座", 13), ("12公里", 18)]
    assert find_quantities(text, 0, 4, rules=RULES) == []
    assert all(m.text == m.quantity.text == text[m.start_char : m.end_char] for m in found)


def test_a_clause_alone_gives_what_the_whole_text_gives() -> None:
    text = "住建局要改造小区28个,新增泊位不少于1500个;城管局清运垃圾3万吨。"
    pieces: list[QuantityMention] = []
    for start, end in ((0, 11), (12, 24), (25, len(text))):
        pieces += find_quantities(text, start, end, rules=RULES)
    assert pieces == parse_quantities(text)


@pytest.mark.parametrize(
    "text",
    [
        *(char * 100_000 for char in "9一年(每"),
        *(word * 30_000 for word in ("百千万亿", "3个", "从1到", "全部", "1,1", "不少于")),
        "“" * 50_000 + "3个",
    ],
    ids=lambda text: text[:6],
)
def test_hostile_input_costs_linear_time(text: str) -> None:
    began = time.process_time()
    parse_quantities(text)
    assert time.process_time() - began < 5


def test_the_trie_matches_the_longest_word() -> None:
    assert re.match(trie_pattern(["个", "个百分点", "家"]), "个百分点")[0] == "个百分点"  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("8月底前装好AED六十台", ["六十台"]),
        ("8月底前修好G60国道", []),
        ("培训船员、轮机、调度三类人手", ["三类"]),
        ("渡口、船坞两类加固12处", ["12处"]),
        ("渡口、船坞等四类设施加固12处", ["四类", "12处"]),
        ("抗震设防提高到7度", ["7度"]),
    ],
)
def test_counts_behind_latin_words_lists_and_what_is_reached(text: str, quantities: list[str]) -> None:
    assert [mention.text for mention in parse_quantities(text)] == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("给24米以上渔船装定位仪", []),
        ("60马力以下的拖拉机，10月底前上牌", []),
        ("对80平方米以上门店逐户登记", []),
        ("为3吨以上（含3吨）的吊车换绳", []),
        ("新建水泵房40座，其中功率50千瓦以上的不少于六成", ["40座", "不少于六成"]),
        ("坑槽5厘米以上的全部铣刨", ["全部"]),
        ("拓宽道路到12米以上并画线", ["12米以上"]),
        ("把3000吨以上垃圾运走", ["3000吨以上"]),
        ("新建水厂，供水5万吨以上", ["5万吨以上"]),
        ("铺管20公里以上的任务要完成", ["20公里以上"]),
    ],
)
def test_a_measure_that_only_says_which_things_are_meant(text: str, quantities: list[str]) -> None:
    assert [mention.text for mention in parse_quantities(text)] == quantities


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("建立人员清单、船舶清单、网具清单“三本账”", ["三本"]),
        ("建立问题、责任、整改“三张清单”", ["三张"]),
        ("筑牢人防、物防、技防“三道防线”", []),
        ("建立“三张清单”", []),
        ("健全问题、责任“两张清单”", []),
        ("每个县建好一所中学", ["一所"]),
        ("放流虾苗不低于3亿单位", ["不低于3亿单位"]),
        ("督促12单位整改", []),
        ("电台每星期播两期", []),
        ("党校每季度办两期培训班", ["两期"]),
        ("广播站每天中午播二十分钟", ["二十分钟"]),
        ("包村干部每月住村两晚", ["两晚"]),
        ("镇长每季度住上一晚", []),
        ("财政所拨付200万用于修桥", ["200万"]),
        ("每修完一座，由监理站复核", []),
    ],
)
def test_what_counts_papers_issues_and_hours(text: str, quantities: list[str]) -> None:
    assert [mention.text for mention in parse_quantities(text)] == quantities


def test_hours_have_one_unit() -> None:
    (mention,) = parse_quantities("把等候时间压到两个小时以内")
    assert (mention.quantity.value, mention.quantity.unit) == (2, "小时")
