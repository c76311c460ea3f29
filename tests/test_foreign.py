"""Foreign words inside sentences: names of sites, addresses and notes that do not fit in where they stand."""

import pytest

from commitments.clean import clean_page
from commitments.cleaning.foreign import find_foreign, is_shop, told_names
from commitments.cleaning.rulebook import rulebook
from commitments.offsets import to_raw
from commitments.ruledata import load_rules
from commitments.types import CleanSpeech, RawPage

RULES = load_rules()
BOOK = rulebook(RULES)
TITLE = "在全镇水利工作会上的讲话"
BODY = """同志们：
今天开会只讲一件事，就是把全镇的水利短板补起来，把旱时的水和涝时的路都想在前头。
水利站要在3月底前查清山塘86口，各村同步把渠道破损点报上来，不许瞒，也不许拖。
对病险山塘要逐口过堂，汛前全部落实管护人，钱从水利专账里出。
宣传办要把节水的道理讲到每个院坝，让群众自己愿意干、自己管得住。"""


def clean(body: str, head: str = "", tail: str = "") -> CleanSpeech:
    return clean_page(RawPage("\n".join(part for part in (head, TITLE, body, tail) if part)), RULES)


def put(mark: str, *behind: str) -> str:
    """Set a mark behind the words given."""
    body = BODY
    for words in behind:
        assert body.count(words) == 1
        body = body.replace(words, words + mark)
    return body


@pytest.mark.parametrize(
    ("head", "mark", "places"),
    [
        pytest.param("欢迎光临小草阁", "小草阁", ["水利短", "破"], id="greeted, two places"),
        pytest.param("关注公众号：老笔头", "老笔头", ["全部落"], id="an account, one place inside a word"),
        pytest.param("公文铺 > 领导讲话", "公文铺", ["渠道破"], id="a shop told once, one place"),
        pytest.param("© 2020-2024 小草阁 版权所有", "（小草阁）", ["节水的"], id="in a bracket"),
        pytest.param("来源：小草阁", "本文来自小草阁", ["全部落"], id="with the words of a note before it"),
        pytest.param("小草阁会员可免费下载", "小草阁独家整理", ["水利专"], id="with the words of a note behind it"),
        pytest.param("http://www.xiaocaoge.com/a/12.html", "xiaocaoge", ["同步"], id="the heart of an address"),
        pytest.param("", "讲稿之家", ["破"], id="made of words of sites, told nowhere"),
        pytest.param("", "灯下公文网", ["水利短", "落"], id="with a name before the words of sites, seen twice"),
        pytest.param("", "灯下客 www.example.com", ["水利短", "落"], id="before every address"),
        pytest.param("下载本文档需要会员", "墨池居", ["水利短", "破", "愿", "落"], id="recurs on the page of a shop"),
        pytest.param("欢迎来到小草文苑", "小.草.文.苑", ["水利短", "破"], id="spelt with dots"),
        pytest.param("欢迎来到小草文苑", "·小草文苑·", ["水利短", "破"], id="between ornaments"),
        pytest.param("", "【灯下客】", ["水利短", "破", "落"], id="a note in brackets that recurs"),
        pytest.param("", "wmk88", ["水利短", "破"], id="a coined word of letters and figures"),
    ],
)
def test_a_foreign_word_is_cut_and_nothing_else(head: str, mark: str, places: list[str]) -> None:
    body = put(mark, *places)
    speech = clean(body, head)
    assert speech.text == f"{TITLE}\n{BODY}"
    assert all(item.rule.startswith(("inline.", "line.", "head.", "word.")) for item in speech.removed if mark in item.text)
    start = speech.text.index("宣传办要把")
    raw_start, raw_end = to_raw(speech.runs, start, start + 5)
    assert "\n".join(part for part in (head, TITLE, body) if part)[raw_start:raw_end] == "宣传办要把"


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        pytest.param("来源：县融媒体中心", "这项工作由县融媒体中心负责，县融媒体中心要在4月底前拍出6部短片。", id="an office of the page"),
        pytest.param("首页 > 政务服务网", "登录政务服务网办理的事项要达到90%，政务服务网要随时更新。", id="a service"),
        pytest.param("关注学习强国", "用好学习强国这个平台，学习强国每天要有人看。", id="a platform"),
        pytest.param("河长制 > 讲话", "河长制要抓实，各级河长要把河长制放在心上。", id="a topic among the crumbs"),
        pytest.param("下载本文档需要会员", "心往一处想、劲往一处使、智往一处谋，大家都往一处走。", id="a turn of speech that recurs"),
        pytest.param("下载本文档需要会员", "公文处理要提速，秘书科的材料要准时送到，资料要存进档案馆。", id="papers as a task"),
        pytest.param("", "全镇上线APP一个，wifi要覆盖到每个村，APP和wifi都要有人管。", id="words in letters"),
    ],
)
def test_what_fits_in_stays(head: str, sentence: str) -> None:
    assert sentence in clean(f"{BODY}\n{sentence}", head).text


def test_a_bracket_that_says_who_is_in_charge_stays() -> None:
    speech = clean(BODY.replace("水利专账里出。", "水利专账里出（牵头单位：财政小草阁所；责任单位：水利站）。"), "欢迎光临小草阁")
    assert "（牵头单位：财政所；责任单位：水利站）" in speech.text


def test_what_may_be_a_shop_s_name_stays_with_a_warning() -> None:
    sentence = "砂石先运到材料站，用多少领多少。"
    speech = clean(f"{BODY}\n{sentence}")
    assert sentence in speech.text
    assert "cleaning-unsure" in speech.warnings


def test_names_are_read_off_the_lines_around_the_speech() -> None:
    assert told_names(["当前位置：小草文苑 > 领导讲话", "本站：老笔头", "12345"], BOOK) == {"小草文苑": 1, "老笔头": 2}
    assert is_shop("范文之家")
    assert not is_shop("县委办公室文稿科")


def test_a_text_without_anything_foreign_is_left_alone() -> None:
    assert find_foreign(BODY, ["首页", "打印"], BOOK, shop=True) == ([], False)


# Sheets, prints and collapsed pages.


def page(*lines: str) -> CleanSpeech:
    return clean_page(RawPage("\n".join(lines)), RULES)


def test_a_speech_on_several_sheets_is_one_text_without_gap() -> None:
    turn = ["(未完,请点击下一页继续阅读)", "上一页 1 2 下一页", "共2页 当前第1页 跳转", "点击展开余下全文↓"]
    turn += ["广告 × 关闭", "☰ 小草文苑 搜索"]
    first, last = BODY[: BODY.index("渠道破") + 2], BODY[BODY.index("渠道破") + 2 :]
    speech = page(TITLE, first, *turn, f"{TITLE}(2)", "【接上页】……" + first[-8:], last)
    assert speech.text == f"{TITLE}\n{BODY}"
    assert not speech.gaps


def test_a_turn_of_the_page_behind_which_nothing_follows_is_a_gap() -> None:
    speech = page(TITLE, BODY[: BODY.index("损点")], "(未完,请点击下一页继续阅读)", "上一页 1 2 下一页")
    assert [gap.rule for gap in speech.gaps] == ["gap.next-page"]


def test_what_a_newspaper_prints_between_the_paragraphs_goes() -> None:
    lines = BODY.split("\n")
    between = ["【金句】", "“把旱时的水和涝时的路都想在前头。”", "（下转第04版）", "（上接第02版）"]
    between += ["视频加载失败，请刷新重试 00:00 / 02:46 倍速"]
    tail = ["（根据录音整理，标题为编者所加）", "[纠错] 新闻热线：0000-8823000", "◀ 上一篇：河道清淤全面开工"]
    tail += ["小草 5小时前：这钱能到账吗？ [回复] [顶 12]"]
    assert page(TITLE, *lines[:3], *between, *lines[3:], *tail).text == f"{TITLE}\n{BODY}"


def test_a_quotation_of_the_speaker_s_own_stays() -> None:
    lines = BODY.split("\n")
    assert "“水来了才想起修渠。”" in page(TITLE, *lines[:2], "“水来了才想起修渠。”", *lines[2:]).text


def test_a_page_poured_into_one_line_is_opened() -> None:
    body = "".join(BODY.split("\n")[1:]) * 4
    head = f"{TITLE} 小草文苑 馆藏首页 我的书架 题名:{TITLE} 页数:6 借阅:412次 正文预览 {TITLE} 同志们: "
    speech = page(f"{head}{body} 借阅全文 加入书架 读者留言(2) 读者0417:写得好 小草文苑 版权所有")
    assert speech.text.replace(" ", "\n") == f"{TITLE}\n同志们:\n{body}"


def test_a_blank_in_the_middle_of_a_word_goes_and_one_between_phrases_stays() -> None:
    body = BODY.replace("落实管护人", "落 实管护人").replace("愿意干、", "愿意干，各司其职 务求实效，")
    assert "全部落实管护人" in page(TITLE, body).text
    assert "各司其职 务求实效" in page(TITLE, body).text


def test_noise_with_a_lone_sign_of_an_address_is_noise() -> None:
    lines = BODY.split("\n")
    noise = ["]} $ u D' pn -g @P Xb .g -U YZ", "}~ |x <y x P EW Te o %Y"]
    assert page(TITLE, *lines[:2], noise[0], lines[2], noise[1], *lines[3:]).text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    ("notice", "missing"),
    [("（馆藏余文387字,持证读者可阅）", 387), ("【后文还有520字，绑定手机后可看】", 520)],
)
def test_a_notice_tells_how_much_is_held_back(notice: str, missing: int) -> None:
    assert [gap.missing for gap in page(TITLE, BODY.replace("不许瞒，", f"不许瞒，{notice}")).gaps] == [missing]


@pytest.mark.parametrize(
    "note",
    [
        "（来源：小草文苑）",
        "需要更多讲话稿请加老师微信xczs001。",
        "※小草文苑※",
        "www点xiaocao点com",
        "薇信：xczs001",
        "#领导讲话#",
        "[12]",
        "- 3 -",
        "（下转第4版）",
        "小草整理发布，转载请注明出处。",
        "联系电话13800000000（微信同号）",
        "&lt;p&gt;",
        "查看全文>>",
    ],
)
def test_notes_of_a_site_between_two_sentences_go(note: str) -> None:
    assert clean(put(note, "不许瞒，也不许拖。")).text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "本段有23条评论",
        "转发 12 评论 3 赞 45",
        "点击领取2024最新讲话稿大全",
        "IP属地：河南",
        "（通讯员 张三）",
        "会议材料之三",
        "讲话汇编 ·35·",
        "批注[A1]: 此处数据待核",
        "图集 1/6",
        "由 扫描全能王 扫描创建",
        "您的浏览器不支持 audio 标签",
        "正在加载…",
        "您的阅读进度：45%",
        "主播：小草",
        "本文已收录到专题《讲话精选》",
        "发自我的iPhone",
        "=====正文=====",
    ],
)
def test_lines_of_a_page_between_two_paragraphs_go(line: str) -> None:
    lines = BODY.split("\n")
    assert page(TITLE, *lines[:3], line, *lines[3:]).text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("好的，以下是为您撰写的讲话稿：", "如果需要，我还可以帮您压缩成发言提纲。", id="written by an assistant"),
        pytest.param("", "会议还通报了一季度进展情况。\n各村主要负责同志参加会议。", id="a report goes on"),
        pytest.param("", "本回答由提问者推荐\n你对这个回答的评价是？", id="an answer"),
        pytest.param("", "（总评）全文结构完整，语言朴实，可以直接套用。", id="a critique"),
        pytest.param("主题: 转发镇长讲话", "联系人：李四  电话：0000-1234567\n本邮件及其附件仅限收件人使用。", id="a mail"),
    ],
)
def test_what_stands_around_a_closed_speech_goes(above: str, below: str) -> None:
    body = f"{BODY}\n让我们现在就动手，抢在雨前头！"
    assert page(*filter(None, [above, TITLE, body, below])).text == f"{TITLE}\n{body}"


def test_a_report_s_words_inside_a_speech_stay() -> None:
    lines = BODY.split("\n")
    said = "会上，三个村作了发言，讲得都很实在。"
    assert said in page(TITLE, *lines[:2], said, *lines[2:]).text


def test_a_quoted_text_loses_its_marks() -> None:
    assert page(*(f"> {line}" for line in [TITLE, *BODY.split("\n")])).text == f"{TITLE}\n{BODY}"


def test_a_title_in_bold_loses_its_marks_and_a_mask_stays() -> None:
    body = BODY.replace("宣传办", "**镇宣传办")
    assert page(f"**{TITLE}**", body).text == f"{TITLE}\n{body}"


def test_an_advertisement_between_two_paragraphs_goes() -> None:
    lines = BODY.split("\n")
    advert = "小草写作训练营开班啦，原价299元，现在报名只要99元，前50名还有礼物。"
    assert page(TITLE, *lines[:3], advert, *lines[3:]).text == f"{TITLE}\n{BODY}"


# What stood on pages of sites that nobody had looked at.


@pytest.mark.parametrize(
    ("mark", "head"),
    [
        pytest.param("Www.XiaoCaoGe.Net", "", id="an address in mixed case"),
        pytest.param("—小草文苑整理—", "欢迎光临小草文苑", id="between single dashes"),
        pytest.param("——小草文苑——", "欢迎光临小草文苑", id="between double dashes"),
    ],
)
def test_the_frame_of_a_watermark_goes_with_it(mark: str, head: str) -> None:
    assert clean(put(mark, "水利短", "渠道破"), head).text == f"{TITLE}\n{BODY}"


def test_a_dash_of_the_sentence_beside_a_watermark_stays() -> None:
    body = BODY.replace("一件事，", "一件事——")
    assert clean(body.replace("一件事——", "一件事——小草文苑"), "欢迎光临小草文苑").text == f"{TITLE}\n{body}"


def test_a_figure_before_an_address_is_the_speech_s_where_the_page_has_the_address_without() -> None:
    speech = clean(BODY.replace("86口", "86xiaocaoge.net口").replace("全部落实", "全部落xiaocaoge.net实"))
    assert speech.text == f"{TITLE}\n{BODY}"
    assert clean(BODY.replace("86口", "86xiaocaoge.net口"), "首页 www.xiaocaoge.net").text == f"{TITLE}\n{BODY}"
    assert clean(put("123ge.net", "水利短")).text == f"{TITLE}\n{BODY}"  # a site may begin with a figure


@pytest.mark.parametrize(
    "sentence",
    [
        "小编每周给大家上新，觉得有用的朋友别忘了收藏哟！",
        "本月开通季度会员立减15元，全站6万份讲话稿随便看。",
        "想要本文的电子版，可以关注“小草文苑”公众号，回复“水利”免费领取。",
        "请按Ctrl+D把本页存下来！",
    ],
)
def test_a_sentence_in_which_a_site_speaks_goes(sentence: str) -> None:
    assert clean(put(sentence, "不许瞒，也不许拖。")).text == f"{TITLE}\n{BODY}"


@pytest.mark.parametrize(
    "sentence",
    [
        "融媒体中心的小编要在9月底前整理出30篇节水故事。",
        "窗口要当场回复“已收件”，材料由村里统一领取。",
        "会员企业的水费打8.5折，各镇要把政策落实到户。",
        "需要本文件配套表格的，5月10日前到办公室领取。",
    ],
)
def test_a_task_with_the_words_of_a_site_stays(sentence: str) -> None:
    assert sentence in clean(put(sentence, "不许瞒，也不许拖。")).text


def test_the_card_of_an_account_between_two_paragraphs_goes() -> None:
    lines = BODY.split("\n")
    card = ["", "灯下客", "把材料写进心里", "145篇原创内容", "公众号", ""]
    picture = ["▼ 图为清淤现场（图源灯下客，侵删）", "", "✿✿✿"]
    assert page(TITLE, *lines[:3], *card, lines[3], *picture, *lines[4:]).text == f"{TITLE}\n{BODY}"


def test_what_a_booklet_prints_behind_a_speech_goes() -> None:
    body = f"{BODY}\n让我们现在就动手，抢在雨前头！"
    notes = ["会 议 须 知", "1．请提前5分钟进场。", "2．材料会后留在座位上，3月9日前由办公室收齐。"]
    assert page(TITLE, body, *notes).text == f"{TITLE}\n{body}"


def test_a_title_broken_into_two_lines_is_one() -> None:
    speech = page("    在全镇水利工", "    作会上的讲话", "", BODY)
    assert (speech.text, speech.title) == (f"{TITLE}\n{BODY}", TITLE)
    assert page(f"第一篇：{TITLE}", BODY).text == f"{TITLE}\n{BODY}"


def test_the_left_margin_of_a_print_with_line_numbers_is_no_indent() -> None:
    width = 16
    paragraphs = BODY.split("\n")[1:]
    lines = [line for text in paragraphs for line in (f"    {text[: width - 2]}", *_cut_every(text[width - 2 :], width))]
    numbered = [f"{number if number % 2 else '':>3} {line}" for number, line in enumerate(lines, 1)]
    assert page(f"        {TITLE}", "    同志们：", *numbered).text == f"{TITLE}\n{BODY}"


def _cut_every(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


@pytest.mark.parametrize(
    "comments",
    [
        "网友评论(2)\n小书童 2025-03-20 09:12\n“3月底前查清山塘86口”这句最实在。 赞(2) 回复\n老陈\n我们站里也要在4月底前查完120口。",
        "全部评论 2\n用户88：水利站要在3月底前查清山塘86口，拿来就能用。\n用户11：建议各村每月报一次。",
        "最新评论\n匿名用户 说：希望各村都能按期完成，年底前见效。\n发表评论",
    ],
)
def test_readers_who_quote_the_speech_add_nothing_to_it(comments: str) -> None:
    assert clean(BODY + "\n谢谢大家！", tail=comments).text == clean(BODY + "\n谢谢大家！").text


def test_a_preview_poured_into_one_line_goes() -> None:
    preview = "文档简介\n" + BODY.replace("\n", "")[:120] + "...\n展开全部"
    assert clean(BODY, head=preview).text == clean(BODY).text
