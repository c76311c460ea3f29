"""Shows that the compiled core makes the same ledger as the sources, byte for byte, or says on which page it does not.

    python tools/check_core.py [PAGES...]

The pages are those of the corpus without its test split, if none are named. The sources run in a process of their own, from a
copy of src without compiled modules.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from compile_core import ROOT, SUFFIX, compiled

READING = """
import hashlib, sys
from pages import read_pages
from commitments.pipeline import extract_page
from commitments.ruledata import load_rules
rules = load_rules()
for page in read_pages(sys.argv[1:]):
    found = extract_page(page, rules=rules)
    seen = repr((found.speech, found.headings, found.commitments, found.dropped))
    print(len(found.commitments), hashlib.sha256(seen.encode()).hexdigest(), page.source)
"""


def read(source: Path, paths: list[str]) -> list[str]:
    """Read the pages with the package in a folder laid out like src; return a line for each."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(source), str(ROOT / "benchmarks")])}
    command = [sys.executable, "-c", READING, *paths]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.splitlines()


def main() -> int:
    """Compare."""
    if not compiled(ROOT / "src"):
        print("no compiled modules to check")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "src"
        shutil.copytree(ROOT / "src", plain, ignore=shutil.ignore_patterns(f"*{SUFFIX}", "__pycache__"))
        shutil.copytree(ROOT / "rules", Path(folder) / "rules")
        ours, theirs = read(ROOT / "src", sys.argv[1:]), read(plain, sys.argv[1:])
    differing = [one for one, other in zip(ours, theirs, strict=True) if one != other]
    rows = sum(int(line.split(" ", 1)[0]) for line in theirs)
    print("\n".join(differing) or f"compiled and plain: the same {rows} rows from {len(theirs)} pages")
    return int(bool(differing))


if __name__ == "__main__":
    sys.exit(main())
