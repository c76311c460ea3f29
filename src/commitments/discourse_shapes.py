"""The shapes that tell who is in charge as a passage goes on, as `rules/actions/discourse.toml` holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes


@dataclass(frozen=True, slots=True)
class DiscourseShapes:
    """Who takes over, who is only mentioned, and what is asked of all; each is told by the rule `discourse.…` of its name."""

    adds: Asked
    all_know: Asked
    alongside: Asked
    by: Asked
    called_before: Callable[[str, int, int], Iterator[re.Match[str]]]
    counted: Asked
    each: Asked
    each_of: Asked
    each_one: Asked
    in_passing: Asked
    is_asked: Asked
    leader: Asked
    of_a_body: Asked
    of_all: Asked
    own_rank: Asked
    part: Asked
    places: Callable[[str, int, int], Iterator[re.Match[str]]]
    pools: Asked
    serves: Asked
    standing: Asked
    together: Asked
    told: Asked
    whole_place: Asked


def discourse_shapes(rules: RuleSet) -> DiscourseShapes:
    """Compile the shapes `discourse.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "discourse.")
    return shapes.fill(DiscourseShapes, places=shapes.each("places"), called_before=shapes.each("called_before"))
