"""The outline items of a speech: who is in charge of each, from its heading or from what its sentences say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from commitments.bare_headings import LABEL, answers
from commitments.clauses import Block, Sentence, past_bullet
from commitments.kept import compiled
from commitments.mentions.acting import who_acts
from commitments.mentions.brackets import in_brackets
from commitments.mentions.coordination import spans
from commitments.mentions.lookalikes import is_body
from commitments.mentions.owners import OwnerGrammar
from commitments.outline import RUN_IN
from commitments.subjects import is_above
from commitments.types import Heading, OwnerMention

_CALLS: Final = compiled("[：:]|[—―－-]{1,2}")
_DASH: Final = compiled("[—―－-]{1,2}")
_OPENS: Final = "(（[【"
_CLOSES: Final = ")）]】"
_FIRST: Final = compiled(r"(?<![十0-9０-９])[一1１①⑴](?![十0-9０-９])|首")
"""The number of a heading with which a list begins."""
_LONGEST_NAME: Final = 16
"""Characters of a heading that is nothing but the name of a body."""

Owners = tuple[OwnerMention, ...]
_List = tuple[tuple[int, ...], int, Owners, Owners]
"""The headings around the items of a list, their level, whose they are and who helps."""
UNKNOWN: Final = -2
"""Where the last bracket of a paragraph begins has not been asked yet."""


class Item:
    """An outline item: the lead body, the subject last in force, and where the last bracket stood.

    Attributes:
        lead: the body that leads it.
        current: the subject last in force.
        collective: whether everybody is.
        targets: whether a list of targets has been opened in it.
        directed: whether a task has been given in it, so that a bare predicate later on is one too.
        bracket: how many rows stood before the last bracket.
        bracketed: how many stood before those that the last bracket is about.
        closed: where the last bracket ends, or -1.
        opens: where the first of the brackets begins that follow each other up to there.
        numbered: whether its number stands at the head of its first paragraph ((二)清淤。6月底前…).
        titled: whether the paragraph is only its heading, as a sentence.
        line: where its paragraph begins.
        headed: the body that its heading names, or one around it, or a first sentence that only says who leads.
        opened: whether its first paragraph lies behind it.
        before: who was in charge before the first number of each list in a line (1.…；2.…), to whom each number goes back.
        reports: whether it stands in a government's report: a body named in it answers for its own sentence only.
        spoken: who has been named in it, in the order of the text.
        answered: where the last bracket of the paragraph begins that says who answers for what stands before it, -1 if there is none,
            or `UNKNOWN`.
        reached: the paragraph that has been come to last; `line` is still an earlier one while anything is waiting.
        waiting: the paragraphs that were come to and the sentences passed over since, of which nobody has asked who is put in charge.
    """

    __slots__ = (
        "answered", "before", "bracket", "bracketed", "closed", "collective", "current", "current_partners", "directed", "headed",
        "headed_partners", "lead", "lead_partners", "led_by_talk", "line", "numbered", "opened", "opens", "reached", "reports", "spoken",
        "targets", "titled", "waiting",
    )  # fmt: skip

    def __init__(self, named: Owners, lasts: bool, titled: bool, bracket: int, *, reports: bool = False) -> None:
        self.reports = reports
        self.lead = self.current = named
        self.headed: Owners = named if lasts else ()
        self.lead_partners: Owners = ()
        self.current_partners: Owners = ()
        self.headed_partners: Owners = ()
        self.spoken: Owners = ()
        self.before: dict[str, tuple[Owners, Owners, Owners, Owners]] = {}
        self.collective = self.targets = self.directed = self.opened = self.led_by_talk = self.numbered = False
        self.titled = titled
        self.bracket = self.bracketed = bracket
        self.closed = self.opens = self.line = self.answered = self.reached = -1
        self.waiting: list[tuple[int, Sentence | None]] = []

    def enter(self, line: int) -> None:
        """Begin a new paragraph: who was in charge in the one before is so no longer, a body named by the heading still is."""
        if line != self.line:
            if self.line >= 0 and not self.titled:
                self.lead, self.lead_partners = self.headed, self.headed_partners
                self.current, self.current_partners = self.headed, self.headed_partners
                self.collective = False
                self.before = {}
                self.opened = True
            self.titled = self.titled and self.line < 0
            self.line = line

    def open_numbered(self, number: re.Match[str]) -> str:
        """Go back to who was in charge before the first number of its list; return by what it is told from others (1. is no (1)).

        A list that begins anew has its own (…；3.…。住建局要抓紧：1.…).
        """
        mark = number.group()[-1]
        manner = "" if mark.isnumeric() else mark
        if number["first"] is not None or manner not in self.before:
            self.before[manner] = (self.lead, self.lead_partners, self.current, self.current_partners)
        self.lead, self.lead_partners, self.current, self.current_partners = self.before[manner]
        return manner


Glance = Callable[[Sentence, Item], None]
"""Takes from a sentence that can hold no row who is put in charge of an item."""


class Items:
    """The outline items of one speech, with who is in charge of each."""

    __slots__ = ("_glance", "_known", "_last", "_line", "_list", "_named", "_path", "_told", "grammar", "reports", "text")

    def __init__(self, text: str, grammar: OwnerGrammar, glance: Glance, *, reports: bool = False) -> None:
        self.text = text
        self._glance = glance
        self.reports = reports
        self.grammar = grammar
        self._known: dict[int, Item] = {}
        self._named: dict[int, Owners] = {}
        self._last: Item | None = None
        self._line = -1
        self._path: tuple[int, ...] = ()
        """Where the headings begin that stand around the line that was looked at last."""
        self._list: _List | None = None
        """The items below a line that hands a list to somebody."""
        self._told = False
        """Whether the line that was looked at last only says who answers for what stands above it."""

    def at(self, block: Block, span: tuple[int, int], made: int) -> Item:
        """Return the item of a block's line, before which `made` rows stand; it starts from the body that a heading around it names."""
        line, end = span
        if line != self._line:
            self._line, self._told = line, answers(self.text, line, end, self.grammar)
        if self._last is not None and self._told:
            return self._last  # 责任单位：水利局 on a line of its own
        # A first sentence that heads its paragraph without a number (先点住建局。) is silent about who acts in the next one.
        path = [heading for heading in block.path if heading.rule != RUN_IN or heading.start >= line]
        key = path[-1].start if path else -line - 1
        if key not in self._known:
            found = (self._in_charge(heading, line) for heading in reversed(path))
            named, lasts = next(((owners, lasts) for owners, lasts in found if owners), ((), False))
            helpers: Owners = ()
            listed = self._listed(path) if path and not self.reports else ((), ())
            if not named and listed[0]:
                named, helpers, lasts = *listed, True
            titled = (lasts or not named) and self._is_title(path, line)
            self._known[key] = Item(named, lasts, titled, made, reports=self.reports)
            self._known[key].lead_partners = self._known[key].current_partners = self._known[key].headed_partners = helpers
            self._known[key].numbered = bool(path) and path[-1].rule != RUN_IN and path[-1].start + len(path[-1].marker) >= line
        item = self._known[key]
        if line != item.reached:
            item.reached, item.answered = line, UNKNOWN
            if item.waiting:
                item.waiting.append((line, None))
            else:
                item.enter(line)
        self._last, self._path = item, tuple(heading.start for heading in path)
        return item

    def settle(self, item: Item) -> None:
        """Take from what was passed over in an item who is put in charge; most is never asked for, so it is done when it is."""
        waiting, item.waiting = item.waiting, []
        for line, sentence in waiting:
            if sentence is None:
                item.enter(line)
            else:
                self._glance(sentence, item)

    def answered(self, item: Item, span: tuple[int, int]) -> int:
        """Return where the last bracket of an item's paragraph begins that says who answers for what stands before it, or -1."""
        if item.answered == UNKNOWN:
            found = in_brackets(self.text, span[0], self._below(span[1]), self.grammar)
            item.answered = max((start for start, _, names, _ in found if names and self._marked(start)), default=-1)
        return item.answered

    def _listed(self, path: Sequence[Heading]) -> tuple[Owners, Owners]:
        """Return whose an item is by the line above its list (水利局要抓好以下工程：), and who helps; its siblings are so too."""
        around, level = tuple(heading.start for heading in path[:-1]), path[-1].level
        last, stop = self._last, path[-1].start - 1
        while stop > 0 and self.text[stop].isspace():
            stop -= 1
        begins = _FIRST.search(path[-1].marker) is not None
        if last is not None and last.reached < stop and self.text[stop] in ":：" and (begins or around == self._path):
            self._list = self._handed(last, stop, around, level)
        elif begins:
            self._list = None  # a list that begins anew has nobody's line above it
        if self._list is None or self._list[:2] != (around, level):
            return (), ()
        return self._list[2:]

    def _handed(self, last: Item, stop: int, around: tuple[int, ...], level: int) -> _List | None:
        """Return whose the list is below the line that ends at `stop`, where that line hands it to somebody."""
        self.settle(last)
        owners, begins = last.current or last.lead, self.text.rfind("\n", 0, stop) + 1
        if (names := self._called(begins, stop + 1)) and names[0].text[0] != "各":
            return around, level, names, ()  # 水利局： on a line of its own
        start = max(last.line, *(self.text.rfind(mark, begins, stop) + 1 for mark in "\n。！!；;"))
        told = bool(owners) and owners[0].start_char >= max(start, begins) and not last.collective and not is_above(owners)
        hands = told and self.grammar.subjects.lists_below.ask(self.text, owners[-1].end_char, stop)
        return (around, level, owners, last.current_partners) if hands else None

    def _below(self, end: int) -> int:
        """Return where the line below a paragraph ends that says who answers for it, or where the paragraph ends."""
        start = self.text.find("\n", end - 1) + 1
        stop = self.text.find("\n", start)
        stop = len(self.text) if stop < 0 else stop
        return stop if 0 < start <= end + 1 and answers(self.text, start, stop, self.grammar) else end

    def _marked(self, start: int) -> bool:
        """Whether a bracket or a label opens at `start`, unlike a sentence, before which a speaker says more than tasks."""
        return self.text[start] in _OPENS or LABEL.match(self.text, start) is not None

    def _is_title(self, path: Sequence[Heading], line: int) -> bool:
        """Whether the paragraph at `line` is only the heading of its item, which is a sentence (条款对标,由质控办牵头。)."""
        end = path[-1].end if path else line
        return line < end and "\n" in self.text[end : end + 2]

    def _in_charge(self, heading: Heading, line: int) -> tuple[Owners, bool]:
        """Return the body that a heading names, or that leads all below it in the paragraph at `line`; and whether it is so beyond that."""
        around = self._known.get(heading.start)
        if around is not None and around.waiting:
            self.settle(around)
        if around is not None and around.headed:
            return around.headed, True
        if around is not None and around.lead and "\n" not in self.text[max(heading.start, around.line) : line]:
            only_talk = around.led_by_talk and heading.start < around.line  # 省委赋予我市…: spoken of, not told to act
            return () if only_talk else around.lead, False  # (一)医务处牵头…。一是重新核定…: an item that opens within the paragraph
        if heading.start not in self._named:
            self._named[heading.start] = self._named_by(heading)
        return self._named[heading.start], True

    def _named_by(self, heading: Heading) -> Owners:
        """Return the body that the words of a heading name or put in charge; asked once of each heading."""
        start = past_bullet(self.text, heading.start + len(heading.marker), heading.end)
        line = self.text.find("\n", heading.start)
        bracket = self._closing_bracket(heading, line if line >= 0 else len(self.text))
        if bracket:
            return bracket
        if given := self._given(start, heading.end):
            return given
        asks = self.grammar.shapes.manner.ask(self.text, start, heading.end) is not None  # 积极培育大集团
        if not asks and len(heading.title) <= _LONGEST_NAME and self._is_name(start, heading.end):
            return tuple(self.grammar.split(self.text, start, heading.end))
        return self._called(start, heading.end) or self._takes_charge(start, heading.end)

    def _is_name(self, start: int, end: int) -> bool:
        """Whether a heading is nothing but the name of a body, of each of a class (各接种点), or of a place or service that has people."""
        text, grammar = self.text, self.grammar
        if is_body(text, start, end, grammar):
            return True
        names = grammar.named(text, start, end)
        if len(names) != 1 or names[0].collective or names[0].text != text[start:end]:
            return False
        if text[start] != "各" and grammar.houses.counted.ask(text, end, len(text)):
            return False  # 供水站⏎年内新建12座
        return grammar.shapes.heads_item.ask(text, start, end) is not None

    def _called(self, start: int, end: int) -> Owners:
        """Return the bodies whose names fill a heading up to its colon or dash (教育局、各中心校：管好校园)."""
        mark = _CALLS.search(self.text, start, end)
        if mark is None:
            return ()
        parts = [self.grammar.named(self.text, left, right) for left, right in spans(self.text, start, mark.start(), self.grammar.shapes)]
        named = bool(parts) and all(parts) and not any(name.collective for names in parts for name in names)
        first = parts[0][0] if named else None
        if first is None or not (first.text[0] == "各" or self.grammar.body_before(self.text, first.start_char, first.end_char)):
            return ()
        return tuple(name for names in parts for name in names)

    def _closing_bracket(self, heading: Heading, line: int) -> Owners:
        """Return who answers for what stands below a heading by the bracket that closes its line ((一)稳粮食(责任单位:农业局))."""
        if self.text[line - 1] not in _CLOSES:
            return ()
        for start, end, owners, _ in in_brackets(self.text, heading.start, line, self.grammar):
            if end == line and not any(mark in self.text[heading.start : start - 1] for mark in "。;；!！"):
                return tuple(name for name in owners if not name.collective)
        return ()

    def _takes_charge(self, start: int, end: int) -> Owners:
        """Return the body of which a heading says that it leads (食堂——后勤中心盯到底)."""
        charged = self.grammar.subjects.takes_charge.ask(self.text, start, end)
        names = who_acts(self.text, start, end, self.grammar)
        told = bool(names) and self.grammar.subjects.told.ask(self.text, names[-1].end_char, end) is not None
        if told and all(name.strength == "strong" for name in names):
            return tuple(names)  # 水务局要把管网补起来
        if charged is None:
            return ()
        dash = _DASH.search(self.text, start, charged.start())
        by = dash.end() if dash else start + self.text.startswith(("由", "归"), start)
        return tuple(name for name in self.grammar.named(self.text, by, charged.start()) if not name.collective)

    def _given(self, start: int, end: int) -> Owners:
        """Return the body to which a heading hands all below it (管网这一仗，交给公用事业局)."""
        hands = self.grammar.subjects.heading_hands.ask(self.text, start, end)
        if hands is None or hands["shared"]:
            return ()  # 堤防由水利局牵头，桥梁由交通局牵头: each has its own
        names = self.grammar.named(self.text, *hands.span("given" if hands["given"] else "leads"))
        return tuple(name for name in names if not name.collective)
