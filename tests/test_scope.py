"""How far a body, a deadline and the word for the past reach: across clauses, sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "一、抓改造\n住建局要摸清底数。\n9月底前改造小区12个。",
            "hard -: 改造小区12个 [12个] by 2025-09-30",
            id="a new paragraph ends who was in charge",
        ),
        pytest.param(
            "(一)窗口改造,由信息科总牵头。\n9月底前改造窗口12个。",
            "hard 信息科: 改造窗口12个 [12个] by 2025-09-30",
            id="a heading that says who leads holds for its paragraphs",
        ),
        pytest.param(
            "1.台账。这一块还是工会牵头。9月底前慰问职工120人。",
            "hard 工会: 慰问职工120人 [120人] by 2025-09-30",
            id="what was just named, and who leads it",
        ),
        pytest.param(
            "水务局要巡堤,我每月到现场看一次。",
            "hard 我: 到现场看一次 every FREQ=MONTHLY",
            id="the speaker promises himself",
        ),
        pytest.param(
            "我们要每月到现场看一次。",
            "hard -: 到现场看一次 every FREQ=MONTHLY",
            id="我们 is everybody",
        ),
        pytest.param(
            "水务局、交警大队你们两家商量,本周内划线三条。",
            "hard 水务局、交警大队: 划线三条 [三条] by 2025-06-15",
            id="a pronoun takes the names up",
        ),
        pytest.param(
            "刚才法院说要再增设调解室6个。",
            "hard 法院: 再增设调解室6个 [6个]",
            id="刚才 is no part of a name",
        ),
        pytest.param(
            "检查出来的12条由安监科分头去过,月底前全部销号。",
            "hard 安监科: 分头去过 [12条]",
            id="a figure before 由 ends a topic that opens like a verb",
        ),
        pytest.param(
            "乡长6月底前造册12本,先送教育局审核,7月底前分发450本。",
            "hard 乡长: 分发450本 [450本] by 2025-07-31",
            id="送 and whom it goes to",
        ),
    ],
)
def test_who_is_in_charge(rows: Rows, text: str, expected: str) -> None:
    assert expected in rows(text)
