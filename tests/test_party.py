"""What speeches on party work, offices, proposals and meetings showed: who acts, by when, and what is only said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("党委组织部年底前抽调6人。", ["hard 党委组织部: 抽调6人 [6人] by 2025-12-31"], id="组织部 is an office, no verb"),
        pytest.param("所需经费40万元由财务处解决。", ["hard 财务处: 解决 [40万元]"], id="所 of 所需 is no body"),
        pytest.param(
            "招商局长要带队走访企业8家，走访记录于9月5日前送县委办汇总。",
            ["hard 招商局长: 带队走访企业8家 [8家]", "hard 招商局长: 走访记录于9月5日前送县委办汇总 by 2025-09-05"],
            id="to whom a paper goes does not act",
        ),
        pytest.param(
            "会议室归机关事务服务中心管，5月底前全部改成大厅办公。",
            ["hard 机关事务服务中心: 全部改成大厅办公 [全部] by 2025-05-31"],
            id="what is made of a thing does not act",
        ),
        pytest.param("纪委宣教室3月底前拍成短片。", ["hard 纪委宣教室: 拍成短片 by 2025-03-31"], id="an office of a body"),
        pytest.param(
            "三件假整改，县纪委接过去，20天之内查清原因。", ["hard 县纪委: 查清原因 [三件] by 2025-03-20"], id="who takes a thing over"
        ),
    ],
)
def test_who_acts_in_party_work(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, date="2025-02-28") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("机要室要提前两天把文件目录发给各科。", ["hard 机要室: 把文件目录发给各科 by 提前两天"], id="so long before"),
        pytest.param("人事处在合同到期前15天发通知。", ["hard 人事处: 发通知 by 合同到期前15天"], id="before an end"),
        pytest.param("供电公司要确保不发生一起误操作。", ["hard 供电公司: 不发生一起误操作 [不发生一起]"], id="nothing is to happen"),
        pytest.param("机要室5月底前把漏登件数降到零。", ["hard 机要室: 把漏登件数降到零 [降到零] by 2025-05-31"], id="down to nothing"),
    ],
)
def test_by_when_and_how_much_in_party_work(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, date="2025-02-28") == expected
