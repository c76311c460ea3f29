"""What the sentences of a speech hold by themselves, found for all of them before anybody asks who has to do what.

One kind is looked for in every sentence before the next one is: the code and the patterns of each then stay in the processor's cache,
from which they fall while a sentence is linked.
"""

from __future__ import annotations

from collections.abc import Sequence

from commitments.clauses import Block, Clause, Sentence
from commitments.cues import Cue
from commitments.frame import Frame
from commitments.mentions.brackets import Bracket, covers, in_brackets
from commitments.mentions.owners import OwnerGrammar
from commitments.newtopic import FindDeadlines, FindQuantities
from commitments.passages import Passage
from commitments.types import DeadlineMention, QuantityMention


class Finding:
    """A sentence of a paragraph, with what is found in it.

    Attributes:
        sentence: where it stands.
        block: the outline item that it belongs to.
        passage: its paragraph.
        brackets: the brackets in it that say who answers for what stands before them.
        covered: whether it is nothing else, so that nothing is looked for in it (责任单位：水利局；完成时限：9月底。).
        deadlines: the dates in it.
        quantities: the figures in it.
        mask: the kinds of its cues in one sum of bits.
        holds: whether it may hold a row; None where that hangs on who leads its item.
        cues: its cues, if it may hold a row.
        clauses: its clauses, if it may.
        frames: what is read of each; None for one that is read only as what stands before it asks for.
    """

    __slots__ = (
        "block", "brackets", "clauses", "covered", "cues", "deadlines", "frames", "holds", "mask", "passage", "quantities", "sentence",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, block: Block, passage: Passage, brackets: list[Bracket]) -> None:
        self.sentence = sentence
        self.block = block
        self.passage = passage
        self.brackets = brackets
        self.covered = bool(brackets) and covers(brackets, sentence.start, sentence.end)
        self.deadlines: list[DeadlineMention] = []
        self.quantities: list[QuantityMention] = []
        self.mask = 0
        self.holds: bool | None = False
        self.cues: tuple[Cue, ...] = ()
        self.clauses: list[Clause] = []
        self.frames: list[Frame | None] = []


def find_all(
    text: str,
    walk: Sequence[tuple[Sentence, Block, Passage]],
    grammar: OwnerGrammar,
    find_deadlines: FindDeadlines,
    find_quantities: FindQuantities,
) -> list[Finding]:
    """Return what each sentence of a walk holds, in its order."""
    found = [Finding(it, block, passage, in_brackets(text, it.start, it.end, grammar)) for it, block, passage in walk]
    for one in found:
        if not one.covered:
            one.deadlines = find_deadlines(one.sentence.start, one.sentence.end)
    for one in found:
        if not one.covered:
            one.quantities = find_quantities(one.sentence.start, one.sentence.end)
    return found
