"""Several speeches on one page: parts the page, so that each speech is cleaned, dated and extracted by itself.

A page is parted at lines that say so (篇一, 第2篇, a title with a number, an item of the agenda, the host who gives somebody the
floor), or where a title and a salutation follow upon the end of a speech; but only where a speech of its own stands behind each.
An outline never parts a speech: its headings have no salutation below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from commitments.clean import clean_page
from commitments.cleaning.lines import is_complete, read_lines
from commitments.cleaning.notices import posted_kind, posting_time
from commitments.cleaning.profiles import Site, recognised
from commitments.cleaning.rulebook import Rulebook, is_closing, rulebook
from commitments.errors import SourceError
from commitments.kept import compiled
from commitments.numerals import parse_numeral
from commitments.offsets import Run
from commitments.ruledata import CompiledRule, RuleSet, compile_rule
from commitments.types import CleanSpeech, Gap, RawPage, Removed

SEVERAL = "several-speeches"
"""The warning of a clean text that joins several speeches."""

_CHINESE = compiled(r"[\u3400-\u9fff]")
_CUE = compiled(r"[篇项項请請由之范範讲講发發致报報汇匯演开開闭閉主(（【\[刚剛谢謝感]")
_SHORTEST = 120
"""Chinese characters in a speech, at least; entries of a list of contents have fewer."""
_SHORTEST_UNNUMBERED = 200
_SHORTEST_WORDS = 40
"""Chinese characters in the words of a host, at least, to be a document of their own."""
_LONGEST_LINE = 130
_TOP = 6
"""Lines below its head in which a speech must have its salutation: between them stand title, day and speaker."""
_NEAR = 4
_LONGEST_TITLE = 60
_TAIL = 1500
_SAME = 60
_NOISE = compiled(r"[^\u3400-\u9fffA-Za-z0-9]+")


class _Line(NamedTuple):
    """A line of the page that is not blank."""

    start: int
    end: int
    text: str


class _Head(NamedTuple):
    """A line that may part the page."""

    line: int
    family: str
    number: int
    title: tuple[int, int]
    rule: str


class _Cut(NamedTuple):
    """Where a speech begins: the line that parts it off, and where its own text begins."""

    start: int
    body: int
    title: str
    rule: str


@dataclass(frozen=True, slots=True)
class Part:
    """One speech of a page: `page.text` is a stretch of the whole page's text, which begins there at `offset`.

    `cut` is what stands before the stretch and belongs to no speech: the line that parts it off, the page's head.
    """

    page: RawPage
    offset: int = 0
    cut: Removed | None = None
    site: Site | None = None
    posted: str | None = None
    posted_kind: Literal["published", "posted", "uploaded", ""] = ""

    def clean(self, rules: RuleSet) -> CleanSpeech:
        """Return the speech, with offsets into the whole page.

        Raises:
            SourceError: there is no speech in this part.
        """
        if self.cut is None and not self.offset:
            return clean_page(self.page, rules)
        speech = clean_page(self.page, rules, site=self.site)
        dated = speech.posted is not None
        above = (self.cut,) if self.cut is not None else ()
        return replace(
            speech,
            runs=tuple(Run(run.clean, run.raw + self.offset, run.length) for run in speech.runs),
            removed=(*above, *(replace(cut, start=cut.start + self.offset, end=cut.end + self.offset) for cut in speech.removed)),
            posted=speech.posted if dated else self.posted,
            posted_kind=speech.posted_kind if dated else self.posted_kind,
        )


def parts(page: RawPage, rules: RuleSet) -> tuple[Part, ...]:
    """Return the speeches of a page, in their order; a page with one speech is that one part, whole.

    >>> from commitments.ruledata import load_rules
    >>> body = "同志们：\\n" + "水利局要在5月底前完成十二座水库除险加固，汛期前逐库检查，不留一处隐患。" * 5 + "谢谢大家。\\n"
    >>> other = body.replace("十二座", "九座")
    >>> found = parts(RawPage("篇一：在水利会上的讲话\\n" + body + "篇二：在防汛会上的讲话\\n" + other, "讲话"), load_rules())
    >>> [(part.page.doc_id, part.page.text[:8]) for part in found]
    [('讲话-1', '在水利会上的讲话'), ('讲话-2', '在防汛会上的讲话')]

    Args:
        page: the page as it was read.
        rules: the rule-set with the cleaning rules.
    """
    book = rulebook(rules)
    lines = _read_lines(page.text)
    heads = list(_heads(lines, _part_rules(rules)))
    cuts = _Splitter(page.text, lines, heads, book).cuts()
    return tuple(_parted(page, cuts, rules, book)) if cuts else (Part(page),)


def speeches(page: RawPage, rules: RuleSet) -> list[tuple[RawPage, CleanSpeech]]:
    """Return the clean speeches of a page, each with its stretch of the page; where a part is none after all, the page is one speech.

    Raises:
        SourceError: there is no speech on the page.
    """
    found = parts(page, rules)
    try:
        return [(part.page, part.clean(rules)) for part in found]
    except SourceError:
        if len(found) == 1:
            raise
        return [(page, clean_page(page, rules))]


def joined(found: Sequence[CleanSpeech]) -> CleanSpeech:
    """Return several speeches as one text with a blank line between them; what the first says of the page holds for all."""
    text, runs, gaps = "", [], []
    for speech in found:
        text += "\n\n" if text else ""
        shift = len(text)
        runs += [Run(run.clean + shift, run.raw, run.length) for run in speech.runs]
        gaps += [Gap(gap.start + shift, gap.end + shift, gap.missing, gap.rule) for gap in speech.gaps]
        text += speech.text
    removed = sorted((cut for speech in found for cut in speech.removed), key=lambda cut: cut.start)
    warnings = tuple(dict.fromkeys([SEVERAL, *(code for speech in found for code in speech.warnings)]))
    return replace(found[0], text=text, runs=tuple(runs), gaps=tuple(gaps), removed=tuple(removed), warnings=warnings)


@lru_cache(maxsize=8)
def _part_rules(rules: RuleSet) -> tuple[CompiledRule, ...]:
    fragments = rules.fragments("cleaning")
    return tuple(compile_rule(rule, fragments) for rule in rules.rules("cleaning") if rule.id.startswith("part."))


def _read_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    place = 0
    for source in text.split("\n"):
        line = source.strip().lstrip("#").lstrip()  # a heading of Markdown
        if line:
            start = place + source.find(line)
            lines.append(_Line(start, start + len(line), line))
        place += len(source) + 1
    return lines


def _heads(lines: Sequence[_Line], rules: Sequence[CompiledRule]) -> Iterator[_Head]:
    """Yield the lines that rules take for heads; a line is tried only where it holds a character that all heads have."""
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_LINE or not _CUE.search(line.text):
            continue
        for rule in rules:
            match = rule.regex.match(line.text)
            if match:
                groups = match.groupdict()
                stated = next((value for name, value in groups.items() if name.startswith("number") and value), "")
                number = parse_numeral(stated) if stated else None
                title = match.span("title") if groups.get("title") else (0, 0)
                yield _Head(index, rule.rule.stem(), int(number or 0), title, rule.id)
                break


class _Splitter:
    """Looks for the way in which a page holds several speeches, the surest first."""

    def __init__(self, text: str, lines: Sequence[_Line], heads: Sequence[_Head], book: Rulebook) -> None:
        self.text = text
        self.lines = lines
        self.heads = heads
        self.book = book

    def cuts(self) -> list[_Cut]:
        """Return where the speeches begin; nothing where there is one speech or none."""
        families = (("numbered",), ("trailing",), ("bare",))
        for found in (*(self._series(family) for family in families), self._agenda(), self._unnumbered()):
            if len(found) > 1 and not self._repeated(found):
                return found
        return []

    def _count(self, start: int, end: int) -> int:
        """Return how many Chinese characters the lines from `start` on have, up to the line `end`."""
        if start >= min(end, len(self.lines)):
            return 0
        upto = self.lines[end].start if end < len(self.lines) else len(self.text)
        return len(_CHINESE.findall(self.text, self.lines[start].start, upto))

    def _opens(self, line: int, within: int = _TOP) -> bool:
        """Tell whether a salutation stands at the head of the lines from `line` on."""
        for found in self.lines[line : line + within]:
            if len(found.text) <= _LONGEST_TITLE and self.book.speech["salutation"].match(found.text):
                return True
            if self.book.speech["opening"].match(found.text) or self.book.speech["salutation"].match(found.text[:30]):
                return True
            if len(_CHINESE.findall(found.text)) > 2 * _LONGEST_TITLE:
                return False
        return False

    def _is_title(self, text: str) -> bool:
        return 4 <= len(text) <= _LONGEST_TITLE and not is_complete(text) and bool(self.book.speech["title"].search(text))

    def _series(self, families: Sequence[str]) -> list[_Cut]:
        """Return the speeches of a series 1, 2, 3 …; of the first, the number is sometimes left out."""
        heads = [head for head in self.heads if head.family in families and head.number]
        if not heads:
            return []
        borders = [head.line for head in heads[1:]] + [len(self.lines)]
        weighty = [head for head, border in zip(heads, borders, strict=True) if self._count(head.line + 1, border) >= _SHORTEST]
        run: list[_Head] = []
        for head in weighty:
            if head.number == len(run) + 1 or (not run and head.number == 2 and self._opens_page(head.line)):
                run += [head] if head.number > 1 or not run else []
                if len(run) == 1 and head.number == 2:
                    run.insert(0, _Head(-1, head.family, 1, (0, 0), head.rule))
            elif head.number == 1 and len(run) == 1:
                run = [head]
        opened = [self._opens(head.line + 1) or self._titled(head) for head in run]
        spoken = sum(self._opens(head.line + 1) for head in run)
        if len(run) < 2 or not all(opened) or 2 * spoken < len(run) or (families != ("numbered",) and spoken < len(run)):
            return []
        return [self._cut(head) for head in run]

    def _opens_page(self, line: int) -> bool:
        """Tell whether a speech stands above a line."""
        salutations = (index for index in range(line) if self._opens(index, 1))
        first = next(salutations, None)
        return first is not None and self._count(first, line) >= _SHORTEST

    def _titled(self, head: _Head) -> bool:
        if head.family != "numbered" or head.line < 0:
            return head.line < 0
        own = self.lines[head.line].text[slice(*head.title)]
        below = self.lines[head.line + 1].text if head.line + 1 < len(self.lines) else ""
        return self._is_title(own) or self._is_title(below)

    def _cut(self, head: _Head) -> _Cut:
        if head.line < 0:
            return _Cut(0, 0, "", head.rule)
        line = self.lines[head.line]
        title = line.text[slice(*head.title)].strip()
        if head.family == "trailing":  # the line is the title itself
            return _Cut(self._border(line), line.start, title, head.rule)
        if head.family == "numbered" and self._is_title(title):
            return _Cut(self._border(line), line.start + head.title[0], title, head.rule)
        return _Cut(self._border(line), line.end, title if self._is_title(title) or head.family != "numbered" else "", head.rule)

    def _border(self, line: _Line) -> int:
        """Return where a line begins on the page, its blanks and Markdown's signs included."""
        return self.text.rfind("\n", 0, line.start) + 1

    def _agenda(self) -> list[_Cut]:
        """Return the speeches of a meeting and the words of its host between them."""
        heads = [head for head in self.heads if head.family in {"agenda", "host"} or self._is_thanks(head)]
        if not heads:
            return []
        found: list[_Cut] = []
        speeches = 0
        if self._count(0, heads[0].line) >= _SHORTEST_WORDS:
            found.append(_Cut(0, 0, "", "part.host"))
        for place, head in enumerate(heads):
            border = heads[place + 1].line if place + 1 < len(heads) else len(self.lines)
            inside = self._count(head.line + 1, border)
            if head.family != "thanks" and inside >= _SHORTEST and self._opens(head.line + 1, _NEAR):
                speeches += 1
                found.append(self._cut(head))
            elif found and (head.family == "thanks" or inside >= _SHORTEST) and self._count(head.line, border) >= _SHORTEST_WORDS:
                found.append(_Cut(self.lines[head.line].start, self.lines[head.line].start, "", head.rule))
        return found if speeches and (speeches > 1 or len(found) > 1) else []

    def _is_thanks(self, head: _Head) -> bool:
        """Tell whether a host takes the floor again: 刚才 also opens speeches, so it counts only behind the end of one."""
        if head.family != "thanks" or not head.line:
            return False
        above = self.lines[head.line - 1].text
        return self.lines[head.line].text.startswith("主持人") or is_closing(above, self.book)

    def _unnumbered(self) -> list[_Cut]:
        """Return speeches that merely follow one another: behind the end of one stand the title and the salutation of the next."""
        found = [_Cut(0, 0, "", "part.title")]
        last = next((index for index in range(len(self.lines)) if self._opens(index, 1)), None)
        if last is None:
            return []
        for index in range(last + 1, len(self.lines) - 1):
            if not self._is_title(self.lines[index].text) or not self._opens(index + 1, _NEAR):
                continue
            closed = any(is_closing(line.text, self.book) for line in self.lines[max(last, index - _NEAR) : index])
            below = self._count(index + 1, len(self.lines))
            if closed and self._count(last, index) >= _SHORTEST_UNNUMBERED and below >= _SHORTEST_UNNUMBERED:
                found.append(_Cut(self._border(self.lines[index]), self.lines[index].start, self.lines[index].text, "part.title"))
                last = index
        return found

    def _repeated(self, found: Sequence[_Cut]) -> bool:
        """Tell whether a part begins as another does: a page that shows its speech twice holds one."""
        ends = [cut.start for cut in found[1:]] + [len(self.text)]
        beginnings = [self._beginning(cut.body, end) for cut, end in zip(found, ends, strict=True)]
        return len(set(beginnings)) < len(beginnings)

    def _beginning(self, start: int, end: int) -> str:
        """Return the first words of a part behind its salutation."""
        inside = [index for index, line in enumerate(self.lines) if start <= line.start < end]
        opening = next((index for index in inside if self._opens(index, 1)), inside[0] if inside else 0)
        behind = "".join(line.text for line in self.lines[opening + 1 : inside[-1] + 1] if inside)
        return _NOISE.sub("", behind)[:_SAME] or str(start)


def _parted(page: RawPage, cuts: Sequence[_Cut], rules: RuleSet, book: Rulebook) -> Iterator[Part]:
    site = recognised(page.text, rules)
    head = page.text[: cuts[0].start]
    around = read_lines(head + "\n" + page.text[max(len(head), len(page.text) - _TAIL) :], book, site, ())
    posted = posting_time(around, range(len(around)), site, page.meta.get("published", ""))
    official = "site_code" in page.meta or ".gov.cn" in page.meta.get("source", "")
    kind = posted_kind([line.text for line in around], book, site, official=official) if posted else ""
    known = {key: value for key, value in page.meta.items() if key not in {"title", "og_title", "title_tag", "published"}}
    previous = 0
    for number, (cut, end) in enumerate(zip(cuts, [cut.start for cut in cuts[1:]] + [len(page.text)], strict=True), 1):
        own = replace(
            page,
            text=page.text[cut.body : end],
            doc_id=f"{page.doc_id}-{number}" if page.doc_id else "",
            meta=known | ({"title": cut.title} if cut.title else {}),
            links=tuple((start - cut.body, stop - cut.body) for start, stop in page.links if start >= cut.body and stop <= end),
        )
        removed = Removed(previous, cut.body, page.text[previous : cut.body], cut.rule) if cut.body > previous else None
        yield Part(own, cut.body, removed, site, posted, kind)
        previous = end
