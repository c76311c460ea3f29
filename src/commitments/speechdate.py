"""The day of a speech, as exactly as it is known: a year, a month or a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from commitments.errors import OptionError
from commitments.kept import compiled

_FORM = compiled(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_CURE = "write 2025, 2025-07 or 2025-07-10"
_FIRST_YEAR, _LAST_YEAR = 1949, 2099


@dataclass(frozen=True, slots=True)
class SpeechDate:
    """The date of a speech; a month or a day that is not known is None.

    >>> SpeechDate.parse("2025-07").last()
    datetime.date(2025, 7, 31)

    Args:
        year: 1949 to 2099, the years for which the lunar calendar is tabulated and speeches of the genre exist.
        month: 1 to 12, or None.
        day: day of the month, or None; needs a month.

    Raises:
        OptionError: there is no such day.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise OptionError("speech date", f"the year {self.year} is not between {_FIRST_YEAR} and {_LAST_YEAR}", _CURE)
        if self.day is not None and self.month is None:
            raise OptionError("speech date", "a day without a month", _CURE)
        try:
            self.first()
        except ValueError:
            raise OptionError("speech date", f"there is no day {self.isoformat}", _CURE) from None

    @classmethod
    def parse(cls, value: str | date | SpeechDate) -> SpeechDate:
        """Read a date as the command line and the gold files write it.

        >>> SpeechDate.parse("2025-07-10").isoformat
        '2025-07-10'

        Args:
            value: "2025", "2025-07", "2025-07-10", a `datetime.date`, or a SpeechDate, which is returned as it is.

        Raises:
            OptionError: the text has another form, or there is no such day.
        """
        if isinstance(value, SpeechDate):
            return value
        if isinstance(value, date):
            return cls(value.year, value.month, value.day)
        form = _FORM.fullmatch(value.strip()) if isinstance(value, str) else None
        if form is None:
            raise OptionError("speech date", f"{value!r} is no date", _CURE)
        year, month, day = (int(part) if part else None for part in form.groups())
        return cls(year or 0, month, day)

    @property
    def isoformat(self) -> str:
        """The date in ISO 8601, as exact as it is known: 2025, 2025-07 or 2025-07-10."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.isoformat

    def first(self) -> date:
        """Return the first day that the speech may have been held on."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """Return the last day that the speech may have been held on."""
        if self.month is None:
            return date(self.year, 12, 31)
        if self.day is not None:
            return date(self.year, self.month, self.day)
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return following - timedelta(days=1)

    def exact(self) -> date | None:
        """Return the day itself where it is known, else None."""
        return self.first() if self.day is not None else None
