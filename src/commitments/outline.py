"""Reads the outline of a speech: 一、 (一) 一是 1. (1) ① 第一 首先, and unnumbered headings.

A marker counts only where its sequence makes sense: 二、 needs an open 一、 at its level, and 一是 inside
a paragraph needs a 二是 behind it. Levels belong to the class of the marker, so that 一是 directly below
一、 is level 3, as people write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from commitments.kept import compiled
from commitments.numerals import CIRCLED, parse_numeral
from commitments.pattern_heads import first_characters
from commitments.ruledata import CompiledRule, RuleSet
from commitments.types import GAP_MARK, CleanSpeech, Heading

RUN_IN: Final = "outline.run_in"
"""The rule of headings without a number that are the first sentence of their paragraph."""
_LINE: Final = compiled(r"[^\n]+")
_SENTENCE_END: Final = "。！？!?；;…”"
_BEFORE: Final = {"": frozenset(), "sentence": frozenset(_SENTENCE_END + "：:"), "clause": frozenset(_SENTENCE_END + "，,：:、")}
_TITLE_END: Final = compiled(r"[。！!\n]|(?<=[\u4e00-\u9fff”\"]) (?=[\u4e00-\u9fff])")
_CLAUSE_TITLE_END: Final = compiled(r"[。；;！!\n]")
_RUN_IN_TITLE: Final = (
    r"(?=(?P<title>[\u4e00-\u9fff“”\"—·]{4,22}+)。[^\n])"
    r"(?!同志们|各位|谢谢|大家|今天|刚才|下面|(?:先|再|最后|接着|这里|我)[说讲谈]|再一个|还有)"
)
_RUN_IN: Final = compiled(rf"[\n。！]{_RUN_IN_TITLE}")
_RUN_IN_FIRST: Final = compiled(_RUN_IN_TITLE)
"""Behind a mark or at the very start. The mark is what the search runs for, because one set of characters is found ten times
faster than a place that is looked at from behind."""
_SENTENCE: Final = compiled(r"[^。！？!?\n]{1,400}[。！？!?\n]?")
_COLLAPSED, _SHORT = 700, 10
"""Characters from which a line counts as a collapsed page, and up to which a sentence inside it may be a heading."""
_LINE_END: Final = compiled(r"\n|[。！]?$|[。！](?=\n)")
_FINAL: Final = compiled(r"[。！？!?；;：:，,]$")
_ADVERBS: Final = {"首先": 1, "其次": 2, "再次": 3, "最后": 4}
_SALUTATION: Final = compiled(
    r"^(?:尊敬的)?[^。，,]{0,24}(?:同志们|各位[^。，,]{1,6}|朋友们|代表们|委员们|同学们|老师们|大家好|你们好)[：:！!。，,]?$"
)
_INNER_END: Final = compiled(r"[。！？]")
_NO_TITLE: Final = compiled(r"\d{4}年\d|^[（(—-]|(?:单位|部门|领导|责任人|时限|期限)\s?[：:]")
_TITLE_LINE: Final = compiled(r"^[^。！？；]{2,40}$")


class _Marker(NamedTuple):
    start: int
    end: int
    text: str
    number: int
    level: int
    family: str
    rule: str
    at_line: bool


def read_outline(speech: CleanSpeech, rules: RuleSet) -> tuple[Heading, ...]:
    """Return the headings of a speech in text order.

    >>> from commitments.ruledata import load_rules
    >>> speech = CleanSpeech("一、压实责任\\n抓紧干。\\n二、强化督查\\n一是周调度。抓好。二是月通报。抓实。")
    >>> [(h.level, h.marker, h.title) for h in read_outline(speech, load_rules())]
    [(1, '一、', '压实责任'), (1, '二、', '强化督查'), (3, '一是', '周调度'), (3, '二是', '月通报')]

    Args:
        speech: the clean speech; its `hints` and `gaps` are evidence for headings that lost their marker.
        rules: the rule-set with the marker classes.
    """
    text = speech.text
    markers = _in_sequence(text, _as_chapters(list(_candidates(text, rules))))
    headings = [_numbered(text, marker, later.start) for marker, later in zip(markers, [*markers[1:], _END(len(text))], strict=False)]
    taken = [(heading.start, heading.end) for heading in headings]
    headings += [heading for heading in _unnumbered(speech) if not _overlaps(heading, taken)]
    headings = _raised(sorted(headings, key=lambda heading: heading.start))
    headings += _run_in_unnumbered(speech.text, headings)
    headings.sort(key=lambda heading: heading.start)
    return tuple(_with_bodies(headings, len(text)))


def _END(position: int) -> _Marker:  # noqa: N802 - a sentinel
    return _Marker(position, position, "", 0, 0, "", "", True)


class _Class(NamedTuple):
    """A class of markers: `before` are the marks behind which it may stand inside a line, `inside` whether it may at all."""

    rule: str
    regex: re.Pattern[str]
    level: int
    before: frozenset[str]
    inside: bool


@dataclass(frozen=True, slots=True)
class _Classes:
    """The marker classes of a rule-set by the characters they begin with.

    `places` finds the marks and blanks behind which such a character stands; `others` are the classes whose pattern does
    not tell what it begins with.
    """

    places: re.Pattern[str]
    by_first: Mapping[str, tuple[_Class, ...]]
    others: tuple[_Class, ...]


@lru_cache(maxsize=8)
def _classes(rules: RuleSet) -> _Classes:
    openings = [(_class(rule), first_characters(rule.source) or frozenset()) for rule in rules.matcher("outline").rules]
    firsts = sorted(frozenset().union(*(chars for _, chars in openings)))
    by_first = {char: tuple(kind for kind, chars in openings if not chars or char in chars) for char in firsts}
    others = tuple(kind for kind, chars in openings if not chars)
    before = re.escape("".join(sorted(frozenset("\n \u3000").union(*_BEFORE.values()))))
    behind = "" if others else f"(?=[{re.escape(''.join(firsts))}])"
    return _Classes(compiled(f"[{before}]{behind}"), by_first, others)


def _class(rule: CompiledRule) -> _Class:
    params = rule.rule.params
    return _Class(rule.id, rule.regex, params["level"], _BEFORE[params["inside"]], bool(params["inside"]))


def _candidates(text: str, rules: RuleSet) -> Iterator[_Marker]:
    """Yield what looks like a marker at the start of the text, or behind a mark or a blank."""
    classes = _classes(rules)
    places = [0, *(match.end() for match in classes.places.finditer(text))]
    for place in places:
        before = text[place - 1 : place]
        spaced = before in (" ", "\u3000")
        if spaced:
            before = text[max(0, place - 3) : place].rstrip(" \u3000")[-1:]
        at_line = before in ("\n", "")
        for kind in classes.by_first.get(text[place : place + 1], classes.others):
            if at_line or before in kind.before or (spaced and kind.inside):
                match = kind.regex.match(text, place)
                number = _number(match) if match else None
                if match is not None and number is not None:
                    yield _marker(match, number, kind, at_line)
                    break


def _marker(match: re.Match[str], number: int, kind: _Class, at_line: bool) -> _Marker:
    family = kind.rule + match["verb"] if "verb" in match.re.groupindex else kind.rule
    return _Marker(match.start(), match.end(), match[0].strip().rstrip("，,：:"), number, kind.level, family, kind.rule, at_line)


def _number(match: re.Match[str]) -> int | None:
    if "word" in match.re.groupindex:
        return _ADVERBS[match["word"]]
    return _value(match["number"] or "一")  # 头一件


def _as_chapters(candidates: list[_Marker]) -> list[_Marker]:
    """Make 第一件, 第二件 the chapters of a speech that has no others."""
    if any(marker.level == 1 for marker in candidates):
        return candidates
    return [marker._replace(level=1) if marker.rule == "outline.matter" else marker for marker in candidates]


@lru_cache(maxsize=256)
def _value(digits: str) -> int | None:
    value = CIRCLED.get(digits) or parse_numeral(digits)
    return None if value is None else int(value)


def _in_sequence(text: str, candidates: list[_Marker]) -> list[_Marker]:
    """Keep the markers that open a run or continue one; a deeper run ends with the item around it, though a list may number on."""
    kept: list[_Marker] = []
    open_runs: dict[int, tuple[str, int]] = {}
    counted: dict[str, int] = {}  # class of markers -> the number it has come to, whatever heading stands behind it
    for index, marker in enumerate(candidates):
        family, last = open_runs.get(marker.level, ("", 0))
        if marker.number == 1:
            accepted = marker.at_line or _continues(text, candidates, index)
        else:
            follows = family.startswith(marker.rule) and last < marker.number <= last + 2
            parted = last == 0 or not family.startswith(marker.rule)  # (一)1. 2. (二)3.; 1、一是 二是 2、
            follows = follows or (marker.at_line and parted and counted.get(marker.rule) == marker.number - 1)
            # Behind a gap or a lost heading a run may start late, but then only at the start of a line.
            accepted = follows or (marker.at_line and marker.level <= 2 and (GAP_MARK in text[: marker.start] or last < marker.number))
        if accepted:
            kept.append(marker)
            open_runs = {level: run for level, run in open_runs.items() if level <= marker.level}
            open_runs[marker.level] = (marker.family, marker.number)
            counted[marker.rule] = marker.number
    return kept


def _continues(text: str, candidates: list[_Marker], index: int) -> bool:
    """Whether a 二是 stands behind this 一是, or a gap where it may have stood."""
    first = candidates[index]
    limit = len(text)
    for marker in candidates[index + 1 :]:
        if marker.level < first.level and marker.at_line:
            limit = marker.start
            break
        if marker.rule == first.rule:
            return marker.number == 2 and not _enumerates(text, first, marker)
    return text[first.start - 1] in _SENTENCE_END and GAP_MARK in text[first.start : limit]


def _enumerates(text: str, first: _Marker, second: _Marker) -> bool:
    """Whether 一是…；二是… is a short enumeration inside one sentence, no heading."""
    between = text[first.end : second.start]
    return text[first.start - 1] in "：:，," and len(between) < 40 and "。" not in between


def _numbered(text: str, marker: _Marker, limit: int) -> Heading:
    ends = _CLAUSE_TITLE_END if not marker.at_line and marker.level >= 3 and text[marker.start - 1] in "；;：:，," else _TITLE_END
    if marker.at_line and marker.level <= 2:
        line_end = text.find("\n", marker.start)
        line_end = len(text) if line_end < 0 else line_end
        if line_end - marker.start <= 60 and not _INNER_END.search(text, marker.start, line_end - 1):
            ends = _LINE_END
    match = ends.search(text, marker.end, limit)
    end = match.start() if match else limit
    title = text[marker.end : end].rstrip()
    end = marker.end + len(title)
    run_in = end < len(text) and text[end : end + 2].strip(" \u3000。！；;!")[:1] not in ("", "\n") and text[end : end + 2] not in ("。\n",)
    return Heading(marker.level, marker.text, title, marker.start, end, end, run_in, marker.rule)


def _unnumbered(speech: CleanSpeech) -> Iterator[Heading]:
    """Yield heading lines without a marker: what a teaser outline repeats, what a gap cut, short lines between paragraphs."""
    text, hints = speech.text, [hint for hint in speech.hints if len(hint) >= 4]
    lines = list(_LINE.finditer(text))
    first = next((number + 1 for number, line in enumerate(lines[:3]) if _SALUTATION.match(line[0].strip())), 3)
    for number, line in enumerate(lines):
        content = line[0].strip()
        if number == 0 or content == GAP_MARK or not _TITLE_LINE.match(content) or content == speech.title:
            continue
        if _SALUTATION.match(content) or _FINAL.search(content):
            continue
        after_gap = lines[number - 1][0].strip() == GAP_MARK
        hinted = any(hint.endswith(content) for hint in hints)
        followed = number + 1 < len(lines) and len(lines[number + 1][0]) > max(len(content), 30)
        if hinted or (after_gap and followed) or (followed and number >= first and not _NO_TITLE.search(content)):
            start = line.start() + line[0].index(content)
            yield Heading(1, "", content, start, start + len(content), start, False, "outline.unnumbered")


def _raised(headings: list[Heading]) -> list[Heading]:
    """Put lines without a marker above chapters that are counted anew below each (2024年工作回顾: 一、…; 2025年工作安排: 一、…)."""
    counted = [index for index, heading in enumerate(headings) if heading.level == 1 and heading.marker[:-1] == "一"]
    if len(counted) < 2 or counted[0] == 0:
        return headings
    lines = [index for index, heading in enumerate(headings) if heading.rule == "outline.unnumbered"]
    above = {index - 1 for index in counted} & set(lines)
    if len(above) < len(counted):
        return headings
    return [replace(heading, level=0) if index >= min(above) and index in lines else heading for index, heading in enumerate(headings)]


def _run_in_unnumbered(text: str, headings: list[Heading]) -> list[Heading]:
    """Return short sentences that head their paragraphs (审批要再提速。…), where a section has at least two such.

    On a page that lost its line breaks they are looked for inside the paragraph as well.
    """
    edges = [0, *(heading.end for heading in headings)]
    limits = [*(heading.start for heading in headings), len(text)]
    found: list[Heading] = []
    for index, (start, end) in enumerate(zip(edges, limits, strict=True)):
        outer = headings[index - 1] if index else None
        level = outer.level + 1 if outer else 1
        places = [match for match in _run_in_titles(text, start, end) if _heads_paragraph(text, match, end)]
        if len(places) >= 2:
            spans = [match.span("title") for match in places]
            found += [Heading(level, "", text[a:b], a, b, b, True, RUN_IN) for a, b in spans]
    return found


def _run_in_titles(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the short sentences of [start, end) that another one follows on the same line."""
    first = None if start else _RUN_IN_FIRST.match(text, 0, end)
    if first:
        yield first
    yield from _RUN_IN.finditer(text, max(0, start - 1), end)


def _heads_paragraph(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a short sentence opens a paragraph, or stands inside a collapsed one, with more text behind it."""
    behind = match.end("title") + 1
    following = text.find("\n", behind, end)
    following = end if following < 0 else following
    opens = match.start("title") == 0 or text[match.start("title") - 1] == "\n"
    line_start = text.rfind("\n", 0, match.start("title")) + 1
    collapsed = following - line_start > _COLLAPSED
    if not opens and not (collapsed and len(match["title"]) <= _SHORT):
        return False
    rest = _SENTENCE.match(text, behind, following)
    return rest is not None and len(rest[0]) > len(match["title"]) and not _SALUTATION.match(match["title"])


def _overlaps(heading: Heading, taken: list[tuple[int, int]]) -> bool:
    return any(start < heading.end and heading.start < end for start, end in taken)


def _with_bodies(headings: list[Heading], length: int) -> Iterator[Heading]:
    """Yield the headings, each with the place where the next one of its level or above begins."""
    ends: list[int] = []
    following: dict[int, int] = {}  # level -> where the next heading of that very level begins
    for heading in reversed(headings):
        ends.append(min((start for level, start in following.items() if level <= heading.level), default=length))
        following[heading.level] = heading.start
    for of, body_end in zip(headings, reversed(ends), strict=True):
        yield Heading(of.level, of.marker, of.title, of.start, of.end, body_end, of.run_in, of.rule)


def section_path(headings: tuple[Heading, ...], position: int) -> tuple[str, ...]:
    """Return marker and title of the headings around a position, outermost first.

    >>> section_path((Heading(1, "一、", "压实责任", 0, 6, 20, False, ""),), 10)
    ('一、压实责任',)
    """
    return tuple(heading.marker + heading.title for heading in headings if heading.start <= position < heading.body_end)
