"""The outline: which markers count, at which level, and what their titles are."""

from __future__ import annotations

import pytest

from commitments.outline import read_outline, section_path
from commitments.ruledata import RuleSet
from commitments.types import GAP_MARK, CleanSpeech


def headings(text: str, rules: RuleSet, **facts: object) -> list[tuple[int, str, str]]:
    speech = CleanSpeech(text, **facts)  # type: ignore[arg-type]
    return [(heading.level, heading.marker, heading.title) for heading in read_outline(speech, rules)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "一、摸清底数\n抓紧查。\n(一)查管网。逐段查。\n(二)查泵站。逐座查。\n二、抓好整改\n马上改。",
            [(1, "一、", "摸清底数"), (2, "(一)", "查管网"), (2, "(二)", "查泵站"), (1, "二、", "抓好整改")],
            id="numbered chapters and sections",
        ),
        pytest.param(
            "一、压实责任\n要分好工。一是领导带头。周周到现场。二是部门联动。天天碰头。",
            [(1, "一、", "压实责任"), (3, "一是", "领导带头"), (3, "二是", "部门联动")],
            id="一是 inside a paragraph is level 3 directly below 一、",
        ),
        pytest.param(
            "第一,要快。大家都要快起来。\n第二,要准。大家都要准起来。",
            [(3, "第一", "要快"), (3, "第二", "要准")],
            id="ordinals with a pause",
        ),
        pytest.param(
            "一、回头看\n路修通了。\n二、四季度要办的事\n抓紧办。",
            [(1, "一、", "回头看"), (1, "二、", "四季度要办的事")],
            id="a title may open with a numeral",
        ),
        pytest.param(
            "1、修路\n一是修主干道。抓紧修。\n二是修便道。抓紧修。\n2、架桥\n抓紧架。",
            [(3, "1、", "修路"), (3, "一是", "修主干道"), (3, "二是", "修便道"), (3, "2、", "架桥")],
            id="一是 below 1、 does not end the run that 2、 goes on",
        ),
        pytest.param("1.修路\n抓紧修。\n2.架桥\n抓紧架。", [(3, "1.", "修路"), (3, "2.", "架桥")], id="Arabic numerals at line starts"),
        pytest.param("（一）抓春耕。及早抓。\n（二）抓夏管。及早管。", [(2, "（一）", "抓春耕"), (2, "（二）", "抓夏管")], id="full width"),
    ],
)
def test_a_sequence_of_markers_is_an_outline(rules: RuleSet, text: str, expected: list[tuple[int, str, str]]) -> None:
    assert headings(text, rules) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("要把三个关口守住,三是个虚数。", "a number inside a sentence"),
        ("今天统一是为了明天分开,这一点要讲清楚。", "一是 inside a word"),
        ("总面积3.5万亩,每亩投入1.2万元。", "decimal numbers"),
        ("二、三产业都要上台阶。", "a coordination of numerals"),
        ("主要抓两头:一是人,二是钱,别的往后放。", "an enumeration inside one sentence"),
    ],
)
def test_a_number_in_running_text_opens_no_section(rules: RuleSet, text: str, why: str) -> None:
    assert headings(text, rules) == [], why


def test_short_sentences_that_head_their_paragraphs_are_headings(rules: RuleSet) -> None:
    text = "一、抓落实\n审批要再提速。各窗口都要把等候时间压下来,不让群众多跑路。\n要素要再保障。用地用能都要提前备好,不让项目等米下锅。"
    assert headings(text, rules) == [(1, "一、", "抓落实"), (2, "", "审批要再提速"), (2, "", "要素要再保障")]


_PARAGRAPH = "三年里修通了环湖路，建成了两座水厂，老城的积水点一处一处都改造完了。"


def test_lines_without_a_marker_stand_above_chapters_that_are_counted_anew(rules: RuleSet) -> None:
    titles = ["三年回顾", "一、修路", "二、治水", "今后打算", "明年安排", "一、架桥"]
    text = "各位代表：\n" + "".join(f"{title}\n{_PARAGRAPH}\n" for title in titles)
    expected = [(0, "", "三年回顾"), (1, "一、", "修路"), (1, "二、", "治水")]
    expected += [(0, "", "今后打算"), (0, "", "明年安排"), (1, "一、", "架桥")]
    assert headings(text, rules) == expected


def test_a_line_right_behind_the_salutation_is_a_heading(rules: RuleSet) -> None:
    assert headings(f"各位代表：\n三年回顾\n{_PARAGRAPH}", rules) == [(1, "", "三年回顾")]
    assert headings(f"在动员会上的讲话\n王某\n{_PARAGRAPH}", rules) == []


def test_a_sentence_that_says_what_comes_next_is_no_heading(rules: RuleSet) -> None:
    text = "一、两件事\n先说修路。今年要修的路都已经定了线,征地的事各村要抓紧。\n再说架桥。桥的图纸还在审,水利站要多跑几趟。"
    assert headings(text, rules) == [(1, "一、", "两件事")]


def test_a_heading_that_lost_its_marker_behind_a_gap_is_found(rules: RuleSet) -> None:
    behind = "用地紧、用工难的问题摆在面前,各单位都要拿出办法来,不能等、不能靠。"
    text = f"一、认清形势\n形势很紧,时间不等人。\n{GAP_MARK}\n破解要素制约\n{behind}"
    assert (1, "", "破解要素制约") in headings(text, rules)


def test_the_path_of_a_position_names_all_headings_around_it(rules: RuleSet) -> None:
    text = "一、抓项目\n(一)抓开工。要快。\n(二)抓投产。要稳。"
    found = read_outline(CleanSpeech(text), rules)
    assert section_path(found, text.index("要稳")) == ("一、抓项目", "(二)抓投产")


def test_offsets_of_headings_hold(rules: RuleSet) -> None:
    text = "一、抓项目\n抓紧抓。\n二、抓民生\n用心抓。"
    for heading in read_outline(CleanSpeech(text), rules):
        assert text[heading.start : heading.end] == heading.marker + heading.title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "头一件,晒场。\n要腾出来。\n第二件,水渠。\n要清淤。",
            [(1, "头一件", "晒场"), (1, "第二件", "水渠")],
            id="chapters where there are no others",
        ),
        pytest.param(
            "一、抓经济\n第一件事,抓工业。\n要服务。\n第二件事,抓投资。\n要落地。",
            [(1, "一、", "抓经济"), (2, "第一件事", "抓工业"), (2, "第二件事", "抓投资")],
            id="sections below a chapter",
        ),
    ],
)
def test_matters_that_are_counted(rules: RuleSet, text: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(heading.level, heading.marker, heading.title) for heading in read_outline(CleanSpeech(text), rules)] == expected


def test_a_list_may_number_on_through_its_sections(rules: RuleSet) -> None:
    text = "附件\n（一）修路\n1、铺柏油。\n2、装路灯。\n（二）治水\n3、清河道。\n（三）植树\n4、种樟树。"
    markers = [marker for _, marker, _ in headings(text, rules)]
    assert markers == ["（一）", "1、", "2、", "（二）", "3、", "（三）", "4、"]
    assert "4、" not in [marker for _, marker, _ in headings(text.replace("3、", "再"), rules)]
