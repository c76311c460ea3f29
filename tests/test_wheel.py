"""The wheel as users get it: built without a network, it does the main job in an empty folder."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT_OUT = ("corpus", "tests", "docs", "benchmarks", "notebooks", "examples")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of what the build reads, with the hatchling that is installed."""
    work = tmp_path_factory.mktemp("build")
    for name in ("src", "rules", "tools"):
        shutil.copytree(ROOT / name, work / name, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.bin"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, work)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(work / "dist")]
    environment = os.environ | {"PIP_NO_INDEX": "1", "SOURCE_DATE_EPOCH": "1577836800"}
    run = subprocess.run(command, cwd=work, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (found,) = (work / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel, as an installation does."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run_in(folder: Path, installed: Path, *command: str) -> subprocess.CompletedProcess[str]:
    # -P keeps the folder out of the path, -E would hide PYTHONPATH: only the wheel's package can be found.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"PYTHONPATH": str(installed)}
    return subprocess.run([sys.executable, "-P", *command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_wheel_holds_the_package_the_rules_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {f"commitments/rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*.toml")}
    assert rules <= names
    assert {"commitments/py.typed", "commitments/worked_out.bin"} <= names
    assert {"commitments/models/owners-v1.tsv", "commitments/models/tasks-v2.weights"} <= names
    assert {name.split("/")[0] for name in names} - {"commitments"} == {next(name for name in names if ".dist-info" in name).split("/")[0]}
    assert [name for name in names if name.split("/")[1] in LEFT_OUT] == []


def test_the_metadata_name_script_and_licence(installed: Path) -> None:
    (info,) = installed.glob("*.dist-info")
    assert "commitments = commitments.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")
    metadata = (info / "METADATA").read_text(encoding="utf-8")
    assert "License-Expression: MIT" in metadata
    assert "Requires-Python: >=3.11" in metadata


def test_the_main_job_runs_from_the_wheel_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    page = "首页 > 讲话\n在2025年供热工作会上的讲话\n同志们：\n住建局要在10月底前改造管网36公里。\n上一篇：通知\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    run = run_in(tmp_path, installed, "-m", "commitments", "extract", "page.txt", "-o", "ledger.csv")
    assert run.returncode == 0, run.stderr
    (row,) = csv.DictReader((tmp_path / "ledger.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (row["owner"], row["action"], row["due_date"]) == ("住建局", "改造管网36公里", "2025-10-31")
    assert {path.name for path in tmp_path.iterdir()} == {"page.txt", "ledger.csv"}


def test_the_first_run_has_nothing_left_to_work_out(installed: Path, tmp_path: Path) -> None:
    page = ROOT / "examples" / "flood-season.txt"
    code = (
        "from pathlib import Path; from commitments.cli import main; from commitments.kept import store;"
        f"main(['extract', {str(page)!r}, '-o', 'ledger.csv'], standalone_mode=False); print([*filter(None, store().packed().values())])"
    )
    run = run_in(tmp_path, installed, "-c", code)
    assert (run.stdout.strip(), run.returncode) == ("[]", 0), run.stderr


def test_spacy_finds_the_component_by_its_entry_point(installed: Path, tmp_path: Path) -> None:
    code = (
        "import spacy; nlp = spacy.blank('zh'); nlp.add_pipe('commitments', config={'date': '2025-02-20'});"
        "doc = nlp('交通局要在6月底前修复桥梁18座。'); print([span.text for span in doc.spans['owners']], len(doc._.commitments))"
    )
    run = run_in(tmp_path, installed, "-c", code)
    assert (run.stdout.strip(), run.returncode) == ("['交通局'] 1", 0), run.stderr


def test_the_rules_come_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    run = run_in(tmp_path, installed, "-c", "from commitments.ruledata import builtin_folder; print(builtin_folder())")
    assert Path(run.stdout.strip()) == installed / "commitments" / "rules"


def test_the_same_sources_give_the_same_rule_hash(installed: Path, tmp_path: Path) -> None:
    from commitments import load_rules

    run = run_in(tmp_path, installed, "-c", "from commitments import load_rules; print(load_rules().hash)")
    assert run.stdout.strip() == load_rules().hash
