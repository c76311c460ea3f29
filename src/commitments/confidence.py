"""How sure a row is, from 0 to 1: a logistic model over plain grounds, its weights in `rules/ledger/confidence.toml`.

The weights are fitted on the development split by `tools/fit_confidence.py`; docs/confidence.md tells what each ground means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import exp
from typing import Final

from commitments.kept import compiled, read_toml
from commitments.rows import Row
from commitments.ruledata import builtin_folder
from commitments.types import Span

_DIGIT: Final = compiled("[0-9０-９]|[一二两三四五六七八九十百千]{1,4}[个项家条处名次户人座所亩公里万]")
_TOLD: Final = compiled("[已了]|目前|去年|以来|截至|累计|原定|现有|还剩")
_HEDGED: Final = compiled("如果|只要|凡是|谁|若|可以|鼓励|争取|力争|原则上")
_SPOKEN: Final = compiled("[?？]|吗|吧|嘛|呢|咱|说白了|别")
_INNER: Final = compiled("[，,；;]")
_HEEDED = ("deadline-unresolved", "deadline-before-speech", "near-gap", "cleaning-unsure", "owner-by-model", "speech-date-unknown")
_SAID_ALREADY = ("link.clause", "link.owner_inherited", "link.deadline_carried")
_LONG_ACTION, _LONG_SENTENCE, _FAR = 26, 100, 60
_LEAST, _MOST = 0.02, 0.99


def grounds(row: Row, text: str, warnings: Iterable[str], neighbours: int) -> tuple[str, ...]:
    """Return the names of what speaks for or against a row.

    Args:
        row: the row.
        text: the text that its offsets count in.
        warnings: the row's warnings.
        neighbours: how many rows its sentence has.
    """
    return tuple(
        dict.fromkeys([row.level, *_who(row, text), *_how(row, text), *_when(row), *_where(row, text, neighbours), *_heeded(warnings)])
    )


def _who(row: Row, text: str) -> Iterator[str]:
    yield f"owner.{row.owner_kind}"
    if len(row.owners) > 1:
        yield "owner.several"
    if row.partners:
        yield "owner.partners"
    for owner in row.owners[:1]:
        yield owner.rule.partition(":")[0] if ":" in owner.rule else owner.rule
        if row.action[0] - owner.end_char > _FAR:
            yield "owner.far"
        if owner.start_char > row.action[0]:
            yield "owner.behind"
        if len(owner.text) > 12:
            yield "owner.long"


def _how(row: Row, text: str) -> Iterator[str]:
    start, end = row.action
    yield f"modality.{row.modality}"
    yield from (rule for rule in row.rules if rule.startswith("link.") and rule not in _SAID_ALREADY)
    if end - start > _LONG_ACTION:
        yield "action.long"
    if end - start < 5:
        yield "action.short"
    if _INNER.search(text, start, end):
        yield "action.clauses"
    if len(row.quantities) > 1:
        yield "quantities.several"
    if not row.quantities:
        yield "quantities.none"
    for mention in row.quantities:
        yield f"quantity.{mention.quantity.kind}"
        if mention.start_char < start:
            yield "quantity.before"
    if _unread(row, text):
        yield "quantity.unread"


def _unread(row: Row, text: str) -> bool:
    """Whether a figure stands in the action that is in no slot."""
    taken: list[Span] = [(mention.start_char, mention.end_char) for mention in row.quantities]
    if row.deadline is not None:
        taken.append((row.deadline.start_char, row.deadline.end_char))
    for match in _DIGIT.finditer(text, row.action[0], row.action[1]):
        place = match.start()
        for start, end in taken:
            if start <= place < end:
                break
        else:
            return True
    return False


def _when(row: Row) -> Iterator[str]:
    deadline = row.deadline
    if deadline is None:
        yield "deadline.none"
        return
    yield "deadline.carried" if row.deadline_carried else "deadline.vague" if deadline.vague else "deadline.own"
    if row.deadline_carried and not row.quantities:
        yield "deadline.carried_alone"
    if deadline.deadline.recurrence:
        yield "deadline.often"
    if deadline.deadline.start is not None and deadline.deadline.end is not None:
        yield "deadline.period"


def _where(row: Row, text: str, neighbours: int) -> Iterator[str]:
    start, end = row.sentence
    if row.mood < 0:
        yield "passage.reports"
    elif row.mood >= 4:
        yield "passage.plans"
    if end - start > _LONG_SENTENCE:
        yield "sentence.long"
    if neighbours == 1:
        yield "sentence.single"
    elif neighbours > 3:
        yield "sentence.many"
    if _TOLD.search(text, start, end):
        yield "sentence.tells"
    if _HEDGED.search(text, start, end):
        yield "sentence.hedges"
    if _SPOKEN.search(text, start, end):
        yield "sentence.spoken"
    if any(mark in text[slice(*row.action)] for mark in '“"'):
        yield "action.quotes"
    if row.matter is not None:
        yield "matter"
    if not row.path:
        yield "outline.none"


def _heeded(warnings: Iterable[str]) -> Iterator[str]:
    return (f"warning.{code}" for code in warnings if code in _HEEDED)


def certainty(found: Iterable[str]) -> float:
    """Return the confidence that grounds add up to, rounded to two digits."""
    weights = _weights()
    total = weights.get("base", 0.0) + sum(weights.get(name, 0.0) for name in found)
    return round(min(max(1 / (1 + exp(-total)), _LEAST), _MOST), 2)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    path = builtin_folder() / "ledger" / "confidence.toml"
    return {name: float(weight) for name, weight in read_toml(path.read_bytes())["weights"].items()}
