"""What the tests of the command line share: two pages in a folder, and a way to call the program."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from commitments.cli import WRONG_USAGE, main

PAGE = """在全县防汛工作会议上的讲话
同志们：
今天我们开一个防汛工作会议，主要任务是把汛前的几件事情定下来。
一、抓紧备汛
水利局要会同各乡镇，在5月底前完成12座水库除险加固。
应急局要在6月10日前组织3次演练。
二、压实责任
各乡镇要每周调度一次备汛进度，确保人员、物资到位。
"""
OTHER = PAGE.replace("防汛", "防火").replace("12座水库除险加固", "9处隔离带清理").replace("水利局", "林业局")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LC_ALL": "C.UTF-8"}
TASKS = ["commitments", "extract", "clean", "outline", "explain", "evaluate", "rules"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two pages in `讲话/`."""
    pages = tmp_path / "讲话"
    (pages / "下级").mkdir(parents=True)
    (pages / "甲.txt").write_text(PAGE, encoding="utf-8")
    (pages / "下级" / "乙.txt").write_text(OTHER, encoding="gb18030")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, given: bytes | None = None, lang: str = "en_US.UTF-8") -> Result:
    return CliRunner(env={"LC_ALL": lang}).invoke(main, arguments, input=given)


def the_line(result: Result, status: int = WRONG_USAGE) -> str:
    """The one line on stderr of a command that wrote nothing else."""
    assert result.exit_code == status, result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    return result.stderr


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def process(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    environment = ENVIRONMENT | settings.pop("env", {})
    return subprocess.run([sys.executable, "-m", "commitments", *arguments], capture_output=True, env=environment, **settings)
