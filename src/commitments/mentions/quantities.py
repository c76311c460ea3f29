"""Quantities in running text: how much of a task is to be done, as section 3 of the annotation guide says.

Where a form has two readings, this one is taken: 以上 includes the number and 超过 does not (Civil Code art. 1259), but both
are `>=`, as the ledger knows no other; 数百 and 若干 name no number; 十几个 is 10 ~, 三四个 is 3 to 4; 六成 is 60 %;
a percent point keeps the unit it is spoken with, 个百分点; 翻一番 is 2 倍; 两位数增长 is 10 % >=; a bare place word (百家企业) is
a size class unless a comparator stands beside it (近百家, 百家以上).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from commitments.kept import compiled
from commitments.mentions.amounts import Amount, resolve
from commitments.mentions.figures import Clause, QuantityCandidate, clauses
from commitments.mentions.measures import Grammar, Marker, grammar
from commitments.mentions.overlap import contest, settle
from commitments.ruledata import RuleSet, load_rules
from commitments.types import Comparator, Dropped, Quantity, QuantityMention

_STAGE: Final = "quantities"
_QUOTES: Final = {"“": "”", "「": "」", "『": "』", "‘": "’", "《": "》", '"': '"'}
_OPENING: Final = compiled("[" + "".join(_QUOTES) + "]")
_IN_NAME: Final = "part of a name in quotation marks"
_NAME_LENGTH: Final = 12
_LINE: Final = 2_000
"""So far back straight quotation marks are counted, to tell one that closes."""
_MOST_KNOWN: Final = 8192
_NAMED: Final = compiled("的?[一-鿿]{2}")
_MEASURED: Final = frozenset({"area", "length"})
_COUNTING: Final = frozenset({"count", "people", "area", "length"})
_PARALLEL: Final = frozenset({"、", "和", "与", "及", "以及"})


def parse_quantities(text: str) -> list[QuantityMention]:
    """Find the quantities of any text, with the built-in rules.

    >>> [(m.text, str(m.quantity.value), m.quantity.unit) for m in parse_quantities("新建停车场3处,增加泊位1200个以上")]
    [('3处', '3', '处'), ('1200个以上', '1200', '个')]

    Args:
        text: running text; a clause alone will do.

    Returns:
        The mentions in text order: `start_char`, `end_char`, `text`, `rule` and `quantity` with `value` or `low` and `high` as
        `Decimal`, `unit`, `comparator` (==, >=, <=, ~), `kind` and `delta`.

    Conventions: numerals as GB/T 15835 has them; 以上、以下、以内 include the number by Civil Code art. 1259. Forms with two
    readings stand in docs/conventions.md.
    """
    return find_quantities(text, 0, len(text), rules=load_rules())


def find_quantities(text: str, start: int, end: int, *, rules: RuleSet) -> list[QuantityMention]:
    """Find the quantities within [start, end), sorted and without overlaps.

    >>> text = "二是财政局要兑付工程款1.2亿元"
    >>> [(m.start_char, m.text) for m in find_quantities(text, 2, len(text), rules=load_rules())]
    [(11, '1.2亿元')]

    Args:
        text: the clean text; offsets of the mentions count its characters.
        start: where to begin, mostly a clause's start.
        end: where to stop, exclusive.
        rules: the rule-set, of which the kind `quantities` is used.
    """
    tongue = grammar(rules)
    found: list[QuantityMention] = []
    for clause in clauses(text, start, end, tongue):
        worded, rivals = _besides(text, clause, tongue)
        candidates = settle([*worded, *rivals, *clause.figures]) if worded or rivals else clause.figures
        for made in _mentions(text, clause, candidates, tongue):
            if isinstance(made, QuantityMention):
                found.append(made)
    return found


def weigh_quantities(text: str, start: int, end: int, *, rules: RuleSet) -> tuple[list[QuantityMention], list[Dropped]]:
    """Find the quantities within [start, end), and what looked like one with the reason why it is none.

    >>> kept, dropped = weigh_quantities("破解三个难题", 0, 6, rules=load_rules())
    >>> kept, [(d.start, d.end, d.reason) for d in dropped]
    ([], [(2, 6, 'quantity.not.enumeration: sums up an enumeration or a slogan')])
    """
    tongue = grammar(rules)
    found: list[QuantityMention] = []
    dropped: list[Dropped] = []
    for clause in clauses(text, start, end, tongue):
        worded, rivals = _besides(text, clause, tongue)
        outcome = contest([*worded, *rivals, *clause.figures])
        dropped += (Dropped(_STAGE, c.start_char, c.end_char, f"{c.rule}: {c.why}") for c in outcome.discarded)
        for made in _mentions(text, clause, outcome.kept, tongue):
            if isinstance(made, Dropped):
                dropped.append(made)
            else:
                found.append(made)
    return found, dropped


Candidates = list[QuantityCandidate]
Quantities = dict[tuple[str, Comparator, bool], tuple[object, Quantity]]
"""Quantities by their words, comparator and whether they are changes, each with the amount that it was made of."""


def _besides(text: str, clause: Clause, tongue: Grammar) -> tuple[Candidates, Candidates]:
    """Return what competes with the figures of a clause: the quantities in words, and the look-alikes."""
    worded = _worded(text, clause, tongue) if clause.cues else []
    rivals = _lookalikes(text, clause, tongue) if clause.figures or worded else []
    return worded, rivals


def _mentions(
    text: str, clause: Clause, candidates: Iterable[QuantityCandidate], tongue: Grammar
) -> list[QuantityMention | Dropped]:
    """Turn the candidates that stand into mentions, in text order, or say why one is none."""
    all_made: list[QuantityMention | Dropped] = []
    last: QuantityMention | None = None
    edge = clause.low
    for candidate in candidates:
        made = _mention(text, edge, clause.high, candidate, tongue)
        if isinstance(made, QuantityMention):
            last = made = _as_parallel(made, last, text) if last else made
            edge = made.end_char
        all_made.append(made)
    return all_made


def _as_parallel(made: QuantityMention, last: QuantityMention, text: str) -> QuantityMention:
    """Let a figure that only a 、 or 和 parts from its like be a change as that one is: 增长7%以上、[7.5%以上]."""
    one, other = last.quantity, made.quantity
    alike = one.delta and (one.unit, one.kind) == (other.unit, other.kind)
    if alike and not other.delta and text[last.end_char : made.start_char] in _PARALLEL:
        return replace(made, quantity=replace(other, delta=True))
    return made


def _worded(text: str, clause: Clause, tongue: Grammar) -> Candidates:
    """Return coverage words, ranks, multiples and the other quantities that are no numeral with a unit."""
    found: Candidates = []
    asked: set[str] = set()
    for first in sorted(clause.cues) if len(clause.cues) > 1 else clause.cues:
        for item in tongue.positive[first]:
            if item.rule.id in asked:
                continue
            asked.add(item.rule.id)
            for match in item.regex.finditer(text, clause.low, clause.high):
                resolved = resolve(item.rule, match)
                if resolved is not None:
                    amount, (begin, stop) = resolved
                    found.append(QuantityCandidate(begin, stop, item.rule.id, amount))
    return found


def _lookalikes(text: str, clause: Clause, tongue: Grammar) -> Candidates:
    """Return what looks like a figure of the clause and is none."""
    found: Candidates = []
    low, high = clause.low, clause.high
    for figure in clause.figures:
        begin = figure.start_char
        for rule, stop in tongue.at_number.matches(text, begin, high):
            found.append(QuantityCandidate(begin, stop, rule.id, None, why=rule.why))
        for rule, stop in tongue.behind_number.matches(text, figure.unit_char, high):
            found.append(QuantityCandidate(begin, stop, rule.id, None, why=rule.why))
    for number in tongue.context_cues.called(text, low, high):
        cue, item = tongue.contexts[number]
        if cue.search(text, low, high) is not None:
            for match in item.regex.finditer(text, low, high):
                found.append(QuantityCandidate(match.start(), match.end(), item.rule.id, None, why=item.rule.why))
    return found


def _mention(text: str, edge: int, high: int, candidate: QuantityCandidate, tongue: Grammar) -> QuantityMention | Dropped:
    """Take the comparator words beside the figure into it, and refuse what only its surroundings show to be no quantity."""
    amount = candidate.amount
    assert amount is not None
    begin, stop = candidate.start_char, candidate.end_char
    comparator, before, after = amount.comparator, None, None
    if amount.comparable:
        before, after = _markers(text, edge, high, (begin, stop), tongue, bare=amount.bare or text[begin] == "十")
        if after:
            stop, comparator = after[1], after[0].comparator
        elif before and not (before[0].outside and amount.low is not None):  # 控制在8%至10%: the range says it all
            comparator = before[0].comparator
        if before and not before[0].outside:
            begin = before[1]
    level = amount.kind == "money" and text[stop : stop + 1] == "级"
    if level:
        stop, comparator = stop + 1, "~"
    if candidate.unitless:
        whole = text[candidate.start_char].isdigit() or bool(before) or (level and text[candidate.end_char - 1] in "亿億")
        counting = _counting(text, max(edge, begin - 20), candidate, amount, tongue) if whole else None
        if counting is None:
            return Dropped(_STAGE, candidate.start_char, candidate.end_char, "a numeral without a unit, and nothing says what it counts")
        amount = counting
    marked = level or after is not None or (before is not None and before[0].bare)
    if amount.bare and not marked and not _counts(text, edge, begin, candidate, tongue):
        return Dropped(_STAGE, candidate.start_char, candidate.end_char, "a bare place word names a size class")
    reason = _refused(text, (edge, begin, stop), candidate, before[0] if before else None, after=bool(after), level=level)
    if reason and not (reason == _IN_NAME and _sums_up(text, edge, high, candidate, tongue)):
        return Dropped(_STAGE, candidate.start_char, candidate.end_char, reason)
    delta = _is_change(text, edge, begin, amount, tongue)
    quantity = _quantity(text[begin:stop], amount, comparator, delta, tongue.known)
    return QuantityMention(begin, stop, quantity.text, candidate.rule, quantity)


def _is_change(text: str, edge: int, begin: int, amount: Amount, tongue: Grammar) -> bool:
    """Tell whether a figure is by how much something changes; 提高、下降 say so of levels, not of things that are counted."""
    if amount.unit == "个百分点":
        return True
    floor = max(edge, begin - 24)
    if not tongue.delta_firsts.search(text, floor, begin):
        return False
    if tongue.delta.search(text, floor, begin):
        return True
    return amount.kind not in {"count", "people", "coverage", "rank"} and bool(tongue.delta_of_level.search(text, floor, begin))


def _quantity(text: str, amount: Amount, comparator: Comparator, delta: bool, known: Quantities) -> Quantity:
    """Return the quantity; a speech says 全部 and 100% many times, and the same words with the same amount are the same one."""
    key = (text, comparator, delta)
    found = known.get(key)
    if found is not None and found[0] is amount:
        return found[1]
    if len(known) >= _MOST_KNOWN:
        known.clear()
    quantity = Quantity(text, amount.value, amount.unit, comparator, amount.kind, delta, amount.low, amount.high)
    known[key] = (amount, quantity)
    return quantity


Beside = tuple[Marker, int] | None


def _markers(text: str, edge: int, high: int, span: tuple[int, int], tongue: Grammar, *, bare: bool) -> tuple[Beside, Beside]:
    """Return the comparator words before and behind a figure, each with the place up to which it reaches."""
    before: Beside = None
    begin, stop = span
    floor = max(edge, begin - 8)
    if _may_be_compared(text, floor, begin, tongue) and tongue.any_before.search(text, floor, begin):
        found = ((marker, marker.regex.search(text, floor, begin)) for marker in tongue.before if bare or not marker.only_bare)
        hits = [(marker, hit.start()) for marker, hit in found if hit]
        before = min(hits, key=lambda pair: pair[1]) if hits else None
    if stop < high and (tongue.after_firsts is None or text[stop] in tongue.after_firsts):
        for marker in tongue.after:
            hit = marker.regex.match(text, stop, high)
            if hit is not None:
                return before, (marker, hit.end())
    return before, None


def _may_be_compared(text: str, floor: int, begin: int, tongue: Grammar) -> bool:
    """Tell early whether a comparator word may end before a figure."""
    if begin == floor:
        return False
    return text[begin - 1] in tongue.before_lasts or not tongue.before_firsts.isdisjoint(text[floor:begin])


def _counting(text: str, edge: int, candidate: QuantityCandidate, amount: Amount, tongue: Grammar) -> Amount | None:
    """Give a numeral without a unit the unit of the nearest word before it that says what is counted; 亿 alone counts money."""
    nearest = max(
        ((hit.end(), unit, kind) for regex, unit, kind in tongue.counted for hit in regex.finditer(text, edge, candidate.start_char)),
        default=None,
    )
    if nearest:
        return replace(amount, unit=nearest[1], kind=nearest[2])
    figure = text[candidate.start_char : candidate.end_char]
    return amount if "亿" in figure or "億" in figure else None


def _counts(text: str, edge: int, begin: int, candidate: QuantityCandidate, tongue: Grammar) -> bool:
    """Tell whether a place word counts: another one stands behind it (百万亩, unlike 百亩), or a verb takes it as its object."""
    assert candidate.amount is not None
    if text.startswith("台阶", candidate.end_char):
        return True  # 登上亿吨台阶
    if candidate.amount.kind not in _COUNTING:
        return False
    compound = text.startswith(("万", "亿", "萬", "億"), candidate.start_char + 1) and candidate.amount.kind in _MEASURED
    return compound or tongue.shapes.made_before.ask(text, edge, begin) is not None


def _sizes_what_follows(text: str, amount: Amount, stop: int) -> bool:
    """Tell whether a compared measure says how big the things are that are named behind: 20座[1000立方米以下]高炉, 9个[超5亿元]的项目."""
    return amount.kind not in {"count", "ratio", "people"} and _NAMED.match(text, stop) is not None


def _refused(
    text: str, places: tuple[int, int, int], candidate: QuantityCandidate, before: Marker | None, *, after: bool, level: bool
) -> str:
    """Say why a figure is no quantity here, or nothing; `places`: where the figure before it ended, where it begins and ends."""
    amount = candidate.amount
    assert amount is not None
    edge, begin, stop = places
    if after and before is None and amount.bare and text.startswith(("亿元", "万元", "億元", "萬元"), candidate.start_char):
        return "a size class, or the digits before it are gone"
    if candidate.one and text.startswith("一批", candidate.start_char):
        return "一批 names no number"
    if candidate.one and not before and not after and text.find("至少", edge, begin) < 0:
        return "一 before a classifier is an indefinite article"
    behind_count = edge == begin and edge > 0 and text[edge - 1] not in ",，"
    if behind_count and (level or ((before or after) and _sizes_what_follows(text, amount, stop))):
        return "the level only delimits a class that is counted before it"
    if amount.kind not in {"ratio", "money", "coverage", "other", "rank"} and _in_name(text, candidate.start_char, candidate.end_char):
        return _IN_NAME
    return ""


def _sums_up(text: str, edge: int, high: int, candidate: QuantityCandidate, tongue: Grammar) -> bool:
    """Whether a figure in quotes counts papers that are named one by one before it (问题、责任、整改“三张清单”)."""
    papers = tongue.shapes.papers.ask(text, candidate.end_char, high)
    return papers is not None and tongue.shapes.listed.ask(text, edge, candidate.start_char) is not None


def _in_name(text: str, start: int, end: int) -> bool:
    """Tell whether a figure stands inside a short quoted name or a title."""
    if not _OPENING.search(text, max(0, start - _NAME_LENGTH - 1), start):
        return False
    for place in range(start - 1, max(-1, start - 1 - _NAME_LENGTH), -1):
        char = text[place]
        if char in _QUOTES:
            line = max(text.rfind("\n", max(0, place - _LINE), place) + 1, place - _LINE, 0)
            if char == '"' and text.count('"', line, place) % 2:
                return False  # this one closes
            stop = text.find(_QUOTES[char], end, place + 2 + (40 if char == "《" else _NAME_LENGTH))
            return stop >= 0
        if char in "”」』’》\n":
            return False
    return False
