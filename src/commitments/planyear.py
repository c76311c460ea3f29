"""The year that a plan is for, where it is not the year of the speech.

A report held at the end of a year looks back on that year and plans the next. Below 2026年工作安排, or behind the list of targets
for 2026, 年底前 and 6月底前 mean that year, although the speech was held in December 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from commitments.kept import compiled
from commitments.mood import MoodRules
from commitments.speechdate import SpeechDate
from commitments.types import DeadlineMention, Heading

_LATE: Final = 11
"""The month from which reports on a year that ends are held."""
_LONGEST_TITLE: Final = 60
_TARGETS: Final = "[^。；;\\n]{0,40}(?:预期目标|主要目标|奋斗目标|目标任务)[^。；;\\n]{0,4}(?:是|为|[：:])"
_NAMES_TIME: Final = compiled("[今本明去来当次翌后这昨]|下周|下月|[0-9〇零○一二三四五六七八九十]{2,4}年")
"""What a mention holds that says itself which year is meant."""


def plan_begins(text: str, headings: Iterable[Heading], held: SpeechDate | None, moods: MoodRules) -> int | None:
    """Return where the plan for the year after the speech begins, or None.

    >>> from commitments.mood import mood_rules
    >>> from commitments.ruledata import load_rules
    >>> text = "一年来办了不少事。2026年全县经济社会发展主要预期目标是：财政收入增长5%。年底前建成粮库。"
    >>> plan_begins(text, (), SpeechDate(2025, 12, 28), mood_rules(load_rules()))
    9

    Args:
        text: the clean text.
        headings: its outline.
        held: the date of the speech; a year alone does not say that it ends.
        moods: knows which headings set tasks.
    """
    if held is None or held.month is None or held.month < _LATE:
        return None
    named = f"{held.year + 1}年"
    places = [heading.start for heading in headings if _plans(heading, named, moods)]
    stated = re.search(f"(?:{named}|明年){_TARGETS}", text)
    return min([*places, *([stated.start()] if stated else [])], default=None)


def _plans(heading: Heading, named: str, moods: MoodRules) -> bool:
    """Whether a chapter's heading sets the tasks of the year that is named."""
    if heading.run_in or heading.level > 1 or len(heading.title) > _LONGEST_TITLE or named not in heading.title:
        return False
    return moods.of_headings((heading,)).tasks


def in_plan_year(found: list[DeadlineMention], ahead: list[DeadlineMention], held: SpeechDate) -> list[DeadlineMention]:
    """Return the mentions with those that name no year (6月底前) taken from `ahead`, which counts from the year of the plan.

    Args:
        found: the mentions as the speech's own date resolves them.
        ahead: the same stretch, resolved from the year after.
        held: the date of the speech.
    """
    later = {(mention.start_char, mention.end_char): mention for mention in ahead}
    return [_later(mention, later.get((mention.start_char, mention.end_char)), held) for mention in found]


def _later(mention: DeadlineMention, other: DeadlineMention | None, held: SpeechDate) -> DeadlineMention:
    end = mention.deadline.end
    if other is None or other.deadline.end is None or end is None or end.year != held.year or _NAMES_TIME.search(mention.text):
        return mention
    soon = "day" in mention.tags and end >= held.last()  # 12月20日前, said in December
    return mention if soon else other
