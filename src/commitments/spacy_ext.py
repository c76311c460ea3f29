"""The door for spaCy users: a pipeline component that puts the rows of a speech on its `Doc`.

spaCy loads this module through the entry point `spacy_factories`; nothing else in the package imports it. Rows are
kept in `doc.user_data` as lines of JSON, because that is what spaCy carries between processes and to disk.
"""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span

from commitments.errors import OptionError, SourceError
from commitments.ledger.objects import from_lines, to_line
from commitments.messages import default_language, describe
from commitments.offsets import Run
from commitments.pipeline import Extraction, extract_pages, extract_speech
from commitments.ruledata import load_rules
from commitments.speechdate import SpeechDate
from commitments.types import CleanSpeech, Commitment, RawPage

GROUPS = ("owners", "quantities", "deadlines", "actions")
"""The span groups that the component fills, empty ones too."""
_ROWS, _UNALIGNED = "commitments.rows", "commitments.unaligned"

Mention = tuple[str, str, int, int, str]
"""Group, label, start and end in `doc.text`, and for an action the id of its row."""


def rows_of(doc: Doc) -> tuple[Commitment, ...]:
    """Return the rows of a doc; what `doc._.commitments` gives."""
    return tuple(row for row, _ in from_lines(doc.user_data.get(_ROWS, ()), "doc.user_data"))


def unaligned_of(doc: Doc) -> tuple[tuple[str, int, int], ...]:
    """Return (group, start, end) in characters of each mention that no run of the doc's tokens covers exactly."""
    return tuple((group, start, end) for group, start, end in doc.user_data.get(_UNALIGNED, ()))


for _name, _getter in (("commitments", rows_of), ("commitments_unaligned", unaligned_of)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, getter=_getter)
for _name in ("speech_date", "speech_id"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.factory(
    "commitments",
    default_config={"date": None, "rules": None, "clean": True, "ner": True},
    assigns=["doc.spans", "doc._.commitments", "doc._.commitments_unaligned"],
)
def make_component(nlp: Language, name: str, date: str | None, rules: str | None, clean: bool, ner: bool) -> CommitmentsComponent:
    """Return the component for `nlp.add_pipe("commitments", config={"date": "2025-07-10"})`."""
    return CommitmentsComponent(name, date=date, rules=rules, clean=clean, ner=ner)


def _mentions(found: Extraction) -> Iterator[Mention]:
    """Yield the mentions of all rows by their places on the page; one that serves several rows comes several times."""
    to_raw = found.speech.to_raw
    for row in found.commitments:
        yield from (("owners", "OWNER", *to_raw(*span), "") for span in row.spans.owner)
        yield from (("owners", "CO_OWNER", *to_raw(*span), "") for span in row.spans.co_owners)
        yield from (("quantities", "QUANTITY", *to_raw(*span), "") for span in row.spans.quantities)
        if row.spans.deadline is not None:
            yield "deadlines", "DEADLINE", *to_raw(*row.spans.deadline), ""
        yield "actions", "ACTION", *to_raw(*row.spans.action), row.id


class CommitmentsComponent:
    """Reads a doc's text as a page, sets the span groups and the extension attributes.

    It holds nothing but its options, so that it goes into other processes whatever way they are started.

    Args:
        name: the component's name in the pipeline.
        date: the day of the speeches; `doc._.speech_date`, set before the pipeline runs, counts more. None to infer it.
        rules: a folder of the user's own rules, read when the first doc comes; None for the built-in ones alone.
        clean: whether the text is a page as it was copied, to be cleaned first; False reads all of it as speech.
        ner: whether the trained models are asked: who acts where the rules know nobody, and whether a sentence gives tasks.

    Raises:
        OptionError: the date is none.
    """

    def __init__(
        self, name: str = "commitments", *, date: str | None = None, rules: str | None = None, clean: bool = True, ner: bool = True
    ) -> None:
        self.name = name
        self.date = date if date is None else SpeechDate.parse(date).isoformat
        self.rules = rules
        self.clean = clean
        self.ner = ner

    def __call__(self, doc: Doc) -> Doc:
        """Set spans and attributes of a doc; a text without a speech has no rows and gives a warning."""
        found = self._extractions(doc)
        return self._store(doc, [row for one in found for row in one.commitments], [place for one in found for place in _mentions(one)])

    def _extractions(self, doc: Doc) -> list[Extraction]:
        text = doc.text
        if not text.strip():
            return []
        name = str(doc._.speech_id or "")
        date = self.date if doc._.speech_date is None else str(doc._.speech_date)
        rules = load_rules(None if self.rules is None else Path(self.rules), examples=False)
        if not self.clean:
            speech = CleanSpeech(text, (Run(0, 0, len(text)),))
            return [extract_speech(speech, doc_id=name, source=name, date=date, rules=rules, ner=self.ner)]
        try:
            return [one for _, one in extract_pages(RawPage(text, name, name), date=date, rules=rules, ner=self.ner)]
        except SourceError as error:
            warnings.warn(f"{self.name}: {describe(error, default_language())}", stacklevel=3)
            return []

    def _store(self, doc: Doc, rows: Iterable[Commitment], mentions: Iterable[Mention]) -> Doc:
        groups: dict[str, list[Span]] = {group: [] for group in GROUPS}
        unaligned: list[tuple[str, int, int]] = []
        distinct = sorted(set(mentions), key=lambda mention: (mention[2], mention[3], mention[1]))
        for group, label, start, end, row_id in distinct:
            span = doc.char_span(start, end, label=label, span_id=row_id)
            if span is None:
                unaligned.append((group, start, end))
            else:
                groups[group].append(span)
        for group, spans in groups.items():
            doc.spans[group] = spans
        doc.user_data[_ROWS] = [to_line(row) for row in rows]
        doc.user_data[_UNALIGNED] = [list(place) for place in unaligned]
        if unaligned:
            self._warn(len(unaligned), len(distinct))
        return doc

    def _warn(self, unaligned: int, mentions: int) -> None:
        problem = f"{unaligned} of {mentions} mentions begin or end inside a token and are in no span group"
        cure = 'they are in doc._.commitments_unaligned; spacy.blank("zh") has a token for each character'
        warnings.warn(describe(OptionError(self.name, problem, cure), default_language()), stacklevel=4)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the options, and a copy of the user's own rules, into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        srsly.write_json(folder / "options.json", self._options())
        if self.rules is not None:
            load_rules(Path(self.rules))  # a folder that is missing or malformed is named now, not by whoever loads the pipeline
            shutil.copytree(self.rules, folder / "rules", dirs_exist_ok=True)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> CommitmentsComponent:
        """Read the options from a folder; own rules are used from there and not from where they were when it was written."""
        folder = Path(path)
        self._take(srsly.read_json(folder / "options.json"), str(folder / "rules"))
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the options as bytes.

        Raises:
            OptionError: there are own rules, which are files.
        """
        if self.rules is not None:
            raise OptionError(self.name, "own rules are files and do not go into bytes", "use nlp.to_disk")
        packed: bytes = srsly.msgpack_dumps(self._options())
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> CommitmentsComponent:
        """Read the options from bytes."""
        self._take(srsly.msgpack_loads(data), None)
        return self

    def _options(self) -> dict[str, Any]:
        return {"date": self.date, "clean": self.clean, "ner": self.ner, "own_rules": self.rules is not None}

    def _take(self, options: dict[str, Any], rules: str | None) -> None:
        self.date, self.clean, self.ner = options["date"], options["clean"], options["ner"]
        self.rules = rules if options["own_rules"] else None
