"""What an annotation tool shows: a text, marks in it, and links between them; the same for every tool."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commitments.errors import LedgerError
from commitments.types import Span

ACTION = "action"
SLOTS = ("owner", "co_owner", "matter", "quantity", "deadline")
"""The labels of marks that belong to an action."""
LABELS = (*SLOTS[:2], ACTION, *SLOTS[2:])
OF, INHERITED, COLLECTIVE = "of", "inherited", "collective"
KINDS = (OF, INHERITED, COLLECTIVE)
"""What a link says: the mark is a part of the row; for an owner also that it is inherited, or a general addressee."""
COLORS = {
    "owner": "#2f6db5", "co_owner": "#7fb2e5", "action": "#e8c547", "matter": "#b9a7d6", "quantity": "#3a9e6e", "deadline": "#d1603d",
}  # fmt: skip
CARRIED = "commitments"
"""The field of a task in which the rows travel along as they were."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of the text; `value` is what it means in the notation of `notation`, where the tool shows it."""

    id: str
    label: str
    start: int
    end: int
    value: str = ""

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Link:
    """A line between the marks of two ids, in either direction; one of the two is an action."""

    one: str
    other: str
    kind: str = OF


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row in the gold format, with the places of its words in the clean text.

    `slots`: label -> places, in the order of the row's own lists; a slot without words of its own has none.
    """

    row: Mapping[str, Any]
    action: Span
    evidence: Span
    slots: Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Task:
    """One speech as it goes into a tool, or as it comes out of it.

    `rows` are those that went in; `marks` and `links` are what the annotator left. `comments` are notes in the tool;
    `place` is what errors call the task.
    """

    doc_id: str
    speech_date: str | None
    text: str
    rows: tuple[PlacedRow, ...] = ()
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    comments: tuple[str, ...] = ()
    place: str = ""

    def wrong(self, problem: str, cure: str) -> LedgerError:
        """Return the error that names this task."""
        return LedgerError(f"{self.place} ({self.doc_id})", problem, cure)


def carried(task: Task) -> str:
    """Return the rows with their places as one string that a tool keeps without looking into it."""
    rows = [
        {"row": dict(item.row), "action": item.action, "evidence": item.evidence, "slots": {k: v for k, v in item.slots.items() if v}}
        for item in task.rows
    ]
    return json.dumps({"version": 1, "text": fingerprint(task.text), "rows": rows}, ensure_ascii=False)


def fingerprint(text: str) -> str:
    """Return a hash by which a changed text is noticed."""
    return hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:16]


def placed_rows(found: Any, text: str, place: str) -> tuple[PlacedRow, ...]:
    """Return the rows that `carried` wrote; none where a task was made by hand.

    Raises:
        LedgerError: the field was changed, or the text was.
    """
    if found is None or found != found or found == "":
        return ()
    cure = "export the speech again and correct it there; leave the field and the text as they are"
    try:
        known = json.loads(found) if isinstance(found, str) else found
        rows = tuple(_placed(item) for item in known["rows"])
    except (ValueError, KeyError, TypeError, AttributeError):
        raise LedgerError(place, f"the field {CARRIED!r} was changed", cure) from None
    if known.get("text") != fingerprint(text):
        raise LedgerError(place, "the text is not the one that was exported", cure)
    return rows


def _placed(item: Mapping[str, Any]) -> PlacedRow:
    slots = {label: tuple(_span(span) for span in item["slots"].get(label, ())) for label in SLOTS}
    return PlacedRow(dict(item["row"]), _span(item["action"]), _span(item["evidence"]), slots)


def _span(pair: Sequence[int]) -> Span:
    start, end = pair
    return int(start), int(end)
