"""What is held against the gold: rows that a program wrote to a file, or those that the pipeline makes now."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from commitments.errors import Error, LedgerError
from commitments.evaluation.corpus import Speech
from commitments.gold import read_gold
from commitments.ledger import read_ledger
from commitments.ledger.objects import to_dict
from commitments.offsets import Run
from commitments.pipeline import Extraction, extract_page, extract_speech
from commitments.reading import read_page
from commitments.ruledata import RuleSet
from commitments.scoring import Row
from commitments.types import GAP_MARK, CleanSpeech, Dropped, Gap, Heading

_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Prediction:
    """The rows of one speech, and what is known of how they came about.

    `text`: the text that the offsets of `dropped` count in; None where only a ledger is known.
    """

    rows: tuple[Row, ...]
    text: str | None = None
    headings: tuple[Heading, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    site: str = ""
    speech_date: str | None = None
    problem: str = ""

    def reasons(self, row: Row) -> tuple[str, ...]:
        """Return why the stages let go what a gold row is made of."""
        if self.text is None:
            return ()
        place = max(self.text.find(row["evidence"]), 0)
        start = self.text.find(row["action"], place)
        if start < 0:
            return ("not in the cleaned text",)
        end = start + len(row["action"])
        return tuple(dict.fromkeys(f"{item.stage}: {item.reason}" for item in self.dropped if item.start < end and start < item.end))


def predict_from_page(speech: Speech, rules: RuleSet, *, infer_date: bool, ner: bool = True) -> Prediction:
    """Run the whole way, page to rows; a page that cannot be read gives no rows and says why.

    Args:
        speech: a speech whose page is known.
        rules: the rule-set.
        infer_date: infer the date from the page and do not use the gold's.
        ner: whether the trained model may name owners.
    """
    assert speech.page is not None
    try:
        page = read_page(speech.page)
        return _prediction(extract_page(page, date=None if infer_date else speech.gold.speech_date, rules=rules, ner=ner))
    except Error as error:
        return Prediction((), text="", problem=str(error))


def predict_from_clean(speech: Speech, rules: RuleSet, *, infer_date: bool, ner: bool = True) -> Prediction:
    """Run everything but reading and cleaning, on the gold's clean text."""
    assert speech.clean is not None
    date = None if infer_date else speech.gold.speech_date
    text = clean_speech(speech.clean, speech.entry.title if speech.entry else "")
    return _prediction(extract_speech(text, doc_id=speech.doc_id, source=speech.doc_id, date=date, rules=rules, ner=ner))


def clean_speech(text: str, title: str = "") -> CleanSpeech:
    """Return a clean text as the cleaner would hand it on; without a title the first line is it, if it is short.

    >>> clean_speech("在调度会上的讲话\\n同志们：").title
    '在调度会上的讲话'
    """
    first = text.partition("\n")[0]
    gaps = []
    place = text.find(GAP_MARK)
    while place >= 0:
        gaps.append(Gap(place, place + len(GAP_MARK), None, "gold"))
        place = text.find(GAP_MARK, place + 1)
    return CleanSpeech(text, (Run(0, 0, len(text)),), gaps=tuple(gaps), title=title or (first if len(first) < _LONGEST_TITLE else ""))


def _prediction(extraction: Extraction) -> Prediction:
    rows = tuple(to_dict(row) for row in extraction.commitments)
    return Prediction(rows, extraction.speech.text, extraction.headings, extraction.dropped, extraction.speech.site, extraction.speech_date)


def read_predictions(path: Path, speeches: Sequence[Speech]) -> dict[str, Prediction]:
    """Read the rows that a program wrote: a ledger of any format, or a file in the gold format.

    Args:
        path: the file. JSONL with `commitments` in its lines is taken as the gold format, any other file as a ledger.
        speeches: those that are evaluated; all others are left out.

    Raises:
        LedgerError: the file is neither, or has none of the speeches.
    """
    rows = _gold_format(path) if _is_gold_format(path) else _ledger(path)
    wanted = {speech.doc_id for speech in speeches}
    if rows and not wanted & rows.keys():
        known, asked = sorted(rows)[0], sorted(wanted)[0] if wanted else "none"
        raise LedgerError(
            str(path), f"none of its speeches has gold ({known} …; gold has {asked} …)", "doc_id must be the same in both files"
        )
    return {
        doc_id: Prediction(tuple(found), site=str(found[0].get("site", "")) if found else "")
        for doc_id, found in rows.items()
        if doc_id in wanted
    }


def _is_gold_format(path: Path) -> bool:
    if path.suffix.lower() != ".jsonl" or not path.is_file():
        return False
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        first = next((line for line in lines if line.strip()), "")
    try:
        found = json.loads(first)
    except ValueError:
        return False
    return isinstance(found, dict) and "commitments" in found


def _gold_format(path: Path) -> Mapping[str, Sequence[Row]]:
    return {speech.doc_id: speech.rows() for speech in read_gold(path)}


def _ledger(path: Path) -> Mapping[str, Sequence[Row]]:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_ledger(path):
        rows[row.doc_id].append(to_dict(row))
    return rows
