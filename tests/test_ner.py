"""The trained model: what it is asked, what it answers, and that the rules come first."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise, product
from pathlib import Path

import pycrfsuite
import pytest
from commandline import ENVIRONMENT, run

from commitments import RawPage, extract
from commitments.clauses import Clause
from commitments.cues import cue_lexicon
from commitments.errors import RuleError
from commitments.frames import FrameReader
from commitments.link_shapes import link_shapes
from commitments.mentions.deadlines import find_deadlines
from commitments.mentions.owner_rules import owner_grammar
from commitments.ner import RULE, OwnerModel, Question, features, model_text, names_in, owner_model, question_about, read_model
from commitments.ruledata import RuleSet
from commitments.types import OwnerMention

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import ner_material
import train_ner

UNKNOWN = "楼层长要在9月底前放电影60场"
"""A clause whose owner ends like nothing in rules/owners."""


def asked(text: str, rules: RuleSet) -> Question | None:
    cues = cue_lexicon(rules).scan(text).cues
    dates = find_deadlines(text, 0, len(text), None, periods={}, rules=rules, vague=False)
    return question_about(text, (0, len(text)), cues, dates)


def stretch(question: Question | None) -> tuple[str, str, str] | None:
    return question and (question.text[question.start : question.stop], question.cue, question.text[question.behind : question.end])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("楼层长要放电影60场", ("楼层长", "要", "放电影60场")),
        ("楼层长必须放电影60场", ("楼层长", "必须", "放电影60场")),
        ("楼层长在9月底前放电影60场", ("楼层长", "期", "放电影60场")),
        ("由楼层长放电影60场", ("楼层长放电影", "由", "60场")),
        ("放电影60场", None),
        ("确保楼层长到位", None),
    ],
)
def test_what_the_model_is_asked(text: str, expected: tuple[str, str, str] | None, rules: RuleSet) -> None:
    assert stretch(asked(text, rules)) == expected


@pytest.mark.parametrize("words", ["员", "楼层长的任务", "第3放映队", "对楼层长", "楼层长，小学", "甲" * 19])
def test_what_is_no_name_is_not_asked_about(words: str) -> None:
    question = Question(f"{words}要", 0, len(words), "要", len(words) + 1, len(words) + 1)
    assert not question.plausible
    assert owner_model().guess(question) == []


@pytest.mark.parametrize("name", ["楼层长", "评议团", "农技能手", "读书会", "护河使者", "安恒热力"])
@pytest.mark.parametrize("task", ["要在9月底前走访商户60户", "要每周巡查堤防2次"])
def test_owners_that_the_grammar_does_not_know(name: str, task: str) -> None:
    (row,) = extract(RawPage(f"同志们：\n{name}{task}。"), date="2025-06-01")
    assert (row.owner, row.owner_kind) == ((name,), "explicit")
    assert RULE in row.rules
    assert "owner-by-model" in row.warnings


@pytest.mark.parametrize("topic", ["老旧管网改造", "营商环境", "城市面貌", "作风建设", "东郊垃圾填埋场", "新城污水管网", "产业结构"])
@pytest.mark.parametrize("task", ["要在9月底前完成80%", "要再上一个台阶", "要实现全覆盖"])
def test_topics_are_no_owners(topic: str, task: str) -> None:
    assert [row.owner for row in extract(RawPage(f"同志们：\n{topic}{task}。"), date="2025-06-01") if row.owner] == []


def test_where_the_rules_know_the_owner_the_model_is_not_asked(rules: RuleSet) -> None:
    questions: list[Question] = []

    def guess(question: Question) -> list[OwnerMention]:
        questions.append(question)
        return [OwnerMention(question.start, question.stop, "", RULE)]

    for text in ("水利局要在9月底前巡堤60次", "大家要在9月底前巡堤60次", "要在9月底前巡堤60次", "楼层长要在9月底前放电影60场"):
        reader = FrameReader(text, owner_grammar(rules), link_shapes(rules), guess)
        frame = reader.read(Clause(0, len(text), ""), cue_lexicon(rules).scan(text).cues, (), ())
        assert [owner.rule for owner in frame.owners] == {"水": ["owner.body"], "楼": [RULE]}.get(text[0], [])
    assert [question.text[question.start : question.stop] for question in questions] == ["楼层长"]


def test_without_the_model_the_owner_stays_empty() -> None:
    page = RawPage(f"同志们：\n{UNKNOWN}。")
    assert [row.owner for row in extract(page, date="2025-06-01")] == [("楼层长",)]
    assert [row.owner for row in extract(page, date="2025-06-01", ner=False)] == [()]


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_the_command_line_can_leave_the_model_out(command: str, tmp_path: Path) -> None:
    page = tmp_path / "讲话.txt"
    page.write_text(f"同志们：\n{UNKNOWN}。\n", encoding="utf-8")
    with_model, without = (run(command, str(page), "--date", "2025-06-01", *more).stdout for more in ((), ("--no-ner",)))
    mark = "owner-by-model" if command == "extract" else RULE
    assert mark in with_model
    assert mark not in without


def test_the_model_is_read_only_when_it_is_asked() -> None:
    code = (
        "import sys, commitments; from commitments.ner import owner_model\n"
        "for text in ('水利局要在9月底前巡堤60次。', '楼层长要在9月底前放电影60场。'):\n"
        "    commitments.extract(commitments.RawPage(text)); print(owner_model.cache_info().currsize)\n"
        "print({'spacy', 'numpy', 'pycrfsuite'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert done.stdout.split("\n")[:3] == ["0", "1", "set()"]


@pytest.mark.parametrize(
    ("tags", "cue", "expected"),
    [
        ("BIIBI", "要", [(0, 3), (3, 5)]),
        ("IIIOO", "要", []),
        ("BIIOO", "由", [(0, 3)]),
        ("OBIII", "由", []),
    ],
)
def test_names_must_fill_the_stretch_or_open_it_behind_by(tags: str, cue: str, expected: list[tuple[int, int]]) -> None:
    assert names_in(tags, Question("楼层长侨联", 0, 5, cue, 5, 5)) == expected


def test_the_best_path_is_the_best_of_all_paths() -> None:
    """Viterbi against trying out every path of a short stretch, with the weights that ship."""
    model = owner_model()
    question = Question("侨联和宣讲团要", 0, 6, "要", 7, 7)
    rows = [[sum(model.states.get(name, (0.0, 0.0, 0.0))[tag] for name in names) for tag in range(3)] for names in features(question)]

    def worth(path: tuple[int, ...]) -> float:
        steps = sum(model.moves[one][two] for one, two in pairwise(path))
        return steps + sum(row[tag] for row, tag in zip(rows, path, strict=True))

    best = max(product(range(3), repeat=6), key=worth)
    assert model.tags(question) == "".join("BIO"[tag] for tag in best)


def toy_examples() -> list[ner_material.Example]:
    names = {"楼层长": (0, 3), "侨联": (0, 2), "宣讲团": (0, 3), "营商环境": None, "作风建设": None, "产业结构": None}
    found = []
    for name, span in names.items():
        for cue, task in (("要", "走访商户"), ("须", "巡堤两次")):
            question = Question(name + cue + task, 0, len(name), cue, len(name) + 1, len(name) + 1 + len(task))
            found.append(ner_material.Example(question, (span,) if span else (), "gold"))
    return found


def test_training_gives_the_same_model_each_time_and_answers_as_its_library_does(tmp_path: Path) -> None:
    examples = toy_examples()
    model = train_ner.train_crf(examples, 0.0)
    assert model == train_ner.train_crf(examples, 0.0)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=train_ner.OPTIONS, verbose=False)
    for example in examples:
        trainer.append(features(example.question), example.tags)
    trainer.train(str(tmp_path / "toy"))
    tagger = pycrfsuite.Tagger()
    with tagger.open(str(tmp_path / "toy")):
        theirs = ["".join(tagger.tag(features(example.question))) for example in examples]
    assert [model.tags(example.question) for example in examples] == theirs
    assert theirs == ["".join(example.tags) for example in examples]


def test_masks_change_the_name_and_nothing_else() -> None:
    (example, *_) = toy_examples()
    masks = ner_material.Masks(7)
    copies = [masks.masked(example) for _ in range(20)]
    assert {copy.question.text[copy.question.stop :] for copy in copies} == {"要走访商户"}
    assert {copy.spans == ((0, copy.question.stop),) for copy in copies} == {True}
    assert len({copy.words for copy in copies}) > 15
    assert {masks.with_thing(example).spans for _ in range(20)} == {()}


def test_a_model_is_written_and_read() -> None:
    model = OwnerModel({"0局": (0.5, -1.25, 0.0)}, ((0.0, 1.0, 0.5), (0.0, 0.5, 1.0), (0.25, 0.0, 1.5)), 2.0)
    text = model_text({**model.states, "0无": (0.0, 0.0002, 0.0)}, model.moves, 2.0, "made by hand")
    assert text.splitlines()[0] == "# made by hand"
    assert read_model(text, "it") == model


@pytest.mark.parametrize("text", ["", "margin\t2.0\n", "margin\t2\nBB\t0\nBI\t0\nBO\tx\n"])
def test_what_is_no_model_is_named(text: str) -> None:
    with pytest.raises(RuleError, match=r"it: this is no owner model.*tools/train_ner\.py"):
        read_model(text, "it")


def test_the_model_that_ships_is_small_and_says_where_it_is_from() -> None:
    path = Path(sys.modules["commitments.ner"].__file__ or "").with_name("models") / "owners-v1.tsv"
    assert path.stat().st_size < 5_000_000
    assert path.read_text(encoding="utf-8").startswith("# made by tools/train_ner.py, seed ")
