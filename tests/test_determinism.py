"""The same input gives the same bytes: twice, with any hash seed, with any number of jobs, from any folder."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SUFFIXES = ("csv", "jsonl", "html", "ics", "xlsx")


def ledgers(out: Path, *options: str, seed: str = "0", folder: Path = ROOT) -> dict[str, str]:
    """Run the main job in a process of its own and return the hash of each ledger that it wrote."""
    out.mkdir()
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    outputs = [part for suffix in SUFFIXES for part in ("-o", str(out / f"ledger.{suffix}"))]
    command = [sys.executable, "-m", "commitments", "extract", "examples", *outputs, *options]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    return {suffix: hashlib.sha256((out / f"ledger.{suffix}").read_bytes()).hexdigest() for suffix in SUFFIXES}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return ledgers(tmp_path_factory.mktemp("first") / "out")


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_bytes_do_not_depend_on_the_run_or_on_the_hash_seed(tmp_path: Path, first: dict[str, str], seed: str) -> None:
    assert ledgers(tmp_path / "out", seed=seed) == first


def test_the_bytes_do_not_depend_on_the_number_of_jobs(tmp_path: Path, first: dict[str, str]) -> None:
    assert ledgers(tmp_path / "out", "--jobs", "2") == first


def test_the_bytes_do_not_depend_on_the_folder(tmp_path: Path, first: dict[str, str]) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    assert ledgers(tmp_path / "out", folder=tmp_path) == first
