"""All shapes that are asked of clauses, a group for each subject, compiled once a rule-set."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from commitments.date_shapes import DateShapes, date_shapes
from commitments.deliverable_shapes import DeliverableShapes, deliverable_shapes
from commitments.discourse_shapes import DiscourseShapes, discourse_shapes
from commitments.duty_shapes import DutyShapes, duty_shapes
from commitments.forward_shapes import ForwardShapes, forward_shapes
from commitments.frame_shapes import FrameShapes, frame_shapes
from commitments.predicate_shapes import PredicateShapes, predicate_shapes
from commitments.row_shapes import RowShapes, row_shapes
from commitments.ruledata import RuleSet
from commitments.spoken_shapes import SpokenShapes, spoken_shapes


@dataclass(frozen=True, slots=True)
class LinkShapes:
    """A group for each subject."""

    dates: DateShapes
    deliver: DeliverableShapes
    discourse: DiscourseShapes
    duties: DutyShapes
    forward: ForwardShapes
    frames: FrameShapes
    predicates: PredicateShapes
    rows: RowShapes
    spoken: SpokenShapes


@lru_cache(maxsize=8)
def link_shapes(rules: RuleSet) -> LinkShapes:
    """Compile the shapes that are asked of clauses."""
    return LinkShapes(
        date_shapes(rules),
        deliverable_shapes(rules),
        discourse_shapes(rules),
        duty_shapes(rules),
        forward_shapes(rules),
        frame_shapes(rules),
        predicate_shapes(rules),
        row_shapes(rules),
        spoken_shapes(rules),
    )
