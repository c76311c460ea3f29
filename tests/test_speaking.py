"""What is said in talk beside the orders: what befalls the idle, what counts, what a thing will yield; and orders in short words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "招商局要盯紧,至少引进两家年产值过亿元的。",
            ["hard 招商局: 至少引进两家年产值过亿元的 [两家]"],
            id="the noun is left out",
        ),
        pytest.param(
            "企管科9月底前选聘董事三十名,配齐余下的八家企业。",
            ["hard 企管科: 选聘董事三十名 [三十名] by 2025-09-30", "hard 企管科: 配齐余下的八家企业 [八家] by 2025-09-30"],
            id="what is left is an object",
        ),
        pytest.param(
            "四季度新增限上单位35家,其中汽车销售企业不少于5家。",
            ["hard -: 新增限上单位35家,其中汽车销售企业不少于5家 [35家; 不少于5家] by 2025-12-31"],
            id="a trade is no act of its own",
        ),
        pytest.param(
            "四季度新增限上单位35家,其中培育企业不少于5家。",
            ["hard -: 新增限上单位35家 [35家] by 2025-12-31", "hard -: 培育企业不少于5家 [不少于5家] by 2025-12-31"],
            id="a verb that opens the part is one",
        ),
        pytest.param(
            "陆港公司四季度每月开行班列12列。",
            ["hard 陆港公司: 开行班列12列 [12列] every FREQ=MONTHLY"],
            id="a period and its rhythm",
        ),
        pytest.param(
            "审计局9月15日前查完账目,查出小金库的,钱收缴,人处分。",
            ["hard 审计局: 查完账目 by 2025-09-15"],
            id="what befalls those who are found out",
        ),
        pytest.param(
            "金融办9月底前对接12家,拖到年底还荒着的,该收回就收回。",
            ["hard 金融办: 对接12家 [12家] by 2025-09-30"],
            id="what befalls those who wait",
        ),
        pytest.param(
            "税源普查,税务局打头阵,市场监管局跟上,9月底前查完240户。",
            ["hard 税务局+市场监管局: 查完240户 [240户] by 2025-09-30"],
            id="who goes first and who comes along",
        ),
        pytest.param(
            "审批局压力不小,9月10日前要再减环节20个。", ["hard 审批局: 再减环节20个 [20个] by 2025-09-10"], id="how it stands, denied"
        ),
        pytest.param(
            "商务局会上报的数字是260家,年底前要做到320家。",
            ["hard 商务局: 做到320家 [320家] by 2025-12-31"],
            id="what it told the meeting",
        ),
        pytest.param(
            "企业的47个问题,我让督查室盯着,15天之内逐件回复。",
            ["hard 督查室: 逐件回复 [47个] by 2025-06-25"],
            id="whom the speaker has do it",
        ),
        pytest.param("我让大家都看一看,9月底前要签约12户。", ["hard -: 签约12户 [12户] by 2025-09-30"], id="everybody is nobody"),
        pytest.param("财政局、审计局七月份联合检查。", ["hard 财政局、审计局: 联合检查 by 2025-07-31"], id="somebody acts in a month"),
        pytest.param("审计局七月份加强监管。", [], id="an improvement in a month"),
        pytest.param("名单由组织部这周定下来。", ["hard 组织部: 定下来 by 2025-06-15"], id="这周 is this week"),
        pytest.param("审计局要查账,年底大家看的是功劳。", [], id="what it is that counts"),
        pytest.param("转让谈成了,每年能给县里多出九百万元的税。", [], id="what a thing would yield"),
    ],
)
def test_orders_and_talk(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
