"""One page in, its commitments out: the stages one after the other."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ahocorasick_rs import AhoCorasick, MatchKind

from commitments.clauses import Block, blocks, clauses
from commitments.clean import clean_page
from commitments.confidence import confidence
from commitments.cues import cue_lexicon
from commitments.dating import date_speech
from commitments.link import Linker
from commitments.mentions.deadlines import define_periods, find_deadlines
from commitments.mentions.owners import owner_grammar
from commitments.mentions.quantities import find_quantities
from commitments.mood import mood_rules
from commitments.outline import read_outline
from commitments.rows import Row
from commitments.ruledata import RuleSet, load_rules
from commitments.script import simplified_view
from commitments.speechdate import SpeechDate
from commitments.types import (
    CleanSpeech,
    Commitment,
    Deadline,
    DeadlineMention,
    Dropped,
    Heading,
    Quantity,
    QuantityMention,
    RawPage,
    Spans,
)

_NEAR_GAP = 40
_SHORT = 40_000
"""Characters of a speech up to which counting each action's words anew is cheaper than one walk for all of them."""


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

    @property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """The spans of all clauses in text order; cut anew, because only an explanation asks for them."""
        text = self.speech.text
        found = (clause for block in self.blocks for sentence in block.sentences for clause in clauses(text, sentence))
        return tuple((clause.start, clause.end) for clause in found)


def extract_page(page: RawPage, *, date: str | SpeechDate | None = None, rules: RuleSet | None = None) -> Extraction:
    """Return the commitments of a page with all that led to them.

    >>> page = RawPage("在2025年工作会上的讲话\\n同志们:\\n水利局要在5月底前完成12座水库除险加固。", "a")
    >>> [(c.owner, c.action, c.deadline.end.isoformat()) for c in extract_page(page).commitments]
    [(('水利局',), '完成12座水库除险加固', '2025-05-31')]

    Args:
        page: the page as read, e.g. by `reading.read_page`.
        date: the day of the speech (2025, 2025-07 or 2025-07-10); None to infer it from the page.
        rules: the rule-set; None for the built-in one.

    Raises:
        SourceError: there is no speech on the page.
        OptionError: the date is none.
    """
    rules = rules or load_rules(examples=False)
    return extract_speech(clean_page(page, rules), doc_id=page.doc_id, source=page.source, date=date, rules=rules)


def extract_speech(speech: CleanSpeech, *, doc_id: str, source: str, date: str | SpeechDate | None, rules: RuleSet) -> Extraction:
    """Return the commitments of a speech that is already clean; see `extract_page`."""
    text = simplified_view(speech.text)
    headings = read_outline(speech, rules)
    dated = date_speech(speech, date, rules)
    body = list(blocks(text, headings))
    periods = define_periods(text, dated.date, rules)

    def deadlines(start: int, end: int) -> list[DeadlineMention]:
        return find_deadlines(text, start, end, dated.date, periods=periods, rules=rules, vague=False)

    def quantities(start: int, end: int) -> list[QuantityMention]:
        return find_quantities(text, start, end, rules=rules)

    linker = Linker(text, cue_lexicon(rules).scan(text), owner_grammar(rules), mood_rules(rules), deadlines, quantities)
    rows = _unique(linker.link(body))
    ids = _identities(doc_id, speech.text, [row.action for row in rows])
    day = dated.date.isoformat if dated.date else None
    commitments = tuple(
        _commitment(row, identity, speech, doc_id, source, day, dated.source) for row, identity in zip(rows, ids, strict=True)
    )
    return Extraction(speech, headings, commitments, tuple(linker.dropped), tuple(body), day, dated.source)


def _commitment(row: Row, identity: str, speech: CleanSpeech, doc_id: str, source: str, day: str | None, day_source: str) -> Commitment:
    text = speech.text
    start, end = row.sentence
    raw_start, raw_end = speech.to_raw(start, end)
    warnings = _warnings(row, speech, day)
    action = text[slice(*row.action)]
    return Commitment(
        id=identity,
        doc_id=doc_id,
        source=source,
        site=speech.site,
        title=speech.title,
        speech_date=day,
        speech_date_source=day_source,
        section=row.path,
        level=row.level,
        owner=tuple(text[owner.start_char : owner.end_char] for owner in row.owners),
        owner_kind=row.owner_kind,
        co_owners=tuple(text[owner.start_char : owner.end_char] for owner in row.partners),
        matter=text[slice(*row.matter)] if row.matter else "",
        action=action,
        quantities=tuple(_as_written(mention, text) for mention in row.quantities),
        deadline=_deadline_as_written(row.deadline, text),
        evidence=text[start:end],
        start=start,
        end=end,
        raw_start=raw_start,
        raw_end=raw_end,
        spans=Spans(
            owner=tuple((owner.start_char, owner.end_char) for owner in row.owners),
            co_owners=tuple((owner.start_char, owner.end_char) for owner in row.partners),
            action=row.action,
            quantities=tuple((mention.start_char, mention.end_char) for mention in row.quantities),
            deadline=(row.deadline.start_char, row.deadline.end_char) if row.deadline else None,
        ),
        modality=row.modality,
        confidence=confidence(row, warnings),
        rules=row.rules,
        warnings=warnings,
    )


def _as_written(mention: QuantityMention, text: str) -> Quantity:
    """Return the quantity in the script of the page: rules read a simplified view of traditional text."""
    written, quantity = text[mention.start_char : mention.end_char], mention.quantity
    if written == quantity.text:
        return quantity
    place = quantity.text.rfind(quantity.unit) if quantity.unit else -1
    unit = written[place : place + len(quantity.unit)] if place >= 0 else quantity.unit
    return replace(quantity, text=written, unit=unit)


def _deadline_as_written(mention: DeadlineMention | None, text: str) -> Deadline | None:
    if mention is None:
        return None
    written = text[mention.start_char : mention.end_char]
    return mention.deadline if written == mention.deadline.text else replace(mention.deadline, text=written)


def _warnings(row: Row, speech: CleanSpeech, day: str | None) -> tuple[str, ...]:
    codes = list(row.deadline.warnings) if row.deadline and not row.deadline.vague else []
    if row.owner_kind == "inherited":
        codes.append("owner-inherited")
    if day is None:
        codes.append("speech-date-unknown")
    if any(gap.start - _NEAR_GAP < row.sentence[1] and row.sentence[0] < gap.end + _NEAR_GAP for gap in speech.gaps):
        codes.append("near-gap")
    return tuple(dict.fromkeys([*codes, *speech.warnings]))


def _unique(rows: Iterable[Row]) -> list[Row]:
    """Drop a row whose action is the very stretch of text that an earlier row has; the same words elsewhere are another row."""
    seen: dict[tuple[int, int], Row] = {}
    for row in rows:
        seen.setdefault(row.action, row)
    return list(seen.values())


def _identities(doc_id: str, text: str, actions: Sequence[tuple[int, int]]) -> list[str]:
    """Return ids that depend on the page alone: its name, each action's words and how often they stood before."""
    words = [text[start:end] for start, end in actions]
    places = _places(text, words) if len(text) > _SHORT else None
    ids: dict[str, None] = {}
    for part, (start, _) in zip(words, actions, strict=True):
        before = text.count(part, 0, start) if places is None else bisect_right(places.get(part, ()), start)
        key = f"{doc_id}\0{part}\0{before}"
        identity = _identity(key)
        while identity in ids:  # words that overlap themselves, or two keys with one hash: the later row still gets its own
            key += "\0"
            identity = _identity(key)
        ids[identity] = None
    return list(ids)


def _identity(key: str) -> str:
    # A letter in front, because a spreadsheet reads 71439e909632 as a number.
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:11]


def _places(text: str, words: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """Return where each of the words ends in the text, overlaps left out as in `str.count`; one walk for all of them.

    >>> _places("建成站点。建成站点。", ["建成站点"])
    {'建成站点': [4, 9]}
    """
    ends: dict[str, list[int]] = {part: [] for part in words if part}
    parts = list(ends)
    automaton = AhoCorasick(parts, matchkind=MatchKind.Standard)
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        found = ends[parts[index]]
        if not found or found[-1] <= start:
            found.append(end)
    return ends
