"""Of whom a meeting, an inspection or a leader demands something, in reported speech: they act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


def owner_of(found: list[str]) -> str:
    """Return whose the one hard row is."""
    (row,) = (row for row in found if row.startswith("hard "))
    return row.removeprefix("hard ").split(":")[0]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        pytest.param("督查组要求石桥镇政府做好管线迁改，争取15天内腾出工地。", "石桥镇政府", id="an act before the date"),
        pytest.param("县纪委责令石桥镇政府3日内腾出工地。", "石桥镇政府", id="a body orders another"),
        pytest.param("他要求水利局抓紧选址，9月底前腾出工地。", "水利局", id="he"),
        pytest.param("副县长安排水利局9月底前腾出工地。", "水利局", id="a leader arranges"),
        pytest.param("调研组希望柳河镇加快进度，9月底前腾出工地。", "柳河镇", id="hoped for"),
        pytest.param("会议强调各渡口所要加快进度，9月底前腾出工地。", "各渡口所", id="stressed in a meeting"),
        pytest.param("县里部署各乡镇9月底前腾出工地。", "各乡镇", id="from above"),
        pytest.param("他表示，将敦促教育局及有关施工单位加大力度，确保9月底前腾出工地。", "教育局、有关施工单位", id="will be urged"),
        pytest.param("刘副县长现场督促城投公司倒排工期，确保9月底前腾出工地。", "城投公司", id="urged on the spot"),
    ],
)
def test_of_whom_it_is_demanded_acts(rows: Rows, sentence: str, owner: str) -> None:
    assert owner_of(rows(sentence)) == owner


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        pytest.param("按照督查组要求，渡口所9月底前腾出工地。", "渡口所", id="in keeping with what was demanded"),
        pytest.param("水利局要督促施工单位9月底前腾出工地3处。", "水利局", id="its own task to urge"),
        pytest.param("水利局要按县政府要求9月底前腾出工地。", "水利局", id="demanded of it"),
        pytest.param("县领导要求很明确，9月底前必须腾出工地。", "-", id="a noun"),
    ],
)
def test_others_are_left_as_they_are(rows: Rows, sentence: str, owner: str) -> None:
    assert owner_of(rows(sentence)) == owner


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        pytest.param("各有关单位和部门要扎实工作，确保9月底前腾出工地。", "-", id="everybody concerned"),
        pytest.param("各级、各有关部门要扎实工作，确保9月底前腾出工地。", "-", id="everybody on every level"),
        pytest.param("各有关部门、各乡镇要抓紧时间，9月底前腾出工地。", "各有关部门、各乡镇", id="beside others it is one of them"),
        pytest.param("水利局要牵头抓总，各有关部门要密切配合，9月底前腾出工地。", "水利局", id="who only help"),
        pytest.param("水利局会同各有关部门9月底前腾出工地。", "水利局+各有关部门", id="with whom it is done"),
    ],
)
def test_all_who_are_concerned_are_nobody_by_name(rows: Rows, sentence: str, owner: str) -> None:
    assert owner_of(rows(sentence)) == owner


@pytest.mark.parametrize(
    ("sentence", "owner", "action"),
    [
        pytest.param("县信联办将每月通报进展。", "县信联办", "通报进展", id="the word for what is to come is no part of the name"),
        pytest.param("协调电网公司9月底前腾出工地。", "-", "协调电网公司9月底前腾出工地", id="whose help is got"),
        pytest.param("安置房项目督促好施工公司尽快收尾，9月底前腾出工地。", "-", "腾出工地", id="who is urged behind a topic"),
        pytest.param("带动合作社年内发展社员300户。", "-", "发展社员300户", id="the object of a verb"),
        pytest.param("综合协调组要9月底前腾出工地。", "综合协调组", "腾出工地", id="a name with the same word"),
        pytest.param("市委组织部四级调研员李某参加会议，9月底前腾出工地。", "-", "腾出工地", id="an office that opens like a verb"),
    ],
)
def test_no_verb_is_part_of_a_name(rows: Rows, sentence: str, owner: str, action: str) -> None:
    found = rows(sentence)
    assert owner_of(found) == owner
    assert found[-1].startswith(f"hard {owner}: {action}")


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        pytest.param("今年四川省要新建高标准农田300万亩。", "四川省", id="a province"),
        pytest.param("今年，全省要新建高标准农田300万亩。", "-", id="the whole of it is everybody"),
        pytest.param("放假前各系组织一次安全检查。", "各系", id="parts of a school"),
        pytest.param("四川省粮食产量要达到700亿斤。", "-", id="a measure of it"),
    ],
)
def test_a_province_and_each_department_of_a_school_act(rows: Rows, sentence: str, owner: str) -> None:
    assert owner_of(rows(sentence)) == owner
