"""Find deadlines and frequencies in running text.

The rules in `rules/deadlines/` say what an expression looks like and which resolver dates it. One with the tag
`unmarked` has no 前, 内 or the like to mark it: whoever calls `find_deadlines` weighs its context.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

from commitments.mentions.deadline_context import is_no_task, needs_context
from commitments.mentions.deadline_finder import DeadlineFinder, deadline_finder, end_of_clause, start_of_clause
from commitments.mentions.deadline_search import Candidate, Search
from commitments.mentions.overlap import contest, settle
from commitments.mentions.parallels import in_month_before, in_year_before, join_parallel
from commitments.mentions.periods import define, find_defined, sentences_with_dates
from commitments.mentions.resolution import Reading, Resolution
from commitments.mentions.resolvers import RESOLVERS
from commitments.ruledata import RuleSet, load_rules
from commitments.speechdate import SpeechDate
from commitments.types import Deadline, DeadlineMention, Dropped

UNRESOLVED: Final = "deadline-unresolved"
BEFORE_SPEECH: Final = "deadline-before-speech"
OF_SPEECH_DAY: Final = "deadline-of-speech-day"

Meaning = tuple[Deadline, bool, tuple[str, ...]]
Meanings = dict[tuple[int, str, tuple[str | None, ...]], Meaning | None]
"""What matches mean, by the rule's number, the words and the groups."""

_NO_PERIODS: Final[Mapping[str, Deadline]] = {}
_MOST_MEANINGS: Final = 8192
_LONGEST_EVENT: Final = 20
_LONGEST_LEAD: Final = 200
"""So far before its first sign of time a clause may begin."""
_LONGEST_CLAUSE: Final = 10_000
"""A clause of more characters than any sentence has."""


def find_deadlines(
    text: str,
    start: int,
    end: int,
    speech_date: SpeechDate | None,
    *,
    periods: Mapping[str, Deadline] = _NO_PERIODS,
    rules: RuleSet,
    vague: bool = True,
) -> list[DeadlineMention]:
    """Return the deadlines of one clause or sentence in text order, overlaps settled.

    Vague words (尽快) come along, marked `vague`. Parallel frequencies (周调度、月通报) are one mention.

    Args:
        text: the whole text; offsets count in it.
        start: where the clause begins.
        end: where it ends, exclusive.
        speech_date: what relative expressions count from, or None.
        periods: periods the speech defines by name, from `define_periods`.
        rules: the rule set.
        vague: whether clauses with vague words alone are worth searching; a ledger has no use for them.
    """
    finder = deadline_finder(rules)
    stretches = ((start, end),) if vague else _dated_clauses(text, start, end, finder)
    if not stretches and not periods:
        return []
    found: list[DeadlineMention] = []
    for first, last in stretches:
        candidates = finder.scout.candidates(text, first, last, every_look_alike=False)
        for candidate in settle(candidates) if len(candidates) > 1 else candidates:
            mention = _resolved(candidate, text, speech_date, _meanings(rules, speech_date))
            if mention is not None:
                found.append(_from_event(mention, candidate.search.after, text, _floor(found, first), finder))
    if periods:
        found = _beside(find_defined(text, start, end, periods, finder.periods), found)
    beside = finder.beside
    found = in_month_before(found, text, beside, speech_date)
    return join_parallel(in_year_before(found, text, beside), text, end, beside) if len(found) > 1 else found


def _dated_clauses(text: str, start: int, end: int, finder: DeadlineFinder) -> list[tuple[int, int]]:
    """Return the clauses of a stretch that may hold a date."""
    found: list[tuple[int, int]] = []
    stop = start
    while (sign := finder.sign.search(text, stop, end)) is not None:  # there is none in two sentences of three
        first, behind = sign.span()
        begin = max(start_of_clause(text, stop, first), first - _LONGEST_LEAD)
        stop = end_of_clause(text, behind, end)
        if stop - begin <= _LONGEST_CLAUSE:
            found.append((begin, stop))
        else:  # no sentence: read piece by piece, so that what competes stays in sight
            found += [(at, min(at + _LONGEST_CLAUSE, stop)) for at in range(begin, stop, _LONGEST_CLAUSE)]
    return found


def _beside(defined: list[DeadlineMention], found: list[DeadlineMention]) -> list[DeadlineMention]:
    """Put the defined periods among the other mentions; what the speech itself defines wins its characters."""
    if not defined:
        return found
    free: list[DeadlineMention] = []
    turn = 0
    for mention in found:
        while turn < len(defined) and defined[turn].end_char <= mention.start_char:
            turn += 1
        if turn == len(defined) or mention.end_char <= defined[turn].start_char:
            free.append(mention)
    return sorted([*defined, *free], key=lambda mention: mention.start_char)


def examine_deadlines(
    text: str,
    start: int,
    end: int,
    speech_date: SpeechDate | None,
    *,
    periods: Mapping[str, Deadline] = _NO_PERIODS,
    rules: RuleSet,
) -> tuple[list[DeadlineMention], list[Dropped]]:
    """Find deadlines as `find_deadlines` does, and say which look-alikes were dropped and why.

    >>> found, dropped = examine_deadlines("截至5月底完成一半，9月底前收尾", 0, 15, SpeechDate(2025, 6), rules=load_rules())
    >>> [mention.text for mention in found], [drop.reason.partition(":")[0] for drop in dropped]
    (['9月底前'], ['not_deadline.as_of'])

    Args:
        text: the whole text; see `find_deadlines` for this and the rest.
        start: where the clause begins.
        end: where it ends, exclusive.
        speech_date: what relative expressions count from, or None.
        periods: periods the speech defines by name.
        rules: the rule set.
    """
    finder = deadline_finder(rules)
    candidates = finder.candidates(text, start, end, every_look_alike=True)
    outcome = contest(candidates)
    drops = [Dropped("deadlines", c.start_char, c.end_char, f"{c.rule.id}: {c.rule.why}") for c in outcome.discarded]
    found: list[DeadlineMention] = []
    meanings = _meanings(rules, speech_date)
    for candidate in outcome.kept:
        mention = _resolved(candidate, text, speech_date, meanings)
        if mention is None:
            drops.append(Dropped("deadlines", candidate.start_char, candidate.end_char, f"{candidate.rule.id}: no such day"))
        else:
            found.append(_from_event(mention, candidate.search.after, text, _floor(found, start), finder))
    found = _beside(find_defined(text, start, end, periods, finder.periods), found)
    beside = finder.beside
    found = in_year_before(in_month_before(found, text, beside, speech_date), text, beside)
    return join_parallel(found, text, end, beside), drops


def _floor(found: list[DeadlineMention], start: int) -> int:
    return found[-1].end_char if found else start


def _from_event(mention: DeadlineMention, after: str, text: str, floor: int, finder: DeadlineFinder) -> DeadlineMention:
    """Take the event before a span into it, from which it counts and not from the speech (报修后48小时内).

    Of what is called in, minutes are named alone (接警后[10分钟内]到场).
    """
    if not after:
        return mention
    floor = max(floor, mention.start_char - _LONGEST_EVENT)
    event = finder.periods.event.ask(text, floor, mention.start_char)
    if event is None or (after == "uncalled" and event["call"]):
        return mention
    words = text[event.start() : mention.end_char]
    return replace(mention, start_char=event.start(), text=words, deadline=Deadline(words), warnings=(UNRESOLVED,))


def _resolved(candidate: Candidate, text: str, speech: SpeechDate | None, meanings: Meanings) -> DeadlineMention | None:
    """Resolve a match; a speech says 年底前 many times, and its resolution depends on nothing but its groups."""
    start, end = candidate.span
    words = text[start:end]
    key = (candidate.number, words, candidate.match.groups())
    meaning = meanings.get(key)
    if meaning is None:
        if len(meanings) >= _MOST_MEANINGS:
            meanings.clear()
        meaning = meanings[key] = _meaning(candidate.search, words, key[2], speech)
    return None if meaning is None else DeadlineMention(start, end, words, candidate.search.rule.id, *meaning, candidate.search.tags)


@lru_cache(maxsize=32)
def _meanings(rules: RuleSet, speech: SpeechDate | None) -> Meanings:
    """Return what was resolved before by these rules for a speech of this date."""
    return {}


def _meaning(search: Search, words: str, groups: tuple[str | None, ...], speech: SpeechDate | None) -> Meaning | None:
    rule = search.rule
    named = {name: groups[number - 1] for name, number in search.regex.groupindex.items()}
    try:
        resolution = RESOLVERS[rule.resolve](Reading(named, rule.params, speech))
    except (ValueError, OverflowError):  # a day that no calendar has
        resolution = None
    if resolution is None:
        return None
    deadline = Deadline(words, resolution.start, resolution.end, resolution.recurrence, resolution.times)
    return deadline, resolution.vague, _warnings(resolution, speech, search.tags)


def _warnings(resolution: Resolution, speech: SpeechDate | None, tags: frozenset[str]) -> tuple[str, ...]:
    if not resolution.resolved:
        return (UNRESOLVED,)
    last = resolution.end or (None if resolution.recurrence else resolution.start)
    if last and speech and last < speech.first() and not resolution.running:
        return (BEFORE_SPEECH,)
    bare_day = "bare_day" in tags and resolution.end is not None and speech is not None
    if bare_day and speech is not None and speech.first() == resolution.end == speech.last():
        return (OF_SPEECH_DAY,)  # of its own day a speech says 今天; with its date a report begins (6月10日,双河镇召开会议)
    return ()


def define_periods(text: str, speech_date: SpeechDate | None, rules: RuleSet) -> dict[str, Deadline]:
    """Return the periods that a speech defines by name, keyed by every form of the name.

    集中攻坚月行动10月20日开始,11月10日结束 defines 攻坚月 with both ends; 攻坚月内 is then resolved by it.

    Args:
        text: the whole clean text.
        speech_date: the year for dates without one.
        rules: the rule set.
    """
    finder = deadline_finder(rules)
    months = frozenset(rule for rule, given in finder.beside.gives.items() if given == "month")
    dated = {start: find_deadlines(text, start, end, speech_date, rules=rules) for start, end in sentences_with_dates(text, finder.periods)}
    return define(text, dated, months, finder.periods)


def parse_deadlines(text: str, speech_date: str | date | SpeechDate | None = None) -> list[DeadlineMention]:
    """Return the deadlines and frequencies of any text, in text order.

    >>> [m.deadline.end.isoformat() for m in parse_deadlines("确保9月底前到位", "2025-07-10") if m.deadline.end]
    ['2025-09-30']

    A date that nothing marks as a deadline (9月10日召开) is left out where its clause looks back (9月10日召开了) or its
    year is over. Vague words (尽快) are no deadlines and are left out.

    Args:
        text: running text or a bare expression.
        speech_date: the day that relative expressions count from: "2025", "2025-07", "2025-07-10" or a date.

    Raises:
        OptionError: the speech date is none.

    Returns:
        The mentions in text order: `start_char`, `end_char`, `text`, `rule`, `warnings` and `deadline` with `start`, `end`,
        `recurrence` (RFC 5545 rules) and `times`.

    Conventions: the annotation guide, section "deadline"; periods are counted by 民法典 201 to 204, working days by the
    State Council's calendar; a deadline that the speech date does not suffice for has `end` None and the warning
    `deadline-unresolved`. Forms with two readings stand in docs/conventions.md.
    """
    speech = None if speech_date is None else SpeechDate.parse(speech_date)
    rules = load_rules()
    finder = deadline_finder(rules)
    periods = define_periods(text, speech, rules)
    found = find_deadlines(text, 0, len(text), speech, periods=periods, rules=rules, vague=False)
    return [m for m in found if not m.vague and not (needs_context(m) and is_no_task(m, text, speech, finder))]


def example_value(mention: DeadlineMention) -> str:
    """Return what a rule's example writes as `value`: the end, start/end, start/.., the recurrences, "vague" or "?".

    每周至少两次 is written `FREQ=WEEKLY x2`; several recurrences are parted by a bar.

    Args:
        mention: what a rule found.
    """
    deadline = mention.deadline
    if mention.vague:
        return "vague"
    if deadline.recurrence:
        return "|".join(deadline.recurrence) + (f" x{deadline.times}" if deadline.times else "")
    if deadline.start:
        return f"{deadline.start.isoformat()}/{deadline.end.isoformat() if deadline.end else '..'}"
    return deadline.end.isoformat() if deadline.end else "?"
