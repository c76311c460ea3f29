"""What `clean`, `outline` and `explain` show of one page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from commitments.ledger.columns import amount
from commitments.ledger.objects import to_dict
from commitments.messages import Language, label, message
from commitments.types import CleanSpeech, Commitment, Dropped, Heading, RawPage

if TYPE_CHECKING:
    from commitments.pipeline import Extraction

_SHORTENED = 60


def clean_text(speech: CleanSpeech) -> str:
    """Return the speech alone."""
    return speech.text.rstrip("\n") + "\n"


def each_titled(texts: Sequence[tuple[str, str]]) -> str:
    """Return what is shown of the speeches of one page; of several, each below a line with its doc_id."""
    return texts[0][1] if len(texts) == 1 else "\n".join(f"==> {doc_id} <==\n{text}" for doc_id, text in texts)


def clean_json(speech: CleanSpeech, page: RawPage) -> str:
    """Return the speech with its offsets: `runs` are (clean, raw, length), `removed` is in characters of the page."""
    return _line({
        "doc_id": page.doc_id, "source": page.source, "site": speech.site, "title": speech.title,
        "posted": speech.posted, "posted_kind": speech.posted_kind, "encoding": page.encoding, "format": page.format,
        "text": speech.text,
        "runs": [list(run) for run in speech.runs],
        "gaps": [{"start": gap.start, "end": gap.end, "missing": gap.missing, "rule": gap.rule} for gap in speech.gaps],
        "removed": [{"start": cut.start, "end": cut.end, "text": cut.text, "rule": cut.rule} for cut in speech.removed],
        "warnings": list(speech.warnings),
    })  # fmt: skip


def removed_text(speech: CleanSpeech) -> str:
    """Return one line for each stretch that was cut: where on the page, by which rule, and its words."""
    return "".join(f"{cut.start}-{cut.end}\t{cut.rule}\t{_one_line(cut.text)}\n" for cut in speech.removed)


def outline_text(headings: Sequence[Heading]) -> str:
    """Return the outline as an indented list."""
    return "".join(f"{'  ' * (heading.level - 1)}{heading.marker}{_one_line(heading.title)}\n" for heading in headings)


def outline_json(headings: Sequence[Heading]) -> str:
    """Return the outline as JSON: `[{level, marker, title, start, end}]`."""
    return _line([_heading(heading) for heading in headings])


def _heading(heading: Heading) -> dict[str, Any]:
    return {"level": heading.level, "marker": heading.marker, "title": heading.title, "start": heading.start, "end": heading.end}


def explain_text(found: Extraction, name: str, language: Language) -> str:
    """Return per clause what was found, by which rule, and what was dropped and why."""
    text = found.speech.text
    date = found.speech_date or message("page.no_date", language)
    source = label("date_source", found.speech_date_source, language)
    lines = [f"{name}  {found.speech.title}", message("explain.date", language, date=date, source=source), ""]
    headings = list(found.headings)
    slots = _slots(found.commitments)
    for start, end, rows, drops in _by_clause(found):
        while headings and headings[0].start <= start:
            heading = headings.pop(0)
            lines.append(f"{'#' * max(1, heading.level)} {heading.marker}{_one_line(heading.title)}  [{heading.rule}]")
        lines.append(f"{start}-{end}  {_one_line(text[start:end], 400)}")
        while slots and slots[0][0][0] < end:
            (first, last, kind), actions = slots.pop(0)
            elsewhere = ", ".join(str(action) for action in actions if not start <= action < end)
            if elsewhere:
                slot = message(f"page.{kind}", language)
                lines.append("    " + message("explain.serves", language, slot=slot, words=text[first:last], places=elsewhere))
        for row in rows:
            lines += [f"    {'  ' if number else '+ '}{line}" for number, line in enumerate(_row_lines(row, language))]
        lines += [f"    - {_drop(drop, text, (start, end), language)}" for drop in drops]
    return "\n".join(lines) + "\n"


def _slots(rows: Sequence[Commitment]) -> list[tuple[tuple[int, int, str], list[int]]]:
    """Return where owners and deadlines stand, in text order, each with the places of the actions that it serves."""
    found: dict[tuple[int, int, str], list[int]] = {}
    for row in rows:
        spans = row.spans
        deadline = (spans.deadline,) if spans.deadline else ()
        for kind, places in (("owner", spans.owner), ("co_owners", spans.co_owners), ("deadline", deadline)):
            for start, end in places:
                found.setdefault((start, end, kind), []).append(spans.action[0])
    return sorted(found.items())


def explain_json(found: Extraction, page: RawPage) -> str:
    """Return the same as one JSON object."""
    clauses = [
        {
            "start": start, "end": end, "text": found.speech.text[start:end],
            "commitments": [to_dict(row) for row in rows],
            "dropped": [{"stage": drop.stage, "start": drop.start, "end": drop.end, "reason": drop.reason} for drop in drops],
        }
        for start, end, rows, drops in _by_clause(found)
    ]  # fmt: skip
    return _line({
        "doc_id": page.doc_id, "source": page.source, "speech_date": found.speech_date, "speech_date_source": found.speech_date_source,
        "headings": [_heading(heading) for heading in found.headings], "clauses": clauses,
    })  # fmt: skip


def _by_clause(found: Extraction) -> Iterator[tuple[int, int, list[Commitment], list[Dropped]]]:
    """Yield each clause with the rows whose action begins in it and the drops that do; one walk over all three."""
    rows = sorted(found.commitments, key=lambda row: row.spans.action)
    drops = sorted(found.dropped, key=lambda drop: (drop.start, drop.end))
    row = drop = 0
    spans = found.clauses
    for place, (start, end) in enumerate(spans):
        limit = spans[place + 1][0] if place + 1 < len(spans) else len(found.speech.text) + 1
        first_row, first_drop = row, drop
        while row < len(rows) and rows[row].spans.action[0] < limit:
            row += 1
        while drop < len(drops) and drops[drop].start < limit:
            drop += 1
        yield start, end, rows[first_row:row], drops[first_drop:drop]


def _row_lines(row: Commitment, language: Language) -> Iterator[str]:
    owners = "、".join(row.owner) or "–"
    slots = [label("level", row.level, language), f"{owners} ({label('owner_kind', row.owner_kind, language)})", row.action]
    slots += [f"{item.text} → {item.comparator if item.comparator != '==' else ''}{amount(item)} {item.unit}" for item in row.quantities]
    if row.deadline:
        days = "…".join(day.isoformat() for day in (row.deadline.start, row.deadline.end) if day)
        slots.append(f"{row.deadline.text} → {days or ' '.join(row.deadline.recurrence) or '?'}")
    yield " | ".join(map(_one_line, slots))
    yield f"{message('explain.rules', language)} {' '.join(row.rules)}; {message('explain.confidence', language)} {row.confidence}"
    if row.warnings:
        yield f"{message('explain.warnings', language)} {'；'.join(label('warning', code, language) for code in row.warnings)}"


def _drop(drop: Dropped, text: str, clause: tuple[int, int], language: Language) -> str:
    reason = label("reason", drop.reason, language)
    words = "" if (drop.start, drop.end) == clause else f" {_one_line(text[drop.start : drop.end])}"
    return f"{drop.stage}: {reason}{words}"


def _one_line(text: str, length: int = _SHORTENED) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length] + "…"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
