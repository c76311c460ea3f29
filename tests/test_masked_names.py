"""Names of which deletion left a mask and the trade of a firm: they act as firms do; works behind a mask do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        pytest.param("骑手摔得多，**公司、**速运6月底前要换好头盔300顶。", "**公司、**速运", id="listed behind a firm"),
        pytest.param("××快运要在6月底前换好头盔300顶。", "××快运", id="alone"),
        pytest.param("由**物流6月底前换好头盔300顶。", "**物流", id="behind 由"),
        pytest.param("**大桥6月底前要换好缆索300根。", "-", id="a work"),
        pytest.param("**快递柜6月底前要换好锁具300把。", "-", id="a thing of the trade"),
    ],
)
def test_a_masked_firm_acts(rows: Rows, text: str, owners: str) -> None:
    assert [row.partition(": ")[0] for row in rows(text, "2025-05-20")] == [f"hard {owners}"]
