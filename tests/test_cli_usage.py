"""Wrong usage is one line that says the cure; help and messages come in the reader's language."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest
from commandline import ENVIRONMENT, TASKS, folder, run, the_line

from commitments.cli import DONE, WRONG_USAGE, main
from commitments.cli_help import chosen_language
from commitments.errors import SourceError
from commitments.messages import _pattern, _table, default_language, describe, language_of, message, translate

__all__ = ["folder"]

# Wrong usage: one line, status 2, and nothing is written


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "没有.txt"], "没有.txt: no such file or folder; check the name"),
        (["extract", "没有*.txt"], "no page matches this pattern"),
        (["extract", "空夹"], "空夹: no pages in this folder; put files that end in .txt"),
        (["extract", "图.png"], "图.png: this is a picture or a scanned page; run text recognition"),
        (["extract", "讲话", "-o", "台账.doc"], "unknown suffix '.doc'; name a file that ends in .csv .jsonl .xlsx .parquet .ics .html"),
        (["extract", "讲话", "-o", "台账"], "no suffix that says the format"),
        (["extract", "讲话", "-o", "没有/台账.csv"], "there is no folder 没有; make the folder first"),
        (["extract", "讲话", "-o", "讲话.csv"], "this is a folder; name a file"),
        (["extract", "讲话", "--date", "2025-13"], "--date: there is no day 2025-13; write 2025, 2025-07 or 2025-07-10"),
        (["extract", "讲话", "--date", "明天"], "--date: '明天' is no date"),
        (["extract", "讲话", "--date", "2025/7/10"], "is no date"),
        (["extract", "讲话", "--date", ""], "is no date"),
        (["extract", "讲话", "--jobs", "0"], "wrong value for --jobs"),
        (["extract", "讲话", "--jobs", "viele"], "wrong value for --jobs"),
        (["extract", "讲话", "--headers", "de"], "wrong value for --headers"),
        (["extract", "讲话", "--rules", "没有"], "no such folder; name a folder that holds rule files"),
        (["extract", "表.csv"], "no column that could be the text; name it with --text-column; its columns are: 甲 乙"),
        (["extract", "表.csv", "--text-column", "丙"], "表.csv: no column 丙; its columns are: 甲 乙"),
        (["extract", "坏.csv.gz"], "坏.csv.gz: this is no gzip file"),
        (["extract", "坏.jsonl"], "no JSON object in its first lines"),
        (["extract", "表.csv", "--text-column", "甲", "-o", "表.csv"], "this file is also a source"),
        (["extract"], "SOURCE... is missing; see commitments extract --help"),
        (["extract", "讲话", "--dat", "2025"], "no such option --dat (--date?); see commitments extract --help"),
        (["extract", "讲话", "-o"], "see commitments extract --help"),
        (["extrakt", "讲话"], "extrakt"),
        (["rules", "check", "没有"], "没有: no such folder"),
        (["rules", "check", "空夹"], "no rules in this folder"),
        (["rules", "chek"], "chek"),
        (["clean"], "SOURCE... is missing"),
        (["clean", "没有.txt"], "no such file or folder"),
        (["clean", "讲话", "-o", "没有/x.txt"], "there is no folder"),
        (["clean", "讲话/甲.txt", "-o", "讲话/甲.txt"], "this file is also a source"),
        (["outline", "空夹"], "no pages in this folder"),
        (["explain", "讲话", "--date", "x"], "--date: 'x' is no date"),
        (["evaluate"], "--gold is missing"),
        (["evaluate", "--gold", "没有"], "没有"),
        (["--nix"], "no such option --nix"),
    ],
)
def test_wrong_usage_is_one_line_with_the_cure(folder: Path, arguments: list[str], words: str) -> None:
    (folder / "空夹").mkdir()
    (folder / "讲话.csv").mkdir()
    (folder / "图.png").write_bytes(b"\x89PNG")
    (folder / "表.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    (folder / "坏.csv.gz").write_bytes(b"text\n")
    (folder / "坏.jsonl").write_bytes(b"[1]\n")
    before = sorted(folder.rglob("*"))
    line = the_line(run(*arguments))
    assert words in line
    assert line.count("; ") >= 1
    assert sorted(folder.rglob("*")) == before


def test_outputs_are_checked_before_the_work(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commitments.cli_sources.plan", lambda *_: pytest.fail("the work has begun"))
    assert "there is no folder" in the_line(run("extract", "讲话", "-o", "台账.csv", "-o", "没有/台账.csv"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(folder: Path) -> None:
    command = [sys.executable, "-m", "commitments", "extract", "讲话"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT)
    assert done.returncode == WRONG_USAGE
    assert b"Traceback" not in done.stderr
    assert b"the system refused" in done.stderr


def test_a_wrong_rule_is_wrong_usage_and_not_a_failure_of_every_speech(folder: Path) -> None:
    rules = folder / "规则" / "deadlines"
    rules.mkdir(parents=True)
    (rules / "x.toml").write_text('[[rule]]\nid = "deadline.x"\npattern = "("\n', encoding="utf-8")
    line = the_line(run("extract", "讲话", "--rules", "规则"))
    assert "x.toml" in line
    assert "deadline.x" in line


# Languages


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
        ({"LC_ALL": "zh_CN", "LANG": "en_US"}, "zh"),
        ({}, "en"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own setting")
def test_the_language_is_that_of_the_environment(environment: dict[str, str], expected: str) -> None:
    assert language_of(environment) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(["--lang", "zh"], "zh"), (["extract", "--lang=zh", "x"], "zh"), (["--lang", "fr"], "en"), (["--lang"], "en"), ([], "en")],
)
def test_lang_counts_more_than_the_environment(arguments: list[str], expected: str) -> None:
    assert chosen_language(arguments, {"LANG": "en_US"}) == expected


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "没有.txt"], "没有.txt：没有这个文件或文件夹；请核对名称"),
        (["extract", "--nix"], "commitments extract：没有 --nix 这个选项；用法见 commitments extract --help"),
        (["extract"], "缺少 SOURCE..."),
        (["extract", "讲话", "--date", "x"], "--date：'x' 不是日期；请写成 2025、2025-07 或 2025-07-10"),
        (["extract", "讲话", "-o", "x.doc"], "不认识后缀 '.doc'；文件名请以 .csv"),
    ],
)
def test_errors_are_told_in_chinese(folder: Path, arguments: list[str], words: str) -> None:
    assert words in the_line(run(*arguments, lang="zh_CN.UTF-8"))


@pytest.mark.parametrize("name", TASKS[1:])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_command_helps_with_an_example(name: str, lang: str) -> None:
    result = run(name, "--help", "--lang", lang)
    assert result.exit_code == DONE
    assert message("help.example", lang) in result.stdout  # type: ignore[arg-type]
    assert f"commitments {name}" in result.stdout.partition(message("help.example", lang))[2]  # type: ignore[arg-type]


def test_the_program_alone_shows_its_help() -> None:
    result = run()
    assert result.exit_code == DONE
    commands = result.stdout.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    listed = [line.split()[0] for line in commands if not line.startswith("   ")]
    assert listed[0] == "extract"
    assert [name for name in listed if name in TASKS] == TASKS[1:]


def test_the_version_names_the_rule_set() -> None:
    assert "rule-set" in run("--version").stdout


def walk(command: click.Command) -> list[click.Command]:
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return [command, *(found for each in inner for found in walk(each))]


@pytest.mark.parametrize("command", walk(main), ids=lambda command: command.name)
def test_every_command_and_option_has_its_text(command: click.Command) -> None:
    for language in ("zh", "en"):
        assert message(f"command.{getattr(command, 'key', command.name)}", language)  # type: ignore[arg-type]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert message(f"option.{parameter.name}", language)  # type: ignore[arg-type]


def test_every_message_is_there_in_both_languages() -> None:
    texts = {f"{section}.{name}": text for section, part in _table("messages").items() for name, text in part.items()}
    assert [key for key, text in texts.items() if set(text) != {"zh", "en"}] == []


@pytest.mark.parametrize("entry", _table("errors")["error"], ids=lambda entry: entry["en"][:40])
def test_a_translation_puts_the_fields_of_the_english_text_in(entry: dict[str, str]) -> None:
    pattern = _pattern(entry["en"])
    example = {name: f"«{name}»" for name in pattern.groupindex}
    english = entry["en"]
    for name, value in example.items():
        english = english.replace(f"{{{name}}}", value)
    chinese = translate(english, "zh")
    assert chinese != english
    assert all(value in chinese for value in example.values())


def test_an_error_is_one_line_in_both_languages() -> None:
    error = SourceError("页\n面", "cannot be read: No\nsuch device", "check its permissions")
    assert describe(error, "en") == "页 面: cannot be read: No such device; check its permissions"
    assert describe(error, "zh") == "页 面：无法读取（No such device）；请检查文件的权限"


def test_the_default_language_is_known() -> None:
    assert default_language() in ("zh", "en")


