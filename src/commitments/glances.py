"""What a sentence that can hold no row still says: who is put in charge of what follows."""

from __future__ import annotations

from commitments.clauses import Sentence
from commitments.cues import TARGETS
from commitments.discourse import SentenceState
from commitments.gates import DUTIES, Gate
from commitments.items import Item
from commitments.link_shapes import LinkShapes
from commitments.takenup import taken_up


class Glances:
    """Looks at the heads of clauses that nobody reads to the end."""

    __slots__ = ("gate", "shapes", "surnames", "text")

    def __init__(self, text: str, gate: Gate, surnames: frozenset[str], shapes: LinkShapes) -> None:
        self.text = text
        self.gate = gate
        self.surnames = surnames
        self.shapes = shapes

    def take(self, sentence: Sentence, item: Item) -> None:
        """Take from a sentence that can hold no row only who is put in charge."""
        state: SentenceState | None = None
        for clause in self.gate.clauses(sentence):
            mask = self.gate.cues.mask(clause.start, clause.end)
            if mask & DUTIES or self.gate.may_open_with_name(clause):
                frame = self.gate.subject(clause) if self.gate.may_charge(clause, mask) else None
                if frame is not None and (frame.owners or frame.collective):
                    state = state or SentenceState(item, (sentence.start, sentence.end), 0, self.shapes)
                    state.take_subject(taken_up(frame, item, self.text, self.gate.reader.grammar.shapes), self.text)
                item.targets = item.targets or bool(mask & TARGETS)
        if state is not None:
            state.close(self.surnames)
