"""The sample as something to judge: cards in a notebook, or a sheet for a spreadsheet program."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from html import escape
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commitments.audit import CAUSES, RIGHT, Archive, checked, judge, judge_by_gold
from commitments.errors import LedgerError, OptionError
from commitments.ledger.columns import make_safe, make_unsafe
from commitments.outfile import write_file
from commitments.showing import Html, box, legend, marked, slot_spans
from commitments.types import Commitment

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "number", "judgement", "doc_id", "level", "owner", "co_owners", "action", "quantity", "deadline", "due_date", "recurrence",
    "evidence", "id",
)  # fmt: skip
_TINT = {RIGHT: "#2e7d4f", "": "#777"}
_WRONG = "#b3402a"


def sample_cards(sample: pandas.DataFrame, archive: Archive, first: int = 1, last: int = 12) -> Html:
    """Return rows of the sample as cards: the evidence with its slots in colour, what they were read as, and the judgement.

    Args:
        sample: from `audit.draw_sample`.
        archive: the archive it was drawn from.
        first: the number of the first row to show.
        last: the number of the last one.
    """
    rows = {(name, row.id): (found.speech.text, row) for name, found in archive.speeches.items() for row in found.commitments}
    cards = []
    for record in sample[sample["number"].between(first, last)].to_dict("records"):
        known = rows.get((record["doc_id"], record["id"]))
        if known:
            cards.append(_card(record, *known))
    return box(f"{legend()} &nbsp; judge with <code>{RIGHT}</code> or: {escape('; '.join(CAUSES))}", "".join(cards), 640)


def _card(record: dict[Any, Any], text: str, row: Commitment) -> str:
    said = str(record["judgement"])
    tint = _TINT.get(said, _WRONG)
    owners = "、".join(row.owner) or "–"
    partners = f" + {'、'.join(row.co_owners)}" if row.co_owners else ""
    slots = " &nbsp;|&nbsp; ".join(
        escape(part)
        for part in (row.level, f"{owners}{partners} ({row.owner_kind})", str(record["quantity"]), _when(row), f"{row.confidence:.2f}")
        if part
    )
    outside = [item for item in slot_spans(row) if not row.start <= item[0][0] < row.end]
    before = "".join(f"{marked(text, [item], *item[0])} … " for item in outside)
    return (
        f'<div style="border-left:4px solid {tint};margin:.5em 0;padding:.1em .8em">'
        f'<b>{record["number"]}</b> <span style="color:#777">{escape(str(record["doc_id"]))}</span> '
        f'<b style="color:{tint}">{escape(said or "?")}</b><br>'
        f"{before}{marked(text, slot_spans(row), row.start, row.end)}<br>"
        f'<span style="color:#555;font-size:.9em">{slots}</span></div>'
    )


def _when(row: Commitment) -> str:
    if row.deadline is None:
        return ""
    day = row.deadline.end.isoformat() if row.deadline.end else " ".join(row.deadline.recurrence)
    return f"{row.deadline.text} = {day or '?'}"


def write_sheet(sample: pandas.DataFrame, path: str | Path) -> Path:
    """Write the sample as CSV that Excel and WPS open; the second column is to be filled in. Return the path.

    Args:
        sample: from `audit.draw_sample`.
        path: a .csv file; what is there is replaced.

    Raises:
        OutputError: the file cannot be written.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in sample.to_dict("records"):
        writer.writerow([make_safe(str(record[name])) for name in COLUMNS])
    write_file(Path(path), out.getvalue().encode("utf-8-sig"))
    return Path(path)


def read_sheet(sample: pandas.DataFrame, path: str | Path) -> pandas.DataFrame:
    """Return the sample with the judgements of a sheet that `write_sheet` wrote and somebody filled in.

    Args:
        sample: the sample that was written.
        path: the filled-in file.

    Raises:
        LedgerError: the file is not of this sample, or a judgement is none; the error names the line.
    """
    known = dict(zip(sample["id"], sample["number"], strict=True))
    judgements: dict[int, str] = {}
    for line, record in _records(Path(path)):
        place = f"{path}:{line}"
        number = known.get(record["id"])
        if number is None:
            raise LedgerError(place, f"the row {record['id']!r} is not in the sample", "draw the sample with the same pages, size and seed")
        try:
            judgements[number] = checked(record["judgement"], place)
        except OptionError as error:
            raise LedgerError(place, error.problem, error.cure) from None
    return judge(sample, judgements)


def _records(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        content = path.read_text(encoding="gb18030", errors="replace")  # as Excel on a Chinese system saves CSV
    except OSError as error:
        raise LedgerError(str(path), f"cannot be read: {error.strerror}", "check the name") from None
    reader = csv.DictReader(StringIO(content))
    missing = [name for name in ("judgement", "id") if name not in (reader.fieldnames or ())]
    if missing:
        raise LedgerError(f"{path}:1", f"no column {missing[0]}", "keep the first row of the sheet as it is")
    for record in reader:
        yield reader.line_num, {name: make_unsafe(record[name] or "") for name in ("judgement", "id")}


def judged_sample(sample: pandas.DataFrame, archive: Archive, sheet: str | Path | None = None) -> pandas.DataFrame:
    """Return the sample with whatever judgements there are: those of the sheet, else those of the corpus's gold, else none.

    Args:
        sample: from `audit.draw_sample`.
        archive: the archive it was drawn from.
        sheet: a filled-in sheet; None, or a file that is not there yet, for none.
    """
    if sheet is not None and Path(sheet).is_file():
        return read_sheet(sample, sheet)
    return judge_by_gold(sample, archive)
