"""Bytes to pages: encodings, text, Markdown, HTML, DOCX, PDF, and what is refused."""

import time
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from commitments.clean import clean_page
from commitments.errors import SourceError
from commitments.reading import decode, html, read_bytes, read_page
from commitments.ruledata import load_rules

SIMPLE = "各位代表：现在，我向大会报告一年来的工作，请予审议。今年要新建学校12所。"
TRADITIONAL = "各位代表：現在，我向大會報告一年來的工作，請予審議。今年要新建學校十二所，為發展產業開好頭。"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (SIMPLE, "utf-8", "utf-8"),
        (SIMPLE, "utf-8-sig", "utf-8"),
        (SIMPLE, "gbk", "gb18030"),
        (SIMPLE, "gb18030", "gb18030"),
        (SIMPLE, "utf-16", "utf-16"),
        (SIMPLE, "utf-16-le", "utf-16-le"),
        (SIMPLE, "utf-16-be", "utf-16-be"),
        (TRADITIONAL, "big5hkscs", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
    ],
)
def test_the_encoding_is_recognised(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_character_cut_in_two_at_the_end_is_left_out(codec: str) -> None:
    assert decode(SIMPLE.encode(codec)[:-1])[0] == SIMPLE[:-1]


def test_a_broken_byte_does_not_lose_the_page() -> None:
    text, encoding = decode((SIMPLE * 20).encode() + b"\xff" + SIMPLE.encode())
    assert encoding == "utf-8"
    assert text.replace("\ufffd", "") == SIMPLE * 21


LINES = (
    "在水利会上的讲话\n同志们：\n水利站要在3月底前查清山塘八十六口，各村同步把渠道破损点报上来，不许瞒，也不许拖，"
    "谁误了农时谁到会上说清楚。\n散会。"
)


@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
@pytest.mark.parametrize("damage", ["lost byte", "null between", "null instead"])
@pytest.mark.parametrize("place", [40, 61, 90, 121])
def test_half_a_character_or_a_null_costs_a_few_characters_and_not_the_page(codec: str, damage: str, place: int) -> None:
    data = LINES.encode(codec)
    broken = data[:place] + (b"" if damage == "lost byte" else b"\0") + data[place + (damage != "null between") :]
    page = read_bytes(broken, "讲话.txt")
    assert page.encoding == codec
    same = sum(block.size for block in SequenceMatcher(None, LINES, page.text, autojunk=False).get_matching_blocks())
    assert len(LINES) - same <= 8
    speech = clean_page(page, load_rules())
    assert "damaged-bytes" in speech.warnings
    assert "散会" in speech.text


def test_a_sound_page_of_rare_characters_is_left_as_it_is() -> None:
    rare = "彝族傈僳族纳西族普米族怒族独龙族景颇族佤族拉祜族哈尼族"
    text = f"{SIMPLE}\n{rare}，{rare}。\n{SIMPLE}"
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30, "picture"),
        (bytes(range(256)) * 30, "no text"),
        (bytes(range(128, 256)) * 40, "no text"),
    ],
)
def test_what_is_no_text_is_refused_with_a_cure(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError, match=problem) as caught:
        read_bytes(data, "讲话.txt")
    assert caught.value.place == "讲话.txt"
    assert caught.value.cure


def test_a_missing_file_a_folder_and_an_unknown_suffix_are_refused(tmp_path: Path) -> None:
    (tmp_path / "表.xyz").write_bytes(b"1")
    for path, problem in ((tmp_path / "无.txt", "no such file"), (tmp_path, "folder"), (tmp_path / "表.xyz", "unknown kind of file .xyz")):
        with pytest.raises(SourceError, match=problem):
            read_page(path)


def test_a_page_knows_its_name_and_source(tmp_path: Path) -> None:
    path = tmp_path / "防汛讲话.txt"
    path.write_text(SIMPLE, encoding="utf-8")
    page = read_page(path)
    assert (page.doc_id, page.source, page.format, page.text) == ("防汛讲话", str(path), "txt", SIMPLE)


def test_front_matter_of_markdown_is_kept_as_facts() -> None:
    page = read_bytes("---\nsource: https://www.example.gov.cn/a.html\ntitle: 工作报告\n---\n\n各位代表：".encode(), "报告.md")
    assert page.meta == {"source": "https://www.example.gov.cn/a.html", "title": "工作报告"}
    assert page.text.startswith("---")


HTML_CASES = [
    ("<p>同志们：<p>今天开会。", "同志们：\n今天开会。"),
    ("<p>抓<span class='jammer'>9 x2</span>紧</p>", "抓紧"),
    ("<p>抓<font style='DISPLAY: none'>9 x2</font>紧</p>", "抓紧"),
    ("<div style='display:none'><div>a</div>b</div><p>留下</p>", "留下"),
    ("<script>var a = '<p>不要</p>';</script><style>p{}</style><p>要</p>", "要"),
    ("<nav><a>首页</a></nav><p>正文</p><footer>版权</footer>", "正文"),
    ("<ul class='menu'><li><a>甲</a><li><a>乙</a></ul><p>正文</p>", "正文"),
    ("<div class='foot-main'><p>这里是正文，没有链接。</p></div>", "这里是正文，没有链接。"),
    ("<div class='ad-box'>贷款找我</div><p>正文</p>", "正文"),
    ("<table><tr><td>索引号<td>12<tr><td>文号<td>3</table>", "索引号 12\n文号 3"),
    ("<p>开会\n部署&nbsp;AI\n工作&ldquo;一件事&rdquo;</p>", "开会部署\xa0AI 工作“一件事”"),
    ("一<br>二<br/>三", "一\n二\n三"),
    ("<table><tr><td><p>工信局</p></td><td><p>技改</p></td></tr><tr><td>民政局</td><td>建站</td></tr></table>", "工信局 技改\n民政局 建站"),
    ("<table><tr><td>菜单</td><td><p>第一段。</p><p>第二段。</p></td></tr></table>", "菜单\n第一段。\n第二段。"),
    ("<pre>同志们：\n  今天开会，\n抓落实。</pre>", "同志们：\n今天开会，\n抓落实。"),
    ("<div style='white-space:pre-wrap'>一行\n二行</div>", "一行\n二行"),
    ("<section style='font-size:0'>x9<span style='font-size:16px'>抓紧</span></section>", "抓紧"),
    ("<ol><li>抓好春灌。<li>抓好防汛。</ol>", "1. 抓好春灌。\n2. 抓好防汛。"),
    ("<ol><li><a>通知</a><li>1. 抓好防汛。</ol>", "通知\n1. 抓好防汛。"),
    ("<![if !supportLists]>一、<![endif]>抓春灌", "一、抓春灌"),
]
LONG = "各部门要把任务分到人、把时限定到天，一项一项对账，一项一项销号。" * 5
DOUBTFUL = [
    f"<form id='aspnetForm'><div class='nav'><a>首页</a></div><p>{LONG}</p></form>",
    f"<div id='js_content' style='visibility: hidden; opacity: 0'><p>{LONG}</p></div><div style='display:none'>微信扫一扫</div>",
    f"<p>要点……</p><div class='hide'><p>{LONG}</p></div>",
    f"<nav><p>{LONG}</p>",
    f"<p>{LONG}</p><div class='comments-area'><p>写得好，收藏了。</p></div><form><p>发表评论</p></form><noscript>请启用脚本</noscript>",
    f"<p>{LONG}</p><div style='display:none'><p>{LONG}</p></div>",
    f"<p>{LONG}</p><textarea>{LONG[:40]}</textarea>",
]


@pytest.mark.parametrize(("markup", "text"), HTML_CASES)
def test_html_is_rendered_as_a_reader_sees_it(markup: str, text: str) -> None:
    assert read_bytes(f"<html><body>{markup}</body></html>".encode(), "页.html").text == text


@pytest.mark.parametrize("markup", DOUBTFUL)
def test_what_is_hidden_or_beside_the_text_goes_unless_it_is_the_text(markup: str) -> None:
    text = read_bytes(f"<html><body>{markup}</body></html>".encode(), "页.html").text
    assert text.removeprefix("要点……\n") == LONG


HOSTILE = {
    "tags that never end": "<a " * 60_000,
    "attributes that never end": '<a href="' * 20_000,
    "comments that never end": "<!--" * 50_000,
    "instructions that never end": "<?" * 90_000,
    "sections that never end": "<![CDATA[" * 20_000,
    "menus in menus": "<div class=menu>字" * 12_000,
    "lists in lists": "<ol><li>抓好落实。" * 15_000,
    "tables in tables": "<table><tr><td>字" * 12_000,
    "hidden in hidden": "<p style='display:none'>字" * 8_000,
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_takes_no_longer_than_another(markup: str) -> None:
    begin = time.process_time()
    page = read_bytes(f"<html><body><p>{LONG}</p>{markup}".encode(), "页.html")
    assert LONG in page.text
    assert time.process_time() - begin < 6  # under a second; each took minutes when the parser looked again and again


def test_a_page_cut_off_in_a_tag_and_pictures_inside_the_page_leave_nothing_behind() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 4000}'>"
    assert read_bytes(f"<html><body><p>甲</p>{picture}<p>3<5</p><div cla".encode(), "页.html").text == "甲\n3<5"


def test_a_page_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MOST_CHARACTERS", 100)
    with pytest.raises(SourceError, match="million characters"):
        read_bytes(f"<html><p>{LONG}</p></html>".encode(), "页.html")


@pytest.mark.parametrize("markup", ["<frameset cols='20%,*'><frame src=a.htm></frameset>", "<p>正文见下</p><iframe src='b.html'></iframe>"])
def test_a_page_that_only_frames_another_is_refused(markup: str) -> None:
    with pytest.raises(SourceError, match="only a frame") as caught:
        read_bytes(f"<html>{markup}</html>".encode(), "页.html")
    assert "inner page" in caught.value.cure


@pytest.mark.parametrize(
    "script",
    ['{"@type": "Article", "datePublished": "2024-05-20T08:00:00+08:00"}', "var ct = '1'; var createTime = '2024-05-20 16:15';"],
)
def test_the_time_of_publication_is_read_from_scripts(script: str) -> None:
    page = read_bytes(f"<html><script>{script}</script><p>正文</p></html>".encode(), "页.html")
    assert page.meta["published"].startswith("2024-05-20")
    assert page.text == "正文"


def test_html_tells_its_title_time_and_links() -> None:
    facts = "<meta name='PubDate' content='2025-03-02 10:00'><meta name='ArticleTitle' content='在会上的讲话'>"
    head = f"<title>在会上的讲话_某网</title>{facts}"
    page = read_bytes(f"<html><head>{head}</head><body><p>正文</p><a href='#'>下一篇</a></body></html>".encode(), "页.html")
    assert page.meta == {"title_tag": "在会上的讲话_某网", "published": "2025-03-02 10:00", "title": "在会上的讲话"}
    assert [page.text[start:end] for start, end in page.links] == ["下一篇"]


@pytest.mark.parametrize(
    ("codec", "declared"),
    [("gbk", "gb2312"), ("utf-8", "gb2312"), ("gb18030", ""), ("utf-8", "utf-8"), ("gbk", "utf-8"), ("gbk", "big5")],
)
def test_the_charset_of_html_is_found_even_where_it_is_declared_wrongly(codec: str, declared: str) -> None:
    markup = f"<html><meta http-equiv=Content-Type content='text/html; charset={declared}'><p>{SIMPLE}</p></html>"
    assert read_bytes(markup.encode(codec), "页.htm").text == SIMPLE


def test_html_in_a_text_file_is_noticed() -> None:
    assert read_bytes(b"<!DOCTYPE html>\n<html><p>" + SIMPLE.encode() + b"</p></html>", "-").format == "html"
