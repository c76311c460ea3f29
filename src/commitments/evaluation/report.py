"""The result of an evaluation: what became of every row, and the figures with their intervals, grouped as one likes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from commitments.evaluation.intervals import Counts, Interval, bootstrap
from commitments.evaluation.predicting import Prediction
from commitments.evaluation.texts import Overlap, overlap_intervals
from commitments.messages import Language
from commitments.scoring import Row, Tally, Verdict, match_rows, tally, total

Key = Literal["speech", "site", "subject"]
KEYS: tuple[Key, ...] = ("speech", "site", "subject")
_SHOWN = ("level", "owner", "owner_kind", "co_owners", "action", "quantities", "deadline", "evidence")


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold row, a predicted row, or a pair of them, with the verdict on it; see `scoring.Match`.

    `rules` made the predicted row; `reasons` say why the program let go a row that it missed.
    """

    doc_id: str
    verdict: Verdict
    gold: Row | None
    predicted: Row | None
    wrong: tuple[str, ...] = ()
    similarity: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """The gold row's level, or that of a predicted row without one."""
        row = self.gold if self.gold is not None else self.predicted
        return str(row["level"]) if row is not None else ""

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules that made the predicted row, where the ledger names them."""
        return tuple((self.predicted or {}).get("rules") or ())

    def as_dict(self) -> dict[str, Any]:
        """Return the verdict with the scored fields of both rows."""
        return {
            "doc_id": self.doc_id,
            "verdict": self.verdict,
            "wrong": list(self.wrong),
            "rules": list(self.rules),
            "reasons": list(self.reasons),
            "gold": _shown(self.gold),
            "predicted": _shown(self.predicted),
        }


def _shown(row: Row | None) -> dict[str, Any] | None:
    return None if row is None else {name: row[name] for name in _SHOWN if name in row}


@dataclass(frozen=True, slots=True)
class SpeechScore:
    """The counts of one speech, and the verdict on each of its rows."""

    doc_id: str
    site: str
    subject: str
    tally: Tally
    judged: tuple[Judged, ...]

    def key(self, by: Key) -> str:
        """Return what the speech is grouped by."""
        return {"speech": self.doc_id, "site": self.site, "subject": self.subject}[by]


def score_speech(gold: Sequence[Row], prediction: Prediction, doc_id: str, *, site: str = "", subject: str = "") -> SpeechScore:
    """Score one speech.

    Args:
        gold: its rows in the gold format.
        prediction: the predicted rows.
        doc_id: the speech.
        site: what it is grouped by; empty where unknown.
        subject: what it is grouped by; empty where unknown.
    """
    matches = match_rows(gold, prediction.rows)
    judged = []
    for match in matches:
        row = None if match.gold is None else gold[match.gold]
        found = None if match.predicted is None else prediction.rows[match.predicted]
        reasons = prediction.reasons(row) if match.verdict == "missed" and row is not None else ()
        judged.append(Judged(doc_id, match.verdict, row, found, match.wrong, match.similarity, reasons))
    return SpeechScore(doc_id, site or prediction.site, subject, tally(gold, prediction.rows, matches), tuple(judged))


def _figures(counts: Counts) -> dict[str, float | None]:
    return Tally(*counts).figures()


@dataclass(frozen=True, slots=True)
class View:
    """The same speeches on one way to the ledger: from the `page`, from the gold's `clean` text, or a given ledger (`pred`)."""

    name: Literal["page", "clean", "pred"]
    speeches: tuple[SpeechScore, ...]

    @property
    def tally(self) -> Tally:
        """The counts over all speeches."""
        return total(speech.tally for speech in self.speeches)

    def figures(self) -> dict[str, Interval]:
        """Return the guide's figures over all speeches, each with its 95% interval over speeches."""
        return bootstrap([speech.tally.counts() for speech in self.speeches], _figures)

    def groups(self, by: Key) -> dict[str, View]:
        """Return the speeches by site, subject or one by one, in the order of the names."""
        names = sorted({speech.key(by) for speech in self.speeches})
        return {name: View(self.name, tuple(speech for speech in self.speeches if speech.key(by) == name)) for name in names}

    def judged(self) -> Iterable[Judged]:
        """Yield the verdict on every row."""
        for speech in self.speeches:
            yield from speech.judged

    def errors(self) -> list[Judged]:
        """Return all rows that are not right, in the order of speeches and of the text."""
        return [row for row in self.judged() if row.verdict != "right"]

    def by_rule(self) -> dict[str, Counter[str]]:
        """Return for every rule how its predicted rows were judged; rules with most errors come first."""
        found: dict[str, Counter[str]] = {}
        for row in self.judged():
            for rule in row.rules:
                found.setdefault(rule, Counter())[row.verdict] += 1
        return dict(sorted(found.items(), key=lambda item: (item[1]["right"] - item[1].total(), item[0])))


@dataclass(frozen=True, slots=True)
class Report:
    """All that one evaluation found.

    `withheld`: the speeches of the test split, whose errors are not shown: nobody may tune on them. `notes` say what
    could not be evaluated, and why.
    """

    views: tuple[View, ...]
    cleaning: tuple[Overlap, ...] = ()
    outlines: Mapping[str, tuple[Overlap, ...]] = field(default_factory=dict)
    """View name -> headings of each speech."""
    dates: tuple[Overlap, ...] = ()
    """Where dates are inferred: whether gold and program have one, and the same one; of the page, else of the clean text."""
    split: str = ""
    rules_version: str = ""
    rules_hash: str = ""
    withheld: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    @property
    def main(self) -> View:
        """The view that the program is judged by: from the page, else the only one there is."""
        return self.views[0]

    @property
    def inspected(self) -> View:
        """The main view without the speeches whose errors are withheld."""
        return View(self.main.name, tuple(speech for speech in self.main.speeches if speech.doc_id not in self.withheld))

    def errors(self) -> list[Judged]:
        """Return the errors of the main view, but for the test split."""
        return self.inspected.errors()

    def table(self, lang: Language = "en", *, errors: bool = False) -> str:
        """Return the figures as text for a terminal.

        Args:
            lang: "en" or "zh".
            errors: add the list of errors.
        """
        from commitments.evaluation.tables import report_text

        return report_text(self, lang, errors=errors)

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain dicts, lists, strings and numbers."""
        views = {view.name: _view_dict(view) for view in self.views}
        return {
            "split": self.split,
            "speeches": len(self.main.speeches),
            "rules": {"version": self.rules_version, "hash": self.rules_hash},
            "views": views,
            "cleaning": _overlap_dict(self.cleaning),
            "outlines": {name: _overlap_dict(found) for name, found in self.outlines.items()},
            "dates": _overlap_dict(self.dates),
            "errors": [row.as_dict() for row in self.errors()],
            "by_rule": {rule: dict(sorted(counts.items())) for rule, counts in self.inspected.by_rule().items()},
            "notes": list(self.notes),
        }

    def as_json(self) -> str:
        """Return `as_dict` as indented JSON."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1)


def _view_dict(view: View) -> dict[str, Any]:
    groups = {f"by_{key}": {name: _group_dict(group) for name, group in view.groups(key).items()} for key in KEYS}
    return {**_group_dict(view), **groups}


def _group_dict(view: View) -> dict[str, Any]:
    counts = view.tally
    return {
        "speeches": len(view.speeches),
        "gold_hard": counts.gold_hard,
        "gold_soft": counts.gold_soft,
        "figures": {name: interval.as_dict() for name, interval in view.figures().items()},
    }


def _overlap_dict(overlaps: Sequence[Overlap]) -> dict[str, Any]:
    whole = {name: interval.as_dict() for name, interval in overlap_intervals(overlaps).items()}
    by_speech = {item.doc_id: {"gold": item.gold, "predicted": item.predicted, "both": item.both} for item in overlaps}
    return {"figures": whole, "by_speech": by_speech}
