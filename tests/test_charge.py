"""Who is put in charge by what is said of him: how he stands, what belongs to him, that he is spoken to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("粮贸集团亏损面大,9月底前要减亏两千万元。", "hard 粮贸集团: 减亏两千万元 [两千万元] by 2025-09-30"),
        ("水泥厂欠得最多,9月底前要先交五十万元。", "hard 水泥厂: 先交五十万元 [五十万元] by 2025-09-30"),
        ("柳河镇、上坪乡任务最重,9月底前要签约30户。", "hard 柳河镇、上坪乡: 签约30户 [30户] by 2025-09-30"),
        ("郑主任分管规上企业,每个月要请他们来谈一次。", "hard 郑主任: 请他们来谈一次 every FREQ=MONTHLY"),
        ("用电的事归供电所管,9月底前换表300块。", "hard 供电所: 换表300块 [300块] by 2025-09-30"),
        ("这项工作归口委考核科,9月底前选派七人到岗。", "hard 委考核科: 选派七人到岗 [七人] by 2025-09-30"),
        ("清淤是水利局的事,9月底前清完12公里。", "hard 水利局: 清完12公里 [12公里] by 2025-09-30"),
        ("于书记你辛苦一下,9月底前再签约12户。", "hard 于书记: 再签约12户 [12户] by 2025-09-30"),
        ("老陈你盯一下,9月底前签约12户。", "hard 老陈: 签约12户 [12户] by 2025-09-30"),
        ("非标债务全年压降三十亿元,这个数由金控集团总牵头,各平台配合。", "hard 金控集团: 压降三十亿元 [三十亿元] by 2025-12-31"),
        ("有收费权的部门,9月底前把过渡账户撤销。", "hard 有收费权的部门: 把过渡账户撤销 by 2025-09-30"),
        ("审批局抓总,规划局跟着一起审,9月底前发证六张。", "hard 审批局+规划局: 发证六张 [六张] by 2025-09-30"),
        ("9月底前拆除危房12处,以上任务由城管局牵头。", "hard 城管局: 拆除危房12处 [12处] by 2025-09-30"),
    ],
)
def test_who_is_in_charge(rows: Rows, text: str, expected: str) -> None:
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("水泥厂污染最重,9月底前要关停炉窑两座。", id="what a mere place suffers says nothing of its work"),
        pytest.param("上坪村路难走,9月底前硬化5公里。", id="nor how it lies"),
        pytest.param("闲房归村集体所有,9月底前登记120处。", id="whose property a thing is"),
        pytest.param("这不是民政局一家的事,9月底前要核查300户。", id="whose alone it is not"),
        pytest.param("郑局长你看,9月底前要签约12户。", id="a look at what is told"),
    ],
)
def test_nobody_is_in_charge(rows: Rows, text: str) -> None:
    assert [row.split(":")[0] for row in rows(text)] == ["hard -"]
