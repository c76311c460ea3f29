"""Recognises the encoding of a page: BOM, UTF-8, then GB18030 against Big5 by common characters, UTF-16."""

from __future__ import annotations

import codecs

from commitments.errors import SourceError
from commitments.kept import compiled

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = compiled(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过说产面而方后多定行学法所民得经三之进等部度"
    "這為個國時來們對會發動過產後學經進區縣鄉鎮業務長門開關實現點問題設與應當從將還機體總結強導領書記"
    "区县乡镇市省委政府业务长门开关实现点问题设与应当从将还机体总结强导领书记各位全新建重第，。、：；！？“”（）]"
)
_UNCOMMON = compiled(f"[^{_COMMON.pattern[1:-1]}\x01-\x7f]{{4,2000}}")
_CONTROL = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WIDE = compiled(r"[\u0080-\U0010ffff]")
_SAMPLE = 40_000
_STRETCH = 12
"""Characters of a line that are looked at together; among so many of running text several are common."""
_MOST_LOSSES = 3
_DAMAGE = compiled("[\ue000-\uf8ff\ufffd\x00]")
_FEW = 6
"""Damaged characters that are no reason to refuse even a short page."""
_SMALLEST_SHARE = 0.12
"""Of the characters beyond ASCII; running Chinese has about 0.35, Chinese read in a wrong encoding below 0.08."""


def decode(data: bytes, name: str = "input") -> tuple[str, str]:
    """Return the text of a page and the name of its encoding.

    >>> decode("各位代表：请审议。".encode("gb18030"))
    ('各位代表：请审议。', 'gb18030')

    Args:
        data: the page's bytes.
        name: what errors call the page.

    Raises:
        SourceError: the bytes are empty, or no text in UTF-8, GB18030, Big5 or UTF-16.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise SourceError(name, "the file is empty", "copy the page again")
    text, encoding = _decoded(data)
    if text is None or _is_binary(text):
        raise SourceError(name, "this is no text in UTF-8, GB18030, Big5 or UTF-16", "save the page as text in UTF-8")
    return text, encoding


def _decoded(data: bytes) -> tuple[str | None, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding.removesuffix("-sig")
    text = _strict_utf8(data)
    if text is not None and (b"\0" not in data or common_share(text) > _SMALLEST_SHARE):
        return text, "utf-8"
    if b"\0" in data:  # UTF-16 is full of them; elsewhere a few are damage
        found = _most_common(data, ("utf-16-le", "utf-16-be"))
        if found[0] is not None:
            return found
    found = _most_common(data, ("gb18030", "big5hkscs"))
    if found[0] is None:
        # A few broken bytes in an otherwise sound page must not lose the speech.
        found = _most_common(data, ("utf-8", "gb18030", "big5hkscs"), errors="replace")
    if found[0] is not None:
        return _healed(data, found[0], found[1]), found[1]
    return _most_common(data, ("utf-16-le", "utf-16-be"))


def _healed(data: bytes, text: str, encoding: str) -> str:
    """Return the text with the lines mended in which half a character is missing.

    In a two-byte encoding everything behind a lost byte is read in wrong pairs up to the end of the line; the place of the
    loss becomes U+FFFD.
    """
    if encoding not in {"gb18030", "big5hkscs"}:
        return text
    lines = text.split("\n")
    if not any(_is_garbled(line) for line in lines):
        return text
    sources = data.split(b"\n")  # never a part of a character in these encodings
    if len(sources) != len(lines):
        lines = [source.decode(encoding, "replace") for source in sources]
    return "\n".join(_mended(source, line, encoding) if _is_garbled(line) else line for source, line in zip(sources, lines, strict=True))


def _is_garbled(line: str) -> bool:
    """Tell whether a stretch of a line has next to no common characters."""
    return _garbled_from(line) is not None


def _garbled_from(line: str) -> int | None:
    """Return where the longest run of uncommon characters begins, where it is longer than running text has any.

    A sign of damage in the line makes a shorter run count.
    """
    longest = max(_UNCOMMON.finditer(line), key=lambda run: run.end() - run.start(), default=None)
    least = _FEW - 2 if _DAMAGE.search(line) else _STRETCH
    return longest.start() if longest and longest.end() - longest.start() >= least else None


def _mended(source: bytes, line: str, encoding: str) -> str:
    """Return a line without the byte whose loss makes most of what follows readable."""
    best = line
    for _ in range(_MOST_LOSSES):
        start = _garbled_from(best)
        if start is None:
            break
        place = len(best[:start].replace("\ufffd", "?").encode(encoding, "replace"))
        tries = [source[:at] + b"\xff" + source[at + 1 :] for at in range(max(0, place - 2 * _STRETCH), min(len(source), place + _STRETCH))]
        source = max(tries, key=lambda data: len(_COMMON.findall(data.decode(encoding, "replace"))), default=source)
        found = source.decode(encoding, "replace")
        if common_share(found) <= common_share(best):
            break
        best = found
    return best


def _strict_utf8(data: bytes) -> str | None:
    """Decode strictly, but for a character that the end of the file cuts in two."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8")
    return None


def _most_common(data: bytes, encodings: tuple[str, ...], errors: str = "strict") -> tuple[str | None, str]:
    """Return the reading with the greatest share of common Chinese characters, if that share is plausible."""
    best: tuple[float, str | None, str] = (_SMALLEST_SHARE, None, "")
    for encoding in encodings:
        text = _tolerant(data, encoding, errors)
        if text is not None and (share := common_share(text)) > best[0]:
            best = (share, text, encoding)
    return best[1], best[2]


def _tolerant(data: bytes, encoding: str, errors: str) -> str | None:
    try:
        return data.decode(encoding, errors)
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4:
            return data[: error.start].decode(encoding)
    return None


def common_share(text: str) -> float:
    """Return the share of common Chinese characters and marks among the characters beyond ASCII.

    >>> common_share("同志们，我们要") > 0.5
    True
    """
    sample = text[:_SAMPLE]
    wide = len(_WIDE.findall(sample))
    return len(_COMMON.findall(sample)) / wide if wide else 0.0


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    bad = len(_CONTROL.findall(sample)) + sample.count("\ufffd")
    return bad > max(_FEW, len(sample) // 50)
