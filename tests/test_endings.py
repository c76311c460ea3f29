"""Where a speech ends that closes with no formula: its count comes to its end, and what follows counts or addresses anew."""

import pytest

from commitments.clean import clean_page
from commitments.cleaning.counting import counts_of, goes_on, told_above
from commitments.cleaning.lines import Line, read_lines
from commitments.cleaning.rulebook import rulebook
from commitments.ruledata import load_rules
from commitments.types import CleanSpeech, RawPage

RULES = load_rules()
BOOK = rulebook(RULES)
SPEECH = """在全镇山塘清淤会上的讲话
同志们：
入冬以来没有下过一场透雨，二十六口山塘见了底，正好清淤，再拖到开春就只能看着水漫过泥面。下面我讲两点。
一、把人凑齐
各村要在12月10日前凑齐清淤队8支，一支队不少于12人，锹镐自己带，抽水机由水利站统一调。
二、把泥清走
水利站要在1月20日前清完26口山塘，清出来的泥堆到村里指定的洼地，不许顺手倒进沟里。
泥清一尺，水就多存一尺，明年旱的时候大家会记得今年冬天的这些泥。"""


def clean(page: str) -> CleanSpeech:
    return clean_page(RawPage(page), RULES)


def lines_of(text: str) -> list[Line]:
    return read_lines(text, BOOK, None, [])


def test_what_counts_anew_below_a_speech_that_has_told_its_points_is_page() -> None:
    tail = (
        "相关信息\n一、关于印发《全镇冬修方案》的通知\n二、一图读懂：山塘清淤怎么补\n"
        "网上留言\n村民138****0000：我们村的塘什么时候清，盼了三年了！\n回复单位（水利站）：您好，您村的山塘排在1月8日。\n"
        "主办：某镇人民政府办公室　网站标识码：0000000000"
    )
    assert clean(f"{SPEECH}\n{tail}").text == SPEECH


def test_another_speech_below_a_label_is_page_though_this_one_has_not_closed() -> None:
    other = "相关文档\n镇长在秋粮收购会上的讲话\n各位站长、同志们：\n今天的会只说收粮。\n粮站要在10月底前腾出仓容三千吨。\n下载原文doc"
    assert clean(f"{SPEECH}\n{other}\n评论列表\n江边柳：写得实在，感谢上传者！").text == SPEECH


def test_points_that_are_announced_once_more_are_kept() -> None:
    points = "一、水利站要在12月底前清完大塘30口。\n二、农办要在1月底前清完小塘20口。\n三、财政所要在1月底前拨款30万元。"
    more = f"散会前再明确三件事。\n广告\n{points}"
    assert clean(f"{SPEECH}\n{more}\n上一篇：通知").text == f"{SPEECH}\n{more}".replace("广告\n", "")


def test_a_whole_speech_below_this_one_is_not_lost() -> None:
    tasks = [f"粮站要在10月{day}日前腾出仓容{day}千吨，收一车验一车，磅单当场交到卖粮人手里，不许压级压价。" for day in range(10, 22)]
    other = "镇长在秋粮收购会上的讲话\n各位站长、同志们：\n今天的会只说收粮。\n" + "\n".join(tasks)
    text = clean(f"{SPEECH}\n{other}").text
    assert SPEECH in text
    assert all(task in text for task in tasks)


@pytest.mark.parametrize("box", ["推荐阅读\n镇长在秋粮收购会上的讲话", "相关链接\n全镇冬修方案"])
def test_the_next_point_stays_below_a_box(box: str) -> None:
    above, below = SPEECH.split("\n二、")
    assert clean(f"{above}\n{box}\n二、{below}\n上一篇：通知").text == SPEECH


@pytest.mark.parametrize("box", ["推荐阅读\n镇长在秋粮收购会上的讲话", "相关链接\n全镇冬修方案"])
def test_the_last_paragraph_stays_below_a_box_though_all_points_are_told(box: str) -> None:
    above, _, last = SPEECH.rpartition("\n")
    assert clean(f"{above}\n{box}\n{last}\n上一篇：通知").text == SPEECH


def test_last_words_to_the_audience_stay_below_a_list_of_other_speeches() -> None:
    last = "同志们，泥清一尺，水就多存一尺，明年旱的时候大家会记得今年冬天的这些泥。"
    speech = SPEECH.rpartition("\n")[0] + "\n" + last
    assert clean(speech.replace(last, f"推荐阅读\n镇长在秋粮收购会上的讲话\n{last}\n上一篇：通知")).text == speech


def test_where_the_points_are_told() -> None:
    lines = lines_of(SPEECH)
    told = told_above(lines, 1, BOOK)
    assert [line.text[:4] for line, above in zip(lines, told, strict=True) if above] == ["泥清一尺"]
    assert not any(told_above(lines_of(SPEECH.replace("讲两点", "讲三点")), 1, BOOK))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("三、把水蓄住", True),
        ("二、一图读懂", False),
        ("一、相关通知", False),
        ("（一）先清大塘", True),
        ("1.先清大塘", True),
        ("2.再清小塘", False),
    ],
)
def test_which_number_goes_on(line: str, expected: bool) -> None:
    above = counts_of(lines_of(SPEECH))
    assert goes_on(above, lines_of(line)[0], told=False) is expected
    assert not goes_on(above, lines_of("三、把水蓄住")[0], told=True)


def test_whoever_answered_does_not_speak_on_below_the_speech() -> None:
    wish = "希望能帮到你，满意请采纳，谢谢！"
    tail = f"{wish}\n追问 江边柳：有没有渡口的？\n追答 老周：没有，可以改成：渡工要在3月20日前落实。\n其他回答（2）"
    assert clean(f"最佳答案\n{SPEECH}\n{tail}").text == SPEECH


HEAD = "小草文库 首页 文档分类 会员中心 登录 格式:DOCX 大小:23KB 上传:小草 {title}_第1页 {title}_第2页 点击查看更多 "
TAIL = (
    " 展开阅读全文 温馨提示:小草文库资源均由用户上传,仅供学习交流。 相关资源 更多 "
    "镇长在秋粮收购会上的讲话 同志们:粮站要在10月底前… 关于我们 联系客服"
)
LONG = SPEECH.replace("倒进沟里。", "倒进沟里。" + "哪口塘清了多深，村里要拿竹竿量给我看，量完写在塘边的牌子上。" * 18)
TITLE, _, BODY = LONG.partition("\n")


def collapsed(text: str) -> str:
    """Return a text on one line as converters pour it: a blank behind headings, nothing elsewhere."""
    return "".join(line + (" " if line[1:2] == "、" else "") for line in text.split("\n"))


@pytest.mark.parametrize("intro", ["", f"资源描述{TITLE}由会员“小草”分享,可在线阅读,更多请在小草文库网上搜索。"])
def test_a_page_on_one_line_is_opened_at_the_points_of_its_speech(intro: str) -> None:
    speech = clean(HEAD.format(title=TITLE) + intro + f"{TITLE}(2023年12月4日)" + collapsed(BODY) + TAIL)
    paragraph, _, last = LONG.rpartition("\n")
    assert speech.text == f"{paragraph}{last}".replace(TITLE, f"{TITLE}\n(2023年12月4日)")
    assert speech.gaps == ()


def test_numbers_of_sheets_in_the_middle_of_sentences_go_and_numbered_tasks_stay() -> None:
    above, _, below = collapsed(BODY).rpartition("竹竿")
    sheets = f"{above}竹3、竿{below}".replace("到村里指定", "到村2、里指定")
    head = HEAD.format(title=TITLE)
    assert clean(f"{head}1、{TITLE}{sheets}{TAIL}").text == clean(f"{head}{TITLE}{collapsed(BODY)}{TAIL}").text
    tasks = collapsed(BODY).replace("锹镐自己带", "要做三件事:1、备锹镐。2、备水泵。3、备沙袋。")
    assert "1、备锹镐。2、备水泵。3、备沙袋。" in clean(HEAD.format(title=TITLE) + TITLE + tasks + TAIL).text


def test_a_preview_on_a_page_of_one_line_is_not_where_the_speech_begins() -> None:
    preview = f"摘要:{TITLE}同志们:{BODY.split(chr(10))[1][:40]}... 【展开全文】 正文 "
    speech = clean(HEAD.format(title=TITLE) + preview + TITLE + collapsed(BODY) + TAIL)
    assert speech.text.startswith(f"{TITLE}\n同志们：\n入冬以来")
    assert speech.text.count("入冬以来") == 1


STRANGE = {
    "a summary, questions, other speeches": (
        "AI总结\n本文围绕山塘清淤提出两点：\n1. 凑齐人手：各村12月10日前凑齐清淤队8支，一支队不少于12人；\n"
        "2. 清走淤泥：水利站1月20日前清完26口山塘。\n猜你想问\n清淤队什么时候凑齐？\n怎样把讲话改成通知？\n相关范文\n"
        "镇长在春耕会上的讲话\n同志们：春天不等人，秧田要在3月20日前整好……\n镇长在抗旱会上的讲话提纲\n一、看清旱情。水利站要每天报一次……"
    ),
    "posts without marks of their own": (
        "本帖最近评分记录\n铁匠铺：金币+10，好帖\n1楼 路过的风\n讲得好，希望真能清到底，别又是一阵风。\n2楼 塘边\n"
        "我们村的塘1月20日前能不能轮到？谢谢镇长惦记。\n3楼 铁匠铺\n听说先清大塘，小塘排在后面。\n快速回复"
    ),
}


@pytest.mark.parametrize("tail", STRANGE.values(), ids=STRANGE)
def test_labels_summaries_and_questions_below_told_points_are_page(tail: str) -> None:
    assert clean(f"{SPEECH}\n{tail}").text == SPEECH


def test_a_point_inside_the_last_one_stays_between_two_boxes_though_it_recalls_figures() -> None:
    above, _, last = SPEECH.rpartition("\n")
    inner = "（一）先清大塘。26口山塘里头，10口大塘要在12月20日前清完。"
    more = "（二）再清小塘。剩下的16口由8支队分头清，12月20日前没有清完的，水利站派人守在塘边。"
    page = f"{above}\n{inner}\n赞 12 评论 3 收藏 8\n{more}\n广告\n了解详情 >\n{last}\n上一篇：通知"
    assert clean(page).text == f"{above}\n{inner}\n{more}\n{last}"


def test_the_end_of_a_wrapped_sentence_is_no_label() -> None:
    text = SPEECH.rpartition("\n")[0] + "\n泥清一尺，水就多存一尺，\n明年旱的时候再看"
    assert "明年旱的时候再看" in clean(f"{text}\n剩余3页未读，下载后继续阅读\n评论（0）\n最新文档\n镇长述职报告").text


def test_titles_of_a_list_between_two_halves_of_a_sentence_go() -> None:
    above, below = SPEECH.split("清完26口山塘")
    box = "上一页 1 2 下一页\n热点新闻\n一、我镇冬修开工\n二、图解冬修怎么补\n[广告] 抽水机直销\n"
    assert clean(f"{above}清完26口\n{box}山塘{below}").text == f"{above}清完26口\n山塘{below}"


NEXT = {
    "below a told count": (
        SPEECH,
        "山塘清淤讲话 第二篇\n尊敬的各位站长、同志们：\n今天把清淤的经验总结一下，去年清了52口，今年10月底前再清30口。",
    ),
    "behind a speech that is cut off": (
        SPEECH.rpartition("不许")[0] + "不许",
        "3、镇长在秋粮收购会上的讲话\n各位站长：粮站要在10月底前腾出仓容三千吨，一车也不许压……\n[阅读全文]",
    ),
}


@pytest.mark.parametrize(("speech", "other"), NEXT.values(), ids=NEXT)
def test_the_title_and_address_of_another_speech_end_this_one(speech: str, other: str) -> None:
    found = clean(f"山塘清淤讲话（通用2篇）\n{speech}\n{other}\n首页 1 2 3 下一页\n版权所有 小草文库")
    assert found.text.removesuffix("\n〔…〕") == speech
    assert bool(found.gaps) is (speech != SPEECH)


def test_the_speech_itself_below_a_preview_is_no_other_speech() -> None:
    title, _, rest = SPEECH.partition("\n")
    preview = "\n".join(rest.split("\n")[:4])[:100]
    assert clean(f"{title}\n{preview}……\n阅读全文\n{SPEECH}").text == SPEECH


@pytest.mark.parametrize("count", ["第{}，", "{}、", "（{}）"])
def test_a_count_that_nobody_announced_is_told_with_its_last_point(count: str) -> None:
    text = SPEECH.replace("下面我讲两点。", "").replace("一、", count.format("一")).replace("二、", count.format("二"))
    tail = (
        "相关信息\n1、关于印发《全镇冬修方案》的通知\n网上留言\n村民138****0000：我们村的塘什么时候清！\n"
        "主办：某镇人民政府　网站标识码：0000000000"
    )
    assert clean(f"{text}\n{tail}").text == text


def test_whoever_writes_end_has_ended() -> None:
    text = SPEECH.replace("下面我讲两点。", "").replace("一、", "").replace("二、", "")
    story = "书记：把小事当大事办\n在冬修推进会上，书记说，12月底前要开工8处。"
    tail = f"- END -\n往期推荐\n{story}\n精选留言\n老梅\n说得真实，盼着早点清。\n写留言"
    assert clean(f"{text}\n{tail}").text == text


def test_a_card_with_whole_sentences_above_a_speech_is_not_where_it_begins() -> None:
    cards = (
        "镇长在秋粮收购会上的讲话\n同志们：秋粮只收二十天，粮站要在10月底前腾出仓容三千吨。\n会员免费 | 12页 | 2.3万字\n"
        "镇长在防火会上的讲话\n今天就讲一件事，11月起各村夜里巡山。\n会员免费 | 6页 | 3000字"
    )
    assert clean(f"小草文库 会员专区\n{cards}\n{SPEECH}").text == SPEECH


def test_a_speech_with_a_page_line_below_its_first_sentences_begins_there() -> None:
    title, salutation, first, rest = SPEECH.split("\n", 3)
    assert clean(f"{title}\n{salutation}{first}\n打印本页\n{rest}").text == f"{title}\n{salutation}{first}\n{rest}"


def test_a_prompt_between_two_paragraphs_withholds_nothing() -> None:
    above, below = SPEECH.split("\n二、")
    page = f"{above}\n请登录后查看全文\n二、{below}"
    assert clean(page).gaps == ()
    assert clean(page).text == SPEECH
    assert len(clean(f"{above}\n请登录后查看全文").gaps) == 1
    assert len(clean(f"{above}\n（此处省略312字，登录后查看）\n二、{below}").gaps) == 1


def test_readers_who_are_named_below_a_head_of_comments_are_no_last_words() -> None:
    comments = "网友评论（3）\n江边柳：我们村的塘12月能清完吗？\n塘边人家：支持镇长，说到做到，我们看着。\n查看更多评论"
    text = SPEECH.replace("下面我讲两点。", "")
    assert clean(f"{text}\n（责任编辑：小江）\n{comments}").text == text
    assert clean(f"{text}\n有用(3)\n我的要求就一条：谁的塘没清完，谁正月里补上。\n上一篇：通知").text.endswith("谁正月里补上。")


def test_a_story_below_an_end_is_no_last_word_of_a_speech_without_numbers() -> None:
    text = SPEECH.replace("下面我讲两点。", "").replace("一、", "").replace("二、", "")
    story = "石桥镇：水沟翻身\n从去冬到今冬，石桥镇清渠46公里，受益农田1.2万亩。"
    tail = f"图文：小石\n编审：老石\n—THE END—\n更多精彩\n{story}\n网友热评\n@渠边人家：好！"
    assert clean(f"{text}\n{tail}").text == text
