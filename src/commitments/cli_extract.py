"""The main job of the command line: pages in, ledger out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from commitments.cli_batch import Failure, Outcome
from commitments.cli_sources import Namesakes
from commitments.cli_streams import on_terminal, put_bytes, say
from commitments.errors import OutputError
from commitments.ledger.csv_file import csv_line, header_line, row_line
from commitments.ledger.ics_file import dated
from commitments.ledger.stream import LedgerWriter
from commitments.messages import Language, message, translate
from commitments.outfile import write_file
from commitments.ruledata import RuleSet
from commitments.types import Commitment

_SHOWN_FAILURES = 20
_PROGRESS_FROM = 10
"""Speeches from which on a terminal is told how far the work is."""


@dataclass
class Count:
    """What a run has come to."""

    speeches: int = 0
    hard: int = 0
    soft: int = 0
    gaps: int = 0
    missing: int = 0
    warnings: int = 0
    undated: int = 0
    undated_rows: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count one speech."""
        self.speeches += outcome.speeches
        if outcome.failure is not None:
            self.failures.append(outcome.failure)
            return
        hard = sum(row.level == "hard" for row in outcome.commitments)
        self.hard += hard
        self.soft += len(outcome.commitments) - hard
        self.gaps += outcome.gaps
        self.missing += outcome.missing
        self.warnings += sum(len(row.warnings) for row in outcome.commitments)
        self.undated += not outcome.dated
        self.undated_rows += sum(not dated(row) for row in outcome.commitments)


def same_file(outputs: Sequence[Path], sources: Iterable[Path]) -> None:
    """Raise where an output would overwrite a source.

    Raises:
        OutputError: it would.
    """
    read = {path.resolve() for path in sources}
    for path in outputs:
        if path.resolve() in read:
            raise OutputError(str(path), "this file is also a source", "choose another name for the ledger")


def write_ledgers(
    found: Iterable[Outcome],
    outputs: Sequence[Path],
    headers: Language | None,
    language: Language,
    rules: RuleSet,
    total: int,
    namesakes: Namesakes,
) -> Count:
    """Write the rows of all speeches to every output, or to stdout where there is none; say what came of it.

    Raises:
        OutputError: an output cannot be written.
        OptionError: an output's format needs a package that is not installed.
    """
    count = Count()
    with ExitStack() as unfinished:
        writers = []
        for path in outputs:
            writer = LedgerWriter(path, headers)
            unfinished.callback(writer.discard)
            writer.start()
            writers.append(writer)
        counted = _counted(found, count, total, language)
        if writers:
            for rows in counted:
                for writer in writers:
                    writer.add(rows)
        else:
            _to_stdout(counted, headers, language)
        for writer in writers:
            writer.finish(rules.version, rules.hash)
    _name_failures(count.failures, outputs, headers, language)
    _warn_of(namesakes, language)
    _sum_up(count, outputs, language, rules)
    return count


def _counted(found: Iterable[Outcome], count: Count, total: int, language: Language) -> Iterator[tuple[Commitment, ...]]:
    telling = sys.stderr.isatty() and total >= _PROGRESS_FROM and not on_terminal()
    for outcome in found:
        count.add(outcome)
        if telling:
            sys.stderr.write("\r" + message("extract.progress", language, done=count.speeches, total=max(total, count.speeches)))
            sys.stderr.flush()
        yield outcome.commitments
    if telling:
        sys.stderr.write("\r\x1b[K")


def _to_stdout(found: Iterator[tuple[Commitment, ...]], headers: Language | None, language: Language) -> None:
    if on_terminal():
        from commitments.cli_table import print_table

        print_table([row for rows in found for row in rows], sys.stdout, language)
        return
    first = next(found, ())  # what is wrong with the rules shows here, before anything is written
    put_bytes(header_line(headers or "en").encode("utf-8-sig"))
    for rows in chain((first,), found):
        put_bytes("".join(map(row_line, rows)).encode("utf-8", errors="replace"))


def failures_path(output: Path) -> Path:
    """Return where the failures of an output are named.

    >>> failures_path(Path("台账.csv")).name
    '台账.csv.failures.csv'
    """
    return output.with_name(output.name + ".failures.csv")


def _name_failures(failures: Sequence[Failure], outputs: Sequence[Path], headers: Language | None, language: Language) -> None:
    """Name each failure on stderr and beside every output; a list left by an earlier run goes."""
    header = csv_line([message(f"failures.{name}", headers or "en") for name in ("source", "doc_id", "problem", "cure")])
    told = [replace(item, problem=translate(item.problem, language), cure=translate(item.cure, language)) for item in failures]
    lines = [csv_line([item.source, item.doc_id, item.problem, item.cure]) for item in told]
    for path in map(failures_path, outputs):
        if failures:
            write_file(path, (header + "".join(lines)).encode("utf-8-sig", errors="replace"))
        elif path.is_file():
            path.unlink()
    shown = told[:_SHOWN_FAILURES] if outputs else told
    for item in shown:
        say(message("extract.failed", language, source=item.source, problem=item.problem, cure=item.cure))
    if len(shown) < len(failures):
        say(message("extract.more_failed", language, count=len(failures) - len(shown), file=failures_path(outputs[0])))


def _warn_of(namesakes: Namesakes, language: Language) -> None:
    if namesakes.first is None:
        return
    doc_id, one, other = namesakes.first
    more = message("extract.more_namesakes", language, count=namesakes.count - 1) if namesakes.count > 1 else ""
    say(message("extract.namesakes", language, doc_id=doc_id, one=one, other=other, more=more))


def _sum_up(count: Count, outputs: Sequence[Path], language: Language, rules: RuleSet) -> None:
    rows = count.hard + count.soft
    for path in outputs:
        if path.suffix.lower() == ".ics" and count.undated_rows:
            say(message("extract.not_in_calendar", language, file=path, left=count.undated_rows, rows=rows))
    if count.undated:
        say(message("extract.undated", language, count=count.undated))
    missing = message("extract.missing", language, count=count.missing) if count.missing else ""
    failed = message("extract.of_which_failed", language, count=len(count.failures)) if count.failures else ""
    counts = {name: getattr(count, name) for name in ("speeches", "hard", "soft", "gaps", "warnings")}
    say(message("extract.summary", language, **counts, rows=rows, failed=failed, missing=missing, version=rules.version, hash=rules.hash))
