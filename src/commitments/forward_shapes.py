"""The shapes that tell whether a clause is a task, as `rules/actions/forward.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.ruledata import RuleSet
from commitments.shapes import Asked, Shapes, word_table


@dataclass(frozen=True, slots=True)
class ForwardShapes:
    """What makes a clause no task although it looks like one, or the other way round; each is told by the rule `forward.…` of its name.

    Attributes:
        shape_heads: what a copula, a definition or an event begins with; few clauses do.
    """

    age: Asked
    aimed: Asked
    around: Asked
    at_least: Asked
    attributes: frozenset[str]
    befalls: Asked
    bound: Asked
    consequence: Asked
    copula: Asked
    deals_with: Asked
    decided: Asked
    defines: Asked
    describes: Asked
    each_has: Asked
    effect: Asked
    event: Asked
    explained: Asked
    failing: Asked
    fails: Asked
    further: Asked
    general_aim: Asked
    imminent: Asked
    is_something: Asked
    makes_more: Asked
    names_means: Asked
    needs: Asked
    negated: Asked
    no_thing: Asked
    of_all_work: Asked
    plans: frozenset[str]
    raised: Asked
    seen: Asked
    sets_up: Asked
    shape_heads: frozenset[str]
    share_of: Asked
    slogan: Asked
    so_far: Asked
    states: Asked
    sums: frozenset[str]


def forward_shapes(rules: RuleSet) -> ForwardShapes:
    """Compile the shapes `forward.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "forward.")
    shape_heads = shapes.heads("copula") | shapes.heads("defines") | shapes.heads("event")
    found = ForwardShapes(
        age=shapes.whole("age"),
        aimed=shapes.head("aimed"),
        around=shapes.head("around"),
        at_least=shapes.head("at_least"),
        attributes=word_table(rules, "actions", "forward.attributes"),
        befalls=shapes.head("befalls"),
        bound=shapes.anywhere("bound"),
        consequence=shapes.anywhere("consequence"),
        copula=shapes.head("copula"),
        deals_with=shapes.anywhere("deals_with"),
        decided=shapes.anywhere("decided"),
        defines=shapes.whole("defines"),
        describes=shapes.anywhere("describes"),
        each_has=shapes.anywhere("each_has"),
        effect=shapes.head("effect"),
        event=shapes.whole("event"),
        explained=shapes.head("explained"),
        failing=shapes.anywhere("failing"),
        fails=shapes.anywhere("fails"),
        further=shapes.anywhere("further"),
        general_aim=shapes.anywhere("general_aim"),
        imminent=shapes.anywhere("imminent"),
        is_something=shapes.head("is_something"),
        makes_more=shapes.whole("makes_more"),
        names_means=shapes.head("names_means"),
        needs=shapes.head("needs"),
        negated=shapes.anywhere("negated"),
        no_thing=shapes.head("no_thing"),
        of_all_work=shapes.anywhere("of_all_work"),
        plans=word_table(rules, "actions", "forward.plans"),
        raised=shapes.head("raised"),
        seen=shapes.head("seen"),
        sets_up=shapes.head("sets_up"),
        shape_heads=shape_heads,
        share_of=shapes.head("share_of"),
        slogan=shapes.whole("slogan"),
        so_far=shapes.head("so_far"),
        states=shapes.anywhere("states"),
        sums=word_table(rules, "actions", "forward.sums"),
    )
    shapes.close()
    return found
