"""Bytes in, `RawPage` out: encodings, and one module a format."""

from commitments.reading.encodings import decode
from commitments.reading.kinds import SPEECH_SUFFIXES, unread_kind
from commitments.reading.source import SUFFIXES, check_readable, read_bytes, read_page

__all__ = ["SPEECH_SUFFIXES", "SUFFIXES", "check_readable", "decode", "read_bytes", "read_page", "unread_kind"]
