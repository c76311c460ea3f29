"""Renders an HTML page as plain text: one block a line, without scripts, menus and what the page itself hides.

The rendering is the raw page of an HTML source. It keeps everything a reader sees, boilerplate included:
what is speech and what is page is for the cleaner to say.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from commitments.errors import SourceError
from commitments.reading.encodings import common_share, decode
from commitments.types import RawPage

_DECLARED = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_ENCODINGS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
_DROPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "object", "nav", "footer", "select", "button", "textarea",
    "canvas", "audio", "video", "map", "form",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
_CLOSES = {
    "p": {"p"}, "li": {"li", "p"}, "td": {"td", "th", "p"}, "th": {"td", "th", "p"}, "tr": {"tr", "td", "th", "p"}, "option": {"option"},
}  # fmt: skip
_SCOPES = frozenset({
    "table", "ul", "ol", "div", "section", "article", "body", "td",
})  # fmt: skip
_HIDDEN = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0(?:px|pt|em)?\s{0,3}(?:;|$)", re.IGNORECASE
)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:jammer|hidden|hide|sr-only|visually-hidden|d-none)(?:\s|$)", re.IGNORECASE)
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|foot|sidebar|sidenav|share|pagination|pager)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ADVERT = re.compile(r"(?:^|[\s_-])(?:ads?|adv|adbox|adtxt|advert(?:isement)?|guanggao|sponsor(?:ed)?)(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_ADVERT = 200
_MENU_SHARE = 0.5
"""A block named like a menu is dropped only if at least half of its characters are links: some sites name their article `foot-main`."""
_META_KEYS = {
    "articletitle": "title", "og:title": "og_title", "pubdate": "published", "article:published_time": "published",
    "publishdate": "published", "contentsource": "origin", "sitename": "site_name", "og:site_name": "site_name", "siteidcode": "site_code",
}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BETWEEN = re.compile(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])")


def render_page(data: bytes, name: str) -> RawPage:
    """Return the plain-text rendering of an HTML page, with its title, its time of publication and its links.

    >>> render_page('<h1>在调度会上的讲话</h1><p>同志们：</p><p style="display:none">x9</p>'.encode(), "页.html").text
    '在调度会上的讲话\\n同志们：'

    Args:
        data: the file's bytes.
        name: what errors call the page.

    Raises:
        SourceError: the page is empty, binary, or shows no text.
    """
    markup, encoding = decode_markup(data, name)
    renderer = _Renderer()
    renderer.feed(markup)
    renderer.close()
    text, links = renderer.result()
    if not text.strip():
        raise SourceError(name, "the page shows no text", "save the page after it has been loaded, or copy its text")
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


class _Open:
    """An element that is still open: what its name says it is, and where its text began."""

    __slots__ = ("advert", "dropped", "menu", "piece", "tag")

    def __init__(self, tag: str, dropped: bool, menu: bool, advert: bool, piece: int) -> None:
        self.tag = tag
        self.dropped = dropped
        self.menu = menu
        self.advert = advert
        self.piece = piece


class _Renderer(HTMLParser):
    """Collects pieces of text; a piece is (text, is a link), a line break is ("\\n", False)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[str, bool]] = []
        self.stack: list[_Open] = []
        self.dropping = 0
        self.anchors = 0
        self.meta: dict[str, str] = {}
        self.title: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "meta":
            self._note(values)
        if tag == "br" or tag in _BLOCKS:
            self._break(tag)
        if tag in _VOID:
            return
        self._close_implied(tag)
        dropped = tag in _DROPPED or self._is_hidden(values)
        names = f"{values.get('class', '')} {values.get('id', '')}"
        self.stack.append(_Open(tag, dropped, bool(_MENU.search(names)), bool(_ADVERT.search(names)), len(self.pieces)))
        self.dropping += dropped
        self.anchors += tag == "a"
        if tag == "title" and "title" not in self.meta:
            self.title = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break(tag)
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 60), -1):
            if self.stack[depth].tag == tag:
                while len(self.stack) > depth:
                    self._leave(self.stack.pop())
                return

    def handle_data(self, data: str) -> None:
        if self.title is not None:
            self.title.append(data)
        elif not self.dropping:
            self.pieces.append((data, self.anchors > 0))

    def result(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return the rendered text and its link stretches."""
        while self.stack:
            self._leave(self.stack.pop())
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
        if tag in {"td", "th"}:
            self.pieces.append(("\t", False))
        elif tag == "br" or not self.pieces or self.pieces[-1][0] != "\n":
            self.pieces.append(("\n", False))

    def _close_implied(self, tag: str) -> None:
        """Close what the new element closes by itself, e.g. an open paragraph."""
        closed = _CLOSES.get(tag, {"p"} if tag in _BLOCKS else set())
        while self.stack and self.stack[-1].tag in closed and not (tag in _SCOPES and self.stack[-1].tag == tag):
            self._leave(self.stack.pop())

    def _leave(self, element: _Open) -> None:
        self.dropping -= element.dropped
        self.anchors -= element.tag == "a"
        if element.tag == "title" and self.title is not None:
            self.meta.setdefault("title_tag", _SPACE.sub(" ", "".join(self.title)).strip())
            self.title = None
        if (element.menu or element.advert) and len(self.pieces) > element.piece:
            inside = [(len(text.strip()), link) for text, link in self.pieces[element.piece :]]
            total = sum(length for length, _ in inside)
            linked = sum(length for length, link in inside if link)
            if (element.menu and total and linked >= total * _MENU_SHARE) or (element.advert and total <= _LONGEST_ADVERT):
                del self.pieces[element.piece :]

    def _is_hidden(self, values: dict[str, str]) -> bool:
        return "hidden" in values or bool(_HIDDEN.search(values.get("style", ""))) or bool(_HIDDEN_CLASS.search(values.get("class", "")))

    def _note(self, values: dict[str, str]) -> None:
        key = _META_KEYS.get((values.get("name") or values.get("property") or "").lower())
        if key and values.get("content", "").strip():
            self.meta.setdefault(key, values["content"].strip())


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
