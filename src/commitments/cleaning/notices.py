"""Gap notices, watermarks and the page's own facts: what a site writes around and into a speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, Literal

from commitments.cleaning.foreign import find_foreign, noted, shared_beginning
from commitments.cleaning.lines import Line
from commitments.cleaning.profiles import Site
from commitments.cleaning.rulebook import Hit, Rulebook
from commitments.editing import Draft, cut
from commitments.gated import any_stands
from commitments.kept import compiled
from commitments.script import simplified_view

_DIGITS: Final = str.maketrans({0xFF10 + digit: str(digit) for digit in range(10)} | {",": "", "\uff0c": ""})
_DATE: Final = compiled(
    r"(?P<y>(?:19|20)[0-9]{2})\s?[-/.年]\s?(?P<m>1[0-2]|0?[1-9])(?:\s?[-/.月]\s?(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9]))?"
)
_TIME_LABELS = (
    compiled(r"(?:发布|发表|印发|刊发|公开)\s?(?:时间|日期|于|机构)?\s{0,3}[:：]?\s{0,6}(?=(?:19|20)[0-9]{2})"),
    compiled(r"(?:更新|上传|录入|收录|添加|创建|分享)\s?(?:时间|日期|于)?\s{0,3}[:：]?\s{0,6}(?=(?:19|20)[0-9]{2})"),
    compiled(r"(?:时\s?间|日\s?期)\s{0,3}[:：]\s{0,6}(?=(?:19|20)[0-9]{2})"),
    compiled(r"^\s{0,4}(?=(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\s{1,4}(?:[0-2]?[0-9][:：]|[一-龥]))"),
    compiled(r"[ \u3000](?=(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\s{1,4}[0-2]?[0-9][:：][0-5][0-9](?:\s[一-龥]{2,4})?$)"),
    compiled(r"(?:成文|生成)\s?(?:时间|日期)?\s{0,3}[:：]\s{0,6}(?=(?:19|20)[0-9]{2})"),
)
_WHOLE: Final = 0.85
"""A text of this share of its told length is whole: sites count blanks and headings in their own way."""
_MARKS: Final = "，。；、！？,;:：!?"
_LONGEST_NAME: Final = 10
_ORNAMENTS: Final = "·•‖※★☆~～|｜_*-"
_DASHES: Final = compiled("[—–―]{1,4}")
_DASHES_BEFORE: Final = compiled("[—–―]{1,4}$")
"""As many dashes behind a watermark as before it are its frame."""
_NOTE: Final = compiled(r"[【〖][^【】〖〗\n]{2,12}[】〗]")
_FEWEST_NOTES: Final = 3
_MARKS_AND_BREAKS: Final = _MARKS + "\n"
_SAYS_MORE: Final = compiled(
    r"^[\s（）()]*[一二三四五六七八九十0-9]{1,3}[\s（）()]*$|责任|牵头|单位|配合|部门|(?:[局办镇乡村县市区所]|街道)(?:$|[、，,；;])|[0-9]\s?[个家户处项亿万%]"
)
"""What a bracket may hold beside a watermark so that it is not the watermark's: words of the speech, or an outline's number."""
_MARK_BEHIND: Final = compiled(r"[ \u3000]{0,3}[，。；、,;]")
_BLANKS_BEFORE: Final = compiled(r"(?<=.)[ \u3000]{1,3}$")
_BLANKS_BEHIND: Final = compiled(r"[ \u3000]{1,3}(?=[^\s，。；、！？,;:：!?])")
_BRACKET: Final = compiled(r"[(（【\[［〖][^()（）【】\[\]\n]{0,24}$|[<《〈{]$")
_CLOSE: Final = compiled(r"[^()（）【】\[\]\n]{0,24}[)）】\]］〗]|[>》〉}]")
_CASED_SIGN: Final = compiled(r"\.(?:[CNO]|c[NOC]|nE|oR|ne?T|or?G|coM|orG|neT)[A-Za-z]?")
_CASED_ADDRESS: Final = compiled(r"(?:[A-Za-z0-9-]{1,30}\.){1,4}(?i:com|cn|net|org|cc)(?![A-Za-z])")
_FIGURE: Final = compiled("[0-9]{1,6}(?=[A-Za-z])")
_FIRST_WORD: Final = compiled("[一-龥]{1,12}")
_LONGEST_HEAD: Final = 4
"""Characters of a site's name before its word of sites (小草|文稿网), at most."""
_FULL_WIDTH: Final = str.maketrans({code: chr(code - 0xFEE0) for code in [0xFF0E, 0xFF0F, *range(0xFF10, 0xFF5B)]})
_SITE_NAME: Final = compiled(r"[一-龥]{2,6}?(?:[网網]|文[库庫]|公文[汇匯]|[论論][坛壇]|[写寫]作站|[驿驛]站|公社|吧)(?![一-龥])")
_LAST_OF_SITE: Final = compiled("[网網库庫汇匯坛壇站社吧](?![一-龥])")
_KIND_OF_SITE: Final = compiled(r"(?:[网網]|文[库庫]|[论論][坛壇]|[写寫]作站|[驿驛]站|公社|吧)$")
_ACCOUNT: Final = compiled(
    r"(?:微信号?|[Vv]信|[Vv][Xx]|[+＋加][Vv]|[Qq]{2}群?号?)\s?[:：]?\s?([A-Za-z][A-Za-z0-9_]{4,20}|[0-9]{7,12})(?![A-Za-z0-9])"
)
_ACCOUNT_RULES: Final = frozenset({"inline.account", "inline.disguised-account", "inline.mobile"})
_ASKING: Final = compiled(
    r"(?:(?:更多|海量|全套|完整)(?:讲话稿?|材料|资料|范文|文稿|公文|稿件|模板){1,2}(?:请|就|可)?)?"
    r"(?:(?:请?(?:加|添加|联系|咨询|搜索?|关注)){0,2}(?:微信号?|[Vv]信|[Vv][Xx]|[+＋加][Vv]|[Qq]{2}群?号?|公众号)\s?[:：]?\s?"
    r"|(?<=[料文稿件板话])(?:请|就|可)?(?:加|找|搜)|(?<=更多材料)|(?<=更多资料)|(?<=更多范文)|(?<=更多讲话))$"
)
_GIFT: Final = compiled(
    r"(?:免费)?(?:领取?|索取|获取|送)(?:全套|资料|材料|模板|合集|原文|电子版|[Ww]ord版|WORD版)(?:资料|材料|模板|文稿)?"
)
_LONGEST_ASKING: Final = 16
"""What readers are asked in front of an account, and what they are to get behind it."""
_ACCOUNT_SIGNS = ("微信", "V", "v", "QQ", "Qq", "qQ", "qq")
"""One of these every account follows; hardly a speech holds any."""
_OFFICE: Final = compiled(r"[省市州县区旗镇乡局委府院校]|新闻|信息|日报|政务")
_COMMON_NETS = (
    "互联网", "物联网", "官网", "电网", "路网", "管网", "全网", "本网", "上网", "联网", "专网", "内网", "外网", "政府网", "人民网",
    "新华网", "政务网", "河网", "水网", "交通网", "高铁网",
)  # fmt: skip


def find_gaps(text: str, book: Rulebook, site: Site | None) -> list[Hit]:
    """Return the notices of withheld text on a page, the site's own first."""
    hits = book.gaps.find(simplified_view(text))
    own: list[Hit] = []
    for hit in sorted(_profile_gaps(text, site) if site is not None else (), key=lambda hit: (hit.start, -hit.end)):
        if not own or hit.start >= own[-1].end:  # two templates may fit one notice
            own.append(hit)
    kept = [hit for hit in hits if not any(hit.start < mine.end and mine.start < hit.end for mine in own)]
    return sorted([*own, *kept], key=lambda hit: hit.start)


def missing_characters(hit: Hit, shown: int = 0, told: int = 0) -> int | None:
    """Return how many characters a notice says are withheld, None where it does not say.

    Args:
        hit: the notice.
        shown: how long the text above the notice is, for a notice that tells the length of the whole alone.
        told: what other notices of the page have said to be missing already; a total counts it again.
    """
    stated = {name: value for name, value in hit.match.groupdict().items() if value and name in {"missing", "total", "shown"}}
    groups = {name: int(value.translate(_DIGITS)) for name, value in stated.items()}
    if "missing" in groups:
        return groups["missing"]
    if is_whole(hit) and groups["total"] * _WHOLE < shown:
        return None
    if "total" in groups and ("shown" in groups or is_whole(hit)):
        missing = groups["total"] - groups.get("shown", shown) - told
        return missing if missing > 0 else None
    return None


def is_whole(hit: Hit) -> bool:
    """Tell whether a notice tells the length of the whole text, which is a gap only where the page shows clearly less."""
    return bool(hit.rule.rule.params.get("whole"))


def is_weak(hit: Hit) -> bool:
    """Tell whether a notice counts only where the text above it has not come to its end."""
    return bool(hit.rule.rule.params.get("weak"))


def is_resumed(hit: Hit) -> bool:
    """Tell whether a notice only turns the page, so that nothing is withheld where more speech follows."""
    return bool(hit.rule.rule.params.get("resumes"))


def cut_watermarks(draft: Draft, book: Rulebook, site: Site | None, outside: Sequence[str]) -> tuple[Draft, bool]:
    """Cut what a site has written into the sentences: advertisements, addresses, its own name; tell whether some of it may be left.

    Args:
        draft: the speech, page lines out.
        book: the compiled cleaning rules.
        site: the site's profile, where known.
        outside: the page's lines around the speech; a site's name is read off them.
    """
    told = accounts(outside)
    spans = [(*_span(draft.text, hit, outside, told, book), hit.rule.id) for hit in book.inline.find(_folded(draft.text, book))]
    if site is not None and site.inside is not None:
        spans += [(*match.span(), f"site.{site.id}.inside") for match in site.inside.finditer(draft.text)]
    for name in site_names(outside):
        spaced = "[ \u3000]?".join(map(re.escape, name))
        spans += [(*noted(draft.text, *match.span(), book), "inline.site-name") for match in re.finditer(spaced, draft.text)]
    spans += [(*match.span(), "inline.recurring-note") for match in _recurring_notes(draft.text)]
    own = (account for account in accounts([draft.text]) if not any(account.startswith(name) for name in told))
    for account in (*told, *own):
        spans += [(*_asked(draft.text, *match.span()), "inline.account-name") for match in re.finditer(re.escape(account), draft.text)]
    named = _before_addresses(draft.text, [start for start, _, rule in spans if rule == "inline.address"])
    # What a known site writes into sentences stands in its profile; on any other shop's page words nobody knows may recur.
    shop = site is None and (bool(spans) or any(book.document_words.search(line) for line in outside))
    draft = draft.edited(cut(*_widened(draft.text, start, end), rule) for start, end, rule in _merged(spans))
    foreign, unsure = find_foreign(draft.text, outside, book, shop=shop, known=named)
    return draft.edited(cut(*_widened(draft.text, start, end), rule) for start, end, rule in _merged(foreign)), unsure


def _folded(text: str, book: Rulebook) -> str:
    """Return a text of the same length with its addresses as everybody writes them; sites set them in full width or mixed case.

    >>> from commitments.cleaning.rulebook import rulebook
    >>> from commitments.ruledata import load_rules
    >>> _folded("抓紧Www.XiaoCao.Net落实", rulebook(load_rules()))
    '抓紧www.xiaocao.net落实'
    """
    wide = book.inline.scan.holds(book.wide_letters, text)  # the rules ask for this scan anyway
    folded = text.translate(_FULL_WIDTH) if wide else text
    if _CASED_SIGN.search(folded):
        folded = _CASED_ADDRESS.sub(lambda match: match[0].lower(), folded)
    return folded


def _span(text: str, hit: Hit, outside: Sequence[str], told: Sequence[str], book: Rulebook) -> tuple[int, int]:
    """Return the stretch of a watermark; an address has the rest of its site's name before it and the site's offer behind it."""
    start = _behind_figure(text, hit, outside)
    if hit.rule.id in _ACCOUNT_RULES:
        # A figure behind an account that the page tells elsewhere (…QQ122233344042名) is the speech's.
        ends = (place + len(name) for name in told if (place := text.find(name, start, hit.end)) >= 0)
        return _asked(text, start, max(ends, default=hit.end))
    if hit.rule.id != "inline.address":
        return start, hit.end
    trail = book.naming["trail"].regex.match(text, hit.end)
    word = _FIRST_WORD.match(text, start, hit.end)
    if word and text[start - 1 : start] > "\u33ff":
        for longer in range(_LONGEST_HEAD, 0, -1):
            name = text[max(0, start - longer) : word.end()]
            if any(line.startswith(name) for line in outside):
                return start - longer, trail.end() if trail else hit.end
    return start, trail.end() if trail else hit.end


def _asked(text: str, start: int, end: int) -> tuple[int, int]:
    """Return an account with the words that ask readers to write to it and tell what they get (更多材料…, 加微信…, …领全套)."""
    lead = _ASKING.search(text, max(0, start - _LONGEST_ASKING), start)
    gift = _GIFT.match(text, end)
    return lead.start() if lead else start, gift.end() if gift else end


def _behind_figure(text: str, hit: Hit, outside: Sequence[str]) -> int:
    """Return where an address begins; a figure before it (抓12xiaocao.net处) is the speech's, where the page has it without."""
    figure = _FIGURE.match(text, hit.start, hit.end) if hit.rule.id == "inline.address" else None
    if figure is None:
        return hit.start
    address = text[figure.end() : hit.end].rstrip()
    alone = re.compile(rf"(?<![A-Za-z0-9-]){re.escape(address)}")
    return figure.end() if alone.search(text) or any(alone.search(line) for line in outside) else hit.start


def _recurring_notes(text: str) -> Iterator[re.Match[str]]:
    """Yield the notes in lenticular brackets that stand behind or inside sentences again and again in the same words.

    >>> [match[0] for match in _recurring_notes("抓早。【小草】\\n抓小。【小草】\\n抓【小草】紧。")]
    ['【小草】', '【小草】', '【小草】']
    """
    if text.count("【") + text.count("〖") < _FEWEST_NOTES:
        return
    found = [match for match in _NOTE.finditer(text) if match.start() and text[match.start() - 1] != "\n"]
    counts = Counter(match[0] for match in found)
    yield from (match for match in found if counts[match[0]] >= _FEWEST_NOTES)


def _before_addresses(text: str, starts: Sequence[int]) -> list[str]:
    """Return the name that stands before every address of a text.

    >>> _before_addresses("抓小草阁 a.com紧，落小草阁 a.com实", [5, 17])
    ['小草阁']
    """
    heads = [text[max(0, start - _LONGEST_NAME) : start].rstrip()[::-1] for start in starts]
    length = shared_beginning(heads) if len(heads) > 1 else 0
    return [heads[0][:length][::-1]] if length > 1 else []


def _merged(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return stretches that overlap as one: a site's name in front of its address is found by two rules."""
    merged: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2])
        else:
            merged.append((start, end, rule))
    return merged


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Take with a watermark the bracket around it, the blanks that set it off, and one of two marks between which it stands."""
    bracket = _BRACKET.search(text, max(0, start - 24), start)
    close = _CLOSE.match(text, end)
    if bracket and close and not _SAYS_MORE.search(text[bracket.start() + 1 : start] + text[end : close.end() - 1]):
        return bracket.start(), close.end()
    before, behind = _DASHES_BEFORE.search(text, max(0, start - 4), start), _DASHES.match(text, end)
    if before and behind and len(before[0]) == len(behind[0]):
        return before.start(), behind.end()
    if start and text[start - 1] in _ORNAMENTS and text[end : end + 1] == text[start - 1]:
        return start - 1, end + 1
    set_off, blanks = _BLANKS_BEFORE.search(text, max(0, start - 3), start), _BLANKS_BEHIND.match(text, end)
    if set_off and blanks and text[set_off.start() - 1] not in _MARKS_AND_BREAKS:
        return set_off.start(), blanks.end()  # 6月底 ○○范文网 前完成: the blanks came with the name
    after_mark = start == 0 or text[start - 1] in _MARKS_AND_BREAKS
    if after_mark and (mark := _MARK_BEHIND.match(text, end)):
        return start, mark.end()
    if not after_mark and end - start > 1 and text[end - 1] in _MARKS and text[end : end + 1] not in _MARKS_AND_BREAKS:
        return start, end - 1  # the mark is that of the sentence into which the watermark has been set
    return start, end


def site_names(outside: Iterable[str]) -> list[str]:
    """Return the site's own name as its head and tail tell it twice, in full and short.

    >>> site_names(["写作帮网 首页", "欢迎光临 写作帮网"])
    ['写作帮网', '写作帮']
    """
    counts: dict[str, int] = {}
    for line in outside:
        for name in set(_SITE_NAME.findall(line)) if _LAST_OF_SITE.search(line) is not None else ():
            counts[name] = counts.get(name, 0) + 1
    names = [name for name, count in counts.items() if count >= 2 and not name.endswith(_COMMON_NETS)]
    # A shop's short name (without 文库, 网) is injected as often as the long one; that of an office is no shop's.
    stems = [stem for name in names if len(stem := _KIND_OF_SITE.sub("", name)) >= 3 and not _OFFICE.search(stem)]
    return [*names, *stems]


def accounts(texts: Iterable[str]) -> list[str]:
    """Return the accounts that a page asks its readers to write to; their bare names stand between words as well.

    >>> accounts(["代写讲话 V信:abc666", "抓紧abc666落实"])
    ['abc666']
    """
    asking = [text for text in texts if any_stands(_ACCOUNT_SIGNS, text, 0, len(text))]
    return list(dict.fromkeys(name for text in asking for name in _ACCOUNT.findall(text) if any(map(str.isdigit, name))))


def posting_time(lines: Iterable[Line], cuts: Iterable[int], site: Site | None, published: str = "") -> str | None:
    """Return the page's own time as ISO 8601, as far as it is told.

    >>> posting_time([Line(0, 0, "发布时间：2025/3/7 09:12", "page")], [0], None)
    '2025-03-07'
    """
    if published and (found := iso_date(published)):
        return found
    page = list(lines)
    outside = [page[index].text for index in sorted(cuts)]
    if site is not None and site.times is not None:
        for text in map(simplified_view, outside):
            match = site.times.fullmatch(text)
            stated = match.groupdict().items() if match else ()
            if found := iso_date(next((value for name, value in stated if name.startswith("time") and value), "")):
                return found
    dated = [simplified_view(text) for text in outside if "20" in text or "19" in text]  # as every label asks
    for label in _TIME_LABELS:
        for text in dated:
            match = label.search(text)
            if match and (found := iso_date(text[match.end() : match.end() + 24])):
                return found
    return None


def iso_date(text: str) -> str | None:
    """Return the first date of a text as ISO 8601: day, or month where no day is given.

    >>> iso_date("2025/10/5 8:55:36"), iso_date("2025年7月"), iso_date("昨天 14:58")
    ('2025-10-05', '2025-07', None)
    """
    match = _DATE.search(text)
    if match is None:
        return None
    year, month = int(match["y"]), int(match["m"])
    if match["d"] is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, int(match["d"])).isoformat()
    except ValueError:
        return f"{year:04d}-{month:02d}"


def posted_kind(outside: Sequence[str], book: Rulebook, site: Site | None, *, official: bool) -> Literal["published", "posted", "uploaded"]:
    """Tell whether the page's time is that of a publication, a post or an upload, by the words around the speech."""
    if site is not None:
        return site.profile.time_means
    text = "\n".join(outside)
    if book.forum_words.search(text):
        return "posted"  # a thread's time is that of its post, whatever its shop of points says
    uploads, portal = len(book.document_words.findall(text)), len(book.portal_words.findall(text))
    if official or portal > uploads:
        return "published"
    return "uploaded" if uploads else "posted"


def _profile_gaps(text: str, site: Site) -> Iterator[Hit]:
    for notice in site.notices:
        first = text.find(notice.words)
        if first >= 0:
            low, high = max(0, first - notice.reach), text.rfind(notice.words) + notice.reach
            for match in notice.pattern.finditer(text, low, high):
                yield Hit(match.start(), match.end(), notice.rule, match)
