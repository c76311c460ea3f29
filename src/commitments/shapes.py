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
from typing import Final, TypeVar

from commitments.errors import RuleError
from commitments.gated import Asked
from commitments.pattern_heads import closes, first_characters, last_characters, required_sets
from commitments.pattern_words import required_words
from commitments.ruledata import CompiledRule, Rule, RuleSet

_Group = TypeVar("_Group")

SHAPED: Final = {"actions": "", "owners": "", "deadlines": "period.", "quantities": "figure."}
"""The folders of rules that hold shapes, with what their ids begin with in those where it tells them from other rules."""
PLACES: Final = frozenset({"", "head", "within", "whole"})
_FEW: Final = 2
"""Looking for so many words costs less than asking a pattern."""


class Shapes:
    """The shapes of one subject; each is taken once, into the group of the module that asks it."""

    def __init__(self, rules: RuleSet, kind: str, prefix: str) -> None:
        """Find the shapes.

        Args:
            rules: the rule-set.
            kind: the folder of rules they stand in.
            prefix: what their ids begin with, with the dot.
        """
        self._place = f"rules/{kind}: {prefix}"
        self._left = {rule.rule.stem(): rule for rule in rules.matcher(kind, prefix=prefix).rules}

    def fill(self, made: type[_Group], **others: object) -> _Group:
        """Return a group of shapes, each field asked where the rule of its name says; no rule may be left over.

        Args:
            made: the group, a dataclass.
            others: fields that are no shapes, or are asked otherwise.

        Raises:
            RuleError: a field has no rule, or a rule no field, so that nobody would ask it.
        """
        names: tuple[str, ...] = made.__match_args__  # type: ignore[attr-defined]  # a dataclass has them
        group = made(**others, **{name: self.asked(name) for name in names if name not in others})
        for rule in self._left.values():
            problem = f"no module asks for {rule.rule.stem()!r}"
            raise RuleError(f"{rule.rule.file}: rule {rule.id}", problem, "correct the id, or take the rule out")
        return group

    def asked(self, name: str) -> Asked:
        """Return what asks a shape where its rule says that it is asked."""
        rule = self._taken(name)
        where, words = where_asked(rule), required_words(rule.source)
        if not where:
            lasts = last_characters(rule.source) if closes(rule.source) else None
            return Asked(rule.regex.search, lasts=lasts, needs=_needed(rule.source) if lasts is None else (), words=words)
        heads = first_characters(rule.source)
        needs = _needed(rule.source) if heads is None else ()
        return Asked(rule.regex.fullmatch if where == "whole" else rule.regex.match, heads=heads, needs=needs, words=words)

    def source(self, name: str) -> str:
        """Return the pattern of a shape, for one that is made of it and others."""
        return self._taken(name).source

    def each(self, name: str) -> Callable[[str, int, int], Iterator[re.Match[str]]]:
        """Return what finds every place of a stretch where a shape stands."""
        return self._taken(name).regex.finditer

    def needs(self, name: str) -> tuple[str, ...]:
        """Return the words of which every match of a shape not yet taken holds one, which are sooner looked for."""
        return tuple(self._found(name).rule.params.get("needs", ()))

    def weight(self, name: str) -> int:
        """Return what a shape not yet taken weighs where it is found."""
        return int(self._found(name).rule.params["weight"])

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

    def lasts(self, name: str) -> frozenset[str]:
        """Return the characters with which a shape not yet taken ends, so that nobody need ask where none of them stands last.

        Raises:
            RuleError: it may end with any character.
        """
        rule = self._found(name)
        lasts = last_characters(rule.source)
        if lasts is None:
            raise RuleError(f"{rule.rule.file}: rule {rule.id}", "it may end with any character", "end it with plain characters")
        return lasts

    def _found(self, name: str) -> CompiledRule:
        if name not in self._left:
            raise RuleError(f"{self._place}{name}", "the rule is missing", "give it back to the built-in rules")
        return self._left[name]

    def _taken(self, name: str) -> CompiledRule:
        rule = self._found(name)
        del self._left[name]
        return rule


def _needed(source: str) -> tuple[str, ...]:
    """Return the words, or the characters, of which every match holds one, if these are so few that they are sooner looked for."""
    words = required_words(source)
    needed = min([sorted(chars) for chars in required_sets(source)], key=len, default=[])
    return next((tuple(some) for some in (words, needed) if 0 < len(some) <= _FEW), ())


def word_table(rules: RuleSet, kind: str, name: str) -> frozenset[str]:
    """Return the words of a `[[table]]`, of which a later file may hold another one of the same id.

    >>> from commitments.ruledata import load_rules
    >>> sorted(word_table(load_rules(), "actions", "forward.plans"))
    ['拟', '计划']
    """
    tables = (table for _, data in rules.tables[kind] for table in data.get("table", ()) if table.get("id") == name)
    return frozenset(word for table in deque(tables, maxlen=1) for word in table["words"])


def is_shape(kind: str, rule: Rule) -> bool:
    """Whether a rule of a folder is known by its id as a shape, and finds nothing by itself.

    >>> from commitments.ruledata import Rule
    >>> is_shape("quantities", Rule("figure.pays", "拿出$")), is_shape("quantities", Rule("quantity.some", "一批"))
    (True, False)
    """
    prefix = SHAPED.get(kind, "")
    return bool(prefix) and rule.id.startswith(prefix)


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
