"""The shapes that tell who has to act, as `rules/owners` holds them: around a name, and where a clause says whose task comes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes, word_table


@dataclass(frozen=True, slots=True)
class NameShapes:
    """What stands around a name and in it; each is told by the rule `name.…` of its name.

    Attributes:
        along_heads: with what begins that somebody takes others along.
        class_heads: with what a class of bodies begins.
        described_lasts: with what a class that is described ends.
    """

    acts_inside: Asked
    addressed: Asked
    along_heads: frozenset[str]
    apposition: Asked
    aside: Asked
    asked_next: Asked
    befalls: Asked
    behind_date: Asked
    behind_names: Asked
    brings: Asked
    called: Asked
    called_after_act: Asked
    class_head: Asked
    class_heads: frozenset[str]
    class_of_bodies: Asked
    counted: Asked
    counted_class: Asked
    counted_itself: Asked
    counts_inside: Asked
    departments: Asked
    described_class: Asked
    described_lasts: frozenset[str]
    described_list: Asked
    distributive: Asked
    does_it: Asked
    does_so_much: Asked
    duty_holder: Asked
    each_acts: Asked
    explained: Asked
    familiar: Asked
    few: Asked
    gathers: Asked
    goes_about: Asked
    half_name: Asked
    hands_in: Asked
    heads_item: Asked
    idle: Asked
    in_charge: Asked
    in_period: Asked
    institution: Asked
    joint: Callable[[str, int, int], Iterator[re.Match[str]]]
    level: Asked
    like_people: Asked
    manner: Asked
    many: Asked
    no_name: Asked
    of_levels: Asked
    object_head: Asked
    other_count: Asked
    others: Asked
    own_matter: Asked
    own_measure: Asked
    own_office: Asked
    party: Asked
    places: frozenset[str]
    portion: Asked
    presses: Asked
    qualifier: Asked
    regional: Asked
    run: Asked
    says: Asked
    seated: Asked
    seen_to: Asked
    side_by_side: Asked
    stands_at: Asked
    of_people: Asked
    of_place: Asked
    office: Asked
    told_by: Asked
    told_of: Asked
    so_many: Asked
    sets_out: Asked
    so_much_of: Asked
    stand_in: Asked
    stands: Asked
    stands_at_work: Asked
    summed: Asked
    takes_along: Asked
    takes_object: Asked
    tally: Asked
    tells_of: Asked
    tells_of_itself: Asked
    task_body: Asked
    told: Asked
    put_before: Asked
    put_to: Asked
    put_to_name: Asked
    topic_dated: Asked
    when: Asked
    whole: Asked
    word_ends: Asked
    works: Asked
    you: Asked


@dataclass(frozen=True, slots=True)
class SubjectShapes:
    """How a clause says whose task comes; each is told by the rule `subject.…` of its name."""

    acts_too: Asked
    addressee: Asked
    agenda: Asked
    all_of_you: Asked
    answers: Asked
    answers_who: Asked
    anywhere: Asked
    asks_other: Asked
    asks_who: Asked
    bears: Asked
    bears_lasts: frozenset[str]
    belongs: Asked
    belongs_heads: frozenset[str]
    belongs_tail: Asked
    carries_out: Asked
    counted_rest: Asked
    created: Asked
    created_by: Asked
    dealt_with: Asked
    describing: Asked
    does_it_himself: Asked
    duty_of: Asked
    event: Asked
    event_heads: frozenset[str]
    excused: Asked
    excused_words: tuple[str, ...]
    falls_to: Asked
    falls_words: tuple[str, ...]
    familiar: Asked
    generic: Asked
    given: Asked
    given_elsewhere: Asked
    goes_on: Asked
    handed: Asked
    handed_tail: Asked
    heading_hands: Asked
    in_charge: Asked
    invited: Asked
    kind: Asked
    leading: Asked
    leads: Asked
    leads_with: Asked
    left_out: Asked
    lists_below: Asked
    listens: Asked
    listens_lasts: frozenset[str]
    looked_to: Asked
    masked: Asked
    masked_heads: frozenset[str]
    measured: Asked
    next_one: Asked
    no_bearer: Asked
    no_noun: Asked
    nobody: Asked
    notes: Asked
    opens_act: Asked
    oversees: Asked
    paid: Asked
    pays: Asked
    person_acts: Asked
    pointing: Asked
    pointing_words: tuple[str, ...]
    reaches: Asked
    responsible: Asked
    share_of_it: Asked
    shoulders: Asked
    shoulders_lasts: frozenset[str]
    side_by_side: Asked
    spoken_of: Asked
    takes_charge: Asked
    task_given: Asked
    task_of: Asked
    task_words: tuple[str, ...]
    things: Asked
    told: Asked
    vocative: Asked
    wants: Asked
    whichever: Asked
    whole_of: Asked
    whichever_heads: frozenset[str]
    work: Asked
    work_named: Asked
    you_do: Asked


@dataclass(frozen=True, slots=True)
class ShareShapes:
    """What share of a task a bracket says somebody has; each is told by the rule `share.…` of its name."""

    above: Asked
    by_when: Asked
    class_before: Asked
    counted_before: Asked
    firm: Asked
    leader: Asked
    leads: Asked
    of_work: Asked
    this_work: Asked
    told: Asked


def subject_shapes(rules: RuleSet) -> SubjectShapes:
    """Compile the shapes `subject.…` of a rule-set."""
    shapes = Shapes(rules, "owners", "subject.")
    belongs_heads, event_heads = shapes.heads("belongs") | shapes.heads("handed"), shapes.heads("event")
    shoulders_lasts = shapes.lasts("shoulders") | shapes.lasts("carries_out")
    return shapes.fill(
        SubjectShapes,
        bears_lasts=shapes.lasts("bears"),
        belongs_heads=belongs_heads,
        event_heads=event_heads,
        excused_words=shapes.needs("excused"),
        falls_words=shapes.needs("falls_to"),
        listens_lasts=shapes.lasts("listens") | shapes.lasts("notes"),
        masked_heads=shapes.heads("masked"),
        pointing_words=shapes.needs("pointing"),
        shoulders_lasts=shoulders_lasts,
        task_words=shapes.needs("task_of"),
        whichever_heads=shapes.heads("whichever"),
    )


def name_shapes(rules: RuleSet, shapes: Shapes) -> NameShapes:
    """Compile the shapes `name.…` that are left when the grammar has taken those that are parts of others."""
    return shapes.fill(
        NameShapes,
        along_heads=shapes.heads("brings"),
        class_heads=shapes.heads("class_of_bodies"),
        described_lasts=shapes.lasts("described_class"),
        joint=shapes.each("joint"),
        places=word_table(rules, "owners", "name.places"),
    )


def share_shapes(rules: RuleSet) -> ShareShapes:
    """Compile the shapes `share.…` of a rule-set."""
    return Shapes(rules, "owners", "share.").fill(ShareShapes)
