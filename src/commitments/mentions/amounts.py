"""From the characters of a figure to its amount: value or range, unit, kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, NamedTuple, cast

from commitments.kept import compiled
from commitments.mentions.measures import Grammar, Unit
from commitments.numerals import parse_numeral
from commitments.ruledata import Rule
from commitments.types import Comparator, QuantityKind

_SMALL: Final = "一二三四五六七八九"
_NO_COUNT: Final = frozenset("零〇壹贰叁肆伍陆柒捌玖拾佰仟")
"""Alone no count: 零 begins words (零部件), the formal numerals are characters of names (伍家岗)."""
_SOME = ("多", "来")
_MORE = ("+", "\uff0b")
_BARE: Final = "百千万亿萬億"
_PAIR: Final = compiled(
    r"(?P<lead>(?:[一二两三四五六七八九]?[十百千]){0,3})(?P<pair>[一二两三四五六七八九]{2})(?P<place>[十百千]?[万亿]{0,2})"
)
_SCALE: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


@dataclass(frozen=True, slots=True)
class Amount:
    """What a figure says before its surroundings are looked at; `comparable` figures take comparator words."""

    value: Decimal | None
    unit: str
    kind: QuantityKind
    comparator: Comparator = "=="
    low: Decimal | None = None
    high: Decimal | None = None
    comparable: bool = True
    bare: bool = False
    """The numeral begins with a place word (百家): a quantity only beside a comparator (近百家)."""
    weak: bool = False
    """The classifier counts behind such a numeral only where a least number is set (不少于两节)."""


@lru_cache(maxsize=4096)
def _value(text: str) -> Decimal | None:
    return parse_numeral(text)


def neighbours(text: str) -> tuple[int, int] | None:
    """Return the two ends of a spoken approximation, or None where the text is none.

    >>> neighbours("三四"), neighbours("三五"), neighbours("三")
    ((3, 4), (3, 5), None)
    """
    if len(text) != 2:
        return None
    low, high = (_SMALL.find(char.replace("两", "二")) + 1 for char in text)
    return (low, high) if low and (high == low + 1 or (low, high) == (3, 5)) else None


def spoken_pair(number: str) -> tuple[Decimal, Decimal] | None:
    """Return the two ends of an approximation with place words around it, or None where the numeral is none.

    >>> [spoken_pair(number) for number in ("七八", "三四十", "十二三", "两三", "二十五")]
    [(Decimal('7'), Decimal('8')), (Decimal('30'), Decimal('40')), (Decimal('12'), Decimal('13')), (Decimal('2'), Decimal('3')), None]
    """
    parts = _PAIR.fullmatch(number)
    if parts is None or not neighbours(parts["pair"]):
        return None
    low, high = (_value(parts["lead"] + digit + parts["place"]) for digit in parts["pair"])
    return None if low is None or high is None else (low, high)


def scaled(number: str, scale: str) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Return (value, low, high) of a numeral with a scale behind its approximation (20余万: 20, 万).

    >>> scaled("20", "万"), scaled("七八", "")
    ((Decimal('200000'), None, None), (None, Decimal('7'), Decimal('8')))
    """
    factor = 1
    for char in scale:
        factor *= _SCALE.get(char, 1)
    pair = spoken_pair(number) if len(number) > 1 else None
    if pair:
        return None, pair[0] * factor, pair[1] * factor
    value = _value(number)
    if value is None or number in _NO_COUNT or (len(number) > 1 and not set(number) - set(_SMALL + "两")):
        return None, None, None
    return (value * factor if factor != 1 else value), None, None


class FigureParts(NamedTuple):
    """The groups of the pattern of a figure, in its order."""

    low: str | None
    low_unit: str | None
    sep: str | None
    num: str
    more: str | None
    scale: str | None
    unit: str | None
    bracket: str | None
    more2: str | None


@lru_cache(maxsize=8192)
def read_figure(groups: tuple[Any, ...], grammar: Grammar) -> tuple[Amount, Unit | None] | None:
    """Return the amount of a figure with its unit, or None where it says none.

    1.2万亩 is 12000 亩; 20余万元 is 200000 元 ~; 3—5% has low 3 and high 5; an amount
    without a unit (5000亿) is money. Nothing else tells on it, so that what is read once is kept.

    Args:
        groups: the groups of `Grammar.figure`, as `FigureParts` names them.
        grammar: whose units are meant.
    """
    parts = FigureParts(*groups)
    number, scale = parts.num, parts.scale or ""
    unit_text = parts.unit or ""
    unit = _unit_of(unit_text, grammar)
    if unit is None and (scale or number)[-1] not in "亿億万萬":
        return None
    value, low, high = scaled(number, scale)
    if value is None and low is None:
        return None
    weak = unit is not None and unit.weak and len(number) == 1 and not number.isdigit() and not (number == "两" and unit.pairs)
    kind: QuantityKind = unit.kind if unit else "money"
    shown = _shown(unit_text, unit)
    approximate = bool(parts.more or parts.more2)
    comparator: Comparator = ">=" if parts.more in _MORE else "~" if approximate else "=="
    bare = number[0] in _BARE
    amount = Amount(value, shown, kind, comparator, low, high, bare=bare and not approximate, weak=weak)
    if parts.sep and parts.low:
        ranged = _ranged(parts.low, parts, amount)
        return None if ranged is None else (ranged, unit)
    return amount, unit


def _unit_of(text: str, grammar: Grammar) -> Unit | None:
    return grammar.units.get(text) or grammar.units.get(re.split("[/\uff0f]", text, maxsplit=1)[0])


def _shown(text: str, unit: Unit | None) -> str:
    if unit is None:
        return "元"
    head, slash, per = text.replace("\uff0f", "/").partition("/")
    return unit.canon if not slash or text in (unit.canon,) else f"{head}/{per}"


def _ranged(low_text: str, parts: FigureParts, amount: Amount) -> Amount | None:
    """Give the amount its lower end, on the same scale where the lower figure has no unit of its own (3至5万元)."""
    low = _value(low_text)
    if low is None or amount.value is None:
        return None
    if not parts.low_unit and low_text[-1] not in "百千万亿萬億":
        stripped = parts.num.rstrip("百千万亿萬億")
        base = _value(stripped) if stripped else None
        if base:
            low = low * (amount.value / base)
    if low >= amount.value:
        return None
    return replace(amount, value=None, low=_plain(low), high=amount.value, bare=False)


def _plain(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def resolve(rule: Rule, match: re.Match[str]) -> tuple[Amount, tuple[int, int]] | None:
    """Return what a rule's match amounts to and the span of its figure, or None where the numeral is malformed."""
    return _RESOLVERS[rule.resolve](rule.params, match)


Resolved = tuple[Amount, tuple[int, int]] | None


def _named(params: dict[str, Any], value: Decimal | None, **more: Any) -> Amount:
    return Amount(
        value,
        str(more.pop("unit", params.get("unit", ""))),
        cast(QuantityKind, more.pop("kind", params.get("kind", "count"))),
        cast(Comparator, params.get("comparator", "==")),
        comparable=bool(params.get("comparable")),
        **more,
    )


def _fixed(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    comparator = ">=" if match[0] in params.get("at_least", ()) else params.get("comparator", "==")
    unit, kind, comparable = params.get("unit", ""), params.get("kind", "count"), bool(params.get("comparable"))
    return _fixed_amount(str(params["value"]), unit, kind, comparator, comparable), match.span()


@lru_cache(maxsize=256)
def _fixed_amount(value: str, unit: str, kind: QuantityKind, comparator: Comparator, comparable: bool) -> Amount:
    return Amount(Decimal(value), unit, kind, comparator, comparable=comparable)


def _doubling(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """翻一番 is twice, 翻两番 four times; 倍增 without a figure is twice."""
    turns = _value(match["num"]) if match["num"] else Decimal(1)
    return None if turns is None else (_named(params, Decimal(2) ** int(turns)), match.span())


def _fraction(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """百分之八十五 is 85 %; 四分之三 is 75 % (to two places)."""
    if match["whole"] or match["whole2"]:
        whole, part = _value(match["whole"] or match["whole2"]), _value(match["part"] or match["part2"])
        if not whole or not part or part >= whole:
            return None
        return _named(params, _plain((part * 100 / whole).quantize(Decimal("0.01")))), match.span()
    value = _value(match["num"])
    high = _value(match["high"]) if match["high"] else None
    if value is None:
        return None
    per = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}[match["base"]]
    if high is not None and high > value:
        return _named(params, None, low=_plain(value * per), high=_plain(high * per)), match.span()
    return _named(params, _plain(value * per)), match.span()


def _tenths(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """八成五 is 85 %, 七八成 is 70 to 80 %, 九成至九成五 is 90 to 95 %."""
    value, low, high = scaled(match["num"], "十")
    if value is None:
        return None if low is None else (_named(params, None, low=low, high=high), match.span())
    value += _ones(match["half"], match["ones"])
    if match["low"]:
        least = scaled(match["low"], "十")[0]
        least = None if least is None else least + _ones(match["low_half"], match["low_ones"])
        return None if least is None or least >= value else (_named(params, None, low=least, high=value), match.span())
    return _named(params, value), match.span()


def _ones(half: str | None, ones: str | None) -> Decimal:
    """Return what stands behind 成: 八成半 and 八成五 are both 85 %."""
    return Decimal(5) if half else _value(ones or "零") or Decimal(0)


def _first(match: re.Match[str], name: str) -> tuple[str, int, int] | None:
    for group in (name, f"{name}2", f"{name}3", f"{name}4", f"{name}5", f"{name}6", f"{name}7"):
        if group in match.re.groupindex and match[group]:
            return match[group], match.start(group), match.end(group)
    return None


def _rank(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """前十 and 前5名 are places up to that number; of 跻身全国百强 the figure is 百强."""
    number = _first(match, "num")
    value = _value(number[0]) if number else None
    if number is None or value is None:
        return None
    head = match[0][: number[1] - match.start()]
    start = match.start() if head in {"前", "第"} else number[1]
    end = match.end()
    for tail in params.get("tails", ()):
        if match[0].endswith(tail):
            end -= len(tail)
    spoken = {"unit": "位"} if match.string[end - 1] == "位" else {}
    return _named(params, value, **spoken), (start, end)


def _bare_figure(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """有效利用系数提高到0.58: a figure without a unit."""
    value = _value(match["num"])
    return None if value is None else (_named(params, value), match.span("num"))


def _persons(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """28万农村学生, 拿五六十万修路: persons and sums without a unit."""
    number = _first(match, "num")
    if number is None:
        return None
    value, low, high = scaled(number[0].replace("余", "").replace("多", ""), "")
    if value is None and low is None:
        return None
    amount = _named(params, value, low=low, high=high)
    return (replace(amount, comparator="~") if any(char in match[0] for char in "余多") else amount), (number[1], match.end())


def _spoken_pair(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """五、六名 is 5 to 6 名, 3、5百个 is 300 to 500 个."""
    low, high, scale, unit = _value(match["low"]), _value(match["num"]), match["scale"], match["unit"]
    if low is None or high is None or not (high == low + 1 or (low == 3 and high == 5)):
        return None
    factor = 1
    for char in scale + (unit[0] if len(unit) > 1 else ""):
        factor *= _SCALE.get(char, 1)
    kind = "people" if unit in params.get("people", ()) else "money" if unit[-1] == "元" else params.get("kind")
    return _named(params, None, low=low * factor, high=high * factor, unit=unit[-1], kind=kind), (match.start("low"), match.end())


def _counted(params: dict[str, Any], match: re.Match[str]) -> Resolved:
    """压缩到3天, 半天, 一个半小时, 两三天: a figure whose unit the rule itself names."""
    number, unit = _first(match, "num"), _first(match, "unit")
    if number is None or unit is None:
        return None
    if number[0] == "半":
        return _named(params, Decimal("0.5"), unit=unit[0]), (number[1], unit[2])
    value, low, high = scaled(number[0], "")
    if value is not None and unit[0].startswith("个半"):
        return _named(params, value + Decimal("0.5"), unit=unit[0][2:]), (number[1], unit[2])
    if value is None and low is None:
        return None
    named = params.get("unit") or params.get("canon", {}).get(unit[0], unit[0])
    amount = _named(params, value, low=low, high=high, unit=named)
    return (replace(amount, comparator="~") if unit[0][:1] in _SOME or unit[0][1:2] in _SOME else amount), (number[1], unit[2])


_RESOLVERS: Final[dict[str, Callable[[dict[str, Any], re.Match[str]], Resolved]]] = {
    "fixed": _fixed,
    "doubling": _doubling,
    "fraction": _fraction,
    "tenths": _tenths,
    "rank": _rank,
    "duration": _counted,
    "counted": _counted,
    "spoken_pair": _spoken_pair,
    "bare_figure": _bare_figure,
    "persons": _persons,
}
