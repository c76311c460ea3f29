"""The deadline rules of a rule-set, ready to search with: what they find, what stands beside it, and where a clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from commitments.errors import RuleError
from commitments.gated import Chars, Headed, Paired
from commitments.kept import compiled
from commitments.mentions.deadline_search import Candidate, Scout, Search
from commitments.mentions.parallels import Neighbours, neighbours
from commitments.mentions.period_shapes import PeriodShapes, period_shapes
from commitments.mentions.resolvers import RESOLVERS
from commitments.ruledata import Rule, RuleSet, builtin_folder, rule_source, words_pattern
from commitments.shapes import is_shape
from commitments.types import DATE_TAGS

_BREAKS: Final = Chars("，,；;：:。！？!?\n")
# A comma before 至 (即日起,至9月底), 一直到 or behind 起, 后 and 开始 (签订之日起,30日内) is inside an expression.
_INSIDE: Final = Headed(
    "[，,](?=[至到]|一?直到)|[，,](?<=[起后][，,])|[，,](?<=开始[，,]|启动[，,])|[:：](?<=[0-9][:：])(?=[0-9]{2}(?![0-9]))"
)
_BEFORE_INSIDE: Final = frozenset("起后始动0123456789")
_BEHIND_INSIDE: Final = frozenset("至到一直")
"""One of them stands before or behind such a mark."""


@dataclass(frozen=True)
class DeadlineFinder:
    """The deadline rules of a rule set, ready to search with."""

    scout: Scout
    beside: Neighbours
    periods: PeriodShapes
    backward: re.Pattern[str]
    forward: re.Pattern[str]
    sign: Paired
    """A sign of time."""

    def candidates(self, text: str, start: int, end: int, *, every_look_alike: bool = False) -> list[Candidate]:
        """Return every match in [start, end), in rule order; look-alikes only where there is something to compete with."""
        return self.scout.candidates(text, start, end, every_look_alike=every_look_alike)


@lru_cache(maxsize=8)
def deadline_finder(rules: RuleSet) -> DeadlineFinder:
    """Prepare the deadline rules of a rule set, once.

    >>> from commitments.ruledata import load_rules
    >>> "deadline.month_part" in {found.rule.id for found in deadline_finder(load_rules()).candidates("6月底前完成", 0, 6)}
    True

    Raises:
        RuleError: a rule names a resolver or a tag that there is not.
    """
    fragments = rules.fragments("deadlines")
    chosen = [rule for rule in rules.rules("deadlines") if not is_shape("deadlines", rule)]
    searches = [Search(rule, rule_source(rule, fragments), fragments) for rule in chosen]
    for search in searches:
        _check(search.rule)
    # 要 commands, but not inside 主要, 重要, 要求.
    chars, forms = _signs(rules, searches)
    forward = _context_words(rules, "forward") + r"|(?<![主重需纲摘紧首])要(?![求素点件闻务])"
    return DeadlineFinder(
        scout=Scout(searches),
        beside=neighbours(rules),
        periods=period_shapes(rules),
        backward=compiled(_context_words(rules, "backward")),
        forward=compiled(forward),
        sign=Paired(f"[{re.escape(''.join(sorted(chars)))}]|{forms}"),
    )


def _signs(rules: RuleSet, searches: Iterable[Search]) -> tuple[frozenset[str], str]:
    """Return the signs of time: the characters, and the forms, of which every deadline holds one unless it is vague.

    A rule of the user's own that needs none of these brings what it does need.
    """
    gates = [data["gate"] for _, data in rules.tables.get("deadlines", ()) if "gate" in data]
    chars = frozenset("".join(gate["chars"] for gate in gates))
    builtin = str(builtin_folder())
    for search in searches:
        own = not search.discard and not search.rule.file.startswith(builtin)
        if own and not any(needed <= chars for needed in search.shape.gates):
            chars |= min(search.shape.gates, key=len, default=search.shape.heads)
    return chars, "|".join(gate["form"] for gate in gates if "form" in gate) or "(?!)"


def start_of_clause(text: str, start: int, place: int) -> int:
    """Return where the clause begins in which a place stands, at `start` or behind the last mark before it.

    >>> start_of_clause("抓紧，签订之日起，30日内", 0, 11)
    3
    """
    begin = start
    while (mark := _BREAKS.next(text, start, place)) < place:
        start = mark + 1
        if not _is_inside(text, mark, len(text)):
            begin = start
    return begin


def end_of_clause(text: str, place: int, end: int) -> int:
    """Return where the clause ends in which a place stands: at a mark, or at `end`.

    >>> end_of_clause("签订之日起，30日内交，再看", 1, 14)
    11
    """
    stop = _BREAKS.next(text, place, end)
    while stop < end and _is_inside(text, stop, end):
        stop = _BREAKS.next(text, stop + 1, end)
    return stop


def _is_inside(text: str, mark: int, end: int) -> bool:
    """Whether a mark stands inside an expression; nearly always the characters beside it tell that it does not."""
    if text[mark - 1] not in _BEFORE_INSIDE and text[mark + 1 : mark + 2] not in _BEHIND_INSIDE:
        return False
    return _INSIDE.match(text, mark, end) is not None


def _check(rule: Rule) -> None:
    if unknown := sorted(set(rule.tags) - DATE_TAGS):
        raise RuleError(f"{rule.file}: rule {rule.id}", f"unknown tag {unknown[0]!r}", "use some of: " + ", ".join(sorted(DATE_TAGS)))
    if not rule.discard and rule.resolve not in RESOLVERS:
        raise RuleError(f"{rule.file}: rule {rule.id}", f"no resolver {rule.resolve!r}", "use one of: " + ", ".join(RESOLVERS))


def _context_words(rules: RuleSet, name: str) -> str:
    words = [word for _, data in rules.tables.get("deadlines", ()) for word in data.get("context", {}).get(name, ())]
    return words_pattern(words) or r"(?!)"
