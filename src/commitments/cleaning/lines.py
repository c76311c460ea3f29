"""Looks at a page line by line and says what each line is by itself, before its neighbours are asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Final, Literal

from commitments.cleaning.profiles import Site
from commitments.cleaning.rulebook import Hit, Rulebook, is_salutation
from commitments.kept import compiled
from commitments.ruledata import CompiledRule
from commitments.script import simplified_view

Kind = Literal["blank", "gap", "page", "tail", "label", "salutation", "heading", "prose", "wrapped", "plain"]

_MARKER: Final = compiled(
    r"(?:[一二三四五六七八九十]{1,3}[、.．,，]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[,，、部章条点个]|"
    r"[一二三四五六七八九十]{1,2}[是要]|[0-9０-９]{1,2}[、.．](?![0-9])|[(（][0-9０-９]{1,2}[)）]|[①-⑳]|首先[,，]|其次[,，])"
)
_FINAL: Final = compiled(r"[。！？!?；;：:….](?:[”’\"'）)》〉】\]]{0,3}|[(（][^()（）]{1,40}[)）])$")
_MARKS, _ENDS = frozenset("。！？!?；;：:…."), frozenset(["", "\n", *"”’\"'）)》〉】]"])
"""The same one character at a time: what ends a paragraph, and what may stand behind it."""
_MARKER_HEADS: Final = frozenset("一二三四五六七八九十(（第0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳首其")
_SENTENCE: Final = compiled(r"[。！？；;!?]")
_TRADITIONAL: Final = "們會這為說時"
_TWO_SENTENCES: Final = compiled(r"[。！？；;!?][^。！？；;!?]{0,400}[。！？；;!?]")
_CLAUSE: Final = compiled(r"[，,、]")
_WORD: Final = compiled(r"[\u3400-\u9fff]")
_NOISE: Final = compiled("[^\u3400-\u9fffA-Za-z]+")
_DUTY: Final = compiled("(?<![主重需])要|须(?!知)|必须|确保|抓|推进|落实|加强|突破|建设|建成|新增|完成")
"""Words of tasks; a closed sentence that holds one and hardly a word of pages is speech."""
_TOLD: Final = compiled(
    r"[0-9一二三四五六七八九十]{1,3}月(?:[0-9一二三四五六七八九十]{1,3}[日号])?(?:[底初末]|[上中下]旬)?(?:之?前|以前|[底初末]|[一-龥]{2}、)|"
    r"(?:年|月|季度?|周|汛|节|国庆|[春秋]收)[底末中初]?之?前|[0-9]{1,2}[.．][0-9]{1,2}\s?前|"
    r"每(?:[周月季年天日]|[镇村校户县乡组]|[一两]周)[^，。；：\n]{0,8}[0-9一二两三四五六七八九十几]|"
    r"[0-9]\s?[万亿]?(?:公里|千米|亩|公顷|[眼台所座栋户家处吨辆盏孔])(?!网)|"
    r"(?:^|[^\u3400-\u9fff]|[由请归让])[一-龥]{0,8}(?:局|委|办|办公室|镇|乡|街道|公司|[织宣]部|传部|档案馆|供销社|中心|政府)"
    r"(?:[0-9一二两三]|当[天日]|每|逐|再|都|各|要|统|牵头|负责|承办|配合|会同|抓|把|组织|完成|清|修|建)"
)
"""A date by which, how much of what or a body that acts: a task of the speech, whatever words of pages stand beside it."""
_LONG: Final = 24
_LONGEST_LABEL: Final = 20
_SHORTEST_SENTENCE: Final = 12
_PARAGRAPH, _LONGEST_NOTE = 40, 16
SHORTEST_WRAP: Final = 14
"""Characters in a wrapped line, at least; shorter lines of one length are lists of names or times."""
_CARD: Final = "line.account-card"
_READER: Final = "line.reader-says"
_UNSURE_TAILS: Final = frozenset(
    (_READER, "line.of-itself", "line.both-neighbours", "line.floor", "line.sent-from", "line.others-of", "line.reading-on")
)
"""What may stand in the middle of a speech as well: nothing below it is lost where tasks are told there."""
_NO_CUE = (sys.maxsize, "")
_PAGE_DENSITY: Final = 0.14
_PROSE_DENSITY: Final = 0.3
"""Shares of a line that are words of pages; a sentence may speak of members, downloads and log-ins."""


class Line:
    """A line of the page: [start, end) without its blanks, what it is, and the rule that says so.

    `marker` is the length of the outline marker it begins with; `link`: it is one.
    """

    __slots__ = ("end", "kind", "link", "marker", "rule", "start", "text")

    def __init__(self, start: int, end: int, text: str, kind: Kind, rule: str = "", marker: int = 0, link: bool = False) -> None:
        self.start: Final = start
        self.end: Final = end
        self.text: Final = text
        self.kind: Final[Kind] = kind
        self.rule: Final = rule
        self.marker: Final = marker
        self.link: Final = link

    def seen_as(self, kind: Kind, rule: str, *, link: bool = False) -> Line:
        """Return the line as what its neighbours show it to be."""
        return Line(self.start, self.end, self.text, kind, rule, self.marker, link or self.link)


def read_lines(text: str, book: Rulebook, site: Site | None, gaps: Sequence[Hit], links: Sequence[tuple[int, int]] = ()) -> list[Line]:
    """Split a page into lines and classify each.

    Args:
        text: the page, with invisible characters out.
        book: the compiled cleaning rules.
        site: the site's profile, where the page is of a known one.
        gaps: the gap notices found, in text order.
        links: stretches that are anchors of links, in text order.
    """
    sources = text.split("\n")
    stripped = [source.strip() for source in sources]
    width = _Widths([line for line in stripped if line])
    lines: list[Line] = []
    traditional = any(char in text for char in _TRADITIONAL)
    simple = _simplified(text, book) if traditional else text
    found = iter(book.lines.cued.cues_in(simple))
    cue = next(found, _NO_CUE)
    place = 0
    for source, line in zip(sources, stripped, strict=True):
        cues: list[str] = []
        while cue[0] <= place + len(source):
            cues.append(cue[1])
            cue = next(found, _NO_CUE)
        if line:
            start = place + source.find(line)
            view = simple[start : start + len(line)]
            kind, rule, marker = _classified(view, cues, book, site, width)
            lines.append(Line(start, start + len(line), line, kind, rule, marker))
        else:
            lines.append(Line(place, place, "", "blank"))
        place += len(source) + 1
    return _with_links(_with_gaps(_with_tails(_with_cards(lines)), gaps), links)


def _simplified(text: str, book: Rulebook) -> str:
    """Return a text in which rules find their words: all of it simplified where it is in traditional script, else the words of pages."""
    simple = simplified_view(text)
    return text.translate(book.simplified) if simple is text else simple


def is_complete(text: str) -> bool:
    """Tell whether a line ends as a paragraph does.

    >>> is_complete("抓紧落实。”"), is_complete("抓紧落")
    (True, False)
    """
    last = text[-1:]
    if last in _ENDS:
        return bool(_FINAL.search(text, max(0, len(text) - (44 if last in ")）" else 4))))
    return last in _MARKS


def marker_length(text: str) -> int:
    """Return the length of the outline marker that a line begins with; 0 without one."""
    match = _MARKER.match(text) if text[:1] in _MARKER_HEADS else None
    return match.end() if match else 0


def line_width(text: str) -> int:
    """Return how wide a line is printed, in half-width columns."""
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def _classified(text: str, cues: Sequence[str], book: Rulebook, site: Site | None, width: _Widths) -> tuple[Kind, str, int]:
    """Return what a line is by itself, the rule that says so, and the length of its outline marker."""
    if site is not None and (known := _by_profile(text, site)) is not None:
        return known[0], known[1], 0
    marker = marker_length(text)
    length = len(text)
    if length <= _LONGEST_LABEL and not marker and _NOISE.sub("", text) in book.labels:
        rule = book.lines.find(text, cues, prose=False, marked=False)
        ends = rule is not None and rule.rule.params.get("tail")  # 网友评论: a label, with no more speech below it
        return ("tail", rule.id, 0) if rule is not None and ends else ("page", "word.label", 0)
    chinese = bool(marker) and not text[marker > 1 and text[0] in "(（"].isdigit()
    prose = length > 60 and bool(_TWO_SENTENCES.search(text))
    if length <= 1500 and not (chinese and prose):  # 1. 本站…: the terms of a shop are numbered as well
        rule = book.lines.find(text, cues, prose=prose, marked=chinese)
        if rule is not None and not _is_sentence(text, rule, book) and not _is_watermarked(text, cues, rule, book):
            return "label" if rule.rule.params.get("label") else "tail" if rule.rule.params.get("tail") else "page", rule.id, 0
    if prose and (length > 120 or is_complete(text)):
        return "prose", "", marker
    if length <= 60 and is_salutation(text, book):
        return "salutation", "", 0
    if marker and length <= 60 and not _SENTENCE.search(text):
        return "heading", "", marker
    kind: Kind = "plain"
    closed = is_complete(text) and (length >= _LONG or text[-1] not in ":：") and bool(_WORD.search(text))
    if closed or (length >= _LONG * 2 and len(_CLAUSE.findall(text)) + len(_SENTENCE.findall(text)) >= 2):
        kind = "prose"
    elif width.is_full(text):
        kind = "wrapped"
    if not marker and kind != "wrapped" and cues and page_share(text, book) > (_PROSE_DENSITY if kind == "prose" else _PAGE_DENSITY):
        return "page", "word.page", 0
    return kind, "", marker


def _is_sentence(text: str, rule: CompiledRule, book: Rulebook) -> bool:
    """Tell whether a line is a sentence that merely uses a word of pages; a prompt uses several, or has no clauses."""
    if rule.rule.params.get("unsure") and _TOLD.search(text):
        return True
    if text[-1] not in "。；;":
        return False
    if rule.rule.params.get("long"):  # a line on rights or its printing; that of an editor may speak of tasks
        return bool(rule.rule.params.get("duty") and _DUTY.search(text)) and len(set(book.page_words.findall(text))) < 2
    if _DUTY.search(text):
        return page_share(text, book) <= _PROSE_DENSITY
    if rule.rule.params.get("tail") or not _CLAUSE.search(text):
        return False
    return len(set(book.page_words.findall(text))) < 2


def _is_watermarked(text: str, cues: Sequence[str], rule: CompiledRule, book: Rulebook) -> bool:
    """Tell whether a line is page only for a watermark that stands in a sentence of the speech."""
    bare, done = "", 0
    if len(text) < 2 * _SHORTEST_SENTENCE or rule.rule.params.get("whole"):
        return False
    for hit in book.inline.find(text):
        bare += text[done : hit.start]
        done = hit.end
    bare = (bare + text[done:]).strip()
    if done and len(bare) >= _SHORTEST_SENTENCE and marker_length(bare) and not bare[0].isdigit():
        return book.lines.find(bare, cues, prose=False, marked=True) is None
    if not done:
        return length_of_note(text, book) <= _LONGEST_NOTE and is_complete(text) and len(text) >= _PARAGRAPH
    shortest = _PARAGRAPH if rule.rule.params.get("long") else _SHORTEST_SENTENCE
    if len(bare) < shortest or not is_complete(bare) or not _CLAUSE.search(bare):
        return False
    return book.lines.find(bare, cues, prose=False) is None


def length_of_note(text: str, book: Rulebook) -> int:
    """Return from where to where words of pages stand in a line, as a length; that of the line where they stand at its edges.

    Words side by side are one note in the sentence around them, and say nothing of it; in what a site says of itself they are scattered.
    """
    words = [match.span() for match in book.page_words.finditer(text)]
    if words and words[0][0] >= _SHORTEST_SENTENCE and words[-1][1] <= len(text) - _SHORTEST_SENTENCE:
        return words[-1][1] - words[0][0]
    return len(text)


def _by_profile(text: str, site: Site) -> tuple[Kind, str] | None:
    if site.lines is None or not site.lines.fullmatch(text):
        return None
    if site.end is not None and site.end.fullmatch(text):
        return "tail", f"site.{site.id}.end"
    if site.contents is not None and site.contents.fullmatch(text):
        return "label", f"site.{site.id}.contents"
    for pattern, part in ((site.cut, "cut"), (site.times, "time")):
        if pattern is not None and pattern.fullmatch(text):
            return "page", f"site.{site.id}.{part}"
    return None


def page_share(text: str, book: Rulebook) -> float:
    """Return how much of a line is made of words of pages; one such word alone is no evidence in a sentence."""
    found = book.page_words.findall(text[:400])
    if len(set(found)) < 2:
        return 0.0
    return sum(map(len, found)) / min(len(text), 400)


def _with_cards(lines: list[Line]) -> list[Line]:
    """Mark the name and the motto of an account, which stand right above how much it has written."""
    for index, line in enumerate(lines):
        if line.rule == _CARD:
            for above in range(index - 1, max(-1, index - 3), -1):
                if lines[above].kind != "plain":
                    break
                lines[above] = lines[above].seen_as("page", _CARD)
    return lines


def _with_tails(lines: list[Line]) -> list[Line]:
    """Leave the end of the page to lines that have a second fact: nothing but the page's lines and talk below them.

    What a reader says is the page's only beside another line of the page; a speaker reads out a letter.
    """
    told, below = False, None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.kind == "tail" and line.rule in _UNSURE_TAILS:
            above = next((other for other in reversed(lines[max(0, index - 2) : index]) if other.kind != "blank"), None)
            beside = any(other is not None and other.kind in {"page", "tail", "label"} for other in (above, below))
            if line.rule == _READER and (told or (above is not None and not beside)):
                lines[index] = line.seen_as("prose" if is_complete(line.text) else "plain", "")
            elif told:
                lines[index] = line.seen_as("page", line.rule)
        told = told or (line.kind not in {"blank", "page", "tail", "label"} and bool(_TOLD.search(line.text)))
        below = line if line.kind != "blank" else below
    return lines


def _with_gaps(lines: list[Line], gaps: Sequence[Hit]) -> list[Line]:
    """Mark the lines that are nothing but a gap notice."""
    index = 0
    for gap in gaps:
        while index < len(lines) and lines[index].end < gap.end and lines[index].end <= gap.start:
            index += 1
        if index == len(lines):
            break
        line = lines[index]
        if line.kind != "blank" and gap.start <= line.start and gap.end >= line.end:
            lines[index] = line.seen_as("gap", gap.rule.id)
        elif line.kind in {"page", "tail", "label"} and gap.start >= line.start and gap.start - line.start >= _LONG:
            lines[index] = line.seen_as("prose", "")
    return lines


def _with_links(lines: list[Line], links: Sequence[tuple[int, int]]) -> list[Line]:
    """Mark the lines that consist of links; a sentence or a heading that is one link stays what it is."""
    covered: dict[int, int] = {}
    index = 0
    for start, end in links:
        while index < len(lines) and lines[index].end <= start:
            index += 1
        if index < len(lines):
            covered[index] = covered.get(index, 0) + min(end, lines[index].end) - max(start, lines[index].start)
    for index, length in covered.items():
        line = lines[index]
        if length >= 0.7 * (line.end - line.start) and line.kind in {"plain", "heading"}:
            lines[index] = line.seen_as("page", "html.links", link=True)
    return lines


def wrap_width(open_lines: Sequence[str], running: Sequence[str], measure: Callable[[str], int], tolerance: int) -> tuple[int, float]:
    """Return the width at which lines are hard-wrapped, and the share of them near it; (0, 0) where they are not.

    >>> headings = ["一、盯住进度，让项目跑起来", "二、盯住要素，让企业定下心", "三、盯住作风，让干部动起来"]
    >>> wrap_width(headings, [heading + "，" + heading + "。" for heading in headings], len, 2)
    (0, 0.0)

    Args:
        open_lines: the lines that may be wrapped (see `open_ended`).
        running: all lines of running text (see `running_text`); where most are wider, the narrow ones are headings.
        measure: how wide a line is, in characters or columns.
        tolerance: how far below the width a wrapped line may fall, for marks that must not begin a line.
    """
    total = len(running)
    if len(open_lines) < 3 or len(open_lines) < 0.25 * total:
        return 0, 0.0
    counts: dict[int, int] = {}
    for width in map(measure, open_lines):
        counts[width] = counts.get(width, 0) + 1
    near = {width: sum([counts.get(width - step, 0) for step in range(tolerance)]) for width in counts}
    best = max(near, key=lambda width: (near[width], width))
    if near[best] < 3 or near[best] < 0.25 * total or best < SHORTEST_WRAP * tolerance // 2:
        return 0, 0.0
    if sum(measure(line) > best + tolerance for line in running) >= near[best]:
        return 0, 0.0
    return best, near[best] / len(open_lines)


def open_ended(lines: Sequence[str]) -> list[str]:
    """Return the lines that could be wrapped: neither very short nor very long, and not at the end of a sentence."""
    return [line for line in lines if 10 <= len(line) <= 80 and not is_complete(line)]


def running_text(lines: Sequence[str]) -> list[str]:
    """Return the lines that are long enough to be wrapped."""
    return [line for line in lines if len(line) >= SHORTEST_WRAP]


class _Widths:
    """Whether a page is hard-wrapped, and at which width."""

    def __init__(self, lines: Sequence[str]) -> None:
        candidates = list(dict.fromkeys(open_ended(lines)))  # a title printed three times is no wrap
        running = running_text(lines)
        self.columns, by_columns = wrap_width(candidates, running, line_width, 4)
        self.characters, by_characters = wrap_width(candidates, running, len, 2)
        if by_characters > by_columns:
            self.columns = 0
        else:
            self.characters = 0

    def is_full(self, text: str) -> bool:
        """Tell whether a line is as wide as a wrapped line."""
        if self.characters:
            return self.characters - 4 <= len(text) <= self.characters + 2
        return bool(self.columns) and self.columns - 7 <= line_width(text) <= self.columns + 3
