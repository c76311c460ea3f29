"""Says what a marked quantity or deadline means: as before, as the annotator wrote, or as the rules read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from commitments.annotation.notation import deadline_line, quantity_line, read_deadline, read_quantity
from commitments.annotation.tasks import Mark, Task
from commitments.kept import compiled
from commitments.ledger.objects import number
from commitments.mentions.deadlines import define_periods, find_deadlines
from commitments.mentions.quantities import find_quantities
from commitments.ruledata import RuleSet
from commitments.script import simplified_view
from commitments.speechdate import SpeechDate
from commitments.types import Deadline, Quantity, QuantityMention

Value = dict[str, Any]
_COMMENT = compiled(r"([^=\n]{1,60}?)[ \u3000]{0,3}=(?!=)(.{1,120})|([^=\n]{1,60}?)[ \u3000]{1,3}(==.{1,120})")
_CONTEXT = 30
"""Characters before a quantity in which a word may say that it is a change (新增, 提高)."""


class Meaning:
    """The values of the marks of one task.

    A value that the annotator wrote wins, in the tool's own field or in a comment (9月底前 = 2025-10-31); then the value
    that the mark had before; then what the rules find in the words. `notes` name what the rules could not date.
    """

    def __init__(self, task: Task, rules: RuleSet) -> None:
        self._task = task
        self._rules = rules
        self._said = dict(_comments(task))
        self.notes: list[str] = []

    @cached_property
    def _view(self) -> str:
        return simplified_view(self._task.text)

    @cached_property
    def _speech_date(self) -> SpeechDate | None:
        return SpeechDate.parse(self._task.speech_date) if self._task.speech_date else None

    @cached_property
    def _periods(self) -> dict[str, Deadline]:
        return define_periods(self._view, self._speech_date, self._rules)

    def quantity(self, mark: Mark, old: Mapping[str, Any] | None) -> Value:
        """Return a quantity in the gold format.

        Args:
            mark: where it stands.
            old: what the row had at this place before.

        Raises:
            LedgerError: nothing says what it means.
        """
        words = self._words(mark)
        known = old or self._elsewhere(mark, "quantities")
        found = self._written(mark, known, quantity_line, lambda line: read_quantity(line, words, known), "==12 家 (count)")
        found = found or (dict(known) if known else self._read_quantity(mark))
        if found is None:
            problem = f"the quantity {words!r} at {mark.start}-{mark.end} cannot be read as a number"
            raise self._task.wrong(problem, f"write its value beside it, or in a comment: {words} = 12 家")
        return found

    def deadline(self, mark: Mark, old: Mapping[str, Any] | None) -> Value:
        """Return a deadline in the gold format; one that no rule can date keeps its words, as the guide says."""
        words = self._words(mark)
        known = old or self._elsewhere(mark, "deadline")
        found = self._written(mark, known, deadline_line, lambda line: read_deadline(line, words), "2025-09-30")
        return found or (dict(known) if known else self._read_deadline(mark))

    def _words(self, mark: Mark) -> str:
        return self._task.text[mark.start : mark.end]

    def _elsewhere(self, mark: Mark, name: str) -> Mapping[str, Any] | None:
        """Return the value that another row had at the same place."""
        for placed in self._task.rows:
            spans = placed.slots[mark.label]
            if mark.span in spans:
                value = placed.row[name]
                return dict(value[spans.index(mark.span)] if name == "quantities" else value)
        return None

    def _written(
        self,
        mark: Mark,
        known: Mapping[str, Any] | None,
        line_of: Callable[[Mapping[str, Any]], str],
        read: Callable[[str], Value | None],
        example: str,
    ) -> Value | None:
        """Return the value that the annotator wrote, where it differs from what was there."""
        line = self._said.get(self._words(mark)) or mark.value.strip()
        if not line or (known is not None and line == line_of(known)):
            return None
        found = read(line)
        if found is None:
            problem = f"the value {line!r} of the {mark.label} {self._words(mark)!r} at {mark.start}-{mark.end} cannot be read"
            raise self._task.wrong(problem, f"write it as {example}")
        return found

    def _read_quantity(self, mark: Mark) -> Value | None:
        near = find_quantities(self._view, max(0, mark.start - _CONTEXT), mark.end, rules=self._rules)
        own = [mention for mention in near if (mention.start_char, mention.end_char) == mark.span]
        own = own or find_quantities(self._view, *mark.span, rules=self._rules)
        own = own or [mention for mention in near if mention.start_char < mark.end and mark.start < mention.end_char]
        return _quantity(own[0].quantity, self._words(mark), self._written_unit(own[0])) if own else None

    def _written_unit(self, mention: QuantityMention) -> str:
        """Return the unit in the script of the page: rules read a simplified view of traditional text."""
        unit = mention.quantity.unit
        place = self._view.rfind(unit, mention.start_char, mention.end_char) if unit else -1
        return self._task.text[place : place + len(unit)] if place >= 0 else unit

    def _read_deadline(self, mark: Mark) -> Value:
        found = find_deadlines(self._view, *mark.span, self._speech_date, periods=self._periods, rules=self._rules)
        best = max(found, key=lambda mention: mention.end_char - mention.start_char, default=None)
        if best is not None:
            return _deadline(best.deadline, self._words(mark))
        self.notes.append(f"{self._task.place} ({self._task.doc_id}): no rule dates {self._words(mark)!r}; it stays without a day")
        return _deadline(Deadline(""), self._words(mark))


def _comments(task: Task) -> list[tuple[str, str]]:
    """Return words and value of each comment that gives one; only of words that are marked."""
    words = {task.text[mark.start : mark.end] for mark in task.marks if mark.label in ("quantity", "deadline")}
    said = []
    for comment in task.comments:
        for line in comment.splitlines():
            match = _COMMENT.fullmatch(line.strip())
            if match:
                name, value = (match[1], match[2]) if match[1] is not None else (match[3], match[4])
                if name.strip() in words:
                    said.append((name.strip(), value.strip()))
    return said


def _quantity(quantity: Quantity, words: str, unit: str) -> Value:
    size = {"value": number(quantity.value)} if quantity.low is None else {"low": number(quantity.low), "high": number(quantity.high)}
    return {"text": words, **size, "unit": unit, "comparator": quantity.comparator, "kind": quantity.kind, "delta": quantity.delta}


def _deadline(deadline: Deadline, words: str) -> Value:
    start, end = (day.isoformat() if day else None for day in (deadline.start, deadline.end))
    return {"text": words, "start": start, "end": end, "recurrence": list(deadline.recurrence), "times": deadline.times}
