"""The cleaner: its rules' own examples, the site profiles, and pages of no known site."""

import re
import time
import tomllib
from pathlib import Path

import pytest

from commitments.clean import clean_page
from commitments.cleaning.examples import site_problems
from commitments.cleaning.lines import is_complete
from commitments.cleaning.notices import iso_date, missing_characters, site_names
from commitments.cleaning.profiles import sites, template
from commitments.cleaning.rulebook import rulebook
from commitments.errors import RuleError, SourceError
from commitments.pipeline import extract_page
from commitments.reading import read_bytes, read_page
from commitments.ruledata import CompiledRule, Example, RuleSet, load_rules
from commitments.types import CleanSpeech, RawPage

RULES = load_rules()
COMPILED = RULES.matcher("cleaning").rules
BODY = """同志们：
今天开会只讲一件事，就是把全镇的水利短板补起来，把旱时的水和涝时的路都想在前头。
一、先把家底摸清
水利站要在3月底前查清山塘86口，各村同步把渠道破损点报上来，不许瞒，也不许拖。
二、再把工程干好
（一）抓渠道。副镇长牵头，4月底前清淤12公里，完工一段验收一段。
（二）抓山塘。对病险山塘逐口过堂，汛前全部落实管护人，钱从水利专账里出。
同志们，水来了才想起修渠就晚了，让我们现在就动手，抢在雨前头！"""
OPEN = BODY.rpartition("\n")[0]
TITLE = "在全镇水利工作会上的讲话"


def clean(page: str, form: str = "txt") -> CleanSpeech:
    return clean_page(RawPage(page, format=form), RULES)


def rules_of(speech: CleanSpeech, part: str) -> set[str]:
    return {item.rule for item in speech.removed if part in item.text}


# The rules' own examples.


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, example.text) for rule in COMPILED for example in rule.rule.match],
    ids=lambda value: getattr(value, "id", None),
)
def test_a_cleaning_rule_finds_its_examples(rule: CompiledRule, text: str) -> None:
    start, end = text.index("【"), text.rindex("】") - 1
    bare = text[:start] + text[start + 1 : end + 1] + text[end + 2 :]
    assert (start, end) in [match.span() for match in rule.regex.finditer(bare)]


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, miss.text) for rule in COMPILED for miss in rule.rule.no_match], ids=lambda value: getattr(value, "id", None)
)
def test_a_cleaning_rule_passes_over_its_near_misses(rule: CompiledRule, text: str) -> None:
    assert rule.regex.search(text) is None


@pytest.mark.parametrize("rule", COMPILED, ids=lambda rule: rule.id)
def test_a_cleaning_rule_brings_two_examples_a_near_miss_and_its_cues(rule: CompiledRule) -> None:
    assert len(rule.rule.match) >= 2
    assert rule.rule.no_match
    cues = rule.rule.params.get("cues", ())
    for example in rule.rule.match:
        assert not cues or any(cue in example.text for cue in cues), example.text


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule in COMPILED if rule.id.startswith("gap.") for example in rule.rule.match if example.value],
    ids=lambda value: getattr(value, "id", None),
)
def test_a_gap_rule_counts_what_is_missing(rule: CompiledRule, example: Example) -> None:
    hits = rulebook(RULES).gaps.find(example.text.replace("【", "", 1)[: example.text.rindex("】") - 1])
    assert [(hit.rule.id, missing_characters(hit)) for hit in hits] == [(rule.id, example.value)]


# The profiles.


def test_the_examples_in_the_site_profiles_hold() -> None:
    assert [str(problem) for problem in site_problems(RULES)] == []


def test_the_profile_in_the_guide_holds() -> None:
    guide = Path(__file__).parents[1] / "docs" / "adding-a-site.md"
    found = re.search(r"```toml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    profile = tomllib.loads(found[1])
    rules = RuleSet(RULES.folders, {**RULES.tables, "sites": [*RULES.tables["sites"], ("guide", profile)]})
    assert [str(problem) for problem in site_problems(rules)] == []


def test_five_sites_are_known() -> None:
    assert {site.id for site in sites(RULES)} >= {"wm114", "caiyes", "huiwen", "gongwenpu", "rulaixiezuo"}


@pytest.mark.parametrize(
    ("source", "text", "fits"),
    [
        ("时间:{time}", "时间：2025-03-02 10:11", True),
        ("(共{number}页)", "（共12页）", True),
        ("发布人: {any} 完", "发布人：小张  完", True),
        ("……试读结束……", "...........试读结束....", True),
        ("共{number}页", "共几页", False),
        ("{any}结束", "第一行\n结束", False),
    ],
)
def test_a_template_reads_as_people_write(source: str, text: str, fits: bool) -> None:
    assert bool(re.fullmatch(template(source), text)) is fits


@pytest.mark.parametrize(
    ("profile", "problem"),
    [
        ({"site": {"id": "x1", "name": "某", "signs": ["某"], "cutt": [], "example": [], "near_miss": []}}, "cutt"),
        ({"site": {"id": "X 1", "name": "某", "signs": ["某"], "example": [], "near_miss": []}}, "id"),
        ({"place": {}}, "unknown table place"),
        ({"site": {"id": "wm114", "name": "某", "signs": ["某"], "example": [], "near_miss": []}}, "used twice"),
        ({"site": {"id": "x1", "name": "某", "signs": ["某"], "cut": ["{anything}"], "example": [], "near_miss": []}}, "unknown slot"),
    ],
)
def test_a_malformed_profile_is_refused_with_a_cure(profile: dict[str, object], problem: str) -> None:
    rules = RuleSet(RULES.folders, {**RULES.tables, "sites": [*RULES.tables["sites"], ("新.toml", profile)]})
    with pytest.raises(RuleError, match=problem) as caught:
        sites(rules)
    assert caught.value.cure


# Pages of no known site.

FURNITURE = [
    ("首页 | 领导讲话 | 工作总结 | 会员中心\n{}", "首页 |", "line.menu"),
    ("当前位置：写作吧 > 讲话 > 正文\n{}", "当前位置", "line.breadcrumb"),
    ("{}\n上一篇：水库放水通知", "上一篇", "line.neighbour"),
    ("{}\n相关推荐\n镇长在夏收会上的讲话\n村支书述职报告", "夏收会", "line.related"),
    ("{}\n本站资料由会员上传，如有侵权请联系客服删除。", "本站资料", "line.copyright"),
    ("{}\n加微信：abcd12345 免费领范文", "加微信", "line.contact"),
    ("{}\n网友评论(2)\n写得好，收藏了。", "写得好", "line.reply"),
    ("编者按：本篇讲话语言平实，可供参考，欢迎留言。\n{}", "编者按", "line.editor"),
    ("在全镇水利工作会上的讲话.docx\n{}", "docx", "line.file"),
    ("发布时间：2024-02-20 09:30 来源：镇党政办\n{}", "发布时间", "line.card"),
    ("{}\n[打印本页] [关闭窗口]", "打印本页", "line.tools"),
    ("{}\n名词解释：\n1.山塘：指蓄水量较小的塘坝。", "蓄水量", "line.glossary"),
    ("{}\n抄送：县水利局，县委办公室。", "抄送", "line.print-record"),
    ("欢迎登陆写作素材网!\n{}", "写作素材网", "line.machine"),
    ("文案之家\nVIP专免\n999+\n海报\n{}", "999+", "line.counter"),
    ("{}\n会员信息\n用户名:\n验证码:", "用户名", "word.label"),
    ("《水利讲话》由网友分享,一共3页。\n{}", "网友分享", "line.passed-on"),
    ("某某公文全文1820字9片\n{}", "1820字", "line.length"),
    ("原创 小草 写作坊 2024-03-04 08:00 发表于河南\n{}", "写作坊", "line.original"),
    ("{}\n网友评论《水利讲话》\n评论功能已关闭", "已关闭", "line.reply"),
    ("{}\n- 下一", "下一", "line.neighbour"),
    ("{}\n1、本文档共5页，可阅读全部内容。", "可阅读", "line.preview"),
    ("字数:639 字 浏览:1346次 下载:18次\n{}", "浏览", "line.length"),
    ("内容提示：这是一篇水利讲话，供参考。\n{}", "内容提示", "line.editor"),
]


@pytest.mark.parametrize(("frame", "part", "rule"), FURNITURE, ids=[rule for _, _, rule in FURNITURE])
def test_the_page_around_a_speech_goes_and_says_by_which_rule(frame: str, part: str, rule: str) -> None:
    speech = clean(frame.format(f"{TITLE}\n{BODY}"))
    assert speech.text == f"{TITLE}\n{BODY}"
    assert rules_of(speech, part) == {rule}
    assert (speech.title, speech.site, speech.warnings) == (TITLE, "generic", ())


BETWEEN = [
    "— 3 —", "第 2 页 共 8 页", "[广告] 水泵厂家直销", "【更多公文，微信：abcd123】", "扫一扫关注我们", "<br/>", "图片", "@page{size:A4}",
]  # fmt: skip


@pytest.mark.parametrize("line", BETWEEN)
def test_page_lines_between_the_paragraphs_go(line: str) -> None:
    head, tail = BODY.split("二、再把", 1)
    assert clean(f"{TITLE}\n{head}{line}\n二、再把{tail}").text == f"{TITLE}\n{BODY}"


INSIDE = [
    ("抓紧第 3 页 共 9 页落实", "抓紧落实"),
    ("抓紧本文来自秘书公文论坛落实", "抓紧落实"),
    ("抓紧公文库www.example.site落实", "抓紧落实"),
    ("抓紧下载后可任意编辑落实", "抓紧落实"),
    ("抓紧【更多公文素材，微信：abcd123】落实", "抓紧落实"),
    ("抓紧更多范文请访问www.example.com落实", "抓紧落实"),
    ("抓紧公文汇www.example.com落实", "抓紧落实"),
    ("抓紧【ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ】落实", "抓紧落实"),
    ("抓紧，本文来自公文汇，落实", "抓紧，落实"),
    ("到 10 月 20 日，建 PPP 项目", "到10月20日，建PPP项目"),
    ("縣長(zhǎng)要抓緊", "縣長要抓緊"),
    ("抓紧&nbsp;落实", "抓紧\xa0落实"),
    ("抓\u200b紧\ue123落实", "抓紧落实"),
    ("抓紧# k$ p8 Y! w' r落实", "抓紧落实"),
    ("📌抓紧落实", "抓紧落实"),
    ("**局长、XX镇、某企业、*同志要抓紧", "**局长、XX镇、某企业、*同志要抓紧"),
    ("登录www.example.gov.cn办理", "登录www.example.gov.cn办理"),
    ("用好微信、公众号，下载量破万", "用好微信、公众号，下载量破万"),
    ("李 强 张 三 丰", "李 强 张 三 丰"),
]


@pytest.mark.parametrize(("damaged", "mended"), INSIDE)
def test_damage_inside_a_sentence_is_mended_and_masks_stay(damaged: str, mended: str) -> None:
    page = f"{TITLE}\n{OPEN}\n第三，各村{damaged}，不要等到雨季来了才动手。"
    assert clean(page).text == f"{TITLE}\n{OPEN}\n第三，各村{mended}，不要等到雨季来了才动手。"


def test_the_name_of_a_site_goes_with_the_address_behind_it() -> None:
    page = f"写作帮文库 首页\n{TITLE}\n{BODY.replace('各村同步', '各村写作帮文库www.xzb.example同步')}\n欢迎光临 写作帮文库"
    assert clean(page).text == f"{TITLE}\n{BODY}"


def test_a_running_head_that_counts_the_pages_goes() -> None:
    head, tail = BODY.split("二、再把", 1)
    first, second = tail.split("（二）", 1)
    page = f"{TITLE}\n{head}水利材料分享 第2页\n二、再把{first}水利材料分享 第3页\n（二）{second}"
    assert clean(page).text == f"{TITLE}\n{BODY}"


def test_noise_of_a_forum_goes_and_figures_stay() -> None:
    body = OPEN.replace("山塘86口", "山塘86口,占GDP的3.2%,R&D投入[4]1.5亿元")
    noisy = body.replace("，就是把", "，z${6就是把").replace("不许瞒", "4f8n不许瞒").replace("完工一段", "[wt$?[完工一段")
    assert clean(f"{TITLE}\n{noisy.replace('钱从', '8*6]4?x钱从')}").text == f"{TITLE}\n{body}"


def test_single_letters_between_blanks_are_noise_on_a_page_full_of_it() -> None:
    noisy = OPEN.replace("，就是把", "，z${6就是把").replace("不许瞒", "4f{8n不许瞒").replace("完工一段", "[wt$?[完工一段")
    sprinkled = f"{TITLE}g% y& V0\n" + noisy.replace("二、", "U+ u? d? n Q二、").replace("钱从", " K- m P9 钱从")
    assert clean(sprinkled).text == f"{TITLE}\n{OPEN}"


def test_the_terms_of_a_shop_and_the_titles_of_its_sheets_go() -> None:
    sheets = "".join(f"{TITLE}_第{number}页\n" for number in (1, 2, 3))
    terms = "\n".join(
        [
            "温馨提示",
            "1. 本文库所有文档都要用本地软件打开。压缩包请先用电脑上的解压软件解开，图样请用制图软件看，图样以外的不另说明。",
            "2. 文档归上传用户所有，要附件的请联系上传者。",
            "3. 未经同意不得将文件挪作商业用途。",
        ]
    )
    assert clean(f"学用文档\n{sheets}{TITLE}{BODY}\n{terms}").text == f"{TITLE}\n{BODY}"


def test_a_preview_glued_to_its_titles_goes() -> None:
    poured = BODY.replace("\n", " ")
    preview = poured.replace(" ", "")[:90]
    speech = clean(f"{TITLE}\n{TITLE} 文章标题:{TITLE} (2024年3月1日){preview}...\n{TITLE} (2024年3月1日) {poured}")
    assert speech.text.count("今天开会只讲一件事") == 1
    assert rules_of(speech, "...") == {"head.repeated"}


def test_a_teaser_below_the_related_texts_is_no_cut_off_speech() -> None:
    page = f"{TITLE}\n{BODY}\n最新推荐 相关文章\n经理在启动会上的讲话：各站要在6月底前排查隐患300处……\n网友评论"
    assert clean(page).text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize("turn", ["上一页 目录 下一页", "[下页] [尾页] (1/3页) 跳到 页", "(2/3页) [上页] [下页]", "上一章 章节列表 下一页"])
def test_a_turn_of_the_page_inside_a_sentence_joins_its_halves(turn: str) -> None:
    head, tail = BODY.split("，不许瞒", 1)
    assert clean(f"{TITLE}\n{head}\n{turn}\n，不许瞒{tail}").text == f"{TITLE}\n{BODY}"


def test_readers_who_talk_below_a_speech_go() -> None:
    talk = "前一篇：夜班手记\n老站长：我们乡也要求3月底前清完，腿都跑断了。\n岸边人：什么时候发工钱？\n发评论"
    assert clean(f"{TITLE}\n{BODY.removesuffix('谢谢大家。')}\n{talk}").text.endswith(BODY.removesuffix("谢谢大家。").rstrip()[-12:])


@pytest.mark.parametrize("label", ["岸石文阁 阅读器\n", ""])
def test_a_name_at_the_head_and_the_foot_of_a_page_is_its_sites(label: str) -> None:
    noisy = BODY.replace("渠道破损", "渠岸石文阁道破损")
    speech = clean(f"{label}{TITLE}\n{noisy}\n岸石文阁 仅供学习")
    assert ("岸石文阁" in speech.text) is not bool(label)


def test_another_speech_announced_in_a_list_of_contents_is_not_this_one() -> None:
    contents = f"本期目录\n【1】{TITLE}\n【2】副镇长在护林防火会上的讲话"
    other = "【2】副镇长在护林防火会上的讲话\n各位来宾：今年共设卡12处，各村要在3月底前巡山20次……"
    speech = clean(f"{contents}\n{'-' * 40}\n【1】{TITLE}\n{BODY}\n{'-' * 40}\n{other}\n退订请回复")
    assert speech.text == f"{TITLE}\n{BODY}"


def test_blanks_inside_clauses_are_breaks_on_a_page_of_broken_words() -> None:
    words = {"短板补": "短 板补", "渠道破损": "渠 道破损", "牵头": "牵 头", "落实": "落 实", "验收一段": "验收一 段", "专账里": "专账 里"}
    noisy = BODY
    for word, broken in words.items():
        noisy = noisy.replace(word, broken)
    assert clean(f"{TITLE}\n{noisy}").text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "车位（收费部分由城投管理）要备案，三月底前报清单。",
        "监控（已加密）要接入平台，数据（部分缺失）三月底前补齐。",
        "专项资金不得挪作他用，三月底前清理一遍。",
        "会上发的任务分工表（第2页）",
        "图为群众办实事、解难题",
        "思想要统一 行动要迅速 措施要到位，不许拖。",
    ],
)
def test_what_only_looks_like_a_pages_words_stays(line: str) -> None:
    head, tail = BODY.split("二、再把", 1)
    page = f"{TITLE}\n{head}{line}\n二、再把{tail}"
    assert clean(page).text == page


def test_line_numbers_in_the_margin_go() -> None:
    lines = wrapped(OPEN.replace("同志们：\n", ""), 16, "　　").split("\n")
    numbered = [f"{number:>3}  {line}" for number, line in enumerate(lines, 1)]
    assert clean("\n".join([TITLE, "同志们：", *numbered])).text == f"{TITLE}\n{OPEN}"


@pytest.mark.parametrize("mark", ["|", ". ", "、", ") ", " | "])
def test_numbers_with_a_mark_at_every_line_go_and_those_of_items_stay(mark: str) -> None:
    lines = [TITLE, "同志们：", *wrapped(OPEN.replace("同志们：\n", ""), 16).split("\n")]
    numbered = "\n".join(f"{number}{mark}{line}" for number, line in enumerate(lines, 1))
    assert clean(f"贴文板\n{numbered}").text == f"{TITLE}\n{OPEN}"
    items = "\n".join(f"{number}{mark}各村要在{number}月底前清淤一段，不许拖。" for number in range(1, 13))
    assert clean(f"{TITLE}\n同志们：\n{items}\n谢谢大家。").text.count(mark.strip()) >= 12


def test_a_word_with_a_blank_behind_every_character_is_closed_up() -> None:
    assert clean(f"政 府 工 作 报 告\n{BODY}").text == f"政府工作报告\n{BODY}"


def test_the_site_name_in_a_sentence_is_read_off_the_page() -> None:
    page = f"写作帮网 首页\n{TITLE}\n{BODY.replace('山塘86口', '山塘写作帮网86口')}\n欢迎光临 写作帮网"
    speech = clean(page)
    assert speech.text == f"{TITLE}\n{BODY}"
    assert "inline.site-name" in {item.rule for item in speech.removed}


def test_blanks_on_both_sides_of_a_site_name_go_with_it() -> None:
    page = f"写作帮网 首页\n{TITLE}\n{BODY}\n第三，各村月底 写作帮网 前清完，不要等到雨季。\n欢迎光临 写作帮网"
    assert clean(page).text.endswith("第三，各村月底前清完，不要等到雨季。")


GAPS = [
    ("（此处省略350字，会员可见）", 350, True),
    ("......此处隐藏了1,742字，下载文档可见全文......", 1742, True),
    ("（未完，全文共3000字，当前显示1800字）", 1200, True),
    ("〔…〕", None, True),
    ("（略）", None, True),
    ("余下全文请登录后查看", None, True),
    ("(阅读全部图文内容,您需要先登录!)", None, True),
    ("消耗 1 篇文库配额,会员有效期内无限次查看", None, True),
    ("【此处为会员专享内容】", None, True),
    ("（此段共286字，会员专享）", 286, True),
    ("——本处删节210字——", 210, True),
    ("（中略）", None, True),
    ("剩余的5个村要补上课。", None, False),
    ("请登录平台填报，会员单位也要报。", None, False),
]


@pytest.mark.parametrize(("notice", "missing", "is_gap"), GAPS)
def test_a_notice_of_withheld_text_becomes_a_gap_with_its_count(notice: str, missing: int | None, is_gap: bool) -> None:
    head, tail = BODY.split("二、再把", 1)
    speech = clean(f"{TITLE}\n{head}{notice}\n二、再把{tail}")
    assert [gap.missing for gap in speech.gaps] == ([missing] if is_gap else [])
    assert speech.text == f"{TITLE}\n{head}{'〔…〕' if is_gap else notice}\n二、再把{tail}"


@pytest.mark.parametrize("turn", ["本章未完，点击下一页继续阅读", "－ 第1页（未完）－", "（未完，转第3版）", "点击展开余下全文↓"])
def test_a_turn_of_the_page_withholds_only_what_does_not_follow(turn: str) -> None:
    head, tail = BODY.split("二、再把", 1)
    assert clean(f"{TITLE}\n{head}\n{turn}\n二、再把{tail}").gaps == ()
    speech = clean(f"{TITLE}\n{head}二、再把渠道的\n{turn}\n上一篇：通知\n下一篇：公告")
    assert len(speech.gaps) == 1
    assert speech.text.endswith("二、再把渠道的\n〔…〕")


@pytest.mark.parametrize(("total", "missing"), [(3000, [2819]), (200, [])])
def test_the_length_of_the_whole_is_a_gap_where_the_page_shows_less(total: int, missing: list[int]) -> None:
    speech = clean(f"{TITLE}\n{OPEN}\n【文章共{total}字,仅供学习借鉴】")
    assert [gap.missing for gap in speech.gaps] == missing
    assert speech.text == f"{TITLE}\n{OPEN}" + ("\n〔…〕" if missing else "")


def test_a_total_does_not_count_again_what_another_notice_has_told() -> None:
    head, tail = OPEN.split("二、再把", 1)
    page = f"{TITLE}\n{head}（此处省略350字，会员可见）\n二、再把{tail}\n（未完，全文共3000字，当前显示1800字）"
    assert [gap.missing for gap in clean(page).gaps] == [350, 850]


@pytest.mark.parametrize("words", ["本文为会员文档，", "付费内容：", ""])
def test_what_a_page_says_of_itself_before_its_notice_goes_with_it(words: str) -> None:
    head, tail = BODY.split("不许瞒，", 1)
    speech = clean(f"{TITLE}\n{head}不许瞒，{words}此处隐藏300字，请登录后查看\n二、再把{tail.split('二、再把', 1)[1]}")
    assert "不许瞒，\n〔…〕" in speech.text or "不许瞒，〔…〕" in speech.text
    assert [gap.missing for gap in speech.gaps] == [300]


def test_a_gap_inside_a_sentence_stays_in_it() -> None:
    page = f"{TITLE}\n{OPEN}\n第三，各村要把管水员定下来，工资由镇里发，\n（省略90字）\n谁漏了水谁负责。"
    assert clean(page).text.endswith("工资由镇里发，〔…〕谁漏了水谁负责。")


@pytest.mark.parametrize("end", ["各村要把管水员定下来，工资由镇里发，谁", "各村要把管水员定下来，工资由镇里发……"])
def test_a_text_that_breaks_off_ends_with_a_gap(end: str) -> None:
    speech = clean(f"{TITLE}\n{OPEN}\n第三，{end}")
    assert speech.text.endswith(f"{end.rstrip('…')}\n〔…〕")
    assert speech.gaps[-1].rule == "gap.cut-off"


@pytest.mark.parametrize("prompt", ["预览已结束，下载可编辑的文档", "请登录后查看全文"])
def test_a_prompt_below_a_speech_that_has_closed_is_no_gap(prompt: str) -> None:
    assert clean(f"{TITLE}\n{BODY}\n{prompt}").gaps == ()


def wrapped(text: str, width: int, indent: str = "") -> str:
    lines = []
    for paragraph in text.split("\n"):
        rest = indent + paragraph
        while rest:
            lines.append(rest[:width])
            rest = rest[width:]
    return "\n".join(lines)


@pytest.mark.parametrize("width", [24, 30, 38])
@pytest.mark.parametrize("indent", ["　　", ""])
def test_hard_wrapped_lines_are_joined(width: int, indent: str) -> None:
    text = BODY.replace("同志们：\n", "")
    speech = clean(f"{TITLE}\n同志们：\n{wrapped(text, width, indent)}")
    assert speech.text.replace("\n", "") == f"{TITLE}\n{BODY}".replace("\n", "")
    if indent:
        assert speech.text == f"{TITLE}\n{BODY}"


HEADINGS = ["一、先把家底摸清，心里要有数", "二、再把工程干好，账上要干净", "三、后把人手管住，脸上要有光"]
LONG = "水利站要在3月底前查清山塘86口，各村同步把渠道破损点报上来，不许瞒，也不许拖，谁误了农时谁到会上说清楚。"


SENTENCES = """今年汛期来得早，水位比往年高。
水库管理所要会同镇应急办，本周内把六座水库查一遍。
发现渗水的，立即降低水位。
查完以后写出报告，三天内报镇政府。
渠道的事不能再拖。
水利站五月底前清淤十二公里。
清出来的淤泥运到指定地点。
谁乱倒就找谁算账。
闸门坏了八处，群众意见很大。
供电所要把线路接到位。
抽水机要提前试机。
油料由供销社备足。""".splitlines()
MORE = """雨一大，低洼处先进水。
学校放学要有人送。
桥头夜里要有灯。
砂石料堆在堤脚备用。
民兵分成两班，轮流上堤。
广播每天播两遍雨情。
转移的人住进老祠堂。
被褥由民政办准备。
卫生院派医生驻点。
牲口赶到北坡去。
水退了先消毒，再回家。
补种的种子已经订好。""".splitlines()


def test_a_page_with_a_line_for_every_sentence_gets_its_paragraphs_back() -> None:
    speech = clean("\n".join([TITLE, "同志们：", *SENTENCES, "一、先说转移", *MORE, "二、再说责任", "散会以后马上行动。"]))
    assert speech.text.split("\n") == [
        TITLE, "同志们：", "".join(SENTENCES), "一、先说转移", "".join(MORE), "二、再说责任", "散会以后马上行动。"
    ]  # fmt: skip


def test_paragraphs_of_one_sentence_stay_where_others_have_several() -> None:
    lines = [TITLE, "同志们：", *SENTENCES, *MORE, "各村要守土尽责。雨前查，雨中守。", "镇里管调度。村里管落实。"]
    assert clean("\n".join(lines)).text.split("\n") == lines


def test_a_line_goes_on_where_a_quotation_is_open() -> None:
    assert "继续推广“三查三看”办法" in clean(f"{TITLE}\n{OPEN}\n水利站要继续推广“三查\n三看”办法，每周巡一次。").text


def test_headings_of_one_length_are_no_hard_wrap() -> None:
    page = "\n".join([TITLE, "同志们：", *(line for heading in HEADINGS for line in (heading, LONG))])
    assert clean(page).text == page


def test_a_heading_narrower_than_the_hard_wrap_is_not_joined() -> None:
    wrap = wrapped(f"{LONG}\n{LONG}{LONG}", 17)
    page = f"{TITLE}\n同志们：\n{HEADINGS[0]}\n{wrap}"
    assert clean(page).text.split("\n")[2:4] == [HEADINGS[0], LONG]


def test_the_headings_of_the_example_page_stand_on_their_own_lines_and_its_owners_in_the_ledger() -> None:
    done = extract_page(read_page(Path(__file__).parents[1] / "examples" / "project-push.html"), rules=RULES)
    headings = {"一、盯住进度,让项目跑起来", "二、盯住要素,让企业定下心", "三、盯住作风,让干部动起来"}
    assert headings < set(done.speech.text.split("\n"))
    assert {owner for row in done.commitments for owner in row.owner} >= {"金融办", "科技局"}


HEADS = [
    "政府工作报告（2010年1月19日在某省第十一届人民代表大会第三次会议上　代省长　王某）",
    "政府工作报告\n（2010年1月19日在某省第十一届人民代表大会第三次会议上）\n代省长　王某",
    "政府工作报告\n——2010年1月19日在某省第十一届人民代表大会第三次会议上\n代省长　王某",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_head_with_date_place_and_speaker_is_no_commitment_but_dates_the_speech(head: str) -> None:
    done = extract_page(RawPage(f"{head}\n各位代表：\n水利厅要在9月底前完成12座水库除险加固。"), rules=RULES)
    assert [row.action for row in done.commitments] == ["完成12座水库除险加固"]
    assert done.speech_date == "2010-01-19"


FUSED = [
    "政府工作报告（2010年1月19日在某省第十一届人民代表大会第三次会议上　代省长　王某）",
    "政府工作报告(2010年1月19日在某省第十一届人民代表大会第三次会议上)代省长 王某",
    "在全县防汛工作会议上的讲话(2010年1月19日,根据录音整理)",
    "县长张某在全县防汛工作会议上的讲话（2010年1月19日）（根据录音整理，未经本人审阅）",
    "关于全县上半年工作的报告——2010年1月19日在县委十三届八次全会上 县委书记 李某",
]


@pytest.mark.parametrize("head", FUSED)
def test_a_head_fused_with_its_bracket_is_no_commitment_without_a_salutation_either(head: str) -> None:
    done = extract_page(RawPage(f"{head}\n水利厅要在9月底前完成12座水库除险加固。\n各县要在月底前报送名单。"), rules=RULES)
    assert [row.action for row in done.commitments] == ["完成12座水库除险加固", "报送名单"]


def test_a_first_line_that_is_a_task_is_one() -> None:
    page = "各单位要在5月底前报送工作汇报12篇，县长要亲自审阅。\n水利厅要在9月底前完成12座水库除险加固。"
    done = extract_page(RawPage(page), rules=RULES)
    assert len(done.commitments) == 2


@pytest.mark.parametrize("occasion", ["——在全县重点项目推进会上的讲话", "——县发改局局长在全县项目推进会上的表态发言"])
@pytest.mark.parametrize("day", ["", "2026年3月\n", "（2026年3月5日）\n", "县长 李某\n"])
def test_a_title_with_its_occasion_on_a_line_below_is_kept(occasion: str, day: str) -> None:
    body = "刚才看了现场，进度差得不少。发改局要在5月底前完成3个项目的批复。"
    page = f"真抓实干 以“开局即决战”的劲头干好项目\n{occasion}\n{day}同志们：\n{body}\n"
    speech = clean(page)
    assert speech.title == "真抓实干 以“开局即决战”的劲头干好项目"
    assert speech.text.splitlines()[:2] == [speech.title, occasion]


def test_a_slogan_above_a_speech_with_a_title_of_its_own_is_no_title() -> None:
    page = "真抓实干 马上就办\n在全县重点项目推进会上的讲话\n——关于当前形势\n同志们：\n发改局要在5月底前完成3个项目的批复。\n"
    assert clean(page).title == "在全县重点项目推进会上的讲话"


def test_the_bracket_of_a_title_ends_its_line() -> None:
    body = "水利局要在9月底前完成12座水库除险加固，各乡镇同步做好征迁，谁也不许拖到汛期后面。"
    speech = clean(f"在全县防汛会上的讲话（2025年6月5日） {body}")
    assert speech.text.split("\n")[0] == "在全县防汛会上的讲话（2025年6月5日）"


def test_running_heads_and_page_numbers_inside_a_wrapped_paragraph_go() -> None:
    lines = wrapped(BODY.replace("同志们：\n", ""), 26, "　　").split("\n")
    lines[3:3] = ["", "- 1 -", "某镇内部材料            水利工作会", ""]
    assert clean("\n".join([TITLE, "同志们：", *lines])).text == f"{TITLE}\n{BODY}"


TEASER = "本文目录\n一、先把家底摸清......1\n二、再把工程干好......3\n"


def test_a_teaser_outline_becomes_hints() -> None:
    speech = clean(f"提纲：……\n一、先把家底摸清\n再把工程干好\n……\n{TITLE}\n{BODY}")
    assert speech.text == f"{TITLE}\n{BODY}"
    assert speech.hints == ("先把家底摸清", "再把工程干好")


def test_contents_with_dot_leaders_go() -> None:
    assert clean(f"{TITLE}\n{TEASER}{BODY}").text == f"{TITLE}\n{BODY}"


def test_without_a_salutation_a_teaser_is_still_told_from_the_text() -> None:
    body = BODY.removeprefix("同志们：\n")
    first, rest = body.split("\n", 1)
    page = f"{TITLE}\n一、先把家底摸清\n二、再把工程干好\n{first}\n{rest}"
    assert clean(page).text == f"{TITLE}\n{body}"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n{TITLE}",
        f"标题: {TITLE} [打印本页]\n作者: 小树    时间: 2025-1-2 10:00\n标题: {TITLE}",
        f"{TITLE}  {TITLE}",
        f"【{TITLE}】",
        f"{TITLE}\n2025年3月2日 10:00",
    ],
)
def test_the_title_stands_once_on_the_first_line(head: str) -> None:
    speech = clean(f"{head}\n{BODY}")
    assert speech.text == f"{TITLE}\n{BODY}"
    assert speech.title == TITLE


def test_when_and_by_whom_stays_below_the_title() -> None:
    speech = clean(f"{TITLE}\n（2025年3月2日）\n镇党委书记  张某\n{BODY}")
    assert speech.text == f"{TITLE}\n（2025年3月2日）\n镇党委书记  张某\n{BODY}"
    assert speech.subtitles == ("（2025年3月2日）", "镇党委书记  张某")


def test_a_summary_that_repeats_the_opening_goes() -> None:
    text = BODY.replace("\n", "")
    assert clean(f"{TITLE}\n{BODY}\n摘要：\n{TITLE}{text[:150]}...").text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize("lead", [f"{TITLE}", f"{TITLE} ", "下面是小编为大家整理的水利讲话,供大家参考。", "【正】"])
def test_what_is_glued_to_the_first_paragraph_goes(lead: str) -> None:
    body = BODY.replace("同志们：\n", "同志们：", 1)
    assert clean(f"{TITLE}\n{lead}{body}").text == f"{TITLE}\n{body}"


def test_a_title_glued_to_the_salutation_is_parted_and_its_decorated_copy_goes() -> None:
    speech = clean(f"最新-{TITLE} 精品\n- 格式:docx\n{TITLE}{BODY}")
    assert speech.text == f"{TITLE}\n{BODY}"
    assert rules_of(speech, "精品") == {"title.again"}


def test_what_is_withheld_at_the_beginning_is_a_gap_below_the_title() -> None:
    body = BODY.partition("\n")[2]
    speech = clean(f"{TITLE}\n1、镇长在夏收会上的讲话 2\n2、书记在春训班上的讲话 11\n---此处隐藏739字,下载后查看---\n{body}")
    assert speech.text == f"{TITLE}\n〔…〕\n{body}"
    assert [gap.missing for gap in speech.gaps] == [739]


def test_a_sentence_about_a_speech_does_not_repeat_its_title() -> None:
    page = f"{TITLE}\n{TITLE}要点已经印发各村，今天只讲怎么干。\n{BODY.partition(chr(10))[2]}"
    assert clean(page).text == page


@pytest.mark.parametrize("again", ["", f"{TITLE}\n"])
def test_a_preview_above_the_text_goes(again: str) -> None:
    long = BODY.replace("都想在前头。", "都想在前头，把去年那样半夜扒渠放水、雨后划船进村的难堪事彻底断了根，让老百姓睡个安稳觉。")
    salutation, first, rest = long.split("\n", 2)
    page = f"{TITLE}\n{salutation}\n{first[:70]}...\n{again}{salutation}\n{first}\n{rest}"
    assert clean(page).text == f"{TITLE}\n{long}"
    assert "inside.repeated" in {item.rule for item in clean(page).removed}


def test_a_few_sentences_on_one_line_stay_one_line_below_their_title() -> None:
    page = f"{TITLE} {BODY.replace(chr(10), ' ')}"
    assert clean(page).text.split("\n")[0] == TITLE
    assert clean(page).text.count("\n") == 1


def test_markdown_loses_its_markup_but_masks_stay() -> None:
    head = "---\ntitle: 2024年工作报告\n---\n\n**各位代表：**\n\n"
    page = f"{head}**（一）抓好水利。**由**局长牵头，*同志配合，5月底前清淤12公里。\n\n<!-- 图 -->"
    speech = clean_page(read_bytes(page.encode(), "报告.md"), RULES)
    assert speech.text == "各位代表：\n（一）抓好水利。由**局长牵头，*同志配合，5月底前清淤12公里。"
    assert speech.title == "2024年工作报告"


TIMES = [
    ("发布时间：2024-02-20 09:30　来源：镇党政办", "2024-02-20"),
    ("发表时间:2025/10/5 8:55:36", "2025-10-05"),
    ("上传时间：2026-01-09", "2026-01-09"),
    ("2025年3月1日 18:30 发布", "2025-03-01"),
    ("原创 镇里的事 2025年08月06日 18:32 河北", "2025-08-06"),
    ("發佈於 2025年2月5日 20:17", "2025-02-05"),
    ("作者: 小树    时间: 昨天 14:58", None),
]


@pytest.mark.parametrize(("line", "posted"), TIMES)
def test_the_posting_time_is_read(line: str, posted: str | None) -> None:
    assert clean(f"{TITLE}\n{line}\n{BODY}").posted == posted


def test_a_portal_publishes_and_a_document_site_receives_uploads() -> None:
    portal = clean(f"索引号：0001 主题分类：水利\n发布机构：镇政府办公室\n{TITLE}\n发布时间：2025-03-02\n{BODY}")
    assert (portal.posted, portal.posted_kind) == ("2025-03-02", "published")
    shop = clean(f"文档格式：docx 所需积分：5\n上传时间：2025-03-02\n{TITLE}\n{BODY}\n开通会员免费下载")
    assert (shop.posted, shop.posted_kind) == ("2025-03-02", "uploaded")
    thread = clean(f"发表于 2025-3-2 21:14 | 只看该作者\n等级：秀才 积分：5\n{TITLE}\n{BODY}\n开通会员免费下载")
    assert (thread.posted, thread.posted_kind) == ("2025-03-02", "posted")


@pytest.mark.parametrize(("text", "date"), [("2025/2/30", "2025-02"), ("2025年7月", "2025-07"), ("20250", None)])
def test_a_date_is_as_exact_as_it_is_told(text: str, date: str | None) -> None:
    assert iso_date(text) == date


@pytest.mark.parametrize(
    "page",
    [
        "首页 | 会员中心\n上一篇：通知\n下一篇：公告\n版权所有 某网",
        "请登录后查看\n扫码支付\n下载\n本站资料由用户上传，如有侵权请联系客服删除。",
    ],
)
def test_a_page_without_a_speech_is_refused(page: str) -> None:
    with pytest.raises(SourceError, match="no speech") as caught:
        clean_page(RawPage(page, source="空页.txt"), RULES)
    assert caught.value.place == "空页.txt"


@pytest.mark.parametrize("text", ["住建局要在6月底前改造小区28个。", "抓紧落实", "同志们：", BODY])
def test_text_without_a_page_is_left_alone(text: str) -> None:
    assert clean(text).text == text


def test_what_the_cleaner_is_unsure_of_it_keeps_and_says_so() -> None:
    doubtful = "去年水渠修到村口就没有再往前修，老百姓挑水走了半里路，这件事我在会上检讨过，今年不能再欠这个账。"
    more = "管水员换了三茬，账还是糊涂账，这次请纪检的同志一起去看看，钱到底花在了哪条渠、哪座闸上。"
    page = f"{doubtful}\n{more}\n{TITLE}\n{BODY}"
    speech = clean(page)
    assert doubtful in speech.text
    assert speech.warnings == ("cleaning-unsure",)


def test_html_menus_and_related_links_go() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    links = "<div><a href='1'>镇长在夏收会上的讲话</a></div><div><a href='2'>三夏工作方案</a></div>"
    page = read_bytes(f"<html><body><h1>{TITLE}</h1>{paragraphs}{links}</body></html>".encode(), "页.html")
    speech = clean_page(page, RULES)
    assert speech.text == f"{TITLE}\n{BODY}"
    assert rules_of(speech, "三夏工作方案") == {"html.links"}


def test_names_of_common_nets_are_no_site_names() -> None:
    assert site_names(["建设互联网", "用好互联网"]) == []


@pytest.mark.parametrize(
    ("line", "complete"), [("抓紧。", True), ("抓紧。”", True), ("完工。（某日报）", True), ("抓", False), ("抓紧，", False)]
)
def test_a_paragraph_ends_with_a_final_mark(line: str, complete: bool) -> None:
    assert is_complete(line) is complete


HOSTILE = [
    "（", "…", "省略", "【更多", "同志们", "在在", "一、抓落实\n", "……(省略9字)……", "www.", "a1 ", "首页>", "下载\n", "<a ", "标题: ",
]  # fmt: skip


def _processor_seconds(page: RawPage) -> float:
    start = time.process_time()
    clean_page(page, RULES)
    return time.process_time() - start


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_pages_cost_time_in_proportion_to_their_length(unit: str) -> None:
    rulebook(RULES)

    def seconds(length: int) -> float:
        page = RawPage(f"{BODY}\n" + unit * (length // len(unit)))
        return min(_processor_seconds(page) for _ in range(3))  # the least of three: a busy machine only adds

    assert seconds(16_000) < 8 * seconds(4_000) + 0.2


def test_the_bare_account_of_an_advertiser_is_cut_too() -> None:
    speech = clean(f"{TITLE}\n代写讲话 V信:abc666\n{BODY}\n各镇要抓紧abc666落实,月底前(V信abc666)报结果。")
    assert "abc666" not in speech.text
    assert "各镇要抓紧落实,月底前报结果。" in speech.text


# What shares its line with the speech, and what a page shows of the sentence where it stops.

WORDS = "今天只讲一件事，把全镇的水利短板补起来。水利站要在3月底前查清山塘86口，各村同步把渠道破损点报上来，不许瞒也不许拖。"


@pytest.mark.parametrize("notice", ["本文来源于网络,如有侵权请联系删除。", "1、本站资料由用户上传，仅供学习参考。"])
def test_a_notice_on_the_line_of_title_and_salutation_takes_neither(notice: str) -> None:
    assert clean(f"{notice}{TITLE}同志们：{WORDS}").text == f"{TITLE}\n同志们：{WORDS}"


def test_a_notice_behind_the_last_thanks_leaves_them() -> None:
    assert clean(f"{TITLE}\n同志们：\n{WORDS}\n谢谢大家！本文来源于网络，如有侵权请联系删除。").text.endswith("拖。\n谢谢大家！")


def test_a_notice_that_only_speaks_of_the_audience_is_cut_whole() -> None:
    page = f"{TITLE}\n同志们：\n{WORDS}\n谢谢大家！\n本文来源于网络，如有侵权请联系删除。愿同志们喜欢这里的材料。"
    assert clean(page).text == f"{TITLE}\n同志们：\n{WORDS}\n谢谢大家！"


@pytest.mark.parametrize("notice", ["文稿预览结束，查看原文请加入会员", "在线预览结束，下载后看全文"])
def test_the_line_right_above_the_end_of_a_preview_is_speech_that_breaks_off(notice: str) -> None:
    page = f"{TITLE}\n同志们：\n{WORDS}\n二是要把病险山塘逐口过一遍堂\n{notice}\n1. 本文稿内容较多，请先下载后再看。\n相关推荐\n防火会讲话"
    assert clean(page).text == f"{TITLE}\n同志们：\n{WORDS}\n二是要把病险山塘逐口过一遍堂\n〔…〕"


@pytest.mark.parametrize("dots", ["...", "..", "……"])
def test_a_short_preview_that_breaks_off_ends_in_a_gap(dots: str) -> None:
    assert clean(f"{TITLE}\n同志们：{WORDS}对病险山塘{dots}").text == f"{TITLE}\n同志们：{WORDS}对病险山塘\n〔…〕"


def test_dots_behind_a_closed_sentence_of_a_short_text_are_no_gap() -> None:
    assert "〔…〕" not in clean(f"{TITLE}\n同志们：{WORDS}谢谢大家！……").text


def test_figures_masked_by_a_sign_are_no_tags() -> None:
    body = "新修渠道#公里,完成投资#亿元,治理山塘#口。改田#万亩和整地#处。"
    assert body in clean(f"{TITLE}\n同志们:\n{body}{WORDS}").text


def test_fields_that_a_template_has_left_unfilled_go_and_their_line_stays() -> None:
    assert clean(f"[标签:标题]\n{TITLE}\n[标签:介绍]同志们：\n{WORDS}").text == f"{TITLE}\n同志们：\n{WORDS}"


# The title's region: who speaks, a title over two lines, what is glued to it, an essay on papers of the kind.


@pytest.mark.parametrize("lines", ["李大河", "周 小 河", "李大河\n（2024年3月1日）"])
def test_a_bare_name_below_the_title_stays(lines: str) -> None:
    assert clean(f"{TITLE}\n{lines}\n{BODY}").text == f"{TITLE}\n{lines}\n{BODY}"


@pytest.mark.parametrize("lines", ["小草文苑", "李大河\n浏览次数：12"])
def test_a_name_of_a_site_or_on_a_card_goes(lines: str) -> None:
    assert clean(f"{TITLE}\n{lines}\n{BODY}").text == f"{TITLE}\n{BODY}"


def test_a_title_whose_second_line_says_what_kind_of_text_it_is_is_one() -> None:
    assert clean(f"全镇水利工作\n会议主持词\n{BODY}").text == f"全镇水利工作会议主持词\n{BODY}"
    assert clean(f"小草文苑首页\n会议主持词\n{BODY}").text == f"会议主持词\n{BODY}"


def test_a_title_is_parted_from_a_speech_without_a_salutation() -> None:
    assert clean(f"{TITLE}今天，我先通报进度。{WORDS}\n{BODY}").text.startswith(f"{TITLE}\n今天，我先通报进度。")
    assert clean(f"{TITLE}文章标题:{TITLE}一、先把家底摸清。{WORDS}").text == f"{TITLE}\n一、先把家底摸清。{WORDS}"
    assert clean(f"{TITLE}模板尊敬的各位代表：{WORDS}").text == f"{TITLE}模板\n尊敬的各位代表：{WORDS}"


def test_a_first_sentence_that_refers_to_a_title_stays_whole() -> None:
    body = f"我赞成书记{TITLE}今天就传达到村。{WORDS}"
    assert body in clean(f"镇长的发言\n同志们：\n{body}").text


@pytest.mark.parametrize(
    "essay",
    [
        "在日常工作中，很多时候我们需要用到讲话稿，讲话稿能鼓劲。你是不是觉得它难写？下面是小编为大家整理的讲话稿，希望能帮助到大家。",
        "如今大家跟讲话稿有着密切的联系，讲话稿是指在会上讲话用的文稿。怎样写才不会犯愁呢？欢迎大家借鉴。",
    ],
)
def test_an_essay_on_papers_above_the_speech_goes_from_its_first_word(essay: str) -> None:
    assert clean(f"{TITLE}\n{essay}\n{BODY}").text == f"{TITLE}\n{BODY}"


def test_a_speaker_who_talks_of_papers_stays_whole() -> None:
    line = "以后开会少用到讲话稿，多讲实话，发言稿要短，怎么写得短由办公室带头，月底前拿出样子来。"
    assert line in clean(f"{TITLE}\n{OPEN}\n{line}\n谢谢大家！").text
