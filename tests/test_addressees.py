"""Who is meant by an act that names nobody: whoever has been spoken to before it, not who has only been mentioned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]
ACT = "6月底前再补建3处。"


@pytest.mark.parametrize(
    "spoken",
    [
        pytest.param("供水站不要等天热了才着急，平时没人管。", id="told what not to do"),
        pytest.param("供水站别老等着上面催。", id="told so in a word of speech"),
        pytest.param("供水站的动作慢了半拍。", id="its work is found wanting"),
        pytest.param("供水站到现在还没有动静，说不过去。", id="nothing has come of it"),
        pytest.param("供水站，你们守的是最远的一段，我心里有数。", id="called by name"),
        pytest.param("供水站，我敲打一句。", id="called by name before what is said to it"),
        pytest.param("接下去看供水站。", id="called up"),
        pytest.param("供水站不要等天热了才着急。财政局的钱已经到账了。", id="another is told of since"),
    ],
)
def test_who_has_been_spoken_to_is_asked_next(rows: Rows, spoken: str) -> None:
    assert [row.split(":")[0] for row in rows(spoken + ACT)] == ["hard 供水站"]


@pytest.mark.parametrize(
    "mentioned",
    [
        pytest.param("供水站门口堆着垃圾。", id="a place"),
        pytest.param("我昨天去了供水站，看了一圈。", id="where the speaker was"),
        pytest.param("供水站不要建在弯道上。", id="what is done to a house"),
        pytest.param("有的供水站不要等天热了才着急。", id="some that are not named"),
        pytest.param("供水站的师傅跟我讲，别老等着上面催。", id="what somebody has said"),
        pytest.param("水利局给了我们大力支持。", id="a helper"),
        pytest.param("财政局已经把钱拨下来了。", id="who has paid"),
        pytest.param("林业局上个月就干完了。", id="who has done his part"),
        pytest.param("供水站去年受了表彰。", id="who was praised"),
        pytest.param("水利局不用管。", id="who is spared"),
        pytest.param("供水站动作慢了半拍。\n下面讲第二件事。", id="another paragraph"),
        pytest.param("供水站任务最重。", id="who has most to do may have to be relieved"),
        pytest.param("供水站人手少。", id="who is short of hands"),
        pytest.param("暗访发现供水站走过场。", id="what has found it out is no part of the name"),
        pytest.param("供水站动作慢了半拍。第二，抓好教育。", id="a number within the paragraph"),
        pytest.param("供水站动作慢了半拍。这件事拖了三年。", id="not just before"),
        pytest.param("供水站不要等天热了才着急。（二）抓教育。", id="a number in brackets behind what it is not to do"),
    ],
)
def test_who_has_only_been_mentioned_is_not(rows: Rows, mentioned: str) -> None:
    assert [row for row in rows(mentioned + ACT) if not row.startswith("hard -: ")] == []


@pytest.mark.parametrize("spoken", ["供水站垫底。", "供水站不要等天热了才着急。"])
@pytest.mark.parametrize(
    "act",
    [
        pytest.param("对供水站，月底前约谈一次。", id="what is done to it"),
        pytest.param("要派督查组进驻，6月底前完成督查3轮。", id="who is sent there"),
        pytest.param("要帮它补短板，年底前投入300万元。", id="help"),
        pytest.param("要在全县推开，年底前覆盖30个村。", id="the whole county"),
        pytest.param("第二，关于教育，年底前新建学校3所。", id="another topic"),
        pytest.param("水库蓄水要在6月底前达到3000万方。", id="a matter with its own measure"),
        pytest.param("要严肃问责，月底前问责12人。", id="punishment"),
    ],
)
def test_what_others_do_about_it_is_not_asked_of_it(rows: Rows, spoken: str, act: str) -> None:
    assert [row for row in rows(spoken + act) if not row.startswith("hard -: ")] == []


@pytest.mark.parametrize("act", ["年底前新建学校3所。", "月底前调整12人。", "年底前招录3名。"])
def test_who_is_found_wanting_is_asked_only_to_make_good(rows: Rows, act: str) -> None:
    assert rows(f"供水站走过场。{act}")[-1].startswith("hard -: ")
    assert rows("供水站走过场。月底前整改12项。")[-1].startswith("hard 供水站: ")


@pytest.mark.parametrize("charged", ["住建局牵头抓征收。", "住建局要抓征收。", "一、住建局\n"])
@pytest.mark.parametrize("spoken", ["供水站没有动静。", "供水站不要等天热了才着急。"])
def test_who_has_been_put_in_charge_gives_way_to_neither(rows: Rows, charged: str, spoken: str) -> None:
    assert rows(f"{charged}{spoken}{ACT}")[-1].startswith("hard 住建局: ")


def test_a_vacant_post_is_filled_by_its_body(rows: Rows) -> None:
    assert rows("校医缺岗12人。年底前补3人。")[-1].startswith("hard -: ")
    assert rows("二车间安全员缺岗。年底前补3人。")[-1].startswith("hard 二车间: ")


def test_who_is_put_in_charge_since_is_asked(rows: Rows) -> None:
    assert rows(f"供水站动作慢了半拍。水利局要顶上去。{ACT}")[-1].startswith("hard 水利局: ")


def test_the_people_of_a_body_that_are_to_write_it_down_stand_for_it(rows: Rows) -> None:
    assert rows(f"请供水站的同志拿笔记一下：{ACT}")[-1].startswith("hard 供水站: ")
    assert not rows(f"还有一条请你们记一下：{ACT}")[-1].startswith("hard 还")


@pytest.mark.parametrize("acts", ["10天之内各补2人。", "10天之内要各补2人。"])
def test_each_takes_up_all_who_have_been_told_of(rows: Rows, acts: str) -> None:
    assert rows(f"一车间、二车间安全员缺岗，查出来不是一天两天了。{acts}")[-1].startswith("hard 一车间、二车间: ")


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        pytest.param("（二）公路养护段", "公路养护段", id="a crew"),
        pytest.param("（二）各接种点。", "各接种点", id="each of a class"),
        pytest.param("（二）三车间", "三车间", id="one of several"),
        pytest.param("（二）空心村", "-", id="a kind of place"),
        pytest.param("（二）经济强镇", "-", id="a kind of town"),
        pytest.param("（二）乡镇防疫站", "-", id="a class of posts"),
        pytest.param("（二）扶贫车间", "-", id="a kind of workshop"),
        pytest.param("（二）文化馆", "-", id="a house"),
        pytest.param("（二）各项工作", "-", id="no people"),
    ],
)
def test_a_heading_that_is_nothing_but_a_name_owns_its_item(rows: Rows, heading: str, owner: str) -> None:
    assert rows(f"（一）县疾控中心\n10月底前接种4.8万剂。\n{heading}\n报警装置11月10日前配齐。")[-1].startswith(f"hard {owner}: ")


def test_what_is_built_below_a_heading_is_no_owner(rows: Rows) -> None:
    assert rows("一、供水站\n年内新建12座。") == ["hard -: 新建12座 [12座] by 2025-12-31"]
    assert rows("一、供水站\n年内清淤3公里。") == ["hard 供水站: 清淤3公里 [3公里] by 2025-12-31"]
