"""The discourse state that the linker carries through the outline: who is in charge, what is due, what it is about.

Three scopes nest. An *item* (an outline item, or a paragraph without headings) knows its lead body and the
last subject. A *sentence* knows its subject, its partners and the deadline in force. A *segment* (up to ；)
knows its topic and the parallel subjects, which a joint result clause shares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from commitments.clauses import Clause
from commitments.cues import BACKGROUND, MEANS, MODAL, PAST, Cue, mask_of
from commitments.duties import hands_over, only_leads
from commitments.frame import Frame
from commitments.items import Item, Owners
from commitments.link_shapes import LinkShapes
from commitments.owndates import OwnDates
from commitments.telling import Quoted
from commitments.types import DeadlineMention, OwnerKind, OwnerMention, QuantityMention

_EACH_LENGTH: Final = 3
"""Characters that 每一个 takes before a name."""
_CLOSE_BY: Final = 2
"""Characters between a body that is called up and its person (林业局，孙局长), at the most."""


class SentenceState:
    """What is in force inside a sentence.

    Attributes:
        first_row, segment_row: how many rows there were before it, and before its last segment.
        parted: whether a segment has just begun, and nobody has been named in it.
        emitted: whether the sentence has a row already: a new subject then brings its own deadline.
        upcoming: the clause that goes on behind the comma.
        aiming: whether an aim word holds for what follows.
        aside: owners, kind and partners from before a leader was mentioned in passing, to whom the next clause goes back.
        charged: who leads, where a clause says nothing else.
        failing: whether those have just been named who have not done what is due.
        handed: whether a clause behind the row before said only whose work it is (…,由甲负责,…).
        fallen: whether a topic or a measure has given the sentence back to the lead body of its item.
        idle: whether somebody has been named of whom nothing is asked yet.
        pooled: whether they all add something to one work (县里出钱,镇里出地).
        shares: those who have just been given a share of the work each; `shared` once rows were made of it.
        asking: whether a clause before asked for something that nothing checks (要抓进度,完成计划的60%).
        told: whether a clause before told what was done; `ordered`: whether who was named last is to act.
        listed: whether the sentence does nothing but list what is to be made.
        quoted: what is quoted, a norm or what others do.
        spoken: who has been spoken to before the sentence, and is in charge since.
        whole: whether a clause before said what a whole place reaches.
    """

    __slots__ = (
        "aiming", "announced", "aside", "asking", "by_agent", "charged", "conditional", "created", "deadline", "emitted", "failing",
        "fallen", "first_row", "forward", "fronted", "fronted_deadline", "handed", "idle", "item", "kind", "listed", "matter", "named",
        "once", "ordered", "owners", "parallel", "parted", "partners", "pending", "pending_cut", "plain", "pooled", "quoted", "reporting",
        "segment_row", "shapes", "shared", "shares", "span", "spoken", "told", "topic_quantities", "topic_start", "upcoming", "waiting",
        "whole",
    )  # fmt: skip

    def __init__(self, item: Item, span: tuple[int, int], first_row: int, shapes: LinkShapes, *, reporting: bool = False) -> None:
        self.item = item
        self.shapes = shapes
        self.span = span
        self.first_row = self.segment_row = first_row
        self.reporting = reporting
        self.owners: Owners = ()
        self.kind: OwnerKind = "none"
        self.partners: Owners = ()
        self.aside: tuple[Owners, OwnerKind, Owners] | None = None
        self.by_agent = self.aiming = False
        self.created: Owners = ()
        self.named = self.handed = False
        self.once = self.idle = self.ordered = False
        self.charged: Owners = ()
        self.deadline: DeadlineMention | None = None
        self.matter: tuple[int, int] | None = None
        self.topic_quantities: tuple[QuantityMention, ...] = ()
        self.topic_start = -1
        self.fronted = False
        self.fronted_deadline: DeadlineMention | None = None
        self.forward = False
        self.parted = self.listed = self.whole = False
        self.emitted = False
        self.pending: Frame | None = None
        self.conditional = False
        self.upcoming: Clause | None = None
        self.fallen = False
        self.failing = False
        self.told = False
        self.quoted: Quoted = ""
        self.asking = False
        self.plain: Clause | None = None
        self.waiting: Frame | None = None
        self.pending_cut = False
        self.parallel: list[Owners] = []
        self.shares: list[Owners] = []
        self.pooled = False
        self.shared = False
        self.spoken: Owners = ()
        self.announced: dict[str, tuple[Owners, OwnerKind, Owners, DeadlineMention | None]] = {}

    def open_numbered(self, number: re.Match[str]) -> None:
        """Go back to who and what was in force before the first item (交通局要办三件事：1.…；2.由乙…；3.…): each item is its own."""
        manner = self.item.open_numbered(number)
        if number["first"] is not None or manner not in self.announced:
            self.announced[manner] = (self.owners, self.kind, self.partners, self.deadline)
        self.owners, self.kind, self.partners, self.deadline = self.announced[manner]
        self.by_agent, self.parallel, self.topic_quantities = False, [], ()
        self.emitted, self.forward = False, self.forward or self.emitted

    def open_segment(self, made: int) -> None:
        """Start a new segment behind ；, before which `made` rows stand: an agent (由…) and a topic end, a subject stays.

        In a government's report only a subject that opens the sentence does.
        """
        self.segment_row = made
        if self.by_agent or (self.item.reports and not self._opened_by_subject()):
            self.owners, self.kind, self.partners, self.by_agent = (), "none", (), False
        self.matter, self.topic_quantities, self.topic_start = None, (), -1
        self.pending = None
        self.quoted, self.aiming = "", False
        self.parallel = [self.owners] if self.owners else []
        self.parted = True

    def _opened_by_subject(self) -> bool:
        """Whether the sentence opens with the subject in force (每个乡建1所卫生院；办好1所幼儿园)."""
        return bool(self.owners) and self.owners[0].start_char - self.span[0] <= _EACH_LENGTH

    def fall_back(self) -> None:
        """Behind ；, let a topic without a subject (…；沿线的坟墓，6月底前迁完) fall back to the lead body of the item."""
        lead = self.item.lead
        if self.parted and lead and self.owners and not self.by_agent and self.owners[0].text != lead[0].text:
            self.owners, self.partners = lead, self.item.lead_partners
        self.parted = False

    def keep_aim(self, frame: Frame) -> Frame:
        """Return the frame of a clause to which an aim may go on: 确保厂房6月底前交付,[污水厂年内投运] is aimed at as a whole."""
        if frame.modal is not None:
            self.aiming = frame.modal.modality == "aim"
        elif frame.owners or frame.collective:
            self.aiming = False
        elif self.aiming and frame.matter is not None and frame.deadlines:
            frame.action, frame.matter = frame.matter[0], None
        return frame

    def turn_to(self, frame: Frame) -> None:
        """Give the sentence back to the lead body where a modal word opens the clause and names nobody, or a topic has one of its own."""
        if frame.modal is None or frame.modal.modality == "aim":
            return
        if frame.modal.start == frame.clause.start and not self.owners:
            self.fallen = True  # 要抓好稳岗就业: goes on with the work of the lead body
        if frame.owners or not (frame.matter is not None or frame.measures):
            return
        self.fallen = True  # 基础信息要核实,9月上旬前…: a new topic
        if not frame.deadlines and not self.fronted:
            self.deadline = None  # …10月底前修订完;发展党员要向一线倾斜: a subject with a modal word of its own

    def take_share(self, owners: Owners) -> None:
        """Let those who have just been given a figure of their own (柳林镇200亩) stand beside who was given his before."""
        self.shares = [*(self.shares or [self.owners]), owners]
        self.owners, self.kind, self.partners = owners, "explicit", ()

    def take_row(self) -> None:
        """Remember that a row has been made; who was left for a leader in passing is left for good, who is in charge is not."""
        self.emitted = self.shared = True
        self.aside = self.aside if self.charged else None

    def take_plain(self, clause: Clause, cues: tuple[Cue, ...], *, decided: bool) -> None:
        """Remember a clause passed over unread, a topic perhaps; behind what was decided (会上定了,…) all is still to do."""
        if decided:
            self.forward, self.told, self.reporting = True, False, False
        else:
            self.plain = clause
        self.asking = self.asking or mask_of(cues) & MODAL != 0

    def share_subject(self, owners: Owners, kind: OwnerKind, partners: Owners) -> None:
        """Let a clause that goes on with the verb of the row before it (每个乡建[1所学校],[2处渡口]) have its subject as well."""
        if not self.owners:
            self.owners, self.kind, self.partners = owners, kind, partners

    def lists_on(self, frame: Frame) -> bool:
        """Whether a counted thing is one more task of a list (改造渡口6处，迁坟9座，汛前弄完) and not the topic of what follows."""
        return self.listed and self.emitted and not frame.mask & MEANS

    def renew(self, frame: Frame, dates: OwnDates) -> bool:
        """Go over from last year to this, for which a bound is set (去年就业4300人,今年[不低于4500人]); return whether the clause does."""
        if not self.told or not dates.renews(frame, self.span[0]):
            return False
        self.forward = self.forward or dates.orders_more(frame)
        return True

    def announce(self) -> None:
        """Remember that what follows has been named as work (咱们镇的活：…)."""
        self.forward, self.told, self.reporting = True, False, False

    def quote(self, found: Quoted) -> None:
        """Take what a clause opens that is not the speaker's own word, or that he speaks for himself again (我们有的小区…)."""
        if found:
            self.quoted = "" if found == "own" else self.quoted or found

    def take_refusal(self, reason: str) -> None:
        """Remember of a clause that is no task whether it told what was done (去年修了三座) or how things stand (还差两座)."""
        self.reporting = self.reporting or reason in ("past", "background")
        self.told = self.told or reason == "past"

    def take_subject(self, frame: Frame, text: str) -> None:
        """Let the clause's own subject, agent or addressee take over (水利局要…; 由水利局…; 水利局，你们…)."""
        if self.once:
            self.owners, self.kind, self.once = (), "none", False
        if frame.owners:
            self._take_named(frame, text)
        elif frame.collective:
            self._take_everybody(frame, text)
        elif frame.partners:
            self.partners = frame.partners
        elif self.aside is not None:
            (self.owners, self.kind, self.partners), self.aside = self.aside, None
        elif self.idle and self.owners and frame.modal is not None and self._opens_with(frame, frame.modal.start):
            self._put_in_charge(frame, text)  # 各乡镇任务很重,要逐户摸排; 燃气公司去年换了8公里,今年要换12公里

    def _opens_with(self, frame: Frame, place: int) -> bool:
        """Whether a clause opens with what stands at `place`, behind a date at most."""
        head = frame.head_deadline
        return place == (head.end_char if head is not None and head.start_char == frame.clause.start else frame.clause.start)

    def _take_everybody(self, frame: Frame, text: str) -> None:
        if frame.modal is None and self.shapes.discourse.all_know.ask(text, frame.action, frame.clause.end):
            return  # 大家都看见了: nothing is asked of them
        if self.owners and (frame.modal is None or frame.assists):
            return  # 我们有的小区…: told in passing, the subject stays
        self.owners, self.kind, self.partners, self.by_agent = (), "collective", (), False
        self.item.collective, self.item.current = True, ()

    def _take_named(self, frame: Frame, text: str) -> None:
        owners = frame.owners
        if owners[0].text.startswith("你"):
            self._take_addressee(owners[0], text)
            return
        if self._is_apposed(frame):
            return  # 人事科,小郑,你们…: the body is called by its head as well
        each = owners[0].text[0] == "每" or self._each_before(text, owners[0].start_char)
        if each and owners[0].strength != "role" and (self.owners or (self.item.lead and self._behind_topic(frame))):
            self.fallen = True
            return  # 每个村至少两户 (unlike 每个民警): what the subject in force has to see to
        along = frame.asked and not frame.leads and not _dated_behind(frame, owners[-1].end_char)
        if along and ((self.owners and (self.emitted or not self.told)) or all(self._asked_along(owner) for owner in owners)):
            return  # 请老党员参加: who is asked along by the one in charge, unlike 请各支书于9月底前… or 已拨款,请…
        together = len(owners) > 1 and not self.owners and not self.item.lead and frame.modal is None  # 两个局一起抓: both are in charge
        if together and frame.assists and self.shapes.discourse.together.ask(text, owners[-1].end_char, len(text)):
            frame.assists, frame.leads = False, True
        if frame.assists and (frame.modal is None or (self.owners and not self.parted)):
            self.partners = (*self.partners, *owners) if self.owners else owners
            return
        self._take_over(frame, text, each)

    def _is_apposed(self, frame: Frame) -> bool:
        """Whether a clause only names a person right behind a body that has just been called up."""
        first = frame.owners[0]
        if first.strength != "role" or frame.action < frame.clause.end or not self.owners or self.owners[-1].strength == "role":
            return False
        return 0 < first.start_char - self.owners[-1].end_char <= _CLOSE_BY

    def _asked_along(self, owner: OwnerMention) -> bool:
        """Whether 请 before a role asks somebody to come, not a leader to act (请分管副县长每周…)."""
        return owner.strength == "role" and self.shapes.discourse.leader.ask(owner.text, 0, len(owner.text)) is None

    def _each_before(self, text: str, start: int) -> bool:
        """Whether 每, 每个 or 每一个 stands right before a name."""
        return self.shapes.discourse.each_one.ask(text, max(0, start - _EACH_LENGTH), start) is not None

    def _take_over(self, frame: Frame, text: str, each: bool) -> None:
        """Let the named take over from who was in force before."""
        owners, shapes = frame.owners, self.shapes.discourse
        first, last = owners[0].text, owners[-1].text
        self._end_before(frame, text)
        self._share(frame, text)
        supports = bool(self.charged) and not self.parted and self.owners == self.charged and self._supports(frame, text)
        self.parted = False
        self.parallel += [owners] if frame.leads or frame.action < frame.clause.end else []  # 学校那边,教育局…: about whom it is
        if supports:
            self.aside = (self.owners, self.kind, self.partners)  # 由甲负责,乙保障资金,…
        elif not shapes.of_a_body.ask(first, 0, len(first)):
            self.aside = None
        elif self.owners:  # 各县要重视,主要负责同志要亲自过问: the body is still meant behind it
            self.aside = self.aside or (self.owners, self.kind, self.partners)
        too = text.startswith("也", owners[-1].end_char) and not (self.emitted or frame.quantities or frame.deadlines or frame.by_agent)
        too = too and bool(self.owners) and shapes.is_asked.ask(text, self.owners[-1].end_char, len(text)) is not None
        owners = union((self.owners, owners)) if too else owners  # 乡镇要报,县直单位也要报,… (unlike 乡镇已经动了,…)
        self.owners, self.kind, self.by_agent, self.named = owners, "explicit", frame.by_agent, True
        self.partners, self.item.collective = frame.partners, False
        self.once = shapes.each_of.ask(last, 0, len(last)) is not None
        plain = frame.action >= frame.clause.end or (frame.by_agent and not (frame.quantities or frame.deadlines))  # 由甲牵头备足备稳
        only_leads = (frame.by_agent or frame.modal is None) and frame.leads and plain
        if only_leads or hands_over(frame, text, self.shapes.duties):
            self.charged = owners
        counted = frame.modal is None and not frame.given and shapes.counted.ask(first, 0, len(first)) is not None
        passing = counted or shapes.in_passing.ask(last, 0, len(last)) is not None or (frame.assists and bool(self.item.current))
        passing = passing or supports  # 甲牵头,乙落实
        self.idle = False
        opens = frame.leads and not self.item.lead and frame.clause.start == self.span[0]  # 由甲牵头,…。: leads the item
        lasting = not frame.by_agent or (opens and shapes.by.ask(text, self.span[0], frame.clause.end) is not None)
        if lasting and not (self.once or each or owners[0].rule == "owner.speaker" or passing):
            self._put_in_charge(frame, text)

    def _supports(self, frame: Frame, text: str) -> bool:
        """Whether a subject has nothing but an unmeasured act beside the one in charge, and is not who works (各片区长具体抓)."""
        if text.find("具体", frame.clause.start, frame.clause.end) >= 0:
            return False
        return not (frame.modal or frame.leads or frame.by_agent or frame.quantities or frame.deadlines)

    def _share(self, frame: Frame, text: str) -> None:
        """Remember who has a share of the work (甲负责山上,乙负责路口; 县里出钱,镇里出地): what follows is asked of all of them."""
        adds = self.shapes.discourse.pools.ask(text, frame.owners[-1].end_char, frame.clause.end) is not None
        self.pooled = adds and not self.shared
        if adds and not self.shared:
            self.shares.append(frame.owners)
        elif not (frame.role == "assign" and frame.leads and (frame.matter is not None or frame.action < frame.clause.end)):
            self.shares = []
        elif self.shared:
            self.shares, self.shared = [frame.owners], False
        else:
            self.shares.append(frame.owners)

    def _end_before(self, frame: Frame, text: str) -> None:
        """End what a new subject does not take over: the deadline in force, and the subjects that a joint result shares."""
        if "同步" in text[frame.clause.start : frame.clause.end]:
            return
        ends = frame.modal is not None and (self.owners or self.emitted)
        handed = self.emitted and not self.parted and only_leads(frame, text, self.shapes.duties)
        if ends or ((frame.by_agent or frame.leads) and self.emitted and not handed):
            self.deadline = None
        self.handed = handed
        if self.parted or (ends and not self.emitted and not self.ordered):
            self.parallel = []  # 电厂走得快,乙要…: who has only been spoken of has no share in the result
        self.ordered = frame.modal is not None

    def _put_in_charge(self, frame: Frame, text: str) -> None:
        """Make the subject the one in charge of the item, and its lead body if it is the first that is told to act."""
        dated = any(not mention.deadline.recurrence for mention in frame.deadlines)
        rhythm = bool(frame.deadlines) and not (dated or frame.quantities or frame.modal or frame.leads)
        rhythm = rhythm and self.owners[0].strength == "strong"  # 纪委每周查岗: spoken of, no lead body yet
        called = frame.action >= frame.clause.end and not frame.leads  # 李局长,…: spoken to
        spoken_of = called or self.owners[0].strength == "strong"  # 林业局动作慢了
        spoken_of = spoken_of and not (frame.quantities or frame.deadlines or self._only_mentioned(frame, text))
        if frame.modal is None and not (frame.leads or dated or spoken_of or rhythm):
            self.idle = len(self.owners[0].text) > 1
            return  # 自治区财政安排5亿元, 每年各县至少新建一所: told of its own clauses only, nobody has been put in charge
        self.idle = False
        if self.item.reports:
            return  # 烟草公司要建好烘烤工场。改造农村公路90公里: the tasks of a government's report are its own
        self.item.current, self.item.current_partners = self.owners, self.partners
        chosen = frame.leads and len(self.item.lead) > 1 and any(self.owners[0].text == lead.text for lead in self.item.lead)
        if (not self.item.lead and not rhythm) or chosen or (self.item.led_by_talk and (called or frame.modal is not None)):
            self.item.lead, self.item.lead_partners = self.owners, self.partners
            self.item.led_by_talk = frame.modal is None and not frame.leads and not dated  # 政府欠企业的钱,财政局要…

    def _only_mentioned(self, frame: Frame, text: str) -> bool:
        """Whether it is only told what somebody has given, said or already done (财政局把钱拨下来了): nothing more is asked of him."""
        return self.shapes.spoken.only_mentioned.ask(text, self.owners[-1].end_char, frame.clause.end) is not None

    def _take_addressee(self, addressee: OwnerMention, text: str) -> None:
        """Let 你们 and 你们村 take up who has been named last, 你们村 a village that has only been spoken of as well."""
        if not self.owners and self.item.current:
            self.owners, self.kind, self.partners = self.item.current, "inherited", self.item.current_partners
        elif not self.owners:
            place, kind = -1, addressee.text[-1]
            for found in self.shapes.discourse.places(text, max(self.item.line, 0), addressee.start_char):
                place = found.start("name") if found["name"][-1] == kind else place
            if place >= 0:
                name = text[place : text.index(kind, place) + 1]
                self.owners, self.kind = (OwnerMention(place, place + len(name), name, addressee.rule),), "inherited"

    def close(self, surnames: frozenset[str]) -> None:
        """Let a sentence that only says who leads (条款对标,由质控办牵头。) name the lead body of its item, at its opening of all of it."""
        office = bool(self.charged) and self.charged[0].strength == "role" and self.charged[0].text[0] not in surnames
        if self.charged and not self.item.lead and not office and not self.emitted and not self.item.reports:
            self.item.lead, self.item.lead_partners = self.charged, self.partners
            if not self.item.opened:
                self.item.headed, self.item.headed_partners = self.charged, self.partners

    def take_topic(self, frame: Frame, *, over: bool) -> None:
        """Remember what the next predicates are about (剩下的12公里，…), with its figures unless it is told of what is `over`."""
        themed = not over and (frame.countable or not frame.mask & (BACKGROUND | PAST))
        self.topic_start = frame.matter[0] if frame.matter else frame.action
        self.matter = (self.topic_start, frame.clause.end)
        self.topic_quantities = frame.quantities if themed else ()

    def take_pending(self, frame: Frame) -> tuple[int, tuple[QuantityMention, ...]]:
        """Return where the action starts and all its quantities, with a fronted object (对12个项目,逐个…) and a topic taken in."""
        start = frame.action
        own = tuple(mention for mention in frame.quantities if mention.end_char > start)
        quantities = (*_unsaid(frame.quantities[: len(frame.quantities) - len(own)], own), *own)  # 剩余26处年内再整治18处
        if self.pending is not None:
            quantities = (*_unsaid(self.pending.quantities, quantities), *quantities)
            if frame.action == frame.clause.start and not self.pending_cut:
                start = self.pending.action
            else:
                self.matter = (self.pending.action, self.pending.clause.end)
            self.pending = None
        quantities = (*_unsaid(self.topic_quantities, quantities), *quantities)
        self.topic_quantities = ()
        return start, quantities

    def _behind_topic(self, frame: Frame) -> bool:
        """Whether a topic stands before the clause (零工驿站,每个区至少建3个)."""
        plain = self.plain
        return self.matter is not None or (plain is not None and plain.start == self.span[0] and plain.end + 2 >= frame.clause.start)


def _dated_behind(frame: Frame, end: int) -> bool:
    """Whether a date follows a name at once, or behind 于 (请各支书[于9月底前]登记)."""
    return any(0 <= mention.start_char - end <= 1 and not mention.vague for mention in frame.deadlines)


def _unsaid(topic: tuple[QuantityMention, ...], own: tuple[QuantityMention, ...]) -> tuple[QuantityMention, ...]:
    """Return the figures of a topic, without those that the predicate counts anew (对142件投诉,本月办结100件)."""
    units = {mention.quantity.unit for mention in own}
    return tuple(mention for mention in topic if mention.quantity.unit not in units)


def union(groups: Sequence[Owners]) -> Owners:
    """Return all who are named in several groups, each once.

    >>> first, other = OwnerMention(0, 3, "水利局", "owner.body"), OwnerMention(8, 11, "财政局", "owner.body")
    >>> [owner.text for owner in union([(first,), (first, other)])]
    ['水利局', '财政局']
    """
    seen: dict[str, OwnerMention] = {}
    for group in groups:
        for owner in group:
            seen.setdefault(owner.text, owner)
    return tuple(seen.values())
