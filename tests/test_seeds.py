"""What the main job must show on five real pages that are no part of the repository; skipped where they are not at hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from commitments.clean import clean_page
from commitments.evaluation.texts import compare_characters, compare_outlines, overlap_figures
from commitments.gold import GoldHeading
from commitments.ledger import Ledger, read_ledger
from commitments.outline import read_outline
from commitments.reading import read_page
from commitments.ruledata import load_rules
from commitments.scoring import tally
from commitments.types import CleanSpeech, RawPage

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEEDS = SHARED / "seeds"
NAMES = ("000", "001", "002", "003", "004")
WITH_GOLD = ("000", "003")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real pages are kept beside the repository, not in it")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run all five pages in one call of the command line."""
    out = tmp_path_factory.mktemp("seeds") / "ledger.jsonl"
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "commitments", "extract", str(SEEDS), "-o", str(out), "--lang", "en"]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False), out


@pytest.fixture(scope="module")
def ledger(run: tuple[subprocess.CompletedProcess[str], Path]) -> Ledger:
    return read_ledger(run[1])


def page_of(name: str) -> RawPage:
    return read_page(SEEDS / f"{name}.txt")


def speech_of(name: str) -> CleanSpeech:
    return clean_page(page_of(name), load_rules())


def gold_lines(name: str) -> dict[str, dict[str, object]]:
    lines = (SHARED / "gold" / name).read_text(encoding="utf-8").splitlines()
    return {line["doc_id"]: line for line in map(json.loads, lines)}


def test_all_five_are_done_and_summed_up_in_a_line(run: tuple[subprocess.CompletedProcess[str], Path], ledger: Ledger) -> None:
    done, _ = run
    assert done.returncode == 0, done.stderr
    assert {row.doc_id for row in ledger} <= set(NAMES)
    hard = sum(row.level == "hard" for row in ledger)
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"speeches 5, commitments {len(ledger)}: hard {hard}, soft {len(ledger) - hard}; gaps ")
    assert "warnings" in last


def test_every_site_is_recognised() -> None:
    assert "generic" not in {speech_of(name).site for name in NAMES}


@pytest.mark.parametrize("name", WITH_GOLD)
def test_the_clean_text_is_the_gold(name: str) -> None:
    gold = (SHARED / "gold" / "clean" / f"{name}.txt").read_text(encoding="utf-8")
    shared = compare_characters(name, gold, speech_of(name).text)
    assert max(shared.gold, shared.predicted) - shared.both <= 0.005 * shared.gold


@pytest.mark.parametrize("name", WITH_GOLD)
def test_the_outline_is_the_gold(name: str) -> None:
    gold = [GoldHeading.model_validate(heading) for heading in gold_lines("outline-000-003.jsonl")[name]["headings"]]  # type: ignore[attr-defined]
    found = compare_outlines(name, gold, read_outline(speech_of(name), load_rules()))
    assert (overlap_figures(found.counts())["f1"] or 0) >= 0.95


@pytest.mark.parametrize("name", WITH_GOLD)
def test_the_rows_are_the_gold(name: str, ledger: Ledger) -> None:
    gold = gold_lines("seeds-000-003.jsonl")[name]["commitments"]
    figures = tally(gold, [row for row in ledger.to_dicts() if row["doc_id"] == name]).figures()  # type: ignore[arg-type]
    assert (figures["hard_f1"] or 0) >= 0.90
    assert (figures["tuple_f1"] or 0) >= 0.75


def test_a_speech_without_number_and_date_gives_no_hard_row(ledger: Ledger) -> None:
    assert [row.action for row in ledger if row.doc_id == "004" and row.level == "hard"] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_offset_leads_back_to_its_words(name: str, ledger: Ledger) -> None:
    page, speech = page_of(name), speech_of(name)
    for row in (row for row in ledger if row.doc_id == name):
        assert speech.text[row.start : row.end] == row.evidence
        assert speech.text[slice(*row.spans.action)] == row.action
        assert tuple(speech.text[slice(*span)] for span in row.spans.owner) == row.owner
        assert tuple(speech.text[slice(*span)] for span in row.spans.quantities) == tuple(item.text for item in row.quantities)
        if row.deadline and row.spans.deadline:
            assert speech.text[slice(*row.spans.deadline)] == row.deadline.text
        assert (row.raw_start, row.raw_end) == speech.to_raw(row.start, row.end)
        assert lies_in(row.evidence, page.text[row.raw_start : row.raw_end])


def lies_in(words: str, stretch: str) -> bool:
    """Tell whether the characters stand in the stretch in their order; a site's own matter may stand between them."""
    rest = iter(stretch)
    return all(char in rest for char in words if not char.isspace() and char not in "〔…〕")
