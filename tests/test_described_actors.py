"""Who is described before he is named acts where what follows tells him to; others may see to him, and what is told of him is no task."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("抽中的车主，五天内把灭火器换掉。", "hard 车主: 把灭火器换掉 by 2025-06-15"),
        ("抽中的车主五天内把生锈的灭火器换掉。", "hard 车主: 把生锈的灭火器换掉 by 2025-06-15"),
        ("欠租的冷链公司9月底前必须补缴租金12万元。", "hard 冷链公司: 补缴租金12万元 [12万元] by 2025-09-30"),
        ("负责保洁的物业公司9月底前把车库冲洗两遍。", "hard 物业公司: 把车库冲洗两遍 [两遍] by 2025-09-30"),
        ("晚交的施工单位，要在9月底前补交图纸12套。", "hard 施工单位: 补交图纸12套 [12套] by 2025-09-30"),
    ],
)
def test_who_is_described_and_told_acts(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "没签约的商户，9月底前要全部签完。",
        "没签约的商户9月底前必须签完。",
        "住得远的店主，9月底前要逐户走访一遍。",
        "城西的小学，9月底前要投用。",
        "缺编的村医，9月底前要配齐。",
        "在客流集中的码头建成服务工作站，9月底前把专线开起来。",
        "没开户的那6个工地，9月底前把户开了。",
    ],
)
def test_who_is_only_described_owns_nothing(text: str, rows: Rows) -> None:
    assert [row.split(":")[0] for row in rows(text)] == ["hard -"]


def test_what_is_told_of_somebody_is_no_task(rows: Rows) -> None:
    assert rows("退休的老师，把积蓄捐给了村小。") == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("供电所投诉率9月底前要降到1%以下。", "供电所"),
        ("交警大队到场时间必须压到8分钟以内。", "交警大队"),
        ("客服班接听率9月底前要升到95%。", "客服班"),
        ("维保单位在线率要常年稳在97%以上。", "维保单位"),
        ("各班组手套、护目镜佩戴率必须达到100%。", "各班组"),
        ("家属委员会组建率要达到90%。", "-"),
        ("银行机构不良率要控制在3%以内。", "-"),
        ("救助站到达时间要压到30分钟以内。", "-"),
    ],
)
def test_a_body_owns_its_own_rate(text: str, owner: str, rows: Rows) -> None:
    assert [row.split(":")[0] for row in rows(text)] == [f"hard {owner}"]
