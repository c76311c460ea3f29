"""The ledger as one page to read and print, evidence marked; the rows themselves ride along and can be read back."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape, unescape
from itertools import groupby
from typing import TYPE_CHECKING

from commitments.errors import LedgerError
from commitments.kept import compiled
from commitments.ledger.book import ledger_of
from commitments.ledger.objects import from_lines, to_line
from commitments.messages import Language, label, message, statuses
from commitments.types import Commitment, Span

if TYPE_CHECKING:
    from commitments.ledger.book import Ledger

GENERATOR = '<meta name="generator" content="commitments">'
"""Stands near the top of every page, so that a folder of speeches can be read again with its ledger in it."""

_DATA_START, _DATA_END = '<script type="application/x-ndjson" id="rows">\n', "</script>"
_RULES = compiled(r'<p id="rules" data-version="([^"]{0,200})" data-hash="([^"]{0,200})">')
_STYLE = """
body{font:14px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:1.5em;color:#222}
h1{font-size:1.4em}h2{font-size:1.15em;margin:1.6em 0 .4em}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .5em;vertical-align:top;text-align:left}
th{background:#dde6f0}thead{display:table-header-group}tbody{break-inside:avoid}
tr.evidence td{background:#fafafa;font-size:.92em;color:#444}
td.n{text-align:right}td.n,td.k,th{white-space:nowrap}.warn{color:#a33;font-size:.9em}.soft{color:#667}.path{color:#667;font-size:.9em}
mark{padding:0 .1em}mark.owner{background:#cfe4ff}mark.action{background:#fff1b8}
mark.quantity{background:#c9efcf}mark.deadline{background:#ffd6cc}
#rules{color:#667;font-size:.85em;margin-top:2em}
@media print{body{margin:0;font-size:11px}mark,th,tr.evidence td{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@page{size:A4 landscape;margin:12mm}
""".strip()
_SLOTS = ("owner", "action", "quantity", "deadline")
_HEADINGS = ("number", "owner", "action", "quantity", "deadline", "due", "level", "status")


def render(ledger: Ledger, headers: Language | None = None) -> bytes:
    """Return the page as bytes; Chinese unless `headers` is "en"."""
    return "".join(_page(ledger, headers or "zh")).encode("utf-8", errors="xmlcharrefreplace")


def _page(ledger: Ledger, language: Language) -> Iterator[str]:
    hard = sum(row.level == "hard" for row in ledger)
    heading = escape(message("page.title", language))
    yield f'<!DOCTYPE html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n{GENERATOR}\n'
    yield f"<title>{heading}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<h1>{heading}</h1>\n"
    yield f"<p>{escape(message('page.summary', language, rows=len(ledger), hard=hard, soft=len(ledger) - hard))} {_legend(language)}</p>\n"
    number = 0
    for _, group in groupby(ledger, key=lambda row: (row.doc_id, row.source)):
        rows = list(group)
        yield _speech_head(rows[0], language)
        headings = "".join(f"<th>{escape(message(f'page.{name}', language))}</th>" for name in _HEADINGS)
        yield f"<table>\n<thead><tr>{headings}</tr></thead>\n"
        for row in rows:
            number += 1
            yield _row(number, row, ledger.statuses.get(row.id) or statuses()[0], language)
        yield "</table>\n"
    rules = escape(message("page.rules", language, version=ledger.rules_version or "?", hash=ledger.rules_hash or "?"))
    yield f'<p id="rules" data-version="{escape(ledger.rules_version)}" data-hash="{escape(ledger.rules_hash)}">{rules}</p>\n'
    yield _DATA_START
    for row in ledger:
        yield to_line(row, ledger.statuses.get(row.id, "")).replace("<", "\\u003c") + "\n"
    yield _DATA_END + "\n</body>\n</html>\n"


def _legend(language: Language) -> str:
    return " ".join(f'<mark class="{name}">{escape(message(f"page.{name}", language))}</mark>' for name in _SLOTS)


def _speech_head(row: Commitment, language: Language) -> str:
    date = row.speech_date or message("page.no_date", language)
    return f"<h2>{escape(row.title or row.doc_id)}</h2>\n<p class=path>{escape(date)} · {escape(row.source or row.doc_id)}</p>\n"


def _row(number: int, row: Commitment, status: str, language: Language) -> str:
    owners = escape("、".join(row.owner) or f"（{label('owner_kind', row.owner_kind, language)}）")
    if row.co_owners:
        owners += f"<br><small>{escape(message('page.co_owners', language))}：{escape('、'.join(row.co_owners))}</small>"
    matter = f"<small>{escape(row.matter)}</small><br>" if row.matter else ""
    deadline = row.deadline
    due = deadline.end.isoformat() if deadline and deadline.end else ""
    warnings = "；".join(label("warning", code, language) for code in row.warnings)
    cells = [
        f"<td class=n rowspan=2>{number}</td>",
        f"<td>{owners}</td>",
        f"<td>{matter}{escape(row.action)}</td>",
        f"<td>{escape('；'.join(quantity.text for quantity in row.quantities))}</td>",
        f"<td>{escape(deadline.text if deadline else '')}</td>",
        f"<td class=k>{due}</td>",
        f'<td class="k {row.level}">{escape(label("level", row.level, language))}</td>',
        f"<td class=k>{escape(status)}</td>",
    ]
    path = f"<span class=path>{escape(' › '.join(row.section))}</span><br>" if row.section else ""
    warned = f"<br><span class=warn>{escape(warnings)}</span>" if warnings else ""
    evidence = f"<tr class=evidence><td colspan=7>{path}{_marked(row)}{warned}</td></tr>\n"
    return f'<tbody id="{escape(row.id)}">\n<tr>{"".join(cells)}</tr>\n{evidence}</tbody>\n'


def _marked(row: Commitment) -> str:
    """Return the evidence with its slots marked; quantities and deadlines lie inside the action and win over it."""
    parts: list[str] = []
    place = 0
    for start, end, kind in _stretches(row):
        parts.append(escape(row.evidence[place:start]))
        parts.append(f'<mark class="{kind}">{escape(row.evidence[start:end])}</mark>')
        place = end
    parts.append(escape(row.evidence[place:]))
    return "".join(parts).replace("\n", "<br>")


def _stretches(row: Commitment) -> list[tuple[int, int, str]]:
    """Return disjoint (start, end, kind) in the evidence; later kinds cut into earlier ones."""
    kinds = [""] * len(row.evidence)
    for kind, spans in _slots(row):
        for start, end in spans:
            start, end = max(start, 0), min(end, len(kinds))
            kinds[start:end] = [kind] * max(end - start, 0)
    found: list[tuple[int, int, str]] = []
    place = 0
    for kind, group in groupby(kinds):
        length = len(list(group))
        if kind:
            found.append((place, place + length, kind))
        place += length
    return found


def _slots(row: Commitment) -> Iterator[tuple[str, list[Span]]]:
    """Yield the spans of each slot inside the evidence; a row read from a spreadsheet has none, its words are looked up."""
    spans = row.spans
    if spans.action != (0, 0):
        found = {"action": (spans.action,), "owner": spans.owner + spans.co_owners, "quantity": spans.quantities}
        found["deadline"] = (spans.deadline,) if spans.deadline else ()
        for kind, places in found.items():
            yield kind, [(start - row.start, end - row.start) for start, end in places]
        return
    words = {"action": [row.action], "owner": [*row.owner, *row.co_owners], "quantity": [quantity.text for quantity in row.quantities]}
    words["deadline"] = [row.deadline.text] if row.deadline else []
    for kind, texts in words.items():
        begins = [(row.evidence.find(text), len(text)) for text in texts if text]
        yield kind, [(begin, begin + length) for begin, length in begins if begin >= 0]


def parse(data: bytes, file: str) -> Ledger:
    """Return the ledger that a page carries.

    Raises:
        LedgerError: the page was not written by this program.
    """
    text = data.decode("utf-8-sig", errors="replace")
    start = text.rfind(_DATA_START)
    end = text.rfind(_DATA_END)
    if start < 0 or end < start or GENERATOR not in text[:400]:
        raise LedgerError(file, "this page holds no ledger", "name a page that this program has written")
    rules = _RULES.search(text, max(0, start - 2000), start)
    version, digest = (unescape(rules[1]), unescape(rules[2])) if rules else ("", "")
    return ledger_of(from_lines(text[start + len(_DATA_START) : end].split("\n"), file), version, digest)
