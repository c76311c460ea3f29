"""Finds whose share a clause is that leaves its verb out: 石桥镇植树300亩，柳林镇200亩."""

from __future__ import annotations

from typing import Final

from commitments.frame import Frame
from commitments.mentions.owners import OwnerGrammar
from commitments.predicates import VERBS
from commitments.types import OwnerMention

_LONGEST_NAME: Final = 10


def own_share(frame: Frame, before: tuple[OwnerMention, ...], text: str, grammar: OwnerGrammar) -> tuple[OwnerMention, ...]:
    """Return whose share a clause of nothing but a name and a figure is, behind what one of the same kind has to do; else ().

    The figure alone is left as what the clause counts, and as its action.

    Args:
        frame: the clause.
        before: who owns what stands before it in the sentence.
        text: the text that offsets count in.
        grammar: the owner grammar.
    """
    start, end = frame.clause.start, frame.clause.end
    if frame.owners or frame.modal is not None or not before or not frame.quantities or frame.quantities[-1].end_char != end:
        return ()
    stop = frame.quantities[-1].start_char
    alike = any(text[stop - 1] == name.text[-1] and name.start_char < start for name in before)
    if not (alike and 1 < stop - start <= _LONGEST_NAME and grammar.name.ending(text, start, stop)):
        return ()
    if grammar.subjects.kind.ask(text, start, stop):
        return ()  # 每村不少于3处, 示范村20户: of whoever was named
    if any(cue.start < stop and cue.kinds & VERBS for cue in frame.cues):
        return ()  # 建成示范村3个: what is made
    names = tuple(grammar.named(text, start, stop))
    if names:
        frame.quantities, frame.action = frame.quantities[-1:], stop
    return names
