"""The shapes that stand before figures, as `rules/quantities/figures.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import SHAPED, Shapes


@dataclass(frozen=True, slots=True)
class FigureShapes:
    """What stands before a figure; each is told by the rule `figure.…` of its name."""

    at_least: Asked
    listed: Asked
    made_before: Asked
    papers: Asked
    pays: Asked


def figure_shapes(rules: RuleSet) -> FigureShapes:
    """Compile the shapes `figure.…` of a rule-set."""
    return Shapes(rules, "quantities", SHAPED["quantities"]).fill(FigureShapes)
