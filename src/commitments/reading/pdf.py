"""Reads the text layer of a PDF; needs pypdf, which is an optional dependency."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from commitments.errors import SourceError
from commitments.kept import compiled
from commitments.reading.encodings import common_share
from commitments.reading.layout import Piece, laid_out

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 400
LONGEST = 90.0
"""Seconds; a speech takes less than one."""

_CHINESE = compiled(r"[\u3400-\u9fff]")
_FEW = 20
"""Chinese characters a page: a scan has no more, though the scanning program may have signed each page."""
_SMALLEST_SHARE = 0.12
_EVERY = 500
_SCANNED = ("the PDF is scanned: it has no text layer", "run text recognition (OCR) on it first")
_LOCKED = ("the PDF is locked with a password", "open it with the password and print it to a new PDF")
_BROKEN = ("the PDF is broken", "open it and print it to a new PDF, or download it again")
_NO_CODES = ("the text of the PDF cannot be decoded", "open it, mark all, and copy it into a .txt file; if that is garbled too, run OCR")
_TOO_LONG = (f"the PDF takes more than {LONGEST:.0f} seconds or too much memory", "cut the speech out of it, or print it to a new PDF")


def read_pdf(data: bytes, name: str) -> str:
    """Return the text of a PDF, one paragraph a line, without running heads and page numbers, columns one after the other.

    Args:
        data: the file's bytes.
        name: what errors call the file.

    Raises:
        SourceError: pypdf is not installed; the file is broken, locked, too long, or scanned without a text layer.
    """
    try:
        from pypdf import PdfReader, errors
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError:
        raise SourceError(name, "reading PDF needs pypdf", 'install it with pip install "commitments[pdf]"') from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    limits = getattr(errors, "LimitReachedError", MemoryError)  # pypdf refuses streams that unpack to too much, of late by this name
    clock = _Clock(LONGEST)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(name, *_LOCKED)
        if len(reader.pages) > MOST_PAGES:
            raise SourceError(name, f"the file has more than {MOST_PAGES} pages", "cut the speech out of it")
        pages = [_pieces(page, clock) for page in reader.pages]
        scanned = _is_scanned(reader, pages)
    except DependencyError:
        raise SourceError(name, "unlocking this PDF needs cryptography", 'install it with pip install "commitments[pdf]"') from None
    except (_TooSlowError, limits, MemoryError):
        raise SourceError(name, *_TOO_LONG) from None
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError, ArithmeticError):
        raise SourceError(name, *_BROKEN) from None
    if scanned:
        raise SourceError(name, *_SCANNED)
    text = laid_out(pages)
    if len(_CHINESE.findall(text)) < len(text) // 3 and common_share(text) < _SMALLEST_SHARE and not text.isascii():
        raise SourceError(name, *_NO_CODES)
    return text


class _TooSlowError(Exception):
    """Reading took too long."""


class _Clock:
    """Says when reading has taken too long; it is asked at every operator of a page."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds
        self.calls = 0

    def check(self, *_: Any) -> None:
        """Raise where the time is over.

        Raises:
            _TooSlowError: it is.
        """
        self.calls += 1
        if self.calls % _EVERY == 1 and time.monotonic() > self.end:
            raise _TooSlowError


def _pieces(page: PageObject, clock: _Clock) -> list[Piece]:
    found: list[Piece] = []
    page.extract_text(visitor_operand_before=clock.check, visitor_text=_collector(found))
    clock.calls = 0
    clock.check()
    return found


def _collector(found: list[Piece]) -> Callable[..., None]:
    def collect(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        shown = text.replace("\0", "").strip("\n")
        if shown.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[1]) or 1.0
            found.append(Piece(x, y, (size or 1.0) * scale, shown))

    return collect


def _is_scanned(reader: PdfReader, pages: list[list[Piece]]) -> bool:
    """Tell whether the pages are pictures: hardly any text, or none at all."""
    chinese = sum(len(_CHINESE.findall(piece.text)) for page in pages for piece in page)
    if not any(pages):
        return True
    if chinese >= _FEW * len(pages) or sum(len(piece.text) for page in pages for piece in page) > 10 * _FEW * len(pages):
        return False
    return sum(_has_picture(page) for page in reader.pages) * 2 > len(pages)


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    if objects is None:
        return False
    return any(item.get_object().get("/Subtype") == "/Image" for item in objects.get_object().values())
