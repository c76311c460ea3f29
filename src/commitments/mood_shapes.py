"""The shapes that tell whether headings and paragraphs report or plan, as `rules/actions/mood.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked, Holding
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes


@dataclass(frozen=True, slots=True)
class MoodShapes:
    """What headings and openings say of the time of a passage; each is told by the rule `mood.…` of its name.

    Attributes:
        review_words: of which every announcement of a review holds one; hardly a paragraph holds any.
        told_weight: what an opening that tells weighs beside the words of its paragraph; `tells_weight`: what a heading that tells does.
    """

    heading_agenda: Holding
    heading_aims: Asked
    heading_plans: Asked
    heading_reports: Asked
    heading_review: Asked
    heading_tells: Asked
    opens_review: Asked
    opens_tasks: Asked
    opens_told: Asked
    plain_agenda: Asked
    review_words: tuple[str, ...]
    tells_weight: int
    told_weight: int


def mood_shapes(rules: RuleSet) -> MoodShapes:
    """Compile the shapes `mood.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "mood.")
    review_words, told_weight, tells_weight = shapes.needs("opens_review"), shapes.weight("opens_told"), shapes.weight("heading_tells")
    heading_agenda = Holding(shapes.source("heading_agenda"))
    return shapes.fill(
        MoodShapes, heading_agenda=heading_agenda, review_words=review_words, told_weight=told_weight, tells_weight=tells_weight
    )
