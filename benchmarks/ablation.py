"""What each mechanism of the linker is worth: the dev split with one after the other switched off.

    python benchmarks/ablation.py [--split dev] [--gold corpus] [--report docs/ablation.md]

Each line takes one mechanism away and leaves all others; "rules alone" is without the trained models. Figures are from the clean text, so
that the cleaner does not blur them. A line that does not sink below the first is a mechanism that earns nothing on this split.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from commitments import discourse, link, settling
from commitments.discourse import SentenceState
from commitments.evaluate import evaluate_corpus
from commitments.evaluation.corpus import Corpus, read_corpus
from commitments.evaluation.report import View
from commitments.frame import Frame
from commitments.gates import Gate
from commitments.link import Linker
from commitments.mood import HeadingMood, MoodRules
from commitments.newtopic import Topics
from commitments.rows import RowBook
from commitments.ruledata import load_rules
from commitments.task_model import TaskModel

ROOT = Path(__file__).parents[1]
COLUMNS = ("hard_f1", "owner", "quantities", "deadline", "tuple_f1", "soft_f1")
Switch = Callable[[ExitStack], None]


def _own_only(state: SentenceState, frame: object, text: str) -> object:
    """Owners that the sentence itself names."""
    kind = state.kind if state.owners or state.kind == "collective" else "none"
    return state.owners, "explicit" if state.owners else kind, state.partners


def _no_topic(state: SentenceState, frame: Frame, *, over: bool) -> None:
    state.matter = (frame.matter[0] if frame.matter else frame.action, frame.clause.end)


def _no_figures(state: SentenceState, frame: object) -> object:
    found = _TAKE_PENDING(state, frame)  # type: ignore[arg-type]
    return found[0], frame.quantities  # type: ignore[attr-defined]


_TAKE_PENDING = SentenceState.take_pending


def _off(owner: object, name: str, instead: object) -> Switch:
    return lambda stack: stack.enter_context(patch.object(owner, name, instead))


MECHANISMS: dict[str, tuple[Switch, ...]] = {
    "all mechanisms": (),
    "no inheritance of owners": (_off(link, "settle_owner", _own_only),),
    "no fall back to the lead body": (_off(SentenceState, "fall_back", lambda state: None),),
    "subjects only where a duty follows": (_off(Gate, "may_open_with_name", lambda gate, clause: False),),
    "no owner from brackets": (_off(RowBook, "take_brackets", lambda book, found, item, find_deadlines: None),),
    "no body that the sentence creates": (_off(link, "created_body", lambda text, clause, grammar: ()),),
    "no joint owners of a result": tuple(_off(module, "union", lambda groups: groups[-1]) for module in (discourse, settling)),
    "no deadline over clauses": (_off(Linker, "_carried", lambda linker, frame, state: None),),
    "no topic before a predicate": (_off(SentenceState, "take_topic", _no_topic),),
    "no counted topic": (_off(Topics, "names", lambda topics, frame, upcoming, last: False),),
    "no figure of a topic or a fronted object": (_off(SentenceState, "take_pending", _no_figures),),
    "no parts and mechanisms in a row": (_off(RowBook, "extend", lambda book, frame, own: False),),
    "no mood of passages": (_off(MoodRules, "of_passage", lambda moods, text, start, end, tasks=False: 0.0),),
    "no mood of headings": (_off(MoodRules, "of_headings", lambda moods, path, year=None, known=None: HeadingMood(0.0)),),
    "no doubt by the task model": (_off(TaskModel, "without_doubted", lambda model, text, rows: (rows, [])),),
    "no clause vouched for by the task model": (_off(TaskModel, "vouches", lambda model, text, clause, sentence: False),),
    "no announced review": (_off(MoodRules, "announces", lambda moods, text, start, end: None),),
}


@contextmanager
def switched(switches: tuple[Switch, ...]) -> Iterator[None]:
    """Switch mechanisms off for a while."""
    with ExitStack() as stack:
        for switch in switches:
            switch(stack)
        yield


def measure(corpus: Corpus, *, ner: bool = True) -> dict[str, float]:
    """Return the figures of a corpus from its clean texts."""
    report = evaluate_corpus(corpus, None, load_rules(examples=False), ner=ner)
    view: View = next(view for view in report.views if view.name == "clean")
    return {name: float(value or 0) for name, value in view.tally.figures().items() if name in COLUMNS}


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and write it where a file is named."""
    parser = argparse.ArgumentParser(description="Switches the linker's mechanisms off one by one.")
    parser.add_argument("--gold", type=Path, default=ROOT / "corpus")
    parser.add_argument("--split", choices=("train", "dev"), default="dev")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the table as a page")
    options = parser.parse_args(arguments)
    corpus = read_corpus(options.gold).of(options.split)
    corpus = replace(corpus, speeches=tuple(replace(speech, page=None) for speech in corpus.speeches))
    lines = ["| | " + " | ".join(COLUMNS) + " |", "| --- |" + " --- |" * len(COLUMNS)]
    found = {name: _measured(corpus, switches) for name, switches in MECHANISMS.items()} | {
        "rules alone, no model": measure(corpus, ner=False)
    }
    for name, figures in found.items():
        lines.append(f"| {name} | " + " | ".join(f"{figures[column]:.3f}" for column in COLUMNS) + " |")
    table = "\n".join(lines)
    print(table)
    if options.report:
        options.report.write_text(_page(table, options.split), encoding="utf-8")
    return 0


def _measured(corpus: Corpus, switches: tuple[Switch, ...]) -> dict[str, float]:
    with switched(switches):
        return measure(corpus)


def _page(table: str, split: str) -> str:
    return f"""# What each mechanism of the linker is worth

Made by `python benchmarks/ablation.py --report docs/ablation.md` on the {split} split, from the clean text. Do not edit it by hand.

Each line takes one mechanism away and leaves all others. A line that is not below the first names a mechanism that earns nothing on
this split; it may be there for sentences that the split has not.

{table}
"""


if __name__ == "__main__":
    sys.exit(main())
