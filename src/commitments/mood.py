"""Judges whether a passage reports or plans, from its headings and its words.

A bare predicate with a figure (新增企业100家) is a target in a plan and a result in a review; only the passage
around it tells which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.mood_shapes import MoodShapes, mood_shapes
from commitments.passage_shapes import PassageShapes, passage_shapes
from commitments.places import LongestWords
from commitments.ruledata import RuleSet
from commitments.types import Heading

_FIRST_CLAUSE: Final = compiled("[^，,；;]{0,30}")
"""A run-in heading may run on for a whole sentence; its first clause is its title."""
_YEAR: Final = compiled("[12][0-9]{3}(?=年|：|:)")
_OPENS_WITH_YEAR: Final = compiled("(?:^|[，,])(?=[12][0-9]{3}(?:年|：|:))")
_YEAR_AS_TITLE: Final = compiled("^[一-龥]{2,4}(?P<year>[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})年?(?:[，,：:]|$)")
"""A chapter called by what was done in a year and its number (拼搏2024，我们收获满满)."""
_CHINESE_FIGURES: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")


class HeadingMood:
    """What headings say of the passages below them: a score as that of a passage, and whether they call it a review or set tasks."""

    __slots__ = ("review", "score", "tasks")

    def __init__(self, score: float, review: bool = False, tasks: bool = False) -> None:
        self.score = score
        self.review = review
        self.tasks = tasks


class TitleMood:
    """What one heading says by itself: whether it looks back or sets tasks, the latter by words that a review may use, else its score."""

    __slots__ = ("looks_back", "may_report", "score", "sets_tasks", "title")

    def __init__(self, title: str, looks_back: bool, sets_tasks: bool, may_report: bool, score: float) -> None:
        self.title = title
        self.looks_back = looks_back
        self.sets_tasks = sets_tasks
        self.may_report = may_report
        self.score = score


@dataclass(frozen=True, slots=True)
class MoodRules:
    """The compiled evidence of a rule-set."""

    words: LongestWords
    weights: dict[str, int]
    hopes: frozenset[str]
    """Words that report as well, and below a heading of tasks tell of what is hoped for (收入不断增强, 在上年基础上)."""
    headings: MoodShapes
    shapes: PassageShapes

    def announces(self, text: str, start: int, end: int) -> bool | None:
        """Return True where a paragraph announces a review, False where it sets tasks, None where it does neither.

        >>> from commitments.ruledata import load_rules
        >>> mood_rules(load_rules()).announces("下面,我把上半年的情况通报一下。", 0, 17)
        True
        """
        shapes = self.headings
        told = any_stands(shapes.review_words, text, start, end)
        review = shapes.opens_review.ask(text, start, end) if told or not shapes.review_words else None
        tasks = shapes.opens_tasks.ask(text, review.end() if review else start, end)
        return False if tasks else True if review else None

    def tells(self, heading: HeadingMood) -> bool:
        """Whether headings say no more than how a thing has come on (渡运能力稳步提升)."""
        return not heading.review and heading.score == self.headings.tells_weight

    def plans_below(self, line: str, year: int | None) -> bool | None:
        """Whether a line without a number sets the headings below it as tasks (渡口所2025年工作要点), or looks back; None for neither.

        >>> from commitments.ruledata import load_rules
        >>> moods = mood_rules(load_rules())
        >>> moods.plans_below("渡口所2025年工作要点", 2025), moods.plans_below("渡口所2025年工作要点", 2026)
        (True, False)
        """
        if self.headings.plain_agenda.ask(line, 0, len(line)) is None:
            back = self.announces(line, 0, len(line)) or self.headings.heading_review.ask(line, 0, len(line))
            return False if back else None
        named = [int(found[0]) for found in _YEAR.finditer(line)]
        return year is None or not named or max(named) >= year

    def sets_tasks(self, title: str) -> bool:
        """Whether a heading ends a review that has been announced (三、下半年工作安排)."""
        agenda = self.headings.heading_agenda.search(title)
        return agenda is not None or self.headings.opens_tasks.ask(title, 0, len(title)) is not None

    def of_passage(self, text: str, start: int, end: int, *, tasks: bool = False) -> float:
        """Return a score for [start, end): above 0 it plans, below 0 it reports; `tasks`: it stands below a heading of tasks.

        >>> from commitments.ruledata import load_rules
        >>> mood_rules(load_rules()).of_passage("一年来,成功引进三家企业,税收同比增长。", 0, 19) < 0
        True
        """
        found = self.words.found(text, start, end)
        if tasks:
            found -= self.hopes
        told = self.headings.told_weight if self.headings.opens_told.ask(text, start, end) else 0
        return float(sum(self.weights[word] for word in found) + told)

    def of_headings(self, path: tuple[Heading, ...], year: int | None = None, known: dict[int, TitleMood] | None = None) -> HeadingMood:
        """Return what the headings around a passage say, in a speech of a year.

        A chapter that looks back or sets tasks decides for all below it, because people head the parts of a review as they
        head tasks (一、2024年工作回顾: (一)推进转型升级); else the innermost heading that says anything. The work of a year
        that is over looks back as well (一、“十二五”时期回顾和2015年工作, in 2016). What each heading says is read once for all
        passages below it, where `known` is one dict for the whole speech.
        """
        told = [self._told(heading, year, {} if known is None else known) for heading in reversed(path)]
        for place, one in enumerate(told, 1):
            if one.looks_back and one.score > 0 and any(outer.sets_tasks for outer in told[place:]):
                continue  # 2022年工作重点: (七)在打造平台上取得新成效
            if one.looks_back:
                return HeadingMood(-8.0, review=True)
            if one.sets_tasks and not (one.may_report and any(outer.looks_back for outer in told[place:])):
                return HeadingMood(4.0, tasks=True)
        return HeadingMood(next((one.score for one in told if one.score), 0.0))

    def _told(self, heading: Heading, year: int | None, known: dict[int, TitleMood]) -> TitleMood:
        found = known.get(heading.start)
        if found is None:
            title = self._title(heading)
            review = self.headings.heading_review.ask(title, 0, len(title))
            agenda = self.headings.heading_agenda.search(title)
            reviews = review is not None and (agenda is None or agenda.end() <= review.start())  # 重点工作回顾
            over = reviews or _is_over(title, agenda, year)
            tasks = agenda is not None and review is None
            may_report = tasks and agenda is not None and self.shapes.may_report.ask(agenda[0], 0, len(agenda[0])) is not None
            found = known[heading.start] = TitleMood(title, over, tasks, may_report, self._score(title))
        return found

    def _title(self, heading: Heading) -> str:
        """Return the clause of a heading that says what it is about (迎难而上，2022年经济发展取得明显成效)."""
        title = heading.title
        if heading.level <= 1 and not heading.run_in:
            if dated := self.shapes.dated_clause.ask(title, 0, len(title)):
                return title[dated.end() :]
            if told := self.shapes.result.ask(title, 0, len(title)):
                return told["told"]
        return _FIRST_CLAUSE.match(title)[0]  # type: ignore[index]  # matches "" too

    def _score(self, title: str) -> float:
        shapes, end = self.headings, len(title)
        if shapes.heading_aims.ask(title, 0, end):
            return 4.0
        if shapes.heading_tells.ask(title, 0, end):
            return float(shapes.tells_weight)
        if shapes.heading_reports.ask(title, 0, end):
            return -8.0
        return 4.0 if shapes.heading_plans.ask(title, 0, end) else 0.0


def _is_over(title: str, agenda: re.Match[str] | None, year: int | None) -> bool:
    """Whether a title names the work of a year before the speech's, or opens with such a year and names no later one."""
    if year is None:
        return False
    if called := _YEAR_AS_TITLE.match(title):
        return agenda is None and int(called["year"].translate(_CHINESE_FIGURES)) < year
    named = _YEAR.search(agenda[0]) if agenda is not None else None
    if named is not None:
        return int(named[0]) < year
    return _OPENS_WITH_YEAR.search(title) is not None and agenda is None and all(int(found) < year for found in _YEAR.findall(title))


@lru_cache(maxsize=8)
def mood_rules(rules: RuleSet) -> MoodRules:
    """Compile the mood evidence of a rule-set."""
    tables = {table["id"]: table for _, data in rules.tables["actions"] for table in data.get("table", ())}
    weights = {word: table["weight"] for table in tables.values() if "weight" in table for word in table.get("words", ())}
    return MoodRules(
        LongestWords(weights),
        weights,
        frozenset(tables["mood.hopes"]["words"]),
        mood_shapes(rules),
        passage_shapes(rules),
    )
