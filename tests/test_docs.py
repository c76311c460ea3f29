"""What the documents say is true: the sample ledger, the Python examples, the links, the commands."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote

import pytest

from commitments import Commitment, extract
from commitments.rulecheck import check_rules

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "corpus").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(#[^)\s]*)?\)")


def cells(row: Commitment) -> str:
    """Return a row as the README's sample shows it."""
    due = ""
    if row.deadline:
        due = row.deadline.end.isoformat() if row.deadline.end else " ".join(row.deadline.recurrence)
    quantity = "；".join(item.text for item in row.quantities)
    shown = (
        "、".join(row.owner),
        "、".join(row.co_owners),
        row.action,
        quantity,
        row.deadline.text if row.deadline else "",
        due,
        row.level,
    )
    return "| " + " | ".join(shown) + " |"


def test_the_sample_ledger_is_what_the_program_gives() -> None:
    page, table = re.findall(r"<!-- sample: (\S+) -->\n(.*?)<!-- end -->", README, re.DOTALL)[0]
    assert table.splitlines()[2:] == [cells(row) for row in extract(ROOT / page)]


@pytest.mark.parametrize("document", ["README.md", "docs/spacy.md", "docs/conventions.md"])
def test_the_python_examples_run(document: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    import_module("commitments.spacy_ext")  # registers the component where the package was not installed anew
    result = doctest.testfile(str(ROOT / document), module_relative=False, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    targets = [unquote(target) for target, _ in LINK.findall(document.read_text(encoding="utf-8")) if target]
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_readme_names_the_two_commands_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"^make (\w+)", README, re.MULTILINE)
    assert named[:2] == ["demo", "test"]
    assert all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in named)


def test_the_continuous_integration_calls_the_second_command() -> None:
    assert "make --no-print-directory test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_lock_names_every_dependency_and_no_index() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = re.findall(r'^  "([a-z0-9-]+)>=', project, re.MULTILINE)
    assert needed
    assert [name for name in needed if not re.search(rf"^{name}==", lock, re.MULTILINE)] == []
    assert not re.search(r"https?:|file:|--index|--find-links|@ ", lock)
    assert lock.count("--hash=sha256:") > 100


@pytest.mark.parametrize(("document", "kind"), [("adding-a-rule.md", "deadlines"), ("adding-a-site.md", "sites")])
def test_the_rule_files_in_the_documents_pass_the_check(tmp_path: Path, document: str, kind: str) -> None:
    text = (ROOT / "docs" / document).read_text(encoding="utf-8")
    (tmp_path / kind).mkdir()
    for number, block in enumerate(re.findall(r"```toml\n(.*?)```", text, re.DOTALL)):
        (tmp_path / kind / f"{number}.toml").write_text(block, encoding="utf-8")
    report = check_rules(tmp_path)
    assert report.examples >= 2
    assert [str(problem) for problem in report.problems] == []
