"""Wrapped pages on which a site has written its account into a sentence: the line it stands in is the speech's, a notice between is not."""

import pytest

from commitments.clean import clean_page
from commitments.ruledata import load_rules
from commitments.types import RawPage

RULES = load_rules()
HEAD = ["在全镇灌渠会上的讲话", "（2024年3月6日）", "同志们："]
FIRST = (
    "上个月我沿着干渠走了一天，从渠首走到下游的柳树沟，看见闸门锈得转不动的有九处，渠底淤泥没过膝盖的有四段，"
    "守闸的老丁说他报过三回，没有一个人来看。水过不来，下游两千亩地就只能望天，这件事不能再等。"
)
TASK = (
    "水利站要在4月底前把九处闸门全部换新，四段渠道清到见底，清出来的泥就近还田，不许堆在路边。"
    "各村按受益面积出工，一亩地一个工，出不了工的折钱，账目月底上墙，谁家多出了谁家少出了让大伙看得清清楚楚。"
)
LAST = "渠通了，心就通了，让我们把这条渠守好！"
WIDTH = 30
SPEECH = "\n".join([*HEAD, FIRST, "一、把渠清出来", TASK, LAST])


def wrapped(line: str, note: str = "", place: int = 0, behind: int = -1) -> list[str]:
    """Break a paragraph at the width; a note stands in it before the break, or in one of its lines behind it."""
    text = "　　" + (line[:place] + note + line[place:] if behind < 0 else line)
    lines = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
    if behind >= 0:
        lines[behind] = lines[behind][:place] + note + lines[behind][place:]
    return lines


def clean(first: list[str], task: list[str]) -> str:
    page = [*HEAD, *first, "一、把渠清出来", *task, LAST, "小草文苑 © 2019-2025 版权所有", "客服QQ：1222333440"]
    return clean_page(RawPage("\n".join(page)), RULES).text


NOTES = [
    "小草文苑QQ1222333440",
    "加V：xc_4567",
    "www.xiaocaowenyuan.com",
    "（文稿来源 小草文苑 www.xiaocaowenyuan.com）",
    "联系QQ：1222333440",
]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("place", [20, 46, 70])
def test_a_note_before_the_wrap_takes_no_word_with_it(note: str, place: int) -> None:
    text = clean(wrapped(FIRST), wrapped(TASK, note, place)).replace("\n", "")
    for part in (TASK[: place - 3], TASK[place + 3 :]):
        assert part in text


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("behind", [0, 1, 2])
def test_a_note_in_a_line_that_was_wrapped_takes_no_word_with_it(note: str, behind: int) -> None:
    place = 14
    at = behind * WIDTH + place - 2
    text = clean(wrapped(FIRST), wrapped(TASK, note, place, behind)).replace("\n", "")
    for part in (TASK[: at - 3], TASK[at + 3 :]):
        assert part in text


@pytest.mark.parametrize(
    "notice",
    [
        "更多讲话请加QQ群1222333440，免费下载",
        "小草文苑 www.xiaocaowenyuan.com",
        "客服QQ：1222333440",
        "下载本文请先登录会员，VIP免费，微信扫码支付后查看",
    ],
)
@pytest.mark.parametrize("line", [1, 2])
def test_a_notice_that_parts_a_wrapped_sentence_goes(notice: str, line: int) -> None:
    task = wrapped(TASK)
    assert clean(wrapped(FIRST), [*task[:line], notice, *task[line:]]) == SPEECH


def test_a_notice_between_two_wrapped_paragraphs_goes() -> None:
    assert clean([*wrapped(FIRST), "更多讲话请加QQ群1222333440，免费下载"], wrapped(TASK)) == SPEECH
