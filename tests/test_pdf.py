"""PDF: columns, running heads, wraps; what is scanned, locked, broken or without codes is refused in one line."""

import io

import pytest
from pdf_pages import Text, pdf

from commitments.errors import SourceError
from commitments.reading import pdf as reader
from commitments.reading import read_bytes
from commitments.reading.layout import Piece, laid_out

pypdf = pytest.importorskip("pypdf")

TITLE = "在全县水利工作会议上的讲话"
PARAGRAPHS = [
    "同志们：",
    "今天把大家请到水库坝上来，就是要让大家亲眼看一看，汛期之前还有多少活没有干完，还有多少隐患没有消掉，账要当面算清楚。",
    "一、进度要往前赶",
    "水利局要在5月底前完成12座水库除险加固，财政局在4月20日前把3600万元资金拨付到位，少一天都要说明原因，谁的环节谁负责。",
    "各乡镇每周五报一次进度，连续两周落在最后的，由分管副县长约谈，约谈记录送县委督查室存档，年底考核时一并算账，不搞下不为例。",
    "散会。",
]


def page(paragraphs: list[str], left: float = 72, width: int = 28, top: float = 740, size: float = 16) -> list[Text]:
    """Return paragraphs as they are printed: indented by two characters, wrapped at a number of characters."""
    pieces: list[Text] = []
    for text in paragraphs:
        first, rest = text[: width - 2], text[width - 2 :]
        lines = [first] + [rest[at : at + width] for at in range(0, len(rest), width)]
        for number, line in enumerate(lines):
            pieces.append((left + 2 * size * (number == 0), top - 28 * len(pieces), size, line))
    return pieces


def read(pages: list[list[Text]], encoding: str = "utf-16-be") -> str:
    return read_bytes(pdf(pages, encoding), "讲话.pdf").text


@pytest.mark.parametrize("encoding", ["utf-16-be", "gbk"])
def test_wrapped_lines_become_paragraphs(encoding: str) -> None:
    assert read([[(180, 790, 22, TITLE), *page(PARAGRAPHS)]], encoding) == "\n".join([TITLE, *PARAGRAPHS])


def test_running_heads_and_page_numbers_go_and_a_paragraph_goes_on_across_pages() -> None:
    lines = page(PARAGRAPHS)
    cut = 6  # inside the fourth paragraph
    shift = lines[0][1] - lines[cut][1]
    second = [(x, y + shift, size, text) for x, y, size, text in lines[cut:]]
    head = (72.0, 800.0, 10.0, "全县水利工作会议材料之三")
    pages = [[head, *lines[:cut], (280.0, 40.0, 10.0, "— 1 —")], [head, *second, (280.0, 40.0, 10.0, "— 2 —")]]
    assert read(pages) == "\n".join(PARAGRAPHS)


@pytest.mark.parametrize("number", ["3", "第3页", "第 3 页 共 12 页", "3/12", "- 3 -", "— 3 —"])
def test_page_numbers_of_many_kinds_go(number: str) -> None:
    assert read([[*page(PARAGRAPHS), (280, 40, 10, number)]]) == "\n".join(PARAGRAPHS)


def test_a_line_of_the_text_that_is_a_number_stays() -> None:
    assert read([page(["同志们：", "37", "这是昨天的事故起数。"])]) == "同志们：\n37\n这是昨天的事故起数。"


def test_the_same_sentence_at_the_top_of_two_pages_is_no_running_head() -> None:
    assert read([page(["这件事我要讲两遍。", "一遍。"]), page(["这件事我要讲两遍。", "两遍。"])]).count("这件事我要讲两遍。") == 2


@pytest.mark.parametrize("interleaved", [False, True])
def test_columns_are_read_one_after_the_other(interleaved: bool) -> None:
    left = page(PARAGRAPHS[:4], left=60, width=14, size=14)
    right = page(PARAGRAPHS[4:], left=320, width=14, size=14)
    pieces = left + right
    if interleaved:
        pieces = sorted(pieces, key=lambda piece: (-piece[1], piece[0]))
    assert laid_out([[Piece(200, 800, 20, TITLE), *(Piece(*piece) for piece in pieces)]]) == "\n".join([TITLE, *PARAGRAPHS])


def test_bold_that_is_printed_twice_is_read_once() -> None:
    pieces = [(100, 700, 16, "一、抓水利"), (100.3, 700, 16, "一、抓水利")]
    assert read([[*pieces, *page(PARAGRAPHS[3:5], top=660)]]).startswith("一、抓水利\n")


def test_words_of_other_scripts_keep_their_blanks_and_lose_their_hyphens() -> None:
    line = "部署" * 10 + "AI"
    assert laid_out([[Piece(72, 700, 10, line), Piece(72, 680, 10, "Agent系统。")]]) == line + " Agent系统。"
    assert laid_out([[Piece(72, 700, 10, line + "sys-"), Piece(72, 680, 10, "tem系统。")]]) == line + "system系统。"


def with_picture(data: bytes, text: str = "") -> bytes:
    """Return a PDF whose pages hold a picture."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    picture = pypdf.generic.StreamObject()
    picture.set_data(b"\0")
    picture.update({pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Image")})
    for one in writer.pages:
        objects = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/Im1"): writer._add_object(picture)})
        one["/Resources"].get_object()[pypdf.generic.NameObject("/XObject")] = objects
    return written(writer)


def written(writer: "pypdf.PdfWriter") -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked(user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf([page(PARAGRAPHS)])))
    writer.encrypt(user_password=user, owner_password="主人", algorithm="RC4-128")
    return written(writer)


def blank() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=100, height=100)
    return written(writer)


SIGNED = with_picture(pdf([[(400, 20, 8, "扫描全能王 创建")]] * 3))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (blank(), "scanned"),
        (SIGNED, "scanned"),
        (locked("钥匙"), "locked with a password"),
        (b"%PDF-1.7 nothing", "broken"),
        (pdf([page(PARAGRAPHS)])[:700], "broken"),
        (pdf([page(["ÿþýüûúùø÷öõôóòñðïîíìëêéèçæåäãâáàßÞÝÜÛÚÙØ" * 3] * 3)]), "cannot be decoded"),
        (pdf([page(["同志们："])] * (reader.MOST_PAGES + 1)), "more than 400 pages"),
    ],
    ids=["blank", "signed scan", "locked", "no PDF", "cut off", "no codes", "too long"],
)
def test_what_cannot_be_read_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as caught:
        read_bytes(data, "讲话.pdf")
    assert caught.value.cure
    assert caught.value.place == "讲话.pdf"


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    assert read_bytes(locked(""), "讲话.pdf").text == "\n".join(PARAGRAPHS)


def test_pictures_beside_text_are_no_scan() -> None:
    assert read_bytes(with_picture(pdf([page(PARAGRAPHS)])), "讲话.pdf").text == "\n".join(PARAGRAPHS)


def test_reading_stops_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LONGEST", -1.0)
    with pytest.raises(SourceError, match="seconds"):
        read_bytes(pdf([page(PARAGRAPHS)]), "讲话.pdf")


def test_a_pdf_is_known_by_its_content() -> None:
    assert read_bytes(pdf([page(PARAGRAPHS)]), "讲话.txt").format == "pdf"
