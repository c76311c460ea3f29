"""Finds many plain words in a text in one pass, the longest first.

An alternation of some hundred words makes `re` try them one after the other at each place; factored by
their first characters into nested groups, it only looks at the branches that can still match.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from commitments.kept import compiled


class WordFinder:
    """The compiled words; `finditer` yields half-open spans, leftmost and longest first.

    >>> list(WordFinder(["要", "主要", "要求"]).finditer("主要要求要高"))
    [(0, 2), (2, 4), (4, 5)]
    """

    __slots__ = ("_regex",)

    def __init__(self, words: Iterable[str]) -> None:
        self._regex = compiled(trie_pattern(words))

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield the spans of the words in [start, end)."""
        return (match.span() for match in self._regex.finditer(text, start, len(text) if end is None else end))


def trie_pattern(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words, factored by common beginnings.

    >>> trie_pattern(["年底", "年底前", "年内"])
    '年(?:内|底(?:前)?)'
    """
    trie: dict[str, dict] = {}  # type: ignore[type-arg]  # a trie is recursive
    for word in sorted(set(words)):
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(trie)


def _pattern(node: dict) -> str:  # type: ignore[type-arg]
    branches = [re.escape(char) + _pattern(child) for char, child in node.items() if char]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return str(branches[0])
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")
