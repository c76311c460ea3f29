"""Tells by its first bytes and its suffix what kind of file this is, and for kinds that are not read, what to do with one."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORDS = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt", "EncryptedPackage": "locked"}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml.{0,200}?>\s{0,40})?(?:<!--.{0,400}?-->\s{0,40})?<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_AS_DOCX = "open it in Word or WPS and save it as .docx"
_KINDS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "doc": (("doc", "dot", "wps", "wpt"), "files of old Word and WPS (.doc, .wps) are not read", _AS_DOCX),
    "rtf": (("rtf",), "RTF files are not read", _AS_DOCX),
    "odt": (("odt", "ott", "pages"), "files of other writing programs are not read", _AS_DOCX),
    "locked": ((), "the document is locked with a password", "open it with the password and save it without one"),
    "xls": (("xls", "xlsx", "xlsm", "et", "ods", "numbers"), "workbooks are not read", "save the sheet as CSV in UTF-8, one speech a row"),
    "ppt": (("ppt", "pptx", "dps", "odp"), "slides are not read", "copy the speech into a .txt or .docx file"),
    "ofd": (("ofd", "caj", "ceb", "gd"), "files of this layout format are not read", "open it in its reader and print it to a PDF"),
    "mht": (("mht", "mhtml", "webarchive"), "web archives are not read", "save the page again as HTML only"),
    "picture": (
        ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic"),
        "this is a picture or a scanned page", "run text recognition (OCR) on it first",
    ),
    "archive": (("zip", "rar", "7z", "tar", "tgz"), "archives are not unpacked", "unpack it and name the folder"),
}  # fmt: skip
_BY_SUFFIX = {suffix: kind for kind, (suffixes, _, _) in _KINDS.items() for suffix in suffixes}
SPEECH_SUFFIXES = frozenset(f".{suffix}" for kind in ("doc", "rtf", "odt", "ofd", "mht") for suffix in _KINDS[kind][0])
"""Suffixes of files that probably hold a speech and cannot be read: in a folder they are named, not passed over."""


def why_not(kind: str) -> tuple[str, str]:
    """Return problem and cure of a kind of file that is not read; see `kind_of`."""
    return _KINDS[kind][1:]


def unread_kind(suffix: str) -> str:
    """Return the kind of a suffix that is not read; empty for one that is, or that is not known.

    >>> unread_kind(".WPS")
    'doc'
    """
    return _BY_SUFFIX.get(suffix.lower().lstrip("."), "")


def kind_of(data: bytes) -> str:
    """Return what a file is by its content: pdf, docx, html, or a kind that is not read; empty where only its name can say.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"{\\\\rtf1"), kind_of("同志们：".encode())
    ('pdf', 'rtf', '')
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_OLE):
        found = (kind for word, kind in reversed(_WORDS.items()) if word.encode("utf-16-le") in data)
        return next(found, "doc")
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"PK\3\4"):
        return _kind_of_zip(data)
    if data.startswith(_PICTURES):
        return "picture"
    if data.startswith((b"Rar!", b"7z\xbc\xaf")):
        return "archive"
    return "html" if _HTML_START.match(data[:4000]) else ""


def _kind_of_zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    tops = {name.partition("/")[0] for name in names}
    for top, kind in (("word", "docx"), ("xl", "xls"), ("ppt", "ppt"), ("OFD.xml", "ofd")):
        if top in tops:
            return kind
    if "mimetype" in tops and "content.xml" in tops:
        return "odt"
    return "docx" if "[Content_Types].xml" in tops else "archive"
