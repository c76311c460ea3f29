"""Keeps from one run to the next what is worked out of patterns and rule files.

A run of one page spends more time on compiling some six hundred patterns and reading sixty rule files than on the page. What that gives
is kept in one file in the user's own folder of caches, or in the folder that the variable `COMMITMENTS_CACHE` names; where that is empty,
nothing is kept. All stands in it under what it was made of: a pattern under its source, a rule file under the digest of its bytes. So
nothing in it can be out of date; without it, all is worked out anew. What is read off pages (names of sites, addresses, periods) must not
outlive the run: patterns made of it go through `re.compile`.

An installation brings such a file along (`tools/work_out.py` makes it when the package is built), so that the first run of all need not
work out the built-in rules either. It is read first and never written to.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, TypeVar

from commitments.pattern_tree import beginning

_Found = TypeVar("_Found")
_Code = tuple[int, bytes, int, Mapping[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, names of groups and their order: what `re` makes a pattern of."""

_MAKERS = ("kept.py", "pattern_tree.py", "pattern_heads.py", "pattern_words.py", "fitting.py", "ruledata.py", "cleaning/profiles.py")
"""The modules that say what is kept; what other versions of them kept is not read."""
_MOST = 16_000_000
"""Bytes of a file at most; one that would grow beyond is left with what this run has asked for."""
_NAME, _MOST_VERSIONS = "patterns", 6
BROUGHT = "worked_out.bin"
"""The file beside this module that an installation brings along."""
_MOST_OF_A_KIND = 10_000
"""So many values are remembered in a process; a long one that learns site after site must not grow without end."""
_FORMAT = 2
"""The oldest format of `marshal` that has all the types: every Python reads it, and the same value is always the same bytes."""
_OF_THIS_PYTHON = "pattern"
"""The kind of which another Python than the one that made it can make nothing."""

_BARE = 4
"""Words of the head of a pattern's code that tells nothing but how short and how long matches are."""
_SOMEWHERE_CASELESS = re.compile(r"\(\?[a-zA-Z]*i")

Packed = dict[str, dict[Any, bytes]]
"""Kind -> what it was made of -> the value as `marshal` packs it; of thousands a run unpacks those that it asks for."""


class Store:
    """What is kept in one file; values are of the types that `marshal` knows."""

    def __init__(self, path: Path | None, brought: Packed | None = None) -> None:
        self.path = path
        self._kept = _read(path)
        self._brought = brought or {}
        self._asked: dict[str, dict[Any, Any]] = {}
        self._is_new = False

    def recall(self, kind: str, key: Any, make: Callable[[], _Found]) -> _Found:
        """Return what is kept of a kind under a key; what is not yet kept is made."""
        packed = self._brought.get(kind, {}).get(key)
        if packed is not None:
            return marshal.loads(packed)  # type: ignore[no-any-return]
        asked = self._asked.setdefault(kind, {})
        if key in asked:
            return asked[key]  # type: ignore[no-any-return]
        packed = self._kept.get(kind, {}).get(key)
        if packed is not None:
            found = marshal.loads(packed)
        else:
            found = make()
            self._is_new = True
        if len(asked) < _MOST_OF_A_KIND:
            asked[key] = found
        return found  # type: ignore[no-any-return]

    def write(self) -> None:
        """Write the file, if anything has been made that was not in it; where that cannot be done, nothing is kept."""
        if self.path is None or not self._is_new:
            return
        from commitments.errors import OutputError
        from commitments.outfile import write_file  # only here: a run that has nothing to write need not load it

        with contextlib.suppress(OSError, OutputError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self.path, self._packed())
            self._is_new = False
            _forget_others(self.path)

    def packed(self) -> Packed:
        """Return what this run has asked for and was not brought along."""
        return {kind: {key: marshal.dumps(value, _FORMAT) for key, value in asked.items()} for kind, asked in self._asked.items()}

    def _packed(self) -> bytes:
        asked = self.packed()
        everything = {kind: self._kept.get(kind, {}) | asked.get(kind, {}) for kind in self._kept | asked}
        packed = marshal.dumps((_stamp(), everything), _FORMAT)
        return packed if len(packed) <= _MOST else marshal.dumps((_stamp(), asked), _FORMAT)


def _forget_others(path: Path) -> None:
    """Remove what older versions have kept, all but the last few: several may be in use at once."""
    others = sorted(path.parent.glob(f"{_NAME}.*"), key=lambda found: found.stat().st_mtime)
    for old in others[:-_MOST_VERSIONS]:
        old.unlink()


def _read(path: Path | None) -> Packed:
    found = _loaded(path)
    return found[1] if len(found) == 2 and found[0] == _stamp() and isinstance(found[1], dict) else {}


def _loaded(path: Path | None) -> tuple[Any, ...]:
    with contextlib.suppress(OSError, ValueError, EOFError, TypeError):  # a file that is missing, or was not written by this program
        found = marshal.loads(path.read_bytes() if path else b"")
        return found if isinstance(found, tuple) else ()
    return ()


@lru_cache(maxsize=1)
def _stamp() -> tuple[str, int, str, str]:
    """Return what all that is kept depends on: this Python, how it numbers a pattern's code, and the functions that make it."""
    return sys.version, *_coding()[1:], _makers()


def _coding() -> tuple[str, int, str]:
    """Return on what the code of a pattern depends, as on the magic number that of a module."""
    return sys.implementation.cache_tag or "", getattr(_compiler(), "MAGIC", 0), sys.byteorder


@lru_cache(maxsize=1)
def _makers() -> str:
    made = hashlib.sha256()
    for name in _MAKERS:
        made.update(Path(__file__).parent.joinpath(name).read_bytes())
    return made.hexdigest()


@lru_cache(maxsize=1)
def store() -> Store:
    """Return what is kept for this user; it is written when the process ends."""
    folder = folder_of(os.environ, sys.platform)
    try:
        path = folder / f"{_NAME}.{sys.implementation.cache_tag}.{_makers()[:8]}" if folder else None
        found = Store(path, brought_along(Path(__file__).with_name(BROUGHT)))
    except OSError:  # the package has come without its sources
        found = Store(None)
    atexit.register(found.write)
    return found


def bring_along(path: Path, found: Packed) -> None:
    """Write the file that an installation brings along."""
    path.write_bytes(marshal.dumps((_makers(), _coding(), found), _FORMAT))


def brought_along(path: Path) -> Packed:
    """Return what the installation has brought, without what this Python or these sources would make otherwise."""
    found = _loaded(path)
    if len(found) != 3 or found[0] != _makers():
        return {}
    return {kind: values for kind, values in found[2].items() if kind != _OF_THIS_PYTHON or found[1] == _coding()}


def folder_of(environment: Mapping[str, str], platform: str) -> Path | None:
    """Return the folder in which a user's programs keep what they can make again, or None where nothing is to be kept.

    >>> folder_of({"COMMITMENTS_CACHE": ""}, "linux") is None
    True

    Args:
        environment: variables as in `os.environ`.
        platform: the system, as `sys.platform` names it.
    """
    named = environment.get("COMMITMENTS_CACHE")
    if named is not None:
        return Path(named) if named else None
    home = environment.get("USERPROFILE" if platform == "win32" else "HOME", "")
    usual = {"win32": ("LOCALAPPDATA", "AppData/Local"), "darwin": ("", "Library/Caches")}
    variable, below = usual.get(platform, ("XDG_CACHE_HOME", ".cache"))
    folder = environment.get(variable) or (f"{home}/{below}" if home else "")
    return Path(folder, "commitments") if Path(folder).is_absolute() else None


def kept(work: Callable[[str], _Found]) -> Callable[[str], _Found]:
    """Keep what a function of a pattern's source returns, in this process and for the next."""

    @lru_cache(maxsize=4096)
    @wraps(work)
    def found(source: str) -> _Found:
        return store().recall(work.__name__, source, lambda: work(source))

    return found


def read_toml(data: bytes) -> dict[str, Any]:
    """Return what a TOML file holds, in a copy of its own.

    >>> read_toml('[site]\\nname = "小草文苑"'.encode())
    {'site': {'name': '小草文苑'}}

    Raises:
        ValueError: it is no TOML, or not in UTF-8.
    """
    packed = store().recall("toml", hashlib.sha256(data).digest(), lambda: _packed(data))
    return marshal.loads(packed) if packed else _toml(data)


def _packed(data: bytes) -> bytes:
    found = _toml(data)
    try:
        return marshal.dumps(found, 4)  # with references: the same keys stand in it a thousand times
    except ValueError:  # it holds a date, which the built-in files do not
        return b""


def _toml(data: bytes) -> dict[str, Any]:
    import tomllib  # only here: what is kept need not be parsed

    return tomllib.loads(data.decode("utf-8"))


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern, as `re.compile` does.

    >>> compiled("[0-9]{1,2}月底前").search("9月底前办结")
    <re.Match object; span=(0, 4), match='9月底前'>

    Raises:
        re.error: the source is no pattern.
    """
    compiler = _compiler()
    if compiler is None:
        return re.compile(source, flags)
    kind, code, groups, names, order = store().recall("pattern", (source, int(flags)), lambda: _encoded(source, int(flags)))
    return compiler._sre.compile(source, kind, array("I", code).tolist(), groups, dict(names), order)  # type: ignore[no-any-return]


def _encoded(source: str, flags: int) -> _Code:
    """Do the first half of what `re.compile` does, which is nearly all of its work."""
    compiler = _compiler()
    tree = compiler._parser.parse(source, flags)
    code = _with_heads(compiler._code(tree, flags), source, tree)
    names: dict[str, int] = tree.state.groupdict
    order: list[str | None] = [None] * tree.state.groups
    for name, index in names.items():
        order[index] = name
    return flags | tree.state.flags, array("I", code).tobytes(), tree.state.groups - 1, names, tuple(order)


def _with_heads(code: list[int], source: str, tree: Any) -> list[int]:
    """Put before a pattern's code which characters its matches begin with, where `re` does not find that by itself.

    A search then runs ahead to the next of them. `re` sees it where all alternatives begin with a plain character, but not behind
    a look around or an optional word (全?市, (?<!特)别).
    """
    compiler = _compiler()
    bare = code[0] == int(compiler.INFO) and code[1:3] == [_BARE, 0]
    if not bare or tree.state.flags & re.IGNORECASE or _SOMEWHERE_CASELESS.search(source):
        return code
    chars, empty = beginning(tree)
    if empty or not chars:
        return code
    # A set of one would be a literal; the character put to it stands in no text, and where it does, nothing matches there.
    heads = compiler._code(compiler._parser.parse(f"[{re.escape(''.join(sorted({*chars, chr(0)})))}]"), 0)
    told = heads[1 + _BARE : 1 + heads[1]]
    return [code[0], _BARE + len(told), heads[2], *code[3 : 1 + _BARE], *told, *code[1 + _BARE :]]


@lru_cache(maxsize=1)
def _compiler() -> Any:
    """Return the compiler that `re` itself uses, or None where it is not the one known here."""
    try:
        from re import _compiler as found  # type: ignore[attr-defined]
    except ImportError:
        return None
    known = sys.implementation.name == "cpython" and array("I").itemsize == getattr(found._sre, "CODESIZE", 0)
    return found if known and all(hasattr(found, name) for name in ("_code", "_parser", "INFO", "MAGIC")) else None
