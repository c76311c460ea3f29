"""Shapes: patterns in rule files that a module asks by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from commitments.errors import RuleError
from commitments.gated import Asked
from commitments.ruledata import RuleSet, load_rules
from commitments.shapes import Shapes

RULE = """
[[rule]]
id = "odd.calls"
pattern = '下面说'
params = { where = "head" }

[[rule]]
id = "odd.fills"
pattern = '(?:各村|各镇)'
params = { where = "whole" }

[[rule]]
id = "odd.holds"
pattern = '任务'

[[rule]]
id = "odd.open"
pattern = '任务[^，]?'
"""


@pytest.fixture
def rules(tmp_path: Path) -> RuleSet:
    """Rules of one's own, laid over the built-in ones."""
    folder = tmp_path / "owners"
    folder.mkdir()
    (folder / "odd.toml").write_text(RULE, encoding="utf-8")
    return load_rules(tmp_path)


@dataclass(frozen=True, slots=True)
class OddShapes:
    """A module's questions."""

    calls: Asked
    fills: Asked
    holds: Asked
    open: Asked


@dataclass(frozen=True, slots=True)
class FewShapes:
    """Questions of a module that forgets one."""

    calls: Asked


@dataclass(frozen=True, slots=True)
class MoreShapes:
    """Questions of a module to which a rule is missing."""

    gone: Asked


def test_a_shape_is_asked_at_its_place(rules: RuleSet) -> None:
    """A head has to begin at the place, a whole has to fill the stretch, any other may stand anywhere."""
    odd = Shapes(rules, "owners", "odd.").fill(OddShapes)
    assert odd.calls.ask("好，下面说各村", 2, 7)
    assert not odd.calls.ask("好，下面说各村", 0, 7)
    assert odd.fills.ask("下面说各村", 3, 5)
    assert not odd.fills.ask("下面说各村", 2, 5)
    assert odd.holds.ask("各村任务重", 0, 5)
    assert not odd.holds.ask("各村任务重", 3, 5)


def test_heads_are_told_before_a_shape_is_taken(rules: RuleSet) -> None:
    """What a shape begins with spares the question elsewhere."""
    assert Shapes(rules, "owners", "odd.").heads("fills") == frozenset("各")


def test_a_shape_that_fills_a_stretch_is_asked_only_where_it_may_begin(rules: RuleSet) -> None:
    """Its first characters decide before its pattern does; behind the end of the text nothing begins."""
    fills = Shapes(rules, "owners", "odd.").asked("fills")
    assert fills("各镇", 0, 2)
    assert not fills("各镇", 1, 2)
    assert not fills("各镇", 2, 2)


def test_what_a_shape_ends_in_is_told(rules: RuleSet) -> None:
    """What closes a shape spares the question elsewhere as well; what may end with anything tells nothing."""
    assert Shapes(rules, "owners", "odd.").lasts("fills") == frozenset("村镇")
    with pytest.raises(RuleError, match="it may end with any character"):
        Shapes(rules, "owners", "odd.").lasts("open")


def test_a_missing_shape_is_named(rules: RuleSet) -> None:
    """A name that no rule has is an error, not a question that is never answered."""
    with pytest.raises(RuleError, match=r"odd\.gone"):
        Shapes(rules, "owners", "odd.").fill(MoreShapes)


def test_a_shape_that_nobody_asks_is_refused(rules: RuleSet) -> None:
    """A misspelt id in a folder of one's own would silently do nothing."""
    with pytest.raises(RuleError, match="no module asks for"):
        Shapes(rules, "owners", "odd.").fill(FewShapes)


def test_a_place_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """A misspelt place would be asked anywhere."""
    folder = tmp_path / "owners"
    folder.mkdir()
    (folder / "odd.toml").write_text(RULE.replace('"head"', '"front"'), encoding="utf-8")
    with pytest.raises(RuleError, match="unknown place 'front'"):
        Shapes(load_rules(tmp_path), "owners", "odd.").asked("calls")
