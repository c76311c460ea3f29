"""The ledger as a calendar (RFC 5545): a to-do for each row with a due date or a frequency.

A frequency needs a first day: the row's own, else the first day that the speech may have been held on. A row
without any date is no to-do. So that nothing is lost, the calendar carries every row as a property of its own, which
calendar programs pass over and `read_ledger` reads back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from commitments.errors import Error, LedgerError
from commitments.ledger.book import ledger_of
from commitments.ledger.objects import from_lines, to_line
from commitments.messages import Language, label, message
from commitments.speechdate import SpeechDate
from commitments.types import Commitment

if TYPE_CHECKING:
    from commitments.ledger.book import Ledger

_STAMP = "20000101T000000Z"
"""RFC 5545 wants to know when a to-do was made; one fixed moment, so that the same ledger gives the same bytes."""
_FOLD = 74
_SHORTENED = 60
_ROW, _RULES = "X-COMMITMENTS-ROW", "X-COMMITMENTS-RULES"
_FINISHED = {"已完成": "COMPLETED", "已取消": "CANCELLED", "推进中": "IN-PROCESS"}


def render(ledger: Ledger, headers: Language | None = None) -> bytes:
    """Return the calendar as bytes; its words are Chinese unless `headers` is "en"."""
    language = headers or "zh"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//commitments//ledger//ZH", "CALSCALE:GREGORIAN"]
    lines.append(f"{_RULES}:{_escaped(ledger.rules_version)}\\;{_escaped(ledger.rules_hash)}")
    lines += [f"{_ROW}:{_escaped(to_line(row, ledger.statuses.get(row.id, '')))}" for row in ledger]
    for row in ledger:
        lines += _todos(row, ledger.statuses.get(row.id, ""), language)
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) for line in lines).encode("utf-8")


def dated(row: Commitment) -> bool:
    """Return whether a row becomes a to-do."""
    return bool(row.deadline and (row.deadline.end or (row.deadline.recurrence and _first_day(row))))


def _todos(row: Commitment, status: str, language: Language) -> Iterator[str]:
    """Yield the lines of a row's to-dos: one, or one for each of several frequencies."""
    deadline = row.deadline
    if deadline is None or not dated(row):
        return
    first = _first_day(row)
    rules = deadline.recurrence if first else ()
    for number, rule in enumerate(rules or ("",)):
        yield "BEGIN:VTODO"
        yield f"UID:{row.id}{f'-{number}' if number else ''}@commitments"
        yield f"DTSTAMP:{_STAMP}"
        if rule and first:
            yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
            yield f"RRULE:{rule}" + (f";UNTIL={deadline.end:%Y%m%d}" if deadline.end and "UNTIL=" not in rule else "")
        elif deadline.end:
            if deadline.start and deadline.start < deadline.end:
                yield f"DTSTART;VALUE=DATE:{deadline.start:%Y%m%d}"
            # A due day is the day itself: calendar programs show it as the last one on which it is on time.
            yield f"DUE;VALUE=DATE:{deadline.end:%Y%m%d}"
        yield f"SUMMARY:{_escaped(_summary(row))}"
        yield f"DESCRIPTION:{_escaped(_description(row, language))}"
        if row.owner:
            yield "CATEGORIES:" + ",".join(_escaped(owner) for owner in row.owner)
        if status in _FINISHED:
            yield f"STATUS:{_FINISHED[status]}"
        yield "END:VTODO"


def _first_day(row: Commitment) -> date | None:
    if row.deadline and row.deadline.start:
        return row.deadline.start
    try:
        return SpeechDate.parse(row.speech_date).first() if row.speech_date else None
    except Error:
        return None


def _summary(row: Commitment) -> str:
    action = row.action if len(row.action) <= _SHORTENED else row.action[:_SHORTENED] + "…"
    return f"{'、'.join(row.owner)}：{action}" if row.owner else action


def _description(row: Commitment, language: Language) -> str:
    deadline = row.deadline.text if row.deadline else ""
    lines = [
        (message("page.deadline", language), deadline),
        (message("page.level", language), label("level", row.level, language)),
        (message("page.co_owners", language), "、".join(row.co_owners)),
        (message("page.warnings", language), "；".join(label("warning", code, language) for code in row.warnings)),
        (message("page.speech", language), row.title or row.doc_id),
        (message("page.evidence", language), row.evidence),
    ]
    return "\n".join(f"{name}：{text}" for name, text in lines if text)


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


def _folded(line: str) -> str:
    """Break a line so that none is longer than 75 octets, never inside a character."""
    data = line.encode()
    parts = []
    while len(data) > _FOLD:
        cut = _FOLD
        while data[cut] & 0xC0 == 0x80:  # in the middle of a character
            cut -= 1
        parts.append(data[:cut])
        data = b" " + data[cut:]
    return b"\r\n".join([*parts, data]).decode() + "\r\n"


def parse(data: bytes, file: str) -> Ledger:
    """Return the ledger that a calendar carries.

    Raises:
        LedgerError: the calendar was not written by this program.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise LedgerError(file, "not in UTF-8", "save it as UTF-8") from None
    lines = re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n").split("\n")
    rows = [_plain(line.removeprefix(f"{_ROW}:")) for line in lines if line.startswith(f"{_ROW}:")]
    rules = next((_plain(line.removeprefix(f"{_RULES}:")) for line in lines if line.startswith(f"{_RULES}:")), None)
    if rules is None:
        raise LedgerError(file, "this calendar holds no ledger", "name a calendar that this program has written")
    version, _, digest = rules.partition(";")
    return ledger_of(from_lines(rows, file), version, digest)


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)
