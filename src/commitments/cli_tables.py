"""Tables of many speeches: JSONL, CSV and Parquet, also gzipped, read row by row."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any

from commitments.errors import Error, OptionError, SourceError
from commitments.messages import column_guesses
from commitments.speechdate import SpeechDate

TABLE_SUFFIXES = (".jsonl", ".csv", ".parquet")
_SAMPLE = 200_000
"""Bytes of a CSV file by which its encoding is recognised."""
_CLOCK = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DAY = re.compile(rf"(\d{{4}})(?:[-/.年]\s?(\d{{1,2}})(?:[-/.月]\s?(\d{{1,2}})日?)?月?)?年?{_CLOCK}")

Record = tuple[int, Mapping[str, Any] | None]
"""The number of a row and its cells; None where the line is broken."""


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
    problem: tuple[str, str] | None = None


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
    except (EOFError, zlib.error):
        raise SourceError(str(path), "the gzip file breaks off", "copy it again") from None
    except OSError as error:
        problem = "this is no gzip file" if isinstance(error, gzip.BadGzipFile) else f"cannot be read: {error.strerror}"
        raise SourceError(str(path), problem, "copy it again, or check its permissions") from None


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
    for number, record in records:
        name = f"{path}:{number}"
        if record is None:
            yield TableRow(name, f"{stem}-{number}", problem=("the line is no JSON object", "correct the line"))
            continue
        doc_id = _cell(record, chosen.get("id")) or f"{stem}-{number}"
        title = _cell(record, chosen.get("title"))
        date, problem = _date(_cell(record, chosen.get("date")))
        text = _cell(record, chosen["text"])
        yield TableRow(name, doc_id, text, date, {"title": title} if title else {}, problem)


def _cell(record: Mapping[str, Any], column: str | None) -> str:
    value = record.get(column) if column else None
    if value is None or (isinstance(value, float) and value != value):
        return ""
    return value if isinstance(value, str) else str(value)


def _date(cell: str) -> tuple[str | None, tuple[str, str] | None]:
    """Return a date as `--date` wants it, from the ways in which tables write it."""
    if not cell.strip():
        return None, None
    match = _DAY.fullmatch(cell.strip())
    if match:
        try:
            return SpeechDate.parse("-".join(part for part in match.groups() if part)).isoformat, None
        except OptionError:
            pass
    return None, (f"{cell[:40]!r} is no date", "write 2025, 2025-07 or 2025-07-10")


def _jsonl(stream: IO[bytes], name: str) -> tuple[list[str], Iterator[Record]]:
    records = _json_records(stream)
    first = list(islice(records, 20))
    names = list(dict.fromkeys(key for _, record in first if record for key in record))
    if not names:
        raise SourceError(name, "no JSON object in its first lines", "give a file with one JSON object a line")
    return names, chain(first, records)


def _json_records(stream: IO[bytes]) -> Iterator[Record]:
    for number, line in enumerate(stream, 1):
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        try:
            record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError):
            record = None
        yield number, record if isinstance(record, dict) else None


def _csv(stream: IO[bytes], name: str) -> tuple[list[str], Iterator[Record]]:
    from commitments.ledger.csv_file import csv_rows, delimiter_of
    from commitments.reading import decode

    sample = stream.read(_SAMPLE)
    try:
        start, encoding = decode(sample, name)
    except Error:
        raise SourceError(name, "this is no CSV table", "save it as CSV in UTF-8") from None
    whole = io.TextIOWrapper(io.BufferedReader(_Joined(sample, stream)), encoding=encoding, errors="replace", newline="")
    rows = csv_rows(_without_nul(whole), delimiter_of(start))
    header = next(rows, (1, []))[1]
    names = [cell.strip("\ufeff ") for cell in header]
    return names, ((number, dict(zip(names, cells, strict=False))) for number, cells in rows if any(cells))


def _without_nul(lines: Iterator[str] | io.TextIOWrapper) -> Iterator[str]:
    return (line.replace("\0", "") for line in lines)


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
    except arrow.ArrowException:
        raise SourceError(name, "this is no Parquet file", "write it again") from None
    return list(file.schema_arrow.names), _parquet_records(file)


def _parquet_records(file: Any) -> Iterator[Record]:
    number = 0
    for batch in file.iter_batches(batch_size=256):
        for record in batch.to_pylist():
            number += 1
            yield number, record


_READERS: dict[str, Callable[[IO[bytes], str], tuple[list[str], Iterator[Record]]]] = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet}
