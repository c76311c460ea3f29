"""What the speaker takes upon himself, alone or with somebody beside him: 我和镇长各包3处; 我带个头，每周四…."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("other", ["镇长", "分管副镇长", "各位副镇长", "渔业局局长", "李主任"])
@pytest.mark.parametrize("link", list("和跟与同"))
def test_who_stands_beside_the_speaker_acts_as_well(other: str, link: str, rows: Rows) -> None:
    found = rows(f"水利局每旬巡查一次。我{link}{other}每月去渡口蹲两天。")
    assert found[1:] == [f"hard 我、{other}: 去渡口蹲两天 [两天] every FREQ=MONTHLY"]
    assert rows(f"我{link}{other}各包三处最难的渡口。") == [f"hard 我、{other}: 各包三处最难的渡口 [三处]"]


def test_the_speaker_goes_first(rows: Rows) -> None:
    assert rows("水利局每旬巡查一次。我带个头，每周四到渡口值守。")[1:] == ["hard 我: 到渡口值守 every FREQ=WEEKLY;BYDAY=TH"]


def test_of_whom_the_speaker_has_seen_somebody_he_promises_nothing(rows: Rows) -> None:
    assert rows("我和镇长去年走过12处渡口。") == []
    assert rows("我和摆渡的老乡谈过，他们每天划船5里路。") == []


def test_a_described_place_that_a_verb_counts_is_its_object(rows: Rows) -> None:
    assert rows("水利局每月改造三个漏水的小区。") == ["hard 水利局: 改造三个漏水的小区 [三个] every FREQ=MONTHLY"]
    assert rows("剩下三个漏水的小区，水利局7月底前改造完。") == ["hard 水利局: 改造完 [三个] by 2025-07-31"]
    assert rows("副镇长每人包抓三个问题小区。") == ["hard 副镇长: 每人包抓三个问题小区 [三个]"]
