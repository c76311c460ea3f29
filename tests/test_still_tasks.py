"""What looks like a class, a sanction, a norm or a general remark and is a task, and whose it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]
DAY = "2026-03-02"
LED = "商务局要带头。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("供销社今年要销售200万斤以上山货。", "hard 供销社: 销售200万斤以上山货 [200万斤以上] by 2026-12-31"),
        ("粮库10月底前要入库5万吨以上新粮。", "hard 粮库: 入库5万吨以上新粮 [5万吨以上] by 2026-10-31"),
        ("年底前电商交易额10亿元以上再翻一番。", "hard -: 电商交易额10亿元以上再翻一番 [10亿元以上; 翻一番] by 2026-12-31"),
        ("力争日均客流5万人次以上稳定运行。", "hard -: 日均客流5万人次以上稳定运行 [5万人次以上]"),
        ("银行新增贷款5亿元以上惠及农户3000户。", "hard 银行: 新增贷款5亿元以上惠及农户3000户 [5亿元以上; 3000户]"),
        pytest.param("农业局要给存栏500头以上养殖场建档30家。", "hard 农业局: 给存栏500头以上养殖场建档30家 [30家]", id="a class"),
    ],
)
def test_how_much_is_to_be_done_is_no_class(rows: Rows, text: str, expected: str) -> None:
    assert rows(text, DAY) == [expected]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("气象局预报有大雨，要6月20日前转移群众300人。", "商务局", id="what it has said"),
        pytest.param("统计局数字不好看，要9月底前补报12家。", "商务局", id="how its figures look"),
        pytest.param("水利局放水，要9月底前加固货棚12座。", "商务局", id="what it does"),
        pytest.param("消防队车进不去，要9月底前拓宽通道12处。", "商务局", id="what hinders it"),
        pytest.param("交警队查酒驾12起，要9月底前降到3起。", "商务局", id="what it has counted"),
        pytest.param("供销社车多、人手足，要9月底前送货12车。", "供销社", id="what it is like"),
    ],
)
def test_who_is_told_of_acts_only_where_it_is_said_what_he_is_like(rows: Rows, text: str, owner: str) -> None:
    found = rows(LED + text, DAY)
    assert len(found) == 1
    assert found[0].startswith(f"hard {owner}: ")


def test_what_was_done_before_is_no_row(rows: Rows) -> None:
    assert rows("市场局查过12家店，要9月底前再查30家。", DAY) == ["hard -: 再查30家 [30家] by 2026-09-30"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("城管局对不达标的砖厂关停12家。", 1),
        ("查到的线索移送12件。", 1),
        ("不达标的砖厂关停12家，9月底前完成。", 1),
        ("抓到的隐患整改12处。", 1),
        pytest.param("渔政站7月底前查验渔船30艘，查验不过的一律停航，查到的当场封存。", 1, id="what befalls those who fail"),
        ("积案12件要一件一件落实，9月底前办结。", 1),
        pytest.param("这两项指标要一项一项抠、一件一件抓。", 0, id="how carefully, of what is summed up"),
        ("我们答应过群众，9月底前修路12公里，这件事要办好。", 1),
        pytest.param("大家早就答应过群众，年底前要把路修通，今天还没动。", 0, id="promised long ago"),
        ("水利部要求，9月底前除险水库12座。", 1),
        pytest.param("水利部规定，水位站完好率应当不低于95%。", 0, id="a norm"),
    ],
)
def test_how_many_rows(rows: Rows, text: str, count: int) -> None:
    assert len(rows(text, DAY)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("文旅局要办好智慧农业（水产）大会。", ["soft 文旅局: 办好智慧农业（水产）大会"]),
        ("商务局要办好四省八市农产品流通联席会议。", ["soft 商务局: 办好四省八市农产品流通联席会议"]),
        ("体育局要办好气排球、门球等赛事。", ["soft 体育局: 办好气排球、门球等赛事"]),
        ("农业局要办好柑橘文化节启动仪式。", ["soft 农业局: 办好柑橘文化节启动仪式"]),
        ("人社局要办好专场招聘。", ["soft 人社局: 办好专场招聘"]),
        ("住建局要办好竣工备案。", ["soft 住建局: 办好竣工备案"]),
        ("办好“十件民生实事”。", ["soft -: 办好“十件民生实事”"]),
        ("今年在改善群众生活方面着力办好“十二件实事”。", ["hard -: 在改善群众生活方面着力办好“十二件实事” by 2026-12-31"]),
        pytest.param("继续办好家长学校。", [], id="run all the time"),
        pytest.param("办好12345热线。", [], id="the same"),
        pytest.param("办好群众“身边事”。", [], id="none in particular"),
        ("水利局要解决东片用水困难。", ["soft 水利局: 解决东片用水困难"]),
        ("司法局要化解山林纠纷矛盾。", ["soft 司法局: 化解山林纠纷矛盾"]),
        pytest.param("司法局要及时化解突出问题。", [], id="troubles of any kind"),
        pytest.param("水利局要解决实际困难。", [], id="the same again"),
    ],
)
def test_what_can_be_ticked_off(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, DAY) == expected
