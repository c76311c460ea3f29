"""The ledger: its columns and fields, and every format it is written to and read from."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from ledger_rows import FLAT, FULL, LEDGER, RANGE, ROW, SOFT, WEEKLY, cells_of, flat, written

from commitments.errors import OutputError
from commitments.ledger import SUFFIXES, Ledger, read_ledger
from commitments.ledger.columns import amount, join, make_safe, make_unsafe, split, to_cells
from commitments.ledger.html_file import GENERATOR
from commitments.ledger.ics_file import dated
from commitments.ledger.objects import FIELDS, to_dict
from commitments.messages import columns, label, labels, statuses
from commitments.types import Commitment, Deadline, Quantity

COLUMNS = [
    "id", "doc_id", "title", "speech_date", "section", "level", "owner", "owner_kind", "co_owners", "matter", "action", "quantity", "value",
    "unit", "comparator", "deadline", "start_date", "due_date", "recurrence", "modality", "status", "confidence", "warnings", "evidence",
    "start", "end", "raw_start", "raw_end", "site", "source",
]  # fmt: skip

def test_the_columns_are_those_of_the_contract_in_its_order() -> None:
    assert [column.name for column in columns()] == COLUMNS
    assert list(to_cells(ROW)) == COLUMNS


def test_every_column_has_a_chinese_header_of_its_own() -> None:
    headers = [column.zh for column in columns()]
    assert len(set(headers)) == len(headers)
    assert not set(headers) & set(COLUMNS)


def test_the_fields_of_jsonl_are_those_of_the_guide_and_the_contract() -> None:
    guide = "level owner owner_kind co_owners matter action quantities deadline evidence"
    place = "id doc_id source site title speech_date speech_date_source section start end raw_start raw_end spans"
    assert set(FIELDS) == set(f"{guide} {place} modality confidence rules warnings".split())
    assert list(to_dict(ROW)) == list(FIELDS)


@pytest.mark.parametrize("suffix", FULL)
def test_a_full_format_gives_every_field_back(tmp_path: Path, suffix: str) -> None:
    found = read_ledger(written(tmp_path, suffix))
    assert found.rows == LEDGER.rows
    assert found.statuses == LEDGER.statuses


def test_parquet_gives_every_field_back(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    assert read_ledger(written(tmp_path, ".parquet")) == LEDGER


@pytest.mark.parametrize("suffix", FLAT)
@pytest.mark.parametrize("headers", ["en", "zh", None])
def test_a_flat_format_gives_its_columns_back(tmp_path: Path, suffix: str, headers: Any) -> None:
    found = read_ledger(written(tmp_path, suffix, headers=headers))
    assert list(found) == [flat(row) for row in LEDGER]
    assert found.statuses == LEDGER.statuses
    assert found.to_csv() == LEDGER.to_csv()


@pytest.mark.parametrize("suffix", [".xlsx", ".ics", ".html"])
def test_the_rule_set_is_named_and_read_back(tmp_path: Path, suffix: str) -> None:
    found = read_ledger(written(tmp_path, suffix))
    assert (found.rules_version, found.rules_hash) == ("2026.1", "0123456789ab")


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != ".parquet"])
def test_an_empty_ledger_is_written_and_read(tmp_path: Path, suffix: str) -> None:
    assert len(read_ledger(written(tmp_path, suffix, Ledger()))) == 0


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != ".parquet"])
def test_the_same_ledger_gives_the_same_bytes_in_every_process(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / "台账.jsonl"
    LEDGER.to_jsonl(source)
    program = "import sys; from commitments.ledger import read_ledger; read_ledger(sys.argv[1]).write(sys.argv[2])"
    seen = set()
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}{suffix}"
        environment = {"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        subprocess.run([sys.executable, "-c", program, str(source), str(target)], check=True, env=environment)
        seen.add(target.read_bytes())
    assert len(seen) == 1


def test_csv_opens_in_excel(tmp_path: Path) -> None:
    data = written(tmp_path, ".csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,doc_id,")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[1].startswith("a1b2c3d4e5f6,s1,")
    assert data.endswith(b"\r\n")


def test_csv_joins_lists_and_starts_every_row_as_not_begun(tmp_path: Path) -> None:
    first, second, third, *_ = cells_of(written(tmp_path, ".csv"))
    assert first["section"] == "一、抓加固;(一)水库"
    assert (first["quantity"], first["value"], first["unit"], first["due_date"]) == ("12座", "12", "座", "2025-06-30")
    assert (second["quantity"], second["value"], second["unit"]) == ("3%至5%;全部;0.5亩", "3..5;100;0.5", "%;%;亩")
    assert (first["status"], second["status"]) == (statuses()[0], "已完成") == ("未启动", "已完成")
    assert third["recurrence"] == "FREQ=WEEKLY;FREQ=MONTHLY;INTERVAL=3"


def test_no_cell_of_csv_begins_like_a_formula(tmp_path: Path) -> None:
    rows = cells_of(written(tmp_path, ".csv"))
    begin = {cell[0] for row in rows for cell in row.values() if cell}
    assert not begin & set("=+-@\t\r")
    assert rows[-1]["title"] == "'=HYPERLINK(\"x\")"


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-甲", "'-甲"),
        ("@甲", "'@甲"),
        ("\t甲", "'\t甲"),
        ("＝甲", "'＝甲"),
        ("'=甲", "''=甲"),
        ("'甲'", "'甲'"),
        ("-5", "-5"),
        ("-0.5", "-0.5"),
        ("-5..3", "'-5..3"),
        ("甲=乙", "甲=乙"),
        ("", ""),
    ],
)
def test_formulas_are_made_safe_and_unsafe_again(cell: str, safe: str) -> None:
    assert make_safe(cell) == safe
    assert make_unsafe(safe) == cell


@pytest.mark.parametrize("items", [(), ("甲",), ("甲", "乙"), ("", "个"), ("甲;乙", "丙"), ("a\\", "b;"), ("\\;",)])
def test_lists_are_joined_and_split_again(items: tuple[str, ...]) -> None:
    assert split(join(items)) == items


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity("5亿元", Decimal("5E+8"), "元"), "500000000"),
        (Quantity("1.50", Decimal("1.50"), "亩"), "1.5"),
        (Quantity("1200", Decimal("1200"), "亩"), "1200"),
        (Quantity("", None, ""), ""),
        (Quantity("3至5", None, "个", low=Decimal(3), high=Decimal(5)), "3..5"),
    ],
)
def test_amounts_are_written_without_exponent(quantity: Quantity, text: str) -> None:
    assert amount(quantity) == text


def test_jsonl_is_the_gold_format_with_numbers(tmp_path: Path) -> None:
    found = [json.loads(line) for line in written(tmp_path, ".jsonl").read_text(encoding="utf-8").splitlines()[:3]]
    assert found[0]["quantities"] == [{"text": "12座", "value": 12, "unit": "座", "comparator": "==", "kind": "count", "delta": False}]
    assert found[0]["deadline"] == {"text": "6月底前", "start": None, "end": "2025-06-30", "recurrence": [], "times": None}
    assert found[0]["spans"]["deadline"] == [50, 54]
    assert {"low", "high"} <= found[1]["quantities"][0].keys()
    assert "value" not in found[1]["quantities"][0]
    assert found[1]["quantities"][2]["value"] == 0.5
    assert found[2]["deadline"]["times"] == 2


def test_a_workbook_freezes_filters_and_explains(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(written(tmp_path, ".xlsx"))
    sheet, about = book.worksheets
    assert [cell.value for cell in sheet[1]] == [column.zh for column in columns()]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:AD6")
    assert sheet["F2"].value == label("level", "hard", "zh")
    assert sheet["K2"].alignment.wrap_text
    assert sheet["R2"].value.date() == date(2025, 6, 30)
    assert sheet["M2"].value == 12
    shown = [row[0] for row in about.iter_rows(values_only=True)]
    assert set(shown) >= {column.zh for column in columns()}
    assert about["B1"].value == "2026.1"
    assert about["C1"].value == "0123456789ab"


def test_no_cell_of_a_workbook_is_a_formula(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(written(tmp_path, ".xlsx")).worksheets[0]
    assert sheet["C6"].value == '=HYPERLINK("x")'
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def test_a_workbook_bears_no_date_of_its_making(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, ".xlsx")) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


def test_a_workbook_keeps_control_characters(tmp_path: Path) -> None:
    row = replace(ROW, action="甲\x0b乙 _x0041_ 丙", quantities=())
    assert read_ledger(written(tmp_path, ".xlsx", Ledger((row,))))[0].action == row.action


def test_too_many_rows_for_a_sheet_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commitments.ledger.xlsx_file.MOST_ROWS", 3)
    with pytest.raises(OutputError, match="a sheet holds 3 rows"):
        written(tmp_path, ".xlsx")


def unfolded(path: Path) -> list[str]:
    return path.read_bytes().decode().replace("\r\n ", "").split("\r\n")


def test_a_calendar_has_a_todo_for_each_dated_row(tmp_path: Path) -> None:
    lines = unfolded(written(tmp_path, ".ics"))
    assert lines.count("BEGIN:VTODO") == lines.count("END:VTODO") == 5
    assert "DUE;VALUE=DATE:20250630" in lines
    assert "RRULE:FREQ=MONTHLY;INTERVAL=3" in lines
    assert "DTSTART;VALUE=DATE:20250310" in lines
    assert "UID:b2-1@commitments" in lines
    assert not [line for line in lines if line.startswith("UID:b3")]
    assert "STATUS:COMPLETED" in lines


def test_no_line_of_a_calendar_is_longer_than_the_standard_allows(tmp_path: Path) -> None:
    assert max(map(len, written(tmp_path, ".ics").read_bytes().split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (ROW, True),
        (SOFT, False),
        (WEEKLY, True),
        (replace(WEEKLY, speech_date="2025"), True),
        (replace(WEEKLY, speech_date=None), False),
        (replace(ROW, deadline=Deadline("雨季前")), False),
    ],
)
def test_which_rows_become_todos(row: Commitment, expected: bool) -> None:
    assert dated(row) is expected


def test_a_page_marks_the_slots_in_the_evidence(tmp_path: Path) -> None:
    text = written(tmp_path, ".html", Ledger((ROW,))).read_text(encoding="utf-8")
    assert '<mark class="owner">水利局</mark>要会同<mark class="owner">各乡镇</mark>,' in text
    assert '<mark class="deadline">6月底前</mark><mark class="action">加固水库</mark><mark class="quantity">12座</mark>。' in text
    assert GENERATOR in text[:400]


def test_a_page_marks_rows_without_spans_by_their_words(tmp_path: Path) -> None:
    text = written(tmp_path, ".html", Ledger((flat(ROW),))).read_text(encoding="utf-8")
    assert '<mark class="quantity">12座</mark>' in text


def test_a_page_runs_nothing_that_a_speech_holds(tmp_path: Path) -> None:
    text = written(tmp_path, ".html").read_text(encoding="utf-8")
    assert text.count("</script>") == 1
    assert "<b>" not in text


def test_to_pandas_has_the_columns_with_their_types() -> None:
    frame = LEDGER.to_pandas()
    assert list(frame.columns) == COLUMNS
    assert frame["due_date"].iloc[0].date() == date(2025, 6, 30)
    assert frame["due_date"].isna().tolist() == [False, False, True, True, False]
    assert frame["confidence"].dtype == "float64"
    assert frame["start"].dtype == "int64"
    assert frame["comparator"].iloc[0] == "=="
    assert list(Ledger().to_pandas().columns) == COLUMNS


def test_a_ledger_is_an_immutable_sequence() -> None:
    assert len(LEDGER) == 5
    assert LEDGER[0] is ROW
    assert LEDGER[1:3].rows == (RANGE, WEEKLY)
    assert list(Ledger([ROW])) == [ROW]  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        LEDGER.rows = ()  # type: ignore[misc]


@pytest.mark.parametrize("kind", ["level", "owner_kind", "modality", "warning", "reason", "date_source"])
def test_labels_are_unique_and_in_both_languages(kind: str) -> None:
    for language in ("zh", "en"):
        found = labels(kind, language)  # type: ignore[arg-type]
        assert len(set(found.values())) == len(found)


def test_writing_csv_imports_nothing_heavy(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    LEDGER.to_jsonl(source)
    program = (
        "import sys; from commitments.ledger.book import Ledger; Ledger().write(sys.argv[1]);"
        "print([name for name in ('pandas', 'openpyxl', 'rich', 'pyarrow', 'spacy', 'jieba', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path / "b.csv")], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


MANUAL = Path(__file__).parents[1] / "docs" / "使用手册.md"


@pytest.mark.parametrize("column", columns(), ids=lambda column: column.name)
def test_the_manual_explains_every_column(column: Any) -> None:
    assert f"| {column.zh} | `{column.name}` | {column.meaning_zh} |" in MANUAL.read_text(encoding="utf-8").splitlines()


def test_the_manual_explains_every_warning() -> None:
    lines = MANUAL.read_text(encoding="utf-8").splitlines()
    assert [code for code, text in labels("warning", "zh").items() if f"| `{code}` | {text} |" not in lines] == []
