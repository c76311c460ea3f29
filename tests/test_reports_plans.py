"""Plans of the coming year in reports: which year a task is for, whose it is, and how much of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rows = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("今年政府将新建码头3座。", ["hard 政府: 新建码头3座 [3座] by 2025-12-31"], id="who acts this year"),
        pytest.param("今年重点改造渡口12处。", ["hard -: 重点改造渡口12处 [12处] by 2025-12-31"], id="what is done above all"),
        pytest.param("今年重点工作头绪很多，要办好9件实事。", ["hard -: 办好9件实事 [9件]"], id="of which year the work is"),
        pytest.param(
            "今年航务局每季度召开一次船东恳谈会。",
            ["hard 航务局: 召开一次船东恳谈会 every FREQ=MONTHLY;INTERVAL=3"],
            id="a year around a rhythm",
        ),
        pytest.param(
            "今年要建成每天处理60吨的油污站。", ["hard -: 建成每天处理60吨的油污站 [60吨] by 2025-12-31"], id="a rhythm in the object"
        ),
        pytest.param(
            "今年要解决9.5万群众过河问题。", ["hard -: 解决9.5万群众过河问题 [9.5万群众] by 2025-12-31"], id="people without a classifier"
        ),
        pytest.param(
            "下半年要抓好以下工作。茶叶加工产值与种植产值比达2:1以上。",
            ["hard -: 茶叶加工产值与种植产值比达2:1以上 [2]"],
            id="so much to one",
        ),
    ],
)
def test_years_and_figures_of_reports(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "每个镇街建2个驿站，实现85%以上的村达标，改造渡口120处。",
            ["hard 镇街: 建2个驿站 [2个]", "hard -: 实现85%以上的村达标 [85%以上]", "hard -: 改造渡口120处 [120处]"],
            id="what all together reach is no longer of each",
        ),
        pytest.param(
            "每个镇街建2个驿站，新添车辆3台以上。",
            ["hard 镇街: 建2个驿站 [2个]", "hard 镇街: 新添车辆3台以上 [3台以上]"],
            id="so many more for each",
        ),
        pytest.param(
            "各镇街建2个驿站，拿出不低于5%的经费管护。",
            ["hard 各镇街: 建2个驿站 [2个]", "hard 各镇街: 拿出不低于5%的经费管护 [不低于5%]"],
            id="a share that all of them give",
        ),
    ],
)
def test_what_each_does_and_what_all_reach(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows("下半年要抓好以下工作。" + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "改造渡口45个，完成投资5亿元，其中千万元以上6个。",
            ["hard -: 改造渡口45个 [45个; 6个]", "hard -: 完成投资5亿元 [5亿元]"],
            id="a part of what was counted before the sum",
        ),
        pytest.param(
            "改造渡口45个，新添渡工70名，其中女渡工9名。",
            ["hard -: 改造渡口45个 [45个]", "hard -: 新添渡工70名，其中女渡工9名 [70名; 9名]"],
            id="a part of what stands right before",
        ),
        pytest.param("新增产值50亿元以上3家、10亿元以上9家。", ["hard -: 新增产值50亿元以上3家、10亿元以上9家 [3家; 9家]"], id="classes"),
        pytest.param("按照每人每天补助不低于9元的标准，管好渡工食堂。", [], id="by what standard"),
        pytest.param("充分发挥9家航运企业的带动作用，促进沿江发展。", [], id="what there is shall take effect"),
        pytest.param("继续围绕6个重点渡口，推进航道整治。", [], id="around what the work goes on"),
        pytest.param("实施千人出海研修计划、船长培养计划。", [], id="a round number in one name of several"),
        pytest.param("确保北港综保区年底封关运作。", ["hard -: 北港综保区年底封关运作 by 2025-12-31"], id="closed by the customs"),
    ],
)
def test_parts_and_classes_of_plans(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows("下半年要抓好以下工作。" + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "今年要抓好渡运。淘汰全县排放超标的26台旧机。",
            ["hard -: 淘汰全县排放超标的26台旧机 [26台]"],
            id="a verb and its sentence's end",
        ),
        pytest.param(
            "今年要抓好渡运。完成新船入列30艘以上、老船改装70艘以上的硬任务。",
            ["hard -: 完成新船入列30艘以上、老船改装70艘以上的硬任务 [30艘以上; 70艘以上]"],
            id="figures inside the object",
        ),
        pytest.param("今年要抓好渡运。排放超标的26台旧机。", [], id="no verb opens it"),
        pytest.param(
            "今年要抓好渡运。集中力量抓好总投资30亿元的9个码头，力争新开工4个。",
            ["hard -: 集中力量抓好总投资30亿元的9个码头 [9个]", "hard -: 新开工4个 [4个]"],
            id="a manner before the verb",
        ),
        pytest.param(
            "今年要抓好渡运。尽快更换排放超标的5台旧机。",
            ["hard -: 尽快更换排放超标的5台旧机 [5台]"],
            id="a vague time before the verb",
        ),
        pytest.param(
            "今年要抓好渡运。解决县属和已改制航运企业退休人员的医保问题；建设码头3座。",
            ["hard -: 建设码头3座 [3座]"],
            id="the past in what describes the object",
        ),
        pytest.param(
            "今年要抓好渡运。抓好30个码头特别是9个老码头建设。", ["hard -: 抓好30个码头特别是9个老码头建设 [30个; 9个]"], id="above all"
        ),
        pytest.param(
            "筹集共有产权住房300套，发放租房补贴900户以上。",
            ["hard -: 筹集共有产权住房300套 [300套]", "hard -: 发放租房补贴900户以上 [900户以上]"],
            id="owned together",
        ),
        pytest.param("全市共有码头300座。", [], id="how many there are"),
        pytest.param("整修码头9座，新修便道12条。", ["hard -: 整修码头9座 [9座]", "hard -: 新修便道12条 [12条]"], id="verbs of mending"),
    ],
)
def test_verbs_and_objects_of_plans(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "改造码头12处，惠及4万户船家，新建候船室5座。",
            ["hard -: 改造码头12处 [12处]", "hard -: 惠及4万户船家 [4万户]", "hard -: 新建候船室5座 [5座]"],
            id="whom it reaches",
        ),
        pytest.param(
            "新建住房700套，让900户船家搬上岸。",
            ["hard -: 新建住房700套 [700套]", "hard -: 让900户船家搬上岸 [900户]"],
            id="what comes of it",
        ),
        pytest.param("改造码头12处，让群众少走路。", ["hard -: 改造码头12处 [12处]"], id="nobody is counted"),
        pytest.param(
            "今年要解决3万山区、库区群众过河问题。",
            ["hard -: 解决3万山区、库区群众过河问题 [3万] by 2025-12-31"],
            id="people of several places",
        ),
    ],
)
def test_what_comes_of_plans(rows: Rows, text: str, expected: list[str]) -> None:
    assert rows(text) == expected
