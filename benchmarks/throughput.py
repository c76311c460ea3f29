"""Throughput: the whole pipeline, page to ledger rows, against jieba.lcut on the same text in the same run.

    python benchmarks/throughput.py [PAGES...] [--rounds 5] [--least-ratio 1.0] [--no-ner]

Both are warmed up first, then run in turns on one core; the figures are medians of processor seconds over the rounds. The ratio can be
compared between machines, the characters a second cannot. With --least-ratio the exit status is 1 below it.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable

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
    ours, theirs = (statistics.median(column) for column in zip(*rounds, strict=True))
    ratio = statistics.median(other / own for own, other in rounds)
    print(f"{len(pages)} pages, {characters} characters, median of {options.rounds} rounds")
    print(f"commitments  {ours:7.3f} s  {characters / ours / 1e6:5.2f} million characters a second")
    print(f"jieba.lcut   {theirs:7.3f} s  {characters / theirs / 1e6:5.2f} million characters a second")
    print(f"ratio        {ratio:7.2f}  (above 1: faster than jieba.lcut)")
    print(json.dumps({"characters": characters, "commitments_s": round(ours, 4), "jieba_s": round(theirs, 4), "ratio": round(ratio, 3)}))
    return int(options.least_ratio is not None and ratio < options.least_ratio)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Throughput against jieba.lcut.")
    found.add_argument("pages", nargs="*", help="files or folders; the corpus without its test split if none")
    found.add_argument("--rounds", type=int, default=5)
    found.add_argument("--least-ratio", type=float)
    found.add_argument("--no-ner", dest="ner", action="store_false", help="without the trained model")
    return found


if __name__ == "__main__":
    sys.exit(main())
