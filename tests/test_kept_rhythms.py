"""What a rhythm holds for behind its own act, what only looks like one, and figures that are parts or starting points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "林场每天派出6个小组，每组查山头不少于4个。",
            ["hard 林场: 派出6个小组 [6个] every FREQ=DAILY", "hard 林场: 每组查山头不少于4个 [不少于4个] every FREQ=DAILY"],
            id="what each does",
        ),
        pytest.param(
            "化验室每天检测水样20份，合格率保持在98%以上。",
            ["hard 化验室: 检测水样20份 [20份] every FREQ=DAILY", "hard 化验室: 合格率保持在98%以上 [98%以上] every FREQ=DAILY"],
            id="what comes of it",
        ),
        pytest.param(
            "消防队每月组织一次演练，参演人员不少于50人，6月底前再配水带40盘。",
            [
                "hard 消防队: 组织一次演练 every FREQ=MONTHLY",
                "hard 消防队: 参演人员不少于50人 [不少于50人] every FREQ=MONTHLY",
                "hard 消防队: 再配水带40盘 [40盘] by 2025-06-30",
            ],
            id="how many at least; a date ends it",
        ),
        pytest.param("办公室要建旺季调度台账。", ["soft 办公室: 建旺季调度台账"], id="a season of the trade is no quarter"),
        pytest.param("办公室逢周一通报进度。", ["hard 办公室: 通报进度 every FREQ=WEEKLY;BYDAY=MO"], id="on Mondays, not weekly at one"),
        pytest.param(
            "办公室每周一把上周情况报各县区。", ["hard 办公室: 把上周情况报各县区 every FREQ=WEEKLY;BYDAY=MO"], id="last week"
        ),
        pytest.param(
            "劳务站6月8日前送工1800人，其中分拣工1200人。",
            ["hard 劳务站: 送工1800人，其中分拣工1200人 [1800人; 1200人] by 2025-06-08"],
            id="a kind named by what it does",
        ),
        pytest.param(
            "商务局年内引进企业40家，其中新建3家。",
            ["hard 商务局: 引进企业40家 [40家] by 2025-12-31", "hard 商务局: 新建3家 [3家] by 2025-12-31"],
            id="a part with a predicate",
        ),
        pytest.param(
            "夜间门诊，由儿科门诊牵头，从6月1日起由两间诊室增至五间。",
            ["hard 儿科门诊: 由两间诊室增至五间 [五间] by 从6月1日起"],
            id="how many there were acts not",
        ),
    ],
)
def test_rhythms_and_parts(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, "2025-05-06") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("渔政大队夜查，每周三次。", ["hard 渔政大队: 夜查 every FREQ=WEEKLY"], id="three times, and no Wednesday"),
        pytest.param("渔政大队联合巡航，每周不少于三个航次。", ["hard 渔政大队: 联合巡航 every FREQ=WEEKLY"], id="voyages are times"),
        pytest.param("水利局要每周三会商。", ["hard 水利局: 会商 every FREQ=WEEKLY;BYDAY=WE"], id="on Wednesdays"),
    ],
)
def test_how_often_stands_alone_behind_the_act(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-06-05") == expected
