"""Ledger files that cannot be written or read: each is refused with place, problem and cure, and nothing is lost."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from ledger_rows import LEDGER, ROW, cells_of, flat, written

from commitments.errors import LedgerError, OptionError, OutputError
from commitments.ledger import SUFFIXES, Ledger, read_ledger
from commitments.ledger.objects import to_dict
from commitments.ledger.stream import LedgerWriter


@pytest.mark.parametrize("name", ["台账.doc", "台账", "台账.csv.gz", "台账."])
def test_an_unknown_suffix_is_refused_with_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"\.csv \.jsonl \.xlsx \.parquet \.ics \.html"):
        LEDGER.write(tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "problem"),
    [("没有/台账.csv", "there is no folder"), ("文件夹.csv", "this is a folder")],
)
def test_an_output_that_cannot_be_written_is_refused(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "文件夹.csv").mkdir()
    with pytest.raises(OutputError, match=problem):
        LEDGER.write(tmp_path / name)


def test_a_failed_write_leaves_the_old_ledger_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = written(tmp_path, ".csv")
    before = target.read_bytes()

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="close it in other programs"):
        Ledger((ROW,)).write(target)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_parquet_without_pyarrow_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OptionError, match=r'pip install "commitments\[parquet\]"'):
        LEDGER.write(tmp_path / "台账.parquet")


CSV_HEAD = "level,action,owner_kind,quantity,value,unit,comparator,due_date,recurrence,modality,confidence\n"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("甲,乙\n1,2\n", "台账.csv:1: no column level"),
        ("level,level,action\n", "台账.csv:1: the column level is there twice"),
        (CSV_HEAD + "很硬,做事\n", "台账.csv:2: column level: '很硬'"),
        (CSV_HEAD + "hard,做事,谁\n", "台账.csv:2: column owner_kind"),
        (CSV_HEAD + "hard,做事,,12家,十二,家,==\n", "台账.csv:2: column value: '十二'"),
        (CSV_HEAD + "hard,做事,,12家,NaN,家,==\n", "column value: 'NaN'"),
        (CSV_HEAD + "hard,做事,,12家;3个,12,家;个,==;==\n", "give 2 parts"),
        (CSV_HEAD + "hard,做事,,12家,12,家,=\n", "column comparator"),
        (CSV_HEAD + "hard,做事,,,,,,下周\n", "write a day as 2025-09-30"),
        (CSV_HEAD + "hard,做事,,,,,,2025-02-30\n", "write a day as 2025-09-30"),
        (CSV_HEAD + "hard,做事,,,,,,,每周\n", "RFC 5545"),
        (CSV_HEAD + "hard,做事,,,,,,,,,很高\n", "column confidence"),
        ("", "the file is empty"),
    ],
)
def test_a_wrong_csv_is_refused_with_place_and_cure(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "台账.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError) as error:
        read_ledger(path)
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"level": "middle"}, "field level"),
        ({"extra": 1}, "unknown field extra"),
        ({"action": None}, "field action"),
        ({"quantities": [{"text": "3个"}]}, "field quantities.0.unit"),
        ({"deadline": {"text": "月底前", "end": "soon"}}, "field deadline.end"),
    ],
)
def test_a_wrong_jsonl_is_refused_with_line_and_field(tmp_path: Path, change: dict[str, Any], problem: str) -> None:
    path = tmp_path / "台账.jsonl"
    path.write_text(json.dumps(to_dict(ROW)) + "\n\n" + json.dumps(to_dict(ROW) | change), encoding="utf-8")
    with pytest.raises(LedgerError, match=r"台账\.jsonl:3") as error:
        read_ledger(path)
    assert problem in str(error.value)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path, suffix: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    path = tmp_path / f"别的{suffix}"
    path.write_bytes("水利局要加固水库。".encode())
    with pytest.raises(LedgerError, match="别的"):
        read_ledger(path)


@pytest.mark.parametrize("name", ["没有.csv", "台账.doc"])
def test_a_ledger_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match=name):
        read_ledger(tmp_path / name)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
def test_a_csv_that_excel_has_saved_again_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "台账.csv"
    rows = cells_of(written(tmp_path, ".csv", Ledger((ROW,))))
    rows[0] |= {"due_date": "2025/6/30", "备注": "已电话催办"}
    lines = ["\t".join(rows[0]), "\t".join(rows[0].values())]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    assert read_ledger(path)[0] == flat(ROW)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".xlsx"])
def test_a_ledger_written_row_by_row_is_the_same(tmp_path: Path, suffix: str) -> None:
    whole = written(tmp_path, suffix, Ledger(LEDGER.rows, "1", "ab"))
    writer = LedgerWriter(tmp_path / f"逐行{suffix}", None)
    writer.start()
    for row in LEDGER:
        writer.add([row])
    assert not writer.path.exists()
    writer.finish("1", "ab")
    assert writer.path.read_bytes() == whole.read_bytes()


def test_a_ledger_given_up_leaves_nothing_behind(tmp_path: Path) -> None:
    writer = LedgerWriter(tmp_path / "台账.csv", None)
    writer.start()
    writer.add([ROW])
    writer.discard()
    assert not list(tmp_path.iterdir())


