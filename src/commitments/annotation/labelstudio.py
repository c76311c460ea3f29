"""Label Studio: tasks with predictions in, annotated tasks out, both in Label Studio's JSON.

Quantities and deadlines carry a text field with what they mean, which the annotator sees and corrects. Offsets count code
points, as newer versions of Label Studio do; where the words of a region show that UTF-16 units were counted, they are read so.
Source: Label Studio, guides "Import pre-annotated data" and "Task format".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from commitments.annotation.tasks import CARRIED, COLORS, KINDS, LABELS, OF, Link, Mark, Task, carried, placed_rows
from commitments.errors import LedgerError

_LABELS, _VALUE, _TEXT = "label", "value", "text"
_EXPORT_AGAIN = "export the project as JSON (not JSON-MIN)"
_DECODER = json.JSONDecoder()
Json = dict[str, Any]


def write(tasks: Sequence[Task], model_version: str = "commitments") -> str:
    """Return the tasks as one JSON list for Label Studio's import, one task a line.

    Args:
        tasks: speeches with marks and links.
        model_version: what Label Studio shows as the origin of the predictions.
    """
    lines = (json.dumps(_task(task, model_version), ensure_ascii=False) for task in tasks)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _task(task: Task, model_version: str) -> Json:
    result = [item for mark in task.marks for item in _regions(mark, task.text)]
    result += [
        {"type": "relation", "from_id": link.one, "to_id": link.other, "direction": "right", "labels": [link.kind]} for link in task.links
    ]
    data = {"text": task.text, "doc_id": task.doc_id, "speech_date": task.speech_date or "", CARRIED: carried(task)}
    return {"data": data, "predictions": [{"model_version": model_version, "result": result}]}


def _regions(mark: Mark, text: str) -> Iterator[Json]:
    place = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}
    yield {"id": mark.id, "from_name": _LABELS, "to_name": _TEXT, "type": "labels", "value": {**place, "labels": [mark.label]}}
    if mark.value:
        yield {"id": mark.id, "from_name": _VALUE, "to_name": _TEXT, "type": "textarea", "value": {**place, "text": [mark.value]}}


def read(content: str, file: str) -> Iterator[Task]:
    """Yield the annotated tasks of a file that Label Studio exported; tasks that nobody annotated are passed over.

    Args:
        content: the JSON list.
        file: what errors call the file.

    Raises:
        LedgerError: it is not what Label Studio writes for such a project, or a task has several annotations.
    """
    for found, place in _items(content, file):
        data = found.get("data")
        if not isinstance(data, dict) or not isinstance(found.get("annotations"), list):
            raise LedgerError(place, "no `data` and `annotations`", _EXPORT_AGAIN)
        text, doc_id = data.get(_TEXT), data.get("doc_id")
        if not isinstance(text, str) or not isinstance(doc_id, str) or not doc_id:
            cure = "import a file that `commitments annotate export` wrote, and export that project"
            raise LedgerError(place, "no `text` or no `doc_id` in the data", cure)
        annotation = _chosen(found["annotations"], f"{place} ({doc_id})")
        if annotation is not None:
            yield _annotated(annotation, data, place)


def _items(content: str, file: str) -> Iterator[tuple[Json, str]]:
    """Yield the objects of a JSON list, each with the line that it begins on."""
    place = content.index("[") + 1
    line, counted = 1, 0
    while True:
        while place < len(content) and content[place] in " \t\r\n,":
            place += 1
        line, counted = line + content.count("\n", counted, place), place
        if content[place : place + 1] == "]":
            return
        try:
            found, place = _DECODER.raw_decode(content, place)
        except ValueError as error:
            raise LedgerError(f"{file}:{line}", f"not valid JSON: {error}", _EXPORT_AGAIN) from None
        if not isinstance(found, dict):
            raise LedgerError(f"{file}:{line}", "not a JSON object", _EXPORT_AGAIN)
        yield found, f"{file}:{line}"


def _chosen(annotations: Sequence[Any], place: str) -> Json | None:
    """Return the annotation that counts: the only one, or the one that is marked as ground truth."""
    live = [item for item in annotations if isinstance(item, dict) and not item.get("was_cancelled")]
    truth = [item for item in live if item.get("ground_truth")]
    if len(live) > 1 and len(truth) != 1:
        raise LedgerError(place, f"{len(live)} annotations of one task", "mark one of them as ground truth, or delete the others")
    return next(iter(truth or live), None)


def _annotated(annotation: Json, data: Json, place: str) -> Task:
    text, doc_id = str(data[_TEXT]), str(data["doc_id"])
    where = f"{place} ({doc_id})"
    try:
        results = list(annotation["result"])
        values = {str(item["id"]): _value(item) for item in results if item.get("type") == "textarea" and item.get("from_name") == _VALUE}
        marks = tuple(_marks(results, text, values, where))
        links = tuple(_link(item) for item in results if item.get("type") == "relation")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LedgerError(where, f"a region or relation that cannot be read: {error!r}", _EXPORT_AGAIN) from None
    date = data.get("speech_date")
    rows = placed_rows(data.get(CARRIED), text, where)
    return Task(doc_id, date if isinstance(date, str) and date else None, text, rows, marks, links, (), place)


def _value(item: Mapping[str, Any]) -> str:
    written = item["value"]["text"]
    return str(written if isinstance(written, str) else written[-1] if written else "").strip()


def _link(item: Mapping[str, Any]) -> Link:
    labels = item.get("labels") or [OF]
    return Link(str(item["from_id"]), str(item["to_id"]), str(labels[0]))


def _marks(results: Sequence[Json], text: str, values: Mapping[str, str], where: str) -> Iterator[Mark]:
    regions = [item for item in results if item.get("type") == "labels"]
    spans = [(int(item["value"]["start"]), int(item["value"]["end"])) for item in regions]
    words = [str(item["value"].get("text") or "") for item in regions]
    if not _fits(text, spans, words):
        spans = [(_point(text, start), _point(text, end)) for start, end in spans]
        if not _fits(text, spans, words):
            cure = "reload the task in Label Studio and save it again; if that does not help, export the speech again"
            raise LedgerError(where, "the words of a region do not stand at its offsets", cure)
    for item, (start, end) in zip(regions, spans, strict=True):
        labels = item["value"]["labels"]
        if len(labels) != 1:
            raise LedgerError(where, f"the region {item['value'].get('text', '')!r:.30} has {len(labels)} labels", "give it one label")
        yield Mark(str(item["id"]), str(labels[0]), start, end, values.get(str(item["id"]), ""))


def _fits(text: str, spans: Sequence[tuple[int, int]], words: Sequence[str]) -> bool:
    """Whether the words stand at the places; white space is not looked at, because the tool trims it."""
    pairs = zip(spans, words, strict=True)
    return all("".join(text[start:end].split()) == "".join(said.replace("\\n", "\n").split()) for (start, end), said in pairs if said)


def _point(text: str, units: int) -> int:
    """Return the code point at an offset that counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))


def setup() -> str:
    """Return the labelling configuration of the project, to be pasted under Settings, Labeling Interface, Code."""
    labels = "\n".join(
        f'    <Label value={quoteattr(label)} background={quoteattr(COLORS[label])} hotkey="{number}"/>'
        for number, label in enumerate(LABELS, 1)
    )
    relations = "\n".join(f"    <Relation value={quoteattr(kind)}/>" for kind in KINDS)
    return f"""\
<View>
  <Style>.htx-text {{ white-space: pre-wrap; line-height: 1.9; }}</Style>
  <Relations>
{relations}
  </Relations>
  <Labels name="{_LABELS}" toName="{_TEXT}">
{labels}
  </Labels>
  <Text name="{_TEXT}" value="$text" granularity="symbol"/>
  <TextArea name="{_VALUE}" toName="{_TEXT}" perRegion="true" editable="true" maxSubmissions="1" rows="1"/>
</View>
"""
