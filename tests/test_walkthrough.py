"""The walk through one speech: every stage's table says what that stage did."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from commitments import walkthrough
from commitments.walkthrough import Stages

PAGE = (
    "首页 > 领导讲话\n在全县防灭火工作会议上的讲话\n同志们：\n一、认清形势\n去年共处置火情14起。\n"
    "二、抓好落实\n林业局要会同各乡镇，在3月底前新建防火瞭望塔6座。\n上一篇：通知\n下一篇：公告\n"
)


@pytest.fixture
def stages(tmp_path: Path) -> Stages:
    path = tmp_path / "防火.txt"
    path.write_text(PAGE, encoding="utf-8")
    return walkthrough.read_stages(path, date="2025-01-15")


def test_the_facts_name_site_title_and_date(stages: Stages) -> None:
    known = walkthrough.facts(stages)["value"]
    assert known["title"] == "在全县防灭火工作会议上的讲话"
    assert known["speech date"].startswith("2025-01-15")


def test_what_was_cut_is_marked_and_counted(stages: Stages) -> None:
    removed = walkthrough.removed_table(stages)
    assert removed["characters"].sum() == sum(cut.end - cut.start for cut in stages.found.speech.removed)
    assert "上一篇" in walkthrough.page_view(stages)._repr_html_().partition('title="')[2]


def test_offsets_hold_on_the_page(stages: Stages) -> None:
    (line,) = walkthrough.offset_table(stages).to_dict("records")
    assert line["clean[start:end]"] == line["page[raw_start:raw_end]"]


def test_the_outline_counts_the_rows_below_each_heading(stages: Stages) -> None:
    table = walkthrough.outline_table(stages)
    assert table[["outline", "rows below"]].to_numpy().tolist() == [["一、认清形势", 0], ["二、抓好落实", 1]]


def test_clauses_say_what_became_of_them(stages: Stages) -> None:
    became = walkthrough.clause_table(stages).set_index("clause")
    assert became.loc["去年共处置火情14起", ["became", "why"]].tolist() == ["let go", "forward: past"]
    assert "hard" in became["became"].tolist()


def test_mentions_are_listed_with_value_and_rule(stages: Stages) -> None:
    found = walkthrough.mention_table(stages).set_index("words")["read as"]
    assert found["6座"] == "== 6 座"
    assert found["3月底前"] == "2025-03-31"


def test_the_ledger_and_the_marked_speech_show_the_row(stages: Stages) -> None:
    assert walkthrough.ledger_table(stages)["action"].tolist() == ["新建防火瞭望塔6座"]
    assert ">林业局</mark>" in walkthrough.speech_view(stages)._repr_html_()


@pytest.mark.skipif(find_spec("matplotlib") is None, reason="the extra `notebooks` is not installed: no matplotlib")
@pytest.mark.filterwarnings("error")
def test_the_pictures_are_drawn(stages: Stages, tmp_path: Path) -> None:
    assert walkthrough.plot_fates(stages)._repr_png_().startswith(b"\x89PNG")
    walkthrough.plot_deadlines(stages).save(tmp_path / "deadlines.svg")
    assert (tmp_path / "deadlines.svg").read_text(encoding="utf-8").lstrip().startswith("<?xml")
