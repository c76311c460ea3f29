"""Rows out to doccano and Label Studio and back: nothing is lost, corrections arrive, and what is wrong is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from commitments.annotation.convert import FORMATS, export_tasks, import_file, read_texts, write_texts
from commitments.annotation.notation import deadline_line, quantity_line, read_deadline, read_quantity
from commitments.annotation.placing import task_of_extraction, task_of_gold
from commitments.annotation.tasks import Task
from commitments.cli import main
from commitments.errors import Error, LedgerError, SourceError
from commitments.gold import parse_gold, read_gold
from commitments.ledger.objects import to_dict
from commitments.pipeline import Extraction
from commitments.ruledata import RuleSet

Json = dict[str, Any]
Change = Callable[["Sheet"], None]
CORPUS = Path(__file__).parents[1] / "corpus"
TEXT = (
    "在全市供水工作会议上的讲话\n同志们：\n"
    "水务局要会同自来水公司，8月底前更换老旧管网35公里，年底前建成加压站4座。\n"
    "督查室要成立专班，每周通报一次。各区要把巡线责任落实到人。\n"
)


class Sheet:
    """The one speech of an export, as an annotator sees it in either tool; saved as the tool would save it."""

    def __init__(self, content: str, form: str) -> None:
        self.form = form
        self.extra: list[str] = []
        if form == "doccano":
            self.task = json.loads(content)
            self.text: str = self.task["text"]
            self.marks = [[e["id"], e["label"], e["start_offset"], e["end_offset"], ""] for e in self.task["entities"]]
            self.links = [[r["from_id"], r["to_id"], r["type"]] for r in self.task["relations"]]
        else:
            (self.task,) = json.loads(content)
            self.text = self.task["data"]["text"]
            result = self.task["predictions"][0]["result"]
            values = {r["id"]: r["value"]["text"][0] for r in result if r["type"] == "textarea"}
            regions = [r for r in result if r["type"] == "labels"]
            self.marks = [
                [r["id"], r["value"]["labels"][0], r["value"]["start"], r["value"]["end"], values.get(r["id"], "")] for r in regions
            ]
            self.links = [[r["from_id"], r["to_id"], r["labels"][0]] for r in result if r["type"] == "relation"]

    def mark(self, words: str, label: str | None = None) -> list[Any]:
        """Return the mark on some words, which must be there once."""
        (found,) = (m for m in self.marks if self.text[m[2] : m[3]] == words and label in (None, m[1]))
        return found

    def add(self, words: str, label: str, to: str | None = None, kind: str = "of", value: str = "") -> None:
        """Mark words, and link them to the action that has the words `to`."""
        number: Any = 9000 + len(self.marks) if self.form == "doccano" else f"new{len(self.marks)}"
        start = self.text.index(words)
        self.marks.append([number, label, start, start + len(words), value])
        if to:
            self.links.append([number, self.mark(to, "action")[0], kind])

    def delete(self, words: str, label: str | None = None) -> None:
        """Delete a mark; its relations go with it, as in both tools."""
        mark = self.mark(words, label)
        self.marks.remove(mark)
        self.links = [link for link in self.links if mark[0] not in link[:2]]

    def say(self, words: str, value: str) -> None:
        """Write a value: beside the mark, or in a comment where the tool has no such field."""
        if self.form == "doccano":
            self.extra.append(f"{words} = {value}")
        else:
            self.mark(words)[4] = value

    def saved(self) -> str:
        """Return the file that the tool exports: new ids, another order."""
        if self.form == "doccano":
            entities = [{"id": m[0] + 70000, "label": m[1], "start_offset": m[2], "end_offset": m[3]} for m in reversed(self.marks)]
            relations = [{"id": n, "from_id": a + 70000, "to_id": b + 70000, "type": k} for n, (a, b, k) in enumerate(self.links)]
            return json.dumps({"id": 3, **self.task, "Comments": self.extra, "entities": entities, "relations": relations}) + "\n"
        result: list[Json] = [
            {"type": "relation", "from_id": f"#{a}", "to_id": f"#{b}", "direction": "left", "labels": [k] if k != "of" else []}
            for a, b, k in self.links
        ]
        for number, label, start, end, value in reversed(self.marks):
            place = {"start": start, "end": end, "text": self.text[start:end]}
            area = {"id": f"#{number}", "from_name": "value", "to_name": "text", "type": "textarea", "value": {**place, "text": [value]}}
            result += [area] if value else []
            labels = {"id": f"#{number}", "from_name": "label", "to_name": "text", "type": "labels", "value": {**place, "labels": [label]}}
            result.append(labels)
        annotations = [{"id": 1, "was_cancelled": True, "result": []}, {"id": 2, "was_cancelled": False, "result": result}]
        return json.dumps([{"id": 8, **self.task, "annotations": annotations}], indent=1)


@pytest.fixture
def task(read_speech: Callable[..., Extraction]) -> Task:
    return task_of_extraction(read_speech(TEXT, "2025-06-10"), "供水")


@pytest.fixture(params=FORMATS)
def corrected(request: pytest.FixtureRequest, task: Task, rules: RuleSet, tmp_path: Path) -> Callable[[Change], list[Json]]:
    """Export the speech, let an annotator change it, and import what the tool saves."""

    def correct(change: Change) -> list[Json]:
        sheet = Sheet(export_tasks([task], request.param, rules), request.param)
        change(sheet)
        path = tmp_path / "exported.json"
        path.write_text(sheet.saved(), encoding="utf-8")
        (line,) = import_file(path, rules).lines
        found: list[Json] = json.loads(line)["commitments"]
        return found

    return correct


def row(rows: list[Json], action: str) -> Json:
    (found,) = (row for row in rows if row["action"] == action)
    return found


def test_rows_that_nobody_touched_come_back_as_they_were(corrected: Any, read_speech: Callable[..., Extraction]) -> None:
    before = [to_dict(row) for row in read_speech(TEXT, "2025-06-10").commitments]
    after = corrected(lambda sheet: None)
    assert [row["action"] for row in after][:3] == ["更换老旧管网35公里", "建成加压站4座", "成立专班"]
    assert after == [{name: row[name] for name in after[0]} for row in before]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("split", ["dev", "train"])
def test_the_corpus_comes_back_byte_for_byte(form: Any, split: str, rules: RuleSet, tmp_path: Path) -> None:
    texts = read_texts(CORPUS / "clean")
    gold = CORPUS / "gold" / f"{split}.jsonl"
    tasks = [task_of_gold(speech, texts[speech.doc_id]) for speech in read_gold(gold, texts)]
    exported = export_tasks(tasks, form, rules)
    if form == "labelstudio":
        listed = json.loads(exported)
        for task in listed:
            task["annotations"] = [{"result": list(reversed(task.pop("predictions")[0]["result"]))}]
        exported = json.dumps(listed)
    (tmp_path / "file").write_text(exported, encoding="utf-8")
    assert import_file(tmp_path / "file", rules, texts).text == gold.read_text(encoding="utf-8")


def test_offsets_count_characters_of_the_clean_text(task: Task) -> None:
    words = {(mark.label, task.text[mark.start : mark.end]) for mark in task.marks}
    assert {("owner", "水务局"), ("co_owner", "自来水公司"), ("quantity", "35公里"), ("deadline", "8月底前")} <= words


def test_marks_that_rows_share_are_drawn_once_with_a_link_for_each(task: Task) -> None:
    (owner,) = (mark for mark in task.marks if task.text[mark.start : mark.end] == "水务局")
    assert sum(owner.id in (link.one, link.other) for link in task.links) == 2


def test_a_corrected_owner_arrives_with_its_kind(corrected: Any) -> None:
    def change(sheet: Sheet) -> None:
        sheet.delete("督查室")
        sheet.add("水务局", "owner", "成立专班", "inherited")

    found = row(corrected(change), "成立专班")
    assert (found["owner"], found["owner_kind"]) == (["水务局"], "inherited")


def test_an_owner_that_was_taken_away_leaves_none(corrected: Any) -> None:
    found = row(corrected(lambda sheet: sheet.delete("督查室")), "成立专班")
    assert (found["owner"], found["owner_kind"]) == ([], "none")


def test_a_new_row_is_read_by_the_rules_and_stands_in_its_place(corrected: Any) -> None:
    def change(sheet: Sheet) -> None:
        sheet.add("把巡线责任落实到人", "action")
        sheet.add("各区", "owner", "把巡线责任落实到人")
        sheet.add("每周", "deadline", "把巡线责任落实到人")

    rows = corrected(change)
    assert rows[-1] == {
        "level": "hard", "owner": ["各区"], "owner_kind": "explicit", "co_owners": [], "matter": "", "action": "把巡线责任落实到人",
        "quantities": [], "deadline": {"text": "每周", "start": None, "end": None, "recurrence": ["FREQ=WEEKLY"], "times": None},
        "evidence": "各区要把巡线责任落实到人。",
    }  # fmt: skip


def test_a_deleted_row_is_gone_though_its_other_marks_stay(corrected: Any) -> None:
    rows = corrected(lambda sheet: sheet.delete("建成加压站4座", "action"))
    assert [row["action"] for row in rows if "加压站" in row["action"]] == []


def test_an_action_drawn_anew_keeps_the_parts_of_the_row(corrected: Any) -> None:
    def change(sheet: Sheet) -> None:
        sheet.delete("建成加压站4座", "action")
        sheet.add("加压站4座", "action")

    found = row(corrected(change), "加压站4座")
    assert (found["owner"], found["quantities"][0]["value"], found["deadline"]["end"]) == (["水务局"], 4, "2025-12-31")
    assert found["evidence"] == TEXT.splitlines()[2]


def test_a_mark_with_blanks_at_its_ends_is_trimmed(corrected: Any) -> None:
    def change(sheet: Sheet) -> None:
        sheet.add("各区要把巡线责任落实到人。\n", "action")

    assert row(corrected(change), "各区要把巡线责任落实到人。")["level"] == "soft"


def test_a_quantity_without_a_link_belongs_to_the_action_around_it(corrected: Any) -> None:
    def change(sheet: Sheet) -> None:
        sheet.delete("4座", "quantity")
        sheet.add("加压站4座", "quantity")

    (quantity,) = row(corrected(change), "建成加压站4座")["quantities"]
    assert (quantity["text"], quantity["value"], quantity["unit"]) == ("加压站4座", 4, "座")


def test_a_value_that_the_annotator_writes_wins(corrected: Any) -> None:
    def change(sheet: Sheet) -> None:
        sheet.say("8月底前", "2025-09-15")
        sheet.say("35公里", ">= 35 km (length)")

    found = row(corrected(change), "更换老旧管网35公里")
    assert found["deadline"] == {"text": "8月底前", "start": None, "end": "2025-09-15", "recurrence": [], "times": None}
    assert found["quantities"] == [{"text": "35公里", "value": 35, "unit": "km", "comparator": ">=", "kind": "length", "delta": False}]


def test_a_row_that_loses_what_made_it_hard_is_soft(corrected: Any) -> None:
    def change(sheet: Sheet) -> None:
        sheet.delete("4座", "quantity")
        sheet.delete("年底前")

    assert row(corrected(change), "建成加压站4座")["level"] == "soft"


def test_a_deadline_that_no_rule_dates_keeps_its_words_and_is_noted(task: Task, rules: RuleSet, tmp_path: Path) -> None:
    sheet = Sheet(export_tasks([task], "doccano", rules), "doccano")
    sheet.delete("8月底前")
    sheet.add("会议", "deadline", "更换老旧管网35公里")
    (tmp_path / "a.jsonl").write_text(sheet.saved(), encoding="utf-8")
    found = import_file(tmp_path / "a.jsonl", rules)
    assert row(json.loads(found.lines[0])["commitments"], "更换老旧管网35公里")["deadline"]["end"] is None
    assert len(found.notes) == 1 and "会议" in found.notes[0]


WRONG: list[tuple[Change, str, str]] = [
    (lambda s: s.add("各区", "body"), "unknown label 'body'", "use one of: owner co_owner action"),
    (lambda s: s.add("各区", "owner"), "the owner '各区' at", "draw a relation"),
    (lambda s: s.links.append([s.mark("督查室")[0], s.mark("35公里")[0], "of"]), "a relation between", "an action and one of its parts"),
    (lambda s: s.add("各区", "owner", "成立专班", "maybe"), "unknown relation 'maybe'", "of inherited collective"),
    (lambda s: s.add("同志们", "quantity", "成立专班"), "the quantity '同志们' at", "= 12 家"),
    (lambda s: s.add("会议", "deadline", "建成加压站4座"), "an action with two deadlines", "delete a relation"),
    (lambda s: s.say("8月底前", "2025-02-30"), "there is no day 2025-02-30", "write an existing day"),
    (lambda s: s.say("35公里", "many"), "the value 'many'", "==12 家 (count)"),
    (lambda s: s.mark("督查室").__setitem__(3, 100_000), "lies outside the text", "export the speech again"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "problem", "cure"), WRONG)
def test_what_makes_no_row_is_refused_with_line_speech_and_cure(
    change: Change, problem: str, cure: str, task: Task, rules: RuleSet, tmp_path: Path
) -> None:
    sheet = Sheet(export_tasks([task], "doccano", rules), "doccano")
    change(sheet)
    (tmp_path / "a.jsonl").write_text("\n" + sheet.saved(), encoding="utf-8")
    with pytest.raises(LedgerError) as caught:
        import_file(tmp_path / "a.jsonl", rules)
    assert "a.jsonl:2 (供水" in caught.value.place
    assert problem in caught.value.problem
    assert cure in caught.value.cure


def with_task(content: str, **fields: Any) -> str:
    return json.dumps({**json.loads(content), **fields}) + "\n"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda text: "{", "not valid JSON"),
        (lambda text: "[1, 2]\n", "not a JSON object"),
        (lambda text: '{"text": "会议", "label": []}\n', "the spans have no relations"),
        (lambda text: with_task(text, doc_id=None), "no `text` or no `doc_id`"),
        (lambda text: with_task(text, text=TEXT + "。"), "the text is not the one that was exported"),
        (lambda text: with_task(text, commitments="{}"), "the field 'commitments' was changed"),
        (lambda text: with_task(text, entities=[{"id": 1}]), "a span or relation that cannot be read"),
        (lambda text: text + text, "the speech is there twice"),
        (lambda text: "\n", "no annotated speech"),
    ],
)
def test_a_wrong_doccano_file_is_refused(change: Callable[[str], str], problem: str, task: Task, rules: RuleSet, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(change(export_tasks([task], "doccano", rules)), encoding="utf-8")
    with pytest.raises(LedgerError, match=problem):
        import_file(tmp_path / "a.jsonl", rules)


def labelled(content: str, *annotations: Json) -> str:
    (task,) = json.loads(content)
    result = task.pop("predictions")[0]["result"]
    return json.dumps([{**task, "annotations": [{"result": result, **item} for item in annotations]}])


def with_labels(content: str) -> str:
    (task,) = json.loads(labelled(content, {}))
    task["annotations"][0]["result"][0]["value"]["labels"] = ["owner", "action"]
    return json.dumps([task])


def shifted(content: str) -> str:
    (task,) = json.loads(labelled(content, {}))
    for item in task["annotations"][0]["result"]:
        if "value" in item:
            item["value"]["start"] += 1
    return json.dumps([task])


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda text: "[\n{", r"a.json:2"),
        (lambda text: "[3]", "not a JSON object"),
        (lambda text: text, "no `data` and `annotations`"),
        (lambda text: labelled(text, {}, {}), "2 annotations of one task"),
        (lambda text: labelled(text), "no annotated speech"),
        (with_labels, "has 2 labels"),
        (shifted, "the words of a region do not stand at its offsets"),
    ],
)
def test_a_wrong_label_studio_file_is_refused(
    change: Callable[[str], str], problem: str, task: Task, rules: RuleSet, tmp_path: Path
) -> None:
    (tmp_path / "a.json").write_text(change(export_tasks([task], "labelstudio", rules)), encoding="utf-8")
    with pytest.raises(LedgerError, match=problem):
        import_file(tmp_path / "a.json", rules)


def test_of_several_annotations_the_ground_truth_counts(task: Task, rules: RuleSet, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        labelled(export_tasks([task], "labelstudio", rules), {"result": []}, {"ground_truth": True}), encoding="utf-8"
    )
    assert import_file(tmp_path / "a.json", rules).rows == len(task.rows)


def test_offsets_in_utf16_units_are_recognised(rules: RuleSet, tmp_path: Path, read_speech: Callable[..., Extraction]) -> None:
    text = TEXT.replace("督查室", "𬭎山督查室")  # a character outside the basic plane is two units long
    task = task_of_extraction(read_speech(text), "a")
    (found,) = json.loads(labelled(export_tasks([task], "labelstudio", rules), {}))
    for item in found["annotations"][0]["result"]:
        for name in ("start", "end") if "value" in item else ():
            item["value"][name] += text[: item["value"][name]].count("𬭎")
    (tmp_path / "a.json").write_text(json.dumps([found]), encoding="utf-8")
    (line,) = import_file(tmp_path / "a.json", rules).lines
    assert json.loads(line)["commitments"] == [dict(placed.row) for placed in task.rows]


def test_a_quantity_marked_anew_in_traditional_script_keeps_its_unit(
    rules: RuleSet, tmp_path: Path, read_speech: Callable[..., Extraction]
) -> None:
    text = "在全縣水務工作會議上的講話\n同志們：\n水務局要對項目實行聯審，年底前新裝水錶1200戶。各鎮區須將這項務實專責與時進會。\n"
    sheet = Sheet(export_tasks([task_of_extraction(read_speech(text), "a")], "doccano", rules), "doccano")
    sheet.delete("1200戶")
    sheet.add("1200戶", "quantity")
    sheet.task["commitments"] = ""  # nothing of what was there before
    (tmp_path / "a.jsonl").write_text(sheet.saved(), encoding="utf-8")
    rows = json.loads(import_file(tmp_path / "a.jsonl", rules).lines[0])["commitments"]
    assert [(q["value"], q["unit"]) for row in rows for q in row["quantities"]] == [(1200, "戶")]


def test_clean_texts_are_written_and_held_against_the_import(task: Task, rules: RuleSet, tmp_path: Path) -> None:
    write_texts([task], tmp_path / "clean")
    (tmp_path / "a.jsonl").write_text(export_tasks([task], "doccano", rules), encoding="utf-8")
    assert import_file(tmp_path / "a.jsonl", rules, read_texts(tmp_path / "clean")).rows == len(task.rows)
    (tmp_path / "clean" / "供水.txt").write_text("另一篇讲话", encoding="utf-8")
    with pytest.raises(LedgerError, match="differs from the clean text"):
        import_file(tmp_path / "a.jsonl", rules, read_texts(tmp_path / "clean"))
    with pytest.raises(LedgerError, match="no clean text of this speech"):
        import_file(tmp_path / "a.jsonl", rules, {"别的": "文字"})
    with pytest.raises(SourceError, match="no such folder"):
        read_texts(tmp_path / "none")


def test_two_speeches_of_one_name_are_refused(task: Task, rules: RuleSet) -> None:
    with pytest.raises(SourceError, match="two speeches have this name"):
        export_tasks([task, task], "doccano", rules)


@pytest.mark.parametrize(
    "quantity",
    [
        {"text": "a", "value": 12, "unit": "家", "comparator": ">=", "kind": "count", "delta": True},
        {"text": "a", "value": 0.5, "unit": "", "comparator": "==", "kind": "score", "delta": False},
        {"text": "a", "low": 3, "high": 5, "unit": "亿元", "comparator": "~", "kind": "money", "delta": False},
    ],
)
def test_a_quantity_survives_its_notation(quantity: Json) -> None:
    assert read_quantity(quantity_line(quantity), "a") == quantity


@pytest.mark.parametrize(
    "deadline",
    [
        {"text": "a", "start": None, "end": None, "recurrence": [], "times": None},
        {"text": "a", "start": None, "end": "2025-09-30", "recurrence": [], "times": None},
        {"text": "a", "start": "2025-10-20", "end": "2025-11-10", "recurrence": [], "times": None},
        {"text": "a", "start": "2025-12-01", "end": None, "recurrence": ["FREQ=DAILY;INTERVAL=10"], "times": None},
        {"text": "a", "start": None, "end": None, "recurrence": ["FREQ=WEEKLY", "FREQ=MONTHLY"], "times": 2},
    ],
)
def test_a_deadline_survives_its_notation(deadline: Json) -> None:
    assert read_deadline(deadline_line(deadline), "a") == deadline


@pytest.mark.parametrize("line", ["", "soon", "12", "2025-09", "2025-01-01 2"])
def test_what_is_no_deadline_is_not_read(line: str) -> None:
    assert read_deadline(line, "a") is None


@pytest.mark.parametrize("line", ["", "家", "12 家 (houses)", "12..", ">= 家"])
def test_what_is_no_quantity_is_not_read(line: str) -> None:
    assert read_quantity(line, "a") is None


@pytest.mark.parametrize(("form", "part"), [("doccano", '"text": "owner"'), ("labelstudio", '<Label value="owner"')])
def test_the_setup_names_the_labels(form: str, part: str) -> None:
    result = CliRunner().invoke(main, ["annotate", "setup", "--format", form], standalone_mode=False)
    assert part in result.output


def test_the_command_line_goes_there_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "供水.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "空.txt").write_text("", encoding="utf-8")
    run = CliRunner()
    export = [
        "annotate",
        "export",
        "供水.txt",
        "空.txt",
        "--date",
        "2025-06-10",
        "--format",
        "doccano",
        "-o",
        "a.jsonl",
        "--clean",
        "clean",
    ]
    assert run.invoke(main, export).exit_code == 1  # 空.txt is named, the other speech is there
    assert run.invoke(main, ["annotate", "import", "a.jsonl", "--clean", "clean", "-o", "gold.jsonl"]).exit_code == 0
    (speech,) = parse_gold((tmp_path / "gold.jsonl").read_text(encoding="utf-8"), "gold.jsonl", {"供水": TEXT})
    again = ["annotate", "export", "clean", "--gold", "gold.jsonl", "--format", "doccano", "-o", "b.jsonl"]
    assert run.invoke(main, again).exit_code == 0
    assert run.invoke(main, ["annotate", "import", "b.jsonl", "-o", "gold2.jsonl"]).exit_code == 0
    assert (tmp_path / "gold2.jsonl").read_bytes() == (tmp_path / "gold.jsonl").read_bytes()
    assert speech.speech_date == "2025-06-10"


@pytest.mark.parametrize("arguments", [["import", "none.json"], ["export", "none", "--format", "doccano"], ["export", "."]])
def test_wrong_usage_is_one_line_and_status_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["annotate", *arguments])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_errors_are_of_the_public_kind() -> None:
    assert issubclass(LedgerError, Error)
