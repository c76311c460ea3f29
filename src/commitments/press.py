"""What a reporter tells of a meeting: the sentence with the dateline sets no task, what is asked for in it does."""

from __future__ import annotations

from typing import Final

from commitments.clauses import Sentence
from commitments.passage_shapes import PassageShapes

_OPENS: Final = frozenset("0123456789近日昨")
"""The characters that a dateline opens with; most paragraphs open with none of them."""
_NEAR: Final = 600
"""Characters behind a dateline within which a reporter shows himself; a long speech quotes others somewhere (总书记指出，…)."""


class Press:
    """Finds where a reporter tells of one text, which is asked only where a paragraph opens with a dateline."""

    __slots__ = ("_shapes", "_text")

    def __init__(self, text: str, shapes: PassageShapes) -> None:
        self._text = text
        self._shapes = shapes

    def past_dateline(self, sentence: Sentence) -> Sentence | None:
        """Return what is left of a sentence behind a dateline and what is told with it: all of another, None where nothing is.

        Args:
            sentence: one of the text.
        """
        text, start, end = self._text, sentence.start, sentence.end
        if text[start] not in _OPENS or (start and text[start - 1] not in "\n 　"):
            return sentence
        told = self._shapes.dateline.ask(text, start, end)
        if told is None:
            return sentence
        if self._shapes.third_person.ask(text, start, min(len(text), start + _NEAR)) is None:
            return sentence
        asks = self._shapes.dateline_asks.ask(text, told.end(), end)
        return None if asks is None else Sentence(asks.end(), end)
