"""How sure a row is, from 0 to 1: a logistic model over plain grounds, its weights in `rules/ledger/confidence.toml`.

The weights are fitted on the development split by `tools/fit_confidence.py`; docs/confidence.md tells what each ground means.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import exp
from typing import Final

from commitments.gated import any_stands
from commitments.kept import compiled, read_toml
from commitments.rows import Row
from commitments.ruledata import builtin_folder
from commitments.types import Span

_DIGIT: Final = compiled("[0-9０-９]|[一二两三四五六七八九十百千]{1,4}[个项家条处名次户人座所亩公里万]")
# Looked for one by one: as a pattern they would be tried at every character of the sentence.
_TOLD = ("已", "了", "目前", "去年", "以来", "截至", "累计", "原定", "现有", "还剩")
_HEDGED = ("如果", "只要", "凡是", "谁", "若", "可以", "鼓励", "争取", "力争", "原则上")
_SPOKEN = ("?", "？", "吗", "吧", "嘛", "呢", "咱", "说白了", "别")
_INNER: Final = compiled("[，,；;]")
_HEEDED = ("deadline-unresolved", "deadline-before-speech", "near-gap", "cleaning-unsure", "owner-by-model", "speech-date-unknown")
_SAID_ALREADY = ("link.clause", "link.owner_inherited", "link.deadline_carried")
_LONG_ACTION, _LONG_SENTENCE, _FAR = 26, 100, 60
_LEAST, _MOST = 0.02, 0.99
_ODDS_EDGES: Final = [-1.5, 0.0, 2.0, 4.0]
_ODDS_NAMES: Final = ["doubts", "unsure", "thinks", "sure", "certain"]
"""What the task model says: below the first log-odds of `_ODDS_EDGES`, between it and the next, and so on."""


def grounds(row: Row, text: str, warnings: Iterable[str], neighbours: int) -> tuple[str, ...]:
    """Return the names of what speaks for or against a row.

    Args:
        row: the row.
        text: the text that its offsets count in.
        warnings: the row's warnings.
        neighbours: how many rows its sentence has.
    """
    found: list[str] = [row.level]
    _who(row, found)
    _how(row, text, found)
    _when(row, found)
    _where(row, text, neighbours, found)
    for code in warnings:
        if code in _HEEDED:
            found.append(f"warning.{code}")
    return tuple(dict.fromkeys(found))


def _who(row: Row, found: list[str]) -> None:
    found.append(f"owner.{row.owner_kind}")
    if len(row.owners) > 1:
        found.append("owner.several")
    if row.partners:
        found.append("owner.partners")
    for owner in row.owners[:1]:
        found.append(owner.rule.partition(":")[0] if ":" in owner.rule else owner.rule)
        if row.action[0] - owner.end_char > _FAR:
            found.append("owner.far")
        if owner.start_char > row.action[0]:
            found.append("owner.behind")
        if len(owner.text) > 12:
            found.append("owner.long")


def _how(row: Row, text: str, found: list[str]) -> None:
    start, end = row.action
    found.append(f"modality.{row.modality}")
    for rule in row.rules:
        if rule.startswith("link.") and rule not in _SAID_ALREADY:
            found.append(rule)
    if end - start > _LONG_ACTION:
        found.append("action.long")
    if end - start < 5:
        found.append("action.short")
    if _INNER.search(text, start, end):
        found.append("action.clauses")
    if len(row.quantities) > 1:
        found.append("quantities.several")
    if not row.quantities:
        found.append("quantities.none")
    for mention in row.quantities:
        found.append(f"quantity.{mention.quantity.kind}")
        if mention.start_char < start:
            found.append("quantity.before")
    if _unread(row, text):
        found.append("quantity.unread")


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


def _when(row: Row, found: list[str]) -> None:
    deadline = row.deadline
    if deadline is None:
        found.append("deadline.none")
        return
    found.append("deadline.carried" if row.deadline_carried else "deadline.vague" if deadline.vague else "deadline.own")
    if row.deadline_carried and not row.quantities:
        found.append("deadline.carried_alone")
    if deadline.deadline.recurrence:
        found.append("deadline.often")
    if deadline.deadline.start is not None and deadline.deadline.end is not None:
        found.append("deadline.period")


def _where(row: Row, text: str, neighbours: int, found: list[str]) -> None:
    start, end = row.sentence
    if row.mood < 0:
        found.append("passage.reports")
    elif row.mood >= 4:
        found.append("passage.plans")
    if end - start > _LONG_SENTENCE:
        found.append("sentence.long")
    if neighbours == 1:
        found.append("sentence.single")
    elif neighbours > 3:
        found.append("sentence.many")
    if any_stands(_TOLD, text, start, end):
        found.append("sentence.tells")
    if any_stands(_HEDGED, text, start, end):
        found.append("sentence.hedges")
    if any_stands(_SPOKEN, text, start, end):
        found.append("sentence.spoken")
    start, end = row.action
    if text.find("“", start, end) >= 0 or text.find('"', start, end) >= 0:
        found.append("action.quotes")
    if row.matter is not None:
        found.append("matter")
    if not row.path:
        found.append("outline.none")
    if row.odds is not None:
        found.append("model." + _ODDS_NAMES[bisect_right(_ODDS_EDGES, row.odds)])


def certainty(found: Iterable[str]) -> float:
    """Return the confidence that grounds add up to, rounded to two digits."""
    weights = _weights()
    total = weights.get("base", 0.0) + sum(weights.get(name, 0.0) for name in found)
    return round(min(max(1 / (1 + exp(-total)), _LEAST), _MOST), 2)


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    path = builtin_folder() / "ledger" / "confidence.toml"
    return {name: float(weight) for name, weight in read_toml(path.read_bytes())["weights"].items()}
