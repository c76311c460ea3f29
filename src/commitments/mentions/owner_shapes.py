"""The shapes that tell who has to act, as `rules/owners` holds them: around a name, and where a clause says whose task comes."""

from __future__ import annotations

from dataclasses import dataclass

from commitments.ruledata import RuleSet
from commitments.shapes import Asked, Shapes


@dataclass(frozen=True, slots=True)
class SubjectShapes:
    """How a clause says whose task comes; each is told by the rule `subject.…` of its name."""

    addressee: Asked
    agenda: Asked
    anywhere: Asked
    belongs: Asked
    belongs_tail: Asked
    created: Asked
    describing: Asked
    duty_of: Asked
    event: Asked
    event_heads: frozenset[str]
    handed: Asked
    handed_tail: Asked
    in_charge: Asked
    leading: Asked
    leads: Asked
    measured: Asked
    pointing: Asked
    reaches: Asked
    spoken_of: Asked
    task_of: Asked
    vocative: Asked
    work: Asked


def subject_shapes(rules: RuleSet) -> SubjectShapes:
    """Compile the shapes `subject.…` of a rule-set."""
    shapes = Shapes(rules, "owners", "subject.")
    event_heads = shapes.heads("event")
    found = SubjectShapes(
        addressee=shapes.whole("addressee"),
        agenda=shapes.head("agenda"),
        anywhere=shapes.anywhere("anywhere"),
        belongs=shapes.anywhere("belongs"),
        belongs_tail=shapes.anywhere("belongs_tail"),
        created=shapes.anywhere("created"),
        describing=shapes.head("describing"),
        duty_of=shapes.whole("duty_of"),
        event=shapes.whole("event"),
        event_heads=event_heads,
        handed=shapes.anywhere("handed"),
        handed_tail=shapes.anywhere("handed_tail"),
        in_charge=shapes.head("in_charge"),
        leading=shapes.anywhere("leading"),
        leads=shapes.head("leads"),
        measured=shapes.head("measured"),
        pointing=shapes.head("pointing"),
        reaches=shapes.anywhere("reaches"),
        spoken_of=shapes.anywhere("spoken_of"),
        task_of=shapes.anywhere("task_of"),
        vocative=shapes.head("vocative"),
        work=shapes.anywhere("work"),
    )
    shapes.close()
    return found
