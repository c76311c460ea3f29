"""DOCX: what Word prints is what is read, numbers of lists included; what cannot be read is refused in one line."""

import io
import zipfile

import pytest

from commitments import extract
from commitments.errors import SourceError
from commitments.reading import read_bytes
from commitments.reading.numbering import numeral

NS = (
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:v='urn:schemas-microsoft-com:vml'"
)


def docx(body: str, **parts: str) -> bytes:
    """Return a document; `parts` are the contents of numbering, styles, footnotes and endnotes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {NS}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {NS}>{content}</w:{name}>")
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def paragraph(text: str, level: int | None = None, number: str = "1", style: str = "") -> str:
    own = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>" if level is not None else ""
    named = f"<w:pStyle w:val='{style}'/>" if style else ""
    return f"<w:p><w:pPr>{named}{own}</w:pPr>{text if text.startswith('<') else run(text)}</w:p>"


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return f"<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{form}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"


def lists(levels: str, numbers: str = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>") -> str:
    return f"<w:abstractNum w:abstractNumId='0'>{levels}</w:abstractNum>{numbers}"


CHINESE = level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "（%2）") + level(2, "decimal", "%3.")


def read(body: str, **parts: str) -> str:
    return read_bytes(docx(body, **parts), "讲话.docx").text


def test_paragraphs_numbers_and_tables_are_read() -> None:
    cells = ("单位", "时限"), ("工信局", "11月底前")
    rows = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in cells)
    items = [("抓项目", 0), ("开工", 1), ("签约", 2), ("落地", 2), ("竣工", 1), ("抓民生", 0), ("就业", 1)]
    body = paragraph("同志们：") + "".join(paragraph(text, depth) for text, depth in items) + f"<w:tbl>{rows}</w:tbl>"
    numbered = "一、抓项目\n（一）开工\n1.签约\n2.落地\n（二）竣工\n二、抓民生\n（一）就业"
    assert read(body, numbering=lists(CHINESE)) == f"同志们：\n{numbered}\n单位\t时限\n工信局\t11月底前"


def test_numbers_of_a_style_count_and_may_be_switched_off() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='标题1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>" + (
        "<w:style w:type='paragraph' w:styleId='标题2'><w:basedOn w:val='标题1'/></w:style>"
    )
    first = level(0, "chineseCounting", "%1、", "<w:pStyle w:val='标题1'/>")
    levels = first + level(1, "decimal", "%1.%2", "<w:isLgl/><w:pStyle w:val='标题2'/>")
    off = paragraph("不编号", 0, "0", "标题1")
    body = paragraph("甲", style="标题1") + paragraph("乙", style="标题2") + off + paragraph("丙", style="标题1")
    assert read(body, numbering=lists(levels), styles=styles) == "一、甲\n1.1 乙\n不编号\n二、丙"


def test_numbers_of_one_list_count_on_unless_they_start_anew() -> None:
    numbers = "".join(
        f"<w:num w:numId='{number}'><w:abstractNumId w:val='0'/>{more}</w:num>"
        for number, more in (("1", ""), ("2", ""), ("3", "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>"))
    )
    body = "".join(paragraph(text, 0, number) for text, number in (("甲", "1"), ("乙", "2"), ("丙", "3"), ("丁", "3")))
    assert read(body, numbering=lists(CHINESE, numbers)) == "一、甲\n二、乙\n一、丙\n二、丁"


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (10, "chineseCounting", "十"), (21, "chineseCountingThousand", "二十一"), (105, "chineseCounting", "一百零五"),
        (12, "ideographDigital", "一二"), (3, "chineseLegalSimplified", "叁"), (2, "ideographTraditional", "乙"),
        (20, "decimalEnclosedCircleChinese", "⑳"), (7, "decimalEnclosedParen", "(7)"),
        (5, "decimalFullWidth", "５"), (28, "lowerLetter", "bb"), (9, "upperRoman", "IX"), (7, "decimalZero", "07"), (8, "unknown", "8"),
    ],
)  # fmt: skip
def test_numerals_look_as_word_shows_them(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text


def test_tracked_changes_are_taken_as_accepted() -> None:
    changed = run("5月底前") + "<w:del><w:r><w:delText>6月</w:delText></w:r></w:del>" + f"<w:ins>{run('完成加固')}</w:ins>"
    moved = f"<w:moveFrom>{run('搬走的话')}</w:moveFrom>" + run("留下的话")
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('水利局要')}</w:p>" + paragraph("抓紧完成。")
    gone = f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('删去的行')}</w:tc></w:tr></w:tbl>"
    assert read(paragraph(changed) + paragraph(moved) + joined + gone) == "5月底前完成加固\n留下的话\n水利局要抓紧完成。"


def test_text_boxes_are_read_once_and_hidden_text_and_fields_not() -> None:
    box = f"<w:txbxContent>{paragraph('框里的话')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )
    hidden, shown = "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:vanish w:val='0'/></w:rPr>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("隐藏", hidden) + run("显示", shown)
    tabs = "<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + run("甲") + "<w:r><w:tab/></w:r>" + run("乙") + "</w:p>"
    assert read(paragraph(run("外面") + shape) + paragraph(field) + tabs) == "外面\n框里的话\n显示\n甲\t乙"


def test_footnotes_stand_at_the_end() -> None:
    notes = (("2", "指县域内的小型水库。"), ("0", "分隔线"))
    note = "".join(f"<w:footnote w:id='{number}'>{paragraph(text)}</w:footnote>" for number, text in notes)
    body = paragraph(run("小水库") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run("要加固。")) + paragraph("散会。")
    assert read(body, footnotes=note) == "小水库要加固。\n散会。\n[1] 指县域内的小型水库。"


def test_a_table_that_lays_out_the_page_gives_lines_and_inner_tables_come_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('水利局')}</w:tc><w:tc>{paragraph('5月底前')}</w:tc></w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('同志们：')}{inner}{paragraph('散会。')}</w:tc></w:tr></w:tbl>"
    assert read(body) == "同志们：\n水利局\t5月底前\n散会。"


def test_the_outline_of_a_numbered_document_is_found() -> None:
    tasks = ("水利局要在5月底前完成12座水库除险加固。", "应急局要在6月底前组织3次演练。")
    items = [("把底数摸清", 0), (tasks[0], None), ("把责任压实", 0), (tasks[1], None)]
    body = paragraph("在防汛会上的讲话") + paragraph("同志们：") + "".join(paragraph(text, depth) for text, depth in items)
    page = read_bytes(docx(body, numbering=lists(CHINESE)), "讲话.docx")
    assert [row.section[0] for row in extract(page, date="2025-01-05")] == ["一、把底数摸清", "二、把责任压实"]


BOMB = docx(paragraph("啊" * 9_000_000))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\3\4 broken", "no DOCX"),
        (docx(""), "no text"),
        (docx(paragraph("<w:r/>")), "no text"),
        (docx(paragraph("x")).replace(b"word/document.xml", b"word/another1.xml"), "no DOCX"),
        (docx(paragraph("x"))[:-30], "no DOCX"),
        (docx("<w:p>"), "no DOCX"),
        (docx("<w:sdt>" * 3000 + "</w:sdt>" * 3000), "no DOCX"),
        (BOMB, "unpacks to 27 MB"),
        (docx("").replace(b"word/document.xml", b"xl/workbook.xml.."), "workbooks are not read"),
    ],
    ids=["broken", "empty", "no words", "no main part", "cut off", "bad XML", "nested without end", "bomb", "workbook"],
)
def test_what_cannot_be_read_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as caught:
        read_bytes(data, "讲话.docx")
    assert caught.value.cure


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused(codec: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        text = f'<?xml version="1.0" encoding="{codec.upper()}"?><!DOCTYPE a [<!ENTITY b "c">]><w:document {NS}/>'
        archive.writestr("word/document.xml", text.encode(codec))
    with pytest.raises(SourceError, match="entities"):
        read_bytes(buffer.getvalue(), "讲话.docx")


def test_strict_documents_are_read() -> None:
    data = docx(paragraph("同志们："))
    usual, strict = "schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("word/document.xml").decode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", content.replace(usual, strict))
    assert read_bytes(buffer.getvalue(), "讲话.docx").text == "同志们："
