"""Names the rules that made a row."""

from __future__ import annotations

from collections.abc import Sequence

from commitments.frame import Frame
from commitments.items import Owners
from commitments.task_model import BIDDEN, REASON
from commitments.types import DeadlineMention, QuantityMention


def rules_of(
    frame: Frame,
    owners: Owners,
    quantities: Sequence[QuantityMention],
    deadline: DeadlineMention | None,
    *,
    carried: bool,
    inherited: bool,
    bare: bool,
    bidden: bool = False,
) -> tuple[str, ...]:
    """Return the names of the rules that made a row, each once."""
    rules = [
        *(owner.rule for owner in owners[:1]),
        *(mention.rule for mention in quantities),
        *([deadline.rule] if deadline else ()),
        *([frame.modal.rule] if frame.modal else ()),
        *(["link.deadline_carried"] if carried else ()),
        *(["link.owner_inherited"] if inherited else ()),
        *([REASON] if frame.vouched else ()),
        *([BIDDEN] if bidden else ()),
        "link.bare" if frame.modal is None and bare else "link.clause",
    ]
    return tuple(dict.fromkeys(rules))
