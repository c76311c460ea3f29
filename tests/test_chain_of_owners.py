"""Who owns what in a chain of clauses: subjects that come back, that are told of first, and that are named behind their tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize("also", ["另外还", "同时还", "单独", "除此之外也"])
def test_one_of_those_named_before_has_more_to_do(rows: Rows, also: str) -> None:
    found = rows(f"水务公司、燃气公司要在7月底前完成测绘；燃气公司{also}要新建调压站15座，11月底前建成。")
    assert [row.split(":")[0] for row in found] == ["hard 水务公司、燃气公司", "hard 燃气公司", "hard 燃气公司"]


@pytest.mark.parametrize(
    ("topic", "owner"),
    [
        ("校车安全归交警大队", "交警大队"),
        ("道路这一块归交通局", "交通局"),
        ("冬季用煤归供热公司", "供热公司"),
    ],
)
def test_to_whom_a_topic_belongs_owns_what_follows(rows: Rows, topic: str, owner: str) -> None:
    assert rows(f"{topic}，8月底前检修210台。")[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize("manner", ["一井一册", "一桥一策", "一户一档"])
def test_one_by_one_is_how_the_agent_acts(rows: Rows, manner: str) -> None:
    assert rows(f"古井一共46口，由文管所{manner}建立档案，每季度巡查两次。")[-1].startswith("hard 文管所: ")


@pytest.mark.parametrize(
    ("behind", "owner"),
    [
        ("由各街道具体实施，交警大队配合", "各街道"),
        ("由商务局组织实施", "商务局"),
        ("由商务局承办", "商务局"),
        ("文旅局牵头，各乡镇配合", "文旅局"),
        ("由文旅局牵头，各乡镇具体落实", "文旅局"),
    ],
)
def test_who_is_named_behind_the_tasks(rows: Rows, behind: str, owner: str) -> None:
    found = rows(f"民政局要6月底前摸清底数。今年要新建礼堂20个，改造书屋30个，{behind}。", "2025-03-10")
    assert [row.split(":")[0].split("+")[0] for row in found] == ["hard 民政局", f"hard {owner}", f"hard {owner}"]


def test_who_leads_in_the_middle_does_what_follows(rows: Rows) -> None:
    assert rows("今年新建礼堂20个。由文旅局牵头，12月底前建成书屋30个。")[0].startswith("hard -: ")


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        ("图书馆是全县的脸面，要", "图书馆"),
        ("桥西街道去年已经迁了400座，走在了前头，", "桥西街道"),
        ("财政局手里攥着2000万元的奖补资金，", "财政局"),
        ("各乡镇照着县里的样子做，", "各乡镇"),
        pytest.param("园区是工业发展的主阵地，要", "民政局", id="a place is no one to act"),
    ],
)
def test_who_is_told_of_first_acts_next(rows: Rows, told: str, owner: str) -> None:
    found = rows(f"民政局要6月底前摸清底数。{told}9月底前完成150处。", "2025-03-10")
    assert len(found) == 2
    assert found[-1].startswith(f"hard {owner}: ")


@pytest.mark.parametrize(
    ("period", "rest", "count"),
    [
        ("下半年", "把剩下的8个改完", 1),
        ("三季度", "再改造8个", 1),
        pytest.param("下半年", "改造了8个", 0, id="told as well"),
    ],
)
def test_a_later_period_has_what_an_earlier_one_left(rows: Rows, period: str, rest: str, count: int) -> None:
    assert len(rows(f"住建局上半年改造了6个小区，{period}{rest}。", "2025-07-10")) == count


def test_what_somebody_goes_on_to_say_is_told(rows: Rows) -> None:
    assert rows("航运公司的同志叫苦，说一条船一年亏四万块。") == []
    assert len(rows("渡口办要说到做到，6月底前建成码头3处。")) == 1
