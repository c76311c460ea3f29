"""Finds the speech among the lines of a page: its title, where it begins and ends, and what in between is page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from commitments.cleaning.ending import Ending
from commitments.cleaning.facts import PAGE, PROSE, SPEECH, Facts, bare
from commitments.cleaning.lines import Line
from commitments.cleaning.pageruns import inside, page_runs
from commitments.cleaning.repeats import breaks_off, is_preview, repeated
from commitments.cleaning.rulebook import Rulebook
from commitments.cleaning.sheets import parting, running_heads
from commitments.kept import compiled

_UNDER: Final = compiled(r"[(（〔\[—―─-]")
_DASH: Final = compiled(r"[—―─-]{1,4}")
_CRUMB: Final = compiled(r"[>＞»›|｜]")
_DATED_HEAD: Final = compiled(
    r"[^。！？；，,\n]{0,80}?[(（](?:19|20)[0-9]{2}\s?年[^()（）\n]{0,30}[)）]"
    r"[^。！？；，,\n]{0,12}?(?=同志|各位|尊敬|敬爱|亲爱|朋友|女士|代表|大家)"
)
"""A title, the day in brackets and perhaps the number of a sheet, before the address of a speech that stands on one line."""
_KEY: Final = 24
_HEAD_LINES: Final = 60
_LOST: Final = 0.5
_NEAR, _GREETING, _BELOW_TITLE = 6, 0.15, 0.6
"""Lines between a title and its salutation, at most; and how much prose of others may stand above them, in shares of the page's."""
_SHORTEST_QUOTE, _LONGEST_QUOTE = 6, 80
_LEAST_CARD, _LONGEST_CARD = 16, 120
"""Characters of the first sentences of another speech on a card."""
_BY_PLACE: Final = frozenset({"head.before-title", "head.below-title", "tail.below-speech"})
_BY_COMPANY: Final = frozenset({"tail.page-run", "inside.page-run"})
"""What is cut for its place, or for the lines it stands among, and not for its words."""
_LOST_TO_COMPANY: Final = 1.0
_UNSURE: Final = 0.3
"""Of what may be cut so, this much is warned of."""


@dataclass(frozen=True, slots=True)
class Region:
    """What of the lines is speech.

    `cuts`: line number -> rule; `title`: line number of the title; `subtitles`: what stands between title and
    salutation; `hints`: headings of a teaser outline.
    """

    cuts: dict[int, str]
    title: int | None
    subtitles: tuple[str, ...]
    hints: tuple[str, ...]
    warnings: tuple[str, ...]
    found: bool
    told: int = 0
    """The line above which the speech has told all points that it announced; 0 where it has not."""


class Finder:
    """Reasons over the lines of one page."""

    def __init__(self, lines: Sequence[Line], book: Rulebook, known_titles: Sequence[str] = ()) -> None:
        self.facts = Facts(lines, book)
        self.lines = self.facts.lines
        self.book = book
        self.speech = book.speech
        self.known_titles = [bare(title) for title in known_titles if title]
        self.cuts: dict[int, str] = {}
        self.warnings: list[str] = []
        self.subtitles: list[str] = []
        self._titled: list[int] | None = None

    def region(self) -> Region:
        """Return the region of the speech."""
        anchor = self._anchor()
        if anchor is None:
            return Region({}, None, (), (), (), False)
        first, title = self._title(anchor)
        hints = self._hints(first)
        self._cut_head(first, anchor, title)
        ending = Ending(self.facts, anchor)
        runs = page_runs(self.facts, anchor, ending.told)
        end, rule = ending.find(runs)
        self._cut_tail(end, rule)
        for run in runs:
            self.cuts.update((index, self.lines[index].rule or "inside.page-run") for index in inside(self.facts, run) if index < end)
        self._cut_inside(anchor, end, title)
        self.cuts.update(dict.fromkeys(repeated(self.lines, first, end, self.cuts), "inside.repeated"))
        self._check_losses(first, end)
        return Region(self.cuts, title, tuple(self.subtitles), hints, tuple(dict.fromkeys(self.warnings)), True, ending.told_from())

    def _anchor(self) -> int | None:
        """Return the first line of the speech below its title: the salutation, else the first line of text."""
        total = self.facts.weight(0, len(self.lines))
        for index, line in enumerate(self.lines):
            titled = line.kind == "prose" and self._carries_title(index)
            if line.kind == "salutation" or titled or (line.kind == "prose" and self.speech["opening"].match(line.text)):
                if self._is_preview(index) or self._is_card(index):
                    continue
                before = self.facts.new_prose(self.lines[:index])
                if titled and before <= _BELOW_TITLE * total and self.facts.weight(index, len(self.lines)) > before:
                    return index
                limit = 0.0 if line.kind != "salutation" else _BELOW_TITLE if self._is_titled(index) else 0.3
                if before <= limit * total and self.facts.weight(index, len(self.lines)) > 0:
                    return index if line.kind == "salutation" else self._titled_below(index, total)
                if line.kind == "salutation" and before < _LOST * total:
                    self.warnings.append("cleaning-unsure")
                break
        return self._first_text()

    def _carries_title(self, index: int) -> bool:
        """Tell whether a line has the day of the speech, with its title or without, before the address: (2024年3月6日)同志们:今天….

        One whose words come again below is a preview.
        """
        text = self.lines[index].text
        head = _DATED_HEAD.match(text)
        if head is None or not self.speech["opening"].match(text[head.end() : head.end() + _LONGEST_QUOTE]):
            return False
        words = bare(text[head.end() : head.end() + _LONGEST_QUOTE])[:_KEY]
        return words not in "".join(self.facts.bare_lines()[index + 1 :])

    def _titled_below(self, index: int, total: int) -> int:
        """Return the salutation below a title a little further down, where who shows the speech has greeted his readers; else the line."""
        titled = 0
        for below in range(index + 1, len(self.lines)):
            line = self.lines[below]
            if line.kind == "plain" and len(line.text) > _SHORTEST_QUOTE and self.speech["title"].search(line.text):
                titled = below
            if line.kind == "salutation" and titled and below - titled <= _NEAR:
                return below if self.facts.new_prose(self.lines[:below]) <= _GREETING * total else index
        return index

    def _is_titled(self, index: int) -> bool:
        """Tell whether a title stands right above a salutation, with nothing but day and speaker between them."""
        for line in reversed(self.lines[max(0, index - _NEAR) : index]):
            if line.kind == "plain" and len(line.text) > _SHORTEST_QUOTE and self.speech["title"].search(line.text):
                return True
            if line.kind not in {"plain", "blank"}:
                return False
        return False

    def _is_preview(self, index: int) -> bool:
        """Tell whether a line is a preview of what stands below it."""
        text = self.lines[index].text
        return breaks_off(text) and is_preview(text, self.facts.joined())  # the page is joined only where a line breaks off

    def _is_card(self, index: int) -> bool:
        """Tell whether a line is the beginning of another speech on a card, which breaks off above lines of the page."""
        below = next((line.kind for line in self.lines[index + 1 :] if line.kind != "blank"), "page")
        text = self.lines[index].text
        if below in SPEECH or self.speech["preview-end"].search(text):
            return below not in SPEECH
        return below in PAGE and _LEAST_CARD <= len(text) <= _LONGEST_CARD and self._is_outweighed(index)

    def _is_outweighed(self, index: int) -> bool:
        """Tell whether a speech with title and salutation stands below a line, with more text than is between them."""
        if self._titled is None:  # found once: a page may have a card on every other line
            greets = (place for place, line in enumerate(self.lines) if line.kind == "salutation" and len(line.text) < _LEAST_CARD)
            self._titled = [place for place in greets if self._is_titled(place)]
        behind = bisect_right(self._titled, index)
        if behind == len(self._titled):
            return False
        place = self._titled[behind]
        return self.facts.weight(index, place) < self.facts.weight(place, len(self.lines))

    def _first_text(self) -> int | None:
        """Return the first line of text, passing over a teaser outline: headings behind one another that come again."""
        texts = [index for index, line in enumerate(self.lines) if line.kind in SPEECH]
        while len(texts) > 1 and self._is_preview(texts[0]):
            texts.pop(0)
        passed = False
        for place, index in enumerate(texts):
            line = self.lines[index]
            behind = self.lines[texts[place + 1]].kind if place + 1 < len(texts) else "blank"
            in_outline = passed or behind == "heading" or self._in_contents(index)
            passed = line.kind == "heading" and in_outline and self.facts.recurs(line.text[line.marker :])
            if not passed:
                return index
        plain = [index for index, line in enumerate(self.lines) if line.kind == "plain"]
        return plain[0] if plain and not any(line.kind in PAGE for line in self.lines) else None

    def _in_contents(self, index: int) -> bool:
        return any(line.kind == "label" for line in self.lines[max(0, index - 40) : index])

    def _title(self, anchor: int) -> tuple[int, int | None]:
        """Return where the speech's head begins and the line of its title."""
        above = [index for index in range(anchor - 1, -1, -1) if self.lines[index].kind != "blank"]
        best: tuple[int, int] | None = None
        salutation = self.lines[anchor].kind == "salutation" or self._carries_title(anchor)
        for distance, index in enumerate(above[:_HEAD_LINES]):
            score = self._title_score(self.lines[index]) or (4 if self._is_second_half(index) or self._is_main_title(index) else 0)
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
        words = bare(text)
        if any(words == known or (len(words) > 8 and words in known) for known in self.known_titles):
            return 6
        score = 4 if self.speech["title"].search(text) else 2 if self.speech["occasion"].search(text) else 0
        return score - 1 if score and (labelled or line.kind == "heading") else score

    def _may_be_title(self, index: int) -> bool:
        """Tell whether a line right above the speech, which does not look like a title, can be one for want of a better."""
        line = self.lines[index]
        apart = index == 0 or self.lines[index - 1].kind in {"blank", "plain"}
        return line.kind == "plain" and 6 <= len(line.text) <= 60 and apart and not self.speech["subtitle"].match(line.text)

    def _is_main_title(self, index: int) -> bool:
        """Tell whether a line is the title proper, with the occasion on a line of its own below it (凝心聚力 / ——在大会上的讲话)."""
        line = self.lines[index]
        if line.kind != "plain" or not 4 <= len(line.text) <= 60 or self.speech["subtitle"].match(line.text) or _CRUMB.search(line.text):
            return False
        below = next((other.text for other in self.lines[index + 1 :] if other.kind != "blank"), "")
        return bool(_DASH.match(below) and self.speech["title"].search(below) and self.speech["occasion"].search(below))

    def _title_start(self, title: int) -> int:
        """A title broken into two lines begins one line higher."""
        return title - 1 if self._is_second_half(title) else title

    def _is_second_half(self, index: int) -> bool:
        """Tell whether a line is the end of a title that begins on the line above it (在水利工作会上 / 的讲话)."""
        text = self.lines[index].text
        if not index or len(text) > 20 or self.speech["occasion"].search(text):
            return False
        above = self.lines[index - 1]
        whole = self.speech["title"].search(above.text) and self.speech["occasion"].search(above.text)
        if above.kind not in {"plain", "wrapped"} or whole:
            return False
        if self.speech["kind-line"].match(text) and self.speech["subject-line"].match(above.text):
            return True
        both = above.text + text
        return bool(self.speech["occasion"].search(both) and (self.speech["title"].search(both) or self._title_score(self.lines[index])))

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
                self.cuts[index] = line.rule or ("head.repeated" if self._is_told_again(index) else "head.before-title")
            elif title is not None and (first <= index <= title or line.rule == "gap.omitted"):
                continue
            elif line.kind in {"plain", "prose", "wrapped"} and self.speech["subtitle"].match(line.text):
                self.subtitles.append(line.text)
                if self.speech["posted"].match(line.text):
                    self.cuts[index] = "head.subtitle"
            elif title is not None and self._is_speaker(index, title, anchor):
                self.subtitles.append(line.text)
            else:
                self.cuts[index] = line.rule or ("head.repeated" if self._is_preview(index) else "head.below-title")

    def _is_told_again(self, index: int) -> bool:
        return self.facts.recurs(self.lines[index].text) or self._is_preview(index)

    def _is_speaker(self, index: int, title: int, anchor: int) -> bool:
        """Tell whether a line below the title is a bare name (李 大 河): nothing but day and place stand beside it, and no page line."""
        others = (self.lines[place] for place in range(title + 1, anchor) if place != index)
        return (
            self.lines[index].kind == "plain"
            and bool(self.speech["name"].match(self.lines[index].text))
            and self.lines[anchor].kind == "salutation"
            and all(line.kind == "blank" or (line.kind == "plain" and self.speech["subtitle"].match(line.text)) for line in others)
        )

    def _cut_tail(self, end: int, rule: str) -> None:
        for index in range(end, len(self.lines)):
            line = self.lines[index]
            if line.kind != "blank":
                repeated = not line.rule and line.kind == "prose" and self.facts.recurs(line.text, 20)
                self.cuts[index] = line.rule or ("tail.repeated" if repeated else rule or "tail.below-speech")

    def _cut_inside(self, anchor: int, end: int, title: int | None) -> None:
        """Cut page lines between the paragraphs, stray lines next to them, and running heads."""
        recurring = running_heads(self.lines, anchor, end, title)
        recurring.update(parting(self.lines, anchor, end, self.book))
        box = ""
        for index in range(anchor, end):
            line = self.lines[index]
            if line.kind in PAGE:
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
        words = bare(line.text)
        return len(words) >= _SHORTEST_QUOTE and self.facts.joined().count(words) > 1

    def _check_losses(self, first: int, end: int) -> None:
        """Never lose a speech: prose that was cut without a rule of its own is weighed against what is kept."""
        kept = self.facts.weight(first, end) - sum(len(self.lines[index].text) for index in self.cuts if first <= index < end)
        for rules, most in ((_BY_PLACE, _LOST), (_BY_COMPANY, _LOST_TO_COMPANY)):
            unsure = [index for index, rule in self.cuts.items() if rule in rules and self.lines[index].kind in PROSE]
            lost = sum(len(self.lines[index].text) for index in unsure)
            if lost > most * max(kept, 1):
                for index in unsure:
                    del self.cuts[index]
            if lost > most * _UNSURE * max(kept, 1):
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
    return bare(first) == bare(second)
