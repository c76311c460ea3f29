"""Reads a DOCX file as it is printed: paragraphs with the numbers that Word counts by itself, tables, text boxes, footnotes.

Tracked changes are taken as accepted. Uses only the standard library: a document is a ZIP archive with WordprocessingML inside
(ECMA-376, part 1), and libraries for it give neither the numbers of lists nor text boxes.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from commitments.errors import SourceError
from commitments.reading.numbering import Counter, child, local, value

LARGEST_PART = 30_000_000
"""Bytes of one part when unpacked; a speech of an hour has less than a million."""
LARGEST_RATIO = 250
"""How many times smaller a part may be packed; XML of documents is about 10 times smaller, a bomb 1000 times."""

_SAVE_AGAIN = "open it in Word or WPS and save it as .docx again"
_NO_DOCX = ("this is no DOCX file", _SAVE_AGAIN)
_OUT = frozenset({
    "pPr", "rPr", "del", "moveFrom", "delText", "instrText", "Fallback", "rt", "sectPr", "tblPr", "trPr", "tcPr", "annotationRef",
})  # fmt: skip
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_LONGEST_CELL = 60


def read_docx(data: bytes, name: str) -> str:
    """Return the text of a document, one paragraph a line, table cells apart by tabs, footnotes at the end.

    Args:
        data: the file's bytes.
        name: what errors call the file.

    Raises:
        SourceError: this is no DOCX file, it unpacks to too much, or there is no text in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _Parts(archive, name)
            document = parts.read(parts.main())
            if document is None:
                raise SourceError(name, *_NO_DOCX)
            reader = _Reader(parts)
            body = child(document, "body")
            lines = list(reader.blocks(body)) if body is not None else []
            lines += reader.notes()
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, RuntimeError, NotImplementedError, zlib.error, EOFError, ValueError):
        # A locked archive is a RuntimeError, nesting without end a RecursionError, which is one too.
        raise SourceError(name, *_NO_DOCX) from None
    if not any(line.strip() for line in lines):
        raise SourceError(name, "the document holds no text", "where its pages are pictures, run text recognition (OCR)")
    return "\n".join(lines)


class _Parts:
    """The parts of the archive, each read once and only within limits."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive = archive
        self.name = name
        self.names = set(archive.namelist())

    def main(self) -> str:
        """Return the name of the main part; hardly any program names it otherwise than Word does."""
        usual = "word/document.xml"
        relations = self.read("_rels/.rels") if usual not in self.names else None
        for relation in relations if relations is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", usual).lstrip("/")
        return usual

    def read(self, part: str) -> Element | None:
        """Return the root of a part, None where there is none.

        Raises:
            SourceError: it is too large, or declares entities.
        """
        if part not in self.names:
            return None
        info = self.archive.getinfo(part)
        if info.file_size > LARGEST_PART or info.file_size > LARGEST_RATIO * max(info.compress_size, 4000):
            raise SourceError(self.name, f"{part} unpacks to {info.file_size // 1_000_000} MB", "this is no speech; split the file")
        content = self.archive.read(info)
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            content = content.decode("utf-16").replace("UTF-16", "UTF-8", 1).encode()
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise SourceError(self.name, "the document declares entities, which Word never does", "save it as .docx again")
        return ElementTree.fromstring(content)


class _Reader:
    """Walks the blocks of a document in reading order."""

    def __init__(self, parts: _Parts) -> None:
        self.parts = parts
        self.counter = Counter(parts.read("word/numbering.xml"), parts.read("word/styles.xml"))
        self.noted: dict[tuple[str, str], None] = {}
        self.carried = ""
        """Text of a paragraph whose end was deleted: it goes on in the next one."""

    def blocks(self, parent: Element) -> Iterator[str]:
        """Yield the lines of paragraphs and tables."""
        for block in parent:
            kind = local(block)
            if kind == "p":
                yield from self._paragraph(block)
            elif kind == "tbl":
                yield from self._table(block)
            elif kind in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}:
                yield from self.blocks(block)

    def notes(self) -> list[str]:
        """Return the footnotes and endnotes that the text refers to, in its order."""
        lines: list[str] = []
        for kind in dict.fromkeys(part for part, _ in self.noted):
            root = self.parts.read(f"word/{kind}.xml")
            found = {value(note, "id"): note for note in root} if root is not None else {}
            for number in [identity for part, identity in list(self.noted) if part == kind]:
                if number in found:
                    text = " ".join(line for line in self.blocks(found[number]) if line.strip())
                    lines.append(f"[{len(lines) + 1}] {text.strip()}")
        return lines

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        text = self.carried + "".join(self._text(paragraph, boxes)).strip(" \t")
        properties = child(paragraph, "pPr")
        mark = child(properties, "rPr") if properties is not None else None
        if mark is not None and child(mark, "del") is not None:
            self.carried = text
            return
        self.carried = ""
        if text or not boxes:
            yield (self.counter.marker(paragraph) if text else "") + text
        for box in boxes:
            yield from self.blocks(box)

    def _text(self, node: Element, boxes: list[Element]) -> Iterator[str]:
        for part in node:
            kind = local(part)
            if kind == "t":
                yield part.text or ""
            elif kind in {"tab", "ptab"}:
                yield "\t"
            elif kind in {"br", "cr"}:
                yield "\n"
            elif kind == "noBreakHyphen":
                yield "-"
            elif kind in _NOTES:
                self.noted[_NOTES[kind], value(part, "id")] = None
            elif kind == "txbxContent":
                boxes.append(part)
            elif kind not in _OUT and not (kind == "r" and _is_hidden(part)):
                yield from self._text(part, boxes)

    def _table(self, table: Element) -> Iterator[str]:
        for row in _rows(table):
            cells = [[line for line in self.blocks(cell) if line.strip()] for cell in _cells(row)]
            if len(cells) == 1 or any(len(cell) > 1 and sum(map(len, cell)) > _LONGEST_CELL for cell in cells):
                yield from (line for cell in cells for line in cell)  # a table that only lays out the page
            else:
                yield "\t".join(" ".join(cell).replace("\n", " ") for cell in cells).rstrip("\t")


def _is_hidden(run: Element) -> bool:
    properties = child(run, "rPr")
    hidden = child(properties, "vanish") if properties is not None else None
    return hidden is not None and value(hidden, "val") not in {"0", "false", "off"}


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows that are not deleted; rows may stand in content controls."""
    for part in table:
        kind = local(part)
        if kind == "tr":
            properties = child(part, "trPr")
            if properties is None or child(properties, "del") is None:
                yield part
        elif kind in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _rows(part)


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        kind = local(part)
        if kind == "tc":
            yield part
        elif kind in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(part)
