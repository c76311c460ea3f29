"""All that the linker asks of a rule-set: who acts, whether a passage plans, what only sounds like a task, what a clause looks like."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from commitments.link_shapes import LinkShapes, link_shapes
from commitments.lists import ListRules, list_rules
from commitments.mentions.owner_rules import owner_grammar
from commitments.mentions.owners import OwnerGrammar
from commitments.mood import MoodRules, mood_rules
from commitments.ruledata import RuleSet
from commitments.telling import TellingRules, telling_rules


@dataclass(frozen=True, slots=True)
class LinkRules:
    """The rules of each subject."""

    grammar: OwnerGrammar
    lists: ListRules
    moods: MoodRules
    shapes: LinkShapes
    telling: TellingRules


@lru_cache(maxsize=8)
def link_rules(rules: RuleSet) -> LinkRules:
    """Compile what the linker asks of a rule-set."""
    return LinkRules(owner_grammar(rules), list_rules(rules), mood_rules(rules), link_shapes(rules), telling_rules(rules))
