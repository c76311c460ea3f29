"""Clauses that sound like tasks and only tell, by the rules `tell.…`: quoted norms, comparisons, definitions, chants."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from commitments.places import AnyOf
from commitments.ruledata import CompiledRule, RuleSet

PREFIX: Final = "tell."

Quoted = Literal["", "own", "norm", "meeting", "yardstick", "tale", "promise", "habit", "agenda"]
"""What a stretch holds that is not the speaker's own word; `rules/actions/telling.toml` says what each silences."""


@dataclass(frozen=True, slots=True)
class TellingRules:
    """The compiled rules, of which the first that speaks in a clause counts.

    Attributes:
        any: all of them, those that quote first.
        kinds: what each of those that quote says.
        rules: the others.
    """

    any: AnyOf
    kinds: tuple[Quoted, ...]
    rules: tuple[CompiledRule, ...]

    def reason(
        self,
        text: str,
        start: int,
        end: int,
        *,
        modal: bool,
        dated: bool,
        measured: bool = False,
        carried: bool = False,
        asked: bool = False,
        action: int = -1,
        year: int | None = None,
    ) -> str:
        """Return why [start, end) only tells, "" where no rule says so.

        >>> from commitments.ruledata import load_rules
        >>> clause = "没开工的抓开工"
        >>> telling_rules(load_rules()).reason(clause, 0, len(clause), modal=False, dated=False)
        'exhortation'

        Args:
            text: the text that offsets count in.
            start: where the clause begins.
            end: where it ends, exclusive.
            modal: whether a modal word directs in it.
            dated: whether it has a deadline of its own.
            measured: whether it holds a figure of what is to be done.
            carried: whether a deadline of the sentence holds for it.
            asked: whether something has been asked before it in the sentence.
            action: where its predicate begins; rules with `opens` speak only of what opens the predicate, and not at all where it is -1.
            year: the year of the speech, where it is known.
        """
        quoting = len(self.kinds)
        for number, match in self.any.matched(text, start, end, low=quoting):
            params = self.rules[number - quoting].rule.params
            over = not params.get("past_year") or (year is not None and int(match[0][:4]) < year)
            away = params.get("opens") and not match.start() <= action < match.end()
            bound = (modal and params.get("bare")) or (dated and params.get("undated")) or (measured and params.get("unmeasured"))
            bound = bound or (carried and params.get("due")) or (asked and params.get("asked"))
            if over and not away and not bound:
                return str(params["reason"])
        return ""

    def is_over(self, text: str, start: int, end: int) -> bool:
        """Whether [start, end) tells what has come about: its figures are no workload (事故造成3人死亡,应急局要…)."""
        return self.reason(text, start, end, modal=False, dated=False) == "past"

    def scan(self, text: str) -> None:
        """Look through a speech, of which many clauses are then asked about."""
        self.any.scan(text, 0, len(text))

    def quotes(self, text: str, start: int, end: int) -> Quoted:
        """Return what [start, end) opens that is not the speaker's own word (省里明确,到2027年…; 专家讲了,…), "" for nothing.

        >>> from commitments.ruledata import load_rules
        >>> telling_rules(load_rules()).quotes("专家讲了，墒情要达到七成", 0, 4)
        'tale'
        """
        found = self.any.matched(text, start, end, high=len(self.kinds))
        return self.kinds[found[0][0]] if found else ""


@lru_cache(maxsize=8)
def telling_rules(rules: RuleSet) -> TellingRules:
    """Compile the rules `tell.…` of a rule-set."""
    found = rules.matcher("actions", prefix=PREFIX).rules
    clausal = tuple(rule for rule in found if not rule.rule.params.get("quotes"))
    quoting = [rule for rule in found if rule.rule.params.get("quotes")]
    kinds = tuple(rule.rule.params["quotes"] for rule in quoting)
    return TellingRules(AnyOf([rule.source for rule in (*quoting, *clausal)]), kinds, clausal)
