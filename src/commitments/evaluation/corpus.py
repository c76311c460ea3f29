"""Finds what is to be evaluated: gold files, and beside them the pages, clean texts, outlines and the index.

A corpus folder holds `index.toml`, `pages/`, `clean/`, `gold/*.jsonl`, `outline/*.jsonl` and `second/*.jsonl`.
A gold file of one's own needs nothing of this but the pages or the clean texts.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from commitments.errors import LedgerError, OptionError, SourceError
from commitments.gold import GoldHeading, GoldSpeech, read_gold, read_outlines
from commitments.reading import SUFFIXES, decode

Split = Literal["train", "dev", "test"]
SPLITS: tuple[Split, ...] = ("train", "dev", "test")
INDEX = "index.toml"


class Entry(BaseModel):
    """What the index says of a speech."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    title: str
    site: str
    """The kind of site, by a short name that several speeches share."""
    subject: str
    speaker: str
    kind: str
    """What the page is like."""
    script: Literal["simplified", "traditional"]
    speech_date: str | None = None
    split: Split


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech with gold and whatever else is known of it."""

    gold: GoldSpeech
    file: Path
    """The gold file it is from."""
    page: Path | None = None
    clean: str | None = None
    outline: tuple[GoldHeading, ...] | None = None
    entry: Entry | None = None

    @property
    def doc_id(self) -> str:
        """The name by which gold, page and index call it."""
        return self.gold.doc_id

    @property
    def split(self) -> str:
        """The split that the index puts it into, or empty."""
        return self.entry.split if self.entry else ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The speeches of one evaluation; `root` is the corpus folder, where there is one with an index."""

    speeches: tuple[Speech, ...]
    root: Path | None = None
    index: Mapping[str, Entry] = field(default_factory=dict)

    def of(self, split: str) -> Corpus:
        """Return the speeches of a split.

        Raises:
            OptionError: there is no such split, or it has no speech.
        """
        if split not in SPLITS and split != "all":
            raise OptionError("split", f"{split!r} is no split", "name one of: " + " ".join(SPLITS) + " all")
        if not self.index:
            raise OptionError("split", "only a corpus with an index has splits", f"write {INDEX}, or leave the option out")
        chosen = tuple(speech for speech in self.speeches if split in (speech.split, "all"))
        if not chosen:
            raise OptionError("split", f"no speech is in {split!r}", "see the splits in the index")
        return Corpus(chosen, self.root, self.index)


def read_corpus(gold: Path, *, pages: Path | None = None) -> Corpus:
    """Read gold and what belongs to it.

    Args:
        gold: a gold file, a folder of gold files, or a corpus folder.
        pages: the folder of the pages; without it `pages/` beside the gold, or beside its folder.

    Raises:
        LedgerError: gold, outline or index is wrong.
        SourceError: there is no gold.
    """
    files = _gold_files(gold)
    root = gold if gold.is_dir() else gold.parent
    index_file = _beside(root, INDEX)
    index = read_index(index_file) if index_file else {}
    clean = _clean_texts(_beside(root, "clean"))
    found = {path.stem: path for path in _files(pages or _beside(root, "pages")) if path.suffix.lower() in SUFFIXES}
    outlines = {outline.doc_id: outline.headings for path in _outline_files(root) for outline in read_outlines(path)}
    speeches = [
        Speech(item, file, found.get(item.doc_id), clean.get(item.doc_id), outlines.get(item.doc_id), index.get(item.doc_id))
        for file in files
        for item in read_gold(file, clean)
    ]
    _check_ids(speeches, index, index_file)
    return Corpus(tuple(speeches), index_file.parent if index_file else None, index)


def _gold_files(gold: Path) -> list[Path]:
    if gold.is_dir():
        folder = gold / "gold" if (gold / "gold").is_dir() else gold
        files = [path for path in _files(folder) if path.suffix == ".jsonl" and not path.name.startswith("outline")]
        if not files:
            raise SourceError(str(gold), "no gold files in this folder", "put .jsonl files in the format of the annotation guide into it")
        return files
    if not gold.exists():
        raise SourceError(str(gold), "no such file or folder", "name a gold file, a folder of them, or a corpus folder")
    return [gold]


def _files(folder: Path | None) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder and folder.is_dir() else []


def _beside(root: Path, name: str) -> Path | None:
    """Return what lies in the folder or, for a folder inside a corpus, beside it."""
    return next((path for path in (root / name, root.parent / name) if path.exists()), None)


def _outline_files(root: Path) -> list[Path]:
    here = [path for path in _files(root) if path.name.startswith("outline") and path.suffix == ".jsonl"]
    return here or [path for path in _files(_beside(root, "outline")) if path.suffix == ".jsonl"]


def _clean_texts(folder: Path | None) -> dict[str, str]:
    return {path.stem: decode(path.read_bytes(), str(path))[0].strip("\n") for path in _files(folder) if path.suffix == ".txt"}


def read_index(path: Path) -> dict[str, Entry]:
    """Return the entries of an index by id.

    Raises:
        LedgerError: an entry is wrong.
    """
    try:
        listed = tomllib.loads(path.read_text(encoding="utf-8"))["speech"]
        entries = [Entry.model_validate(item) for item in listed]
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LedgerError(
            str(path), f"{first['input']!r:.60}: field {where}: {first['msg']}", "see the table in the corpus's README"
        ) from None
    except (OSError, ValueError, KeyError) as error:
        raise LedgerError(str(path), f"cannot be read: {error}", "write one [[speech]] table a speech") from None
    _refuse_twice((entry.id for entry in entries), str(path))
    return {entry.id: entry for entry in entries}


def _refuse_twice(ids: Iterable[str], place: str) -> None:
    twice = sorted(name for name, times in Counter(ids).items() if times > 1)
    if twice:
        raise LedgerError(place, f"the speech {twice[0]} is there twice", "delete one of the two")


def _check_ids(speeches: Sequence[Speech], index: Mapping[str, Entry], index_file: Path | None) -> None:
    _refuse_twice((speech.doc_id for speech in speeches), str(speeches[0].file.parent) if speeches else "gold")
    for speech in speeches:
        if index and speech.doc_id not in index:
            raise LedgerError(str(index_file), f"the speech {speech.doc_id} of {speech.file.name} is not in the index", "add it")


def split_hash(root: Path, split: Split) -> str:
    """Return the SHA-256 over the files of a split: pages, clean texts, gold, outlines and their index entries.

    Args:
        root: the corpus folder.
        split: the split, by the index.

    Raises:
        LedgerError: the index is wrong.
    """
    entries = [entry for entry in read_index(root / INDEX).values() if entry.split == split]
    ids = {entry.id for entry in entries}
    digest = hashlib.sha256()
    for entry in sorted(entries, key=lambda item: item.id):
        digest.update(entry.model_dump_json().encode())
    files = [path for folder in ("pages", "clean") for path in _files(root / folder) if path.stem in ids]
    files += [path for folder in ("gold", "outline") for path in _files(root / folder) if path.stem == split]
    for path in sorted(files):
        digest.update(f"\n{path.relative_to(root).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
