"""The shapes that tell which date governs a clause, as `rules/actions/owndates.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes


@dataclass(frozen=True, slots=True)
class DateShapes:
    """What is over or completed, what a hand is put to, what a date only describes; each is told by the rule `dates.…` of its name."""

    achieve: Asked
    befalls: Asked
    dated_noun: Asked
    drives: Asked
    from_then_on: Asked
    from_here: Asked
    goes_over: Asked
    handled: Asked
    joins: Asked
    last_year: Asked
    left: Asked
    names: Asked
    next_point: Asked
    of_targets: Asked
    on_top: Asked
    period_before: Asked
    rest: Asked
    this_day: Asked


def date_shapes(rules: RuleSet) -> DateShapes:
    """Compile the shapes `dates.…` of a rule-set."""
    return Shapes(rules, "actions", "dates.").fill(DateShapes)
