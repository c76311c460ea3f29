"""Tables of many speeches: JSONL, CSV and Parquet, also gzipped, read row by row."""

from __future__ import annotations

import csv
import gzip
import io
import json
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from commitments.errors import Error, OptionError, SourceError
from commitments.kept import compiled
from commitments.messages import column_guesses
from commitments.speechdate import SpeechDate

TABLE_SUFFIXES = (".jsonl", ".csv", ".parquet")
_SAMPLE = 200_000
"""Bytes of a file by which its encoding is recognised."""
_LONGEST_LINE = 64_000_000
_LARGEST_CELL = 50_000_000
"""Bytes of a line, characters of a cell; more is no speech, and a packed file can hold any number of them."""
_SMALL = ("utf-8", "gb18030")
"""Encodings of which one file can have lines of both, where tables were put together."""
_NOTHING = frozenset({"nan", "nat", "none", "null", "<na>", "n/a", "na", "-", "--", "—", "——", "/", "无", "不详", "未知"})
"""What tables have in a cell of a date that is not known."""
_TOO_LARGE = (f"the record is larger than {_LARGEST_CELL // 1_000_000} MB", "give one speech a row")
_NUMBER = compiled(r"(\d{4}|\d{5}|\d{8}|\d{10}|\d{13})(?:\.0{1,6})?")
_RETURN = compiled(r"(?<=\r)(?!\n)")
_EXCEL_EPOCH, _UNIX_EPOCH = date(1899, 12, 30), date(1970, 1, 1)
_EXCEL_DAYS = (20_000, 80_000)
_CLOCK = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DAY = compiled(rf"(\d{{4}})(?:[-/.年]\s?(\d{{1,2}})(?:[-/.月]\s?(\d{{1,2}})日?)?月?)?年?{_CLOCK}")

Problem = tuple[str, str]
"""What is wrong, and the cure."""
Record = tuple[int, Mapping[str, Any] | Problem]
"""The number of a row and its cells, or why it has none."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of a table's columns as the user gives them; None for the usual ones."""

    text: str | None = None
    id: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One speech of a table; `problem` (problem, cure) says why it is none."""

    name: str
    doc_id: str
    text: str = ""
    date: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    problem: Problem | None = None


def table_format(path: Path) -> str:
    """Return "jsonl", "csv" or "parquet", or an empty string for a file that is no table.

    >>> table_format(Path("讲话.jsonl.gz"))
    'jsonl'
    """
    name = path.name.lower().removesuffix(".gz")
    return next((suffix[1:] for suffix in TABLE_SUFFIXES if name.endswith(suffix)), "")


@contextmanager
def open_table(path: Path, columns: Columns) -> Iterator[Iterator[TableRow]]:
    """Open a table; its columns are checked at once, its rows are read as they are asked for.

    Raises:
        SourceError: the file cannot be read, or is no table of its kind.
        OptionError: it lacks a column that was named, or has none that could be the text.
    """
    try:
        with path.open("rb") as file, _unpacked(file, path) as stream:
            names, records = _READERS[table_format(path)](stream, str(path))
            chosen = _chosen(names, columns, str(path))
            yield _rows(records, chosen, path)
    except (EOFError, zlib.error, OSError) as error:
        raise SourceError(str(path), *_reading_problem(error)) from None


def _reading_problem(error: Exception) -> Problem:
    if isinstance(error, EOFError | zlib.error):
        return "the gzip file breaks off", "copy it again"
    if isinstance(error, gzip.BadGzipFile):
        return "this is no gzip file", "copy it again, or check its permissions"
    return f"cannot be read: {getattr(error, 'strerror', None) or 'broken data'}", "copy it again, or check its permissions"


@contextmanager
def _unpacked(file: IO[bytes], path: Path) -> Iterator[IO[bytes]]:
    if path.name.lower().endswith(".gz"):
        with gzip.open(file) as stream:
            yield stream  # type: ignore[misc]  # a GzipFile is a binary stream in all that is used here
    else:
        yield file


def _chosen(names: Sequence[str], columns: Columns, place: str) -> dict[str, str]:
    """Return which column holds what; text is required, id and date only where they were named."""
    chosen: dict[str, str] = {}
    for role, given in (("text", columns.text), ("id", columns.id), ("date", columns.date)):
        known = " ".join(names[:12]) or "none"
        if given is not None and given not in names:
            raise OptionError(place, f"no column {given}", f"its columns are: {known}")
        found = given or next((name for name in column_guesses(role) if name in names), None)
        if found is not None:
            chosen[role] = found
        elif role == "text":
            raise OptionError(place, "no column that could be the text", f"name it with --text-column; its columns are: {known}")
    title = next((name for name in column_guesses("title") if name in names), None)
    return chosen | ({"title": title} if title else {})


def _rows(records: Iterator[Record], chosen: Mapping[str, str], path: Path) -> Iterator[TableRow]:
    stem = path.name.partition(".")[0]
    for number, record in _until_broken(records):
        name = f"{path}:{number}"
        if isinstance(record, tuple):
            yield TableRow(name, f"{stem}-{number}", problem=record)
            continue
        doc_id = _cell(record, chosen.get("id")).strip() or f"{stem}-{number}"
        title = _cell(record, chosen.get("title"))
        day, problem = _date(_cell(record, chosen.get("date")))
        text = _cell(record, chosen["text"])
        if len(text) > _LARGEST_CELL:
            text, problem = "", _TOO_LARGE
        yield TableRow(name, doc_id, text, day, {"title": title} if title else {}, problem)


def _until_broken(records: Iterator[Record]) -> Iterator[Record]:
    """Yield the rows of a table; where its file breaks off, that is the last row's problem, and those above it are done."""
    number = 0
    try:
        for number, record in records:
            yield number, record
    except (EOFError, zlib.error, OSError) as error:
        yield number + 1, _reading_problem(error)


def _cell(record: Mapping[str, Any], column: str | None) -> str:
    value = record.get(column) if column else None
    if value is None or (isinstance(value, float) and value != value):
        return ""
    if isinstance(value, bytes):
        from commitments.reading import decode

        return decode(value)[0] if value.strip() else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a column of whole numbers with gaps in it
    return value if isinstance(value, str) else str(value)


def _date(cell: str) -> tuple[str | None, Problem | None]:
    """Return a date as `--date` wants it, from the ways in which tables write it.

    >>> _date("20250310"), _date("45726"), _date("1741564800000"), _date("NaT")
    (('2025-03-10', None), ('2025-03-10', None), ('2025-03-10', None), (None, None))
    """
    cell = unicodedata.normalize("NFKC", cell).strip()
    if not cell or cell.lower() in _NOTHING:
        return None, None
    match = _DAY.fullmatch(_counted_day(cell))
    if match:
        try:
            return SpeechDate.parse("-".join(part for part in match.groups() if part)).isoformat, None
        except OptionError:
            pass
    return None, (f"{cell[:40]!r} is no date", "write 2025, 2025-07 or 2025-07-10")


def _counted_day(cell: str) -> str:
    """Return a date that programs write as a number: 20250310, days since 1899 (spreadsheets), seconds or milliseconds since 1970."""
    match = _NUMBER.fullmatch(cell)
    if match is None:
        return cell
    digits = match[1]
    if len(digits) == 8:
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    if len(digits) == 5 and _EXCEL_DAYS[0] <= int(digits) <= _EXCEL_DAYS[1]:
        return (_EXCEL_EPOCH + timedelta(days=int(digits))).isoformat()
    if len(digits) >= 10:
        return (_UNIX_EPOCH + timedelta(seconds=int(digits[:10]))).isoformat()
    return digits


def _lines(stream: IO[bytes], name: str) -> tuple[str, Iterator[str]]:
    """Return the beginning of a text file and its lines, whatever the encoding; also where lines of two encodings were put together.

    Raises:
        SourceError: it is no text.
    """
    from commitments.reading import decode

    sample = stream.read(_SAMPLE)
    try:
        start, encoding = decode(sample, name)
    except SourceError:
        try:  # a few zero bytes, which exports of databases leave
            start, encoding = decode(sample.replace(b"\0", b""), name)
        except SourceError:
            start, encoding = _mixed(sample), _SMALL[0]
            if not start:
                raise
    whole: IO[bytes] = io.BufferedReader(_Joined(sample, stream))
    if encoding.startswith(("utf-16", "utf-32")):
        return start, io.TextIOWrapper(whole, encoding=encoding, errors="replace", newline="")
    return start, _decoded_lines(whole, encoding)


def _mixed(sample: bytes) -> str:
    """Return a text whose lines are each in one encoding of two; empty where they are not."""
    lines = [_decoded(line, _SMALL) for line in sample.split(b"\n")[:-1]]
    return "\n".join(lines) if lines and "\ufffd" not in "".join(lines) else ""


def _decoded_lines(stream: IO[bytes], encoding: str) -> Iterator[str]:
    encodings = _SMALL if encoding in _SMALL else ("utf-8", encoding)
    for line in iter(lambda: stream.readline(_LONGEST_LINE), b""):
        rest = line
        while len(rest) == _LONGEST_LINE and not rest.endswith(b"\n"):  # what is beyond the limit is passed over
            rest = stream.readline(_LONGEST_LINE)
        text = _decoded(line.replace(b"\0", b""), encodings)
        yield from _RETURN.split(text) if "\r" in text[:-2] else (text,)


def _decoded(line: bytes, encodings: Sequence[str]) -> str:
    for encoding in encodings:
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode(encodings[0], errors="replace")


def _jsonl(stream: IO[bytes], name: str) -> tuple[list[str], Iterator[Record]]:
    records = _json_records(_lines(stream, name)[1])
    first = list(islice(records, 20))
    names = list(dict.fromkeys(key for _, record in first if not isinstance(record, tuple) for key in record))
    if not names:
        raise SourceError(name, "no JSON object in its first lines", "give a file with one JSON object a line")
    return names, chain(first, records)


def _json_records(lines: Iterator[str]) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        bare = line.strip("\ufeff \t\r\n")
        if not bare:
            continue
        try:
            record = json.loads(bare)
        except (ValueError, RecursionError):
            record = None
        yield number, record if isinstance(record, dict) else ("the line is no JSON object", "correct the line")


def _csv(stream: IO[bytes], name: str) -> tuple[list[str], Iterator[Record]]:
    from commitments.ledger.csv_file import delimiter_of

    try:
        start, lines = _lines(stream, name)
    except Error:
        raise SourceError(name, "this is no CSV table", "save it as CSV in UTF-8") from None
    rows = _csv_rows(lines, delimiter_of(start))
    header = next(rows, (1, []))[1]
    names = [cell.strip("\ufeff ") for cell in header] if isinstance(header, list) else []
    return names, _csv_records(rows, names)


def _csv_rows(lines: Iterator[str], delimiter: str) -> Iterator[tuple[int, list[str] | Problem]]:
    """Yield the rows with the number of the line on which each begins; a row with a cell too large is one that failed."""
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        begins = reader.line_num + 1
        try:
            yield begins, next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield begins, _TOO_LARGE


def _csv_records(rows: Iterator[tuple[int, list[str] | Problem]], names: Sequence[str]) -> Iterator[Record]:
    for number, cells in rows:
        if isinstance(cells, tuple):
            yield number, cells
        elif any(cells):
            yield number, dict(zip(names, cells, strict=False))


class _Joined(io.RawIOBase):
    """A stream whose beginning has been read already."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._start = io.BytesIO(start)
        self._rest = rest

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from the beginning, then from the rest."""
        data = self._start.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _parquet(stream: IO[bytes], name: str) -> tuple[list[str], Iterator[Record]]:
    from commitments.ledger.parquet_file import import_pyarrow

    arrow = import_pyarrow(name)
    try:
        file = arrow.parquet.ParquetFile(io.BytesIO(stream.read()) if isinstance(stream, gzip.GzipFile) else stream)
    except (arrow.ArrowException, OSError):
        raise SourceError(name, "this is no Parquet file", "write it again") from None
    return list(file.schema_arrow.names), _parquet_records(file, arrow.ArrowException)


def _parquet_records(file: Any, broken: type[Exception]) -> Iterator[Record]:
    number = 0
    try:
        for batch in file.iter_batches(batch_size=256):
            for record in batch.to_pylist():
                number += 1
                yield number, record
    except (broken, OSError, ValueError):
        yield number + 1, ("the Parquet file is broken from here on", "write it again")


_READERS: dict[str, Callable[[IO[bytes], str], tuple[list[str], Iterator[Record]]]] = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet}
