"""Writes a file whole or not at all, and says beforehand whether it can be written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from commitments.errors import OutputError


def check_writable(path: Path) -> None:
    """Raise where a file cannot be written, before any work is done; nothing is created or changed.

    Raises:
        OutputError: the folder is missing, the path is a folder, or file or folder must not be written to.
    """
    folder = path.parent
    if path.is_dir():
        raise OutputError(str(path), "this is a folder", "name a file")
    if not folder.is_dir():
        raise OutputError(str(path), f"there is no folder {folder}", "make the folder first, or correct the name")
    if path.exists():
        try:
            # A ledger that Excel still has open can be opened for reading, but not for writing.
            with path.open("r+b"):
                pass
        except OSError as error:
            raise _unwritable(path, error) from None
    elif not os.access(folder, os.W_OK | os.X_OK):
        raise OutputError(str(path), f"the folder {folder} must not be written to", "choose another folder")


def write_file(path: Path, data: bytes) -> None:
    """Write a file under another name beside it, then put it in its place: a crash leaves the old file whole.

    Raises:
        OutputError: the file cannot be written.
    """
    check_writable(path)
    if path.exists() and not path.is_file():  # a pipe or a device takes no other file in its place
        _write(path, path, data)
        return
    target = Path(os.path.realpath(path))
    partial = partial_of(target)
    try:
        _write(path, partial, data)
        replace_file(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def partial_of(path: Path) -> Path:
    """Return the name under which a file is written before it is whole."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def replace_file(partial: Path, target: Path) -> None:
    """Put a finished file in its place, with the permissions of the one it replaces.

    Raises:
        OutputError: the file in its place is locked.
    """
    try:
        if target.exists():
            shutil.copymode(target, partial)
        partial.replace(target)
    except OSError as error:
        raise _unwritable(target, error) from None


def _write(path: Path, place: Path, data: bytes) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise _unwritable(path, error) from None


def _unwritable(path: Path, error: OSError) -> OutputError:
    cure = "close it in other programs, or choose another name" if isinstance(error, PermissionError) else "choose another place"
    return OutputError(str(path), f"cannot be written: {error.strerror}", cure)
