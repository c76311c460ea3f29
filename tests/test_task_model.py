"""A clause that only tells gives no row, though the rules see one; tasks and the bare sentences of reports keep theirs."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from commitments.clauses import Sentence
from commitments.errors import RuleError
from commitments.evaluation.predicting import clean_speech
from commitments.pipeline import extract_speech
from commitments.ruledata import load_rules
from commitments.task_model import AROUND, REASON, SHORTEST, SIZE, ZERO, TaskModel, model_bytes, places, read_model, task_model, unnumbered

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import train_tasks

TALE = "上级督查组下月就到，一住半个月，看的就是这些死角。"
TASKS = (
    "水利局要在5月底前完成12座水库除险加固。",
    "年底前建成养老服务站3个，新增床位不少于120张。",
    "请民政局9月10日前把困难家庭名册报到县政府办公室来。",
)


def extraction(text: str, *, ner: bool, title: str = ""):
    return extract_speech(clean_speech(text, title), doc_id="t", source="t.txt", date="2025-03-01", rules=load_rules(), ner=ner)


def test_what_only_tells_gives_no_row_and_the_dropped_stretches_say_so() -> None:
    assert [row.action for row in extraction(TALE, ner=False).commitments] == ["到"]
    found = extraction(TALE, ner=True)
    assert found.commitments == ()
    assert [(drop.stage, drop.reason) for drop in found.dropped if drop.reason == REASON] == [("forward", REASON)]


@pytest.mark.parametrize("task", TASKS)
def test_a_task_keeps_its_row(task: str) -> None:
    assert len(task) >= SHORTEST
    assert len(extraction(task, ner=True).commitments) == len(extraction(task, ner=False).commitments) >= 1


def test_a_short_sentence_says_too_little_to_be_doubted() -> None:
    short = "房东说他后天搬走，那是他的事。"
    assert task_model().weigh(short, (0, 8), (0, len(short))) < task_model().least
    assert [row.action for row in extraction(short, ner=True).commitments] == ["搬走"]


def test_a_task_beside_a_tale_keeps_its_row() -> None:
    actions = [row.action for row in extraction(TALE + TASKS[1], ner=True).commitments]
    assert actions == ["建成养老服务站3个", "新增床位不少于120张"]


def test_beside_a_task_in_the_same_sentence_the_clause_that_only_tells_loses_its_row() -> None:
    sentence = "一家人的事，主任月底前跟二叔把用地协议签下来，签不下来的话这碑就立到他家院子里。"
    first, second = "跟二叔把用地协议签下来", "签不下来的话这碑就立到他家院子里"
    assert [row.action for row in extraction(sentence, ner=False).commitments] == [first, second]
    assert [row.action for row in extraction(sentence, ner=True).commitments] == [first]


def test_what_is_ordered_with_a_modal_word_is_not_doubted() -> None:
    sentence = "说一千道一万，人家笑话的就是这几条烂路，公路站要填平路基，别的我不想多说。"
    start = sentence.index("公路站")
    assert task_model().weigh(sentence, (start, start + 8), (0, len(sentence))) < task_model().least
    assert "填平路基" in [row.action for row in extraction(sentence, ner=True).commitments]


def test_what_is_forbidden_in_so_many_words_is_not_doubted() -> None:
    sentence = "往年账面上看着好看，其实都是拆东墙补西墙，不得新增一笔债务，这个道理大家都懂。"
    start = sentence.index("不得")
    assert task_model().weigh(sentence, (start, start + 8), (0, len(sentence))) < task_model().least
    assert [(row.action, row.modality) for row in extraction(sentence, ner=True).commitments] == [("不得新增一笔债务", "must")]


def test_what_is_aimed_at_with_the_clause_before_it_is_not_doubted(monkeypatch: pytest.MonkeyPatch) -> None:
    doubting = replace(task_model(), least=99.0)  # a model that doubts whatever it may
    monkeypatch.setattr("commitments.pipeline.task_model", lambda: doubting)
    aimed = "力争用两个月时间，年底前把三笔旧账还清，别的我不想多说。"
    assert [(row.action, row.modality) for row in extraction(aimed, ner=True).commitments] == [("把三笔旧账还清", "aim")]
    assert extraction(aimed.removeprefix("力争"), ner=False).commitments
    assert extraction(aimed.removeprefix("力争"), ner=True).commitments == ()


@pytest.mark.parametrize(
    ("sentence", "level", "short", "kept"),
    [
        pytest.param("关于这个事情，住建局印发公租房分配管理办法，这个道理大家都懂。", "soft", 0.5, 0, id="soft, half a step short"),
        pytest.param("关于这个事情，住建局印发公租房分配管理办法，这个道理大家都懂。", "soft", 1.5, 1, id="soft, within the bound"),
        pytest.param("关于这个事情，住建局推行“一窗办结”制度，这个道理大家都懂。", "soft", 0.5, 1, id="soft, with a name"),
        pytest.param("关于这个事情，住建局新建公租房86套，这个道理大家都懂。", "hard", 0.5, 1, id="hard, within the bound"),
    ],
)
def test_a_row_without_figure_and_date_is_doubted_sooner(
    sentence: str, level: str, short: float, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    (row,) = extraction(sentence, ner=False).commitments
    assert row.level == level
    start = sentence.index("住建局")
    odds = task_model().weigh(sentence, (start, sentence.index("，这个")), (0, len(sentence)))
    doubting = replace(task_model(), least=odds - short)
    monkeypatch.setattr("commitments.pipeline.task_model", lambda: doubting)
    assert len(extraction(sentence, ner=True).commitments) == kept


def test_the_number_of_a_point_says_nothing_of_it() -> None:
    model, text = task_model(), "（1）改造小区9个；1.5万亩"
    assert model.weigh(text, (0, 9), (0, 9)) == model.weigh(text, (3, 9), (0, 9))
    assert unnumbered(text, (10, 15)) == (10, 15)


def test_a_numeral_of_several_characters_is_a_figure() -> None:
    assert places("改造三百二十户", 0, 7) == places("改造320户", 0, 6)
    assert places("一起改造", 0, 4) != places("3起改造", 0, 4)


REFUSED = "大厅延时服务窗口由两个增加到六个。"


def test_the_model_vouches_for_a_clause_that_the_rules_refuse() -> None:
    assert extraction(REFUSED, ner=False).commitments == ()
    (row,) = extraction(REFUSED, ner=True).commitments
    assert row.level == "hard"
    assert REASON in row.rules
    assert "task-by-model" in row.warnings


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一、2024年工作回顾\n" + REFUSED, id="a review"),
        pytest.param("省里给各市定的目标是，今年优良天数比率达到80%以上。", id="what somebody else has said"),
    ],
)
def test_nor_does_it_vouch_for(text: str) -> None:
    assert extraction(text, ner=True).commitments == ()


def test_each_row_says_what_the_model_thinks_of_it_unless_nobody_asked() -> None:
    assert [any(name.startswith("model.") for name in found) for found in extraction(TASKS[0], ner=True).grounds] == [True]
    assert [any(name.startswith("model.") for name in found) for found in extraction(TASKS[0], ner=False).grounds] == [False]


def test_braces_mark_the_clauses_of_passages() -> None:
    text, marked = train_tasks.unmarked("老周说缺人，{水利站这周修好闸门}，修不好来找我。")
    assert (text, [text[start:end] for start, end in marked]) == ("老周说缺人，水利站这周修好闸门，修不好来找我。", ["水利站这周修好闸门"])
    examples = list(train_tasks.examples_of(text, Sentence(0, len(text)), marked, 1.0))
    assert [one.gives for one in examples] == [False, True, False]


def test_a_clause_into_which_an_action_runs_on_teaches_nothing() -> None:
    text = "6月底前摸清底数，建好台账，逐户上门。"
    examples = train_tasks.examples_of(text, Sentence(0, len(text)), [(4, 13)], 1.0)
    assert [(text[slice(*one.clause)], one.gives) for one in examples] == [("6月底前摸清底数", True), ("逐户上门", False)]


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[1] / "corpus" / "passages").glob("*.txt")), ids=lambda path: path.stem)
def test_each_brace_of_the_passages_has_its_other(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        assert re.fullmatch(r"(?:[^{}]|\{[^{}]+\})*", line), f"{path.name}, line {number}"


def test_the_same_characters_weigh_otherwise_in_a_clause_and_around_it() -> None:
    assert not places("改造公里", 0, 4) & places("改造公里", 0, 4, AROUND)


def test_nobody_asks_about_a_report() -> None:
    report = "政府工作报告\n各位代表：\n二、2025年重点工作\n" + TALE
    with_model, without = (extraction(report, ner=ner).commitments for ner in (True, False))
    assert [row.action for row in with_model] == [row.action for row in without] == ["到"]


def test_figures_are_alike_and_blanks_are_nothing() -> None:
    assert places("改造 12 公里", 0, 8) == places("改造3.5公里", 0, 7)
    assert places("改造公里", 0, 4) != places("改造3公里", 0, 5)


def test_a_model_is_read_as_it_was_written() -> None:
    model = TaskModel(bytes([ZERO]) * (SIZE - 1) + bytes([ZERO + 3]), 0.25, -1.5, -2.2)
    assert read_model(model_bytes(model, "a test"), "it") == model
    assert model.weigh("无", (0, 1), (0, 1)) == pytest.approx(-1.5)


@pytest.mark.parametrize("content", [b"", b"0.1\t0\t0\tcut\n" + bytes(12), b"no\tnumbers\there\n" + bytes(SIZE)])
def test_what_is_no_model_is_refused(content: bytes) -> None:
    with pytest.raises(RuleError, match=r"it: this is no task model.*tools/train_tasks\.py"):
        read_model(content, "it")


def test_training_is_the_same_each_time_and_tells_tasks_from_tales() -> None:
    examples = [train_tasks.Example(text, (0, len(text)), text in TASKS, 1.0) for text in (*TASKS, TALE, TALE, TALE)]
    model = train_tasks.trained(examples, 7)
    assert model == train_tasks.trained(examples, 7)
    task, tale = ((text, (0, len(text)), (0, len(text))) for text in (TASKS[0], TALE))
    assert model.weigh(*task) > 0 > model.weigh(*tale)


def test_the_shipped_model_is_small_and_says_where_it_is_from() -> None:
    path = Path(sys.modules[TaskModel.__module__].__file__).with_name("models") / "tasks-v2.weights"
    content = path.read_bytes()
    assert len(content) < SIZE + 200
    assert b"clauses of the corpus" in content.partition(b"\n")[0]
    assert task_model().least == train_tasks.LEAST
