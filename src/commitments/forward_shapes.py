"""The shapes that tell whether a clause is a task, as `rules/actions/forward.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes, word_table


@dataclass(frozen=True, slots=True)
class ForwardShapes:
    """What makes a clause no task although it looks like one, or the other way round; each is told by the rule `forward.…` of its name.

    Attributes:
        shape_heads: what a copula, a definition or an event begins with; few clauses do.
    """

    age: Asked
    agreed_price: Asked
    aimed: Asked
    around: Asked
    asks_within: Asked
    at_least: Asked
    attributes: frozenset[str]
    awaited: Asked
    befalls: Asked
    befell: Asked
    bound: Asked
    came_of_it: Asked
    cases: frozenset[str]
    come_to_it: Asked
    comes_about: Asked
    compared: Asked
    consequence: Asked
    copula: Asked
    deals_with: Asked
    decided: Asked
    defines: Asked
    describes: Asked
    done_behind: Asked
    each_has: Asked
    effect: Asked
    event: Asked
    explained: Asked
    failing: Asked
    fails: Asked
    falls_short: Asked
    first_done: Asked
    fixed_day: Asked
    forecast_before: Asked
    from_now: Asked
    further: Asked
    general_aim: Asked
    imminent: Asked
    invests: Asked
    is_something: Asked
    lagging: Asked
    left_out: Asked
    limit: Asked
    made_good: Asked
    makes: Asked
    makes_more: Asked
    mans: Asked
    names_means: Asked
    named_target: Asked
    needs: Asked
    negated: Asked
    none_less: Asked
    no_thing: Asked
    not_yet: Asked
    of_all_work: Asked
    of_stock: Asked
    offers: Asked
    only_in_figures: frozenset[str]
    passes_on: Asked
    penalty: Asked
    plans: tuple[str, ...]
    prepares: Asked
    progress: Asked
    raised: Asked
    seen: Asked
    sets_up: Asked
    shape_heads: frozenset[str]
    share_of: Asked
    slogan: Asked
    sighs: Asked
    so_far: Asked
    states: Asked
    lacks: frozenset[str]
    sums: frozenset[str]
    sums_up: Asked
    then_dated: Asked
    timed_behind: Asked
    by_kind: Asked
    by_then: Asked
    commands: Asked
    pressed: Asked
    presses: Asked
    season_come: Asked
    then_acts: Asked
    fined: Asked
    for_me: Asked
    fined_heads: frozenset[str]
    short_by: Asked
    often_behind: Asked
    told_figure: Asked
    toward_aim: Asked
    turned_out: Asked
    up_to_now: Asked
    year_over: Asked


def forward_shapes(rules: RuleSet) -> ForwardShapes:
    """Compile the shapes `forward.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "forward.")
    shape_heads = shapes.heads("copula") | shapes.heads("defines") | shapes.heads("event")
    return shapes.fill(
        ForwardShapes,
        attributes=word_table(rules, "actions", "forward.attributes"),
        cases=word_table(rules, "actions", "forward.cases"),
        fined_heads=shapes.heads("fined"),
        only_in_figures=word_table(rules, "actions", "forward.only_in_figures"),
        plans=tuple(sorted(word_table(rules, "actions", "forward.plans"))),
        shape_heads=shape_heads,
        lacks=word_table(rules, "actions", "forward.lacks"),
        sums=word_table(rules, "actions", "forward.sums"),
    )
