"""Compiles the owner rules of a rule-set into the grammar that finds who has to act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from commitments.gated import Ends, Headed
from commitments.kept import compiled
from commitments.mentions.name_start import name_start
from commitments.mentions.owner_words import DUTY, HANDS, NAMED_SO, PREPOSITION, TIME, verb_lexicon
from commitments.mentions.owners import NAME_CHAR, OwnerGrammar
from commitments.ruledata import RuleSet
from commitments.triewords import trie_pattern

_TAIL: Final = r"(?:[“\"][^”\"]{1,8}[”\"])?(?:[（(][^（）()]{1,16}[）)])?"
"""What may close a name: its own name in quotes, a bracket."""


def _acting(endings: str, verbs: str) -> re.Pattern[str]:
    """Compile what finds a name behind 由, which ends where somebody can begin to act."""
    follows = rf"(?=\s?(?:{DUTY}|{TIME}|{PREPOSITION}|{verbs}|[，,；;。：:！!？?\n]|$))"
    return compiled(rf"(?P<name>{NAME_CHAR}{{0,36}}?(?:{endings}){_TAIL}{follows})")


def _of_kind(words: Mapping[str, tuple[str, ...]], kind: str) -> list[str]:
    """Return the words of all rules of a kind (`owner.role` and what is named below it)."""
    return [word for rule in words for word in words[rule] if rule.startswith(kind)]


@lru_cache(maxsize=8)
def owner_grammar(rules: RuleSet) -> OwnerGrammar:
    """Compile the owner rules of a rule-set."""
    words = {rule.id: rule.words for rule in rules.rules("owners") if rule.words}
    data = {table["id"]: table for _, file in rules.tables["owners"] for table in file.get("table", ())}
    tables = {identifier: table["words"] for identifier, table in data.items()}
    projects, follows = data["owner.project"], data["owner.predicate"]
    endings = {word: identifier for identifier in words for word in words[identifier] if identifier != "owner.alike"}
    strong = trie_pattern(words["owner.body"])
    strong = rf"(?:{strong})(?!{strong})"  # 指挥部办公室 is one name
    roles = _of_kind(words, "owner.role")
    weak = trie_pattern(_of_kind(words, "owner.ordinary") + roles)
    acts = (rule for rule in rules.rules("actions") if rule.id.startswith("verb."))
    verbs = trie_pattern(word for rule in acts for word in rule.words if len(word) > 1)
    matcher = rules.matcher("owners", prefix="bracket.")
    label = rules.fragments("owners")["label"]
    every = trie_pattern(endings)
    return OwnerGrammar(
        body=Headed(strong),
        ending_word=AhoCorasick(list(endings), matchkind=MatchKind.Standard, implementation=Implementation.DFA),
        body_end=Ends(words["owner.body"], "[\u4e00-\u9fff]{2}办"),
        duty=Headed(rf"\s?(?:{DUTY}|{TIME})"),
        verbs=verb_lexicon(rules),
        acts=Headed(rf"\s?(?:{PREPOSITION}|{verbs}|{HANDS})"),
        opens_with_verb=Headed(rf"(?:不折不扣|努力|高标准|高质量|创新|依法|全面|全力)?(?:{verbs})(?=.)"),
        object=_acting(f"{strong}|{weak}", verbs),
        element=compiled(rf"(?:(?:有条件|符合条件|具备条件|有意愿)的)?{NAME_CHAR}{{0,24}}?(?P<ending>{every}){_TAIL}"),
        not_at_start=Headed(f"{NAMED_SO}(?:逐[项項一个個户戶村件级級人]|分别|同步)?{trie_pattern(tables['owner.not_at_start'])}"),
        prefix=Headed(trie_pattern(tables["owner.prefix"])),
        collective=compiled(trie_pattern(tables["owner.collective_prefix"])),
        project=Ends(tables["owner.project"]),
        facility=Ends(projects["facility"]),
        construction=compiled(projects["construction"]),
        no_subject=Headed(projects["measured"]),
        alike=Ends(words["owner.alike"]),
        bracket_sign=compiled(f"[{re.escape(''.join(sorted(matcher.needs)))}]" if matcher.needs else ""),
        brackets=tuple((rule.id, rule.regex) for rule in matcher.rules),
        label=compiled(rf"{label}\s?[：:]"),
        endings=endings,
        closers=frozenset(word[-1] for word in endings) | frozenset("”\"）)"),
        predicate=Headed(rf"\s?(?:{trie_pattern(follows['words'])}|{follows['complement']})"),
        role=Ends(roles),
        founding=Headed(trie_pattern(follows["founding"])),
        ending=Ends(endings),
        units=frozenset(tables["owner.unit"]),
        person=Headed(rf"(?:[老小]?[{tables['owner.surname']}](?:[\u4e00-\u9fff]{{1,2}}?(?={DUTY}|同志)(?:同志)?|(?={DUTY})))"),
        leading=compiled("牵头|负责|包联|包抓|领办|任组长|抓总|总负责"),
        edges=frozenset(tables["owner.edges"].split()),
        begins=name_start(_of_kind(words, "owner.field"), tables["owner.work"]),
    )
