"""Learns a site from several of its pages: what recurs on them around, between and inside the paragraphs of different speeches.

What stands on most pages of a folder in the same words belongs to the site, unless it is what all speakers say (同志们, 谢谢大家, 一、…).
The result is a profile like those in `rules/sites/`: at once used for the other pages of the folder, or written as a draft that a
person corrects.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from commitments.clean import clean_page
from commitments.cleaning.lines import marker_length
from commitments.cleaning.notices import find_gaps
from commitments.cleaning.profiles import SiteProfile, template
from commitments.cleaning.rulebook import Hit, Rulebook, is_closing, rulebook
from commitments.errors import SourceError
from commitments.kept import compiled
from commitments.ruledata import RuleSet
from commitments.types import RawPage

FEWEST = 3
"""Pages from which on a folder is learnt from by itself."""
_SHARE = 0.5
_SURE_SHARE = 0.6
_MOST = 40
_LONGEST_LINE = 160
_LONGEST_LABEL = 40
_COPY = 0.5
_TIME = compiled(
    r"(?:19|20)[0-9]{2}\s?[-/.年]\s?[01]?[0-9]\s?[-/.月]\s?[0-3]?[0-9](?:\s?日)?(?:\s{1,4}[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?)?"
)
_NUMBER = compiled(r"[0-9\uff10-\uff19]{1,9}")
_LABEL = compiled(r"^(.{2,16}?[:：])\s{0,4}\S.{0,140}$")
_CRUMBS = compiled(r"^(.{0,12}?[:：]?\s?[^>＞»›\n]{1,20}?\s?[>＞»›]{1,2})\s?.{1,120}$")
_OPENED = compiled(r"^([【〖\[［][^】〗\]］\n]{2,12}[】〗\]］]).{1,150}$")
_KIND_OF_SITE = compiled("网(?![友站上络页址民点格])|文库|资料库|论坛|驿站|公社")
_LONGEST_NAME = 6
_NO_NAME = compiled("上网|联网|官网|电网|全网|本网|入网|网站|网址|[省市州县区旗镇乡]|政务|新闻|日报|人民网|新华网|本站|您|你")
_BRACKETED = compiled(r"[【〖\[［〔(（][^【】〖〗\[\]［］〔〕()（）\n]{2,40}[】〗\]］〕)）]")
_TOKEN = compiled(r"(?<![一-龥{])[一-龥]{3,8}(?![一-龥}])")
_HOST = compiled(r"(?<![A-Za-z0-9.@-])(?:[A-Za-z0-9-]{2,30}\.){1,3}(?:com|cn|net|org|cc|top|vip)(?![A-Za-z])")
_LITERAL = compiled(r"[^{}]{4,40}")
_SPEAKS = compiled("要|须|必须|确保|抓|推进|落实")
_COMMON_BRACKETS = compiled("略|节选|草案|审议|鼓掌|掌声|以下|下同|简称|见|附|[一二三四五六七八九十0-9]")
Zone = Literal["head", "tail", "inside"]


class _Seen(NamedTuple):
    """A line of a page: its words, where it stands, whether the general cleaner has kept it."""

    text: str
    zone: Zone
    kept: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """A page as the general cleaner reads it."""

    page: RawPage
    title: str
    text: str
    lines: tuple[_Seen, ...]
    gaps: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What recurs on the pages of a site, as templates of a profile.

    `doubtful`: lines that recur but may be speech; a person decides.
    """

    pages: int
    name: str = ""
    signs: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = field(default=())

    def profile(self, site_id: str, *, learnt: bool = False) -> SiteProfile:
        """Return it as a profile without examples."""
        return SiteProfile(
            id=site_id,
            name=self.name or site_id,
            signs=self.signs,
            time=self.time,
            cut=self.cut,
            end=self.end,
            inside=self.inside,
            gaps=self.gaps,
            learnt=learnt,
            example=(),
            near_miss=(),
        )

    def __bool__(self) -> bool:
        """Tell whether anything of use was found."""
        return bool(self.signs and (self.cut or self.end or self.inside or self.time))


def learn_site(pages: Sequence[RawPage], rules: RuleSet) -> Learnt:
    """Return what recurs on pages of one site.

    >>> from commitments.ruledata import load_rules
    >>> names = ["防火", "防汛", "春耕"]
    >>> body = "同志们：\\n{0}的事今天说透。{0}办要在月底前查完{0}点12处，每周调度一次，谁也不能例外。\\n示例资料库 只供会员\\n{0}要抓紧。"
    >>> texts = [f"示例资料库 首页\\n在{name}会上的讲话\\n{body.format(name)}\\n示例资料库欢迎您再来" for name in names]
    >>> learn_site([RawPage(text) for text in texts], load_rules()).cut
    ('示例资料库 首页', '示例资料库 只供会员', '示例资料库欢迎您再来')

    Args:
        pages: pages with different speeches; copies of one speech count once.
        rules: the rule-set with the general cleaning rules.
    """
    bare = RuleSet(rules.folders, {**rules.tables, "sites": []}, rules.version)
    book = rulebook(bare)
    read = _distinct([found for page in pages if (found := _read(page, bare, book)) is not None])
    if len(read) < 2:
        return Learnt(len(read))
    return _Learner(read, book).learnt()


def _read(page: RawPage, rules: RuleSet, book: Rulebook) -> _Page | None:
    try:
        speech = clean_page(page, rules)
    except SourceError:
        return None
    if not speech.runs:
        return None
    first, last = speech.runs[0].raw, speech.runs[-1].raw + speech.runs[-1].length
    kept = [(run.raw, run.raw + run.length) for run in speech.runs]
    lines: list[_Seen] = []
    place = number = 0
    for source in page.text.split("\n"):
        text = source.strip()
        start = place + source.find(text)
        end = start + len(text)
        place += len(source) + 1
        if not text:
            continue
        while number < len(kept) and kept[number][1] <= start:
            number += 1
        shown = sum(max(0, min(end, high) - max(start, low)) for low, high in kept[number : number + 60])
        zone: Zone = "head" if end <= first else "tail" if start >= last else "inside"
        lines.append(_Seen(text, zone, shown * 2 > len(text)))
    return _Page(page, speech.title, speech.text, tuple(lines), tuple(find_gaps(page.text, book, None)))


def _distinct(pages: Sequence[_Page]) -> list[_Page]:
    """Return the pages without copies of a speech that another has: what copies share says nothing of the site.

    Of copies the page with most around the speech stays.
    """
    chosen: list[int] = []
    seen: list[set[str]] = []
    for number in sorted(range(len(pages)), key=lambda number: len(pages[number].text) - len(pages[number].page.text)):
        paragraphs = {line for line in pages[number].text.split("\n") if len(line) >= 30}
        if not any(len(paragraphs & other) > _COPY * len(paragraphs) for other in seen if paragraphs):
            chosen.append(number)
            seen.append(paragraphs)
    return [pages[number] for number in sorted(chosen)]


class _Learner:
    """Counts on how many pages each line stands, and sorts those that recur."""

    def __init__(self, pages: Sequence[_Page], book: Rulebook) -> None:
        self.pages = pages
        self.book = book
        self.need = max(2 if len(pages) < 4 else 3, -(-len(pages) * _SHARE // 1))
        self.counts: Counter[str] = Counter()
        self.zones: dict[str, Counter[str]] = {}
        self.keys: list[list[tuple[str, _Seen]]] = []

    def learnt(self) -> Learnt:
        """Return the templates."""
        self._count()
        recurring = [key for key, count in self.counts.items() if count >= self.need and key not in self.notices]
        ends = self._ends(recurring)
        chosen: list[str] = []
        doubtful: list[str] = []
        for key in recurring:
            zones = self.zones[key]
            if key in ends or (zones["tail"] and not zones["head"] and not zones["kept"] and not zones["inside"]):
                continue
            (chosen if self._is_page(key) else doubtful).append(key)
        names = self.names
        time = [key for key in chosen if "{time}" in key]
        return Learnt(
            pages=len(self.pages),
            name=names[0] if names else "",
            signs=self._signs(recurring, names),
            time=tuple(time[:_MOST]),
            cut=tuple(key for key in chosen if key not in time)[:_MOST],
            end=tuple(ends[:_MOST]),
            inside=tuple(dict.fromkeys(self._inside([*names, *self._tokens([*chosen, *ends])]))),
            gaps=tuple(self._gaps()),
            doubtful=tuple(key for key in doubtful if not self._is_speech(key))[:_MOST],
        )

    def _count(self) -> None:
        """Count the lines, first as they stand but for times and figures, then by their label or their first crumb."""
        short = [(page, [line for line in page.lines if len(line.text) <= _LONGEST_LINE]) for page in self.pages]
        whole = [[(_skeleton(line.text, page.title), line) for line in lines] for page, lines in short]
        counts = Counter(key for lines in whole for key in dict.fromkeys(key for key, _ in lines))
        for lines in whole:
            keys = [(key if counts[key] >= self.need else _shortened(key), line) for key, line in lines]
            self.keys.append(keys)
            self.counts.update(dict.fromkeys((key for key, _ in keys), 1))
            for key, line in keys:
                zone = self.zones.setdefault(key, Counter())
                zone["kept" if line.kept else line.zone] += 1

    @cached_property
    def notices(self) -> frozenset[str]:
        """The lines that are nothing but notices of withheld text; those become gaps."""
        found = ((hit.match.string[hit.start : hit.end].strip(), page.title) for page in self.pages for hit in page.gaps)
        return frozenset(_skeleton(text, title) for text, title in found)

    def _ends(self, recurring: Sequence[str]) -> list[str]:
        """Return the recurring lines below the speech behind which nothing of it follows, the first on each page."""
        known = {key for key in recurring if not self.zones[key]["kept"] and not self.zones[key]["head"] and not self.zones[key]["inside"]}
        found: dict[str, None] = {}
        for lines in self.keys:
            first = next((key for key, line in lines if line.zone == "tail" and key in known), None)
            if first is not None and not self._is_speech(first):
                found[first] = None
        return list(found)

    def _is_page(self, key: str) -> bool:
        """Tell whether a recurring line is surely the site's: the general rules cut it, or it speaks of the site."""
        if self._is_speech(key):
            return False
        zones = self.zones[key]
        if not zones["kept"]:
            return True
        twice = zones["kept"] > self.counts[key]  # several times a page: a slogan between the paragraphs
        words = bool(self.book.page_words.search(key) or _HOST.search(key) or any(name in key for name in self.names))
        return self.counts[key] >= _SURE_SHARE * len(self.pages) and (words or twice) and not _SPEAKS.search(key)

    def _is_speech(self, key: str) -> bool:
        """Tell whether a line is what all speakers say."""
        bare = key.replace("{any}", "").replace("{number}", "").replace("{time}", "")
        if not re.search(r"[\u3400-\u9fffA-Za-z]", bare):
            return not bare.strip()
        speech = self.book.speech
        said = speech["salutation"].match(key) or speech["opening"].match(key) or (is_closing(key, self.book) and "{" not in key)
        return bool(said) or bool(marker_length(key) and not key[0].isdigit())

    @cached_property
    def names(self) -> list[str]:
        """The site's own names, by what stands before 网, 文库 … in the pages' own lines, the most frequent first."""
        texts = [[line.text for line in page.lines if not line.kept or len(line.text) <= _LONGEST_LABEL] for page in self.pages]
        pages: Counter[str] = Counter()
        often: Counter[str] = Counter()
        for lines in texts:
            found = [name for line in lines for match in _KIND_OF_SITE.finditer(line) for name in _names_before(line, match)]
            often.update(found)
            pages.update(dict.fromkeys(found, 1))
        names = [name for name, count in pages.items() if count >= self.need and not _NO_NAME.search(name)]

        def is_part(name: str) -> bool:  # 豆网 hardly ever stands without 冰
            return any(other.endswith(name) and other != name and often[other] >= 0.8 * often[name] for other in names)

        whole = [name for name in names if not is_part(name)]
        kept = [name for name in whole if not any(name.endswith(other) and other != name for other in whole)]
        return sorted(kept, key=lambda name: (-often[name], name))[:3]

    def _tokens(self, lines: Iterable[str]) -> list[str]:
        """Return the words that open or close two lines of the site: its name, whatever it is like."""
        found = Counter(token for line in lines for token in dict.fromkeys(_TOKEN.findall(line)) if token not in self.book.labels)
        return [token for token, count in found.items() if count >= 2]

    def _signs(self, recurring: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
        """Return what tells the site: names and addresses that stand on most pages, else the longest recurring words."""
        texts = [page.page.text for page in self.pages]

        def often(sign: str) -> bool:
            return sum(sign in text for text in texts) >= self.need

        hosts = Counter(host for text in texts for host in dict.fromkeys(_HOST.findall(text)) if ".gov." not in host)
        speeches = [page.text for page in self.pages]
        signs = [sign for sign in [*names, *(host for host, count in hosts.most_common(2) if count >= self.need)] if often(sign)]
        signs = [sign for sign in signs if len(sign) >= 4]
        if not signs:
            pieces = dict.fromkeys(piece.strip() for key in recurring if not self._is_speech(key) for piece in _LITERAL.findall(key))
            fit = [piece for piece in pieces if len(piece) >= 8 and often(piece) and not any(piece in speech for speech in speeches)]
            signs = sorted(fit, key=lambda piece: (-sum(piece in text for text in texts), -len(piece), piece))[:2]
        return tuple(dict.fromkeys(signs[:4]))

    def _inside(self, names: Sequence[str]) -> Iterator[str]:
        """Yield what stands within the sentences of several pages: the site's names, its address, the same words in brackets."""
        sentences = ["\n".join(line.text for line in page.lines if line.kept and len(line.text) >= 20) for page in self.pages]
        for name in names:
            if len(name) >= 3 and sum(name in text for text in sentences) >= 2:
                yield name
        bracketed = Counter(text for page in sentences for text in dict.fromkeys(_BRACKETED.findall(page)))
        for text, count in bracketed.most_common(10):
            if count >= self.need and re.search(r"\w", text) and not _COMMON_BRACKETS.search(text):
                yield text

    def _gaps(self) -> list[str]:
        """Return the notices of withheld text, with slots for what they tell."""
        counts = Counter(key for page in self.pages for key in self._notices(page))
        return [key for key, count in counts.most_common(6) if count >= 2 and len(key) >= 6]

    def _notices(self, page: _Page) -> Iterable[str]:
        whole = {line.text for line in page.lines}
        told = (hit for hit in page.gaps if hit.match.groupdict() or hit.match.string[hit.start : hit.end].strip() in whole)
        return dict.fromkeys(_gap_template(hit, page.title) for hit in told)


def _skeleton(text: str, title: str) -> str:
    """Return a line with slots for what changes from page to page: the title, times, figures.

    >>> _skeleton("发布时间:2023-4-25 浏览:31次", "在会上的讲话")
    '发布时间:{time} 浏览:{number}次'
    """
    text = text.replace("{", "(").replace("}", ")")
    if len(title) >= 6:
        text = text.replace(title, "{any}")
    return _NUMBER.sub("{number}", _TIME.sub("{time}", text))


def _names_before(line: str, match: re.Match[str]) -> Iterator[str]:
    """Yield what may be a site's name and ends with the match: two to six characters and the kind of site."""
    for length in range(2, _LONGEST_NAME + 1):
        before = line[max(0, match.start() - length) : match.start()]
        if len(before) < length or not re.fullmatch("[一-龥]+", before):
            return
        yield before + match[0]


def _shortened(key: str) -> str:
    """Return a line that differs from page to page by its label or its first crumb alone (上一篇：…)."""
    if _SPEAKS.search(key[:16]):
        return key
    match = _CRUMBS.match(key) or _LABEL.match(key) or _OPENED.match(key)
    return f"{match[1]}{{any}}" if match and "{time}" not in key else key


def _gap_template(hit: Hit, title: str) -> str:
    spans = sorted((hit.match.span(name), name) for name, value in hit.match.groupdict().items() if value)
    parts: list[str] = []
    done = hit.start
    for (start, end), name in spans:
        parts += [_skeleton(hit.match.string[done:start], title), f"{{{name}}}"]
        done = end
    parts.append(_skeleton(hit.match.string[done : hit.end], title))
    return re.sub(r"(?:\{any\}){2,}", "{any}", "".join(parts)).strip()


def fits(source: str, lines: Iterable[str]) -> list[str]:
    """Return the lines that a template takes; for checking that it takes none of a speech."""
    pattern = re.compile(template(source))
    return [line for line in lines if pattern.fullmatch(line)]
