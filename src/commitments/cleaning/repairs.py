"""Repairs of the text itself that need no knowledge of the page: what cannot be seen, tags, entities, noise, blanks."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from commitments.cleaning.foreign import joints_of
from commitments.cleaning.linenoise import line_noise
from commitments.cleaning.mail import unquoted
from commitments.cleaning.partedaddress import parted_addresses
from commitments.cleaning.rulebook import Rulebook
from commitments.cleaning.splinters import join_splinters
from commitments.editing import Draft, Edit, cut
from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.ruledata import CompiledRule

_BREAKS: Final = compiled("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_NOISE: Final = "{}[]$^&~\\_@#=<>|"
_SIGN: Final = compiled(f"[{re.escape(_NOISE)}]")
_RUN: Final = compiled(r"(?<![!-~])[!-~](?:[ -~]{1,60}[!-~])(?![!-~])")
_HARMLESS: Final = compiled(
    r"\[[A-Z]?[0-9]{1,4}\]|(?<=[0-9])#|#(?=[0-9])|(?<=[A-Za-z])[&_](?=[A-Za-z0-9])|[<>]=?(?=[0-9])|[|*-]|([=~_#<>])\1{2,40}"
)
"""Signs that have a meaning: a note's number, a unit's number, R&D, a comparison, rules of tables; a row of one sign is an ornament."""
_ADDRESS: Final = compiled(r"://|www\.|\.(?:com|cn|net|org)|[A-Za-z0-9._-]{2}@[A-Za-z0-9-]{2,}\.|&#?[a-z0-9]{2,8};|</?[a-z][^<>]{0,200}>")
_ALTERNATION: Final = compiled(r"[A-Za-z][0-9]|[0-9][a-z]")
_SPRINKLED: Final = compiled(r"(?=.{0,30}[a-z])(?=.{0,30}[A-Z])[!-~]{1,2}(?: [!-~]{1,2}){2,20}")
"""Letters and marks one by one between blanks, large and small: `K- m P9`."""
_MANY_BROKEN: Final = 4
"""Words that blanks have broken, from which on all blanks inside the clauses of a page are breaks."""
_MANY_JAMMERS: Final = 3
_CLOSES: Final = {")": "(", "]": "["}
_LONGEST_BRACKET: Final = 60
_RARE: Final = compiled(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u203c\u2049\u20e3\u231a\u231b\u23e9-\u23fa\u2600-\u27bf\u2900-\u2bff"
    "\ue000-\uf8ff\ufe0f\ufeff\ufffc\ufffd\U0001f000-\U0010ffff]"
)
"""Characters of which only a few pages hold any, odd line breaks among them; one scan for all of them spares the others."""
_SIGNS = (
    ("invisible", ""), ("emoji", ""), ("tag", "<"), ("tag", "data:image"), ("tag", "&lt;"), ("tag", "\\"), ("tag", "[标签"),
    ("entity", "&"), ("style", "{"), ("backtick", "`"),
)  # fmt: skip
_LINE_NUMBER: Final = compiled(r"^[ \t]{0,6}([0-9]{1,4})[ \t\u3000]{1,12}(?=\S)", re.MULTILINE)
_NUMBER_BELOW: Final = compiled(r"\n[ \t]{0,6}[0-9]{1,4}[ \t\u3000]")
_FEWEST_LINE_NUMBERS: Final = 6
_MARKED_NUMBER: Final = compiled(r"^[ \t]{0,6}[\[【L]?([0-9]{1,4})[ ]?[|:：.．)）、\]】][ \t]{0,6}(?=\S)", re.MULTILINE)
"""A line's number with a mark behind it, as an editor or a paste site sets it; items of a speech look the same, but their lines end."""
_MARKED_BELOW: Final = compiled(r"\n[ \t]{0,6}[\[【L]?[0-9]{1,4}[ ]?[|:：.．)）、\]】]")
_BROKEN_OFF: Final = compiled(r"[^。！？!?；;：:…”）)\s]\s{0,4}\n")
_FEWEST_MARKED, _LEAST_BROKEN = 8, 0.3
_SHEET: Final = compiled(r"^[ \t\u3000]{0,6}([0-9]{1,3})、([^\n]{1,20000})$", re.MULTILINE)
_SHORTEST_SHEET: Final = 150
_SHEET_END: Final = "。！？；：.!?;:…”）)"
_COMMENT: Final = compiled(r"<!--.{0,4000}?-->", re.DOTALL)
_FRONT_MATTER: Final = compiled(r"---[ \t]*\r?\n(?:[^\n]{0,2000}\n){0,60}?---[ \t\r]*(?:\n|$)")
_EMPHASIS: Final = compiled(r"(?<![*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])(\*{1,3})(?!\*)")
_BOLD_LINE: Final = compiled(r"^(\*{2})[^*\n]{2,80}(\*{2})$", re.MULTILINE)
_EMPHASIS_END: Final = compiled(r"(?<=[。！？：；])\*{2,3}$", re.MULTILINE)
_MARKDOWN_HEAD: Final = compiled(r"^(?:#{1,6}[ \t]+|>[ \t]?|\*{3}(?=[\u4e00-\u9fff]))", re.MULTILINE)
_BLANK: Final = compiled("[ \u00a0\u3000]+")
_CENTURIES = ("19", "20")
_NUMBER_BEFORE: Final = compiled(r"[0-9号]")
_SPACED_FIGURE: Final = compiled(
    r"(?<=[\u4e00-\u9fff])[ ]?[0-9](?: [0-9]){1,5}(?=[ ]?(?:[%％]|[万亿]?元))|(?<=[\u4e00-\u9fff])[ ]?[12](?: [0-9]){3}(?=[ ]?年)"
)
"""A figure with a blank behind every digit (3 0 0 万元), as recognizers of print set it."""
_SPACED_COUNT: Final = compiled(r"(?<=[\u4e00-\u9fff])(?!1 2|2 3|3 4|4 5|5 6|6 7|7 8|8 9)[1-9] [0-9](?=[\u4e00-\u9fff])")
"""Two digits, on a page that sets figures so; where columns or 、 are lost, they are two figures (每班 3 5 人)."""
_BLANKS = (" ", "\u00a0", "\u3000")
_MARKER_BEHIND: Final = compiled(
    r"(?:[(（]?[一二三四五六七八九十]{1,3}[)）、是要]|[(（]?[0-9]{1,2}[)）、.．]|第[一二三四五六七八九十]{1,3}|首先|其次|同志们|各位)"
)
_AROUND: Final = 24
_MARK: Final = compiled("[，。；：、,;:]|(?<=\n)")
_MOST_SEPARATORS: Final = 0.012
"""Blanks between two Chinese characters per character; above it they are damage, below it they set phrases apart."""


def repair_characters(draft: Draft, book: Rulebook, form: str = "txt") -> Draft:
    """Take out what no reader sees or what is markup: other line breaks, invisible characters, tags, entities, noise.

    Args:
        draft: the raw page's draft.
        book: the compiled cleaning rules.
        form: the page's format; `md` has front matter and emphasis of its own.
    """
    rare = _RARE.search(draft.text) is not None
    edits = [_break(draft.text, match.start()) for match in _BREAKS.finditer(draft.text)] if rare else []
    if form == "md":
        edits.extend(_markdown(draft.text))
    else:
        edits.extend(unquoted(draft.text))
        edits.extend(_bold(draft.text))
    edits.extend(join_splinters(draft.text))
    edits.extend(line_noise(draft.text))
    edits.extend(_doubled_years(draft.text))
    edits.extend(parted_addresses(draft.text))
    return draft.edited([*edits, *_characters(draft.text, book, rare=rare), *_line_numbers(draft.text), *_sheet_numbers(draft.text)])


def _marked_numbers(text: str) -> list[Edit]:
    """Return the cuts of numbers with a mark behind them at the head of every line, where lines break off inside their sentences."""
    if len(_MARKED_BELOW.findall(text)) < _FEWEST_MARKED - 1:  # the first may stand at the head of the page
        return []
    found = list(_MARKED_NUMBER.finditer(text))
    numbers = [int(match[1]) for match in found]
    steps = sum(later - earlier == 1 for earlier, later in pairwise(numbers))
    broken = sum(bool(_BROKEN_OFF.match(text, match.start() - 2)) for match in found if match.start() > 1)
    if len(found) < _FEWEST_MARKED or steps < 0.9 * (len(found) - 1) or broken < _LEAST_BROKEN * len(found):
        return []
    return [cut(*match.span(), "repair.line-number") for match in found]


def _line_numbers(text: str) -> list[Edit]:
    """Return the cuts of numbers that a printer has set beside every line, or every fifth."""
    if marked := _marked_numbers(text):
        return marked
    if len(_NUMBER_BELOW.findall(text)) < _FEWEST_LINE_NUMBERS - 1:  # the first may stand at the head of the page
        return []
    found = list(_LINE_NUMBER.finditer(text))
    if len(found) < _FEWEST_LINE_NUMBERS:
        return []
    numbers = [int(match[1]) for match in found]
    step, count = Counter(later - earlier for earlier, later in pairwise(numbers)).most_common(1)[0]
    if step not in {1, 2, 5, 10} or count < 0.8 * (len(numbers) - 1):
        return []
    # Blanks take the number's place: what is set in behind it stays set in as far as in the lines without a number.
    return [Edit(match.start(1), match.end(1), " " * len(match[1]), "repair.line-number") for match in found]


def _sheet_numbers(text: str) -> Iterator[Edit]:
    """Yield the cuts of numbers that count the sheets of a document whose text was poured out sheet by sheet.

    Each sheet is one long line behind its number (1、… 2、…), and most break off in the middle of a sentence; an outline's
    numbered paragraphs end with a mark.
    """
    if "2、" not in text:
        return
    found = list(_SHEET.finditer(text))
    if [int(match[1]) for match in found] != list(range(1, len(found) + 1)) or len(found) < 2:
        return
    ends = [text[: match.start()].rstrip() for match in found[1:]]
    if any(len(match[2]) < _SHORTEST_SHEET for match in found[:-1]) or sum(end[-1] in _SHEET_END for end in ends) * 2 > len(ends):
        return
    for number, match in enumerate(found):
        joins = number > 0 and ends[number - 1][-1] not in _SHEET_END
        yield cut(len(ends[number - 1]) if joins else match.start(1), match.start(2), "repair.sheet-number")


def _break(text: str, place: int) -> Edit:
    """A carriage return before a line feed goes; any other kind of line break becomes one."""
    return Edit(place, place + 1, "" if text.startswith("\r\n", place) else "\n", "space.break")


def _characters(text: str, book: Rulebook, *, rare: bool) -> Iterator[Edit]:
    for name, sign in _SIGNS:
        if (sign and sign not in text) or not (sign or rare):
            continue
        rule = book.repairs[name]
        for match in rule.regex.finditer(text):
            if name != "invisible" or match[0] != "\r":
                yield Edit(match.start(), match.end(), _entity(match[0]) if name == "entity" else "", rule.id)
    yield from _jammers(text, book.repairs["jammer"])
    yield from _pinyin(text, book.repairs["pinyin"])


def _blank_cut(text: str, place: int, book: Rulebook) -> Iterator[Edit]:
    for name in ("space-figure", "space-mark"):
        rule = book.repairs[name]
        match = rule.regex.match(text, place)
        if match:
            yield cut(match.start(), match.end(), rule.id)
            return


def _jammers(text: str, rule: CompiledRule) -> Iterator[Edit]:
    """Yield the cuts of noise that a forum sprinkles over a text; a sentence's mark before it stays."""
    matches = (match for start, end in _lines_with_signs(text) for match in rule.regex.finditer(text, start, end))
    found = [span for match in matches if _is_noise(text, span := _without_mark(text, match.start(), match.end()))]
    if len(found) >= _MANY_JAMMERS:
        found += [span for match in _RUN.finditer(text) if _is_faint_noise(text, span := _without_mark(text, match.start(), match.end()))]
    return (cut(start, end, rule.id) for start, end in found)


def _lines_with_signs(text: str) -> list[tuple[int, int]]:
    """Return the lines that hold a sign; noise does not reach across a line break.

    The signs are looked for one after the other: a set of them is tried at every character, in five times the time.
    """
    lines: set[tuple[int, int]] = set()
    for sign in _NOISE:
        place = text.find(sign)
        while place >= 0:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = end if end >= 0 else len(text)
            lines.add((start, end))
            place = text.find(sign, end)
    return sorted(lines)


def _without_mark(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a run of noise without the mark of the sentence before it, be it the bracket that closes the one in the sentence."""
    if start and text[start] in _CLOSES and not text[start - 1].isspace():
        sentence = text[max(0, start - _LONGEST_BRACKET, text.rfind("\n", 0, start) + 1) : start]
        if sentence.rfind(_CLOSES[text[start]]) > sentence.rfind(text[start]):
            start += 1
    return (start + 1, end) if start and _is_mark_behind_word(text, start) and start + 1 < end else (start, end)


def _is_mark_behind_word(text: str, place: int) -> bool:
    return text[place] in ",.;:!?" and (_is_cjk(text[place - 1]) or text[place - 1] in _CLOSES)


def _is_noise(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a run of ASCII is noise by itself: signs among letters and figures."""
    run = text[span[0] : span[1]]
    if _ADDRESS.search(run):
        return False
    signs = len(_SIGN.findall(_HARMLESS.sub("", run)))
    letters, figures = any(char.isalpha() for char in run), any(char.isdigit() for char in run)
    return (letters or figures) and (signs >= 2 or (signs == 1 and letters and figures))


def _is_faint_noise(text: str, span: tuple[int, int]) -> bool:
    """Tell whether a run of ASCII is noise on a page that is full of it."""
    run = text[span[0] : span[1]]
    if len(run) < 3 or _ADDRESS.search(run) or not any(char.isalpha() for char in run):
        return False
    if _SPRINKLED.fullmatch(run):
        return True
    return run[0] in ",.;:!?'" or len(_ALTERNATION.findall(run)) >= 2 or bool(_SIGN.search(_HARMLESS.sub("", run)))


def _pinyin(text: str, rule: CompiledRule) -> Iterator[Edit]:
    """Yield the cuts of a reading behind a character; the rule is asked bracket by bracket, each found as a plain character."""
    for bracket in "(（":
        place = text.find(bracket)
        while place >= 0:
            if match := rule.regex.match(text, place):
                yield cut(place, match.end(), rule.id)
            place = text.find(bracket, place + 1)


def _entity(text: str) -> str:
    char = html.unescape(text)
    return "" if char == "\u00ad" or "\u200b" <= char <= "\u200f" else char


def _markdown(text: str) -> Iterator[Edit]:
    """Markup of Markdown: `**…**` around a phrase is emphasis; a lone `**` before a name is a mask and stays."""
    front = _FRONT_MATTER.match(text)
    if front:
        yield cut(0, front.end(), "markdown.front-matter")
    for match in _COMMENT.finditer(text) if "<!--" in text else ():
        yield cut(match.start(), match.end(), "markdown.comment")
    for match in _MARKDOWN_HEAD.finditer(text):
        yield cut(match.start(), match.end(), "markdown.heading")
    if "*" not in text:
        return
    for match in _EMPHASIS_END.finditer(text):
        yield cut(match.start(), match.end(), "markdown.emphasis")
    for match in _EMPHASIS.finditer(text):
        if match[1] == match[3]:
            yield cut(match.start(1), match.end(1), "markdown.emphasis")
            yield cut(match.start(3), match.end(3), "markdown.emphasis")


def _doubled_years(text: str) -> Iterator[Edit]:
    """Yield the cuts of figures of a year that are printed twice: 20242024年, 202024年."""
    place = text.find("年")
    while place >= 0:
        figures = text[max(0, place - 9) : place] if "0" <= text[place - 5 : place - 4] <= "9" else ""
        year = figures[-4:]
        if figures[-8:] == year * 2 and year.isdigit() and year[:2] in _CENTURIES and not figures[:-8].isdigit():
            yield cut(place - 8, place - 4, "repair.year-twice")
        elif figures[-6:] == year[:2] + year and year.isdigit() and year[:2] in _CENTURIES and not _NUMBER_BEFORE.match(figures[-7:-6]):
            yield cut(place - 6, place - 4, "repair.year-twice")
        place = text.find("年", place + 1)


def _bold(text: str) -> Iterator[Edit]:
    """Yield the marks around a line in bold (**标题**)."""
    if "**" in text:
        for match in _BOLD_LINE.finditer(text):
            yield from (cut(match.start(mark), match.end(mark), "repair.bold") for mark in (1, 2))


def repair_blanks(draft: Draft, book: Rulebook) -> Draft:
    """Take out blanks inside words and around figures and marks; a blank between two phrases stays.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> repair_blanks(Draft.of("到 10 月底，完成 PPP 项目"), rulebook(load_rules())).text
    '到10月底，完成PPP项目'
    """
    text = draft.text
    if not any_stands(_BLANKS, text, 0, len(text)):
        return draft
    blanks = [span for match in _BLANK.finditer(text) if _is_inside(text, *(span := match.span()))]
    if not blanks:
        return draft
    edits = [edit for start, _ in blanks for edit in _blank_cut(text, start, book)]
    if any("0" <= text[start - 1] <= "9" and "0" <= text[end] <= "9" for start, end in blanks):
        figures = list(_SPACED_FIGURE.finditer(text))
        figures += _SPACED_COUNT.finditer(text) if figures else ()
        edits += [cut(*span, "repair.spaced-figure") for match in figures for span in _inner_blanks(match)]
    inner = [span for span in blanks if _is_cjk(text[span[0] - 1]) and _is_cjk(text[span[1]])]
    edits += [cut(start, end, "repair.spaced-word") for start, end in _spaced_words(text, inner)]
    broken = list(_broken_words(text, inner, book))
    found = set(broken)
    edits += [cut(start, end, "repair.broken-word") for start, end in broken]
    if len(broken) >= _MANY_BROKEN:
        edits += [cut(start, end, "repair.inner-blank") for start, end in _in_sentences(text, inner) if (start, end) not in found]
    if len(inner) > max(6, len(text) * _MOST_SEPARATORS):
        edits += [cut(start, end, "repair.inner-blank") for start, end in inner if end - start <= 2 and not _MARKER_BEHIND.match(text, end)]
    return draft.edited(edits)


def _inner_blanks(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the blanks between the digits of a figure."""
    head = match.start() + (match[0][0] == " ")
    yield from ((place, place + 1) for place in range(head + 1, match.end(), 2))


def _broken_words(text: str, inner: Sequence[tuple[int, int]], book: Rulebook) -> Iterator[tuple[int, int]]:
    """Yield the single blanks between two characters that belong together, in lines of whole sentences (管是一 辈子)."""
    for start, end in inner:
        if end - start == 1 and text[start - 1] + text[end] in joints_of(book.joints) and not _MARKER_BEHIND.match(text, end):
            above = _MARK.split(text[max(0, start - _AROUND) : start])
            below = _MARK.split(text[end : end + _AROUND])
            in_sentence = len(above) > 1 and len(below) > 1 and "\n" not in above[-1] + below[0]
            alone = not _BLANK.search(above[-1] + below[0])
            if in_sentence and alone and len(above[-1]) != len(below[0]):  # phrases of one length are set apart on purpose
                yield start, end


def _in_sentences(text: str, inner: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the single blanks inside a clause of running text, which on a page of broken words are breaks as well."""
    for start, end in inner:
        above, below = _MARK.split(text[max(0, start - _AROUND) : start]), _MARK.split(text[end : end + _AROUND])
        marked = len(above) > 1 and len(below) > 1 and "\n" not in above[-1] + below[0]
        alone = not _BLANK.search(above[-1] + below[0])  # 思想要统一 行动要迅速 措施要到位 is set apart on purpose
        if end - start == 1 and marked and alone and len(above[-1]) != len(below[0]) and not _MARKER_BEHIND.match(text, end):
            yield start, end


def _is_inside(text: str, start: int, end: int) -> bool:
    """Tell whether blanks stand within a line."""
    return start > 0 and end < len(text) and text[start - 1] != "\n" and text[end] != "\n"


def _is_cjk(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _spaced_words(text: str, inner: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the blanks of words that are printed with a blank behind every character (政 府 工 作)."""
    run: list[tuple[int, int]] = []
    for start, end in [*inner, (len(text) + 2, len(text) + 2)]:
        if run and start == run[-1][1] + 1:
            run.append((start, end))
            continue
        before, behind = (text[run[0][0] - 2 : run[0][0] - 1], text[run[-1][1] + 1 : run[-1][1] + 2]) if run else ("", "")
        if len(run) >= 3 and not _is_cjk(before or " ") and not _is_cjk(behind or " "):
            yield from run
        run = [(start, end)]
