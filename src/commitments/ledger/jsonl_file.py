"""The JSONL ledger: one commitment a line, UTF-8 without BOM, in the format of the gold files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitments.errors import LedgerError
from commitments.ledger.book import ledger_of
from commitments.ledger.objects import from_lines, to_line
from commitments.messages import Language

if TYPE_CHECKING:
    from commitments.ledger.book import Ledger


def jsonl_text(ledger: Ledger) -> str:
    """Return the JSONL ledger as text."""
    return "".join(to_line(row, ledger.statuses.get(row.id, "")) + "\n" for row in ledger)


def render(ledger: Ledger, headers: Language | None = None) -> bytes:
    """Return the JSONL ledger as bytes; its field names are always English."""
    return jsonl_text(ledger).encode("utf-8")


def parse(data: bytes, file: str) -> Ledger:
    """Return the ledger of JSONL bytes.

    Raises:
        LedgerError: a line is no JSON object, or a field is missing, unknown or of the wrong type.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LedgerError(file, "not in UTF-8", "save it as UTF-8") from None
    # Not splitlines: U+2028 and its like may stand inside a string.
    return ledger_of(from_lines(text.split("\n"), file))
