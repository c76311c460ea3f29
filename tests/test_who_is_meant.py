"""Who is meant: short names of firms, so many of a class of bodies, and who is told of beside the one that is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("热企要在6月底前换管12公里。", ["hard 热企: 换管12公里 [12公里] by 2025-06-30"]),
        ("县城发6月底前换管12公里。", ["hard 县城发: 换管12公里 [12公里] by 2025-06-30"]),
        ("县城发展要在6月底前换管12公里。", ["hard -: 换管12公里 [12公里] by 2025-06-30"]),
        ("热企业务6月底前清零。", ["hard -: 清零 [清零] by 2025-06-30"]),
    ],
)
def test_a_firm_by_its_short_name(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两家热企6月底前换管12公里。", ["hard 两家热企: 换管12公里 [12公里] by 2025-06-30"]),
        ("264个村委会要在6月底前换管12公里。", ["hard 264个村委会: 换管12公里 [12公里] by 2025-06-30"]),
        ("12个乡镇要在6月底前换管12公里。", ["hard 12个乡镇: 换管12公里 [12公里] by 2025-06-30"]),
        ("三个镇的河长每周巡堤一次。", ["hard 三个镇的河长: 巡堤一次 every FREQ=WEEKLY"]),
        ("12个村要在6月底前通水。", ["hard -: 通水 [12个] by 2025-06-30"]),
        ("35所学校要在6月底前完成消防改造。", ["hard -: 完成消防改造 [35所] by 2025-06-30"]),
        ("60名护士6月底前配齐。", ["hard -: 配齐 [60名] by 2025-06-30"]),
        ("12个水库要在6月底前清淤。", ["hard -: 清淤 [12个] by 2025-06-30"]),
    ],
)
def test_so_many_of_a_class_act_or_become_something(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text) == expected
