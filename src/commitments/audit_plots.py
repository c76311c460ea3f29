"""The pictures of the audit; each takes a table of `audit` and returns a `Picture`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from commitments.showing import Picture, bare, label, new_figure

if TYPE_CHECKING:
    import pandas

_HARD, _SOFT, _QUIET, _ALARM, _LINE = "#2f6db5", "#9cc3ea", "#c9c9c9", "#d1603d", "#444444"
_TINTS = {"is a commitment": _HARD, "owner": "#3a9e6e", "quantities": "#e0a82e", "deadline": _ALARM, "all right": _LINE}
_LET_GO = {
    "past": "#b8b0a2", "background": "#cfc8ba", "not-forward": "#e3ddd0", "condition": "#d9cfe0", "sanction": "#c7b8d1",
    "explanation": "#ddd6e3", "exhortation": "#e8e2ec", "agenda": "#ece7d8", "not-checkable": "#e8c99b", "vague": "#efd9b4",
    "no reason given": "#d1603d",
}  # fmt: skip


def _empty(words: str) -> Picture:
    figure = new_figure(6, 1.2)
    figure.text(0.5, 0.5, words, ha="center", va="center", color="#777")
    return Picture(figure)


def plot_rows(rows: pandas.DataFrame, most: int = 40) -> Picture:
    """Draw how many hard and soft rows each speech gave.

    Args:
        rows: from `audit.row_table`.
        most: speeches to show, those with most rows first.
    """
    if rows.empty:
        return _empty("no rows")
    counts = rows.groupby(["doc_id", "level"]).size().unstack(fill_value=0).reindex(columns=["hard", "soft"], fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values().index][-most:]
    figure = new_figure(8, 1 + 0.2 * len(counts))
    axes = figure.add_subplot()
    places = range(len(counts))
    axes.barh(places, counts["hard"], color=_HARD, label="hard")
    axes.barh(places, counts["soft"], left=counts["hard"], color=_SOFT, label="soft")
    axes.set_yticks(places, [label(str(name), f"speech {number}") for number, name in enumerate(counts.index, 1)], fontsize=8)
    axes.set(xlabel="rows", title="Commitments by speech")
    axes.legend(frameon=False)
    axes.margins(y=0.01)
    bare(axes)
    return Picture(figure)


def plot_precision(table: pandas.DataFrame, measures: Sequence[str] = ()) -> Picture:
    """Draw shares as dots with their 95% intervals, one colour a measure.

    Args:
        table: from `audit.precision`, of all rows or grouped.
        measures: those to show; all where none is named.
    """
    shown = table[table["value"].notna() & (table["measure"].isin(measures) if measures else True)]
    if shown.empty:
        return _empty("nothing is judged yet")
    group = table.columns[0]
    names = list(dict.fromkeys(shown[group]))
    figure = new_figure(8, 1 + (0.34 if len(names) == 1 else 0.16) * len(shown))
    axes = figure.add_subplot()
    place = 0.0
    ticks = []
    for number, name in enumerate(names, 1):
        own = shown[shown[group] == name]
        ticks.append((place + (len(own) - 1) / 2, f"{label(str(name), f'{group} {number}')} (n={own['judged'].max()})"))
        for record in own.to_dict("records"):
            axes.plot(
                [record["low"], record["high"]], [place, place], color=_TINTS[record["measure"]], lw=3, alpha=0.45, solid_capstyle="round"
            )
            axes.plot(record["value"], place, "o", color=_TINTS[record["measure"]])
            place += 1
        place += 1
    for measure in dict.fromkeys(shown["measure"]):
        axes.plot([], [], "o", color=_TINTS[measure], label=measure)
    axes.set_yticks([at for at, _ in ticks], [words for _, words in ticks], fontsize=8)
    axes.invert_yaxis()
    axes.set(xlabel="share of the rows, with 95% interval", title="How many rows are right")
    axes.set_xlim(min(0.5, float(shown["low"].min()) - 0.02), 1.005)
    axes.grid(axis="x", color="#eee")
    axes.legend(frameon=False, fontsize=8, loc="center left", bbox_to_anchor=(1.0, 0.5))
    bare(axes)
    return Picture(figure)


def plot_causes(table: pandas.DataFrame) -> Picture:
    """Draw how many of the judged rows each cause spoils.

    Args:
        table: from `audit.cause_table`.
    """
    if table.empty:
        return _empty("no errors among the judged rows")
    figure = new_figure(7, 0.9 + 0.34 * len(table))
    axes = figure.add_subplot()
    bars = axes.barh(table["cause"], table["rows"], color=_ALARM)
    axes.bar_label(bars, labels=[f"{value:.1%}" for value in table["value"]], padding=4, fontsize=8, color=_LINE)
    axes.invert_yaxis()
    axes.set(xlabel="judged rows; share of all rows beside the bar", title="What is wrong, where a row is wrong")
    bare(axes)
    return Picture(figure)


def plot_coverage(covered: pandas.DataFrame, most: int = 30) -> Picture:
    """Draw, speech by speech, what became of the clauses that hold a figure or a date.

    Args:
        covered: from `audit.coverage`.
        most: speeches to show, those with most such clauses first.
    """
    if covered.empty:
        return _empty("no clause holds a figure or a date")
    fate = covered["reason"].where(~covered["gave_row"].astype(bool), "gave a row")
    counts = covered.groupby(["doc_id", fate.rename("fate")]).size().unstack(fill_value=0)
    order = ["gave a row", *(name for name in counts.sum().sort_values(ascending=False).index if name != "gave a row")]
    counts = counts.reindex(columns=order, fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values().index][-most:]
    figure = new_figure(9, 1.2 + 0.22 * len(counts))
    axes = figure.add_subplot()
    left: Any = 0
    for name in order:
        tint = _HARD if name == "gave a row" else _LET_GO.get(name, "#8f8f8f")
        axes.barh(range(len(counts)), counts[name], left=left, color=tint, label=name)
        left = left + counts[name]
    axes.set_yticks(range(len(counts)), [label(str(name), f"speech {n}") for n, name in enumerate(counts.index, 1)], fontsize=8)
    axes.set(xlabel="clauses with a figure or a date", title="What became of every figure and date")
    axes.legend(frameon=False, fontsize=8, loc="center left", bbox_to_anchor=(1.0, 0.5))
    axes.margins(y=0.01)
    bare(axes)
    return Picture(figure)


def plot_calibration(table: pandas.DataFrame) -> Picture:
    """Draw the share of right rows against the confidence, and how many rows there are of each.

    Args:
        table: from `audit.calibration`.
    """
    if table.empty:
        return _empty("nothing is judged yet")
    figure = new_figure(6, 5.2)
    upper, lower = figure.subplots(2, 1, sharex=True, height_ratios=[4, 1])
    upper.plot([0, 1], [0, 1], ls="--", color="#aaa", label="calibrated")
    errors = [table["value"] - table["low"], table["high"] - table["value"]]
    upper.errorbar(table["confidence"], table["value"], yerr=errors, fmt="o", color=_HARD, capsize=3, label="rows of this archive")
    upper.set(ylabel="share of rows that are right", ylim=(0, 1.02), xlim=(min(0.4, table["from"].max()), 1.0))
    error = table.attrs.get("expected_error")
    upper.set_title("Is the confidence to be trusted?" + (f"  mean distance {error:.3f}" if error is not None else ""))
    upper.legend(frameon=False, loc="lower right")
    upper.grid(color="#eee")
    lower.bar(table["confidence"], table["judged"], width=0.03, color=_QUIET)
    lower.set(xlabel="confidence", ylabel="judged")
    for axes in (upper, lower):
        bare(axes)
    return Picture(figure)
