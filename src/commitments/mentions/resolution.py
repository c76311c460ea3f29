"""What a resolver of deadlines reads and what it returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from commitments.numerals import parse_numeral
from commitments.speechdate import SpeechDate


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an expression comes to; without start, end and recurrence it could not be resolved.

    Attributes:
        start: its first day.
        end: the last day on which it is on time.
        recurrence: the rules of a frequency.
        times: how often in each of its periods.
        vague: whether it is a word like 尽快.
        running: whether the speech falls into the unit that is named as the beginning (今年起, said in March).
    """

    start: date | None = None
    end: date | None = None
    recurrence: tuple[str, ...] = ()
    times: int | None = None
    vague: bool = False
    running: bool = False

    @property
    def resolved(self) -> bool:
        """Whether anything is known of the time, or nothing ever will be (尽快)."""
        return self.vague or bool(self.end or self.start or self.recurrence)


UNRESOLVED = Resolution()


@dataclass(frozen=True, slots=True)
class Reading:
    """One match as a resolver sees it: the pattern's named groups, the rule's params, the speech's date."""

    groups: Mapping[str, str | None]
    params: Mapping[str, Any]
    speech: SpeechDate | None

    def text(self, name: str) -> str:
        """Return a named group of the match, else the rule's param of that name, else nothing."""
        return self.groups.get(name) or str(self.params.get(name, ""))

    def number(self, name: str) -> int | None:
        """Return a named group or param as a whole number; None where it is absent or no such number."""
        value = parse_numeral(self.text(name))
        return int(value) if value is not None and value == value.to_integral_value() else None

    def exact_day(self) -> date | None:
        """Return the day of the speech where it is known."""
        return self.speech.exact() if self.speech else None
