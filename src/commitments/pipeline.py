"""One page in, its commitments out: the stages one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from commitments.bare_headings import bare_headings
from commitments.clauses import Block, blocks, clauses
from commitments.clean import clean_page
from commitments.cues import cue_lexicon
from commitments.dating import date_speech
from commitments.entries import EntryWriter
from commitments.link import Linker
from commitments.link_rules import link_rules
from commitments.mentions.deadlines import define_periods, find_deadlines
from commitments.mentions.quantities import find_quantities
from commitments.ner import Question, owner_model
from commitments.outline import read_outline
from commitments.planyear import in_plan_year, plan_begins
from commitments.ruledata import RuleSet, load_rules
from commitments.script import plain_view
from commitments.several import speeches
from commitments.speechdate import SpeechDate
from commitments.task_model import task_model
from commitments.types import CleanSpeech, Commitment, DeadlineMention, Dropped, Heading, OwnerMention, QuantityMention, RawPage, Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one page gave: the ledger rows, and what each stage saw on the way."""

    speech: CleanSpeech
    headings: tuple[Heading, ...]
    commitments: tuple[Commitment, ...]
    dropped: tuple[Dropped, ...]
    blocks: tuple[Block, ...]
    speech_date: str | None
    speech_date_source: str
    grounds: tuple[tuple[str, ...], ...] = ()
    """For each commitment, what its confidence rests on."""

    @property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """The spans of all clauses in text order; cut anew, because only an explanation asks for them."""
        text = plain_view(self.speech.text)
        found = (clause for block in self.blocks for sentence in block.sentences for clause in clauses(text, sentence))
        return tuple((clause.start, clause.end) for clause in found)


def extract_page(page: RawPage, *, date: str | SpeechDate | None = None, rules: RuleSet | None = None, ner: bool = True) -> Extraction:
    """Return the commitments of a page that holds one speech, with all that led to them; see `extract_pages` for several.

    >>> page = RawPage("在2025年工作会上的讲话\\n同志们:\\n水利局要在5月底前完成12座水库除险加固。", "a")
    >>> [(c.owner, c.action, c.deadline.end.isoformat()) for c in extract_page(page).commitments]
    [(('水利局',), '完成12座水库除险加固', '2025-05-31')]

    Args:
        page: the page as read, e.g. by `reading.read_page`.
        date: the day of the speech (2025, 2025-07 or 2025-07-10); None to infer it from the page.
        rules: the rule-set; None for the built-in one.
        ner: whether the trained models may be asked: who acts where the grammar knows nobody, and whether a clause gives a task.

    Raises:
        SourceError: there is no speech on the page.
        OptionError: the date is none.
    """
    rules = rules or load_rules(examples=False)
    return extract_speech(clean_page(page, rules), doc_id=page.doc_id, source=page.source, date=date, rules=rules, ner=ner)


def extract_pages(page: RawPage, *, date: str | SpeechDate | None, rules: RuleSet, ner: bool = True) -> Iterator[tuple[str, Extraction]]:
    """Yield what each speech of a page gives, with its doc_id: of several on one page, `-1`, `-2` … is put to the page's.

    Raises:
        SourceError: there is no speech on the page.
        OptionError: the date is none.
    """
    for part, speech in speeches(page, rules):
        yield part.doc_id, extract_speech(speech, doc_id=part.doc_id, source=page.source, date=date, rules=rules, ner=ner)


def extract_speech(
    speech: CleanSpeech, *, doc_id: str, source: str, date: str | SpeechDate | None, rules: RuleSet, ner: bool = True
) -> Extraction:
    """Return the commitments of a speech that is already clean; see `extract_page`."""
    text = plain_view(speech.text)
    headings = read_outline(speech, rules)
    dated = date_speech(speech, date, rules)
    linking = link_rules(rules)
    body = list(blocks(text, headings, bare_headings(text, headings, linking.grammar)))
    periods = define_periods(text, dated.date, rules)

    plan = plan_begins(text, headings, dated.date, linking.moods)

    def deadlines(start: int, end: int) -> list[DeadlineMention]:
        found = find_deadlines(text, start, end, dated.date, periods=periods, rules=rules, vague=False)
        if plan is None or start < plan or not found or dated.date is None:
            return found
        ahead = find_deadlines(text, start, end, SpeechDate(dated.date.year + 1), periods=periods, rules=rules, vague=False)
        return in_plan_year(found, ahead, dated.date)

    def quantities(start: int, end: int) -> list[QuantityMention]:
        return find_quantities(text, start, end, rules=rules)

    guess, vouch = (_guess, _vouch) if ner else (None, None)
    cues = cue_lexicon(rules).scan(text)
    told = dated.source in ("option", "head", "title") or (dated.date is not None and dated.date.month is not None)
    year = dated.date.year if dated.date and told else None  # a year alone may be that of the page, not of the speech
    linker = Linker(text, cues, linking, deadlines, quantities, year=year, guess=guess, vouch=vouch)
    day = dated.date.isoformat if dated.date else None
    writer = EntryWriter(speech, text, doc_id, source, day, dated.source)
    rows = linker.link(body)
    doubted: list[Dropped] = []
    if rows and linker.vouch is not None:
        rows, doubted = task_model().without_doubted(text, rows)
    entries = writer.write(rows)
    return Extraction(speech, headings, entries, (*linker.dropped, *doubted), tuple(body), day, dated.source, tuple(writer.grounds))


def _vouch(text: str, clause: Span, sentence: Span) -> bool:
    """Ask the trained model, which is read when it is first asked, whether a clause gives a task."""
    return task_model().vouches(text, clause, sentence)


def _guess(question: Question) -> list[OwnerMention]:
    """Ask the trained model, which is read when it is first asked something plausible."""
    return owner_model().guess(question) if question.plausible else []
