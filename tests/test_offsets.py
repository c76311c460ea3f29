"""Runs, the editor that composes them, and the map from the clean text to the raw page."""

import pytest

from commitments.clean import clean_page
from commitments.editing import Draft, Edit, cut, gap, settled
from commitments.offsets import Run, to_raw
from commitments.ruledata import load_rules
from commitments.types import GAP_MARK, RawPage, Removed


@pytest.mark.parametrize(
    ("start", "end", "raw"),
    [(0, 3, (5, 8)), (1, 4, (6, 21)), (3, 7, (20, 24)), (2, 2, (7, 7)), (7, 7, (24, 24))],
)
def test_spans_map_through_runs(start: int, end: int, raw: tuple[int, int]) -> None:
    assert to_raw([Run(0, 5, 3), Run(3, 20, 4)], start, end) == raw


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        to_raw([Run(0, 0, 3)], 2, 1)


def test_an_inserted_mark_maps_between_its_neighbours() -> None:
    draft = Draft.of("要抓紧(略)落实").edited([gap(3, 6, "gap.hidden-here", None)])
    assert draft.text == f"要抓紧{GAP_MARK}落实"
    assert to_raw(draft.runs, 3, 6) == (6, 6)
    assert [(item.start, item.end, item.missing) for item in draft.gaps] == [(3, 6, None)]


def test_edits_of_later_drafts_still_point_into_the_raw_page() -> None:
    first = Draft.of("甲乙丙丁戊己").edited([cut(1, 2, "a"), cut(3, 4, "b")])
    second = first.edited([cut(1, 3, "c")])
    assert (first.text, second.text) == ("甲丙戊己", "甲己")
    assert second.runs == (Run(0, 0, 1), Run(1, 5, 1))
    assert [(item.text, item.rule) for item in second.removed] == [("乙", "a"), ("丁", "b"), ("丙", "c"), ("戊", "c")]


def test_of_two_edits_that_overlap_the_earlier_counts() -> None:
    assert Draft.of("甲乙丙丁").edited([cut(1, 3, "b"), cut(0, 2, "a")]).text == "丙丁"


def test_a_gap_inside_a_later_cut_is_gone_and_others_move() -> None:
    draft = Draft.of("前(一)中(二)后").edited([gap(1, 4, "g", 5), gap(5, 8, "g", 7)])
    assert [item.missing for item in draft.edited([cut(0, 5, "x")]).gaps] == [7]
    moved = draft.edited([Edit(0, 1, "", "x")]).gaps
    assert [(item.start, item.missing) for item in moved] == [(0, 5), (4, 7)]


def test_white_space_goes_with_the_removal_it_touches() -> None:
    raw = "首页\n\n文"
    removed = [Removed(3, 4, "\n", "space.blank"), Removed(0, 3, "首页\n", "line.menu")]
    assert settled(removed, raw) == (Removed(0, 4, "首页\n\n", "line.menu"),)


PAGES = [
    "在全县水利会上的讲话\n同志们：\n　　水利局要在 5 月底前完成清淤12公里，\n　　不得拖延。\n上一篇：通知",
    "标题: 在会上的讲话 [打印本页]\n同志们：\n各镇要【更多材料，微信：abcd123】抓紧，6月底前完成(…省略20字…)改造30户。\n谢谢大家！",
    "各位代表：\r\n现在报告工作。&ldquo;十件实事&rdquo;全部办结。\r\n\r\n— 3 —\r\n请予审议。",
]


@pytest.mark.parametrize("page", PAGES)
def test_every_clean_character_is_found_on_the_page(page: str) -> None:
    speech = clean_page(RawPage(page), load_rules())
    inserted = set(range(len(speech.text)))
    for run in speech.runs:
        assert speech.text[run.clean : run.clean + run.length] == page[run.raw : run.raw + run.length]
        inserted -= set(range(run.clean, run.clean + run.length))
    assert {speech.text[index] for index in inserted} <= set(f"{GAP_MARK}\n“”")


@pytest.mark.parametrize("page", PAGES)
def test_kept_and_removed_together_are_the_page(page: str) -> None:
    speech = clean_page(RawPage(page), load_rules())
    places = [index for run in speech.runs for index in range(run.raw, run.raw + run.length)]
    places += [index for item in speech.removed for index in range(item.start, item.end)]
    assert sorted(places) == list(range(len(page)))
    assert all(item.rule and page[item.start : item.end] == item.text for item in speech.removed)
