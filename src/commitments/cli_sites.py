"""`commitments sites learn|check`: a profile learnt from a site's pages, and profiles checked; what a run learns from its own folders."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commitments.cli_help import Command, Group, language, option
from commitments.cli_streams import check_texts, put_text, say
from commitments.errors import Error, OptionError, RuleError, SourceError
from commitments.messages import describe, message

if TYPE_CHECKING:
    from commitments.cleaning.profiles import SiteProfile
    from commitments.ruledata import RuleSet
    from commitments.types import RawPage

_DONE, _FOUND = 0, 1
_SAMPLE = 16
"""Pages of a folder that are looked at; what a site repeats shows on these."""
_LEARNT_FROM = frozenset({".txt", ".text", ".md", ".html", ".htm", ".shtml", ".xhtml"})
_LANG = option("--lang", type=click.Choice(["zh", "en"]), expose_value=False)
_OUTPUT = option("-o", "--output", "outputs", type=click.Path(path_type=Path), multiple=True, metavar="FILE")


class SitesCommand(Command):
    """A command whose messages stand under `sites_NAME`, for another group has a command of its name."""

    @property
    def key(self) -> str:
        """The name of its messages."""
        return f"sites_{self.name}"


@click.group(cls=Group)
@_LANG
def sites() -> None:
    """Learn and check site profiles."""


@sites.command(cls=SitesCommand)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@_OUTPUT
@option("--id", "site_id", metavar="ID")
@option("--name", "site_name", metavar="NAME")
@_LANG
@click.pass_context
def learn(context: click.Context, /, folder: Path, outputs: tuple[Path, ...], site_id: str | None, site_name: str | None) -> int:
    """Draft a profile from several pages of one site."""
    from commitments.cli_sources import plan
    from commitments.cli_tables import Columns
    from commitments.ruledata import load_rules
    from commitments.sitedraft import draft_profile
    from commitments.sitelearning import learn_site

    chosen = language(context)
    check_texts(outputs)
    rules = load_rules()
    pages = _readable(plan([str(folder)], Columns(), outputs).files)
    if len(pages) < 2:
        raise SourceError(str(folder), "fewer than two pages can be read", "put two or more pages of the site into the folder")
    learnt = learn_site(pages, rules)
    if learnt.pages < 2:
        raise SourceError(str(folder), "the pages are copies of one speech", "put pages with different speeches into the folder")
    put_text(draft_profile(learnt, pages, rules, site_id=_id(site_id, outputs), name=site_name or ""), outputs)
    found = len(learnt.time) + len(learnt.cut) + len(learnt.end)
    say(message("sites.learnt", chosen, pages=learnt.pages, lines=found, inside=len(learnt.inside), gaps=len(learnt.gaps)))
    return _DONE


@sites.command(cls=SitesCommand)
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@_LANG
@click.pass_context
def check(context: click.Context, /, file: Path | None) -> int:
    """Run the examples of site profiles, and look for templates that take what speakers say."""
    from commitments.sitedraft import profile_problems

    chosen = language(context)
    rules, profile = _rules_with(file)
    problems = list(profile_problems(rules, profile))
    lines = [describe(problem, chosen) for problem in problems]
    lines.append(message("sites.wrong" if problems else "sites.right", chosen, problems=len(problems)))
    put_text("\n".join(lines) + "\n", ())
    return _FOUND if problems else _DONE


def _rules_with(file: Path | None) -> tuple[RuleSet, Path | None]:
    """Return the built-in rules, with the user's profile laid over them."""
    from commitments.ruledata import RuleSet, builtin_folder, load_rules

    if file is not None and file.is_dir():
        return load_rules(file), None
    rules = load_rules()
    if file is None or builtin_folder().resolve() in file.resolve().parents:
        return rules, file
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceError(str(file), "no such file", "check the name") from None
    except (OSError, ValueError) as error:
        raise RuleError(str(file), f"not valid TOML: {error}", "correct the line it names") from None
    return RuleSet(rules.folders, {**rules.tables, "sites": [*rules.tables.get("sites", []), (str(file), data)]}, rules.version), file


def _id(given: str | None, outputs: Sequence[Path]) -> str:
    """Return the profile's id: as given, else the name of the file that is written."""
    import re

    if given is not None and not re.fullmatch(r"[a-z0-9-]{2,40}", given):
        raise OptionError("--id", f"{given!r} is no id", "use small letters, figures and hyphens")
    stem = re.sub(r"[^a-z0-9]+", "-", outputs[0].stem.lower()).strip("-") if outputs else ""
    return given or (stem if len(stem) >= 2 else "new-site")


def _readable(files: Sequence[Path]) -> list[RawPage]:
    """Return the pages that can be read, of many a sample."""
    from commitments.reading import read_page

    step = max(1, len(files) // _SAMPLE)
    pages: list[RawPage] = []
    for path in files[::step][:_SAMPLE]:
        try:
            pages.append(read_page(path))
        except Error:
            continue  # the run itself will name it
    return pages


def learnt_profiles(files: Sequence[Path], rules: RuleSet) -> tuple[SiteProfile, ...]:
    """Return profiles of the unknown sites from which folders of pages come, learnt from the pages themselves.

    Args:
        files: the pages of a run.
        rules: the rule-set; pages of a site that it knows are passed over.
    """
    if len(files) < 2:
        return ()  # nothing to compare; what follows need not even be imported

    from commitments.cleaning.profiles import recognised
    from commitments.sitelearning import FEWEST, learn_site

    folders: dict[Path, list[Path]] = {}
    for path in files:
        if path.suffix.lower() in _LEARNT_FROM:
            folders.setdefault(path.parent, []).append(path)
    found: list[SiteProfile] = []
    for paths in folders.values():
        if len(paths) < FEWEST:
            continue
        pages = [page for page in _readable(paths) if recognised(page.text, rules, page.meta.get("source", "")) is None]
        learnt = learn_site(pages, rules) if len(pages) >= FEWEST else None
        if learnt and learnt.pages >= FEWEST:
            found.append(learnt.profile(f"learnt-{len(found) + 1}", learnt=True))
    return tuple(found)


def with_profiles(rules: RuleSet, profiles: Sequence[SiteProfile]) -> RuleSet:
    """Return the rules with further site profiles; the hash stays that of the files."""
    from commitments.ruledata import RuleSet

    if not profiles:
        return rules
    added = [(profile.id, {"site": asdict(profile)}) for profile in profiles]
    return RuleSet(rules.folders, {**rules.tables, "sites": [*rules.tables.get("sites", []), *added]}, rules.version)


def learnt_in(rules: RuleSet) -> tuple[SiteProfile, ...]:
    """Return the profiles that a run has learnt, for its worker processes."""
    from commitments.cleaning.profiles import sites as known

    return tuple(site.profile for site in known(rules) if site.profile.learnt)
