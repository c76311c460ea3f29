"""`commitments annotate export|import|setup`: rows out to an annotation tool, and corrected ones back as gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commitments.cli_help import Command, Group, language, option
from commitments.cli_streams import check_texts, put_text, say
from commitments.errors import Error, OptionError
from commitments.messages import describe, message

if TYPE_CHECKING:
    from commitments.annotation.tasks import Task
    from commitments.ruledata import RuleSet

Paths = tuple[Path, ...]
_DONE, _SOME_FAILED = 0, 1
_lang = option("--lang", type=click.Choice(["zh", "en"]), expose_value=False)
_format = option("--format", "form", type=click.Choice(["doccano", "labelstudio"]), required=True)
_output = option("-o", "--output", "outputs", type=click.Path(path_type=Path), multiple=True, metavar="FILE")
_rules = option("--rules", "rules_folder", type=click.Path(path_type=Path), metavar="DIR")
_clean = option("--clean", "clean_folder", type=click.Path(path_type=Path), metavar="DIR")


@click.group(cls=Group)
@_lang
def annotate() -> None:
    """Correct rows in doccano or Label Studio."""


@annotate.command(cls=Command)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@_format
@_output
@option("--date", metavar="DATE")
@option("--gold", type=click.Path(path_type=Path), metavar="GOLD")
@_clean
@_rules
@_lang
@click.pass_context
def export(
    context: click.Context,
    /,
    sources: tuple[str, ...],
    form: str,
    outputs: Paths,
    date: str | None,
    gold: Path | None,
    clean_folder: Path | None,
    rules_folder: Path | None,
) -> int:
    """Write speeches with their rows for an annotation tool."""
    from commitments.annotation.convert import export_tasks, write_texts
    from commitments.ruledata import load_rules

    check_texts(outputs)
    rules = load_rules(rules_folder)
    failures: list[Error] = []
    tasks = list(_gold_tasks(sources, gold) if gold else _extracted(sources, outputs, date, rules, failures))
    for error in failures:
        say(describe(error, language(context)))
    text = export_tasks(tasks, "doccano" if form == "doccano" else "labelstudio", rules)
    if clean_folder:
        write_texts(tasks, clean_folder)
    put_text(text, outputs)
    rows = sum(len(task.rows) for task in tasks)
    say(message("annotate.exported", language(context), speeches=len(tasks), rows=rows))
    return _SOME_FAILED if failures else _DONE


def _extracted(sources: Sequence[str], outputs: Paths, date: str | None, rules: RuleSet, failures: list[Error]) -> Iterator[Task]:
    """Yield the pages with the rows that the program finds; a page that fails is named, the others go on."""
    from commitments.annotation.placing import task_of_extraction
    from commitments.cli_sources import plan
    from commitments.cli_tables import Columns
    from commitments.errors import SourceError
    from commitments.pipeline import extract_pages
    from commitments.speechdate import SpeechDate

    try:
        day = SpeechDate.parse(date) if date else None
    except OptionError as error:
        raise OptionError("--date", error.problem, error.cure) from None
    for item in plan(sources, Columns(), outputs).items():
        try:
            for doc_id, found in extract_pages(item.read(), date=item.date or day, rules=rules):
                yield task_of_extraction(found, doc_id)
        except SourceError as error:
            failures.append(error)


def _gold_tasks(sources: Sequence[str], gold: Path) -> Iterator[Task]:
    """Yield the speeches of a gold file with its rows; the sources are their clean texts, which are taken as they are."""
    from commitments.annotation.placing import task_of_gold
    from commitments.cli_sources import plan
    from commitments.cli_tables import Columns
    from commitments.gold import read_gold

    texts = {item.doc_id: item.read().text.strip("\n") for item in plan(sources, Columns()).items()}
    for speech in read_gold(gold, texts):
        if speech.doc_id in texts:
            yield task_of_gold(speech, texts[speech.doc_id])


@annotate.command("import", cls=Command)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@_clean
@_output
@_rules
@_lang
@click.pass_context
def import_(context: click.Context, /, file: Path, clean_folder: Path | None, outputs: Paths, rules_folder: Path | None) -> int:
    """Read what an annotation tool exported, and write gold."""
    from commitments.annotation.convert import import_file, read_texts
    from commitments.ruledata import load_rules

    check_texts(outputs)
    found = import_file(file, load_rules(rules_folder), read_texts(clean_folder) if clean_folder else None)
    put_text(found.text, outputs)
    for note in found.notes:
        say(note)
    say(message("annotate.imported", language(context), speeches=len(found.lines), rows=found.rows))
    return _DONE


@annotate.command(cls=Command)
@_format
@_output
@_lang
def setup(form: str, outputs: Paths) -> int:
    """Write the labels as the tool's project needs them."""
    from commitments.annotation import doccano, labelstudio

    check_texts(outputs)
    put_text(doccano.setup() if form == "doccano" else labelstudio.setup(), outputs)
    return _DONE
