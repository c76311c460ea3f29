"""Cold start: one speech from the command line, page to CSV, against a process that loads jieba's dictionary.

    python benchmarks/coldstart.py [PAGE] [--rounds 9] [--most-ratio 1.5] [--most-megabytes 150]

The commands run in turns, each in a new process; the first turn does not count: it fills file caches, jieba's own cache and ours
(`kept.py`), and compiles the modules, as pip does where it installs them. "nothing kept" is the run that makes our cache anew, for which
there is no limit. Figures are medians of wall seconds; memory is the greatest resident size of a process. Needs a POSIX system.
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

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "examples" / "flood-season.txt"
JIEBA = [sys.executable, "-c", "import jieba; jieba.setLogLevel(60); jieba.lcut('讲话')"]
BARE = [sys.executable, "-c", "pass"]


def run(command: list[str], cache: str) -> tuple[float, float]:
    """Return wall seconds and megabytes of a command that keeps what it works out in a folder."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "COMMITMENTS_CACHE": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    return wall, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> int:
    options = parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ours = [sys.executable, "-m", "commitments", "extract", str(options.page), "-o", str(Path(folder) / "ledger.csv")]
        commands = {"commitments": ours, "jieba": JIEBA, "nothing kept": ours, "python": BARE}
        caches = {"commitments": str(Path(folder) / "cache")}
        turns = [{name: run(command, caches.get(name, "")) for name, command in commands.items()} for _ in range(options.rounds + 1)][1:]
    wall = {name: statistics.median(turn[name][0] for turn in turns) for name in commands}
    memory = {name: max(turn[name][1] for turn in turns) for name in commands}
    ratio = statistics.median(turn["commitments"][0] / turn["jieba"][0] for turn in turns)
    print(f"{options.page.name}, median of {options.rounds} turns")
    for name in commands:
        print(f"{name:12} {wall[name]:6.3f} s  {memory[name]:6.1f} MB")
    print(f"ratio to jieba {ratio:.2f}")
    print(json.dumps({"seconds": round(wall["commitments"], 3), "ratio": round(ratio, 3), "megabytes": round(memory["commitments"], 1)}))
    return int(ratio > options.most_ratio or memory["commitments"] > options.most_megabytes)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Cold start against jieba.")
    found.add_argument("page", nargs="?", type=Path, default=PAGE)
    found.add_argument("--rounds", type=int, default=9)
    found.add_argument("--most-ratio", type=float, default=1.5)
    found.add_argument("--most-megabytes", type=float, default=150)
    return found


if __name__ == "__main__":
    sys.exit(main())
