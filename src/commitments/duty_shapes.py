"""The shapes that tell what a clause says of its subject beside an act, as `rules/actions/duties.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes


@dataclass(frozen=True, slots=True)
class DutyShapes:
    """Whose work it is, who only helps, and what 将 means; each is told by the rule `duty.…` of its name."""

    ahead: Asked
    alone: Asked
    answers: Asked
    carries: Asked
    given_back: Asked
    handed_to: Asked
    helps: Asked
    leads_next: Asked
    led_besides: Asked
    next_share: Asked
    oversees: Asked
    runs_next: Asked


def duty_shapes(rules: RuleSet) -> DutyShapes:
    """Compile the shapes `duty.…` of a rule-set."""
    return Shapes(rules, "actions", "duty.").fill(DutyShapes)
