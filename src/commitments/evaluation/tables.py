"""A report as text for a terminal, in English or Chinese."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from commitments.evaluation.intervals import LEAST_SPEECHES, Interval
from commitments.evaluation.report import Judged, Key, Report, View
from commitments.evaluation.texts import overlap_intervals
from commitments.messages import Language
from commitments.ruledata import builtin_folder
from commitments.scoring import FIGURES, Row

_GROUP_FIGURES = ("hard_precision", "hard_recall", "hard_f1", "tuple_f1", "owner", "quantities", "deadline", "all_f1")
_MOST_RULES = 10


def phrase(key: str, lang: Language, **values: object) -> str:
    """Return a text of `rules/ledger/evaluation.toml` with its values put in.

    >>> phrase("figure.tuple_f1", "zh")
    '三项全对 F1'
    """
    section, _, name = key.partition(".")
    text = str(_phrases()[section][name][lang])
    return text.format(**values) if values else text


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, Any]:
    path = builtin_folder() / "ledger" / "evaluation.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def report_text(report: Report, lang: Language, *, errors: bool = False) -> str:
    """Return the whole report; see `Report.table`."""
    parts = ["\n".join(_head(report, lang)), _figures(report, lang)]
    parts += [_groups(report.main, key, lang) for key in ("site", "speech") if _worth_grouping(report.main, key)]
    parts.append(_error_counts(report, lang))
    if errors:
        parts += list(error_texts(report.errors(), lang))
    if report.notes:
        parts.append("\n".join([phrase("table.notes", lang) + ":", *report.notes]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(report: Report, lang: Language) -> Iterator[str]:
    counts = report.main.tally
    split = f"{report.split}: " if report.split else ""
    speeches = len(report.main.speeches)
    yield phrase("table.summary", lang, split=split, speeches=speeches, rows=counts.gold_all, hard=counts.gold_hard, soft=counts.gold_soft)
    if report.rules_hash:
        yield phrase("table.rules", lang, version=report.rules_version, hash=report.rules_hash)
    yield phrase("table.too_few", lang, least=LEAST_SPEECHES) if speeches < LEAST_SPEECHES else phrase("table.intervals", lang)


def _figures(report: Report, lang: Language) -> str:
    columns = [view.figures() for view in report.views]
    rows = [["", *(phrase(f"view.{view.name}", lang) for view in report.views)]]
    rows += [[phrase(f"figure.{name}", lang), *(shown(column.get(name)) for column in columns)] for name in FIGURES]
    blank = [""] * (len(report.views) - 1)
    if report.cleaning:
        cleaning = overlap_intervals(report.cleaning)
        rows += [[phrase(f"figure.cleaning_{name}", lang), shown(cleaning[name], 4), *blank] for name in ("precision", "recall")]
    if report.dates:
        dates = overlap_intervals(report.dates)
        rows += [[phrase(f"figure.date_{name}", lang), shown(dates[name]), *blank] for name in ("precision", "recall")]
    if report.outlines:
        outlines = [overlap_intervals(report.outlines.get(view.name, ())) for view in report.views]
        rows.append([phrase("figure.outline_f1", lang), *(shown(column.get("f1")) for column in outlines)])
    return grid(rows)


def shown(interval: Interval | None, digits: int = 3) -> str:
    """Return a figure as text: 0.912 [0.880, 0.934]; a dash where there is none.

    >>> shown(Interval(0.5, 0.25, 0.75))
    '0.500 [0.250, 0.750]'
    """
    if interval is None or interval.value is None:
        return "–"
    if interval.low is None or interval.high is None:
        return f"{interval.value:.{digits}f}"
    return f"{interval.value:.{digits}f} [{interval.low:.{digits}f}, {interval.high:.{digits}f}]"


def _worth_grouping(view: View, key: Key) -> bool:
    return len({speech.key(key) for speech in view.speeches} - {""}) > 1 or (key == "speech" and len(view.speeches) > 1)


def _groups(view: View, key: Key, lang: Language) -> str:
    return grid(group_rows(view, key, lang))


def group_rows(view: View, key: Key, lang: Language) -> list[list[str]]:
    """Return a table of the groups of a view: a header, then one row a group."""
    head = [phrase(f"table.{key}", lang)]
    head += [phrase(f"table.{name}", lang) for name in ("speeches", "gold_hard", "gold_soft")]
    rows = [head + [phrase(f"figure.{name}", lang) for name in _GROUP_FIGURES]]
    for name, group in view.groups(key).items():
        counts = group.tally
        figures = counts.figures()
        cells = [name or "–", str(len(group.speeches)), str(counts.gold_hard), str(counts.gold_soft)]
        rows.append(cells + [shown(Interval(figures[figure]), 2) for figure in _GROUP_FIGURES])
    return rows


def _error_counts(report: Report, lang: Language) -> str:
    if not report.inspected.speeches:
        return phrase("table.withheld", lang)
    counts = Counter(row.verdict for row in report.errors())
    listed = ", ".join(f"{phrase(f'verdict.{verdict}', lang)} {number}" for verdict, number in counts.most_common())
    text = phrase("table.error_counts", lang, errors=counts.total(), counts=listed or "0")
    wrong = [(rule, found) for rule, found in report.inspected.by_rule().items() if found.total() > found["right"]][:_MOST_RULES]
    if not wrong:
        return text
    head = [
        phrase("table.by_rule", lang),
        phrase("table.rows_made", lang),
        *(phrase(f"verdict.{name}", lang) for name in ("extra", "slots", "level")),
    ]
    rows = [head] + [[rule, str(found.total()), *(str(found[name]) for name in ("extra", "slots", "level"))] for rule, found in wrong]
    return f"{text}\n\n{grid(rows)}"


def error_texts(errors: Sequence[Judged], lang: Language) -> Iterator[str]:
    """Yield each error as a few lines: verdict, both rows, the rules that made it or the reasons why it was let go, the sentence."""
    for error in errors:
        wrong = ", ".join(phrase(f"figure.{slot}", lang) if slot in FIGURES else slot for slot in error.wrong if slot != "level")
        lines = [f"{error.doc_id}  {phrase(f'verdict.{error.verdict}', lang)}" + (f": {wrong}" if wrong else "")]
        lines += [
            f"  {phrase(f'error.{name}', lang)}: {row_text(row)}"
            for name, row in (("gold", error.gold), ("predicted", error.predicted))
            if row
        ]
        if error.rules:
            lines.append(f"  {phrase('error.rules', lang)}: {' '.join(error.rules)}")
        if error.reasons:
            lines.append(f"  {phrase('error.reasons', lang)}: {'; '.join(error.reasons)}")
        row = error.gold or error.predicted
        lines.append(f"  {phrase('error.evidence', lang)}: {row.get('evidence', '') if row else ''}")
        yield "\n".join(lines)


def row_text(row: Row) -> str:
    """Return the scored fields of a row in one line.

    >>> row_text({"level": "soft", "owner": ["住建局"], "owner_kind": "explicit", "action": "成立专班", "quantities": [], "deadline": None})
    'soft | 住建局 (explicit) | 成立专班 | – | –'
    """
    quantities = "; ".join(_quantity(item) for item in row.get("quantities") or ())
    deadline = row.get("deadline") or {}
    when = " ".join([str(deadline.get("text", "")), str(deadline.get("end") or ""), *(deadline.get("recurrence") or ())]).strip()
    owners = "、".join(row.get("owner") or ()) or "–"
    return " | ".join([str(row["level"]), f"{owners} ({row.get('owner_kind', '')})", str(row["action"]), quantities or "–", when or "–"])


def _quantity(item: Row) -> str:
    value = item["value"] if item.get("value") is not None else f"{item.get('low')}..{item.get('high')}"
    return f"{item.get('text', '')}={value} {item.get('unit', '')}".strip()


def grid(rows: Sequence[Sequence[str]]) -> str:
    """Return cells in columns; a Chinese character takes two places.

    >>> print(grid([["站点", "n"], ["a", "12"]]))
    站点  n
    a     12
    """
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
