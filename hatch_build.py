"""Puts into a wheel what its first run would have to work out, and the compiled core where COMMITMENTS_CORE=1 asks for it.

Without the core a wheel is plain Python and serves every machine. What is worked out serves every Python too, but for the code of the
patterns, which is passed over by a Python that numbers it otherwise (`commitments/kept.py`).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = os.environ.get("COMMITMENTS_CORE") == "1"
RUN = ("ahocorasick-rs", "chinese-calendar", "click", "lunardate", "pydantic")
"""The dependencies with which the program runs from a page to CSV."""
WORKED_OUT = "commitments/worked_out.bin"


class Additions(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own hooks leave the configuration open as well
    """Adds what tools/work_out.py and tools/compile_core.py make; an editable installation finds the first beside the sources."""

    def dependencies(self) -> list[str]:
        """Return what working out and compiling need."""
        run = [dependency for dependency in self.metadata.core.dependencies if dependency.startswith(RUN)]
        return run + (["mypy>=1.13", "setuptools>=70"] if ASKED else [])

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Work out; compile, and say that the wheel is for this Python and this machine."""
        if self.work_out() and version != "editable":
            build_data["force_include"][str(Path(self.root, "src", WORKED_OUT))] = WORKED_OUT
        if version == "editable" or not ASKED:
            return
        folder = Path(self.root, "build", "core", "wheel")
        subprocess.run([sys.executable, Path(self.root, "tools", "compile_core.py"), "--to", folder], check=True)
        modules = [path for path in folder.rglob("*") if path.suffix in (".so", ".pyd")]
        if not modules:
            raise SystemExit("COMMITMENTS_CORE=1 asks for a compiled core, and it could not be compiled")
        build_data["force_include"].update({str(path): path.relative_to(folder).as_posix() for path in modules})
        build_data["infer_tag"], build_data["pure_python"] = True, False

    def work_out(self) -> bool:
        """Tell whether it has been worked out; without it the program runs the same, and the first time slower."""
        command = [sys.executable, Path(self.root, "tools", "work_out.py")]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
        if run.returncode:
            self.app.display_warning(f"not worked out, the first run will be slower: {' '.join(run.stderr.split()[-40:])}")
        return run.returncode == 0
