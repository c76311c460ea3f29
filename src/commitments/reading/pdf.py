"""Reads the text layer of a PDF; needs pypdf, which is an optional dependency."""

from __future__ import annotations

import io
import logging

from commitments.errors import SourceError

MOST_PAGES = 400


def read_pdf(data: bytes, name: str) -> str:
    """Return the text of a PDF, pages apart by form feeds, so that the cleaner can tell running heads.

    Args:
        data: the file's bytes.
        name: what errors call the file.

    Raises:
        SourceError: pypdf is not installed, the file is broken, locked, too long, or scanned without a text layer.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise SourceError(name, "reading PDF needs pypdf", 'install it with pip install "commitments[pdf]"') from None
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(io.BytesIO(data))
        if len(reader.pages) > MOST_PAGES:
            raise SourceError(name, f"the file has more than {MOST_PAGES} pages", "cut the speech out of it")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        raise SourceError(name, "the PDF is broken or locked", "open it and print it to a new PDF") from None
    if not any(page.strip() for page in pages):
        raise SourceError(name, "the PDF is scanned: it has no text layer", "run text recognition (OCR) on it first")
    return "\f".join(pages)
