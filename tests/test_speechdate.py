"""The day of a speech: its forms, its errors, its first and last possible day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from commitments.errors import OptionError
from commitments.speechdate import SpeechDate


@pytest.mark.parametrize(
    ("given", "parts", "first", "last"),
    [
        ("2025", (2025, None, None), date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-07", (2025, 7, None), date(2025, 7, 1), date(2025, 7, 31)),
        ("2024-2", (2024, 2, None), date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-12", (2025, 12, None), date(2025, 12, 1), date(2025, 12, 31)),
        (" 2025-07-10 ", (2025, 7, 10), date(2025, 7, 10), date(2025, 7, 10)),
        (date(2025, 7, 10), (2025, 7, 10), date(2025, 7, 10), date(2025, 7, 10)),
        (datetime(2025, 7, 10, 9, 30), (2025, 7, 10), date(2025, 7, 10), date(2025, 7, 10)),
        (SpeechDate(2025, 7), (2025, 7, None), date(2025, 7, 1), date(2025, 7, 31)),
    ],
)
def test_parse(given: str | date | SpeechDate, parts: tuple[int, int | None, int | None], first: date, last: date) -> None:
    found = SpeechDate.parse(given)
    assert (found.year, found.month, found.day) == parts
    assert (found.first(), found.last()) == (first, last)


@pytest.mark.parametrize(("given", "written"), [("2025", "2025"), ("2025-7", "2025-07"), ("2025-7-1", "2025-07-01")])
def test_isoformat(given: str, written: str) -> None:
    assert SpeechDate.parse(given).isoformat == written == str(SpeechDate.parse(given))


def test_exact_only_with_a_day() -> None:
    assert SpeechDate.parse("2025-07-10").exact() == date(2025, 7, 10)
    assert SpeechDate.parse("2025-07").exact() is None


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("", "'' is no date"),
        ("七月", "'七月' is no date"),
        ("2025/07/10", "'2025/07/10' is no date"),
        ("25-07", "'25-07' is no date"),
        ("2025-13", "there is no day 2025-13"),
        ("2025-02-30", "there is no day 2025-02-30"),
        ("0025-02-03", "the year 25 is not between 1949 and 2099"),
    ],
)
def test_wrong_dates_name_the_problem_and_the_cure(given: str, problem: str) -> None:
    with pytest.raises(OptionError) as caught:
        SpeechDate.parse(given)
    assert (caught.value.place, caught.value.problem) == ("speech date", problem)
    assert caught.value.cure == "write 2025, 2025-07 or 2025-07-10"


def test_a_day_needs_a_month() -> None:
    with pytest.raises(OptionError, match="a day without a month"):
        SpeechDate(2025, None, 3)
