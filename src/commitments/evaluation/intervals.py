"""Bootstrap intervals over speeches: speeches are drawn again with replacement, their counts added up, the figures computed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

RESAMPLES = 1000
SEED = 20250101
LEAST_SPEECHES = 5
"""Below this many speeches there is no interval: resampling two or three values says nothing about the next one."""

Counts = Sequence[int]
Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and the bounds within which 95% of the resampled figures lie; None where there is nothing to compute."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def as_dict(self) -> dict[str, float | None]:
        """Return value, low and high, rounded to four digits."""
        return {
            name: None if part is None else round(part, 4) for name, part in (("value", self.value), ("low", self.low), ("high", self.high))
        }


def bootstrap(
    items: Sequence[Counts], figures: Callable[[Counts], Figures], *, resamples: int = RESAMPLES, seed: int = SEED
) -> dict[str, Interval]:
    """Return each figure over all items with its 95% interval.

    Percentile method, after Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13. The seed is
    fixed, so that the same speeches give the same interval.

    >>> bootstrap([(1, 2)] * 6, lambda counts: {"share": counts[0] / counts[1]})
    {'share': Interval(value=0.5, low=0.5, high=0.5)}

    Args:
        items: the counts of each speech; they add up. Without any there are no figures.
        figures: computes the figures from added-up counts.
        resamples: how often the speeches are drawn again.
        seed: of the random numbers.
    """
    if not items:
        return {}
    whole = figures(_added(items))
    if len(items) < LEAST_SPEECHES:
        return {name: Interval(value) for name, value in whole.items()}
    draw = Random(seed)
    drawn: dict[str, list[float]] = {name: [] for name in whole}
    for _ in range(resamples):
        for name, value in figures(_added(draw.choices(items, k=len(items)))).items():
            if value is not None:
                drawn[name].append(value)
    return {name: Interval(value, *_bounds(sorted(drawn[name]))) for name, value in whole.items()}


def _added(items: Sequence[Counts]) -> list[int]:
    return [sum(column) for column in zip(*items, strict=True)]


def _bounds(drawn: Sequence[float]) -> tuple[float | None, float | None]:
    return (_quantile(drawn, 0.025), _quantile(drawn, 0.975)) if drawn else (None, None)


def _quantile(drawn: Sequence[float], share: float) -> float:
    """Return a quantile of sorted values, linear between neighbours (Hyndman and Fan's type 7, as in numpy)."""
    place = share * (len(drawn) - 1)
    below = int(place)
    above = min(below + 1, len(drawn) - 1)
    return drawn[below] + (drawn[above] - drawn[below]) * (place - below)
