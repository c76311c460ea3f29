"""Days named from the day of the speech (今晚, 明天, 后天), and what only sounds like one (明天会更好)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("通知由县政府办明天下发。", ["hard 县政府办: 下发 by 2025-06-11"], id="right before what is done"),
        pytest.param("镇政府今天夜里把涵洞堵死。", ["hard 镇政府: 把涵洞堵死 by 2025-06-10"], id="a part of the day"),
        pytest.param("水利局今晚先用水车送水。", ["hard 水利局: 先用水车送水 by 2025-06-10"], id="先"),
        pytest.param("后天，住建局把名单贴出来。", ["hard 住建局: 把名单贴出来 by 2025-06-12"], id="before the comma"),
        pytest.param("今夜12点前，水务局要打开三孔闸门。", ["hard 水务局: 打开三孔闸门 by 2025-06-10"], id="an hour of the night"),
        pytest.param("今晚22时至明早6时，交警大队要封闭滨江路。", ["hard 交警大队: 封闭滨江路 by 2025-06-11"], id="from day to day"),
        pytest.param("明天印发。", ["hard -: 印发 by 2025-06-11"], id="a verb of the genre"),
        pytest.param("挡板明天装好。", ["hard -: 装好 by 2025-06-11"], id="a verb of handling and what comes of it"),
        pytest.param("今晚，把闸口堵上。", ["hard -: 把闸口堵上 by 2025-06-10"], id="把"),
        pytest.param("今晚送水30车。", ["hard -: 送水30车 [30车] by 2025-06-10"], id="a figure of workload"),
        pytest.param("明天务必到。", ["hard -: 到 by 2025-06-11"], id="a modal"),
        pytest.param(
            "水利局今晚清障，明天搜山。",
            ["hard 水利局: 清障 by 2025-06-10", "hard 水利局: 搜山 by 2025-06-11"],
            id="on and on in one sentence",
        ),
        pytest.param(
            "明天早上8点前12个村把表交到镇里。",
            ["hard 12个村: 把表交到镇里 by 2025-06-11"],
            id="an hour before a count",
        ),
        pytest.param("城管局22时前装好挡板。", ["hard 城管局: 装好挡板 by 22时前"], id="an hour without a day"),
    ],
)
def test_a_day_from_now(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("明天会更好，未来更可期。", id="the future"),
        pytest.param("各镇要重视。今晚有暴雨，明天转晴。", id="the weather"),
        pytest.param("为了明天，我们要努力创造老百姓有获得感的发展。", id="what is hoped for"),
        pytest.param("明天是植树节。", id="what day it is"),
        pytest.param("工作组要记住，今天答应的事明天兑现不了，信用就没了。", id="one day and the next, in a manner of speaking"),
        pytest.param("各镇要重视，今天走一户，明天就可能走一片。", id="what may come of it"),
        pytest.param("会上讨论明天怎么干。", id="a question"),
        pytest.param("明天温度降到5度。", id="degrees"),
        pytest.param("今晚，台风登陆。", id="what comes of itself behind a comma"),
        pytest.param("今夜全县灯火通明。", id="what it looks like"),
        pytest.param("明天大家再谈。", id="talk to come"),
        pytest.param("明天星期六。", id="which day it is, without 是"),
        pytest.param("水利站昨天来了，明天端午节。", id="which day it is, behind a body"),
        pytest.param("后天高考。", id="an exam"),
        pytest.param("明天见。", id="a farewell"),
        pytest.param("今晚看电视的同志注意一下。", id="who is spoken to"),
        pytest.param("今天下午刚接到通知。", id="what has just been"),
        pytest.param("我今天下午刚从省里回来。", id="what has just been, with who"),
        pytest.param("水利站12时前的读数要核准。", id="which readings"),
        pytest.param("今天下午，我到两个村走了走，看了三个项目。", id="what has been"),
    ],
)
def test_no_deadline(rows: Rows, text: str) -> None:
    assert rows(text) == []
