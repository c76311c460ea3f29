"""Lines that their neighbours decide on: the middle of a sentence is speech, whatever words it holds."""

import pytest

from commitments.clean import clean_page
from commitments.ruledata import load_rules
from commitments.types import CleanSpeech, RawPage

RULES = load_rules()
TITLE = "在全镇便民服务会上的讲话"
TEXT = (
    "今天只说窗口的事，去年群众打来的电话里，三成是问材料怎么交，两成是嫌跑的趟数多，这两件都不难办，难的是把它当成自己的事。",
    "一、把话说在前头。窗口要一次讲清，收藏一份清单，网站上能下载的表格一律印出来摆在门口，会员卡、登录密码这类老人弄不来的，由帮办员代劳，5月底前办妥。",
    "二、把路修到门口。点击量再高也不如少跑一趟，扫一扫能办的事项6月底前补齐到40项，剩下的由驻村干部每周上门收一次，收了就要有回音。",
)


def clean(page: str) -> CleanSpeech:
    return clean_page(RawPage(page), RULES)


def wrapped(text: str, width: int) -> str:
    lines = []
    while text:
        end = width
        while end < len(text) and text[end] in "，。；：、":
            end += 1
        lines.append(text[:end])
        text = text[end:]
    return "\n".join(lines)


@pytest.mark.parametrize("width", range(18, 40))
def test_no_line_of_a_hard_wrap_is_taken_for_page(width: int) -> None:
    page = "\n".join([TITLE, "同志们：", *(wrapped("　　" + text, width) for text in TEXT)])
    assert clean(page).text == "\n".join([TITLE, "同志们：", *TEXT])


@pytest.mark.parametrize("notice", ["小草文库，会员免费", "- 3 -", "更多范文请登录小草网站"])
def test_a_notice_inside_a_wrapped_sentence_is_page_all_the_same(notice: str) -> None:
    lines = wrapped("　　" + TEXT[1], 30).split("\n")
    page = "\n".join([TITLE, "同志们：", TEXT[0], *lines[:2], notice, *lines[2:]])
    speech = clean(page)
    assert notice not in speech.text
    assert notice in "".join(item.text for item in speech.removed)


@pytest.mark.parametrize(
    "clauses",
    [
        "窗口要一次讲清，\n收藏一份清单，\n少跑一趟路。",
        "镇上替大家想到了，\n温馨提示：带身份证，\n别的不用带。",
        "忙了一冬，\n辛苦了。\n开春还要再忙一阵。",
    ],
)
def test_a_clause_a_line_is_read_on_behind_its_comma(clauses: str) -> None:
    page = f"{TITLE}\n同志们：\n{TEXT[0]}\n{clauses}\n{TEXT[2]}"
    assert clauses in clean(page).text


def test_a_prompt_behind_a_sentence_that_breaks_off_is_page() -> None:
    page = f"{TITLE}\n同志们：\n{TEXT[0]}\n{TEXT[1]}\n剩下的由驻村干部每周上门收一次，\n登录会员中心，\n精彩继续。"
    assert "会员中心" not in clean(page).text


def test_clauses_that_come_again_are_no_running_heads() -> None:
    clauses = "一年来，\n窗口多办了三千件；\n一年来，\n群众少跑了两万里；\n一年来，\n帮办员走遍了各村。"
    assert clauses in clean(f"{TITLE}\n同志们：\n{clauses}\n{TEXT[2]}").text


@pytest.mark.parametrize(
    "parts", [("在全镇便民服务会上", "的讲话"), ("在全镇便民服务会上的", "讲话"), ("在全镇便民服务工作部署", "会上的讲话")]
)
def test_a_title_broken_into_two_lines_is_one(parts: tuple[str, str]) -> None:
    page = "\n".join([*parts, "同志们：", *(wrapped("　　" + text, 12) for text in TEXT)])
    assert clean(page).text.split("\n")[:2] == ["".join(parts), "同志们："]
