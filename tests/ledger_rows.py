"""Rows for the tests of the ledger: plain ones, and one that is as awkward as a row can be."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from commitments.ledger import Ledger
from commitments.types import Commitment, Deadline, Quantity, Spans

EVIDENCE = "水利局要会同各乡镇,6月底前加固水库12座。"
ROW = Commitment(
    id="a1b2c3d4e5f6",
    doc_id="s1",
    source="讲话/s1.txt",
    site="generic",
    title="在防汛调度会上的讲话",
    speech_date="2025-03-10",
    speech_date_source="title",
    section=("一、抓加固", "(一)水库"),
    level="hard",
    owner=("水利局",),
    owner_kind="explicit",
    co_owners=("各乡镇",),
    matter="",
    action="加固水库12座",
    quantities=(Quantity("12座", Decimal(12), "座"),),
    deadline=Deadline("6月底前", None, date(2025, 6, 30)),
    evidence=EVIDENCE,
    start=40,
    end=40 + len(EVIDENCE),
    raw_start=55,
    raw_end=55 + len(EVIDENCE),
    spans=Spans(((40, 43),), ((46, 49),), (54, 61), ((58, 61),), (50, 54), (20, 23), (30, 34)),
    modality="shall",
    confidence=0.9,
    rules=("owner.body", "deadline.month_part"),
)
RANGE = replace(
    ROW,
    id="b1",
    action="增长3%至5%,整改全部问题",
    quantities=(
        Quantity("3%至5%", None, "%", "==", "ratio", True, Decimal(3), Decimal(5)),
        Quantity("全部", Decimal(100), "%", "==", "coverage"),
        Quantity("0.5亩", Decimal("0.5"), "亩", "~", "area"),
    ),
)
WEEKLY = replace(
    ROW,
    id="b2",
    quantities=(),
    deadline=Deadline("周调度、季通报", None, None, ("FREQ=WEEKLY", "FREQ=MONTHLY;INTERVAL=3"), 2),
    warnings=("owner-inherited", "near-gap"),
)
NOBODY = replace(ROW, owner=(), owner_kind="none", co_owners=())
SOFT = replace(NOBODY, id="b3", level="soft", quantities=(), deadline=None, speech_date=None, modality="")
NASTY = replace(
    ROW,
    id="b4",
    title="=HYPERLINK(\"x\")",
    owner=("+甲;乙", "@丙\\丁"),
    section=("'=一", "二;三"),
    matter="-减",
    action="\t跑\"腿\",\r\n第二行 <b>&amp;</b>",
    evidence="-1+1\n第二行\u2028</script><mark>",
    source="'quoted'.txt",
)
LEDGER = Ledger((ROW, RANGE, WEEKLY, SOFT, NASTY), "2026.1", "0123456789ab", {"b1": "已完成"})
FULL = [".jsonl", ".ics", ".html"]
FLAT = [".csv", ".xlsx"]


def written(path: Path, suffix: str, ledger: Ledger = LEDGER, **options: Any) -> Path:
    target = path / f"台账{suffix}"
    ledger.write(target, **options)
    return target


def flat(row: Commitment) -> Commitment:
    """What the columns of the contract hold of a row."""
    quantities = tuple(replace(quantity, kind="count", delta=False) for quantity in row.quantities)
    deadline = replace(row.deadline, times=None) if row.deadline else None
    return replace(row, quantities=quantities, deadline=deadline, spans=Spans(), rules=(), speech_date_source="")


def cells_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))
