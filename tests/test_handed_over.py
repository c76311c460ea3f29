"""Work that is handed over in speech: behind what is only told, to whoever can be sent, by when schools and festivals have it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "承建方已经撤场了，由城东街道接手，先垫付工钱40万元。", ["hard 城东街道: 先垫付工钱40万元 [40万元]"], id="已, then 由"
        ),
        pytest.param(
            "上面给了12个名额，评审由职改办主办，人社局派人到场。", ["soft 人社局: 派人到场"], id="了, then a topic with 由"
        ),
        pytest.param("去年办了两个班，由进修校承办，轮训120人。", [], id="a time that is over"),
        pytest.param("敬老院派3名护工。", ["hard 敬老院: 派3名护工 [3名]"], id="who is sent"),
        pytest.param(
            "征收办和中山路街道各出六名干部。", ["hard 征收办、中山路街道: 各出六名干部 [六名]"], id="各 before a short verb"
        ),
        pytest.param("那个村出两名博士。", [], id="what comes from a place"),
        pytest.param("检察院春节前至少立案4起。", ["hard 检察院: 至少立案4起 [4起] by 2026-02-16"], id="a bound before what else tells"),
    ],
)
def test_work_given_behind_what_is_told(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-11-10") == expected
