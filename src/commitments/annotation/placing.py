"""Places the words of rows in the clean text, and draws them as marks and links."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from commitments.annotation.notation import deadline_line, quantity_line
from commitments.annotation.tasks import ACTION, COLLECTIVE, INHERITED, OF, SLOTS, Link, Mark, PlacedRow, Task
from commitments.gold import GoldSpeech
from commitments.ledger.objects import to_dict
from commitments.pipeline import Extraction
from commitments.types import Commitment, Span

FIELDS = ("level", "owner", "owner_kind", "co_owners", "matter", "action", "quantities", "deadline", "evidence")
"""The fields of a row in the gold format, in their order."""


def task_of_extraction(found: Extraction, doc_id: str) -> Task:
    """Return the task that shows the rows the program found; a row without an action, which no mark could show, is left out.

    Args:
        found: what `pipeline.extract_page` returned.
        doc_id: the name of the speech.
    """
    text = found.speech.text
    rows = tuple(_placed_commitment(row, text) for row in found.commitments if row.action.strip())
    return drawn(Task(doc_id, found.speech_date, text, rows))


def task_of_gold(speech: GoldSpeech, text: str) -> Task:
    """Return the task that shows the rows of a gold speech, placed in its clean text.

    Args:
        speech: gold that was checked against the text.
        text: the clean text.
    """
    used: set[Span] = set()
    rows = []
    for row in json.loads(speech.model_dump_json())["commitments"]:
        row["quantities"] = [_slim(quantity) for quantity in row["quantities"]]
        placed = _placed_gold(row, text, used)
        used.add(placed.action)
        rows.append(placed)
    return drawn(Task(speech.doc_id, speech.speech_date, text, tuple(rows)))


def _slim(quantity: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the one of value and range that a quantity does not have, as the guide writes it."""
    return {key: value for key, value in quantity.items() if key not in ("value", "low", "high") or value is not None}


def _placed_commitment(commitment: Commitment, text: str) -> PlacedRow:
    found = to_dict(commitment)
    spans = commitment.spans
    evidence = (commitment.start, commitment.end)
    slots = {
        "owner": spans.owner,
        "co_owner": spans.co_owners,
        "matter": _one(text, commitment.matter, evidence, spans.action[0]),
        "quantity": spans.quantities,
        "deadline": (spans.deadline,) if spans.deadline else (),
    }
    return PlacedRow({name: found[name] for name in FIELDS}, spans.action, evidence, slots)


def _placed_gold(row: Mapping[str, Any], text: str, used: set[Span]) -> PlacedRow:
    """Place a gold row; where its words stand several times, at the first place that no row before has taken."""
    places = list(_actions(row, text))
    evidence, action = next((pair for pair in places if pair[1] not in used), places[0])
    deadline = row["deadline"]
    slots = {
        "owner": _each(text, row["owner"], evidence, action[0]) if row["owner_kind"] != "collective" else (),
        "co_owner": _each(text, row["co_owners"], evidence, action[0]),
        "matter": _one(text, row["matter"], evidence, action[0]),
        "quantity": _each(text, [item["text"] for item in row["quantities"]], evidence, action[0], inside=action),
        "deadline": _one(text, deadline["text"] if deadline else "", evidence, action[0]),
    }
    if row["owner_kind"] == "collective":
        owners = [_nearest(text, name, evidence, action[0], ()) for name in row["owner"]]
        slots["owner"] = tuple(span for span in owners if span) if all(owners) else ()
    return PlacedRow(row, action, evidence, slots)


def _actions(row: Mapping[str, Any], text: str) -> Iterator[tuple[Span, Span]]:
    """Yield the places of evidence and action, in text order."""
    for start, end in occurrences(text, row["evidence"], 0, len(text)):
        for action in occurrences(text, row["action"], start, end):
            yield (start, end), action


def occurrences(text: str, words: str, start: int, end: int) -> Iterator[Span]:
    """Yield the places of words within [start, end), overlapping ones as well.

    >>> list(occurrences("各乡镇、各乡镇", "乡镇", 0, 7))
    [(1, 3), (5, 7)]
    """
    place = text.find(words, start, end) if words else -1
    while place >= 0:
        yield place, place + len(words)
        place = text.find(words, place + 1, end)


def _one(text: str, words: str, evidence: Span, before: int) -> tuple[Span, ...]:
    found = _nearest(text, words, evidence, before, ())
    return (found,) if found else ()


def _each(text: str, names: Sequence[str], evidence: Span, before: int, inside: Span | None = None) -> tuple[Span, ...]:
    """Place each of several words; the same words twice at two places where there are two."""
    found: list[Span] = []
    for name in names:
        own = [span for span in occurrences(text, name, *inside) if span not in found] if inside else []
        span = own[0] if own else _nearest(text, name, evidence, before, found)
        if span:
            found.append(span)
    return tuple(found) if len(found) == len(names) else ()


def _nearest(text: str, words: str, evidence: Span, before: int, taken: Sequence[Span]) -> Span | None:
    """Place words: last in the evidence before the action, else behind it there, else last before it, else first in the text."""
    for start, end, last in ((evidence[0], before, True), (before, evidence[1], False), (0, evidence[0], True), (0, len(text), False)):
        found = [span for span in occurrences(text, words, start, end) if span not in taken]
        if found:
            return found[-1] if last else found[0]
    return None


def drawn(task: Task) -> Task:
    """Return the task with a mark for every word of its rows and a link from it to its action.

    A mark that several rows share (one owner of three actions) is drawn once, with three links.
    """
    marks: dict[tuple[str, int, int, str], Mark] = {}
    links: list[Link] = []
    for number, placed in enumerate(task.rows):
        action = Mark(f"r{number}", ACTION, *placed.action)
        marks[ACTION, number, 0, ""] = action
        for label, span, value in _slots(placed):
            key = (label, *span, value)
            mark = marks.setdefault(key, Mark(f"m{len(marks)}", label, *span, value))
            links.append(Link(mark.id, action.id, kind_of(placed.row) if label == "owner" else OF))
    ordered = sorted(marks.values(), key=lambda mark: (mark.start, -mark.end))
    return Task(task.doc_id, task.speech_date, task.text, task.rows, tuple(ordered), tuple(dict.fromkeys(links)), place=task.place)


def kind_of(row: Mapping[str, Any]) -> str:
    """Return what the links of a row's owners say."""
    return {"inherited": INHERITED, "collective": COLLECTIVE}.get(row["owner_kind"], OF)


def _slots(placed: PlacedRow) -> Iterable[tuple[str, Span, str]]:
    for label in SLOTS:
        for index, span in enumerate(placed.slots[label]):
            yield label, span, line_of(placed.row, label, index)


def line_of(row: Mapping[str, Any], label: str, index: int) -> str:
    """Return what a row's quantity or deadline means; nothing for the other slots."""
    if label == "quantity":
        return quantity_line(row["quantities"][index])
    return deadline_line(row["deadline"]) if label == "deadline" else ""
