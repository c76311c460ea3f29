"""Finds the speech among the lines of a page: its title, where it begins and ends, and what in between is page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from commitments.cleaning.lines import Kind, Line, is_complete, page_share
from commitments.cleaning.repeats import is_preview, repeated
from commitments.cleaning.rulebook import Rulebook, is_closing

_UNDER = re.compile(r"[(（〔\[—―─-]")
_CRUMB = re.compile(r"[>＞»›|｜]")
_LAID_OUT = re.compile(r"\S[ \u3000\t]{4,}\S")
_WORDS = re.compile(r"[\u3400-\u9fffA-Za-z0-9]+")
_CLAUSE = re.compile(r"[，,；;]")
_SHORTEST_STUMP = 12
_LONGEST_NOTICE, _LONGEST_LABEL = 200, 12
_NOTICE_SHARE = 0.1
"""Of a sentence at the end of a page: so much of it is words of pages where a site speaks of itself."""
_EDGES = "0123456789０１２３４５６７８９ \u3000\t—–-·第页頁共/／()（）"
_PAGE_OF = re.compile(r"第\s?[0-9０-９]{1,4}\s?[页頁]")
_SPEECH: frozenset[Kind] = frozenset({"salutation", "heading", "prose", "wrapped"})
_PROSE: frozenset[Kind] = frozenset({"prose", "wrapped"})
_PAGE: frozenset[Kind] = frozenset({"page", "tail", "label"})
_BETWEEN: frozenset[str] = frozenset(
    {"line.page-number", "line.ornament", "line.part", "line.caption", "line.advert", "word.page", "html.links"}
)
"""Page lines that stand between paragraphs; any other ends a speech that has closed, if hardly any prose follows."""
_AFTERWORD = 0.1
_HEAD_LINES = 60
_RESUMES = 0.35
"""A line that ends the page may have this much prose behind it (comments, related texts) where the speech above has closed."""
_RESUMES_OPEN = 0.03
_LOST = 0.5
_RECURRING = 48
_REPORT_LINES = 6
_QUOTES = frozenset({"“”", "「」", "『』", '""'})
_SHORTEST_QUOTE, _LONGEST_QUOTE = 6, 80


@dataclass(frozen=True, slots=True)
class Region:
    """What of the lines is speech.

    `cuts`: line number -> rule; `title`: line number of the title; `subtitles`: what stands between title and
    salutation; `hints`: headings of a teaser outline.
    """

    cuts: dict[int, str]
    title: int | None
    title_text: str
    subtitles: tuple[str, ...]
    hints: tuple[str, ...]
    warnings: tuple[str, ...]
    found: bool


class Finder:
    """Reasons over the lines of one page."""

    def __init__(self, lines: Sequence[Line], book: Rulebook, known_titles: Sequence[str] = ()) -> None:
        self.lines = list(lines)
        self.book = book
        self.speech = book.speech
        self.known_titles = [_plain(title) for title in known_titles if title]
        self.cuts: dict[int, str] = {}
        self.warnings: list[str] = []
        self.subtitles: list[str] = []
        self.tail_rule = ""
        # Worked out when first asked for; compiled classes have no functools.cached_property.
        self._all_text: str | None = None
        self._prose: list[int] | None = None
        self._prose_below: list[int] | None = None
        self._closed: list[bool] | None = None

    def region(self) -> Region:
        """Return the region of the speech."""
        anchor = self._anchor()
        if anchor is None:
            return Region({}, None, "", (), (), (), False)
        first, title = self._title(anchor)
        hints = self._hints(first)
        self._cut_head(first, anchor, title)
        end = self._end(anchor)
        self._cut_tail(end)
        self._cut_inside(anchor, end, title)
        self.cuts.update(dict.fromkeys(repeated(self.lines, first, end, self.cuts), "inside.repeated"))
        self._check_losses(first, end)
        text = clean_title(self.lines[title].text, self.book) if title is not None else ""
        return Region(self.cuts, title, text, tuple(self.subtitles), hints, tuple(dict.fromkeys(self.warnings)), True)

    def _joined(self) -> str:
        """The page without marks and blanks, for finding what it says twice."""
        if self._all_text is None:
            self._all_text = _plain("".join(line.text for line in self.lines if line.kind != "blank"))
        return self._all_text

    def _recurs(self, text: str, shortest: int = 5) -> bool:
        plain = _plain(text[:_RECURRING])[:28]
        if len(plain) < 28 and len(text) > _RECURRING:
            plain = _plain(text)[:28]
        return len(plain) >= shortest and self._joined().count(plain) > 1

    def _new_prose(self, lines: Sequence[Line]) -> int:
        """Return how much prose the lines hold that stands nowhere else on the page and does not speak of the site."""
        new = (line for line in lines if line.kind in _PROSE and not self._recurs(line.text, 20) and not self._is_notice(line))
        return sum(len(line.text) for line in new)

    def _is_notice(self, line: Line) -> bool:
        """Tell whether a sentence is one that a site writes about itself."""
        marked = line.marker and not line.text[0].isdigit()
        return not marked and len(line.text) <= _LONGEST_NOTICE and page_share(line.text, self.book) > _NOTICE_SHARE

    def _prose_above(self) -> list[int]:
        """For each line, how much prose stands above it."""
        if self._prose is None:
            self._prose = list(accumulate((len(line.text) if line.kind in _PROSE else 0 for line in self.lines), initial=0))
        return self._prose

    def _new_prose_below(self) -> list[int]:
        """For each line, how much prose stands below it that stands nowhere else on the page."""
        if self._prose_below is not None:
            return self._prose_below
        below = 0
        found: list[int] = []
        for line in reversed(self.lines):
            found.append(below)
            if line.kind in _PROSE:
                below += self._new_prose([line])
        self._prose_below = found[::-1]
        return self._prose_below

    def _closed_above(self) -> list[bool]:
        """For each line, whether the speech above it has come to its end."""
        if self._closed is not None:
            return self._closed
        closed, found = False, []
        for line in self.lines:
            found.append(closed)
            if line.kind not in _PAGE and line.kind != "blank":
                closed = is_closing(line.text, self.book)
        self._closed = found
        return found

    def _weight(self, start: int, end: int) -> int:
        return self._prose_above()[end] - self._prose_above()[start]

    def _anchor(self) -> int | None:
        """Return the first line of the speech below its title: the salutation, else the first line of text."""
        total = self._weight(0, len(self.lines))
        for index, line in enumerate(self.lines):
            if line.kind == "salutation" or (line.kind == "prose" and self.speech["opening"].match(line.text)):
                if is_preview(line.text, _plain(line.text), self._joined()):
                    continue
                before = self._new_prose(self.lines[:index])
                limit = 0.3 if line.kind == "salutation" else 0.0
                if before <= limit * total and self._weight(index, len(self.lines)) > 0:
                    return index
                if line.kind == "salutation" and before < _LOST * total:
                    self.warnings.append("cleaning-unsure")
                break
        return self._first_text()

    def _first_text(self) -> int | None:
        """Return the first line of text, passing over a teaser outline: headings behind one another that come again."""
        texts = [index for index, line in enumerate(self.lines) if line.kind in _SPEECH]
        passed = False
        for place, index in enumerate(texts):
            line = self.lines[index]
            behind = self.lines[texts[place + 1]].kind if place + 1 < len(texts) else "blank"
            in_outline = passed or behind == "heading" or self._in_contents(index)
            passed = line.kind == "heading" and in_outline and self._recurs(line.text[line.marker :])
            if not passed:
                return index
        plain = [index for index, line in enumerate(self.lines) if line.kind == "plain"]
        return plain[0] if plain and not any(line.kind in _PAGE for line in self.lines) else None

    def _in_contents(self, index: int) -> bool:
        return any(line.kind == "label" for line in self.lines[max(0, index - 40) : index])

    def _title(self, anchor: int) -> tuple[int, int | None]:
        """Return where the speech's head begins and the line of its title."""
        above = [index for index in range(anchor - 1, -1, -1) if self.lines[index].kind != "blank"]
        best: tuple[int, int] | None = None
        salutation = self.lines[anchor].kind == "salutation"
        for distance, index in enumerate(above[:_HEAD_LINES]):
            score = self._title_score(self.lines[index])
            if self.lines[index].kind in {"prose", "wrapped"} and not score and not salutation:
                break
            if score > (best[0] if best else 0):
                best = (score, index)
            if distance == 0 and not score and self._may_be_title(index):
                best = (1, index)
        if best is None:
            return self._subtitles_above(anchor, above), None
        return self._title_start(best[1]), best[1]

    def _title_score(self, line: Line) -> int:
        if line.kind in {"tail", "label", "gap", "salutation"}:
            return 0
        if line.kind in {"heading", "wrapped"} and not self.speech["title"].search(line.text):
            return 0
        labelled = self.speech["title-label"].match(line.text)
        if line.kind == "page" and not labelled and line.rule != "line.file":
            return 0
        text = clean_title(line.text, self.book)
        if not 4 <= len(text) <= 90 or _UNDER.match(text) or _CRUMB.search(text):
            return 0
        if not self.speech["title"].search(text) and (line.kind == "prose" or self.speech["subtitle"].match(text)):
            return 0
        plain = _plain(text)
        if any(plain == known or (len(plain) > 8 and plain in known) for known in self.known_titles):
            return 6
        score = 4 if self.speech["title"].search(text) else 2 if self.speech["occasion"].search(text) else 0
        return score - 1 if score and labelled else score

    def _may_be_title(self, index: int) -> bool:
        """Tell whether a line right above the speech, which does not look like a title, can be one for want of a better."""
        line = self.lines[index]
        apart = index == 0 or self.lines[index - 1].kind in {"blank", "plain"}
        return line.kind == "plain" and 6 <= len(line.text) <= 60 and apart and not self.speech["subtitle"].match(line.text)

    def _title_start(self, title: int) -> int:
        """A title broken into two lines begins one line higher."""
        if title and len(self.lines[title].text) <= 20 and not self.speech["occasion"].search(self.lines[title].text):
            above = self.lines[title - 1]
            both = above.text + self.lines[title].text
            if above.kind == "plain" and self.speech["occasion"].search(both) and not self.speech["title"].search(above.text):
                return title - 1
        return title

    def _subtitles_above(self, anchor: int, above: Sequence[int]) -> int:
        first = anchor
        for index in above[:4]:
            if self.lines[index].kind != "plain" or not self.speech["subtitle"].match(self.lines[index].text):
                break
            first = index
        return first

    def _hints(self, first: int) -> tuple[str, ...]:
        """Return the headings that a list of contents or teaser outline above the speech repeats."""
        opened = next((index for index in range(first) if self.lines[index].kind == "label"), None)
        start = 0 if opened is None else opened + 1
        found = [
            line.text[line.marker :].strip()
            for line in self.lines[start:first]
            if line.kind == "heading" or (opened is not None and self._is_outline_item(line))
        ]
        return tuple(re.sub(r"[.．…·]{2,}\s*[0-9]{0,4}$", "", title) for title in found if title)

    def _is_outline_item(self, line: Line) -> bool:
        return line.kind in {"plain", "prose"} and len(line.text) <= 60 and not self.speech["title"].search(line.text)

    def _cut_head(self, first: int, anchor: int, title: int | None) -> None:
        for index in range(anchor):
            line = self.lines[index]
            if line.kind == "blank":
                continue
            if index < first:
                self.cuts[index] = line.rule or ("head.repeated" if self._recurs(line.text) else "head.before-title")
            elif title is not None and (first <= index <= title or line.rule == "gap.omitted"):
                continue
            elif line.kind in {"plain", "prose", "wrapped"} and self.speech["subtitle"].match(line.text):
                self.cuts[index] = "head.subtitle"
                self.subtitles.append(line.text)
            else:
                self.cuts[index] = line.rule or "head.below-title"

    def _end(self, anchor: int) -> int:
        """Return the line behind the last line of the speech."""
        end = len(self.lines)
        for index in range(anchor + 1, len(self.lines)):
            line = self.lines[index]
            if line.kind in _PAGE and self._ends_speech(anchor, index):
                end = index
                self.tail_rule = line.rule
                break
        return self._trimmed(anchor, end)

    def _ends_speech(self, anchor: int, index: int) -> bool:
        """Tell whether a page line stands below the speech, by how much prose there is above and below it."""
        line = self.lines[index]
        closed = self._closed_above()[index]
        opener = line.kind == "tail" or line.rule == "line.editor"
        if not opener and (not closed or line.rule in _BETWEEN):
            return False
        before = self._weight(anchor, index)
        if line.rule.startswith("site.") and line.kind == "tail":
            return bool(before)  # a profile knows where its pages end
        limit = (_RESUMES if closed else _RESUMES_OPEN) if opener else _AFTERWORD
        return bool(before) and self._new_prose_below()[index] <= limit * before

    def _trimmed(self, anchor: int, end: int) -> int:
        """Take page and stray lines off the end; a signature with a date directly below the text stays."""
        last = end
        while last > anchor + 1:
            line = self.lines[last - 1]
            kept = line.kind in {"prose", "wrapped", "salutation"} and not self._is_repetition(anchor, last - 1)
            if kept and not self._is_boxed(last - 1) and not self._is_report(anchor, last - 1):
                break
            if line.kind == "gap" and self._follows_speech(last - 1):
                break
            last -= 1
        while last < end and self._is_broken_off(last):
            last += 1
        stray = [line for line in self.lines[last:end] if line.kind != "blank"]
        if stray and len(stray) <= 3 and all(line.kind in {"plain", "heading"} for line in stray) and last > anchor:
            closed = is_closing(self.lines[last - 1].text, self.book)
            if all(self.speech["signature"].match(line.text) for line in stray) or (not closed and end == len(self.lines)):
                return end
        return last

    def _is_report(self, anchor: int, index: int) -> bool:
        """Tell whether a line tells of the meeting, below a speech that has come to its end."""
        if not self.speech["report"].match(self.lines[index].text):
            return False
        above = [line for line in self.lines[max(anchor, index - _REPORT_LINES) : index] if line.kind in _SPEECH]
        return any(is_closing(line.text, self.book) for line in above)

    def _is_boxed(self, index: int) -> bool:
        """Tell whether a sentence at the end speaks of the site: with two of its words, or with one below a label (特殊限制:)."""
        line = self.lines[index]
        if self._is_notice(line):
            return True
        above = next((other.text for other in reversed(self.lines[:index]) if other.kind != "blank"), "")
        labelled = len(above) <= _LONGEST_LABEL and above.endswith((":", "：")) and not self.speech["salutation"].match(above)
        return labelled and not line.marker and len(line.text) <= _LONGEST_NOTICE and bool(self.book.page_words.search(line.text))

    def _follows_speech(self, index: int) -> bool:
        """Tell whether a gap notice is the first behind the speech; others below it repeat it."""
        above = next((line.kind for line in reversed(self.lines[:index]) if line.kind in _SPEECH or line.kind == "gap"), "blank")
        return above in _SPEECH

    def _is_broken_off(self, index: int) -> bool:
        """Tell whether a line right below the text is a sentence that breaks off, or the heading of a part that is not shown."""
        line = self.lines[index]
        if line.kind == "heading":
            return not line.text[0].isdigit() and not is_closing(self.lines[index - 1].text, self.book)
        return line.kind == "blank" or (line.kind == "plain" and len(line.text) >= _SHORTEST_STUMP and bool(_CLAUSE.search(line.text)))

    def _is_repetition(self, anchor: int, index: int) -> bool:
        """Tell whether a long line repeats the speech's own beginning, as summaries do."""
        text = _plain(self.lines[index].text)
        if len(text) < 60:
            return False
        above = _plain("".join(line.text for line in self.lines[max(0, anchor - 3) : index]))
        return text[:30] in above and text[len(text) // 2 : len(text) // 2 + 24] in above

    def _cut_tail(self, end: int) -> None:
        for index in range(end, len(self.lines)):
            line = self.lines[index]
            if line.kind != "blank":
                repeated = line.kind == "prose" and self._recurs(line.text, 20)
                self.cuts[index] = line.rule or ("tail.repeated" if repeated else self.tail_rule or "tail.below-speech")

    def _cut_inside(self, anchor: int, end: int, title: int | None) -> None:
        """Cut page lines between the paragraphs, stray lines next to them, and running heads."""
        recurring = self._running_heads(anchor, end, title)
        box = ""
        for index in range(anchor, end):
            line = self.lines[index]
            if line.kind in _PAGE:
                self.cuts[index] = line.rule
                box = line.rule if line.kind == "tail" or line.link else ""
            elif index in recurring:
                self.cuts[index] = "inside.running-head"
            elif self._is_pull_quote(line):
                self.cuts[index] = "inside.pull-quote"
            elif line.kind == "plain" and box:
                self.cuts[index] = box
            elif line.kind != "blank":
                box = ""

    def _is_pull_quote(self, line: Line) -> bool:
        """Tell whether a line is a sentence of the speech that a newspaper prints once more, in quotation marks of its own."""
        if (
            line.kind not in {"plain", "prose"}
            or len(line.text) > _LONGEST_QUOTE
            or line.text[0] not in "“「『"
            or line.text[-1] not in "”」』"
        ):
            return False
        plain = _plain(line.text)
        return len(plain) >= _SHORTEST_QUOTE and self._joined().count(plain) > 1

    def _running_heads(self, anchor: int, end: int, title: int | None) -> set[int]:
        places: dict[str, list[int]] = {}
        for index in range(anchor, end):
            line = self.lines[index]
            if line.kind in {"plain", "wrapped"} and len(line.text) <= 60 and not is_complete(line.text):
                places.setdefault(line.text.strip(_EDGES), []).append(index)
        edges = self._page_edges() if places else frozenset()
        same = _plain(self.lines[title].text) if title is not None else None
        heads: set[int] = set()
        for text, indices in places.items():
            at_edges = [index for index in indices if index in edges]
            counted = sum(bool(_PAGE_OF.search(self.lines[index].text)) for index in indices) >= 2
            if len(text) >= 4 and (len(indices) >= 3 or counted or len(at_edges) >= 2 or (same and _plain(text) == same)):
                heads.update(indices)
            heads.update(index for index in at_edges if _LAID_OUT.search(self.lines[index].text))
        return heads

    def _page_edges(self) -> frozenset[int]:
        """Return the lines next to a page number, blank lines apart."""
        texts = [index for index, line in enumerate(self.lines) if line.kind != "blank"]
        numbers = [place for place, index in enumerate(texts) if self.lines[index].rule == "line.page-number"]
        return frozenset(texts[place + step] for place in numbers for step in (-1, 1) if 0 <= place + step < len(texts))

    def _check_losses(self, first: int, end: int) -> None:
        """Never lose a speech: prose that was cut without a rule of its own is weighed against what is kept."""
        kept = self._weight(first, end) - sum(len(self.lines[index].text) for index in self.cuts if first <= index < end)
        unsure = [
            index
            for index, rule in self.cuts.items()
            if rule in {"head.before-title", "tail.below-speech", "head.below-title"} and self.lines[index].kind in {"prose", "wrapped"}
        ]
        lost = sum(len(self.lines[index].text) for index in unsure)
        if lost > _LOST * max(kept, 1):
            for index in unsure:
                del self.cuts[index]
        if lost > 0.15 * max(kept, 1):
            self.warnings.append("cleaning-unsure")


def clean_title(text: str, book: Rulebook) -> str:
    """Return a title without its label and the page's buttons (标题: 在会上的讲话 [打印本页])."""
    start, end = title_edges(text.strip(), book)
    return text.strip()[start:end].strip()


def title_edges(text: str, book: Rulebook) -> tuple[int, int]:
    """Return where in a title's line the title itself begins and ends."""
    label = book.speech["title-label"].match(text)
    button = book.speech["title-button"].search(text)
    if button and button[0] in "】》" and not (label and label[0][0] in "【《"):
        button = None  # the bracket that closes a part of the title, not one around the whole
    return label.end() if label else 0, button.start() if button else len(text)


def same_text(first: str, second: str) -> bool:
    """Tell whether two lines say the same but for marks and blanks."""
    return _plain(first) == _plain(second)


def _plain(text: str) -> str:
    return "".join(_WORDS.findall(text))
