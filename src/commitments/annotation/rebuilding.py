"""Makes gold rows out of marks and links: what the annotator left as it was stays word for word, the rest is read anew.

A row is an action with the marks that are linked to it. Tools give marks new ids, so what was there before is
recognised by its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commitments.annotation.meaning import Meaning
from commitments.annotation.placing import FIELDS, kind_of
from commitments.annotation.tasks import ACTION, COLLECTIVE, INHERITED, KINDS, LABELS, OF, SLOTS, Mark, PlacedRow, Task
from commitments.clauses import sentences
from commitments.ruledata import RuleSet
from commitments.scoring import VAGUE, plain
from commitments.types import Span

_WORDS_SHOWN = 20
Parts = dict[str, list[tuple[Mark, str]]]


@dataclass(slots=True)
class _Act:
    """An action mark, what is linked to it, and the row it was before."""

    mark: Mark
    parts: Parts = field(default_factory=lambda: defaultdict(list))
    before: PlacedRow | None = None
    order: int = -1


def gold_rows(task: Task, rules: RuleSet) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the rows of a corrected task in the gold format, and notes on what should be looked at again.

    Args:
        task: as it came out of the tool.
        rules: the rule-set that reads quantities and deadlines which the annotator marked anew.

    Raises:
        LedgerError: marks and links do not make rows; the error names the task, the words and the cure.
    """
    task = replace(task, marks=tuple(_trimmed(mark, task) for mark in task.marks))
    acts = {mark.id: _Act(mark) for mark in task.marks if mark.label == ACTION}
    linked = _link(task, acts)
    _recognise(acts, task.rows)
    loose = [mark for mark in task.marks if mark.label != ACTION and mark.id not in linked]
    loose = _adopt(acts, task.marks, loose)
    for mark in loose:
        _place_loose(mark, acts, task)
    meaning = Meaning(task, rules)
    ordered = _in_order(list(acts.values()))
    return [_row(act, task, meaning) for act in ordered], meaning.notes


def _trimmed(mark: Mark, task: Task) -> Mark:
    """Check a mark, and take blanks off its ends: it is easy to mark one too many."""
    if mark.label not in LABELS:
        raise task.wrong(f"unknown label {mark.label!r}", "use one of: " + " ".join(LABELS))
    if not 0 <= mark.start < mark.end <= len(task.text):
        raise task.wrong(f"the {mark.label} at {mark.start}-{mark.end} lies outside the text", "export the speech again and mark it anew")
    words = task.text[mark.start : mark.end]
    if not words.strip():
        raise task.wrong(f"the {mark.label} at {mark.start}-{mark.end} holds no words", "delete the mark")
    start = mark.start + len(words) - len(words.lstrip())
    return replace(mark, start=start, end=start + len(words.strip()))


def named(mark: Mark, task: Task) -> str:
    """Return a mark as errors call it: what it is, its words, and where it stands."""
    words = task.text[mark.start : mark.end]
    shown = words if len(words) <= _WORDS_SHOWN else words[:_WORDS_SHOWN] + "…"
    return f"the {mark.label} {shown!r} at {mark.start}-{mark.end}"


def _link(task: Task, acts: Mapping[str, _Act]) -> set[str]:
    """Hang every linked mark on its action; return the ids of the marks that are linked."""
    marks = {mark.id: mark for mark in task.marks}
    linked: set[str] = set()
    for link in task.links:
        if link.kind not in KINDS:
            raise task.wrong(f"unknown relation {link.kind!r}", "use one of: " + " ".join(KINDS))
        ends = [marks[end] for end in (link.one, link.other) if end in marks]
        if len(ends) < 2:
            raise task.wrong("a relation leads to a mark that is not there", "delete the relation")
        parts = [mark for mark in ends if mark.label != ACTION]
        if len(parts) != 1:
            both = " and ".join(named(mark, task) for mark in ends)
            raise task.wrong(f"a relation between {both}", "draw it between an action and one of its parts")
        act = acts[link.one if parts[0].id == link.other else link.other]
        if all(mark.span != parts[0].span for mark, _ in act.parts[parts[0].label]):
            act.parts[parts[0].label].append((parts[0], link.kind))
        linked.add(parts[0].id)
    return linked


def _recognise(acts: Mapping[str, _Act], rows: Sequence[PlacedRow]) -> None:
    """Find the row that each action was before: at the same place, else the one that it overlaps most."""
    left = dict(enumerate(rows))
    waiting = sorted(acts.values(), key=lambda act: (act.mark.span, act.mark.id))
    for act in waiting:
        same = [number for number, row in left.items() if row.action == act.mark.span]
        if same:
            act.order = max(same, key=lambda number: (_likeness(act, left[number]), -number))
            act.before = left.pop(act.order)
    for act in waiting:
        if act.before is None and left:
            order = max(left, key=lambda number: (_shared(left[number].action, act.mark.span), -number))
            if _shared(left[order].action, act.mark.span):
                act.before, act.order = left.pop(order), order


def _likeness(act: _Act, row: PlacedRow) -> int:
    return sum(mark.span in row.slots[label] for label in SLOTS for mark, _ in act.parts[label])


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _adopt(acts: Mapping[str, _Act], marks: Sequence[Mark], loose: list[Mark]) -> list[Mark]:
    """Give an action that was drawn anew the parts of the row it replaces; return the marks that are still loose.

    Some tools cannot move a mark: it is deleted with its relations and drawn again.
    """
    taken: set[str] = set()
    for act in acts.values():
        row = act.before
        if row is None or row.action == act.mark.span or any(act.parts.values()):
            continue
        kind = kind_of(row.row)
        for mark in marks:
            if mark.label != ACTION and mark.span in row.slots[mark.label]:
                act.parts[mark.label].append((mark, kind if mark.label == "owner" else OF))
                taken.add(mark.id)
    return [mark for mark in loose if mark.id not in taken]


def _place_loose(mark: Mark, acts: Mapping[str, _Act], task: Task) -> None:
    """Hang a mark without a relation on the one action around it, or pass over what a deleted row left behind."""
    if any(mark.span in row.slots[mark.label] for row in task.rows):
        return
    around = [act for act in acts.values() if act.mark.start <= mark.start and mark.end <= act.mark.end]
    if len(around) != 1:
        raise task.wrong(f"{named(mark, task)} belongs to no action", "draw a relation between it and its action, or delete it")
    around[0].parts[mark.label].append((mark, OF))


def _in_order(acts: list[_Act]) -> list[_Act]:
    """Return the rows in the order they had; a new one stands before the first old one whose action follows it."""
    ordered = sorted((act for act in acts if act.before), key=lambda act: act.order)
    for act in sorted((act for act in acts if not act.before), key=lambda act: act.mark.span):
        place = next((index for index, other in enumerate(ordered) if other.mark.span > act.mark.span), len(ordered))
        ordered.insert(place, act)
    return ordered


def _row(act: _Act, task: Task, meaning: Meaning) -> dict[str, Any]:
    text, before = task.text, act.before
    old = before.row if before else None
    kept = {label: before is not None and _unchanged(act, before, label) for label in SLOTS}
    row: dict[str, Any] = dict.fromkeys(FIELDS)
    row["action"] = text[slice(*act.mark.span)]
    row["evidence"] = _evidence(act, text)
    if kept["owner"] and old:
        row["owner"], row["owner_kind"] = list(old["owner"]), old["owner_kind"]
    else:
        row["owner"], row["owner_kind"] = _names(act, "owner", text), _owner_kind(act)
    row["co_owners"] = list(old["co_owners"]) if kept["co_owner"] and old else _names(act, "co_owner", text)
    row["matter"] = old["matter"] if kept["matter"] and old else "".join(_names(act, "matter", text)[:1])
    row["quantities"] = _quantities(act, kept["quantity"], meaning)
    row["deadline"] = _deadline(act, task, meaning)
    row["level"] = _level(row)
    return row


def _unchanged(act: _Act, before: PlacedRow, label: str) -> bool:
    parts = act.parts[label]
    if label == "owner" and any(kind != kind_of(before.row) for _, kind in parts):
        return False
    return sorted(mark.span for mark, _ in parts) == sorted(set(before.slots[label]))


def _names(act: _Act, label: str, text: str) -> list[str]:
    spans = sorted(mark.span for mark, _ in act.parts[label])
    return list(dict.fromkeys(text[slice(*span)] for span in spans))


def _owner_kind(act: _Act) -> str:
    kinds = {kind for _, kind in act.parts["owner"]}
    if not kinds:
        return "none"
    return next((kind for kind in (INHERITED, COLLECTIVE) if kind in kinds), "explicit")


def _quantities(act: _Act, kept: bool, meaning: Meaning) -> list[dict[str, Any]]:
    """Return the quantities in the order they had, new ones in the order of the text."""
    marks = sorted((mark for mark, _ in act.parts["quantity"]), key=lambda mark: mark.span)
    if act.before is None:
        return [meaning.quantity(mark, None) for mark in marks]
    places = act.before.slots["quantity"]
    if kept and not places:
        return list(act.before.row["quantities"])
    known = {span: (index, act.before.row["quantities"][index]) for index, span in reversed(list(enumerate(places)))}
    if kept:
        marks.sort(key=lambda mark: known[mark.span][0])
    return [meaning.quantity(mark, known[mark.span][1] if mark.span in known else None) for mark in marks]


def _deadline(act: _Act, task: Task, meaning: Meaning) -> dict[str, Any] | None:
    marks = [mark for mark, _ in act.parts["deadline"]]
    if len(marks) > 1:
        both = " and ".join(named(mark, task) for mark in marks)
        raise task.wrong(f"an action with two deadlines: {both}", "delete a relation, or make one mark of them")
    old = act.before.row["deadline"] if act.before else None
    if not marks:
        return dict(old) if act.before and old and not act.before.slots["deadline"] else None
    same = act.before is not None and marks[0].span in act.before.slots["deadline"]
    return meaning.deadline(marks[0], old if same else None)


def _level(row: Mapping[str, Any]) -> str:
    deadline = row["deadline"]
    vague = deadline is not None and plain(deadline["text"]) in VAGUE and not deadline["end"] and not deadline["recurrence"]
    return "hard" if row["quantities"] or (deadline is not None and not vague) else "soft"


def _evidence(act: _Act, text: str) -> str:
    """Return the sentences around the action; those of the row it was before, where they still hold it."""
    start, end = act.mark.span
    if act.before and act.before.evidence[0] <= start and end <= act.before.evidence[1]:
        return text[slice(*act.before.evidence)]
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    around = [
        sentence
        for sentence in sentences(text, line_start, line_end if line_end >= 0 else len(text))
        if sentence.start < end and start < sentence.end
    ]
    return text[min(around[0].start, start) : max(around[-1].end, end)] if around else text[start:end]
