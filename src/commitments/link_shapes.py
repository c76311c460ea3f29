"""All shapes that are asked of clauses, a group for each subject, compiled once a rule-set."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from commitments.deliverable_shapes import DeliverableShapes, deliverable_shapes
from commitments.forward_shapes import ForwardShapes, forward_shapes
from commitments.ruledata import RuleSet


@dataclass(frozen=True, slots=True)
class LinkShapes:
    """What can be ticked off, and what points forward."""

    deliver: DeliverableShapes
    forward: ForwardShapes


@lru_cache(maxsize=8)
def link_shapes(rules: RuleSet) -> LinkShapes:
    """Compile the shapes that are asked of clauses."""
    return LinkShapes(deliverable_shapes(rules), forward_shapes(rules))
