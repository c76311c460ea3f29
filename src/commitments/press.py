"""What a reporter tells of a meeting: the sentence with the dateline sets no task, what is asked for in it does."""

from __future__ import annotations

from typing import Final

from commitments.clauses import Sentence
from commitments.passage_shapes import PassageShapes

_OPENS: Final = frozenset("0123456789０１２３４５６７８９近日昨")
"""The characters that a dateline opens with; most paragraphs open with none of them."""


class Press:
    """Knows of one text whether a reporter tells it, which is asked only where a paragraph opens with a dateline."""

    __slots__ = ("_shapes", "_text", "_third_person")

    def __init__(self, text: str, shapes: PassageShapes) -> None:
        self._text = text
        self._shapes = shapes
        self._third_person: bool | None = None

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
        if self._third_person is None:
            self._third_person = self._shapes.third_person.ask(text, 0, len(text)) is not None
        if not self._third_person:
            return sentence
        asks = self._shapes.dateline_asks.ask(text, told.end(), end)
        return None if asks is None else Sentence(asks.end(), end)
