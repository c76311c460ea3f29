"""A place where people work acts only where what follows is what only people do; behind 由 its people are asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("物资仓库9月底前把旧雨衣清点完。", "hard 物资仓库: 把旧雨衣清点完 by 2025-09-30"),
        ("物资仓库每月清点一次雨衣。", "hard 物资仓库: 清点一次雨衣 every FREQ=MONTHLY"),
        ("9月底前由物资仓库补进雨衣400件。", "hard 物资仓库: 补进雨衣400件 [400件] by 2025-09-30"),
        ("空房9月底前由各片区登记完。", "hard 各片区: 登记完 by 2025-09-30"),
        ("二标段9月底前要把弃土运走3万方。", "hard 二标段: 把弃土运走3万方 [3万方] by 2025-09-30"),
        ("一号窗口9月底前办结120件。", "hard 一号窗口: 办结120件 [120件] by 2025-09-30"),
        ("加油站9月底前把油枪校准48把。", "hard 加油站: 把油枪校准48把 [48把] by 2025-09-30"),
        ("缝纫工9月底前做好校服600套。", "hard 缝纫工: 做好校服600套 [600套] by 2025-09-30"),
        ("路灯班9月底前换灯泡240只。", "hard 路灯班: 换灯泡240只 [240只] by 2025-09-30"),
        ("养蜂人9月底前迁走蜂箱60箱。", "hard 养蜂人: 迁走蜂箱60箱 [60箱] by 2025-09-30"),
    ],
)
def test_who_works_there_acts(text: str, row: str, rows: Rows) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("客运站要每天消毒3次。", "客运站"),
        ("客运站每天消毒3次。", "客运站"),
        ("火车站每天安检30000人。", "火车站"),
        ("加油站6月底前要安装监控300个。", "加油站"),
        ("收费站要文明服务，投诉率降到1%。", "收费站"),
        ("实训基地要每年培训3000人。", "实训基地"),
        ("产业基地年内要引进企业12家。", "产业基地"),
        ("茶馆每月说书3场。", "茶馆"),
        ("指挥台每天点名3次。", "指挥台"),
    ],
)
def test_the_model_is_asked_where_no_verb_of_a_place_is_known(text: str, owner: str, rows: Rows) -> None:
    assert [row.split(":")[0] for row in rows(text)] == [f"hard {owner}"]


@pytest.mark.parametrize(
    "text",
    [
        "片区6月底前要拆除300户。",
        "物资仓库年底前新建12座。",
        "物资仓库9月底前改造完成。",
        "物资仓库每月检查一次。",
        "工地9月底前全部装上喷淋。",
        "停车场年底前扩到600个泊位。",
        "东关片区年底前改造房屋120栋。",
        "二标段9月底前通车。",
        "分拣点年底前增加到12处。",
        "由仓库改成展厅，9月底前完工。",
        "到加油站每月检查一次。",
        "厂房主体9月底前封顶。",
        "棉农年底前增收3000元。",
        "养鱼户年底前发展到120户。",
        "月嫂年底前培训2000人次。",
    ],
)
def test_the_place_itself_and_who_is_served_own_nothing(text: str, rows: Rows) -> None:
    assert [row.split(":")[0] for row in rows(text)] == ["hard -"]
