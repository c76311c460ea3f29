"""Side by side with other parsers: right values, false hits, speed, on the sets of expressions in running text.

    python benchmarks/compare_parsers.py [--peers PYTHON]... [--write docs/parsers.md] [--json]

`--peers` names the interpreter of an environment with peers in it (see requirements-compare.txt); it may be repeated, for two versions
of one peer. A peer that cannot be imported is reported with its reason. This library is measured in this interpreter.

Deadlines. strict: the last day is the expected one (where a first day is expected, it as well; of a frequency its unit and count).
lenient: the words are found, and the last day lies within the days that the peer names, or a day beside them. Expressions that no calendar
can date (汛期前) are left out. Quantities. value: the number alone; unit: and the unit; full: and the comparator. A false hit is a time
with a day or a frequency, or a quantity, in a text that has none. The reference day is given to every peer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from expression_sets import Item, exhortations, free_texts, overlapping, read_set
from peers import FIGURES, TIMES, Figure, Time, every_of

DAY = timedelta(days=1)
Record = dict[str, Any]


def main() -> int:
    options = parser().parse_args()
    if options.worker:
        print(json.dumps(measure_all(own=False)))
        return 0
    records = measure_all(own=True)
    for python in options.peers:
        run = subprocess.run([python, str(Path(__file__).resolve()), "--worker"], capture_output=True, text=True, check=True)
        records += json.loads(run.stdout.splitlines()[-1])
    records = [record for record in records if "why" not in record or not _measured_elsewhere(record, records)]
    if options.json:
        print(json.dumps(records, ensure_ascii=False, indent=1))
    else:
        print(tables(records))
    if options.write:
        page = options.write.read_text(encoding="utf-8")
        head, mark, _ = page.partition("<!-- measured -->\n")
        options.write.write_text(head + mark + tables(records) + "\n", encoding="utf-8")
    return 0


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description="Deadlines and quantities side by side with other parsers.")
    found.add_argument(
        "--peers", action="append", default=[], metavar="PYTHON", help="the interpreter of an environment with peers; may be repeated"
    )
    found.add_argument("--write", type=Path, help="a page with the mark <!-- measured -->, behind which the tables are renewed")
    found.add_argument("--json", action="store_true")
    found.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    return found


def _measured_elsewhere(record: Record, records: Sequence[Record]) -> bool:
    return any((other["kind"], other["name"]) == (record["kind"], record["name"]) and "why" not in other for other in records)


def measure_all(*, own: bool) -> list[Record]:
    """Measure this library, or every peer that this interpreter can import."""
    records = []
    for kind, parsers in (("deadlines", TIMES), ("quantities", FIGURES)):
        for name, make in parsers.items():
            if (name == "commitments") is own:
                records.append(_measured(kind, name, make))
    return records


def _measured(kind: str, name: str, make: Callable[[], Any]) -> Record:
    try:
        parse = make()
    except Exception as error:  # whatever keeps a peer from starting is its reason
        return {"kind": kind, "name": name, "why": f"{type(error).__name__}: {error}"}
    try:
        number = version(name)
    except PackageNotFoundError:
        number = ""
    record: Record = {"kind": kind, "name": name, "version": number}
    measure = _measure_deadlines if kind == "deadlines" else _measure_quantities
    return record | measure(parse)


def _measure_deadlines(parse: Callable[[str, datetime], Iterable[Time]]) -> Record:
    items = read_set("deadlines")
    run = _Run(lambda item: parse(item.text, _base(item)))
    score: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for item in items:
        found = [time for time in run(item) if time.first or time.last or time.every]
        for mention in item.mentions:
            if mention["start"] is None and mention["end"] is None and not mention["recurrence"]:
                continue
            hits = [found[number] for number in overlapping(mention, [time[:2] for time in found])]
            strict, lenient = _right_time(mention, hits)
            group = "frequency" if mention["recurrence"] else "date"
            for key in (group, f"part {item.part}"):
                score[key] = [a + b for a, b in zip(score[key], (1, strict, lenient), strict=True)]
    traps = [item for item in items if not item.mentions]
    hits = sum(1 for item in traps if any(time.first or time.last or time.every for time in run(item)))
    free = [Item("free", "free", line, "2025-07-10", ()) for line in free_texts() + exhortations()]
    junk = sum(1 for item in free for time in run(item) if time.first or time.last or time.every)
    return {"score": score, "traps": [len(traps), len(traps) - hits]} | _speeds(run, items, free, junk)


def _base(item: Item) -> datetime:
    parts = [int(part) for part in item.date.split("-")]
    return datetime(*[*parts, 1, 1][:3], 9)  # type: ignore[arg-type]


def _right_time(mention: dict[str, Any], hits: Sequence[Time]) -> tuple[bool, bool]:
    """Tell whether the hits on a mention are strictly right, and leniently."""
    if mention["recurrence"]:
        expected = {every_of(rule) for rule in mention["recurrence"]}
        found = {time.every for time in hits if time.every}
        return found == expected, bool(found & expected)
    start = date.fromisoformat(mention["start"]) if mention["start"] else None
    end = date.fromisoformat(mention["end"]) if mention["end"] else None
    strict = any((start is None or time.first == start) and (end is None or time.last == end) for time in hits)
    around = end or start
    lenient = any(time.last and (time.first or time.last) - DAY <= around <= time.last + DAY for time in hits) if around else False
    return strict, strict or lenient


def _measure_quantities(parse: Callable[[str], Iterable[Figure]]) -> Record:
    items = read_set("quantities")
    run = _Run(lambda item: parse(item.text))
    score: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for item in items:
        found = list(run(item))
        for mention in item.mentions:
            hits = [found[number] for number in overlapping(mention, [figure[:2] for figure in found])]
            grades = [_right_figure(mention, hit) for hit in hits]
            value, unit, full = (any(grade >= level for grade in grades) for level in (1, 2, 3))
            for key in ("all", f"part {item.part}"):
                score[key] = [a + b for a, b in zip(score[key], (1, value, unit, full), strict=True)]
    traps = [item for item in items if not item.mentions]
    hits = sum(1 for item in traps if any(True for _ in run(item)))
    free = [Item("free", "free", line, "", ()) for line in free_texts() + exhortations()]
    junk = sum(1 for item in free for _ in run(item))
    return {"score": score, "traps": [len(traps), len(traps) - hits]} | _speeds(run, items, free, junk)


def _right_figure(mention: dict[str, Any], figure: Figure) -> int:
    """Return 0 for a wrong value, 1 for a right one, 2 with the unit, 3 with the comparator; who names none says ==."""
    low, high = (mention["value"],) * 2 if mention["value"] is not None else (mention["low"], mention["high"])
    if abs(figure.low - low) > 0.01 or abs(figure.high - high) > 0.01:
        return 0
    if figure.unit != mention["unit"] and low:
        return 1
    return 3 if (figure.comparator or "==") == mention["comparator"] else 2


class _Run:
    """Runs a parser on an item; a text on which it fails has no mentions."""

    def __init__(self, parse: Callable[[Item], Iterable[Any]]) -> None:
        self.parse = parse
        self.failures = 0

    def __call__(self, item: Item) -> list[Any]:
        try:
            return list(self.parse(item))
        except Exception:  # a peer's failure is its own
            self.failures += 1
            return []


def _speeds(run: _Run, items: Sequence[Item], free: Sequence[Item], junk: int) -> Record:
    failures = run.failures
    dense = [item for item in items if item.mentions]
    characters = sum(len(item.text) for item in free)
    return {
        "failures": failures,
        "false per 10,000": round(junk * 10_000 / characters, 1),
        "speed dense": _speed(run, dense),
        "speed free": _speed(run, free),
    }


def _speed(run: _Run, items: Sequence[Item]) -> float:
    """Return million characters a second of processor time, the best of three runs."""
    seconds = []
    for _ in range(3):
        begin = time.process_time()
        for item in items:
            run(item)
        seconds.append(time.process_time() - begin)
    return round(sum(len(item.text) for item in items) / max(min(seconds), 1e-9) / 1e6, 4)


def tables(records: Sequence[Record]) -> str:
    """Return both tables in Markdown, the best first, and below them what could not be run."""
    lines: list[str] = []
    for kind, columns in (("deadlines", ("date", "frequency")), ("quantities", ("all",))):
        chosen = [record for record in records if record["kind"] == kind and "why" not in record]
        grades = ("strict", "lenient") if kind == "deadlines" else ("value", "value and unit", "full")
        head = ["parser", *(f"{column} {grade}" if column != "all" else grade for column in columns for grade in grades)]
        head += ["traps passed", "false hits per 10,000 characters", "speed, dense", "speed, no hit"]
        if lines:
            lines.append("")
        lines += [f"### {kind.capitalize()}", "", "| " + " | ".join(head) + " |", "| --- |" + " --- |" * (len(head) - 1)]
        for record in sorted(chosen, key=lambda record: -record["score"][columns[0]][-1]):
            lines.append("| " + " | ".join(_cells(record, columns)) + " |")
    lost = [record for record in records if "why" in record]
    if lost:
        lines += ["", "Not run:", "", *(f"- {record['name']} ({record['kind']}): {record['why']}" for record in lost)]
    return "\n".join(lines)


def _cells(record: Record, columns: Sequence[str]) -> list[str]:
    cells = [f"{record['name']} {record['version']}".strip()]
    for column in columns:
        total, *right = record["score"].get(column, [0, 0])
        cells += [f"{count / total:.1%}" if total else "–" for count in right]
    traps, passed = record["traps"]
    return [*cells, f"{passed} of {traps}", f"{record['false per 10,000']}", f"{record['speed dense']}", f"{record['speed free']}"]


if __name__ == "__main__":
    sys.exit(main())
