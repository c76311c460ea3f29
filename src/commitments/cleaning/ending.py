"""Finds where the speech ends among the lines of its page, and what stands below it: notices, comments, related texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from commitments.cleaning.counting import counted_above, counts_of, goes_on, told_above
from commitments.cleaning.facts import PAGE, SPEECH, Facts, bare
from commitments.cleaning.lines import is_complete
from commitments.cleaning.pageruns import BETWEEN, TALK, Run
from commitments.cleaning.rulebook import is_closing
from commitments.kept import compiled

_CLAUSE: Final = compiled(r"[，,；;]")
_SHORTEST_STUMP, _SHORTEST_TITLE = 12, 6
_LONGEST_NOTICE, _LONGEST_LABEL = 200, 12
_AFTERWORD: Final = 0.1
_RESUMES: Final = 0.35
"""A line that ends the page may have this much prose behind it (comments, related texts) where the speech above has closed."""
_RESUMES_OPEN: Final = 0.03
_MOST_IN_GROUP, _LONGEST_GROUP, _FEWEST_TALKS = 4, 200, 3
_TALKS: Final = compiled(r"[^，。；：:、！？\n]{1,14}[:：](?!$)")
"""Somebody's name, and what he says."""
_PART: Final = compiled(
    r"[ \u3000]?[(（【]?(?:第[一二三四五六七八九十0-9]{1,3}篇|篇[一二三四五六七八九十0-9]{1,3}|精选[^()（）]{0,8})[)）】]?$"
)
_WHOLE_SPEECH: Final = 400
"""Characters of prose that make another speech, no cutting of one."""
_LONGEST_TITLE: Final = 60
_OTHER: Final = "tail.below-speech"
_REPORT_LINES: Final = 6
_SHORTEST_REPETITION: Final = 60
_REPEATED_END, _BROKEN_WORD = 30, 4
"""Where the end of a repetition is compared: in front of the word with which it breaks off."""


class Ending:
    """Looks for the end of the speech on one page, which begins at the line `anchor`."""

    def __init__(self, facts: Facts, anchor: int) -> None:
        self.facts = facts
        self.lines = facts.lines
        self.book = facts.book
        self.anchor = anchor
        self.announced = told_above(self.lines, anchor, self.book)
        counted = counted_above(self.lines, anchor, facts.listed())
        self.told = [one or other for one, other in zip(self.announced, counted, strict=True)]

    def find(self, runs: Sequence[Run]) -> tuple[int, str]:
        """Return the line behind the last line of the speech, and the rule of the page line that ends it."""
        anchor = self.anchor
        end, rule = self._found(anchor)
        if runs and runs[-1].last and runs[-1].start < end + (rule == _OTHER):
            return self._trimmed(anchor, runs[-1].start), "tail.page-run"
        return end, rule

    def told_from(self) -> int:
        """Return the line above which all points are told that were announced; 0 where they are not."""
        return self.announced.index(True) if True in self.announced else 0

    def _found(self, anchor: int) -> tuple[int, str]:
        for index in range(anchor + 1, len(self.lines)):
            line = self.lines[index]
            if line.kind in PAGE and self._ends_speech(anchor, index):
                return self._trimmed(anchor, index), line.rule
            if line.kind in {"plain", "heading"} and self._opens_another(anchor, index):
                return self._trimmed(anchor, index), _OTHER
        return self._trimmed(anchor, len(self.lines)), ""

    def _ends_speech(self, anchor: int, index: int) -> bool:
        """Tell whether a page line stands below the speech, by how much prose there is above and below it."""
        line = self.lines[index]
        closed = self.facts.closed_above()[index]
        opener = line.kind == "tail" or line.rule == "line.editor"
        if not opener and (not closed or line.rule in BETWEEN):
            return False
        before = self.facts.weight(anchor, index)
        if line.rule.startswith("site.") and line.kind == "tail":
            return bool(before)  # a profile knows where its pages end
        below = next((other for other in self.lines[index:] if other.kind != "blank" and other.kind not in PAGE), None)
        if below is not None and below.kind == "prose" and self.book.speech["last-words"].match(below.text):
            return False
        after = self.facts.new_prose_below()[index]
        if opener and before and self._are_cards(index):
            return True
        if opener and not closed:
            return bool(before) and (after <= _RESUMES_OPEN * before or (after <= _RESUMES * before and self._is_scattered(anchor, index)))
        return bool(before) and after <= (_RESUMES if opener else _AFTERWORD) * before

    def _are_cards(self, index: int) -> bool:
        """Tell whether all prose below a line breaks off, each piece by itself: the beginnings of other texts, on cards."""
        prose = [line for line in self.lines[index:] if line.kind in SPEECH and not self.facts.is_notice(line)]
        return len(prose) > 1 and all(self.book.speech["preview-end"].search(line.text) for line in prose)

    def _opens_another(self, anchor: int, index: int) -> bool:
        """Tell whether a line is the title of another speech, which addresses its audience below it, on a page of several."""
        line = self.lines[index]
        title = _PART.sub("", line.text)
        if len(title) > _LONGEST_TITLE or not self.book.speech["title"].search(title):
            return False
        own = next((other.text for other in reversed(self.lines[:anchor]) if self.book.speech["title"].search(other.text)), "")
        if bare(own) == bare(title):
            return False  # the speech itself, once more
        below = next((place for place in range(index + 1, len(self.lines)) if self.lines[place].kind != "blank"), None)
        if below is None or not self._is_address(below):
            return False
        above = next(other for other in reversed(self.lines[:index]) if other.kind != "blank")
        if self.facts.new_prose_below()[index] >= _WHOLE_SPEECH:
            return False  # a page of several speeches: none of them may be lost
        # A preview stands for itself: no speech goes on behind it.
        preview = self.book.speech["preview-end"].search(self.lines[below].text) and not self.facts.new_prose_below()[below]
        broken = preview or above.kind in PAGE or above.kind == "gap" or not is_complete(above.text) or above.text.endswith(("…", "..."))
        return self.told[index] or (broken and self.facts.new_prose_below()[index] <= _RESUMES * self.facts.weight(anchor, index))

    def _is_scattered(self, anchor: int, index: int) -> bool:
        """Tell whether the prose below a line stands in several short groups with lines of the page between them, as comments do.

        A group of any length is another speech where it begins with a salutation below a title.
        """
        talks = [place for place in range(index, len(self.lines)) if self.lines[place].rule in TALK]
        talk = talks[-1] if len(talks) >= _FEWEST_TALKS and self.lines[index].rule in TALK else 0
        groups = list(self._groups(index))
        spoken = [group for group in groups if not self._is_chat(group)]
        counts = counts_of(self.lines[anchor:index])
        for group in spoken:
            addressed = self._is_addressed(group[0])
            for place in group:
                line = self.lines[place]
                counted = line.marker and (line.kind == "heading" or place >= talk)
                if counted and goes_on(counts, line, told=self.told[index]):
                    return False  # readers who talk count and address as well
                if line.kind != "salutation" and not addressed and place >= talk and self.book.speech["last-words"].match(line.text):
                    return False
            size = sum(len(self.lines[place].text) for place in group)
            if not addressed and (len(group) > _MOST_IN_GROUP or size > _LONGEST_GROUP):
                return False
        pages = sum(line.kind in PAGE for line in self.lines[index:])
        another = any(self._is_addressed(group[0]) for group in groups)
        return not spoken or (len(groups) > (0 if another else 1) and pages >= len(groups))

    def _is_chat(self, group: Sequence[int]) -> bool:
        """Tell whether readers talk in a group of lines: each begins with a name and a colon."""
        return len(group) > 1 and all(_TALKS.match(self.lines[place].text) and not self._is_address(place) for place in group)

    def _groups(self, index: int) -> Iterator[list[int]]:
        """Yield the lines of speech below a line, as far as they follow one another."""
        group: list[int] = []
        for place in range(index, len(self.lines)):
            kind = self.lines[place].kind
            if kind in SPEECH:
                group.append(place)
            elif kind != "blank" and group:
                yield group
                group = []
        if group:
            yield group

    def _is_addressed(self, place: int) -> bool:
        """Tell whether a line addresses an audience right below a title, as another speech begins."""
        above = next((other for other in reversed(self.lines[:place]) if other.kind != "blank"), None)
        titled = above is not None and above.kind in {"plain", "page"} and self.book.speech["title"].search(above.text)
        return bool(titled) and self._is_address(place)

    def _is_address(self, place: int) -> bool:
        """Tell whether a line begins with an address and a colon; a speaker's last words go on behind a comma."""
        line = self.lines[place]
        opens = self.book.speech["opening"].match(line.text)
        return line.kind == "salutation" or bool(opens and opens[0][-1] in ":：")

    def _trimmed(self, anchor: int, end: int) -> int:
        """Take page and stray lines off the end; a signature with a date directly below the text stays."""
        last = end
        while last > anchor + 1:
            line = self.lines[last - 1]
            kept = line.kind in {"prose", "wrapped", "salutation"} and not self._is_repetition(anchor, last - 1)
            if kept and not (self._is_boxed(last - 1) or self._is_report(anchor, last - 1) or self._is_teaser(anchor, last - 1)):
                break
            if line.kind == "gap" and self._follows_speech(last - 1):
                break
            last -= 1
        while last < end and self._is_broken_off(last):
            last += 1
        stray = [line for line in self.lines[last:end] if line.kind != "blank"]
        if stray and len(stray) <= 3 and all(line.kind in {"plain", "heading"} for line in stray) and last > anchor:
            closed = is_closing(self.lines[last - 1].text, self.book)
            if all(self.book.speech["signature"].match(line.text) for line in stray) or (not closed and end == len(self.lines)):
                return end
        return last

    def _is_report(self, anchor: int, index: int) -> bool:
        """Tell whether a line tells of the meeting, below a speech that has come to its end."""
        if not self.book.speech["report"].match(self.lines[index].text):
            return False
        above = [line for line in self.lines[max(anchor, index - _REPORT_LINES) : index] if line.kind in SPEECH]
        return any(is_closing(line.text, self.book) for line in above)

    def _is_teaser(self, anchor: int, index: int) -> bool:
        """Tell whether a line that breaks off is the beginning of another text, below a line that ends the page (相关文档)."""
        if not self.book.speech["preview-end"].search(self.lines[index].text):
            return False
        title, colon, _ = self.lines[index].text.replace(":", "：").partition("：")
        above = next((line for line in reversed(self.lines[anchor:index]) if line.kind != "blank"), None)
        among_titles = above is not None and above.kind == "plain" and self.book.speech["title"].search(above.text)
        least = _SHORTEST_TITLE if among_titles else _SHORTEST_STUMP
        if colon and least <= len(title) <= _LONGEST_TITLE and self.book.speech["title"].search(title):
            return True
        for line in reversed(self.lines[anchor:index]):
            if line.kind in SPEECH:
                return False
            if line.kind == "tail":
                return True
        return False

    def _is_boxed(self, index: int) -> bool:
        """Tell whether a sentence at the end speaks of the site: with two of its words, or with one below a label (特殊限制:)."""
        line = self.lines[index]
        if self.facts.is_notice(line):
            return True
        above = next((other.text for other in reversed(self.lines[:index]) if other.kind != "blank"), "")
        labelled = len(above) <= _LONGEST_LABEL and above.endswith((":", "：")) and not self.book.speech["salutation"].match(above)
        return labelled and not line.marker and len(line.text) <= _LONGEST_NOTICE and bool(self.book.page_words.search(line.text))

    def _follows_speech(self, index: int) -> bool:
        """Tell whether a gap notice is the first behind the speech; others below it repeat it."""
        above = next((line.kind for line in reversed(self.lines[:index]) if line.kind in SPEECH or line.kind == "gap"), "blank")
        return above in SPEECH

    def _is_broken_off(self, index: int) -> bool:
        """Tell whether a line right below the text is a sentence that breaks off, or the heading of a part that is not shown."""
        line = self.lines[index]
        if line.kind == "heading":
            return not line.text[0].isdigit() and not is_closing(self.lines[index - 1].text, self.book)
        below = next((other.rule for other in self.lines[index + 1 :] if other.kind != "blank"), "")
        if line.kind == "plain" and below == "gap.trial-end" and not is_closing(line.text, self.book):
            return True  # right above 预览结束 stands what is shown of the next sentence
        return line.kind == "blank" or (line.kind == "plain" and len(line.text) >= _SHORTEST_STUMP and bool(_CLAUSE.search(line.text)))

    def _is_repetition(self, anchor: int, index: int) -> bool:
        """Tell whether a long line repeats the speech's own beginning, as summaries do."""
        if len(self.lines[index].text) < _SHORTEST_REPETITION:
            return False
        lines = self.facts.bare_lines()
        text = lines[index]
        if len(text) < _SHORTEST_REPETITION:
            return False
        above = "".join(lines[max(0, anchor - 3) : index])
        # What stands before its first words may be the page's: the title in its marks, a label.
        begins = text[:30] in above or (text[len(text) // 3 : len(text) // 3 + 24] in above and text[-_REPEATED_END:-_BROKEN_WORD] in above)
        return begins and text[len(text) // 2 : len(text) // 2 + 24] in above
