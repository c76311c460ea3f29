"""The ledger as a workbook: one sheet to work in, one that says what made it and what its columns mean."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from commitments.errors import LedgerError, OutputError
from commitments.kept import compiled
from commitments.ledger.book import ledger_of
from commitments.ledger.columns import Place, column_names, from_cells, join, split, to_cells
from commitments.messages import Column, Language, columns, label, labels, message, statuses
from commitments.types import Commitment

if TYPE_CHECKING:
    from commitments.ledger.book import Ledger

MOST_ROWS = 1_048_575
"""Rows below the header that a sheet can hold."""

_LABELLED = ("level", "owner_kind", "modality")
_EPOCH = datetime(2000, 1, 1)
"""The date that every workbook bears, so that the same ledger gives the same bytes."""
_LINE_HEIGHT, _HIGHEST = 15.0, 405.0
"""Points; Excel allows 409 for a row."""
_WIDE = compiled(r"[\u2e80-\uffff]")
_NUMBER = compiled(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
_ILLEGAL = compiled(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = compiled(r"_x([0-9A-Fa-f]{4})_")
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]{0,300}>)[^<]{0,40}(</dcterms:)")


def render(ledger: Ledger, headers: Language | None = None) -> bytes:
    """Return the workbook as bytes; Chinese headers and labels unless `headers` is "en".

    Raises:
        OutputError: a sheet cannot hold so many rows.
    """
    from openpyxl import Workbook

    if len(ledger) > MOST_ROWS:
        raise OutputError("xlsx", f"a sheet holds {MOST_ROWS} rows, the ledger has {len(ledger)}", "write .csv or .parquet")
    language = headers or "zh"
    book = Workbook()
    book.properties.creator = "commitments"
    book.properties.created = _EPOCH
    sheet = book.active
    sheet.title = message("xlsx.ledger", language)
    _fill_ledger(sheet, ledger, language)
    _fill_about(book.create_sheet(message("xlsx.about", language)), ledger, language)
    out = io.BytesIO()
    book.save(out)
    return _dateless(out.getvalue())


def _dateless(data: bytes) -> bytes:
    """Write the archive again without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _EPOCH.isoformat().encode() + rb"Z\g<3>", content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return out.getvalue()


def _fill_ledger(sheet: Any, ledger: Ledger, language: Language) -> None:
    for index, column in enumerate(columns(), 1):
        _fill_header(sheet, index, column, language)
    for number, row in enumerate(ledger, 2):
        texts = to_cells(row, ledger.statuses.get(row.id, ""))
        shown = [_shown(column, texts[column.name], language) for column in columns()]
        for index, (column, text) in enumerate(zip(columns(), shown, strict=True), 1):
            _fill_cell(sheet.cell(number, index), text, column)
        sheet.row_dimensions[number].height = _height(shown)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{_letter(len(columns()))}{len(ledger) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _offer_statuses(sheet, len(ledger) + 1)


def _fill_header(sheet: Any, index: int, column: Column, language: Language) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell = sheet.cell(1, index, column.header(language))
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="DDE6F0")
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    dimension = sheet.column_dimensions[_letter(index)]
    dimension.width = column.width
    if column.hidden:
        dimension.hidden = True
        dimension.outlineLevel = 1  # a click on the + above the columns shows them


def _letter(index: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(index))


def _height(shown: Sequence[str]) -> float:
    """Return a height in points that shows the wrapped text; not every program finds it by itself."""
    lines = 1
    for column, text in zip(columns(), shown, strict=True):
        if not column.hidden and text:
            wide = len(text) + len(_WIDE.findall(text))
            lines = max(lines, -(-wide // (column.width - 1)) + text.count("\n"))
    return min(lines * _LINE_HEIGHT, _HIGHEST)


def _shown(column: Column, cell: str, language: Language) -> str:
    """Return what a reader sees: the label of a fixed value; the codes of warnings are words already in English."""
    if column.name in _LABELLED:
        return label(column.name, cell, language)
    if column.name == "warnings" and language == "zh":
        return join([label("warning", code, language) for code in split(cell)])
    return cell


def _fill_cell(cell: Any, text: str, column: Column) -> None:
    """Put a text in its cell as what it is; a text is never a formula."""
    if column.kind == "date" and text:
        cell.value = date.fromisoformat(text)
        cell.number_format = "yyyy-mm-dd"
    elif text and (column.kind == "number" or column.name == "value") and _NUMBER.fullmatch(text):
        cell.value = float(text) if "." in text else int(text)
        if column.name == "value" and "." not in text:
            cell.number_format = "#,##0"
    elif text:
        cell.value = _ILLEGAL.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@"
    cell.alignment, cell.border = _style()


@lru_cache(maxsize=1)
def _style() -> tuple[Any, Any]:
    from openpyxl.styles import Alignment, Border, Side

    thin = Side("thin", color="BBBBBB")
    return Alignment(vertical="top", wrap_text=True), Border(left=thin, right=thin, top=thin, bottom=thin)


def _offer_statuses(sheet: Any, last: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    place = next(index for index, column in enumerate(columns(), 1) if column.name == "status")
    choice = DataValidation("list", formula1='"' + ",".join(statuses()) + '"', allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(choice)
    if last > 1:
        choice.add(f"{_letter(place)}2:{_letter(place)}{last}")


def _fill_about(sheet: Any, ledger: Ledger, language: Language) -> None:
    from openpyxl.styles import Font

    rows: list[tuple[str, ...]] = [
        (message("xlsx.rules", language), ledger.rules_version, ledger.rules_hash),
        (message("xlsx.rows", language), str(len(ledger)), ""),
        (),
        (message("xlsx.column", language), "commitments", message("xlsx.meaning", language)),
    ]
    rows += [(column.header(language), column.name, column.meaning(language)) for column in columns()]
    rows += [(), (message("xlsx.value", language), "commitments", message("xlsx.meaning", language))]
    for kind in (*_LABELLED, "warning"):
        rows += [(kind, value, text) for value, text in labels(kind, language).items()]
    for cells in rows:
        sheet.append(list(cells))
    for number, cells in enumerate(rows, 1):
        if len(cells) > 1 and cells[1] == "commitments":
            for cell in sheet[number]:
                cell.font = Font(bold=True)
    for letter, width in zip("ABC", (18, 24, 90), strict=True):
        sheet.column_dimensions[letter].width = width


def parse(data: bytes, file: str) -> Ledger:
    """Return the ledger on the first sheet of a workbook; Excel and WPS may have saved it since.

    Raises:
        LedgerError: this is no workbook, no ledger, or a cell is wrong.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception:  # openpyxl lets through whatever zipfile, the XML parser and its own descriptors raise
        raise LedgerError(file, "this is no .xlsx workbook", "open it in Excel or WPS and save it as .xlsx") from None
    version, digest = _rule_set(book)
    return ledger_of(_rows(book.worksheets[0], file), version, digest)


def _rule_set(book: Any) -> tuple[str, str]:
    names = {message("xlsx.rules", language) for language in ("zh", "en")}
    for sheet in book.worksheets[1:]:
        for row in sheet.iter_rows(max_row=1, max_col=3, values_only=True):
            if row and row[0] in names:
                return str(row[1] or ""), str(row[2] or "")
    return "", ""


def _rows(sheet: Any, file: str) -> Iterator[tuple[Commitment, str]]:
    rows = sheet.iter_rows(values_only=True)
    names = column_names([_text(value) for value in next(rows, ())], Place(file, 1))
    for number, values in enumerate(rows, 2):
        cells = [_text(value) for value in values]
        if any(cells):
            found: Mapping[str, str] = {name: cell for name, cell in zip(names, cells, strict=False) if name}
            yield from_cells(found, Place(file, number))


def _text(value: Any) -> str:
    """Return a cell as text: whole numbers without a point, days in ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), str(value))
