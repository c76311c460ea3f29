"""Parts a page's notice on rights from the speech that shares its line, so that a rule for lines does not take both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from commitments.cleaning.lines import Line
from commitments.cleaning.rulebook import Rulebook
from commitments.editing import Draft, Edit
from commitments.kept import compiled

RULE: Final = "notice.break"
_RULES: Final = frozenset({"line.copyright", "line.shop-terms"})
_THANKS: Final = compiled(r"(?:[谢謝]{2}(?:大家|各位)|我的(?:讲话|發言|发言|汇报|报告)完[毕了])[!！。]")
_END: Final = compiled(r"[。！!](?=[^\s。！!])|[。！!]?[ \u3000]{1,8}(?=\S)")
_TITLE: Final = compiled(
    r"[^。，,；;！!\n]{4,60}?(?:[讲講][话話]稿?|[报報]告|[发發]言稿?|致[辞辭词]|主持[词詞])(?:[(（][^()（）\n]{4,40}[)）])?[ \u3000]?"
)
_SHORTEST_REST: Final = 40


def part_notices(draft: Draft, lines: Sequence[Line], book: Rulebook) -> Draft:
    """Break the lines of notices behind the speech's last thanks, and where a title with its salutation begins.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> page = "本文来源于网络,如有侵权请联系删除。在会上的讲话同志们:" + "渠道要抓紧清淤，年底前完成。" * 4
    >>> line = Line(0, len(page), page, "tail", "line.copyright")
    >>> part_notices(Draft.of(page), [line], rulebook(load_rules())).text.split("\\n")[0]
    '本文来源于网络,如有侵权请联系删除。'
    """
    places = [line.start + place for line in lines if line.rule in _RULES for place in _breaks(line.text, book)]
    return draft.edited(Edit(place, place, "\n", RULE) for place in places) if places else draft


def _breaks(text: str, book: Rulebook) -> Iterator[int]:
    """Yield where a line has to be broken: behind the last thanks, else before the title and salutation that a notice has before it."""
    thanks = _THANKS.match(text)
    if thanks and thanks.end() < len(text):
        yield thanks.end()
        return
    for end in _END.finditer(text, 0, 400):
        rest = text[end.end() :]
        if len(rest) < _SHORTEST_REST:
            return
        title = _TITLE.match(rest)
        if book.speech["opening"].match(rest[title.end() : title.end() + 90] if title else rest[:90]):
            yield end.end()
            return
