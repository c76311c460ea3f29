"""What the tags and names of an HTML page say of the text in them: a block, a menu, hidden, an advertisement, comments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from commitments.kept import compiled

Doubt = Literal["", "hidden", "form", "aside", "comments"]
"""Why the text of an element is perhaps no text of the page; the whole page decides (see `html.Renderer`)."""

VOID = frozenset({
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
DROPPED = frozenset({
    "script", "style", "template", "svg", "math", "iframe", "object", "select", "button", "canvas", "audio", "video", "map",
})  # fmt: skip
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "footer",
})  # fmt: skip
CLOSES = {
    "p": {"p"}, "li": {"li", "p"}, "td": {"td", "th", "p"}, "th": {"td", "th", "p"}, "tr": {"tr", "td", "th", "p"}, "option": {"option"},
}  # fmt: skip
SCOPES = frozenset({"table", "ul", "ol", "div", "section", "article", "body", "td"})
CELLS = frozenset({"td", "th"})
META_KEYS = {
    "articletitle": "title", "og:title": "og_title", "pubdate": "published", "article:published_time": "published",
    "publishdate": "published", "contentsource": "origin", "sitename": "site_name", "og:site_name": "site_name", "siteidcode": "site_code",
}  # fmt: skip

_ASIDE_TAGS = frozenset({"nav", "footer", "noscript", "noframes", "textarea"})
_HIDDEN = compiled(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_HIDDEN_CLASS = compiled(r"(?:^|\s)(?:hidden|hide|sr-only|visually-hidden|d-none)(?:\s|$)", re.IGNORECASE)
_JAMMER = compiled(r"(?:^|\s)jammer(?:\s|$)", re.IGNORECASE)
_FONT_SIZE = compiled(r"font-size\s{0,3}:\s{0,3}(?P<nothing>0(?:px|pt|em|rem|%)?\s{0,3}(?:;|!|$))?", re.IGNORECASE)
_PREFORMATTED = compiled(r"white-space\s{0,3}:\s{0,3}(?:pre|break-spaces)", re.IGNORECASE)
_MENU = compiled(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|foot|sidebar|sidenav|share|pagination|pager)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ADVERT = compiled(r"(?:^|[\s_-])(?:ads?|adv|adbox|adtxt|advert(?:isement)?|guanggao|sponsor(?:ed)?)(?:$|[\s_-])", re.IGNORECASE)
_COMMENTS = compiled(
    r"(?:^|\s)(?:(?:js[_-])?comments?(?:[_-]?(?:area|list|box|wrap|container))?|comments|pinglun|pl[_-]?list|respond|repl(?:y|ies)[_-]?list)(?:\s|$)",
    re.IGNORECASE,
)


def names(values: Mapping[str, str]) -> str:
    """Return the class and the id of an element, by which a site says what it is for."""
    return f"{values.get('class', '')} {values.get('id', '')}"


def is_jammer(values: Mapping[str, str]) -> bool:
    """Tell whether an element holds the noise that forums strew into a text (Discuz: `class="jammer"`)."""
    return bool(_JAMMER.search(values.get("class", "")))


def doubt(tag: str, values: Mapping[str, str]) -> Doubt:
    """Tell why the text of an element is perhaps none of the page.

    >>> doubt("div", {"style": "display: none"}), doubt("div", {"class": "comment-list"}), doubt("p", {})
    ('hidden', 'comments', '')
    """
    if "hidden" in values or _HIDDEN.search(values.get("style", "")) or _HIDDEN_CLASS.search(values.get("class", "")):
        return "hidden"
    if tag in _ASIDE_TAGS:
        return "aside"
    if tag == "form":
        return "form"
    return "comments" if tag not in {"body", "td", "span", "a"} and _COMMENTS.search(names(values)) else ""


def is_menu(values: Mapping[str, str]) -> bool:
    """Tell whether an element is named like a menu; some sites name their article `foot-main`, so its links must say so too."""
    return bool(_MENU.search(names(values)))


def is_advert(values: Mapping[str, str]) -> bool:
    """Tell whether an element is named like an advertisement."""
    return bool(_ADVERT.search(names(values)))


def is_invisible(values: Mapping[str, str], *, parent: bool) -> bool:
    """Tell whether text directly in an element has no size; what stands in it may set a size again.

    >>> is_invisible({"style": "font-size:0px"}, parent=False), is_invisible({"style": "font-size:16px"}, parent=True)
    (True, False)
    """
    found = _FONT_SIZE.search(values.get("style", ""))
    return parent if found is None else found["nothing"] is not None


def is_preformatted(tag: str, values: Mapping[str, str], *, parent: bool) -> bool:
    """Tell whether line ends in an element's text are line ends on the page."""
    return parent or tag in {"pre", "textarea", "xmp", "listing"} or bool(_PREFORMATTED.search(values.get("style", "")))
