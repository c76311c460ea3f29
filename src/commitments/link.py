"""Joins clauses and mentions into commitments: splitting into rows, and the scope of owners and deadlines.

One walk over the outline with an explicit discourse state (`discourse.py`); what a clause must have to be a
commitment is decided in `checkable.py`.
"""

from __future__ import annotations

from functools import partial

from commitments.addressees import Addressees
from commitments.aspect import is_bidden
from commitments.checkable import PLANS, Context, Judge
from commitments.clauses import Block
from commitments.cues import BACKGROUND, CONDITION, PAST, TARGETS, Cues
from commitments.deliverables import Deliverables
from commitments.discourse import SentenceState
from commitments.duties import gives_back, hands_over
from commitments.findings import Finding, find_all
from commitments.frame import Frame
from commitments.frames import FrameReader
from commitments.gapped import own_share
from commitments.gates import DUTIES, Gate
from commitments.glances import Glances
from commitments.items import Item, Items
from commitments.levels import Levels
from commitments.link_rules import LinkRules
from commitments.lists import AnnouncedList, ListSentence
from commitments.ner import Guess
from commitments.newtopic import FindDeadlines, FindQuantities, Topics, rest_left, topic_before
from commitments.objections import fails, follows, lags
from commitments.owndates import OwnDates, bare_period, holds_on, of_an_event, period_of_targets, sets_nothing, spans_years, yearly
from commitments.passages import Passage, Passages
from commitments.row_rules import rules_of
from commitments.rows import Row, RowBook, modality_of
from commitments.settling import settle_owner
from commitments.subjects import created_body, is_above
from commitments.takenup import taken_up
from commitments.task_model import Vouch
from commitments.types import DeadlineMention, Dropped, Level


class Linker:
    """Walks the blocks of one speech and collects its rows; what it lets go is in `dropped`."""

    def __init__(
        self,
        text: str,
        cues: Cues,
        rules: LinkRules,
        find_deadlines: FindDeadlines,
        find_quantities: FindQuantities,
        *,
        year: int | None = None,
        guess: Guess | None = None,
        vouch: Vouch | None = None,
    ) -> None:
        """Prepare the walk.

        Args:
            text: the clean text.
            cues: all cue words of it.
            rules: what is asked of the rule-set.
            find_deadlines: returns the deadlines of a stretch.
            find_quantities: returns the quantities of a stretch.
            year: the year of the speech.
            guess: asks the trained model who acts.
            vouch: asks the trained model whether a clause gives a task.
        """
        grammar, shapes = rules.grammar, rules.shapes
        self.text = text
        self.cues = cues
        self.reader = FrameReader(text, grammar, shapes, guess)
        self.gate = Gate(text, self.reader, cues, shapes, rules.lists)
        self.dates = OwnDates(text, shapes.dates)
        self.made = Deliverables(text, shapes.deliver)
        self.judge = Judge(text, self.made, shapes.forward, shapes.predicates)
        self.statements = self.judge.statements
        self.levels = Levels(text, self.dates, self.judge, shapes)
        self.grammar = grammar
        self.telling = rules.telling
        self.shapes = shapes
        self.lists = rules.lists
        self.find_deadlines = find_deadlines
        self.find_quantities = find_quantities
        self.ledger = RowBook(text, grammar, shapes.rows, shapes.predicates)
        self.dropped: list[Dropped] = []
        self.passages = Passages(text, rules.moods, year)
        self.vouch = None if self.passages.reports else vouch  # the bare sentences of a report are told apart by its chapters
        self.items = Items(text, grammar, Glances(text, self.gate, grammar.surnames, shapes).take, reports=self.passages.reports)
        self.announced = AnnouncedList(text, rules.lists)
        self.addressees = Addressees(text, grammar, shapes.spoken)
        self.topics = Topics(text, cues, self.reader, find_deadlines, find_quantities)

    def link(self, blocks: list[Block]) -> list[Row]:
        """Return the rows of all blocks in text order."""
        walk = list(self.passages.walk(blocks))
        found = find_all(self.text, walk, self.grammar, self.find_deadlines, self.find_quantities)
        self.gate.look(found)
        self.telling.scan(self.text)
        for one in found:
            self.announced.follow(one.sentence, one.block)
            self._sentence(one, self.items.at(one.block, one.passage.line, len(self.ledger.rows)))
        return self.ledger.rows

    def _sentence(self, finding: Finding, item: Item) -> None:
        """Read a sentence; one without figure, date, deliverable or body in charge is not walked through."""
        sentence = finding.sentence
        self.ledger.give_before(*self.gate.handed_back(sentence))
        if finding.holds is None:  # it names nobody; who leads its item may have to do it
            self.items.settle(item)
            finding.holds = bool(item.current) and self.gate.may_act(finding.mask, sentence)
            if finding.holds:
                self.gate.read(finding)
        if finding.holds:
            self.items.settle(item)
            self._walk(finding, item)
        elif not finding.covered:
            self.dropped.append(Dropped("checkable", sentence.start, sentence.end, "nothing-to-check"))
            if finding.mask & DUTIES or self.reader.may_name(sentence.start, sentence.end):
                item.waiting.append((sentence.start, sentence))
        if finding.brackets:
            self.items.settle(item)
        self.ledger.take_brackets(finding.brackets, item, self.find_deadlines)

    def _opened(self, finding: Finding, item: Item) -> SentenceState:
        """Return what is in force where a sentence begins."""
        span = (finding.sentence.start, finding.sentence.end)
        reporting = finding.mask & PAST != 0 and self.gate.reporting(finding.cues)
        state = SentenceState(item, span, len(self.ledger.rows), self.shapes, reporting=reporting)
        state.spoken = self.addressees.take_charge(item, span, max((row.action[0] for row in self.ledger.rows[-1:]), default=-1))
        if item.current and not (self.ledger.just_before(span[0]) or self.ledger.just_named(item.current[-1], span[0])):
            state.fallen = True  # 财政局要拨款。那台机器在库里躺了一年。…: what is told in between is a new topic
        if finding.quantities:
            weigh = partial(self.passages.mood, finding.passage, span)
            held = ListSentence(finding.clauses, finding.cues, finding.deadlines, finding.quantities)
            state.listed = self.lists.of_tasks(self.text, held, finding.passage, weigh)
        return state

    def _walk(self, finding: Finding, item: Item) -> None:
        """Walk the clauses of a sentence."""
        state, passage, found = self._opened(finding, item), finding.passage, finding.clauses
        answered = {first for first, *_ in finding.brackets}  # where brackets begin that close a clause
        for index, clause in enumerate(found):
            if index and found[index - 1].closing in "；;":
                state.open_segment(len(self.ledger.rows))
            if clause.numbered:
                state.open_numbered(clause.numbered)
            if index and found[index - 1].end in answered:
                state.deadline = None  # 6月底前开伙（民政局负责）；改造小区28个（住建局负责）: each to its own time
            state.upcoming = found[index + 1] if index + 1 < len(found) and clause.closing in ",，" else None
            state.quote(self.telling.quotes(self.text, clause.start, clause.end))
            frame = finding.frames[index]
            cues = frame.cues if frame is not None else self.cues.within(clause.start, clause.end)
            if clause.closing in ":：" and self.lists.announces(self.text, clause):
                state.announce()
                if self.lists.lays_down(self.text, clause, cues):
                    state.aiming = True
                    self.dropped.append(Dropped("forward", clause.start, clause.end, "agenda"))
                    continue
            if frame is None and self.gate.plain(clause, cues, state):
                self.dropped.append(Dropped("checkable", clause.start, clause.end, "nothing-to-check"))
                state.take_plain(clause, cues, decided=self.gate.decided(clause))
                state.failing = state.failing or fails(self.text, clause, self.shapes.forward)
            else:
                frame = frame or self.reader.read(clause, cues, (), ())
                self._clause(state.keep_aim(taken_up(frame, item, self.text, self.grammar.shapes)), state, passage)
        state.close(self.grammar.surnames)
        if found:
            self.announced.open_behind(found[-1], made=len(self.ledger.rows) > state.first_row)

    def _clause(self, frame: Frame, state: SentenceState, passage: Passage) -> None:
        text, clause = self.text, frame.clause
        if state.fronted_deadline is not None and self.reader.roles.comes_about(frame):
            frame.role = "predicate"  # 年底前,|12家企业搬迁。
        own = self.gate.due(self.dates.definite(frame), frame, ordered=state.emitted)
        state.turn_to(frame)
        norm = state.quoted in ("norm", "meeting")
        above = frame.modal is None and (own is None or yearly(own)) and (norm or is_above(frame.owners))
        if not (above and (norm or state.reporting or self.statements.reports(frame))):
            state.take_subject(frame, text)
        if self._turns(frame, state, passage):
            state.told = state.reporting = False
        fronted = state.fronted_deadline
        if own is None and frame.role == "predicate":
            own, state.fronted_deadline = self.gate.due(fronted, frame, ordered=state.emitted), None
        told = frame.mask & (PAST | BACKGROUND) and self.statements.reports(frame)  # 现在只到位8家: how things stand, no topic
        counted = frame.countable and frame.role == "predicate" and not told
        if self.topics.settle(frame, state.upcoming, self.ledger.last_of(state.first_row), counted=counted, listed=state.lists_on(frame)):
            state.share_subject(*self.ledger.subject_of_last())
        if frame.mask & TARGETS and state.quoted != "agenda":
            state.forward = state.item.targets = True
            state.deadline = own or period_of_targets(self.text, clause, self.shapes.dates, self.find_deadlines) or state.deadline
        if self._goes_on(frame, own, state, passage):
            return
        if frame.role != "predicate" or self.gate.heads(frame, state):
            self._take_setting(frame, own, state)
            return
        reason = self._reason_against(frame, own, state, passage)
        if reason:
            self._refuse(frame, own, state, reason)
            return
        state.matter = frame.matter or state.matter
        state.reporting = False
        if frame.modal is not None or frame.owners or (own is not None and not yearly(own) and not bare_period(own)):
            state.forward, state.told = True, False
        if len(self.ledger.rows) > state.first_row and self.ledger.extend(frame, own):
            state.pending = None
            return
        carried = self._carried(frame, state) if own is None else None
        level = self.levels.of(frame, own, carried, state)
        lasting = None if own is None or of_an_event(own) else holds_on(own)
        if lasting is not None:
            state.deadline, state.fronted = lasting, own is fronted
        if level is None or self.ledger.trimmed(frame.action, clause.end) <= frame.action:
            self._drop(frame, state, "checkable", "not-checkable")
            state.waiting = frame if frame.owners or state.forward else None
        else:
            self._emit(frame, level, own, carried, state, passage)

    def _refuse(self, frame: Frame, own: DeadlineMention | None, state: SentenceState, reason: str) -> None:
        """Drop a clause that is no task; the date before an attitude holds for what follows (今年要坚持开门办公,建成水厂3座)."""
        self._drop(frame, state, "forward", reason)
        headed = reason == "agenda" and frame.modal is not None and frame.clause.closing in ":："  # 今年要做到两条：…
        if reason == "explanation" and self.judge.describes_duty(frame):
            state.forward = True  # 公厕要做到全天开放,每座…: what a thing has to be like, and then how much of it
        if reason in ("exhortation", "vague", "agenda") and own is not None and not own.deadline.recurrence:
            state.deadline = own
        state.take_refusal(reason)
        if headed or (reason == "past" and self.gate.decided(frame.clause)):
            state.announce()
        rest = rest_left(frame, state.upcoming, self.text, self.shapes.dates, self.find_deadlines)
        state.topic_quantities = rest or state.topic_quantities

    def _goes_on(self, frame: Frame, own: DeadlineMention | None, state: SentenceState, passage: Passage) -> bool:
        """Take a clause that only adds to what stands before it: how often, a part, how much of each; return whether it does."""
        clause, waiting, state.waiting = frame.clause, state.waiting, None
        if frame.role == "deadline" and own is not None and own.deadline.recurrence:
            if waiting is not None:  # 到社区服务,每月不少于一次
                if len(own.deadline.recurrence) > 1:
                    frame.action, waiting = own.start_char, frame  # 把任务逐项分解,每月调度、每季通报: acts of its own
                self._emit(waiting, "hard", own, None, state, passage)
                return True
            if self.ledger.takes_rhythm(frame, own, behind_row=state.emitted, led=state.emitted or bool(state.owners)):
                return True
        if waiting is not None and own is not None and own.deadline.recurrence and self.ledger.only_bounds(frame):
            self._emit(waiting, "hard", own, None, state, passage)
            self.ledger.stretch(frame)
            return True
        if waiting is not None and frame.quantities and (self.ledger.counts_all(clause) or self.ledger.bounds_each(frame)):
            self._emit(waiting, "hard", None, state.deadline, state, passage)  # 对夜市摊点挨个查,共63家
            return self.ledger.extend(frame, own)
        late = self.ledger.time_behind(frame, state.first_row, waits=waiting is not None)
        if late is not None:
            state.deadline = late
            if waiting is not None:
                self._emit(waiting, "hard", late, None, state, passage)
            return True
        adds = frame.role == "topic" or self.shapes.discourse.adds.ask(self.text, clause.start, clause.end) is not None  # 其中过亿的3家
        return adds and bool(frame.quantities) and len(self.ledger.rows) > state.first_row and self.ledger.extend(frame, own)

    def _turns(self, frame: Frame, state: SentenceState, passage: Passage) -> bool:
        """Whether a clause goes over from what is told to what has to be done."""
        if frame.modal is not None or frame.spoken or state.renew(frame, self.dates):
            return True
        if state.reporting and not passage.heading.review and self.dates.to_come(frame, state.span[0]):
            state.forward = True  # 厂房还空着一半,上半年去化三成
            return True
        if not (frame.by_agent and (state.reporting or state.told)) or passage.heading.review:
            return False
        told = self.gate.told_before(self.cues.within(*state.span), frame.clause.start)  # 老板跑路了,由街道先垫付…: work is given
        dated = state.forward or frame.leads or bool(frame.deadlines) or self.text.find("先", frame.action - 1, frame.clause.end) >= 0
        turns = told and dated and self.passages.mood_beside(passage, state.span) >= 0
        state.forward = state.forward or turns
        return turns

    def _carried(self, frame: Frame, state: SentenceState) -> DeadlineMention | None:
        """Return the deadline in force, which a new subject without a figure of its own (审计局派人到场) leaves.

        同步 takes over the deadline of the clause before, a frequency as well (工会每周巡查,各组同步排查).
        """
        point = state.deadline and self.shapes.dates.next_point.ask(self.text, state.deadline.end_char, frame.clause.end)
        if point and point["first"] is None:
            state.deadline = None  # 一是9月底前摸清底数;二是建立台账
        if self.shapes.discourse.alongside.ask(self.text, frame.clause.start, frame.clause.end) is None:
            rhythm = self.ledger.rhythm_kept(frame, state.segment_row)  # 每天巡查不少于2次,上线率不低于95%
            return rhythm or (None if (frame.owners or state.handed) and not frame.quantities else state.deadline)
        last = self.ledger.rows[-1].deadline if len(self.ledger.rows) > state.first_row else None
        taken_over = last is not None and not last.vague and self.text.find("同步", frame.clause.start, frame.clause.end) >= 0
        return last if taken_over else state.deadline

    def _drop(self, frame: Frame, state: SentenceState, stage: str, reason: str) -> None:
        self.dropped.append(Dropped(stage, frame.clause.start, frame.clause.end, reason))
        state.pending = None
        if not (frame.owners or frame.modal or frame.quantities or frame.deadlines):
            state.plain = frame.clause

    def _reason_against(self, frame: Frame, own: DeadlineMention | None, state: SentenceState, passage: Passage) -> str:
        """Return why the clause is no task, "" where it is one."""
        reason = self._reason(frame, own, state, passage)
        if state.upcoming is not None:
            reason = self.judge.by_next(frame, state.upcoming, reason)
        if state.conditional and follows(self.text, frame.clause, self.shapes.forward):
            reason = "condition"
        state.conditional = reason == "condition"
        state.failing = state.failing and own is None and not frame.quantities and not frame.owners
        reason = reason or ("sanction" if state.failing else "")
        if reason and self.vouch is not None and (own is not None or frame.quantities) and not (state.quoted or passage.heading.review):
            told = self.passages.mood(passage, state.span) < 0  # what a review has done reads like what is to be done
            frame.vouched = not told and self.vouch(self.text, (frame.clause.start, frame.clause.end), state.span)
        return "" if frame.vouched else reason

    def _reason(self, frame: Frame, own: DeadlineMention | None, state: SentenceState, passage: Passage) -> str:
        quoted = state.quoted and self.judge.is_quoted(frame, own, state.quoted)
        if not quoted and state.quoted != "yardstick":
            state.quoted = ""
        reason = self.judge.forward(frame, own, frame.clause.start >= passage.closes, lambda: self._context(frame, state, passage))
        if reason or quoted:
            return reason or ("agenda" if state.quoted == "agenda" else "explanation")
        clause, modal, year = frame.clause, frame.modal is not None, self.passages.year
        dated, figures = own is not None and not yearly(own) and not spans_years(own), bool(frame.quantities)
        carried = state.deadline is not None and not frame.owners
        kind = {"modal": modal, "dated": dated, "measured": figures, "carried": carried, "asked": state.forward or state.asking}
        return self.telling.reason(self.text, clause.start, clause.end, action=frame.action, year=year, **kind)

    def _context(self, frame: Frame, state: SentenceState, passage: Passage) -> Context:
        """Return what the discourse says about a clause that does not speak for itself."""
        mood = self.passages.mood(passage, state.span)
        answered = frame.clause.end <= max(self.items.answered(state.item, passage.line), self.announced.end)
        mood = max(mood, PLANS) if answered or state.listed else mood  # …(牵头单位:…): what somebody is named for behind it directs work
        opens = frame.head_deadline is not None or (frame.modal is not None and frame.modal.start == frame.clause.start)
        active = state.forward or opens or bool(frame.owners)
        verb_first = self.reader.starts_with_verb(frame)
        led = bool(state.item.current or state.item.lead)
        return Context(
            mood=mood,
            review=passage.heading.review and not (state.item.targets and state.forward),  # 今年…主要预期目标是:…
            planned=answered or state.listed or (passage.heading.tasks and mood >= PLANS),
            directed=state.item.directed,
            forward_before=state.forward or state.item.targets or state.emitted,
            reporting=(state.reporting and mood < PLANS) or (state.told and not frame.owners),
            owned=(bool(state.owners) and active) or (led and ((mood >= 0 and verb_first) or frame.spoken)),
            led=led,
            follows=self.ledger.just_before(state.span[0]),
            verb_first=verb_first or self.text[frame.action] in "对把" or (bool(state.created) and mood == 0),
        )

    def _take_setting(self, frame: Frame, own: DeadlineMention | None, state: SentenceState) -> None:
        """Let a clause without a predicate set the scene: subject, deadline, topic, fronted object, condition."""
        if self.gate.decided(frame.clause):
            state.announce()  # 三季度的盘子已经排好：…
            return
        state.conditional = bool(frame.mask & CONDITION) or lags(self.text, frame.clause, self.shapes.forward)
        if frame.quantities or own is not None:
            self.dropped.append(Dropped("clauses", frame.clause.start, frame.clause.end, "no-predicate"))
        described = frame.role == "means" and not frame.owners and self.text[frame.clause.end - 1] == "的"
        state.fallen = state.fallen or described or frame.role == "topic"  # 对逾期不改的,…; 凡是没有手续的民宿,…
        if fails(self.text, frame.clause, self.shapes.forward):
            state.failing = True  # 对6月底前仍未开工的项目: by when those have failed who are spoken of
            return
        if self.shapes.forward.up_to_now.ask(self.text, frame.clause.start, frame.clause.end):
            state.told = True  # 目前,策划储备项目131项
        if own is not None and sets_nothing(own, state.deadline):
            own = None
        if own is not None:
            state.fronted_deadline = own if frame.role == "deadline" else None  # 每月25日前,各镇要报一次: a rhythm as well
            state.deadline, state.fronted = (state.deadline, state.fronted) if own.deadline.recurrence else (own, frame.role == "deadline")
        if own is not None and not (yearly(own) or bare_period(own)):
            state.forward = True
        each = bool(frame.owners) and self.grammar.shapes.each_acts.ask(self.text, frame.clause.end, len(self.text)) is not None
        called = each or (bool(frame.owners) and self.text[frame.clause.end - 1] in "呢啊嘛")  # 投诉办呢,…; 各科科长,每人…: spoken to
        if frame.modal is not None or frame.leads or frame.by_agent or frame.partners or called:
            state.forward = True
        if frame.role == "assign" and gives_back(frame, self.text, self.shapes.duties):
            self.ledger.give(frame.owners, frame.partners, state.segment_row)
        elif frame.role == "assign" and frame.assists:
            self.ledger.join(state.charged, state.partners, state.segment_row)
        counts = self.statements.counts_past(frame)
        if frame.modal is None and self.statements.reports(frame) and (counts or not frame.countable):
            state.reporting = state.reporting or bool(frame.mask & PAST)  # 二十年后的今天,…: what follows in the sentence is told
            state.told = state.told or counts or (bool(frame.mask & PAST) and frame.brief)  # 去年换了三条缆,…; 去年,…
            state.topic_quantities = rest_left(frame, state.upcoming, self.text, self.shapes.dates, self.find_deadlines)
            return
        if described or frame.role == "topic":
            state.fall_back()
        if frame.role == "topic":
            state.take_topic(frame, over=self.telling.is_over(self.text, frame.clause.start, frame.clause.end))
        elif frame.role == "object":
            state.pending, state.pending_cut = frame, False
        elif frame.role in ("assign", "deadline"):
            state.pending_cut = True
        names = frame.role == "assign" and frame.action < frame.clause.end and not frame.assists
        if names and not hands_over(frame, self.text, self.shapes.duties):
            state.matter = (frame.action, frame.clause.end)
        part = frame.role == "means" and self.shapes.discourse.part.ask(self.text, frame.clause.start, frame.clause.end)
        if part or (frame.role == "assign" and frame.quantities and frame.quantities[-1].end_char <= frame.action):
            state.topic_quantities = frame.quantities  # 其中六处最危险的,…

    def _emit(
        self,
        frame: Frame,
        level: Level,
        own: DeadlineMention | None,
        carried: DeadlineMention | None,
        state: SentenceState,
        passage: Passage,
    ) -> None:
        """Make the row of a clause out of the frame and what is in force around it."""
        self._take_new_topic(frame, state)
        if share := own_share(frame, state.owners, self.text, self.grammar):
            state.take_share(share)
        owners, kind, partners = settle_owner(state, frame, self.text)
        if frame.matter is not None and frame.modal is not None and frame.modal.modality == "will":
            owners, kind, partners = (), "none", ()  # 产值将突破…: the subject is what is forecast
        start, quantities = state.take_pending(frame)
        deadline = self.dates.within(own, state.deadline) if own is not None else carried if level == "hard" else None
        deadline = deadline or next((mention for mention in frame.deadlines if mention.vague), None)
        is_carried = deadline is not None and deadline is carried
        bidden = frame.modal is None and is_bidden(self.text, frame.clause.start, frame.clause.end, self.shapes.forward)
        manner = {"inherited": kind == "inherited", "bare": not state.forward, "bidden": bidden}
        rules = rules_of(frame, owners, quantities, deadline, carried=is_carried, **manner)
        self.ledger.rows.append(
            Row(
                level=level,
                owners=owners,
                owner_kind=kind,
                partners=partners,
                matter=state.matter,
                action=(start, self.ledger.trimmed(start, frame.clause.end)),
                quantities=quantities,
                deadline=deadline,
                deadline_carried=is_carried,
                sentence=state.span,
                modality=modality_of(frame, state.aiming),
                path=passage.path,
                rules=rules,
                mood=self.passages.mood(passage, state.span),
            )
        )
        state.created = created_body(self.text, frame.clause, self.grammar) or state.created
        state.take_row()
        if frame.modal is not None or frame.owners or (own is not None and not (yearly(own) or bare_period(own))):
            state.item.directed = True

    def _take_new_topic(self, frame: Frame, state: SentenceState) -> None:
        """Take what the clause is newly about: from the clause before, where that was passed over unread."""
        if state.matter is None and not frame.owners:
            state.matter, fallen = topic_before(state.plain, frame, self.cues, self.reader)
            state.fallen = state.fallen or fallen
