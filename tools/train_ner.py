"""Trains the owner model: a CRF over characters (python-crfsuite), and a spaCy `ner` beside it to compare with.

    python tools/train_ner.py ARCHIVE [--held-out] [--spacy FOLDER] [--seed 20250101]

ARCHIVE is a folder of real government texts (.md, .txt); it is only read. Training material:

- gold: the owners of the corpus's train split, where the program would ask the model or the grammar sees them;
- silver: owners that the grammar sees in the archive and in the train split, in their real clauses;
- masks: of each such clause copies in which the name is another one, made of words the grammar has never seen together, so
  that what surrounds a name counts and not its known ending;
- real negatives: everything else that the program would ask about in these texts (topics, goods, places before a cue), less what a
  first model takes for owners, because the grammar does miss some.

Prints the figures of docs/model-card.md: names with endings that were held out, and the dev split.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ner_material import ROOT, Example, Masks, Reader, from_archive, from_corpus, training_set

from commitments.ner import TAGS, OwnerModel, Question, features, model_text, names_in, read_model
from commitments.types import OwnerMention, Span

SEED = 20250101
MARGIN = 3.0
OPTIONS = {"c1": 0.05, "c2": 0.02, "max_iterations": 120, "feature.minfreq": 2}
SPACY_ROUNDS = 12
MARGINS = (0.0, 1.0, 2.0, 3.0, 4.0)
Guess = Callable[[Question], list[OwnerMention]]


def train_crf(examples: Sequence[Example], margin: float) -> OwnerModel:
    """Train the CRF and return it as the package reads it."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=OPTIONS, verbose=False)
    for example in examples:
        trainer.append(features(example.question), example.tags)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    states: dict[str, list[float]] = {}
    for (name, tag), weight in info.state_features.items():
        states.setdefault(name, [0.0, 0.0, 0.0])[TAGS.index(tag)] = weight
    moves = [[info.transitions.get((one, two), 0.0) for two in TAGS] for one in TAGS]
    frozen = {name: (scores[0], scores[1], scores[2]) for name, scores in states.items()}
    return read_model(model_text(frozen, moves, margin, "trained"), "the model")  # type: ignore[arg-type]


def without_doubt(examples: Sequence[Example], model: OwnerModel) -> list[Example]:
    """Leave out the negatives of the texts that a first model takes for owners: the grammar misses some."""
    return [example for example in examples if example.origin != "nothing" or not model.guess(example.question)]


@dataclass(frozen=True)
class Score:
    """How many questions were answered with names, rightly, and how many had names."""

    said: int
    right: int
    names: int
    asked: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.said), self.right / max(1, self.names)
        return f"{self.asked} asked, {self.names} with names, {self.said} answered, precision {precision:.3f}, recall {recall:.3f}"


def score(examples: Sequence[Example], guess: Guess) -> Score:
    """Score answers as wholes: all names of a stretch, exactly."""
    answers = [tuple((name.start_char, name.end_char) for name in guess(example.question)) for example in examples]
    right = sum(bool(found) and found == example.spans for found, example in zip(answers, examples, strict=True))
    return Score(sum(map(bool, answers)), right, sum(bool(example.spans) for example in examples), len(examples))


def fitted(material: Sequence[Example], seed: int, margin: float) -> OwnerModel:
    """Train twice: once on everything, then without the negatives that the first model doubts."""
    examples = training_set(material, Masks(seed))
    first = train_crf(examples, 2.0)
    return train_crf(without_doubt(examples, first), margin)


def held_out(material: Sequence[Example], seed: int) -> None:
    """Print how well names with endings that were never trained on are found; a fifth of the endings at a time."""
    endings = sorted({example.words[-1] for example in material if example.spans and example.question.cue != "由"})
    random.Random(seed).shuffle(endings)
    tested: list[tuple[Example, OwnerModel]] = []
    for fold in range(5):
        out = set(endings[fold::5])
        own = [example for example in material if not (example.spans and example.words[-1] in out)]
        nothing = [example for example in own if not example.spans]
        random.Random(seed + fold).shuffle(nothing)
        quiet = {id(example) for example in nothing[: len(nothing) // 5]}
        model = fitted([example for example in own if id(example) not in quiet], seed, 0.0)
        tested += [(example, model) for example in material if id(example) in quiet or (example.spans and example.words[-1] in out)]
    for margin in MARGINS:
        models = {id(example.question): replace(model, margin=margin) for example, model in tested}
        print(f"held-out endings, margin {margin}: {score([e for e, _ in tested], lambda q, m=models: m[id(q)].guess(q))}")


def spacy_guess(examples: Sequence[Example], seed: int, output: Path) -> Guess:
    """Train spaCy's `ner` on the same examples, characters as tokens, and return how it answers; print its size."""
    import spacy
    from spacy.training import Example as SpacyExample
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(seed)
    nlp = spacy.blank("zh")
    tok2vec = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 64, "depth": 3, "embed_size": 1500,
               "window_size": 1, "maxout_pieces": 3, "subword_features": False}  # fmt: skip
    model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False, "hidden_width": 64,
             "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": tok2vec}  # fmt: skip
    nlp.add_pipe("ner", config={"model": model})
    made = []
    for example in examples:
        text, shift = shown(example.question)
        spans = [(start - shift, stop - shift, "OWNER") for start, stop in example.spans]
        made.append(SpacyExample.from_dict(nlp.make_doc(text), {"entities": spans}))
    optimizer = nlp.initialize(lambda: made[:200])
    order = random.Random(seed)
    for _ in range(SPACY_ROUNDS):
        order.shuffle(made)
        for batch in minibatch(made, 32):
            nlp.update(batch, drop=0.3, sgd=optimizer)
    nlp.to_disk(output)
    size = sum(path.stat().st_size for path in output.rglob("*") if path.is_file())
    print(f"spaCy ner: {size:,} bytes on disk")

    def guess(question: Question) -> list[OwnerMention]:
        if not question.plausible:
            return []
        text, shift = shown(question)
        ents = [(ent.start_char + shift, ent.end_char + shift) for ent in nlp(text).ents if ent.start_char + shift < question.stop]
        tags = "".join(tag_of(place, ents) for place in range(question.start, question.stop))
        return [OwnerMention(start, stop, question.text[start:stop], "ner:spacy") for start, stop in names_in(tags, question)]

    return guess


def shown(question: Question) -> tuple[str, int]:
    """Return the clause around a stretch, as spaCy sees it, and where in the text it begins."""
    start = question.start - (question.cue == "由" and question.text[question.start - 1 : question.start] == "由")
    return question.text[start : min(question.end, question.behind + 12)], start


def tag_of(place: int, spans: Sequence[Span]) -> str:
    """Return the tag of a character."""
    return next(("B" if place == start else "I" for start, stop in spans if start <= place < stop), "O")


def tell(name: str, examples: Sequence[Example], guess: Guess) -> None:
    """Print the score of a way to answer, on all owners and on those that the grammar does not know."""
    print(f"{name}, all: {score(examples, guess)}")
    print(f"{name}, what the grammar does not know: {score([example for example in examples if not example.known], guess)}")


def main() -> int:
    """Train, print the figures, write the model."""
    options = parser().parse_args()
    begin = time.perf_counter()
    reader = Reader()
    gold = from_corpus(reader, "train")
    material = gold + from_archive(reader, options.archive)
    counts = {origin: sum(example.origin == origin for example in material) for origin in ("gold", "silver", "nothing")}
    print(f"material: {counts}, with names: {sum(bool(example.spans) for example in material)}")
    model = fitted(material, options.seed, MARGIN)
    dev = [example for example in from_corpus(reader, "dev") if example.origin == "gold"]
    for margin in MARGINS:
        tell(f"dev, CRF, margin {margin}", dev, replace(model, margin=margin).guess)
    about = f"made by tools/train_ner.py, seed {options.seed}, from {', '.join(f'{number} {origin}' for origin, number in counts.items())}"
    text = model_text(model.states, model.moves, MARGIN, about)
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(text, encoding="utf-8", newline="\n")
    print(f"{options.output.name}: {len(text.encode()):,} bytes, {len(model.states):,} features, {time.perf_counter() - begin:.0f} s")
    if options.held_out:
        held_out(material, options.seed)
    if options.spacy:
        examples = without_doubt(training_set(material, Masks(options.seed)), model)
        tell("dev, spaCy ner", dev, spacy_guess(examples, options.seed, options.spacy))
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser of the options."""
    found = argparse.ArgumentParser(description="Train the owner model.")
    found.add_argument("archive", type=Path, help="a folder of real government texts; it is only read")
    found.add_argument("-o", "--output", type=Path, default=ROOT / "src" / "commitments" / "models" / "owners-v1.tsv")
    found.add_argument("--seed", type=int, default=SEED)
    found.add_argument("--held-out", action="store_true", help="also measure on names whose endings were not trained on (slow)")
    found.add_argument("--spacy", type=Path, metavar="FOLDER", help="also train spaCy's ner into a folder, and measure it")
    return found


if __name__ == "__main__":
    sys.exit(main())
