"""What `clean`, `outline`, `explain`, `evaluate` and `rules check` show, and the table on a terminal."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, cast

import pytest
from commandline import ENVIRONMENT, PAGE, folder, process, rows_of, run

from commitments.cli import DONE, INTERRUPTED, SOME_FAILED
from commitments.cli_batch import Outcome, interrupts, outcomes
from commitments.cli_streams import printable
from commitments.cli_table import print_table
from commitments.messages import message
from commitments.pipeline import extract_page
from commitments.types import RawPage

__all__ = ["folder"]

# What the other commands show


def test_clean_shows_the_speech_alone(folder: Path) -> None:
    (folder / "页.txt").write_text(f"首页 > 领导讲话 > 正文\n{PAGE}上一篇：关于会议的通知\n", encoding="utf-8")
    assert run("clean", "页.txt").stdout == PAGE
    removed = run("clean", "页.txt", "--removed").stdout.splitlines()
    assert removed[0].startswith("0-")
    assert "首页 > 领导讲话 > 正文" in removed[0]
    found = json.loads(run("clean", "页.txt", "--json").stdout)
    assert found["text"].strip() == PAGE.strip()
    page = (folder / "页.txt").read_text(encoding="utf-8")
    assert all(found["text"][clean : clean + length] == page[raw : raw + length] for clean, raw, length in found["runs"])
    assert {cut["rule"] for cut in found["removed"]} == {line.split("\t")[1] for line in removed}


def test_outline_shows_the_tree(folder: Path) -> None:
    assert run("outline", "讲话/甲.txt").stdout == "一、抓紧备汛\n二、压实责任\n"
    found = json.loads(run("outline", "讲话/甲.txt", "--json").stdout)
    assert [list(heading) for heading in found] == [["level", "marker", "title", "start", "end"]] * 2
    assert [tuple(heading.values())[:3] for heading in found] == [(1, "一、", "抓紧备汛"), (1, "二、", "压实责任")]


def test_explain_says_what_was_found_and_what_was_dropped(folder: Path) -> None:
    text = run("explain", "讲话/甲.txt", "--date", "2025-04-02").stdout
    assert "2025-04-02 (from: --date)" in text
    assert "完成12座水库除险加固" in text
    assert "→ 2025-05-31" in text
    assert "rules:" in text
    assert "- " in text
    found = json.loads(run("explain", "讲话/甲.txt", "--json").stdout)
    clean = json.loads(run("clean", "讲话/甲.txt", "--json").stdout)["text"]
    assert [clean[clause["start"] : clause["end"]] for clause in found["clauses"]] == [clause["text"] for clause in found["clauses"]]
    assert sum(len(clause["commitments"]) for clause in found["clauses"]) == len(rows_of(run("extract", "讲话/甲.txt").stdout))
    assert all(drop["reason"] for clause in found["clauses"] for drop in clause["dropped"])


@pytest.mark.parametrize("command", ["clean", "outline", "explain"])
def test_many_pages_are_shown_one_after_the_other_and_the_bad_one_named(folder: Path, command: str) -> None:
    (folder / "讲话" / "空.txt").write_bytes(b"")
    result = run(command, "讲话")
    assert result.exit_code == SOME_FAILED
    assert "空.txt: the file is empty; copy the page again" in result.stderr
    assert "防汛" in result.stdout or "备汛" in result.stdout
    assert str(Path("讲话/下级/乙.txt")) in result.stdout


@pytest.mark.parametrize("command", ["clean", "outline", "explain"])
def test_what_is_shown_can_go_to_a_file(folder: Path, command: str) -> None:
    shown = run(command, "讲话/甲.txt").stdout
    result = run(command, "讲话/甲.txt", "-o", "出.txt")
    assert (result.exit_code, result.stdout) == (DONE, "")
    assert (folder / "出.txt").read_text(encoding="utf-8") == shown


def test_evaluate_scores_a_ledger_against_gold(folder: Path) -> None:
    run("extract", "讲话/甲.txt", "--date", "2025-04-02", "-o", "台账.jsonl")
    slots = ("level", "owner", "owner_kind", "co_owners", "matter", "action", "quantities", "deadline", "evidence")
    rows = [json.loads(line) for line in (folder / "台账.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = {"doc_id": "甲", "speech_date": "2025-04-02", "commitments": [{slot: row[slot] for slot in slots} for row in rows]}
    (folder / "标准.jsonl").write_text(json.dumps(gold, ensure_ascii=False) + "\n", encoding="utf-8")
    result = run("evaluate", "--gold", "标准.jsonl", "--pred", "台账.jsonl")
    assert result.exit_code == DONE, result.stderr
    assert "F1" in result.stdout
    assert json.loads(run("evaluate", "--gold", "标准.jsonl", "--pred", "台账.jsonl", "--json").stdout)["speeches"] == 1


RULE = """[[rule]]
id = "date.demo"
pattern = '(?P<year>20[0-9]{2})年收官(?:之)?会'
params = { where = "tail", source = "tail" }
  [[rule.match]]
  text = "【2025年收官会】开始"
  [[rule.match]]
  text = "【2026年收官之会】开始"
  [[rule.no_match]]
  text = "%s"
  why = "a demonstration"
"""


@pytest.mark.parametrize(("miss", "lines"), [("收官会", 0), ("2024年收官会", 1)])
def test_rules_check_runs_the_examples_of_a_folder(folder: Path, miss: str, lines: int) -> None:
    rules = folder / "规则" / "dating"
    rules.mkdir(parents=True)
    (rules / "x.toml").write_text(RULE % miss, encoding="utf-8")
    told = run("rules", "check", "规则").stdout.splitlines()
    assert len([line for line in told if "x.toml" in line and "date.demo" in line and miss in line]) == lines
    assert "3 examples" in told[-1]


def test_rules_check_fails_where_a_rule_is_malformed(folder: Path) -> None:
    rules = folder / "规则" / "deadlines"
    rules.mkdir(parents=True)
    (rules / "x.toml").write_text("[[rule]\n", encoding="utf-8")
    result = run("rules", "check", "规则", "-o", "报告.txt")
    assert (result.exit_code, result.stdout) == (SOME_FAILED, "")
    assert "not valid TOML" in (folder / "报告.txt").read_text(encoding="utf-8")


# Terminals


@pytest.mark.parametrize("width", [60, 100, 200])
def test_the_table_on_a_terminal_is_wrapped_to_its_width(folder: Path, width: int) -> None:
    from rich.cells import cell_len

    rows = extract_page(RawPage(PAGE, "甲"), date="2025-04-02").commitments
    out = io.StringIO()
    print_table(rows, out, "zh", width)
    lines = out.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= width
    text = out.getvalue().replace("\n", "")
    assert [text.index(message(f"table.{name}", "zh")) for name in ("owner", "action", "quantity", "deadline", "level")]
    assert "2025-05-31" in text


def test_a_terminal_gets_a_table(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commitments.cli_extract.on_terminal", lambda: True)
    result = run("extract", "讲话/甲.txt", "--lang", "zh")
    assert "责任单位" in result.stdout
    assert "evidence" not in result.stdout
    assert run("extract", "-", given="同志们：\n大家辛苦了。今天天气很好，我们坐在一起说说心里话。\n".encode()).stdout.strip()


def test_a_page_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[2Jb\tc\nd\x9b") == "a\ufffd[2Jb\tc\nd\ufffd"


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    for number in range(40):
        (folder / "讲话" / f"{number}.txt").write_text(PAGE, encoding="utf-8")
    command = f"{sys.executable} -m commitments extract 讲话 | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, env=ENVIRONMENT)
    assert len(done.stdout) == 10
    assert done.stderr == b""


def never_done(item: Any) -> Outcome:
    time.sleep(120)
    return Outcome()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_does_not_wait_for_speeches_that_are_being_read() -> None:
    threading.Timer(3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(outcomes(cast(Any, ["甲", "乙", "丙"]), never_done, jobs=2))
    assert 3 <= time.monotonic() - begin < 30
    for worker in multiprocessing.active_children():
        worker.join(timeout=10)  # it has been told to end; a busy machine takes a moment
    assert not any(worker.is_alive() for worker in multiprocessing.active_children())


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_is_one_line(folder: Path) -> None:
    for number in range(300):
        (folder / "讲话" / f"{number}.txt").write_text(PAGE * 5, encoding="utf-8")
    arguments = [sys.executable, "-m", "commitments", "extract", "讲话", "-o", "台账.csv", "-j", "2"]
    running = subprocess.Popen(arguments, stderr=subprocess.PIPE, env=ENVIRONMENT)
    for _ in range(200):
        if list(folder.glob(".台账.csv.*.part")):
            break
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, stderr = running.communicate(timeout=60)
    assert running.returncode == INTERRUPTED, stderr
    assert stderr.decode().strip() == "Interrupted; no ledger was written."
    assert [path.name for path in folder.iterdir()] == ["讲话"]


def test_one_speech_costs_no_import_that_it_does_not_need(folder: Path) -> None:
    done = process("extract", "讲话/甲.txt", "-o", "台账.csv", env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.returncode == DONE
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines() if line.startswith(b"import time:")}
    assert "commitments.pipeline" in imported
    heavy = {"pandas", "spacy", "openpyxl", "rich", "pyarrow", "jieba", "numpy", "lxml", "multiprocessing", "asyncio"}
    assert imported & heavy == set()


def test_python_m_runs_the_program(folder: Path) -> None:
    done = process("extract", "讲话/甲.txt", "-o", "台账.csv")
    assert (done.returncode, done.stdout) == (DONE, b"")


def test_ctrl_c_is_answered_while_standard_input_is_waited_for(folder: Path) -> None:
    arguments = [sys.executable, "-m", "commitments", "extract", "-", "-o", "台账.csv", "-j", "2"]
    running = subprocess.Popen(arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
    for _ in range(200):
        if list(folder.glob(".台账.csv.*.part")):
            break
        time.sleep(0.05)
    time.sleep(0.5)  # now it waits
    running.send_signal(signal.SIGINT)
    assert running.wait(timeout=20) == INTERRUPTED
    _, stderr = running.communicate()
    assert stderr.decode().strip() == "Interrupted; no ledger was written."


def test_an_interrupt_inside_the_pool_is_held_back_until_it_is_safe() -> None:
    before = signal.getsignal(signal.SIGINT)
    done = []
    with pytest.raises(KeyboardInterrupt), interrupts() as hold, hold.back():
        signal.raise_signal(signal.SIGINT)
        done.append("what was begun")
    assert done == ["what was begun"]
    with pytest.raises(KeyboardInterrupt), interrupts():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_interrupts_are_left_alone_outside_of_the_main_thread() -> None:
    found: list[bool] = []

    def look() -> None:
        before = signal.getsignal(signal.SIGINT)
        with interrupts() as hold, hold.back():
            found.append(signal.getsignal(signal.SIGINT) is before)

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [True]
