"""The CSV ledger, as Excel and WPS open it: UTF-8 with BOM, line ends CR LF, formulas made safe."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from commitments.errors import Error, LedgerError
from commitments.gated import Chars
from commitments.ledger.book import ledger_of
from commitments.ledger.columns import OPENS_FORMULA, Place, column_names, from_cells, make_safe, make_unsafe, row_cells
from commitments.messages import Language, columns
from commitments.types import Commitment

if TYPE_CHECKING:
    from commitments.ledger.book import Ledger

_LARGEST_CELL: Final = 1 << 30
_DELIMITERS: Final = ",\t;"
_MARKS: Final = Chars(',"\r\n')
"""Characters for which a cell is put in quotes."""


def header_line(headers: Language) -> str:
    """Return the first line of a CSV ledger."""
    return csv_line([column.header(headers) for column in columns()])


def row_line(row: Commitment, status: str = "") -> str:
    """Return the line (or lines, where a cell has some) of one commitment."""
    return csv_line(row_cells(row, status))


def csv_line(cells: Iterable[str]) -> str:
    r"""Return a line of CSV with its line end, each cell made safe; the writer of `csv` takes several times as long for a cell.

    >>> csv_line(["镇", '设"段长"的村', "清淤,3处"])
    '镇,"设""段长""的村","清淤,3处"\r\n'
    """
    return ",".join([_cell(make_safe(cell) if cell[:1] in OPENS_FORMULA else cell) for cell in cells]) + "\r\n"


def _cell(text: str) -> str:
    """Return a cell, in quotes where it holds a mark of CSV."""
    if _MARKS.next(text, 0, len(text)) == len(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def csv_text(ledger: Ledger, headers: Language = "en") -> str:
    """Return a CSV ledger as text, without BOM."""
    lines = (row_line(row, ledger.statuses.get(row.id, "")) for row in ledger)
    return "".join([header_line(headers), *lines])


def render(ledger: Ledger, headers: Language | None = None) -> bytes:
    """Return a CSV ledger as bytes."""
    return csv_text(ledger, headers or "en").encode("utf-8-sig")


def parse(data: bytes, file: str) -> Ledger:
    """Return the ledger of CSV bytes.

    Raises:
        LedgerError: this is no ledger, or a cell is wrong.
    """
    return ledger_of(_rows(data, file))


def _rows(data: bytes, file: str) -> Iterator[tuple[Commitment, str]]:
    from commitments.reading import decode

    try:
        text, _ = decode(data, file)
    except Error as error:
        raise LedgerError(error.place, error.problem, "write the ledger again") from None
    lines = csv_rows(io.StringIO(text, newline=""), delimiter_of(text))
    first = next(lines, None)
    names = column_names(first[1] if first else [], Place(file, 1))
    for number, cells in lines:
        if any(cells):
            place = Place(file, number)
            yield from_cells({name: make_unsafe(cell) for name, cell in zip(names, cells, strict=False) if name}, place)


def csv_rows(stream: Iterable[str], delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV text with the number of the line on which each begins.

    Raises:
        LedgerError: never for text; a broken quote runs to the end of the file and gives one long cell.
    """
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(stream, delimiter=delimiter)
    begins = 1
    for cells in reader:
        yield begins, cells
        begins = reader.line_num + 1


def delimiter_of(text: str) -> str:
    """Return what separates the header's cells: Excel saves tabs or semicolons where its language asks for them."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
