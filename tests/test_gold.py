"""Gold files: what is right is read, what is wrong is refused with file, line, row and cure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from commitments.errors import LedgerError
from commitments.gold import parse_gold, read_gold, read_outlines

TEXT = "镇里开会。林业站要在5月底前补植苗木300株，并每月巡护一次；由综治办成立护林专班。"
SENTENCE = "林业站要在5月底前补植苗木300株，并每月巡护一次；由综治办成立护林专班。"


def quantity(**fields: Any) -> dict[str, Any]:
    return {"text": "300株", "value": 300, "unit": "株", "comparator": "==", "kind": "count", "delta": False, **fields}


def deadline(**fields: Any) -> dict[str, Any]:
    return {"text": "5月底前", "start": None, "end": "2025-05-31", "recurrence": [], "times": None, **fields}


def row(**fields: Any) -> dict[str, Any]:
    right = {
        "level": "hard", "owner": ["林业站"], "owner_kind": "explicit", "co_owners": [], "matter": "", "action": "补植苗木300株",
        "quantities": [quantity()], "deadline": deadline(), "evidence": SENTENCE,
    }  # fmt: skip
    return {**right, **fields}


def line(*rows: dict[str, Any], **fields: Any) -> str:
    return json.dumps({"doc_id": "a", "speech_date": "2025-03", "commitments": list(rows), **fields}, ensure_ascii=False)


def soft(**fields: Any) -> dict[str, Any]:
    return row(level="soft", owner=["综治办"], action="成立护林专班", quantities=[], deadline=None, **fields)


@pytest.mark.parametrize(
    "right",
    [
        row(),
        soft(),
        row(action="每月巡护一次", quantities=[], deadline=deadline(text="每月", end=None, recurrence=["FREQ=MONTHLY"], times=1)),
        row(owner=[], owner_kind="none"),
        row(deadline=None),
        row(quantities=[{"text": "300株", "low": 200, "high": 300, "unit": "株", "comparator": "==", "kind": "count", "delta": False}]),
    ],
)
def test_right_rows_are_read_and_given_back(right: dict[str, Any]) -> None:
    (speech,) = parse_gold(line(right), "a.jsonl", {"a": TEXT})
    (given,) = speech.rows()
    assert (given["action"], given["level"], list(given["owner"])) == (right["action"], right["level"], right["owner"])


@pytest.mark.parametrize(
    ("wrong", "problem", "cure"),
    [
        (row(ownner=["x"]), "unknown field 'ownner'", "did you mean 'owner'"),
        (row(quantities=[quantity(units="株")]), "unknown field 'units'", "did you mean 'unit'"),
        (row(deadline=deadline(stop="x")), "unknown field 'stop'", "use one of: text start end"),
        ({k: v for k, v in row().items() if k != "matter"}, "the field 'matter' is missing", "add it"),
        (row(level="firm"), "level 'firm' is not allowed", "use one of: hard"),
        (row(quantities=[], deadline=None), "hard row without quantity or deadline", "make it soft"),
        (row(quantities=[], deadline=deadline(text="尽快", end=None)), "hard row without quantity or deadline", "尽快 is no deadline"),
        (soft() | {"quantities": [quantity()]}, "soft row with a quantity or a deadline", "make it hard"),
        (soft() | {"deadline": deadline()}, "soft row with a quantity or a deadline", "make it hard"),
        (row(evidence="林业站补植了苗木300株。"), "evidence not in the text", "word for word"),
        (row(action="补栽苗木300株"), "action not in the text", "word for word"),
        (row(action="镇里开会"), "action not in the evidence", "word for word"),
        (row(owner=["林草局"]), "owner not in the text", "word for word"),
        (row(co_owners=["林草局"]), "co-owner not in the text", "word for word"),
        (row(quantities=[quantity(text="301株")]), "quantity not in the text", "word for word"),
        (row(deadline=deadline(text="6月底前")), "deadline not in the text", "word for word"),
        (row(deadline=deadline(end="2025-05-32")), "there is no day 2025-05-32", "2025-06-30"),
        (row(deadline=deadline(end="5月31日")), "is no day", "2025-06-30"),
        (row(deadline=deadline(start="2025-06-01")), "ends before it starts", "check"),
        (row(deadline=deadline(recurrence=["WEEKLY"])), "'WEEKLY' is no RFC 5545 rule", "FREQ=WEEKLY"),
        (row(deadline=deadline(recurrence=["FREQ=WEEKLY;INTERVAL=0"])), "is no RFC 5545 rule", "FREQ=WEEKLY"),
        (row(deadline=deadline(recurrence=["FREQ=WEEKLY;COUNT=2"])), "has COUNT or UNTIL", "`times`"),
        (row(deadline=deadline(times=2)), "`times` without a recurrence", "add the recurrence"),
        (row(owner=[]), "owner_kind explicit without an owner", "name the owner"),
        (row(owner_kind="none"), "owner_kind none with an owner", "empty the list"),
        (row(quantities=[quantity(value=None)]), "neither a value nor a range", "give `value`"),
        (row(quantities=[quantity(value=None, low=9, high=3)]), "ends before it begins", "swap"),
        (row(quantities=[quantity(value="300")]), "field commitments.1.quantities.0.value: ", "annotation guide"),
        (row(action=""), "the field is empty", "fill it"),
    ],
)
def test_a_wrong_row_is_refused_with_file_line_row_and_cure(wrong: dict[str, Any], problem: str, cure: str) -> None:
    content = line(doc_id="b") + "\n" + line(row(), wrong)
    with pytest.raises(LedgerError) as caught:
        parse_gold(content, "corpus/gold/dev.jsonl", {"a": TEXT})
    assert caught.value.place == "corpus/gold/dev.jsonl:2 (a, row 2)"
    assert problem in caught.value.problem or problem in str(caught.value)
    assert cure in caught.value.cure


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "not valid JSON"),
        ("[]", "not a JSON object"),
        (line(speech_date="2025-13"), "there is no day 2025-13"),
        (line(speech_date="去年"), "is no date"),
        (line(extra=1), "unknown field 'extra'"),
        (line() + "\n\n" + line(), "the speech a is there twice"),
    ],
)
def test_a_wrong_line_is_refused(content: str, problem: str) -> None:
    with pytest.raises(LedgerError, match=problem) as caught:
        parse_gold(content, "g.jsonl")
    assert caught.value.place.startswith(f"g.jsonl:{content.count(chr(10)) + 1}")


def test_without_the_text_words_are_not_checked() -> None:
    assert parse_gold(line(row(evidence="林业站补植了苗木300株。")), "g.jsonl")[0].doc_id == "a"


@pytest.mark.parametrize(("data", "problem"), [(None, "no such file"), ("文".encode("gbk"), "not in UTF-8")])
def test_an_unreadable_file_is_refused(tmp_path: Path, data: bytes | None, problem: str) -> None:
    path = tmp_path / "g.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(LedgerError, match=problem):
        read_gold(path)


@pytest.mark.parametrize("wrong", ['{"doc_id": "a"}', '{"doc_id": "a", "headings": [{"level": 0, "marker": "", "title": "x"}]}'])
def test_a_wrong_outline_is_refused_with_its_line(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "outline.jsonl"
    path.write_text('{"doc_id": "b", "headings": []}\n' + wrong, encoding="utf-8")
    with pytest.raises(LedgerError) as caught:
        read_outlines(path)
    assert caught.value.place.endswith("outline.jsonl:2")
