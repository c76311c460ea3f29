"""Trains the task model: which clauses give tasks, a logistic regression over their characters and those of their sentence.

    python tools/train_tasks.py ../shared/archive [-o src/commitments/models/tasks-v2.weights]

It learns from
- gold: the clauses of the corpus's train split, and whether the action of a gold row begins in them;
- passages: those of `corpus/passages`, written for it, in which tasks and what only sounds like one stand side by side;
- silver: those of every third real text of the archive, and whether the rules (with no model beside them) make a row there. They weigh
  less; they teach that bare sentences of a report are tasks as well.
Of gold and silver, clauses into which an action only runs on are left out.

Prints how well clauses are told apart on the dev split, and what the program scores there with and without the models.
The same corpus, archive and seed give the same file.
"""

from __future__ import annotations

import argparse
import random
import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np

from commitments.clauses import Sentence, clauses, sentences
from commitments.evaluation.corpus import read_corpus
from commitments.evaluation.predicting import predict_from_clean
from commitments.evaluation.report import score_speech
from commitments.pipeline import extract_page
from commitments.reading import read_page
from commitments.ruledata import load_rules
from commitments.scoring import total
from commitments.task_model import AROUND, SIZE, ZERO, TaskModel, model_bytes, places, unnumbered
from commitments.types import Span

ROOT = Path(__file__).resolve().parent.parent
SEED = 20250101
ROUNDS, AVERAGED = 10, 5
LEAST = -3.5
"""Log-odds of one to thirty: a row that is let go is not looked at again."""
SILVER = 0.1
"""What a clause of the archive weighs beside one of the corpus."""
PASSAGE = 1.0
"""What a clause of the marked passages weighs."""
QUIET = 0.5
"""How many of the archive's clauses without a row are taken."""
STEP, DECAY = 0.2, 3e-5
LEAST_CHARACTERS = 2


class Example(NamedTuple):
    """A clause within its sentence, whether it gives a task, and what it weighs."""

    sentence: str
    clause: Span
    gives: bool
    weight: float


def bare(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())


def examples_of(text: str, sentence: Sentence, actions: Sequence[Span], weight: float) -> Iterator[Example]:
    """Yield the clauses of a sentence, but those into which an action only runs on; `actions`: those of the sentence."""
    for clause in clauses(text, sentence):
        gives = any(clause.start <= start < clause.end for start, _ in actions)
        inside = any(start < clause.start < end for start, end in actions)
        if clause.end - clause.start >= LEAST_CHARACTERS and (gives or not inside):
            span = (clause.start - sentence.start, clause.end - sentence.start)
            yield Example(text[sentence.start : sentence.end], span, gives, weight)


def from_corpus(folder: Path, split: str) -> Iterator[Example]:
    """Yield the clauses of a split with what the gold says."""
    for speech in read_corpus(folder).of(split).speeches:
        rows = [(bare(row["action"]), bare(row["evidence"])) for row in speech.gold.rows()]
        for line in map(bare, (speech.clean or "").split("\n")):
            for found in sentences(line, 0, len(line)):
                words = line[found.start : found.end]
                here = [action for action, evidence in rows if action in words and (words in evidence or evidence in words)]
                spans = [(start, start + len(action)) for action in here for start in [found.start + words.index(action)]]
                yield from examples_of(line, found, spans, 1.0)


def from_passages(folder: Path) -> Iterator[Example]:
    """Yield the clauses of the marked passages: {…} stands around each in which the action of a row begins."""
    for path in sorted((folder / "passages").glob("*.txt")):
        for line in map(bare, path.read_text(encoding="utf-8").split("\n")):
            text, marked = unmarked(line)
            for sentence in sentences(text, 0, len(text)):
                yield from examples_of(text, sentence, marked, PASSAGE)


def unmarked(line: str) -> tuple[str, list[Span]]:
    """Return a line without its braces, and where in it they stood."""
    text, marked = "", []
    for part in line.split("{"):
        inner, brace, rest = part.rpartition("}")
        if brace:
            marked.append((len(text), len(text) + len(inner)))
        text += inner + rest
    return text, marked


def from_archive(folder: Path, seed: int) -> Iterator[Example]:
    """Yield the clauses of every third real text with what the rules make of them."""
    rules, chance = load_rules(), random.Random(seed)
    for path in sorted(folder.glob("*.md"))[::3]:
        found = extract_page(read_page(path), rules=rules, ner=False)
        text, actions = found.speech.text, sorted(row.spans.action for row in found.commitments)
        for sentence in (sentence for block in found.blocks for sentence in block.sentences):
            first, last = (bisect_left(actions, (edge, 0)) for edge in (sentence.start, sentence.end))
            for one in examples_of(text, sentence, actions[first:last], SILVER):
                if one.gives or chance.random() < QUIET:
                    yield one


def trained(examples: Iterable[Example], seed: int) -> TaskModel:
    """Fit the weights by AdaGrad, and round them to bytes."""
    material = [(features(one), one.gives, one.weight) for one in examples]
    weights, squares, bias = np.zeros(SIZE), np.full(SIZE, 1e-8), 0.0
    mean, middle = np.zeros(SIZE), 0.0
    chance = random.Random(seed)
    for turn in range(ROUNDS):
        chance.shuffle(material)
        for (found, shares), gives, weight in material:
            odds = bias + float(weights[found] @ shares)
            error = weight * (1 / (1 + exp(-odds)) - gives)
            bias -= 0.01 * error
            slopes = error * shares + DECAY * weights[found]
            squares[found] += slopes * slopes
            weights[found] -= STEP * slopes / np.sqrt(squares[found])
        if turn >= ROUNDS - AVERAGED:  # the order of the examples leaves its mark on each round: their mean has less of it
            mean, middle = mean + weights / AVERAGED, middle + bias / AVERAGED
    scale = float(np.abs(mean).max()) / (ZERO - 1)
    return TaskModel(bytes(int(step) for step in ZERO + np.rint(mean / scale)), scale, middle, LEAST)


def features(one: Example) -> tuple[np.ndarray, np.ndarray]:
    """Return the places that an example has in the table, and what each weighs."""
    clause = places(one.sentence, *unnumbered(one.sentence, one.clause))
    parts = [sorted(clause), sorted(places(one.sentence, 0, len(one.sentence), AROUND))]
    shares = [np.full(len(part), 1 / sqrt(len(part))) for part in parts]
    found, back = np.unique(np.concatenate(parts), return_inverse=True)
    return found, np.bincount(back, np.concatenate(shares))


def tell(model: TaskModel, folder: Path) -> None:
    """Print how well the model tells clauses apart on dev."""
    found = [(model.weigh(one.sentence, one.clause, (0, len(one.sentence))), one.gives) for one in from_corpus(folder, "dev")]
    yes, no = sorted(odds for odds, gives in found if gives), sorted(odds for odds, gives in found if not gives)
    area = sum(bisect_left(no, odds) for odds in yes) / (len(yes) * len(no))
    lost, told = bisect_left(yes, model.least), bisect_left(no, model.least)
    print(f"dev: {len(found)} clauses, area under the curve {area:.3f}")
    print(f"below {model.least}: {told} of {len(no)} without a task, {lost} of {len(yes)} with one")


def score(folder: Path) -> None:
    """Print what the program scores on dev, with the model that comes with the package and without any."""
    rules, dev = load_rules(), read_corpus(folder).of("dev").speeches
    for ner in (False, True):
        found = [(one, predict_from_clean(one, rules, infer_date=False, ner=ner)) for one in dev]
        figures = total(score_speech(one.gold.rows(), rows, one.doc_id).tally for one, rows in found).figures()
        told = ", ".join(f"{name} {figures[name]:.3f}" for name in ("hard_f1", "tuple_f1", "soft_f1"))
        print("with the models:" if ner else "without models:", told)


def main() -> None:
    """Train, print the figures, write the model."""
    found = argparse.ArgumentParser(description="Train the task model.")
    found.add_argument("archive", type=Path, help="a folder of real texts in Markdown")
    found.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    found.add_argument("-o", "--output", type=Path, default=ROOT / "src" / "commitments" / "models" / "tasks-v2.weights")
    found.add_argument("--seed", type=int, default=SEED)
    options = found.parse_args()
    begin = time.perf_counter()
    parts = (
        list(from_corpus(options.corpus, "train")),
        list(from_passages(options.corpus)),
        list(from_archive(options.archive, options.seed)),
    )
    model = trained([one for part in parts for one in part], options.seed)
    gold, passages, silver = map(len, parts)
    about = f"task model: {gold} clauses of the corpus, {passages} of marked passages, {silver} of real texts, seed {options.seed}"
    options.output.write_bytes(model_bytes(model, about))
    tasks = [sum(one.gives for one in part) for part in parts]
    print(f"{about}; {tasks[0]}, {tasks[1]} and {tasks[2]} with tasks, {time.perf_counter() - begin:.0f} s")
    tell(model, options.corpus)
    score(options.corpus)


if __name__ == "__main__":
    main()
