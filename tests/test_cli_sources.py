"""What the command line is given to read: files, folders, globs, standard input, tables."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
from commandline import OTHER, PAGE, folder, rows_of, run

from commitments.cli import DONE, SOME_FAILED
from commitments.cli_sources import plan
from commitments.cli_tables import Columns, table_format
from commitments.ledger import read_ledger

__all__ = ["folder"]

# Sources


def test_standard_input_is_a_page(folder: Path) -> None:
    result = run("extract", "-", given=PAGE.encode("gb18030"))
    assert {(row["doc_id"], row["source"]) for row in rows_of(result.stdout)} == {("stdin", "stdin")}


def test_what_is_empty_is_named_as_what_it_is(folder: Path) -> None:
    Path("t.jsonl").write_text(json.dumps({"text": PAGE}) + '\n{"text": null}\n', encoding="utf-8")
    english, chinese = (
        run("extract", "t.jsonl", "-o", "台账.csv").stderr,
        run("extract", "t.jsonl", "-o", "台账.csv", "--lang", "zh").stderr,
    )
    assert "failed: t.jsonl:2: the record is empty; put the text of the speech into it, or delete it\n" in english
    assert "未成：t.jsonl:2：这条记录是空的；请填上讲话正文，或者删去这条记录\n" in chinese
    assert "failed: stdin: standard input is empty; check the command before the pipe\n" in run("extract", "-", given=b"").stderr
    assert "stdin：标准输入是空的；请检查管道前面的命令\n" in run("clean", "-", "--lang", "zh", given=b"\n").stderr


def test_sources_of_one_doc_id_are_named(folder: Path) -> None:
    for name in ("a", "b", "c"):
        (folder / name).mkdir()
        (folder / name / "s.txt").write_text(PAGE, encoding="utf-8")
    first, second, third = (str(Path(name, "s.txt")) for name in ("a", "b", "c"))
    words = "so ids of their rows may repeat; rename one of the files, or give ids of their own in the table"
    assert "doc_id" not in run("extract", "a", "讲话", "-o", "台账.csv").stderr
    two = run("extract", "a", "b", "-o", "台账.csv", "-j", "2")
    assert two.exit_code == DONE
    assert f"{first} and {second} have the same doc_id s, {words}" in two.stderr.splitlines()
    three = run("extract", first, second, third, "-o", "台账.csv", "--lang", "zh").stderr
    assert f"{first} 和 {second} 的文档编号都是 s（另有 1 个来源也重名），各行的编号可能重复；请给其中一个文件改名" in three


def docs(*sources: str, outputs: tuple[Path, ...] = ()) -> list[str]:
    return [item.doc_id for item in plan(sources, Columns(), outputs).items()]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["讲话"], ["甲", "乙"]),
        (["讲话/下级"], ["乙"]),
        (["讲话/*.txt"], ["甲"]),
        (["讲话/**/*.txt"], ["乙", "甲"]),
        (["讲话/*"], ["乙", "甲"]),
        (["讲话/下级/乙.txt", "讲话"], ["乙", "甲"]),
        (["讲话/甲.txt", "讲话/../讲话/甲.txt"], ["甲"]),
    ],
)
def test_sources_are_expanded_in_a_fixed_order_and_read_once(folder: Path, sources: list[str], expected: list[str]) -> None:
    assert docs(*sources) == expected


def test_brackets_in_a_name_are_no_glob(folder: Path) -> None:
    (folder / "讲话[1].txt").write_text(PAGE, encoding="utf-8")
    assert docs("讲话[1].txt") == ["讲话[1]"]


def test_a_folder_is_read_without_what_is_no_page(folder: Path) -> None:
    for name in (".隐藏.txt", "~$甲.docx", "表.csv", "图.png", ".git/x.txt"):
        path = folder / "讲话" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE, encoding="utf-8")
    found = plan(["讲话"], Columns())
    assert [path.name for path in found.files] == ["甲.txt", "乙.txt"]
    assert found.skipped == 2


def test_a_folder_can_hold_its_own_ledger(folder: Path) -> None:
    first = run("extract", "讲话", "-o", "讲话/台账.html", "-o", "讲话/台账.csv")
    assert first.exit_code == DONE
    assert docs("讲话") == ["甲", "乙"]
    assert run("extract", "讲话", "-o", "讲话/台账.html").exit_code == DONE


RECORDS = [
    {"id": "a", "text": PAGE, "date": "2025-04-02"},
    {"id": "b", "text": OTHER, "date": "2025年4月"},
    {"id": 3, "text": PAGE, "date": None},
]


def as_jsonl(records: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


def as_csv(records: list[dict[str, Any]], encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(records[0]))
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("表.jsonl", as_jsonl(RECORDS)),
        ("表.jsonl.gz", gzip.compress(as_jsonl(RECORDS))),
        ("表.csv", as_csv(RECORDS)),
        ("表.csv", as_csv(RECORDS, "gb18030")),
        ("表.csv.gz", gzip.compress(as_csv(RECORDS))),
    ],
)
def test_a_table_holds_many_speeches(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    result = run("extract", name)
    assert result.exit_code == DONE, result.stderr
    found = dict.fromkeys((row["doc_id"], row["speech_date"], row["source"].partition(":")[0]) for row in rows_of(result.stdout))
    assert list(found) == [("a", "2025-04-02", name), ("b", "2025-04", name), ("3", "", name)]


def test_a_parquet_table(folder: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    records = [{**record, "id": str(record["id"])} for record in RECORDS]
    parquet.write_table(pyarrow.Table.from_pylist(records), folder / "表.parquet")
    (folder / "表.parquet.gz").write_bytes(gzip.compress((folder / "表.parquet").read_bytes()))
    assert docs("表.parquet") == docs("表.parquet.gz") == ["a", "b", "3"]


def test_columns_of_a_table_can_be_named(folder: Path) -> None:
    (folder / "表.jsonl").write_bytes(as_jsonl([{"名": "x", "稿": PAGE, "日": "2025"}]))
    result = run("extract", "表.jsonl", "--text-column", "稿", "--id-column", "名", "--date-column", "日")
    assert {(row["doc_id"], row["speech_date"]) for row in rows_of(result.stdout)} == {("x", "2025")}


def test_a_speech_longer_than_the_csv_module_likes_is_read(folder: Path) -> None:
    (folder / "表.csv").write_bytes(as_csv([{"text": PAGE + "各项工作要继续推进，不得放松。" * 20_000}]))
    assert run("extract", "表.csv").exit_code == DONE


def test_a_broken_line_of_a_table_costs_only_itself(folder: Path) -> None:
    bad = b'{"text": \n[]\n{"id": "leer", "text": ""}\n{"id": "tag", "text": "x", "date": "gestern"}\n'
    (folder / "表.jsonl").write_bytes(as_jsonl(RECORDS[:1]) + bad + b"\n" + as_jsonl(RECORDS[1:]))
    result = run("extract", "表.jsonl", "-o", "台账.csv")
    assert result.exit_code == SOME_FAILED
    failures = rows_of((folder / "台账.csv.failures.csv").read_text(encoding="utf-8"))
    assert [(row["source"], row["doc_id"]) for row in failures] == [
        ("表.jsonl:2", "表-2"), ("表.jsonl:3", "表-3"), ("表.jsonl:4", "leer"), ("表.jsonl:5", "tag"),
    ]  # fmt: skip
    assert {row.doc_id for row in read_ledger(folder / "台账.csv")} == {"a", "b", "3"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.jsonl", "jsonl"), ("a.CSV", "csv"), ("a.parquet.gz", "parquet"), ("a.txt.gz", ""), ("a.json", ""), ("csv", "")],
)
def test_which_files_are_tables(name: str, expected: str) -> None:
    assert table_format(Path(name)) == expected
