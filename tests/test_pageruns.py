"""Runs of page below and inside a speech: comments, cards of other texts, neighbouring stories, known by the company they keep."""

import pytest

from commitments.clean import clean_page
from commitments.ruledata import load_rules
from commitments.types import CleanSpeech, RawPage

RULES = load_rules()
BODY = """在全镇渡口安全会上的讲话
同志们：
昨天夜里我把六个渡口都走了一遍，灯亮着的只有两个，救生衣数得清的一个也没有，船工老方说今年还没人来查过。
一、把船管起来
交管站要在4月底前给37条渡船全部过磅验载，核定人数写在船头，超一个人也不许离岸。
二、把人管起来
各村要在3月20日前落实渡工42名，每条船两名，渡工的补贴按月发，谁拖欠找谁说话。
渡口是镇里的脸面，也是老百姓的命脉，让我们把它守住！"""


def clean(page: str) -> CleanSpeech:
    return clean_page(RawPage(page), RULES)


COMMENTS = {
    "names, sentences, times": (
        "江边柳\n这话说到根子上了，去年我们村的船就是没人管才翻的。\n2023-03-02 10:11:05\n"
        "老渡工\n补贴要是真能按月发，我还愿意再撑十年。\n2023-03-02 11:40:31"
    ),
    "names with times, sentences": (
        "江边柳 2023-03-02 10:11\n这话说到根子上了，去年我们村的船就是没人管才翻的。\n"
        "老渡工 2023-03-02 11:40\n补贴要是真能按月发，我还愿意再撑十年。"
    ),
    "cards of other speeches": (
        "镇长在秋粮入库会上的讲话\n同志们：秋粮入库只剩二十天，粮站要在10月底前腾出仓容三千吨……\n2022-10-09 阅读 310\n"
        "站长在防汛值守会上的讲话\n同志们：汛期提前了，各站要在5月15日前备齐沙袋一万条……\n2021-05-02 阅读 122"
    ),
}


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize("tail", COMMENTS.values(), ids=COMMENTS)
def test_a_run_of_page_without_any_head_ends_the_speech(tail: str, blank: str) -> None:
    speech = clean((BODY + "\n" + tail).replace("\n", blank))
    assert speech.text == BODY
    assert "tail.page-run" in {item.rule for item in speech.removed}


def test_posts_between_two_parts_of_a_speech_go_and_its_parts_stay() -> None:
    above, below = BODY.split("\n二、")
    posts = (
        "评分\n参与人数 3 积分 +12\n江边柳 很给力\n沙发\n江边柳 发表于 2023-3-2 10:11\n"
        "占个位置，写到渡口的稿子不多，我们镇去年也开过这样的会，开完就没有下文，今年看看能不能动真格。\n楼主\n发表于 2023-3-2 10:40"
    )
    assert clean(f"{above}\n{posts}\n二、{below}").text == BODY


def test_a_task_among_the_messages_of_a_chat_stays() -> None:
    above, below = BODY.split("\n渡口是")
    task = "交管站和派出所要每周夜查两次，查到没有灯的渡船当场停航，船工第二天到镇里来说明白，说不明白的换人。"
    chat = f"办公室小周  17:56\n[图片]\n办公室小周  17:57\n{task}\n办公室小周  17:58\n收到"
    assert clean(f"{above}\n{chat}\n渡口是{below}").text == f"{above}\n{task}\n渡口是{below}"


@pytest.mark.parametrize("advert", ["更多讲话尽在小草文库网站", "扫一扫关注我们的公众号", "下载本文档需要登录会员"])
def test_adverts_behind_every_paragraph_make_none_of_them_page(advert: str) -> None:
    assert clean(BODY.replace("\n", f"\n{advert}\n") + f"\n{advert}").text == BODY


@pytest.mark.parametrize("heading", ["把船管起来", "把人管起来", "守住渡口"])
def test_headings_without_markers_are_no_names_of_commenters(heading: str) -> None:
    text = BODY.replace("一、", "").replace("二、", "").replace("\n渡口是", "\n守住渡口\n渡口是")
    speech = clean(f"首页 > 讲话\n{text}\n2023-03-02 10:11:05\n打印本页\n上一篇：通知")
    assert speech.text == text
    assert f"\n{heading}\n" in speech.text


def test_a_salutation_that_a_card_quotes_does_not_begin_the_speech() -> None:
    cards = "为你推荐\n镇长在秋粮入库会上的讲话\n同志们：秋粮入库只剩二十天……\n9.8k 阅读 · 132 收藏 · ¥6\n"
    assert clean(cards + BODY).text == BODY


LAST = ("散会以后，各村的渡工留一下。", "同志们，水路也是路，大家辛苦了。", "我就讲这些，说得不对的会上可以提。")


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("block", ["分享到：微信 微博\n登录 | 注册 | 会员中心", "2023-03-02 10:11:05\n赞 12 评论 3 收藏 8"])
def test_the_last_words_stay_between_two_blocks_of_the_page(last: str, block: str) -> None:
    assert clean(f"{BODY}\n{block}\n{last}\n上一篇：通知\n相关推荐\n· 镇长在秋粮入库会上的讲话").text == f"{BODY}\n{last}"


def test_what_a_newspaper_prints_where_a_speech_turns_to_another_page_goes() -> None:
    above, below = BODY.split("\n二、")
    turn = (
        "（下转第二版）\n⊙责任编辑 小草　⊙校对 小花\n□ 报眼\n出行请走东环路，3月10日起西渡口封闭施工，预计4月底前恢复通航，船票照原价退，"
        "请大家互相转告。\n第02版：要闻\n上一版　下一版\n（上接第一版）"
    )
    assert clean(f"{above}\n{turn}\n二、{below}").text == BODY


def test_long_comments_do_not_outweigh_a_short_speech() -> None:
    comments = "\n".join(
        f"读者{name} 2023-03-0{day}\n我把这篇抄给我们站长看了，他说渡口的账要这么算：一条船一年修两回，一个渡工一年发八千，"
        f"再加上救生衣和灯，三万块打不住，县里要是只给一半，剩下的谁出，这才是要在会上说清楚的。"
        for day, name in enumerate("甲乙丙", 1)
    )
    speech = clean(f"{BODY}\n读者评论（3）\n{comments}\n返回目次")
    assert speech.text == BODY


def test_comments_end_a_speech_that_has_not_closed_where_they_are_scattered() -> None:
    speech = BODY.rpartition("\n")[0] + "\n渡工的饭钱由镇里出，一天二十块，月底跟补贴一起发到手上，这笔账我已经跟财政所说好了。"
    comments = (
        "读者评论（2）\n江边柳\n这话说到根子上了，我们村的船就是没人管。\n有用(3)\n老渡工\n补贴要是真能按月发，我还愿意再撑十年。\n有用(5)"
    )
    assert clean(f"{speech}\n{comments}").text == speech


def test_what_follows_a_box_in_one_piece_stays_where_the_speech_has_not_closed() -> None:
    above, _, last = BODY.rpartition("\n")
    piece = "渡工的饭钱由镇里出，一天二十块，月底跟补贴一起发到手上。\n派出所夜里要到渡口转一趟，转了要在本子上签字。"
    assert clean(f"{above}\n推荐阅读\n在秋粮入库会上的讲话\n{piece}\n{last}\n上一篇：通知").text == f"{above}\n{piece}\n{last}"


def test_chapters_of_a_book_that_are_speeches_are_no_headings_of_this_one() -> None:
    chapters = "第三章 在秋粮入库会上的讲话\n第四章 在防汛值守会上的讲话\n第五章 在渡口拆建会上的讲话"
    tail = f"第214页 / 共398页\n下列各章\n{chapters}\n2019-05-06 阅读 310"
    assert clean(f"{BODY}\n{tail}").text == BODY
