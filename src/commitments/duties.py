"""What a clause says of its subject beside an act: who leads, who only helps, whose duty it is, what he promises."""

from __future__ import annotations

from typing import Final

from commitments.cues import ASSIST, DELIVER, DELIVER_WITH, DELIVERABLE, LEAD, Cue
from commitments.frame import Frame
from commitments.kept import compiled
from commitments.predicates import CARRIES, FRONTED_VERBS, VERBS

_DUTY_ALONE: Final = compiled("(?:包案|包联|包抓|包保|包挂|总责|总负责|负责|责任)$")
_HANDED_TO: Final = compiled("(?:具体|统一|组织|直接|亲自|来|去)?(?:承办|办理|承担|经办|操办|打理|承接|处理|[管抓盯包办])$")
"""All that is said behind 由 and who it is: whose work it is."""
_NO_ACT: Final = 12
"""Characters behind a leading role that name the work and no act of it."""
_HELPS: Final = compiled(
    "(?:(?:全力|积极|主动|密切|大力|紧密|切实|通力|认真|全程|无条件|加强|做好|搞好|抓好|支持|给予|、){0,4})"
    "(?:配合|协助|协同|协作)(?:好|到位|支持|(?:好)?[\u4e00-\u9fff]{0,6}工作|、(?:全力|积极|主动|密切|大力)?[\u4e00-\u9fff]{2,4})?"
)
"""全力配合, 要积极支持、密切配合: nothing but that the subject helps, however it is asked to."""


def only_assists(frame: Frame, text: str) -> bool:
    """Whether all that is asked of the subject is to help the one in charge (城管局、交警大队要密切配合)."""
    if not frame.mask & ASSIST or not frame.owners or frame.by_agent or frame.quantities or frame.deadlines:
        return False
    return _HELPS.fullmatch(text, frame.action, frame.clause.end) is not None


def only_assigns(frame: Frame, text: str, length: int) -> bool:
    """Whether a clause without figure and date, of which `length` characters stand behind its head, says no more than whose duty it is."""
    if frame.assists or (frame.mask & LEAD and _DUTY_ALONE.search(text, frame.action, frame.clause.end)):
        return True
    if hands_over(frame, text):
        return True
    makes = DELIVER | DELIVER_WITH if text.endswith("负责", 0, frame.action) else DELIVER | DELIVER_WITH | DELIVERABLE  # 教育局负责学校
    return frame.leads and length <= _NO_ACT and not frame.mask & makes


def hands_over(frame: Frame, text: str) -> bool:
    """Whether a clause says behind 由 only whose work it is (清淤由水利站承办, 这块由李副镇长管)."""
    return frame.by_agent and _HANDED_TO.match(text, frame.action, frame.clause.end) is not None


def promises(frame: Frame, cue: Cue, end: int, text: str) -> bool:
    """Whether 将 means the future: behind a subject or before a time, not before its object."""
    if not text.startswith("将", cue.start):
        return any(other.kinds & VERBS and cue.end <= other.start <= cue.end + 2 for other in frame.cues)
    if cue.end - cue.start > 1:
        return True
    if CARRIES.match(text, cue.end, end):
        return False  # 将落实情况报县政府, 将会议事项分解: the object of a verb behind it
    if text[cue.end : cue.end + 1] in "于在会把对由与向为从按":
        return True
    timed = frame.head_deadline is not None and frame.head_deadline.end_char == cue.start
    if not (frame.owners or frame.collective or timed):
        return False
    return any(other.kinds & FRONTED_VERBS and cue.end <= other.start <= cue.end + 1 for other in frame.cues)
