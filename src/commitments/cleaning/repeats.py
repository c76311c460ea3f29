"""Finds what a page prints twice: a preview above the text, or the whole text behind its own beginning."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from commitments.cleaning.facts import bare
from commitments.cleaning.lines import Line

_SHORTEST: Final = 60
"""Characters of a stretch that stands twice, at least; shorter ones may be a turn of speech."""
_KEY: Final = 24
_DOTS: Final = "….。· "


def repeated(lines: Sequence[Line], first: int, end: int, cut: Container[int]) -> Iterator[int]:
    """Yield the lines that are a second copy, or a preview that breaks off.

    Of paragraphs that stand twice behind one another the second copy goes; of two that begin alike the shorter one.

    Args:
        lines: the page's lines.
        first: the first line of the speech, its title.
        end: the line behind its last.
        cut: lines that are cut already.
    """
    chosen = [index for index in range(first, end) if lines[index].kind != "blank" and index not in cut]
    texts = [lines[index].text.replace(" ", "").rstrip(_DOTS) for index in chosen]
    earlier: dict[str, int] = {}
    run: list[tuple[int, int]] = []
    for place, text in enumerate([*texts, ""]):
        key = text[:_KEY]
        other = earlier.setdefault(key, place)
        twice = other < place and (texts[other] == text or (len(key) == _KEY and _begin_alike(texts[other], text)))
        if run and not (twice and other == run[-1][0] + 1):
            yield from _copies(run, texts, chosen, lines)
            run = []
        if twice:
            run.append((other, place))
            if len(text) > len(texts[other]):
                earlier[key] = place


def breaks_off(text: str) -> bool:
    """Tell whether a line ends in dots, as previews do."""
    return text.rstrip().endswith(("...", "…", "。。。"))


def is_preview(text: str, page: str) -> bool:
    """Tell whether a line is a preview poured into one line, which breaks off where the page goes on below.

    >>> line = "同志们:" + "今年要清淤渠道30公里,修复水闸6座," * 6 + "不能..."
    >>> is_preview(line, bare(line) * 2), is_preview(line, bare(line))
    (True, False)

    Args:
        text: the line.
        page: the whole page without marks and blanks; the line's last sixty such characters must stand on it twice.
    """
    if not breaks_off(text):
        return False
    plain = bare(text)
    return len(plain) >= _SHORTEST and page.count(plain[-_SHORTEST:]) > 1  # its title may be glued to it, so its end decides


def _begin_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _copies(run: Sequence[tuple[int, int]], texts: Sequence[str], chosen: Sequence[int], lines: Sequence[Line]) -> Iterator[int]:
    """Yield one copy of a stretch of lines that stands twice, where it is long enough and holds sentences."""
    prose = any(lines[chosen[later]].kind in {"prose", "wrapped"} for _, later in run)
    if prose and sum(min(len(texts[one]), len(texts[two])) for one, two in run) >= _SHORTEST:
        for one, two in run:
            yield chosen[one if len(texts[one]) < len(texts[two]) else two]
