"""Orders as a leader speaks them: 把…了 that is to be dealt with, 了 of what comes first or is waited for, and what presses for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]
DONE = ["soft 渡口所: 把缆绳换了"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("渡口所把缆绳换了，再难也得换。", DONE, id="however hard"),
        pytest.param("渡口所把缆绳换了，价钱高一点也得换。", DONE, id="the same verb again"),
        pytest.param("渡口所把缆绳换了，别拖到汛期。", DONE, id="no putting off"),
        pytest.param("渡口所把缆绳换了，一根也不许留。", DONE, id="not one left"),
        pytest.param("渡口所给我把缆绳换了。", ["soft 渡口所: 给我把缆绳换了"], id="for the speaker"),
        pytest.param("渡口所抓紧把缆绳换了。", ["soft 渡口所: 抓紧把缆绳换了"], id="hurry"),
        pytest.param(
            "渡口所月底前摸清底数，把缆绳换了。",
            ["hard 渡口所: 摸清底数 by 2025-06-30", "hard 渡口所: 把缆绳换了 by 2025-06-30"],
            id="goes on with a task",
        ),
        pytest.param(
            "渡口所组个巡查队，封冻以后每个礼拜巡河20公里，别等出了事再找人。",
            ["soft 渡口所: 组个巡查队", "hard 渡口所: 巡河20公里 [20公里] every FREQ=WEEKLY"],
            id="what is waited for",
        ),
        pytest.param("审计科两个月过一次账，一笔也别漏。", ["hard 审计科: 过一次账 every FREQ=MONTHLY;INTERVAL=2"], id="so often"),
        pytest.param(
            "渡口所月底前把船查一遍，查完了贴到码头。",
            ["hard 渡口所: 把船查一遍 by 2025-06-30", "hard 渡口所: 贴到码头 by 2025-06-30"],
            id="first the one and then the other",
        ),
        pytest.param(
            "渡口所每个月查一回船，把结果贴到码头。",
            ["hard 渡口所: 查一回船 every FREQ=MONTHLY", "hard 渡口所: 把结果贴到码头 every FREQ=MONTHLY"],
            id="what comes of it is handed on as often",
        ),
    ],
)
def test_an_order(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("渡口所把缆绳换了。", id="told"),
        pytest.param("渡口所马上把缆绳换了。", id="at once: told as readily"),
        pytest.param("接报后，渡口所抓紧把人撤了。", id="upon what happened"),
        pytest.param("渡口所赶紧把人撤了，群众满意。", id="how it went"),
        pytest.param("教育局抓紧把危房拆了，开学没耽误。", id="the same"),
        pytest.param("镇里装好了公示牌12块。", id="公示 of a board"),
        pytest.param("两个月过一次账的办法要坚持。", id="which way of doing it"),
        pytest.param("渡口所上周把缆绳换了，别拖到汛期。", id="a time that is over"),
        pytest.param("渡口所把缆绳换了，别的渡口也跟上来了。", id="others"),
        pytest.param("渡口所把缆绳换了，但不能松劲。", id="told, and warned"),
        pytest.param("渡口所先把欠款还了，厂家才肯发货。", id="what came of it"),
        pytest.param("渡口所上个月把船查了一遍，查完了贴到码头。", id="both told"),
        pytest.param("渡口所把活干好就行。", id="no thing is named"),
    ],
)
def test_no_order(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("渡口所你听好，月底前把缆绳换完。", ["hard 渡口所: 把缆绳换完 by 2025-06-30"], id="told to listen"),
        pytest.param("渡口所你给我记牢了，月底前把缆绳换完。", ["hard 渡口所: 把缆绳换完 by 2025-06-30"], id="told to remember"),
        pytest.param("*同志你去找船厂谈，把承诺书拿回来。", ["soft *同志: 把承诺书拿回来"], id="a masked name"),
        pytest.param("渡口所你们去跟省里对接，把批文拿回来。", ["soft 渡口所: 把批文拿回来"], id="a body"),
        pytest.param(
            "渡口所要在月底前复航3处。船怎么停、人怎么走，你们拿个办法。",
            ["hard 渡口所: 复航3处 [3处] by 2025-06-30", "soft 渡口所: 拿个办法"],
            id="whoever was spoken of last",
        ),
        pytest.param(
            "渡口所要在月底前复航3处。你去把合同签了，别拖。",
            ["hard 渡口所: 复航3处 [3处] by 2025-06-30", "soft 渡口所: 去把合同签了"],
            id="and is sent off",
        ),
    ],
)
def test_who_is_spoken_to(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("渡口所要抓紧。你们去年修了三座，群众满意。", id="what they have done"),
        pytest.param("渡口所要抓紧。你去看看现场。", id="nothing comes of it"),
        pytest.param("李局长你说说看，闸门修没修好？", id="asked"),
    ],
)
def test_nothing_is_asked_of_you(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "各科科长，每人包四处渡口，每个礼拜去一趟。",
            ["hard 各科科长: 每人包四处渡口 [四处]", "hard 各科科长: 去一趟 every FREQ=WEEKLY"],
            id="holders of a post",
        ),
        pytest.param(
            "去年渡口连续出了三次事，排名还是最后。我看过，心里不好受。各科科长,每人包四处渡口。",
            ["hard 各科科长: 每人包四处渡口 [四处]"],
            id="in a paragraph that tells",
        ),
        pytest.param("班子成员，一人认领3条船。", ["hard 班子成员: 一人认领3条船 [3条]"], id="a role"),
        pytest.param("驻村工作队员，每人每周入户10户。", ["hard 驻村工作队员: 入户10户 [10户] every FREQ=WEEKLY"], id="so often"),
        pytest.param("各科科长，每人每年补300元。", [], id="what they get"),
    ],
)
def test_each_of_those_who_are_called(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "渡口所要月底前复航。过桥那一段，海事局跑了两个月没跑下来，这个礼拜之内把批文拿回来。",
            ["hard 渡口所: 复航 by 2025-06-30", "hard 海事局: 把批文拿回来 by 2025-06-15"],
            id="who has run after it in vain",
        ),
        pytest.param(
            "各乡镇这个礼拜之内把渡口跑一遍，门开没开、灯亮不亮、管理员是谁，填个表报到县里。",
            ["hard 各乡镇: 把渡口跑一遍 by 2025-06-15", "hard 各乡镇: 填个表报到县里 by 2025-06-15"],
            id="what is asked names nobody",
        ),
        pytest.param("渡口所要管好维修。报修以后两个钟头得有人上门。", ["hard 渡口所: 有人上门 by 报修以后两个钟头"], id="得 asks"),
        pytest.param(
            "渡口所每个季度收一次单子，收了单子二十天之内把货送到。",
            ["hard 渡口所: 收一次单子 every FREQ=MONTHLY;INTERVAL=3", "hard 渡口所: 把货送到 by 收了单子二十天之内"],
            id="a span from what is done first",
        ),
        pytest.param("渡口所的活拖了半年，李局长你去找船厂谈，把承诺书拿回来。", ["soft 李局长: 把承诺书拿回来"], id="told, then sent off"),
    ],
)
def test_told_and_then_asked(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
