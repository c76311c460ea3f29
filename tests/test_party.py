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
            ["hard 招商局长: 带队走访企业8家 [8家]", "hard 招商局长: 送县委办汇总 by 2025-09-05"],
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("清账的事交给审计局，5月20日前对一遍。", ["hard 审计局: 对一遍 by 2025-05-20"], id="work is handed to somebody"),
        pytest.param(
            "哪份归哪类，交给档案局会同史志办去定，5月底前列出目录。", ["hard 档案局: 列出目录 by 2025-05-31"], id="to decide, with another"
        ),
        pytest.param("名单5月底前交给组织部。", ["hard -: 交给组织部 by 2025-05-31"], id="a paper is only brought"),
        pytest.param("6月20日前，各支部全部开完。", ["hard 各支部: 全部开完 [全部] by 2025-06-20"], id="全部 is no body"),
        pytest.param("督查室按月把进度送县委办。", ["hard 督查室: 把进度送县委办 every FREQ=MONTHLY"], id="按月 before 把"),
        pytest.param(
            "团委要办好讲座，每月不少于两场。",
            ["hard 团委: 办好讲座，每月不少于两场 [不少于两场] every FREQ=MONTHLY"],
            id="a bound that joins",
        ),
        pytest.param(
            "校工会要把好关，代表名额控制在220名以内，其中一线教师代表不低于60%。",
            ["hard 校工会: 代表名额控制在220名以内，其中一线教师代表不低于60% [220名以内; 不低于60%]"],
            id="a part that is measured does not act",
        ),
        pytest.param("县委的意见是重阳节前12处全部开门。", ["hard -: 12处全部开门 [12处; 全部] by 2025-10-28"], id="what is decided"),
        pytest.param("工会有三件事要办。", [], id="how many things there are to do"),
        pytest.param("有七个支部书记空缺，区委在两会召开前配齐。", ["hard 区委: 配齐 by 两会召开前"], id="before an assembly"),
        pytest.param(
            "法院去年判了的三起案子，请党校3月底前编成教材。",
            ["hard 党校: 编成教材 [三起] by 2025-03-31"],
            id="what somebody did describes",
        ),
        pytest.param(
            "校工会要把好关，代表名额控制在220名以内，其中一线教师代表不低于60%，女代表不低于30%。",
            [
                "hard 校工会: 代表名额控制在220名以内，其中一线教师代表不低于60%，女代表不低于30% [220名以内; 不低于60%; 不低于30%]",
            ],
            id="one part and the next",
        ),
        pytest.param("各支部要组织党员每人写一篇心得。", ["hard 各支部: 组织党员每人写一篇心得 [一篇]"], id="one for each"),
        pytest.param(
            "工会负责开辟专栏，每期刊登不少于四篇。", ["hard 工会: 每期刊登不少于四篇 [不少于四篇]"], id="an act of its own for each issue"
        ),
        pytest.param("人事处要在6月底前取回证明材料。", ["hard 人事处: 取回证明材料 by 2025-06-30"], id="a paper is no reason"),
    ],
)
def test_how_work_is_given_in_meetings(text: str, expected: list[str], rows: Rows) -> None:
    assert rows(text, date="2025-02-28") == expected
