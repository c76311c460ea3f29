"""Checks the extraction on one's own archive: draw a sample, judge it, and see how sure the figures are.

`notebooks/audit.ipynb` calls these functions one after the other. All tables are DataFrames; whatever is drawn at
random has a fixed seed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from commitments.cli_sources import plan
from commitments.cli_tables import Columns
from commitments.errors import Error, OptionError
from commitments.evaluation.corpus import INDEX, Corpus, read_corpus
from commitments.evaluation.predicting import Prediction
from commitments.evaluation.report import score_speech
from commitments.ledger.columns import to_cells
from commitments.ledger.objects import to_dict
from commitments.mentions.deadlines import define_periods, find_deadlines
from commitments.mentions.quantities import find_quantities
from commitments.pipeline import Extraction, extract_page, extract_pages
from commitments.reading import read_page
from commitments.ruledata import RuleSet, load_rules
from commitments.script import plain_view
from commitments.speechdate import SpeechDate
from commitments.types import Commitment, Span

if TYPE_CHECKING:
    import pandas

SEED = 20250101
RIGHT = "right"
CAUSES = ("no commitment", "duplicate", "action", "owner", "quantities", "deadline", "level")
"""What may be wrong with a row. The first two say that there should be no such row at all."""
_NO_ROW = frozenset(CAUSES[:2])
_Z = 1.959963984540054
_EDGES = (0.0, 0.6, 0.7, 0.8, 0.9, 1.0)
_SHOWN = ("level", "owner", "co_owners", "action", "quantity", "deadline", "due_date", "recurrence", "confidence")
COLUMNS = ("number", "judgement", "doc_id", "site", *_SHOWN, "evidence", "owner_kind", "rules", "warnings", "id")


@dataclass(frozen=True, slots=True)
class Archive:
    """Pages that were read and extracted, and the gold for them where they are a corpus."""

    speeches: Mapping[str, Extraction]
    failures: tuple[Error, ...] = ()
    gold: Corpus | None = None
    rules: RuleSet = field(default_factory=load_rules)

    def commitments(self) -> Iterator[Commitment]:
        """Yield all rows in the order of their speeches."""
        for found in self.speeches.values():
            yield from found.commitments


def read_archive(source: str | Path, *, date: str | None = None, rules: str | Path | RuleSet | None = None) -> Archive:
    """Read and extract the pages of an archive.

    Args:
        source: a folder, file, glob or table of speeches. A corpus folder (one with an index) means its dev split, with
            the gold's dates and the gold to judge by; the test split is never looked at here.
        date: the day of all speeches, where none has a day of its own.
        rules: a folder of the user's own rules, or a rule-set; None for the built-in ones.

    Raises:
        SourceError: there are no pages.
        LedgerError: the gold of a corpus is wrong.
    """
    rule_set = rules if isinstance(rules, RuleSet) else load_rules(None if rules is None else Path(rules))
    if (Path(source) / INDEX).is_file():
        return _read_corpus(Path(source), rule_set)
    speeches: dict[str, Extraction] = {}
    failures: list[Error] = []
    for item in plan([str(source)], Columns()).items():
        try:
            for doc_id, found in extract_pages(item.read(), date=item.date or date, rules=rule_set):
                name = doc_id if doc_id not in speeches else doc_id.replace(item.doc_id, item.name, 1)
                speeches[name] = found
        except Error as error:
            failures.append(error)
    return Archive(speeches, tuple(failures), None, rule_set)


def _read_corpus(root: Path, rules: RuleSet) -> Archive:
    corpus = read_corpus(root).of("dev")
    speeches: dict[str, Extraction] = {}
    failures: list[Error] = []
    for speech in corpus.speeches:
        if speech.page is None:
            continue
        try:
            speeches[speech.doc_id] = extract_page(read_page(speech.page), date=speech.gold.speech_date, rules=rules)
        except Error as error:
            failures.append(error)
    return Archive(speeches, tuple(failures), corpus, rules)


def row_table(archive: Archive) -> pandas.DataFrame:
    """Return one line a row: its slots as in the CSV ledger, site, confidence, rules and evidence."""
    import pandas

    lines = []
    for name, found in archive.speeches.items():
        site = _site(archive, name, found)
        for row in found.commitments:
            cells = to_cells(row)
            known = {column: cells[column] for column in _SHOWN}
            others = {"owner_kind": row.owner_kind, "rules": ";".join(row.rules), "warnings": ";".join(row.warnings), "id": row.id}
            lines.append({"doc_id": name, "site": site, **known, "confidence": row.confidence, "evidence": row.evidence, **others})
    return pandas.DataFrame(lines, columns=[name for name in COLUMNS if name not in ("number", "judgement")])


def _site(archive: Archive, name: str, found: Extraction) -> str:
    entry = archive.gold.index.get(name) if archive.gold else None
    return (entry.site if entry else found.speech.site) or "unknown"


def draw_sample(
    rows: pandas.DataFrame, size: int = 100, by: Sequence[str] = ("site", "level"), *, seed: int = SEED, least: int = 2
) -> pandas.DataFrame:
    """Return a stratified random sample of rows, numbered from 1, with an empty column `judgement`.

    Each stratum gives its share of the size, but at least `least` rows, so the sample may be a little larger. Strata,
    not chance, decide how many rows of each site there are; `stratum_rows` keeps how many rows each one stands for.

    Args:
        rows: from `row_table`.
        size: how many rows to draw.
        by: the columns that make the strata.
        seed: the same seed and rows give the same sample, on every machine and in any order of rows.
        least: of each stratum.

    Raises:
        OptionError: there is no such column, or the size is not positive.
    """
    unknown = [name for name in by if name not in rows.columns]
    if unknown:
        raise OptionError("sample", f"no column {unknown[0]}", "use columns of the table of rows: " + " ".join(rows.columns))
    if size < 1:
        raise OptionError("sample", f"a size of {size}", "draw one row or more")
    ordered = rows.sort_values(["doc_id", "id"], kind="stable").reset_index(drop=True)
    stratum = ordered[list(by)].astype(str).agg(" / ".join, axis=1) if by and len(ordered) else ordered["doc_id"].map(lambda _: "all")
    chosen: list[int] = []
    for name, places in sorted(ordered.groupby(stratum).groups.items()):
        count = min(len(places), max(least, round(size * len(places) / len(ordered))))
        chosen += sorted(Random(f"{seed}:{name}").sample(list(places), count))
    sample = ordered.loc[chosen].assign(stratum=stratum.loc[chosen], stratum_rows=stratum.map(stratum.value_counts()).loc[chosen])
    sample = sample.reset_index(drop=True)
    sample.insert(0, "number", range(1, len(sample) + 1))
    sample.insert(1, "judgement", "")
    return sample


def judge(sample: pandas.DataFrame, judgements: Mapping[int, str]) -> pandas.DataFrame:
    """Return the sample with judgements filled in by row number; those that were there stay.

    A judgement is `right`, or what is wrong: one or more of `CAUSES`, joined with `;`.

    >>> judge(sample, {1: "right", 2: "owner;deadline"})  # doctest: +SKIP

    Args:
        sample: from `draw_sample`.
        judgements: number -> judgement; an empty one takes a judgement back.

    Raises:
        OptionError: there is no such row, or no such judgement.
    """
    known = set(sample["number"])
    column = dict(zip(sample["number"], sample["judgement"], strict=True))
    for number, said in judgements.items():
        if number not in known:
            raise OptionError(f"row {number}", "there is no such row in the sample", f"name one of 1 to {len(sample)}")
        column[number] = checked(said, f"row {number}")
    return sample.assign(judgement=[column[number] for number in sample["number"]])


def checked(said: str, place: str) -> str:
    """Return a judgement in its fixed form.

    >>> checked(" Owner；deadline ", "row 3")
    'owner;deadline'

    Raises:
        OptionError: it is none.
    """
    parts = [part.strip().lower() for part in str(said).replace("；", ";").split(";") if part.strip()]
    wrong = [part for part in parts if part != RIGHT and part not in CAUSES]
    if wrong or (RIGHT in parts and len(parts) > 1):
        raise OptionError(place, f"{said!r} is no judgement", f"write {RIGHT}, or one or more of: {'; '.join(CAUSES)}")
    return ";".join(dict.fromkeys(parts))


def judge_by_gold(sample: pandas.DataFrame, archive: Archive) -> pandas.DataFrame:
    """Return the sample judged by the corpus's gold, as the guide's scoring sees it; of other archives it stays unjudged."""
    if archive.gold is None:
        return sample
    found: dict[tuple[str, str], str] = {}
    for speech in archive.gold.speeches:
        if speech.doc_id not in archive.speeches:
            continue
        rows = tuple(to_dict(row) for row in archive.speeches[speech.doc_id].commitments)
        for item in score_speech(speech.gold.rows(), Prediction(rows), speech.doc_id).judged:
            if item.predicted is not None:
                said = {"right": RIGHT, "extra": CAUSES[0]}.get(item.verdict) or ";".join(item.wrong)
                found[speech.doc_id, str(item.predicted["id"])] = said
    numbers = zip(sample["number"], sample["doc_id"], sample["id"], strict=True)
    return judge(sample, {number: found[doc_id, row] for number, doc_id, row in numbers if (doc_id, row) in found})


def wilson(share: float, size: float) -> tuple[float, float]:
    """Return the 95% Wilson score interval of a share.

    >>> low, high = wilson(1.0, 10)
    >>> round(low, 3), high
    (0.722, 1.0)

    Args:
        share: from 0 to 1.
        size: of the sample, or the effective size of a weighted one.

    Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927.
    """
    if size <= 0:
        return 0.0, 1.0
    square = _Z**2
    middle = (share + square / (2 * size)) / (1 + square / size)
    half = _Z / (1 + square / size) * math.sqrt(share * (1 - share) / size + square / (4 * size**2))
    low, high = max(0.0, middle - half), min(1.0, middle + half)
    return (0.0 if share == 0 else low), (1.0 if share == 1 else high)


def precision(judged: pandas.DataFrame, by: str | None = None) -> pandas.DataFrame:
    """Return how many rows are commitments, and right, with a 95% interval; of the judged rows only.

    Rows count with the number of rows they stand for. The interval is Wilson's on the effective size (Σw)²/Σw² of the
    weighted sample (L. Kish, Survey Sampling, 1965); it is a little too wide where the sample is a large part of all.
    `owner`, `quantities` and `deadline` are shares of the hard rows that are commitments.

    Args:
        judged: a sample with judgements.
        by: a column to group by ("site", "level", "owner_kind" …), or None for all together.
    """
    import pandas

    done = _weighted(judged)
    groups = [("all", done)] if by is None else [(str(name), group) for name, group in done.groupby(by)]
    lines = [{by or "rows_of": name, **line} for name, group in groups for line in _measures(group)]
    return pandas.DataFrame(lines, columns=[by or "rows_of", "measure", "value", "low", "high", "judged", "stands_for"])


def _weighted(judged: pandas.DataFrame) -> pandas.DataFrame:
    """Return the judged rows, each with how many rows of its stratum it stands for."""
    done = judged[judged["judgement"] != ""]
    if "stratum" not in done.columns:
        return done.assign(weight=1.0)
    # An empty column of text has no numeric kind of its own, so the counts are given one before the division.
    judged_in_stratum = done["stratum"].map(done["stratum"].value_counts()).astype(float)
    return done.assign(weight=done["stratum_rows"].astype(float) / judged_in_stratum)


def _measures(group: pandas.DataFrame) -> Iterator[dict[str, Any]]:
    said = group["judgement"].map(lambda text: frozenset(text.split(";")))
    is_row = said.map(lambda causes: not causes & _NO_ROW).astype(bool)
    slots = is_row & (group["level"] == "hard")
    yield {"measure": "is a commitment", **share(is_row, group["weight"])}
    for name in ("owner", "quantities", "deadline"):
        yield {"measure": name, **share(~said[slots].map(lambda causes, name=name: name in causes).astype(bool), group["weight"][slots])}
    yield {"measure": "all right", **share(said.map(lambda causes: causes == {RIGHT}).astype(bool), group["weight"])}


def share(hits: pandas.Series[bool], weight: pandas.Series[float]) -> dict[str, Any]:
    """Return the weighted share of hits with its interval, how many rows were judged, and how many they stand for."""
    whole = float(weight.sum())
    if not whole:
        return {"value": None, "low": None, "high": None, "judged": 0, "stands_for": 0}
    value = float((hits.astype(float) * weight).sum()) / whole
    value = min(1.0, max(0.0, round(value, 12)))
    low, high = wilson(value, whole**2 / float((weight**2).sum()))
    return {"value": value, "low": low, "high": high, "judged": len(hits), "stands_for": round(whole)}


def cause_table(judged: pandas.DataFrame) -> pandas.DataFrame:
    """Return one line a cause: how many of the judged rows it spoils, their share, and the rules that made most of them."""
    import pandas

    done = _weighted(judged)
    lines = []
    for cause in CAUSES:
        spoiled = done["judgement"].map(lambda text, cause=cause: cause in text.split(";")).astype(bool)
        if spoiled.any():
            rules = done.loc[spoiled, "rules"].str.split(";").explode().value_counts().head(3)
            found = share(spoiled, done["weight"])
            lines.append({"cause": cause, "rows": int(spoiled.sum()), **found, "rules": ", ".join(f"{r} {n}" for r, n in rules.items())})
    table = pandas.DataFrame(lines, columns=["cause", "rows", "value", "low", "high", "rules"])
    return table.sort_values("rows", ascending=False, kind="stable").reset_index(drop=True)


def calibration(judged: pandas.DataFrame, edges: Sequence[float] = _EDGES) -> pandas.DataFrame:
    """Return one line a band of `confidence`: its mean, the share of rows that are right with its interval, and how many.

    A calibrated confidence equals the share. `expected_error` of the table's `attrs` is the mean distance of the two,
    weighted by rows (M. P. Naeini et al., Obtaining Well Calibrated Probabilities Using Bayesian Binning, 2015).

    Args:
        judged: a sample with judgements.
        edges: of the bands, rising; a band holds its lower edge, the last one its upper edge as well.
    """
    import pandas

    done = _weighted(judged)
    lines = []
    distance = 0.0
    for low, high in pairwise(edges):
        band = done[(done["confidence"] >= low) & ((done["confidence"] < high) | (high == edges[-1]) & (done["confidence"] <= high))]
        if len(band):
            found = share(band["judgement"] == RIGHT, band["weight"])
            mean = float((band["confidence"] * band["weight"]).sum() / band["weight"].sum())
            lines.append({"from": low, "to": high, "confidence": mean, **found})
            distance += abs(mean - found["value"]) * float(band["weight"].sum())
    columns = ["from", "to", "confidence", "value", "low", "high", "judged", "stands_for"]
    table = pandas.DataFrame(lines, columns=columns)
    table.attrs["expected_error"] = distance / float(done["weight"].sum()) if len(done) else None
    return table


def coverage(archive: Archive) -> pandas.DataFrame:
    """Return one line a clause that holds a figure or a date: whether a row came of it and, if not, why not.

    Not every such clause should give a row: a review of the past is full of figures. The reasons say what was let go;
    clauses without a reason, and reasons that look wrong, are where rows are missing.
    """
    import pandas

    lines = []
    for name, found in archive.speeches.items():
        used = [span for row in found.commitments for span in _spans(row)]
        site = _site(archive, name, found)
        for clause, figures, dates in _measured(found, archive.rules):
            gave = any(start < clause[1] and clause[0] < end for start, end in used)
            known = {"doc_id": name, "site": site, "clause": found.speech.text[slice(*clause)], "figures": figures, "dates": dates}
            lines.append(
                {**known, "gave_row": gave, "reason": "" if gave else _reason(found, clause), "start": clause[0], "end": clause[1]}
            )
    return pandas.DataFrame(lines, columns=["doc_id", "site", "clause", "figures", "dates", "gave_row", "reason", "start", "end"])


def _spans(row: Commitment) -> list[Span]:
    spans = row.spans
    return [spans.action, *spans.quantities, *([spans.deadline] if spans.deadline else [])]


def _measured(found: Extraction, rules: RuleSet) -> Iterator[tuple[Span, str, str]]:
    """Yield the clauses that hold a figure or a date, each with these words."""
    text = plain_view(found.speech.text)
    day = SpeechDate.parse(found.speech_date) if found.speech_date else None
    periods = define_periods(text, day, rules)
    for start, end in found.clauses:
        figures = find_quantities(text, start, end, rules=rules)
        dates = [item for item in find_deadlines(text, start, end, day, periods=periods, rules=rules, vague=False) if not item.vague]
        if figures or dates:
            yield (start, end), ";".join(item.text for item in figures), ";".join(item.text for item in dates)


def _reason(found: Extraction, clause: Span) -> str:
    """Return why a clause gave no row: the first drop that overlaps it."""
    drops = (drop.reason for drop in found.dropped if drop.start < clause[1] and clause[0] < drop.end)
    return next(drops, "no reason given")


def coverage_table(covered: pandas.DataFrame) -> pandas.DataFrame:
    """Return how many clauses with a figure or a date gave a row, and how many were let go for which reason."""
    import pandas

    reasons = covered["reason"].where(~covered["gave_row"].astype(bool), "gave a row")
    counts = reasons.value_counts()
    shares = [count / len(covered) for count in counts]
    return pandas.DataFrame({"what became of it": counts.index, "clauses": counts.to_numpy(), "share": shares})


def draw_let_go(covered: pandas.DataFrame, reason: str = "no reason given", size: int = 15, *, seed: int = SEED) -> pandas.DataFrame:
    """Return a random sample of the clauses that were let go for a reason: this is where missing rows are found.

    Args:
        covered: from `coverage`.
        reason: one of those in `coverage_table`.
        size: how many, if there are so many.
        seed: the same seed gives the same clauses.
    """
    places = list(covered.index[~covered["gave_row"].astype(bool) & (covered["reason"] == reason)])
    chosen = sorted(Random(f"{seed}:{reason}").sample(places, min(size, len(places))))
    return covered.loc[chosen, ["doc_id", "clause", "figures", "dates", "start"]].reset_index(drop=True)
