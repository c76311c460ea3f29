"""The shapes that tell what a clause only adds to the row before it, as `rules/actions/rows.toml` holds them."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.ruledata import RuleSet
from commitments.shapes import Asked, Shapes, word_table


@dataclass(frozen=True, slots=True)
class RowShapes:
    """How a clause measures, times or goes on with what stands before it; each is told by the rule `row.…` of its name."""

    about: Asked
    bound_alone: Asked
    completes: Asked
    continues: Asked
    directed: Asked
    each_gets: Asked
    each_of: Asked
    each_time: Asked
    in_all: Asked
    kept: Asked
    limit: Asked
    mechanism: Asked
    meeting: Asked
    meets: Asked
    of_a_trade: Asked
    reaches: frozenset[str]
    result: Asked
    rhythm: Asked
    short_part: Asked
    shown: Asked
    total: Asked


def row_shapes(rules: RuleSet) -> RowShapes:
    """Compile the shapes `row.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "row.")
    found = RowShapes(
        about=shapes.whole("about"),
        bound_alone=shapes.whole("bound_alone"),
        completes=shapes.whole("completes"),
        continues=shapes.head("continues"),
        directed=shapes.head("directed"),
        each_gets=shapes.whole("each_gets"),
        each_of=shapes.whole("each_of"),
        each_time=shapes.whole("each_time"),
        in_all=shapes.head("in_all"),
        kept=shapes.anywhere("kept"),
        limit=shapes.anywhere("limit"),
        mechanism=shapes.head("mechanism"),
        meeting=shapes.anywhere("meeting"),
        meets=shapes.whole("meets"),
        of_a_trade=shapes.whole("of_a_trade"),
        reaches=word_table(rules, "actions", "row.reaches"),
        result=shapes.head("result"),
        rhythm=shapes.anywhere("rhythm"),
        short_part=shapes.whole("short_part"),
        shown=shapes.whole("shown"),
        total=shapes.head("total"),
    )
    shapes.close()
    return found
