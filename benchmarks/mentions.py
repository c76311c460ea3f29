"""Speed of `parse_deadlines` and `parse_quantities` on one core, in million characters a second of processor time, the best of some rounds.

    python benchmarks/mentions.py [--rounds 9] [--json] [--check]

no hit: prose with neither deadlines nor quantities (expressions/free.txt). dense: every sentence of the corpus (train and dev) with a
hit of the kind, and nothing else. densest: the sets of expressions, one in nearly every clause. Each text is handed over whole.
How many different expressions are in it is told, as what was read once need not be read again.
jieba.lcut on the same text is the yardstick of the machine: how many characters a second depends on how fast and how busy it is, the
ratio hardly. Hostile texts of 100,000 characters must not cost more than twenty times what 10,000 cost. With --check the exit status
is 1 where one does, or where a floor is missed.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from expression_sets import free_texts, read_set
from pages import read_pages

from commitments import parse_deadlines, parse_quantities

Parse = Callable[[str], Sequence[Any]]
HOSTILE = {
    "digits": "7",
    "numerals": "十",
    "年": "年",
    "每": "每",
    "1亩": "1亩",
    "9月底前": "9月底前",
    "nested brackets": "（〔《“(",
    "quotes": '"三个',
    "closed brackets": "（〔《“三个”》〕）",
}
FLOORS = {"no hit": 5.0, "dense": 1.0}


def main() -> int:
    options = parser().parse_args()
    kinds: dict[str, Parse] = {
        "deadlines": lambda text: parse_deadlines(text, "2025-07-10"),
        "quantities": parse_quantities,
    }
    failed = False
    records = []
    for kind, parse in kinds.items():
        for name, text in texts(kind, parse):
            record = speed(parse, text, options.rounds)
            failed |= record["million characters a second"] < FLOORS.get(name, 0)
            records.append({"kind": kind, "text": name} | record)
        for name, unit in HOSTILE.items():
            record = growth(parse, unit)
            failed |= record["growth"] > 20
            records.append({"kind": kind, "hostile": name} | record)
    print(json.dumps(records, ensure_ascii=False) if options.json else table(records))
    return int(failed and options.check)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Speed of the mention finders on one core.")
    found.add_argument("--rounds", type=int, default=9)
    found.add_argument("--json", action="store_true")
    found.add_argument("--check", action="store_true", help="exit with 1 below a floor")
    return found


def texts(kind: str, parse: Parse) -> Iterator[tuple[str, str]]:
    """Yield the texts to measure on, with their names."""
    yield "no hit", "\n".join(free_texts())
    yield "dense", "\n".join(sentence for page in read_pages(()) for sentence in sentences(page.text) if parse(sentence))
    yield "densest", "\n".join(item.text for item in read_set(kind) if item.mentions)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text."""
    yield from re.findall(r"[^。！？\n]{4,}[。！？]?", text)


def speed(parse: Parse, text: str, rounds: int) -> dict[str, Any]:
    """Measure on one text, in turns with jieba."""
    import jieba

    jieba.setLogLevel(60)
    found = parse(text)
    jieba.lcut(text)
    ours, theirs = (min(column) for column in zip(*((seconds(parse, text), seconds(jieba.lcut, text)) for _ in range(rounds)), strict=True))
    return {
        "characters": len(text),
        "characters a hit": round(len(text) / len(found), 1) if found else None,
        "different expressions": len({mention.text for mention in found}) or None,
        "million characters a second": round(len(text) / ours / 1e6, 2),
        "times jieba.lcut": round(theirs / ours, 1),
    }


def growth(parse: Parse, unit: str) -> dict[str, Any]:
    """Measure how the cost grows from 10,000 characters to 100,000."""
    small, large = (min(seconds(parse, unit * (length // len(unit))) for _ in range(3)) for length in (10_000, 100_000))
    return {"seconds": round(large, 3), "growth": round(large / max(small, 0.001), 1)}


def seconds(work: Callable[[str], object], text: str) -> float:
    """Return the processor time of one run."""
    begin = time.process_time()
    work(text)
    return time.process_time() - begin


def table(records: Sequence[dict[str, Any]]) -> str:
    """Return the figures as two tables in Markdown."""
    columns = "| | text | characters | characters a hit | different expressions | million characters a second | times jieba.lcut |"
    lines = [columns, "| --- |" + " --- |" * 6]
    for record in records:
        if "text" in record:
            lines.append("| " + " | ".join("–" if value is None else str(value) for value in record.values()) + " |")
    lines += ["", "| | hostile text of 100,000 characters | seconds | times the cost of 10,000 |", "| --- |" + " --- |" * 3]
    lines += ["| " + " | ".join(map(str, record.values())) + " |" for record in records if "hostile" in record]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
