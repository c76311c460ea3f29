"""The lines of the ledger: a linker's row with its words, its places, its id and what it warns of."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from commitments.confidence import certainty, grounds
from commitments.kept import compiled
from commitments.rows import Row
from commitments.task_model import REASON
from commitments.types import CleanSpeech, Commitment, Deadline, DeadlineMention, OwnerMention, Quantity, QuantityMention, Span, Spans

_NEAR_GAP: Final = 40
_SHORT: Final = 40_000
"""Characters of a speech up to which counting each action's words anew is cheaper than one walk for all of them."""
_LONGEST_EVIDENCE: Final = 1200
"""Characters of a sentence up to which it is evidence as a whole; a longer one is a text that has no marks of its end."""
_BEFORE, _BEHIND = 400, 200
"""How much of such a text is shown before an action and behind it; cut at a mark where there is one."""
_MARK: Final = compiled("[，,；;：:。！!？?\n]")


class _Evidence:
    """What the rows of one sentence share."""

    __slots__ = ("near_gap", "raw", "span", "text")

    def __init__(self, text: str, span: Span, raw: Span, near_gap: bool) -> None:
        self.text = text
        self.span = span
        self.raw = raw
        self.near_gap = near_gap


class EntryWriter:
    """Writes the rows of one speech."""

    def __init__(self, speech: CleanSpeech, plain: str, doc_id: str, source: str, day: str | None, day_source: str) -> None:
        self.speech = speech
        self.plain = plain
        self.doc_id = doc_id
        self.source = source
        self.day = day
        self.day_source = day_source
        self.grounds: list[tuple[str, ...]] = []
        """What the confidence of each entry rests on."""
        self._evidence: dict[Span, _Evidence] = {}

    def write(self, rows: Iterable[Row]) -> tuple[Commitment, ...]:
        """Return the entries of the rows; of rows with one stretch of text as action only the first.

        The same words elsewhere are another row.
        """
        seen: dict[Span, Row] = {}
        for row in rows:
            seen.setdefault(row.action, row)
        ids = _identities(self.doc_id, self.speech.text, list(seen))
        neighbours = Counter(row.sentence for row in seen.values())
        return tuple([self._entry(row, identity, neighbours[row.sentence]) for row, identity in zip(seen.values(), ids, strict=True)])

    def _entry(self, row: Row, identity: str, neighbours: int) -> Commitment:
        speech, text = self.speech, self.speech.text
        evidence = self._evidence_of(row)
        warnings = self._warnings(row, evidence)
        found = grounds(row, self.plain, warnings, neighbours)
        self.grounds.append(found)
        return Commitment(
            id=identity,
            doc_id=self.doc_id,
            source=self.source,
            site=speech.site,
            title=speech.title,
            speech_date=self.day,
            speech_date_source=self.day_source,
            section=row.path,
            level=row.level,
            owner=_words(row.owners, text),
            owner_kind=row.owner_kind,
            co_owners=_words(row.partners, text),
            matter=text[slice(*row.matter)] if row.matter else "",
            action=text[slice(*row.action)],
            quantities=tuple([_as_written(mention, text) for mention in row.quantities]) if row.quantities else (),
            deadline=_deadline_as_written(row.deadline, text) if row.deadline else None,
            evidence=evidence.text,
            start=evidence.span[0],
            end=evidence.span[1],
            raw_start=evidence.raw[0],
            raw_end=evidence.raw[1],
            spans=Spans(
                owner=_places_of(row.owners),
                co_owners=_places_of(row.partners),
                action=row.action,
                quantities=_places_of(row.quantities),
                deadline=(row.deadline.start_char, row.deadline.end_char) if row.deadline else None,
                owner_from=(row.owners[0].start_char, row.owners[-1].end_char) if row.owner_kind == "inherited" and row.owners else None,
                deadline_from=(row.deadline.start_char, row.deadline.end_char) if row.deadline and row.deadline_carried else None,
            ),
            modality=row.modality,
            confidence=certainty(found),
            rules=row.rules,
            warnings=warnings,
        )

    def _evidence_of(self, row: Row) -> _Evidence:
        span = row.sentence
        if span[1] - span[0] > _LONGEST_EVIDENCE:
            span = around(self.speech.text, span, row.action)
        known = self._evidence.get(span)
        if known is None:
            start, end = span
            near = any(gap.start - _NEAR_GAP < end and start < gap.end + _NEAR_GAP for gap in self.speech.gaps)
            known = self._evidence[span] = _Evidence(self.speech.text[start:end], span, self.speech.to_raw(start, end), near)
        return known

    def _warnings(self, row: Row, evidence: _Evidence) -> tuple[str, ...]:
        codes = list(row.deadline.warnings) if row.deadline and not row.deadline.vague else []
        if row.owner_kind == "inherited":
            codes.append("owner-inherited")
        if any(owner.rule.startswith("ner:") for owner in row.owners):
            codes.append("owner-by-model")
        if REASON in row.rules:
            codes.append("task-by-model")
        if self.day is None:
            codes.append("speech-date-unknown")
        if evidence.near_gap:
            codes.append("near-gap")
        codes += self.speech.warnings
        return tuple(dict.fromkeys(codes)) if codes else ()


def around(text: str, sentence: Span, action: Span) -> Span:
    """Return the stretch of an endless sentence that is evidence of an action: some clauses before it, and the one behind it.

    >>> text = "各镇要报数," * 300 + "水利局要巡堤3次" + ",各镇要报数" * 300
    >>> start, end = around(text, (0, len(text)), (1804, 1808))
    >>> text[start - 1], text[start:end].count("水利局要巡堤3次"), end - start < 700
    (',', 1, True)
    """
    start, end = max(sentence[0], action[0] - _BEFORE), min(sentence[1], action[1] + _BEHIND)
    if start > sentence[0]:
        mark = _MARK.search(text, start, action[0])
        start = mark.end() if mark else start
    if end < sentence[1]:
        ends = [mark.start() for mark in _MARK.finditer(text, action[1], end)]
        end = ends[-1] if ends else end
    return start, end


def _words(names: Sequence[OwnerMention], text: str) -> tuple[str, ...]:
    return tuple([text[name.start_char : name.end_char] for name in names]) if names else ()


def _places_of(mentions: Sequence[OwnerMention] | Sequence[QuantityMention]) -> tuple[Span, ...]:
    return tuple([(mention.start_char, mention.end_char) for mention in mentions]) if mentions else ()


def _as_written(mention: QuantityMention, text: str) -> Quantity:
    """Return the quantity in the script of the page: rules read a simplified view of traditional text."""
    written, quantity = text[mention.start_char : mention.end_char], mention.quantity
    if written == quantity.text:
        return quantity
    place = quantity.text.rfind(quantity.unit) if quantity.unit not in ("", "‰") else -1  # 11%。以内 is 11 ‰
    unit = written[place : place + len(quantity.unit)] if place >= 0 else quantity.unit
    return replace(quantity, text=written, unit=unit)


def _deadline_as_written(mention: DeadlineMention, text: str) -> Deadline:
    written = text[mention.start_char : mention.end_char]
    return mention.deadline if written == mention.deadline.text else replace(mention.deadline, text=written)


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
