"""The sets of expressions in running text: `expressions/deadlines.jsonl`, `expressions/quantities.jsonl`, `expressions/free.txt`.

A line holds a `text`, the `form` it shows, the `part` it belongs to (held-out: written before its author had seen the rules; open: written
beside them; fresh: written when the rules were done and run once; later, later-2 and later-3: written by those who knew the rules, before
the run that they judge, later half colloquial), for deadlines the `date` of the speech, and the `mentions` to be found: `at` which
character, which `text`, with what value. A trap has no mentions. `free.txt` is prose with neither deadlines nor quantities.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("expressions")
EXHORTATIONS = Path(__file__).resolve().parents[1] / "corpus" / "negatives" / "exhortation"


@dataclass(frozen=True)
class Item:
    """One text of a set, with what has to be found in it."""

    form: str
    part: str
    text: str
    date: str
    mentions: tuple[dict[str, Any], ...]


def read_set(name: str) -> list[Item]:
    """Return the items of `deadlines` or `quantities`, refusing a mention that does not stand where it says."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    items = [
        Item(entry["form"], entry["part"], entry["text"], entry.get("date", ""), tuple(entry["mentions"]))
        for entry in map(json.loads, lines)
    ]
    for number, item in enumerate(items, 1):
        for mention in item.mentions:
            if not item.text.startswith(mention["text"], mention["at"]):
                raise ValueError(f"{name}.jsonl line {number}: {mention['text']} does not stand at character {mention['at']}")
    return items


def free_texts() -> list[str]:
    """Return the paragraphs of prose without a deadline or a quantity."""
    return (FOLDER / "free.txt").read_text(encoding="utf-8").splitlines()


def exhortations() -> list[str]:
    """Return the paragraphs of the texts of pure exhortation, which name neither a time nor an amount that is to be kept."""
    return [line for path in sorted(EXHORTATIONS.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line]


def overlapping(mention: dict[str, Any], spans: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the numbers of the spans that share characters with a mention."""
    first, last = mention["at"], mention["at"] + len(mention["text"])
    yield from (number for number, (start, end) in enumerate(spans) if start < last and first < end)
