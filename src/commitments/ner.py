"""Guesses owners that the grammar cannot know, by a small trained model: a linear-chain CRF over characters.

The linker asks it only where a task cue stands behind a plausible subject in which the owner grammar sees no name, so
most speeches need it a few times and some not at all; it is loaded when it is first asked. The model is a text file
that `tools/train_ner.py` makes; see docs/model-card.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import Final

from commitments.cues import LEAD, MODAL, Cue
from commitments.errors import RuleError
from commitments.kept import compiled
from commitments.types import DeadlineMention, OwnerMention, Span

RULE = "ner:owners-v1"
TAGS = "BIO"
LONGEST_SUBJECT = 18
"""Characters of the longest subject that the model is asked about."""
_SHORTEST = 2
IMPLAUSIBLE = compiled(
    r"[的了着过是在由哪谁什么0-9０-９，,；;。：:！!？?“”\"《》%％（(【\[〔—\n]"
    r"|[一二两三四五六七八九十百千万亿]{2}"
)
"""What no name has, or only one that the grammar knows."""
_OPENS_NONE: Final = frozenset("把将对向按以为从")
"""With these an object begins, and no name."""
_JOINT = "、和与及"
_END = "\x03"

Scores = tuple[float, float, float]
_ZERO: Scores = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Question:
    """A stretch that may be an owner: [start, stop) of the text, the kind of cue behind it, and where what follows the cue begins and ends.

    `cue`: 要, 须, 必须 … for a modal, 牵头 … for a duty, 期 for a deadline; 由 where that stands before the stretch, which then
    runs on as far as a name may.
    """

    text: str
    start: int
    stop: int
    cue: str
    behind: int
    end: int

    @property
    def plausible(self) -> bool:
        """Whether the stretch has the length of a name and nothing that no name has."""
        length = self.stop - self.start
        fits = _SHORTEST <= length <= LONGEST_SUBJECT and self.text[self.start] not in _OPENS_NONE
        return fits and IMPLAUSIBLE.search(self.text, self.start, self.stop) is None


Guess = Callable[[Question], list[OwnerMention]]
"""What answers whether a stretch that the grammar does not know is an owner."""


@dataclass(frozen=True, slots=True)
class OwnerModel:
    """The trained weights: a score for each tag by feature, one for each pair of neighbours, and the margin from which a guess counts."""

    states: Mapping[str, Scores]
    moves: tuple[Scores, Scores, Scores]
    margin: float

    def guess(self, question: Question) -> list[OwnerMention]:
        """Return the owners that fill the stretch (behind 由: that open it), or [] where the model is not sure.

        >>> text = "侨联要在9月底前走访侨商60户"
        >>> [m.text for m in owner_model().guess(Question(text, 0, 2, "要", 3, len(text)))]
        ['侨联']
        """
        if not question.plausible:
            return []
        rows = [self._scores(names) for names in features(question)]
        tags, best = self._decode(rows)
        if best - self._nothing(rows) < self.margin:
            return []
        spans = names_in(tags, question)
        return [OwnerMention(start, stop, question.text[start:stop], RULE) for start, stop in spans]

    def tags(self, question: Question) -> str:
        """Return the best tags of a stretch, one a character: B begins a name, I goes on with it, O is outside."""
        return self._decode([self._scores(names) for names in features(question)])[0]

    def _scores(self, names: Sequence[str]) -> Scores:
        begin = inside = outside = 0.0
        get = self.states.get
        for name in names:
            b, i, o = get(name, _ZERO)
            begin, inside, outside = begin + b, inside + i, outside + o
        return begin, inside, outside

    def _decode(self, rows: Sequence[Scores]) -> tuple[str, float]:
        """Return the best path and its score (Viterbi)."""
        score = list(rows[0])
        back: list[list[int]] = []
        for row in rows[1:]:
            come = [max(range(3), key=lambda tag: score[tag] + self.moves[tag][to]) for to in range(3)]  # used at once
            score = [score[come[to]] + self.moves[come[to]][to] + row[to] for to in range(3)]
            back.append(come)
        last = max(range(3), key=score.__getitem__)
        best, path = score[last], [last]
        for come in reversed(back):
            path.append(come[path[-1]])
        return "".join(TAGS[tag] for tag in reversed(path)), best

    def _nothing(self, rows: Sequence[Scores]) -> float:
        """Return the score of the path that sees no name."""
        return sum(row[2] for row in rows) + (len(rows) - 1) * self.moves[2][2]


_SERVED: Final = compiled(
    "(?:患者|病人|特困人员|困难(?:群众|人员)|断保人员|重点人[员群]|(?:监测|救助|服务|低保|帮扶)对象|残疾人|老年?人|孤儿|儿童|新生儿|孕产妇|感染者)$"
)
"""Who is served, and does not act (孤寡老人每周探访一次)."""


def question_about(text: str, stretch: Span, cues: Iterable[Cue], deadlines: Iterable[DeadlineMention]) -> Question | None:
    """Return what the model can be asked about a clause: what stands before its first cue of a task, or behind 由.

    Args:
        text: the text.
        stretch: where the rest of the clause begins and ends, its known head taken off.
        cues: those of the clause.
        deadlines: those of the clause.
    """
    start, end = stretch
    if text.startswith("由", start, end):
        stop = min(end, start + 1 + LONGEST_SUBJECT)
        mark = IMPLAUSIBLE.search(text, start + 1, stop)
        stop = mark.start() if mark else stop
        return Question(text, start + 1, stop, "由", stop, end)
    cue = next((cue for cue in cues if cue.kinds & (MODAL | LEAD) and cue.start > start and cue.modality != "aim"), None)
    date = next((mention for mention in deadlines if mention.start_char > start and not mention.vague), None)
    if date is not None and (cue is None or date.start_char < cue.start):
        stop = date.start_char - (text[date.start_char - 1] in "在于到至自从将")
        return None if _SERVED.search(text, start, stop) else Question(text, start, stop, "期", date.end_char, end)
    if cue is None or cue.end >= end or _SERVED.search(text, start, cue.start):
        return None
    return Question(text, start, cue.start, text[cue.start : cue.end], cue.end, end)


def names_in(tags: str, question: Question) -> list[Span]:
    """Return the names that tags mark, or [] where they leave more than a joint uncovered.

    >>> names_in("BIOBI", Question("侨联和工会要", 0, 5, "要", 6, 6))
    [(0, 2), (3, 5)]
    >>> names_in("OOBI", Question("这项工会要", 0, 4, "要", 5, 5))
    []
    """
    spans: list[Span] = []
    for index, tag in enumerate(tags):
        place = question.start + index
        if tag == "B" or (tag == "I" and (not spans or spans[-1][1] != place)):
            spans.append((place, place + 1))
        elif tag == "I":
            spans[-1] = (spans[-1][0], place + 1)
        elif question.text[place] not in _JOINT:
            if question.cue == "由" and spans:
                break  # behind 由 the verb follows
            return []
    return spans if spans and spans[0][0] == question.start else []


def features(question: Question) -> list[list[str]]:
    """Return the names of the features of each character: its neighbours, its place, how the stretch ends and what follows the cue."""
    text, start, stop, cue = question.text, question.start, question.stop, question.cue
    window = [_END, _END, *text[start:stop], text[stop] if stop < question.end else _END, _END]
    behind = text[question.behind : min(question.behind + 2, question.end)] or _END
    whole = [f"cue={cue}", f"cue={cue} next={behind}", f"next={behind[0]}", f"next={behind}"]
    if cue != "由":
        ending = text[max(start, stop - 3) : stop]
        whole += [f"end={ending[-1:]}", f"end={ending[-2:]}", f"end={ending}", f"head={text[start]}", f"head={text[start : start + 2]}"]
        whole.append(f"length={min(stop - start, 12)}")
    found = []
    for index in range(stop - start):
        two, one, here, after, later = window[index : index + 5]
        found.append(
            [
                *whole, f"0{here}", f"-{one}", f"+{after}", f"-0{one}{here}", f"0+{here}{after}", f"-0+{one}{here}{after}", f"--{two}{one}",
                f"++{after}{later}", f"--0{two}{one}{here}", f"at={min(index, 3)}", f"left={min(stop - start - index, 4)}",
            ]
        )  # fmt: skip
    return found


def model_text(states: Mapping[str, Scores], moves: Sequence[Scores], margin: float, about: str) -> str:
    """Return a model as the text that `read_model` reads; features without weight are left out.

    Args:
        states: feature -> score of B, I, O.
        moves: from tag -> score of the step to B, I, O.
        margin: by how much the best path must beat the path without a name.
        about: a line that says where the model is from.
    """
    lines = [f"# {about}", f"margin\t{margin:.2f}"]
    lines += [f"{TAGS[one]}{TAGS[two]}\t{moves[one][two]:.3f}" for one, two in product(range(3), repeat=2)]
    kept = {name: tuple(round(value, 3) + 0.0 for value in scores) for name, scores in states.items()}
    lines += [f"{name}\t" + "\t".join(f"{value:.3f}" for value in kept[name]) for name in sorted(kept) if any(kept[name])]
    return "\n".join(lines) + "\n"


def read_model(text: str, place: str) -> OwnerModel:
    """Return the model that a text describes.

    Args:
        text: the model, as `model_text` writes it.
        place: what errors call it.

    Raises:
        RuleError: the text is no model.
    """
    lines = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    try:
        head = {name: float(value) for name, value in lines[:10]}
        states = {name: (float(b), float(i), float(o)) for name, b, i, o in lines[10:]}
        moves = tuple(tuple(head[one + two] for two in tuple(TAGS)) for one in tuple(TAGS))
        return OwnerModel(states, moves, head["margin"])  # type: ignore[arg-type]  # three times three
    except (KeyError, ValueError) as error:
        raise RuleError(place, f"this is no owner model: {error}", "make it again with tools/train_ner.py") from None


@lru_cache(maxsize=1)
def owner_model() -> OwnerModel:
    """Return the model that comes with the package."""
    path = Path(__file__).with_name("models") / "owners-v1.tsv"
    return read_model(path.read_text(encoding="utf-8"), str(path))
