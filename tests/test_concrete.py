"""Soft rows whose verb no list holds: a thing counted by its measure, a campaign, a name in quotation marks, somebody made to act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("商务局要开展预付卡乱象专项整治。", ["soft 商务局: 开展预付卡乱象专项整治"], id="a clean-up"),
        pytest.param("渔政站要对停用渔港开展安全“回头看”。", ["soft 渔政站: 对停用渔港开展安全“回头看”"], id="of what"),
        pytest.param("公交公司在东门设个候车亭。", ["soft 公交公司: 在东门设个候车亭"], id="one thing at a place"),
        pytest.param("文化馆要拍个防汛短片。", ["soft 文化馆: 拍个防汛短片"], id="one thing that is made"),
        pytest.param("文化馆要编本防汛手册。", ["soft 文化馆: 编本防汛手册"], id="the same without 个"),
        pytest.param("公交公司在东门增设候车亭。", ["soft 公交公司: 在东门增设候车亭"], id="more of them at a place"),
        pytest.param("农机站要搞“师带徒”。", ["soft 农机站: 搞“师带徒”"], id="what has a name"),
        pytest.param("对小船主，海事处要推行“护航伙伴”。", ["soft 海事处: 推行“护航伙伴”"], id="a mechanism that has a name"),
        pytest.param("金融办要协调银行推出“渔船贷”。", ["soft 金融办: 协调银行推出“渔船贷”"], id="a bank is made to offer"),
        pytest.param("房管局要督促物业公司移交账册。", ["soft 房管局: 督促物业公司移交账册"], id="a firm is made to hand over"),
        pytest.param("教育局要组织教师上门劝返。", ["soft 教育局: 组织教师上门劝返"], id="teachers are made to call"),
        pytest.param("图书馆要在馆里设盲人阅览区。", ["soft 图书馆: 在馆里设盲人阅览区"], id="put up at a place"),
        pytest.param("港航中心要抓紧腾出旧码头的泊位。", ["soft 港航中心: 抓紧腾出旧码头的泊位"], id="a verb and what comes of it"),
        pytest.param("后勤中心要把旧灶拆掉。", ["soft 后勤中心: 把旧灶拆掉"], id="the same behind 把"),
        pytest.param("审计局要对食堂的账从头到尾查一遍。", ["soft 审计局: 对食堂的账从头到尾查一遍"], id="gone through once"),
        pytest.param("测绘院要给每个测点逐个落实看护员。", ["soft 测绘院: 给每个测点逐个落实看护员"], id="who watches each"),
        pytest.param("司法局要清理规范性文件。", ["soft 司法局: 清理规范性文件"], id="规范 of a kind of papers"),
        pytest.param("路政队要抓紧对危桥设置限行标志。", ["soft 路政队: 抓紧对危桥设置限行标志"], id="haste before a preposition"),
    ],
)
def test_concrete_act(rows: Rows, text: str, expected: list[str]) -> None:
    """A named owner's concrete act is a soft row, whatever its verb."""
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("商务局要开展形式多样的宣传活动。", id="of every kind"),
        pytest.param("税务局要认真开展自查自纠。", id="about nothing"),
        pytest.param("文化馆要做个表率。", id="made in a figure of speech"),
        pytest.param("农机站要写一份满意的答卷。", id="the same"),
        pytest.param("海事处要打好“组合拳”。", id="what is cried out"),
        pytest.param("房管局要督促企业落实主体责任。", id="made to no act"),
        pytest.param("教育局要组织各方力量。", id="nobody is made to act"),
        pytest.param("港航中心要腾出手来抓安全。", id="freed in a figure of speech"),
        pytest.param("测绘院要逐个落实责任人。", id="who answers for it"),
        pytest.param("组织部要在队伍建设上持续用力。", id="设 of another word"),
        pytest.param("商务局要为开发区企业做好服务。", id="发 of another word"),
        pytest.param("工信局要为我县装备制造企业搞好服务。", id="装 of another word"),
        pytest.param("纪委要在干部中立规矩、树新风。", id="what nobody can see"),
        pytest.param("民政局要给困难群众送上温暖。", id="the same"),
        pytest.param("税务局要换位思考。", id="a measure that begins another word"),
        pytest.param("商务局要搭台唱戏。", id="the same of a stage"),
        pytest.param("发改局要建项目、抓投资。", id="how many is not said"),
        pytest.param("民政局要开个口子。", id="one thing in a figure of speech"),
        pytest.param("统战部要架起连心桥。", id="put up in a figure of speech"),
        pytest.param("水利局要搬开绊脚石。", id="cleared in a figure of speech"),
        pytest.param("工信局要做“店小二”。", id="what one is to be like"),
        pytest.param("水利局要搞“花架子”。", id="cried out in a noun"),
        pytest.param("开展预付卡乱象专项整治。", id="a campaign of nobody"),
    ],
)
def test_no_concrete_act(rows: Rows, text: str) -> None:
    """What is only said to be done well, widely or by all is none."""
    assert rows(text) == []
