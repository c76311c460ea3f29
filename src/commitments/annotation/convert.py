"""Both ways at once: speeches to a file for a tool, and a tool's file to gold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from commitments.annotation import doccano, labelstudio
from commitments.annotation.rebuilding import gold_rows
from commitments.annotation.tasks import Task
from commitments.errors import LedgerError, SourceError
from commitments.gold import parse_gold
from commitments.outfile import write_file
from commitments.reading import decode
from commitments.ruledata import RuleSet

Format = Literal["doccano", "labelstudio"]
FORMATS: tuple[Format, ...] = ("doccano", "labelstudio")
_UNSAFE = frozenset('/\\:*?"<>|\0')


@dataclass(frozen=True, slots=True)
class Imported:
    """Gold that came back: the lines of the gold file, how many speeches and rows, and notes on what to look at."""

    lines: tuple[str, ...]
    rows: int
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The gold file."""
        return "".join(line + "\n" for line in self.lines)


def export_tasks(tasks: Sequence[Task], form: Format, rules: RuleSet) -> str:
    """Return a file for an annotation tool.

    Args:
        tasks: speeches with their rows drawn, from `placing.task_of_extraction` or `placing.task_of_gold`.
        form: "doccano" (JSONL) or "labelstudio" (JSON).
        rules: the rule-set, which Label Studio shows as the origin of the rows.

    Raises:
        SourceError: two speeches have the same name.
    """
    twice = [name for name, times in Counter(task.doc_id for task in tasks).items() if times > 1]
    if twice:
        raise SourceError(twice[0], "two speeches have this name", "rename one of the files: gold calls a speech by it")
    if form == "doccano":
        return doccano.write(tasks)
    return labelstudio.write(tasks, f"commitments rules {rules.version} {rules.hash}")


def write_texts(tasks: Iterable[Task], folder: Path) -> None:
    """Write the clean texts that offsets count in, one file a speech, as `evaluate` wants them beside the gold.

    Raises:
        SourceError: a speech's name cannot be the name of a file.
        OutputError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for task in tasks:
        if _UNSAFE & set(task.doc_id) or task.doc_id.startswith("."):
            raise SourceError(task.doc_id, "this name cannot be the name of a file", "give the speech another name in the id column")
        write_file(folder / f"{task.doc_id}.txt", task.text.encode("utf-8", errors="replace"))


def read_texts(folder: Path) -> dict[str, str]:
    """Return doc_id -> clean text of a folder of .txt files.

    Raises:
        SourceError: there is no such folder, or no text in it.
    """
    if not folder.is_dir():
        raise SourceError(str(folder), "no such folder", "name the folder that holds the clean texts")
    texts = {path.stem: decode(path.read_bytes(), str(path))[0] for path in sorted(folder.iterdir()) if path.suffix.lower() == ".txt"}
    if not texts:
        raise SourceError(str(folder), "no .txt file in this folder", "name the folder that holds the clean texts, one DOC_ID.txt a speech")
    return {name: text.strip("\n") for name, text in texts.items()}


def import_file(path: Path, rules: RuleSet, texts: Mapping[str, str] | None = None) -> Imported:
    """Return the gold of a file that doccano or Label Studio exported; which of the two is seen from the file.

    Args:
        path: the exported file, JSONL (doccano) or JSON (Label Studio).
        rules: the rule-set that reads quantities and deadlines which are marked anew.
        texts: doc_id -> clean text; where given, every speech's text must be that one.

    Raises:
        LedgerError: the file, or what was annotated, is wrong; the error names file, line, speech, row and cure.
    """
    content = _content(path)
    labelled = content.lstrip().startswith("[")
    tasks = labelstudio.read(content, str(path)) if labelled else doccano.read(content, str(path))
    lines: dict[str, str] = {}
    rows = 0
    notes: list[str] = []
    for task in tasks:
        if task.doc_id in lines:
            raise task.wrong("the speech is there twice", "delete one of the two")
        if texts is not None:
            _check_text(task, texts)
        found, remarks = gold_rows(task, rules)
        speech = {"doc_id": task.doc_id, "speech_date": task.speech_date, "commitments": found}
        lines[task.doc_id] = json.dumps(speech, ensure_ascii=False)
        _check_gold(lines[task.doc_id], task)
        rows += len(found)
        notes += remarks
    if not lines:
        raise LedgerError(str(path), "no annotated speech in this file", "annotate and save the speeches, then export the project again")
    return Imported(tuple(lines.values()), rows, tuple(notes))


def _content(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise LedgerError(str(path), "no such file", "check the name") from None
    except UnicodeDecodeError:
        cure = "name the .jsonl or .json file that the tool exported; unpack a .zip first"
        raise LedgerError(str(path), "not in UTF-8", cure) from None
    except OSError as error:
        raise LedgerError(str(path), f"cannot be read: {error.strerror}", "check its permissions") from None


def _check_text(task: Task, texts: Mapping[str, str]) -> None:
    if task.doc_id not in texts:
        raise task.wrong("there is no clean text of this speech", f"put {task.doc_id}.txt into the folder of clean texts")
    if texts[task.doc_id] != task.text.strip("\n"):
        cure = "name the folder of the texts that were exported, or export the speech again"
        raise task.wrong("the text differs from the clean text", cure)


def _check_gold(line: str, task: Task) -> None:
    """Hold a speech against the guide's format, and name the place in the tool's file where it is wrong."""
    try:
        parse_gold(line, "", {task.doc_id: task.text})
    except LedgerError as error:
        raise LedgerError(task.place + error.place.removeprefix(":1"), error.problem, error.cure) from None
