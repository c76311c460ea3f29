"""Patterns that code asks for by name and rule files hold, each with its hits and near misses.

A rule `subject.agenda` with a pattern is a shape: it makes no row and marks no mention, it answers one question that a module puts to a
clause. `params.where` says where it is asked, and the examples in the file are run in the same way: `head`, at a place where it has to
begin; `within`, the same, with what stands before the place in view; `whole`, of a stretch that it has to fill; and without it, anywhere
in a stretch.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

from commitments.errors import RuleError
from commitments.gated import Headed
from commitments.pattern_heads import first_characters
from commitments.ruledata import CompiledRule, RuleSet

Asked = Callable[[str, int, int], re.Match[str] | None]
"""Asks a shape of [start, end) of a text."""

SHAPED: Final = frozenset({"actions", "owners"})
"""The folders of rules that hold shapes."""
PLACES: Final = frozenset({"", "head", "within", "whole"})


class Shapes:
    """The shapes of one subject; each is taken once by the module that asks it, and none may be left over."""

    def __init__(self, rules: RuleSet, kind: str, prefix: str) -> None:
        """Find the shapes.

        Args:
            rules: the rule-set.
            kind: the folder of rules they stand in.
            prefix: what their ids begin with, with the dot.
        """
        self._place = f"rules/{kind}: {prefix}"
        self._left = {rule.rule.stem(): rule for rule in rules.matcher(kind, prefix=prefix).rules}

    def anywhere(self, name: str) -> Asked:
        """Return what searches a stretch for a shape."""
        return self._taken(name, "").regex.search

    def head(self, name: str) -> Asked:
        """Return what asks whether a shape begins at a place."""
        return Headed(self._taken(name, "head").source).match

    def within(self, name: str) -> Asked:
        """Return what asks whether a shape begins at a place, with what stands before it in view."""
        return Headed(self._taken(name, "within").source).match

    def whole(self, name: str) -> Asked:
        """Return what asks whether a shape fills a stretch."""
        return self._taken(name, "whole").regex.fullmatch

    def source(self, name: str) -> str:
        """Return the pattern of a shape that is asked at its head, for one that is made of it and others."""
        return self._taken(name, "head").source

    def each(self, name: str) -> Callable[[str, int, int], Iterator[re.Match[str]]]:
        """Return what finds every place of a stretch where a shape stands."""
        return self._taken(name, "").regex.finditer

    def needs(self, name: str) -> tuple[str, ...]:
        """Return the words of which every match of a shape not yet taken holds one, which are sooner looked for."""
        return tuple(self._found(name).rule.params.get("needs", ()))

    def heads(self, name: str) -> frozenset[str]:
        """Return the characters with which a shape not yet taken begins, so that nobody need ask where none of them stands.

        Raises:
            RuleError: it may begin with any character.
        """
        rule = self._found(name)
        heads = first_characters(rule.source)
        if heads is None:
            raise RuleError(f"{rule.rule.file}: rule {rule.id}", "it may begin with any character", "begin it with plain characters")
        return heads

    def close(self) -> None:
        """Refuse shapes that nobody has asked for.

        Raises:
            RuleError: a rule of the prefix is known to no module.
        """
        for name, rule in self._left.items():
            raise RuleError(f"{rule.rule.file}: rule {rule.id}", f"no module asks for {name!r}", "correct the id, or take the rule out")

    def _found(self, name: str) -> CompiledRule:
        if name not in self._left:
            raise RuleError(f"{self._place}{name}", "the rule is missing", "give it back to the built-in rules")
        return self._left[name]

    def _taken(self, name: str, where: str) -> CompiledRule:
        rule = self._found(name)
        del self._left[name]
        if where_asked(rule) != where:
            raise RuleError(f"{rule.rule.file}: rule {rule.id}", f"params.where must be {where!r}", "ask it as its module does")
        return rule


def word_table(rules: RuleSet, kind: str, name: str) -> frozenset[str]:
    """Return the words of a `[[table]]`, of which a later file may hold another one of the same id.

    >>> from commitments.ruledata import load_rules
    >>> sorted(word_table(load_rules(), "actions", "forward.plans"))
    ['拟', '计划']
    """
    tables = (table for _, data in rules.tables[kind] for table in data.get("table", ()) if table.get("id") == name)
    return frozenset(word for table in deque(tables, maxlen=1) for word in table["words"])


def where_asked(rule: CompiledRule) -> str:
    """Return where a shape is asked: `head`, `within`, `whole`, or "" for anywhere.

    Raises:
        RuleError: `params.where` is none of these.
    """
    where = str(rule.rule.params.get("where", ""))
    if where not in PLACES:
        raise RuleError(f"{rule.rule.file}: rule {rule.id}", f"unknown place {where!r}", "use head, within, whole, or none for anywhere")
    return where


def shape_spans(rule: CompiledRule, text: str) -> list[tuple[int, int]]:
    """Return where a shape is found in an example, asked as its module asks it.

    >>> from commitments.ruledata import Rule, compile_rule
    >>> shape_spans(compile_rule(Rule("subject.agenda", "下面说", params={"where": "head"}), {}), "下面说卫生局")
    [(0, 3)]
    """
    where = where_asked(rule)
    if where == "whole":
        return [(0, len(text))] if rule.regex.fullmatch(text) else []
    if where == "head":
        found = rule.regex.match(text)
        return [found.span()] if found else []
    return [match.span() for match in rule.regex.finditer(text)]  # `within` too: where the place is, the marks of an example say
