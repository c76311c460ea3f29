"""The shapes that tell what a title, an opening or a closing line makes of a passage, as `rules/actions/passages.toml` holds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from commitments.gated import Asked
from commitments.ruledata import RuleSet
from commitments.shapes import Shapes


@dataclass(frozen=True, slots=True)
class PassageShapes:
    """What stands around the paragraphs of a speech; each is told by the rule `passage.…` of its name.

    Attributes:
        glossary_words: of which the title of a glossary holds one.
    """

    ahead: Asked
    asks_everybody: Asked
    closing: Asked
    dated_clause: Asked
    dateline: Asked
    dateline_asks: Asked
    defines: Callable[[str, int, int], Iterator[re.Match[str]]]
    glossary: Asked
    glossary_words: tuple[str, ...]
    government_report: Asked
    government_words: tuple[str, ...]
    greets: Asked
    head_line: Asked
    may_report: Asked
    result: Asked
    salutation: Asked
    third_person: Asked


def passage_shapes(rules: RuleSet) -> PassageShapes:
    """Compile the shapes `passage.…` of a rule-set."""
    shapes = Shapes(rules, "actions", "passage.")
    glossary, government = shapes.needs("glossary"), shapes.needs("government_report")
    return shapes.fill(PassageShapes, defines=shapes.each("defines"), glossary_words=glossary, government_words=government)
