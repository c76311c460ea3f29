"""Chinese and Arabic numerals as exact numbers.

Follows GB/T 15835 in what counts as a numeral: Arabic digits (half or full width, with thousands
separators), Chinese numerals with and without place words, and mixtures (1万2千, 3.5万).
"""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {char: value for value, chars in enumerate(("零〇○", "一壹", "二两兩貳贰", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")) for char in chars}
_PLACES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_SCALES = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_WIDTH = str.maketrans({0xFF10 + digit: str(digit) for digit in range(10)} | {"\uff0e": ".", "\uff0c": ","})

NUMERAL = r"[0-9\uff10-\uff19一二三四五六七八九十百千万亿两零〇萬億兩.,\uff0e\uff0c]"
"""A character class of what may stand in a numeral."""


def parse_numeral(text: str) -> Decimal | None:
    """Return the value of a numeral, or None where the text is none.

    >>> [parse_numeral(t) for t in ("二十三", "1.2万", "两万三", "1,500", "三百", "10万2千", "百")]
    [Decimal('23'), Decimal('12000'), Decimal('23000'), Decimal('1500'), Decimal('300'), Decimal('102000'), Decimal('100')]
    >>> parse_numeral("二〇二五")
    Decimal('2025')

    Args:
        text: the numeral alone, without unit or sign.
    """
    text = text.translate(_WIDTH).replace(",", "").replace(" ", "").replace("\u3000", "")
    if not text:
        return None
    if text.isascii():
        return _decimal(text)
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    return _spoken(text)


def _decimal(text: str) -> Decimal | None:
    if not text.replace(".", "", 1).isdigit():
        return None
    return Decimal(text)


def _spoken(text: str) -> Decimal | None:
    """Read place words and scales; a last digit behind a place word counts the next lower place (两万三)."""
    total = section = Decimal(0)
    pending: Decimal | None = None
    last_place = 1
    index = 0
    while index < len(text):
        char = text[index]
        if char.isascii() and (char.isdigit() or char == "."):
            stop = index
            while stop < len(text) and text[stop].isascii():
                stop += 1
            pending = _decimal(text[index:stop])
            if pending is None:
                return None
            index, last_place = stop, 1
            continue
        if char in _DIGITS:
            if _DIGITS[char] == 0:
                last_place = 1
            elif pending is not None:
                return None
            else:
                pending = Decimal(_DIGITS[char])
        elif char in _PLACES:
            section += (Decimal(1) if pending is None else pending) * _PLACES[char]
            pending, last_place = None, _PLACES[char]
        elif char in _SCALES:
            scale = _SCALES[char]
            if scale == 10**8:
                total, section, pending = (total + section + (pending or 0) or Decimal(1)) * scale, Decimal(0), None
            else:
                total, section, pending = total + (section + (pending or 0) or Decimal(1)) * scale, Decimal(0), None
            last_place = scale
        else:
            return None
        index += 1
    if pending is not None:
        section += pending * (last_place // 10 if last_place >= 100 else 1)
    value = total + section
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
