"""Whether a name is that of a house, a point or a service on which others act (热线要配强力量), and not of the people in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from commitments.gated import Asked, Ends, Headed
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes
from commitments.triewords import trie_pattern

_ASKED: Final = frozenset("由归请")
"""What stands before who is put in charge (由供水站年底前全部改造完)."""
_COMMAS: Final = frozenset("，,")
_WHERE: Final = frozenset("到在从往去")
_WITH_OBJECT: Final = r"(?=[一-鿿0-9０-９]{2})(?!工作|情况|制度|任务|[率量点站室])"
_SENDS: Final = r"[调发出送运拨派](?=[0-9０-９一二两三四五六七八九十百]{1,5}[台套件吨箱顶床份辆人名])"
_MARKS: Final = "。；;！!？?：:\n"


@dataclass(frozen=True, slots=True)
class Houses:
    """Words for houses, and what behind them says that the thing is meant; each shape is told by the rule `house.…` of its name.

    Attributes:
        grounds: in what stretches of works end, on which others build as often as those of it do.
        kinds: in what their names end.
        services: those of them that are no bodies of their own.
        offices: those that are bodies first.
        places: in what the names of places end where people work, whom only what they do there tells (应急仓库, 工地, 接种点).
        at_work: what only people do, behind the time and the modal before it.
    """

    at_work: Headed
    becomes: Asked
    by_others: Asked
    counted: Asked
    counted_next: Asked
    done_to: Asked
    furnished: Asked
    goes_live: Asked
    grounds: Ends
    kinds: Ends
    measured: Asked
    moved_from: Asked
    named: Asked
    offices: Ends
    one_by_one: Asked
    places: Ends
    services: Ends
    told: Asked
    works: Asked
    worn_before: Asked

    def only_thing(self, text: str, start: int, stop: int, end: int) -> bool:
        """Whether [start, stop) is a house that the clause up to `end` counts, measures, or leaves to others.

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> houses = owner_grammar(load_rules()).houses
        >>> houses.only_thing("墒情站年内新建12座", 0, 3, 10), houses.only_thing("墒情站要报数", 0, 3, 6)
        (True, False)
        """
        if not self.kinds.end(text, start, stop) or text[start - 1 : start] in _ASKED:
            return False
        if self.by_others.ask(text, stop, end):
            return True
        one, every = self.named.ask(text, start, stop) is not None, text[start] in "各每"
        if not (one or every) and self.counted.ask(text, stop, len(text)):
            return True  # 县档案馆 is not what is counted, nor is 各派出所
        if self.services.end(text, start, stop) and (self.furnished.ask(text, stop, len(text)) or self.goes_live.ask(text, stop, end)):
            return True
        if every:
            return False
        if self.works.ask(text, stop, end):
            return True
        if one or self.offices.end(text, start, stop):
            return False  # 县档案馆9月底前全部搬走, 旧电表，供电所全部更新: all of its own
        if self.measured.ask(text, stop, end) or self.one_by_one.ask(text, stop, end):
            return True
        return self.becomes.ask(text, stop, end) is not None and not self._behind_worn(text, start)

    def idle_place(self, text: str, start: int, stop: int, end: int, *, known: bool = True) -> bool:
        """Whether [start, stop) is a place where people work, and nothing tells that they are meant.

        Where it is not `known` who acts, the model is asked of any place but a stretch of works and one to which somebody goes.

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> houses = owner_grammar(load_rules()).houses
        >>> houses.idle_place("仓库每月检查一次", 0, 2, 8), houses.idle_place("仓库每月清点雨衣", 0, 2, 8)
        (True, False)
        """
        if not self.places.end(text, start, stop):
            return False
        if not known and text[start] not in _WHERE and not self.grounds.end(text, start, stop):
            return False  # 客运站每天消毒3次
        before = text[start - 1 : start]
        if before in _ASKED:
            return before == "由" and self.moved_from.ask(text, stop, end) is not None
        if text[start] in "各每":
            return False
        at_work = self.at_work.match(text, stop, end)
        return at_work is None or self.done_to.ask(text, at_work.start("act"), end) is not None

    def _behind_worn(self, text: str, start: int) -> bool:
        """Whether the sentence opens with things past their time, on which the house at `start` acts (旧水泵，提水站全部更新)."""
        if text[start - 1 : start] not in _COMMAS:
            return False
        opens = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1
        return self.worn_before.ask(text, opens, start - 1) is not None

    def told_of(self, text: str, start: int, stop: int, end: int) -> bool:
        """Whether a clause tells of [start, stop) what is told of a house, or the next one counts how many are made.

        >>> from commitments.mentions.owner_rules import owner_grammar
        >>> from commitments.ruledata import load_rules
        >>> owner_grammar(load_rules()).houses.told_of("墒情站数量偏少，", 0, 3, 7)
        True
        """
        if not self.kinds.end(text, start, stop):
            return False
        if self.named.ask(text, start, stop):
            return False  # 县档案馆离得远，年内再建2座: what it has to build
        office = self.offices.end(text, start, stop)
        told = not office and self.told.ask(text, stop, end) is not None
        return told or self.counted_next.ask(text, end, len(text)) is not None


def houses(rules: RuleSet, words: dict[str, list[str]], places: list[str], wilful: str) -> Houses:
    """Compile the shapes `house.…` of a rule-set, with the words of its table, the places where people work, and what only people do."""
    shapes = Shapes(rules, "owners", "house.")
    skips, does = rules.fragments("owners")["house_skips"], rf"{trie_pattern(words['does'])}{_WITH_OBJECT}"
    at_work = Headed(rf"{skips}(?P<act>把(?!握)|将(?=[一-鿿])(?![一在于])|{does}|{_SENDS}|{wilful})")
    ends = {name: Ends(words[key]) for name, key in (("kinds", "words"), ("services",) * 2, ("offices",) * 2, ("grounds",) * 2)}
    return shapes.fill(Houses, **ends, places=Ends(places), at_work=at_work)
