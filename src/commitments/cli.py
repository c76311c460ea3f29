"""The command line: `commitments extract|clean|outline|explain|evaluate|rules check`.

Exit status: 0 all done; 1 some speeches failed, or a check found something; 2 wrong usage, in one line. No
traceback reaches a user.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commitments.cli_annotate import annotate
from commitments.cli_help import Command, Decorator, Group, chosen_language, language, option, usage_problem
from commitments.cli_sites import sites
from commitments.cli_streams import check_texts, put, put_text, say, swallow_broken_pipe
from commitments.errors import Error
from commitments.messages import Language, describe, message

if TYPE_CHECKING:
    from commitments.cli_sources import Item, Plan
    from commitments.ruledata import RuleSet

    Shown = Callable[[Item, RuleSet], str]

Names = tuple[str, ...]
Paths = tuple[Path, ...]
DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


class Program(Group):
    """The group of all commands; whatever goes wrong ends in one line and an exit status."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and exit with its status."""
        arguments = list(sys.argv[1:] if args is None else args)
        chosen = chosen_language(arguments, os.environ)
        name = prog_name or "commitments"
        if os.environ.get("_COMMITMENTS_COMPLETE"):  # the shell asks for completions
            return super().main(arguments, name, complete_var, standalone_mode, obj=chosen, **extra)
        extra.pop("windows_expand_args", None)  # globs are expanded by the sources themselves
        called = next((f"{name} {argument}" for argument in arguments if argument in self.commands), name)
        status = _status(lambda: self._run(arguments, name, chosen, extra), chosen, called)
        if not standalone_mode:
            return status
        sys.exit(status)

    def _run(self, arguments: list[str], name: str, chosen: Language, extra: dict[str, Any]) -> int:
        try:
            with self.make_context(name, arguments, obj=chosen, **extra) as context:
                result = self.invoke(context)
        except click.exceptions.Exit as error:
            result = error.exit_code
        sys.stdout.flush()
        return result if isinstance(result, int) else DONE


def _status(run: Callable[[], int], chosen: Language, called: str) -> int:
    """Run, and turn whatever is raised into one line on stderr and an exit status."""
    try:
        return run()
    except Error as error:
        say(describe(error, chosen))
    except click.Abort:
        say(message("program.interrupted", chosen))
        return INTERRUPTED
    except KeyboardInterrupt:
        say("\n" + message("program.interrupted", chosen))
        return INTERRUPTED
    except click.ClickException as error:
        say(usage_problem(error, chosen, called))
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.errno == errno.EPIPE:
            swallow_broken_pipe()
            return DONE
        say(message("program.system", chosen, problem=error.strerror or type(error).__name__, file=error.filename or ""))
    except Exception as error:  # the last resort: a bug is one line that asks to be reported
        from commitments.cli_batch import where

        say(message("program.bug", chosen, what=where(error)))
    return WRONG_USAGE


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Declare what all commands that read pages have in common."""
    for decorate in reversed((
        option("--text-column", metavar="NAME"),
        option("--id-column", metavar="NAME"),
        option("--date-column", metavar="NAME"),
        option("--rules", "rules_folder", type=click.Path(path_type=Path), metavar="DIR"),
        option("--alone", is_flag=True),
    )):  # fmt: skip
        command = decorate(command)
    return command


def output_option(metavar: str) -> Decorator:
    """Declare `-o`, which may be repeated."""
    return option("-o", "--output", "outputs", type=click.Path(path_type=Path), multiple=True, metavar=metavar)


lang_option = option("--lang", type=click.Choice(["zh", "en"]), expose_value=False)
date_option = option("--date", metavar="DATE")
ner_option = option("--no-ner", "no_ner", is_flag=True)
json_option = option("--json", "as_json", is_flag=True)
sources_argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")


@click.group(cls=Program, name="commitments", invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@option("--version", "version", is_flag=True)
@lang_option
@click.pass_context
def main(context: click.Context, /, version: bool) -> None:
    """Turn speeches of Chinese officials into task ledgers."""
    if version:
        from importlib.metadata import PackageNotFoundError
        from importlib.metadata import version as installed

        from commitments.ruledata import load_rules

        rules = load_rules()
        try:
            number = installed("commitments")
        except PackageNotFoundError:  # run from a checkout that is not installed
            number = "?"
        put(message("program.version", language(context), number=number, version=rules.version, hash=rules.hash) + "\n")
        context.exit(DONE)
    if context.invoked_subcommand is None:
        put(context.get_help() + "\n")


@main.command(cls=Command)
@sources_argument
@output_option("OUT")
@date_option
@option("--jobs", "-j", type=click.IntRange(min=1), default=1, metavar="N")
@option("--headers", type=click.Choice(["en", "zh"]))
@ner_option
@source_options
@lang_option
@click.pass_context
def extract(context: click.Context, /, sources: Names, outputs: Paths, date: str | None, jobs: int, no_ner: bool, **options: Any) -> int:
    """Pages in, ledger out."""
    from commitments.cli_batch import Task, outcomes
    from commitments.cli_extract import same_file, write_ledgers
    from commitments.cli_sites import learnt_in
    from commitments.cli_sources import Namesakes
    from commitments.ledger.book import check_output

    chosen = language(context)
    headers = options.pop("headers")
    for path in outputs:
        check_output(path)
    date = _day(date)
    rules, plan = _planned(sources, outputs, options, chosen)
    same_file(outputs, (*plan.files, *plan.tables))
    task = Task(date, options["rules_folder"], learnt_in(rules), ner=not no_ner)
    namesakes = Namesakes()
    with closing(outcomes(namesakes.watch(plan.items()), task, jobs)) as found:
        count = write_ledgers(found, outputs, headers, chosen, rules, len(plan), namesakes)
    return SOME_FAILED if count.failures else DONE


@main.command(cls=Command)
@sources_argument
@output_option("FILE")
@option("--removed", is_flag=True)
@json_option
@source_options
@lang_option
@click.pass_context
def clean(context: click.Context, /, sources: Names, outputs: Paths, removed: bool, as_json: bool, **options: Any) -> int:
    """Show the speech alone."""
    from commitments.cli_show import clean_json, clean_text, each_titled, removed_text
    from commitments.several import speeches

    def shown(item: Item, rules: RuleSet) -> str:
        found = speeches(item.read(), rules)
        if as_json:
            return "".join(clean_json(speech, page) for page, speech in found)
        return each_titled([(page.doc_id, removed_text(speech) if removed else clean_text(speech)) for page, speech in found])

    return _show(sources, outputs, options, shown, titled=not as_json, chosen=language(context))


@main.command(cls=Command)
@sources_argument
@output_option("FILE")
@json_option
@source_options
@lang_option
@click.pass_context
def outline(context: click.Context, /, sources: Names, outputs: Paths, as_json: bool, **options: Any) -> int:
    """Show the outline tree."""
    from commitments.cli_show import each_titled, outline_json, outline_text
    from commitments.outline import read_outline
    from commitments.several import speeches

    def shown(item: Item, rules: RuleSet) -> str:
        found = [(page.doc_id, read_outline(speech, rules)) for page, speech in speeches(item.read(), rules)]
        if as_json:
            return "".join(outline_json(headings) for _, headings in found)
        return each_titled([(doc_id, outline_text(headings)) for doc_id, headings in found])

    return _show(sources, outputs, options, shown, titled=not as_json, chosen=language(context))


@main.command(cls=Command)
@sources_argument
@output_option("FILE")
@date_option
@ner_option
@json_option
@source_options
@lang_option
@click.pass_context
def explain(
    context: click.Context, /, sources: Names, outputs: Paths, date: str | None, no_ner: bool, as_json: bool, **options: Any
) -> int:
    """Show per clause what was found, by which rule, and what was dropped and why."""
    from commitments.cli_show import explain_json, explain_text
    from commitments.pipeline import extract_pages

    chosen = language(context)
    date = _day(date)

    def shown(item: Item, rules: RuleSet) -> str:
        page = item.read()
        found = list(extract_pages(page, date=item.date or date, rules=rules, ner=not no_ner))
        if as_json:
            return "".join(explain_json(one, replace(page, doc_id=doc_id)) for doc_id, one in found)
        names = [item.name if len(found) == 1 else f"{item.name} ({doc_id})" for doc_id, _ in found]
        return "\n".join(explain_text(one, name, chosen) for name, (_, one) in zip(names, found, strict=True))

    return _show(sources, outputs, options, shown, titled=False, chosen=chosen)


@main.command(cls=Command)
@option("--gold", type=click.Path(path_type=Path), required=True, metavar="GOLD")
@option("--pred", type=click.Path(path_type=Path), metavar="PRED")
@option("--pages", type=click.Path(path_type=Path), metavar="DIR")
@option("--split", type=click.Choice(["train", "dev", "test", "all"]))
@option("--infer-dates", is_flag=True)
@option("--errors", is_flag=True)
@output_option("FILE")
@json_option
@option("--rules", "rules_folder", type=click.Path(path_type=Path), metavar="DIR")
@lang_option
@click.pass_context
def evaluate(context: click.Context, /, gold: Path, pred: Path | None, outputs: Paths, as_json: bool, errors: bool, **options: Any) -> int:
    """Score a ledger against gold."""
    from commitments.evaluate import evaluate_files
    from commitments.ruledata import load_rules

    check_texts(outputs)
    rules = load_rules(options.pop("rules_folder"))
    report = evaluate_files(gold, pred, rules, **options)
    text = report.as_json() if as_json else report.table(language(context), errors=errors)
    put_text(text.rstrip("\n") + "\n", outputs)
    return DONE


@main.group(cls=Group)
@lang_option
def rules() -> None:
    """Work with rule files."""


@rules.command(cls=Command)
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
@output_option("FILE")
@lang_option
@click.pass_context
def check(context: click.Context, /, folder: Path | None, outputs: Paths) -> int:
    """Validate rule files and run the examples inside them."""
    from commitments.rulecheck import check_rules

    chosen = language(context)
    check_texts(outputs)
    report = check_rules(folder)
    lines = [describe(Error(item.place, item.problem, item.cure), chosen) for item in report.problems]
    key = "rules.wrong" if report.problems else "rules.right"
    lines.append(message(key, chosen, rules=report.rules, examples=report.examples, problems=len(report.problems)))
    put_text("\n".join(lines) + "\n", outputs)
    return SOME_FAILED if report.problems else DONE


main.add_command(sites)
main.add_command(annotate)


def _planned(sources: Sequence[str], outputs: Sequence[Path], options: dict[str, Any], chosen: Language) -> tuple[RuleSet, Plan]:
    """Load the rules and find the pages; whatever is wrong with either is said before any work is done."""
    from commitments.cli_sites import learnt_profiles, with_profiles
    from commitments.cli_sources import plan
    from commitments.cli_tables import Columns
    from commitments.ruledata import load_rules

    columns = Columns(options["text_column"], options["id_column"], options["date_column"])
    found = plan(sources, columns, outputs)
    if found.skipped:
        say(message("extract.skipped", chosen, count=found.skipped))
    rules = load_rules(options["rules_folder"])
    return rules if options["alone"] else with_profiles(rules, learnt_profiles(found.files, rules)), found


def _day(date: str | None) -> str | None:
    """Return the date as it is kept, or raise where there is no such day."""
    from commitments.errors import OptionError
    from commitments.speechdate import SpeechDate

    if date is None:
        return None
    try:
        return SpeechDate.parse(date).isoformat
    except OptionError as error:
        raise OptionError("--date", error.problem, error.cure) from None


def _show(sources: Names, outputs: Paths, options: dict[str, Any], shown: Shown, *, titled: bool, chosen: Language) -> int:
    """Show one page after the other; a page that fails is named, the others are shown."""
    from commitments.cli_extract import same_file

    check_texts(outputs)
    rules, plan = _planned(sources, outputs, options, chosen)
    same_file(outputs, (*plan.files, *plan.tables))
    failed = 0
    texts = []
    for item, text in _texts(plan, rules, shown, chosen):
        if text is None:
            failed += 1
            continue
        heading = f"==> {item.name} <==\n" if titled and len(plan) > 1 else ""
        if outputs:
            texts.append(heading + text)
        else:
            put(heading + text)
    if outputs:
        put_text("".join(texts), outputs)
    return SOME_FAILED if failed else DONE


def _texts(plan: Plan, rules: RuleSet, shown: Shown, chosen: Language) -> Iterator[tuple[Item, str | None]]:
    from commitments.cli_batch import where
    from commitments.errors import OptionError, RuleError

    for item in plan.items():
        try:
            yield item, shown(item, rules)
        except (RuleError, OptionError):
            raise
        except Error as error:
            say(describe(error, chosen))
            yield item, None
        except (OSError, KeyboardInterrupt):
            raise
        except Exception as error:  # one page must not cost the others
            say(message("program.bug", chosen, what=f"{item.name}: {where(error)}"))
            yield item, None
