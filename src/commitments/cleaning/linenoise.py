"""Noise that a forum hides at the edges of lines, so that copies can be told: coined runs of letters and figures (kT4wQ)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from commitments.editing import Edit, cut
from commitments.kept import compiled

_END: Final = compiled(r"(?<=[\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u2018-\u201d…])[ ]?[!-~]{3,16}$")
_HEAD: Final = compiled(r"[!-~]{3,16}(?=[\uff08\u3008-\u301b\u3400-\u9fff\u2018-\u201d])")
_MARKS: Final = ",.;:!?%)\"'"
_SIGNS: Final = frozenset("{}[]$^&~\\_@#=<>|")
_CASES: Final = compiled("[a-z][A-Z]|[A-Z]{3}[a-z]")
_FIGURE: Final = compiled(
    r"[0-9][0-9.,:/~-]{0,8}(?:[kKMGTmcdμunh]?(?:m|g|t|W|Wh|V|VA|A|L|l|B|b|bps|Hz|Pa|J|h|s|D|K|a|in)[23]?|[A-Z]|VIP|[A-Z][a-z]?[0-9]{0,2})"
)
"""A figure with its unit (35kV, 12km2) or its letter (4A, 5G)."""
_CODE: Final = compiled(r"[A-Z]{1,5}[-.]?[0-9][0-9.]{0,6}[A-Z]?")
"""A number behind capitals: CO2, GB50016, PM2.5."""
_WORD: Final = compiled("[A-Z]{1,16}|[A-Z]?[a-z]{1,16}")
_LIMIT: Final = compiled(r"[A-Za-z][A-Za-z0-9.]{0,8}[<>=~]{1,2}[0-9.]{1,6}[%A-Za-z/]{0,5}")
_ADDRESS: Final = compiled(r"[A-Za-z0-9._-]{1,12}@[A-Za-z0-9.-]{2,12}|[A-Za-z0-9-]{1,8}(?:[.][A-Za-z0-9-]{2,8}){1,3}")
"""What a task may end with: a limit (PM2.5<35), where to send something."""
_AMIDST: Final = compiled("[A-Za-z][0-9]{1,3}[A-Za-z]|^[0-9][A-Za-z]{4}")
"""A figure between letters or before some, as no name of a thing has it (IPv6, eVTOL, DeepSeek)."""
_FEWEST, _SHORTEST_FAINT = 3, 5


def line_noise(text: str) -> Iterator[Edit]:
    """Yield the cuts of coined runs at the ends and heads of lines, where a page has several.

    >>> page = "渠道要抓kT4wQ\\n紧清淤，各村hq7Rz\\n都要上工。mW_x2\\n"
    >>> [page[edit.start : edit.end] for edit in line_noise(page)]
    ['kT4wQ', 'hq7Rz', 'mW_x2']
    """
    found: list[tuple[int, int]] = []
    faint: list[tuple[int, int]] = []
    place = 0
    for line in text.split("\n"):
        shown = line.rstrip()
        if shown:
            if "!" <= shown[-1] <= "~" and (match := _END.search(shown, max(0, len(shown) - 17))):
                _sort(match[0].strip(), place + match.end() - len(match[0].strip()), found, faint)
            if "!" <= shown[0] <= "~" and (match := _HEAD.match(shown)):
                _sort(match[0], place, found, faint)
        place += len(line) + 1
    if len({text[start:end] for start, end in found}) >= _FEWEST:
        yield from (cut(start, end, "repair.line-noise") for start, end in (*found, *faint))


def _sort(run: str, start: int, found: list[tuple[int, int]], faint: list[tuple[int, int]]) -> None:
    """Put a run to those that are coined, or to those that may be on a page that has others."""
    marks = len(run) - len(run.lstrip(_MARKS))  # the mark of the sentence stays
    word = run[marks:]
    sure = is_coined(word) and not (word.isalnum() and not _AMIDST.search(word))
    if sure:
        found.append((start + marks, start + len(run)))
        return
    run_of_letters = len(word) >= _SHORTEST_FAINT and word.isalnum()
    if is_coined(word) or (run_of_letters and not (word.isdigit() or _WORD.fullmatch(word) or _is_figure(word))):
        faint.append((start + marks, start + len(run)))


def _is_figure(run: str) -> bool:
    return bool(_FIGURE.fullmatch(run) or _CODE.fullmatch(run))


def is_coined(run: str) -> bool:
    """Tell whether a run of letters, figures and signs is no word, number or code.

    >>> [is_coined(run) for run in ("kT4wQ", "thz~", "CO2", "35kV", "App")]
    [True, True, False, False, False]
    """
    if len(run) < _FEWEST or not any(char.isalpha() for char in run) or _is_figure(run):
        return False
    if _LIMIT.fullmatch(run) or _ADDRESS.fullmatch(run):
        return False
    if any(char in _SIGNS for char in run):
        return any(char.islower() for char in run) or any(char.isdigit() for char in run)
    if not run.isalnum():
        return False
    return bool(_CASES.search(run)) or (any(char.isdigit() for char in run) and any(char.islower() for char in run))
