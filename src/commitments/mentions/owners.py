"""The compiled owner rules, and what they say of a stretch that holds names: in what they end, where one ends and the next begins.

Whether what looks like a name is one, `lookalikes` says; who acts, `acting`; whom a clause addresses, `addressed`; who is responsible by a
bracket, `brackets`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from commitments.gated import Ends, Headed
from commitments.mentions.coordination import counted_names, cuts, shares_head
from commitments.mentions.endings import SpeechWords, WholeName
from commitments.mentions.houses import Houses
from commitments.mentions.name_start import NameStart
from commitments.mentions.owner_shapes import NameShapes, ShareShapes, SubjectShapes
from commitments.types import OwnerMention

_UNIT_NAME: Final = 3
"""Characters from which a name ending in 科 or 所 is an office inside a body (财政所), not a plain noun."""
_LISTING: Final = frozenset("、和与及")


@dataclass(frozen=True, slots=True)
class OwnerGrammar:
    """The compiled owner rules of a rule-set; `signed`: every responsibility bracket holds one of the words `BRACKETS`."""

    body: Headed
    words: SpeechWords
    body_end: Ends
    duty: Headed
    adverb: Headed
    """In which turn, in what measure or manner, between who acts and what he is to do (首批, 原则上, 分年度)."""
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
    houses: Houses
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

    def familiar(self, text: str, start: int, stop: int) -> list[OwnerMention]:
        """Return [start, stop) as somebody whom colleagues call by 老 or 小 and his surname (老周, not 老城), or [].

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> grammar = owner_grammar(load_rules())
        >>> [[name.text for name in grammar.familiar(text, 0, 2)] for text in ("老周", "老城")]
        [['老周'], []]
        """
        found = self.shapes.familiar.ask(text, start, stop)
        known = found is not None and found["surname"] in self.surnames
        return [OwnerMention(start, stop, text[start:stop], "owner.person", strength="role")] if known else []

    def is_person(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) is somebody by surname and office (周主任, 超声科李主任).

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> grammar = owner_grammar(load_rules())
        >>> grammar.is_person("超声科李主任", 0, 6), grammar.is_person("办公室主任", 0, 5)
        (True, False)
        """
        role = self.role.begin(text, start, stop)
        return role > start and text[role - 1] in self.surnames

    def only_alike(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) only looks like a name (格局); a longer ending (振兴办) wins over what looks alike (兴办).

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> grammar = owner_grammar(load_rules())
        >>> grammar.only_alike("新格局", 0, 3), grammar.only_alike("教育局", 0, 3)
        (True, False)
        """
        if (alike := self.alike.begin(text, start, stop)) < 0:
            return False
        ending = self.ending.begin(text, start, stop)
        return ending < 0 or ending >= alike

    def strength_of(self, ending: str) -> str:
        """Return how names with this ending are taken (局: strong, 镇: weak, 局长: role, 住建: field), or nothing for what is no ending."""
        return self.strengths.get(self.endings.get(ending, ""), "")

    def body_before(self, text: str, start: int, stop: int) -> bool:
        """Whether what ends at `stop` ends like a body (局, 管委会), not like an ordinary noun (镇, 部门).

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> grammar = owner_grammar(load_rules())
        >>> grammar.body_before("管委会", 0, 3), grammar.body_before("各部门", 0, 3)
        (True, False)
        """
        if self.body_end.end(text, start, stop):
            return True
        unit = stop - start >= _UNIT_NAME and text[stop - 1] in self.units and not self.only_alike(text, start, stop)
        return unit and not self.houses.places.end(text, start, stop)

    def is_named(self, text: str, start: int, stop: int) -> bool:
        """Whether [start, stop) ends like a body, or is a list that begins with one or that a count sums up (甲、乙两家).

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> grammar = owner_grammar(load_rules())
        >>> grammar.is_named("青石、白岭两家", 0, 7), grammar.is_named("青石、白岭", 0, 5)
        (True, False)
        """
        comma = text.find("、", start, stop)
        if (comma >= 0 and self.body_before(text, start, comma)) or self.body_before(text, start, stop):
            return True
        return self.shapes.tally.ask(text, start, stop) is not None and len(self.apposed(text, start, stop)) > 1

    def named(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Return the bodies of which [start, end) is nothing but the names, or [].

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> grammar = owner_grammar(load_rules())
        >>> [[name.text for name in grammar.named(text, 0, len(text))] for text in ("财政局、各镇", "财政局抓紧")]
        [['财政局', '各镇'], []]
        """
        whole = self.name.ending(text, start, end)
        return self.split(text, start, end) if whole and not self.only_alike(text, start, end) else []

    def split(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Cut a coordination into its names; a part that ends like no name belongs to the next one.

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> text = "交通、公安和沿线乡镇"
        >>> [name.text for name in owner_grammar(load_rules()).split(text, 0, len(text))]
        ['交通', '公安', '沿线乡镇']
        """
        if apposed := self.apposed(text, start, end):
            return apposed
        names: list[OwnerMention] = []
        position = start
        for stop, following in cuts(text, start, end, self.shapes):
            if stop < end:
                if position == start and (counted := self.apposed(text, start, stop)):
                    names, position = counted, following  # 青石、白岭两个镇|及园区
                    continue
                last = self.name.ending(text, following, end) if names else ""  # 交通、公安[和沿线乡镇]: 公安 is a name of its own
                listed = text[stop] in "、,，" or self.strength_of(last) == "weak"
                if not self._is_name(text, position, stop, listed=listed):
                    continue
            mention = self.mention(text, position, stop)
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
            whole = self.mention(text, names[0].start_char, last.end_char)
            return names if whole is None else [replace(whole, rule=last.rule, strength=last.strength)]
        return [self._full(text, name) for name in names]

    def _full(self, text: str, name: OwnerMention) -> OwnerMention:
        """Return a full name without 等部门 behind it."""
        others = self.shapes.others.ask(name.text, 0, len(name.text))
        return (self.mention(text, name.start_char, name.start_char + others.start()) if others else None) or name

    def apposed(self, text: str, start: int, end: int) -> list[OwnerMention]:
        """Return the names of a list that a count sums up (云岭、下坪、金竹三个村), whatever they end in.

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> text = "云岭、下坪、金竹三个村"
        >>> [name.text for name in owner_grammar(load_rules()).apposed(text, 0, len(text))]
        ['云岭', '下坪', '金竹']
        """
        summed = self.shapes.apposition.ask(text, start, end) or self.shapes.summed.ask(text, start, end)
        if summed is None or self.shapes.acts_inside.ask(text, start + 1, summed.start()):
            return []  # 住建局会同公安、消防两家: partners, and nobody that is called up
        parts = counted_names(text, start, summed, self.shapes)
        return [mention for left, right in parts if (mention := self.mention(text, left, right)) is not None]

    def _is_name(self, text: str, start: int, end: int, *, listed: bool) -> bool:
        """Whether [start, end) is a name of its own; a bare field of work (发改) only where 、 lists it."""
        opened = sum(text.count(char, start, end) for char in "(（") - sum(text.count(char, start, end) for char in ")）")
        ending = "" if opened > 0 else self.name.ending(text, start, end)
        return bool(ending) and (listed or self.strength_of(ending) != "field")

    def mention(self, text: str, start: int, end: int) -> OwnerMention | None:
        """Return what [start, end) names, without what stands before the name or sums it up; None where nothing is left.

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> owner_grammar(load_rules()).mention("县政府要求各乡镇", 0, 8).text
        '各乡镇'
        """
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
        start += len(content) - len(content := content.lstrip(" \u3000、（(【[〔"))
        if not content:
            return None
        collective = self.collective.match(content) is not None
        ending = self.name.ending(content, 0, len(content))
        rule = self.endings[ending] if ending else "owner.listed"
        return OwnerMention(start, start + len(content), content, rule, collective, self.strengths.get(rule, ""))
