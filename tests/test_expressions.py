"""The sets of expressions in running text: each text gives exactly its mentions, a trap and free prose none."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from commitments import parse_deadlines, parse_quantities

FOLDER = Path(__file__).parents[1] / "benchmarks" / "expressions"


def entries(name: str) -> list[Any]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [pytest.param(json.loads(line), id=f"{name}-{number}") for number, line in enumerate(lines, 1)]


DEADLINES, QUANTITIES = entries("deadlines"), entries("quantities")


@pytest.mark.parametrize("entry", DEADLINES)
def test_deadlines_are_exactly_these(entry: dict[str, Any]) -> None:
    found = []
    for mention in parse_deadlines(entry["text"], entry["date"]):
        deadline = mention.deadline
        start, end = (day.isoformat() if day else None for day in (deadline.start, deadline.end))
        found.append((start, end, list(deadline.recurrence), deadline.times))
    assert found == [(m["start"], m["end"], m["recurrence"], m["times"]) for m in entry["mentions"]]


@pytest.mark.parametrize("entry", QUANTITIES)
def test_quantities_are_exactly_these(entry: dict[str, Any]) -> None:
    found = [mention.quantity for mention in parse_quantities(entry["text"])]
    assert [(q.value, q.low, q.high, q.unit, q.comparator) for q in found] == [
        (*(None if m[key] is None else Decimal(str(m[key])) for key in ("value", "low", "high")), m["unit"], m["comparator"])
        for m in entry["mentions"]
    ]


@pytest.mark.parametrize("paragraph", (FOLDER / "free.txt").read_text(encoding="utf-8").splitlines())
def test_prose_holds_neither(paragraph: str) -> None:
    assert parse_deadlines(paragraph, "2025-07-10") == []
    assert parse_quantities(paragraph) == []


def test_the_sets_are_as_large_as_they_are_said_to_be() -> None:
    assert len(DEADLINES) >= 400
    assert len(QUANTITIES) >= 400
