"""The shapes that tell what may stand at the head of a clause, as `rules/actions/frames.toml` holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes, word_table


@dataclass(frozen=True, slots=True)
class FrameShapes:
    """What stands around who acts and by when; each is told by the rule `frame.…` of its name.

    Attributes:
        actor_heads: with what begins who acts, be it the speaker himself.
        at_heads: what may stand right before a date.
        numbered_heads: with what the number of an item begins.
    """

    actor_heads: frozenset[str]
    after_deadline: Asked
    agent: Asked
    asked_later: Asked
    at: Asked
    at_figure: Asked
    at_heads: frozenset[str]
    by: Callable[[str, int, int], Iterator[re.Match[str]]]
    closes: Asked
    demands: Asked
    done_by_now: Asked
    numbered: Asked
    numbered_heads: frozenset[str]
    object: Asked
    part_of_day: frozenset[str]
    promised: Asked
    receives: Asked
    speaker: Asked
    speaker_acts: Asked
    tells_others: Asked
    part_counted: Asked
    titled: Asked


def frame_shapes(rules: RuleSet) -> FrameShapes:
    """Compile the shapes `frame.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "frame.")
    return shapes.fill(
        FrameShapes,
        actor_heads=shapes.heads("agent") | shapes.heads("speaker"),
        at_heads=shapes.heads("at"),
        by=shapes.each("by"),
        numbered_heads=shapes.heads("numbered"),
        part_of_day=word_table(rules, "actions", "frame.part_of_day"),
    )
