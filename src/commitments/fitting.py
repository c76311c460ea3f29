"""Turns the entries of rule files into frozen values and refuses what does not fit.

pydantic judges, but importing it costs more than reading all the rules. So it is kept (`kept.py`) which entries it has found to be good as
they stand, and those are put together without it.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from commitments.kept import store

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_Value = TypeVar("_Value")
STRICT = {"extra": "forbid"}
"""What pydantic is told of each kind of entry (`__pydantic_config__`): a key that nobody knows is a slip."""


class MisfitError(ValueError):
    """An entry that does not fit.

    Attributes:
        number: which entry of those that were given, counted from 0.
        where: the path of the key in it.
        problem: what is wrong there.
    """

    def __init__(self, number: int, where: str, problem: str) -> None:
        super().__init__(number, where, problem)
        self.number = number
        self.where = where
        self.problem = problem


def fitted(kind: type[_Value], entries: Sequence[Mapping[str, Any]]) -> list[_Value]:
    """Return the entries as values of a kind, which is a dataclass whose fields are plain, or tuples of plain values or of dataclasses.

    Raises:
        MisfitError: a key is unknown or missing, or a value is of another type.
    """
    try:  # an older format, because the newer ones depend on what else refers to the parts
        digest = hashlib.sha256(marshal.dumps(list(entries), 2)).digest()
    except ValueError:  # it holds a date
        return [_judged(kind, entry, number) for number, entry in enumerate(entries)]
    if store().recall("fitting", (kind.__name__, digest), lambda: _fit_as_they_stand(kind, entries)):
        return [_put_together(kind, entry) for entry in entries]
    return [_judged(kind, entry, number) for number, entry in enumerate(entries)]


def _fit_as_they_stand(kind: type[_Value], entries: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the entries mean what they say: a text that stands for a number has to be turned into one each time."""
    judged = [_judged(kind, entry, number) for number, entry in enumerate(entries)]
    return judged == [_put_together(kind, entry) for entry in entries]


def _judged(kind: type[_Value], entry: Mapping[str, Any], number: int) -> _Value:
    from pydantic import ValidationError

    try:
        return cast(_Value, _adapter(cast(Any, kind)).validate_python(entry))
    except ValidationError as error:
        first = error.errors()[0]
        problem = "Extra inputs are not permitted" if first["type"] == "unexpected_keyword_argument" else first["msg"]
        raise MisfitError(number, ".".join(map(str, first["loc"])), problem) from None


@lru_cache(maxsize=8)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _put_together(kind: type[_Value], entry: Mapping[str, Any]) -> _Value:
    parts = _parts(cast(Any, kind))
    return kind(**{name: _part(parts.get(name), value) for name, value in entry.items()})


def _part(inner: type[Any] | None, value: Any) -> Any:
    if inner is None:
        return value
    return tuple([_put_together(inner, one) for one in value]) if inner is not object else tuple(value)


@lru_cache(maxsize=8)
def _parts(kind: Any) -> Mapping[str, type[Any]]:
    """Return for each field that is a tuple the dataclass of its values, or `object` where they are plain."""
    hints = {name: get_args(hint) for name, hint in get_type_hints(kind).items() if get_origin(hint) is tuple}
    return {name: args[0] if hasattr(args[0], "__dataclass_fields__") else object for name, args in hints.items()}
