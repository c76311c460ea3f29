"""The ledger as a pandas DataFrame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitments.ledger.columns import to_cells
from commitments.messages import columns

if TYPE_CHECKING:
    import pandas

    from commitments.ledger.book import Ledger

_OFFSETS = ("start", "end", "raw_start", "raw_end")
_DATES = ("start_date", "due_date")


def to_frame(ledger: Ledger) -> pandas.DataFrame:
    """Return the columns of the CSV ledger with their types; see `Ledger.to_pandas`."""
    import pandas

    rows = [to_cells(row, ledger.statuses.get(row.id, "")) for row in ledger]
    frame = pandas.DataFrame(rows, columns=[column.name for column in columns()], dtype=object)
    for name in frame.columns:
        if name in _DATES:
            frame[name] = pandas.to_datetime(frame[name].replace("", None), format="%Y-%m-%d").astype("datetime64[s]")
        elif name in _OFFSETS:
            frame[name] = frame[name].astype("int64")
        elif name == "confidence":
            frame[name] = frame[name].astype("float64")
        else:
            frame[name] = frame[name].astype(str)
    return frame
