"""Finds who has to act: bodies, offices and roles as subjects, behind 由, and in responsibility brackets.

Chinese does not mark where a name begins, so names are looked for only where a subject can stand: at the
head of a clause, behind 由 or 会同, and inside brackets; the ending says that it is a name, what follows
says that it acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from commitments.gated import Ends, Headed, any_stands
from commitments.kept import compiled
from commitments.mentions.brackets import TOLD, Bracket, Names, assigns, bare, by_labels, explains, told
from commitments.mentions.coordination import counted_names, cuts, labelled, shares_head, spoken_of
from commitments.mentions.endings import BRACKETS, NAME_TAIL, SpeechWords, WholeName, covering, endings_in
from commitments.mentions.name_start import NameStart, numbered
from commitments.mentions.owner_shapes import NameShapes, ShareShapes, SubjectShapes
from commitments.types import OwnerMention

_NO_PLACES: Final[frozenset[int]] = frozenset()
_LONGEST_LISTED: Final = 12
_UNIT_NAME: Final = 3
"""Characters from which a name ending in 科 or 所 is an office inside a body (财政所), not a plain noun."""
_SHORT_NAME: Final = 8
_LISTING: Final = frozenset("、和与及")
_HOUSED: Final = frozenset("站室")  # a house that is a body as well
_LONGEST_PLACE: Final = 4  # 县里, 街道里: what is longer has an object before it
_LONGER_NAME: Final = 3
_LONGEST_FIELD: Final = 6
"""A body may be called after its work (建设局, 投资促进中心); behind a verb more than this is the verb's object."""
_OPENS_TAIL: Final = frozenset('“"（(')
_TAIL: Final = compiled(NAME_TAIL)


@dataclass(frozen=True, slots=True)
class OwnerGrammar:
    """The compiled owner rules of a rule-set; `signed`: every responsibility bracket holds one of the words `BRACKETS`."""

    body: Headed
    words: SpeechWords
    body_end: Ends
    duty: Headed
    acts: Headed
    opens_with_verb: Headed
    verbs: frozenset[str]
    object: re.Pattern[str]
    name: WholeName
    not_at_start: Headed
    prefix: Headed
    shapes: NameShapes
    shares: ShareShapes
    subjects: SubjectShapes
    collective: re.Pattern[str]
    addressees: frozenset[str]  # general addressees, which name nobody where they stand alone (请各单位…)
    project: Ends
    built: tuple[tuple[Ends, re.Pattern[str]], ...]
    """Words for what is a building as well, and how a clause says that it is one."""
    no_subject: Headed
    alike: Ends
    brackets: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]
    signed: bool
    label: re.Pattern[str]
    endings: dict[str, str]
    wilful: Headed
    """What only somebody does, so that an ordinary noun before it names who."""
    predicate: Headed
    role: Ends
    founding: Headed
    ending: Ends
    units: frozenset[str]
    person: Headed
    """A personal name (王刚, 老赵), which counts only behind a role, or behind 由 and before 负责."""
    surnames: frozenset[str]
    edges: frozenset[str]
    """Words that begin like the last character of a name."""
    begins: NameStart
    strengths: dict[str, str]
    """How each rule takes its names: strong, weak, role or field."""

    def subject_at(self, text: str, start: int, end: int, dates: frozenset[int] = _NO_PLACES) -> list[OwnerMention]:
        """Return the bodies that stand as subject at `start`, or []; `dates` are the places where a deadline begins.

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> [m.text for m in owner_grammar(load_rules()).subject_at("财政局、人社局要抓紧兑付", 0, 12)]
        ['财政局', '人社局']
        """
        return self.subject(text, start, end, dates)[0]

    def subject(self, text: str, start: int, end: int, dates: frozenset[int] = _NO_PLACES) -> tuple[list[OwnerMention], int]:
        """Return the bodies that stand as subject at `start`, and where the subject ends, an apposition (甲、乙两个镇) taken in."""
        stop = self._subject_end(text, start, end, dates)
        return (self._accepted(text, start, stop, end), stop) if stop > start else ([], start)

    def addressed(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Return the bodies that the whole of a clause addresses (民政局那边; 云岭、下坪、金竹三个村), or []."""
        by_kind = text[start] in self.shapes.class_heads and self.shapes.class_of_bodies.ask(text, start, end) is not None
        if by_kind and self.shapes.called.ask(text, end, len(text)):
            return [OwnerMention(start, end, text[start:end], "owner.listed")]
        described = text[end - 1] in self.shapes.described_lasts and self.shapes.described_class.ask(text, start, end) is not None
        if described and (self.shapes.told.ask(text, end, len(text)) or self.shapes.regional.ask(text, start, end)):
            return [OwnerMention(start, end, text[start:end], "owner.listed")]
        aside = self.shapes.aside.ask(text, start, end)
        stop = aside.start() if aside else end
        listed = text.find("、", start, end) >= 0
        if not (listed or text[stop - 1] in self.name.closers or any_stands(("老", "小"), text, start, end)):
            return []
        called_after = aside is not None and aside[0][0] in "呢啊嘛这那" and aside.start() - start <= _LONGEST_FIELD  # 投诉办呢
        called_after = called_after and (aside is None or aside[0] in "呢啊嘛" or self.body_before(text, start, stop))
        if (text[start : start + 2] in self.verbs or self.not_at_start.match(text, start, end)) and not called_after:
            return []
        parts = self._apposed(text, start, end) if listed else []
        if parts and any(text[place : place + 2] in self.verbs for place in range(start + 2, parts[0].end_char - 1)):
            return []  # 明年底前建成青石、白岭两个站: what is made
        if parts and self.ending.end(text, start, end):
            return parts
        if (familiar := self.familiar(text, start, end)) and self.shapes.you.ask(text, end, len(text)):
            return familiar
        if aside is None:
            return self._asked_for(text, start, end)
        if not self.name.ending(text, start, stop):
            return []
        called_on = aside[0].startswith("的") or aside[0] in "呢啊嘛" or text[stop - 1] in "里上" or text[start] == "各"
        called_on = called_on or self.body_before(text, start, stop) or self.is_person(text, start, stop)
        return self.split(text, start, stop) if called_on else []

    def _asked_for(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Return the bodies that a clause names and nothing else, where what follows asks something of them."""
        somebody = text[start] == "各" or self._named(text, start, end) or self.is_person(text, start, end)
        called = bool(somebody and self.shapes.called.ask(text, end, len(text)))
        at_name = somebody or self.shapes.put_to_name.ask(text, start, end) is not None
        called = called or (at_name and self.shapes.put_to.ask(text, end, len(text)) is not None)
        called = called or (self.role.end(text, start, end) and self.shapes.you.ask(text, end, len(text)) is not None)
        if not called or self.shapes.says.ask(text, start, end) or self.shapes.no_name.ask(text, start, end):
            return []
        acts = start < self._subject_end(text, start, end, _NO_PLACES) < end  # 财政局长回去就办, though 办 ends names as well
        unnamed = acts or not self.name.ending(text, start, end) or self.is_project(text, start, end, end)
        return [] if unnamed else self.split(text, start, end)

    def familiar(self, text: str, start: int, stop: int) -> list[OwnerMention]:
        """Return [start, stop) as somebody whom colleagues call by 老 or 小 and his surname (老周, not 老城), or []."""
        found = self.shapes.familiar.ask(text, start, stop)
        known = found is not None and found["surname"] in self.surnames
        return [OwnerMention(start, stop, text[start:stop], "owner.person", strength="role")] if known else []

    def is_person(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) is somebody by surname and office (周主任, 超声科李主任)."""
        role = self.role.begin(text, start, stop)
        return role > start and text[role - 1] in self.surnames

    def object_at(self, text: str, start: int, end: int, dates: frozenset[int] = _NO_PLACES) -> list[OwnerMention]:
        """Return the bodies named at `start` behind 由 or 会同, where the word before says that they act."""
        if self.not_at_start.match(text, start, end) or self.shapes.idle.ask(text, start, end):
            return []  # 由我和县长任双组长: who leads the body, not who acts; 由两间诊室增至五间
        acting, stop = self.subject(text, start, end, dates)
        if acting and stop < end:
            return acting
        person = self.person.match(text, start, end)
        if person and self.subjects.in_charge.ask(text, person.end(), end):
            return [OwnerMention(start, person.end(), person[0], "owner.person")]
        if self.name.ending(text, start, end) and not self.shapes.acts_inside.ask(text, start, end):
            return self.split(text, start, end)
        named = self.object.match(text, start, end)
        stop = 0 if named is None or self._inside_word(text, named.end("name"), end) else named.end("name")  # not 由所|在镇的…
        if stop and (names := self._accepted(text, start, stop, end)):
            return names
        if stop and text[stop - 1] in _HOUSED and self.shapes.in_charge.ask(text, stop, end) and self.only_alike(text, start, stop):
            return self.split(text, start, stop)  # 由监测站负责: the people of a house
        described = self.shapes.qualifier.ask(text, start, end)
        run = self.shapes.run.ask(text, described.end() if described else start, min(end, start + 16))
        found = endings_in(self.words, text).within(start, run.end()) if run else []
        stops = [stop for _, stop in found if not self._inside_word(text, stop, end)]  # 由粮食集团委|托
        return self._accepted(text, start, stops[-1], end) if stops else []

    def _accepted(self, text: str, start: int, stop: int, end: int) -> list[OwnerMention]:
        """Return the names in [start, stop), unless they only look like names."""
        if self.not_at_start.match(text, start, end) or (stop - start == 1 and text[start] in self.units):
            return []  # 办|两期: no office without a name
        apposed = self._apposed(text, start, stop)
        if self.shapes.counted.ask(text, start, stop) and not (apposed or numbered(text, start, stop, self.verbs)):
            return []
        counted = self.shapes.counted_class.ask(text, start, stop)
        if counted and not (self.shapes.few.ask(text, start, stop) and self.duty.match(text, stop, end)):
            return []
        if self.shapes.no_name.ask(text, start, stop) or (self.shapes.tally.ask(text, start, stop) and not apposed):
            return []  # 新增三家: what is counted, not who acts
        if not apposed and (inside := self.shapes.counts_inside.ask(text, start + 1, stop)) and inside["verb"] in self.verbs:
            return []
        if text[stop - 1] in "里上" and stop - start > _LONGEST_PLACE:
            return []
        if self.only_alike(text, start, stop) or self.is_project(text, start, stop, end) or self.no_subject.match(text, stop, end):
            return []
        if self._is_object(text, start, stop) or self.opens_with_act(text, start, stop) or self.shapes.presses.ask(text, start, stop):
            return []
        names = self.split(text, start, stop)
        return [] if len(names) == 1 and names[0].strength == "field" else names

    def only_alike(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) only looks like a name (格局); a longer ending (振兴办) wins over what looks alike (兴办)."""
        if (alike := self.alike.begin(text, start, stop)) < 0:
            return False
        ending = self.ending.begin(text, start, stop)
        return ending < 0 or ending >= alike

    def acted_on(self, text: str, start: int, stop: int, end: int) -> bool:
        """Whether [start, stop) is measured, or people whom others see to (务工人员)."""
        return self.no_subject.match(text, stop, end) is not None or (text[stop - 1] in "员工" and self.only_alike(text, start, stop))

    def _is_object(self, text: str, start: int, stop: int) -> bool:
        """Whether what looks like a name opens with a verb, whose object the rest is (启动建设36万吨污水处理厂, 推行政府)."""
        if self.shapes.gathers.ask(text, start, stop):
            return True
        if text[start : start + 2] in self.verbs and self.shapes.object_head.ask(text, start + 2, stop):
            return True
        if (verb := self.opens_with_verb.match(text, start, stop)) is None:
            return False
        parts = (left for left, _ in cuts(text, verb.end(), stop, self.shapes))  # 和 parts only people (包保干部和包保责任人)
        first = next(left for left in parts if left == stop or text[left] == "、" or self._ends_name(text, start, left))
        if self.shapes.task_body.ask(text, start, first):
            return False
        return first - verb.end() > _LONGEST_FIELD or text[verb.end() : stop].endswith("政府") or text[verb.end()].isdigit()

    def _ends_name(self, text: str, start: int, left: int) -> bool:
        """Whether 和 at `left` parts names: behind a role, or a body that is called after its work (征收办和城西街道)."""
        return self.role.end(text, start, left) or self.shapes.task_body.ask(text, start, left) is not None

    def opens_with_act(self, text: str, start: int, stop: int) -> bool:
        """Whether an adverb and its verb, or a verb behind marks of emphasis, open what looks like a name (重点推进…公司, 严肃查处)."""
        manner = self.shapes.manner.ask(text, start, stop)
        return manner is not None and text[manner.end() : manner.end() + 2] in self.verbs

    def opens_like_clause(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) begins as a clause does and no name (构建县负主责…的体系), or is counted (八座站)."""
        if self.shapes.gathers.ask(text, start, stop) or self.shapes.counted.ask(text, start, stop):
            return True
        verb = self.not_at_start.match(text, start, stop)
        opens = verb is not None and (stop - start > _SHORT_NAME or self.shapes.level.ask(text, verb.end(), stop) is not None)
        return opens or self.opens_with_act(text, start, stop)

    def _subject_end(self, text: str, start: int, end: int, dates: frozenset[int]) -> int:
        """Return where the subject at `start` ends, or `start`: at the first ending that a duty follows, else at a body that acts."""
        qualified = self.shapes.qualifier.ask(text, start, end) or self.shapes.of_place.ask(text, start, end)
        opens = qualified.end() if qualified else start
        run = self.shapes.run.ask(text, opens, min((place for place in dates if place > opens), default=end))  # no name holds a date
        if run is None or not (found := endings_in(self.words, text).within(opens, run.end())):
            return start
        distributive = self.shapes.distributive.ask(text, start, end) is not None
        acting, last = start, opens
        for first, stop in found:
            if stop == last:
                continue
            last = stop
            if self._inside_word(text, stop, end):
                continue
            tail = _TAIL.match(text, stop, end) if text[stop : stop + 1] in _OPENS_TAIL else None
            behind = tail.end() if tail else stop
            if behind < end and text[behind] in '”"' and "“" in text[start:behind]:
                behind += 1  # 新田村“两委”
            if self.role.end(text, start, stop) and (person := self.person.match(text, stop, end)):
                behind = person.end()  # 副局长王刚
            if behind in dates or self.duty.match(text, behind, end):
                if acting > start and self.shapes.takes_along.ask(text, acting, end):
                    return acting
                longer = covering(found, stop)
                return longer if longer > stop and (longer in dates or self.duty.match(text, longer, end)) else behind
            # 组织部制定: a name that ends right behind a shorter one (市委) is the longer name; so is 各县区|包保领导.
            goes_on = self.body.match(text, stop)
            if (start < acting != first and stop - acting > _LONGER_NAME) or (goes_on and not self._inside_word(text, goes_on.end(), end)):
                continue
            listed = behind > stop and text[behind - 1] in "）)" and set(text[stop + 1 : behind - 1]) <= self.shapes.places
            if self._acts(text, start, stop, behind, end, named=distributive or listed or self._named(text, start, stop)):
                acting = behind
        return acting

    def _inside_word(self, text: str, stop: int, end: int) -> bool:
        """Whether a name would end inside a word (转化科|技成果), where no verb or duty begins behind it (督查组|建立)."""
        if stop >= end:
            return False
        if self.shapes.portion.ask(text, stop - 1, len(text)):
            return True
        if text[stop - 1 : stop + 1] not in self.edges or self.shapes.word_ends.ask(text, stop, len(text)):  # 各乡镇|压实责任
            return False
        return text[stop : stop + 2] not in self.verbs and self.duty.match(text, stop, end) is None

    def _named(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) ends like a body, or is a list that begins with one or that a count sums up (甲、乙两家)."""
        comma = text.find("、", start, stop)
        if (comma >= 0 and self.body_before(text, start, comma)) or self.body_before(text, start, stop):
            return True
        return self.shapes.tally.ask(text, start, stop) is not None and len(self._apposed(text, start, stop)) > 1

    def _acts(self, text: str, start: int, stop: int, behind: int, end: int, *, named: bool) -> bool:
        """Whether what stands behind a name is a predicate; a body needs less evidence than a role, and that less than a common noun."""
        if text[behind + 1 : behind + 2] == "的" or (text[behind + 2 : behind + 3] == "的" and text[behind : behind + 2] in self.verbs):
            return False  # 省局点名的疑点, 残联来的轮椅: it only describes
        if self.shapes.works.ask(text, behind, end) or self.shapes.own_office.ask(text, behind, end):
            return False  # 政务大厅建设: a work, not what somebody does; 市委|组织部四级调研员
        if named and (text[behind : behind + 2] in self.verbs or self.acts.match(text, behind, end)):
            return True
        if (named or self.role.end(text, start, stop)) and self.predicate.match(text, behind, end):
            return True
        if spoken_of(text, (start, stop), (behind, end), self.shapes, named=named):  # dear, so behind the cheaper ones
            return True
        if stop - start > _SHORT_NAME:
            return False
        if self.founding.match(text, behind, end):
            return True
        return self.wilful.match(text, behind, end) is not None and self.shapes.whole.ask(text, start, stop) is None

    def strength_of(self, ending: str) -> str:
        """Return how names with this ending are taken (局: strong, 镇: weak, 局长: role, 住建: field), or nothing for what is no ending."""
        return self.strengths.get(self.endings.get(ending, ""), "")

    def body_before(self, text: str, start: int, stop: int) -> bool:
        """Whether what ends at `stop` ends like a body (局, 管委会), not like an ordinary noun (镇, 部门)."""
        if self.body_end.end(text, start, stop):
            return True
        return stop - start >= _UNIT_NAME and text[stop - 1] in self.units and not self.only_alike(text, start, stop)

    def is_project(self, text: str, start: int, stop: int, end: int) -> bool:
        """Whether the name is a project, or a building of which the clause says that it is built."""
        if self.project.end(text, start, stop):
            return True
        is_built = next((built for words, built in self.built if words.end(text, start, stop)), None)
        if is_built is None or self.shapes.in_charge.ask(text, stop, len(text)):
            return False  # 养护中心负责路面改造: who is in charge of works is none
        return is_built.search(text, stop, end) is not None

    def is_body(self, text: str, start: int, end: int) -> bool:
        """Whether [start, end) is nothing but the name of a body."""
        if self.strength_of(self.name.ending(text, start, end)) != "strong":
            return False
        return not self.alike.end(text, start, end) and not self._is_object(text, start, end)

    def named(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Return the bodies of which [start, end) is nothing but the names, or []."""
        whole = self.name.ending(text, start, end)
        return self.split(text, start, end) if whole and not self.only_alike(text, start, end) else []

    def split(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Cut a coordination into its names; a part that ends like no name belongs to the next one."""
        if apposed := self._apposed(text, start, end):
            return apposed
        names: list[OwnerMention] = []
        position = start
        for stop, following in cuts(text, start, end, self.shapes):
            if stop < end:
                if position == start and (counted := self._apposed(text, start, stop)):
                    names, position = counted, following  # 青石、白岭两个镇|及园区
                    continue
                last = self.name.ending(text, following, end) if names else ""  # 交通、公安[和沿线乡镇]: 公安 is a name of its own
                listed = text[stop] in "、,，" or self.strength_of(last) == "weak"
                if not self._is_name(text, position, stop, listed=listed):
                    continue
            mention = self._mention(text, position, stop)
            if mention is not None:
                names.append(mention)
            position = following
        if len(names) == 1 and names[0].text in self.addressees:
            return [replace(names[0], collective=True)]
        return self._joined(text, names) if len(names) > 1 else names

    def _joined(self, text: str, names: list[OwnerMention]) -> list[OwnerMention]:
        """Leave a coordination that shares its head whole (民政、消防等部门; 各级党委、政府); 等部门 behind full names is no name."""
        last = names[-1]
        if shares_head([(name.text, name.strength) for name in names], self.shapes):
            whole = self._mention(text, names[0].start_char, last.end_char)
            return names if whole is None else [replace(whole, rule=last.rule, strength=last.strength)]
        return [self._full(text, name) for name in names]

    def _full(self, text: str, name: OwnerMention) -> OwnerMention:
        """Return a full name without 等部门 behind it."""
        others = self.shapes.others.ask(name.text, 0, len(name.text))
        return (self._mention(text, name.start_char, name.start_char + others.start()) if others else None) or name

    def _apposed(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Return the names of a list that a count sums up (云岭、下坪、金竹三个村), whatever they end in."""
        summed = self.shapes.apposition.ask(text, start, end) or self.shapes.summed.ask(text, start, end)
        if summed is None or self.shapes.acts_inside.ask(text, start + 1, summed.start()):
            return []  # 住建局会同公安、消防两家: partners, and nobody that is called up
        parts = counted_names(text, start, summed, self.shapes)
        return [mention for left, right in parts if (mention := self._mention(text, left, right)) is not None]

    def _is_name(self, text: str, start: int, end: int, *, listed: bool) -> bool:
        """Whether [start, end) is a name of its own; a bare field of work (发改) only where 、 lists it."""
        opened = sum(text.count(char, start, end) for char in "(（") - sum(text.count(char, start, end) for char in ")）")
        ending = "" if opened > 0 else self.name.ending(text, start, end)
        return bool(ending) and (listed or self.strength_of(ending) != "field")

    def _mention(self, text: str, start: int, end: int) -> OwnerMention | None:
        while match := self.prefix.match(text, start, end):
            start = match.end()
        start = self.begins.after_topic(text, start, end)
        if told := self.shapes.told_by.ask(text, start, end):
            start = told.end()  # 县政府要求|各乡镇
        before = self.shapes.so_many.ask(text, start, end) or self.shapes.of_place.ask(text, start, end)
        start = before.end() if before else start
        apposition = self.shapes.apposition.ask(text, start, end)
        if apposition and apposition.start() > start and self.name.ending(text, start, apposition.start()):
            taken_in = text[start - 1 : start] in _LISTING or text[apposition.start()] in "这一1" or text[end - 1] in "家个位"
            taken_in = taken_in and self.shapes.duty_holder.ask(text, start, end) is None  # 住建两位局长 are people of it
            end = apposition.start() if taken_in else end  # 城区六个街道 are some of its own
        explained = self.shapes.explained.ask(text, start, end) if text[end - 1] in "）)" else None
        content = text[start : explained.start() if explained else end].rstrip()
        if taken_up := self.shapes.addressed.ask(content, 1, len(content)):
            content = content[: taken_up.start()]
        start += len(content) - len(content := content.lstrip(" \u3000、"))
        if not content:
            return None
        collective = self.collective.match(content) is not None
        ending = self.name.ending(content, 0, len(content))
        rule = self.endings[ending] if ending else "owner.listed"
        return OwnerMention(start, start + len(content), content, rule, collective, self.strengths.get(rule, ""))

    def in_brackets(self, text: str, start: int, end: int) -> list[Bracket]:
        """Return (start, end, owners, co-owners) of each responsibility bracket in [start, end)."""
        found: list[Bracket] = []
        if self.signed and not endings_in(self.words, text).holds(BRACKETS, start, end):
            return found  # hardly a sentence holds one of the characters that every such bracket does
        for rule, signs, pattern in self.brackets:
            for match in pattern.finditer(text, start, end) if not signs or any_stands(signs, text, start, end) else ():
                if (names := self._responsible(text, match, rule)) is not None:
                    found.append((match.start(), match.end(), *names))
        return found

    def _responsible(self, text: str, match: re.Match[str], rule: str) -> Names | None:
        """Return the owners and co-owners whom a bracket names, or None where it names other things."""
        first, stop = match.span("content")
        if rule in TOLD:
            return told(text, first, stop, partial(self.named, text), self.shapes, self.shares)
        if self.label.search(text, first, stop):
            return self.labelled(text, first, stop)
        named = self.body_end.end(text, max(0, match.start() - _LONGEST_LISTED), match.start())
        assigned = assigns(text, first, stop, self.shares) or not explains(text, match.start(), self.shares, body=named)
        return bare(text, first, stop, self.is_body, self.shapes, self.shares) if assigned else None

    def labelled(self, text: str, start: int, end: int) -> Names:
        """Return the owners and co-owners whom the labels in [start, end) name, on one line or on several."""
        when = self.shapes.when
        found = [(label, parts) for label, parts in labelled(text, start, end, self.label) if not when.ask(label, 0, len(label))]
        names = [(label, [self._mention(text, *part) for part in parts]) for label, parts in found]
        return by_labels([(label, [name for name in some if name is not None]) for label, some in names], self.shares)

