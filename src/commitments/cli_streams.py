"""Where the command line writes to: results to stdout or a file, everything else to stderr."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import click

from commitments.kept import compiled
from commitments.outfile import check_writable, write_file

_CONTROL = compiled(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """Return a text without the control characters by which a page could steer the reader's terminal.

    >>> printable("讲话\\x1b[2J")
    '讲话\ufffd[2J'
    """
    return _CONTROL.sub("\ufffd", text)


def on_terminal() -> bool:
    """Return whether results go to a terminal."""
    return sys.stdout.isatty()


def put(text: str) -> None:
    """Write a result to stdout: as UTF-8 bytes into a pipe, in the terminal's own encoding on a terminal."""
    if on_terminal():
        sys.stdout.write(printable(text))
        sys.stdout.flush()
    else:
        put_bytes(text.encode("utf-8", errors="replace"))


def put_bytes(data: bytes) -> None:
    """Write bytes to stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def say(text: str) -> None:
    """Write a line of message to stderr."""
    click.echo(printable(text), err=True)


def check_texts(outputs: tuple[Path, ...]) -> None:
    """Raise where a text cannot be written, before any work is done."""
    for path in outputs:
        check_writable(path)


def put_text(text: str, outputs: tuple[Path, ...]) -> None:
    """Write a result to every output file, or to stdout where there is none."""
    for path in outputs:
        write_file(path, text.encode("utf-8", errors="replace"))
    if not outputs:
        put(text)


def swallow_broken_pipe() -> None:
    """Let the interpreter end in silence after the reader of stdout has gone (… | head)."""
    hole = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError):  # stdout is no file of the system
        os.dup2(hole, sys.stdout.fileno())
