"""Pages of sites that have a profile, cleaned with it and, as if nobody had seen the site, without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from commitments.clean import clean_page
from commitments.cleaning.profiles import sites
from commitments.errors import LedgerError, SourceError
from commitments.evaluate import main as evaluate
from commitments.evaluation.cleaning import CleaningReport, Pair, cleaner_of, read_pairs, score_pairs, without_profiles
from commitments.reading import read_page
from commitments.ruledata import load_rules

RULES = load_rules()
FOLDER = Path(__file__).parents[1] / "corpus" / "sites"
PAIRS = read_pairs(FOLDER)


@pytest.fixture(scope="module")
def unseen() -> CleaningReport:
    return score_pairs(PAIRS, cleaner_of(without_profiles(RULES)))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.site}-{pair.name}")
def test_a_page_of_a_known_site_gives_its_speech(pair: Pair) -> None:
    speech = clean_page(read_page(pair.page), RULES)
    assert speech.text == pair.clean
    assert speech.site == pair.site
    assert speech.warnings == ()
    if pair.missing is not None:
        assert tuple(gap.missing for gap in speech.gaps if gap.missing) == pair.missing


def test_at_least_fifteen_sites_are_known_and_most_have_pages_here() -> None:
    known = {site.id for site in sites(RULES)}
    assert len(known) >= 15
    assert {pair.site for pair in PAIRS} <= known
    assert len({pair.site for pair in PAIRS}) >= 10


def test_without_the_profiles_hardly_a_character_is_lost_or_left(unseen: CleaningReport) -> None:
    assert {score.taken_for for score in unseen.scores} == {""}
    assert unseen.total.holds(0.99, 0.985)


@pytest.mark.parametrize("score", score_pairs(PAIRS, cleaner_of(RULES)).scores, ids=lambda score: f"{score.pair.site}-{score.pair.name}")
def test_every_character_of_a_known_site_leads_back_to_the_page(score: object) -> None:
    pair = score.pair  # type: ignore[attr-defined]
    page = read_page(pair.page)
    speech = clean_page(page, RULES)
    for run in speech.runs:
        assert speech.text[run.clean : run.clean + run.length] == page.text[run.raw : run.raw + run.length]


def test_the_command_scores_a_folder_and_fails_below_the_least(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    place = tmp_path / "某站"
    place.mkdir()
    speech = "在节水会上的讲话\n同志们：\n水务局要在6月底前关停洗车点9家，谁也不能例外。"
    (place / "a.txt").write_text(f"首页 | 登录\n{speech}\n上一篇：通知", encoding="utf-8")
    (place / "a.clean.txt").write_text(f"{speech}\n", encoding="utf-8")
    assert evaluate(["--cleaning", str(tmp_path), "--least", "0.998", "0.998"]) == 0
    assert "某站" in capsys.readouterr().out
    (place / "a.clean.txt").write_text(f"{speech}\n〔…〕\n", encoding="utf-8")
    assert evaluate(["--cleaning", str(tmp_path), "--least", "0.5", "0.5", "--errors"]) == 1
    assert "gaps 0/1" in capsys.readouterr().out


def test_a_gap_counts_as_found_only_where_it_stands(tmp_path: Path) -> None:
    place = tmp_path / "某站"
    place.mkdir()
    (place / "a.txt").write_text("在会上的讲话\n同志们：\n先查水。\n（此处省略35字）\n再修渠，各村都要出工。", encoding="utf-8")
    (place / "a.clean.txt").write_text("在会上的讲话\n同志们：\n先查水。\n再修渠，各村都要出工。\n〔…〕", encoding="utf-8")
    (place / "pages.toml").write_text("[a]\nmissing = [36]\n", encoding="utf-8")
    total = score_pairs(read_pairs(tmp_path), cleaner_of(RULES)).total
    assert (total.gaps, total.missed, total.invented, total.wrong_counts) == (1, 1, 1, 1)


def test_a_page_without_its_clean_text_is_refused_with_a_cure(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no pages with a clean text"):
        read_pairs(tmp_path)
    (tmp_path / "a.txt").write_text("讲话", encoding="utf-8")
    (tmp_path / "b.clean.txt").write_text("讲话", encoding="utf-8")
    with pytest.raises(LedgerError, match=r"write a\.clean\.txt"):
        read_pairs(tmp_path)
