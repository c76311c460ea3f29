"""Tables of speeches as other programs write them: what is odd is mended, what is broken is one row's failure."""

import csv
import gzip
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from commandline import OTHER, PAGE

from commitments import cli_tables
from commitments.cli_tables import Columns, TableRow, open_table
from commitments.errors import SourceError


def table(rows: list[list[str]], **options: Any) -> str:
    text = io.StringIO()
    csv.writer(text, **options).writerows(rows)
    return text.getvalue()


def lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def read(folder: Path, name: str, data: bytes) -> list[TableRow]:
    path = folder / name
    path.write_bytes(data)
    with open_table(path, Columns()) as rows:
        return list(rows)


HEAD = ["id", "text", "date"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gbk", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", ["讲话.csv", "讲话.jsonl"])
def test_tables_are_read_in_any_encoding(tmp_path: Path, name: str, codec: str) -> None:
    text = table([HEAD, ["甲", PAGE, "2025"]]) if name.endswith("csv") else lines({"id": "甲", "text": PAGE, "date": 2025})
    (row,) = read(tmp_path, name, text.encode(codec))
    assert (row.doc_id, row.text, row.date, row.problem) == ("甲", PAGE, "2025", None)


@pytest.mark.parametrize("first", ["utf-8", "gbk"])
@pytest.mark.parametrize("times", [1, 800])
def test_lines_of_two_encodings_may_stand_in_one_file(tmp_path: Path, first: str, times: int) -> None:
    second = "gbk" if first == "utf-8" else "utf-8"
    data = table([HEAD, ["a", PAGE * times, ""]]).encode(first) + table([["b", OTHER, ""]]).encode(second)
    assert [row.text for row in read(tmp_path, "合并.csv", data)] == [PAGE * times, OTHER]


def test_zero_bytes_and_lone_returns_do_not_hurt(tmp_path: Path) -> None:
    flat = PAGE.replace("\n", "\u2028")
    data = table([HEAD, ["a", flat, ""], ["b", flat, ""]], lineterminator="\r").replace("防汛", "防\0汛")
    assert [row.text for row in read(tmp_path, "旧.csv", data.encode())] == [flat, flat]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("", None), ("NaN", None), ("NaT", None), ("None", None), ("<NA>", None), ("N/A", None), ("-", None), ("不详", None), (" ", None),
        ("2025", "2025"), ("2025.0", "2025"), ("2025年3月", "2025-03"), ("2025/3/10", "2025-03-10"), ("２０２５-０３-１０", "2025-03-10"),
        ("20250310", "2025-03-10"), ("45726", "2025-03-10"), ("1741564800", "2025-03-10"), ("1741564800000", "2025-03-10"),
        ("2025-03-10T08:00:00Z", "2025-03-10"),
    ],
)  # fmt: skip
def test_dates_are_read_as_programs_write_them(tmp_path: Path, cell: str, day: str | None) -> None:
    (row,) = read(tmp_path, "表.csv", table([HEAD, ["a", PAGE, cell]]).encode())
    assert (row.date, row.problem) == (day, None)


@pytest.mark.parametrize("cell", ["3月10日", "2025-13-40", "20251340", "10.03.2025", "12345", "昨天"])
def test_what_is_no_date_is_named(tmp_path: Path, cell: str) -> None:
    (row,) = read(tmp_path, "表.csv", table([HEAD, ["a", PAGE, cell]]).encode())
    assert row.problem == (f"{cell!r} is no date", "write 2025, 2025-07 or 2025-07-10")


def test_numbers_and_missing_values_of_json(tmp_path: Path) -> None:
    nothing = float("nan")
    records = [{"id": 7.0, "text": PAGE, "date": nothing}, {"id": nothing, "text": PAGE, "date": 2025.0}, {"text": PAGE, "date": None}]
    rows = read(tmp_path, "表.jsonl", lines(*records).encode())
    assert [(row.doc_id, row.date, row.problem) for row in rows] == [("7", None, None), ("表-2", "2025", None), ("表-3", None, None)]


def test_short_and_long_rows(tmp_path: Path) -> None:
    rows = read(tmp_path, "表.csv", table([HEAD, ["a", PAGE], ["b"], [], ["c", PAGE, "2025", "多余"]]).encode())
    assert [(row.doc_id, row.text, row.date) for row in rows] == [("a", PAGE, None), ("b", "", None), ("c", PAGE, "2025")]


def test_a_cell_beyond_all_measure_is_one_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_tables, "_LARGEST_CELL", 5_000)
    monkeypatch.setattr(cli_tables, "_LONGEST_LINE", 20_000)
    data = table([HEAD, ["a", "字" * 90_000, ""], ["b", PAGE, ""]]).encode()
    first, second = read(tmp_path, "弹.csv.gz", gzip.compress(data))
    assert first.problem is not None
    assert "larger than" in first.problem[0]
    assert (second.doc_id, second.text, second.problem) == ("b", PAGE, None)


def test_a_packed_file_that_breaks_off_costs_what_is_behind_the_break(tmp_path: Path) -> None:
    text = lines(*({"id": str(number), "text": PAGE + str(number) * number} for number in range(300)))
    rows = read(tmp_path, "断.jsonl.gz", gzip.compress(text.encode())[:-200])
    assert len(rows) > 100
    assert [row.problem for row in rows[:-1]] == [None] * (len(rows) - 1)
    assert rows[-1].problem == ("the gzip file breaks off", "copy it again")


def test_broken_lines_of_json_cost_only_themselves(tmp_path: Path) -> None:
    text = lines({"id": "a", "text": PAGE}) + "{坏\n" + "[" * 100_000 + "\n" + lines({"id": "b", "text": PAGE})
    rows = read(tmp_path, "坏.jsonl", text.encode())
    assert [row.problem and row.problem[0] for row in rows] == [None, "the line is no JSON object", "the line is no JSON object", None]


def test_parquet_of_many_types(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    stamps = arrow.array([datetime(2025, 3, 10, 8), None])
    for name, text, day in (
        ("时刻", [PAGE, PAGE], stamps),
        ("字节", [PAGE.encode("gbk"), PAGE.encode()], arrow.array([date(2025, 3, 10), None])),
        ("字典", arrow.array([PAGE, PAGE]).dictionary_encode(), arrow.array(["2025-03-10", "NaN"])),
    ):
        parquet.write_table(arrow.table({"id": [1, 2], "text": text, "date": day}), tmp_path / "表.parquet")
        rows = read(tmp_path, f"{name}.parquet", (tmp_path / "表.parquet").read_bytes())
        assert [(row.doc_id, row.text, row.date) for row in rows] == [("1", PAGE, "2025-03-10"), ("2", PAGE, None)], name


def test_a_broken_parquet_is_one_line(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"text": [PAGE]}), tmp_path / "表.parquet")
    whole = (tmp_path / "表.parquet").read_bytes()
    with pytest.raises(SourceError, match="no Parquet file"):
        read(tmp_path, "断.parquet", whole[:-50])
    (row,) = read(tmp_path, "坏.parquet", whole[:10] + b"\xff" * 60 + whole[70:])
    assert row.problem == ("the Parquet file is broken from here on", "write it again")
