"""Several speeches on one page: parted where each is a speech of its own, and never at an outline."""

import json
from pathlib import Path

import pytest
from commandline import run

import commitments
from commitments import RawPage
from commitments.ruledata import load_rules
from commitments.several import parts

RULES = load_rules()


def speech(body: str, tasks: tuple[str, ...], salutation: str = "同志们：", closing: str = "谢谢大家！") -> str:
    """Return a speech with an outline; `body` is the office that has to do the tasks."""
    headings = ("一、看清差距，把担子挑起来", "二、抓住要害，把事情办下去", "三、严明纪律，把责任压下来")
    lines = [salutation, f"今天把大家请来，专门说一说{body}这条线上的工作。上半年干得怎么样，大家心里有数，我不多表扬，只谈问题和打算。"]
    for heading, task in zip(headings, tasks, strict=True):
        lines += [heading, f"{body}要把这一条放在前面，{task}，一项一项对账，办完一项销号一项，谁拖了后腿谁在会上说明。"]
    return "\n".join([*lines, closing])


WATER = speech("水利局", ("5月底前完成十二座水库除险加固", "汛期前逐库演练一次", "每月通报一次水质"))
ROADS = speech("交通运输局", ("9月底前建成农村公路80公里", "年内改造危桥15座", "每周上路巡查两次"))
CARE = speech("民政局", ("10月底前新建助餐点26个", "重阳节前走访独居老人一遍", "每季度检查一次养老院"))
TITLES = ("在全县水利工作会议上的讲话", "在全县农村公路推进会上的讲话", "在养老服务现场会上的讲话")
ALL = (WATER, ROADS, CARE)


def series(form: str, intro: str = "", tail: str = "") -> str:
    """Return a page with three speeches, each below a head of the given form."""
    cn = "一二三"
    heads = [form.format(n=number, c=cn[number - 1], title=title) for number, title in enumerate(TITLES, 1)]
    return intro + "\n".join(f"{head}\n{text}" for head, text in zip(heads, ALL, strict=True)) + tail


SERIES = [
    "篇{c}：{title}", "篇{n}：{title}", "第{n}篇 {title}", "第{c}篇：{title}", "【篇{n}】{title}",
    "【第{c}篇】\n{title}", "领导讲话稿范文 篇{n}", "【范例{c}】\n{title}",
    "## 篇{n}：{title}", "# {title}（{n}）", "{title}（{n}）", "{title}{c}", "（{n}）\n{title}", "({n})",
]  # fmt: skip


@pytest.mark.parametrize("form", SERIES)
def test_a_numbered_series_is_parted(form: str) -> None:
    page = RawPage(series(form), "合集", "合集.txt")
    found = parts(page, RULES)
    assert [part.page.doc_id for part in found] == ["合集-1", "合集-2", "合集-3"]
    for part, text in zip(found, ALL, strict=True):
        clean = part.clean(RULES)
        assert clean.text.endswith(text)
        start = clean.text.index(text[:20])
        raw = clean.to_raw(start, start + 20)
        assert page.text[slice(*raw)] == text[:20]


@pytest.mark.parametrize("form", ["篇{n}：{title}", "第{n}篇 {title}", "【篇{n}】{title}", "【第{c}篇】\n{title}", "（{n}）\n{title}"])
def test_each_has_its_own_title(form: str) -> None:
    found = commitments.clean_all(RawPage(series(form), "合集"))
    assert [clean.title for clean in found] == list(TITLES)
    assert [clean.text.partition("\n")[0] for clean in found] == list(TITLES)


def test_a_list_of_contents_and_a_preface_part_nothing() -> None:
    contents = "领导讲话稿（精选3篇）\n发布时间：2024-05-06 09:30\n本站为大家整理了几篇讲话稿，供参考。\n" + "\n".join(
        f"篇{number}：{title}" for number, title in enumerate(TITLES, 1)
    )
    page = RawPage(series("篇{n}：{title}", contents + "\n", "\n上一篇：工作总结\n下一篇：心得体会"), "合集")
    found = commitments.clean_all(page)
    assert [clean.text for clean in found] == [f"{title}\n{text}" for title, text in zip(TITLES, ALL, strict=True)]
    assert [clean.posted for clean in found] == ["2024-05-06"] * 3
    assert found[0].removed[0].rule == "part.numbered"
    assert found[0].removed[0].text.startswith("领导讲话稿（精选3篇）")


def test_the_first_of_a_series_may_have_no_number() -> None:
    page = RawPage(f"{TITLES[0]}\n{WATER}\n（二）\n{ROADS}\n（三）\n{CARE}", "合集")
    assert [clean.text[-len(WATER) :][:4] for clean in commitments.clean_all(page)] == ["同志们："] + [
        text[-len(WATER) :][:4] for text in (ROADS, CARE)
    ]


def test_speeches_that_merely_follow_one_another_are_parted() -> None:
    page = RawPage("\n".join(f"{title}\n（2025年3月8日）\n{text}" for title, text in zip(TITLES, ALL, strict=True)), "合集")
    expected = [f"{title}\n（2025年3月8日）\n{text}" for title, text in zip(TITLES, ALL, strict=True)]
    assert [clean.text for clean in commitments.clean_all(page)] == expected


HOST = "同志们：\n现在开会。今天的会议主要有两项议程，一是听取水利局的汇报，二是请县长讲话。参加会议的有各乡镇和县直部门的同志。"
THANKS = "刚才，县长作了重要讲话，请大家认真学习领会。会后，各乡镇要在本周五前传达到村，政府办公室下周一前汇总落实情况。散会。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("第一项议程：请县水利局局长作汇报。", "第二项议程：请县长讲话。"),
        ("下面，进行会议第一项，请县水利局局长发言", "下面，进行会议第二项，请县长讲话"),
        ("首先，请县水利局局长发言。", "下面，请县长讲话，大家欢迎！"),
    ],
)
def test_the_words_of_a_host_and_the_speeches_of_a_meeting_are_parted(first: str, second: str) -> None:
    page = RawPage(f"{HOST}\n{first}\n{WATER}\n{second}\n{ROADS}\n{THANKS}", "会议")
    found = commitments.clean_all(page)
    assert [clean.text for clean in found] == [HOST, WATER, ROADS, THANKS]


OUTLINE = "在全县工作会议上的讲话\n" + WATER
ONE_SPEECH = {
    "an outline": OUTLINE,
    "an outline that begins anew": OUTLINE.replace("谢谢大家！", "") + WATER.partition("：\n")[2],
    "a salutation in mid-speech": OUTLINE.replace("三、严明", "同志们：\n三、严明"),
    "headings in brackets alone on their lines": OUTLINE.replace("二、抓住", "（二）\n抓住").replace("一、看清", "（一）\n看清"),
    "chapters": OUTLINE.replace("一、看清", "第一篇 看清").replace("二、抓住", "第二篇 抓住").replace("三、严明", "第三篇 严明"),
    "an agenda in a sentence": OUTLINE.replace("今天把", "今天的会有三项议程，第一项议程是通报，第二项议程是发言。今天把"),
    "items without speeches": f"{HOST}\n第一项议程：请县水利局局长作汇报。\n（汇报）\n第二项议程：请县长讲话。\n（讲话）\n{THANKS}",
    "an opening that thanks a speaker": OUTLINE.replace("今天把", "刚才，水利局局长作了发言，我都同意。今天把"),
    "a closing in mid-speech": OUTLINE.replace("二、抓住", "谢谢大家！\n二、抓住"),
    "related links": OUTLINE + "\n相关推荐\n" + "\n".join(f"{title}（{number}）" for number, title in enumerate(TITLES, 1)),
    "the speech twice": f"{TITLES[0]}\n{WATER}\n{TITLES[0]}\n{WATER}",
    "a pager": OUTLINE + "\n（1）\n（2）\n（3）\n下一页",
    "a page that continues": f"{TITLES[0]}（1）\n{WATER}\n{TITLES[0]}（2）\n" + "\n".join(ROADS.split("\n")[2:]),
    "an editor's preface": f"编者按：{ROADS.partition('：')[2][:150]}\n{TITLES[0]}\n{WATER}",
}


@pytest.mark.parametrize("text", ONE_SPEECH.values(), ids=ONE_SPEECH.keys())
def test_one_speech_is_never_parted(text: str) -> None:
    found = parts(RawPage(text, "讲话"), RULES)
    assert [(part.page.doc_id, part.page.text) for part in found] == [("讲话", text)]


def test_a_ledger_of_a_page_with_several_speeches_has_all_of_them() -> None:
    page = RawPage(series("篇{n}：{title}"), "合集", "合集.txt")
    ledger = commitments.extract(page, date="2025-03-01")
    assert {row.doc_id for row in ledger} == {"合集-1", "合集-2", "合集-3"}
    assert {row.owner[0] for row in ledger} == {"水利局", "交通运输局", "民政局"}
    assert len({row.id for row in ledger}) == len(ledger)
    for row in ledger:
        assert page.text[row.raw_start : row.raw_end] == row.evidence


def test_clean_joins_them_and_says_so() -> None:
    page = RawPage(series("篇{n}：{title}"), "合集")
    clean = commitments.clean(page)
    assert clean.text == "\n\n".join(one.text for one in commitments.clean_all(page))
    assert clean.warnings == ("several-speeches",)
    place = clean.text.index(CARE)
    assert page.text[slice(*clean.to_raw(place, place + len(CARE)))] == CARE


def test_the_commands_show_each_of_them(tmp_path: Path) -> None:
    file = tmp_path / "合集.txt"
    file.write_text(series("篇{n}：{title}"), encoding="utf-8")
    shown = run("clean", str(file)).stdout
    assert [line for line in shown.split("\n") if line.startswith("==>")] == [f"==> 合集-{number} <==" for number in (1, 2, 3)]
    assert [json.loads(line)["title"] for line in run("clean", str(file), "--json").stdout.splitlines()] == list(TITLES)
    assert run("outline", str(file)).stdout.count("一、看清差距") == 3
    assert "合集-3" in run("explain", str(file)).stdout
    done = run("extract", str(file), "--date", "2025", "-o", str(tmp_path / "账.csv"))
    assert done.exit_code == 0
    assert "speeches 3" in done.stderr or "讲话 3 篇" in done.stderr
