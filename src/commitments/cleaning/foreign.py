"""Finds foreign words inside sentences: the name of a site that has been set between two words, or between the halves of one.

A site's name is told by the lines around the speech, or it recurs, or it is made of words of sites. Whether it is foreign is
decided where it stands: what is before and behind it would stand side by side (抓|紧), and neither stands well beside it.
What fits in stays, whatever the page calls itself: an office may speak of its own house.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import Final, NamedTuple

from commitments.cleaning.rulebook import Rulebook
from commitments.kept import compiled
from commitments.script import simplified_view

_OFFICE: Final = compiled(
    r"[省市州县区旗镇乡局委府院校厅]|中心|新闻|信息|日报|政务|政府|集团|学习强国|人民网|新华|党校|[处科室办所队部司会]$"
)
_SHOP: Final = compiled(
    r"公文|文秘|范文|文[库庫]|文稿|讲稿|写作|[写寫]材料|笔杆|秘书|素材|[资資]料|文档|文苑|文斋|书屋|论坛|驿站|稿|[网網]$"
)
_HOST: Final = compiled(
    r"(?<![A-Za-z0-9-])(?:[A-Za-z0-9-]{1,24}\.){0,3}?(?P<core>[A-Za-z0-9-]{3,24})"
    r"\.(?:com|cn|net|org|cc|top|vip|info|xyz|site|example)(?![A-Za-z.])"
)
_NO_HOSTS: Final = frozenset(
    ("www", "com", "net", "org", "gov", "edu", "bbs", "163", "126", "139", "189", "sina", "gmail", "foxmail", "outlook", "aliyun", "sohu")
)
_LATIN: Final = compiled(r"[A-Za-z](?<![A-Za-z0-9.@/-][A-Za-z])[A-Za-z0-9-]{2,23}(?![A-Za-z0-9@/-])")
"""What stands before a word is asked behind its first letter, so that `re` steps from letter to letter."""
_HAN: Final = compiled("[\u3400-\u9fff]{1,40}")
_OPEN, _CLOSE = tuple("(（【[〔［〖<《"), tuple(")）】]〕］〗>》")
_MOTTO: Final = compiled(r"\s?[·•|｜—–-]{1,2}\s?[一-龥A-Za-z0-9]{2,12}(?=[)）】\]〕］〗>》])")
"""What a site says of itself behind its name, in one bracket with it (〖小草文苑·写作有数〗)."""
_IN_LISTS: Final = "、“”《》（）()"
_KIND: Final = "网站库吧網庫"
_BLANKS: Final = " \u3000\xa0"
_LONGEST, _LONGEST_LINE = 12, 160
_WEIGHTS: Final = {(True, 0): 4.0, (True, 1): 0.6, (True, 2): -3.7, (False, 0): 1.6, (False, 1): -2.4, (False, 2): -5.0}
"""Whether the neighbours stand side by side elsewhere, and how many of them stand well beside the word -> how much that speaks for
a foreign word, as the logarithm of how much oftener it is seen with one than with a word of the speech (train and dev split)."""
_EDGE = (1.2, -1.5)
"""The same where one neighbour is a mark: the other stands badly, or well, beside the word."""
_SPLIT: Final = 4.0
"""The weight from which a place alone speaks for a foreign word: it stands in the middle of another word, or of a figure."""
_NOTE, _BRACKET = 3.0, 2.0
"""What the words of a note around a name (本文来自…, …整理) weigh, and a bracket around it."""
_SHOP_NAME, _TOLD, _UNTOLD = 1.0, 2.0, 2.5
"""What must be reached, all places together: by a name of a shop, by another that the page tells, by one that may be a shop's."""
_SURE: Final = 2
_OPENING_NAME: Final = compiled(r"\s{0,8}([一-龥]{3,8})(?=\s|$|[·|｜—–-])")
_LONGEST_PREFIX: Final = 4
_SAMPLE: Final = 5
_FEWEST: Final = 3
_FEWEST_OF_WORDS: Final = 4
"""Places of a word that merely recurs, at least; more where it is made of common words and may be a term of the speech."""
_SENTENCE_END: Final = "。！？；\n"


class Foreign(NamedTuple):
    """A stretch that does not belong into its sentence, and the rule that says so."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class _Text:
    """A speech with what is known of which characters stand side by side."""

    text: str
    joints: Joints

    def weight(self, start: int, end: int) -> float:
        """Return how much speaks for the stretch being foreign where it stands; below 0 it fits in."""
        text = self.text
        left, right = start, end
        while left and text[left - 1] in _BLANKS:
            left -= 1
        while right < len(text) and text[right] in _BLANKS:
            right += 1
        before, behind = text[left - 1 : left], text[right : right + 1]
        if before.isdigit() and behind.isdigit():
            return _SPLIT
        word = text[start:end]
        latin = word.isascii()
        beside = [outer for char, outer in ((before, before + word[:1]), (behind, word[-1:] + behind)) if char and _is_chinese(char)]
        fitting = 0 if latin else sum(self._together(pair, pair == before + word[:1], word) for pair in beside)
        if len(beside) == 2:
            joined = before + behind
            return _WEIGHTS[joined in self.joints or joined in text, fitting]
        if beside:
            return _EDGE[fitting]
        return 0.0 if before in _IN_LISTS or behind in _IN_LISTS else _EDGE[0]

    def _together(self, pair: str, in_front: bool, word: str) -> bool:
        """Tell whether two characters stand side by side elsewhere than at the word's edge."""
        if pair in self.joints:
            return True
        edge = pair[0] + word if in_front else word + pair[1]
        return self.text.count(pair) > self.text.count(edge)

    def places(self, word: str) -> list[tuple[int, int]]:
        """Return where a word stands."""
        found: list[tuple[int, int]] = []
        place = self.text.find(word)
        while place >= 0:
            found.append((place, place + len(word)))
            place = self.text.find(word, place + len(word))
        return found

    def total(self, spans: Iterable[tuple[int, int]]) -> float:
        """Return how much speaks for a word being foreign at all of its places."""
        return sum(self.weight(start, end) for start, end in spans)

    def splits(self, word: str) -> bool:
        """Tell whether a word stands in the middle of another word at one of its first places."""
        return any(self.weight(start, end) >= _SPLIT for start, end in self.places(word)[:_SAMPLE])

    def is_scattered(self, spans: Sequence[tuple[int, int]], fewest: int) -> bool:
        """Tell whether a word stands in the middle of other words, hardly anywhere where it fits, and not in one company only."""
        if not self.is_in_any_company(spans):
            return False
        weights = [self.weight(start, end) for start, end in spans]
        inside = sum(weight >= _SPLIT for weight in weights)
        fitting = sum(weight < -1 for weight in weights)
        return inside >= fewest and inside * 5 >= len(spans) * 2 and fitting * 5 <= len(spans)

    def is_in_any_company(self, spans: Sequence[tuple[int, int]]) -> bool:
        """Tell whether hardly the same words stand before a word twice; terms of a speech keep to their company."""
        company = {self.text[max(0, start - 2) : start] for start, _ in spans}
        return len(company) * 4 >= len(spans) * 3

    def sentences(self, spans: Iterable[tuple[int, int]]) -> int:
        """Return in how many sentences the stretches stand."""
        return len({max(self.text.rfind(mark, 0, start) for mark in _SENTENCE_END) for start, _ in spans})

    def is_made_of_words(self, word: str) -> bool:
        """Tell whether a word may be a term: pairs that stand side by side elsewhere, and at most one character more.

        >>> _Text("", Joints("执法 监督")).is_made_of_words("执法监督")
        True
        """
        odd = range(0, len(word), 2) if len(word) % 2 else [len(word)]
        return any(all(word[at : at + 2] in self.joints for at in (*range(0, one, 2), *range(one + 1, len(word), 2))) for one in odd)


def find_foreign(text: str, outside: Sequence[str], book: Rulebook, *, shop: bool, known: Iterable[str] = ()) -> tuple[list[Foreign], bool]:
    """Return the foreign words of a speech, and whether some other may be one.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> text = "各单位要抓小草文苑紧落实。"
    >>> [text[found.start:found.end] for found in find_foreign(text, ["欢迎光临小草文苑"], rulebook(load_rules()), shop=True)[0]]
    ['小草文苑']

    Args:
        text: the speech, page lines out.
        outside: the page's lines around it.
        book: the compiled cleaning rules.
        shop: the page is of a shop of papers, so that a word which merely recurs is worth a look where the page tells no name.
        known: names of the site that are known already.
    """
    names = told_names(outside, book)
    told = {name: count for name, count in names.items() if name in text} | dict.fromkeys(known, _SURE)
    unnamed = shop and max(names.values(), default=0) < _SURE
    shops = {hit.match[0]: bool(hit.rule.rule.params.get("sure")) for hit in book.shops.find(text)}
    lettered = book.shops.scan.holds(book.letters, text)  # a scan that has been made for the shops
    latin = [match for match in _LATIN.finditer(text) if not match[0].isupper()] if lettered else []
    spelt = [Foreign(*match.span(), "inline.told-name") for match in _spelt(text, names)]
    if not (told or shops or latin or unnamed):
        return spelt, False
    page = _Text(simplified_view(text), joints_of(book.joints))
    found = [*spelt, *(Foreign(start, end, "inline.told-address") for start, end in _latin_words(page, latin, outside))]
    unsure = False
    for name, count in told.items():
        if count < _SURE and not is_shop(name) and not page.splits(name):
            continue
        units = [_unit(page, span, book) for span in _widest(page, name)]
        weight = sum(unit.weight for unit in units)
        if _is_told(page, name, count, units):
            found += [Foreign(unit.start, unit.end, "inline.told-name") for unit in units]
        elif weight > 0 and is_shop(name):
            unsure = True
    for word, sure in shops.items():
        if any(name in word for name in told):
            continue
        units = _named_alike(page, word, book)
        weight = sum(unit.weight for unit in units)
        if weight >= (_SHOP_NAME if sure else _UNTOLD):
            found += [Foreign(unit.start, unit.end, "inline.shop-name") for unit in units]
        else:
            unsure = unsure or weight > 0
    if unnamed:
        found += _recurring(page)
    return found, unsure


class _Unit(NamedTuple):
    """A name with what belongs to it in its sentence, and how much speaks for it being foreign there."""

    start: int
    end: int
    weight: float


def _unit(page: _Text, span: tuple[int, int], book: Rulebook) -> _Unit:
    """Return a name with the words of its note (本文来自…, …整理) and its bracket."""
    start, end = noted(page.text, *span, book)
    if start and page.text[start - 1] in _OPEN and (motto := _MOTTO.match(page.text, end)):
        end = motto.end()
    bracket = page.text[start - 1 : start] in _OPEN and page.text[end : end + 1] in _CLOSE if start else False
    weight = page.weight(start - bracket, end + bracket) + (_NOTE if (start, end) != span else 0) + (_BRACKET if bracket else 0)
    return _Unit(start, end, weight)


def noted(text: str, start: int, end: int, book: Rulebook) -> tuple[int, int]:
    """Return a name's stretch with the words of its note: 本文来自…, …整理."""
    lead = book.naming["lead"].regex.search(text, max(0, start - 20), start)
    trail = book.naming["trail"].regex.match(text, end)
    return lead.start() if lead else start, trail.end() if trail else end


def _spelt(text: str, names: Mapping[str, int]) -> Iterator[re.Match[str]]:
    """Yield the places of a site's name with a blank or a dot behind every character (小.草.文.苑), which no word of a speech has."""
    for name, count in names.items():
        if count >= _SURE and len(name) > 2 and _HAN.fullmatch(name):
            yield from re.finditer(r"[ \u3000.·•_*-]{1,2}".join(name), text)


def _named_alike(page: _Text, word: str, book: Rulebook) -> list[_Unit]:
    """Return the places of a word made of words of sites, each with as much before it as all have in common and as fits in least."""
    spans = page.places(word)
    found = [[_unit(page, span, book) for span in spans]]
    if len(spans) == 1:
        return found[0]  # what stands before a name that is seen but once may be the speech's
    for more in range(1, _LONGEST_PREFIX + 1):
        heads = {page.text[max(0, start - more) : start] for start, _ in spans}
        if len(heads) > 1 or not _is_han(heads.pop()):
            break
        found.append([_unit(page, (start - more, end), book) for start, end in spans])
    return max(found, key=lambda units: sum(unit.weight for unit in units))


def told_names(outside: Sequence[str], book: Rulebook) -> dict[str, int]:
    """Return what the page's lines call the site, and how often; what calls it so beyond doubt counts twice.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> told_names(["当前位置：小草文苑 > 领导讲话", "© 2024 老笔头"], rulebook(load_rules()))
    {'小草文苑': 1, '老笔头': 2}
    """
    lines = [line for line in outside if len(line) <= _LONGEST_LINE]
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    names: Counter[str] = Counter()
    seen: set[tuple[str, int]] = set()
    for place, cue in book.names.cues_in("\n".join(lines)):
        index = bisect_right(starts, place) - 1
        for rule, title, _, _, _ in book.names.aimed[cue]:
            if (title, index) not in seen:
                seen.add((title, index))
                for match in rule.regex.finditer(lines[index]):
                    names[match["name"]] += _SURE if rule.rule.params.get("sure") else 1
    for line in lines:
        lone = book.naming["alone"].regex.match(line) if len(line) <= _LONGEST else None
        if lone is not None:
            names[lone["name"]] += 1
    opening = list(_opening_names(lines))
    for name in dict.fromkeys(opening):
        if opening.count(name) >= _SURE:
            names[name] += _SURE
    return {name: count for name, count in names.items() if not name.isdigit() and name not in book.labels}


def _opening_names(lines: Iterable[str]) -> Iterator[str]:
    """Yield the word that each line opens with before a blank or a bar; a site names itself so at the head and at the foot."""
    for line in dict.fromkeys(lines):
        match = _OPENING_NAME.match(line)
        if match:
            yield match[1]


def _is_told(page: _Text, name: str, count: int, units: Sequence[_Unit]) -> bool:
    """Tell whether a name is foreign; one that is told but once may be a heading, and what the title tells is the topic."""
    weight = sum(unit.weight for unit in units)
    if is_shop(name):
        return weight >= _SHOP_NAME
    spans = [unit[:2] for unit in units]
    if len(name) > 2 and not _OFFICE.search(name) and name not in page.text.lstrip().partition("\n")[0]:
        if count >= _SURE:
            return weight >= _TOLD and (len(units) < _FEWEST or page.is_in_any_company(spans))
        return page.is_scattered(spans, 1 if not page.is_made_of_words(name) else _FEWEST)
    return page.is_scattered(spans, 2 if count >= _SURE and not page.is_made_of_words(name) else _FEWEST_OF_WORDS)


def is_shop(name: str) -> bool:
    """Tell whether a name is that of a shop of papers, not of an office.

    >>> is_shop("公文铺"), is_shop("县融媒体中心")
    (True, False)
    """
    return len(name) > 2 and bool(_SHOP.search(name)) and not _OFFICE.search(name)


def _widest(page: _Text, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands, with what always stands behind it, or with the kind of the site (小草 in 小草网)."""
    spans = page.places(name)
    more = 0
    if len(spans) > 1:
        more = shared_beginning(page.text[end : end + 4] for _, end in spans)
    for start, end in spans:
        wide = end + more
        base = page.weight(start, wide)
        if base < _SPLIT and page.text[wide : wide + 1] and page.text[wide] in _KIND and page.weight(start, wide + 1) > base:
            wide += 1
        yield start, wide


def _latin_words(page: _Text, words: Sequence[re.Match[str]], outside: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the words in Latin letters that are the heart of an address which the page tells, or that stand inside other words."""
    hosts = {match["core"].lower() for line in outside if "." in line for match in _HOST.finditer(line)} - _NO_HOSTS if words else set()
    whole = {match[0].lower() for match in words}
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in words:
        word = match[0]
        bare = word.rstrip("0123456789")  # 抓abc12处: the figure is the speech's, where the page has the word without it
        ends = len(bare) if bare.lower() in hosts or (bare != word and bare.lower() in whole) else len(word)
        spans.setdefault(word[:ends].lower(), []).append((match.start(), match.start() + ends))
    for word, places in spans.items():
        coined = all(page.text[start:end].islower() for start, end in places) and (len(places) > 1 or any(map(str.isdigit, word)))
        split = sum(page.weight(start, end) >= _SPLIT for start, end in places)
        if word in hosts or (coined and len(word) > 3 and split * 3 >= len(places)):
            yield from places


def _recurring(page: _Text) -> Iterator[Foreign]:
    """Yield the words that recur at places into which they do not fit."""
    text = page.text
    pairs = Counter(map(add, text, text[1:]))
    done: set[str] = set()
    for pair in (pair for pair, count in pairs.items() if count >= _FEWEST and pair not in page.joints):
        spans = page.places(pair) if _HAN.fullmatch(pair) else []
        if len(spans) < _FEWEST:
            continue
        before = shared_beginning(text[max(0, start - _LONGEST) : start][::-1] for start, _ in spans)
        behind = shared_beginning(text[end : end + _LONGEST] for _, end in spans)
        word = text[spans[0][0] - before : spans[0][1] + behind]
        if word in done or not 3 <= len(word) <= _LONGEST or _OFFICE.search(word):
            continue
        done.add(word)
        wide = [(start - before, end + behind) for start, end in spans]
        fewest = _FEWEST_OF_WORDS if page.is_made_of_words(word) else _FEWEST
        if len(wide) >= fewest and page.is_scattered(wide, fewest - 1) and page.sentences(wide) >= fewest:
            yield from (Foreign(start, end, "inline.recurring") for start, end in wide)


def shared_beginning(texts: Iterable[str]) -> int:
    """Return how many Chinese characters all texts begin with.

    >>> shared_beginning(["阁要抓", "阁要办"])
    2
    """
    shared = 0
    for chars in zip(*texts, strict=False):
        if len(set(chars)) > 1 or not _is_chinese(chars[0]):
            break
        shared += 1
    return shared


def _is_chinese(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _is_han(text: str) -> bool:
    return bool(_HAN.fullmatch(text))


class Joints:
    """Which two characters stand side by side in running Chinese."""

    __slots__ = ("_behind",)

    def __init__(self, table: str) -> None:
        self._behind = {word[0]: word[1:] for word in table.split(" ") if word}

    def __contains__(self, pair: str) -> bool:
        """Tell whether a pair is known.

        >>> "抓紧" in Joints("抓紧好 落实"), "抓落" in Joints("抓紧好 落实")
        (True, False)
        """
        return pair[1:] in self._behind.get(pair[0], "")


@lru_cache(maxsize=4)
def joints_of(table: str) -> Joints:
    """Read the table of the rules, in which each character stands before those that follow it; once."""
    return Joints(table)
