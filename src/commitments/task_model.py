"""Doubts rows of clauses that do not sound like giving tasks: a logistic model over characters, as a second opinion on the rules.

The rules say what a clause is and why. That it only tells, explains or complains shows besides in many small signs that no rule
names (叫苦, 够得上, 比谁都厚). The model weighs all one to three characters of a clause, and those of its sentence beside them; where
it is all but sure that no task is given, the row of the clause is let go, and the dropped stretches say so. `tools/train_tasks.py`
makes it; see docs/model-card.md. Where it is as sure of the contrary, it vouches for a clause with a figure or a date that the
rules refuse.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from pathlib import Path
from typing import Final

from commitments.clauses import Clause, Sentence, clauses
from commitments.errors import RuleError
from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.rows import Row
from commitments.types import Dropped, Span

REASON: Final = "model:tasks-v2"
BIDDEN: Final = "forward.presses"
"""The rule of a row that is put to somebody's face, as if by a word of command."""
SIZE: Final = 1 << 18
ZERO: Final = 128
"""What a weight of nothing is in the table, whose bytes have no sign."""
SHORTEST: Final = 20
"""Characters, blanks aside, from which a sentence says enough for its clauses to be doubted."""
SURE: Final = 3.0
"""Log-odds from which the model vouches for a clause that the rules refuse: twenty to one."""
WITHOUT_FIGURE: Final = 1.0
"""How much nearer to even odds a row without figure and date is doubted: nothing in it can be checked but that something is done."""
AROUND: Final = 982451653
"""Told to `places` for the sentence around a clause."""
Vouch = Callable[[str, Span, Span], bool]
"""What answers whether a clause of a text, within its sentence, gives a task though the rules refuse it."""
_MASK: Final = SIZE - 1
_NUMBER: Final = compiled(r"[（(][0-9０-９一二三四五六七八九十]{1,3}[)）]|[0-9０-９]{1,2}(?:[)）、]|[.．](?![0-9０-９]))")
"""The number of a point in a list, which says nothing of the point."""
_NAMES = ("“", "《", "『", "「")
"""With what a mechanism or a document is named."""
_AIMS: Final = compiled("(?:目标|指标)(?:任务)?[:：。]?$")
"""In what the heading of a list of targets ends."""
_EDGE: Final = 2
_FIGURE: Final = 3
_FIGURES: Final = "0123456789.０１２３４５６７８９．"
_NUMERALS: Final = "零〇一二两三四五六七八九十百千万亿半0123456789"
_FOLD: Final = 18
_FIRST: Final = 40503
_SECOND: Final = 3133717
_THIRD: Final = 604931131
_OF_TWO: Final = 7919
_OF_THREE: Final = 104729


def places(text: str, start: int, end: int, seed: int = 0) -> set[int]:
    """Return the places in the table of all one, two and three characters that stand together; a figure is one, blanks are none.

    >>> places("建3座", 0, 3) == places("建 12.5 座", 0, 8)
    True

    Args:
        text: the text.
        start: where the stretch begins.
        end: where it ends, exclusive.
        seed: keeps apart what stands in a clause (0) and in the sentence around it (`AROUND`).
    """
    found: set[int] = set()
    before, last = _EDGE, _EDGE
    for place in range(start, end + 1):
        char = text[place] if place < end else ""
        if char.isspace():
            continue
        code = _EDGE if not char else _FIGURE if char in _FIGURES or _in_numeral(text, place, start, end) else ord(char)
        if code == _FIGURE and last == _FIGURE:
            continue
        one = code * _FIRST + seed
        two = one + last * _SECOND
        three = two + before * _THIRD
        found.add((one ^ one >> _FOLD) & _MASK)
        found.add((two + _OF_TWO ^ two >> _FOLD) & _MASK)
        found.add((three + _OF_THREE ^ three >> _FOLD) & _MASK)
        before, last = last, code
    return found


def _in_numeral(text: str, place: int, start: int, end: int) -> bool:
    """Whether a character is one of a numeral of several (三百, 十二)."""
    if text[place] not in _NUMERALS:
        return False
    return (place > start and text[place - 1] in _NUMERALS) or (place + 1 < end and text[place + 1] in _NUMERALS)


def unnumbered(text: str, clause: Span) -> Span:
    """Return a clause without the number of a list that it begins with.

    >>> unnumbered("（1）改造小区9个", (0, 9))
    (3, 9)
    >>> unnumbered("1.5万亩", (0, 5))
    (0, 5)
    """
    number = _NUMBER.match(text, *clause)
    return (number.end(), clause[1]) if number and number.end() < clause[1] else clause


@dataclass(frozen=True, slots=True)
class TaskModel:
    """The trained weights.

    Attributes:
        weights: one byte a place of the table, `ZERO` for nothing.
        scale: what one step of a byte weighs.
        bias: what is added to what clause and sentence weigh.
        least: below it a clause gives no task.
    """

    weights: bytes
    scale: float
    bias: float
    least: float

    def weigh(self, text: str, clause: Span, sentence: Span) -> float:
        """Return the log-odds that a clause gives a task.

        >>> model = task_model()
        >>> task, tale = "水利局要在5月底前完成12座水库除险加固。", "水利局的同志刚才叫苦，说一年亏四万块，这个账我认。"
        >>> model.weigh(task, (0, len(task)), (0, len(task))) > 0 > model.weigh(tale, (0, 10), (0, len(tale)))
        True

        Args:
            text: the text that offsets count in.
            clause: [start, end) of the clause.
            sentence: [start, end) of the sentence around it.
        """
        return self.bias + self.part(text, unnumbered(text, clause), 0) + self.part(text, sentence, AROUND)

    def part(self, text: str, stretch: Span, seed: int) -> float:
        """Return what the characters of a clause (`seed` 0) or of a sentence (`AROUND`) weigh, by how many they are."""
        weights, total = self.weights, 0
        found = places(text, stretch[0], stretch[1], seed)
        for place in found:
            total += weights[place] - ZERO
        return self.scale * total / sqrt(len(found))

    def vouches(self, text: str, clause: Span, sentence: Span) -> bool:
        """Return whether the model is all but sure that a clause gives a task."""
        return self.weigh(text, clause, sentence) > SURE

    def without_doubted(self, text: str, rows: list[Row]) -> tuple[list[Row], list[Dropped]]:
        """Return the rows without those of clauses that sound like no task, each with its log-odds, and what was let go.

        What is ordered or forbidden in so many words (要, 必须, 不得) is not doubted, nor what stands in a short sentence.

        Args:
            text: the text that the rows' offsets count in.
            rows: the rows, those of one sentence together.
        """
        kept: list[Row] = []
        dropped: list[Dropped] = []
        around: Span = (-1, -1)
        found: list[Clause] = []
        base, brief = 0.0, True
        for row in rows:
            if row.sentence != around:  # what its rows share is worked out once
                around = row.sentence
                found = clauses(text, Sentence(*around))
                base = self.bias + self.part(text, around, AROUND)
                brief = len("".join(text[around[0] : around[1]].split())) < SHORTEST
            odds = base + self.part(text, unnumbered(text, clause_of(found, row)), 0)
            least = self.least + WITHOUT_FIGURE if row.level == "soft" else self.least
            if odds < least and not brief and not (is_ordered(row) or _is_named(text, row) or _is_aimed_at(row)):
                dropped.append(Dropped("forward", *row.action, REASON))
            else:
                kept.append(row._replace(odds=odds))
        return kept, dropped


def _is_named(text: str, row: Row) -> bool:
    """Whether a row stands for a mechanism or a document by its name (推行“首席服务员”制度), which makes it a task by itself."""
    return row.level == "soft" and any_stands(_NAMES, text, *row.action)


def _is_aimed_at(row: Row) -> bool:
    """Whether a figure stands in a list that is headed as what is aimed at (二、发展目标), where no verb need say so."""
    return bool(row.quantities) and any(_AIMS.search(title) for title in row.path[-2:])


def is_ordered(row: Row) -> bool:
    """Return whether a row is ordered in so many words (要, 务必, 不得), or aimed at with the clause before it (力争用一个月,…)."""
    return row.modality in {"must", "aim"} or any(rule.startswith("cue.") or rule == BIDDEN for rule in row.rules)


def clause_of(found: list[Clause], row: Row) -> Span:
    """Return the clause in which the action of a row begins; the action itself where it stands behind all of them.

    Args:
        found: the clauses of its sentence.
        row: the row.
    """
    begin = row.action[0]
    for clause in found:
        if begin < clause.end:
            return clause.start, clause.end
    return row.action


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
    path = Path(__file__).with_name("models") / "tasks-v2.weights"
    return read_model(path.read_bytes(), str(path))
