"""The numbers that Word counts by itself and writes nowhere: 一、 (一) 1. before paragraphs of a list (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9
_DEEPEST_STYLE = 12
_ENDS = "、.．)）】〕。：:]"


def local(node: Element) -> str:
    """Return the name of an element without its namespace; strict and transitional documents differ in that only."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def child(node: Element, name: str) -> Element | None:
    """Return the first child of a name, None where there is none."""
    return next((part for part in node if local(part) == name), None)


def value(node: Element | None, name: str = "val") -> str:
    """Return an attribute, whatever its namespace; empty where there is none."""
    if node is None:
        return ""
    return next((content for key, content in node.attrib.items() if key.rpartition("}")[2] == name), "")


@dataclass(slots=True)
class _Level:
    """How one level of a list counts and looks."""

    form: str = ""
    text: str = ""
    start: int = 1
    spaced: bool = False
    restart: int = -1
    legal: bool = False
    """Numbers of higher levels are shown in digits."""


@dataclass(slots=True)
class _List:
    """A list: its levels, and how far each has counted. Numbers that show one list count on from one another."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Number:
    """What a paragraph refers to: a list, with starts of its own."""

    source: _List
    levels: dict[int, _Level]
    starts: dict[int, int]
    used: bool = False


class Counter:
    """Counts numbered paragraphs as Word does: a higher level starts the lower ones again."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self.numbers: dict[str, _Number] = {}
        self.by_style: dict[str, tuple[str, int]] = {}
        self.styles = {value(style, "styleId"): style for style in styles or () if local(style) == "style"}
        self.default = next((key for key, style in self.styles.items() if value(style, "default") in {"1", "true"} and _is_text(style)), "")
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Element) -> None:
        abstract = {value(node, "abstractNumId"): node for node in numbering if local(node) == "abstractNum"}
        lists = {key: _List(_levels(node)) for key, node in abstract.items()}
        styled = {value(child(node, "styleLink")): key for key, node in abstract.items() if child(node, "styleLink") is not None}
        for node in numbering:
            if local(node) != "num":
                continue
            key = value(child(node, "abstractNumId"))
            link = child(abstract[key], "numStyleLink") if key in abstract else None
            key = styled.get(value(link), key) if link is not None else key
            source = lists.setdefault(key, _List())
            levels, starts = dict(source.levels), {}
            for override in (part for part in node if local(part) == "lvlOverride"):
                depth = _number(value(override, "ilvl"))
                own, start = child(override, "lvl"), child(override, "startOverride")
                if own is not None:
                    levels[depth] = _level(own)
                if start is not None:
                    starts[depth] = _number(value(start), 1)
            identity = value(node, "numId")
            self.numbers[identity] = _Number(source, levels, starts)
            for level in (part for part in abstract.get(key, ()) if local(part) == "lvl"):
                style = value(child(level, "pStyle"))
                if style:
                    self.by_style.setdefault(style, (identity, _number(value(level, "ilvl"))))

    def marker(self, paragraph: Element) -> str:
        """Return what Word shows before the paragraph, e.g. `（二）`, and count it."""
        identity, depth = self._place(paragraph)
        number = self.numbers.get(identity)
        level = number.levels.get(depth) if number is not None else None
        if number is None or level is None or not 0 <= depth < _LEVELS:
            return ""
        counts = number.source.counts
        if not number.used:
            number.used = True
            counts.update({at: start - 1 for at, start in number.starts.items()})
            for at in number.starts:
                for lower in [other for other in counts if other > at and other not in number.starts]:
                    del counts[lower]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for lower in [other for other in counts if other > depth and number.levels.get(other, level).restart != 0]:
            del counts[lower]
        if level.form in {"bullet", "none"}:
            return ""
        text = level.text
        for place in range(depth + 1):
            inner = number.levels.get(place, level)
            form = "decimal" if level.legal else inner.form
            text = text.replace(f"%{place + 1}", numeral(counts.get(place, inner.start), form))
        return text + (" " if text and level.spaced and text[-1] not in _ENDS else "")

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Return the number and the level of a paragraph, its own or that of its style."""
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr") if properties is not None else None
        style = value(child(properties, "pStyle")) if properties is not None else ""
        identity, depth = self._of_style(style or self.default)
        if own is None:
            return identity, depth
        if child(own, "ilvl") is not None:
            depth = _number(value(child(own, "ilvl")))
        return value(child(own, "numId")) or identity, depth

    def _of_style(self, style: str) -> tuple[str, int]:
        first = style
        for _ in range(_DEEPEST_STYLE):
            node = self.styles.get(style)
            properties = child(node, "pPr") if node is not None else None
            own = child(properties, "numPr") if properties is not None else None
            if own is not None and child(own, "numId") is not None:
                identity = value(child(own, "numId"))
                level = child(own, "ilvl")
                return identity, _number(value(level)) if level is not None else self.by_style.get(first, ("", 0))[1]
            if node is None or child(node, "basedOn") is None:
                break
            style = value(child(node, "basedOn"))
        return "", 0


def numeral(number: int, form: str) -> str:
    """Return a number as a list shows it.

    >>> numeral(12, "chineseCountingThousand"), numeral(3, "decimalEnclosedCircle"), numeral(4, "upperRoman")
    ('十二', '③', 'IV')
    """
    if form == "decimalZero":
        return f"{number:02d}"
    if form.startswith(("chineseCounting", "japaneseCounting", "taiwaneseCounting")):
        return _chinese(number)
    if form.startswith(("ideographDigital", "taiwaneseDigital", "japaneseDigital")):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form.startswith(("chineseLegal", "ideographLegal", "japaneseLegal")):
        return _chinese(number, _LEGAL, "拾佰仟")
    if form == "ideographTraditional" and 0 < number <= len(_STEMS):
        return _STEMS[number - 1]
    if form.startswith("decimalEnclosedCircle") and 0 < number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if form == "decimalEnclosedParen":
        return f"({number})"
    if form == "decimalEnclosedFullstop":
        return f"{number}."
    if form.startswith("decimalFullWidth"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if form.endswith("Letter") and number > 0:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman") and 0 < number < 400:
        return _roman(number).upper() if form.startswith("upper") else _roman(number)
    return str(number)


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    if not 0 < number < 10_000:
        return str(number) if number else digits[0]
    text, zero = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += (digits[0] if zero and text else "") + digits[digit] + (units[place - 1] if place else "")
        zero = not digit
    return text[1:] if digits is _DIGITS and text.startswith("一十") else text


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            text += letters
            number -= worth
    return text


def _levels(node: Element) -> dict[int, _Level]:
    return {_number(value(level, "ilvl")): _level(level) for level in node if local(level) == "lvl"}


def _level(node: Element) -> _Level:
    restart = child(node, "lvlRestart")
    return _Level(
        form=value(child(node, "numFmt")) or "decimal",
        text=value(child(node, "lvlText")),
        start=_number(value(child(node, "start")), 1),
        spaced=value(child(node, "suff")) != "nothing",
        restart=_number(value(restart), -1) if restart is not None else -1,
        legal=child(node, "isLgl") is not None,
    )


def _is_text(style: Element) -> bool:
    return value(style, "type") == "paragraph"


def _number(text: str, default: int = 0) -> int:
    try:
        return max(-1, min(int(text), 100_000))
    except ValueError:
        return default
