"""What a quantity or a deadline means, in one short line that an annotator can read and correct."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from commitments.kept import compiled
from commitments.types import QuantityKind

_NUMBER = r"-?\d{1,20}(?:\.\d{1,10})?"
_QUANTITY = compiled(
    rf"(?P<comparator>==|>=|<=|~)?\s{{0,3}}(?P<low>{_NUMBER})(?:\.\.(?P<high>{_NUMBER}))?\s{{0,3}}"
    r"(?P<unit>(?:[^()\s.\d][^()\s]{0,19})?)\s{0,3}(?:\((?P<kind>[a-z]{1,20})(?P<delta>,\s{0,3}delta)?\))?"
)
_DAY = r"\d{4}-\d{2}-\d{2}"
_PERIOD = compiled(rf"(?P<start>{_DAY})?(?P<to>\.\.)?(?P<end>{_DAY})?")
_TIMES = compiled(r"x(\d{1,3})")


def quantity_line(quantity: Mapping[str, Any]) -> str:
    """Return what a quantity means.

    >>> quantity_line({"value": 12, "unit": "家", "comparator": ">=", "kind": "count", "delta": True})
    '>= 12 家 (count, delta)'

    Args:
        quantity: in the gold format.
    """
    low, high = quantity.get("low"), quantity.get("high")
    number = f"{low}..{high}" if low is not None else f"{quantity.get('value')}"
    delta = ", delta" if quantity.get("delta") else ""
    return f"{quantity['comparator']} {number} {quantity['unit']} ({quantity['kind']}{delta})".replace("  ", " ")


def read_quantity(line: str, words: str, known: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
    """Return the quantity that a line means, in the gold format; None where it means none.

    >>> read_quantity("12..15 家", "12至15家")["high"]
    15

    Args:
        line: as `quantity_line` writes it; the comparator and the bracket may be left out.
        words: the words in the text.
        known: the quantity as it was, for what the line leaves out.
    """
    match = _QUANTITY.fullmatch(line.strip())
    if match is None:
        return None
    known = known or {}
    kind = match["kind"] or known.get("kind", "count")
    if kind not in get_args(QuantityKind):
        return None
    low = _number(match["low"])
    size = {"low": low, "high": _number(match["high"])} if match["high"] else {"value": low}
    delta = match["delta"] is not None if match["kind"] else bool(known.get("delta", False))
    comparator = match["comparator"] or "=="
    return {"text": words, **size, "unit": match["unit"], "comparator": comparator, "kind": kind, "delta": delta}


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def deadline_line(deadline: Mapping[str, Any]) -> str:
    """Return what a deadline means.

    >>> deadline_line({"start": None, "end": "2025-09-30", "recurrence": [], "times": None})
    '2025-09-30'
    >>> deadline_line({"start": "2025-12-01", "end": None, "recurrence": ["FREQ=WEEKLY"], "times": 2})
    '2025-12-01.. FREQ=WEEKLY x2'

    Args:
        deadline: in the gold format.
    """
    start, end = deadline.get("start"), deadline.get("end")
    parts = [f"{start}..{end or ''}" if start else end or "", *deadline.get("recurrence", ())]
    if deadline.get("times"):
        parts.append(f"x{deadline['times']}")
    return " ".join(part for part in parts if part) or "?"


def read_deadline(line: str, words: str) -> dict[str, Any] | None:
    """Return the deadline that a line means, in the gold format; None where it means none.

    >>> read_deadline("2025-10-20..2025-11-10", "10月20日至11月10日")["start"]
    '2025-10-20'

    Args:
        line: as `deadline_line` writes it; `?` for a deadline without a day.
        words: the words in the text.
    """
    found: dict[str, Any] = {"text": words, "start": None, "end": None, "recurrence": [], "times": None}
    for part in line.split():
        times, period = _TIMES.fullmatch(part), _PERIOD.fullmatch(part)
        if part == "?":
            continue
        if part.startswith("FREQ="):
            found["recurrence"].append(part)
        elif times:
            found["times"] = int(times[1])
        elif period and (period["to"] or not period["end"]):
            found["start" if period["to"] else "end"] = period["start"]
            found["end"] = period["end"] if period["to"] else found["end"]
        else:
            return None
    return found if line.strip() else None
