"""Linearity: what a speech costs that is 1, 2, 4, 8 … times as long.

    python benchmarks/linearity.py [PAGE] [--copies 1,2,4,8,16] [--most-growth 1.3]

The page's speech is repeated below itself, paragraph by paragraph and once on one collapsed line, so that only its
length changes. Growth is the seconds a character divided by those of one copy: 1 is linear, with --most-growth
the exit status is 1 above it. Each figure is the best of some runs, which is what noise of the machine spares.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from pages import ROOT

from commitments.clean import clean_page
from commitments.pipeline import extract_page
from commitments.reading import read_page
from commitments.ruledata import load_rules
from commitments.types import RawPage

PAGE = ROOT / "examples" / "project-push.html"


def seconds(page: RawPage, rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        extract_page(page, date="2025-07-10")
        best = min(best, time.perf_counter() - begin)
    return best


def main() -> int:
    options = parser().parse_args()
    text = clean_page(read_page(options.page), load_rules()).text
    extract_page(RawPage(text), date="2025-07-10")
    worst = 0.0
    for name, body in (("paragraphs", text + "\n"), ("one line", text.replace("\n", ""))):
        print(f"{name}: {len(body)} characters a copy")
        one = 0.0
        for copies in map(int, options.copies.split(",")):
            page = RawPage(body * copies)
            cost = seconds(page, max(3, 24 // copies)) / len(page.text)
            one = one or cost
            worst = max(worst, cost / one)
            print(f"{copies:4} copies  {cost * len(page.text):8.4f} s  {cost * 1e6:6.2f} µs a character  growth {cost / one:4.2f}")
    return int(worst > options.most_growth)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Cost against length.")
    found.add_argument("page", nargs="?", type=Path, default=PAGE)
    found.add_argument("--copies", default="1,2,4,8,16")
    found.add_argument("--most-growth", type=float, default=1.3)
    return found


if __name__ == "__main__":
    sys.exit(main())
