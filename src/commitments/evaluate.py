"""Gold against ledger: what the notebooks, `commitments evaluate` and the corpus floors call.

`python -m commitments.evaluate` is the same from the corpus's side: splits, floors, and the page of figures.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from commitments.errors import Error, LedgerError
from commitments.evaluation.accuracy import accuracy_page
from commitments.evaluation.agreement import Agreement, agree
from commitments.evaluation.calibration import Quality, cases_of, left_out, quality
from commitments.evaluation.cleaning import cleaner_of, read_pairs, score_pairs, without_profiles
from commitments.evaluation.corpus import Corpus, Speech, read_corpus, split_hash
from commitments.evaluation.floors import below, floors_text, read_floors, thawed
from commitments.evaluation.predicting import Prediction, predict_from_clean, predict_from_page, read_predictions
from commitments.evaluation.report import Report, SpeechScore, View, score_speech
from commitments.evaluation.texts import Overlap, compare_characters, compare_outlines
from commitments.gold import read_gold
from commitments.outfile import write_file
from commitments.ruledata import RuleSet, load_rules

_Way = Literal["page", "clean"]
_Found = list[tuple[Speech, Prediction]]


def evaluate_files(
    gold: Path,
    pred: Path | None,
    rules: RuleSet,
    *,
    split: str | None = None,
    infer_dates: bool = False,
    pages: Path | None = None,
    ner: bool = True,
) -> Report:
    """Score predictions, or the program itself, against gold.

    Without predictions the pages are extracted, and where clean texts are given these as well, so that one sees
    what the cleaner costs. The gold's speech date is given to the program as `--date` would be.

    >>> from commitments.ruledata import load_rules
    >>> report = evaluate_files(Path("corpus"), None, load_rules(), split="dev")  # doctest: +SKIP
    >>> report.main.figures()["tuple_f1"].value  # doctest: +SKIP
    0.83

    Args:
        gold: a gold file, a folder of them, or a corpus folder.
        pred: a ledger of any format or a file in the gold format; None to extract now.
        rules: the rule-set.
        split: train, dev, test or all, for a corpus with an index; None is dev for a corpus folder, and
            everything for any other gold.
        infer_dates: infer the dates of the speeches and do not use the gold's.
        pages: the folder of the pages, where it does not lie beside the gold.
        ner: whether the trained models are asked.

    Raises:
        LedgerError: gold or predictions are wrong.
        SourceError: there is no gold.
        OptionError: there is no such split.
    """
    corpus = read_corpus(gold, pages=pages)
    if split is None and corpus.root is not None and corpus.root == gold:
        split = "dev"
    chosen = corpus.of(split) if split else corpus
    return evaluate_corpus(chosen, pred, rules, split=split or "", infer_dates=infer_dates, ner=ner)


def evaluate_corpus(
    corpus: Corpus, pred: Path | None, rules: RuleSet, *, split: str = "", infer_dates: bool = False, ner: bool = True
) -> Report:
    """Score a corpus that is already read; see `evaluate_files`."""
    if pred is not None:
        report = _against_ledger(corpus, pred)
    else:
        report = _against_pipeline(corpus, rules, infer_dates=infer_dates, ner=ner)
        report = replace(report, rules_version=rules.version, rules_hash=rules.hash)
    return replace(report, split=split, withheld=frozenset(speech.doc_id for speech in corpus.speeches if speech.split == "test"))


def _against_ledger(corpus: Corpus, pred: Path) -> Report:
    predictions = read_predictions(pred, corpus.speeches)
    silent = [speech.doc_id for speech in corpus.speeches if speech.doc_id not in predictions]
    notes = (f"no row of the predictions is from: {' '.join(silent)}",) if silent else ()
    scores = tuple(_score(speech, predictions.get(speech.doc_id, Prediction(()))) for speech in corpus.speeches)
    return Report((View("pred", scores),), notes=notes)


def _against_pipeline(corpus: Corpus, rules: RuleSet, *, infer_dates: bool, ner: bool) -> Report:
    for speech in corpus.speeches:
        if speech.page is None and speech.clean is None:
            cure = "name the folder of the pages with --pages, or a ledger with --pred"
            raise LedgerError(str(speech.file), f"there is neither page nor clean text for {speech.doc_id}", cure)
    from_page = [(speech, predict_from_page(speech, rules, infer_date=infer_dates, ner=ner)) for speech in corpus.speeches if speech.page]
    from_clean = [
        (speech, predict_from_clean(speech, rules, infer_date=infer_dates, ner=ner))
        for speech in corpus.speeches
        if speech.clean is not None
    ]
    ways: dict[_Way, _Found] = {"page": from_page, "clean": from_clean}
    return Report(
        tuple(View(name, tuple(_score(speech, prediction) for speech, prediction in found)) for name, found in ways.items() if found),
        cleaning=tuple(_cleaning(speech, prediction) for speech, prediction in from_page if speech.clean is not None),
        outlines={name: outlines for name, found in ways.items() if (outlines := _outlines(found))},
        dates=tuple(_date(speech, prediction) for speech, prediction in from_page or from_clean) if infer_dates else (),
        notes=tuple(prediction.problem for _, prediction in from_page if prediction.problem),
    )


def _cleaning(speech: Speech, prediction: Prediction) -> Overlap:
    return compare_characters(speech.doc_id, speech.clean or "", prediction.text or "")


def _date(speech: Speech, prediction: Prediction) -> Overlap:
    gold, found = speech.gold.speech_date, prediction.speech_date
    return Overlap(speech.doc_id, int(gold is not None), int(found is not None), int(gold is not None and gold == found))


def _outlines(found: _Found) -> tuple[Overlap, ...]:
    known = ((speech.doc_id, speech.outline, prediction.headings) for speech, prediction in found)
    return tuple(compare_outlines(doc_id, outline, headings) for doc_id, outline, headings in known if outline is not None)


def _score(speech: Speech, prediction: Prediction) -> SpeechScore:
    site, subject = (speech.entry.site, speech.entry.subject) if speech.entry else ("", "")
    return score_speech(speech.gold.rows(), prediction, speech.doc_id, site=site, subject=subject)


def agreement_of(corpus: Corpus) -> Agreement | None:
    """Return the agreement of the corpus's gold with its second annotation; None where there is no `second/` folder.

    Raises:
        LedgerError: the second annotation is wrong.
    """
    folder = corpus.root / "second" if corpus.root else None
    files = sorted(folder.glob("*.jsonl")) if folder and folder.is_dir() else []
    texts = {speech.doc_id: speech.clean for speech in corpus.speeches if speech.clean is not None}
    second = [speech for file in files for speech in read_gold(file, texts)]
    return agree(corpus.speeches, second) if second else None


def write_accuracy(corpus: Corpus, rules: RuleSet, path: Path) -> None:
    """Measure dev and test, and write the page of figures.

    Raises:
        OutputError: the page cannot be written.
    """
    reports, undated, unaided = (
        {split: evaluate_corpus(corpus.of(split), None, rules, split=split, infer_dates=infer, ner=ner) for split in ("dev", "test")}
        for infer, ner in ((False, True), (True, True), (False, False))
    )
    dev = cases_of(corpus.of("dev"), rules)
    sureness = {"dev": quality(left_out(dev), [case.right for case in dev]), "test": _quality_of(reports["test"])}
    write_file(path, accuracy_page(corpus, reports, undated, unaided, sureness, agreement_of(corpus)).encode("utf-8"))


def _quality_of(report: Report) -> Quality:
    """Return how good the confidences of a report's rows are."""
    judged = [row for row in report.main.judged() if row.predicted is not None]
    sure = [float((row.predicted or {})["confidence"]) for row in judged]
    return quality(sure, [row.verdict == "right" for row in judged])


def check_floors(report: Report, path: Path, root: Path) -> list[str]:
    """Return what is wrong: figures below their floors, and frozen splits that have changed.

    Args:
        report: the figures.
        path: `floors.toml`.
        root: the corpus folder.

    Raises:
        LedgerError: the file of floors is wrong.
        OptionError: the report is of another split than the floors.
    """
    floors = read_floors(path)
    changed = [f"the {split} split has changed: its hash is not the one in {path.name}" for split in thawed(root, floors)]
    return [*map(str, below(report, floors)), *changed]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m commitments.evaluate",
        description="Scores the program, or a ledger, against gold.",
        epilog="example: python -m commitments.evaluate --gold corpus --split dev --floors corpus/floors.toml",
    )
    parser.add_argument("--gold", type=Path, default=Path("corpus"), help="a gold file, a folder of them, or a corpus folder")
    parser.add_argument("--pred", type=Path, help="a ledger, or a file in the gold format; without it the pages are extracted now")
    parser.add_argument("--split", choices=("train", "dev", "test", "all"), help="of a corpus; dev if none is named")
    parser.add_argument("--pages", type=Path, help="the folder of the pages, where it is not beside the gold")
    parser.add_argument("--rules", type=Path, help="a folder of rules to lay over the built-in ones")
    parser.add_argument("--infer-dates", action="store_true", help="infer the speeches' dates and do not use the gold's")
    parser.add_argument("--no-ner", dest="ner", action="store_false", help="by the rules alone, without the trained models")
    parser.add_argument("--errors", action="store_true", help="list every row that is not right")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of the table")
    parser.add_argument("--floors", type=Path, help="fail where a figure is below its floor, or the frozen split has changed")
    parser.add_argument(
        "--set-floors", type=Path, metavar="FILE", help="write floors a little below this run's figures, and the test split's hash"
    )
    parser.add_argument("--cleaning", type=Path, metavar="DIR", help="score cleaning alone: pages with their clean text beside them")
    parser.add_argument("--unknown", action="store_true", help="as if no page's site had a profile")
    least = ("RECALL", "PRECISION")
    parser.add_argument("--least", type=float, nargs=2, metavar=least, help="with --cleaning: fail below")
    parser.add_argument("--report", type=Path, metavar="FILE", help="measure dev and test and write the page of figures")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line of the evaluation.

    Returns:
        0; 1 where a floor is broken or cleaning is below the least; 2 for wrong input.
    """
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except Error as error:
        print(error, file=sys.stderr)
        return 2


def _run(options: argparse.Namespace) -> int:
    rules = load_rules(options.rules)
    rules = without_profiles(rules) if options.unknown else rules
    if options.cleaning:
        return _run_cleaning(options, rules)
    if options.report:
        write_accuracy(read_corpus(options.gold, pages=options.pages), rules, options.report)
        return 0
    report = evaluate_files(
        options.gold, options.pred, rules, split=options.split, infer_dates=options.infer_dates, pages=options.pages, ner=options.ner
    )
    if options.set_floors:
        write_file(options.set_floors, floors_text(report, {"test": split_hash(options.gold, "test")}).encode("utf-8"))
        return 0
    print(report.as_json() if options.json else report.table(options.lang, errors=options.errors), end="")
    broken = check_floors(report, options.floors, options.gold) if options.floors else []
    for line in broken:
        print(line, file=sys.stderr)
    return 1 if broken else 0


def _run_cleaning(options: argparse.Namespace, rules: RuleSet) -> int:
    report = score_pairs(read_pairs(options.cleaning), cleaner_of(rules))
    print(report.as_json() if options.json else report.table(options.lang, errors=options.errors), end="")
    return 0 if options.least is None or report.total.holds(*options.least) else 1


if __name__ == "__main__":
    sys.exit(main())
