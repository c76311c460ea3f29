"""Finds who acts where words that only describe him stand before his name: 瓶装气企业的配送站点, 联系乡镇的县领导."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from commitments.cues import CONDITION, LEAD, MODAL, Cue
from commitments.kept import compiled
from commitments.mentions.owners import OwnerGrammar
from commitments.types import OwnerMention

_DESCRIBING: Final = compiled("(?![^，,；;。：:、\\n]{0,16}[建投改造入])[^，,；;。：:、\\n]{2,16}的(?=[\u4e00-\u9fff*×X])")
"""His place, his kind, what he is charged with; what has been built or moved is a thing."""
_SHORTEST: Final = 3
_ANYWHERE: Final = compiled("(?:学校|小学|中学|医院|卫生院|[乡镇村县市区]|企业|公司|[园区])$")
"""Heads that are places and owners of works as often as they act."""


def described_subject(
    text: str, start: int, end: int, cues: tuple[Cue, ...], dates: Set[int], grammar: OwnerGrammar
) -> tuple[list[OwnerMention], int]:
    """Return who acts behind his description, as short as it can be, and the place behind; ([], start) where nobody does.

    >>> from commitments.cues import cue_lexicon
    >>> from commitments.mentions.owners import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "城西片区的护林队要每天巡山"
    >>> cues = cue_lexicon(load_rules()).scan(text).cues
    >>> names, behind = described_subject(text, 0, len(text), cues, frozenset(), owner_grammar(load_rules()))
    >>> [name.text for name in names], text[behind:]
    (['护林队'], '要每天巡山')

    Args:
        text: the text that offsets count in.
        start: where the clause begins.
        end: where it ends, exclusive.
        cues: the clause's cues.
        dates: the places where a deadline begins.
        grammar: the owner grammar.
    """
    found = _DESCRIBING.match(text, start, end)
    if found is None or any(cue.start < found.end() and cue.kinds & (MODAL | LEAD | CONDITION) for cue in cues):
        return [], start
    names, stop = grammar.subject(text, found.end(), end, frozenset(dates))
    acts = stop in dates or any(cue.start == stop and cue.kinds & (MODAL | LEAD) for cue in cues)
    if not names or not acts or len(names[0].text) < _SHORTEST or _ANYWHERE.search(names[0].text):
        return [], start
    return names, stop
