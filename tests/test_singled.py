"""Whom a clause or sentence of its own gives what is told before or behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from commitments.pipeline import Extraction

GIVEN = [
    "9月底前修好水渠12公里，由渠道队来修，闲着的挖机可以让出来。",
    "9月底前修好水渠12公里，由渠道队自己修、自己管。",
    "9月底前修好水渠12公里，由渠道队负总责，财政局只管拨款。",
    "9月底前修好水渠12公里，这件事渠道队打头，督查室先不要催。",
    "9月底前修好水渠12公里，就看渠道队的了。",
    "9月底前修好水渠12公里，真正下田的是渠道队。",
    "9月底前修好水渠12公里，这笔账我只找渠道队算。",
    "9月底前修好水渠12公里。由渠道队来建。",
    "9月底前修好水渠12公里。谁来干？渠道队。",
    "9月底前修好水渠12公里。谁牵头？渠道队牵头。",
    "9月底前修好水渠12公里。这块骨头渠道队来啃。",
    "由渠道队出，9月底前修好水渠12公里。",
    "要靠我们自己的渠道队，9月底前修好水渠12公里。",
    "我的意见，让渠道队接过来，9月底前修好水渠12公里。",
    "渠道队挑大梁，要在9月底前修好水渠12公里。",
    "接下去看渠道队。9月底前修好水渠12公里。",
    "先从渠道队改起，9月底前修好水渠12公里。",
    "水渠的事归渠道队，不归民政局，以后不要再找民政局扯皮。9月底前修好水渠12公里。",
    "这块硬骨头谁来啃？渠道队来啃，9月底前修好水渠12公里。",
    "请渠道队的同志拿笔记一下：9月底前修好水渠12公里。",
    "我要渠道队9月底前修好水渠12公里。",
    "我要的是渠道队9月底前修好水渠12公里。",
]
NOT_GIVEN = [
    "9月底前修好水渠12公里，感谢渠道队。",
    "9月底前修好水渠12公里，由渠道队验收。",
    "9月底前修好水渠12公里，油钱由渠道队出。",
    "9月底前修好水渠12公里，渠道队不用管。",
    "这件事不归渠道队，9月底前修好水渠12公里。",
    "这件事以前归渠道队，9月底前修好水渠12公里。",
    "不能光靠渠道队，9月底前修好水渠12公里。",
    "去年靠渠道队，9月底前修好水渠12公里。",
    "钱由渠道队出，9月底前修好水渠12公里。",
    "谁来验收？渠道队。9月底前修好水渠12公里。",
    "谁拖了后腿？渠道队。9月底前修好水渠12公里。",
    "9月底前修好水渠12公里。谁负责？找渠道队。",
    "9月底前修好水渠12公里。谁来干？不能光靠渠道队。",
    "以渠道队为主、村民为辅，9月底前修好水渠12公里。",
    "政府主导、渠道队参与，9月底前修好水渠12公里。",
    "农村与城市联动，9月底前修好水渠12公里。",
    "坐在前排的同志记好，9月底前修好水渠12公里。",
    "没来的同志记一下，9月底前修好水渠12公里。",
    "在座的人都记好了，9月底前修好水渠12公里。",
    "几个数字请大家记一下，9月底前修好水渠12公里。",
    "分管农业的同志记一下，9月底前修好水渠12公里。",
    "各位局长记一下，9月底前修好水渠12公里。",
    "来的负责同志拿笔记一下，9月底前修好水渠12公里。",
    "要靠群众，9月底前修好水渠12公里。",
]


@pytest.mark.parametrize("text", GIVEN)
def test_to_whom_the_work_is_given(read_speech: Callable[..., Extraction], text: str) -> None:
    (row,) = read_speech(text).commitments
    assert (row.owner, row.action) == (("渠道队",), "修好水渠12公里")


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_who_is_only_mentioned_is_given_nothing(read_speech: Callable[..., Extraction], text: str) -> None:
    (row,) = read_speech(text).commitments
    assert (row.owner, row.action) == ((), "修好水渠12公里")


def test_a_turn_of_speech_vouches_for_a_name_that_no_list_holds(read_speech: Callable[..., Extraction]) -> None:
    """Whoever takes the work on his shoulders is somebody; what somebody is looked to for is not."""
    given = read_speech("9月底前添置水泵12台，由应急仓库来办。").commitments
    assert [row.owner for row in given] == [("应急仓库",)]
    abstract = read_speech("9月底前添置水泵12台，靠改革创新。").commitments
    assert [row.owner for row in abstract] == [()]


def test_two_numbered_leaders_take_it(read_speech: Callable[..., Extraction]) -> None:
    (row,) = read_speech("谁来啃？两位副镇长来啃。10月底前签完协议58户。").commitments
    assert row.owner == ("两位副镇长",)


def test_who_pays_acts_where_the_payment_is_the_task(read_speech: Callable[..., Extraction]) -> None:
    rows = read_speech("经费由财政局解决，9月底前到位1200万元。").commitments
    assert [row.owner for row in rows] == [("财政局",)]


@pytest.mark.parametrize(
    ("text", "owners", "partners"),
    [
        ("由水利局牵头、石桥镇配合，9月底前修好水渠12公里。", ("水利局",), ("石桥镇",)),
        ("9月底前修好水渠12公里，水利局主办、石桥镇、白岭镇协办。", ("水利局",), ("石桥镇", "白岭镇")),
        ("水利局、石桥镇协同联动，9月底前修好水渠12公里。", ("水利局", "石桥镇"), ()),
        ("水利局和石桥镇拧成一股绳，9月底前修好水渠12公里。", ("水利局", "石桥镇"), ()),
        ("水利站查渠，农经站查账，确保9月底前修好水渠12公里。", ("水利站", "农经站"), ()),
        ("水利站查渠，农经站查账，供水站查表，9月底前修好水渠12公里。", ("水利站", "农经站", "供水站"), ()),
        ("水利局牵头、财政局配合、各镇参与，9月底前修好水渠12公里。", ("水利局",), ("财政局", "各镇")),
        ("水利局牵头、财政局负责资金、各镇配合，9月底前修好水渠12公里。", ("水利局",), ()),
        ("9月底前修好水渠12公里。谁来干？水利局牵头，各镇配合。", ("水利局",), ("各镇",)),
        ("由水利局9月底前把土渠改成水渠12公里。", ("水利局",), ()),
        ("由水利局组织村民把土渠变成水渠12公里。", ("水利局",), ()),
        ("由文旅局会同水利局把土渠改为水渠12公里。", ("文旅局",), ("水利局",)),
        ("9月底前让水利站修好水渠12公里。", ("水利站",), ()),
        ("9月底前由水利局牵头修好水渠12公里，石桥镇、白岭镇联手。", ("水利局",), ()),
    ],
)
def test_who_does_it_together(
    read_speech: Callable[..., Extraction], text: str, owners: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    (row,) = read_speech(text).commitments
    assert (row.owner, row.co_owners) == (owners, partners)


def test_who_is_only_let_have_something_does_not_act(read_speech: Callable[..., Extraction]) -> None:
    (row,) = read_speech("年底前让合作社增收12%。").commitments
    assert row.owner == ()


def test_the_end_of_the_year_is_still_to_come(read_speech: Callable[..., Extraction]) -> None:
    rows = read_speech("五一之前先投700辆，余下的年底投完。").commitments
    assert [(row.action, row.deadline.text if row.deadline else "") for row in rows] == [("先投700辆", "五一之前"), ("投完", "年底")]
    assert read_speech("围墙去年年底砌好。").commitments == ()
