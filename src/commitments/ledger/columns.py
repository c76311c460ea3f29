"""One commitment as the flat cells of a table, and back: the columns of the contract, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, cast, get_args

from commitments.errors import LedgerError
from commitments.kept import compiled
from commitments.messages import columns, labels, statuses
from commitments.types import Commitment, Comparator, Deadline, Level, Modality, OwnerKind, Quantity, Spans

_FORMULA: Final = compiled("'*[=+\\-@\t\r\n＝＋－＠]")
OPENS_FORMULA: Final = frozenset("'=+-@\t\r\n＝＋－＠")
"""What a cell begins with that `make_safe` may change."""
_NUMBER: Final = compiled(r"-?[0-9]+(?:\.[0-9]+)?")
_DATE: Final = compiled(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0?0:00(?::00)?)?")
_REQUIRED = ("level", "action")
_NO_DEADLINE: Final = Deadline("")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands, for errors: file and line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


def to_cells(row: Commitment, status: str = "") -> dict[str, str]:
    """Return the cells of a row by column name, in the order of the contract.

    Args:
        row: the commitment.
        status: how far it is; empty for a new row.
    """
    return dict(zip(_order()[0], row_cells(row, status), strict=True))


def row_cells(row: Commitment, status: str = "") -> tuple[str, ...]:
    """Return the cells of a row in the order of the contract; see `to_cells`."""
    return _order()[1](_cells(row, status))


@lru_cache(maxsize=1)
def _order() -> tuple[tuple[str, ...], Callable[[Mapping[str, str]], tuple[str, ...]]]:
    """Return the names of the columns in their order, and what picks their cells."""
    names = tuple(column.name for column in columns())
    return names, cast(Callable[[Mapping[str, str]], tuple[str, ...]], itemgetter(*names))


def _cells(row: Commitment, status: str) -> dict[str, str]:
    deadline = row.deadline or _NO_DEADLINE
    texts, values, units, comparators = _quantity_cells(row.quantities) if row.quantities else ("", "", "", "")
    return {
        "id": row.id,
        "doc_id": row.doc_id,
        "title": row.title,
        "speech_date": row.speech_date or "",
        "section": join(row.section),
        "level": row.level,
        "owner": join(row.owner),
        "owner_kind": row.owner_kind,
        "co_owners": join(row.co_owners),
        "matter": row.matter,
        "action": row.action,
        "quantity": texts,
        "value": values,
        "unit": units,
        "comparator": comparators,
        "deadline": deadline.text,
        "start_date": deadline.start.isoformat() if deadline.start else "",
        "due_date": deadline.end.isoformat() if deadline.end else "",
        "recurrence": join(deadline.recurrence, plain=True),
        "modality": row.modality,
        "status": status or statuses()[0],
        "confidence": repr(row.confidence),
        "warnings": join(row.warnings),
        "evidence": row.evidence,
        "start": str(row.start),
        "end": str(row.end),
        "raw_start": str(row.raw_start),
        "raw_end": str(row.raw_end),
        "site": row.site,
        "source": row.source,
    }


def _quantity_cells(quantities: Sequence[Quantity]) -> tuple[str, str, str, str]:
    if len(quantities) == 1:
        only = quantities[0]
        return join((only.text,)), amount(only), join((only.unit,)), only.comparator
    return (
        join([quantity.text for quantity in quantities]),
        join([amount(quantity) for quantity in quantities]),
        join([quantity.unit for quantity in quantities]),
        join([quantity.comparator for quantity in quantities]),
    )


def amount(quantity: Quantity) -> str:
    """Return a quantity's number as it stands in a cell; a range is low..high.

    >>> amount(Quantity("3%至5%", None, "%", low=Decimal(3), high=Decimal("5.0")))
    '3..5'
    """
    if quantity.low is not None or quantity.high is not None:
        return f"{decimal_text(quantity.low)}..{decimal_text(quantity.high)}"
    return decimal_text(quantity.value)


def decimal_text(value: Decimal | None) -> str:
    """Return a number without exponent and without trailing zeros; empty for None.

    >>> decimal_text(Decimal("5E+8"))
    '500000000'
    """
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def join(items: Sequence[str], *, plain: bool = False) -> str:
    r"""Join a list to one cell with `;`; an item's own `;` gets a backslash before it.

    >>> join(["住建局", "街道办"])
    '住建局;街道办'

    Args:
        items: the list.
        plain: leave the items as they are, where they can be told apart without it (RFC 5545 rules).
    """
    if not items:
        return ""
    joined = ";".join(items)
    if plain or not joined or (joined.count(";") < len(items) and "\\" not in joined):
        return joined
    return ";".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def split(cell: str) -> tuple[str, ...]:
    r"""Undo `join`.

    >>> split(r"一、抓;二、管\;控")
    ('一、抓', '二、管;控')
    """
    if not cell:
        return ()
    if "\\" not in cell:
        return tuple(cell.split(";"))
    items = [""]
    for piece in re.split(r"(\\.|;)", cell, flags=re.DOTALL):
        if piece == ";":
            items.append("")
        else:
            items[-1] += piece[1:] if piece.startswith("\\") and len(piece) == 2 else piece
    return tuple(items)


def make_safe(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe stands before its first character.

    Source: OWASP, CSV Injection. A plain negative number stays, it cannot do anything.

    >>> make_safe("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def make_unsafe(cell: str) -> str:
    """Undo `make_safe`.

    >>> make_unsafe("'=1+1")
    '=1+1'
    """
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def column_names(header: Sequence[str], place: Place) -> list[str]:
    """Return the column name for each cell of a header row, English or Chinese; empty for a column that is not ours.

    Raises:
        LedgerError: a column that every ledger has is missing, or one stands there twice.
    """
    known = {column.zh: column.name for column in columns()} | {column.name: column.name for column in columns()}
    names = [known.get(cell.strip(), "") for cell in header]
    for required in _REQUIRED:
        if required not in names:
            raise LedgerError(str(place), f"no column {required}", "is this a ledger? Its first row must hold the column names")
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise LedgerError(str(place), f"the column {twice[0]} is there twice", "delete one of the two")
    return names


def from_cells(cells: Mapping[str, str], place: Place) -> tuple[Commitment, str]:
    """Return the commitment of a row of cells, and its status.

    What the columns do not hold comes back as its default: a quantity's kind and delta, how often within a period,
    the rules, the spans, and what the speech date was inferred from.

    Args:
        cells: text by column name; a missing column counts as empty.
        place: file and line, for errors.

    Raises:
        LedgerError: a cell holds what its column cannot mean.
    """
    read = _Reader(cells, place)
    return Commitment(
        id=read.text("id"),
        doc_id=read.text("doc_id"),
        source=read.text("source"),
        site=read.text("site"),
        title=read.text("title"),
        speech_date=read.text("speech_date") or None,
        speech_date_source="",
        section=split(read.text("section")),
        level=cast(Level, read.choice("level", get_args(Level))),
        owner=split(read.text("owner")),
        owner_kind=cast(OwnerKind, read.choice("owner_kind", get_args(OwnerKind), "explicit" if read.text("owner") else "none")),
        co_owners=split(read.text("co_owners")),
        matter=read.text("matter"),
        action=read.text("action"),
        quantities=read.quantities(),
        deadline=read.deadline(),
        evidence=read.text("evidence"),
        start=read.number("start", int),
        end=read.number("end", int),
        raw_start=read.number("raw_start", int),
        raw_end=read.number("raw_end", int),
        spans=Spans(),
        modality=cast(Modality, read.choice("modality", get_args(Modality), "")),
        confidence=read.number("confidence", float),
        rules=(),
        warnings=read.codes("warnings", "warning"),
    ), read.text("status")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads typed values from the cells of one row."""

    cells: Mapping[str, str]
    place: Place

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def choice(self, column: str, known: Sequence[str], default: str | None = None) -> str:
        """Read a fixed value, or its Chinese label."""
        cell = self.text(column).strip()
        if not cell and default is not None:
            return default
        value = {text: value for value, text in labels(column, "zh").items()}.get(cell, cell)
        if value not in known:
            raise self.error(column, cell, "write one of: " + ", ".join(item for item in known if item))
        return value

    def codes(self, column: str, kind: str) -> tuple[str, ...]:
        """Read a list of codes, or of their Chinese labels."""
        codes = {text: code for code, text in labels(kind, "zh").items()}
        return tuple(codes.get(item, item) for item in split(self.text(column)))

    def number(self, column: str, kind: Callable[[str], Any]) -> Any:
        cell = self.text(column).strip()
        try:
            return kind(cell) if cell else kind("0")
        except ValueError:
            raise self.error(column, cell, "write a number") from None

    def day(self, column: str) -> date | None:
        """Read a date as written by the ledger, or as Excel and WPS save it (2025/9/30)."""
        cell = self.text(column).strip()
        if not cell:
            return None
        match = _DATE.fullmatch(cell)
        try:
            return date(int(match[1]), int(match[2]), int(match[3])) if match else date.fromisoformat(cell)
        except ValueError:
            raise self.error(column, cell, "write a day as 2025-09-30") from None

    def deadline(self) -> Deadline | None:
        recurrence = tuple(rule.rstrip("; ") for rule in re.split(r"(?=FREQ=)", self.text("recurrence").strip()) if rule)
        if any(not rule.startswith("FREQ=") for rule in recurrence):
            raise self.error("recurrence", self.text("recurrence"), "write RFC 5545 rules, e.g. FREQ=WEEKLY")
        deadline = Deadline(self.text("deadline"), self.day("start_date"), self.day("due_date"), recurrence)
        return None if deadline == Deadline("") else deadline

    def quantities(self) -> tuple[Quantity, ...]:
        texts = split(self.text("quantity"))
        numbers, units, comparators = (split(self.text(column)) for column in ("value", "unit", "comparator"))
        count = max(map(len, (texts, numbers, units, comparators)))
        found = []
        for column, items in (("quantity", texts), ("value", numbers), ("unit", units), ("comparator", comparators)):
            if items and len(items) != count:
                raise self.error(column, self.text(column), f"give {count} parts joined with ;, one for each quantity")
        for index in range(count):
            text, number, unit, comparator = (items[index] if items else "" for items in (texts, numbers, units, comparators))
            found.append(self._quantity(text, number, unit, comparator or "=="))
        return tuple(found)

    def _quantity(self, text: str, number: str, unit: str, comparator: str) -> Quantity:
        if comparator not in get_args(Comparator):
            raise self.error("comparator", comparator, "write one of: " + ", ".join(get_args(Comparator)))
        value, low, high = self.decimal(number), None, None
        if ".." in number:
            first, _, last = number.partition("..")
            value, low, high = None, self.decimal(first), self.decimal(last)
        return Quantity(text, value, unit, cast(Comparator, comparator), low=low, high=high)

    def decimal(self, text: str) -> Decimal | None:
        text = text.strip()
        if not text or ".." in text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite():
            raise self.error("value", text, "write a number, or low..high for a range")
        return value

    def error(self, column: str, cell: str, cure: str) -> LedgerError:
        shown = cell if len(cell) <= 40 else cell[:40] + "…"
        return LedgerError(str(self.place), f"column {column}: {shown!r} is not allowed", cure)
