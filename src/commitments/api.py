"""The main job for Python programs: pages in, ledger out; and the same on pandas frames."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commitments.cli_sources import plan
from commitments.cli_tables import Columns
from commitments.errors import Error, OptionError, SourceError
from commitments.ledger import Ledger
from commitments.pipeline import extract_pages
from commitments.reading import read_page
from commitments.ruledata import RuleSet, load_rules
from commitments.several import joined, speeches
from commitments.speechdate import SpeechDate
from commitments.types import CleanSpeech, Commitment, RawPage

if TYPE_CHECKING:
    import pandas

Source = str | Path | RawPage
_LONGEST_NAME = 1_000


def extract(
    source: Source | Iterable[Source],
    *,
    date: str | datetime.date | SpeechDate | None = None,
    rules: str | Path | RuleSet | None = None,
    ner: bool = True,
) -> Ledger:
    """Return the ledger of one page or of many; of several speeches on one page, each is a document of its own (`…-1`, `…-2`).

    >>> page = RawPage("在动员会上的讲话\\n同志们：\\n民政局要在9月底前新建12个助餐点。", "讲话")
    >>> [(row.owner, row.action, row.deadline.end.isoformat()) for row in extract(page, date="2025-07-10")]
    [(('民政局',), '新建12个助餐点', '2025-09-30')]

    Args:
        source: a file, a folder (read recursively), a glob, a table of speeches, a `RawPage`, or several of these. A
            text that is no file is given as `RawPage(text, doc_id)`.
        date: the day of the speech, "2025", "2025-07", "2025-07-10" or a date; it holds for all pages. None: each
            page's own is inferred, never from today's date.
        rules: a folder of the user's own rules, or a rule-set; None for the built-in rules.
        ner: whether the trained models are asked: one names owners that the rules do not know (such rows warn of
            `owner-by-model`), one doubts rows of clauses that only tell and vouches for some that the rules refuse
            (`task-by-model`).

    Raises:
        SourceError: a page is missing, cannot be read, or has no speech on it.
        OptionError: the date is none.
        RuleError: the rules are malformed.
    """
    rule_set = _rule_set(rules)
    given = None if date is None else SpeechDate.parse(date)
    rows: list[Commitment] = []
    for page, own_date in _pages(source):
        for _, found in extract_pages(page, date=given or own_date, rules=rule_set, ner=ner):
            rows += found.commitments
    return Ledger(tuple(rows), rule_set.version, rule_set.hash)


def clean(source: Source, *, rules: str | Path | RuleSet | None = None) -> CleanSpeech:
    """Return the speech of a page: its text, what was cut and by which rule, and the map back to the page.

    Where the page holds several speeches (篇一, 篇二 …), `text` has them all, in their order and a blank line apart, with the
    warning `several-speeches`; title and time of publication are those of the first. `clean_all` returns them one by one.

    >>> clean("在动员会上的讲话\\n同志们：\\n现在开会,先说进度。\\n上一篇：在座谈会上的讲话").text
    '在动员会上的讲话\\n同志们：\\n现在开会,先说进度。'

    Args:
        source: the page's text, a `RawPage`, or the `Path` of a file. A str is always text, never a name.
        rules: a folder of the user's own rules, or a rule-set; None for the built-in rules.

    Raises:
        SourceError: the page cannot be read, or has no speech on it.
        RuleError: the rules are malformed.
    """
    found = clean_all(source, rules=rules)
    return found[0] if len(found) == 1 else joined(found)


def clean_all(source: Source, *, rules: str | Path | RuleSet | None = None) -> list[CleanSpeech]:
    """Return the speeches of a page one by one, each with its own title and with offsets into the whole page.

    >>> len(clean_all("在动员会上的讲话\\n同志们：\\n现在开会,先说进度。"))
    1

    Args:
        source: the page's text, a `RawPage`, or the `Path` of a file; see `clean`.
        rules: a folder of the user's own rules, or a rule-set; None for the built-in rules.

    Raises:
        SourceError: the page cannot be read, or has no speech on it.
        RuleError: the rules are malformed.
    """
    page = source if isinstance(source, RawPage) else RawPage(source) if isinstance(source, str) else read_page(source)
    return [speech for _, speech in speeches(page, _rule_set(rules))]


def extract_frame(
    frame: pandas.DataFrame,
    text: str = "text",
    date: str = "date",
    *,
    id: str = "id",
    rules: str | Path | RuleSet | None = None,
    ner: bool = True,
) -> pandas.DataFrame:
    """Return the ledger of a frame that holds a speech a row, with the columns and types of `Ledger.to_pandas`.

    The result depends on the rows alone and not on how a table is cut into frames, so that engines can run it on
    partitions. A row that is no speech gives no commitments; `result.attrs["failures"]` names each with its reason.

    Args:
        frame: one speech a row.
        text: the column of the pages' texts.
        date: the column of the speeches' days; a frame without a column `date` has none, and they are inferred.
        id: the column of the speeches' names; a frame without a column `id` names them by its index.
        rules: a folder of the user's own rules, or a rule-set; None for the built-in rules.
        ner: whether the trained models are asked, as in `extract`.

    Raises:
        OptionError: a column that was named is missing.
        RuleError: the rules are malformed.
    """
    for role, name in (("text", text), ("date", date), ("id", id)):
        if name not in frame.columns and (role == "text" or name != role):
            known = " ".join(map(str, frame.columns)) or "none"
            raise OptionError("frame", f"no column {name}", f"name the column of the {role}; the columns are: {known}")
    rule_set = _rule_set(rules)
    rows: list[Commitment] = []
    failures: list[dict[str, str]] = []
    names = frame[id] if id in frame.columns else frame.index
    dates = frame[date] if date in frame.columns else [None] * len(frame)
    for name, page, day in zip(names, frame[text], dates, strict=True):
        doc_id = str(name)
        try:
            for _, found in extract_pages(RawPage(_text(page), doc_id, doc_id), date=_day(day), rules=rule_set, ner=ner):
                rows += found.commitments
        except Error as error:
            failures.append({"doc_id": doc_id, "problem": error.problem, "cure": error.cure})
    result = Ledger(tuple(rows), rule_set.version, rule_set.hash).to_pandas()
    result.attrs["failures"] = failures
    return result


def _rule_set(rules: str | Path | RuleSet | None) -> RuleSet:
    return rules if isinstance(rules, RuleSet) else load_rules(None if rules is None else Path(rules))


def _pages(source: Source | Iterable[Source]) -> Iterator[tuple[RawPage, str | None]]:
    """Yield the pages that a source names, each with the date that a table gives it."""
    if isinstance(source, RawPage):
        yield source, None
    elif isinstance(source, str | Path):
        for item in plan([_name(source)], Columns()).items():
            yield item.read(), item.date
    else:
        for part in source:
            yield from _pages(part)


def _name(source: str | Path) -> str:
    name = str(source)
    if "\n" in name or len(name) > _LONGEST_NAME or not name.strip():
        cure = "name a file, or give a text as commitments.RawPage(text, doc_id)"
        raise SourceError(name.strip()[:20] or "source", "this is no name of a file", cure)
    return name


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SourceError("frame", "there is no text in this row", "fill the column of the text, or leave the row out")
    return value


def _day(value: Any) -> SpeechDate | None:
    """Read a cell of dates: text, a timestamp, a bare year; an empty cell is no date."""
    import pandas

    if value is None or pandas.isna(value) or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a column of years with gaps in it
    return SpeechDate.parse(value if isinstance(value, datetime.date) else str(value))
