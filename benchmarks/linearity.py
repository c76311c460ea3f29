"""Linearity: what a speech costs that is 1, 2, 4, 8 … times as long.

    python benchmarks/linearity.py [PAGE] [--copies 1,2,4,8,16] [--rounds 7] [--most-growth 1.3]

The page's speech is repeated below itself, each copy with words of its own at the ends of its lines (what a page prints
twice is cut), so that only its length changes: paragraph by paragraph, on one collapsed
line, and with commas alone, which makes it one sentence of thousands of clauses. Growth is the seconds a character
divided by those of one copy: 1 is linear, and above --most-growth the exit status is 1. Each figure is the best of some
rounds, which is what the noise of the machine spares.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pages import ROOT

from commitments.clean import clean_page
from commitments.pipeline import extract_page
from commitments.reading import read_page
from commitments.ruledata import load_rules
from commitments.types import RawPage

STEMS = "甲乙丙丁戊己庚辛壬癸"
PAGE = ROOT / "examples" / "project-push.html"


def costs(pages: list[RawPage], rounds: int) -> list[float]:
    """Return the least processor seconds of each page; all sizes run in turns, so that a slow moment meets them all."""
    best = [float("inf")] * len(pages)
    for _ in range(rounds):
        for index, page in enumerate(pages):
            begin = time.process_time()
            extract_page(page, date="2025-07-10")
            best[index] = min(best[index], time.process_time() - begin)
    return best


def marked(text: str, copy: int) -> str:
    """Return the text with words at the end of each line that no other copy has."""
    name = STEMS[copy // 10 % 10] + STEMS[copy % 10]
    return "\n".join(f"{line.rstrip('。')},{name}组也是如此。" for line in text.split("\n"))


def main() -> int:
    options = parser().parse_args()
    text = clean_page(read_page(options.page), load_rules()).text
    worst = 0.0
    shapes: dict[str, Callable[[str], str]] = {
        "paragraphs": lambda copy: copy + "\n",
        "one line": lambda copy: copy.replace("\n", ""),
        "one sentence": lambda copy: re.sub("[。！？!?；;\n]", "，", copy),
    }
    for name, shape in shapes.items():
        print(f"{name}: {len(shape(marked(text, 0)))} characters a copy")
        copies = [int(number) for number in options.copies.split(",")]
        pages = [RawPage("".join(shape(marked(text, copy)) for copy in range(number))) for number in copies]
        found = costs(pages, options.rounds)
        for number, page, cost in zip(copies, pages, found, strict=True):
            growth = (cost / len(page.text)) / (found[0] / len(pages[0].text))
            worst = max(worst, growth)
            print(f"{number:4} copies  {cost:8.4f} s  {cost / len(page.text) * 1e6:6.2f} µs a character  growth {growth:4.2f}")
    return int(worst > options.most_growth)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Cost against length.")
    found.add_argument("page", nargs="?", type=Path, default=PAGE)
    found.add_argument("--copies", default="1,2,4,8,16")
    found.add_argument("--rounds", type=int, default=7)
    found.add_argument("--most-growth", type=float, default=1.3)
    return found


if __name__ == "__main__":
    sys.exit(main())
