"""A folder of pages from the command line with one process and with several: pages and characters a second, and memory.

    python benchmarks/batch.py [FOLDER] [--jobs 1,2] [--copies 8] [--rounds 3] [--least-gain X]

Without FOLDER the pages of the corpus (without its test split) are written --copies times under other names. The whole
command is timed in a new process, with all that it loads; `processor` is the time of all its processes together. With
--least-gain the exit status is 1 where the last of --jobs is not that many times as fast as the first. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from pages import ROOT, read_pages


def folder_of_pages(folder: Path, copies: int) -> Path:
    """Write the pages of the corpus as plain text, some times over."""
    pages = read_pages([])
    for number in range(copies):
        for page in pages:
            (folder / f"{page.doc_id}-{number}.txt").write_text(f"{page.text}\n", encoding="utf-8")
    return folder


def run(folder: Path, jobs: int, out: Path) -> tuple[float, float, float]:
    """Return wall seconds, processor seconds and the megabytes of the largest process."""
    command = [sys.executable, "-m", "commitments", "extract", str(folder), "-o", str(out), "--jobs", str(jobs)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) > 1:  # 1: some pages have failed, which is told
        raise SystemExit(f"failed: {' '.join(command)}")
    megabytes = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return wall, usage.ru_utime + usage.ru_stime, megabytes


def main() -> int:
    options = parser().parse_args()
    jobs = [int(number) for number in options.jobs.split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or folder_of_pages(Path(name), options.copies)
        pages = read_pages([str(folder)])
        characters = sum(len(page.text) for page in pages)
        out = Path(name) / "ledger.csv"
        turns = [{number: run(folder, number, out) for number in jobs} for _ in range(options.rounds)]
    print(f"{len(pages)} pages, {characters} characters, median of {options.rounds} turns, {os.cpu_count()} processors")
    found = {}
    for number in jobs:
        wall, processor, megabytes = (statistics.median(turn[number][column] for turn in turns) for column in range(3))
        found[number] = wall
        rate = f"{len(pages) / wall:7.1f} pages a second  {characters / wall / 1e6:5.2f} million characters a second"
        print(f"{number:2} jobs  {wall:7.2f} s  {rate}  processor {processor:7.2f} s  {megabytes:6.1f} MB")
    gain = statistics.median(turn[jobs[0]][0] / turn[jobs[-1]][0] for turn in turns)
    print(f"gain {gain:.2f}")
    print(json.dumps({"pages": len(pages), "characters": characters, "seconds": {n: round(s, 2) for n, s in found.items()}}))
    return int(options.least_gain is not None and gain < options.least_gain)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Throughput of a folder, with one process and several.")
    found.add_argument("folder", nargs="?", type=Path, help="a folder of pages; copies of the corpus if none")
    found.add_argument("--jobs", default="1,2")
    found.add_argument("--copies", type=int, default=8)
    found.add_argument("--rounds", type=int, default=3)
    found.add_argument("--least-gain", type=float)
    return found


if __name__ == "__main__":
    sys.exit(main())
