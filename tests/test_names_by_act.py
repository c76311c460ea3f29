"""Names called after an act, particles behind a name, and what only looks like a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param("帮扶责任人每周入户一次。", "hard 帮扶责任人: 入户一次 every FREQ=WEEKLY", id="whom he helps"),
        pytest.param("县督促组要清淤3处。", "hard 县督促组: 清淤3处 [3处]", id="an office behind its place"),
        pytest.param("市联合会要清淤3处。", "hard 市联合会: 清淤3处 [3处]", id="a union"),
        pytest.param("配合单位要清淤3处。", "hard 配合单位: 清淤3处 [3处]", id="who helps"),
        pytest.param("县督促各镇清淤3处。", "hard 县: 督促各镇清淤3处 [3处]", id="an act"),
        pytest.param("要引导员工清淤3处。", "hard -: 引导员工清淤3处 [3处]", id="an act, and whom it is done to"),
        pytest.param("由市生产力促进中心负责清淤3处。", "hard 市生产力促进中心: 清淤3处 [3处]", id="a noun that begins like an act"),
        pytest.param("各街道呢，拉起50人的船队。", "hard 各街道: 拉起50人的船队 [50人]", id="a particle"),
        pytest.param("渡口数过了，四十三处，年底前装灯。", "hard -: 装灯 [四十三处] by 2025-12-31", id="things that are counted"),
        pytest.param("干部二科，年底前装灯3盏。", "hard 干部二科: 装灯3盏 [3盏] by 2025-12-31", id="an office with a number"),
        pytest.param("城东中心12月20日前完成消防验收。", "hard -: 完成消防验收 by 2025-12-20", id="a house that is checked"),
        pytest.param("后厨每周公布一次账。", "hard 后厨: 公布一次账 every FREQ=WEEKLY", id="a kitchen"),
        pytest.param("导游要清点人数3遍。", "hard 导游: 清点人数3遍 [3遍]", id="a trade"),
    ],
)
def test_who_is_named(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("救生队要在两个礼拜之内清淤3处。", "hard 救生队: 清淤3处 [3处] by 2025-06-24"),
        ("救生队要把到场时间压到三个钟头以内。", "hard 救生队: 把到场时间压到三个钟头以内 [三个钟头以内]"),
        ("救生队每两个钟头巡查一遍。", "hard 救生队: 巡查一遍 every FREQ=HOURLY;INTERVAL=2"),
    ],
)
def test_spoken_units_of_time(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]
