"""Shapes: patterns in rule files that a module asks by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from commitments.errors import RuleError
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
"""


@pytest.fixture
def rules(tmp_path: Path) -> RuleSet:
    """Rules of one's own, laid over the built-in ones."""
    folder = tmp_path / "owners"
    folder.mkdir()
    (folder / "odd.toml").write_text(RULE, encoding="utf-8")
    return load_rules(tmp_path)


def test_a_shape_is_asked_at_its_place(rules: RuleSet) -> None:
    """A head has to begin at the place, a whole has to fill the stretch, any other may stand anywhere."""
    shapes = Shapes(rules, "owners", "odd.")
    calls, fills, holds = shapes.head("calls"), shapes.whole("fills"), shapes.anywhere("holds")
    shapes.close()
    assert calls("好，下面说各村", 2, 7)
    assert not calls("好，下面说各村", 0, 7)
    assert fills("下面说各村", 3, 5)
    assert not fills("下面说各村", 2, 5)
    assert holds("各村任务重", 0, 5)
    assert not holds("各村任务重", 3, 5)


def test_heads_are_told_before_a_shape_is_taken(rules: RuleSet) -> None:
    """What a shape begins with spares the question elsewhere."""
    assert Shapes(rules, "owners", "odd.").heads("fills") == frozenset("各")


def test_a_missing_shape_is_named(rules: RuleSet) -> None:
    """A name that no rule has is an error, not a question that is never answered."""
    with pytest.raises(RuleError, match=r"odd\.gone"):
        Shapes(rules, "owners", "odd.").head("gone")


def test_a_shape_that_nobody_asks_is_refused(rules: RuleSet) -> None:
    """A misspelt id in a folder of one's own would silently do nothing."""
    shapes = Shapes(rules, "owners", "odd.")
    shapes.head("calls")
    with pytest.raises(RuleError, match="no module asks for"):
        shapes.close()


def test_a_shape_asked_elsewhere_than_it_says_is_refused(rules: RuleSet) -> None:
    """Its examples would be run in another way than the program asks it."""
    with pytest.raises(RuleError, match=r"params\.where"):
        Shapes(rules, "owners", "odd.").whole("calls")
