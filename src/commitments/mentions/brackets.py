"""Who is responsible by a bracket behind a task: with labels (责任单位:甲、乙), or the names of bodies alone (甲牵头,乙配合)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from commitments.kept import compiled
from commitments.mentions.coordination import spans
from commitments.types import OwnerMention

_HIGHER: Final = ("牵头", "主责", "主办", "分管", "督办")
_LEADS: Final = ("牵头", "主责", "主办")
_SHARE: Final = compiled("(?:总?牵头|负责|主责|主办|主抓)$|(?:配合|协办|参与|协助)$")
_FIRM: Final = compiled("(?:公司|集团|银行|合作社|法院|检察院|协会|商会)$")
_CLASS: Final = compiled("(?:单位|部门|机构|机关|[0-9０-９一二两三四五六七八九十][家个])$")
"""What a bracket spells out in which the bodies are the things told of (撤并3家单位（…）)."""
_COUNTED: Final = compiled(
    "[0-9０-９一二两三四五六七八九十][个家名][^，,；;。（(]{0,4}(?:部门|单位|机构|机关|局长|负责人|书记|主任|一把手)[^，,；;。（(]{0,8}$"
)
"""Bodies and their heads that are counted are those to whom it is done (约谈3名局长（…）; 对12个部门开展巡察（…）)."""
_PART: Final = compiled("[^，,；;]+")

Names = tuple[list[OwnerMention], list[OwnerMention]]
Bracket = tuple[int, int, list[OwnerMention], list[OwnerMention]]
"""Where a responsibility bracket stands, and whom it names as owners and co-owners."""


def by_labels(parts: Sequence[tuple[str, list[OwnerMention]]]) -> Names:
    """Return the owners and co-owners of a bracket whose parts have labels."""
    lead = [names for label, names in parts if label.startswith(_LEADS)]
    told = [(label, names) for label, names in parts if not label.startswith(_HIGHER)]
    # Whoever leads from above does not act.
    units = [names for label, names in told if not label.rstrip("：: ").endswith("领导")]
    rest = units or [names for _, names in told]
    owners, partners = (lead, rest) if lead else (rest[:1], rest[1:])
    return [n for names in owners for n in names], [n for names in partners for n in names]


def explains(text: str, bracket: int, *, body: bool) -> bool:
    """Whether what stands before a bracket is the name, or the class, that the bracket only explains (市数据局（…局）; 3家单位（…）)."""
    if body or _CLASS.search(text, max(0, bracket - 4), bracket) is not None:
        return True
    return _COUNTED.search(text, max(0, bracket - 24), bracket) is not None


def bare(text: str, start: int, end: int, is_body: Callable[[str, int, int], bool]) -> Names | None:
    """Return the owners and co-owners of a bracket that holds only names of bodies, each with its share in the work or none.

    >>> text = "县水利局牵头，县财政局、县林业局配合"
    >>> [[name.text for name in names] for names in bare(text, 0, len(text), lambda text, start, end: text[end - 1] == "局")]
    [['县水利局'], ['县财政局', '县林业局']]
    """
    owners: list[OwnerMention] = []
    partners: list[OwnerMention] = []
    for first, stop in (part.span() for part in _PART.finditer(text, start, end)):
        share = _SHARE.search(text, first, stop)
        names = list(spans(text, first, share.start() if share else stop))
        if not all(right - left > 1 and (is_body(text, left, right) or text[left] == "各") for left, right in names):
            return None
        helps = share is not None and share[0][-1] in "合办与助" and share[0] != "主办"
        found = [OwnerMention(left, right, text[left:right], "owner.body", strength="strong") for left, right in names]
        (partners if helps else owners).extend(found)
    if not owners or all(_FIRM.search(name.text) or name.text[0] == "各" for name in owners):
        return None
    return owners, partners
