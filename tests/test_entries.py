"""The lines of the ledger: evidence of endless sentences, ids of words that stand several times."""

from __future__ import annotations

import pytest

from commitments import entries
from commitments.pipeline import extract_page
from commitments.types import RawPage

TASKS = "农业农村局要在9月底前改造水渠{}处，"


@pytest.fixture(scope="module")
def endless() -> str:
    return "同志们：" + "".join(TASKS.format(number) for number in range(100, 400)) + "各科室要配合到位。"


def test_evidence_of_an_endless_sentence_is_what_stands_around_the_action(endless: str) -> None:
    found = extract_page(RawPage(endless, "a"), date="2025-03-01")
    text = found.speech.text
    assert len(found.commitments) == 300
    for row in found.commitments:
        assert text[row.start : row.end] == row.evidence
        assert row.action in row.evidence
        assert row.spans.owner[0][0] >= row.start
        assert len(row.evidence) < 700
        assert row.start == 0 or text[row.start - 1] in "，：\n"
        assert row.evidence.endswith("。") or text[row.end] == "，"


def test_a_sentence_with_an_end_is_evidence_as_a_whole() -> None:
    sentence = TASKS.format(5) + "各科室要配合，" * 90 + "月底前报告1次。"
    found = extract_page(RawPage(f"同志们：\n{sentence}\n水利局要巡堤。", "a"), date="2025-03-01")
    assert [row.evidence for row in found.commitments] == [sentence, sentence]


def test_where_an_endless_sentence_has_no_marks_either_it_is_cut_between_characters() -> None:
    text = "甲" * 3000
    assert entries.around(text, (0, 3000), (1500, 1510)) == (1100, 1710)


@pytest.mark.parametrize("short", [0, 1_000_000])
def test_ids_count_how_often_the_words_stood_before(monkeypatch: pytest.MonkeyPatch, short: int) -> None:
    monkeypatch.setattr(entries, "_SHORT", short)
    text = "建成1座站点。先建成1座站点,再建成2座站点。建成1座站点。"
    page = RawPage(f"同志们：\n水利局要在6月底前{text}", "a")
    again = RawPage(f"同志们：\n大家辛苦了。\n水利局要在6月底前{text}", "a")
    ids = [row.id for row in extract_page(page, date="2025-03-01").commitments]
    assert len(set(ids)) == len(ids) >= 3
    assert [row.id for row in extract_page(again, date="2025-03-01").commitments] == ids
    assert ids == ids_by_hand(extract_page(page, date="2025-03-01"))


def ids_by_hand(found: object) -> list[str]:
    """The same ids by the plainest way: counting in what stands before each action."""
    text = found.speech.text  # type: ignore[attr-defined]
    keys = [
        f"a\0{row.action}\0{text[: row.spans.action[0]].count(row.action)}"
        for row in found.commitments  # type: ignore[attr-defined]
    ]
    return [entries._identity(key) for key in keys]
