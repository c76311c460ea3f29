"""Chinese and Arabic numerals as exact numbers.

Follows GB/T 15835 in what counts as a numeral: Arabic digits (half or full width, with thousands
separators), Chinese numerals with and without place words, and mixtures (1万2千, 3.5万).
"""

from __future__ import annotations

import re
from decimal import Decimal

from commitments.kept import compiled

_DIGITS = {
    char: value
    for value, chars in enumerate(("零〇○", "一壹", "二两兩貳贰", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"))
    for char in chars
}
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD, _HUNDRED_MILLION = 10**4, 10**8
_SCALES = {"万": _MYRIAD, "萬": _MYRIAD, "亿": _HUNDRED_MILLION, "億": _HUNDRED_MILLION}
_WIDTH = str.maketrans({0xFF10 + digit: str(digit) for digit in range(10)} | {"\uff0e": ".", "\uff0c": ","})
CIRCLED = {char: value for row in ("①②③④⑤⑥⑦⑧⑨⑩", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽") for value, char in enumerate(row, 1)}
"""Numbers of points that are one character."""
_GROUPED = compiled(r"[0-9]{1,3}(?:[, ][0-9]{3}){1,6}(?![0-9])")
_PLAIN = compiled(r"[0-9]{1,20}(?:\.[0-9]{1,10})?")
_TOKEN = compiled(r"(?P<arabic>[0-9]{1,20}(?:\.[0-9]{1,10})?)|(?P<char>[^0-9.])")


def parse_numeral(text: str) -> Decimal | None:
    """Return the value of a numeral, or None where the text is none.

    >>> [str(parse_numeral(t)) for t in ("二十三", "1.2万", "两万三", "1,500", "三百", "10万2千", "百")]
    ['23', '12000', '23000', '1500', '300', '102000', '100']
    >>> str(parse_numeral("二〇二五")), str(parse_numeral("三点五亿")), parse_numeral("百十千")
    ('2025', '350000000', None)

    A last digit behind a place word counts the next lower place, as it is spoken: 两万三 is 23000, 三百五 is 350.
    A bare place word counts once: 百 is 100. Digits without place words are read one by one: 二〇二五 is 2025.

    Args:
        text: the numeral alone, without unit or sign; at most 40 characters, longer ones are no numeral.
    """
    if text.isascii() and text.isdigit() and len(text) <= 20:
        return Decimal(text)
    if not text or len(text) > 40:
        return None
    text = text.translate(_WIDTH).replace("\u3000", " ").replace("\u00a0", " ").replace("\u2009", " ")
    text = _GROUPED.sub(lambda match: match[0].replace(",", "").replace(" ", ""), text)
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    return _with_point(text) if "点" in text else _spoken(text)


def _with_point(text: str) -> Decimal | None:
    """Read 三点五 and 三点五亿: digits behind the point, then at most a scale."""
    whole, _, rest = text.partition("点")
    digits = rest.rstrip("万亿萬億千百")
    if not digits or not all(char in _DIGITS for char in digits):
        return None
    left = _spoken(whole)
    if left is None:
        return None
    value = left + Decimal("0." + "".join(str(_DIGITS[char]) for char in digits))
    for char in rest[len(digits) :]:
        value *= _SCALES.get(char) or _PLACES[char]
    return _integral(value)


class _Reading:
    """What has been read so far: whole 亿, whole 万, the section below 万, and a digit that waits for its place."""

    __slots__ = ("billions", "lowest", "myriads", "pending", "section", "spoken", "unit_place")

    def __init__(self) -> None:
        self.billions = self.myriads = self.section = Decimal(0)
        self.pending: Decimal | None = None
        self.spoken = False  # whether the waiting digit may count the next lower place
        self.lowest = _MYRIAD  # the last place word of the section; the next one must be lower
        self.unit_place = 1  # the last place word or scale, for 两万三

    def digit(self, value: Decimal, *, spoken: bool) -> bool:
        """Take a digit or an Arabic group; false where one already waits."""
        if self.pending is not None:
            return False
        self.pending, self.spoken = value, spoken
        return True

    def zero(self) -> bool:
        """Take a 零, after which a digit counts ones."""
        if self.pending is not None:
            return False
        self.unit_place = 1
        return True

    def place(self, place: int) -> bool:
        """Take 十, 百 or 千; false where the places do not descend."""
        if place >= self.lowest or (self.pending is None and self.section and place != 10):
            return False
        self.section += (Decimal(1) if self.pending is None else self.pending) * place
        self.pending, self.lowest, self.unit_place = None, place, place
        return True

    def scale(self, scale: int) -> bool:
        """Take 万 or 亿; false where it stands behind a smaller one."""
        below = self.section + (self.pending or 0)
        if scale == _MYRIAD:
            if self.myriads or (not below and self.billions):
                return False
            self.myriads = (below or Decimal(1)) * _MYRIAD
        else:
            amount = (self.myriads + below or Decimal(1)) * _HUNDRED_MILLION
            if self.billions and amount >= self.billions:
                return False
            self.billions, self.myriads = self.billions + amount, Decimal(0)
        self.section, self.pending, self.lowest, self.unit_place = Decimal(0), None, _MYRIAD, scale
        return True

    def value(self) -> Decimal:
        """Return the number, the waiting digit put into its place."""
        total = self.billions + self.myriads + self.section
        if self.pending is not None:
            total += self.pending * (self.unit_place // 10 if self.spoken and self.unit_place >= 100 else 1)
        return _integral(total)


def _spoken(text: str) -> Decimal | None:
    """Read place words and scales, Arabic groups among them (1亿2000万)."""
    reading = _Reading()
    position = 0
    for token in _TOKEN.finditer(text):
        if token.start() != position:
            return None
        position = token.end()
        if not _take(reading, token):
            return None
    return reading.value() if position == len(text) else None


def _take(reading: _Reading, token: re.Match[str]) -> bool:
    arabic = token["arabic"]
    if arabic:
        return reading.digit(Decimal(arabic), spoken=len(arabic) == 1)
    char = token["char"]
    if char in _DIGITS:
        value = _DIGITS[char]
        return reading.zero() if value == 0 and token.end() < len(token.string) else reading.digit(Decimal(value), spoken=True)
    if char in _PLACES:
        return reading.place(_PLACES[char])
    return char in _SCALES and reading.scale(_SCALES[char])


def _integral(value: Decimal) -> Decimal:
    """Return a whole number without a fraction (12000.0 -> 12000)."""
    whole = value.to_integral_value()
    return whole if whole == value else value
