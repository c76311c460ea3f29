"""Who acts: the bodies, offices and people that stand as subject at a place, or behind 由 and 会同.

Chinese does not mark where a name begins, so names are looked for only where a subject can stand; the ending says that it is a name, what
follows says that it acts.
"""

from __future__ import annotations

from typing import Final

from commitments.kept import compiled
from commitments.mentions.coordination import spoken_of
from commitments.mentions.endings import NAME_TAIL, covering, endings_in
from commitments.mentions.lookalikes import is_object, is_project, opens_with_act
from commitments.mentions.name_start import numbered
from commitments.mentions.owners import OwnerGrammar
from commitments.types import OwnerMention

_NO_PLACES: Final[frozenset[int]] = frozenset()
_SHORT_NAME: Final = 8
_HOUSED: Final = frozenset("站室")  # a house that is a body as well
_LONGEST_PLACE: Final = 4  # 县里, 街道里: what is longer has an object before it
_LONGER_NAME: Final = 3
_PEOPLED: Final = frozenset({"strong", "role"})  # the strengths of names of which many are people: 23名驻村干部, 264个村委会
_OPENS_TAIL: Final = frozenset('“"（(')
_TAIL: Final = compiled(NAME_TAIL)


def who_acts(text: str, start: int, end: int, grammar: OwnerGrammar, dates: frozenset[int] = _NO_PLACES) -> list[OwnerMention]:
    """Return the bodies that stand as subject at `start`, or []; `dates` are the places where a deadline begins.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> [m.text for m in who_acts("财政局、人社局要抓紧兑付", 0, 12, owner_grammar(load_rules()))]
    ['财政局', '人社局']
    """
    return acting_at(text, start, end, grammar, dates)[0]


def acting_at(text: str, start: int, end: int, grammar: OwnerGrammar, dates: frozenset[int] = _NO_PLACES) -> tuple[list[OwnerMention], int]:
    """Return the bodies that stand as subject at `start`, and where the subject ends, an apposition (甲、乙两个镇) taken in.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> names, stop = acting_at("青石、白岭两个镇要抓紧", 0, 11, owner_grammar(load_rules()))
    >>> [name.text for name in names], stop
    (['青石', '白岭'], 8)
    """
    stop = subject_end(text, start, end, grammar, dates)
    if stop == start and text[start] in grammar.subjects.masked_heads:
        return masked_firms(text, start, end, grammar, dates)
    return (_accepted(text, start, stop, end, grammar), stop) if stop > start else ([], start)


def masked_firms(text: str, start: int, end: int, grammar: OwnerGrammar, dates: frozenset[int]) -> tuple[list[OwnerMention], int]:
    """Return the firms of whose names only the trade is left (**公司、**速运), where they act, and the place behind; else ([], start).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "**公司、**速运要装上定位"
    >>> [name.text for name in masked_firms(text, 0, len(text), owner_grammar(load_rules()), frozenset())[0]]
    ['**公司', '**速运']
    """
    found = grammar.subjects.masked.ask(text, start, end)
    stop = found.end() if found else start
    if found is None or not (stop in dates or grammar.duty.match(text, stop, end)):
        return [], start
    names: list[OwnerMention] = []
    place = start
    for part in found[0].replace("和", "、").replace("及", "、").replace("与", "、").split("、"):
        names.append(OwnerMention(place, place + len(part), part, "subject.masked", strength="strong"))
        place += len(part) + 1
    return names, stop


def named_behind(text: str, start: int, end: int, grammar: OwnerGrammar, dates: frozenset[int] = _NO_PLACES) -> list[OwnerMention]:
    """Return the bodies named at `start` behind 由 or 会同, where the word before says that they act.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> text = "由水利局牵头"
    >>> [name.text for name in named_behind(text, 1, len(text), owner_grammar(load_rules()))]
    ['水利局']
    """
    if grammar.not_at_start.match(text, start, end) or grammar.shapes.idle.ask(text, start, end):
        return []  # 由我和县长任双组长: who leads the body, not who acts; 由两间诊室增至五间
    acting, stop = acting_at(text, start, end, grammar, dates)
    if acting and stop < end:
        return acting
    if text[end - 1] == "办" and grammar.shapes.does_it.ask(text, start, end):
        end -= 1  # 由水利局|办
    person = grammar.person.match(text, start, end)
    if person and grammar.subjects.in_charge.ask(text, person.end(), end):
        return [OwnerMention(start, person.end(), person[0], "owner.person")]
    if grammar.name.ending(text, start, end) and not grammar.shapes.acts_inside.ask(text, start, end):
        return grammar.split(text, start, end)
    named = grammar.object.match(text, start, end)
    stop = 0 if named is None or _inside_word(text, named.end("name"), end, grammar) else named.end("name")  # not 由所|在镇的…
    stop = 0 if stop and grammar.shapes.works.ask(text, stop, end) else stop  # nor 由市|生产力促进中心…
    if stop and (names := _accepted(text, start, stop, end, grammar)):
        return names
    if stop and text[stop - 1] in _HOUSED and grammar.shapes.in_charge.ask(text, stop, end) and grammar.only_alike(text, start, stop):
        return grammar.split(text, start, stop)  # 由监测站负责: the people of a house
    described = grammar.shapes.qualifier.ask(text, start, end)
    run = grammar.shapes.run.ask(text, described.end() if described else start, min(end, start + 16))
    found = endings_in(grammar.words, text).within(start, run.end()) if run else []
    stops = [stop for _, stop in found if not _inside_word(text, stop, end, grammar)]  # 由粮食集团委|托
    return _accepted(text, start, stops[-1], end, grammar) if stops else []


def _accepted(text: str, start: int, stop: int, end: int, grammar: OwnerGrammar) -> list[OwnerMention]:
    """Return the names in [start, stop), unless they only look like names."""
    if grammar.not_at_start.match(text, start, end) or (stop - start == 1 and text[start] in grammar.units):
        return []  # 办|两期: no office without a name
    apposed = grammar.apposed(text, start, stop)
    if grammar.shapes.counted.ask(text, start, stop) and not (apposed or numbered(text, start, stop, grammar.verbs)):
        return []
    if grammar.shapes.counted_class.ask(text, start, stop) and not _counted_acts(text, start, stop, end, grammar):
        return []
    if grammar.shapes.no_name.ask(text, start, stop) or (grammar.shapes.tally.ask(text, start, stop) and not apposed):
        return []  # 新增三家: what is counted, not who acts
    if not apposed and (inside := grammar.shapes.counts_inside.ask(text, start + 1, stop)) and inside["verb"] in grammar.verbs:
        return []
    if text[stop - 1] in "里上" and stop - start > _LONGEST_PLACE:
        return []
    if grammar.only_alike(text, start, stop) or is_project(text, start, stop, end, grammar) or grammar.no_subject.match(text, stop, end):
        return []
    if is_object(text, start, stop, grammar) or opens_with_act(text, start, stop, grammar) or grammar.shapes.presses.ask(text, start, stop):
        return []
    if text.find("、", start, stop) > 0 and grammar.shapes.hands_in.ask(text, start, stop):
        return []
    names = grammar.split(text, start, stop)
    return [] if len(names) == 1 and names[0].strength == "field" else names


def _counted_acts(text: str, start: int, stop: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether so many of a class are told to act (两家热企要备煤), unlike those that only become something (12个村要通水)."""
    shapes = grammar.shapes
    if grammar.duty.match(text, stop, end) is None:
        return False
    if shapes.few.ask(text, start, stop):
        return True
    body = grammar.strength_of(grammar.name.ending(text, start, stop)) in _PEOPLED
    return (body or shapes.many.ask(text, start, stop) is not None) and shapes.befalls.ask(text, stop, end) is None


def subject_end(text: str, start: int, end: int, grammar: OwnerGrammar, dates: frozenset[int]) -> int:
    """Return where the subject at `start` ends, or `start`: at the first ending that a duty follows, else at a body that acts.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> [subject_end(text, 0, len(text), grammar, frozenset()) for text in ("各镇村要抓紧", "抓紧清淤")]
    [3, 0]
    """
    opens, found = _endings_ahead(text, start, end, grammar, dates)
    if not found:
        return start
    distributive = grammar.shapes.distributive.ask(text, start, end) is not None
    acting, last = start, opens
    for first, stop in found:
        if stop == last:
            continue
        last = stop
        if _inside_word(text, stop, end, grammar):
            continue
        tail = _TAIL.match(text, stop, end) if text[stop : stop + 1] in _OPENS_TAIL else None
        behind = tail.end() if tail else stop
        if behind < end and text[behind] in '”"' and "“" in text[start:behind]:
            behind += 1  # 新田村“两委”
        if grammar.role.end(text, start, stop) and (person := grammar.person.match(text, stop, end)):
            behind = person.end()  # 副局长王刚
        if start < acting < first and grammar.shapes.stands_at.ask(text, acting, end):
            return acting  # 总务科[在后院]腾出三间房: where, and no part of a name
        called = stop - first == 1 and grammar.shapes.called_after_act.ask(text, stop, end) is not None  # 县|督促组
        adverb = grammar.adverb.match(text, behind, end)
        past = adverb.end() if adverb else behind  # 水利局首批|要选派
        if not called and (behind in dates or grammar.duty.match(text, behind, end) or (adverb and grammar.duty.match(text, past, end))):
            if acting > start and grammar.shapes.takes_along.ask(text, acting, end):
                return acting
            longer = covering(found, stop)
            return longer if longer > stop and (longer in dates or grammar.duty.match(text, longer, end)) else behind
        # 组织部制定: a name that ends right behind a shorter one (市委) is the longer name; so is 各县区|包保领导.
        goes_on = grammar.body.match(text, stop)
        if (start < acting != first and stop - acting > _LONGER_NAME) or (goes_on and not _inside_word(text, goes_on.end(), end, grammar)):
            continue
        listed = behind > stop and text[behind - 1] in "）)" and set(text[stop + 1 : behind - 1]) <= grammar.shapes.places
        named = distributive or listed or grammar.is_named(text, start, stop)
        along = named and acting == start and text[behind : behind + 1] in grammar.shapes.along_heads
        if along and grammar.shapes.brings.ask(text, behind, end):
            return behind  # 应急局[带消防队]: who comes along belongs to no name
        manner = adverb is not None and _acts_in_manner(text, start, stop, past, end, grammar, named=named)
        if manner or _acts(text, start, stop, behind, end, grammar, named=named):
            acting = behind
    return acting


def _endings_ahead(
    text: str, start: int, end: int, grammar: OwnerGrammar, dates: frozenset[int]
) -> tuple[int, list[tuple[int, int]]]:
    """Return where a name may begin at `start` or behind what describes it, and where the endings stand that it may end in."""
    endings = endings_in(grammar.words, text)
    if not endings.any_within(start, end):
        return start, []
    qualified = grammar.shapes.qualifier.ask(text, start, end) or grammar.shapes.of_place.ask(text, start, end)
    opens = qualified.end() if qualified else start
    limit = min((place for place in dates if place > opens), default=end) if dates else end  # no name holds a date
    run = grammar.shapes.run.ask(text, opens, limit)
    return opens, endings.within(opens, run.end()) if run is not None else []


def _inside_word(text: str, stop: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether a name would end inside a word (转化科|技成果), where no verb or duty begins behind it (督查组|建立)."""
    if stop >= end:
        return False
    if grammar.shapes.portion.ask(text, stop - 1, len(text)):
        return True
    if text[stop - 1 : stop + 1] not in grammar.edges or grammar.shapes.word_ends.ask(text, stop, len(text)):  # 各乡镇|压实责任
        return False
    if text[stop : stop + 2] in grammar.verbs or grammar.shapes.sets_out.ask(text, stop, end):  # 发改委|以问题为导向
        return False
    return grammar.duty.match(text, stop, end) is None


def _does(text: str, behind: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether a verb stands behind a name."""
    return text[behind : behind + 2] in grammar.verbs or grammar.acts.match(text, behind, end) is not None


def _acts_in_manner(text: str, start: int, stop: int, past: int, end: int, grammar: OwnerGrammar, *, named: bool) -> bool:
    """Whether a body does what stands behind an adverb that ends at `past` (县医院首批|选派医师, unlike 人员集中供养标准)."""
    return (named or grammar.shapes.institution.ask(text, start, stop) is not None) and _does(text, past, end, grammar)


def _named_for(text: str, start: int, stop: int, grammar: OwnerGrammar, *, named: bool) -> bool:
    """Whether a name is a body's, a person's in charge, or that of a house with its level."""
    return named or grammar.role.end(text, start, stop) or grammar.shapes.institution.ask(text, start, stop) is not None


def _acts(text: str, start: int, stop: int, behind: int, end: int, grammar: OwnerGrammar, *, named: bool) -> bool:
    """Whether what stands behind a name is a predicate; a body needs less evidence than a role, and that less than a common noun."""
    if text[behind + 1 : behind + 2] == "的" or (text[behind + 2 : behind + 3] == "的" and text[behind : behind + 2] in grammar.verbs):
        return False  # 省局点名的疑点, 残联来的轮椅: it only describes
    shapes = grammar.shapes
    if shapes.works.ask(text, behind, end) or shapes.own_office.ask(text, behind, end) or shapes.seated.ask(text, behind, end):
        return False  # 政务大厅建设: a work, not what somebody does; 市委|组织部四级调研员
    if grammar.houses.told_of(text, start, stop, end):
        return False  # 驿站群众反响很好: no people
    if named and (text[behind : behind + 2] in grammar.verbs or grammar.acts.match(text, behind, end)):
        return True
    if (named or grammar.role.end(text, start, stop)) and grammar.predicate.match(text, behind, end):
        return True
    contracted = not named and (text[stop - 1] == "班" or shapes.party.ask(text, start, stop) is not None)
    if (named or contracted) and text[start] not in _OPENS_TAIL and shapes.own_measure.ask(text, behind, end):
        return True  # 供电所投诉率6月底前要降到1%以下
    if shapes.sets_out.ask(text, behind, end) and (
        _named_for(text, start, stop, grammar, named=named) or shapes.goes_about.ask(text, start, stop)
    ):
        return True  # 石桥镇围绕复航，6月底前…
    period = text.find("期", behind, end) >= 0 and grammar.shapes.in_period.ask(text, behind, end)
    if period and _named_for(text, start, stop, grammar, named=named):
        return True  # 审计局百日行动期内对12家企业逐一过筛
    if spoken_of(text, (start, stop), (behind, end), grammar.shapes, named=named):  # dear, so behind the cheaper ones
        return True
    house = grammar.shapes.institution.ask(text, start, stop) and _does(text, behind, end, grammar)
    if house and grammar.shapes.does_so_much.ask(text, behind, end):
        return True  # 县档案馆再编印手册3000册
    if stop - start > _SHORT_NAME:
        return False
    if grammar.shapes.behind_date.ask(text, start, behind) and _does(text, behind, end, grammar):
        told = grammar.role.end(text, start, stop) and grammar.shapes.so_much_of.ask(text, behind + 2, end)
        if told or grammar.shapes.party.ask(text, start, stop):
            return True  # 6月底前，施工单位清淤3处
    if grammar.founding.match(text, behind, end):
        return True
    return grammar.wilful.match(text, behind, end) is not None and grammar.shapes.whole.ask(text, start, stop) is None
