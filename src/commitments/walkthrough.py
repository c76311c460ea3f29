"""One speech, stage by stage: what each stage saw and made of it, as tables, marked text and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commitments.ledger.columns import amount
from commitments.mentions.deadlines import define_periods, find_deadlines
from commitments.mentions.quantities import find_quantities
from commitments.pipeline import Extraction, extract_page
from commitments.reading import read_page
from commitments.ruledata import RuleSet, load_rules
from commitments.script import plain_view
from commitments.showing import Html, Picture, bare, box, label, legend, marked, new_figure, slot_spans
from commitments.speechdate import SpeechDate
from commitments.types import Heading, RawPage, Span

if TYPE_CHECKING:
    import pandas

_FATES = {"hard": "#2f6db5", "soft": "#9cc3ea", "let go": "#d9cfc0", "nothing found": "#f2f0ec"}
_EMPTY = "nothing-to-check"
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Stages:
    """A page and everything that was made of it on the way to the ledger."""

    page: RawPage
    found: Extraction
    rules: RuleSet

    @property
    def text(self) -> str:
        """The clean text."""
        return self.found.speech.text


def read_stages(path: str | Path, *, date: str | None = None, rules: str | Path | RuleSet | None = None) -> Stages:
    """Read a page and run all stages on it.

    Args:
        path: the file of the page.
        date: the day of the speech; None to infer it.
        rules: a folder of the user's own rules, or a rule-set; None for the built-in ones.

    Raises:
        SourceError: the page cannot be read, or there is no speech on it.
    """
    rule_set = rules if isinstance(rules, RuleSet) else load_rules(None if rules is None else Path(rules))
    page = read_page(Path(path))
    return Stages(page, extract_page(page, date=date, rules=rule_set), rule_set)


def facts(stages: Stages) -> pandas.DataFrame:
    """Return what is known of the page: how it was read, its site, title, date and size before and after cleaning."""
    import pandas

    page, found = stages.page, stages.found
    speech = found.speech
    known = {
        "format, encoding": f"{page.format}, {page.encoding}",
        "site": speech.site or "none known: the generic cleaner", "title": speech.title,
        "posted": f"{speech.posted or '–'} {speech.posted_kind}".strip(),
        "speech date": f"{found.speech_date or '–'} (from: {found.speech_date_source})",
        "characters on the page": f"{len(page.text):,}", "characters of the speech": f"{len(speech.text):,}",
        "stretches cut": f"{len(speech.removed):,}", "gaps": str(len(speech.gaps)), "warnings": " ".join(speech.warnings) or "–",
    }  # fmt: skip
    return pandas.DataFrame({"value": list(known.values())}, index=list(known))


def page_view(stages: Stages) -> Html:
    """Return the page as it was read, with what the cleaner cut in red; the mouse shows the rule."""
    spans: list[tuple[Span, str, str]] = [((cut.start, cut.end), "removed", cut.rule) for cut in stages.found.speech.removed]
    return box(f"the page; {legend(['removed'])} is not in the clean text", marked(stages.page.text, spans))


def removed_table(stages: Stages) -> pandas.DataFrame:
    """Return one line a cleaning rule: how many stretches and characters it cut, and the first of them."""
    import pandas

    lines = [{"rule": cut.rule, "characters": cut.end - cut.start, "example": _short(cut.text)} for cut in stages.found.speech.removed]
    cuts = pandas.DataFrame(lines, columns=["rule", "characters", "example"])
    grouped = cuts.groupby("rule", sort=False)
    table = grouped.agg(stretches=("rule", "size"), characters=("characters", "sum"), example=("example", "first"))
    return table.sort_values("characters", ascending=False).reset_index()


def offset_table(stages: Stages, rows: int = 5) -> pandas.DataFrame:
    """Return some rows' evidence by its offsets in the clean text, and the same stretch by its offsets on the page."""
    import pandas

    lines = [
        {"clean": f"{row.start}–{row.end}", "clean[start:end]": _short(stages.text[row.start : row.end]),
         "page": f"{row.raw_start}–{row.raw_end}", "page[raw_start:raw_end]": _short(stages.page.text[row.raw_start : row.raw_end])}
        for row in stages.found.commitments[:rows]
    ]  # fmt: skip
    return pandas.DataFrame(lines)


def outline_table(stages: Stages) -> pandas.DataFrame:
    """Return the outline: level, marker, title, whether it runs into its paragraph, and the rule."""
    import pandas

    columns = ["level", "outline", "run_in", "rule", "rows below"]
    lines = [
        {"level": item.level, "outline": "\u3000" * (item.level - 1) + item.marker + _short(item.title), "run_in": item.run_in,
         "rule": item.rule, "rows below": _rows_below(stages, item)}
        for item in stages.found.headings
    ]  # fmt: skip
    return pandas.DataFrame(lines, columns=columns)


def _rows_below(stages: Stages, heading: Heading) -> int:
    return sum(heading.start <= row.spans.action[0] < heading.body_end for row in stages.found.commitments)


def clause_table(stages: Stages) -> pandas.DataFrame:
    """Return one line a clause: its words, what became of it, and why it was let go where it was."""
    import pandas

    lines = []
    for (start, end), fate, why in _fates(stages):
        lines.append({"start": start, "clause": stages.text[start:end], "became": fate, "why": why})
    return pandas.DataFrame(lines, columns=["start", "clause", "became", "why"])


def _fates(stages: Stages) -> list[tuple[Span, str, str]]:
    found = stages.found
    fates: list[tuple[Span, str, str]] = []
    for start, end in found.clauses:
        rows = [row for row in found.commitments if row.spans.action[0] < end and start < row.spans.action[1]]
        drops = [drop for drop in found.dropped if drop.start < end and start < drop.end]
        if rows:
            best = min(rows, key=lambda row: row.level)
            fates.append(((start, end), best.level, " ".join(best.rules)))
        else:
            empty = all(drop.reason == _EMPTY for drop in drops)
            fates.append(((start, end), "nothing found" if empty else "let go", "; ".join(f"{d.stage}: {d.reason}" for d in drops)))
    return fates


def mention_table(stages: Stages) -> pandas.DataFrame:
    """Return every figure and date of the speech, what it was read as and by which rule, before any row is made."""
    import pandas

    text = plain_view(stages.text)
    day = SpeechDate.parse(stages.found.speech_date) if stages.found.speech_date else None
    periods = define_periods(text, day, stages.rules)
    lines = []
    for start, end in stages.found.clauses:
        for item in find_quantities(text, start, end, rules=stages.rules):
            value = f"{item.quantity.comparator} {amount(item.quantity)} {item.quantity.unit}"
            lines.append((item.start_char, "quantity", item.text, value, item.rule))
        for when in find_deadlines(text, start, end, day, periods=periods, rules=stages.rules):
            days = [item.isoformat() for item in (when.deadline.start, when.deadline.end) if item]
            value = "vague: no deadline" if when.vague else " … ".join(days) or " ".join(when.deadline.recurrence) or "?"
            lines.append((when.start_char, "deadline", when.text, value, when.rule))
    return pandas.DataFrame(sorted(lines), columns=["start", "kind", "words", "read as", "rule"])


def speech_view(stages: Stages) -> Html:
    """Return the clean text with the slots of all rows in colour; the mouse shows what they were read as."""
    spans: list[tuple[Span, str, str]] = [(span, ink, tip) for row in stages.found.commitments for span, ink, tip in slot_spans(row)]
    return box(f"{escape(stages.found.speech.title)} &nbsp; {legend()}", marked(stages.text, spans), 560)


def ledger_table(stages: Stages) -> pandas.DataFrame:
    """Return the ledger, its most telling columns first."""
    from commitments.ledger import Ledger

    columns = ["level", "owner", "co_owners", "action", "quantity", "value", "unit", "comparator", "deadline", "due_date", "recurrence"]
    return Ledger(stages.found.commitments).to_pandas()[[*columns, "confidence", "warnings"]]


def plot_fates(stages: Stages) -> Picture:
    """Draw the speech as one band a chapter, a cell for each clause: what gave a row, what was let go, what holds nothing."""
    bands = _chapters(stages)
    figure = new_figure(10, 1.1 + 0.42 * len(bands))
    axes = figure.add_subplot()
    fates = _fates(stages)
    for place, (_, start, end) in enumerate(bands):
        for (left, right), fate, _ in fates:
            if start <= left < end:
                axes.barh(place, right - left, left=left - start, color=_FATES[fate], edgecolor="white", linewidth=0.6, height=0.8)
    for name, tint in _FATES.items():
        axes.barh([0], [0], color=tint, label=name)
    axes.set_yticks(range(len(bands)), [label(name, f"part {number}") for number, (name, _, _) in enumerate(bands, 1)], fontsize=9)
    axes.invert_yaxis()
    axes.set(xlabel="characters from the beginning of the part", title="Every clause of the speech, and what became of it")
    axes.legend(frameon=False, ncols=len(_FATES), loc="upper center", bbox_to_anchor=(0.5, -0.9 / figure.get_figheight()))
    bare(axes, "left")
    return Picture(figure)


def _chapters(stages: Stages) -> Sequence[tuple[str, int, int]]:
    """Return the parts of the speech between headings of the highest level, the opening included."""
    tops = [heading for heading in stages.found.headings if heading.level == min(h.level for h in stages.found.headings)]
    edges = [("opening", 0), *((heading.marker + heading.title, heading.start) for heading in tops)]
    ends = [start for _, start in edges[1:]] + [len(stages.text)]
    return [(name, start, end) for (name, start), end in zip(edges, ends, strict=True) if end > start]


def plot_deadlines(stages: Stages) -> Picture:
    """Draw when the rows fall due, one line an owner; rows without a day are not shown."""
    dated = [(row, row.deadline.end) for row in stages.found.commitments if row.deadline and row.deadline.end]
    owners = list(dict.fromkeys("、".join(row.owner) or row.owner_kind for row, _ in dated))
    figure = new_figure(9, 1.2 + 0.3 * max(1, len(owners)))
    axes = figure.add_subplot()
    for row, day in dated:
        place = owners.index("、".join(row.owner) or row.owner_kind)
        axes.plot(_dates(day), [place], "o", ms=9, alpha=0.7, color=_FATES[row.level], mec="white")
    if stages.found.speech_date and len(stages.found.speech_date) == 10:
        axes.axvline(_dates(SpeechDate.parse(stages.found.speech_date).first())[0], color="#d1603d", ls="--", label="the speech")
        axes.legend(frameon=False)
    axes.set_yticks(range(len(owners)), [label(name, f"owner {number}") for number, name in enumerate(owners, 1)], fontsize=9)
    axes.invert_yaxis()
    axes.xaxis_date()
    axes.set(title="When it falls due, and for whom")
    axes.grid(axis="y", color="#eee")
    axes.tick_params(axis="x", rotation=30)
    bare(axes)
    return Picture(figure)


def _dates(day: date) -> Any:
    """Return a day as matplotlib plots it; its types know only numbers."""
    return [day]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
