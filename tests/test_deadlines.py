"""Deadlines: every rule's own examples first, then sentences of the genre."""

from __future__ import annotations

import gc
import time
from datetime import date
from pathlib import Path

import pytest

from commitments.errors import OptionError, RuleError
from commitments.mentions.deadline_context import needs_context
from commitments.mentions.deadline_finder import deadline_finder
from commitments.mentions.deadlines import define_periods, examine_deadlines, example_value, find_deadlines, parse_deadlines
from commitments.owndates import bare_period
from commitments.pipeline import extract_page
from commitments.ruledata import Example, NearMiss, Rule, load_rules
from commitments.shapes import is_shape
from commitments.speechdate import SpeechDate
from commitments.types import RawPage

RULES = load_rules()
ALL = [rule for rule in RULES.rules("deadlines") if not is_shape("deadlines", rule)]
MATCHES = [pytest.param(rule, hit, id=f"{rule.id}-{n}") for rule in ALL for n, hit in enumerate(rule.match, 1)]
MISSES = [pytest.param(rule, miss, id=f"{rule.id}-{n}") for rule in ALL for n, miss in enumerate(rule.no_match, 1)]


def speech(written: str | None) -> SpeechDate | None:
    return SpeechDate.parse(written) if written else None


@pytest.mark.parametrize(("rule", "hit"), MATCHES)
def test_rule_hits(rule: Rule, hit: Example) -> None:
    start = hit.text.index("【")
    end = hit.text.index("】") - 1
    text = hit.text.replace("【", "").replace("】", "")
    mentions, drops = examine_deadlines(text, 0, len(text), speech(hit.speech_date), rules=RULES)
    if rule.discard:
        assert [(d.start, d.end) for d in drops if d.reason.startswith(rule.id + ":")] == [(start, end)]
        assert not [m.text for m in mentions if m.start_char < end and start < m.end_char]
    else:
        assert [(m.start_char, m.end_char, m.rule, example_value(m)) for m in mentions if m.rule == rule.id] == [
            (start, end, rule.id, str(hit.value))
        ]


@pytest.mark.parametrize(("rule", "miss"), MISSES)
def test_rule_misses(rule: Rule, miss: NearMiss) -> None:
    mentions, drops = examine_deadlines(miss.text, 0, len(miss.text), speech(miss.speech_date), rules=RULES)
    assert rule.id not in {m.rule for m in mentions} | {d.reason.partition(":")[0] for d in drops if "no such day" not in d.reason}


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_rule_brings_examples(rule: Rule) -> None:
    assert len(rule.match) >= 2
    assert rule.no_match


def read(text: str, on: str | None) -> list[str]:
    return [f"{m.text} {example_value(m)}" for m in parse_deadlines(text, on)]


FOUND = [
    ("下一年春节前付清", "2025-06-10", ["下一年春节前 2026-02-16"]),
    # absolute
    ("务必在26年6月底前完成搬迁", "2025-10-09", ["26年6月底前 2026-06-30"]),
    ("11月中下旬前完成冬修", "2025", ["11月中下旬前 2025-11-30"]),
    ("9月30日24时前全部清零", "2025-09-10", ["9月30日24时前 2025-09-30"]),
    ("9月30日(周二)前报送", "2025-09-10", ["9月30日(周二)前 2025-09-30"]),
    ("２０２６年３月１日前完成", "2025", ["２０２６年３月１日前 2026-03-01"]),
    ("8月10日前100个站点全部启用", "2025", ["8月10日前 2025-08-10"]),
    ("9月底、10月底前分别建成一批", "2025", ["9月底 2025-09-30", "10月底前 2025-10-31"]),
    # a month without a year
    ("2月底前完成", "2025-12-20", ["2月底前 2026-02-28"]),
    ("6月底前完成", "2025-12-20", ["6月底前 2025-06-30"]),
    ("2月底前完成", "2025", ["2月底前 2025-02-28"]),
    ("2月底前完成", "2025-12", ["2月底前 2026-02-28"]),
    ("9月底前完成", None, ["9月底前 ?"]),
    ("2027年底前完成", None, ["2027年底前 2027-12-31"]),
    # quarters, halves, years, plans
    ("二季度末实现投产", "2025-01", ["二季度末 2025-06-30"]),
    ("到2027年,培育龙头企业20家", None, ["到2027年 2027-12-31"]),
    ("“十五五”末建成区域中心", None, ["“十五五”末 2030-12-31"]),
    ("在“十五五”期间新建校舍40万平方米", None, ["“十五五”期间 2026-01-01/2030-12-31"]),
    ("年中前完成全部前期", "2025-02", ["年中前 2025-06-30"]),
    ("年度内办结", "2025", ["年度内 2025-12-31"]),
    ("本财年内拨付到位", "2025", ["本财年内 2025-12-31"]),
    # counted from the speech
    ("会后一周内制定方案", "2025-07-10", ["会后一周内 2025-07-17"]),
    ("一个月内拿出办法", "2025-01-31", ["一个月内 2025-02-28"]),
    ("5个工作日内整改完毕", "2025-09-26", ["5个工作日内 2025-10-10"]),
    ("5个工作日内整改完毕", "2025-09", ["5个工作日内 ?"]),
    ("10个工作日内办结", "2026-12-25", ["10个工作日内 ?"]),
    ("力争三年内实现通车", "2025-03-01", ["三年内 2028-03-01"]),
    ("本周五前报送,下周三前汇总", "2025-07-10", ["本周五前 2025-07-11", "下周三前 2025-07-16"]),
    ("次月5日前公布", "2025-12-10", ["次月5日前 2026-01-05"]),
    ("即日起至年底开展整治", "2025-07-10", ["即日起至年底 2025-07-10/2025-12-31"]),
    ("年內完成擴建", "2025", ["年內 2025-12-31"]),
    ("梳理200个新上项目、100个年内投产项目", "2025-03-10", ["年内 2025-12-31"]),
    ("3个月内办结，两个星期内答复，一个季度内见效", "2025-03-10", ["3个月内 2025-06-10", "两个星期内 2025-03-24", "一个季度内 2025-06-10"]),
    ("工信局不得迟于5月15日完成12家", "2025", ["不得迟于5月15日 2025-05-15"]),
    ("最迟2026年底建成", "2025", ["最迟2026年底 2026-12-31"]),
    ("严格落实“周旬月季”调度机制", None, ["周旬月季 FREQ=WEEKLY|FREQ=DAILY;INTERVAL=10|FREQ=MONTHLY|FREQ=MONTHLY;INTERVAL=3"]),
    # named days, seasons
    ("国庆前开园,春节前入住", "2025-07-10", ["国庆前 2025-09-30", "春节前 2026-02-16"]),
    ("国庆前开园", "2025-12-10", ["国庆前 2026-09-30"]),
    ("春节前兑付工资", "2025", ["春节前 2025-01-28"]),
    ("元旦前后组织慰问", "2025-11", ["元旦前后 2026-01-01"]),
    ("确保国庆正式开园", "2025-06-10", ["国庆 2025-10-01"]),
    ("新桥明年元旦通车", "2025-06-10", ["明年元旦 2026-01-01"]),
    ("五一开园以来接待游客3万人", "2025-06-10", []),
    ("元旦通车的是北段", "2025-11-10", []),
    ("汛期前加固堤防12公里", "2025-03-01", ["汛期前 ?"]),
    ("两会前全部答复", "2025-11-01", ["两会前 ?"]),
    ("9月1日起执行新标准", "2025", ["9月1日起 2025-09-01/.."]),
    # frequencies
    ("每周由分管领导召开例会", None, ["每周 FREQ=WEEKLY"]),
    ("每周调度、每月通报、每季观摩", None, ["每周调度、每月通报、每季观摩 FREQ=WEEKLY|FREQ=MONTHLY|FREQ=MONTHLY;INTERVAL=3"]),
    ("实行日调度、周会商、月通报", None, ["日调度、周会商、月通报 FREQ=DAILY|FREQ=WEEKLY|FREQ=MONTHLY"]),
    ("一周一调度、半月一通报", None, ["一周一调度、半月一通报 FREQ=WEEKLY|FREQ=DAILY;INTERVAL=15"]),
    ("每天巡查,每周汇报", None, ["每天 FREQ=DAILY", "每周 FREQ=WEEKLY"]),
    ("每月25日前报送台账", None, ["每月25日前 FREQ=MONTHLY;BYMONTHDAY=25"]),
    ("每两周会商一次", None, ["每两周 FREQ=WEEKLY;INTERVAL=2"]),
    ("每周至少两次到现场", None, ["每周至少两次 FREQ=WEEKLY x2"]),
    ("每周至少调度3次", None, ["每周 FREQ=WEEKLY x3"]),
    ("每半年评估", None, ["每半年 FREQ=MONTHLY;INTERVAL=6"]),
    ("每个工作日公布进度", None, ["每个工作日 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"]),
]

NONE = [
    "今年以来,新开工项目46个",
    "去年同期完成投资8亿元",
    "上半年以来,形势总体平稳",
    "截至6月底,到位资金3亿元",
    "截止目前,入驻企业32家",
    "近三年,累计新增耕地5000亩",
    "过去五年,城乡居民收入稳步增长",
    "五年来,全区实现了历史性跨越",
    "仅用25天完成拆迁任务",
    "落实24小时值班制度",
    "科学编制“十五五”规划",
    "奋力夺取一季度“开门红”",
    "今年已经60岁的老支书",
    "会议定于上午9点开始",
    "要有十年磨一剑的定力",
    "拨打12345热线",
    "三月三假期游客如织",
    "年接待游客2000人次",
    "学习《2025年国务院立法工作计划》",
    "执行2025年版目录",
    "2026年是“十五五”规划开局之年",
    "同比增长12%",
    "补助标准提高到每人每月120元",
    "9月10日,全区召开了动员会",
    "审批时限压缩至3个工作日以内",
    "把任务分解到每个月、每一天",
    "日前,省里出台了意见",
    "要尽快、按期、及时办理",
    "不定期开展抽查",
    "三点意见,五个方面",
    "名单三天就报上来了",
    "三年后来了一批新人",
]


@pytest.mark.parametrize(("text", "on", "expected"), FOUND)
def test_found(text: str, on: str | None, expected: list[str]) -> None:
    assert read(text, on) == expected


@pytest.mark.parametrize("text", NONE)
def test_look_alikes_are_no_deadlines(text: str) -> None:
    assert read(text, "2025-07-10") == []


@pytest.mark.parametrize(
    ("text", "on", "codes"),
    [
        ("9月底前完成", "2025-10-20", ("deadline-before-speech",)),
        ("9月底前完成", "2025-07", ()),
        ("9月底前完成", None, ("deadline-unresolved",)),
        ("从今年起执行", "2025-03-10", ()),
        ("从今年起用两年时间改造", "2025-03-10", ()),
        ("从1月1日起执行", "2025-03-10", ("deadline-before-speech",)),
        ("本周内完成", "2025-07", ("deadline-unresolved",)),
        ("5个工作日内完成", "2026-12-29", ("deadline-unresolved",)),
    ],
)
def test_warnings(text: str, on: str | None, codes: tuple[str, ...]) -> None:
    assert [m.warnings for m in parse_deadlines(text, on)] == [codes]


def test_vague_words_come_marked_for_the_integrator() -> None:
    found = find_deadlines("要尽快开工,9月底前竣工", 0, 12, SpeechDate(2025), rules=RULES)
    assert [(m.text, m.vague) for m in found] == [("尽快", True), ("9月底前", False)]


def test_offsets_are_absolute_and_the_stretch_is_respected() -> None:
    text = "6月底前开工。9月底前竣工。年底前投用。"
    start, end = text.index("9"), text.index("年底")
    found = find_deadlines(text, start, end, SpeechDate(2025), rules=RULES)
    assert [(text[m.start_char : m.end_char], m.text) for m in found] == [("9月底前", "9月底前")]


def test_a_period_that_the_speech_defines() -> None:
    text = "项目推进集中攻坚月行动10月20日开始,11月10日结束。攻坚月内,大桥要合龙。"
    periods = define_periods(text, SpeechDate(2025, 10), RULES)
    assert (periods["攻坚月"].start, periods["攻坚月"].end) == (date(2025, 10, 20), date(2025, 11, 10))
    assert "攻坚月内 2025-10-20/2025-11-10" in read(text, "2025-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月1日至12月10日为“百日攻坚”期。攻坚期内完成整改90处。", "攻坚期内 2025-09-01/2025-12-10"),
        ("10月21日至12月10日为巩固提升阶段。巩固提升阶段要再查一遍。", "巩固提升阶段 2025-10-21/2025-12-10"),
        ("9月1日至12月10日为“百日攻坚”期。攻坚期结束前全部销号。", "攻坚期结束前 2025-12-10"),
        ("今年春运从2月2日开始,3月13日结束。春运前完成检修。", "春运前 2025-02-01"),
    ],
)
def test_a_named_period_comes_back(text: str, expected: str) -> None:
    assert expected in read(text, "2025-01-20")


def test_a_range_defines_a_period_too() -> None:
    text = "从3月1日至5月31日开展环境整治行动。整治期内清理垃圾点90处。"
    assert "整治期内 2025-03-01/2025-05-31" in read(text, "2025-02-20")


def test_look_alikes_say_why_they_were_dropped() -> None:
    _, drops = examine_deadlines("近三年新增5家", 0, 7, None, rules=RULES)
    assert [d.reason for d in drops] == ["not_deadline.past_span: a span of the past"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月30日前完成", ["2月30日前 ?"]),
        ("2月30日完成", []),
        ("到2025年13月45日前建成7件", ["2025年13月45日前 ?"]),
        ("到2025年13月底前建成7件", ["2025年13月底前 ?"]),
        ("2999年底前建成7件", ["2999年底前 ?"]),
        ("2999年5月1日前建成7件", ["2999年5月1日前 ?"]),
        ("99年底前建成7件", ["99年底前 1999-12-31"]),
        ("每0天调度一次", []),
    ],
)
def test_an_impossible_day_is_unresolved_or_refused(text: str, expected: list[str]) -> None:
    assert read(text, "2025") == expected


def test_a_frequency_right_behind_its_period_is_one_mention_with_it() -> None:
    (mention,) = parse_deadlines("7月1日至9月30日每周抽查一次", "2025-06-10")
    deadline = mention.deadline
    assert (deadline.text, deadline.recurrence) == ("7月1日至9月30日每周", ("FREQ=WEEKLY",))
    assert (deadline.start, deadline.end) == (date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("谷雨前", "2025-04-19"),
        ("立秋前", "2025-08-06"),
        ("霜降前", "2025-10-22"),
        ("冬至前", "2025-12-20"),
        ("2026年立春前", "2026-02-03"),
        ("2028年立春前", "2028-02-03"),
    ],
)
def test_the_day_before_a_solar_term(text: str, end: str) -> None:
    assert read(text, "2025-01-15") == [f"{text} {end}"]


def test_a_wrong_speech_date_is_an_error() -> None:
    with pytest.raises(OptionError, match="is no date"):
        parse_deadlines("9月底前完成", "去年")


@pytest.mark.parametrize(
    "unit", ["1", "年", "100个年内", "13月45日", "9月1日", "《", "每周、", "十", "2025年12月31日至", "十五五", "半月", "(20"]
)
def test_hostile_text_costs_linear_time(unit: str) -> None:
    def once(text: str) -> float:
        gc.disable()  # what other tests left in memory is walked at each collection, and is not the cost of the search
        try:
            begin = time.process_time()
            find_deadlines(text, 0, len(text), SpeechDate(2025, 7, 10), rules=RULES)
            return time.process_time() - begin
        finally:
            gc.enable()

    def seconds(length: int) -> float:
        return min(once(unit * (length // len(unit))) for _ in range(3))  # a busy machine only ever adds

    seconds(2_000)
    assert seconds(80_000) < 20 * max(seconds(8_000), 0.01)


def test_a_clause_of_many_deadlines_costs_linear_time() -> None:
    def seconds(times: int) -> float:
        page = RawPage("讲话\n" + "9月底前" * times + "完成3个项目。")
        gc.disable()  # as above
        try:
            begin = time.process_time()
            extract_page(page, date="2025-07-10")
            return time.process_time() - begin
        finally:
            gc.enable()

    seconds(100)
    assert min(seconds(16_000) for _ in range(2)) < 20 * max(min(seconds(2_000) for _ in range(3)), 0.02)


def test_every_rule_passes_the_gate() -> None:
    sign = deadline_finder(RULES).sign
    definite = (rule for rule in ALL if not rule.discard and rule.resolve != "vague")
    examples = [(rule.id, example.text) for rule in definite for example in rule.match]
    missed = [(rule, text) for rule, text in examples if not sign.search(text, text.index("【") + 1, text.index("】"))]
    assert examples and missed == []


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule.id.endswith("_bare")], ids=lambda rule: rule.id)
def test_a_rule_that_is_called_bare_says_so(rule: Rule) -> None:
    assert "unmarked" in rule.tags


def test_an_unknown_tag_is_refused(tmp_path: Path) -> None:
    (tmp_path / "deadlines").mkdir()
    own = "[[rule]]\nid = 'deadline.own'\npattern = '开园仪式'\nresolve = 'unresolved'\ntags = ['opening']\n"
    (tmp_path / "deadlines" / "own.toml").write_text(own, encoding="utf-8")
    with pytest.raises(RuleError, match="unknown tag 'opening'"):
        deadline_finder(load_rules(tmp_path))


def test_what_a_span_counts_from_is_known_or_refused(tmp_path: Path) -> None:
    (tmp_path / "deadlines").mkdir()
    own = "[[rule]]\nid = 'deadline.own'\npattern = '开园仪式'\nresolve = 'unresolved'\nparams = { after = 'evnt' }\n"
    (tmp_path / "deadlines" / "own.toml").write_text(own, encoding="utf-8")
    with pytest.raises(RuleError, match=r"deadline\.own.*params\.after is 'evnt'"):
        deadline_finder(load_rules(tmp_path))


@pytest.mark.parametrize(("tags", "weighed"), [("'unmarked', 'bare_period'", True), ("", False)])
def test_a_rule_of_the_users_own_says_that_its_context_decides(tmp_path: Path, tags: str, weighed: bool) -> None:
    (tmp_path / "deadlines").mkdir()
    own = f"[[rule]]\nid = 'deadline.own'\npattern = '开园季'\nresolve = 'unresolved'\ntags = [{tags}]\n"
    (tmp_path / "deadlines" / "own.toml").write_text(own, encoding="utf-8")
    found = find_deadlines("开园季加座椅", 0, 6, SpeechDate(2025), rules=load_rules(tmp_path), vague=False)
    assert [(mention.text, needs_context(mention), bare_period(mention)) for mention in found] == [("开园季", weighed, weighed)]


def test_a_rule_of_the_users_own_is_searched_without_a_sign_of_time(tmp_path: Path) -> None:
    (tmp_path / "deadlines").mkdir()
    own = "[[rule]]\nid = 'deadline.own'\npattern = '开园仪式之时'\nresolve = 'unresolved'\n"
    (tmp_path / "deadlines" / "own.toml").write_text(own, encoding="utf-8")
    text = "设备要在开园仪式之时调好"
    found = find_deadlines(text, 0, len(text), SpeechDate(2025), rules=load_rules(tmp_path), vague=False)
    assert [mention.text for mention in found] == ["开园仪式之时"]


@pytest.mark.parametrize(
    ("pattern", "problem"), [("[^，。]{1,4}收官", "may begin with any character"), ("(?=[上下]", "does not compile")]
)
def test_a_pattern_that_cannot_be_searched_names_its_rule(tmp_path: Path, pattern: str, problem: str) -> None:
    (tmp_path / "deadlines").mkdir()
    own = f"[[rule]]\nid = 'deadline.own'\npattern = '{pattern}'\nresolve = 'unresolved'\n"
    (tmp_path / "deadlines" / "own.toml").write_text(own, encoding="utf-8")
    with pytest.raises(RuleError, match=f"deadline.own.*{problem}"):
        deadline_finder(load_rules(tmp_path))


@pytest.mark.parametrize(
    ("text", "end"),
    [("三四年内建成", "2029-06-10"), ("三五天内办结", "2025-06-15"), ("两三个月内见效", "2025-09-10"), ("一两周内摸清", "2025-06-24")],
)
def test_two_digits_side_by_side_are_a_range(text: str, end: str) -> None:
    (mention,) = parse_deadlines(text, "2025-06-10")
    assert str(mention.deadline.end) == end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国庆前进行消防演练", ["国庆前 2025-09-30"]),
        ("开学前进村走访", ["开学前 ?"]),
        ("入冬前列出危房名单", ["入冬前 ?"]),
        ("年底前来一次清欠", ["年底前 2025-12-31"]),
        ("朝着国庆前进,劲头很足", []),
        ("站在国庆前列", []),
    ],
)
def test_a_word_that_begins_behind_the_edge_takes_no_edge_away(text: str, expected: list[str]) -> None:
    assert read(text, "2025-08-01") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年计划改造渠系30公里", ["2025年 2025-12-31"]),
        ("今年计划争取专项债3亿元", ["今年 2025-12-31"]),
        ("今年计划任务已经下达", []),
        ("2025年计划的编制有了进展", []),
    ],
)
def test_what_is_planned_for_a_year_and_the_plan_of_a_year(text: str, expected: list[str]) -> None:
    assert read(text, "2025-02-01") == expected


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("渔政站要在开渔前检验渔船210艘。", "开渔前"),
        ("桃花汛前，水利局要清障12处。", "桃花汛前"),
        ("夏季用水高峰前新增供水能力5万吨。", "夏季用水高峰前"),
        ("市体育局要在市运会开幕前换完座椅2万张。", "市运会开幕前"),
        ("环保督察进驻前，各镇要关停散煤点9处。", "环保督察进驻前"),
        ("过渡期结束前，船厂要搬走旧船12条。", "过渡期结束前"),
        ("课桌要在入学前摆好。", "入学前"),
        ("揭牌仪式之前要换好门头。", "揭牌仪式之前"),
        ("新楼交付前要验完电梯。", "新楼交付前"),
        ("各站把半年总结交上来。", ""),
        ("要把周调度、月通报坚持下去。", "周调度、月通报"),
        ("上线前测试要做好。", ""),
        ("系统上线前，住户报修要跑3趟。", ""),
        ("过去材料要一个月交上来。", ""),
        ("去年台风来临前后忙了三天。", ""),
    ],
)
def test_seasons_and_events_are_edges_though_nobody_knows_their_day(sentence: str, deadline: str) -> None:
    assert [mention.text for mention in parse_deadlines(sentence)] == ([deadline] if deadline else [])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("路灯报修以后48小时内修好。", "报修以后48小时内 ?"),
        ("闸口雨后24小时内清淤。", "雨后24小时内 ?"),
        ("强降雨过后两天内查一遍水库。", "强降雨过后两天内 ?"),
        ("宿管站熄灯后一刻钟之内报人数。", "熄灯后一刻钟之内 ?"),
        ("属地镇要在查获后两个工作日内写出说明。", "查获后两个工作日内 ?"),
        ("水站查出漏点12小时之内封堵。", "查出漏点12小时之内 ?"),
        ("农机站收到工单之后半日内上门。", "收到工单之后半日内 ?"),
        ("洪峰过后三天内恢复渡运。", "洪峰过后三天内 ?"),
        ("码头审核通过后5日内开闸。", "审核通过后5日内 ?"),
        ("急救站接警后10分钟内出车。", "10分钟内 ?"),
        ("县审批局要在企业提交材料后3个工作日内发证。", "提交材料后3个工作日内 ?"),
        ("项目审核组要在企业提交材料后3个工作日内发证。", "提交材料后3个工作日内 ?"),
        ("审批科收到材料后3个工作日内发证。", "收到材料后3个工作日内 ?"),
        ("受理窗口3个工作日内发证。", "3个工作日内 ?"),
        ("收到投诉的两天内上门。", "两天内 ?"),
        ("镇卫生院伤者送到后15分钟内会诊。", "伤者送到后15分钟内 ?"),
        ("供电所客户报修后45分钟内到场。", "客户报修后45分钟内 ?"),
        ("农机站样品送检以后两天之内出结果。", "样品送检以后两天之内 ?"),
        ("防火队要在指令下达后24小时内到位。", "指令下达后24小时内 ?"),
        ("水务站三天内补好漏点。", "三天内 2025-03-06"),
        ("会商以后，3个工作日内报方案。", "3个工作日内 ?"),
        ("发生险情要在1小时内报告。", "1小时内 2025-03-03"),
    ],
)
def test_a_span_counts_from_the_event_before_it(sentence: str, expected: str) -> None:
    assert read(sentence, "2025-03-03") == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("船检站要从9月1日起开放船坞。", "9月1日起"),
        ("船检站要从下周一起开放船坞。", "下周一起"),
        ("船检站从9月1日起开放船坞。", "从9月1日起"),
        ("从明天起，船检站开放船坞。", "从明天起"),
    ],
)
def test_a_first_day_behind_a_modal_is_named_without_its_preposition(sentence: str, expected: str) -> None:
    assert [mention.text for mention in parse_deadlines(sentence, "2025-08-03")] == [expected]


@pytest.mark.parametrize(
    ("defined", "used"),
    [
        ("8月4日到9月10日打一场“清渠会战”。", "会战期内"),
        ("“清渠会战”8月4日打响，9月10日收官。", "会战期间"),
        ("清渠会战从8月4日开打，9月10日收兵。", "会战结束前"),
        ("从8月4日起，到9月10日止，打一场清渠会战。", "“清渠会战”期间"),
        ("全县组织“清渠会战”，时间是8月4日到9月10日。", "清渠会战期内"),
        ("秋防从8月4日开打，9月10日收针。", "秋防期间"),
        ("榨季从8月4日开榨，9月10日收榨。", "榨季期间"),
        ("8月4日到9月10日，全县开展“护渠”专项行动。", "行动期间"),
        ("8月4日到9月10日，全县开展“护渠”专项行动。", "专项行动期内"),
        ("8月4日到9月10日，全县开展“护渠”专项行动。", "护渠行动里头"),
        ("“护渠百日行动”从8月4日开始，到9月10日结束。", "百日行动期内"),
        ("8月4日到9月10日开展护渠集中整治。", "集中整治期间"),
        ("8月4日到9月10日，全县开展“护渠攻坚月”。", "攻坚月内"),
        ("8月4日到9月10日集中清渠，我后面讲的攻坚期，指的就是这段时间。", "攻坚期里"),
        ("8月4日到9月10日清渠，这一个多月统称攻坚季。", "攻坚季内"),
        ("8月4日到9月10日这段日子，我们叫它护渠期。", "护渠期内"),
        ("8月4日到9月10日天热水急，我把它叫作护渠期。", "护渠期里"),
        ("8月4日到9月10日集中清渠，以下称冲刺周。", "冲刺周内"),
        ("8月4日到9月10日开展“护渠季”。", "护渠季期间"),
        ("这次护渠季为期三十八天，从8月4日到9月10日。", "护渠季内"),
        ("今年的伏季休渔从8月4日到9月10日。", "休渔期内"),
        ("采暖季是8月4日到9月10日。", "供暖期间"),
        ("暑假是8月4日到9月10日。", "暑假里头"),
        ("8月4日到9月10日开展\"护渠\"专项行动。", "护渠行动期间"),
        ("8月4日到9月10日，全县开展“护渠月”。", "护渠期内"),
    ],
)
def test_a_period_is_told_once_and_named_later(defined: str, used: str) -> None:
    text = f"{defined}农机站{used}检修泵12台。"
    on = SpeechDate.parse("2025-08-01")
    periods = define_periods(text, on, load_rules())
    mentions = find_deadlines(text, len(defined), len(text), on, periods=periods, rules=load_rules(), vague=False)
    assert [(mention.text, mention.deadline.end) for mention in mentions] == [(used, date(2025, 9, 10))]


@pytest.mark.parametrize(
    ("defined", "later"),
    [
        ("8月4日到9月10日打一场“清渠会战”。", "“清渠会战”要打好。"),
        ("8月4日到9月10日打一场“清渠会战”。", "会战要打好。"),
        ("渠道整治从8月4日开打，9月10日收兵。", "整治要彻底，清渠12公里。"),
        ("冬训从8月4日开始，9月10日结束。", "冬训要实。"),
        ("8月4日到9月10日开展“护渠行动”。", "护林行动期间出动30人。"),
        ("8月4日到9月10日开展“护渠行动”，9月11日到10月9日开展“护路行动”。", "行动期间出动30人。"),
        ("8月4日到9月10日开展集中整治。", "城建所整治里弄3条。"),
        ("8月4日到9月10日是公共服务月。", "乡镇教师服务期内要体检。"),
        ("8月4日到9月10日开展“执行月”活动。", "合同执行期内要付款一次。"),
        ("8月4日到9月10日开展竞赛活动。", "活动内容12项。"),
        ("8月4日到9月10日开展竞赛活动。", "活动间隙要检查12次。"),
        ("8月4日到9月10日开展“护渠”专项行动。", "专项行动中发现的隐患12处要整改。"),
        ("8月4日到9月10日开展集中整治。", "整治前有违建120处。"),
        ("8月4日到9月10日开展集中整治。", "整治前期要备好车辆12台。"),
    ],
)
def test_a_campaign_by_its_name_alone_is_no_time(defined: str, later: str) -> None:
    text = defined + later
    on = SpeechDate.parse("2025-08-01")
    periods = define_periods(text, on, load_rules())
    assert periods
    assert not find_deadlines(text, len(defined), len(text), on, periods=periods, rules=load_rules(), vague=False)


@pytest.mark.parametrize(
    ("defined", "later"),
    [
        ("防寒期是8月4日到9月10日。", "寒假期间要家访300户。"),
        ("暑假从8月4日到9月10日。", "避暑期间要接待3万人。"),
        ("避暑期是8月4日到9月10日。", "暑假期间要家访300户。"),
    ],
)
def test_a_season_is_not_known_by_a_piece_of_its_name(defined: str, later: str) -> None:
    text, on = defined + later, SpeechDate.parse("2025-08-01")
    periods = define_periods(text, on, load_rules())
    mentions = find_deadlines(text, len(defined), len(text), on, periods=periods, rules=load_rules(), vague=False)
    assert not [mention for mention in mentions if mention.deadline.end is not None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("冷库要在蜜桃上市前腾空。", ["蜜桃上市前 ?"]),
        ("供销社早稻开镰前修好烘干机。", ["早稻开镰前 ?"]),
        ("商务局要会同供销社，荔枝采摘期间设收购点。", ["荔枝采摘期间 ?"]),
        ("农技站茶季里下乡三次。", ["茶季里 ?"]),
        ("暑假里头，体育馆要开放。", ["暑假里头 ?"]),
        ("蜜桃上市前后客商多。", []),
        ("企业上市前要过审计关。", []),
        ("渔业站大闸蟹开捕前修好网箱。", ["大闸蟹开捕前 ?"]),
        ("供销社百香果采摘前备好冷库。", ["百香果采摘前 ?"]),
        ("烟草站烤烟移栽前供苗300万株。", ["烤烟移栽前 ?"]),
        ("农业局双孢菇采收前备好冷库。", ["双孢菇采收前 ?"]),
        ("牧户转场前要备足草料。", ["转场前 ?"]),
        ("师生转场前要体检300人。", []),
        ("学生返青前要体检。", []),
        ("参赛队转场前要训练12次。", []),
        ("工地转场前要拆除临建12处。", []),
        ("新材上市前要检测12批。", []),
        ("成果上市前要检测12批。", []),
        ("采摘期间的用工要保障。", []),
    ],
)
def test_what_grows_has_its_time_of_the_year(sentence: str, expected: list[str]) -> None:
    assert read(sentence, "2025-03-03") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("要在7、8月份检修泵站12座", ["7、8月份 2025-08-31"]),
        ("清淤。1、3月份完成城南段", ["3月份 2025-03-31"]),
        ("督查站月底前每周通报一次", ["月底前每周 FREQ=WEEKLY"]),
        ("审批时限分别控制在80个、60个工作日以内", []),
    ],
)
def test_months_side_by_side_and_limits_that_are_no_deadline(sentence: str, expected: list[str]) -> None:
    assert read(sentence, "2025-03-03") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("闸口失水率今冬压到2%以下", ["今冬"]),
        ("渔站伏休期间检修船台12座", ["伏休期间"]),
        ("开渔首月在线率进到前三", ["开渔首月"]),
        ("今年采暖季，投诉量要砍掉一半", ["今年采暖季"]),
        ("今年汛期雨水偏多", []),
        ("伏休期间的船台有12座", []),
        ("农机站要确保今年夏粮面积达到30万亩", ["今年"]),
        ("林业站要完成今年秋冬造林3万亩", []),
        ("农机站要做到明年春茶产量达到3000吨", []),
        ("教育局今年秋季学期招生3000人", []),
        ("今年禁渔期内查处案件12起", []),
        ("全镇今年春运发送旅客3万人次", []),
        ("历年麦收期间投入收割机3000台", []),
        ("渔政站禁渔期内查处违规船12艘", ["禁渔期内"]),
    ],
)
def test_a_season_by_its_name_before_what_is_to_be_reached(sentence: str, expected: list[str]) -> None:
    assert [mention.text for mention in parse_deadlines(sentence, "2025-03-03")] == expected
