"""Compiles the modules on the way from page to row with mypyc: the same sources, the same ledger, in about seven tenths of the time.

    python tools/compile_core.py [--to FOLDER]     beside the sources, or into a folder laid out like src
    python tools/compile_core.py --remove          take the compiled modules out again

Which modules is said in pyproject.toml, [tool.commitments] compiled. Without a C compiler nothing is compiled, one line says so, and
the program runs as it is. What was compiled once from the same sources is kept in build/core and only copied the next time.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.metadata
import io
import shutil
import sys
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_DIRECT = ["-fvisibility=hidden", "-fno-semantic-interposition", "-fno-plt"]
"""For gcc and clang: nobody outside calls the functions of the core, so that they call each other without a detour, as they do Python's;
a twentieth faster."""
_RARE = """#include "CPy.h"
extern __typeof__(CPy_AddTraceback) CPy_AddTraceback __attribute__((cold));
static __typeof__(CPy_DecRef) CPy_DecRef __attribute__((cold));
static __typeof__(CPy_XDecRef) CPy_XDecRef __attribute__((cold));
"""
"""For gcc and clang, read before the C that mypyc writes: what is only called when an error is raised. Code that leads there is then put
apart from what runs, which so takes less of the processor's cache; a twentieth faster on a busy machine."""
SUFFIX = sysconfig.get_config_var("EXT_SUFFIX") or ".so"


def sources() -> list[Path]:
    """Return the sources to compile, relative to src."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [Path("commitments", name) for name in project["tool"]["commitments"]["compiled"]]


def digest() -> str:
    """Return what the compiled modules depend on: all sources (types come from any of them), the compiler and the Python."""
    found = hashlib.sha256(f"{SUFFIX} mypy {importlib.metadata.version('mypy')}".encode())
    for path in [ROOT / "pyproject.toml", *sorted((ROOT / "src").rglob("*.py"))]:
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def compiled(folder: Path) -> list[Path]:
    """Return the compiled modules below a folder laid out like src."""
    return sorted(folder.glob(f"*__mypyc{SUFFIX}")) + sorted(folder.rglob(f"commitments/**/*{SUFFIX}"))


def build(folder: Path) -> None:
    """Compile into a folder laid out like src.

    Raises:
        RuntimeError: there is no compiler, or it failed; the text is its last words.
    """
    # Only here: both are wanted by those who compile, not by those who copy.
    import setuptools
    from mypyc.build import mypycify

    work = folder.with_suffix(".work")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    said = io.StringIO()
    arguments = ["--quiet", "build_ext", "--build-lib", str(folder), "--build-temp", str(work / "objects")]
    try:
        with contextlib.chdir(ROOT / "src"), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            extensions = mypycify(
                ["--config-file=", "--ignore-missing-imports", *map(str, sources())],
                opt_level="2", debug_level="0", target_dir=str(work / "c"),
            )
            (work / "rare.h").write_text(_RARE)
            for extension in extensions if sys.platform != "win32" else ():
                # That of all modules together has folders of headers; the others are only doors to it. They share one list of arguments.
                apart = ["-include", str(work / "rare.h")] if extension.include_dirs else []
                extension.extra_compile_args = [*extension.extra_compile_args, *_DIRECT, *apart]
            setuptools.setup(name="commitments-core", packages=[], ext_modules=extensions, script_args=arguments)
    except (Exception, SystemExit) as error:  # mypyc, setuptools and the C compiler each fail in ways of their own
        shutil.rmtree(folder, ignore_errors=True)
        raise RuntimeError(f"{said.getvalue()[-2000:]}\n{error}".strip()) from None
    finally:
        shutil.rmtree(work, ignore_errors=True)


def remove(folder: Path) -> None:
    """Take the compiled modules out of a folder laid out like src."""
    for path in compiled(folder):
        path.unlink()


def copy(source: Path, target: Path) -> None:
    """Copy the compiled modules from one folder laid out like src to another."""
    remove(target)
    for path in compiled(source):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def main() -> int:
    """Compile, or remove."""
    parser = argparse.ArgumentParser(description="Compile the modules on the way from page to row.")
    parser.add_argument("--to", type=Path, default=ROOT / "src", help="a folder laid out like src (default: src itself)")
    parser.add_argument("--remove", action="store_true", help="take the compiled modules out again")
    options = parser.parse_args()
    if options.remove:
        remove(options.to)
        return 0
    kept = ROOT / "build" / "core" / digest()
    if not compiled(kept):
        try:
            build(kept)
        except RuntimeError as error:
            remove(options.to)
            print(error, file=sys.stderr)
            print("not compiled: the program runs the same, but slower; a C compiler and Python's headers are needed", file=sys.stderr)
            return 0
    copy(kept, options.to)
    return 0


if __name__ == "__main__":
    sys.exit(main())
