"""Who is named: the owners of the dev split found in their sentences, by the rules, with the trained model, and by envpos.

    python benchmarks/owners.py [--corpus corpus] [--first 10] [--envpos]

For every sentence that carries rows, the owners and co-owners that gold names and that stand in it are to be found, exactly and once.
envpos (PyPI, an ALBERT for texts on policy; needs torch, 1.4 GB) finds names of all kinds; its bodies, companies and groups are taken
as its answer. It does not say who has to act, so names that only take part count against it: compare the recall above all.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from commitments.evaluation.corpus import Speech, read_corpus
from commitments.evaluation.predicting import clean_speech
from commitments.pipeline import extract_speech
from commitments.ruledata import load_rules
from commitments.script import simplified_view

ROOT = Path(__file__).resolve().parents[1]
BODIES = frozenset({"gov", "org", "com", "group", "per"})
Span = tuple[int, int]
Find = Callable[[Speech, str, list[Span]], set[Span]]


def sentences(speech: Speech) -> list[tuple[Span, set[str]]]:
    """Return the sentences that carry rows, each with the owners that stand in it."""
    text = speech.clean or ""
    found: dict[Span, set[str]] = {}
    for row in speech.gold.rows():
        start = text.find(row["evidence"])
        place = (start, start + len(row["evidence"]))
        names = {name for name in (*row["owner"], *row["co_owners"]) if name in row["evidence"]}
        found.setdefault(place, set()).update(names)
    return sorted(found.items())


def ours(*, ner: bool) -> Find:
    rules = load_rules(examples=False)

    def find(speech: Speech, text: str, places: list[Span]) -> set[Span]:
        made = extract_speech(clean_speech(text), doc_id="", source="", date=speech.gold.speech_date, rules=rules, ner=ner)
        return {span for row in made.commitments for span in (*row.spans.owner, *row.spans.co_owners)}

    return find


def envpos() -> Find:
    from envpos import pos

    def find(speech: Speech, text: str, places: list[Span]) -> set[Span]:
        view = simplified_view(text)
        spans = set()
        for start, end in places:
            ((words, tags),) = pos.model([view[start:end]], print_result=False)  # one by one: of a batch it may lose some
            place = start
            for word, tag in zip(words, tags, strict=True):
                at = view.find(word, place, end)
                if at >= 0:
                    place = at + len(word)
                    if tag in BODIES:
                        spans.add((at, place))
        return spans

    return find


def measure(name: str, speeches: Iterable[Speech], find: Find) -> None:
    right = said = names = characters = 0
    begin = time.perf_counter()
    for speech in speeches:
        text = speech.clean or ""
        wanted = sentences(speech)
        found = find(speech, text, [place for place, _ in wanted])
        characters += len(text)
        for (start, end), owners in wanted:
            here = {text[s:e] for s, e in found if start <= s and e <= end}
            right, said, names = right + len(here & owners), said + len(here), names + len(owners)
    seconds = time.perf_counter() - begin
    recall, precision = right / names, right / max(1, said)
    print(
        f"{name:16} {right:4} of {names} owners, recall {recall:.3f}, {said - right:4} others, precision {precision:.3f}, {seconds:6.1f} s"
    )


def main() -> int:
    found = argparse.ArgumentParser(description="Who is named.")
    found.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    found.add_argument("--first", type=int, help="only so many speeches: envpos is slow")
    found.add_argument("--envpos", action="store_true")
    options = found.parse_args()
    speeches = [speech for speech in read_corpus(options.corpus).of("dev").speeches if speech.clean][: options.first]
    measure("rules", speeches, ours(ner=False))
    measure("rules and model", speeches, ours(ner=True))
    if options.envpos:
        measure("envpos", speeches, envpos())
    return 0


if __name__ == "__main__":
    sys.exit(main())
