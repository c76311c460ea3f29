"""A body that a sentence names takes its work over from the one spoken of before, wherever it stands in the sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]

BEFORE = "教育局要在6月底前修好3所学校。"


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        pytest.param("让航道所9月底前清运垃圾900吨。", "航道所", id="who is let act"),
        pytest.param("派航道所每周抽查两遍。", "航道所", id="who is sent"),
        pytest.param("通知渡运公司9月底前清运垃圾900吨。", "渡运公司", id="who is told"),
        pytest.param("麻烦渡运公司9月底前清运垃圾900吨。", "渡运公司", id="who is asked to take the trouble"),
        pytest.param("让航道局完成清淤9公里。", "航道局", id="before the bare act"),
        pytest.param("你航道局9月底前要清运垃圾900吨。", "航道局", id="who is spoken to"),
        pytest.param("航道站你们几个,9月底前清运垃圾900吨。", "航道站", id="who are spoken to behind their name"),
        pytest.param("供气公司那头,9月底前换管6公里。", "供气公司", id="a name that opens like a verb"),
        pytest.param("还有航道局,9月底前清运垃圾900吨。", "航道局", id="one more"),
        pytest.param("其次是航道局,9月底前清运垃圾900吨。", "航道局", id="the next one"),
        pytest.param("那就航道局拿出900个泊位。", "航道局", id="behind what draws the conclusion"),
        pytest.param("航道集团,我再强调一遍,9月底前清运垃圾900吨。", "航道集团", id="behind his name the speaker speaks of himself"),
        pytest.param("航道局(包括下面的渡口)9月底前清运垃圾900吨。", "航道局", id="a bracket that says who belongs to it"),
        pytest.param("航道局帮供销社9月底前找到仓库2间。", "航道局", id="for whom it acts"),
        pytest.param("停车这块航道局9月底前要划出900个车位。", "航道局", id="behind a field of work without a comma"),
        pytest.param("便道这一块航道局9月底前铺900米。", "航道局", id="behind it before a date alone"),
        pytest.param("9月底前清运垃圾900吨,航道局盯着。", "航道局", id="who watches, behind the act"),
        pytest.param("9月底前清运垃圾900吨,航道局负责落实。", "航道局", id="who carries out, behind the act"),
        pytest.param("9月底前清运垃圾900吨,这事找航道局。", "航道局", id="whom to ask, behind the act"),
        pytest.param("9月底前清运垃圾900吨,这个任务给航道局。", "航道局", id="to whom it is given, behind the act"),
    ],
)
def test_a_named_body_acts(rows: Rows, sentence: str, owner: str) -> None:
    assert rows(BEFORE + sentence)[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("让更多企业参与采购,9月底前清运垃圾900吨。", id="who may come in"),
        pytest.param("让企业放心投资,9月底前清运垃圾900吨。", id="for whom it is done"),
        pytest.param("安排省、市重点项目投资90亿元。", id="what is arranged"),
        pytest.param("督促街道办9月底前清运垃圾900吨。", id="who is only urged"),
        pytest.param("还有个别单位,至今没有动静,9月底前必须清零。", id="some that are not named"),
    ],
)
def test_others_leave_it_with_the_one_before(rows: Rows, sentence: str) -> None:
    assert rows(BEFORE + sentence)[-1].startswith("hard 教育局: ")
