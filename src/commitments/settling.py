"""Who owns a clause that becomes a row: those named in the sentence, what it has set up, or the lead body of its item."""

from __future__ import annotations

from commitments.cues import METRIC
from commitments.discourse import SentenceState, union
from commitments.frame import Frame
from commitments.items import Owners
from commitments.types import OwnerKind, OwnerMention


def settle_owner(state: SentenceState, frame: Frame, text: str) -> tuple[Owners, OwnerKind, Owners]:
    """Settle who owns a clause that becomes a row; a lead body that it falls back to is in force again from here on.

    水利局牵头抓好防汛。…镇里派人值守。坝体9月底前加固完: the last is the work of 水利局 again.

    Returns:
        Owners, their kind and the partners.
    """
    of_all = state.pooled or state.shapes.discourse.of_all.ask(text, frame.clause.start, frame.clause.end) is not None
    if len(state.shares) > 1 and not frame.owners and of_all:
        return union(state.shares), "explicit", state.partners
    if frame.modal is not None and frame.modal.modality == "aim" and not frame.owners and len(state.parallel) > 1:
        state.owners, state.kind = union(state.parallel), "explicit"  # 甲要…,乙要…,确保6月动工,年底封顶: of both, and so what follows
    whole = not frame.owners and _of_whole_place(state, frame, text)
    first = state.owners[0].start_char if state.owners else -1
    told = first >= 0 and state.shapes.discourse.told.ask(text, state.owners[-1].end_char, len(text)) is not None
    each = first >= 0 and not told and state.shapes.discourse.each.ask(text, max(0, first - 2), first + 1) is not None
    if each and not frame.owners and _is_shared(frame) and text.find("每", max(0, first - 2), first + 1) >= 0:
        state.owners, state.kind, state.partners = (), "none", ()  # 每个县区建5个,九成以上的村达标,改厕400户: no longer of each
    if state.owners and not (whole and each):  # 每个县区建5个,全市建成16个: the sum is nobody's alone
        return state.owners, "inherited" if state.kind == "inherited" else "explicit", state.partners
    if state.created and not state.named and _created_acts(state, frame, text):
        return state.created, "explicit", ()
    ranked = any(mention.quantity.kind == "rank" for mention in frame.quantities)
    if state.kind == "collective" or (ranked and state.shapes.discourse.own_rank.ask(text, state.span[0], frame.clause.start)):
        return (), "collective", ()
    aims = frame.modal is not None and frame.modal.modality == "aim"
    state.fallen = state.fallen or state.matter is not None or frame.measures or aims or _behind_measure(state, frame, text)
    you = text.find("你们", state.span[0], frame.action)
    if you >= 0 and (called := _called_before(state, text, you)):
        state.owners, state.kind, state.partners, state.item.current, state.item.current_partners = called, "inherited", (), called, ()
        return called, "inherited", ()
    if state.spoken and not whole and state.item.current == state.spoken:
        return state.spoken, "inherited", ()
    if state.item.current and you >= 0:
        return state.item.current, "inherited", state.item.current_partners  # …的27家,你们月底前…: whoever was spoken of last
    if state.item.collective and not (state.item.lead and state.fallen):
        return (), "collective", ()
    if whole:
        return (), "none", ()  # 全市规上企业达到500家: what a whole place reaches is nobody's task alone
    if state.item.lead and state.fallen:
        state.item.current, state.item.current_partners = state.item.lead, state.item.lead_partners
        return state.item.lead, "inherited", state.item.lead_partners
    if state.item.current:
        return state.item.current, "inherited", state.item.current_partners
    return (state.item.lead, "inherited", state.item.lead_partners) if state.item.lead else ((), "none", ())


def _of_whole_place(state: SentenceState, frame: Frame, text: str) -> bool:
    """Whether a clause says what a whole place reaches (全市规上企业达到500家), or, behind one that does, what else is reached."""
    if state.shapes.discourse.whole_place.ask(text, frame.action, frame.clause.end) is not None:
        state.whole = not state.item.headed
        return state.whole
    return state.whole and (frame.measures or frame.mask & METRIC != 0)


def _called_before(state: SentenceState, text: str, you: int) -> Owners:
    """Return whom the paragraph has called up last before 你们 (水利局的同志来了没有？来了好。[你们]…), unless another acts since."""
    called: Owners = ()
    since = state.item.current[-1].start_char if state.item.current else -1
    for found in state.shapes.discourse.called_before(text, max(state.item.line, 0), you):
        place, stop = found.span("name")
        called = (OwnerMention(place, stop, found["name"], "owner.body"),) if place >= since else ()
    return called


def _behind_measure(state: SentenceState, frame: Frame, text: str) -> bool:
    """Whether the clause before, passed over unread, names a measure (手术占比,年底达到五成), which is a topic of its own."""
    plain = state.plain
    if plain is None or plain.end + 2 < frame.clause.start:
        return False
    return state.shapes.predicates.metric_noun.ask(text, plain.start, plain.end) is not None


def _created_acts(state: SentenceState, frame: Frame, text: str) -> bool:
    """Whether what has been set up acts: a standing one in a list of works is only made (成立渡运中心,改造渡口5处), without a day."""
    name, shapes = state.created[0].text, state.shapes.discourse
    made = shapes.standing.ask(name, 0, len(name)) is not None and not frame.deadlines
    return not made or shapes.serves.ask(text, frame.action, frame.clause.end) is not None


def _is_shared(frame: Frame) -> bool:
    """Whether a clause tells how far all together are to come: a measure, or a share of a whole."""
    return frame.measures or any(mention.quantity.kind == "ratio" for mention in frame.quantities)
