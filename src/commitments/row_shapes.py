"""The shapes that tell what a clause only adds to the row before it, as `rules/actions/rows.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes, word_table


@dataclass(frozen=True, slots=True)
class RowShapes:
    """How a clause measures, times or goes on with what stands before it; each is told by the rule `row.…` of its name."""

    about: Asked
    alike: Asked
    bound_alone: Asked
    closing_time: Asked
    completes: Asked
    continues: Asked
    directed: Asked
    each_gets: Asked
    each_of: Asked
    each_time: Asked
    hands_on: Asked
    in_all: Asked
    kept: Asked
    lasts: Asked
    listed: Asked
    latest: Asked
    limit: Asked
    mechanism: Asked
    meeting: Asked
    meets: Asked
    of_a_kind: Asked
    of_a_trade: Asked
    one_work: Asked
    part_acts: Asked
    reaches: frozenset[str]
    result: Asked
    rhythm: Asked
    short_part: Asked
    shown: Asked
    sort_of_act: Asked
    stages: Asked
    till: Asked
    time_of: Asked
    total: Asked
    which: Asked
    works: Asked


def row_shapes(rules: RuleSet) -> RowShapes:
    """Compile the shapes `row.…` of a rule-set."""
    return Shapes(rules, "actions", "row.").fill(RowShapes, reaches=word_table(rules, "actions", "row.reaches"))
