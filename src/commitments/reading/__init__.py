"""Bytes in, `RawPage` out: encodings, and one module a format."""

from commitments.reading.encodings import decode
from commitments.reading.source import SUFFIXES, read_bytes, read_page

__all__ = ["SUFFIXES", "decode", "read_bytes", "read_page"]
