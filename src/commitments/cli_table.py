"""The ledger as a table on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import IO, TYPE_CHECKING

from commitments.cli_streams import printable
from commitments.messages import Language, label, message
from commitments.types import Commitment

if TYPE_CHECKING:
    from rich.console import Console

_WIDTHS = {"owner": 20, "quantity": 10, "deadline": 12, "level": 6}
_NARROW_WIDTHS = {"owner": 10, "quantity": 6, "deadline": 10, "level": 6}
_NARROW = 80
"""Columns of a terminal below which the fixed widths shrink; ten columns hold a day. The action has the rest."""


def print_table(rows: Sequence[Commitment], stream: IO[str], language: Language, width: int | None = None) -> None:
    """Print owner, action, quantity, deadline and level, wrapped to the terminal, one table a speech.

    Args:
        rows: the commitments.
        stream: the terminal.
        language: of the headings.
        width: columns of the terminal; None to ask it.
    """
    from rich.console import Console

    console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
    if not rows:
        console.print(message("table.empty", language))
    for _, group in groupby(rows, key=lambda row: (row.doc_id, row.source)):
        _print_speech(list(group), console, language)


def _print_speech(rows: Sequence[Commitment], console: Console, language: Language) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    first = rows[0]
    title = " · ".join(part for part in (first.title or first.doc_id, first.speech_date or "") if part)
    table = Table(box=SIMPLE_HEAD, title=Text(printable(title)), title_justify="left", expand=True, pad_edge=False)
    widths = _WIDTHS if console.width >= _NARROW else _NARROW_WIDTHS
    for name in ("owner", "action", "quantity", "deadline", "level"):
        width = widths.get(name)
        table.add_column(message(f"table.{name}", language), width=width, ratio=None if width else 1, overflow="fold")
    for row in rows:
        quantities = "；".join(item.text for item in row.quantities)
        cells = (_owners(row, language), _action(row), quantities, _deadline(row), label("level", row.level, language))
        table.add_row(*(Text(printable(cell)) for cell in cells), style="" if row.level == "hard" else "dim")
    console.print(table)


def _owners(row: Commitment, language: Language) -> str:
    owners = "、".join(row.owner) or f"（{label('owner_kind', row.owner_kind, language)}）"
    return f"{owners}（{message('page.co_owners', language)}{'、'.join(row.co_owners)}）" if row.co_owners else owners


def _action(row: Commitment) -> str:
    return f"{row.matter}：{row.action}" if row.matter and row.matter not in row.action else row.action


def _deadline(row: Commitment) -> str:
    """Return the words, and below them the day that they mean; a frequency is plain enough in words."""
    if row.deadline is None:
        return ""
    day = row.deadline.end or row.deadline.start
    return f"{row.deadline.text}\n{day.isoformat()}" if day else row.deadline.text
