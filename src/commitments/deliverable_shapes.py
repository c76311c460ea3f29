"""The shapes that tell what can be ticked off without figure or date, as `rules/actions/deliverables.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes, word_table


@dataclass(frozen=True, slots=True)
class DeliverableShapes:
    """What a clause makes, issues, opens or hands over, and what only sounds so; each is told by the rule `deliver.…` of its name."""

    about: Asked
    any_project: Asked
    attitude: Asked
    brings_about: Asked
    builds: frozenset[str]
    campaign: Asked
    campaigned: Asked
    cannot: Asked
    causes: frozenset[str]
    causing: Asked
    cleared: Asked
    dealt_with: Asked
    event: Asked
    general: Asked
    generic: Asked
    gone_through: Asked
    hand_made: Asked
    hands_to: Asked
    hasten: frozenset[str]
    improving: frozenset[str]
    in_respect: Asked
    issues: Asked
    makes: Asked
    masked_figure: Asked
    modified: Asked
    modifies: Asked
    named_improved: Asked
    named_mechanism: Asked
    named_thing: Asked
    named_works: Asked
    once: Asked
    one_by_one: Asked
    placed: Asked
    posted: Asked
    preposition: Asked
    put: Asked
    some: Asked
    state: Asked
    whoever: Asked


def deliverable_shapes(rules: RuleSet) -> DeliverableShapes:
    """Compile the shapes `deliver.…` of a rule-set."""
    return Shapes(rules, "actions", "deliver.").fill(
        DeliverableShapes,
        builds=word_table(rules, "actions", "deliver.builds"),
        causes=word_table(rules, "actions", "deliver.causes"),
        hasten=word_table(rules, "actions", "deliver.hasten"),
        improving=word_table(rules, "actions", "deliver.improving"),
    )
