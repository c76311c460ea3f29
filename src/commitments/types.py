"""The frozen values that flow between the stages.

Offsets are half-open and count characters of the clean text, unless a name says `raw`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal

from commitments.offsets import Run
from commitments.offsets import to_raw as _to_raw

GAP_MARK: Final = "〔…〕"
"""What stands in the clean text where a site withholds a part of the speech."""

Level = Literal["hard", "soft"]
OwnerKind = Literal["explicit", "inherited", "collective", "none"]
Modality = Literal["must", "shall", "will", "aim", ""]
Comparator = Literal["==", ">=", "<=", "~"]
QuantityKind = Literal[
    "count", "money", "ratio", "change", "area", "length", "weight", "volume", "energy",
    "people", "rank", "coverage", "score", "duration", "other",
]  # fmt: skip


_NO_TAGS: Final[frozenset[str]] = frozenset()
DATE_TAGS: Final = frozenset(
    {"unmarked", "needs_task", "bare_period", "part_of_year", "yearly", "whole_year", "of_years", "of_plan", "of_event", "span"}
    | {"date", "day", "calendar_day", "near_day", "bare_day", "month", "named_month"}
)
"""What a rule on deadlines may say of all it finds; docs/adding-a-rule.md has what each means."""


class _Value:
    """A value that is made often: its fields are final, and set by a constructor of its own.

    The constructor of a frozen dataclass asks for leave to set each field, which took a twentieth of the time of the compiled core.
    There the class itself refuses to change a final field; run from sources, `_set_once` does.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Let values be copied and go to other processes."""
        names: tuple[str, ...] = self.__match_args__  # type: ignore[attr-defined]  # a dataclass has them
        return type(self), tuple([getattr(self, name) for name in names])


def _set_once(value: _Value, name: str, new: object) -> None:
    if hasattr(value, name):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")
    object.__setattr__(value, name, new)


def _keep(value: _Value, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


if __file__.endswith(".py"):  # a compiled class takes no new methods and needs none
    setattr(_Value, "__setattr__", _set_once)  # noqa: B010  # mypy lets nobody assign to a method
    setattr(_Value, "__delattr__", _keep)  # noqa: B010


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it was read: decoded, not yet cleaned.

    `text` is what raw offsets count in. For HTML it is the plain-text rendering.
    """

    text: str
    doc_id: str = ""
    source: str = ""
    format: str = "txt"
    encoding: str = "utf-8"
    meta: Mapping[str, str] = field(default_factory=dict)
    links: tuple[tuple[int, int], ...] = ()
    """The stretches of `text` that are anchors of links, where the format knows links."""


@dataclass(slots=True, init=False, unsafe_hash=True)
class Removed(_Value):
    """A stretch of the raw page that is not in the clean text, and the rule that cut it."""

    start: Final[int]
    end: Final[int]
    text: Final[str]
    rule: Final[str]

    def __init__(self, start: int, end: int, text: str, rule: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the speech that the site withholds.

    `start`, `end`: the place of the gap mark in the clean text; `missing`: characters withheld,
    where the page says how many.
    """

    start: int
    end: int
    missing: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class CleanSpeech:
    """A speech without its page.

    `posted`: the page's own time of publication, ISO 8601, possibly only a year or a month;
    `posted_kind`: "published" where a portal publishes the speech as news, "posted" where a site of any
    kind puts it up as an article, which may be later, "uploaded" where a document shop names the time of a file,
    which may be years later.
    """

    text: str
    runs: tuple[Run, ...] = ()
    removed: tuple[Removed, ...] = ()
    gaps: tuple[Gap, ...] = ()
    title: str = ""
    site: str = ""
    posted: str | None = None
    posted_kind: Literal["published", "posted", "uploaded", ""] = ""
    hints: tuple[str, ...] = ()
    """Heading titles that the page repeats outside the speech (a teaser outline); evidence for the outline."""
    subtitles: tuple[str, ...] = ()
    """The lines between title and salutation: the day, the occasion, the speaker. Not part of `text`."""
    warnings: tuple[str, ...] = ()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span of [start, end) in the decoded page."""
        return _to_raw(self.runs, start, end)


@dataclass(slots=True, init=False, unsafe_hash=True)
class Heading(_Value):
    """One node of the outline, in text order.

    `start`, `end`: marker and title; `body_end`: where the next heading of the same or a higher level
    begins. `run_in` headings stand at the head of a paragraph or sentence, their text goes on behind them.
    """

    level: Final[int]
    marker: Final[str]
    title: Final[str]
    start: Final[int]
    end: Final[int]
    body_end: Final[int]
    run_in: Final[bool]
    rule: Final[str]

    def __init__(self, level: int, marker: str, title: str, start: int, end: int, body_end: int, run_in: bool, rule: str) -> None:
        self.level = level
        self.marker = marker
        self.title = title
        self.start = start
        self.end = end
        self.body_end = body_end
        self.run_in = run_in
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much: `value`, or `low` and `high` for a range, in `unit`, scale resolved (1.2万亩 is 12000 亩)."""

    text: str
    value: Decimal | None
    unit: str
    comparator: Comparator = "=="
    kind: QuantityKind = "count"
    delta: bool = False
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when: `end` is the last day on which the task is on time; a frequency has a `recurrence` instead.

    `recurrence` holds RFC 5545 rules without COUNT; `times` is how often within each period.
    """

    text: str
    start: date | None = None
    end: date | None = None
    recurrence: tuple[str, ...] = ()
    times: int | None = None


@dataclass(slots=True, init=False, unsafe_hash=True)
class QuantityMention(_Value):
    """A quantity found in a text, with the rule that found it."""

    start_char: Final[int]
    end_char: Final[int]
    text: Final[str]
    rule: Final[str]
    quantity: Final[Quantity]

    def __init__(self, start_char: int, end_char: int, text: str, rule: str, quantity: Quantity) -> None:
        self.start_char = start_char
        self.end_char = end_char
        self.text = text
        self.rule = rule
        self.quantity = quantity


@dataclass(slots=True, init=False, unsafe_hash=True)
class DeadlineMention(_Value):
    """A deadline found in a text, with the rule that found it.

    `vague` words (尽快, 及时) are no deadline in the guide's sense; `warnings` holds codes such as
    `deadline-unresolved`; `tags`, which are some of `DATE_TAGS`, what its rule says of all it finds.
    """

    start_char: Final[int]
    end_char: Final[int]
    text: Final[str]
    rule: Final[str]
    deadline: Final[Deadline]
    vague: Final[bool]
    warnings: Final[tuple[str, ...]]
    tags: Final[frozenset[str]]

    def __init__(
        self, start_char: int, end_char: int, text: str, rule: str, deadline: Deadline, vague: bool = False,
        warnings: tuple[str, ...] = (), tags: frozenset[str] = _NO_TAGS,
    ) -> None:  # fmt: skip
        self.start_char = start_char
        self.end_char = end_char
        self.text = text
        self.rule = rule
        self.deadline = deadline
        self.vague = vague
        self.warnings = warnings
        self.tags = tags

    @property
    def over(self) -> bool:
        """Whether the day lies before the speech or, without 前, is its own."""
        return "deadline-before-speech" in self.warnings or "deadline-of-speech-day" in self.warnings


@dataclass(slots=True, init=False, unsafe_hash=True)
class OwnerMention(_Value):
    """A body, office or role found in a text.

    `strength`: how the rule takes its names, as its `params` say: `strong`, `weak`, `role` or `field`; empty where no list knows the name.
    """

    start_char: Final[int]
    end_char: Final[int]
    text: Final[str]
    rule: Final[str]
    collective: Final[bool]
    strength: Final[str]

    def __init__(self, start_char: int, end_char: int, text: str, rule: str, collective: bool = False, strength: str = "") -> None:
        self.start_char = start_char
        self.end_char = end_char
        self.text = text
        self.rule = rule
        self.collective = collective
        self.strength = strength


@dataclass(slots=True, init=False, unsafe_hash=True)
class Dropped(_Value):
    """What a stage looked at and let go, with the reason; `commitments explain` shows it."""

    stage: Final[str]
    start: Final[int]
    end: Final[int]
    reason: Final[str]

    def __init__(self, stage: str, start: int, end: int, reason: str) -> None:
        self.stage = stage
        self.start = start
        self.end = end
        self.reason = reason


Span = tuple[int, int]


@dataclass(slots=True, init=False, unsafe_hash=True)
class Spans(_Value):
    """Where the slots of a commitment stand in the clean text; empty where a slot has no words of its own.

    `owner_from`: where an inherited owner was named, first word to last; `deadline_from`: the clause before in which a deadline
    stands that the row takes over. None where the row's own clause or sentence says it.
    """

    owner: Final[tuple[Span, ...]]
    co_owners: Final[tuple[Span, ...]]
    action: Final[Span]
    quantities: Final[tuple[Span, ...]]
    deadline: Final[Span | None]
    owner_from: Final[Span | None]
    deadline_from: Final[Span | None]

    def __init__(
        self, owner: tuple[Span, ...] = (), co_owners: tuple[Span, ...] = (), action: Span = (0, 0), quantities: tuple[Span, ...] = (),
        deadline: Span | None = None, owner_from: Span | None = None, deadline_from: Span | None = None,
    ) -> None:  # fmt: skip
        self.owner = owner
        self.co_owners = co_owners
        self.action = action
        self.quantities = quantities
        self.deadline = deadline
        self.owner_from = owner_from
        self.deadline_from = deadline_from


@dataclass(slots=True, init=False, unsafe_hash=True)
class Commitment(_Value):
    """One row of the ledger: one thing that can later be ticked off.

    `start`, `end` are offsets of `evidence` in the clean text, `raw_start`, `raw_end` in the decoded page;
    `rules` are the ids of the rules that made the row; `warnings` are codes that name a reason to look.
    """

    id: Final[str]
    doc_id: Final[str]
    source: Final[str]
    site: Final[str]
    title: Final[str]
    speech_date: Final[str | None]
    speech_date_source: Final[str]
    section: Final[tuple[str, ...]]
    level: Final[Level]
    owner: Final[tuple[str, ...]]
    owner_kind: Final[OwnerKind]
    co_owners: Final[tuple[str, ...]]
    matter: Final[str]
    action: Final[str]
    quantities: Final[tuple[Quantity, ...]]
    deadline: Final[Deadline | None]
    evidence: Final[str]
    start: Final[int]
    end: Final[int]
    raw_start: Final[int]
    raw_end: Final[int]
    spans: Final[Spans]
    modality: Final[Modality]
    confidence: Final[float]
    rules: Final[tuple[str, ...]]
    warnings: Final[tuple[str, ...]]

    def __init__(
        self, id: str, doc_id: str, source: str, site: str, title: str, speech_date: str | None, speech_date_source: str,
        section: tuple[str, ...], level: Level, owner: tuple[str, ...], owner_kind: OwnerKind, co_owners: tuple[str, ...], matter: str,
        action: str, quantities: tuple[Quantity, ...], deadline: Deadline | None, evidence: str, start: int, end: int, raw_start: int,
        raw_end: int, spans: Spans, modality: Modality, confidence: float, rules: tuple[str, ...], warnings: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self.id = id
        self.doc_id = doc_id
        self.source = source
        self.site = site
        self.title = title
        self.speech_date = speech_date
        self.speech_date_source = speech_date_source
        self.section = section
        self.level = level
        self.owner = owner
        self.owner_kind = owner_kind
        self.co_owners = co_owners
        self.matter = matter
        self.action = action
        self.quantities = quantities
        self.deadline = deadline
        self.evidence = evidence
        self.start = start
        self.end = end
        self.raw_start = raw_start
        self.raw_end = raw_end
        self.spans = spans
        self.modality = modality
        self.confidence = confidence
        self.rules = rules
        self.warnings = warnings
