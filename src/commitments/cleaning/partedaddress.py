"""Takes out an address in brackets that the end of a line or of a sheet has parted: its halves are no address by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from commitments.editing import Edit, cut
from commitments.kept import compiled

_FIRST: Final = compiled(r"[(（【\[][^()（）【】\[\]，。；：\n]{0,20}?(?P<part>(?<![@A-Za-z0-9._-])[A-Za-z0-9][A-Za-z0-9./:-]{0,40})$")
_SECOND: Final = compiled(r"(?P<part>[A-Za-z0-9./-]{1,40})[)）】\]]")
_ADDRESS: Final = compiled(
    r"(?:https?://)?(?:[A-Za-z0-9-]{1,30}\.){0,3}[A-Za-z0-9-]{3,30}\.(?:com|cn|net|org|cc|top|vip|info|xyz|site|club|example)(?:\.cn)?"
)
_LONGEST: Final = 64
_MOST_BETWEEN: Final = 4
"""Lines between the halves, at most: the number of a sheet and its running head."""


def parted_addresses(text: str) -> Iterator[Edit]:
    """Yield the cuts of both halves of an address in brackets, with what stands before it in the bracket.

    >>> page = "各镇要抓紧，（来自 www.xiao\\n第 2 页\\ncao.com）4月底前清完。"
    >>> [page[edit.start : edit.end] for edit in parted_addresses(page)]
    ['（来自 www.xiao', 'cao.com）']
    """
    place = 0
    opened: tuple[int, int, str] | None = None
    left = 0
    for line in text.split("\n"):
        shown = line.rstrip()
        if shown:
            if opened is not None and shown.lstrip()[0] < "\x80":
                indent = len(shown) - len(shown.lstrip())
                second = _SECOND.match(shown, indent)
                whole = opened[2] + second["part"] if second is not None else ""
                if second is not None and _ADDRESS.fullmatch(whole) and ".gov" not in whole:  # an office's is the speech's
                    yield cut(opened[0], opened[1], "inline.parted-address")
                    yield cut(place + indent, place + second.end(), "inline.parted-address")
                    opened = None
            left -= 1
            if opened is not None and left < 0:
                opened = None
            last = shown[-1]
            if last < "\x80" and (last.isalnum() or last in "./-") and (first := _FIRST.search(shown, max(0, len(shown) - _LONGEST))):
                opened, left = (place + first.start(), place + len(shown), first["part"]), _MOST_BETWEEN
        place += len(line) + 1
