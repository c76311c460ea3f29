"""Site profiles: what the pages of one known site have in common, written in templates that need no Python."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from commitments.cleaning.rulebook import CueScan, rulebook
from commitments.errors import RuleError
from commitments.fitting import STRICT, MisfitError, fitted
from commitments.kept import compiled
from commitments.pattern_heads import longest_match, width_of
from commitments.ruledata import CompiledRule, Rule, RuleSet
from commitments.script import simplified_view

_SLOTS = {
    "any": r"[^\n]{0,200}?",
    "number": r"[0-9\uff10-\uff19]{1,9}",
    "missing": r"(?P<missing>[0-9\uff10-\uff19]{1,8})",
    "total": r"(?P<total>[0-9\uff10-\uff19]{1,8})",
    "shown": r"(?P<shown>[0-9\uff10-\uff19]{1,8})",
    "time": r"(?P<time>[0-9]{4}\s?[-/.年][0-9\s:：/.月日-]{1,20}|[^\s]{2,12}\s[0-9:]{4,8})",
}
_ID = compiled("[a-z0-9-]{2,40}")
_TOKEN = compiled(r"\{([a-z]+)\}|(…+|\.{3,})|([ \t\u3000]+)|(.)", re.DOTALL)
_NOT_PLAIN = compiled("[^\u3400-\u9fffA-Za-z0-9]")
"""What a template does not take at its word; the rest of a page must hold as it stands."""
_HALF = "(),:;!?|><#~[]"
_WIDTHS = {mark: f"[{re.escape(half)}{wide}]" for half in _HALF for wide in (chr(ord(half) + 0xFEE0),) for mark in (half, wide)}


@dataclass(frozen=True, slots=True)
class PageExample:
    """A tiny page in the site's format, and the speech that must come out of it."""

    __pydantic_config__ = STRICT
    page: str
    clean: str
    posted: str | None = None
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PageNearMiss:
    """A page that is not of this site although it looks like it, and why."""

    __pydantic_config__ = STRICT
    page: str
    why: str


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What is known of one site; every entry is a template (see docs/adding-a-site.md)."""

    __pydantic_config__ = STRICT
    id: str
    name: str
    signs: tuple[str, ...]
    example: tuple[PageExample, ...]
    near_miss: tuple[PageNearMiss, ...]
    needs: int = 1
    time_means: Literal["uploaded", "posted", "published"] = "uploaded"
    time: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    end: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    replaces: bool = False
    learnt: bool = False
    """Learnt from the pages of this run; a ledger still calls the site generic."""


class GapNotice(NamedTuple):
    """A template of withheld text; every match holds `words` and reaches no further than `reach` characters around them."""

    pattern: re.Pattern[str]
    words: str
    reach: int
    rule: CompiledRule


@dataclass(frozen=True)
class Site:
    """A profile with its templates compiled."""

    profile: SiteProfile
    times: re.Pattern[str] | None
    contents: re.Pattern[str] | None
    cut: re.Pattern[str] | None
    end: re.Pattern[str] | None
    inside: re.Pattern[str] | None
    lines: re.Pattern[str] | None
    """All that takes whole lines, in one pattern: times, contents, cut and end."""
    notices: tuple[GapNotice, ...]

    @property
    def gaps(self) -> tuple[re.Pattern[str], ...]:
        """The patterns of the gap notices."""
        return tuple(notice.pattern for notice in self.notices)

    @property
    def id(self) -> str:
        """The profile's id."""
        return self.profile.id

    def is_site_of(self, text: str, address: str = "") -> bool:
        """Tell whether a page, or its address, shows enough of the site's signs."""
        return sum(sign in text or sign in address for sign in self.profile.signs) >= self.profile.needs


def recognised(text: str, rules: RuleSet, address: str = "") -> Site | None:
    """Return the site whose signs the page shows, or None.

    Args:
        text: the decoded page, whole.
        rules: the rule-set with the profiles.
        address: where the page is from, as far as it tells.
    """
    scan, signs = _signs(rules)
    found = {number for number, _, _ in scan.hits(simplified_view(text)) if number in signs}
    if address:
        found |= {number for number, (sign, _) in signs.items() if sign in address}
    if not found:
        return None
    known = sites(rules)
    shown = [0] * len(known)
    for number in found:
        for place in signs[number][1]:
            shown[place] += 1
    return next((site for site, count in zip(known, shown, strict=True) if count >= site.profile.needs), None)


@lru_cache(maxsize=8)
def _signs(rules: RuleSet) -> tuple[CueScan, dict[int, tuple[str, list[int]]]]:
    """Return the scan of a page and, by their numbers in it, the signs of all sites, each with the places of the sites that show it."""
    showing: dict[str, list[int]] = {}
    for place, site in enumerate(sites(rules)):
        for sign in dict.fromkeys(site.profile.signs):
            showing.setdefault(sign, []).append(place)
    scan = rulebook(rules).page
    return scan, {number: (sign, showing[sign]) for number, sign in scan.take(showing).items()}


@lru_cache(maxsize=8)
def sites(rules: RuleSet) -> tuple[Site, ...]:
    """Validate and compile the profiles of a rule-set; a user's profile replaces a built-in one of the same id.

    Raises:
        RuleError: a profile is malformed.
    """
    found: dict[str, SiteProfile] = {}
    for file, data in rules.tables.get("sites", []):
        profile = _validated(data, file)
        if profile.id in found and not profile.replaces:
            raise RuleError(f"{file}: site {profile.id}", "the id is used twice", "rename it, or set replaces = true in your own folder")
        found[profile.id] = profile
    return tuple(_compiled(profile) for profile in found.values())


def template(source: str) -> str:
    """Return the pattern of a template: half and full width are one, blanks are optional, `{any}` is any text.

    >>> bool(re.fullmatch(template("第{number}页 (共{number}页)"), "第3页（共12页）"))
    True

    Raises:
        KeyError: an unknown slot.
    """
    parts: list[str] = []
    used: set[str] = set()
    for slot, dots, blank, char in (match.groups() for match in _TOKEN.finditer(source)):
        if slot:
            pattern = _SLOTS[slot]
            parts.append(re.sub(r"\?P<\w+>", "?:", pattern) if slot in used else pattern)
            used.add(slot)
        elif dots:
            parts.append(r"[….·。]{2,40}")
        elif blank:
            parts.append(r"\s{0,8}")
        else:
            parts.append(_WIDTHS.get(char, re.escape(char)))
    return "".join(parts)


def _validated(data: dict[str, Any], file: str) -> SiteProfile:
    unknown = sorted(set(data) - {"site"})
    if unknown or not isinstance(data.get("site"), dict):
        raise RuleError(file, f"unknown table {unknown[0]}" if unknown else "no [site] table", "see docs/adding-a-site.md")
    try:
        (found,) = fitted(SiteProfile, [data["site"]])
        if not _ID.fullmatch(found.id):
            raise MisfitError(0, "id", f"String should match pattern '^{_ID.pattern}$'")
    except MisfitError as error:
        raise RuleError(file, f"{error.where}: {error.problem}", "see docs/adding-a-site.md for the keys") from None
    return found


def _compiled(profile: SiteProfile) -> Site:
    def joined(templates: tuple[str, ...]) -> re.Pattern[str] | None:
        if not templates:
            return None
        unnamed = (template(source) for source in templates)
        return make("|".join(f"(?:{_unnamed_after_first(part, index)})" for index, part in enumerate(unnamed)))

    make = re.compile if profile.learnt else compiled  # what was read off pages is not kept beyond the run

    try:
        return Site(
            profile,
            times=joined(profile.time),
            contents=joined(profile.contents),
            cut=joined(profile.cut),
            end=joined(profile.end),
            inside=joined(profile.inside),
            lines=joined((*profile.time, *profile.contents, *profile.cut, *profile.end)),
            notices=tuple(_notice(profile, number, source) for number, source in enumerate(profile.gaps, 1)),
        )
    except KeyError as error:
        raise RuleError(f"site {profile.id}", f"unknown slot {{{error.args[0]}}}", f"use one of {', '.join(_SLOTS)}") from None


def _notice(profile: SiteProfile, number: int, source: str) -> GapNotice:
    pattern = rf"[ \t]{{0,4}}{template(source)}"
    runs = _NOT_PLAIN.split(re.sub(r"\{[a-z]+\}", " ", source))
    rule = CompiledRule(Rule(id=f"site.{profile.id}.gap{number}"), pattern)
    regex, reach = (re.compile(pattern), width_of(pattern)) if profile.learnt else (compiled(pattern), longest_match(pattern))
    return GapNotice(regex, max(runs, key=len), reach, rule)


def _unnamed_after_first(pattern: str, index: int) -> str:
    """Give the groups of the alternatives names of their own: `time`, then `time1`, `time2` …"""
    return re.sub(r"\?P<(\w+)>", rf"?P<\g<1>{index}>", pattern) if index else pattern
