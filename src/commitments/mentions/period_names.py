"""By which names a period comes back that a speech has named: 集中攻坚月行动 as 攻坚月, “护渠”专项行动 as 行动期."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from commitments.mentions.period_shapes import PeriodShapes
from commitments.types import Deadline

_SHORTEST: Final = 2
_SHORTEST_BARE: Final = 3


def known_as(named: Iterable[tuple[str, Deadline]], shapes: PeriodShapes) -> dict[str, Deadline]:
    """Return what each name and each of its shorter forms means: the first period of that name.

    What fits any campaign (行动期间) means one only where all campaigns of the speech are of the same days.

    Args:
        named: the periods of the speech, in its order, with the quotation marks that close inside their names.
        shapes: how periods are named.
    """
    periods: dict[str, Deadline] = {}
    general: dict[str, list[Deadline]] = {}
    for name, deadline in named:
        for form in _forms(name, shapes):
            if shapes.general.ask(form, 0, len(form)):
                general.setdefault(form, []).append(deadline)
            else:
                periods.setdefault(form, deadline)
    for form, some in general.items():
        if len({(deadline.start, deadline.end) for deadline in some}) == 1:
            periods.setdefault(form, some[0])
    return periods


def _forms(name: str, shapes: PeriodShapes) -> Iterator[str]:
    """Yield the forms in which a name comes back: 集中攻坚月行动 as 攻坚月, 百日攻坚期 as 攻坚期 and 百日攻坚."""
    if "”" in name:
        yield name.removesuffix("”")
        name = name.replace("”", "")
    if len(name) >= _SHORTEST:
        yield name
    yield from _campaign(name, shapes)
    yield from _season(name, shapes)
    work = shapes.work.ask(name, 0, len(name))
    bare = name[: work.start()] if work else name
    if len(bare) >= _SHORTEST_BARE:
        yield bare
    form = shapes.form.ask(bare, 0, len(bare))
    if bare != name and not form:
        yield bare[-2:] + "行动"
        if shapes.campaign.ask(bare, len(bare) - 2, len(bare)):
            yield bare[-2:] + "期"
    if form and not shapes.no_form.ask(bare, form.start(), len(bare)):
        yield form["head"] + form["kind"]
        if form["kind"] == "月" and shapes.campaign.ask(form["head"], 0, len(form["head"])):
            yield form["head"] + "期"
        if form["kind"] == "期" and len(bare) > _SHORTEST_BARE:
            yield bare[:-1]


def _campaign(name: str, shapes: PeriodShapes) -> Iterator[str]:
    """Yield what a campaign is called by its last word: 护渠专项行动 as 护渠行动, 专项行动, 行动, 行动期."""
    kernel = shapes.kernel.ask(name, 0, len(name))
    if kernel is None:
        return
    kind, rank, own = kernel["kind"], kernel["rank"], name[: kernel.start()]
    for form in (kind, rank + kind, "专项" + kind, "集中" + kind):
        yield from (form, form + "期")
    if len(own) >= _SHORTEST:
        yield from (own + kind, f"{own}”{kind}", f"{own}”{rank}{kind}", own + rank + kind + "期")


def _season(name: str, shapes: PeriodShapes) -> Iterator[str]:
    """Yield the other names of a season: 伏季休渔 as 休渔期 and 伏休; 避暑期 is none."""
    stem = name.removesuffix("期").removesuffix("季")
    for kin in shapes.seasons:
        if any(word.endswith(known) and not _other(word[: -len(known)], known, shapes) for word in (name, stem) for known in kin):
            for other in kin:
                yield from (other, other + "期", other + "季")


def _other(before: str, season: str, shapes: PeriodShapes) -> bool:
    return shapes.other_season.ask(before[-1:] + season, 0, len(season) + 1) is not None
