"""The shape of the house: a module imports only what stands before it, and heavy libraries stay at the edge."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "commitments"

FLOW = (
    ("errors", "offsets", "assignment"),
    ("outfile",),
    ("pattern_tree",),
    ("kept",),
    ("pattern_heads", "fitting"),
    ("pattern_words",),
    ("types", "numerals", "triewords", "script", "speechdate", "ruledata"),
    ("gated", "places"),
    ("shapes",),
    ("mood_shapes", "passage_shapes"),
    ("messages", "editing"),
    ("reading",),
    ("cleaning",),
    ("clean",),
    ("cleaning.examples", "several", "sitelearning"),
    ("sitedraft",),
    ("outline", "dating"),
    ("clauses", "cues", "mood", "telling"),
    ("mentions", "ner"),
    ("bare_headings",),
    ("date_shapes", "deliverable_shapes", "discourse_shapes", "duty_shapes", "forward_shapes", "frame_shapes"),
    ("predicate_shapes", "press", "row_shapes", "spoken_shapes"),
    ("aspect", "charged", "link_shapes", "passages", "planyear", "predicates", "subjects"),
    ("calls", "frame"),
    ("concrete", "demanded", "duties", "singled", "topics"),
    ("roles",),
    ("frames",),
    ("deliverables", "items", "newtopic", "owndates"),
    ("addressees", "findings", "lists", "objections", "progress", "statements", "takenup"),
    ("discourse", "checkable"),
    ("gapped", "levels", "link_rules", "settling"),
    ("gates",),
    ("glances",),
    ("rows",),
    ("task_model",),
    ("row_rules",),
    ("link", "confidence"),
    ("entries",),
    ("pipeline",),
    ("ledger",),
    ("scoring",),
    ("gold",),
    ("evaluation",),
    ("evaluate",),
    ("annotation",),
    ("ruleexamples", "rulecost"),
    ("rulecheck",),
    ("cli_tables",),
    ("cli_sources",),
    ("api", "spacy_ext"),
    ("showing",),
    ("walkthrough", "audit"),
    ("audit_plots", "audit_sheet"),
    ("cli_help", "cli_streams"),
    ("cli_sites",),
    ("cli_batch",),
    ("cli_show", "cli_table"),
    ("cli_extract", "cli_annotate"),
    ("cli",),
    ("__main__",),
)
"""The flow of docs/design.md, one step after the other. A package stands for all its modules but those named by themselves."""

AT_THE_EDGE = {
    "spacy": {"ner", "spacy_ext"},
    "pandas": {"ledger.frame", "ledger.book", "api", "evaluation.frames", "audit", "audit_plots", "audit_sheet", "walkthrough"},
    "matplotlib": {"showing", "audit_plots"},
    "openpyxl": {"ledger.xlsx_file"},
    "pyarrow": {"ledger.parquet_file"},
    "pypdf": {"reading.pdf"},
    "rich": {"cli_table"},
    "click": {"cli", "cli_annotate", "cli_help", "cli_sites", "cli_streams"},
}
"""What costs much to import, and the only modules that may: pandas only where frames are made, spaCy only at its door."""


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__").removesuffix("__init__")


MODULES = {name_of(path): path for path in sorted(SOURCE.rglob("*.py"))}


def step(module: str) -> int:
    """Return at which step of the flow a module stands, by its longest known name."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        known = ".".join(parts[:length])
        for number, names in enumerate(FLOW):
            if known in names:
                return number
    raise AssertionError(f"{module} stands nowhere in the flow: add it to FLOW and to docs/design.md")


def imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def own_imports(module: str) -> set[str]:
    names = imported(ast.parse(MODULES[module].read_text(encoding="utf-8")))
    return {name.removeprefix("commitments.") for name in names if name.startswith("commitments.")}


def at_import(module: str) -> set[str]:
    """Return what a module imports as soon as it is imported itself: not inside functions, not for the type checker."""
    body = ast.parse(MODULES[module].read_text(encoding="utf-8")).body
    return {name for node in body if isinstance(node, ast.Import | ast.ImportFrom) for name in imported(node)}


@pytest.mark.parametrize("module", [name for name in MODULES if name])
def test_a_module_imports_only_what_stands_before_it(module: str) -> None:
    package = module.rpartition(".")[0] or module
    wrong = {
        name
        for name in own_imports(module)
        if step(name) > step(module) or (step(name) == step(module) and not (name == package or name.startswith(f"{package}.")))
    }
    assert wrong == set()


@pytest.mark.parametrize("names", FLOW, ids=lambda names: names[0])
def test_the_flow_names_only_what_there_is(names: tuple[str, ...]) -> None:
    assert [name for name in names if name not in MODULES] == []


@pytest.mark.parametrize("library", AT_THE_EDGE)
def test_a_heavy_library_is_imported_only_at_its_edge(library: str) -> None:
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}
    users = {name for name, tree in trees.items() if library in {used.split(".")[0] for used in imported(tree)}}
    assert users <= AT_THE_EDGE[library]


@pytest.mark.parametrize("module", [name for name in MODULES if name])
def test_heavy_libraries_are_imported_inside_functions(module: str) -> None:
    lazy = {
        "spacy",
        "pandas",
        "numpy",
        "matplotlib",
        "openpyxl",
        "pyarrow",
        "pypdf",
        "rich",
        "jieba",
        "chinese_calendar",
        "lunardate",
        "opencc",
    }
    if module == "spacy_ext":  # spaCy itself loads it, so spaCy is there
        lazy.discard("spacy")
    assert {name.split(".")[0] for name in at_import(module)} & lazy == set()


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        ("import commitments", {"pydantic", "commitments.types"}),
        ("import commitments; commitments.extract", {"click", "pandas", "spacy", "jieba", "rich", "openpyxl", "numpy"}),
        ("import commitments.cli", {"pandas", "spacy", "jieba", "rich", "openpyxl", "numpy", "commitments.pipeline"}),
    ],
)
def test_what_is_not_used_is_not_imported(code: str, unwanted: set[str]) -> None:
    code = f"import sys; before = set(sys.modules); {code}; print(' '.join(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": str(SOURCE.parent)})
    assert set(run.stdout.split()) & unwanted == set()


@pytest.mark.parametrize("path", MODULES.values(), ids=lambda path: path.name)
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") < 450
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno + 1 > 50] == []


@pytest.mark.parametrize("path", MODULES.values(), ids=lambda path: path.name)
def test_nothing_depends_on_today(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    assert [call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in {"today", "now", "utcnow", "localtime"}] == []


PROJECT = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PROJECT["tool"]["commitments"]["compiled"])
def test_no_tuple_is_final_in_a_compiled_module(name: str) -> None:
    """mypyc unpacks such a constant, and takes one of floats for unset when it is read."""
    body = ast.parse((SOURCE / name).read_text(encoding="utf-8")).body
    finals = [node for node in body if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "Final"]
    assert [ast.unparse(node.target) for node in finals if isinstance(node.value, ast.Tuple)] == []
