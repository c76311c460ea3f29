"""The audit: samples, judgements, intervals and coverage, each on figures worked out by hand."""

from __future__ import annotations

import math
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas
import pytest

from commitments import audit, showing
from commitments.audit import Archive
from commitments.audit_sheet import judged_sample, read_sheet, sample_cards, write_sheet
from commitments.errors import LedgerError, OptionError, SourceError
from commitments.pipeline import Extraction
from commitments.ruledata import RuleSet

needs_plots = pytest.mark.skipif(find_spec("matplotlib") is None, reason="the extra `notebooks` is not installed: no matplotlib")
PAGE = (
    "在全县春耕工作会议上的讲话\n同志们：\n去年全县共投入资金3000万元，修复渠道46公里。\n"
    "农业农村局要在4月底前备足良种800吨。供销社要每周通报一次化肥库存。\n气象局要成立专班。\n"
)


@pytest.fixture
def archive(read_speech: Callable[..., Extraction], rules: RuleSet) -> Archive:
    return Archive({"春耕": read_speech(PAGE, "2025-02-20")}, rules=rules)


def table(*groups: tuple[str, int, float]) -> pandas.DataFrame:
    """Return a table of rows: so many of each site, with one confidence."""
    lines = [
        {
            "doc_id": site,
            "site": site,
            "level": "hard",
            "confidence": confidence,
            "id": f"{site}{number}",
            "rules": f"r.{site}",
            "action": "a",
        }
        for site, count, confidence in groups
        for number in range(count)
    ]
    return pandas.DataFrame(lines)


def judged(*groups: tuple[str, int, float, list[str]]) -> pandas.DataFrame:
    """Return a sample with judgements: site, rows that it has, confidence, and a judgement for each row that was drawn."""
    lines = [
        {
            "site": site,
            "level": "hard",
            "confidence": confidence,
            "rules": f"r.{site};r.all",
            "stratum": site,
            "stratum_rows": count,
            "judgement": said,
        }
        for site, count, confidence, judgements in groups
        for said in judgements
    ]
    return pandas.DataFrame(lines)


def test_each_stratum_gives_its_share_but_at_least_two_rows() -> None:
    sample = audit.draw_sample(table(("big", 80, 0.9), ("small", 16, 0.9), ("tiny", 4, 0.9)), 25, by=["site"])
    assert sample["site"].value_counts().to_dict() == {"big": 20, "small": 4, "tiny": 2}
    assert list(sample["number"]) == list(range(1, 27))
    assert sample.drop_duplicates("stratum").set_index("stratum")["stratum_rows"].to_dict() == {"big": 80, "small": 16, "tiny": 4}


def test_the_sample_depends_on_the_seed_alone_and_not_on_the_order_of_rows() -> None:
    rows = table(("a", 60, 0.9), ("b", 60, 0.9))
    first = audit.draw_sample(rows, 20, by=["site"])
    shuffled = audit.draw_sample(rows.sample(frac=1, random_state=3), 20, by=["site"])
    other = audit.draw_sample(rows, 20, by=["site"], seed=7)
    assert list(first["id"]) == list(shuffled["id"]) != list(other["id"])
    assert first["id"].is_unique


def test_no_stratum_gives_more_rows_than_it_has() -> None:
    assert len(audit.draw_sample(table(("a", 1, 0.9), ("b", 3, 0.9)), 100, by=["site"])) == 4
    assert len(audit.draw_sample(table(("a", 5, 0.9)), 3, by=[])) == 3


@pytest.mark.parametrize(("size", "by", "problem"), [(0, ["site"], "a size of 0"), (5, ["county"], "no column county")])
def test_a_sample_that_cannot_be_drawn_is_refused(size: int, by: list[str], problem: str) -> None:
    with pytest.raises(OptionError, match=problem):
        audit.draw_sample(table(("a", 5, 0.9)), size, by=by)


@pytest.mark.parametrize(
    ("said", "kept"),
    [("right", "right"), (" Right ", "right"), ("owner；deadline", "owner;deadline"), ("owner;owner", "owner"), ("", "")],
)
def test_a_judgement_is_kept_in_its_fixed_form(said: str, kept: str) -> None:
    sample = audit.draw_sample(table(("a", 3, 0.9)), 3, by=[])
    assert audit.judge(sample, {2: said})["judgement"].tolist() == ["", kept, ""]


@pytest.mark.parametrize(
    ("number", "said", "problem"), [(1, "wrong", "is no judgement"), (1, "right;owner", "is no judgement"), (9, "right", "no such row")]
)
def test_what_is_no_judgement_is_refused(number: int, said: str, problem: str) -> None:
    with pytest.raises(OptionError, match=problem):
        audit.judge(audit.draw_sample(table(("a", 3, 0.9)), 3, by=[]), {number: said})


@pytest.mark.parametrize(
    ("share", "size", "low", "high"),
    [
        (0.5, 10, 0.2366, 0.7634),  # Wilson's own formula by hand: (0.5 + 0.19207) / 1.38415 -+ 1.38415⁻¹ · 1.96 · √(0.025 + 0.0096)
        (1.0, 10, 0.7225, 1.0),
        (0.0, 10, 0.0, 0.2775),
        (0.9, 100, 0.8256, 0.9448),
        (0.7, 0, 0.0, 1.0),
    ],
)
def test_wilson_intervals(share: float, size: float, low: float, high: float) -> None:
    assert audit.wilson(share, size) == pytest.approx((low, high), abs=1e-4)


def test_rows_count_with_how_many_they_stand_for() -> None:
    sample = judged(("big", 90, 0.9, ["right", "right", "owner"]), ("small", 10, 0.9, ["no commitment", "right"]))
    figures = audit.precision(sample).set_index("measure")
    assert figures.loc["all right", "value"] == pytest.approx((60 + 5) / 100)
    assert figures.loc["is a commitment", "value"] == pytest.approx(0.95)
    assert figures.loc["owner", "value"] == pytest.approx(60 / 90 * 90 / 95 + 5 / 95)  # of the rows that are commitments
    effective = 100**2 / (3 * 30**2 + 2 * 5**2)
    assert (figures.loc["all right", "low"], figures.loc["all right", "high"]) == pytest.approx(audit.wilson(0.65, effective))
    assert figures.loc["all right", "judged"] == 5


def test_rows_that_nobody_judged_do_not_count() -> None:
    sample = judged(("a", 40, 0.9, ["right", "right", "", ""]), ("b", 10, 0.9, ["owner", ""]))
    assert audit.precision(sample).set_index("measure").loc["all right", "value"] == pytest.approx(0.8)
    assert audit.precision(sample, "site").set_index(["site", "measure"]).loc[("b", "all right"), "value"] == 0.0


def test_without_judgements_there_are_no_figures() -> None:
    sample = judged(("a", 40, 0.9, ["", ""]))
    assert audit.precision(sample)["value"].isna().all()
    assert audit.cause_table(sample).empty
    assert audit.calibration(sample).empty


def test_causes_are_counted_with_the_rules_that_made_the_rows() -> None:
    sample = judged(("a", 10, 0.9, ["owner;deadline", "owner", "right", "right"]))
    causes = audit.cause_table(sample).set_index("cause")
    assert causes["rows"].to_dict() == {"owner": 2, "deadline": 1}
    assert causes.loc["owner", "value"] == 0.5
    assert causes.loc["owner", "rules"] == "r.a 2, r.all 2"


def test_calibration_compares_confidence_with_the_share_that_is_right() -> None:
    sample = judged(
        ("sure", 4, 0.9, ["right"] * 3 + ["owner"]), ("unsure", 4, 0.5, ["right", "owner"]), ("limit", 2, 1.0, ["right", "right"])
    )
    bands = audit.calibration(sample)
    assert bands[["from", "to", "judged"]].to_numpy().tolist() == [[0.0, 0.6, 2], [0.9, 1.0, 6]]
    assert bands["value"].tolist() == pytest.approx([0.5, 5 / 6])
    assert bands.attrs["expected_error"] == pytest.approx((4 * 0 + 6 * abs((4 * 0.9 + 2 * 1.0) / 6 - 5 / 6)) / 10)


def test_coverage_lists_clauses_with_a_figure_or_a_date_and_what_became_of_them(archive: Archive) -> None:
    covered = audit.coverage(archive).set_index("clause")
    assert covered.loc["农业农村局要在4月底前备足良种800吨", ["figures", "dates", "gave_row", "reason"]].tolist() == [
        "800吨",
        "4月底前",
        True,
        "",
    ]
    assert covered.loc["修复渠道46公里", ["gave_row", "reason"]].tolist() == [False, "past"]
    assert "气象局要成立专班" not in covered.index  # neither figure nor date
    assert "供销社要每周通报一次化肥库存" in covered.index
    counts = audit.coverage_table(audit.coverage(archive)).set_index("what became of it")
    assert counts["clauses"].to_dict() == {"gave a row": 2, "past": 2}
    assert math.isclose(counts["share"].sum(), 1)


def test_let_go_clauses_are_drawn_by_reason(archive: Archive) -> None:
    covered = audit.coverage(archive)
    assert len(audit.draw_let_go(covered, "past", 1)) == 1
    assert audit.draw_let_go(covered, "past")["clause"].str.contains("去年|修复").all()
    assert audit.draw_let_go(covered, "agenda").empty


def test_the_row_table_has_one_line_a_row(archive: Archive) -> None:
    rows = audit.row_table(archive)
    assert rows[["level", "owner", "action"]].to_numpy().tolist()[0] == ["hard", "农业农村局", "备足良种800吨"]
    assert len(rows) == len(list(archive.commitments())) == 3


def test_a_folder_is_read_and_failures_are_named(tmp_path: Path) -> None:
    (tmp_path / "春耕.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "空.txt").write_text("", encoding="utf-8")
    (tmp_path / "下级").mkdir()
    (tmp_path / "下级" / "春耕.txt").write_text(PAGE, encoding="utf-8")
    found = audit.read_archive(tmp_path, date="2025-02-20")
    assert len(found.speeches) == 2  # two files of one name are two speeches
    assert ["空.txt" in str(error) for error in found.failures] == [True]
    with pytest.raises(SourceError):
        audit.read_archive(tmp_path / "none")


def test_the_corpus_means_its_dev_split_and_is_judged_by_its_gold() -> None:
    root = Path(__file__).parents[1] / "corpus"
    archive = audit.read_archive(root)
    assert archive.gold is not None and {speech.split for speech in archive.gold.speeches} == {"dev"}
    rows = audit.row_table(archive)
    sample = judged_sample(audit.draw_sample(rows, len(rows)), archive)
    assert (sample["judgement"] != "").all()
    right = audit.precision(sample).set_index("measure").loc["all right", "value"]
    assert right == pytest.approx((sample["judgement"] == "right").mean())
    assert right > 0.5


@pytest.fixture
def sample(archive: Archive) -> pandas.DataFrame:
    return audit.draw_sample(audit.row_table(archive), 10)


def test_a_sheet_is_written_filled_in_and_read_again(sample: pandas.DataFrame, archive: Archive, tmp_path: Path) -> None:
    sheet = tmp_path / "判断.csv"
    assert judged_sample(sample, archive, sheet)["judgement"].tolist() == ["", "", ""]  # not there yet, and no gold
    write_sheet(sample, sheet)
    text = sheet.read_text(encoding="utf-8-sig")
    lines = text.splitlines()
    assert lines[0].startswith("number,judgement,doc_id")
    sheet.write_text("\n".join([lines[0], lines[1].replace("1,,", "1,right,", 1), *lines[2:]]), encoding="gb18030")
    assert judged_sample(sample, archive, sheet)["judgement"].tolist() == ["right", "", ""]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("number,id\n1,a\n", "no column judgement"),
        ("judgement,id\nright,none\n", "not in the sample"),
        ("judgement,id\nmaybe,{id}\n", "is no judgement"),
    ],
)
def test_a_wrong_sheet_is_refused_naming_the_line(content: str, problem: str, sample: pandas.DataFrame, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(content.replace("{id}", sample["id"][0]), encoding="utf-8")
    with pytest.raises(LedgerError, match=problem) as caught:
        read_sheet(sample, tmp_path / "a.csv")
    assert caught.value.place.startswith(f"{tmp_path / 'a.csv'}:")


def test_cards_show_evidence_slots_and_judgement(sample: pandas.DataFrame, archive: Archive) -> None:
    markup = sample_cards(audit.judge(sample, {1: "owner"}), archive)._repr_html_()
    assert ">农业农村局</mark>" in markup and ">800吨</mark>" in markup
    assert "2025-04-30" in markup and ">owner</b>" in markup


def test_marked_text_is_escaped_and_inner_colours_lie_on_outer_ones() -> None:
    text = "甲<b>乙丙"
    found = showing.marked(text, [((0, 6), "action", ""), ((4, 5), "quantity", 'x"y')])
    assert found == (
        '<mark style="background:#fff1b8" title="action">甲&lt;b&gt;</mark>'
        '<mark style="background:#c9efcf" title="x&quot;y">乙</mark><mark style="background:#fff1b8" title="action">丙</mark>'
    )


@needs_plots
def test_a_label_without_a_font_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "chinese_fonts", lambda: ())
    assert showing.label("供销社", "owner 1") == "owner 1"
    assert showing.label("c01", "speech 1") == "c01"


@needs_plots
@pytest.mark.filterwarnings("error")
def test_every_picture_is_drawn_also_from_empty_tables(archive: Archive) -> None:
    from commitments import audit_plots

    rows = audit.row_table(archive)
    sample = audit.judge(audit.draw_sample(rows, 10), {1: "right", 2: "owner", 3: "no commitment"})
    covered = audit.coverage(archive)
    empty: list[Any] = [
        audit_plots.plot_rows(rows[:0]),
        audit_plots.plot_precision(audit.precision(sample.assign(judgement=""))),
        audit_plots.plot_causes(audit.cause_table(sample.assign(judgement=""))),
        audit_plots.plot_coverage(covered[:0]),
        audit_plots.plot_calibration(audit.calibration(sample.assign(judgement=""))),
    ]
    full = [
        audit_plots.plot_rows(rows),
        audit_plots.plot_precision(audit.precision(sample, "level")),
        audit_plots.plot_causes(audit.cause_table(sample)),
        audit_plots.plot_coverage(covered),
        audit_plots.plot_calibration(audit.calibration(sample)),
    ]
    for picture in [*empty, *full]:
        assert picture._repr_png_().startswith(b"\x89PNG")
