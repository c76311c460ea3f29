"""Turns speeches of Chinese officials into task ledgers that can be checked.

>>> import commitments
>>> page = commitments.RawPage("在调度会上的讲话\\n同志们：\\n水利局要在5月底前完成12座水库除险加固。", "讲话")
>>> [(row.owner, row.action) for row in commitments.extract(page, date="2025-03-01")]
[(('水利局',), '完成12座水库除险加固')]

The names below are the public interface; all else is free to change. They are imported when first used, so that
`import commitments` costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from commitments.api import clean, clean_all, extract, extract_frame
    from commitments.errors import Error, LedgerError, OptionError, OutputError, RuleError, SourceError
    from commitments.ledger import Ledger, read_ledger
    from commitments.mentions.deadlines import parse_deadlines
    from commitments.mentions.quantities import parse_quantities
    from commitments.reading import read_page
    from commitments.ruledata import RuleSet, load_rules
    from commitments.speechdate import SpeechDate
    from commitments.types import (
        CleanSpeech,
        Commitment,
        Deadline,
        DeadlineMention,
        Gap,
        Heading,
        Quantity,
        QuantityMention,
        RawPage,
        Removed,
    )

__all__ = [
    "CleanSpeech",
    "Commitment",
    "Deadline",
    "DeadlineMention",
    "Error",
    "Gap",
    "Heading",
    "Ledger",
    "LedgerError",
    "OptionError",
    "OutputError",
    "Quantity",
    "QuantityMention",
    "RawPage",
    "Removed",
    "RuleError",
    "RuleSet",
    "SourceError",
    "SpeechDate",
    "clean",
    "clean_all",
    "extract",
    "extract_frame",
    "load_rules",
    "parse_deadlines",
    "parse_quantities",
    "read_ledger",
    "read_page",
]

_HOMES = {
    "api": ("clean", "clean_all", "extract", "extract_frame"),
    "errors": ("Error", "LedgerError", "OptionError", "OutputError", "RuleError", "SourceError"),
    "ledger": ("Ledger", "read_ledger"),
    "mentions.deadlines": ("parse_deadlines",),
    "mentions.quantities": ("parse_quantities",),
    "reading": ("read_page",),
    "ruledata": ("RuleSet", "load_rules"),
    "speechdate": ("SpeechDate",),
    "types": (
        "CleanSpeech", "Commitment", "Deadline", "DeadlineMention", "Gap", "Heading", "Quantity", "QuantityMention", "RawPage", "Removed",
    ),
}  # fmt: skip


def __getattr__(name: str) -> Any:
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The package, in which `clean` is the public function even after the module of that name was imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
