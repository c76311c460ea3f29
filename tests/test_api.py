"""The public interface of the Python package."""

from __future__ import annotations

import datetime
import pickle
import subprocess
import sys
import typing
from pathlib import Path

import pandas
import pytest

import commitments
from commitments import Error, OptionError, RawPage, RuleError, SourceError

ROOT = Path(__file__).parents[1]
PAGE = (
    "首页 > 领导讲话\n在全县春耕现场会上的讲话\n同志们：\n农业农村局要在4月底前调运化肥3000吨。\n供销社每周报送一次进度。\n上一篇：通知\n"
)


def shown(ledger: commitments.Ledger) -> list[tuple[str, ...]]:
    return [(*row.owner, row.action) for row in ledger]


@pytest.mark.parametrize("name", commitments.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(commitments, name)
    assert (value.__doc__ or "").strip()
    assert name in dir(commitments)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        commitments.extrakt  # noqa: B018


@pytest.mark.parametrize("first", ["import commitments.pipeline", "from commitments.clean import clean_page", "import commitments.cli", ""])
def test_a_submodule_does_not_hide_a_public_function(first: str) -> None:
    code = f"{first}\nimport commitments\nprint(type(commitments.clean).__name__, type(commitments.extract).__name__)"
    environment = {"PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=environment)
    assert run.stdout.split() == ["function", "function"]


@pytest.mark.parametrize("date", ["2025-03-10", "2025", datetime.date(2025, 3, 10), commitments.SpeechDate(2025, 3)])
def test_extract_reads_a_page(tmp_path: Path, date: typing.Any) -> None:
    path = tmp_path / "春耕.txt"
    path.write_text(PAGE, encoding="utf-8")
    for source in (path, str(path), RawPage(PAGE, "春耕")):
        ledger = commitments.extract(source, date=date)
        assert shown(ledger) == [("农业农村局", "调运化肥3000吨"), ("供销社", "报送一次进度")]
        assert ledger[0].doc_id == "春耕"
        assert ledger[0].deadline is not None
        assert ledger[0].deadline.end == datetime.date(2025, 4, 30)
        assert ledger.rules_hash


def test_extract_reads_folders_globs_tables_and_several_at_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    pandas.DataFrame({"id": ["x", "y"], "text": [PAGE, PAGE], "date": ["2024-03", None]}).to_csv(tmp_path / "table.csv", index=False)
    assert [row.doc_id for row in commitments.extract(tmp_path)] == ["a", "a", "b", "b"]
    assert [row.doc_id for row in commitments.extract(str(tmp_path / "*.md"))] == ["b", "b"]
    table = commitments.extract(tmp_path / "table.csv")
    assert [(row.doc_id, row.speech_date) for row in table] == [("x", "2024-03"), ("x", "2024-03"), ("y", None), ("y", None)]
    both = commitments.extract([tmp_path / "b.md", RawPage(PAGE, "c")])
    assert [row.doc_id for row in both] == ["b", "b", "c", "c"]


def test_a_page_without_a_date_gives_no_invented_day() -> None:
    ledger = commitments.extract(RawPage(PAGE, "春耕"))
    assert [row.deadline.end for row in ledger if row.deadline] == [None, None]
    assert "deadline-unresolved" in ledger[0].warnings


@pytest.mark.parametrize(
    ("source", "date", "error", "words"),
    [
        ("没有这个文件.txt", None, SourceError, "no such file"),
        (PAGE, None, SourceError, "this is no name of a file; name a file, or give a text as commitments.RawPage"),
        ("", None, SourceError, "this is no name of a file"),
        (RawPage("首页 | 登录 | 注册\n版权所有\n", "x"), None, SourceError, "there is no speech on this page"),
        (RawPage(PAGE, "x"), "去年", OptionError, "'去年' is no date; write 2025, 2025-07 or 2025-07-10"),
        (RawPage(PAGE, "x"), "2025-02-30", OptionError, "there is no day"),
    ],
)
def test_wrong_input_is_an_error_with_a_cure(source: typing.Any, date: str | None, error: type[Error], words: str) -> None:
    with pytest.raises(error, match=words):
        commitments.extract(source, date=date)


def test_wrong_rules_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        commitments.extract(RawPage(PAGE), rules=tmp_path / "none")


def test_own_rules_are_laid_over_the_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / "owners").mkdir()
    rule = '[[rule]]\nid = "owner.own"\nwords = ["护秋会"]\nparams = { strength = "strong" }\n'
    (tmp_path / "owners" / "own.toml").write_text(rule, encoding="utf-8")
    page = RawPage(PAGE.replace("供销社", "护秋会"), "春耕")
    base, own = commitments.extract(page), commitments.extract(page, rules=str(tmp_path))
    assert base.rules_hash != own.rules_hash
    assert own[1].owner == ("护秋会",)


def test_the_strength_of_an_own_list_counts(tmp_path: Path) -> None:
    page = RawPage("同志们：\n护秋会全面对接3家企业，9月底前签约。", "春耕")

    def owners(strength: str) -> list[tuple[str, ...]]:
        folder = tmp_path / strength
        (folder / "owners").mkdir(parents=True)
        file = folder / "owners" / "own.toml"
        file.write_text(f'[[rule]]\nid = "owner.own"\nwords = ["护秋会"]\nparams = {{ strength = "{strength}" }}\n', encoding="utf-8")
        return [row.owner for row in commitments.extract(page, date="2025-03-01", rules=str(folder), ner=False)]

    assert owners("strong") == [("护秋会",), ("护秋会",)]
    assert owners("weak") == [()]
    with pytest.raises(RuleError, match="unknown strength 'firm'"):
        owners("firm")


def test_clean_takes_a_text_a_page_or_a_path(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    for source in (PAGE, RawPage(PAGE), path):
        speech = commitments.clean(source)
        assert speech.text.startswith("在全县春耕现场会上的讲话\n同志们：")
        assert [cut.text.strip() for cut in speech.removed if cut.text.strip()] == ["首页 > 领导讲话", "上一篇：通知"]
        start = speech.text.index("化肥")
        assert PAGE[slice(*speech.to_raw(start, start + 2))] == "化肥"


FRAME = pandas.DataFrame({
    "id": ["a", "b", "c", "d", "e"],
    "text": [PAGE, None, PAGE, "首页\n", PAGE],
    "date": ["2025-03-10", "2025", pandas.Timestamp(2024, 3, 1), None, "明天"],
})  # fmt: skip


def test_a_frame_gives_a_frame_and_names_what_failed() -> None:
    result = commitments.extract_frame(FRAME)
    assert list(result["doc_id"]) == ["a", "a", "c", "c"]
    assert [str(day)[:10] for day in result["due_date"]] == ["2025-04-30", "NaT", "2024-04-30", "NaT"]
    assert {failure["doc_id"]: failure["problem"] for failure in result.attrs["failures"]} == {
        "b": "there is no text in this row",
        "d": "there is no speech on this page",
        "e": "'明天' is no date",
    }


def test_a_frame_may_be_cut_anywhere() -> None:
    whole = commitments.extract_frame(FRAME)
    parts = [commitments.extract_frame(FRAME.iloc[start : start + 1]) for start in range(len(FRAME))]
    pandas.testing.assert_frame_equal(whole, pandas.concat(parts, ignore_index=True))


def test_an_empty_frame_gives_the_columns() -> None:
    result = commitments.extract_frame(FRAME.iloc[:0])
    assert len(result) == 0
    assert list(result.columns) == list(commitments.extract_frame(FRAME).columns)
    assert list(result.dtypes) == list(commitments.extract_frame(FRAME).dtypes)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2025, "2025"),
        (2025.0, "2025"),
        (float("nan"), ""),
        ("2025-03", "2025-03"),
        (" ", ""),
        (None, ""),
        (datetime.date(2025, 3, 1), "2025-03-01"),
    ],
)
def test_dates_of_frames_may_be_written_in_any_way(year: typing.Any, expected: str) -> None:
    result = commitments.extract_frame(pandas.DataFrame({"text": [PAGE], "year": [year]}), date="year")
    assert list(result["speech_date"]) == [expected, expected]


@pytest.mark.parametrize("columns", [{"text": "content"}, {"date": "day"}, {"id": "name"}])
def test_a_column_that_is_missing_is_an_error(columns: dict[str, str]) -> None:
    with pytest.raises(OptionError, match=f"no column {next(iter(columns.values()))}; name the column of the"):
        commitments.extract_frame(FRAME, **columns)


def test_a_row_stays_as_it_is_and_goes_to_other_processes() -> None:
    row = commitments.extract(RawPage(PAGE), date="2025-03-01", ner=False)[0]
    for value, field in ((row, "level"), (row.spans, "action"), (commitments.clean(PAGE).removed[0], "rule")):
        with pytest.raises(AttributeError):
            setattr(value, field, "")
        with pytest.raises(AttributeError):
            delattr(value, field)
        twin = pickle.loads(pickle.dumps(value))
        assert twin == value
        assert hash(twin) == hash(value)
