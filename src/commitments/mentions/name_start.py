"""Finds where a name begins that stands right behind what it is about (河道清淤|水利局牵头).

Chinese puts a topic before its subject without a mark between them. Where a name ends in a field of work with its kind
of body (水利局, 县城管局), that core is a name by itself, and a piece of work before it (清淤, 整治工作) is the topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from commitments.gated import Asked, Ends, Headed
from commitments.kept import compiled
from commitments.triewords import trie_pattern

_KINDS: Final = "(?:分局|局|厅|委员会|委|部门|部|办公室|办|处|科|站|所|中心|大队|集团|公司)"
_WHOLE: Final = (
    "(?:[镇乡]政府|街道办|管委会|派出所|交警大队|[省市县区州](?:委办(?:公室)?|政府办(?:公室)?|委督查室|政府督查室)"
    "|督查室|党政办|政府办)"
)
_SHORTEST_TOPIC: Final = 3
"""Characters of the shortest topic: a verb alone has what follows for its object."""
_SHORTEST_NAMED: Final = 6
"""Characters of the shortest topic with the shortest core behind it (前两项|教育局)."""
_SHORTEST_BODY: Final = 3
_NUMBERED: Final = 2
_ORDINALS: Final = frozenset("一二三四五六七八九十")
_NO_OFFICE: Final = frozenset("的、百千两0123456789").union(_ORDINALS)
"""Behind these a number is no name's: 四十三处 are things."""


@dataclass(frozen=True, slots=True)
class NameStart:
    """The cores of names: fields of work with their kinds of body."""

    core: re.Pattern[str]
    work: Ends
    apposed: Headed
    """What a body is in the matter, before its name (牵头单位住建局)."""
    body: Ends
    left: Asked
    """So many things, or what is left of the work, as a topic ([余下4座]交通运输局6月底前加固)."""

    def after_topic(self, text: str, start: int, end: int) -> int:
        """Return where the name that ends at `end` begins, behind a topic that opens at `start`, or `start` where there is none.

        >>> text = "河道清淤水利局牵头"
        >>> text[name_start(["水利"], ["清淤"], ["牵头单位"], ["局"], Asked(re.compile("那些.").fullmatch)).after_topic(text, 0, 7) : 7]
        '水利局'
        """
        office = self.apposed.match(text, start, end)
        if office and end - office.end() >= _SHORTEST_BODY and self.body.end(text, office.end(), end):
            return office.end()
        found = self.core.search(text, start + _SHORTEST_TOPIC, end) if end - start >= _SHORTEST_NAMED else None
        if found is None:
            return start
        topic = found.start()
        return topic if self.work.end(text, start, topic) or self.counts(text, start, topic) else start

    def behind_counted(self, text: str, start: int, end: int) -> int:
        """Return where the name that ends at `end` begins, behind a topic that points at things (欠的工资|人社局), or `start`."""
        found = self.after_topic(text, start, end)
        return found if found > start and self.counts(text, start, found) else start

    def counts(self, text: str, start: int, end: int) -> bool:
        """Whether a topic points at so many things, or at what is left of them."""
        return self.left.ask(text, start, end) is not None


def numbered(text: str, start: int, stop: int, verbs: frozenset[str]) -> bool:
    """Whether what looks counted is an office with its number (干部二科, unlike 新增三组).

    >>> numbered("干部二科", 0, 4, frozenset(("新增",))), numbered("新增三组", 0, 4, frozenset(("新增",)))
    (True, False)
    >>> numbered("四十三处", 0, 4, frozenset())
    False
    """
    opens = stop - _NUMBERED
    office = opens - start >= _NUMBERED and text[opens] in _ORDINALS and text[opens - 1] not in _NO_OFFICE
    return office and text[start : start + 2] not in verbs


def name_start(fields: Iterable[str], work: Iterable[str], apposed: Iterable[str], bodies: Iterable[str], left: Asked) -> NameStart:
    """Compile the cores of names from the fields of work, what a topic ends in, and what is said of a body before its name."""
    parts = Headed(f"{trie_pattern(apposed)}(?!党)")
    core = compiled(rf"(?:[省市县区州]?(?:{trie_pattern(fields)})(?:和[\u4e00-\u9fff]{{2,4}})?{_KINDS}|{_WHOLE})$")
    return NameStart(core, Ends(work), parts, Ends(bodies), left)
