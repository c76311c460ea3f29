"""Sentences and clauses: where they are cut, and what is never cut through."""

from __future__ import annotations

import pytest

from commitments import cues
from commitments.clauses import clauses, sentences
from commitments.cues import KINDS, MODAL, cue_lexicon
from commitments.mood import mood_rules
from commitments.ruledata import RuleSet
from commitments.script import simplified_view
from commitments.triewords import WordFinder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要快,要稳;要好。", [["要快", "要稳", "要好"]]),
        ("要快。要稳!", [["要快"], ["要稳"]]),
        ("●渡口要修\n- 船要查\n*局要快\n★★公司要稳\n◆", [["渡口要修"], ["船要查"], ["*局要快"], ["★★公司要稳"], ["◆"]]),
        ("推行“快办,快批”机制,抓紧落地", [["推行“快办,快批”机制", "抓紧落地"]]),
        ("完成投资1,200万元,新增5家", [["完成投资1,200万元", "新增5家"]]),
        ("建成泵站(含配电,不含管网),月底通水", [["建成泵站(含配电,不含管网)", "月底通水"]]),
        ("第一段\n第二段", [["第一段"], ["第二段"]]),
        ("渠道4月底前清淤、6月底前衬砌", [["渠道4月底前清淤、6月底前衬砌"]]),  # the guide, section 2: never a part of an enumeration
    ],
)
def test_clauses_are_cut_between_marks(text: str, expected: list[list[str]]) -> None:
    assert [[text[c.start : c.end] for c in clauses(text, s)] for s in sentences(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "modals"),
    [
        ("主要领导要到场", ["要"]),
        ("这是重要任务", []),
        ("务必在月底前必须完成", ["务必", "必须"]),
        ("标准也要求达标", []),
        ("不要求全责备", []),
    ],
)
def test_a_modal_is_no_part_of_another_word(text: str, modals: list[str], rules: RuleSet) -> None:
    found = cue_lexicon(rules).scan(text).cues
    assert [text[cue.start : cue.end] for cue in found if cue.kinds & MODAL] == modals


def test_a_review_and_a_plan_differ_in_mood(rules: RuleSet) -> None:
    review, plan = "一年来,成功引进了三家企业,税收同比增长。", "今年要抓好招商,确保年内落地三家企业。"
    moods = mood_rules(rules)
    assert moods.of_passage(review, 0, len(review)) < 0 < moods.of_passage(plan, 0, len(plan))


def test_the_simplified_view_keeps_offsets() -> None:
    text = "各縣要在九月底前完成檢修,發放補貼"
    assert simplified_view(text) == "各县要在九月底前完成检修,发放补贴"
    assert simplified_view("各县要在九月底前完成检修") == "各县要在九月底前完成检修"


def test_the_longest_word_wins() -> None:
    assert list(WordFinder(["年底", "年底前"]).finditer("年底前和年底")) == [(0, 3), (4, 6)]


@pytest.mark.parametrize(("place", "kind"), list(enumerate(KINDS)), ids=KINDS)
def test_the_bit_of_a_kind_is_its_place_among_the_kinds(place: int, kind: str) -> None:
    assert getattr(cues, kind.upper()) == 1 << place
