"""Whole HTML pages of many kinds: the speech comes out of each, and nothing of the page with it."""

import re
import tomllib
from pathlib import Path

import pytest

from commitments.clean import clean_page
from commitments.reading import read_page
from commitments.ruledata import load_rules

FOLDER = Path(__file__).parents[1] / "corpus" / "html"
PAGES = tomllib.loads((FOLDER / "index.toml").read_text(encoding="utf-8"))["page"]

def plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_page_stands_in_the_index() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.html")) == sorted(page["id"] for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["id"])
def test_the_speech_comes_out_of_its_page(page: dict[str, str]) -> None:
    wanted = (FOLDER / f"{page['id']}.txt").read_text(encoding="utf-8")
    raw = read_page(FOLDER / f"{page['id']}.html")
    speech = clean_page(raw, load_rules())
    assert raw.encoding == page["encoding"].replace("gbk", "gb18030")
    assert plain(speech.text) == plain(wanted)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["id"])
def test_offsets_lead_back_into_the_rendering(page: dict[str, str]) -> None:
    raw = read_page(FOLDER / f"{page['id']}.html")
    speech = clean_page(raw, load_rules())
    assert speech.runs
    for run in speech.runs:
        assert plain(raw.text[run.raw : run.raw + run.length]) == plain(speech.text[run.clean : run.clean + run.length])
