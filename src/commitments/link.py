"""Joins clauses and mentions into commitments: splitting into rows, and the scope of owners and deadlines.

One walk over the outline with an explicit discourse state (`discourse.py`); what a clause must have to be a
commitment is decided in `checkable.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from commitments.checkable import (
    PLANS,
    REPORTS,
    Context,
    achieves,
    bare_period,
    definite,
    deliverable,
    forward,
    measured,
    only_vague,
    reports,
    yearly,
)
from commitments.clauses import Block, Clause, Sentence
from commitments.cues import Cues, of_kind
from commitments.discourse import Item, Owners, SentenceState
from commitments.frames import Frame, FrameReader
from commitments.mentions.owners import OwnerGrammar
from commitments.mood import MoodRules
from commitments.types import DeadlineMention, Dropped, Level, Modality, OwnerKind, OwnerMention, QuantityMention

FindDeadlines = Callable[[int, int], list[DeadlineMention]]
FindQuantities = Callable[[int, int], list[QuantityMention]]

_CREATED = re.compile(r"(?:成立|组建|组成|设立|抽调[^，,；;。]{1,16}组成)[^，,；;。]{0,40}?(?:的|了|起)?[“\"]?(?P<name>[^，,；;。“”\"的由]{1,20}?(?:专班|领导小组|工作组|小组|指挥部|工作队|小分队|攻坚组|突击队|督导组|服务队|服务团))[”\"]?$")
_MECHANISM = re.compile(r"(?:实行|实施|坚持|推行|执行|落实)")
_RESULT = re.compile("让|使(?!用)|以便|从而")
_METRIC = re.compile("达到?|增长|突破|提高|下降|降低|完成|实现")
_YEAR = re.compile(r"(?:到|至)?(?:今年|明年|本年度|[12][0-9]{3}年|二[〇○零][一二三四五六七八九〇○零]{2}年)(?!来)")
_RHYTHM = re.compile("机制|制度|体系")
_CONTINUES = re.compile(r"(?:形成|并(?!联|网|购|轨|行|案)|报(?!名|废|刊|纸)|汇总|印发|上报)")
_CLOSING_PARAGRAPH = re.compile(r"(?:同志们|各位代表|各位委员|朋友们|让我们|各位同事|老师们|同学们|乡亲们)")
_TRAILING = " \u3000、"
_BRACKET = re.compile(r"[（(【\[][^（）()【】\[\]]{0,160}[）)】\]]$")
_TOGETHER = re.compile("同步|一并|一同")


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment as the linker makes it: mentions with offsets, not yet a line of the ledger."""

    level: Level
    owners: Owners
    owner_kind: OwnerKind
    partners: Owners
    matter: tuple[int, int] | None
    action: tuple[int, int]
    quantities: tuple[QuantityMention, ...]
    deadline: DeadlineMention | None
    deadline_carried: bool
    sentence: tuple[int, int]
    modality: Modality
    path: tuple[str, ...]
    rules: tuple[str, ...]
    mood: float


class Linker:
    """Walks the blocks of one speech and yields its rows; what it lets go is in `dropped`."""

    def __init__(
        self,
        text: str,
        cues: Cues,
        grammar: OwnerGrammar,
        moods: MoodRules,
        find_deadlines: FindDeadlines,
        find_quantities: FindQuantities,
    ) -> None:
        self.text = text
        self.reader = FrameReader(text, cues, grammar)
        self.grammar = grammar
        self.moods = moods
        self.find_deadlines = find_deadlines
        self.find_quantities = find_quantities
        self.rows: list[Row] = []
        self.dropped: list[Dropped] = []
        self._items: dict[int, Item] = {}

    def link(self, blocks: list[Block]) -> list[Row]:
        """Return the rows of all blocks in text order."""
        last_paragraph = self.text.rfind("\n", 0, len(self.text.rstrip("\n〔…〕 "))) + 1
        for block in blocks:
            heading_mood = self.moods.of_headings(block.path)
            path = tuple(heading.marker + heading.title for heading in block.path)
            for sentence, line in self._with_lines(block):
                passage = self._mood(line)
                mood = heading_mood + passage
                item = self._item(block, line[0])
                closing = line[0] >= last_paragraph > 0 and _CLOSING_PARAGRAPH.search(self.text, line[0], min(line[1], line[0] + 120)) is not None
                self._sentence(sentence, item, mood, path, closing)
        return self.rows

    def _with_lines(self, block: Block) -> Iterator[tuple[Sentence, tuple[int, int]]]:
        line = (-1, -1)
        for sentence in block.sentences:
            if not line[0] <= sentence.start < line[1]:
                start = max(self.text.rfind("\n", 0, sentence.start) + 1, block.start)
                end = self.text.find("\n", sentence.start)
                line = (start, min(end if end >= 0 else len(self.text), block.end))
            yield sentence, line

    def _mood(self, line: tuple[int, int]) -> float:
        return self.moods.of_passage(self.text, *line)

    def _item(self, block: Block, line: int) -> Item:
        """Return the item of a block; a deeper item starts from the lead body of the one around it."""
        key = block.path[-1].start if block.path else -line - 1
        if key not in self._items:
            outer = [self._items[heading.start] for heading in block.path[:-1] if heading.start in self._items]
            lead = next((item.lead for item in reversed(outer) if item.lead), ())
            self._items[key] = Item(lead=lead, current=lead, bracket=len(self.rows))
            if block.path:
                title = block.path[-1]
                start = title.start + len(title.marker)
                names = self.grammar.split(self.text, start, title.end) if len(title.title) <= 16 and self.grammar.is_body(self.text, start, title.end) else []
                if names:
                    self._items[key] = Item(lead=tuple(names), current=tuple(names), bracket=len(self.rows))
        return self._items[key]

    def _sentence(self, sentence: Sentence, item: Item, mood: float, path: tuple[str, ...], closing: bool) -> None:
        state = SentenceState(item, reporting=self._reporting(sentence))
        previous: Clause | None = None
        first_row = len(self.rows)
        for clause in sentence.clauses:
            if previous is not None and previous.closing in "；;":
                state.open_segment()
            self._clause(clause, sentence, state, mood, path, closing, first_row)
            previous = clause
        self._take_brackets(sentence, item)

    def _reporting(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what was done: an aspect mark in it, and nothing that directs."""
        cues = self.reader.cues.within(sentence.start, sentence.end)
        aspect = any(self.text[cue.start] in "已了" and "的" not in self.text[cue.end : cue.end + 8] for cue in of_kind(cues, "past"))
        return aspect and not any(True for _ in of_kind(cues, "modal", "will", "lead", "targets"))

    def _clause(self, clause: Clause, sentence: Sentence, state: SentenceState, mood: float, path: tuple[str, ...], closing: bool, first_row: int) -> None:
        text = self.text
        deadlines = tuple(self.find_deadlines(clause.start, clause.end))
        quantities = tuple(self.find_quantities(clause.start, clause.end))
        frame = self.reader.read(clause, deadlines, quantities)
        if frame.modal is not None or not (state.reporting or reports(frame, text)):
            state.take_subject(frame, text)
        own = definite(frame, text)
        if own is None and frame.role == "predicate":
            own, state.fronted_deadline = state.fronted_deadline, None
        if frame.has("targets"):
            state.forward = state.item.targets = True
            state.deadline = own or self._year_of_targets(clause) or state.deadline
        if frame.role != "predicate" or (frame.has("targets") and not quantities):
            self._take_setting(frame, own, state)
            return
        if frame.matter is not None:
            state.matter = frame.matter
        context = Context(mood, state.forward or state.item.targets, state.reporting and mood < PLANS, bool(state.owners) and (state.forward or bool(frame.owners) or frame.head_deadline is not None), closing)
        reason = forward(frame, context, text)
        if reason:
            self.dropped.append(Dropped("forward", clause.start, clause.end, reason))
            state.reporting = state.reporting or reason in ("past", "background")
            state.pending = None
            return
        if frame.modal is not None or (own is not None and not yearly(own) and not bare_period(own)) or frame.owners:
            state.forward, state.reporting = True, False
        if self._extends(frame, own, first_row):
            state.pending = None
            return
        carried = state.deadline if own is None else None
        level = self._level(frame, own, carried, state)
        if own is not None and not own.deadline.recurrence:
            state.deadline = own
        if level is None:
            self.dropped.append(Dropped("checkable", clause.start, clause.end, "not-checkable"))
            state.pending = None
            return
        self._emit(frame, level, own, carried, sentence, state, mood, path)

    def _year_of_targets(self, clause: Clause) -> DeadlineMention | None:
        """Return the year a list of targets is for (今年…主要预期目标是), which is an attribute in its clause."""
        year = _YEAR.search(self.text, clause.start, clause.end)
        found = self.find_deadlines(*year.span()) if year else []
        return found[0] if found else None

    def _take_setting(self, frame: Frame, own: DeadlineMention | None, state: SentenceState) -> None:
        """Let a clause without a predicate set the scene: subject, deadline, topic, fronted object."""
        if own is not None and not own.deadline.recurrence:
            state.deadline, state.fronted = own, frame.role == "deadline"
            state.fronted_deadline = own if state.fronted else None
        if own is not None:
            state.forward = state.forward or not (yearly(own) or bare_period(own))
        if frame.has("targets"):
            state.forward = state.item.targets = True
        if frame.modal is not None or frame.leads or frame.by_agent:
            state.forward = True
        if frame.modal is None and reports(frame, self.text):
            return
        if frame.role == "topic":
            start = frame.matter[0] if frame.matter else frame.action
            state.take_topic(frame, (start, frame.clause.end))
        elif frame.role == "object":
            state.pending, state.pending_cut = frame, False
        elif frame.role in ("assign", "deadline"):
            state.pending_cut = True
        if frame.role == "assign" and frame.action < frame.clause.end:
            state.matter = (frame.action, frame.clause.end)

    def _level(self, frame: Frame, own: DeadlineMention | None, carried: DeadlineMention | None, state: SentenceState) -> Level | None:
        text = self.text
        quantities = frame.quantities or state.topic_quantities or (state.pending.quantities if state.pending else ())
        delivers = deliverable(frame, text, named_owner=bool(state.owners))
        if frame.has("permit") and not measured(frame, text):
            return None
        if quantities:
            return "hard"
        if own is not None:
            return None if (yearly(own) or bare_period(own)) and only_vague(frame) and not achieves(frame, text) else "hard"
        if carried is not None and not yearly(carried):
            together = _TOGETHER.search(text, frame.clause.start, frame.clause.end) is not None
            directed = frame.modal is not None and frame.modal.modality != "aim"
            if delivers or together or (directed and state.fronted):
                return "hard"
        if delivers:
            return "hard" if carried is not None and not yearly(carried) else "soft"
        return None

    def _extends(self, frame: Frame, own: DeadlineMention | None, first_row: int) -> bool:
        """Let a clause that only carries the last row on (形成通报并印发; 实行每周调度) lengthen that row."""
        if len(self.rows) <= first_row:
            return False
        last = self.rows[-1]
        gap = frame.clause.start - last.action[1]
        parts = self.text.startswith("其中", frame.clause.start) and frame.quantities and last.quantities and not _METRIC.search(self.text, frame.clause.start, frame.clause.end)
        if not 0 <= gap <= 2 or frame.owners or frame.modal is not None or (frame.quantities and not parts):
            return False
        action = (last.action[0], self._trimmed(frame.clause.end, frame.action))
        if parts and own is None:
            self.rows[-1] = replace(last, action=action, quantities=(*last.quantities, *frame.quantities), rules=(*last.rules, "link.parts"))
            return True
        if own is not None and own.deadline.recurrence and last.deadline is None and self._details_mechanism(frame, own, last):
            self.rows[-1] = replace(last, level="hard", action=action, deadline=own, rules=(*last.rules, "link.mechanism"))
            return True
        if own is None and _RESULT.match(self.text, frame.action):
            return True
        if own is None and _CONTINUES.match(self.text, frame.action):
            if frame.has("deliverable", "deliver"):
                self.rows[-1] = replace(last, action=action, rules=(*last.rules, "link.continued"))
            return True
        return False

    def _details_mechanism(self, frame: Frame, own: DeadlineMention, last: Row) -> bool:
        """Whether a clause spells out the rhythm of the mechanism that the last row sets up."""
        named = _RHYTHM.search(self.text, *last.action) is not None
        return named and (_MECHANISM.match(self.text, frame.action) is not None or len(own.deadline.recurrence) > 1)

    def _emit(self, frame: Frame, level: Level, own: DeadlineMention | None, carried: DeadlineMention | None, sentence: Sentence, state: SentenceState, mood: float, path: tuple[str, ...]) -> None:
        text = self.text
        owners, kind, partners = state.owner_of(frame)
        if frame.matter is not None and frame.modal is not None and frame.modal.modality == "will":
            owners, kind, partners = (), "none", ()  # 产值将突破…: the subject is what is forecast
        quantities = frame.quantities
        start = frame.action
        if state.pending is not None:
            quantities = (*state.pending.quantities, *quantities)
            if frame.action == frame.clause.start and not state.pending_cut:
                start = state.pending.action
            else:
                state.matter = (state.pending.action, state.pending.clause.end)
            state.pending = None
        quantities = (*state.topic_quantities, *quantities)
        state.topic_quantities = ()
        deadline = own or (carried if level == "hard" else None)
        if deadline is None:
            deadline = next((mention for mention in frame.deadlines if mention.vague), None)
        end = self._trimmed(frame.clause.end, start)
        rules = [*(owner.rule for owner in owners[:1]), *(q.rule for q in quantities), *([deadline.rule] if deadline else [])]
        if frame.modal is not None:
            rules.append(frame.modal.rule)
        if own is None and deadline is not None and deadline is carried:
            rules.append("link.deadline_carried")
        if kind == "inherited":
            rules.append("link.owner_inherited")
        rules.append("link.bare" if frame.modal is None and not state.forward and mood >= PLANS else "link.clause")
        modality: Modality = frame.modal.modality if frame.modal else ("must" if frame.has("forbid") else "shall")  # type: ignore[assignment]
        row = Row(
            level, owners, kind, partners, state.matter, (start, end), tuple(quantities), deadline,
            own is None and deadline is carried and deadline is not None,
            (sentence.start, sentence.end), modality, path, tuple(dict.fromkeys(rules)), mood,
        )  # fmt: skip
        self.rows.append(row)
        created = _CREATED.search(text, frame.clause.start, frame.clause.end)
        if created:
            name = created["name"]
            state.created = (OwnerMention(created.start("name"), created.end("name"), name, "owner.created"),)

    def _trimmed(self, end: int, start: int) -> int:
        text = self.text
        bracket = _BRACKET.search(text, start, end)
        if bracket and any(True for _ in self.grammar.in_brackets(text, bracket.start(), end)):
            end = bracket.start()
        while end > start and text[end - 1] in _TRAILING:
            end -= 1
        return end

    def _take_brackets(self, sentence: Sentence, item: Item) -> None:
        """Give the rows since the last bracket of the item the owners of this one."""
        for _, end, owners, partners in self.grammar.in_brackets(self.text, sentence.start, sentence.end):
            for index in range(item.bracket, len(self.rows)):
                row = self.rows[index]
                if row.action[0] < end and owners:
                    rules = (*(rule for rule in row.rules if not rule.startswith("owner.")), "bracket.responsible")
                    self.rows[index] = replace(row, owners=tuple(owners), partners=tuple(partners), owner_kind="explicit", rules=rules)
            item.bracket = len(self.rows)


__all__ = ["REPORTS", "Linker", "Row"]
