"""Evaluation end to end on small corpora made here, and its parts: intervals, texts, agreement, floors, frames."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from commitments.errors import LedgerError, OptionError, SourceError
from commitments.evaluate import agreement_of, check_floors, evaluate_files, main
from commitments.evaluation.agreement import clause_spans, compare_clauses, kappa
from commitments.evaluation.corpus import read_corpus, split_hash
from commitments.evaluation.floors import below, floors_text, read_floors
from commitments.evaluation.frames import evaluate_frames, figure_frame, group_frame, row_frame, rule_frame
from commitments.evaluation.intervals import bootstrap
from commitments.evaluation.texts import compare_characters, compare_outlines
from commitments.gold import GoldHeading
from commitments.ledger import Ledger
from commitments.pipeline import extract_page
from commitments.reading import read_page
from commitments.ruledata import load_rules

SENTENCES = {
    "p1": "渔政站要在8月底前清理违规网箱40个。",
    "p2": "林场要在10月底前抚育幼林600亩。",
    "p3": "粮库要在11月底前收储稻谷900吨。",
}
ACTIONS = {
    "p1": ("渔政站", "清理违规网箱40个", 40, "个", "8月底前", "08-31"),
    "p2": ("林场", "抚育幼林600亩", 600, "亩", "10月底前", "10-31"),
    "p3": ("粮库", "收储稻谷900吨", 900, "吨", "11月底前", "11-30"),
}


def gold_row(name: str, **fields: Any) -> dict[str, Any]:
    owner, action, value, unit, text, day = ACTIONS[name]
    quantity = {"text": f"{value}{unit}", "value": value, "unit": unit, "comparator": "==", "kind": "count", "delta": False}
    deadline = {"text": text, "start": None, "end": f"2025-{day}", "recurrence": [], "times": None}
    base = {"level": "hard", "owner": [owner], "owner_kind": "explicit", "co_owners": [], "matter": "", "action": action}
    return {**base, "quantities": [quantity], "deadline": deadline, "evidence": SENTENCES[name], **fields}


def speech(name: str, *rows: dict[str, Any]) -> str:
    return json.dumps({"doc_id": name, "speech_date": "2025-06-10", "commitments": rows}, ensure_ascii=False) + "\n"


def text(name: str) -> str:
    return f"在全镇工作会议上的讲话\n同志们：\n今天的会议很重要，大家要认真领会。\n{SENTENCES[name]}\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    for folder in ("pages", "clean", "gold", "outline"):
        (root / folder).mkdir(parents=True)
    index = []
    for name, split in (("p1", "dev"), ("p2", "dev"), ("p3", "test")):
        (root / "pages" / f"{name}.txt").write_text(f"首页 > 领导讲话\n{text(name)}上一篇：通知\n", encoding="utf-8")
        (root / "clean" / f"{name}.txt").write_text(text(name), encoding="utf-8")
        with (root / "gold" / f"{split}.jsonl").open("a", encoding="utf-8") as file:
            file.write(speech(name, gold_row(name)))
        (root / "outline" / f"{split}.jsonl").write_text(f'{{"doc_id": "{name}", "headings": []}}\n', encoding="utf-8")
        keys = {
            "id": name,
            "title": "",
            "site": f"site-{name}",
            "subject": name,
            "speaker": "",
            "kind": "",
            "script": "simplified",
            "split": split,
        }
        index += ["[[speech]]", *(f'{key} = "{value}"' for key, value in keys.items())]
    (root / "index.toml").write_text("\n".join(index), encoding="utf-8")
    return root


def test_page_and_clean_text_are_scored_and_a_corpus_folder_means_dev(corpus: Path) -> None:
    report = evaluate_files(corpus, None, load_rules())
    assert [view.name for view in report.views] == ["page", "clean"]
    assert [score.doc_id for score in report.main.speeches] == ["p1", "p2"]
    assert report.main.figures()["tuple_f1"].value == 1.0
    assert [(item.gold, item.both) for item in report.cleaning] == [(len(text(name).strip()),) * 2 for name in ("p1", "p2")]
    assert report.main.groups("site").keys() == {"site-p1", "site-p2"}


def test_a_worse_page_lowers_the_page_view_and_leaves_the_clean_view_alone(corpus: Path) -> None:
    page = corpus / "pages" / "p1.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("40个", "4个"), encoding="utf-8")
    page_view, clean_view = evaluate_files(corpus, None, load_rules()).views
    assert (page_view.figures()["quantities"].value, clean_view.figures()["quantities"].value) == (0.5, 1.0)


def test_a_page_that_cannot_be_read_is_a_note_and_its_rows_are_missed(corpus: Path) -> None:
    (corpus / "pages" / "p1.txt").write_bytes(b"")
    report = evaluate_files(corpus, None, load_rules())
    assert "p1.txt" in report.notes[0] and "empty" in report.notes[0]
    assert report.main.figures()["hard_recall"].value == 0.5


def test_the_errors_of_the_test_split_are_withheld(corpus: Path) -> None:
    (corpus / "gold" / "test.jsonl").write_text(speech("p3", gold_row("p3", owner=["粮库"], action="稻谷")), encoding="utf-8")
    report = evaluate_files(corpus, None, load_rules(), split="test")
    assert report.main.errors() != []
    assert (report.errors(), report.as_dict()["errors"], len(row_frame(report))) == ([], [], 0)
    assert "not shown" in report.table("en", errors=True) and "稻谷" not in report.as_json()


def test_a_missed_row_says_why_and_an_extra_row_names_its_rules(corpus: Path) -> None:
    wrong = gold_row(
        "p1", action="大家要认真领会", evidence="今天的会议很重要，大家要认真领会。", owner=[], owner_kind="none", quantities=[]
    )
    wrong["deadline"] = None
    (corpus / "gold" / "dev.jsonl").write_text(speech("p1", {**wrong, "level": "soft"}) + speech("p2", gold_row("p2")), encoding="utf-8")
    missed, extra = evaluate_files(corpus, None, load_rules()).errors()
    assert (missed.verdict, bool(missed.reasons)) == ("missed", True)
    assert (extra.verdict, "link.clause" in extra.rules) == ("extra", True)


def ledger_of(corpus: Path) -> Ledger:
    return Ledger(
        tuple(
            row for name in ("p1", "p2") for row in extract_page(read_page(corpus / "pages" / f"{name}.txt"), date="2025-06-10").commitments
        )
    )


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_a_ledger_is_scored_like_the_run_that_made_it(corpus: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"ledger{suffix}"
    ledger_of(corpus).write(path)
    report = evaluate_files(corpus, path, load_rules())
    assert ([view.name for view in report.views], report.main.figures()["tuple_f1"].value) == (["pred"], 1.0)


def test_gold_scored_against_itself_is_perfect(corpus: Path) -> None:
    figures = evaluate_files(corpus, corpus / "gold" / "dev.jsonl", load_rules()).main.figures()
    assert {name: figures[name].value for name in ("hard_f1", "tuple_f1", "owner", "all_f1")} == dict.fromkeys(
        ("hard_f1", "tuple_f1", "owner", "all_f1"), 1.0
    )


def test_a_speech_without_predictions_counts_as_missed_and_is_named(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "pred.jsonl"
    path.write_text(speech("p1", gold_row("p1")), encoding="utf-8")
    report = evaluate_files(corpus, path, load_rules())
    assert (report.main.figures()["hard_recall"].value, report.notes) == (0.5, ("no row of the predictions is from: p2",))


def test_predictions_of_other_speeches_are_refused(corpus: Path, tmp_path: Path) -> None:
    path = tmp_path / "pred.jsonl"
    path.write_text(speech("elsewhere", gold_row("p1")), encoding="utf-8")
    with pytest.raises(LedgerError, match="none of its speeches has gold"):
        evaluate_files(corpus, path, load_rules())


def test_inferred_dates_are_scored(corpus: Path) -> None:
    report = evaluate_files(corpus, None, load_rules(), infer_dates=True)
    assert [(item.gold, item.predicted, item.both) for item in report.dates] == [(1, 0, 0), (1, 0, 0)]  # no page names a day
    assert report.main.figures()["deadline"].value == 0.0


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (lambda root: (root / "gold" / "dev.jsonl").unlink(), OptionError, "no speech is in 'dev'"),
        (lambda root: (root / "index.toml").write_text('[[speech]]\nid = "p1"', encoding="utf-8"), LedgerError, "field title"),
        (lambda root: (root / "index.toml").write_text("speech = [", encoding="utf-8"), LedgerError, "cannot be read"),
        (
            lambda root: (root / "gold" / "extra.jsonl").write_text(speech("p9"), encoding="utf-8"),
            LedgerError,
            "p9 of extra.jsonl is not in the index",
        ),
        (lambda root: (root / "gold" / "extra.jsonl").write_text(speech("p1"), encoding="utf-8"), LedgerError, "p1 is there twice"),
    ],
)
def test_a_wrong_corpus_is_refused(corpus: Path, change: Any, error: type[Exception], message: str) -> None:
    change(corpus)
    with pytest.raises(error, match=message):
        evaluate_files(corpus, None, load_rules())


def test_gold_without_page_and_text_needs_predictions(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(speech("p1", gold_row("p1")), encoding="utf-8")
    with pytest.raises(LedgerError, match="neither page nor clean text for p1; name the folder"):
        evaluate_files(path, None, load_rules())
    with pytest.raises(SourceError, match="no gold files"):
        (tmp_path / "empty").mkdir()
        evaluate_files(tmp_path / "empty", None, load_rules())


@pytest.mark.parametrize(("lang", "words"), [("en", ["tuple F1", "from the page", "soft rows"]), ("zh", ["三项全对 F1", "网页到台账"])])
def test_the_table_speaks_both_languages(corpus: Path, lang: Any, words: list[str]) -> None:
    table = evaluate_files(corpus, None, load_rules()).table(lang, errors=True)
    assert [word for word in words if word not in table] == []


def test_json_gives_figures_by_speech_site_and_subject(corpus: Path) -> None:
    found = json.loads(evaluate_files(corpus, None, load_rules()).as_json())
    page = found["views"]["page"]
    assert page["figures"]["tuple_f1"] == {"value": 1.0, "low": None, "high": None}
    assert [list(page[key]) for key in ("by_speech", "by_site", "by_subject")] == [["p1", "p2"], ["site-p1", "site-p2"], ["p1", "p2"]]


# Intervals


def share(counts: Any) -> dict[str, float | None]:
    return {"share": counts[0] / counts[1] if counts[1] else None}


def test_intervals_hold_the_value_are_the_same_every_time_and_shrink_with_more_speeches() -> None:
    few, many = [(1, 2), (2, 2), (0, 2), (2, 2), (1, 2)], [(1, 2), (2, 2), (0, 2), (2, 2), (1, 2)] * 10
    first, again, tight = (bootstrap(items, share)["share"] for items in (few, few, many))
    assert first == again and first.value == tight.value == 0.6
    assert first.low is not None and first.high is not None and tight.low is not None and tight.high is not None
    assert first.low < 0.6 < first.high and tight.high - tight.low < first.high - first.low


def test_fewer_than_five_speeches_have_no_interval() -> None:
    found = bootstrap([(1, 2)] * 4, share)["share"]
    assert (found.value, found.low, found.high) == (0.5, None, None)


def test_without_speeches_there_are_no_figures() -> None:
    assert bootstrap([], share) == {}


# Texts


@pytest.mark.parametrize(
    ("gold", "predicted", "both"),
    [
        ("甲乙丙。丁戊。", "甲乙丙。丁戊。", 7),
        ("甲乙丙。丁戊。", "广告。甲乙丙。丁戊。", 7),
        ("甲乙丙。丁戊。", "甲丙。丁戊。", 6),
        ("甲乙丙。丁戊。", "丁戊。甲乙丙。", 4),  # the order counts
        ("甲\n乙", "甲乙", 2),
        ("甲乙", "", 0),
        (" 甲乙\n", "甲乙", 2),
    ],
)
def test_characters_in_common(gold: str, predicted: str, both: int) -> None:
    found = compare_characters("a", gold, predicted)
    assert (found.gold, found.predicted, found.both) == (len(gold.strip()), len(predicted.strip()), both)


def heading(level: int, marker: str, title: str) -> GoldHeading:
    return GoldHeading(level=level, marker=marker, title=title)


def test_headings_are_right_by_level_marker_and_title() -> None:
    gold = [heading(1, "一、", "压实责任"), heading(2, "(一)", "抓进度"), heading(3, "一是", "严督查"), heading(1, "二、", "强保障")]
    predicted = [heading(1, "一、", "压实责任。"), heading(3, "(一)", "抓进度"), heading(3, "一是", "严考核"), heading(1, "二、", "强保障")]
    found = compare_outlines("a", gold, predicted)
    assert (found.gold, found.predicted, found.both) == (4, 4, 2)


# Agreement


def test_kappa_by_hand() -> None:
    # Agreed: (20 + 15) / 50 = 0.7. By chance: (25*30 + 25*20) / 2500 = 0.5. κ = 0.2 / 0.5.
    assert kappa([20, 5, 10, 15]) == 0.4
    assert kappa([0] * 9) is None
    assert kappa([7, 0, 0, 0, 0, 0, 0, 0, 0]) is None  # both call everything the same: nothing to agree on


def test_clauses_are_cut_where_the_guide_cuts() -> None:
    line = "抓招商、促投产，6月底前签约1,200户;办好“三件事”。"
    assert [line[start:end] for start, end in clause_spans(line)] == ["抓招商、促投产", "6月底前签约1,200户", "办好“三件事”"]


def test_clause_labels_by_hand() -> None:
    line = "会开了。成立专班，清理网箱40个，月底通报。"  # none, soft, hard, none
    first = [
        {"level": "soft", "action": "成立专班", "evidence": line[4:]},
        {"level": "hard", "action": "清理网箱40个", "evidence": line[4:]},
    ]
    second = [
        {"level": "hard", "action": "成立专班", "evidence": line[4:]},
        {"level": "hard", "action": "清理网箱40个", "evidence": line[4:]},
    ]
    assert compare_clauses(line, first, first) == (2, 0, 0, 0, 1, 0, 0, 0, 1)
    assert compare_clauses(line, first, second) == (2, 0, 0, 0, 0, 1, 0, 0, 1)


def test_the_second_annotation_is_held_against_the_gold(corpus: Path) -> None:
    assert agreement_of(read_corpus(corpus)) is None
    (corpus / "second").mkdir()
    (corpus / "second" / "b.jsonl").write_text(
        speech("p1", gold_row("p1")) + speech("p2", gold_row("p2", owner=[], owner_kind="none")), encoding="utf-8"
    )
    agreement = agreement_of(read_corpus(corpus))
    assert agreement is not None
    figures = agreement.figures()
    assert (figures["hard_f1"].value, figures["tuple_f1"].value, figures["owner"].value, figures["kappa"].value) == (1.0, 0.5, 0.5, 1.0)


# Floors


def with_floors(corpus: Path) -> Path:
    assert main(["--gold", str(corpus), "--set-floors", str(corpus / "floors.toml")]) == 0
    return corpus / "floors.toml"


def test_floors_that_were_just_set_hold(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_floors(corpus)
    assert main(["--gold", str(corpus), "--floors", str(path)]) == 0
    assert "tuple F1" in capsys.readouterr().out
    assert read_floors(path).floors["page"]["tuple_f1"] == 0.99


def test_a_figure_below_its_floor_fails_and_is_named(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_floors(corpus)
    page = corpus / "pages" / "p1.txt"
    page.write_text(page.read_text(encoding="utf-8").replace("40个", "4个"), encoding="utf-8")
    assert main(["--gold", str(corpus), "--floors", str(path)]) == 1
    assert "page.quantities: 0.5000, the floor is 0.9900" in capsys.readouterr().err


def test_a_figure_that_is_gone_is_below_its_floor(corpus: Path) -> None:
    path = with_floors(corpus)
    path.write_text(path.read_text(encoding="utf-8") + "\n[floors.nowhere]\ntuple_f1 = 0.1\n", encoding="utf-8")
    (found,) = below(evaluate_files(corpus, None, load_rules()), read_floors(path))
    assert str(found) == "nowhere.tuple_f1: nothing to compute it from, the floor is 0.1000"


@pytest.mark.parametrize("changed", ["pages/p3.txt", "clean/p3.txt", "gold/test.jsonl", "outline/test.jsonl", "index.toml"])
def test_a_change_in_the_test_split_fails(corpus: Path, changed: str) -> None:
    path = with_floors(corpus)
    report = evaluate_files(corpus, None, load_rules())
    assert check_floors(report, path, corpus) == []
    file = corpus / changed
    file.write_text(file.read_text(encoding="utf-8").replace("site-p3", "site-other") + "\n", encoding="utf-8")
    assert check_floors(report, path, corpus) == ["the test split has changed: its hash is not the one in floors.toml"]


def test_a_change_in_dev_leaves_the_test_split_frozen(corpus: Path) -> None:
    before = split_hash(corpus, "test")
    (corpus / "pages" / "p1.txt").write_text("改了", encoding="utf-8")
    assert split_hash(corpus, "test") == before


def test_floors_of_another_split_are_refused(corpus: Path) -> None:
    path = with_floors(corpus)
    with pytest.raises(OptionError, match="evaluate --split dev"):
        below(evaluate_files(corpus, None, load_rules(), split="test"), read_floors(path))


@pytest.mark.parametrize("wrong", ['split = "dev"\n[floors.page]\ntuple_f1 = 85\n', 'split = "dev"\nx = 1\n', "split = "])
def test_wrong_floors_are_refused(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "floors.toml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(LedgerError):
        read_floors(path)


def test_set_floors_are_never_above_the_figures(corpus: Path) -> None:
    report = evaluate_files(corpus, None, load_rules())
    (corpus / "floors.toml").write_text(floors_text(report, {}), encoding="utf-8")
    assert below(report, read_floors(corpus / "floors.toml")) == []


def test_wrong_usage_ends_with_one_line_and_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gold", str(tmp_path / "nothing")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_the_page_of_figures_is_the_same_every_time_and_lists_no_error_of_the_test_split(corpus: Path, tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        assert main(["--gold", str(corpus), "--report", str(tmp_path / name)]) == 0
    page = (tmp_path / "one.md").read_text(encoding="utf-8")
    assert page == (tmp_path / "two.md").read_text(encoding="utf-8")
    assert "test, from the page" in page and "Without `--date`" in page and "no ceiling" in page
    assert "| p1 |" in page and "| p3 |" not in page


# Frames


def test_frames_say_what_the_report_says(corpus: Path) -> None:
    report = evaluate_files(corpus, None, load_rules())
    figures = figure_frame(report).set_index(["view", "figure"])["value"]
    assert figures["page", "tuple_f1"] == 1.0
    assert list(group_frame(report, "site").query("view == 'page'")["gold_hard"]) == [1, 1]
    assert list(row_frame(report)["verdict"]) == ["right", "right"]
    assert row_frame(report, errors_only=True).empty
    assert rule_frame(report).set_index("rule").loc["link.clause", "right"] == 2


def test_frames_in_are_scored_by_columns_or_by_fields(corpus: Path) -> None:
    import pandas

    ledger = ledger_of(corpus)
    as_columns, as_fields = ledger.to_pandas(), pandas.DataFrame(ledger.to_dicts())
    for gold, predicted in ((as_columns, as_fields), (as_fields, as_columns)):
        assert evaluate_frames(gold, predicted).main.figures()["tuple_f1"].value == 1.0
    worse = as_columns.assign(owner="无关单位")
    assert evaluate_frames(as_columns, worse).main.figures()["owner"].value == 0.0
    with pytest.raises(LedgerError, match="no column action"):
        evaluate_frames(as_columns.drop(columns="action"), as_columns)
