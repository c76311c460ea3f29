"""A clause that is nothing but a date: by when the act before it is due, or when the one behind it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("names", ["定为", "定作", "叫做", "为"])
def test_a_stretch_that_is_given_a_name_is_no_task_and_dates_what_follows(names: str, rows: Rows) -> None:
    text = f"6月1日到8月31日{names}“除草攻坚季”，假期都给它让路。攻坚季里，林场要除草300亩。"
    assert rows(text, "2025-05-06") == ["hard 林场: 除草300亩 [300亩] by 2025-08-31"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("林场要清枯枝300亩，时间截止到6月20日。", ["hard 林场: 清枯枝300亩 [300亩] by 2025-06-20"], id="a named time"),
        pytest.param("渡口站要换缆绳12根，期限定在六月底。", ["hard 渡口站: 换缆绳12根 [12根] by 2025-06-30"], id="where the limit is put"),
        pytest.param("苗圃要补苗2000株，最迟不超过5月28日。", ["hard 苗圃: 补苗2000株 [2000株] by 2025-05-28"], id="the latest day"),
        pytest.param("粮库要修晒场4处，6月20日截止。", ["hard 粮库: 修晒场4处 [4处] by 2025-06-20"], id="what closes then"),
        pytest.param("粮库要修晒场4处，给你们二十天时间。", ["hard 粮库: 修晒场4处 [4处] by 2025-05-26"], id="how long they have"),
        pytest.param("86棵古树，由林场逐棵挂牌，期限是六月底。", ["hard 林场: 逐棵挂牌 [86棵] by 2025-06-30"], id="behind an order"),
        pytest.param("林场把枯枝清理干净，期限是六月底。", ["hard 林场: 把枯枝清理干净 by 2025-06-30"], id="all that can be checked"),
        pytest.param(
            "水文站要校正水尺9处、清淤测井3口，疏通引渠2条，期限都是六月底。",
            ["hard 水文站: 校正水尺9处、清淤测井3口 [9处; 3口] by 2025-06-30", "hard 水文站: 疏通引渠2条 [2条] by 2025-06-30"],
            id="one for all of them",
        ),
        pytest.param(
            "林场要先摸清底数，时间截止到5月20日，再补苗300株。",
            ["hard 林场: 先摸清底数 by 2025-05-20", "hard 林场: 再补苗300株 [300株] by 2025-05-20"],
            id="stays in force",
        ),
        pytest.param(
            "5月底前林场要补苗300株；苗圃要清沟4条，最迟不超过6月8日。",
            ["hard 林场: 补苗300株 [300株] by 2025-05-31", "hard 苗圃: 清沟4条 [4条] by 2025-06-08"],
            id="not the one in force before",
        ),
        pytest.param(
            "林场要清枯枝300亩，最迟6月20日前，把清单交上来。",
            ["hard 林场: 清枯枝300亩 [300亩]", "hard 林场: 把清单交上来 by 2025-06-20"],
            id="the date of what follows",
        ),
        pytest.param("去年清枯枝300亩，期限是六月底，结果拖到九月。", [], id="told"),
    ],
)
def test_a_date_behind_the_act(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-06") == expected
