"""Doubts rows of sentences that do not sound like giving tasks: a logistic model over characters, as a second opinion on the rules.

The rules say what a clause is and why. That a sentence only tells, explains or complains shows besides in many small signs that no
rule names (叫苦, 够得上, 比谁都厚). The model weighs all one to three characters of a sentence; where it is all but sure that no task
is given, the rows of the sentence are let go, and the dropped stretches say so. `tools/train_tasks.py` makes it; see docs/model-card.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import Final

from commitments.errors import RuleError
from commitments.rows import Row
from commitments.types import Dropped

REASON: Final = "model:tasks-v1"
SIZE: Final = 1 << 16
ZERO: Final = 128
"""What a weight of nothing is in the table, whose bytes have no sign."""
SHORTEST: Final = 20
"""Characters from which a sentence says enough to be doubted."""
_MASK: Final = SIZE - 1
_EDGE: Final = 2
_FIGURE: Final = 3
_BLANKS: Final = " \u3000\t\r\n"
_FIGURES: Final = "0123456789.０１２３４５６７８９．"
_FIRST, _SECOND, _THIRD = 40503, 31337, 60493
_OF_TWO, _OF_THREE = 7919, 104729


def places(text: str, start: int, end: int) -> list[int]:
    """Return the places in the table of all one, two and three characters that stand together; a figure is one, blanks are none.

    >>> places("建3座", 0, 3) == places("建 12.5 座", 0, 8)
    True
    """
    found: list[int] = []
    before, last = _EDGE, _EDGE
    for place in range(start, end + 1):
        char = text[place] if place < end else ""
        if char and char in _BLANKS:
            continue
        code = _EDGE if not char else _FIGURE if char in _FIGURES else ord(char)
        if code == _FIGURE and last == _FIGURE:
            continue
        one = code * _FIRST
        two = one + last * _SECOND
        found.append(one & _MASK)
        found.append((two + _OF_TWO) & _MASK)
        found.append((two + before * _THIRD + _OF_THREE) & _MASK)
        before, last = last, code
    return found


@dataclass(frozen=True, slots=True)
class TaskModel:
    """The trained weights.

    Attributes:
        weights: one byte a place of the table, `ZERO` for nothing.
        scale: what one step of a byte weighs.
        bias: what a sentence weighs of which nothing is known.
        least: below it a sentence gives no task.
    """

    weights: bytes
    scale: float
    bias: float
    least: float

    def weigh(self, text: str, start: int, end: int) -> float:
        """Return the log-odds that [start, end), a sentence, gives a task.

        >>> model = task_model()
        >>> task, tale = "水利局要在5月底前完成12座水库除险加固。", "水利局的同志刚才叫苦，说一年亏四万块，这个账我认。"
        >>> model.weigh(task, 0, len(task)) > 0 > model.weigh(tale, 0, len(tale))
        True
        """
        weights, total = self.weights, 0
        found = places(text, start, end)
        for place in found:
            total += weights[place] - ZERO
        return self.bias + self.scale * total / sqrt(len(found))

    def without_doubted(self, text: str, rows: list[Row]) -> tuple[list[Row], list[Dropped]]:
        """Return the rows without those of sentences that sound like no task, and what was let go.

        Args:
            text: the text that the rows' offsets count in.
            rows: the rows, those of one sentence together.
        """
        kept: list[Row] = []
        dropped: list[Dropped] = []
        span, doubted = (-1, -1), False
        for row in rows:
            if row.sentence != span:
                span = row.sentence
                doubted = span[1] - span[0] >= SHORTEST and self.weigh(text, *span) < self.least
            if doubted:
                dropped.append(Dropped("forward", *row.action, REASON))
            else:
                kept.append(row)
        return kept, dropped


def model_bytes(model: TaskModel, about: str) -> bytes:
    """Return a model as `read_model` reads it: a line of numbers and where it is from, then the table."""
    return f"{model.scale:.6g}\t{model.bias:.4f}\t{model.least:.2f}\t{about}\n".encode() + model.weights


def read_model(content: bytes, place: str) -> TaskModel:
    """Return the model that a file holds.

    Args:
        content: the file, as `model_bytes` writes it.
        place: what errors call it.

    Raises:
        RuleError: it is no model.
    """
    head, _, weights = content.partition(b"\n")
    try:
        scale, bias, least = map(float, head.split(b"\t")[:3])
    except ValueError:
        scale = 0.0
    if not scale or len(weights) != SIZE:
        raise RuleError(place, "this is no task model", "make it again with tools/train_tasks.py")
    return TaskModel(weights, scale, bias, least)


@lru_cache(maxsize=1)
def task_model() -> TaskModel:
    """Return the model that comes with the package."""
    path = Path(__file__).with_name("models") / "tasks-v1.weights"
    return read_model(path.read_bytes(), str(path))
