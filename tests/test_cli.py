"""The command line: the main job, its failures and exit statuses, and what comes with a process of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commandline import PAGE, folder, process, rows_of, run, the_line

import commitments.entries
import commitments.pipeline
from commitments.cli import DONE, INTERRUPTED, SOME_FAILED
from commitments.cli_batch import Task, outcomes
from commitments.cli_sources import plan
from commitments.cli_tables import Columns
from commitments.ledger import read_ledger
from commitments.pipeline import extract_page, extract_pages
from commitments.types import RawPage

__all__ = ["folder"]

# The main job


def test_a_page_becomes_a_ledger(folder: Path) -> None:
    result = run("extract", "讲话/甲.txt", "--date", "2025-04-02", "-o", "台账.csv")
    assert (result.exit_code, result.stdout) == (DONE, "")
    rows = rows_of((folder / "台账.csv").read_text(encoding="utf-8"))
    slots = ("owner", "co_owners", "quantity", "due_date")
    assert ("水利局", "各乡镇", "12座", "2025-05-31") in [tuple(row[slot] for slot in slots) for row in rows]
    assert {row["doc_id"] for row in rows} == {"甲"}
    assert {row["speech_date"] for row in rows} == {"2025-04-02"}


def test_the_last_line_sums_up(folder: Path) -> None:
    result = run("extract", "讲话", "--date", "2025", "-o", "台账.jsonl")
    rows = read_ledger(folder / "台账.jsonl")
    hard = sum(row.level == "hard" for row in rows)
    last = result.stderr.splitlines()[-1]
    assert last.startswith(f"speeches 2, commitments {len(rows)}: hard {hard}, soft {len(rows) - hard}; gaps 0; warnings ")
    assert "rule-set" in last


def test_offsets_of_every_row_hold(folder: Path) -> None:
    run("extract", "讲话/甲.txt", "-o", "台账.jsonl")
    text = json.loads(run("clean", "讲话/甲.txt", "--json").stdout)["text"]
    rows = read_ledger(folder / "台账.jsonl")
    assert len(rows) >= 3
    assert [text[row.start : row.end] for row in rows] == [row.evidence for row in rows]
    assert [PAGE[row.raw_start : row.raw_end] for row in rows] == [row.evidence for row in rows]


def test_every_output_holds_the_same_rows(folder: Path) -> None:
    outputs = ["a.csv", "a.jsonl", "a.xlsx", "a.html", "a.ics"]
    result = run("extract", "讲话", "--date", "2025-04-02", *(part for name in outputs for part in ("-o", name)))
    assert result.exit_code == DONE
    assert len({read_ledger(folder / name).to_csv() for name in outputs}) == 1


def test_a_pipe_gets_the_csv_of_the_file(folder: Path) -> None:
    run("extract", "讲话", "-o", "台账.csv")
    assert run("extract", "讲话").stdout_bytes == (folder / "台账.csv").read_bytes()


def test_chinese_headers(folder: Path) -> None:
    result = run("extract", "讲话/甲.txt", "--headers", "zh")
    assert result.stdout.startswith("\ufeff编号,文档,标题,讲话日期,章节,类型,责任单位,")


def test_the_same_bytes_on_any_number_of_processes_and_any_hash_seed(folder: Path) -> None:
    for number in range(6):
        (folder / "讲话" / f"{number}.txt").write_text(PAGE.replace("12座", f"{number + 2}座"), encoding="utf-8")
    (folder / "讲话" / "空.txt").write_bytes(b"")
    seen = set()
    for jobs, seed in (("1", "1"), ("3", "2")):
        done = process("extract", "讲话", "-o", f"{jobs}.jsonl", "-o", f"{jobs}.csv", "-j", jobs, env={"PYTHONHASHSEED": seed})
        assert done.returncode == SOME_FAILED, done.stderr
        seen.add(((folder / f"{jobs}.jsonl").read_bytes(), (folder / f"{jobs}.csv.failures.csv").read_bytes()))
    assert len(seen) == 1


def test_a_page_is_given_its_date_or_none(folder: Path) -> None:
    result = run("extract", "讲话/甲.txt", "-o", "台账.jsonl")
    assert {row.speech_date for row in read_ledger(folder / "台账.jsonl")} == {None}
    assert "speeches without a date: 1" in result.stderr


def test_rows_that_are_not_in_a_calendar_are_counted(folder: Path) -> None:
    result = run("extract", "讲话/甲.txt", "-o", "台账.ics")
    assert "台账.ics: without a date and therefore not in the calendar" in result.stderr


# Failures


def test_a_bad_page_is_named_and_all_others_are_in_the_ledger(folder: Path) -> None:
    (folder / "讲话" / "空.txt").write_bytes(b"")
    (folder / "讲话" / "乱.txt").write_bytes(bytes(range(256)) * 40)
    result = run("extract", "讲话", "-o", "台账.csv", "-o", "台账.jsonl")
    assert result.exit_code == SOME_FAILED
    assert {row.doc_id for row in read_ledger(folder / "台账.csv")} == {"甲", "乙"}
    for output in ("台账.csv", "台账.jsonl"):
        failures = rows_of((folder / f"{output}.failures.csv").read_text(encoding="utf-8"))
        assert [row["doc_id"] for row in failures] == ["乱", "空"]
        assert all(row["problem"] and row["cure"] for row in failures)
    assert f"failed: {Path('讲话/空.txt')}: the file is empty; copy the page again" in result.stderr.splitlines()
    assert "speeches 4 (failed 2)" in result.stderr


def test_failures_of_an_earlier_run_do_not_stay(folder: Path) -> None:
    (folder / "讲话" / "空.txt").write_bytes(b"")
    assert run("extract", "讲话", "-o", "台账.csv").exit_code == SOME_FAILED
    (folder / "讲话" / "空.txt").unlink()
    assert run("extract", "讲话", "-o", "台账.csv").exit_code == DONE
    assert sorted(path.name for path in folder.iterdir()) == ["台账.csv", "讲话"]


def test_failures_are_told_in_chinese(folder: Path) -> None:
    (folder / "空.txt").write_bytes(b"")
    result = run("extract", "空.txt", "-o", "台账.csv", "--headers", "zh", "--lang", "zh")
    assert "未成：空.txt：文件是空的；请重新复制页面" in result.stderr
    assert (folder / "台账.csv.failures.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "来源,文档,问题,办法", "空.txt,空,文件是空的,请重新复制页面",
    ]  # fmt: skip


def test_without_an_output_failures_are_only_told(folder: Path) -> None:
    (folder / "空.txt").write_bytes(b"")
    result = run("extract", "空.txt", "讲话/甲.txt")
    assert result.exit_code == SOME_FAILED
    assert {row["doc_id"] for row in rows_of(result.stdout)} == {"甲"}
    assert "空.txt: the file is empty" in result.stderr


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], None]:
    """Let the pipeline raise on the page 甲."""

    def set_error(error: BaseException) -> None:
        def fail(page: RawPage, **options: Any) -> Any:
            if page.doc_id == "甲":
                raise error
            return extract_pages(page, **options)

        monkeypatch.setattr(commitments.pipeline, "extract_pages", fail)

    return set_error


@pytest.mark.parametrize("error", [ZeroDivisionError("x"), RecursionError(), MemoryError(), UnicodeDecodeError("gbk", b"x", 0, 1, "y")])
def test_an_unexpected_error_of_one_speech_is_its_failure(folder: Path, broken: Callable[..., None], error: Exception) -> None:
    broken(error)
    result = run("extract", "讲话", "-o", "台账.csv")
    assert result.exit_code == SOME_FAILED
    assert "Traceback" not in result.stderr
    assert f"甲.txt: unexpected {type(error).__name__}" in result.stderr
    assert {row.doc_id for row in read_ledger(folder / "台账.csv")} == {"乙"}


def test_an_interrupt_leaves_nothing_half_done(folder: Path, broken: Callable[..., None]) -> None:
    broken(KeyboardInterrupt())
    result = run("extract", "讲话", "-o", "台账.csv", "-o", "台账.xlsx")
    assert result.exit_code == INTERRUPTED
    assert result.stderr.strip() == "Interrupted; no ledger was written."
    assert [path.name for path in folder.iterdir()] == ["讲话"]


def test_an_unexpected_error_of_the_program_is_one_line(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise ZeroDivisionError("secret\nplan")

    monkeypatch.setattr("commitments.cli_sources.plan", fail)
    line = the_line(run("extract", "讲话"))
    assert line.startswith("internal error: ZeroDivisionError")
    assert "please report this line" in line


def test_a_worker_that_dies_costs_only_its_speech(folder: Path) -> None:
    found = list(outcomes(plan(["讲话"], Columns()).items(), _Deadly(), 2))
    assert [outcome.failure.doc_id if outcome.failure else "" for outcome in found] == ["甲", ""]
    assert found[1].commitments


class _Deadly:
    """Kills the process that is given the page 甲."""

    def __call__(self, item: Any) -> Any:
        if item.doc_id == "甲":
            os._exit(9)
        return Task(None, None)(item)


# Ids


@pytest.mark.parametrize("words", ["一", "建站", "建站点", "建成站点", "新建成8处站点", "一一", "一一一一"])
def test_an_id_says_how_often_the_words_stood_before(words: str) -> None:
    text = f"一一一一一，{words}。年内新建成8处站点、建成站点，{words}，新建成{words}"
    places = [(start, start + len(words)) for start in range(len(text)) if text.startswith(words, start)]
    found = commitments.entries._identities("a", text, places)
    counted = [commitments.entries._identity(f"a\0{words}\0{text.count(words, 0, start)}") for start, _ in places]
    assert [one for one, other in zip(found, counted, strict=True) if one == other] == list(dict.fromkeys(counted))
    assert len(set(found)) == len(places)


def test_two_rows_of_one_hash_both_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = extract_page(RawPage(PAGE, "a")).commitments
    monkeypatch.setattr(commitments.entries, "_identity", lambda key: f"c{key.count(chr(0))}")
    found = extract_page(RawPage(PAGE, "a")).commitments
    assert [row.spans.action for row in found] == [row.spans.action for row in whole]
    assert len({row.id for row in found}) == len(whole) > 1
