"""The rule files: every example a test of its own, and what `commitments rules check` refuses."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from commitments.errors import RuleError
from commitments.rulecheck import check_rules
from commitments.rulecost import has_unbounded_repeat, slow_patterns
from commitments.ruledata import builtin_folder, load_rules
from commitments.ruleexamples import Case, marked, rule_cases

RULES = load_rules()
GOOD = """
[[rule]]
id = "deadline.own_market_day"
pattern = '赶集日(?:以?前)'
resolve = "open"
  [[rule.match]]
  text = "【赶集日前】修好便桥"
  value = "?"
  [[rule.match]]
  text = "要在【赶集日以前】清场"
  value = "?"
  [[rule.no_match]]
  text = "赶集日人多路窄"
  why = "no edge"
"""


@pytest.mark.parametrize("case", list(rule_cases(RULES)), ids=lambda case: f"{case.rule}-{case.name}")
def test_an_example_holds(case: Case) -> None:
    assert case.run() == ""


def test_no_built_in_rule_has_a_problem() -> None:
    report = check_rules()
    assert [str(problem) for problem in report.problems] == []
    assert report.rules >= 250
    assert report.examples >= 3 * report.rules - 20  # sites count their pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deadlines").mkdir()
    return tmp_path


def problems(folder: Path, text: str, kind: str = "deadlines") -> list[str]:
    (folder / kind).mkdir(exist_ok=True)
    (folder / kind / "own.toml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in check_rules(folder).problems]


def resolver() -> str:
    """Return a resolver that gives no date, as the built-in rules on seasons name it."""
    return next(rule.resolve for rule in RULES.rules("deadlines") for hit in rule.match if hit.value == "?")


def good(**changed: str) -> str:
    text = GOOD.replace('"open"', f'"{resolver()}"')
    for old, new in changed.items():
        assert WORDS[old] in text
        text = text.replace(WORDS[old], new)
    return text


WORDS = {
    "id": 'id = "deadline.own_market_day"',
    "pattern": "赶集日(?:以?前)",
    "value": 'value = "?"',
    "mark": "【赶集日前】修好便桥",
    "miss": "赶集日人多路窄",
    "why": 'why = "no edge"',
    "match": "[[rule.match]]",
}


def test_a_good_rule_of_ones_own_passes(folder: Path) -> None:
    assert problems(folder, good()) == []
    report = check_rules(folder)
    assert (report.rules, report.examples) == (1, 3)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (good(id='id = "deadline.own"\nlabel = "x"'), "rule deadline.own: label: Extra inputs are not permitted; see docs"),
        (good(id='id = "deadline.own"\nfile = "x"'), "rule deadline.own: unknown key file; take it out"),
        (good(why='why = "no edge"\nbecause = "x"'), "no_match.0.because: Extra inputs are not permitted"),
        (good(id='id = "deadline.own"\nparams = { colour = "red" }'), "unknown key params.colour; use one of: "),
        (good(id='id = "deadline.vague"'), "rule deadline.vague: the id is used twice; rename it, or set replaces = true"),
        (good() + good(), "rule deadline.own_market_day: the id is used twice"),
        (good(pattern="{weekday_of_market}前"), "unknown fragment {weekday_of_market}; use one of: "),
        (good(pattern="赶集日[^。]*前"), r"an unbounded repeat; bound it, e.g. \s{0,4}"),
        (good(pattern="赶集日.*前"), "an unbounded repeat; bound it, e.g. "),
        (good(pattern="赶集日(前"), "the pattern does not compile: "),
        (good(pattern="(?:[赶集]{0,30}日?){0,30}前"), "the pattern is slow on a line of "),
        (good(mark="赶集日前修好便桥"), "mark exactly one stretch with 【】"),
        (good(mark="【赶集日】前修好便桥"), "it should find '赶集日' in '赶集日前修好便桥', but finds 赶集日前"),
        (good(value='value = "2025-09-30"'), "should give '2025-09-30', but gives ?"),
        (good(miss="赶集日前修桥"), "it should find nothing in '赶集日前修桥', but finds '赶集日前'"),
        (good(why='why = ""'), "a near miss needs its reason"),
        (good().partition("  [[rule.no_match]]")[0], "too few examples; give two [[rule.match]] and one [[rule.no_match]]"),
        (good().replace(resolver(), "market_day"), "no resolver 'market_day'; use one of: "),
        (good().replace("[[rule]]", "[rule]", 1).replace("[[rule.", "[[x."), "unknown table x"),
        ("[[rules]]\nid = 'a'", "unknown table rules; use one of: "),
        ("[[rule]]\nid = ", "not valid TOML: "),
    ],
)
def test_a_bad_rule_is_refused(folder: Path, text: str, complaint: str) -> None:
    found = problems(folder, text)
    assert [line for line in found if complaint in line], found
    elsewhere = [line for line in found if not line.startswith(str(folder / "deadlines" / "own.toml"))]
    assert all("your rules change what this built-in rule does" in line for line in elsewhere)


@pytest.mark.parametrize(
    ("kind", "text", "complaint"),
    [
        ("dedlines", GOOD, "it lies in no folder of a kind of rules; use one of: actions "),
        ("actions", '[[table]]\nid = "mood.report"\nwords = ["完"]', "table mood.report: no stage reads it; use one of: "),
        ("ledger", "[table]\nowner = { zh = '谁', en = 'who' }", "read from the built-in folder only"),
        ("sites", "[site]\nid = 'own-site'\nname = '自有网'\ncolour = 'red'", "see docs/adding-a-site.md"),
        ("sites", "[[site]]\nid = 'own-site'", "no [site] table"),
    ],
)
def test_a_bad_file_is_refused(folder: Path, kind: str, text: str, complaint: str) -> None:
    found = problems(folder, text, kind)
    assert [line for line in found if complaint in line], found


def test_a_rule_that_breaks_a_built_in_one_is_told_so(folder: Path) -> None:
    greedy = good(pattern="月底前完成|赶集日以?前").replace("resolve", "discard = true\nresolve")
    found = problems(folder, greedy)
    assert [line for line in found if "your rules change what this built-in rule does" in line], found


def test_a_file_that_lies_in_no_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(GOOD, encoding="utf-8")
    (problem,) = check_rules(tmp_path).problems
    assert problem.problem == "it lies in no folder of a kind of rules"


def test_no_folder_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        check_rules(tmp_path / "none")
    with pytest.raises(RuleError, match="no rules in this folder"):
        check_rules(tmp_path)


def test_a_file_is_read_again_after_it_was_edited(folder: Path) -> None:
    assert problems(folder, good(miss="赶集日前修桥"))
    assert problems(folder, good()) == []


def test_a_rule_may_replace_a_built_in_one(folder: Path) -> None:
    rule = next(rule for rule in RULES.rules("deadlines") if rule.id == "deadline.vague")
    text = (builtin_folder() / "deadlines" / Path(rule.file).name).read_text(encoding="utf-8")
    one = re.search(r"(?s)\[\[rule\]\]\s*id = 'deadline.vague'.*?(?=\n\[\[rule\]\]|\Z)", text)
    assert one
    assert problems(folder, one[0].replace("[[rule]]", "[[rule]]\nreplaces = true", 1)) == []


def test_the_built_in_folder_may_be_named(tmp_path: Path) -> None:
    copy = tmp_path / "rules"
    shutil.copytree(builtin_folder() / "dating", copy / "dating")
    found = [str(problem) for problem in check_rules(copy).problems]
    assert "the id is used twice" in found[0]  # a copy laid over the original repeats its ids


@pytest.mark.parametrize(
    ("source", "unbounded"),
    [
        ("年.*底", True),
        ("年[^。]+底", True),
        ("年(?:上|下){2,}底", True),
        (r"年\s*底", True),
        ("(?<=年)(?:底|初)(?=前+)", True),
        ("年a++底", True),
        ("年.{0,8}底", False),
        ("年(?:上|下)?底", False),
        (r"年\*底\.\+", False),
    ],
)
def test_unbounded_repeats_are_seen_wherever_they_stand(source: str, unbounded: bool) -> None:
    assert has_unbounded_repeat(source) is unbounded


def test_slow_patterns_are_told_from_fast_ones() -> None:
    exploding = "(?:[^。|]{1,14}[ ]{0,3}[|][ ]{0,3}){2,40}$"
    patterns = [("[0-9]{1,4}年", ["2025年"]), (exploding, ["首页 | 讲话 | 公文"]), ("[一-九]{1,9}月底前", ["九月底前"])]
    assert list(slow_patterns(patterns)) == [1]


@pytest.mark.parametrize("text", ["没有标记", "【一】和【二】", "【】", "【只有一半"])
def test_an_example_must_mark_one_stretch(text: str) -> None:
    with pytest.raises(ValueError, match="exactly one stretch"):
        marked(text)
