"""doccano: JSONL for a project of sequence labelling with relations, one speech a line.

The project must allow overlapping spans (a quantity stands inside its action) and have relations switched on. doccano
keeps fields that it does not know as metadata and writes them back beside `entities` and `relations`.
Source: doccano, `backend/data_import/pipeline` and `backend/data_export/pipeline`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from commitments.annotation.tasks import CARRIED, COLORS, KINDS, LABELS, Link, Mark, Task, carried, placed_rows
from commitments.errors import LedgerError

_EXPORT_AGAIN = "export the project as JSONL with relations switched on"


def write(tasks: Sequence[Task]) -> str:
    """Return the tasks as lines for doccano's import.

    Args:
        tasks: speeches with marks and links. Marks are numbered through: doccano looks relations up in the whole file.
    """
    lines = []
    first = 1
    for task in tasks:
        numbers = {mark.id: number for number, mark in enumerate(task.marks, first)}
        lines.append(json.dumps(_line(task, numbers, first), ensure_ascii=False))
        first += len(numbers) + len(task.links)
    return "".join(line + "\n" for line in lines)


def _line(task: Task, numbers: Mapping[str, int], first: int) -> dict[str, Any]:
    entities = [{"id": numbers[mark.id], "label": mark.label, "start_offset": mark.start, "end_offset": mark.end} for mark in task.marks]
    relations = [
        {"id": number, "from_id": numbers[link.one], "to_id": numbers[link.other], "type": link.kind}
        for number, link in enumerate(task.links, first + len(numbers))
    ]
    known = {"doc_id": task.doc_id, "speech_date": task.speech_date or "", CARRIED: carried(task)}
    return {"text": task.text, "entities": entities, "relations": relations, **known}


def read(content: str, file: str) -> Iterator[Task]:
    """Yield the tasks of a file that doccano exported.

    Args:
        content: the lines; blank ones are passed over.
        file: what errors call the file.

    Raises:
        LedgerError: a line is not what doccano writes for such a project.
    """
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            yield _task(line, f"{file}:{number}")


def _task(line: str, place: str) -> Task:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise LedgerError(place, f"not valid JSON: {error}", _EXPORT_AGAIN) from None
    if not isinstance(found, dict):
        raise LedgerError(place, "not a JSON object", _EXPORT_AGAIN)
    if "entities" not in found or "relations" not in found:
        problem = "the spans have no relations" if "label" in found else "no `entities` and `relations`"
        raise LedgerError(place, problem, _EXPORT_AGAIN)
    text, doc_id = found.get("text"), found.get("doc_id")
    if not isinstance(text, str) or not isinstance(doc_id, str) or not doc_id:
        raise LedgerError(place, "no `text` or no `doc_id`", "import a file that `commitments annotate export` wrote, and export that one")
    date = found.get("speech_date")
    try:
        marks = tuple(_mark(item) for item in found["entities"])
        links = tuple(Link(str(item["from_id"]), str(item["to_id"]), str(item["type"])) for item in found["relations"])
        comments = tuple(_comment(item) for item in found.get("Comments") or found.get("comments") or ())
    except (KeyError, TypeError, ValueError) as error:
        raise LedgerError(f"{place} ({doc_id})", f"a span or relation that cannot be read: {error!r}", _EXPORT_AGAIN) from None
    rows = placed_rows(found.get(CARRIED), text, f"{place} ({doc_id})")
    return Task(doc_id, date if isinstance(date, str) and date else None, text, rows, marks, links, comments, place)


def _mark(item: Mapping[str, Any]) -> Mark:
    return Mark(str(item["id"]), str(item["label"]), int(item["start_offset"]), int(item["end_offset"]))


def _comment(item: Any) -> str:
    return str(item.get("comment") or item.get("text") or "") if isinstance(item, dict) else str(item)


def setup() -> str:
    """Return the label types of the project, as doccano imports them: first the spans, then the relations."""
    spans = [{"text": label, "suffix_key": str(number), "background_color": COLORS[label], "text_color": "#ffffff"}
             for number, label in enumerate(LABELS, 1)]  # fmt: skip
    relations = [{"text": kind, "suffix_key": kind[0], "background_color": "#7f7f7f", "text_color": "#ffffff"} for kind in KINDS]
    return json.dumps({"spans": spans, "relations": relations}, ensure_ascii=False, indent=1) + "\n"
