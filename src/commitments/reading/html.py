"""Renders an HTML page as plain text: one block a line, without scripts, menus and what the page itself hides.

The rendering is the raw page of an HTML source. It keeps everything a reader sees, boilerplate included:
what is speech and what is page is for the cleaner to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate

from commitments.errors import SourceError
from commitments.kept import compiled
from commitments.reading.encodings import common_share, decode
from commitments.reading.tags import (
    BLOCKS,
    CELLS,
    CLOSES,
    DROPPED,
    META_KEYS,
    SCOPES,
    VOID,
    Doubt,
    doubt,
    is_advert,
    is_invisible,
    is_jammer,
    is_menu,
    is_preformatted,
)
from commitments.types import RawPage

MOST_CHARACTERS = 10_000_000
"""Of markup, pictures apart; a page above this is no speech and would take minutes."""

_DECLARED = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_ENCODINGS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_LONGEST_ADVERT = 200
_LONGEST_CELL = 60
_MENU_SHARE = 0.5
"""A block named like a menu is dropped only if at least half of its characters are links."""
_ARTICLE = 100
"""Chinese characters outside of links: from here on doubtful text may be what the page is about."""
_OWN_FORM = 200
_DEEPEST = 60
_MOST_PIECES = 400
"""In a cell or an item; more is no line of a table and no item of a list, and looking at it again and again would take long."""
_CHINESE = compiled(r"[\u3400-\u9fff]")
_SPACE = compiled(r"[ \t\r\n\f]+")
_BETWEEN = compiled(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])")
_SCRIPT_TIME = compiled(
    r"\"datePublished\"\s{0,4}:\s{0,4}\"([0-9T:+. -]{8,32})|\bcreateTime\s{0,2}=\s{0,2}['\"]((?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})"
)
_SCRIPT_SCANNED = 20_000
_PICTURE = compiled(r"data:[a-z/+.;=-]{3,80}base64,[A-Za-z0-9+/=%]{200,}")
_BROKEN_OFF = compiled(r"<[A-Za-z/!][^<>]{0,4000}")
_OPENS_NOTHING = compiled(r"<(?=[^<>]*(?:<|\Z))")
_BREAK = ("\n", False)
_FRAMED = ("the page is only a frame around another page", "open the inner page by itself and save that one")
_TOO_LARGE = (f"the page has more than {MOST_CHARACTERS // 1_000_000} million characters", "copy its text into a .txt file")
_EMPTY = ("the page shows no text", "save the page after it has been loaded, or copy its text")


def render_page(data: bytes, name: str) -> RawPage:
    """Return the plain-text rendering of an HTML page, with its title, its time of publication and its links.

    >>> render_page('<h1>在调度会上的讲话</h1><p>同志们：</p><p style="display:none">x9</p>'.encode(), "页.html").text
    '在调度会上的讲话\\n同志们：'

    Args:
        data: the file's bytes.
        name: what errors call the page.

    Raises:
        SourceError: the page is empty, binary, too large, shows no text, or only frames another page.
    """
    markup, encoding = decode_markup(data, name)
    renderer = Renderer()
    markup = tamed(markup)
    if len(markup) > MOST_CHARACTERS:
        raise SourceError(name, *_TOO_LARGE)
    renderer.feed(markup)
    renderer.close()
    text, links = renderer.result()
    if renderer.framed and len(_CHINESE.findall(text)) < _ARTICLE // 2:
        raise SourceError(name, *_FRAMED)
    if not text.strip():
        raise SourceError(name, *_EMPTY)
    return RawPage(text, format="html", encoding=encoding, meta=renderer.meta, links=links)


def decode_markup(data: bytes, name: str) -> tuple[str, str]:
    """Return the markup and its encoding; strict UTF-8 counts more than a declared charset, which is often a lie."""
    text, encoding = decode(data, name)
    declared = _DECLARED.search(data[:4096])
    wanted = _ENCODINGS.get(declared[1].decode().lower()) if declared else None
    if wanted and encoding in {"gb18030", "big5hkscs"} and wanted != encoding:
        other = data.decode(wanted, errors="replace")
        if "\ufffd" not in other and common_share(other) >= common_share(text):
            return other, wanted
    return text, encoding


@dataclass(slots=True)
class _Open:
    """An element that is still open: what is known of it, where its text began, and how much of it there is."""

    tag: str
    dropped: bool
    doubt: Doubt
    menu: bool
    advert: bool
    invisible: bool
    preformatted: bool
    piece: int
    items: int = 0
    """How many items of a numbered list have been seen."""
    length: int = 0
    linked: int = 0


class Renderer(HTMLParser):
    """Collects pieces of text; a piece is (text, is a link), a line break is ("\\n", False).

    What is hidden, a form, a foot line or comments goes only when the whole page is known: a WeChat article is hidden until it
    has been loaded, a WebForms page is one form, and an open `<nav>` swallows the rest of a page.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[str, bool]] = []
        self.stack: list[_Open] = []
        self.doubtful: list[tuple[int, int, Doubt]] = []
        self.dropping = 0
        self.anchors = 0
        self.meta: dict[str, str] = {}
        self.title: list[str] | None = None
        self.framed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        values = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self._note(values)
        self.framed = self.framed or tag in {"frame", "iframe"}
        self._close_implied(tag)
        if tag == "br" or tag in BLOCKS:
            self._break(tag)
        if tag in VOID:
            return
        parent = self.stack[-1] if self.stack else None
        if tag == "li" and parent and parent.tag == "ol":
            parent.items += 1
        self.stack.append(_Open(
            tag,
            dropped=tag in DROPPED or is_jammer(values),
            doubt=doubt(tag, values),
            menu=is_menu(values),
            advert=is_advert(values),
            invisible=is_invisible(values, parent=bool(parent and parent.invisible)),
            preformatted=is_preformatted(tag, values, parent=bool(parent and parent.preformatted)),
            piece=len(self.pieces),
        ))  # fmt: skip
        self.dropping += self.stack[-1].dropped
        self.anchors += tag == "a"
        if tag == "title" and "title" not in self.meta:
            self.title = []

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest element of that name, and all that stand open in it."""
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - _DEEPEST), -1):
            if self.stack[depth].tag == tag:
                while len(self.stack) > depth:
                    self._leave(self.stack.pop())
                break
        if tag in BLOCKS and tag not in CELLS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """Take text: of the title, of a script that tells the time of publication, or of the page."""
        top = self.stack[-1] if self.stack else None
        if self.title is not None:
            self.title.append(data)
        elif self.dropping:
            if top and top.tag == "script" and (found := _SCRIPT_TIME.search(data, 0, _SCRIPT_SCANNED)):
                self.meta.setdefault("published", found[1] or found[2])
        elif top and top.invisible:
            return
        elif top and top.preformatted and "\n" in data:
            for number, line in enumerate(data.replace("\r\n", "\n").split("\n")):
                self.pieces += [_BREAK, (line, self.anchors > 0)] if number else [(line, self.anchors > 0)]
        else:
            self.pieces.append((data, self.anchors > 0))
        if top and not self.dropping and self.title is None:
            length = len(data.strip())
            top.length += length
            top.linked += length if self.anchors else 0

    def result(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return the rendered text and its link stretches."""
        while self.stack:
            self._leave(self.stack.pop())
        self._settle()
        lines: list[str] = []
        links: list[tuple[int, int]] = []
        length = 0
        for line in self._lines():
            text, spans = _rendered(line)
            if text or (lines and lines[-1]):
                links += [(length + start, length + end) for start, end in spans]
                lines.append(text)
                length += len(text) + 1
        return "\n".join(lines).rstrip("\n"), tuple(links)

    def _lines(self) -> list[list[tuple[str, bool]]]:
        lines: list[list[tuple[str, bool]]] = [[]]
        for piece in self.pieces:
            if piece[0] == "\n":
                lines.append([])
            else:
                lines[-1].append(piece)
        return lines

    def _break(self, tag: str) -> None:
        if self.dropping:
            return
        if tag in CELLS:
            self.pieces.append(("\t", False))
        elif tag == "br" or not self.pieces or self.pieces[-1][0] != "\n":
            self.pieces.append(_BREAK)

    def _close_implied(self, tag: str) -> None:
        """Close what the new element closes by itself, e.g. an open paragraph."""
        closed = CLOSES.get(tag, {"p"} if tag in BLOCKS else set())
        while self.stack and self.stack[-1].tag in closed and not (tag in SCOPES and self.stack[-1].tag == tag):
            self._leave(self.stack.pop())

    def _leave(self, element: _Open) -> None:
        self.dropping -= element.dropped
        self.anchors -= element.tag == "a"
        if element.tag == "title" and self.title is not None:
            self.meta.setdefault("title_tag", _SPACE.sub(" ", "".join(self.title)).strip())
            self.title = None
        if len(self.pieces) <= element.piece:
            return
        if _is_surroundings(element):
            del self.pieces[element.piece :]
            while self.doubtful and self.doubtful[-1][0] >= element.piece:
                self.doubtful.pop()
            return
        if self.stack:
            self.stack[-1].length += element.length
            self.stack[-1].linked += element.linked
        if element.doubt:
            self.doubtful.append((element.piece, len(self.pieces), element.doubt))
        elif element.tag in CELLS:
            self._close_cell(element.piece)
        elif element.tag == "li" and self.stack and self.stack[-1].tag == "ol":
            self._number(element.piece, self.stack[-1].items)

    def _close_cell(self, start: int) -> None:
        """Keep a short cell on the line of its row, also where it is made of paragraphs."""
        if len(self.pieces) - start > _MOST_PIECES:
            return
        inside = self.pieces[start:]
        if any(piece == _BREAK for piece in inside) and sum(len(text.strip()) for text, _ in inside) <= _LONGEST_CELL:
            first = next((place for place, (text, _) in enumerate(inside) if text.strip()), len(inside))
            last = next((place for place in range(len(inside), first, -1) if inside[place - 1][0].strip()), first)
            if not any(piece == _BREAK for piece in inside[first:last]):
                self.pieces[start:] = inside[first:last]

    def _number(self, start: int, number: int) -> None:
        """Put the number before an item of a numbered list that is text, as a browser does."""
        if len(self.pieces) - start > _MOST_PIECES:
            return
        text = "".join(text for text, link in self.pieces[start:] if not link).strip()
        if re.search("[。；！？]", text) and not re.match(r"[0-9０-９一二三四五六七八九十(（第①-⑳]", text):
            self.pieces.insert(start + (self.pieces[start] == _BREAK), (f"{number}. ", False))

    def _settle(self) -> None:
        """Drop what was doubtful, but for what holds more of the page's text than all the rest of it."""
        weights = [0 if link else len(_CHINESE.findall(text)) for text, link in self.pieces]
        upto = list(accumulate(weights, initial=0))
        gone = bytearray(len(self.pieces))
        for start, end, why in sorted(self.doubtful, key=lambda part: (part[0], -part[1])):
            inside = upto[end] - upto[start]
            outside = upto[-1] - inside
            if inside >= _ARTICLE and inside > outside:
                continue
            if why == "form" and (inside >= outside or inside >= _OWN_FORM):
                continue
            gone[start:end] = b"\1" * (end - start)
        self.pieces = [piece for piece, is_gone in zip(self.pieces, gone, strict=True) if not is_gone]

    def _note(self, values: dict[str, str]) -> None:
        key = META_KEYS.get((values.get("name") or values.get("property") or "").lower())
        if key and values.get("content", "").strip():
            self.meta.setdefault(key, values["content"].strip())


def _is_surroundings(element: _Open) -> bool:
    """Tell whether a block that is named like a menu or an advertisement is one."""
    if element.menu and element.length and element.linked >= element.length * _MENU_SHARE:
        return True
    return element.advert and element.length <= _LONGEST_ADVERT


def tamed(markup: str) -> str:
    """Return markup in which each `<` that opens nothing is text, and pictures inside the page are left out.

    The parser of the standard library looks for the end of a tag or comment at every beginning of one, which takes for ever where there
    are many and none ends.

    >>> tamed("<p>3<5</p>4<5"), tamed("<p>5</p><a href=")
    ('<p>3<5</p>4&lt;5', '<p>5</p>')
    """
    markup = _PICTURE.sub("data:,", markup)
    end = markup.rfind(">") + 1
    if _BROKEN_OFF.fullmatch(markup, end):  # the file was cut in the middle of a tag
        markup = markup[:end]
    for opening, closing in (("<", ">"), ("<!--", "-->"), ("<![", "]>")):
        end = markup.rfind(closing) + len(closing) if closing in markup else 0
        if markup.find(opening, end) >= 0:
            markup = markup[:end] + markup[end:].replace(opening, "&lt;" + opening[1:])
    if markup.count("<") > 2 * markup.count(">") + 200:
        markup = _OPENS_NOTHING.sub("&lt;", markup)
    return markup


def _rendered(pieces: list[tuple[str, bool]]) -> tuple[str, list[tuple[int, int]]]:
    """Collapse the white space of one line as a browser does, and say where its links are."""
    text = ""
    spans: list[tuple[int, int]] = []
    for piece, link in pieces:
        collapsed = _BETWEEN.sub("", _SPACE.sub(" ", piece))
        if not text or text.endswith(" "):
            collapsed = collapsed.lstrip(" ")
        if link and collapsed.strip():
            spans.append((len(text), len(text) + len(collapsed.rstrip())))
        text += collapsed
    return text.rstrip(" \u3000\xa0"), spans
