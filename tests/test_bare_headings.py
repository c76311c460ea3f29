"""Headings below which nothing is said are the items of a list; all others are titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]

FERRY = "hard 渡口办: 新建码头3座 [3座] by 2025-08-31"
BOATS = "hard 船检科: 培训渡工300人 [300人]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "下面布置任务。\n一、渡口办8月底前新建码头3座\n二、船检科要培训渡工300人\n三、轮渡处要看好渡口\n谢谢大家！",
            [FERRY, BOATS],
            id="chapters",
        ),
        pytest.param(
            "下面布置任务。\n（一）渡口办8月底前新建码头3座\n（二）船检科要培训渡工300人\n（三）轮渡处要看好渡口",
            [FERRY, BOATS],
            id="sections",
        ),
        pytest.param(
            "一、新建码头3座\n责任单位：渡口办\n完成时限：8月底前\n二、培训渡工300人\n责任单位：船检科",
            [FERRY, BOATS],
            id="who answers for them below",
        ),
        pytest.param("一、新建码头3座\n大家都要出力。\n二、培训渡工300人\n人手要配齐。", [], id="a title has its text below"),
        pytest.param(
            "一、抓好渡口\n二、抓好船只\n三、新建码头3座\n大家都要出力。",
            ["hard -: 新建码头3座 [3座]"],
            id="the last is as the one before it",
        ),
        pytest.param("一、抓好渡口\n大家都要出力。\n二、新建码头3座\n大家都要出力。", [], id="which was a title"),
        pytest.param(
            "一、抓好渡口\n（一）新建码头3座\n（二）培训渡工300人\n二、再说车站\n车要勤洗。",
            ["hard -: 新建码头3座 [3座]", "hard -: 培训渡工300人 [300人]"],
            id="the last of a list in a chapter",
        ),
        pytest.param("一、新建码头3座\n二、再说车站\n车要勤洗。", [], id="a single one has lost its text"),
        pytest.param(
            "一、新建码头3座\n二、培训渡工300人\n一、新建码头3座\n人要到位。\n二、培训渡工300人\n钱要到位。", [], id="a table of contents"
        ),
        pytest.param("一、2024年工作回顾\n（一）新建码头3座\n（二）培训渡工300人\n二、再说今年\n车要勤洗。", [], id="a review stays one"),
    ],
)
def test_a_heading_with_nothing_below_it_is_read(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
