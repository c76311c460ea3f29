"""What can be asked of the lines of a page as a whole: what it says twice, where its prose stands, where a speech comes to its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from commitments.cleaning.counting import listed
from commitments.cleaning.lines import Kind, Line, page_share
from commitments.cleaning.rulebook import Rulebook, is_closing
from commitments.kept import compiled

SPEECH: Final[frozenset[Kind]] = frozenset({"salutation", "heading", "prose", "wrapped"})
PROSE: Final[frozenset[Kind]] = frozenset({"prose", "wrapped"})
PAGE: Final[frozenset[Kind]] = frozenset({"page", "tail", "label"})
_WORDS: Final = compiled(r"[\u3400-\u9fffA-Za-z0-9]+")
_WORDS_AND_BREAKS: Final = compiled(r"[\u3400-\u9fffA-Za-z0-9\n]+")
_LONGEST_NOTICE: Final = 200
_NOTICE_SHARE: Final = 0.1
"""Of a sentence at the end of a page: so much of it is words of pages where a site speaks of itself."""
_RECURRING: Final = 48
_LONGEST_LABEL: Final = 16
"""Characters of a line without marks, such as a name or the number of a page, that does not go on with a speech."""


class Facts:
    """The lines of one page, with what was found out about them; each is worked out when first asked for."""

    def __init__(self, lines: Sequence[Line], book: Rulebook) -> None:
        self.lines = list(lines)
        self.book = book
        # Compiled classes have no functools.cached_property.
        self._page = ""
        self._bare: list[str] | None = None
        self._all_text: str | None = None
        self._prose: list[int] | None = None
        self._prose_below: list[int] | None = None
        self._closed: list[bool] | None = None
        self._listed: frozenset[int] | None = None

    def bare_lines(self) -> list[str]:
        """The lines without marks and blanks."""
        if self._bare is None:
            # One search of the page costs less than one of each line.
            self._bare = "".join(_WORDS_AND_BREAKS.findall(self.page())).split("\n") if self.lines else []
        return self._bare

    def page(self) -> str:
        """The lines with their marks."""
        if not self._page:
            self._page = "\n".join([line.text for line in self.lines])
        return self._page

    def joined(self) -> str:
        """The page without marks and blanks, for finding what it says twice."""
        if self._all_text is None:
            self._all_text = "".join(self.bare_lines())
        return self._all_text

    def recurs(self, text: str, shortest: int = 5) -> bool:
        """Tell whether the page says the beginning of a text twice."""
        shown = text[:_RECURRING]
        words = bare(shown)[:28]
        if len(words) < 28 and len(text) > _RECURRING:
            shown = text
            words = bare(text)[:28]
        if len(words) < shortest or self._has_its_own(words):
            return False
        # With marks and all first: mostly that tells, and taking the marks out of a page is the dearest search that cleaning knows.
        return self.page().count(shown) > 1 or self.joined().count(words) > 1

    def _has_its_own(self, words: str) -> bool:
        """Tell whether one of the characters stands on the page but once; then words that hold it do so as well."""
        page = self.page()
        for char in words:  # noqa: SIM110 - a generator costs more than the search
            if page.find(char, page.find(char) + 1) < 0:
                return True
        return False

    def new_prose(self, lines: Sequence[Line]) -> int:
        """Return how much prose the lines hold that stands nowhere else on the page and does not speak of the site."""
        new = (line for line in lines if line.kind in PROSE and not self.recurs(line.text, 20) and not self.is_notice(line))
        return sum(len(line.text) for line in new)

    def is_notice(self, line: Line) -> bool:
        """Tell whether a sentence is one that a site writes about itself."""
        marked = line.marker and not line.text[0].isdigit()
        return not marked and len(line.text) <= _LONGEST_NOTICE and page_share(line.text, self.book) > _NOTICE_SHARE

    def prose_above(self) -> list[int]:
        """For each line, how much prose stands above it."""
        if self._prose is None:
            self._prose = list(accumulate((len(line.text) if line.kind in PROSE else 0 for line in self.lines), initial=0))
        return self._prose

    def new_prose_below(self) -> list[int]:
        """For each line, how much prose stands below it that stands nowhere else on the page."""
        if self._prose_below is not None:
            return self._prose_below
        below = 0
        found: list[int] = []
        for line in reversed(self.lines):
            found.append(below)
            if line.kind in PROSE:
                below += self.new_prose([line])
        self._prose_below = found[::-1]
        return self._prose_below

    def closed_above(self) -> list[bool]:
        """For each line, whether the speech above it has come to its end."""
        if self._closed is not None:
            return self._closed
        closed, found = False, []
        for line in self.lines:
            found.append(closed)
            label = line.kind == "plain" and len(line.text) <= _LONGEST_LABEL
            if line.kind not in PAGE and line.kind != "blank" and not label:
                closed = is_closing(line.text, self.book)
        self._closed = found
        return found

    def listed(self) -> frozenset[int]:
        """Return the headings that are the titles of a list."""
        if self._listed is None:
            self._listed = listed(self.lines)
        return self._listed

    def weight(self, start: int, end: int) -> int:
        """Return how much prose stands between two lines."""
        return self.prose_above()[end] - self.prose_above()[start]


def bare(text: str) -> str:
    """Return a text without marks and blanks.

    >>> bare("同志们： 抓紧。")
    '同志们抓紧'
    """
    return "".join(_WORDS.findall(text)) if text else ""
