"""Runs the example pages inside the site profiles, for `commitments rules check` and the tests."""

from __future__ import annotations

from collections.abc import Iterator

from commitments.clean import clean_page
from commitments.cleaning.profiles import PageExample, Site, sites
from commitments.errors import Error, RuleError
from commitments.ruledata import RuleSet
from commitments.types import RawPage


def site_problems(rules: RuleSet) -> Iterator[RuleError]:
    """Yield what is wrong with the examples of the site profiles.

    >>> from commitments.ruledata import load_rules
    >>> list(site_problems(load_rules()))
    []
    """
    for site in sites(rules):
        place = f"site {site.id}"
        if not site.profile.example or not site.profile.near_miss:
            yield RuleError(place, "an example and a near miss are needed", "add [[site.example]] and [[site.near_miss]]")
        for number, example in enumerate(site.profile.example, 1):
            for problem in _example_problems(site, example, rules):
                yield RuleError(f"{place}, example {number}", problem, "correct the templates or the example")
        for number, miss in enumerate(site.profile.near_miss, 1):
            if site.is_site_of(miss.page):
                yield RuleError(f"{place}, near miss {number}", "taken for a page of this site", "choose signs that only the site has")


def _example_problems(site: Site, example: PageExample, rules: RuleSet) -> Iterator[str]:
    try:
        speech = clean_page(RawPage(example.page.strip("\n")), rules)
    except Error as error:
        yield str(error)
        return
    if speech.site != site.id:
        yield f"the page is taken for one of {speech.site}"
    if speech.text != example.clean.strip("\n"):
        yield f"the speech came out as {speech.text!r}"
    if speech.posted != example.posted:
        yield f"the posting time came out as {speech.posted}"
    if tuple(gap.missing for gap in speech.gaps if gap.missing) != example.missing:
        yield f"the gaps came out as {[gap.missing for gap in speech.gaps]}"
