"""The shapes that tell how a speech gives a name to a period, as `rules/deadlines/periods.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import SHAPED, Shapes, word_table


@dataclass(frozen=True, slots=True)
class PeriodShapes:
    """How a period is named; each is told by the rule `period.…` of its name.

    Attributes:
        mode: what may stand behind the name, as a part of a pattern.
        seasons: the names of one season, for each.
    """

    act_alone: Asked
    apart: Asked
    asks: Asked
    begins: Asked
    campaign: Asked
    ends: Asked
    event: Asked
    form: Asked
    general: Asked
    kernel: Asked
    mode: str
    named_before: Asked
    named_behind: Asked
    named_for: Asked
    named_later: Asked
    named_object: Asked
    naming: Asked
    no_form: Asked
    of_time: Asked
    other_season: Asked
    said_of: Asked
    seasons: tuple[frozenset[str], ...]
    stretch: Asked
    work: Asked


def period_shapes(rules: RuleSet) -> PeriodShapes:
    """Compile the shapes `period.…` of a rule-set."""
    names = word_table(rules, "deadlines", "period.seasons")
    seasons = tuple(frozenset(kin.split("、")) for kin in sorted(names))
    shapes = Shapes(rules, "deadlines", SHAPED["deadlines"])
    return shapes.fill(PeriodShapes, mode=shapes.source("mode"), seasons=seasons)
