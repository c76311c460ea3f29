"""Who is described first and asked next: 供销社网点多、腿脚快,要购置冷藏车12台."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]
LEAD = "商务局要拨付经费200万元。"


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        ("供销社腿脚勤快又熟悉行情", "供销社"),
        pytest.param("邮政公司车多、网点多", "邮政公司", id="points of sale are part of no name"),
        pytest.param("园林局连年缺苗木", "园林局", id="whatever is told of a body, where the next clause asks"),
        pytest.param("监理单位身处一线", "监理单位", id="an ordinary noun, by what only people are like"),
        pytest.param("图书馆往后不要坐等上门", "图书馆", id="from now on"),
        pytest.param("测绘院手里有数据", "测绘院", id="what it has in hand"),
    ],
)
def test_who_is_told_of_has_to_do_what_the_next_clause_asks(rows: Rows, told: str, owner: str) -> None:
    assert rows(f"{LEAD}{told},要购置仪器12台。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(("told", "owner"), [("监理单位点多线长", "监理单位"), ("审批局经验足、办法多", "审批局")])
def test_what_only_people_are_like_carries_a_date_as_well(rows: Rows, told: str, owner: str) -> None:
    assert rows(f"{LEAD}{told},9月底前办结15件。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("审计局的意见在桌上压着", id="what it has found, others are to mend"),
        pytest.param("纪委高度重视", id="how it looks upon others"),
        pytest.param("档案馆床位紧、设备旧", id="how a house is off"),
    ],
)
def test_others_have_to_act_upon_what_is_told(rows: Rows, told: str) -> None:
    assert rows(f"{LEAD}{told},要购置仪器12台。")[-1].startswith("hard 商务局: ")


@pytest.mark.parametrize("name", ["新闻媒体", "社会组织", "海洋预报台", "快递协会"])
def test_media_societies_and_stations_that_forecast_act(rows: Rows, name: str) -> None:
    assert rows(f"{LEAD}{name}要轮训骨干30人。")[-1] == f"hard {name}: 轮训骨干30人 [30人]"


@pytest.mark.parametrize(
    ("clause", "owner"),
    [
        ("区档案馆再编印手册3000册", "区档案馆"),
        ("市妇幼保健院同步培训护士200名", "市妇幼保健院"),
        ("审计局百日会战期内对12家企业逐一过筛", "审计局"),
        pytest.param("城区医院再编印手册3000册", "商务局", id="no house with its level"),
    ],
)
def test_a_house_with_its_level_acts_by_so_much_and_a_body_in_its_period(rows: Rows, clause: str, owner: str) -> None:
    assert rows(f"{LEAD}{clause}。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        pytest.param("各镇要把渡口跑一遍,漏不漏、船工是谁,9月底前列表上报。", "各镇", id="what is to be found out names nobody"),
        pytest.param("教育局年内把采购本地菜的比例提高到四成。", "教育局", id="把 in between: a share that it changes itself"),
        pytest.param("学校采购本地菜的比例要提高到四成。", "-", id="a share of it that is measured"),
    ],
)
def test_who_acts_beside_questions_and_shares(rows: Rows, text: str, owner: str) -> None:
    assert rows(text)[-1].startswith(f"hard {owner}: ")
