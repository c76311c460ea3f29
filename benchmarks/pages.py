"""What the benchmarks run on: the pages of the corpus's development split, or those a user names."""

from __future__ import annotations

import tomllib
from pathlib import Path

from commitments.reading import SUFFIXES, read_page
from commitments.types import RawPage

ROOT = Path(__file__).resolve().parents[1]


def read_pages(sources: list[str]) -> list[RawPage]:
    """Read the pages of files and folders; without any, those of the train and dev splits, else the examples."""
    paths = [path for source in sources for path in _below(Path(source))] or _own_pages()
    return [read_page(path) for path in paths]


def _below(path: Path) -> list[Path]:
    return sorted(inner for inner in path.rglob("*") if inner.suffix in SUFFIXES) if path.is_dir() else [path]


def _own_pages() -> list[Path]:
    corpus = ROOT / "corpus"
    if not (corpus / "index.toml").is_file():
        return _below(ROOT / "examples")
    index = tomllib.loads((corpus / "index.toml").read_text(encoding="utf-8"))
    held_out = {entry.get("id") for entry in index.get("speech", ()) if entry.get("split") == "test"}
    return [path for path in _below(corpus / "pages") if path.stem not in held_out]
