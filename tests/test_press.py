"""What a reporter tells of a meeting, and what the meeting asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]

_ASKED = "王某强调，各镇要在6月底前清完积存垃圾30处。"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("6月3日，县住建局召开垃圾分类推进会，总结一季度工作。", id="who met"),
        pytest.param("6月3日上午，副县长王某在有关部门负责人陪同下，到城南召开专题会。", id="who presided"),
        pytest.param("6月3日，副县长王某对3个中转站开展现场督导。", id="who inspected"),
        pytest.param("日前，副县长王某深入两个乡镇调研。", id="who went where"),
        pytest.param("2025年6月3日下午，在县政府二楼召开调度会议，主要领导、各站站长参加。", id="who took part"),
    ],
)
def test_a_dateline_sets_no_task(rows: Rows, head: str) -> None:
    assert rows(head + _ASKED) == rows(_ASKED)
    assert len(rows(_ASKED)) == 1


def test_what_is_asked_for_in_the_sentence_of_a_dateline_is_a_task(rows: Rows) -> None:
    found = rows("6月3日，县住建局召开推进会，总结一季度工作，要求各镇6月底前清完积存垃圾30处。副县长王某主持会议。")
    assert len(found) == 1
    assert "30处" in found[0]
    assert "各镇" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("6月20日，县住建局召开垃圾分类现场会。", id="nobody tells it from outside"),
        pytest.param("6月20日，县里召开现场会。按照要求，各镇派3人参加。总书记指出，要落实。", id="demands and whom speeches quote"),
        pytest.param("6月20日前，各镇召开垃圾分类现场会。" + _ASKED, id="by when it is to be held"),
        pytest.param("6月20日，县里要召开垃圾分类现场会。" + _ASKED, id="it is to be held"),
    ],
)
def test_a_meeting_that_is_to_be_held_stays_a_task(rows: Rows, text: str) -> None:
    assert any("现场会" in row for row in rows(text))


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("副县长王某对下步工作提出三点意见：一是", id="opinions about what is next"),
        pytest.param("县住建局副局长就清运工作提出以下要求：一是", id="demands about a matter"),
        pytest.param("县住建局提出两点要求，", id="demands alone"),
    ],
)
def test_who_puts_forward_demands_does_not_act(rows: Rows, told: str) -> None:
    assert rows(told + "6月底前清完积存垃圾30处。") == ["hard -: 清完积存垃圾30处 [30处] by 2025-06-30"]


def test_who_is_to_put_forward_demands_acts(rows: Rows) -> None:
    found = rows("县住建局要在6月20日前提出三条整改意见，6月底前清完积存垃圾30处。")
    assert [row.split(":")[0] for row in found] == ["hard 县住建局", "hard 县住建局"]
