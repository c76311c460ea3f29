"""What the command line is given to read: files, folders, globs, standard input, tables of many speeches."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from commitments.cli_tables import TABLE_SUFFIXES, Columns, open_table, table_format
from commitments.errors import SourceError
from commitments.kept import compiled
from commitments.ledger.html_file import GENERATOR
from commitments.reading import SPEECH_SUFFIXES, SUFFIXES, check_readable, unread_kind
from commitments.types import RawPage

STDIN = "-"
_STDIN_NAME = "stdin"
_EMPTY_STDIN = ("standard input is empty", "check the command before the pipe")
_EMPTY_RECORD = ("the record is empty", "put the text of the speech into it, or delete it")
_GLOB = compiled(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Item:
    """One speech to be read; it goes to a worker process as it is, and is read there.

    `data` is the page itself where it is no file of its own; `problem` says why a line of a table is no speech.
    """

    name: str
    doc_id: str
    path: Path | None = None
    data: bytes = b""
    date: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    problem: tuple[str, str] | None = None

    def read(self) -> RawPage:
        """Read the page.

        Raises:
            SourceError: it cannot be read.
        """
        from commitments.reading import read_bytes, read_page

        if self.problem is not None:
            raise SourceError(self.name, *self.problem)
        if self.path is not None:
            return read_page(self.path)
        try:
            page = read_bytes(self.data, STDIN)
        except SourceError as error:
            problem, cure = error.problem, error.cure
            if problem == "the file is empty":  # it is none, and only what stands where can be told to be put right
                problem, cure = _EMPTY_STDIN if self.name == _STDIN_NAME else _EMPTY_RECORD
            raise SourceError(self.name, problem, cure) from None
        return replace(page, doc_id=self.doc_id, source=self.name, meta={**page.meta, **self.meta})


@dataclass(slots=True)
class Namesakes:
    """Sources of one run that have the same doc_id: a ledger row's id is made of it, so theirs can be the same too.

    `first`: the doc_id and the names of the first two; `count`: sources whose doc_id an earlier one has.
    """

    first: tuple[str, str, str] | None = None
    count: int = 0

    def watch(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the speeches as they come, and note the namesakes."""
        names: dict[str, str] = {}
        for item in items:
            one = names.setdefault(item.doc_id, item.name)
            if one is not item.name:
                self.count += 1
                self.first = self.first or (item.doc_id, one, item.name)
            yield item


@dataclass(frozen=True, slots=True)
class Plan:
    """What is going to be read, checked before any work is done.

    `skipped`: files in folders that are of no known kind.
    """

    files: tuple[Path, ...]
    tables: tuple[Path, ...]
    stdin: bool
    columns: Columns
    skipped: int = 0

    def items(self) -> Iterator[Item]:
        """Yield the speeches in a fixed order: standard input, files, then the rows of tables."""
        if self.stdin:
            import sys

            yield Item(_STDIN_NAME, _STDIN_NAME, data=sys.stdin.buffer.read())
        for path in self.files:
            yield Item(str(path), path.stem, path)
        for path in self.tables:
            with open_table(path, self.columns) as rows:
                for row in rows:
                    data = row.text.encode("utf-8", errors="replace")
                    yield Item(row.name, row.doc_id, data=data, date=row.date, meta=row.meta, problem=row.problem)

    def __len__(self) -> int:
        """Return how many speeches there are at least; a table counts as one."""
        return len(self.files) + len(self.tables) + self.stdin


def plan(sources: Sequence[str], columns: Columns, outputs: Sequence[Path] = ()) -> Plan:
    """Find what the sources name.

    Args:
        sources: files, folders (read recursively), globs, tables, or `-`.
        columns: the columns of tables.
        outputs: files that this run writes; they are not read, even where they lie in a folder that is.

    Raises:
        SourceError: a file is missing or of no known kind, or a folder or glob has no pages.
        OptionError: a table lacks a column.
    """
    written = {_identity(path) for path in outputs}
    found: dict[str, Path] = {}
    skipped = 0
    for source in sources:
        if source == STDIN:
            continue
        pages, others = _expanded(source, written)
        skipped += others
        found |= {_identity(path): path for path in pages if _identity(path) not in found}
    tables = tuple(path for path in found.values() if table_format(path))
    for path in tables:
        with open_table(path, columns):
            pass  # names the missing column now and not after an hour
    files = tuple(path for path in found.values() if not table_format(path))
    return Plan(files, tables, STDIN in sources, columns, skipped)


def _identity(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _expanded(source: str, written: set[str]) -> tuple[list[Path], int]:
    """Return the pages that one source names, and how many other files lie there."""
    path = Path(source)
    if path.is_dir():
        pages, others = _in_folder(path, written)
        if not pages:
            raise SourceError(source, "no pages in this folder", f"put files that end in {_known()} into it")
        return pages, others
    if path.exists():
        _check_kind(path)
        return [path], 0
    if _GLOB.search(source):
        return _in_glob(source, written)
    raise SourceError(source, "no such file or folder", "check the name; put quotes around names with blanks")


def _check_kind(path: Path) -> None:
    suffix = path.suffix.lower()
    if unread_kind(suffix) and path.is_file():
        check_readable(path)
    elif suffix and suffix not in SUFFIXES and not table_format(path) and path.is_file():
        raise SourceError(str(path), f"unknown kind of file {suffix}", f"save it as one of {_known()}")


def _known() -> str:
    return " ".join((".txt", ".md", ".html", ".docx", ".pdf", *TABLE_SUFFIXES))


def _in_glob(source: str, written: set[str]) -> tuple[list[Path], int]:
    pages: list[Path] = []
    others = 0
    for name in sorted(glob.glob(source, recursive=True)):  # noqa: PTH207 - Path.glob takes no absolute pattern
        path = Path(name)
        if path.is_dir():
            inside, more = _in_folder(path, written)
            pages += inside
            others += more
        elif _is_page(path, written) or table_format(path):
            pages.append(path)
        else:
            others += 1
    if not pages:
        raise SourceError(source, "no page matches this pattern", f"name files that end in {_known()}")
    return pages, others


def _in_folder(folder: Path, written: set[str]) -> tuple[list[Path], int]:
    """Return the pages below a folder in the order of their names, and how many files are none.

    Tables are read only where they are named: a ledger may lie in the folder of its speeches.
    """
    pages: list[Path] = []
    others = 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith((".", "~$")):  # hidden files, and the locks of office programs
                continue
            path = Path(place) / name
            if _is_page(path, written):
                pages.append(path)
            else:
                others += 1
    return pages, others


def _is_page(path: Path, written: set[str]) -> bool:
    """Tell whether a file is read; files of a kind that holds speeches and cannot be read are, too, so that each is named."""
    return path.suffix.lower() in SUFFIXES | SPEECH_SUFFIXES and _identity(path) not in written and not _is_ledger(path)


def _is_ledger(path: Path) -> bool:
    """Return whether a page is one that this program has written."""
    if path.suffix.lower() not in {".html", ".htm"}:
        return False
    try:
        with path.open("rb") as stream:
            return GENERATOR.encode() in stream.read(400)
    except OSError:
        return False  # reading it will name the reason
