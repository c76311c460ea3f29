"""Cold start: one speech from the command line, page to CSV, against a process that loads jieba's dictionary.

    python benchmarks/coldstart.py [PAGE] [--rounds 9] [--most-ratio 1.5] [--most-megabytes 150]

Both programs keep something for their next run: jieba its dictionary in the folder for temporary files, ours what it has worked out in
the user's folder of caches (`kept.py`); and an installation of ours brings along what `tools/work_out.py` makes. So first runs are
compared with first runs (nothing kept), later runs with later ones, and our first run with a later one of jieba as well. What runs is a
copy of the sources as an installation has them. Two more first runs are shown: with a wheel that another Python has made, of which the
code of the patterns cannot be used, and from sources that were never installed, with nothing brought along; these two have no limit.

The commands run in turns, each in a new process; the first turn does not count: it fills file caches and compiles the modules, as pip
does where it installs them. Figures are medians of wall seconds; memory is the greatest resident size of a process. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import json
import marshal
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "examples" / "flood-season.txt"
JIEBA = [sys.executable, "-c", "import jieba; jieba.setLogLevel(60); jieba.lcut('讲话')"]
BROUGHT = Path("src", "commitments", "worked_out.bin")
KINDS = ("installed", "other python", "checkout")


def run(command: list[str], **variables: str) -> tuple[float, float]:
    """Return wall seconds and megabytes of a command."""
    environment = os.environ | variables
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {' '.join(command)}")
    return wall, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def lay_out(folder: Path) -> None:
    """Lay out our sources thrice, as they are when they are installed in each of the ways."""
    for kind in KINDS:
        for name in ("src", "rules", "tools"):
            shutil.copytree(ROOT / name, folder / kind / name, ignore=shutil.ignore_patterns("__pycache__", BROUGHT.name))
    subprocess.run([sys.executable, folder / "installed" / "tools" / "work_out.py"], check=True, capture_output=True)
    makers, _, found = marshal.loads((folder / "installed" / BROUGHT).read_bytes())
    (folder / "other python" / BROUGHT).write_bytes(marshal.dumps((makers, ("another", 0, ""), found)))


def turn(page: Path, folder: Path, number: int) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield the name of each command, and what one run of it costs."""
    new, kept = folder / f"new {number}", folder / "kept"
    ours = [sys.executable, "-m", "commitments", "extract", str(page), "-o", str(folder / "ledger.csv")]
    for name, place in (("jieba, first", new), ("jieba, later", kept)):
        place.mkdir(exist_ok=True)
        yield name, run(JIEBA, TMPDIR=str(place))
    for kind in KINDS:
        yield f"first, {kind}", run(ours, PYTHONPATH=str(folder / kind / "src"), COMMITMENTS_CACHE=str(new / kind))
    yield "later", run(ours, PYTHONPATH=str(folder / "installed" / "src"), COMMITMENTS_CACHE=str(kept))
    yield "python", run([sys.executable, "-c", "pass"])
    shutil.rmtree(new)


def main() -> int:
    options = parser().parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        turns = [dict(turn(options.page, folder, number)) for number in range(options.rounds + 1)][1:]
    print(f"{options.page.name}, median of {options.rounds} turns")
    for command in turns[0]:
        wall, memory = (statistics.median(values) for values in zip(*(one[command] for one in turns), strict=True))
        print(f"{command:20} {wall:6.3f} s  {memory:6.1f} MB")

    def ratio(ours: str, theirs: str) -> float:
        return round(statistics.median(one[ours][0] / one[f"jieba, {theirs}"][0] for one in turns), 3)

    ratios = {f"{ours} to jieba's {theirs}": ratio(ours, theirs) for ours, theirs in (
        ("later", "later"),
        *((f"first, {kind}", theirs) for kind in KINDS for theirs in ("first", "later")),
    )}
    ratios["jieba's first to its later"] = ratio("jieba, first", "later")
    for pair, value in ratios.items():
        print(f"{value:6.2f}  {pair}")
    memory = max(one[command][1] for one in turns for command in one if not command.startswith("jieba"))
    print(json.dumps({"ratios": ratios, "megabytes": round(memory, 1)}))
    limited = [value for pair, value in ratios.items() if pair.startswith(("later", "first, installed"))]
    return int(max(limited) > options.most_ratio or memory > options.most_megabytes)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Cold start against jieba.")
    found.add_argument("page", nargs="?", type=Path, default=PAGE)
    found.add_argument("--rounds", type=int, default=9)
    found.add_argument("--most-ratio", type=float, default=1.5)
    found.add_argument("--most-megabytes", type=float, default=150)
    return found


if __name__ == "__main__":
    sys.exit(main())
