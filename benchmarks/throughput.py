"""Throughput: the whole pipeline, page to ledger rows, against jieba.lcut on the same text in the same run.

    python benchmarks/throughput.py [PAGES...] [--rounds 9] [--least-ratio 1.0] [--no-ner]

Both are warmed up first, then run in turns on one core, so that what slows the machine slows both. The figures are medians of processor
seconds over the rounds, with the least and the greatest; the ratio is the median of the rounds' own ratios, with the middle half of them.
It can be compared between machines, the characters a second cannot. With --least-ratio the exit status is 1 below it.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from pages import read_pages

from commitments.ledger.csv_file import row_line
from commitments.pipeline import extract_page
from commitments.ruledata import load_rules


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> int:
    options = parser().parse_args()
    pages = read_pages(options.pages)
    rules = load_rules()
    texts = [page.text for page in pages]

    import jieba

    jieba.setLogLevel(60)

    def pipeline() -> int:
        return sum(len(row_line(row)) for page in pages for row in extract_page(page, rules=rules, ner=options.ner).commitments)

    def segmenting() -> int:
        return sum(len(jieba.lcut(text)) for text in texts)

    pipeline(), segmenting()
    rounds = [(seconds(pipeline), seconds(segmenting)) for _ in range(options.rounds)]
    characters = sum(map(len, texts))
    ours, theirs = zip(*rounds, strict=True)
    ratios = [other / own for own, other in rounds]
    low, ratio, high = statistics.quantiles(ratios, n=4, method="inclusive") if len(ratios) > 1 else ratios * 3
    print(f"{len(pages)} pages, {characters} characters, median of {options.rounds} rounds (least to greatest)")
    print(line_of("commitments", ours, characters))
    print(line_of("jieba.lcut", theirs, characters))
    print(f"ratio        {ratio:7.2f}    the middle half of the rounds {low:.2f} to {high:.2f}  (above 1: faster than jieba.lcut)")
    own, other = statistics.median(ours), statistics.median(theirs)
    told = {"characters": characters, "commitments_s": round(own, 4), "jieba_s": round(other, 4), "ratio": round(ratio, 3)}
    print(json.dumps(told | {"ratio_low": round(low, 3), "ratio_high": round(high, 3)}))
    return int(options.least_ratio is not None and ratio < options.least_ratio)


def line_of(name: str, taken: Sequence[float], characters: int) -> str:
    middle = statistics.median(taken)
    spread = f"({min(taken):.3f} to {max(taken):.3f})"
    return f"{name:11} {middle:8.3f} s  {spread}  {characters / middle / 1e6:5.2f} million characters a second"


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Throughput against jieba.lcut.")
    found.add_argument("pages", nargs="*", help="files or folders; the corpus without its test split if none")
    found.add_argument("--rounds", type=int, default=9)
    found.add_argument("--least-ratio", type=float)
    found.add_argument("--no-ner", dest="ner", action="store_false", help="without the trained model")
    return found


if __name__ == "__main__":
    sys.exit(main())
