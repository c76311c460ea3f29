"""The corpus itself: every file is there and right, splits are apart, the test split is what it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from commitments.evaluation.corpus import INDEX, SPLITS, Corpus, read_corpus, read_index, split_hash
from commitments.evaluation.floors import read_floors
from commitments.reading import read_page

ROOT = Path(__file__).parents[1] / "corpus"
IDS = sorted(read_index(ROOT / INDEX))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(ROOT)


def test_the_index_names_every_speech_and_no_other(corpus: Corpus) -> None:
    assert sorted(speech.doc_id for speech in corpus.speeches) == IDS
    assert sorted(path.stem for path in (ROOT / "pages").iterdir()) == IDS
    assert sorted(path.stem for path in (ROOT / "clean").iterdir()) == IDS


@pytest.mark.parametrize("name", IDS)
def test_a_speech_is_complete(corpus: Corpus, name: str) -> None:
    (speech,) = (speech for speech in corpus.speeches if speech.doc_id == name)
    assert speech.page is not None and speech.clean is not None and speech.outline is not None and speech.entry is not None
    assert speech.entry.speech_date == speech.gold.speech_date
    assert speech.file.stem == speech.split
    assert len(read_page(speech.page).text) >= len(speech.clean) * 0.9
    assert not re.search(r"[ \t]\n|\n\n", speech.clean)


@pytest.mark.parametrize("name", IDS)
def test_headings_stand_in_the_clean_text_in_order(corpus: Corpus, name: str) -> None:
    (speech,) = (speech for speech in corpus.speeches if speech.doc_id == name)
    text, place = re.sub(r"\s", "", speech.clean or ""), 0
    for number, heading in enumerate(speech.outline or (), 1):
        marker, title = (re.escape(re.sub(r"\s", "", part)) for part in (heading.marker, heading.title))
        found = re.compile(f"{marker}[，,、：:]?{title}").search(text, place)  # 第一，… : the marker may be without its comma
        assert found, f"heading number {number}"  # no words: it may be of the test split
        place = found.start()


def test_a_site_with_a_subject_is_in_one_split_only(corpus: Corpus) -> None:
    seen: dict[tuple[str, str], set[str]] = {}
    for speech in corpus.speeches:
        assert speech.entry is not None
        seen.setdefault((speech.entry.site, speech.entry.subject), set()).add(speech.split)
    assert [pair for pair, splits in seen.items() if len(splits) > 1] == []


def test_every_split_has_speeches(corpus: Corpus) -> None:
    assert {speech.split for speech in corpus.speeches} == set(SPLITS)


def test_the_test_split_is_frozen() -> None:
    assert read_floors(ROOT / "floors.toml").frozen["test"] == split_hash(ROOT, "test")
