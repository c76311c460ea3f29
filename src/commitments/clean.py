"""Takes the speech out of its page: `RawPage` to `CleanSpeech`.

First what cannot be seen and what is markup goes. Then each line is judged by itself (site profile, then the
generic rules), the speech is found among the lines, and only then the text itself is mended: watermarks,
wraps, blanks. Every step edits a `Draft`, so that each clean character can be found on the page again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from commitments.cleaning.collapsed import open_lines
from commitments.cleaning.facts import SPEECH
from commitments.cleaning.joining import settle_gaps, settle_lines
from commitments.cleaning.lines import Line, is_complete, marker_length, read_lines
from commitments.cleaning.neighbours import with_neighbours
from commitments.cleaning.notices import (
    cut_watermarks,
    find_gaps,
    is_resumed,
    is_weak,
    is_whole,
    missing_characters,
    posted_kind,
    posting_time,
)
from commitments.cleaning.pagebreaks import rejoin_sheets
from commitments.cleaning.parting import part_notices
from commitments.cleaning.profiles import Site, recognised
from commitments.cleaning.region import Finder, Region, same_text, title_edges
from commitments.cleaning.repairs import repair_blanks, repair_characters
from commitments.cleaning.rulebook import Hit, Rulebook, is_closing, rulebook
from commitments.editing import Draft, Edit, cut, gap, settled
from commitments.errors import SourceError
from commitments.kept import compiled
from commitments.offsets import Run, to_raw
from commitments.ruledata import RuleSet
from commitments.types import CleanSpeech, RawPage

_GENERIC: Final = "generic"
_OWN_WORDS: Final = compiled(
    r"(?:^|(?<=[，,。；;！？!?:：\n\[【（(<…]))[^，,。；;！？!?\n]{0,20}(?:会员|VIP|付费|文库|本文档|本文为|试读|预览)[^，,。；;！？!?\n]{0,20}"
    r"[，,:：。]{0,2}(?:[^，,。；;！？!?\n]{0,12}[，,:：])?[ ]{0,2}$"
)
"""What a page says of itself right before its notice."""
_TRAILING_DOTS: Final = compiled(r"(?:…{1,20}|[.。]{2,40})[ \u3000\n]{0,3}$")
_TITLE_END: Final = compiled(r"[ \t\u3000]{1,8}|(?<=[话話告言辞辭稿词詞])|(?<=模板|范文)")
"""Where a title may end in front of a salutation: at a blank, or behind 讲话, 报告, 发言, 致辞, 稿, 模板."""
_FIRST_WORDS: Final = compiled("一、|今天|目前[，,]|这次|刚才[，,]")
"""How a speech without a salutation begins behind its title."""
_FUSED_TITLE: Final = compiled(
    r"[^。，,；;\n]{2,60}?(?:讲话|报告|发言|致辞|主持词|汇报)(?:稿|提纲|要点)?[ \u3000]?"
    r"(?=[(（][^()（）\n]{0,60}(?:[年月日]|上|[书记长主任整理]))[(（][^()（）\n]{4,80}[)）]"
    r"(?=[ \u3000]?[^\s()（）—-][^\n]{30,})"
)
_GOES_ON: Final = compiled("[的中上里内指提强要是已和与、，,。：:;；]")
"""What may stand behind a title that a sentence speaks of (讲话的精神)."""
_HEAD, _HEAD_LINES, _SHORTEST_TITLE = 8000, 6, 10
_TITLE_LINES, _LONGEST_TITLE = 3, 100
_LEAST_TWICE: Final = 6
"""Characters of a title that stands twice in its line, at least."""
_LEAST_CUT_OFF: Final = 20
_LEAST_TEXT: Final = 200
_LEAST_PREVIEW: Final = 60
_HEADLESS: Final = 40
"""Characters of a speech behind its title, at least."""
_AFTER_GAP: Final = " \n\u3000)）】》….。"
_OPEN = ("，", ",", "、")
_SHORTEST_SPEECH: Final = 12


@dataclass(frozen=True, slots=True)
class _Reading:
    """A page after its lines have been judged."""

    draft: Draft
    lines: Sequence[Line]
    region: Region
    notices: Sequence[Hit]


def clean_page(page: RawPage, rules: RuleSet, *, site: Site | None = None) -> CleanSpeech:
    """Return the speech of a page: its text, the map back, what was cut and why, what is withheld.

    >>> from commitments.ruledata import load_rules
    >>> page = RawPage("首页 > 讲话\\n在调度会上的讲话\\n同志们：\\n　　财政局要在9月底前拨付资金。\\n上一篇：通知")
    >>> clean_page(page, load_rules()).text
    '在调度会上的讲话\\n同志们：\\n财政局要在9月底前拨付资金。'

    Args:
        page: the page as it was read.
        rules: the rule-set with the cleaning rules and the site profiles.
        site: the page's site, where the text does not show it because it is only a part of the page.

    Raises:
        SourceError: there is no speech on the page.
    """
    book = rulebook(rules)
    repaired = repair_characters(Draft.of(page.text), book, page.format)
    site = site or recognised(repaired.text, rules, page.meta.get("source", ""))
    reading = _read(page, repaired, book, site)
    outside = [reading.lines[index].text for index in sorted(reading.region.cuts)]
    draft = reading.draft.edited(_line_edits(reading, book))
    draft, unsure = cut_watermarks(draft, book, site, outside)
    draft = _undouble_titles(draft, book)
    draft = rejoin_sheets(repair_blanks(draft, book))
    draft = _split_inline_title(draft, book)
    draft = settle_gaps(settle_lines(_mark_cut_off(draft, reading, book), book))
    if len(draft.text) < _SHORTEST_SPEECH and outside:
        raise _no_speech(page)
    speech = _speech(page, book, site, reading, draft, outside)
    return replace(speech, warnings=tuple(dict.fromkeys([*speech.warnings, "cleaning-unsure"]))) if unsure else speech


def _read(page: RawPage, repaired: Draft, book: Rulebook, site: Site | None) -> _Reading:
    draft = open_lines(repaired, book)
    notices = find_gaps(draft.text, book, site)
    found = read_lines(draft.text, book, site, notices, _links_in(draft, page.links))
    parted = part_notices(draft, found, book)
    if parted is not draft:
        draft, notices = parted, find_gaps(parted.text, book, site)
        found = read_lines(draft.text, book, site, notices, _links_in(draft, page.links))
    lines = with_neighbours(found, book)
    known = [page.meta[key] for key in ("title", "og_title") if page.meta.get(key)]
    if page.meta.get("title_tag"):
        known.append(re.split(r"[_|｜]|\s[-–—]\s", page.meta["title_tag"])[0])
    region = Finder(lines, book, known).region()
    if not region.found:
        raise _no_speech(page)
    return _Reading(draft, lines, region, notices)


def _no_speech(page: RawPage) -> SourceError:
    place = page.source or page.doc_id or "input"
    return SourceError(place, "there is no speech on this page", "copy the page again with the speech itself")


def _links_in(draft: Draft, links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Move link stretches from the raw page into the draft; the runs are read backwards for it."""
    if not links:
        return []
    back = [Run(run.raw, run.clean, run.length) for run in draft.runs]
    return [to_raw(back, start, end) for start, end in links]


def _line_edits(reading: _Reading, book: Rulebook) -> list[Edit]:
    """Cut the page's lines with their breaks, put the gap marks, cut the title's label."""
    draft, lines, region = reading.draft, reading.lines, reading.region
    edits: list[Edit] = []
    for index, rule in region.cuts.items():
        start, end = lines[index].start, lines[index].end
        edits.append(cut(start, min(end + 1, len(draft.text)) if draft.text[end : end + 1] == "\n" else end, rule))
    if region.title is not None:
        line = lines[region.title]
        start, end = title_edges(line.text, book)
        edits += [cut(line.start, line.start + start, "title.label"), cut(line.start + end, line.end, "title.button")]
        first = lines[region.title - 1] if region.title else line
        if first.kind in {"plain", "wrapped"} and region.title - 1 not in region.cuts:
            edits.append(cut(first.end, line.start, "title.wrap"))  # a title broken into two lines
    kept = [(line.start, line.end) for index, line in enumerate(lines) if index not in region.cuts and line.kind != "blank"]
    starts = [start for start, _ in kept]
    told = 0
    for hit in reading.notices:
        number = bisect_right(starts, hit.start) - 1
        if number >= 0 and hit.start < kept[number][1]:
            above = kept[number - 1] if number else (0, 0)
            closed = hit.start == starts[number] and _is_closed(reading, hit, draft.text[above[0] : above[1]], book)
            shown = sum(min(end, hit.start) - start for start, end in kept[: number + 1])
            missing = missing_characters(hit, shown, told)
            resumed = is_resumed(hit) and _goes_on(reading, hit.end)
            # A prompt between two paragraphs (请登录) withholds nothing where all points are there that the speech has announced.
            own_line = reading.region.told > 0 and hit.start == starts[number] and 0 < number < len(kept) - 1
            resumed = resumed or (own_line and is_weak(hit) and missing is None and is_complete(draft.text[above[0] : above[1]]))
            if (closed and is_weak(hit)) or (is_whole(hit) and missing is None) or resumed:
                edits.append(cut(hit.start, hit.end, hit.rule.id))
                continue
            told += missing or 0
            dots = _TRAILING_DOTS.search(draft.text, max(0, hit.start - 60), hit.start)  # they go with the notice
            start = dots.start() if dots else hit.start
            own = _OWN_WORDS.search(draft.text, max(kept[number][0], start - 60), start)  # 本文为会员文档，（此处隐藏300字）
            edits.append(gap(own.start() if own else start, hit.end, hit.rule.id, missing))
    return [edit for edit in edits if edit.end > edit.start]


def _is_closed(reading: _Reading, hit: Hit, above: str, book: Rulebook) -> bool:
    """Tell whether the speech has come to its end above a notice; where its points are told, a button (展开全文) withholds nothing."""
    told = reading.region.told
    ended = is_resumed(hit) and told > 0 and reading.lines[told].start <= hit.start and is_complete(above)
    return ended or is_closing(above, book)


def _goes_on(reading: _Reading, place: int) -> bool:
    """Tell whether lines of the speech stand behind a turn of the page or a button that unfolds the rest: then nothing is withheld."""
    lines, cuts = reading.lines, reading.region.cuts
    return any(line.start >= place and line.kind in SPEECH and index not in cuts for index, line in enumerate(lines))


def _undouble_titles(draft: Draft, book: Rulebook) -> Draft:
    """Cut a title whose characters or words are printed twice, or which stands again at the head of the first paragraph."""
    rules = ((book.repairs["doubled-title"], 1), (book.repairs["title-twice"], _LEAST_TWICE))
    edits = []
    place = 0
    head = draft.text[:_HEAD].split("\n")[:_HEAD_LINES]
    title = next((line.strip() for line in head if line.strip()), "")
    if title == title[: len(title) // 2] * 2:
        title = title[: len(title) // 2]
    for line in head:
        glued = len(line) - len(line.lstrip()) + len(title)
        again = len(line) > glued + _SHORTEST_SPEECH and line.lstrip().startswith(title)
        if again and _SHORTEST_TITLE <= len(title) <= 80 and not _GOES_ON.match(line, glued):
            edits.append(cut(place, place + glued, "title.glued"))
        for rule, least in rules:
            match = rule.regex.match(line) if line.find(line[:least], least) >= 0 else None  # with nothing twice it need not be asked
            if match and line[match.end() :].strip():
                edits.append(cut(place, place + match.end(), rule.id))
                break
        place += len(line) + 1
    return draft.edited(edits)


def _split_inline_title(draft: Draft, book: Rulebook) -> Draft:
    """Where title and salutation share a line, the blank between them becomes a line break; so does the end of a title's bracket."""
    first = draft.text.lstrip("\n \u3000")
    offset = len(draft.text) - len(first)
    bracket = _FUSED_TITLE.match(first)
    if bracket:
        place = offset + bracket.end()
        return draft.edited([Edit(place, place + (draft.text[place] in " \u3000"), "\n", "title.break")])
    place = offset
    for line in first.split("\n", _TITLE_LINES)[:_TITLE_LINES]:
        for match in _TITLE_END.finditer(line[:_LONGEST_TITLE]):
            opens = bool(book.speech["opening"].match(line[match.end() : match.end() + 90])) or _begins(line, match, book)
            if opens and match.start() >= 4 and not is_complete(line[: match.start()]):
                return _once(draft.edited([Edit(place + match.start(), place + match.end(), "\n", "title.break")]))
        place += len(line) + 1
    return draft


def _begins(line: str, end: re.Match[str], book: Rulebook) -> bool:
    """Tell whether a speech without a salutation begins behind the end of a title (在春耕会上的讲话今天，…)."""
    if len(line) < end.end() + _HEADLESS or not _FIRST_WORDS.match(line, end.end()):
        return False
    title = line[: end.start()]
    return title.startswith("在") and bool(book.speech["title"].search(title) and book.speech["occasion"].match(title))


def _once(draft: Draft) -> Draft:
    """Cut the line above a title that has been parted from its paragraph, where it is the same title with more around it."""
    first, _, rest = draft.text.lstrip("\n \u3000").partition("\n")
    title = rest.lstrip("\n \u3000").partition("\n")[0].strip()
    if len(title) >= _SHORTEST_TITLE and title in first and title != first.strip():
        place = draft.text.index(first)
        return draft.edited([cut(place, place + len(first) + 1, "title.again")])
    return draft


def _last_kept(reading: _Reading) -> int:
    """Return the number of the last line of the speech."""
    lines, cuts = reading.lines, reading.region.cuts
    return next((index for index in range(len(lines) - 1, -1, -1) if lines[index].kind != "blank" and index not in cuts), 0)


def _mark_cut_off(draft: Draft, reading: _Reading, book: Rulebook) -> Draft:
    """Put a gap mark where the text breaks off in the middle of a sentence at its end."""
    text = draft.text.rstrip()
    last = text[text.rfind("\n") + 1 :].strip()
    if not last or any(not text[mark.end :].strip(_AFTER_GAP) for mark in draft.gaps):
        return draft
    dots = _TRAILING_DOTS.search(text, max(0, len(text) - 60))
    body = text[: dots.start()].rstrip() if dots else text
    ends_open = not is_complete(body) if dots else not is_complete(text)
    wrapped = any(line.kind == "wrapped" for line in reading.lines)
    long_enough = len(last) >= _LEAST_CUT_OFF and (wrapped or "。" in last or "，" in last or "," in last)
    from_a_page = bool(reading.region.cuts) and (dots or body.endswith(_OPEN) or max(reading.region.cuts) > _last_kept(reading))
    closed = not dots and is_closing(body, book)
    heading = bool(marker_length(last)) and from_a_page and "。" in body
    preview = bool(dots) and _is_preview(text, reading, book)
    if ends_open and not closed and (long_enough or dots or heading) and (len(text) > _LEAST_TEXT or from_a_page or preview):
        start = len(body)
        return draft.edited([gap(start, len(draft.text), "gap.cut-off", None, before="\n")])
    return draft


def _is_preview(text: str, reading: _Reading, book: Rulebook) -> bool:
    """Tell whether a short text begins as speeches do, with its title or salutation, and holds sentences: so do previews of a search."""
    head = text.lstrip("\n \u3000").split("\n", 2)[:2]
    opens = any(book.speech["opening"].match(line) or book.speech["salutation"].match(line) for line in head)
    return len(text) >= _LEAST_PREVIEW and "。" in text and (opens or reading.region.title is not None)


def _speech(page: RawPage, book: Rulebook, site: Site | None, reading: _Reading, draft: Draft, outside: Sequence[str]) -> CleanSpeech:
    region = reading.region
    posted = posting_time(reading.lines, list(region.cuts), site, page.meta.get("published", ""))
    title = _title(page, region, draft.text)
    official = "site_code" in page.meta or ".gov.cn" in page.meta.get("source", "")
    return CleanSpeech(
        text=draft.text,
        runs=draft.runs,
        removed=settled(draft.removed, page.text),
        gaps=draft.gaps,
        title=title,
        site=site.id if site is not None and not site.profile.learnt else _GENERIC,
        posted=posted,
        posted_kind=posted_kind(outside, book, site, official=official) if posted else "",
        hints=region.hints,
        subtitles=region.subtitles,
        warnings=(*region.warnings, "damaged-bytes") if "\ufffd" in page.text or "\0" in page.text else region.warnings,
    )


def _title(page: RawPage, region: Region, text: str) -> str:
    """The title as the speech's own first line has it, else as the page's data tell it."""
    first = text.partition("\n")[0]
    known = page.meta.get("title", "")
    if region.title is not None:
        return known if known and page.format == "md" and not same_text(known, first) else first
    if "\n" in text and len(first) <= 60 and not is_complete(first):
        match = re.match(r"(?:关于|在).{2,60}(?:讲话|发言|致辞|报告|汇报)$", first)
        if match:
            return first
    return known or page.meta.get("og_title", "")
