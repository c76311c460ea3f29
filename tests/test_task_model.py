"""A clause that only tells gives no row, though the rules see one; tasks and the bare sentences of reports keep theirs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from commitments.errors import RuleError
from commitments.evaluation.predicting import clean_speech
from commitments.pipeline import extract_speech
from commitments.ruledata import load_rules
from commitments.task_model import AROUND, REASON, SIZE, ZERO, TaskModel, model_bytes, places, read_model, task_model

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

import train_tasks

TALE = "上级督查组下月就到，一住半个月，看的就是这些死角。"
TASKS = ("水利局要在5月底前完成12座水库除险加固。", "年底前建成养老服务站3个。", "请民政局9月10日前把名册报上来。")


def extraction(text: str, *, ner: bool, title: str = ""):
    return extract_speech(clean_speech(text, title), doc_id="t", source="t.txt", date="2025-03-01", rules=load_rules(), ner=ner)


def test_what_only_tells_gives_no_row_and_the_dropped_stretches_say_so() -> None:
    assert [row.action for row in extraction(TALE, ner=False).commitments] == ["到"]
    found = extraction(TALE, ner=True)
    assert found.commitments == ()
    assert [(drop.stage, drop.reason) for drop in found.dropped if drop.reason == REASON] == [("forward", REASON)]


@pytest.mark.parametrize("task", TASKS)
def test_a_task_keeps_its_row(task: str) -> None:
    assert len(extraction(task, ner=True).commitments) == len(extraction(task, ner=False).commitments) == 1


def test_a_short_sentence_says_too_little_to_be_doubted() -> None:
    short = "上级督查组下月就到，看的就是死角。"
    assert task_model().weigh(short, (0, 9), (0, len(short))) < task_model().least
    assert [row.action for row in extraction(short, ner=True).commitments] == ["到"]


def test_a_task_beside_a_tale_keeps_its_row() -> None:
    actions = [row.action for row in extraction(TALE + TASKS[1], ner=True).commitments]
    assert actions == ["建成养老服务站3个"]


def test_beside_a_task_in_the_same_sentence_the_clause_that_only_tells_loses_its_row() -> None:
    sentence = "上级督查组下月就到，看的就是这些死角，住上半个月，谁也别想糊弄过去，我到时候也要进去坐着听，水利局5月底前换闸门12扇。"
    assert [row.action for row in extraction(sentence, ner=False).commitments] == ["到", "换闸门12扇"]
    assert [row.action for row in extraction(sentence, ner=True).commitments] == ["换闸门12扇"]


def test_what_is_forbidden_in_so_many_words_is_not_doubted() -> None:
    sentence = "往年账面上看着好看，其实都是拆东墙补西墙，不得新增一笔债务，这个道理大家都懂。"
    found = [row.action for row in extraction(sentence, ner=True).commitments]
    assert found == ["不得新增一笔债务"]


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
