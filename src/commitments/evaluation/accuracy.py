"""The page of figures, `docs/accuracy.md`: all of it is measured, nothing is written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from commitments.evaluation.agreement import Agreement
from commitments.evaluation.calibration import Quality
from commitments.evaluation.corpus import SPLITS, Corpus
from commitments.evaluation.intervals import RESAMPLES, SEED, Interval
from commitments.evaluation.report import Report
from commitments.evaluation.tables import group_rows, phrase, shown
from commitments.evaluation.texts import overlap_intervals
from commitments.scoring import FIGURES

_HEAD = """\
# Accuracy

Made by `python -m commitments.evaluate --gold corpus --report docs/accuracy.md` with rule-set {version} (`{hash}`).
Do not edit it by hand: run the command again.

Scored as section 5 of the annotation guide says. **Tuple F1**, where a row is right only with owner, quantities and
deadline, is the figure that the program is judged by. In brackets: 95% bootstrap intervals over speeches ({resamples:,}
resamples, seed {seed}); they say how much the figure would move with other speeches of the same kinds, not with
another genre.
"""
_UNDATED_FIGURES = ("hard_f1", "tuple_f1", "deadline")
_CAVEATS = """\
## How to read it

- Rules are tuned on train and dev. The figures of **test** are the ones to expect: nobody reads those speeches while
  tuning, and their errors are never listed.
- All speeches were written for this project in the manner of real ones, by people who knew the guide and not the rules.
  Real archives differ; measure your own with the audit notebook.
- *From the page* goes the whole way: reading, cleaning, extraction. *From the clean text* starts from the speech as a
  person would cut it out. The difference is what cleaning costs, on pages whose kinds
  of damage the cleaner's rules were tuned on as far as dev goes.
- Soft rows have no quantity and no deadline to be checked by; they are the harder ones, for people too.
"""
_UNDATED = """\
## Without `--date`

Above, the program is given each speech's date. Here it infers the date from the page, as it does for whoever gives none: a
date that is wrong or not found moves or empties every deadline that depends on it.
"""
_MODEL = """\
## With and without the trained model

Owners come from the rules. Where these know nobody before the cue of a task, a trained model is asked ([model-card.md](model-card.md)).
The grammar was tuned on dev until few owners were left unknown there, so dev shows least of what the model is for.
"""
_MODEL_FIGURES = ("owner", "tuple_f1", "hard_f1", "soft_f1")
_CONFIDENCE = """\
## Confidence

Whether `confidence` can be believed, and whether sorting by it finds the wrong rows first. A row is right when it is right as a whole:
level and all three slots. On dev, the confidence of each speech's rows is by weights that were fitted on all other speeches; test has the
weights that ship. What it rests on is told in [confidence.md](confidence.md).

![reliability curve](reliability.svg)
"""
_NO_AGREEMENT = "No speech has been annotated twice yet, so there is no ceiling to hold the figures against.\n"


def accuracy_page(
    corpus: Corpus,
    reports: Mapping[str, Report],
    undated: Mapping[str, Report],
    unaided: Mapping[str, Report],
    sureness: Mapping[str, Quality],
    agreement: Agreement | None,
) -> str:
    """Return the page.

    Args:
        corpus: all of it.
        reports: split -> report, for the splits that are shown, with the gold's speech dates given.
        undated: the same with the dates inferred from the pages.
        unaided: the same as `reports` without the trained model.
        sureness: split -> how good the rows' confidence is.
        agreement: between the annotators, where there is a second annotation.
    """
    first = next(iter(reports.values()))
    parts = [_HEAD.format(version=first.rules_version, hash=first.rules_hash, resamples=RESAMPLES, seed=SEED)]
    parts.append("## The corpus\n\n" + markdown(list(_corpus_rows(corpus))))
    parts.append("## Figures\n\n" + markdown(list(_figure_rows(reports, agreement))) + "\n" + _agreement_note(agreement))
    parts.append(_UNDATED + "\n" + markdown(list(_undated_rows(reports, undated))))
    parts.append(_MODEL + "\n" + markdown(list(_model_rows(reports, unaided))))
    parts.append(_CONFIDENCE + "\n" + markdown(list(_quality_rows(sureness))) + "\n" + markdown(list(_band_rows(sureness["dev"]))))
    parts.append(_CAVEATS)
    for split, report in reports.items():
        if report.inspected.speeches:
            parts.append(f"## {split}, by site (from the page)\n\n" + markdown(group_rows(report.main, "site", "en")))
            parts.append(f"## {split}, by speech (from the page)\n\n" + markdown(group_rows(report.main, "speech", "en")))
    return "\n".join(parts)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown, its first row as the head.

    >>> print(markdown([["split", "rows"], ["dev", "12"]]))
    | split | rows |
    | --- | --- |
    | dev | 12 |
    <BLANKLINE>
    """
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]) + "\n"


def _corpus_rows(corpus: Corpus) -> Iterator[list[str]]:
    yield ["split", "speeches", "kinds of site", "subjects", "characters", "hard rows", "soft rows", "without any row"]
    for split in (*SPLITS, "all"):
        speeches = [speech for speech in corpus.speeches if split in (speech.split, "all")]
        entries = [speech.entry for speech in speeches if speech.entry]
        levels = [row.level for speech in speeches for row in speech.gold.commitments]
        numbers = [
            len(speeches),
            len({entry.site for entry in entries}),
            len({entry.subject for entry in entries}),
            sum(len(speech.clean or "") for speech in speeches),
            levels.count("hard"),
            levels.count("soft"),
            sum(not speech.gold.commitments for speech in speeches),
        ]
        yield [split, *(f"{number:,}" for number in numbers)]


def _figure_rows(reports: Mapping[str, Report], agreement: Agreement | None) -> Iterator[list[str]]:
    views = [(split, view) for split, report in reports.items() for view in report.views]
    figures = [view.figures() for _, view in views]
    people: Mapping[str, Interval] = agreement.figures() if agreement else {}
    last = ["two annotators"] if agreement else []
    yield ["", *(f"{split}, {phrase(f'view.{view.name}', 'en')}" for split, view in views), *last]
    for name in FIGURES:
        yield [phrase(f"figure.{name}", "en"), *(shown(found.get(name)) for found in figures), *(shown(people.get(name)) for _ in last)]
    if agreement:
        yield [phrase("figure.kappa", "en"), *("–" for _ in views), shown(people.get("kappa"))]
    for name in ("precision", "recall"):
        found = [overlap_intervals(reports[split].cleaning).get(name) if view.name == "page" else None for split, view in views]
        yield [phrase(f"figure.cleaning_{name}", "en"), *(shown(item, 4) for item in found), *("–" for _ in last)]
    outlines = [overlap_intervals(reports[split].outlines.get(view.name, ())).get("f1") for split, view in views]
    yield [phrase("figure.outline_f1", "en"), *(shown(item) for item in outlines), *("–" for _ in last)]


def _undated_rows(reports: Mapping[str, Report], undated: Mapping[str, Report]) -> Iterator[list[str]]:
    yield ["from the page", *(f"{split}, date {kind}" for split in reports for kind in ("given", "inferred"))]
    columns = [found[split] for split in reports for found in (reports, undated)]
    for name in _UNDATED_FIGURES:
        yield [phrase(f"figure.{name}", "en"), *(shown(report.main.figures().get(name)) for report in columns)]
    for name in ("precision", "recall"):
        yield [phrase(f"figure.date_{name}", "en"), *(shown(overlap_intervals(report.dates).get(name)) for report in columns)]


def _model_rows(reports: Mapping[str, Report], unaided: Mapping[str, Report]) -> Iterator[list[str]]:
    yield ["from the page", *(f"{split}, {kind}" for split in reports for kind in ("rules alone", "rules and model"))]
    columns = [found[split] for split in reports for found in (unaided, reports)]
    for name in _MODEL_FIGURES:
        yield [phrase(f"figure.{name}", "en"), *(shown(report.main.figures().get(name)) for report in columns)]
    yield ["rows with an owner by the model", *(str(_by_model(report)) for report in columns)]


def _by_model(report: Report) -> int:
    return sum(any(rule.startswith("ner:") for rule in judged.rules) for judged in report.main.judged())


def _quality_rows(sureness: Mapping[str, Quality]) -> Iterator[list[str]]:
    yield ["", *sureness]
    yield ["rows", *(f"{found.rows:,}" for found in sureness.values())]
    yield ["share of wrong rows", *(f"{found.wrong:.3f}" for found in sureness.values())]
    yield ["share of wrong rows in the least sure tenth", *(f"{found.lowest:.3f}" for found in sureness.values())]
    yield ["AUC: a right row is surer than a wrong one", *(f"{found.auc:.3f}" for found in sureness.values())]
    yield ["Brier score", *(f"{found.brier:.4f}" for found in sureness.values())]
    yield ["Brier score of one confidence for all", *(f"{found.chance:.4f}" for found in sureness.values())]


def _band_rows(found: Quality) -> Iterator[list[str]]:
    yield ["dev, confidence", "rows", "mean confidence", "share right"]
    for band in found.bands:
        yield [f"{band.low:.2f} to {band.high:.2f}", str(band.rows), f"{band.confidence:.3f}", f"{band.right:.3f}"]


def _agreement_note(agreement: Agreement | None) -> str:
    if agreement is None:
        return _NO_AGREEMENT
    rows = sum(speech.tally.gold_all for speech in agreement.speeches)
    return (
        f"*Two annotators*: {len(agreement.speeches)} speeches with {rows} rows were annotated a second time, independently, from the guide"
        " alone. The second annotation is scored as a program would be; what careful people reach is the ceiling.\n"
    )
