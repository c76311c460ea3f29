"""Gold files: one JSON object a line, one line a speech, in the format of the annotation guide (section 4).

Nothing wrong passes: an unknown field, words that do not stand in the text, a hard row without quantity or
deadline, a day that does not exist. The error names file, line, row, and the cure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from commitments.errors import Error, LedgerError
from commitments.kept import compiled
from commitments.scoring import VAGUE, plain
from commitments.speechdate import SpeechDate
from commitments.types import Comparator, Level, OwnerKind, QuantityKind

_RULE_PART = compiled(
    r"INTERVAL=[1-9]\d{0,3}|BYDAY=(?:[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU),?){1,7}|BYMONTHDAY=(?:-?(?:[12]?\d|3[01]),?){1,31}"
    r"|BYMONTH=(?:(?:1[0-2]|[1-9]),?){1,12}|BYSETPOS=-?\d{1,3}|BYHOUR=\d{1,2}|WKST=(?:MO|SU)"
)
_FREQUENCY = compiled(r"FREQ=(?:HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)")
_DAY = compiled(r"\d{4}-\d{2}-\d{2}")


def _wrong(problem: str, cure: str) -> PydanticCustomError:
    """Return an error that pydantic passes on with its cure."""
    return PydanticCustomError("gold", "{problem}", {"problem": problem, "cure": cure})


def _rule(text: str) -> str:
    first, *rest = text.split(";")
    if "COUNT=" in text or "UNTIL=" in text:
        raise _wrong(f"the recurrence {text!r} has COUNT or UNTIL", "leave it out; how often within a period is `times`")
    if not _FREQUENCY.fullmatch(first) or not all(_RULE_PART.fullmatch(part) for part in rest):
        raise _wrong(f"{text!r} is no RFC 5545 rule", "write it as FREQ=WEEKLY or FREQ=MONTHLY;INTERVAL=3")
    return text


def _day(value: Any) -> Any:
    if value is None:
        return None
    cure = "write an existing day as 2025-06-30, or null"
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise _wrong(f"{value!r} is no day", cure)
    try:
        date.fromisoformat(value)
    except ValueError:
        raise _wrong(f"there is no day {value}", cure) from None
    return value


def _speech_date(value: str | None) -> str | None:
    try:
        return None if value is None else SpeechDate.parse(value).isoformat
    except Error as error:
        raise _wrong(error.problem, error.cure + ", or null") from None


def _filled(text: str) -> str:
    if not text.strip():
        raise _wrong("the field is empty", "fill it, or leave the item out of its list")
    return text


Day = Annotated[str | None, BeforeValidator(_day)]
Words = Annotated[str, AfterValidator(_filled)]
Recurrence = Annotated[str, AfterValidator(_rule)]
Number = Annotated[int | float, Field(allow_inf_nan=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class GoldQuantity(_Strict):
    """How much: `value`, or `low` and `high` for a range, scale resolved."""

    text: Words
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: str
    comparator: Comparator
    kind: QuantityKind
    delta: bool

    @model_validator(mode="after")
    def _value_or_range(self) -> GoldQuantity:
        is_range = self.low is not None and self.high is not None
        if (self.value is None) != is_range or (self.value is not None and (self.low, self.high) != (None, None)):
            raise _wrong(f"the quantity {self.text!r} has neither a value nor a range, or both", "give `value`, or `low` and `high`")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise _wrong(f"the range of {self.text!r} ends before it begins", "swap `low` and `high`")
        return self


class GoldDeadline(_Strict):
    """By when; `end` is the last day on which the task is on time, a frequency has a `recurrence`."""

    text: Words
    start: Day
    end: Day
    recurrence: tuple[Recurrence, ...]
    times: Annotated[int, Field(ge=1)] | None

    @model_validator(mode="after")
    def _in_order(self) -> GoldDeadline:
        if self.start and self.end and self.start > self.end:
            raise _wrong(f"the deadline {self.text!r} ends before it starts", "check `start` and `end`")
        if self.times is not None and not self.recurrence:
            raise _wrong(f"the deadline {self.text!r} has `times` without a recurrence", "add the recurrence, or set `times` to null")
        return self

    @property
    def is_vague(self) -> bool:
        """Whether it is a word such as 尽快, which the guide counts as no deadline."""
        return plain(self.text) in VAGUE and not self.end and not self.recurrence


class GoldRow(_Strict):
    """One commitment."""

    level: Level
    owner: tuple[Words, ...]
    owner_kind: OwnerKind
    co_owners: tuple[Words, ...]
    matter: str
    action: Words
    quantities: tuple[GoldQuantity, ...]
    deadline: GoldDeadline | None
    evidence: Words

    @model_validator(mode="after")
    def _level_has_its_reason(self) -> GoldRow:
        dated = self.deadline is not None and not self.deadline.is_vague
        if self.level == "hard" and not self.quantities and not dated:
            raise _wrong("a hard row without quantity or deadline", "add what makes it hard, or make it soft; 尽快 is no deadline")
        if self.level == "soft" and (self.quantities or dated):
            raise _wrong("a soft row with a quantity or a deadline", "make it hard, or take out what is no target and no deadline")
        return self

    @model_validator(mode="after")
    def _owner_fits_its_kind(self) -> GoldRow:
        named = self.owner_kind in ("explicit", "inherited")
        if named and not self.owner:
            raise _wrong(f"owner_kind {self.owner_kind} without an owner", "name the owner, or set owner_kind to none or collective")
        if self.owner_kind == "none" and self.owner:
            raise _wrong("owner_kind none with an owner", "set owner_kind to explicit, inherited or collective, or empty the list")
        return self


class GoldSpeech(_Strict):
    """A speech with its commitments, in text order."""

    doc_id: Words
    speech_date: Annotated[str | None, AfterValidator(_speech_date)]
    commitments: tuple[GoldRow, ...]

    def rows(self) -> list[dict[str, Any]]:
        """Return the commitments as plain rows, as the scorer takes them."""
        return [row.model_dump(exclude_none=False) for row in self.commitments]


def read_gold(path: Path, texts: Mapping[str, str] | None = None) -> tuple[GoldSpeech, ...]:
    """Return the speeches of a gold file.

    Args:
        path: a .jsonl file in UTF-8, one speech a line.
        texts: doc_id -> clean text; where a speech's text is given, its evidence, actions, owners, quantities and
            deadlines must stand in it word for word.

    Raises:
        LedgerError: something is wrong; the error names file, line, row and cure.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise LedgerError(str(path), "no such file", "check the name") from None
    except UnicodeDecodeError:
        raise LedgerError(str(path), "not in UTF-8", "save it as UTF-8") from None
    except OSError as error:
        raise LedgerError(str(path), f"cannot be read: {error.strerror}", "check its permissions") from None
    return parse_gold(content, str(path), texts)


def parse_gold(content: str, file: str, texts: Mapping[str, str] | None = None) -> tuple[GoldSpeech, ...]:
    """Return the speeches of the text of a gold file; see `read_gold`.

    >>> parse_gold('{"doc_id": "a", "speech_date": "2025-06", "commitments": []}', "a.jsonl")[0].speech_date
    '2025-06'

    Args:
        content: the lines; blank ones are passed over.
        file: what errors call the file.
        texts: doc_id -> clean text.

    Raises:
        LedgerError: something is wrong.
    """
    speeches: dict[str, GoldSpeech] = {}
    # Not splitlines: U+2028 and its like may stand inside a string.
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        place = f"{file}:{number}"
        speech = _speech(line, place)
        if speech.doc_id in speeches:
            raise LedgerError(place, f"the speech {speech.doc_id} is there twice", "delete one of the two lines")
        if texts is not None and speech.doc_id in texts:
            _check_words(speech, texts[speech.doc_id], place)
        speeches[speech.doc_id] = speech
    return tuple(speeches.values())


def _speech(line: str, place: str) -> GoldSpeech:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise LedgerError(place, f"not valid JSON: {error}", "write one JSON object a line") from None
    if not isinstance(found, dict):
        raise LedgerError(place, "not a JSON object", "write one JSON object a line")
    try:
        # From the line, not from `found`: only JSON's own mode takes lists for tuples under strict types.
        return GoldSpeech.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        where = first["loc"]
        problem, cure = _explained(first, where)
        raise LedgerError(_named(place, found.get("doc_id"), where), problem, cure) from None


_FIELDS: dict[str, type[BaseModel]] = {"commitments": GoldRow, "quantities": GoldQuantity, "deadline": GoldDeadline}


def _explained(error: Any, where: tuple[int | str, ...]) -> tuple[str, str]:
    """Return problem and cure of one of pydantic's errors."""
    name = str(where[-1]) if where else ""
    if error["type"] == "gold":
        return error["ctx"]["problem"], error["ctx"]["cure"]
    if error["type"] == "extra_forbidden":
        known = list(_model_at(where).model_fields)
        near = get_close_matches(name, known, 1)
        return f"unknown field {name!r}", f"did you mean {near[0]!r}?" if near else "use one of: " + " ".join(known)
    if error["type"] == "missing":
        return f"the field {name!r} is missing", "add it; a row without a deadline has null, an empty list is []"
    if error["type"] == "literal_error":
        return f"{name} {error['input']!r} is not allowed", "use one of: " + error["ctx"]["expected"].replace("'", "")
    field = ".".join(str(part) for part in where if part not in ("int", "float"))
    return f"field {field}: {error['msg'][0].lower()}{error['msg'][1:]}", "see the format in the annotation guide"


def _model_at(where: tuple[int | str, ...]) -> type[BaseModel]:
    names = [part for part in where[:-1] if isinstance(part, str) and part in _FIELDS]
    return _FIELDS[names[-1]] if names else GoldSpeech


def _named(place: str, doc_id: object, where: Iterable[int | str]) -> str:
    """Return the place with the speech and the number of the row, counted from 1."""
    parts = list(where)
    row = f", row {parts[1] + 1}" if len(parts) > 1 and parts[0] == "commitments" and isinstance(parts[1], int) else ""
    return f"{place} ({doc_id}{row})" if isinstance(doc_id, str) else place


def _check_words(speech: GoldSpeech, text: str, place: str) -> None:
    for number, row in enumerate(speech.commitments, 1):
        for name, words, within in _word_for_word(row, text):
            if words not in within:
                where = "evidence" if name == "action" and words in text else "text"
                raise LedgerError(
                    f"{place} ({speech.doc_id}, row {number})",
                    f"{name} not in the {where}: {words[:40]!r}",
                    "copy it from the clean text word for word",
                )


def _word_for_word(row: GoldRow, text: str) -> Iterable[tuple[str, str, str]]:
    yield "evidence", row.evidence, text
    yield "action", row.action, row.evidence
    if row.owner_kind != "collective":
        yield from (("owner", name, text) for name in row.owner)
    yield from (("co-owner", name, text) for name in row.co_owners)
    yield from (("quantity", quantity.text, text) for quantity in row.quantities)
    if row.deadline is not None:
        yield "deadline", row.deadline.text, text


class GoldHeading(_Strict):
    """A heading of the gold outline."""

    level: Annotated[int, Field(ge=1, le=9)]
    marker: str
    title: str


class GoldOutline(_Strict):
    """The outline of a speech, in text order."""

    doc_id: Words
    headings: tuple[GoldHeading, ...]


def read_outlines(path: Path) -> tuple[GoldOutline, ...]:
    """Return the outlines of a file: one JSON object a line, `{"doc_id": …, "headings": [{"level", "marker", "title"}]}`.

    Raises:
        LedgerError: a line is wrong; the error names file, line and cure.
    """
    outlines = []
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError(str(path), f"cannot be read: {error}", "check the file") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            outlines.append(GoldOutline.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"])
            raise LedgerError(f"{path}:{number}", f"field {field}: {first['msg']}", "a heading has level, marker and title") from None
    return tuple(outlines)
