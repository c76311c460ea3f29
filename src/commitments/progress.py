"""Tells the target that is only named to say how far it has come or what it lacks (造林任务3万亩,还差8000亩) from one that is set."""

from __future__ import annotations

from commitments.clauses import Clause
from commitments.forward_shapes import ForwardShapes
from commitments.frame import Frame
from commitments.gated import any_stands
from commitments.owndates import yearly


def tells_progress(text: str, frame: Frame, upcoming: Clause, shapes: ForwardShapes) -> bool:
    """Whether a target is background to what the next clause tells of it (今年计划投资22亿元,截至9月底完成13亿元).

    Args:
        text: the text that offsets count in.
        frame: the clause of the target.
        upcoming: the clause behind its comma.
        shapes: the shapes `forward.…`.
    """
    if frame.owners or not frame.quantities or text.find("要", upcoming.start, upcoming.end) >= 0:
        return False
    modal, here, end = frame.modal, upcoming.start, upcoming.end
    if modal is None and not frame.deadlines and (shapes.done_behind.ask(text, here, end) or shapes.share_of.ask(text, here, end)):
        return True  # 续建工程5项,均已复工建设; 完成投资23亿元,占计划的53%
    plans = any_stands(shapes.plans, text, *((frame.clause.start, frame.clause.end) if modal is None else (modal.start, modal.end)))
    if plans and shapes.so_far.ask(text, here, end) is not None:
        return True
    lapsed = any("deadline-before-speech" in mention.warnings for mention in frame.deadlines)  # 4月底前要建2000个,到现在只建了1300个
    unmarked = lapsed or all(yearly(mention) or mention.vague for mention in frame.deadlines)
    if not unmarked or not _same_measure(text, frame, upcoming):
        return False
    short = shapes.falls_short.ask(text, here, end) is not None
    if modal is not None and not plans:  # 全年要建2000个,目前建成1450个,…补上余下的: what is asked is the rest
        progress = short or shapes.progress.ask(text, here, end) is not None
        return progress and modal.modality == "shall" and (lapsed or shapes.made_good.ask(text, end, len(text)) is not None)
    if short or (not plans and not frame.deadlines and shapes.not_yet.ask(text, here, end) is not None):
        return True
    named = modal is None and shapes.named_target.ask(text, frame.clause.start, frame.quantities[0].start_char) is not None
    return named and shapes.progress.ask(text, here, end) is not None


def _same_measure(text: str, frame: Frame, upcoming: Clause) -> bool:
    """Whether the next clause counts in the same unit, points for a ratio (目标6%,还差0.4个百分点)."""
    here, end = upcoming.start, upcoming.end
    units = [mention.quantity.unit for mention in frame.quantities]
    return any(text.find(unit, here, end) >= 0 for unit in units) or ("%" in units and text.find("点", here, end) >= 0)
