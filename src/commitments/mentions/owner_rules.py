"""Compiles the owner rules of a rule-set into the grammar that finds who has to act."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from commitments.errors import RuleError
from commitments.gated import Ends, Headed, hastened
from commitments.kept import compiled
from commitments.mentions.endings import ADJUNCT, ASKED, BRACKETS, ENDING, HANDS, NAME_TAIL, TELLS, SpeechWords, WholeName
from commitments.mentions.houses import houses
from commitments.mentions.name_start import name_start
from commitments.mentions.owner_shapes import name_shapes, share_shapes, subject_shapes
from commitments.mentions.owners import OwnerGrammar
from commitments.pattern_words import required_words
from commitments.ruledata import CompiledRule, Rule, RuleSet, spelled_out
from commitments.shapes import Shapes
from commitments.triewords import trie_pattern


def _acting(endings: str, acts: str, name_char: str) -> re.Pattern[str]:
    """Compile what finds a name behind 由, which ends where somebody can begin to act."""
    follows = rf"(?=\s?(?:{acts}|[，,；;。：:！!？?\n]|$))"
    return compiled(rf"(?P<name>{name_char}{{0,36}}?{hastened(endings)}{NAME_TAIL}{follows})")


_FEW: Final = 4
STRENGTHS: Final = frozenset({"strong", "weak", "role", "field", "place"})


def _strength(rule: Rule) -> str:
    """Return how a list takes what names end in; one that does not say it holds ordinary nouns."""
    strength = rule.params.get("strength", "weak")
    if strength not in STRENGTHS:
        raise RuleError(f"{rule.file}: rule {rule.id}", f"unknown strength {strength!r}", f"use one of: {', '.join(sorted(STRENGTHS))}")
    return str(strength)


_VERB_TABLES: Final = frozenset({"lexicon.verbs", "lexicon.nominal"})


def _verb_lexicon(rules: RuleSet) -> frozenset[str]:
    """Return the two-character verbs of `rules/actions/lexicon.toml`."""
    tables = (table for _, data in rules.tables["actions"] for table in data.get("table", ()))
    return frozenset(word for table in tables if table["id"] in _VERB_TABLES for word in table["words"].split())


def _endings(rules: RuleSet) -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
    """Return the strength of each list of endings, the endings of each strength, and the list of each ending."""
    lists = [rule for rule in rules.rules("owners") if rule.words and not rule.discard]
    strengths = {rule.id: _strength(rule) for rule in lists}
    names = {strength: [word for rule in lists if strengths[rule.id] == strength for word in rule.words] for strength in STRENGTHS}
    return strengths, names, {word: rule.id for rule in lists for word in rule.words}


def _words(rules: RuleSet, prefix: str) -> list[str]:
    """Return the words of the rules of actions whose identifiers begin so."""
    return [word for rule in rules.rules("actions") if rule.id.startswith(prefix) for word in rule.words]


def _wilful(follows: dict[str, Any], promises: str) -> str:
    """Return the pattern of what only somebody does: a word of his will, a promise, or a verb of his own deciding, behind an adverb."""
    verbs = rf"{follows['before']}{trie_pattern(follows['verbs'])}{follows['closed']}"
    return rf"\s?(?:{trie_pattern(follows['words'])}|{follows['one_by_one']}|{promises}|{verbs})"


def _signs(rule: CompiledRule) -> tuple[str, ...]:
    """Return of what every bracket of a rule holds one: words (单位, rather than 位) where they are few, else characters."""
    words = required_words(rule.source)
    return words if 0 < len(words) <= _FEW else tuple(sorted(rule.needs))


def _speech_words(rules: RuleSet, endings: Iterable[str], brackets: Iterable[str]) -> SpeechWords:
    """Gather what a speech is looked through for: what names end in, and words without which some shapes need not be asked."""
    subjects, frames = Shapes(rules, "owners", "subject."), Shapes(rules, "actions", "frame.")
    predicates = Shapes(rules, "actions", "predicate.")
    return SpeechWords(
        {
            ENDING: endings,
            BRACKETS: brackets,
            TELLS: frames.needs("tells_others"),
            HANDS: ("归", *subjects.needs("handed")),
            ADJUNCT: predicates.needs("adjunct"),
            ASKED: frames.needs("asked_later"),
        }
    )


def _objects(data: dict[str, Any]) -> str:
    """Return how a name begins that is an object: words, brackets of alternatives spelled out; a bracket may stand alone as well."""
    words: list[str] = data["owner.not_at_start"]["words"]
    return trie_pattern(form for word in words for form in (spelled_out(word) if "]" in word else [word]))


@lru_cache(maxsize=8)
def owner_grammar(rules: RuleSet) -> OwnerGrammar:
    """Compile the owner rules of a rule-set."""
    strengths, names, endings = _endings(rules)
    data = {table["id"]: table for _, file in rules.tables["owners"] for table in file.get("table", ())}
    projects, follows, units = data["owner.project"], data["owner.predicate"], data["owner.unit"]["words"]
    strong = rf"(?:{(bodies := trie_pattern(names['strong']))})(?!{bodies})"  # 指挥部办公室 is one name
    weak, leads = trie_pattern(names["weak"] + names["role"] + names["place"]), trie_pattern(_words(rules, "cue.lead"))
    verbs = trie_pattern(word for word in _words(rules, "verb.") if len(word) > 1)
    matcher, fragments, shapes = rules.matcher("owners", prefix="bracket."), rules.fragments("owners"), Shapes(rules, "owners", "name.")
    brackets, wilful = tuple((it.id, _signs(it), it.regex) for it in matcher.rules), _wilful(data["owner.wilful"], fragments["promises"])
    work, apposed = data["owner.work"]["words"], data["owner.apposed"]["words"]
    duty, time, preposition, hands, sends, gives = map(shapes.source, ("duty", "time", "preposition", "hands", "sends", "hands_over"))
    return OwnerGrammar(
        body=Headed(strong),
        words=_speech_words(rules, endings, [sign for _, signs, _ in brackets for sign in signs]),
        body_end=Ends(names["strong"], "[\u4e00-\u9fff]{2}办"),
        duty=Headed(rf"\s?(?:{duty}|{leads}(?!{fragments['who_leads']})|{time})"),
        verbs=_verb_lexicon(rules),
        adverb=Headed(rf"(?:{fragments['manner']}){{1,2}}"),
        acts=Headed(rf"\s?(?:{preposition}|{verbs}|{hands})"),
        opens_with_verb=Headed(rf"(?:不折不扣|努力|高标准|高质量|创新|依法|全面|全力)?(?:{verbs})(?=.)"),
        object=_acting(f"{strong}|{weak}", f"{duty}|{time}|{preposition}|{gives}|{verbs}", fragments["name_char"]),
        name=WholeName(rf"(?:(?:有条件|符合条件|具备条件|有意愿)的|{fragments['of_body']})?{fragments['name_char']}{{0,24}}", endings),
        not_at_start=Headed(f"{fragments['named_so']}(?:逐[项項一个個户戶村件级級人]|分别|同步)?{_objects(data)}"),
        begins=name_start(names["field"], work, apposed, [*names["strong"], *units], shapes.asked("left")),
        shapes=name_shapes(rules, shapes),
        shares=share_shapes(rules),
        subjects=subject_shapes(rules),
        prefix=Headed(trie_pattern(data["owner.prefix"]["words"])),
        collective=compiled(trie_pattern(data["owner.collective_prefix"]["words"])),
        addressees=frozenset(_words(rules, "cue.collective")),
        project=Ends(data["owner.project"]["words"]),
        built=((Ends(projects["office"]), compiled(projects["housed"])), (Ends(projects["facility"]), compiled(projects["construction"]))),
        no_subject=Headed(projects["measured"]),
        alike=Ends(word for rule in rules.rules("owners") if rule.discard for word in rule.words),
        signed=all(signs for _, signs, _ in brackets),
        brackets=brackets,
        label=compiled(rf"{fragments['label']}\s?[：:]"),
        endings=endings,
        houses=houses(rules, data["house.kinds"], names["place"], wilful),
        wilful=Headed(wilful),
        predicate=Headed(rf"\s?(?:{trie_pattern(follows['words'])}|{fragments['promises']}|{follows['complement']}|{follows['spoken']}|{hands})"),
        role=Ends(names["role"]),
        founding=Headed(f"(?:{trie_pattern(follows['founding'])}|{follows['spoken']}|{sends})"),
        ending=Ends(endings), units=frozenset(units),
        person=Headed(rf"(?:[老小][{data['owner.surname']['words']}](?=[盯把带去来每，,0-9]|$)|[老小]?[{data['owner.surname']['words']}](?:[\u4e00-\u9fff]{{1,2}}?(?={duty}|同志)(?:同志)?|(?={duty})))"),
        surnames=frozenset(data["owner.surname"]["words"]),
        strengths=strengths,
        edges=frozenset(data["owner.edges"]["words"].split()),
    )
