"""What the tests share: a speech from a sentence, and a row in one line."""

from __future__ import annotations

import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

from commitments.offsets import Run
from commitments.pipeline import Extraction, extract_speech
from commitments.ruledata import RuleSet, load_rules
from commitments.types import CleanSpeech, Commitment


def pytest_configure() -> None:
    """Refuse to test compiled modules: their doctests are not seen, and they do not know of changes to their sources."""
    package = Path(__file__).parents[1] / "src" / "commitments"
    if any(package.rglob("*" + (sysconfig.get_config_var("EXT_SUFFIX") or ".so"))):
        raise pytest.UsageError("src/commitments holds compiled modules, which the tests do not see through; take them out: make pure")


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return load_rules()


@pytest.fixture(scope="session")
def read_speech(rules: RuleSet) -> Callable[..., Extraction]:
    """Run everything behind the cleaner on a text."""

    def read(text: str, date: str | None = "2025-06-10", title: str = "") -> Extraction:
        speech = CleanSpeech(text, (Run(0, 0, len(text)),), title=title)
        return extract_speech(speech, doc_id="t", source="t.txt", date=date, rules=rules)

    return read


@pytest.fixture(scope="session")
def rows(read_speech: Callable[..., Extraction]) -> Callable[..., list[str]]:
    """Return the commitments of a text, each as "level owner+co-owner: action [quantities] by deadline"."""

    def read(text: str, date: str | None = "2025-06-10") -> list[str]:
        return [line(commitment) for commitment in read_speech(text, date).commitments]

    return read


def line(commitment: Commitment) -> str:
    """Write a commitment in one line."""
    owner = "、".join(commitment.owner) + ("+" + "、".join(commitment.co_owners) if commitment.co_owners else "")
    quantities = " [" + "; ".join(quantity.text for quantity in commitment.quantities) + "]" if commitment.quantities else ""
    return f"{commitment.level} {owner or '-'}: {commitment.action}{quantities}{_by(commitment)}"


def _by(commitment: Commitment) -> str:
    deadline = commitment.deadline
    if deadline is None:
        return ""
    if deadline.recurrence:
        return " every " + ",".join(deadline.recurrence)
    return " by " + (deadline.end.isoformat() if deadline.end else deadline.text)
