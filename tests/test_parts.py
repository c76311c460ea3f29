"""Parts of a total: which are figures of its row, which are rows, and that who is counted as a part does not act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "今年实施重点项目23个，其中续建14个、新开工9个。",
            ["hard -: 实施重点项目23个，其中续建14个、新开工9个 [23个; 14个; 9个] by 2025-12-31"],
            id="how far works have come is a sort of works",
        ),
        pytest.param(
            "今年实施重点项目23个，其中续建14个，新开工9个。",
            ["hard -: 实施重点项目23个，其中续建14个，新开工9个 [23个; 14个; 9个] by 2025-12-31"],
            id="parted by a comma",
        ),
        pytest.param(
            "今年实施重点项目23个，其中竣工14个。",
            ["hard -: 实施重点项目23个 [23个] by 2025-12-31", "hard -: 竣工14个 [14个] by 2025-12-31"],
            id="what is to be finished is a target",
        ),
        pytest.param(
            "今年建设鱼塘23亩，其中新建10亩，改造提升13亩。",
            ["hard -: 建设鱼塘23亩，其中新建10亩，改造提升13亩 [23亩; 10亩; 13亩] by 2025-12-31"],
            id="made anew or made better",
        ),
        pytest.param(
            "今年实施工程12项，其中新建5项、竣工7项。",
            ["hard -: 实施工程12项 [12项] by 2025-12-31", "hard -: 新建5项、竣工7项 [5项; 7项] by 2025-12-31"],
            id="one of the parts is to be finished",
        ),
        pytest.param(
            "今年托管耕地15万亩，其中全程托管不少于4万亩。",
            ["hard -: 托管耕地15万亩，其中全程托管不少于4万亩 [15万亩; 不少于4万亩] by 2025-12-31"],
            id="an act that names a sort",
        ),
        pytest.param(
            "今年改造房屋150户，其中改造危房不少于40户。",
            ["hard -: 改造房屋150户 [150户] by 2025-12-31", "hard -: 改造危房不少于40户 [不少于40户] by 2025-12-31"],
            id="an act upon something",
        ),
        pytest.param(
            "今年引进企业40家，其中签约15家、开工25家。",
            ["hard -: 引进企业40家 [40家] by 2025-12-31", "hard -: 签约15家、开工25家 [15家; 25家] by 2025-12-31"],
            id="acts make a row, though they add up to the total",
        ),
        pytest.param(
            "今年收储土地3000亩，其中出让1000亩、收回2000亩。",
            ["hard -: 收储土地3000亩 [3000亩] by 2025-12-31", "hard -: 出让1000亩、收回2000亩 [1000亩; 2000亩] by 2025-12-31"],
            id="and so do those",
        ),
        pytest.param(
            "今年打造示范渡口12个，包括省级4个、市级8个。",
            ["hard -: 打造示范渡口12个，包括省级4个、市级8个 [12个; 4个; 8个] by 2025-12-31"],
            id="what the total is made up of",
        ),
        pytest.param(
            "人事科要招16人，其中网格员至少五人，元旦前全部到岗。",
            ["hard 人事科: 招16人，其中网格员至少五人 [16人; 至少五人]", "hard 人事科: 全部到岗 [全部] by 2025-12-31"],
            id="people who are counted do not act",
        ),
        pytest.param(
            "人事科要招16人，其中网格员要占六成，元旦前全部到岗。",
            ["hard 人事科: 招16人 [16人]", "hard 人事科: 占六成 [六成]", "hard 人事科: 全部到岗 [全部] by 2025-12-31"],
            id="nor do those who are to make up a share",
        ),
        pytest.param(
            "教育局要招16人，其中人事科要面试12人。",
            ["hard 教育局: 招16人 [16人]", "hard 人事科: 面试12人 [12人]"],
            id="who acts on a part does",
        ),
        pytest.param(
            "完成投资300亿元，其中经开区要达到120亿元，柳林镇要达到80亿元。",
            ["hard -: 完成投资300亿元 [300亿元]", "hard 经开区: 达到120亿元 [120亿元]", "hard 柳林镇: 达到80亿元 [80亿元]"],
            id="a body or place that has to reach so much acts",
        ),
        pytest.param("招商30个，其中经开区要至少12个。", ["hard 经开区: 至少12个 [至少12个]"], id="at least so many"),
    ],
)
def test_parts_of_a_total(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text, "2025-06-05") == expected
