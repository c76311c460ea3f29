"""How works and firms stand is told, and no task: in reports without a chapter that says so, and in what a speaker tells of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "heading",
    ["渡口改造扎实推进", "招商力度加大", "二、目前工作进展", "二、渡口建设概况", "二、渡口改造实施情况"],
)
def test_below_a_heading_that_tells_how_things_came_on_bare_predicates_tell(heading: str, rows: Rows) -> None:
    assert rows(f"1、{heading}。\n改造渡口3处，新购渡船8艘。\n") == []


def test_below_a_heading_that_begins_with_its_act_they_are_tasks(rows: Rows) -> None:
    assert rows("1、扎实推进渡口改造。\n改造渡口3处，新购渡船8艘。\n") == ["hard -: 改造渡口3处 [3处]", "hard -: 新购渡船8艘 [8艘]"]


def test_a_paragraph_that_goes_on_to_this_year_leaves_the_heading_above_it(rows: Rows) -> None:
    told = "2024年，渡口所干了不少事，主要成效有：\n1、渡运能力稳步提升。改造渡口3处，预计明年复航。新购渡船8艘。\n"
    text = told + "2025年，我们要修好渡口。计划新购渡船9艘，改造渡口4处。\n"
    assert [row for row in rows(text) if "[" in row] == ["hard -: 新购渡船9艘 [9艘]", "hard -: 改造渡口4处 [4处]"]
