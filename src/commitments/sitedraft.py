"""Writes what was learnt from a site's pages as a draft profile that a person reads and corrects, and checks profiles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from commitments.clean import clean_page
from commitments.cleaning.examples import site_problems
from commitments.cleaning.profiles import Site, recognised, sites
from commitments.errors import Error, RuleError
from commitments.offsets import to_raw
from commitments.ruledata import RuleSet
from commitments.sitelearning import Learnt, fits
from commitments.types import CleanSpeech, RawPage

OPEN = "TODO"
"""What a draft has where a person must write; `sites check` does not pass it."""
_KEYS = (
    ("time", "the line with the page's time", "页面的时间"),
    ("cut", "lines that go, wherever they stand", "无论在哪里都要去掉的行"),
    ("end", "from this line on there is no more speech", "从这一行起不再是讲话"),
    ("inside", "words the site writes into sentences", "网站插进句子里的字"),
    ("gaps", "how the site says that it withholds a part", "网站说明隐去内容的写法"),
)
_SHOWN_PARAGRAPHS = 4
_LONGEST_PARAGRAPH = 60
_TAIL_LINES = 4
_SPOKEN = (
    "同志们：", "同志们!", "各位代表：", "各位领导、同志们：", "谢谢大家！", "谢谢大家。", "散会！", "一、提高认识", "（一）压实责任",
    "二是抓落实。", "第一，思想要统一。", "下面，我讲三点意见。", "以上报告，请予审议。", "今天的会议到此结束。",
)  # fmt: skip
"""What all speakers say; a template that takes one of these is wrong."""


def draft_profile(learnt: Learnt, pages: Sequence[RawPage], rules: RuleSet, *, site_id: str, name: str = "") -> str:
    """Return a draft profile as TOML: what was learnt, with an example cut from the pages, and comments on what to look at.

    Args:
        learnt: what recurs on the pages.
        pages: the pages, of which one gives the example.
        rules: the rule-set.
        site_id: the profile's id.
        name: the site's name, where the user gives it.
    """
    name = name or learnt.name or OPEN
    signs = learnt.signs or (OPEN,)
    lines = [
        f"# {name}: learnt from {learnt.pages} pages; read every line below, and take out what belongs to a speech.",
        f"# {name}：由 {learnt.pages} 个页面学得；请逐行核对，属于讲话的删掉。",
        "",
        "[site]",
        f"id = {_quoted(site_id)}",
        f"name = {_quoted(name)}",
        f"signs = {_listed(signs)}    # plain words by which a page is recognised: no speech may say them / 凭这些字认出网站",
        'time_means = "uploaded"    # or "posted" (an article), or "published" (a government\'s own news)',
    ]
    for key, english, chinese in _KEYS:
        found: tuple[str, ...] = getattr(learnt, key)
        if found:
            lines.append(f"{key} = {_listed(found)}    # {english} / {chinese}")
    lines += [f"# perhaps: {_quoted(line)}    # recurs, but may be speech / 也反复出现，但可能是讲话" for line in learnt.doubtful]
    lines += ["", *_example(learnt, pages, rules, site_id), "", *_near_miss(name, signs)]
    return "\n".join(lines) + "\n"


def _example(learnt: Learnt, pages: Sequence[RawPage], rules: RuleSet, site_id: str) -> Iterator[str]:
    """Yield the example: the page that shows most of what was learnt, shortened, and what comes out of it."""
    site = _site(learnt, rules, site_id)
    if site is None:
        yield from _table("example", OPEN, clean=OPEN)
        return
    known = [page for page in pages if site.is_site_of(page.text, page.meta.get("source", ""))] or list(pages)
    page = max(known, key=lambda page: (_features(learnt, page), -len(page.text)))
    short = _shortened(page, rules, site)
    try:
        speech = clean_page(RawPage(short), rules, site=site)
    except Error:
        yield from _table("example", OPEN, clean=OPEN)
        return
    yield "# An example that was cut from one of the pages. Put words of your own in its place before you pass the profile on."
    yield "# 例子取自其中一页；把规则交给别人之前，请换成自己写的话。"
    yield from _table("example", short, clean=speech.text)
    if speech.posted:
        yield f"posted = {_quoted(speech.posted)}"
    missing = [gap.missing for gap in speech.gaps if gap.missing]
    if missing:
        yield f"missing = {missing}"


def _features(learnt: Learnt, page: RawPage) -> int:
    lines = [line.strip() for line in page.text.split("\n")]
    return sum(bool(fits(source, lines)) for key in ("time", "cut", "end") for source in getattr(learnt, key))


def _shortened(page: RawPage, rules: RuleSet, site: Site) -> str:
    """Return a page with the first paragraphs of its speech, each cut to its first sentence, and with its first lines of tail."""
    speech = clean_page(page, rules, site=site)
    spans = _paragraphs(speech)
    chosen: list[str] = []
    tail = number = 0
    place = 0
    for source in page.text.split("\n"):
        start, end = place, place + len(source)
        place = end + 1
        line = source.strip()
        if not line:
            continue
        inside = [span for span in spans if span[0] < end and start < span[1]]
        if inside:
            number += 1
            if number <= _SHOWN_PARAGRAPHS:
                chosen.append(line if len(line) <= _LONGEST_PARAGRAPH else _first_sentence(line))
        elif spans and start >= spans[-1][1]:
            tail += 1
            if tail <= _TAIL_LINES:
                chosen.append(line)
        else:
            chosen.append(line)
    return "\n".join(chosen)


def _paragraphs(speech: CleanSpeech) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    place = 0
    for line in speech.text.split("\n"):
        if line:
            spans.append(to_raw(speech.runs, place, place + len(line)))
        place += len(line) + 1
    return spans


def _first_sentence(line: str) -> str:
    end = line.find("。", 12)
    return line[: end + 1] if 0 < end < 4 * _LONGEST_PARAGRAPH else line


def _near_miss(name: str, signs: Sequence[str]) -> Iterator[str]:
    yield "# A text that has the words of the signs by chance and is no page of the site; the more likely, the better."
    yield "# 碰巧用了这些字、却不是这个网站的一段话；越像越好。"
    half = max(1, len(name) // 2)
    text = f"在全镇工作例会上的讲话\n同志们：\n办公室要在月底前理清{name[:half]}的来龙，再说{name[half:]}的去脉。"
    if any(sign in text for sign in signs) or name == OPEN:
        text = "在全镇工作例会上的讲话\n同志们：\n办公室要在月底前把历年讲话整理成册，不要到网上去抄。"
    yield from _table("near_miss", text, why="the words stand apart, and no site is meant")


def _table(key: str, page: str, **values: str) -> Iterator[str]:
    yield f"[[site.{key}]]"
    yield f'page = """\n{_escaped(page)}\n"""'
    for name, value in values.items():
        yield f'{name} = """\n{_escaped(value)}\n"""' if name == "clean" else f"{name} = {_quoted(value)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(items: Sequence[str]) -> str:
    return "[" + ", ".join(map(_quoted, items)) + "]"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _site(learnt: Learnt, rules: RuleSet, site_id: str) -> Site | None:
    if not learnt.signs:
        return None
    data = {"site": asdict(learnt.profile(site_id))}
    return sites(RuleSet(rules.folders, {**rules.tables, "sites": [(site_id, data)]}, rules.version))[0]


def profile_problems(rules: RuleSet, chosen: Path | None = None) -> Iterator[RuleError]:
    """Yield what is wrong with site profiles: their examples, and templates that would take what speakers say.

    Args:
        rules: the rule-set with the profiles.
        chosen: the file of the one profile to look at; None for all.
    """
    known = sites(rules)
    ids = {_id(data) for file, data in rules.tables.get("sites", []) if chosen is None or Path(file).resolve() == chosen.resolve()}
    looked_at = [site for site in known if site.id in ids]
    for problem in site_problems(rules):
        if any(problem.place.startswith(f"site {site.id}") for site in looked_at):
            yield problem
    spoken = [*_SPOKEN, *(line for site in known for example in site.profile.example for line in example.clean.strip().split("\n"))]
    for site in looked_at:
        yield from _template_problems(site, spoken)
        yield from _sign_problems(site, known, rules)


def _id(data: dict[str, object]) -> str:
    site = data.get("site")
    return str(site.get("id", "")) if isinstance(site, dict) else ""


def _template_problems(site: Site, spoken: Sequence[str]) -> Iterator[RuleError]:
    for key in ("time", "cut", "end"):
        for source in getattr(site.profile, key):
            taken = fits(source, spoken)
            if taken:
                cure = "write more of the line, so that only the site says it"
                yield RuleError(f"site {site.id}, {key}", f"{source!r} would take a line of a speech: {taken[0]}", cure)
    for word in site.profile.inside:
        if len(word) < 2 or any(word in line for line in spoken):
            yield RuleError(f"site {site.id}, inside", f"{word!r} is said in speeches", "name only words that the site alone writes")


def _sign_problems(site: Site, known: Sequence[Site], rules: RuleSet) -> Iterator[RuleError]:
    profile = site.profile
    if OPEN in (profile.name, *profile.signs) or any(OPEN in example.page for example in profile.example):
        yield RuleError(f"site {site.id}", f"{OPEN} is still there", "write the name, the signs and the example")
    for other in known:
        if other.id == site.id:
            continue
        for example in other.profile.example:
            page = example.page.strip("\n")
            if site.is_site_of(page) and recognised(page, rules) is site:
                problem = f"takes the example page of {other.id} for its own"
                yield RuleError(f"site {site.id}", problem, "choose signs that only the site has")
