"""A sum that is raised, given or added before the work that it pays for silences nothing, and who raises it does the work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("筹资3000万，修渡口12座。", ["hard -: 筹资3000万 [3000万]", "hard -: 修渡口12座 [12座]"]),
        ("募捐30万，资助船工300名。", ["hard -: 募捐30万 [30万]", "hard -: 资助船工300名 [300名]"]),
        ("追加500万元，改造渡口12座。", ["hard -: 追加500万元 [500万元]", "hard -: 改造渡口12座 [12座]"]),
        (
            "交通局筹资3000万，6月底前修渡口12座。",
            ["hard 交通局: 筹资3000万 [3000万]", "hard 交通局: 修渡口12座 [12座] by 2025-06-30"],
        ),
        ("去年筹资3000万，修渡口12座。", []),
        ("渡口维修的筹资标准提高12元。", []),
    ],
)
def test_an_outlay_before_its_work(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-03-01") == expected
