"""What is not the speaker's own word: quoted norms, what others say, do or forecast, praise; and where he speaks for himself again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("气象部门预测，今年6月中旬入梅，7月上旬河水就要超警戒水位。", id="a forecast, to its end"),
        pytest.param("专家讲了，土温要达到12度以上，低于10度就出不了苗。", id="what experts say"),
        pytest.param("前几天有个老板跟我讲，他的厂子5月份就要搬到邻市去。", id="what somebody told"),
        pytest.param("人家三季度要一口气签20个，签完就动工。", id="what others do"),
        pytest.param("外地的经验是，一个景区每年至少要投入营收的15%做更新。", id="what is done elsewhere"),
        pytest.param("柳林卫生院的“红花榜”办得好，每月评一次，前三名发流动红旗。", id="praise and its habit"),
        pytest.param("按现在的涨法，到2028年基金就要穿底。", id="what is reckoned"),
        pytest.param("去年我在这里讲过，年底前新院区要封顶，今天我可以告诉大家，封了。", id="what was said before"),
        pytest.param("按惯例，明年一季度要开人代会，时间很紧。", id="custom"),
        pytest.param("高标准农田国家有硬规定，亩均投入不得低于3000元。", id="a norm that there is"),
        pytest.param("按照省厅的评定办法，过夜游客停留要达到1.5天。", id="a yardstick"),
        pytest.param("五年规划里写的是到2030年正高职称达到60人。", id="what a plan says"),
        pytest.param("比方说一户人家，一年要挣6000元，养3头猪就要占去一大半。", id="an example"),
        pytest.param("现在有一种不好的苗头，今天布置的事，明天就要总结。", id="a bad habit"),
        pytest.param("预计全年减收2亿元，支出要增加1亿元。", id="what is foreseen"),
        pytest.param("年收入要达到6400元才算稳定脱贫。", id="what it takes to count"),
        pytest.param("省里给各市定的目标是，今年优良天数比率达到80%以上。", id="a target that is handed to all"),
        pytest.param("春节前后这一个月，大家都辛苦。", id="only a time"),
        pytest.param("7个地块要等到规划调整以后才能挂牌。", id="what has to be waited for"),
        pytest.param("老乡每天要多走七八公里。", id="what it costs"),
        pytest.param("发言的单位每家不超过5分钟。", id="time to speak"),
        pytest.param("我们吃过两次亏。", id="what was gone through"),
        pytest.param("1月中旬要有两次寒潮过程。", id="weather to come"),
    ],
)
def test_what_is_not_his_own_word(rows: Rows, text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "五年规划里写的是到2030年达到60人，今年先增加12人。",
            ["hard -: 先增加12人 [12人] by 2025-12-31"],
            id="what one takes up first",
        ),
        pytest.param(
            "气象部门预测，6月中旬入梅，水利局要在6月5日前修好3座闸门。",
            ["hard 水利局: 修好3座闸门 [3座] by 2025-06-05"],
            id="a body with a duty",
        ),
        pytest.param(
            "专家讲了，墒情要达到七成，务必在10月底前全部浇完。",
            ["hard -: 全部浇完 [全部] by 2025-10-31"],
            id="an order",
        ),
        pytest.param(
            "柳林的“红花榜”办得好，年底前推广到12个镇。",
            ["hard -: 推广到12个镇 [12个] by 2025-12-31"],
            id="behind praise a day",
        ),
        pytest.param(
            "住建局要找一找差距，人家百米一处标识，我们一处没有，年底前把车道重新划线。",
            ["hard 住建局: 把车道重新划线 by 2025-12-31"],
            id="back to one's own place",
        ),
        pytest.param(
            "按照省厅的评定办法，10月底前要建成停车场3座。",
            ["hard -: 建成停车场3座 [3座] by 2025-10-31"],
            id="a day of one's own behind a yardstick",
        ),
        pytest.param("按规定，8月1日前把补贴发到户。", ["hard -: 把补贴发到户 by 2025-08-01"], id="a day behind the rules that hold"),
    ],
)
def test_where_he_speaks_for_himself_again(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("省里有个文件，说船员要按每船3人来配，咱们达不到。", [], id="a paper there is"),
        pytest.param("省里的方案写着，到2027年建成30个示范渡口。", [], id="what a paper says"),
        pytest.param("国家有隔音标准，舱内噪声不超过60分贝，我们测了五条船。", [], id="a standard there is"),
        pytest.param("国家标准里浑浊度不得超过1度。", [], id="in the same clause"),
        pytest.param("省里的文件讲，每个渡口要有1名安全员。", [], id="each of a kind"),
        pytest.param("省里有个通知，要求9月底前换完，渡口所8月底前换完。", ["hard 渡口所: 换完 by 2025-08-31"], id="a body, its day"),
        pytest.param("县里有个文件，渡口所9月底前换完。", ["hard 渡口所: 换完 by 2025-09-30"], id="the own level"),
    ],
)
def test_papers_of_a_higher_level(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
