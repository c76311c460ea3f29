"""The corpus floors: figures that may not sink, and the hash of the test split that nobody may change unseen.

A figure below its floor stops the build. Whoever must lower a floor does so in `floors.toml`, in the same change.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from commitments.errors import LedgerError, OptionError
from commitments.evaluation.corpus import Split, split_hash
from commitments.evaluation.report import Report
from commitments.evaluation.texts import overlap_intervals

Share = Annotated[float, Field(ge=0, le=1)]
_PINNED = ("hard_f1", "tuple_f1", "owner", "quantities", "deadline", "soft_f1", "all_f1")
_MARGIN = 0.01

_HEAD = """\
# Figures on the {split} split that may not sink, and the hash of the frozen test split.
#
# python -m commitments.evaluate --gold corpus --split {split} --floors corpus/floors.toml
#
# fails where a figure is lower than its floor or where a file of the test split has changed. Lower a floor only
# here, in the change that needs it, and say why in the changelog.
"""


class Floors(BaseModel):
    """The content of `floors.toml`.

    `frozen`: split -> SHA-256 over its files. `floors`: part -> figure -> the least it may be; a part is a view
    (`page`, `clean`), `cleaning`, or the `outline` of a view.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    split: Split
    frozen: dict[Split, str] = {}
    floors: dict[str, dict[str, Share]] = {}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure that is below its floor; `value` is None where it could not be computed."""

    name: str
    value: float | None
    floor: float

    def __str__(self) -> str:
        value = "nothing to compute it from" if self.value is None else f"{self.value:.4f}"
        return f"{self.name}: {value}, the floor is {self.floor:.4f}"


def read_floors(path: Path) -> Floors:
    """Read a file of floors.

    Raises:
        LedgerError: it is missing or wrong.
    """
    try:
        return Floors.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LedgerError(str(path), f"{where}: {first['msg']}", "a floor is a share from 0 to 1") from None
    except (OSError, ValueError) as error:
        raise LedgerError(str(path), f"cannot be read: {error}", "make one with --set-floors") from None


def measured(report: Report) -> dict[str, dict[str, float | None]]:
    """Return part -> figure -> value, by the names that `floors.toml` has."""
    found: dict[str, dict[str, float | None]] = {view.name: view.tally.figures() for view in report.views}
    if report.cleaning:
        found["cleaning"] = _values(overlap_intervals(report.cleaning))
    for name, outlines in report.outlines.items():
        found[f"outline_{name}"] = _values(overlap_intervals(outlines))
    return found


def _values(intervals: Mapping[str, object]) -> dict[str, float | None]:
    return {name: getattr(interval, "value", None) for name, interval in intervals.items()}


def below(report: Report, floors: Floors) -> list[Shortfall]:
    """Return the figures that are below their floors.

    Raises:
        OptionError: the report is of another split than the floors.
    """
    if report.split != floors.split:
        raise OptionError(
            "split", f"the floors are of {floors.split!r}, the figures of {report.split!r}", f"evaluate --split {floors.split}"
        )
    found = measured(report)
    return list(_shortfalls(floors, found))


def _shortfalls(floors: Floors, found: Mapping[str, Mapping[str, float | None]]) -> Iterator[Shortfall]:
    for part, figures in floors.floors.items():
        for name, floor in figures.items():
            value = found.get(part, {}).get(name)
            if value is None or value < floor:
                yield Shortfall(f"{part}.{name}", value, floor)


def thawed(root: Path, floors: Floors) -> list[str]:
    """Return the frozen splits whose files are not what they were.

    Args:
        root: the corpus folder.
        floors: with the hashes.
    """
    return [split for split, digest in floors.frozen.items() if split_hash(root, split) != digest]


def floors_text(report: Report, frozen: Mapping[Split, str]) -> str:
    """Return the text of a file of floors, each a little below the measured figure.

    The margin is a hundredth, a tenth of it for cleaning, where a hundredth is a whole paragraph a page.

    Args:
        report: the measured run.
        frozen: split -> hash.
    """
    lines = [_HEAD.format(split=report.split), f'split = "{report.split}"', "", "[frozen]"]
    lines += [f'{split} = "{digest}"' for split, digest in frozen.items()]
    for part, figures in measured(report).items():
        margin = _MARGIN / 10 if part == "cleaning" else _MARGIN
        names = [name for name in figures if name in _PINNED or part not in ("page", "clean", "pred")]
        pinned = {name: figures[name] for name in names if figures[name] is not None}
        lines += ["", f"[floors.{part}]", *(f"{name} = {_floor(value, margin)}" for name, value in pinned.items() if value is not None)]
    return "\n".join(lines) + "\n"


def _floor(value: float, margin: float) -> float:
    return max(math.floor((value - margin) * 1000) / 1000, 0.0)
