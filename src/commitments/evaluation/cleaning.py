"""Scores cleaning alone, site by site: a folder of pages with the clean text of each beside it.

`DIR/SITE/NAME.txt` (or .html, .docx …) is a page, `DIR/SITE/NAME.clean.txt` the speech on it, with `〔…〕` where the site withholds a
part. `DIR/SITE/pages.toml` may say more of a page: `[NAME]` with `missing = [310]`, the characters that the page says are withheld.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from commitments.clean import clean_page
from commitments.errors import Error, LedgerError, SourceError
from commitments.evaluation.tables import grid, phrase
from commitments.evaluation.texts import Overlap, compare_characters
from commitments.messages import Language
from commitments.reading import SUFFIXES, decode, read_page
from commitments.ruledata import RuleSet
from commitments.scoring import ratio
from commitments.types import GAP_MARK, CleanSpeech, RawPage

CLEAN = ".clean.txt"
GENERIC = "generic"
_CONTEXT = 8
"""Characters before a gap mark by which two texts' marks are told to be the same."""
Cleaner = Callable[[RawPage], CleanSpeech]


@dataclass(frozen=True, slots=True)
class Pair:
    """A page of a site, and the speech that is on it."""

    site: str
    name: str
    page: Path
    clean: str
    missing: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class PageScore:
    """What became of one page; `problem` says why it gave no speech."""

    pair: Pair
    overlap: Overlap
    gaps: int
    found: int
    right: int
    counts_right: bool = True
    taken_for: str = ""
    unsure: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """The added-up figures of some pages."""

    pages: int
    recall: float | None
    precision: float | None
    gaps: int
    missed: int
    invented: int
    wrong_counts: int
    unsure: int
    failed: int

    @classmethod
    def of(cls, scores: Sequence[PageScore]) -> Totals:
        """Add up."""
        gold, predicted, both = (sum(getattr(score.overlap, name) for score in scores) for name in ("gold", "predicted", "both"))
        return cls(
            len(scores),
            ratio(both, gold),
            ratio(both, predicted),
            sum(score.gaps for score in scores),
            sum(score.gaps - score.right for score in scores),
            sum(score.found - score.right for score in scores),
            sum(not score.counts_right for score in scores),
            sum(score.unsure for score in scores),
            sum(bool(score.problem) for score in scores),
        )

    def holds(self, recall: float, precision: float) -> bool:
        """Tell whether the figures reach what is asked, with every gap found and none invented."""
        reached = (self.recall or 0) >= recall and (self.precision or 0) >= precision
        return reached and not (self.missed or self.invented or self.wrong_counts or self.failed)


@dataclass(frozen=True, slots=True)
class CleaningReport:
    """The scores of all pages."""

    scores: tuple[PageScore, ...]

    @property
    def sites(self) -> Mapping[str, Totals]:
        """The figures by site."""
        names = dict.fromkeys(score.pair.site for score in self.scores)
        return {name: Totals.of([score for score in self.scores if score.pair.site == name]) for name in names}

    @property
    def total(self) -> Totals:
        """The figures of all pages."""
        return Totals.of(self.scores)

    def as_json(self) -> str:
        """Return the figures as JSON."""
        data: dict[str, Any] = {"sites": {name: asdict(totals) for name, totals in self.sites.items()}, "all": asdict(self.total)}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    def table(self, lang: Language, *, errors: bool = False) -> str:
        """Return the figures as a table, with `errors` also what differs, page by page."""
        columns = ("pages", "recall", "precision", "gaps", "missed", "invented", "wrong_counts", "unsure", "failed")
        rows = [[phrase("table.site", lang), *(phrase(f"cleaning.{column}", lang) for column in columns)]]
        for name, totals in [*self.sites.items(), (phrase("cleaning.all", lang), self.total)]:
            rows.append([name, *(_cell(getattr(totals, column)) for column in columns)])
        text = grid(rows) + "\n"
        if errors:
            text += "".join(f"\n{line}" for score in self.scores for line in _differences(score)) + "\n"
        return text


def read_pairs(folder: Path) -> list[Pair]:
    """Return the pages of a folder, each with its clean text.

    Raises:
        SourceError: there is no page in the folder.
        LedgerError: a page has no clean text, or `pages.toml` is wrong.
    """
    pairs = [pair for place in sorted({path.parent for path in folder.rglob("*" + CLEAN)}) for pair in _pairs_in(place)]
    if not pairs:
        raise SourceError(str(folder), "no pages with a clean text in this folder", f"put NAME.txt and NAME{CLEAN} into a folder a site")
    return pairs


def _pairs_in(place: Path) -> Iterator[Pair]:
    told = _told(place / "pages.toml")
    pages = [path for path in sorted(place.iterdir()) if path.suffix in SUFFIXES and not path.name.endswith(CLEAN)]
    for page in pages:
        clean = place / (page.stem + CLEAN)
        if not clean.exists():
            raise LedgerError(str(page), "there is no clean text beside this page", f"write {clean.name}")
        missing = told.get(page.stem, {}).get("missing")
        text = decode(clean.read_bytes(), str(clean))[0].strip("\n")
        yield Pair(place.name, page.stem, page, text, None if missing is None else tuple(missing))


def _told(path: Path) -> Mapping[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LedgerError(str(path), f"cannot be read: {error}", "write one [NAME] table a page") from None


def score_pairs(pairs: Sequence[Pair], cleaner: Cleaner) -> CleaningReport:
    """Clean every page and hold it against its clean text."""
    return CleaningReport(tuple(_score(pair, cleaner) for pair in pairs))


def without_profiles(rules: RuleSet) -> RuleSet:
    """Return the rules without any site profile: every page is then one of a site nobody has seen."""
    return RuleSet(rules.folders, {**rules.tables, "sites": []}, rules.version)


def cleaner_of(rules: RuleSet) -> Cleaner:
    """Return the cleaner with its rules."""
    return lambda page: clean_page(page, rules)


def _score(pair: Pair, cleaner: Cleaner) -> PageScore:
    marks = _marks(pair.clean)
    try:
        speech = cleaner(read_page(pair.page))
    except Error as error:
        return PageScore(pair, Overlap(pair.name, len(pair.clean.strip()), 0, 0), len(marks), 0, 0, False, problem=str(error))
    found = _marks(speech.text)
    counts = tuple(gap.missing for gap in speech.gaps if gap.missing)
    return PageScore(
        pair,
        compare_characters(pair.name, pair.clean, speech.text),
        len(marks),
        len(found),
        (Counter(marks) & Counter(found)).total(),
        pair.missing is None or counts == pair.missing,
        "" if speech.site == GENERIC else speech.site,
        "cleaning-unsure" in speech.warnings,
    )


def _marks(text: str) -> list[str]:
    """Return what stands before each gap mark, without blanks and marks."""
    return [re.sub(r"[^\u3400-\u9fffA-Za-z0-9]+", "", before)[-_CONTEXT:] for before in text.split(GAP_MARK)[:-1]]


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)


def _differences(score: PageScore) -> Iterator[str]:
    place = f"{score.pair.site}/{score.pair.name}"
    if score.problem:
        yield f"{place}: {score.problem}"
    gold, predicted, both = score.overlap.counts()
    if (gold, predicted) != (both, both) or score.gaps != score.right or score.found != score.right or not score.counts_right:
        yield f"{place}: -{gold - both} +{predicted - both}; gaps {score.right}/{score.gaps}, found {score.found}"
