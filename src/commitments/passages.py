"""The paragraphs of a speech under their headings, and whether they report or plan.

What stands before the salutation is no part of the speech, a paragraph at the end may only close it, and a review that has been announced
goes on until a task is set.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

from commitments.clauses import Block, Sentence
from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.mood import HeadingMood, MoodRules, TitleMood
from commitments.press import Press

_ANNOUNCED: Final = -6.0
"""What an announced review takes from the mood of its paragraphs: a word or two of planning do not outweigh it."""
_COLLAPSED, _AROUND = 700, 150
"""Characters from which a line is a collapsed page, and how far around a sentence its mood is then judged."""
_NOTE: Final = compiled(
    r"[(（][^()（）\n]{0,16}(?:[12][0-9]{3}|[一二][〇零○一二三四五六七八九]{3})\s?年[^()（）\n]{0,60}[)）](?=\n|$)"
)
"""A line of its own below the title: the day, and how the words came down ((2021年5月6日，根据录音整理))."""
_HEAD_LENGTH: Final = 400
_REPORT_HEAD: Final = 300
"""Characters within which a report says whose it is."""
_LEAST_DEFINED: Final = 3
_TITLE_LENGTH: Final = 60
"""Characters that a line without a number may have to be a title, or to announce what stands below it."""
_PLANNED: Final = 4.0
"""What a heading adds that would tell of something done, below a title that sets tasks."""
NOWHERE: Final = sys.maxsize


class Passage:
    """A paragraph under its headings.

    Attributes:
        line: where the paragraph stands.
        path: the headings around it, outermost first.
        heading: what they say of it.
        closes: where what only closes the speech begins in it, `NOWHERE` if it does not.
        mood: above 0 where it plans, below 0 where it reports; judged when a clause first asks for it.
        around: the stretch that the mood was judged from, where it is less than the line.
    """

    __slots__ = ("around", "closes", "heading", "line", "mood", "path")

    def __init__(self, line: tuple[int, int], path: tuple[str, ...], heading: HeadingMood, closes: int) -> None:
        self.line = line
        self.path = path
        self.heading = heading
        self.closes = closes
        self.mood: float | None = None
        self.around = (0, 0)


class Passages:
    """Walks the paragraphs of one text.

    Attributes:
        reports: whether it is a government's report to its congress, all of whose tasks are the government's own.
    """

    __slots__ = (
        "_above", "_ahead", "_plans", "_press", "_review", "_seen", "_tasks", "_titles", "moods", "reports", "shapes", "text", "year",
    )  # fmt: skip

    def __init__(self, text: str, moods: MoodRules, year: int | None = None) -> None:
        self.text = text
        self.moods = moods
        self.shapes = moods.shapes
        self.year = year
        named = any_stands(self.shapes.government_words, text, 0, _REPORT_HEAD)
        self.reports = named and self.shapes.government_report.ask(text, 0, _REPORT_HEAD) is not None
        self._above = 0
        self._plans = False
        self._ahead: tuple[str, ...] | None = None
        self._press = Press(text, self.shapes)
        self._review = False
        self._seen = 0
        self._tasks: dict[str, bool] = {}
        self._titles: dict[int, TitleMood] = {}

    def walk(self, blocks: list[Block]) -> Iterator[tuple[Sentence, Block, Passage]]:
        """Yield the sentences of the speech with their block and their paragraph, in text order."""
        opening = self.shapes.salutation.ask(self.text, 0, _HEAD_LENGTH)
        greets = None if opening else self.shapes.greets.ask(self.text, 0, _HEAD_LENGTH)
        head = None if opening else self.shapes.head_line.ask(self.text, 0, len(self.text))
        body = opening.start() if opening else greets.end() if greets else head.end() if head else 0
        end = self._ends()
        last_paragraph = self.text.rfind("\n", 0, len(self.text[:end].rstrip("\n〔…〕 "))) + 1
        for block in blocks:
            path = tuple(heading.marker + heading.title for heading in block.path)
            heading = self.moods.of_headings(block.path, self.year, self._titles)
            if block.path and self.moods.tells(heading) and self._planned(block.path[0].start):
                heading = HeadingMood(_PLANNED)
            passage: Passage | None = None
            for sentence in block.sentences:
                if greets and sentence.start < body < sentence.end:
                    sentence = Sentence(body, sentence.end)  # title, date and salutation on one line with the first sentence
                if not body <= sentence.start < end:
                    continue  # title, speaker and date before the salutation, or on a first line that is no sentence; a glossary below
                if sentence.start < _HEAD_LENGTH and self.text[sentence.start] in "(（" and _NOTE.match(self.text, sentence.start):
                    continue
                told = self._press.past_dateline(sentence)
                if told is None:
                    continue
                sentence = told
                if passage is None or not passage.line[0] <= sentence.start < passage.line[1]:
                    line = self._line(block, sentence.start)
                    ends = line[0] >= last_paragraph > 0 and self.shapes.closing.ask(self.text, line[0], min(line[1], line[0] + 120))
                    passage = Passage(line, path, self._told(heading, path, line), line[0] if ends else NOWHERE)
                last = passage.closes > sentence.start and passage.line[0] >= last_paragraph > 0
                if last and self.shapes.asks_everybody.ask(self.text, sentence.start, sentence.end):
                    passage.closes = sentence.start
                yield sentence, block, passage

    def _planned(self, start: int) -> bool:
        """Whether the last title without a number above a heading sets tasks (2025年工作要点): what is below it tells of none done."""
        while self._above < start:
            end = self.text.find("\n", self._above)
            end = end if 0 <= end < start else start
            line = self.text[self._above : end].strip()
            told = self.moods.plans_below(line, self.year) if line and len(line) <= _TITLE_LENGTH and line[-1] not in "。；;" else None
            self._plans = self._plans if told is None else told
            self._above = end + 1
        return self._plans

    def _ends(self) -> int:
        """Return where the speech ends: before a glossary, which a report has below it (名词解释)."""
        half, end = len(self.text) // 2, len(self.text)
        told = any(self.text.find(word, half) >= 0 for word in self.shapes.glossary_words)
        title = self.shapes.glossary.ask(self.text, half, end) if told else None
        if title is not None:
            return title.start()
        defined = [match.start() for match in self.shapes.defines(self.text, half, end)]
        return defined[0] if len(defined) >= _LEAST_DEFINED else end

    def _told(self, heading: HeadingMood, path: tuple[str, ...], line: tuple[int, int]) -> HeadingMood:
        """Return the mood of a line's headings, lower where a review has been announced and no task set since."""
        heading = self._until_ahead(heading, path, line)
        tasks = line[1] - line[0] > _COLLAPSED * 2
        for title in path:
            tasks = tasks or self._sets_tasks(title)
        if tasks:
            self._review = False
            return heading
        announced = self.moods.announces(self.text, min(self._seen, line[0]), line[1])  # headings before the line speak as well
        self._seen = line[1]
        self._review = self._review if announced is None else announced
        return HeadingMood(heading.score + _ANNOUNCED, heading.review, heading.tasks) if self._review else heading

    def _until_ahead(self, heading: HeadingMood, path: tuple[str, ...], line: tuple[int, int]) -> HeadingMood:
        """Return the mood of a line's headings, none where it or one above it below the same heading goes on to what is to come."""
        if heading.score >= 0 or heading.review:
            return heading
        if path != self._ahead and self.shapes.ahead.ask(self.text, *line):
            self._ahead = path
        return HeadingMood(0.0) if path == self._ahead else heading

    def _sets_tasks(self, title: str) -> bool:
        """Whether a heading sets tasks; each is asked for every paragraph below it."""
        if title not in self._tasks:
            self._tasks[title] = self.moods.sets_tasks(title)
        return self._tasks[title]

    def _line(self, block: Block, position: int) -> tuple[int, int]:
        start = max(self.text.rfind("\n", 0, position) + 1, block.start)
        end = self.text.find("\n", position)
        return start, min(end if end >= 0 else len(self.text), block.end)

    def mood(self, passage: Passage, span: tuple[int, int]) -> float:
        """Return the mood of a paragraph, asked for by a sentence at `span`: above 0 it plans, below 0 it reports."""
        start, end = passage.line
        if end - start > _COLLAPSED:  # a page that lost its line breaks: what stands around the sentence
            start, end = max(start, span[0] - _AROUND), min(end, span[1] + _AROUND)
            if passage.around != (start, end):
                passage.around, passage.mood = (start, end), None
        if passage.mood is None:
            passage.mood = passage.heading.score + self.moods.of_passage(self.text, start, end, tasks=passage.heading.tasks)
        return passage.mood

    def mood_beside(self, passage: Passage, span: tuple[int, int]) -> float:
        """Return the mood of a paragraph without the sentence at `span`."""
        start, end = passage.line
        start, end = max(start, span[0] - _AROUND), min(end, span[1] + _AROUND)
        before = self.moods.of_passage(self.text, start, span[0], tasks=passage.heading.tasks)
        return passage.heading.score + before + self.moods.of_passage(self.text, span[1], end, tasks=passage.heading.tasks)
