"""Cleaners side by side: what of a speech comes out of its page, and what of the page with it.

    python benchmarks/cleaners.py [--rounds 3] [--write docs/cleaners.md]

Needs the packages of requirements-cleaners.txt, best in an environment of their own. All cleaners get the same decoded pages, in which
the speech is known: the HTML pages of the corpus (train and dev; the test split is not looked at), the HTML pages of corpus/html, and
the corpus's plain-text pages, of which the peers, which only read HTML, get each line as a paragraph. Recall and precision count
characters in the same order, white space and gap marks apart. Speed is the median of processor time over the rounds.
"""

from __future__ import annotations

import argparse
import html
import re
import statistics
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from commitments.clean import clean_page
from commitments.errors import SourceError
from commitments.evaluation.texts import Overlap, compare_characters
from commitments.reading import decode, read_bytes
from commitments.reading.html import decode_markup
from commitments.ruledata import load_rules

ROOT = Path(__file__).resolve().parents[1]
RULES = load_rules()
JAMMER = re.compile(r"<(font|span|div)\b[^>]{0,200}(?:class=[\"']?jammer|display:\s?none)[^>]{0,200}>[^<]{0,200}</\1>", re.IGNORECASE)
IGNORED = re.compile(r"\s|〔…〕")
LONG_LINE = 30
"""Characters from which on a line of the line-block heuristic is text."""


@dataclass(frozen=True)
class Page:
    """A page, its markup (a plain-text page's lines as paragraphs), and the speech on it."""

    name: str
    data: bytes
    markup: str
    speech: str


Cleaner = Callable[[Page], str]


def ours(page: Page) -> str:
    return clean_page(read_bytes(page.data, page.name), RULES).text


def rendering(page: Page) -> str:
    return read_bytes(page.data, page.name).text


def line_blocks(page: Page) -> str:
    """From the first to the last long line of the rendering, and short ones only between long ones that are near."""
    lines = [line.strip() for line in rendering(page).split("\n") if line.strip()]
    long = [number for number, line in enumerate(lines) if len(line) >= LONG_LINE]
    kept = {number + step for number in long for step in (-2, -1, 0, 1)}
    return "\n".join(line for number, line in enumerate(lines) if number in kept)


def trafilatura_default(page: Page) -> str:
    import trafilatura

    return trafilatura.extract(page.markup) or ""


def trafilatura_fast(page: Page) -> str:
    import trafilatura

    return trafilatura.extract(page.markup, fast=True) or ""


def trafilatura_unjammed(page: Page) -> str:
    import trafilatura

    return trafilatura.extract(JAMMER.sub("", page.markup), fast=True, favor_recall=True) or ""


def justext(page: Page) -> str:
    """jusText has no list of Chinese stop words: only its lengths and links can judge."""
    import justext as package

    found = package.justext(page.markup, frozenset(), stopwords_low=0.0, stopwords_high=0.0)
    return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)


def readability(page: Page) -> str:
    from lxml import html as lxml_html
    from readability import Document

    return "\n".join(lxml_html.fromstring(Document(page.markup).summary()).itertext())


def resiliparse(page: Page) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page.markup, main_content=True, alt_texts=False)


CLEANERS: dict[str, Cleaner] = {
    "commitments": ours,
    "our rendering alone": rendering,
    "our rendering, line blocks": line_blocks,
    "trafilatura": trafilatura_default,
    "trafilatura, fast": trafilatura_fast,
    "trafilatura, fast, for recall, jammers out": trafilatura_unjammed,
    "jusText": justext,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
}


def sets() -> dict[str, list[Page]]:
    """Return the three sets of pages; the test split is left out."""
    index = tomllib.loads((ROOT / "corpus/index.toml").read_text(encoding="utf-8"))["speech"]
    known = {entry["id"] for entry in index if entry["split"] != "test"}
    pages = [path for path in sorted((ROOT / "corpus/pages").iterdir()) if path.stem in known]
    of_html = [path for path in pages if path.suffix == ".html"]
    of_text = [path for path in pages if path.suffix == ".txt"]
    own = sorted((ROOT / "corpus/html").glob("*.html"))
    clean = ROOT / "corpus/clean"
    return {
        "the corpus's HTML pages": [html_page(path, clean / f"{path.stem}.txt") for path in of_html],
        "corpus/html": [html_page(path, path.with_suffix(".txt")) for path in own],
        "the corpus's plain-text pages": [text_page(path, clean / path.name) for path in of_text],
    }


def html_page(path: Path, speech: Path) -> Page:
    data = path.read_bytes()
    return Page(path.name, data, decode_markup(data, path.name)[0], speech.read_text(encoding="utf-8"))


def text_page(path: Path, speech: Path) -> Page:
    data = path.read_bytes()
    lines = "".join(f"<p>{html.escape(line)}</p>\n" for line in decode(data, path.name)[0].split("\n"))
    markup = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title></title></head><body><div>{lines}</div></body></html>"
    return Page(path.name, data, markup, speech.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Score:
    """What a cleaner made of a set of pages."""

    recall: float
    precision: float
    worst: float
    """The least recall of a page: a mean hides a lost speech."""
    speed: float
    """Characters of markup a second, in millions."""


def measured(cleaner: Cleaner, pages: Sequence[Page], rounds: int) -> Score:
    texts = [cleaned(cleaner, page) for page in pages]  # also warms up
    overlaps = [overlap(page, text) for page, text in zip(pages, texts, strict=True)]
    times = []
    for _ in range(rounds):
        begin = time.process_time()
        for page in pages:
            cleaned(cleaner, page)
        times.append(time.process_time() - begin)
    both, gold, predicted = (sum(getattr(item, name) for item in overlaps) for name in ("both", "gold", "predicted"))
    worst = min(item.both / item.gold for item in overlaps)
    return Score(both / gold, both / max(1, predicted), worst, sum(len(page.markup) for page in pages) / statistics.median(times) / 1e6)


def cleaned(cleaner: Cleaner, page: Page) -> str:
    try:
        return cleaner(page)
    except SourceError:  # ours says that there is no speech: that is a lost one
        return ""


def overlap(page: Page, text: str) -> Overlap:
    return compare_characters(page.name, IGNORED.sub("", page.speech), IGNORED.sub("", text))


def report(rounds: int) -> str:
    """Return the page of figures."""
    parts = [HEAD]
    for title, pages in sets().items():
        characters = sum(len(IGNORED.sub("", page.speech)) for page in pages)
        parts.append(f"## On {title}: {len(pages)} pages, {characters:,} characters of speech\n")
        parts.append(COLUMNS)
        for name, cleaner in CLEANERS.items():
            score = measured(cleaner, pages, rounds)
            figures = f"{score.recall:.4f} | {score.precision:.4f} | {score.worst:.4f} | {score.speed:.2f}"
            print(f"{title}: {name}: {figures}", file=sys.stderr)
            parts.append(f"| {name} | {figures} |")
        parts.append("")
    return "\n".join([*parts, FOOT])


COLUMNS = "| cleaner | recall | precision | worst page's recall | million characters a second |\n| --- | --- | --- | --- | --- |"
HEAD = """# Cleaners side by side

Written by `python benchmarks/cleaners.py --write docs/cleaners.md` in an environment with
[benchmarks/requirements-cleaners.txt](../benchmarks/requirements-cleaners.txt). Recall is the share of the speech's characters that come
out, in their order; precision the share of what comes out that is speech; white space and gap marks are not counted. The peers are
general extractors of articles: they do not claim to know where a speech begins, and all work with their own defaults unless the row
says otherwise. jusText has no Chinese stop words, so it judges by lengths and links alone.
"""
FOOT = """## How to read it

- Ours was developed on these pages (the corpus's train and dev splits, and `corpus/html`, against which the HTML reader was written);
  the peers were not. The figures compare what is lost and kept on pages of this genre; they do not say how ours does on sites that
  nobody has seen. Those are in [accuracy.md](accuracy.md).
- "our rendering alone" is the HTML reader without the cleaner. What it loses, no cleaner brings back, so its recall is what decides
  between it and another first step. "line blocks" keeps the long lines of that rendering and their neighbours.
- For a ledger a lost paragraph is worse than a kept line of page: look at recall and at the worst page first.
- Speeds are of one machine in one run; compare them with one another only.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    text = report(options.rounds)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
