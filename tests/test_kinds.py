"""Files of other kinds: each gives one line that says what to do; a folder with a mix loses none of its speeches."""

from pathlib import Path

import pytest
from commandline import PAGE, folder, run, the_line

from commitments.cli import SOME_FAILED
from commitments.errors import SourceError
from commitments.reading import read_bytes

__all__ = ["folder"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
HTML = "<html><body>" + "".join(f"<p>{line}</p>" for line in PAGE.split("\n")) + "</body></html>"


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "problem", "cure"),
    [
        ("讲话.doc", ole("WordDocument"), "old Word and WPS", "save it as .docx"),
        ("讲话.wps", ole("WordDocument"), "old Word and WPS", "save it as .docx"),
        ("讲话.docx", ole("WordDocument"), "old Word and WPS", "save it as .docx"),
        ("讲话.docx", ole("EncryptedPackage"), "locked with a password", "without one"),
        ("讲话.xls", ole("Workbook"), "workbooks", "CSV"),
        ("讲话.xlsx", b"PK\3\4", "workbooks", "CSV"),
        ("讲话.et", b"", "workbooks", "CSV"),
        ("讲话.ppt", ole("PowerPoint Document"), "slides", "copy the speech"),
        ("讲话.rtf", b"{\\rtf1\\ansi }", "RTF", "save it as .docx"),
        ("讲话.doc", b"{\\rtf1\\ansi }", "RTF", "save it as .docx"),
        ("讲话.odt", b"PK\3\4", "other writing programs", "save it as .docx"),
        ("讲话.ofd", b"PK\3\4", "layout format", "print it to a PDF"),
        ("讲话.mht", b"MIME-Version: 1.0\r\n\r\n", "web archives", "HTML only"),
        ("讲话.zip", b"PK\3\4", "archives", "unpack it"),
        ("讲话.rar", b"Rar!\x1a\7", "archives", "unpack it"),
        ("讲话.jpg", b"\xff\xd8\xff\xe0", "scanned page", "OCR"),
        ("讲话.txt", b"\xff\xd8\xff\xe0" + b"\0" * 99, "scanned page", "OCR"),
        ("讲话.xyz", b"1", "unknown kind of file .xyz", "save it as one of"),
    ],
)
def test_a_kind_that_is_not_read_is_refused_with_its_cure(name: str, data: bytes, problem: str, cure: str) -> None:
    with pytest.raises(SourceError, match=problem) as caught:
        read_bytes(data, name)
    assert cure in caught.value.cure


@pytest.mark.parametrize("codec", ["utf-8", "gbk"])
def test_html_that_is_called_doc_is_read(codec: str) -> None:
    page = read_bytes(HTML.encode(codec), "讲话.doc")
    assert page.format == "html"
    assert page.text == PAGE.strip()


def test_one_such_file_is_one_line(folder: Path) -> None:
    (folder / "旧.wps").write_bytes(ole("WordDocument"))
    line = the_line(run("extract", "旧.wps", "-o", "台账.csv"))
    assert line.startswith("旧.wps: files of old Word and WPS")
    chinese = the_line(run("extract", "旧.wps", lang="zh_CN.UTF-8"))
    assert chinese == "旧.wps：读不了老版 Word 和 WPS 的文件（.doc、.wps）；请用 Word 或 WPS 打开，另存为 .docx\n"


def test_a_folder_names_the_speeches_it_cannot_read(folder: Path) -> None:
    for name, data in (("旧.doc", ole("WordDocument")), ("富.rtf", b"{\\rtf1}"), ("表.xlsx", b"PK\3\4"), ("网页.doc", HTML.encode())):
        (folder / "讲话" / name).write_bytes(data)
    done = run("extract", "讲话", "-o", "台账.csv")
    assert done.exit_code == SOME_FAILED
    failures = (folder / "台账.csv.failures.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert sorted(line.split(",")[1] for line in failures) == ["富", "旧"]
    assert "passed over" in done.stderr
    assert "speeches 5 (failed 2)" in done.stderr
    rows = (folder / "台账.csv").read_text(encoding="utf-8-sig")
    assert "网页" in rows
    assert "甲" in rows
