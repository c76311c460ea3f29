"""The frame of a clause: what its head says of who, with whom, by when and how binding, and where the action begins."""

from __future__ import annotations

from typing import Final, Literal

from commitments.clauses import Clause
from commitments.cues import EXPLAIN, Cue, mask_of, of_kind
from commitments.types import DeadlineMention, OwnerMention, QuantityMention

_BRIEF: Final = 4
"""Within so many characters a clause is nothing but a time (去年, 上个月)."""
Role = Literal["predicate", "topic", "object", "assign", "deadline", "means"]


class Frame:
    """One clause with what its head says; filled by `FrameReader`, then read-only.

    Attributes:
        asked: whether the owners stand behind 请.
        measures: whether a measure (签约率) is the subject.
        embedded: whether a topic and a time stand inside what is aimed at (确保电池项目[年底前]投产).
        countable: whether the clause can be read as a counted noun phrase.
        mask: the kinds of all cues in the clause.
        spoken: whether 你 says that somebody in the room is to act (你们拿个办法; 李局长你去谈).
        given: whether the clause does nothing but give the work to them (由总工会来建).
        vouched: whether the task model vouches for the clause against the rules.
    """

    __slots__ = (
        "action", "asked", "assists", "by_agent", "clause", "collective", "countable", "cues", "deadlines", "embedded",
        "given", "head_deadline", "leads", "mask", "matter", "measures", "modal", "owners", "partners", "quantities", "role", "spoken",
        "vouched",
    )  # fmt: skip

    def __init__(
        self,
        clause: Clause,
        cues: tuple[Cue, ...],
        deadlines: tuple[DeadlineMention, ...],
        quantities: tuple[QuantityMention, ...],
    ) -> None:
        self.clause = clause
        self.cues = cues
        self.deadlines = deadlines
        self.quantities = quantities
        self.mask = mask_of(cues)
        self.owners: tuple[OwnerMention, ...] = ()
        self.partners: tuple[OwnerMention, ...] = ()
        self.collective = False
        self.by_agent = False
        self.asked = False
        self.leads = False
        self.given = False
        self.assists = False
        self.modal: Cue | None = None
        self.matter: tuple[int, int] | None = None
        self.action = 0
        self.head_deadline: DeadlineMention | None = None
        self.role: Role = "predicate"
        self.measures = False
        self.embedded = False
        self.countable = False
        self.spoken = False
        self.vouched = False

    @property
    def brief(self) -> bool:
        """Whether the clause has room for a time (去年) and for no act."""
        return self.clause.end - self.clause.start <= _BRIEF

    def opens_with(self, kinds: int) -> bool:
        """Whether a cue of the kinds opens the action (of 清淤12公里 a verb)."""
        return any(cue.start == self.action for cue in of_kind(self.cues, kinds))

    def take_charged(self, names: list[OwnerMention]) -> None:
        """Take those who are put in charge by it."""
        self.collective = self.collective or all(name.collective for name in names)
        self.owners = tuple([name for name in names if not name.collective])
        self.leads = True

    def speak_to(self, behind: int) -> None:
        """Take what its head says to somebody's face, up to a place: 你去 and 你把 then tell no tale."""
        self.spoken = behind > self.clause.start
        if self.spoken:
            self.mask &= ~EXPLAIN
