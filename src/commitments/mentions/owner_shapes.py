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
    says: Asked
    side_by_side: Asked
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


def name_shapes(shapes: Shapes) -> NameShapes:
    """Compile the shapes `name.…` that are left when the grammar has taken those that are parts of others."""
    class_heads = shapes.heads("class_of_bodies")
    found = NameShapes(
        addressed=shapes.anywhere("addressed"),
        appoints=shapes.head("appoints"),
        apposition=shapes.anywhere("apposition"),
        aside=shapes.anywhere("aside"),
        called=shapes.head("called"),
        class_head=shapes.whole("class_head"),
        class_heads=class_heads,
        class_of_bodies=shapes.whole("class_of_bodies"),
        counted=shapes.anywhere("counted"),
        counted_class=shapes.whole("counted_class"),
        described_class=shapes.whole("described_class"),
        explained=shapes.anywhere("explained"),
        familiar=shapes.whole("familiar"),
        few=shapes.head("few"),
        gathers=shapes.head("gathers"),
        manner=shapes.head("manner"),
        no_name=shapes.anywhere("no_name"),
        object_head=shapes.head("object_head"),
        own_office=shapes.head("own_office"),
        portion=shapes.within("portion"),
        qualifier=shapes.head("qualifier"),
        says=shapes.anywhere("says"),
        side_by_side=shapes.anywhere("side_by_side"),
        so_many=shapes.head("so_many"),
        stands=shapes.whole("stands"),
        stands_at_work=shapes.whole("stands_at_work"),
        summed=shapes.anywhere("summed"),
        takes_along=shapes.head("takes_along"),
        tally=shapes.anywhere("tally"),
        told=shapes.head("told"),
        when=shapes.anywhere("when"),
        whole=shapes.head("whole"),
        works=shapes.head("works"),
        you=shapes.head("you"),
    )
    shapes.close()
    return found
