"""The ledger: rows in the order of their speeches, written to and read from every format of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from commitments.errors import LedgerError, OutputError
from commitments.ledger.objects import to_dict
from commitments.messages import Language
from commitments.outfile import check_writable, write_file
from commitments.types import Commitment

if TYPE_CHECKING:
    import pandas

_MODULES = {
    ".csv": "csv_file",
    ".jsonl": "jsonl_file",
    ".xlsx": "xlsx_file",
    ".parquet": "parquet_file",
    ".ics": "ics_file",
    ".html": "html_file",
}
SUFFIXES = tuple(_MODULES)
"""The suffixes of the files that a ledger can be written to and read from."""


@dataclass(frozen=True, slots=True)
class Ledger(Sequence[Commitment]):
    """Commitments in the order of their speeches, with the rule-set that made them.

    >>> Ledger()
    Ledger(0 rows)

    Args:
        rows: the commitments; any iterable is taken.
        rules_version: version of the rule-set, empty where unknown.
        rules_hash: hash of the rule-set, empty where unknown.
        statuses: id -> status for rows that a reader has given one; the others are 未启动.
    """

    rows: tuple[Commitment, ...] = ()
    rules_version: str = ""
    rules_hash: str = ""
    statuses: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(self.rows))

    @overload
    def __getitem__(self, index: int) -> Commitment: ...
    @overload
    def __getitem__(self, index: slice) -> Ledger: ...
    def __getitem__(self, index: int | slice) -> Commitment | Ledger:
        if isinstance(index, slice):
            return Ledger(self.rows[index], self.rules_version, self.rules_hash, self.statuses)
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Commitment]:
        return iter(self.rows)

    def __repr__(self) -> str:
        return f"Ledger({len(self.rows)} rows)"

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the rows as JSON objects in the format of the gold files."""
        return [to_dict(row) for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """Return the columns of the CSV ledger as a DataFrame.

        Dates are datetime64, offsets int64, confidence float64, all else text; lists are joined with `;`. Cells are
        as they are: only a file that a spreadsheet opens needs them made safe.
        """
        from commitments.ledger.frame import to_frame

        return to_frame(self)

    def to_csv(self, path: str | Path | None = None, headers: Language = "en") -> str:
        """Return the CSV ledger as text, and write it where a path is given (UTF-8 with BOM, line ends CR LF).

        Args:
            path: where to write; None for nowhere.
            headers: "en" or "zh".

        Raises:
            OutputError: the file cannot be written.
        """
        from commitments.ledger.csv_file import csv_text

        text = csv_text(self, headers)
        if path is not None:
            write_file(Path(path), text.encode("utf-8-sig"))
        return text

    def to_jsonl(self, path: str | Path | None = None) -> str:
        """Return the ledger as JSONL, one commitment a line, and write it where a path is given.

        Raises:
            OutputError: the file cannot be written.
        """
        from commitments.ledger.jsonl_file import jsonl_text

        text = jsonl_text(self)
        if path is not None:
            write_file(Path(path), text.encode("utf-8"))
        return text

    def write(self, path: str | Path, headers: Language | None = None) -> None:
        """Write the ledger; the suffix says the format. The same ledger gives the same bytes on every day.

        Args:
            path: a .csv, .jsonl, .xlsx, .parquet, .ics or .html file.
            headers: "en" or "zh"; None for English in .csv, Chinese in .xlsx, .ics and .html. JSONL and Parquet have
                the names of the fields.

        Raises:
            OutputError: the suffix is unknown, or the file cannot be written.
            OptionError: the format needs a package that is not installed.
        """
        path = Path(path)
        render: Callable[[Ledger, Language | None], bytes] = _module(path).render
        write_file(path, render(self, headers))


def read_ledger(path: str | Path) -> Ledger:
    """Read a ledger written by `Ledger.write`, in any of its formats.

    JSONL, Parquet, HTML and iCalendar give every field back. CSV and XLSX give what their columns hold: not the spans,
    the rules, a quantity's kind and delta, a frequency's times, and what the speech date was inferred from. A ledger
    that Excel or WPS has saved again is read as well, whatever the encoding and the order of its columns.

    Args:
        path: a .csv, .jsonl, .xlsx, .parquet, .ics or .html file.

    Raises:
        LedgerError: the file is missing, no ledger, or has a wrong cell; the error names the line.
        OptionError: the format needs a package that is not installed.
    """
    path = Path(path)
    if path.suffix.lower() not in _MODULES:
        raise LedgerError(str(path), f"unknown suffix {path.suffix!r}", "name a file that ends in " + " ".join(SUFFIXES))
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise LedgerError(str(path), "no such file", "check the name") from None
    except OSError as error:
        raise LedgerError(str(path), f"cannot be read: {error.strerror}", "check its permissions") from None
    parse: Callable[[bytes, str], Ledger] = _module(path).parse
    return parse(data, str(path))


def _module(path: Path) -> Any:
    """Import the module of a format: a run pays only for the formats that it writes."""
    try:
        return import_module(f"commitments.ledger.{_MODULES[path.suffix.lower()]}")
    except KeyError:
        raise unknown_suffix(path) from None


def check_output(path: Path) -> None:
    """Raise where a ledger cannot be written to the path, before any work is done.

    Raises:
        OutputError: the suffix is unknown, or the file cannot be written.
        OptionError: the format needs a package that is not installed.
    """
    if path.suffix.lower() not in _MODULES:
        raise unknown_suffix(path)
    if path.suffix.lower() == ".parquet":
        from commitments.ledger.parquet_file import import_pyarrow

        import_pyarrow(str(path))
    check_writable(path)


def unknown_suffix(path: Path) -> OutputError:
    """Return the error for an output whose suffix names no format."""
    shown = f"unknown suffix {path.suffix!r}" if path.suffix else "no suffix that says the format"
    return OutputError(str(path), shown, "name a file that ends in " + " ".join(SUFFIXES))


def ledger_of(pairs: Iterable[tuple[Commitment, str]], rules_version: str = "", rules_hash: str = "") -> Ledger:
    """Return a ledger from rows and their statuses, as readers yield them."""
    from commitments.messages import statuses

    rows: list[Commitment] = []
    known: dict[str, str] = {}
    for row, status in pairs:
        rows.append(row)
        if status and status != statuses()[0]:
            known[row.id] = status
    return Ledger(tuple(rows), rules_version, rules_hash, known)
