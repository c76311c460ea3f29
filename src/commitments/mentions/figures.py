"""Where figures stand in a text: numerals with a unit, clause by clause."""

from __future__ import annotations

import re
from typing import Final

from commitments.gated import Chars, Headed
from commitments.kept import compiled
from commitments.mentions.amounts import Amount, FigureParts, read_figure
from commitments.mentions.measures import Grammar

_FIGURE: Final = "[0-9\uff10-\uff19]"
# A comma between figures ends no clause.
_BREAKS: Final = Chars(";\uff1b。!\uff01?\uff1f\n,\uff0c")
_IN_FIGURE: Final = Headed(f"(?<={_FIGURE})[,\uff0c]{_FIGURE}(?:{_FIGURE}{{2}}|{_FIGURE}?\\Z)")
_CLAUSE_REACH: Final = 120
_LOOK_AHEAD: Final = 4
"""So many characters behind a comma tell whether it stands inside a figure."""
_VERB: Final = 6
_SEPARATOR, _NUMBER, _MORE, _SCALE, _UNIT = (FigureParts._fields.index(name) + 1 for name in ("sep", "num", "more", "scale", "unit"))
"""The groups of a figure's pattern."""
_ORDINAL: Final = frozenset("第每+＋")
_MASKED: Final = frozenset("xX\uff38\uff58*\uff0a×✕□○")
"""What stands for digits that are withheld: 3X亿元, *万亩."""
_JOINT: Final = frozenset(".．:：/／-－—–")
_ENDS_IN_ONE: Final = frozenset("统唯逐专单同划万均归如")
_BEFORE_ONE: Final = frozenset("于少过超约近多破逾高低大小足满到达了止码底≥")
_RANGE_SIGNS: Final = frozenset("至到-－—–~～")
_DECIMALS: Final = frozenset("零〇一二三四五六七八九")
_INDEFINITE: Final = frozenset("一二")
_FROM: Final = compiled("[从由][^,\uff0c。;\uff1b、0-9]{0,6}\\Z")


class QuantityCandidate:
    """A figure, or a look-alike, that competes for its characters.

    Attributes:
        start_char: where it starts, without comparator words.
        end_char: where it ends, exclusive.
        discard: whether it is a look-alike.
        rule: the rule's id.
        why: why a look-alike is none.
        unit_char: where the figure's unit begins, if it is one.
        amount: what the figure says.
        one: whether the numeral is 一 (or 二), which before a classifier is mostly the indefinite article.
        unitless: whether it has no unit (5000亿).
    """

    __slots__ = ("amount", "discard", "end_char", "one", "rule", "start_char", "unit_char", "unitless", "why")

    def __init__(
        self,
        start_char: int,
        end_char: int,
        rule: str,
        amount: Amount | None,
        *,
        why: str = "",
        unit_char: int = 0,
        one: bool = False,
        unitless: bool = False,
    ) -> None:
        self.start_char = start_char
        self.end_char = end_char
        self.discard = amount is None
        self.rule = rule
        self.why = why
        self.unit_char = unit_char
        self.amount = amount
        self.one = one
        self.unitless = unitless


class Clause:
    """A clause with its figures, and with the first characters of the cue words in it."""

    __slots__ = ("cues", "figures", "high", "low")

    def __init__(self, low: int, high: int, figures: list[QuantityCandidate], cues: set[str]) -> None:
        self.low = low
        self.high = high
        self.figures = figures
        self.cues = cues


def clauses(text: str, start: int, end: int, tongue: Grammar) -> list[Clause]:
    """Return the clauses that hold a figure or a cue word; a text without any costs two scans."""
    cues: list[int] = []
    cue = tongue.cues.search(text, start, end)
    while cue is not None:
        cues.append(cue.start())
        cue = tongue.cues.search(text, cue.end(), end)
    figures = _figures(text, start, end, tongue)
    found: list[Clause] = []
    told = read = 0
    high = start
    while read < len(figures) or told < len(cues):
        place = figures[read].start_char if read < len(figures) else end
        if told < len(cues) and cues[told] < place:
            place = cues[told]
        low, high = _bounds(text, max(high, place - _CLAUSE_REACH), place, end)
        inside: list[QuantityCandidate] = []
        while read < len(figures) and figures[read].start_char < high:
            high = max(high, figures[read].end_char)
            inside.append(figures[read])
            read += 1
        firsts: set[str] = set()
        while told < len(cues) and cues[told] < high:
            firsts.add(text[cues[told]])
            told += 1
        found.append(Clause(low, high, inside, firsts))
    return found


def _bounds(text: str, floor: int, place: int, end: int) -> tuple[int, int]:
    """Return where the clause around a place begins and ends: at the marks beside it, or so far away at most."""
    low = floor
    reach = min(end, place + _CLAUSE_REACH)
    limit = min(end, reach + _LOOK_AHEAD)
    stop = _BREAKS.next(text, floor, limit)
    while stop < limit:
        if text[stop] not in ",\uff0c" or _IN_FIGURE.match(text, stop, limit) is None:
            if stop >= place:
                return low, min(stop, reach)
            low = stop + 1
        stop = _BREAKS.next(text, stop + 1, limit)
    return low, reach


def _figures(text: str, start: int, end: int, tongue: Grammar) -> list[QuantityCandidate]:
    """Return every numeral with a unit."""
    found: list[QuantityCandidate] = []
    consumed = start
    run = tongue.runs.search(text, start, end)  # most sentences hold none: a search is a third of an iterator's price
    while run is not None:
        place, stop = run.span()
        run = tongue.runs.search(text, stop, end)
        if place < consumed or (place and not _may_begin(text, place)):
            continue
        if text[place] == "一" and stop == place + 1 and _is_article(text, place):
            continue
        if place and text[place] == "一" and text[place - 1] in _ENDS_IN_ONE:
            place += 1
        match = tongue.figure.match(text, place, end)
        if match is not None and match[_SEPARATOR] and _two_figures(text, place, match):
            match = tongue.figure.match(text, match.start(_NUMBER), end)
        if match is not None:
            figure = _figure(match, tongue)
            if figure is not None:
                consumed = figure.end_char
                found.append(figure)
    return found


def _figure(match: re.Match[str], tongue: Grammar) -> QuantityCandidate | None:
    """Return what a numeral with a unit says, or None where it says nothing."""
    groups = match.groups()
    read = read_figure(groups, tongue)
    if read is None:
        return None
    amount, unit = read
    start = match.start()
    number, scale = groups[_NUMBER - 1], groups[_SCALE - 1]
    if amount.weak and not tongue.shapes.at_least.ask(match.string, max(0, start - _VERB), start):
        return None
    sum_before = groups[_UNIT - 1] == "把" and (scale or number)[-1] in "万亿"
    if sum_before and tongue.shapes.pays.ask(match.string, max(0, start - _VERB), start):
        return None  # 拿五六十万把屋顶翻了: a sum, and what is done with it
    return QuantityCandidate(
        start,
        match.end(),
        unit.rule if unit else "quantity.money",
        amount,
        unit_char=match.end(_SCALE if groups[_SCALE - 1] else _MORE if groups[_MORE - 1] else _NUMBER),
        one=number in _INDEFINITE and not scale and groups[_SEPARATOR - 1] is None,
        unitless=unit is None,
    )


def _may_begin(text: str, place: int) -> bool:
    """Tell whether a numeral may begin here: no ordinal, no rate's base, no part of a name, time or ratio."""
    before = text[place - 1]
    if before in _ORDINAL or (before.isascii() and before.isalpha() and text[place].isdigit()):
        return False  # G60, but AED六十台
    if before in _MASKED and text[place] in "十百千万亿":
        return False
    if before in "数几" and text[place] in "十百千万亿":
        return False
    if before in _JOINT and place > 1:
        return not (text[place - 2].isdigit() or (text[place - 2].isascii() and text[place - 2].isalpha()))
    return True


def _is_article(text: str, place: int) -> bool:
    """Tell early that a lone 一 only means "a": no comparator word touches it, and no range begins with it."""
    if text[place + 1 : place + 2] == "点" and text[place + 2 : place + 3] in _DECIMALS:
        return False  # 一点六公里
    if text[place - 1 : place] in _BEFORE_ONE or text[place + 1 : place + 2] in _RANGE_SIGNS:
        return False
    if text.find("至少", max(0, place - _VERB), place) >= 0:
        return False  # 至少推出一条线路: the least number is a target
    return not text.startswith("以", place + 2) and not text.startswith("以", place + 3)


def _two_figures(text: str, place: int, match: re.Match[str]) -> bool:
    """从5个到10个, 下降2个百分点至5%: the first figure is a start or a change, not the lower end of a range."""
    if match["low_unit"] and match["low_unit"] != match["unit"]:
        return True
    return match["sep"] in {"到", "至"} and bool(_FROM.search(text, max(0, place - 8), place))
