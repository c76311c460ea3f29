"""Headings below which nothing is said: they are no titles, but the items of a list themselves."""

from __future__ import annotations

from typing import Final

from commitments.clauses import ITEM_LEVEL
from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.mentions.brackets import covers, in_brackets
from commitments.mentions.owners import OwnerGrammar
from commitments.types import Heading

LABEL: Final = compiled(r"[ \u3000]{0,4}[\u4e00-\u9fff]{2,8}[ \u3000]?[：:]")
"""What a line that only says who is responsible begins like."""
_LONGEST_LABEL: Final = 14
_COLONS = ("：", ":")
"""How many characters it has, and with which it ends; most lines hold none of them so near."""
_LONGEST: Final = 160
"""Characters of lines that only say who is responsible and by when; what is longer says more."""


def answers(text: str, start: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether a line only says who answers for what stands above it, or by when.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text, grammar = "责任单位：水利局", owner_grammar(load_rules())
    >>> answers(text, 0, len(text), grammar)
    True
    """
    labelled = any_stands(_COLONS, text, start, min(end, start + _LONGEST_LABEL)) and LABEL.match(text, start, end) is not None
    return labelled and covers(in_brackets(text, start, end, grammar), start, end)


def bare_headings(text: str, headings: tuple[Heading, ...], grammar: OwnerGrammar) -> frozenset[int]:
    """Return the numbers of the headings below which nothing is said, or only who answers for them (一、新建水库3座 / 二、造林3万亩).

    Of the last of a list nobody can tell whether what follows belongs to it; it is as its neighbour before it.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.outline import read_outline
    >>> from commitments.ruledata import load_rules
    >>> from commitments.types import CleanSpeech
    >>> speech, rules = CleanSpeech("一、新建水库3座\\n二、造林3万亩\\n三、修路5公里\\n谢谢大家！"), load_rules()
    >>> sorted(bare_headings(speech.text, read_outline(speech, rules), owner_grammar(rules)))
    [0, 1, 2]

    Args:
        text: the speech.
        headings: its outline.
        grammar: knows the lines that say who is responsible.
    """
    empty, answered, last = set[int](), set[int](), set[int]()
    for index, heading in enumerate(headings):
        if not heading.marker or heading.run_in or heading.level >= ITEM_LEVEL or _returns(headings, index):
            continue
        final = index + 1 == len(headings)
        ends_list = final or headings[index + 1].level < heading.level
        if not ends_list and heading.body_end != headings[index + 1].start:
            continue
        if _says_no_more(text, heading, grammar, final=final):
            (answered if text[heading.end : heading.body_end].strip() else empty).add(index)
        elif ends_list:
            last.add(index)
    # A single heading without text has lost it on the page.
    beside = {index for index in empty for near in (index - 1, index + 1) if near in empty and _are_siblings(headings, index, near)}
    found = answered | beside
    return frozenset(found | {index for index in last if index - 1 in found and _are_siblings(headings, index - 1, index)})


def _are_siblings(headings: tuple[Heading, ...], one: int, other: int) -> bool:
    """Whether two headings that follow each other are of one level."""
    return 0 <= other < len(headings) and headings[one].level == headings[other].level


def _returns(headings: tuple[Heading, ...], index: int) -> bool:
    """Whether a heading comes again in the same words: what stood above was the table of contents."""
    words = headings[index].marker, headings[index].title
    return any((later.marker, later.title) == words for later in headings[index + 1 :])


def _says_no_more(text: str, heading: Heading, grammar: OwnerGrammar, *, final: bool) -> bool:
    """Whether below a heading stand only lines that say who answers for it, or none; the final one of a page must have some."""
    start = heading.end + len(text[heading.end : heading.body_end]) - len(text[heading.end : heading.body_end].lstrip())
    if start >= heading.body_end:
        return not final
    if heading.body_end - start > _LONGEST or LABEL.match(text, start, heading.body_end) is None:
        return False
    lines = text[start : heading.body_end].rstrip().split("\n")
    for line in lines:
        if not answers(text, start, start + len(line), grammar):
            return False
        start += len(line) + 1
    return True
