"""The shapes that tell who has been spoken to before an act, as `rules/actions/spoken.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes


@dataclass(frozen=True, slots=True)
class SpokenShapes:
    """What is said to somebody, and around his name; each is told by the rule `spoken.…` of its name."""

    between: Asked
    called: Asked
    listens: Asked
    makes_good: Asked
    next_asks: Asked
    nobody: Asked
    only_mentioned: Asked
    opens: Asked
    post: Asked
    told: Asked
    turns: Asked
    wanting: Asked


def spoken_shapes(rules: RuleSet) -> SpokenShapes:
    """Compile the shapes `spoken.…` of a rule-set."""
    return Shapes(rules, "actions", "spoken.").fill(SpokenShapes)
