"""How far two annotators agree: the ceiling that the program is held against.

The first annotation stands where the gold stands and the second where the program does, so that the figures are the
same as the program's. Cohen's κ is over clauses: each is hard, soft, or no commitment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from commitments.errors import LedgerError
from commitments.evaluation.corpus import Speech
from commitments.evaluation.intervals import Counts, Interval, bootstrap
from commitments.gold import GoldSpeech
from commitments.kept import compiled
from commitments.scoring import Row, Tally, tally

_CLAUSE_END = compiled(r"[，；;。！!？?\n]|(?<![0-9０-９]),|,(?![0-9０-９])")
_WORD = compiled(r"\w")
LABELS = ("none", "soft", "hard")
_SIZE = len(LABELS)


@dataclass(frozen=True, slots=True)
class SpeechAgreement:
    """The counts of one speech: rows as the scorer counts them, clauses by the two annotators' labels.

    `clauses`: the 3×3 table, row by row; the first annotator's label is the row, in the order of `LABELS`.
    """

    doc_id: str
    tally: Tally
    clauses: tuple[int, ...]

    def counts(self) -> Counts:
        """Return all counts that add up over speeches."""
        return (*self.tally.counts(), *self.clauses)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement on the speeches that were annotated twice."""

    speeches: tuple[SpeechAgreement, ...]

    def figures(self) -> dict[str, Interval]:
        """Return the guide's figures and `kappa`, each with its 95% interval over speeches."""
        return bootstrap([speech.counts() for speech in self.speeches], _figures)


def _figures(counts: Counts) -> dict[str, float | None]:
    rows, clauses = counts[: -_SIZE * _SIZE], counts[-_SIZE * _SIZE :]
    return {**Tally(*rows).figures(), "kappa": kappa(clauses)}


def kappa(table: Sequence[int]) -> float | None:
    """Return Cohen's κ of a square table of counts; None where chance alone already agrees on everything.

    >>> kappa([20, 5, 10, 15])
    0.4

    Args:
        table: the counts row by row.

    Source: J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960.
    """
    size = round(len(table) ** 0.5)
    whole = sum(table)
    if not whole:
        return None
    rows = [sum(table[size * i : size * (i + 1)]) for i in range(size)]
    columns = [sum(table[i::size]) for i in range(size)]
    agreed = sum(table[i * size + i] for i in range(size)) / whole
    chance = sum(row * column for row, column in zip(rows, columns, strict=True)) / whole**2
    return round((agreed - chance) / (1 - chance), 12) if chance < 1 else None


def agree(speeches: Sequence[Speech], second: Sequence[GoldSpeech]) -> Agreement:
    """Compare the gold with a second annotation of some of its speeches.

    Args:
        speeches: the corpus.
        second: the second annotation.

    Raises:
        LedgerError: a speech of the second annotation has no gold or no clean text.
    """
    known = {speech.doc_id: speech for speech in speeches}
    found = []
    for other in second:
        speech = known.get(other.doc_id)
        if speech is None or speech.clean is None:
            raise LedgerError(f"second annotation of {other.doc_id}", "there is no gold or no clean text for it", "check the doc_id")
        first, rows = speech.gold.rows(), other.rows()
        found.append(SpeechAgreement(other.doc_id, tally(first, rows), compare_clauses(speech.clean, first, rows)))
    return Agreement(tuple(found))


def compare_clauses(text: str, first: Sequence[Row], second: Sequence[Row]) -> tuple[int, ...]:
    """Return the 3×3 table of the labels that two annotations give to the clauses of a text.

    >>> row = {"level": "soft", "action": "成立专班", "evidence": "成立专班，抓紧开工。"}
    >>> compare_clauses("会议开得好。成立专班，抓紧开工。", [row], [])
    (2, 0, 0, 1, 0, 0, 0, 0, 0)
    """
    clauses = list(clause_spans(text))
    table = [0] * (_SIZE * _SIZE)
    for one, other in zip(_labels(text, clauses, first), _labels(text, clauses, second), strict=True):
        table[one * _SIZE + other] += 1
    return tuple(table)


def clause_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses between ,;。!? and line breaks, the finest unit of the guide; the program's own splitter has no part in it.

    >>> [("抓好1,200户，干")[start:end] for start, end in clause_spans("抓好1,200户，干")]
    ['抓好1,200户', '干']
    """
    edges = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    for start, end in pairwise(edges):
        if end > start and _WORD.search(text, start, end):
            yield start, end - (1 if _CLAUSE_END.match(text, end - 1) else 0)


def _labels(text: str, clauses: Sequence[tuple[int, int]], rows: Sequence[Row]) -> list[int]:
    """Label each clause with the strictest level of the rows whose action reaches into it."""
    labels = [0] * len(clauses)
    for (start, end), level in _places(text, rows):
        for index, (first, last) in enumerate(clauses):
            if first < end and start < last:
                labels[index] = max(labels[index], LABELS.index(level))
    return labels


def _places(text: str, rows: Sequence[Row]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where each row's action stands; of words that stand there often, the first that no row before has taken."""
    used: set[tuple[int, int]] = set()
    for row in rows:
        sentence = text.find(row["evidence"])
        start = text.find(row["action"], max(sentence, 0))
        while start >= 0 and (start, start + len(row["action"])) in used:
            start = text.find(row["action"], start + 1)
        if start >= 0:
            span = (start, start + len(row["action"]))
            used.add(span)
            yield span, str(row["level"])
