"""Judges whether a passage reports or plans, from its headings and its words.

A bare predicate with a figure (新增企业100家) is a target in a plan and a result in a review; only the passage
around it tells which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from commitments.ruledata import RuleSet
from commitments.triewords import trie_pattern
from commitments.types import Heading

_FIRST_CLAUSE = re.compile("[^，,；;]{0,30}")
"""A run-in heading may run on for a whole sentence; its first clause is its title."""


@dataclass(frozen=True, slots=True)
class MoodRules:
    """The compiled evidence of a rule-set."""

    words: re.Pattern[str]
    weights: dict[str, int]
    heading_aims: re.Pattern[str]
    heading_reports: re.Pattern[str]
    heading_plans: re.Pattern[str]

    def of_passage(self, text: str, start: int, end: int) -> float:
        """Return a score for [start, end): above 0 it plans, below 0 it reports.

        >>> from commitments.ruledata import load_rules
        >>> mood_rules(load_rules()).of_passage("一年来,成功引进三家企业,税收同比增长。", 0, 19) < 0
        True
        """
        found = {match[0] for match in self.words.finditer(text, start, end)}
        return float(sum(self.weights[word] for word in found))

    def of_headings(self, path: tuple[Heading, ...]) -> float:
        """Return what the headings around a passage say; the innermost that says anything decides."""
        for heading in reversed(path):
            title = _FIRST_CLAUSE.match(heading.title)[0]  # type: ignore[index]  # matches the empty string too
            if self.heading_aims.search(title):
                return 4.0
            if self.heading_reports.search(title):
                return -8.0
            if self.heading_plans.search(title):
                return 4.0
        return 0.0


@lru_cache(maxsize=8)
def mood_rules(rules: RuleSet) -> MoodRules:
    """Compile the mood evidence of a rule-set."""
    tables = {table["id"]: table for _, data in rules.tables["actions"] for table in data.get("table", ())}
    weights = {word: table["weight"] for table in tables.values() if "weight" in table for word in table["words"]}
    return MoodRules(
        re.compile(trie_pattern(weights)),
        weights,
        re.compile(tables["mood.heading_aims"]["pattern"]),
        re.compile(tables["mood.heading_reports"]["pattern"]),
        re.compile(tables["mood.heading_plans"]["pattern"]),
    )
