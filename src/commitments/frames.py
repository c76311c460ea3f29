"""Reads the head of a clause: who, with whom, by when, how binding, and where the action begins.

A clause is parsed from left to right. What may stand before the main verb (connective, owner, modal,
deadline, co-owner) is taken off; what remains is the action. A topic or a subject that is no owner stays
with the clause as its `matter`.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Final

from commitments.calls import addressed, spoken_to
from commitments.charged import belongs_to, borne_by
from commitments.clauses import Clause
from commitments.cues import ASSIST, COLLECTIVE, CONNECTIVE, EXPLAIN, LEAD, METRIC, MODAL, TARGETS, WILL, WITH, Cue, of_kind
from commitments.demanded import take_told
from commitments.duties import only_assists, promises
from commitments.frame import Frame
from commitments.gated import any_stands
from commitments.link_shapes import LinkShapes
from commitments.mentions.acting import acting_at, named_behind, who_acts
from commitments.mentions.coordination import behind_list
from commitments.mentions.endings import ADJUNCT, ASKED, HANDS, endings_in
from commitments.mentions.lookalikes import acted_on, is_project, opens_like_clause
from commitments.mentions.owners import OwnerGrammar
from commitments.ner import Guess, question_about
from commitments.predicates import LONGEST_ADJUNCT, VERBS, adjunct, starts_with_verb
from commitments.roles import Roles
from commitments.singled import take_singled, wanted
from commitments.subjects import event_before, familiar_at, lone_field, may_know, subject_at
from commitments.topics import before_agent, counted_topic, counts_part, dates_noun, lasts_until, modifies_topic, short_topic, thing_topic
from commitments.types import DeadlineMention, OwnerMention, QuantityMention

_LONGEST: Final = 40  # characters within which a name at the head of a clause ends
_LONGEST_TOPIC: Final = 32
_HOW_OFTEN: Final = 3  # characters that may follow a frequency that closes its clause (每季度公布一次)
_NO_DATES: Final[frozenset[int]] = frozenset()
_START: Final = attrgetter("start_char")


class FrameReader:
    """Reads frames of one text."""

    __slots__ = ("grammar", "guess", "named", "roles", "shapes", "text")

    def __init__(self, text: str, grammar: OwnerGrammar, shapes: LinkShapes, guess: Guess | None = None) -> None:
        self.text = text
        self.grammar = grammar
        self.shapes = shapes
        self.guess = guess
        self.named = endings_in(grammar.words, text)
        self.roles = Roles(text, grammar.verbs, shapes)

    def may_name(self, start: int, end: int) -> bool:
        """Whether a word that ends the name of a body ends in [start, end) (水利[局]要清淤)."""
        return self.named.any_within(start, end)

    def read(
        self,
        clause: Clause,
        cues: tuple[Cue, ...],
        deadlines: tuple[DeadlineMention, ...],
        quantities: tuple[QuantityMention, ...],
    ) -> Frame:
        """Return the frame of a clause."""
        frame = Frame(clause, cues, deadlines, quantities)
        position = self._take_opening(frame)
        later = self._later_head(frame, position)
        if later is not None:
            metric = frame.measures = self.shapes.predicates.metric_noun.ask(self.text, position, later) is not None
            frame.embedded = self._embeds(frame, position)  # 确保电池项目年底前投产: the whole clause is what is aimed at
            whole = metric or frame.embedded
            frame.matter = None if whole else (position, later)
            behind = self._take_head(frame, later)
            position = position if whole else behind
        if frame.modal is None and frame.quantities:
            frame.modal = next((cue for cue in of_kind(frame.cues, MODAL) if cue.start > position and self._stretches(frame, cue)), None)
        frame.action = position
        frame.assists = frame.assists or only_assists(frame, self.text, self.shapes.duties)
        frame.role = self.roles.role(frame)
        frame.measures = frame.measures or (bool(frame.mask & METRIC) and self._measure_leads(frame))
        return frame

    def _measure_leads(self, frame: Frame) -> bool:
        """Whether a measure is the subject of the action (签约率要达到95%)."""
        measures = (cue.start for cue in of_kind(frame.cues, METRIC) if cue.start > frame.action)
        return self.shapes.predicates.metric_noun.ask(self.text, frame.action, next(measures, frame.action)) is not None

    def read_subject(self, clause: Clause, cues: tuple[Cue, ...]) -> Frame:
        """Return a frame of which only the head is read: who, and with which modal."""
        frame = Frame(clause, cues, (), ())
        frame.action = self._take_opening(frame)
        frame.assists = frame.assists or only_assists(frame, self.text, self.shapes.duties)
        return frame

    def names_later(self, frame: Frame) -> bool:
        """Whether who acts may stand behind a topic (农贸市场改造由住建局…)."""
        later = self._later_head(frame, frame.action)
        return later is not None and self.may_name(later, frame.clause.end)

    def _take_head(self, frame: Frame, position: int) -> int:
        end = frame.clause.end
        while position < end:
            step = self._step(frame, position, end)
            if step <= position:
                break
            position = step
        return position

    def _step(self, frame: Frame, position: int, end: int) -> int:
        """Take one element off the head; return the place behind it, or the same place where there is none."""
        text = self.text
        char = text[position]
        if char in " \u3000、" or (char == "并" and text[position + 1 : position + 3] in self.grammar.verbs):
            return position + 1  # 把缺口补齐,并|建立台账
        dated = frame.head_deadline is not None and frame.head_deadline.end_char == position
        if dated and char in "和及与" and self._deadline_at(frame, position + 1) is not None:
            return position + 1  # 10月底[和]12月20日前
        deadline = self._deadline_at(frame, position) if frame.deadlines else None
        if deadline is not None:
            frame.head_deadline = frame.head_deadline or deadline
            after = self.shapes.frames.after_deadline.ask(text, deadline.end_char, end)
            return after.end() if after else deadline.end_char
        if frame.deadlines and char in self.grammar.subjects.event_heads:
            event = event_before(text, position, end, frame.deadlines, self._dates(frame), self.grammar)
            if event:
                return event
        if told := self._behind_adjunct(frame, position, end):
            return told
        for cue in frame.cues:
            if cue.start >= position:
                taken = self._take_cue(frame, cue, end) if cue.start == position else position
                if taken > position:
                    return taken
                break
        if pointed := self._behind_pointing(frame, position, end):
            return pointed
        along = self._behind_along(char, position, end) if frame.owners else 0
        if along and (asked := named_behind(text, along, end, self.grammar, self._dates(frame))):
            frame.partners += tuple(asked)
            return behind_list(text, asked[-1].end_char, self.grammar.shapes)  # 由宣传部商公安局制定方案; 应急局带消防队,…
        if not frame.owners and (char in self.shapes.frames.actor_heads or char in self.grammar.subjects.belongs_heads):
            taken = self._take_agent(frame, position, end)
            if taken > position or char == "由":
                return taken
        if frame.owners or frame.collective or self._embeds(frame, position):
            return position
        names, stop = familiar_at(text, position, end, self._dates(frame), self.grammar)
        if not names and (char in self.grammar.subjects.masked_heads or self.may_name(position, min(end, position + _LONGEST))):
            names, stop = subject_at(text, position, frame.clause, frame.cues, self._dates(frame), self.grammar)
        if not names or counts_part(frame, names[-1].end_char, text, self.shapes.frames):
            return position
        shapes, behind = self.shapes.frames, names[-1].end_char
        if aside := shapes.demands.ask(text, behind, len(text)) or shapes.titled.ask(text, behind, end):
            return min(aside.end(), end)  # 县政府要求|6月底前清淤: others are to do it; 县长在动员会上的讲话|今年是…
        self._take_subject(frame, names, position, stop)
        promised = shapes.promised.ask(text, stop, end)
        return promised.end() if promised else stop

    def _behind_pointing(self, frame: Frame, position: int, end: int) -> int:
        """Return the place behind a topic that points at who sees to it (电的事|供电所要上心), or 0."""
        points = frame.deadlines or frame.mask & (LEAD | MODAL) or self.text[end - 1] in self.grammar.subjects.bears_lasts
        points = points and not frame.owners and any_stands(self.grammar.subjects.pointing_words, self.text, position, end)
        pointing = self.grammar.subjects.pointing.ask(self.text, position, end) if points else None
        sees = pointing and (frame.mask & LEAD or acting_at(self.text, pointing.end(), end, self.grammar, self._dates(frame))[0])
        return pointing.end() if pointing and sees else 0

    def _behind_along(self, char: str, position: int, end: int) -> int:
        """Return where the name begins of who is asked behind 商, or comes along behind 带; 0 where neither is said."""
        if char == "商":
            return position + 1
        shapes = self.grammar.shapes
        along = shapes.brings.ask(self.text, position, end) if char in shapes.along_heads else None
        return along.end() if along else 0

    def _take_subject(self, frame: Frame, names: list[OwnerMention], position: int, stop: int) -> None:
        """Take those who act, of whom the clause tells from `position` to `stop`."""
        text = self.text
        shapes = self.grammar.shapes
        beside = names[1:] if len(names) == 2 and shapes.side_by_side.ask(text, names[0].end_char, stop + 2) else []  # 甲与乙一道
        self._own(frame, names[:1] if beside else names)
        frame.leads = frame.leads or self.grammar.subjects.things.ask(text, stop, frame.clause.end) is not None
        frame.partners += tuple(beside)
        if stop > names[-1].end_char + 1:
            frame.mask &= ~TARGETS  # 水利局的任务是…: its own task, no list of targets
        pointed = frame.matter is not None and self.grammar.begins.counts(text, *frame.matter)
        rest = pointed or self.shapes.dates.rest.ask(text, position, frame.clause.end)
        counted = self.grammar.subjects.counted_rest.ask(text, frame.clause.start, position) is not None  # 这6户|石桥镇
        first = names[0].start_char if rest or counted else 0  # 余下4座|交通运输局: the topic's figure stays
        frame.quantities = tuple([mention for mention in frame.quantities if mention.end_char <= first or mention.start_char >= stop])

    def _behind_adjunct(self, frame: Frame, position: int, end: int) -> int:
        """Return where another event that tells the time ends, at the head of a clause or behind who acts, or 0."""
        opens = (position == frame.clause.start or frame.owners) and self.named.holds(ADJUNCT, position, position + LONGEST_ADJUNCT)
        told = adjunct(self.text, position, end, self.shapes.predicates) if opens else 0
        if told and not frame.owners and position < acting_at(self.text, position, end, self.grammar)[1] < told:
            return 0  # 服务中心接到以后,…: who acts stands before it
        return 0 if any(mention.start_char < told for mention in frame.deadlines) else told  # 民政局[年底之前]: a date, no event

    def _take_opening(self, frame: Frame) -> int:
        """Take the head of a clause, of which nothing has been read yet; return the place behind."""
        if behind := take_told(frame, self.text, self.named, self.grammar, self.shapes.frames):
            return self._take_head(frame, behind)
        if behind := take_singled(frame, self.text, self.grammar) or self._take_addressed(frame):
            return behind
        names, start = spoken_to(self.text, frame.clause.start, frame.clause.end, self.grammar)
        if names:
            self._own(frame, names)  # 于书记你本月再上门谈两轮
        frame.speak_to(start)
        return self._take_unknown(frame, self._take_head(frame, start))

    def _take_addressed(self, frame: Frame) -> int:
        """Take a clause that does nothing but name who is meant; return its end, else 0."""
        start, end = frame.clause.start, frame.clause.end
        known = may_know(self.text, start, end, self.grammar.surnames)
        if not (known or self.may_name(start, end) or self.text[end - 1] in self.grammar.subjects.listens_lasts):
            return 0
        subjects = self.grammar.subjects
        bears = self.text[end - 1] in subjects.bears_lasts or subjects.answers.ask(self.text, start, end) is not None
        if bears and frame.clause.closing not in (",", "，") and (names := borne_by(self.text, frame.clause, self.grammar)):
            self._own(frame, names)
            frame.leads, frame.mask = True, frame.mask | LEAD
            return end
        names, frame.leads = addressed(self.text, frame.clause, self.grammar)
        if not names or self._makes_listed(frame, names[0]):
            return 0
        self._own(frame, names)
        frame.quantities = tuple([it for it in frame.quantities if it.end_char <= names[0].start_char])  # 8个零报告的镇纪委
        return end

    def _makes_listed(self, frame: Frame, first: OwnerMention) -> bool:
        """Whether a verb opens a list of places (建设城东、城南、城北三个园区): what is made, and nobody who is called up."""
        opening = next((cue for cue in frame.cues if cue.start == first.start_char), None)
        return opening is not None and first.rule == "owner.listed" and bool(opening.kinds & VERBS) and opening.end < first.end_char

    def _take_agent(self, frame: Frame, position: int, end: int) -> int:
        """Take who acts behind 由 or 请, or the speaker himself (我每月至少跑一遍); return the place behind."""
        text, shapes = self.text, self.shapes.frames
        if text[position] == "我" and (asked := wanted(text, position, end, self._dates(frame), self.grammar))[0]:
            self._own(frame, asked[0])
            frame.mask &= ~EXPLAIN  # 我要的是水利局年内修好
            return asked[1]
        agent = shapes.agent.ask(text, position, end)
        speaker = None if agent else shapes.speaker.ask(text, position, end)
        if speaker:
            behind = speaker.end()
            if behind in self._dates(frame) or shapes.speaker_acts.ask(text, behind, end):
                stop = position + (2 if text[position] == "本" else 1)
                frame.owners = (OwnerMention(position, stop, text[position:stop], "owner.speaker"),)
                other = speaker.span("other")  # 我和镇长
                frame.owners += (OwnerMention(*other, text[slice(*other)], "owner.role", strength="role"),) if other[0] > 0 else ()
                return behind
            return position
        if text[position] in self.grammar.subjects.belongs_heads and self.named.holds(HANDS, position, end):
            names, place, behind = belongs_to(text, position, end, self._dates(frame), self.grammar)
            if names and place == position:
                self._own(frame, names)
                frame.by_agent = frame.leads = True
                return behind
        if agent is None:
            return position
        names = named_behind(text, agent.end(), end, self.grammar, self._dates(frame))
        if agent["told"]:
            names = names if self._is_told(frame, names, end) else []
        else:
            names = names or lone_field(text, agent.end(), end, self._dates(frame), self.grammar, agent=agent["asked"] is None)[0]
        if not names or any(names[0].start_char <= mention.start_char < names[-1].end_char for mention in frame.deadlines):
            behind = agent.end()  # 要求[大家6月底前清淤12处]: no name holds a date
            dated = {behind, *(cue.end for cue in of_kind(frame.cues, COLLECTIVE) if cue.start == behind)} & self._dates(frame)
            return behind if agent["asked"] and (names or dated) else position
        self._own(frame, names)
        frame.quantities = tuple([it for it in frame.quantities if not names[0].start_char <= it.start_char < names[-1].end_char])
        frame.asked = agent["asked"] is not None
        frame.by_agent = not frame.asked
        return behind_list(text, names[-1].end_char, self.grammar.shapes)

    def _is_told(self, frame: Frame, names: list[OwnerMention], end: int) -> bool:
        """Whether those behind 让 or 安排 are to act (让水利站月底前清淤), unlike those for whom something is done (让企业放心)."""
        if not names or any(name.collective for name in names):
            return False
        stop = names[-1].end_char
        if stop in self._dates(frame):
            return True
        if not self.grammar.body_before(self.text, names[-1].start_char, stop):
            return False  # 让更多企业参与
        due = frame.head_deadline is not None and frame.head_deadline.start_char < names[0].start_char  # 9月底前让水利站补种30亩
        if due and frame.quantities and self.shapes.frames.receives.ask(self.text, stop, end) is None:
            return True
        duty = self.grammar.duty.match(self.text, stop, end) is not None
        acts = duty or self.text[stop : stop + 2] in self.grammar.verbs
        return acts and (duty or self.grammar.shapes.office.ask(self.text, names[-1].start_char, stop) is not None)

    def _take_unknown(self, frame: Frame, position: int) -> int:
        """Ask the trained model who stands before the first cue of a task, where the grammar knows nobody; go on behind the answer."""
        if self.guess is None or frame.owners or frame.collective or frame.modal is not None:
            return position
        question = question_about(self.text, (position, frame.clause.end), frame.cues, frame.deadlines)
        if question is None or is_project(self.text, question.start, question.stop, question.end, self.grammar, known=False):
            return position
        if question.cue == "由" and self.grammar.shapes.idle.ask(self.text, question.start, frame.clause.end):
            return position  # 由两间诊室增至五间
        names = self.guess(question)
        if not names or opens_like_clause(self.text, names[0].start_char, names[-1].end_char, self.grammar):
            return position
        if counts_part(frame, names[-1].end_char, self.text, self.shapes.frames):
            return position
        first, stop, shapes = names[0].start_char, names[-1].end_char, self.grammar.shapes
        if shapes.takes_object.ask(self.text, first, stop):
            return position  # 带动合作社年内…, 针对当前所…: the object of what opens the clause
        if shapes.acts_inside.ask(self.text, first, stop) or shapes.no_name.ask(self.text, first, stop):
            return position  # 督促街道办6月底前…, 上报市今年的目标是…
        if acted_on(self.text, names[-1].start_char, names[-1].end_char, frame.clause.end, self.grammar):
            return position
        if self.grammar.begins.behind_counted(self.text, position, names[-1].end_char) > position:
            return position  # 这批危房|住建局9月底前…
        self._own(frame, names)
        frame.quantities = tuple([mention for mention in frame.quantities if not first <= mention.start_char < stop])  # 两家平台公司
        frame.by_agent = question.cue == "由"
        return self._take_head(frame, names[-1].end_char)

    def _embeds(self, frame: Frame, position: int) -> bool:
        """Whether an aim word stands right before: what follows is then a clause of its own (力争开发区进入前十)."""
        aim = frame.modal
        return aim is not None and aim.modality == "aim" and aim.end == position

    def _dates(self, frame: Frame) -> frozenset[int]:
        """Return the places where a deadline begins, with the preposition before it: a name that ends there acts."""
        if not frame.deadlines:
            return _NO_DATES
        starts = (it.start_char - (self.text[it.start_char - 1] in self.shapes.frames.at_heads) for it in frame.deadlines)
        return frozenset(starts)

    def _deadline_at(self, frame: Frame, position: int) -> DeadlineMention | None:
        before = self.shapes.frames.at.ask(self.text, position, frame.clause.end)
        last = before.end() if before else position
        place = bisect_left(frame.deadlines, position, key=_START)
        if place == len(frame.deadlines) or frame.deadlines[place].start_char > last:
            return None
        mention = frame.deadlines[place]
        dates = self.shapes.dates
        which = "deadline-before-speech" in mention.warnings and dates.dated_noun.ask(self.text, mention.end_char, frame.clause.end)
        return None if which or self.text.startswith("的", mention.end_char) else mention

    def _take_cue(self, frame: Frame, cue: Cue, end: int) -> int:
        kinds = cue.kinds
        if kinds & CONNECTIVE:
            return cue.end
        if kinds & COLLECTIVE and not frame.owners:
            following = who_acts(self.text, cue.start, end, self.grammar, self._dates(frame))
            if following and following[-1].end_char > cue.end and following[0].start_char >= cue.start:
                return cue.start
            frame.collective = True
            return cue.end
        if kinds & MODAL and cue.modality == "aim" and frame.modal is not None and frame.modal.modality == "aim":
            return cue.start  # 力争全年争取资金8亿元: the second one is the verb
        if kinds & MODAL and cue.end < end and not self._keeps_at(frame, cue):
            if frame.modal is None or frame.modal.modality == "shall":
                frame.modal = cue
            dated = self.text[cue.end - 1] != "在" or self._deadline_at(frame, cue.end) is not None
            return cue.end if dated else cue.end - 1  # 力争[在校学生]达到3000人
        if kinds & WILL and promises(frame, cue, end, self.text, self.shapes.duties):
            frame.modal = frame.modal or cue
            return cue.end
        if kinds & LEAD and (frame.owners or frame.collective):
            frame.leads = True
            return cue.end
        if kinds & ASSIST and frame.owners and frame.modal is None and self._only_helps(cue, end):
            frame.assists = True
            return cue.end
        if kinds & WITH:
            names = named_behind(self.text, cue.end, end, self.grammar)
            behind = behind_list(self.text, names[-1].end_char, self.grammar.shapes) if names else cue.start
            alone = behind == end if names else self.grammar.shapes.counted_class.ask(self.text, cue.end, end) is not None
            frame.partners += tuple(names)
            frame.quantities = () if alone else frame.quantities  # 会同沿河5个乡镇
            return end if alone else behind
        return cue.start

    def _only_helps(self, cue: Cue, end: int) -> bool:
        """Whether a word of help says that the subject helps: some do so as the last word of the clause only (跟上)."""
        return cue.end == end or self.shapes.frames.closes.ask(self.text, cue.start, end) is None

    def _keeps_at(self, frame: Frame, cue: Cue) -> bool:
        """Whether an aim word is the verb of a measure (优良天数要确保在310天以上), and what follows no date (确保在6月底前…)."""
        place = cue.end - 1 if self.text[cue.end - 1] == "在" else cue.end
        keeps = cue.modality == "aim" and self.shapes.frames.at_figure.ask(self.text, place, frame.clause.end) is not None
        return keeps and self._deadline_at(frame, place) is None

    def _stretches(self, frame: Frame, cue: Cue) -> bool:
        """Whether an aim word puts a higher figure behind the one that is due (增长7%、力争7.5%)."""
        return self.text[cue.start - 1] == "、" and any(mention.end_char == cue.start - 1 for mention in frame.quantities)

    def _own(self, frame: Frame, names: list[OwnerMention]) -> None:
        frame.collective = frame.collective or all(name.collective for name in names)
        frame.owners = tuple([name for name in names if not name.collective])

    def _later_head(self, frame: Frame, position: int) -> int | None:
        """Return where the head goes on behind a topic (农贸市场5月底前…), or None."""
        text, clause, shapes, end = self.text, frame.clause, self.shapes.frames, frame.clause.end
        if position >= end or shapes.object.ask(text, position, end):
            return None
        asked = shapes.asked_later.ask(text, position, clause.end) if self.named.holds(ASKED, position, clause.end) else None
        if asked and named_behind(text, asked.end() + 1, clause.end, self.grammar):
            return asked.end()
        by = text.find("由", position + 1, clause.end)
        belongs = belongs_to(text, position + 1, end, self._dates(frame), self.grammar)[1] if self.named.holds(HANDS, position, end) else -1
        if by < 0 and belongs < 0 and not frame.deadlines and not frame.mask & MODAL:
            return None
        behind = shapes.by(text, by, clause.end) if by >= 0 else ()
        agents = [match.start() for match in behind if named_behind(text, match.end(), clause.end, self.grammar)]
        agents = sorted((*agents, belongs)) if belongs >= 0 else agents
        acts = self._starts_with_verb(frame, position) and not self.shapes.predicates.rate_of.ask(text, position, clause.end)
        acts = acts and not short_topic(frame, position, text, self.grammar.verbs, self.shapes.predicates)
        acts = acts and not counted_topic(frame, position, text, self.grammar.verbs, self.shapes.predicates)
        acts = acts and not thing_topic(frame, position, text, self.grammar.verbs, self.shapes.predicates)
        if acts and not modifies_topic(frame, position, text, self.shapes.dates):
            return agents[0] if agents and before_agent(frame, position, agents[0], text) else None
        dated = (
            mention.start_char
            for mention in frame.deadlines
            if not mention.vague
            and mention.start_char > position
            and text[mention.start_char - 1] not in '“"‘'
            and not text.startswith("的", mention.end_char)
            and not text.endswith("完成", position, mention.start_char)
            and not dates_noun(frame, position, mention, text, self.shapes.dates)
            and not lasts_until(frame, mention, text)
            and not (mention.deadline.recurrence and clause.end - mention.end_char <= _HOW_OFTEN)
        )
        places = [start - (text[start - 1] in "在于到至") for start in dated]
        inside = (cue for cue in of_kind(frame.cues, MODAL) if position < cue.start and cue.end < clause.end)
        modals = (cue.start for cue in inside if not self._keeps_at(frame, cue) and not self._stretches(frame, cue))
        places += [start for start in modals if text.rfind("“", position, start) <= text.rfind("”", position, start)]
        places += agents
        if not places:
            return None
        place = min(places)
        named = self.grammar.begins.behind_counted(text, position, place)  # 这8处漏点|水务公司6月底前…
        place = named if named > position else place
        return place if place - position <= _LONGEST_TOPIC else None

    def starts_with_verb(self, frame: Frame) -> bool:
        """Whether the action itself begins with a verb."""
        return self._starts_with_verb(frame, frame.action)

    def _starts_with_verb(self, frame: Frame, position: int) -> bool:
        return starts_with_verb(self.text, position, frame.clause.end, frame.cues, self.grammar.verbs, self.shapes.predicates)
