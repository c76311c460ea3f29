"""Pages whose quotation marks, brackets and figures each stand on a line of their own."""

from __future__ import annotations

from commitments.clean import clean_page
from commitments.ruledata import load_rules
from commitments.types import RawPage

RULES = load_rules()
PAGE = """在全县渡口整治会上的讲话
同志们：
这次整治由县交通局
“
船检专班
”
牵头,各乡镇
(
街道
)
配合,4月底前给
37
条渡船过磅。
一、把船管起来
要把
“
一船一档
”
、
“
一人一证
”
立起来。
(一)过磅要准
每条船过两遍。"""


def clean(page: str) -> str:
    return clean_page(RawPage(page), RULES).text


def test_what_an_element_broke_out_of_its_sentence_goes_back() -> None:
    assert clean(PAGE) == (
        "在全县渡口整治会上的讲话\n同志们：\n这次整治由县交通局“船检专班”牵头,各乡镇(街道)配合,4月底前给37条渡船过磅。\n"
        "一、把船管起来\n要把“一船一档”、“一人一证”立起来。\n(一)过磅要准\n每条船过两遍。"
    )


def test_a_page_number_stays_one_where_no_marks_stand_alone() -> None:
    page = "在全县渡口整治会上的讲话\n同志们：\n交通局要在4月底前给渡船过磅，核定人数写在船头\n12\n各村要在3月底前落实渡工42名。"
    assert "12" not in clean(page).replace("42", "")
