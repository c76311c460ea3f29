"""What the owner model learns from: questions with their answers, from the corpus and from real texts, and their masked copies."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from commitments.clauses import blocks, clauses
from commitments.clean import clean_page
from commitments.cues import cue_lexicon
from commitments.errors import Error
from commitments.evaluation.corpus import read_corpus
from commitments.evaluation.predicting import clean_speech
from commitments.frame import Frame
from commitments.frames import FrameReader
from commitments.link_shapes import link_shapes
from commitments.mentions.deadlines import find_deadlines
from commitments.mentions.owner_rules import owner_grammar
from commitments.ner import LONGEST_SUBJECT, Question, question_about
from commitments.outline import read_outline
from commitments.reading import read_page
from commitments.ruledata import load_rules
from commitments.scoring import plain
from commitments.script import simplified_view
from commitments.types import CleanSpeech, OwnerMention, Span

ROOT = Path(__file__).resolve().parents[1]
COPIES, THINGS = 3, 1
"""Masked copies of each example with a name (three times as many where gold says so), and copies with a thing in its place."""
_JOINT = re.compile("[、和与及]")


@dataclass(frozen=True)
class Example:
    """A question with its answer, and where it is from: gold, silver, mask, or nothing (a negative)."""

    question: Question
    spans: tuple[Span, ...]
    origin: str
    known: bool = False
    """Whether the grammar knows the names, so that the model would not be asked."""

    @property
    def tags(self) -> list[str]:
        """The right tag of each character."""
        marks = ["O"] * (self.question.stop - self.question.start)
        for start, stop in self.spans:
            for place in range(start, stop):
                marks[place - self.question.start] = "B" if place == start else "I"
        return marks

    @property
    def words(self) -> str:
        """The stretch that is asked about."""
        return self.question.text[self.question.start : self.question.stop]


class Reader:
    """Reads every clause of a speech and notes what the grammar knows and what the model would be asked."""

    def __init__(self) -> None:
        self.rules = load_rules(examples=False)
        self.grammar = owner_grammar(self.rules)

    def examples(self, speech: CleanSpeech) -> Iterator[tuple[Question, tuple[Span, ...] | None, Span]]:
        """Yield (question, the grammar's names or None where it knows none, the sentence)."""
        text = simplified_view(speech.text)
        cues = cue_lexicon(self.rules).scan(text)
        asked: list[Question] = []
        reader = FrameReader(text, self.grammar, link_shapes(self.rules), partial(_note, asked))
        for block in blocks(text, read_outline(speech, self.rules)):
            for sentence in block.sentences:
                dates = find_deadlines(text, sentence.start, sentence.end, None, periods={}, rules=self.rules, vague=False)
                for clause in clauses(text, sentence):
                    own = tuple(date for date in dates if clause.start <= date.start_char < clause.end)
                    asked.clear()
                    frame = reader.read(clause, cues.within(clause.start, clause.end), own, ())
                    span = (sentence.start, sentence.end)
                    yield from ((question, None, span) for question in asked)
                    known = self._known(reader, frame)
                    if known is not None:
                        yield known, tuple((name.start_char, name.end_char) for name in frame.owners), span

    def _known(self, reader: FrameReader, frame: Frame) -> Question | None:
        """Return the question that would have been asked, had the grammar not known the owners of a frame."""
        if not frame.owners:
            return None
        first, last = frame.owners[0].start_char, frame.owners[-1].end_char
        if reader.text[first - 1 : first] == "由":
            found = _question(frame, reader.text, first - 1)
            return found if found is not None and last <= found.stop else None
        found = _question(frame, reader.text, first)
        return found if found is not None and found.stop == last else None


def _question(frame: Frame, text: str, start: int) -> Question | None:
    return question_about(text, (start, frame.clause.end), frame.cues, frame.deadlines)


def _note(asked: list[Question], question: Question) -> list[OwnerMention]:
    if question.plausible:
        asked.append(question)
    return []


def from_corpus(reader: Reader, split: str) -> list[Example]:
    """Return the questions of a split of the corpus with the answers of its gold."""
    found = []
    for speech in read_corpus(ROOT / "corpus").of(split).speeches:
        assert speech.clean is not None
        written, text = speech.clean, simplified_view(speech.clean)
        rows = [(written.find(row["evidence"]), row) for row in speech.gold.rows()]
        for question, known, (start, end) in reader.examples(clean_speech(speech.clean)):
            here = [row for place, row in rows if place < end and start < place + len(row["evidence"])]
            names = {text[place : place + len(name)] for row in here for name, place in _places(written, row)}
            spans = answer(question, names)
            if here and (spans or known is None):
                found.append(Example(question, spans, "gold", known is not None))
            elif known is not None:
                found.append(Example(question, known, "silver", True))
            else:
                found.append(Example(question, (), "nothing"))
    return found


def _places(text: str, row: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield the owners of a row, each with a place where it is written: the script of the page may not be that of the text read."""
    for name in (*row["owner"], *row["co_owners"]):
        place = text.find(name)
        if place >= 0:
            yield name, place


def answer(question: Question, names: Iterable[str]) -> tuple[Span, ...]:
    """Return where a stretch is a coordination of the names, or behind 由 opens with one; else ()."""
    known = sorted(map(plain, names), key=len, reverse=True)
    text, place, spans = question.text, question.start, []
    while place < question.stop:
        name = next((name for name in known if name and text.startswith(name, place) and place + len(name) <= question.stop), None)
        if name is None:
            break
        spans.append((place, place + len(name)))
        place += len(name)
        if place < question.stop and _JOINT.match(text, place):
            place += 1
    complete = place >= question.stop or question.cue == "由" or text[place : question.stop] in ("也", "还", "都", "就", "同时")
    return tuple(spans) if spans and complete else ()


def from_archive(reader: Reader, folder: Path) -> list[Example]:
    """Return the grammar's owners in a folder of real texts, and what the program would ask about there."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".md", ".txt") or path.stem.upper() == "README":
            continue
        try:
            speech = clean_page(read_page(path), reader.rules)
        except Error as error:
            print(error, file=sys.stderr)
            continue
        for question, known, _ in reader.examples(speech):
            found.append(Example(question, known or (), "silver" if known else "nothing", bool(known)))
    return found


class Masks:
    """Makes names that the grammar has not seen, out of the words of jieba's dictionary."""

    _BODY = re.compile("[处科室联协会站所院队组厂段库场社店馆校台馆办局委部中心团厅司署]$")
    _PERSON = re.compile("(?:员|师|长|者|商|手|工|户|方|官|主|生|顾问|专员|干事|监督员|代表|秘书|经理|主管|总监|总工|骨干)$")
    _THING = re.compile("[场期店馆桥路楼池管网线段点墓园库港坝渠井仓房棚站厂城街区车机器厅塔]$")
    _LEVELS = ("", "", "", "市", "县", "区", "省", "镇", "乡", "州", "我市", "全县", "各", "各", "每个")

    def __init__(self, seed: int) -> None:
        import jieba

        with jieba.get_dict_file() as lines:
            words = [line.decode("utf-8").split() for line in lines]
        chinese = [(word, tag) for word, count, tag in words if re.fullmatch("[\u4e00-\u9fff]{2,8}", word) and int(count) >= 3]
        self.bodies = [word for word, tag in chinese if tag == "nt" and self._BODY.search(word)]
        self.persons = [word for word, tag in chinese if tag in ("n", "nz") and self._PERSON.search(word) and len(word) > 2]
        self.fields = [word for word, tag in chinese if tag in ("n", "vn") and len(word) == 2]
        self.places = [word for word, tag in chinese if tag == "ns" and len(word) <= 3]
        self.things = [word for word, tag in chinese if tag in ("n", "nz", "ns", "vn") and self._THING.search(word)]
        self.matters = [
            word for word, tag in chinese if tag in ("n", "vn") and not self._THING.search(word) and not self._PERSON.search(word)
        ]
        self.random = random.Random(seed)

    def name(self) -> str:
        """Return a made-up body, office, person or place."""
        draw, pick = self.random.random(), self.random.choice
        if draw < 0.25:
            return pick(self.bodies)
        if draw < 0.45:
            return pick(("", "", "各", "每名", "驻村")) + pick(self.persons)
        if draw < 0.6:
            return pick(self.places) + pick(("", "镇", "村", "乡", "街道", "片区", "基地", "码头", "矿区"))
        ending = (
            pick("处科室联协会站所院队组厂段社馆校办局委部团署")
            if self.random.random() < 0.8
            else pick(("中心", "机关", "专班", "物业", "热力", "口岸"))
        )
        return pick(self._LEVELS) + pick(self.fields) + (pick(self.fields) if self.random.random() < 0.3 else "") + ending

    def thing(self) -> str:
        """Return a made-up place, building or matter."""
        pick = self.random.choice
        sides = pick("南北东西老新城") + pick("郊城区街关")
        before = pick(("", "", pick(self.places), pick(self.fields), "新建", "在建", "全" + pick("市县区镇"), sides))
        return (
            before + pick(self.things if self.random.random() < 0.7 else self.matters) + pick(("", "", "", "工程", "项目", "一期", "现场"))
        )

    def with_thing(self, example: Example) -> Example:
        """Return a copy in which a thing stands where the names were, and the answer is none."""
        question = example.question
        stretch = self.thing()
        text = stretch + question.text[question.stop : question.end]
        behind = question.behind + len(stretch) - question.stop
        return Example(Question(text, 0, len(stretch), question.cue, behind, len(text)), (), "mask")

    def masked(self, example: Example) -> Example:
        """Return a copy in which each name is another one; all else, the cue too, stays."""
        question = example.question
        pieces, spans, place, length = [], [], question.start, 0
        for start, stop in example.spans:
            between = question.text[place:start]
            name = self.name()
            pieces += [between, name]
            length += len(between)
            spans.append((length, length + len(name)))
            length += len(name)
            place = stop
        pieces.append(question.text[place : question.stop])
        stretch = "".join(pieces)
        text = stretch + question.text[question.stop : question.end]
        shift = len(stretch) - question.stop
        masked = Question(text, 0, len(stretch), question.cue, question.behind + shift, len(text))
        if masked.cue == "由" and len(stretch) > LONGEST_SUBJECT:
            masked = replace(masked, stop=LONGEST_SUBJECT, behind=LONGEST_SUBJECT)
        return Example(masked, tuple(span for span in spans if span[1] <= masked.stop), "mask")


def training_set(material: Sequence[Example], masks: Masks) -> list[Example]:
    """Return the examples without repetitions (a slogan stands in a hundred reports), each name with its masked copies."""
    seen: set[tuple[str, str, str]] = set()
    found: list[Example] = []
    for example in material:
        question = example.question
        key = (example.words, question.cue, question.text[question.behind : question.behind + 2])
        if key in seen or not question.plausible:
            continue
        seen.add(key)
        found.append(example)
        if example.spans:
            copies = (masks.masked(example) for _ in range(COPIES * (3 if example.origin == "gold" else 1)))
            found += [copy for copy in copies if copy.question.plausible and copy.spans]
            if question.cue != "由":
                found += [copy for copy in (masks.with_thing(example) for _ in range(THINGS)) if copy.question.plausible]
    return found
