"""What counts without a figure and a date, and what a counted noun phrase is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("气象台要与渔港签订风情直通协议。", ["soft 气象台: 与渔港签订风情直通协议"], id="behind a prepositional phrase"),
        pytest.param("审计局要对去冬的补贴开展一次专项审计。", ["soft 审计局: 对去冬的补贴开展一次专项审计"], id="behind a light verb"),
        pytest.param("供电所要腾空河滩料场。", ["soft 供电所: 腾空河滩料场"], id="a named owner does something to a thing"),
        pytest.param("档案局要牵头搭建“一码查”平台。", ["soft 档案局: 搭建“一码查”平台"], id="who leads also makes"),
        pytest.param("要设立青年返乡引导基金。", ["soft -: 设立青年返乡引导基金"], id="引导 inside the object permits nothing"),
        pytest.param(
            "教育局要出台见义勇为奖励办法。", ["soft 教育局: 出台见义勇为奖励办法"], id="a reward that is made is no reward given"
        ),
        pytest.param("水利局要推动两乡签订用水协议。", ["soft 水利局: 推动两乡签订用水协议"], id="somebody is made to deliver"),
        pytest.param("要建立完善防范风险的制度。", [], id="an improvement that is chained to the making"),
        pytest.param("要提升开办企业便利度。", [], id="a verb of making inside the object of an improvement"),
        pytest.param("要建成一批高水平特色基地。", [], id="some of them, nobody named"),
        pytest.param("经信局要盯住原料价格。", [], id="an attitude"),
        pytest.param("考核不合格的取消补贴。", [], id="what happens to those who fail"),
        pytest.param("水库建设是百年大计。", [], id="a copula"),
        pytest.param("商务局要围绕海产、果蔬两个方向。", [], id="by what standard"),
    ],
)
def test_what_counts_as_a_deliverable(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "危旧桥二十一座,由公路站牵头,9月底前全部加固。",
            ["hard 公路站: 全部加固 [二十一座; 全部] by 2025-09-30"],
            id="a counted topic without 的",
        ),
        pytest.param(
            "超出鉴定期限的18座,由水管所负责,年底前制定方案。",
            ["hard 水管所: 制定方案 [18座] by 2025-12-31"],
            id="a counted topic behind a relative clause",
        ),
        pytest.param(
            "对积压的90件申请,民政局本月内办结60件。",
            ["hard 民政局: 办结60件 [60件] by 2025-06-30"],
            id="the predicate counts anew what the topic counted",
        ),
        pytest.param(
            "税务局要引进培训机构20家,其中外地的5家。",
            ["hard 税务局: 引进培训机构20家,其中外地的5家 [20家; 5家]"],
            id="a part that only counts",
        ),
        pytest.param("要新开辟2条航线。", ["hard -: 新开辟2条航线 [2条]"], id="a verb and its counted object"),
        pytest.param("家访每季度一次。", ["hard -: 家访每季度一次 every FREQ=MONTHLY;INTERVAL=3"], id="how often closes the clause"),
        pytest.param("坝里积存的淤泥6万方,一下雨就泛上来。", [], id="what there is"),
    ],
)
def test_counted_noun_phrases(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
