"""A house, a point or a service that is counted, measured or left to others is a thing; with its people it acts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]
LEAD = "水利局要当好主力。"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("墒情站，年内新建12座。", "hard 水利局: 新建12座 [12座] by 2025-12-31"),
        ("服务窗口要再增设3个。", "hard 水利局: 再增设3个 [3个]"),
        ("书店，年底前新增3家。", "hard 水利局: 新增3家 [3家] by 2025-12-31"),
        ("配肥站群众反响很好，年底前再建2座。", "hard 水利局: 再建2座 [2座] by 2025-12-31"),
        ("服务中心利用率不高，年底前盘活8个。", "hard 水利局: 盘活8个 [8个] by 2025-12-31"),
        ("救助站的到达时间年底前压到30分钟以内。", "hard 水利局: 压到30分钟以内 [30分钟以内] by 2025-12-31"),
        ("供水站正常运行率要保持在95%以上。", "hard 水利局: 供水站正常运行率要保持在95%以上 [95%以上]"),
        ("泵站的改造由农投公司负责，年底前完工。", "hard 农投公司: 完工 by 2025-12-31"),
        ("墒情站由农投公司负责，年底前完工。", "hard 农投公司: 完工 by 2025-12-31"),
        ("气象站提升项目，年底前完工。", "hard 水利局: 完工 by 2025-12-31"),
        ("雨量站年底前逐座检修一遍。", "hard 水利局: 逐座检修一遍 by 2025-12-31"),
        ("卫生室年底前全部联网。", "hard 水利局: 全部联网 [全部] by 2025-12-31"),
        ("服务热线要配强力量，接通率保持在95%以上。", "hard 水利局: 接通率保持在95%以上 [95%以上]"),
    ],
)
def test_a_thing_owns_nothing(text: str, row: str, rows: Rows) -> None:
    assert row in rows(LEAD + text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("供水站年底前要新建泵房12座。", "hard 供水站: 新建泵房12座 [12座] by 2025-12-31"),
        ("供水站任务最重，年底前要改造管线12公里。", "hard 供水站: 改造管线12公里 [12公里] by 2025-12-31"),
        ("救助站要把到达时间压到30分钟以内。", "hard 救助站: 把到达时间压到30分钟以内 [30分钟以内]"),
        ("派出所的出警时间年底前压到8分钟以内。", "hard 派出所: 压到8分钟以内 [8分钟以内] by 2025-12-31"),
        ("供水站由站长带队，每周下村一次。", "hard 供水站: 下村一次 every FREQ=WEEKLY"),
        ("供水站要对12口机井逐口检修一遍。", "hard 供水站: 对12口机井逐口检修一遍 [12口]"),
        ("服务热线每月回访200户。", "hard 服务热线: 回访200户 [200户] every FREQ=MONTHLY"),
    ],
)
def test_its_people_act(text: str, row: str, rows: Rows) -> None:
    assert row in rows(LEAD + text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("水利局要当好主力。泵站交给农投公司，年底前全部改造完。", "hard 农投公司: 全部改造完 [全部] by 2025-12-31"),
        ("预约平台将于12月8日上线运行。", "hard -: 上线运行 by 2025-12-08"),
        ("办事热线由县医院12月底前开通。", "hard 县医院: 开通 by 2025-12-31"),
        ("县政府成立质量专班，办公室设在水利局，每周调度一次。", "hard 县政府: 调度一次 every FREQ=WEEKLY"),
        ("专班办公室设在水利局，每周调度一次。", "hard 专班办公室: 调度一次 every FREQ=WEEKLY"),
        ("县级塘长由副县级领导担任，每月巡塘不少于一次。", "hard 县级塘长: 巡塘不少于一次 every FREQ=MONTHLY"),
        ("由文物局逐处写出说明，9月底前报县政府。", "hard 文物局: 报县政府 by 2025-09-30"),
        ("各镇文化站逐栋核对，9月底前完成。", "hard 各镇文化站: 完成 by 2025-09-30"),
        ("县医院要开通绿色通道，伤者送到后15分钟内完成会诊。", "hard 县医院: 完成会诊 by 伤者送到后15分钟内"),
    ],
)
def test_who_acts_beside_a_house_an_office_or_a_post(text: str, row: str, rows: Rows) -> None:
    assert row in rows(text)


def test_what_works_on_it_cost_in_all_is_told(rows: Rows) -> None:
    found = rows("水利局要抓紧。雨量站升级项目总投资4600万元，今年的1500万元要在10月底前完成。")
    assert found == ["hard 水利局: 完成 [1500万元] by 2025-10-31"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("旧桌椅，城关小学8月底前全部更新。", "城关小学", id="what it replaces"),
        pytest.param("老旧电表，供电所10月底前全部更新到位。", "供电所", id="an office, behind what it replaces"),
        pytest.param("废砖窑，城关国土所9月底前全部拆除。", "城关国土所", id="what it removes"),
        pytest.param("县档案馆9月底前全部搬走。", "县档案馆", id="one house, with its level"),
        pytest.param("石桥镇供水站9月底前全部换新，旧水泵全部拆除。", "石桥镇供水站", id="one house, with its town"),
        pytest.param("旧水泵，提水站9月底前全部更新。", "提水站", id="what is worn stands before it"),
        pytest.param("提水站9月底前全部更新。", "水利局", id="the stations themselves"),
        pytest.param("县级提水站9月底前全部更新。", "水利局", id="those of a level"),
        pytest.param("网吧、旅馆，城关派出所9月底前逐家检查一遍。", "城关派出所", id="shop by shop"),
        pytest.param("机井，灌溉站汛前逐处检修一遍。", "灌溉站", id="site by site"),
        pytest.param("灌溉站汛前逐座检修一遍。", "水利局", id="station by station"),
        pytest.param("县医院今年实施改造项目3个。", "县医院", id="a verb before the work"),
        pytest.param("市人民医院年内完成信息化改造工程12项。", "市人民医院", id="a verb, and how many"),
        pytest.param("县医院扩建工程年底前完工。", "水利局", id="the work itself"),
        pytest.param("派出所离村太远，年底前增设警务点3个。", "水利局", id="how an office lies is told, of nobody who is asked"),
        pytest.param("派出所任务重，年底前新建2个。", "水利局", id="offices are counted as well"),
        pytest.param("各派出所由所长负责，每月走访一次。", "各派出所", id="its own head"),
        pytest.param("各泵站由农投公司管护，年底前全部换新。", "农投公司", id="others"),
    ],
)
def test_who_acts_on_all_that_is_his(text: str, owner: str, rows: Rows) -> None:
    """Whoever is named, or is an office, acts on all of its things; what is said of every house of a kind is done to the houses."""
    assert rows(LEAD + text)[0].startswith(f"hard {owner}: ")


def test_what_it_does_with_works_is_no_name_of_them(rows: Rows) -> None:
    found = rows("公安局要当好主力。城关派出所申报改造项目，9月底前报完材料12份。")
    assert found == ["soft 城关派出所: 申报改造项目", "hard 城关派出所: 报完材料12份 [12份] by 2025-09-30"]
