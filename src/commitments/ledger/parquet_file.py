"""The ledger as Parquet, for tables too large for a spreadsheet: the fields of JSONL with their types."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from commitments.errors import LedgerError, OptionError
from commitments.ledger.book import ledger_of
from commitments.ledger.columns import Place
from commitments.ledger.objects import FIELDS, from_dict, to_dict
from commitments.messages import Language
from commitments.types import Commitment

if TYPE_CHECKING:
    from commitments.ledger.book import Ledger

_VERSION, _HASH = b"commitments.rules_version", b"commitments.rules_hash"


def import_pyarrow(place: str) -> Any:
    """Return pyarrow with its Parquet module.

    Raises:
        OptionError: it is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise OptionError(place, "Parquet needs pyarrow", 'install it with pip install "commitments[parquet]"') from None
    return pyarrow


def _schema(arrow: Any) -> Any:
    text, whole, real = arrow.string(), arrow.int64(), arrow.float64()
    texts, span = arrow.list_(text), arrow.list_(whole)
    spans = arrow.list_(span)
    quantity = dict.fromkeys(("text", "unit", "comparator", "kind"), text) | dict.fromkeys(("value", "low", "high"), real)
    quantity["delta"] = arrow.bool_()
    deadline = {"text": text, "start": arrow.date32(), "end": arrow.date32(), "recurrence": texts, "times": whole}
    places = {"owner": spans, "co_owners": spans, "action": span, "quantities": spans}
    places |= dict.fromkeys(("deadline", "owner_from", "deadline_from"), span)
    types = dict.fromkeys(("section", "owner", "co_owners", "rules", "warnings"), texts)
    types |= dict.fromkeys(("start", "end", "raw_start", "raw_end"), whole) | {"confidence": real}
    types |= {name: arrow.struct(list(parts.items())) for name, parts in (("deadline", deadline), ("spans", places))}
    types["quantities"] = arrow.list_(arrow.struct(list(quantity.items())))
    return arrow.schema([(name, types.get(name, text)) for name in (*FIELDS, "status")])


def render(ledger: Ledger, headers: Language | None = None) -> bytes:
    """Return the Parquet file as bytes; the rule-set's version and hash are in its metadata.

    Raises:
        OptionError: pyarrow is not installed.
    """
    arrow = import_pyarrow(".parquet")
    schema = _schema(arrow).with_metadata({_VERSION: ledger.rules_version.encode(), _HASH: ledger.rules_hash.encode()})
    table = arrow.Table.from_pylist([_typed(row, ledger.statuses.get(row.id, "")) for row in ledger], schema=schema)
    out = io.BytesIO()
    arrow.parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def _typed(row: Commitment, status: str) -> dict[str, Any]:
    found = to_dict(row) | {"status": status}
    for quantity in found["quantities"]:
        for name in ("value", "low", "high"):
            quantity[name] = None if quantity.get(name) is None else float(quantity[name])
    if row.deadline:
        found["deadline"] |= {"start": row.deadline.start, "end": row.deadline.end}
    return found


def parse(data: bytes, file: str) -> Ledger:
    """Return the ledger of Parquet bytes.

    Raises:
        LedgerError: this is no Parquet file, or no ledger.
        OptionError: pyarrow is not installed.
    """
    arrow = import_pyarrow(file)
    try:
        table = arrow.parquet.read_table(io.BytesIO(data))
    except (arrow.ArrowException, OSError):
        raise LedgerError(file, "this is no Parquet file", "write the ledger again") from None
    metadata = table.schema.metadata or {}
    return ledger_of(_rows(table, file), metadata.get(_VERSION, b"").decode(), metadata.get(_HASH, b"").decode())


def _rows(table: Any, file: str) -> Iterator[tuple[Commitment, str]]:
    number = 0
    for batch in table.to_batches(max_chunksize=4096):
        for found in batch.to_pylist():
            number += 1
            for quantity in found.get("quantities") or ():
                _whole(quantity)
            found["status"] = found.get("status") or ""
            yield from_dict(found, Place(file, number))


def _whole(quantity: dict[str, Any]) -> None:
    """Turn the numbers back into what they were, by the digits that a float shows."""
    for name in ("value", "low", "high"):
        value = quantity.get(name)
        if value is not None:
            quantity[name] = repr(value).removesuffix(".0") if value < 1e15 else int(value)
