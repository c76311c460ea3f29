"""What the name of somebody who acts ends in, and what says behind it that he acts: a duty, a time, a preposition, an adverb."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from commitments.kept import compiled
from commitments.triewords import trie_pattern

DUTY = (
    r"(?:一定|还|也|都|更|尤其|特别|同样|首先|共同|必|均|则|就|应|仍|继续)?"
    r"(?:要(?![求素点害件闻道塞])|须|必须|务必|应当|应该|需要?(?!求)|将(?!军)|拟|得(?!到)|牵头|负责(?![人同])|负总责|总牵头"
    r"|会同|联合|配合|协助|协同|参与|包联|包抓|领办|分别|协调(?![小组办处中])|督促|指导(?!组)|发动|动员|组织(?![部处科])|抓紧|尽快|立即|马上|带队|派出|派人|派专人|不(?=[能要可得准应许])|把(?!握)|对(?![于接口])|每(?!年以来))"
)
TIME = (
    r"(?:[在于自到]?\s?(?:[0-9０-９一二三四五六七八九十本今明下上次年月周季每汛春国元五中两会同入]"
    r"(?:[0-9０-９一二三四五六七八九十\s]{0,6})(?:月|年|日|天|周|季|旬|个(?:月|工作日)|底|内|星期|节|庆|旦|一前|秋|会前|步|期|冬前)))"
)
PREPOSITION = (
    r"(?:[对把将在按就以用凭拿]|从严|带队|同步|抓紧|尽快|立即|马上|加快|主动|逐[一项个户村家条]|认真|严格|统一|分别|全面|切实"
    r"|提前|专门|继续|再(?!次)|各(?!项)|至少|不得|不准|严禁|确保|力争|牵|组织|承担|全部|一律|轮流)"
)


@dataclass(frozen=True, slots=True)
class Ends:
    """Words that a name may end in; only the last characters of a stretch need be searched for them."""

    regex: re.Pattern[str]
    width: int

    def search(self, text: str, start: int, stop: int) -> re.Match[str] | None:
        """Return the longest of the words that [start, stop) ends in."""
        return self.regex.search(text, stop - self.width if stop - self.width > start else start, stop)


def ends(words: Iterable[str], *more: str) -> Ends:
    """Return what finds the longest of some words, or a match of `more`, at the end of a stretch."""
    words = list(words)
    return Ends(compiled(f"(?:{'|'.join([trie_pattern(words), *more])})$"), max(3, *map(len, words)))
