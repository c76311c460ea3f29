"""Tells lists of what is to be done in bare predicates (改造小区42个，加装电梯60部。) from lists of what has been done.

Neither has a mark of its own; what the paragraph said last before them tells of which time they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from commitments.clauses import Block, Clause, Sentence
from commitments.cues import BACKGROUND, CONDITION, EXPLAIN, METRIC, MODAL, PAST, Cue, mask_of, of_kind
from commitments.gated import Asked
from commitments.owndates import yearly
from commitments.passages import Passage
from commitments.places import AnyOf
from commitments.predicates import VERBS
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes, word_table
from commitments.types import DeadlineMention, QuantityMention

_TELLS: Final = PAST | BACKGROUND | CONDITION | EXPLAIN
_BEFORE: Final = 400
"""How far back in its paragraph the words are sought that say of which time a list is."""
_MOST_WITHOUT_FIGURE: Final = 1
_ITEM: Final = 3
"""The level from which a heading is an item of a list (一是, 1.), not the title of a section."""


class ListSentence(NamedTuple):
    """A sentence with what was found in it."""

    clauses: Sequence[Clause]
    cues: tuple[Cue, ...]
    deadlines: Sequence[DeadlineMention]
    quantities: Sequence[QuantityMention]


@dataclass(frozen=True, slots=True)
class ListRules:
    """What lists of bare predicates are told by; each is told by the rule `list.…` of its name.

    Attributes:
        times: `list.told` and `list.stands`: of which time a paragraph speaks.
        makes: verbs of making in one character.
    """

    announced: Asked
    bound: Asked
    describes: Asked
    laid_down: Asked
    makes: frozenset[str]
    named: Asked
    next: Asked
    next_year: Asked
    that_is: Asked
    times: AnyOf

    def of_tasks(self, text: str, found: ListSentence, passage: Passage, weigh: Callable[[], float]) -> bool:
        """Whether a sentence only measures what is to be made, told behind how things stand (泊位缺7万个。新建停车场9个，…)."""
        if passage.heading.review or passage.heading.score < 0 or not self.measures(text, found):
            return False
        announced = any(self.announces(text, clause) for clause in found.clauses)
        return announced or self.opens_ahead(text, found) or self.lie_ahead(text, found, weigh)

    def measures(self, text: str, found: ListSentence) -> bool:
        """Whether the clauses of a sentence do nothing but measure what is made; of which time they speak is not asked."""
        clauses, figures = found.clauses, found.quantities
        if mask_of(found.cues) & _TELLS or self.describes.ask(text, clauses[0].start, clauses[-1].end):
            return False
        makes = any(mention.quantity.kind == "coverage" or self.bound.ask(mention.text, 0, len(mention.text)) for mention in figures)
        starts = frozenset(mention.start_char for mention in figures)
        heads = frozenset(cue.start for cue in of_kind(found.cues, VERBS) if cue.end - cue.start > 1 or text[cue.start] in self.makes)
        behind = {mention.end_char for mention in found.deadlines}
        makes = makes or any(cue.end in starts and cue.end - cue.start > 1 for cue in of_kind(found.cues, VERBS & ~METRIC))
        bare = 0
        for clause in clauses:
            measured = any(clause.start <= mention.start_char < clause.end for mention in figures)
            dated = any(clause.start <= mention.start_char < clause.end for mention in found.deadlines)
            bare += not (measured or dated or clause.closing in (":", "："))
            makes = makes or clause.start in heads or not behind.isdisjoint(heads)
        return makes and bare <= min(_MOST_WITHOUT_FIGURE, len(clauses) - 1)

    def opens_ahead(self, text: str, found: ListSentence) -> bool:
        """Whether a sentence opens with what is still to come (8月投产9个; 再招150人); a year alone may be nearly over."""
        start = found.clauses[0].start
        if self.next.ask(text, start, len(text)):
            return True
        opening = next((mention for mention in found.deadlines if mention.start_char == start), None)
        if opening is None or "deadline-before-speech" in opening.warnings:
            return False
        return not yearly(opening) or self.next_year.ask(text, start, len(text)) is not None

    def lie_ahead(self, text: str, found: ListSentence, weigh: Callable[[], float]) -> bool:
        """Whether the paragraph said last how things stand, or said neither and its mood (`weigh`) is one of tasks."""
        last, start = -1, found.clauses[0].start
        for number, _ in self.times.matched(text, max(text.rfind("\n", 0, start) + 1, start - _BEFORE), start):
            last = number
        return last == 1 or (last < 0 and weigh() > 0)

    def opened(self, text: str, found: list[Clause]) -> list[Clause]:
        """Part what names targets from the first of them as a colon does (人代会定了今年的目标，就是|产值达到9亿元)."""
        parted = found[:]  # a sentence's clauses are kept and read again
        for place in range(len(found) - 1):
            clause, behind = parted[place], parted[place + 1]
            if clause.closing not in (",", "，") or self.named.ask(text, clause.start, clause.end) is None:
                continue
            said = self.that_is.ask(text, behind.start, behind.end)
            if said is not None and said.end() < behind.end:
                parted[place] = Clause(clause.start, clause.end, "：")
                parted[place].numbered = clause.numbered
                parted[place + 1] = Clause(said.end(), behind.end, behind.closing)
        return parted

    def lays_down(self, text: str, clause: Clause, cues: tuple[Cue, ...]) -> bool:
        """Whether a clause that announces work tells that it was set (县里下达了今年的任务：…), and orders nothing itself."""
        mask = mask_of(cues)
        return mask & PAST != 0 and not mask & MODAL and self.laid_down.ask(text, clause.start, clause.end) is not None

    def announces(self, text: str, clause: Clause) -> bool:
        """Whether a clause before a colon names what follows as work (咱们镇的活：征地十二亩)."""
        if clause.closing not in (":", "：") or self.announced.ask(text, clause.start, clause.end) is None:
            return False
        return all(number != 0 for number, _ in self.times.matched(text, clause.start, clause.end))  # 去年我们的打法：


class AnnouncedList:
    """How far a list reaches that a task announces (今年要办好10件实事：一是…): to the end of its paragraph, or of the items below it.

    Attributes:
        end: where it ends; all before that belongs to it, 0 where no list is open.
    """

    __slots__ = ("end", "lists", "text")

    def __init__(self, text: str, lists: ListRules) -> None:
        self.text = text
        self.lists = lists
        self.end = 0

    def open_behind(self, last: Clause, *, made: bool) -> None:
        """Begin a list behind the last clause of a sentence that `made` a task, where it announces one."""
        if made and self.lists.announces(self.text, last):
            self.end = self._line_end(last.end)

    def follow(self, sentence: Sentence, block: Block) -> None:
        """Go on to a sentence; where it stands behind what the list reaches to, that takes in the next item or ends."""
        if self.end and sentence.start >= self.end:
            behind = (heading.start for heading in block.path if heading.level >= _ITEM and heading.start >= self.end)
            item = next((start for start in behind if not self.text[self.end : start].strip()), -1)
            self.end = self._line_end(item) if item >= 0 else 0

    def _line_end(self, place: int) -> int:
        end = self.text.find("\n", place)
        return end if end >= 0 else len(self.text)


@lru_cache(maxsize=8)
def list_rules(rules: RuleSet) -> ListRules:
    """Compile the rules `list.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "list.")
    times = AnyOf([shapes.source("told"), shapes.source("stands")])
    makes = word_table(rules, "actions", "list.makes")
    return shapes.fill(ListRules, makes=makes, times=times)
