"""What looks like the name of a body and is none: a project, a verb with its object, the beginning of a clause."""

from __future__ import annotations

from typing import Final

from commitments.mentions.coordination import cuts
from commitments.mentions.owners import OwnerGrammar

_SHORT_NAME: Final = 8
_LONGEST_FIELD: Final = 6
"""A body may be called after its work (建设局, 投资促进中心); behind a verb more than this is the verb's object."""


def acted_on(text: str, start: int, stop: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether [start, stop) is measured, or people whom others see to (务工人员).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> acted_on("务工人员", 0, 4, 4, owner_grammar(load_rules())), acted_on("水利局", 0, 3, 3, owner_grammar(load_rules()))
    (True, False)
    """
    return grammar.no_subject.match(text, stop, end) is not None or (text[stop - 1] in "员工" and grammar.only_alike(text, start, stop))


def is_project(text: str, start: int, stop: int, end: int, grammar: OwnerGrammar, *, known: bool = True) -> bool:
    """Whether the name is a project, or what the clause builds, counts or sees to; `known`: where the grammar and not the model names it.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> is_project("养护中心年内建成", 0, 4, 8, grammar), is_project("养护中心负责改造", 0, 4, 8, grammar)
    (True, False)
    """
    shapes = grammar.shapes
    if text[start] not in "各每" and (shapes.counted_itself.ask(text, stop, end) or shapes.seen_to.ask(text, stop, end)):
        return True  # 合作社年底前新增30家, 网吧每月抽查两次: what is counted, or seen to
    if grammar.houses.only_thing(text, start, stop, end) or grammar.houses.idle_place(text, start, stop, end, known=known):
        return True  # 救助站的到达时间要缩短: no people
    if (work := grammar.project.begin(text, start, stop)) >= 0:
        return not start <= grammar.ending.begin(text, start, stop) < work  # 各标段: those who build it
    is_built = next((built for words, built in grammar.built if words.end(text, start, stop)), None)
    if is_built is None or grammar.shapes.in_charge.ask(text, stop, len(text)):
        return False  # 养护中心负责路面改造: who is in charge of works is none
    built = is_built.search(text, stop, end)
    return built is not None and text.find("把", stop, built.start()) < 0  # 信息中心要把窗口开起来: it acts


def is_object(text: str, start: int, stop: int, grammar: OwnerGrammar) -> bool:
    """Whether what looks like a name opens with a verb, whose object the rest is (启动建设36万吨污水处理厂, 推行政府).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> is_object("启动建设污水处理厂", 0, 9, grammar), is_object("污水处理厂", 0, 5, grammar)
    (True, False)
    """
    if grammar.shapes.gathers.ask(text, start, stop):
        return True
    if text[start : start + 2] in grammar.verbs and grammar.shapes.object_head.ask(text, start + 2, stop):
        return True
    if (verb := grammar.opens_with_verb.match(text, start, stop)) is None:
        return False
    parts = (left for left, _ in cuts(text, verb.end(), stop, grammar.shapes))  # 和 parts only people (包保干部和包保责任人)
    first = next(left for left in parts if left == stop or text[left] == "、" or _ends_name(text, start, left, grammar))
    if grammar.shapes.task_body.ask(text, start, first):
        return False
    return first - verb.end() > _LONGEST_FIELD or text[verb.end() : stop].endswith("政府") or text[verb.end()].isdigit()


def _ends_name(text: str, start: int, left: int, grammar: OwnerGrammar) -> bool:
    """Whether 和 at `left` parts names: behind a role, or a body that is called after its work (征收办和城西街道)."""
    return grammar.role.end(text, start, left) or grammar.shapes.task_body.ask(text, start, left) is not None


def opens_with_act(text: str, start: int, stop: int, grammar: OwnerGrammar) -> bool:
    """Whether an adverb and its verb, or a verb behind marks of emphasis, open what looks like a name (重点推进…公司, 严肃查处).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> grammar = owner_grammar(load_rules())
    >>> opens_with_act("重点推进物流公司", 0, 8, grammar), opens_with_act("重点项目办", 0, 5, grammar)
    (True, False)
    """
    manner = grammar.shapes.manner.ask(text, start, stop)
    return manner is not None and text[manner.end() : manner.end() + 2] in grammar.verbs


def opens_like_clause(text: str, start: int, stop: int, grammar: OwnerGrammar) -> bool:
    """Whether [start, stop) begins as a clause does and no name (构建县负主责…的体系), or is counted (八座站).

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> opens_like_clause("八座站", 0, 3, owner_grammar(load_rules())), opens_like_clause("水利站", 0, 3, owner_grammar(load_rules()))
    (True, False)
    """
    if grammar.shapes.gathers.ask(text, start, stop) or grammar.shapes.counted.ask(text, start, stop):
        return True
    verb = grammar.not_at_start.match(text, start, stop)
    opens = verb is not None and (stop - start > _SHORT_NAME or grammar.shapes.level.ask(text, verb.end(), stop) is not None)
    return opens or opens_with_act(text, start, stop, grammar)


def is_body(text: str, start: int, end: int, grammar: OwnerGrammar) -> bool:
    """Whether [start, end) is nothing but the name of a body.

    >>> from commitments.mentions.owner_rules import owner_grammar
    >>> from commitments.ruledata import load_rules
    >>> is_body("县水利局", 0, 4, owner_grammar(load_rules())), is_body("各部门", 0, 3, owner_grammar(load_rules()))
    (True, False)
    """
    if grammar.strength_of(grammar.name.ending(text, start, end)) != "strong":
        return False
    return not grammar.alike.end(text, start, end) and not is_object(text, start, end, grammar)
