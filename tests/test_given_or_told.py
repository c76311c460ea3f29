"""Who is only given something, what one costs, a plan whose day is over, and haste before 把."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "民政局要编好名册，低保户每月补贴50元。",
            ["soft 民政局: 编好名册", "hard 民政局: 补贴50元 [50元] every FREQ=MONTHLY"],
            id="who is given something does not act",
        ),
        pytest.param("有位老板跟我讲，改一户要三千块，钱从哪出？", [], id="what one costs"),
        pytest.param("去年定下来，今年4月底前要新修泊位200个，到现在只修了130个。", [], id="a plan whose day is over, and what came of it"),
        pytest.param(
            "今年9月底前要新修泊位200个，到现在只修了130个。", ["hard -: 新修泊位200个 [200个] by 2025-09-30"], id="its day is to come"
        ),
        pytest.param("粮站要抓紧把新秤搬进去。", ["soft 粮站: 抓紧把新秤搬进去"], id="a word of haste before 把"),
        pytest.param("党校要把讲堂搬进大院。", [], id="what is moved in a figure of speech"),
    ],
)
def test_who_is_meant_and_what_is_told(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-05-20") == expected
