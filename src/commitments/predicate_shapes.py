"""The shapes that tell a clause with a predicate from one that only names something, as `rules/actions/predicates.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes, word_table


@dataclass(frozen=True, slots=True)
class PredicateShapes:
    """What only counts, describes or sets the scene, and what acts; each is told by the rule `predicate.…` of its name.

    Attributes:
        again_heads: what an adverb before a further figure begins with.
    """

    acts: Asked
    adjunct: Asked
    afterwards: Asked
    again: Asked
    again_heads: frozenset[str]
    aims: Asked
    at_rate: Asked
    basis: Asked
    beside_aim: Asked
    bounded_class: Asked
    bounds: frozenset[str]
    bracketed: Asked
    brought_down: Asked
    counted_noun: Asked
    counts: Asked
    described: Asked
    disposes: Asked
    finishes: Asked
    forbidden_bound: Asked
    fronted: Asked
    handles: Asked
    gives_each: Asked
    holds_act: Asked
    holds_task: Asked
    in_manner: Asked
    left_over: Asked
    lets: Asked
    list_head: Asked
    metric_noun: Asked
    modified_noun: Asked
    noun_tail: Asked
    of_each: Asked
    of_place: Asked
    of_size: Asked
    once_more: Asked
    one_act: Asked
    one_each: Asked
    one_of_each: Asked
    puts_share: Asked
    rate_of: Asked
    reaches: Asked
    remaining: Asked
    sets_each: Asked
    so_many_points: Asked
    so_often: Asked
    sort_counted: Asked
    sort_of: Asked
    stage: Asked
    pointed_out: Asked
    sum_to_pay: Asked
    summed_up: Asked
    task: Asked
    thing: Asked
    thoroughly: Asked
    those_days: Asked
    way: Asked
    which_by_date: Asked


def predicate_shapes(rules: RuleSet) -> PredicateShapes:
    """Compile the shapes `predicate.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "predicate.")
    return shapes.fill(
        PredicateShapes,
        again_heads=shapes.heads("again"),
        bounds=word_table(rules, "actions", "predicate.bounds"),
    )
