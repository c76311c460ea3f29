"""Reads the paragraphs of a DOCX file, with the numbers that Word counts by itself, and its tables.

Uses only the standard library: a document is a ZIP archive with WordprocessingML inside (ECMA-376, part 1).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from commitments.errors import SourceError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST_PART = 40_000_000
_CHINESE = "零一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def read_docx(data: bytes, name: str) -> str:
    """Return the text of a document, one paragraph a line, table cells apart by tabs.

    Args:
        data: the file's bytes.
        name: what errors call the file.

    Raises:
        SourceError: this is no DOCX file, a part is too large, or there is no text in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(archive, "word/document.xml", name)
            numbering = _part(archive, "word/numbering.xml", name) if "word/numbering.xml" in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, RuntimeError):
        raise SourceError(name, "this is no DOCX file", "open it in Word or WPS and save it as .docx again") from None
    body = document.find(f"{_W}body")
    lines = list(_lines(body, _Counter(numbering))) if body is not None else []
    if not any(lines):
        raise SourceError(name, "the document holds no text", "scanned pages need text recognition first")
    return "\n".join(lines)


def _part(archive: zipfile.ZipFile, part: str, name: str) -> ElementTree.Element:
    info = archive.getinfo(part)
    if info.file_size > _LARGEST_PART:
        raise SourceError(name, f"{part} unpacks to more than {_LARGEST_PART // 1_000_000} MB", "this is no speech; split the file")
    content = archive.read(info)
    if b"<!DOCTYPE" in content[:1000] or b"<!ENTITY" in content:
        raise SourceError(name, "the document declares entities, which Word never does", "save it as .docx again")
    return ElementTree.fromstring(content)


def _lines(body: ElementTree.Element, counter: _Counter) -> Iterator[str]:
    for block in body:
        if block.tag == f"{_W}p":
            yield counter.marker(block) + _paragraph(block)
        elif block.tag == f"{_W}tbl":
            for row in block.iter(f"{_W}tr"):
                yield "\t".join("".join(_paragraph(part) for part in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc"))
        elif block.tag == f"{_W}sdt":
            content = block.find(f"{_W}sdtContent")
            if content is not None:
                yield from _lines(content, counter)


def _paragraph(paragraph: ElementTree.Element) -> str:
    parts: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in {f"{_W}tab", f"{_W}ptab"}:
            parts.append("\t")
        elif node.tag in {f"{_W}br", f"{_W}cr"}:
            parts.append("\n")
    return "".join(parts).strip()


class _Counter:
    """Counts numbered paragraphs as Word does: per list and level, a higher level starts the lower ones again."""

    def __init__(self, numbering: ElementTree.Element | None) -> None:
        self.formats: dict[tuple[str, str], tuple[str, str]] = {}
        self.counts: dict[str, list[int]] = {}
        if numbering is None:
            return
        abstract = {node.get(f"{_W}abstractNumId", ""): node for node in numbering.iter(f"{_W}abstractNum")}
        for node in numbering.iter(f"{_W}num"):
            link = node.find(f"{_W}abstractNumId")
            source = abstract.get(link.get(f"{_W}val", "")) if link is not None else None
            for level in source.iter(f"{_W}lvl") if source is not None else ():
                key = (node.get(f"{_W}numId", ""), level.get(f"{_W}ilvl", "0"))
                self.formats[key] = (_value(level, "numFmt"), _value(level, "lvlText"))

    def marker(self, paragraph: ElementTree.Element) -> str:
        """Return what Word shows before the paragraph, e.g. `（二）`."""
        properties = paragraph.find(f"{_W}pPr/{_W}numPr")
        if properties is None:
            return ""
        number, level = _value(properties, "numId"), _value(properties, "ilvl") or "0"
        form, text = self.formats.get((number, level), ("", ""))
        if not level.isdigit() or int(level) > 8 or not form:
            return ""
        counts = self.counts.setdefault(number, [0] * 9)
        depth = int(level)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (8 - depth)
        if form in {"bullet", "none"}:
            return ""
        for place in range(depth + 1):
            inner = self.formats.get((number, str(place)), (form, ""))[0]
            text = text.replace(f"%{place + 1}", _numeral(max(1, counts[place]), inner))
        return text


def _value(node: ElementTree.Element, child: str) -> str:
    found = node.find(f"{_W}{child}")
    return "" if found is None else found.get(f"{_W}val", "")


def _numeral(number: int, form: str) -> str:
    if form.startswith(("chinese", "ideograph", "taiwanese", "japaneseCounting")) and number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 0 else "十" if tens == 1 else f"{_CHINESE[tens]}十") + (_CHINESE[ones] if ones or not tens else "")
    if form.startswith("decimalEnclosedCircle") and number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    return str(number)
