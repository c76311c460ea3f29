"""Which rank all are to reach; what is written down and handed in behind a dated act; what is done in each place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("place", ["十四个镇我们排第十一", "全省88个县，我们列第40", "九个街道里我们垫底"])
@pytest.mark.parametrize("aim", ["要进到", "力争升到"])
def test_the_rank_to_reach_is_a_task_of_all(place: str, aim: str, rows: Rows) -> None:
    found = rows(f"渡口要建两处，由水利局6月底前办完。群众满意度，{place}，年底前{aim}前八名。")
    assert found[-1].startswith("hard collective: ") or found[-1].startswith("hard -: ")
    assert found[-1].endswith("前八名 [前八名] by 2025-12-31")


@pytest.mark.parametrize("paper", ["列成表放到我桌上", "写成清单送给我", "造册报给我", "列个单子给我", "把照片发给我"])
def test_what_is_written_down_and_handed_in_has_the_day_of_the_act_before_it(paper: str, rows: Rows) -> None:
    assert rows(f"水利局6月底前把30个渡口走一遍，{paper}。")[1:] == [f"hard 水利局: {paper} by 2025-06-30"]


def test_what_is_offered_is_no_task(rows: Rows) -> None:
    assert rows("水利局6月底前把30个渡口走一遍，有困难交给我。")[1:] == []


@pytest.mark.parametrize("place", ["每个脱贫村", "每个乡镇", "每个社区"])
def test_what_is_done_in_each_place_is_answered_for_in_the_bracket(place: str, rows: Rows) -> None:
    found = rows(f"今年新栽桑树3万亩。{place}至少培育1家合作社，苗木款十日内付清。（牵头单位：林业局）")
    assert [row.split(":")[0] for row in found] == ["hard 林业局"] * 3


def test_each_place_that_is_told_to_act_does_so(rows: Rows) -> None:
    assert rows("每个乡镇要建1个渡口。（责任单位：林业局）") == ["hard 乡镇: 建1个渡口 [1个]"]
