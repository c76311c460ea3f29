"""The shapes that tell who has to act, as `rules/owners` holds them: around a name, and where a clause says whose task comes."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.ruledata import RuleSet
from commitments.shapes import Asked, Shapes


@dataclass(frozen=True, slots=True)
class NameShapes:
    """What stands around a name and in it; each is told by the rule `name.…` of its name."""

    addressed: Asked
    appoints: Asked
    apposition: Asked
    aside: Asked
    called: Asked
    class_head: Asked
    class_heads: frozenset[str]
    class_of_bodies: Asked
    counted: Asked
    counted_class: Asked
    described_class: Asked
    explained: Asked
    familiar: Asked
    few: Asked
    gathers: Asked
    manner: Asked
    no_name: Asked
    object_head: Asked
    own_office: Asked
    portion: Asked
    qualifier: Asked
    regional: Asked
    says: Asked
    side_by_side: Asked
    of_place: Asked
    so_many: Asked
    stands: Asked
    stands_at_work: Asked
    summed: Asked
    takes_along: Asked
    tally: Asked
    told: Asked
    when: Asked
    whole: Asked
    works: Asked
    you: Asked


@dataclass(frozen=True, slots=True)
class SubjectShapes:
    """How a clause says whose task comes; each is told by the rule `subject.…` of its name."""

    addressee: Asked
    agenda: Asked
    anywhere: Asked
    bears: Asked
    belongs: Asked
    belongs_heads: frozenset[str]
    belongs_tail: Asked
    created: Asked
    describing: Asked
    duty_of: Asked
    event: Asked
    event_heads: frozenset[str]
    goes_on: Asked
    handed: Asked
    handed_words: tuple[str, ...]
    handed_tail: Asked
    in_charge: Asked
    leading: Asked
    leads: Asked
    measured: Asked
    no_noun: Asked
    pointing: Asked
    reaches: Asked
    spoken_of: Asked
    takes_charge: Asked
    task_of: Asked
    things: Asked
    told: Asked
    vocative: Asked
    work: Asked


def subject_shapes(rules: RuleSet) -> SubjectShapes:
    """Compile the shapes `subject.…` of a rule-set."""
    shapes = Shapes(rules, "owners", "subject.")
    belongs_heads, event_heads = shapes.heads("belongs") | shapes.heads("handed"), shapes.heads("event")
    handed_words = shapes.needs("handed")
    return shapes.fill(SubjectShapes, belongs_heads=belongs_heads, event_heads=event_heads, handed_words=handed_words)


def name_shapes(shapes: Shapes) -> NameShapes:
    """Compile the shapes `name.…` that are left when the grammar has taken those that are parts of others."""
    class_heads = shapes.heads("class_of_bodies")
    return shapes.fill(NameShapes, class_heads=class_heads)
