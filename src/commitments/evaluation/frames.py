"""The evaluation as functions on DataFrames; pandas is imported when one is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from commitments.errors import LedgerError
from commitments.evaluation.intervals import Interval
from commitments.evaluation.predicting import Prediction
from commitments.evaluation.report import Judged, Key, Report, View, score_speech
from commitments.evaluation.tables import row_text
from commitments.scoring import FIGURES

if TYPE_CHECKING:
    import pandas

_NEEDED = ("doc_id", "level", "action")


def evaluate_frames(gold: pandas.DataFrame, predicted: pandas.DataFrame) -> Report:
    """Score one DataFrame of rows against another.

    >>> import pandas
    >>> row = {"doc_id": "a", "level": "hard", "action": "改造小区8个", "owner": "住建局", "value": "8", "unit": "个"}
    >>> gold, predicted = pandas.DataFrame([row]), pandas.DataFrame([row | {"owner": "街道办"}])
    >>> evaluate_frames(gold, predicted).main.figures()["owner"].value
    0.0

    Args:
        gold: one row a commitment, with the columns of the ledger (`Ledger.to_pandas`) or, where it has a column
            `quantities`, with the fields of the gold format, lists as lists.
        predicted: the same; speeches without gold are left out.

    Raises:
        LedgerError: a column is missing, or a cell holds what its column cannot mean.
    """
    found, rows = _rows(gold, "gold"), _rows(predicted, "predicted")
    return Report((View("pred", tuple(score_speech(found[name], Prediction(tuple(rows.get(name, ()))), name) for name in found)),))


def _rows(frame: pandas.DataFrame, name: str) -> dict[str, list[Mapping[str, Any]]]:
    missing = [column for column in _NEEDED if column not in frame.columns]
    if missing:
        raise LedgerError(name, f"no column {missing[0]}", "give the columns of the ledger or of the gold format")
    found: dict[str, list[Mapping[str, Any]]] = {}
    for number, record in enumerate(frame.to_dict("records"), 2):
        row = record if "quantities" in frame.columns else _from_cells(record, name, number)
        found.setdefault(str(record["doc_id"]), []).append({str(key): value for key, value in row.items()})
    return found


def _from_cells(record: Mapping[Any, Any], name: str, number: int) -> Mapping[str, Any]:
    from commitments.ledger.columns import Place, from_cells
    from commitments.ledger.objects import to_dict

    cells = {str(key): _cell(value) for key, value in record.items()}
    # What the offsets and the rest are does not matter here; a frame made by hand need not have them.
    defaults = {"start": "0", "end": "0", "raw_start": "0", "raw_end": "0", "confidence": "0", "evidence": cells["action"]}
    return to_dict(from_cells({**defaults, **cells}, Place(name, number))[0])


def _cell(value: Any) -> str:
    if value is None or value != value:  # NaN and NaT are not equal to themselves
        return ""
    return str(value.date()) if hasattr(value, "date") else str(value)


def figure_frame(report: Report) -> pandas.DataFrame:
    """Return one row a view and figure: view, figure, value, low, high."""
    import pandas

    rows = [_figure_row(name, interval, view=view.name) for view in report.views for name, interval in view.figures().items()]
    return pandas.DataFrame(rows, columns=["view", "figure", "value", "low", "high"])


def _figure_row(name: str, interval: Interval, **keys: str) -> dict[str, Any]:
    return {**keys, "figure": name, "value": interval.value, "low": interval.low, "high": interval.high}


def group_frame(report: Report, by: Key = "speech") -> pandas.DataFrame:
    """Return one row a view and group, with the counts of gold rows and one column a figure.

    Args:
        report: what `evaluate_files` or `evaluate_frames` returned.
        by: "speech", "site" or "subject".
    """
    import pandas

    rows = []
    for view in report.views:
        for name, group in view.groups(by).items():
            counts = group.tally
            known = {
                "view": view.name,
                by: name,
                "speeches": len(group.speeches),
                "gold_hard": counts.gold_hard,
                "gold_soft": counts.gold_soft,
            }
            rows.append({**known, **counts.figures()})
    return pandas.DataFrame(rows, columns=["view", by, *(["speeches"] if by != "speech" else []), "gold_hard", "gold_soft", *FIGURES])


def row_frame(report: Report, *, errors_only: bool = False) -> pandas.DataFrame:
    """Return one row for every gold row, predicted row or pair: verdict, wrong slots, both rows, rules, confidence.

    It is what a notebook groups by: errors by cause and rule, figures by kind of owner, calibration of `confidence`.

    Args:
        report: what `evaluate_files` or `evaluate_frames` returned. Of the test split there are no rows.
        errors_only: leave out what is right.
    """
    import pandas

    judged = report.errors() if errors_only else report.inspected.judged()
    columns = [
        "doc_id", "verdict", "level", "predicted_level", "right", "wrong", "similarity", "owner_kind", "action", "gold", "predicted",
        "confidence", "rules", "reasons", "evidence",
    ]  # fmt: skip
    return pandas.DataFrame([_judged_row(row) for row in judged], columns=columns)


def _judged_row(row: Judged) -> dict[str, Any]:
    gold, predicted = row.gold or {}, row.predicted or {}
    known = gold or predicted
    return {
        "doc_id": row.doc_id,
        "verdict": row.verdict,
        "level": row.level,
        "predicted_level": predicted.get("level"),
        "right": row.verdict == "right",
        "wrong": ";".join(row.wrong),
        "similarity": row.similarity,
        "owner_kind": known.get("owner_kind", ""),
        "action": known["action"],
        "gold": row_text(gold) if gold else "",
        "predicted": row_text(predicted) if predicted else "",
        "confidence": predicted.get("confidence"),
        "rules": ";".join(row.rules),
        "reasons": ";".join(row.reasons),
        "evidence": known.get("evidence", ""),
    }


def rule_frame(report: Report) -> pandas.DataFrame:
    """Return one row a rule: how many rows it had a part in, and how many of them were right, extra, or different."""
    import pandas

    found = report.inspected.by_rule()
    verdicts = ("right", "slots", "level", "extra")
    rows = [{"rule": rule, "rows": counts.total(), **{name: counts[name] for name in verdicts}} for rule, counts in found.items()]
    return pandas.DataFrame(rows, columns=["rule", "rows", *verdicts])
