"""Trains the task model: which sentences give tasks, a logistic regression over their characters.

    python tools/train_tasks.py ../shared/archive [-o src/commitments/models/tasks-v1.weights]

It learns from
- gold: the sentences of the corpus's train split, and whether the gold has a row in them;
- silver: those of every third real text of the archive, and whether the rules make a row of them (with no model beside them). They weigh
  less; they teach that bare sentences of a report are tasks as well, and the model is not asked about reports.

Prints how well sentences are told apart on the dev split, and what the program scores there with and without the model.
The same corpus, archive and seed give the same file.
"""

from __future__ import annotations

import argparse
import random
import time
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from commitments.clauses import sentences
from commitments.evaluation.corpus import read_corpus
from commitments.evaluation.predicting import predict_from_clean
from commitments.evaluation.report import score_speech
from commitments.pipeline import extract_page
from commitments.reading import read_page
from commitments.ruledata import load_rules
from commitments.scoring import total
from commitments.task_model import SIZE, ZERO, TaskModel, model_bytes, places

ROOT = Path(__file__).resolve().parent.parent
SEED = 20250101
ROUNDS = 6
LEAST = -3.0
"""Log-odds of one to twenty: surer than dev asks for, since a row that is let go is not looked at again."""
SILVER = 0.3
"""What a sentence of the archive weighs beside one of the corpus."""
QUIET = 0.5
"""How many of the archive's sentences without a row are taken."""
STEP, DECAY = 0.15, 1e-4
SHORTEST = 6


class Example(NamedTuple):
    """A sentence, whether it gives a task, and what it weighs."""

    sentence: str
    gives: bool
    weight: float


def bare(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())


def from_corpus(folder: Path, split: str) -> Iterator[Example]:
    """Yield the sentences of a split with what the gold says."""
    for speech in read_corpus(folder).of(split).speeches:
        rows = [(bare(row["action"]), bare(row["evidence"])) for row in speech.gold.rows()]
        for line in (speech.clean or "").split("\n"):
            for found in sentences(line, 0, len(line)):
                words = bare(line[found.start : found.end])
                gives = any(action in words and (words in evidence or evidence in words) for action, evidence in rows)
                yield Example(words, gives, 1.0)


def from_archive(folder: Path, seed: int) -> Iterator[Example]:
    """Yield the sentences of every third real text with what the rules make of them."""
    rules, chance = load_rules(), random.Random(seed)
    for path in sorted(folder.glob("*.md"))[::3]:
        found = extract_page(read_page(path), rules=rules, ner=False)
        text, starts = found.speech.text, sorted(row.spans.action[0] for row in found.commitments)
        for sentence in sentences(text, 0, len(text)):
            gives = bisect_left(starts, sentence.end) > bisect_left(starts, sentence.start)
            if gives or chance.random() < QUIET:
                yield Example(text[sentence.start : sentence.end], gives, SILVER)


def trained(examples: Iterable[Example], seed: int) -> TaskModel:
    """Fit the weights by AdaGrad, and round them to bytes."""
    material = [(places(one.sentence, 0, len(one.sentence)), one) for one in examples if len(one.sentence) >= SHORTEST]
    weights, squares, bias = array("d", bytes(8 * SIZE)), array("d", [1e-8]) * SIZE, 0.0
    for _ in range(ROUNDS):
        random.Random(seed).shuffle(material)
        for found, one in material:
            norm = sqrt(len(found))
            odds = bias + sum([weights[place] for place in found]) / norm
            error = one.weight * (1 / (1 + exp(-odds)) - one.gives)
            bias -= 0.01 * error
            for place in set(found):
                slope = error / norm + DECAY * weights[place]
                squares[place] += slope * slope
                weights[place] -= STEP * slope / sqrt(squares[place])
    scale = max(map(abs, weights)) / (ZERO - 1)
    return TaskModel(bytes(ZERO + round(weight / scale) for weight in weights), scale, bias, LEAST)


def tell(model: TaskModel, folder: Path) -> None:
    """Print how well the model tells sentences apart on dev, and what becomes of the rows there."""
    examples = [one for one in from_corpus(folder, "dev") if len(one.sentence) >= SHORTEST]
    scored = [(model.weigh(one.sentence, 0, len(one.sentence)), one.gives) for one in examples]
    yes, no = sorted(score for score, gives in scored if gives), sorted(score for score, gives in scored if not gives)
    area = sum(bisect_left(no, score) for score in yes) / (len(yes) * len(no))
    lost, told = bisect_left(yes, model.least), bisect_left(no, model.least)
    print(f"dev: {len(scored)} sentences, area under the curve {area:.3f}")
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
    found.add_argument("-o", "--output", type=Path, default=ROOT / "src" / "commitments" / "models" / "tasks-v1.weights")
    found.add_argument("--seed", type=int, default=SEED)
    options = found.parse_args()
    begin = time.perf_counter()
    gold, silver = list(from_corpus(options.corpus, "train")), list(from_archive(options.archive, options.seed))
    model = trained([*gold, *silver], options.seed)
    about = f"task model: {len(gold)} sentences of the corpus, {len(silver)} of real texts, seed {options.seed}"
    options.output.write_bytes(model_bytes(model, about))
    tasks = [sum(one.gives for one in some) for some in (gold, silver)]
    print(f"{about}; {tasks[0]} and {tasks[1]} with tasks, {time.perf_counter() - begin:.0f} s")
    tell(model, options.corpus)
    score(options.corpus)


if __name__ == "__main__":
    main()
