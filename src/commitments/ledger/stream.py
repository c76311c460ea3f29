"""Writes a ledger row by row: CSV and JSONL as the rows come, so that an archive of any size fits; the rest at the end."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO

from commitments.errors import OutputError
from commitments.ledger.book import Ledger, check_output
from commitments.ledger.csv_file import header_line, row_line
from commitments.ledger.objects import to_line
from commitments.messages import Language
from commitments.outfile import partial_of, replace_file
from commitments.types import Commitment


class LedgerWriter:
    """One output file; nothing is in its place before `finish`, and nothing is left behind after `discard`.

    Nothing is created before `start`: who arranges for `discard` first leaves nothing behind, whenever it is interrupted.

    Args:
        path: the file; its suffix says the format.
        headers: "en", "zh", or None for what the format has by itself.

    Raises:
        OutputError: the suffix is unknown, or the file cannot be written.
        OptionError: the format needs a package that is not installed.
    """

    def __init__(self, path: Path, headers: Language | None) -> None:
        check_output(path)
        self.path = path
        self.headers = headers
        self.count = 0
        self._rows: list[Commitment] = []
        self._partial = partial_of(Path(os.path.realpath(path)))
        self._stream: IO[str] | None = None
        self._streams = path.suffix.lower() in {".csv", ".jsonl"} and not (path.exists() and not path.is_file())

    def start(self) -> None:
        """Open the file under the name it has before it is whole; a format that is written at the end needs none.

        Raises:
            OutputError: the file cannot be written.
        """
        if self._streams:
            self._stream = self._open()

    def _open(self) -> IO[str]:
        try:
            if self.path.suffix.lower() == ".jsonl":
                return self._partial.open("w", encoding="utf-8", newline="")
            stream = self._partial.open("w", encoding="utf-8-sig", newline="")
            stream.write(header_line(self.headers or "en"))
        except OSError as error:
            raise self._failed(error) from None
        return stream

    def add(self, rows: Iterable[Commitment]) -> None:
        """Take the rows of a speech.

        Raises:
            OutputError: the disk is full.
        """
        if self._stream is None:
            self._rows.extend(rows)
            self.count = len(self._rows)
            return
        as_line = to_line if self.path.suffix.lower() == ".jsonl" else row_line
        end = "\n" if self.path.suffix.lower() == ".jsonl" else ""
        try:
            for row in rows:
                self._stream.write(as_line(row) + end)
                self.count += 1
        except OSError as error:
            raise self._failed(error) from None

    def finish(self, version: str, digest: str) -> None:
        """Write what is left and put the file in its place.

        Args:
            version: version of the rule-set.
            digest: hash of the rule-set.

        Raises:
            OutputError: the file cannot be written.
        """
        if self._stream is None:
            Ledger(tuple(self._rows), version, digest).write(self.path, self.headers)
            return
        try:
            self._stream.close()
        except OSError as error:
            raise self._failed(error) from None
        replace_file(self._partial, Path(os.path.realpath(self.path)))

    def discard(self) -> None:
        """Remove what is unfinished; harmless after `finish`."""
        if self._stream is not None:
            with suppress(OSError):  # the disk is full, which has been said already
                self._stream.close()
        if self._streams:
            self._partial.unlink(missing_ok=True)

    def _failed(self, error: OSError) -> OutputError:
        return OutputError(str(self.path), f"cannot be written: {error.strerror}", "choose another place")
