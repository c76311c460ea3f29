"""One commitment as a JSON object in the format of the gold files, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from commitments.errors import LedgerError
from commitments.ledger.columns import Place
from commitments.types import Commitment, Deadline, Quantity, Spans

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_dict(row: Commitment) -> dict[str, Any]:
    """Return a row as plain lists, dicts, strings and numbers, field by field in the order of `Commitment`.

    A quantity has `value`, or `low` and `high` for a range. Numbers are int where they are whole, else float: a
    fraction of more than 15 digits, which no speech holds, is rounded.
    """
    found: dict[str, Any] = {}
    for name in FIELDS:
        value = getattr(row, name)
        found[name] = list(value) if isinstance(value, tuple) else value
    found["quantities"] = [_quantity(quantity) for quantity in row.quantities]
    found["deadline"] = _deadline(row.deadline)
    found["spans"] = _spans(row.spans)
    return found


FIELDS = tuple(field.name for field in fields(Commitment))
"""The names of a row's fields, in the order in which JSONL has them."""


def number(value: Decimal | None) -> int | float | None:
    """Return a JSON number: 28 for 28, 0.5 for 0.5."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _quantity(quantity: Quantity) -> dict[str, Any]:
    found: dict[str, Any] = {"text": quantity.text}
    if quantity.low is not None or quantity.high is not None:
        found |= {"low": number(quantity.low), "high": number(quantity.high)}
    else:
        found["value"] = number(quantity.value)
    return found | {"unit": quantity.unit, "comparator": quantity.comparator, "kind": quantity.kind, "delta": quantity.delta}


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "start": deadline.start.isoformat() if deadline.start else None,
        "end": deadline.end.isoformat() if deadline.end else None,
        "recurrence": list(deadline.recurrence),
        "times": deadline.times,
    }


def _spans(spans: Spans) -> dict[str, Any]:
    return {
        "owner": [list(span) for span in spans.owner],
        "co_owners": [list(span) for span in spans.co_owners],
        "action": list(spans.action),
        "quantities": [list(span) for span in spans.quantities],
        "deadline": list(spans.deadline) if spans.deadline else None,
        "owner_from": list(spans.owner_from) if spans.owner_from else None,
        "deadline_from": list(spans.deadline_from) if spans.deadline_from else None,
    }


def to_line(row: Commitment, status: str = "") -> str:
    """Return one line of JSONL, without its line end; `status` is there only where a reader has set one."""
    found = to_dict(row)
    if status:
        found["status"] = status
    return json.dumps(found, ensure_ascii=False, separators=(", ", ": "))


def from_lines(lines: Iterable[str], file: str) -> Iterator[tuple[Commitment, str]]:
    """Yield the rows of a JSONL ledger and their statuses.

    Args:
        lines: the lines; blank ones are passed over.
        file: what errors call the file.

    Raises:
        LedgerError: a line is no JSON object, or a field is missing, unknown or of the wrong type.
    """
    for index, line in enumerate(lines, 1):
        if not line.strip():
            continue
        place = Place(file, index)
        try:
            found = json.loads(line, parse_float=Decimal)
        except ValueError as error:
            raise LedgerError(str(place), f"not valid JSON: {error}", "correct the line, or write the ledger again") from None
        if not isinstance(found, dict):
            raise LedgerError(str(place), "not a JSON object", "a ledger has one object a line")
        yield from_dict(found, place)


def from_dict(found: Mapping[str, Any], place: Place) -> tuple[Commitment, str]:
    """Return the commitment of a JSON object, and its status.

    Raises:
        LedgerError: a field is missing, unknown or of the wrong type.
    """
    from pydantic import ValidationError

    values = dict(found)
    status = values.pop("status", "")
    unknown = sorted(values.keys() - set(FIELDS))
    if unknown:
        raise LedgerError(str(place), f"unknown field {unknown[0]}", "use one of: " + " ".join(FIELDS))
    if isinstance(values.get("quantities"), list):
        values["quantities"] = [{"value": None, **item} if isinstance(item, dict) else item for item in values["quantities"]]
    try:
        return _adapter().validate_python(values), str(status)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise LedgerError(str(place), f"field {where}: {first['msg']}", "see the table of fields in the documentation") from None


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Commitment]:
    from pydantic import TypeAdapter

    return TypeAdapter(Commitment)
