"""Reads one file of any known format into a `RawPage`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePath

from commitments.errors import SourceError
from commitments.kept import compiled
from commitments.reading.encodings import decode
from commitments.reading.kinds import kind_of, unread_kind, why_not
from commitments.types import RawPage

LARGEST = 50_000_000
"""Bytes; a page above this is no speech and would only cost memory."""

_FORMATS = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md",
    ".html": "html", ".htm": "html", ".shtml": "html", ".xhtml": "html", ".docx": "docx", ".docm": "docx", ".pdf": "pdf",
}  # fmt: skip
SUFFIXES = frozenset(_FORMATS)
"""The suffixes of the files that can be read."""

_FRONT_MATTER = compiled(r"---[ \t]*\r?\n((?:[^\n]{0,2000}\n){0,60}?)---[ \t\r]*(?:\n|$)")
_FRONT_KEY = compiled(r"^(title|source|date|author):[ \t]*(.{0,500}?)\r?$", re.MULTILINE)


def read_page(path: Path) -> RawPage:
    """Read a file; its suffix says the format.

    Args:
        path: a .txt, .md, .html, .htm, .docx or .pdf file.

    Raises:
        SourceError: the file is missing, unreadable, empty, too large, binary or of an unknown format.
    """
    return read_bytes(_content(Path(path)), str(path))


def check_readable(path: Path) -> None:
    """Look into a file of a kind that is not read: some are HTML or DOCX all the same.

    Raises:
        SourceError: it is not.
    """
    _format(_content(path), str(path))


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(str(path), f"the file is larger than {LARGEST // 1_000_000} MB", "give one speech a file")
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(str(path), "no such file", "check the name") from None
    except IsADirectoryError:
        raise SourceError(str(path), "this is a folder, not a file", "name a file") from None
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}", "check its permissions") from None


def read_bytes(data: bytes, name: str) -> RawPage:
    """Read a page from its bytes; the suffix of its name, or for a name without one its content, says the format.

    >>> read_bytes("同志们：\\n现在开会。".encode("gbk"), "讲话.txt").text
    '同志们：\\n现在开会。'

    Args:
        data: the whole file.
        name: the file's name, which is also what errors call it; `-` for standard input.

    Raises:
        SourceError: the page is empty, binary or of an unknown format.
    """
    form = _format(data, name)
    page = _READERS[form](data, name)
    return RawPage(page.text, PurePath(name).stem if name != "-" else "stdin", name, form, page.encoding, page.meta, page.links)


def _format(data: bytes, name: str) -> str:
    suffix = PurePath(name).suffix.lower() if name != "-" else ""
    content = kind_of(data)
    unread = unread_kind(suffix)
    if content in {"pdf", "docx"} or (content == "html" and (unread or suffix in {"", ".txt", ".text"})):
        return content  # the suffix lies, or there is none: many sites give out HTML as .doc
    if content not in {"", "html"}:
        raise SourceError(name, *why_not(content))
    if unread:
        raise SourceError(name, *why_not(unread))
    if suffix and suffix not in _FORMATS:
        known = " ".join(sorted({".txt", ".md", ".html", ".htm", ".docx", ".pdf"}))
        raise SourceError(name, f"unknown kind of file {suffix}", f"save it as one of {known}")
    return _FORMATS.get(suffix, "txt")


def _text(data: bytes, name: str) -> RawPage:
    text, encoding = decode(data, name)
    return RawPage(text, encoding=encoding)


def _markdown(data: bytes, name: str) -> RawPage:
    text, encoding = decode(data, name)
    front = _FRONT_MATTER.match(text)
    meta = {key: value.strip().strip("\"'") for key, value in _FRONT_KEY.findall(front[1])} if front else {}
    return RawPage(text, encoding=encoding, meta=meta)


def _html(data: bytes, name: str) -> RawPage:
    from commitments.reading.html import render_page

    return render_page(data, name)


def _docx(data: bytes, name: str) -> RawPage:
    from commitments.reading.docx import read_docx

    return RawPage(read_docx(data, name))


def _pdf(data: bytes, name: str) -> RawPage:
    from commitments.reading.pdf import read_pdf

    return RawPage(read_pdf(data, name))


_READERS: dict[str, Callable[[bytes, str], RawPage]] = {"txt": _text, "md": _markdown, "html": _html, "docx": _docx, "pdf": _pdf}
