"""Puts the compiled core into a wheel where COMMITMENTS_CORE=1 asks for it; else the wheel is plain Python and serves every machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = os.environ.get("COMMITMENTS_CORE") == "1"


class CompiledCore(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own hooks leave the configuration open as well
    """Compiles with tools/compile_core.py and adds what comes of it."""

    def dependencies(self) -> list[str]:
        """Return what compiling needs."""
        return ["mypy>=1.13", "setuptools>=70"] if ASKED else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say that the wheel is for this Python and this machine."""
        if version == "editable" or not ASKED:
            return
        folder = Path(self.root, "build", "core", "wheel")
        subprocess.run([sys.executable, Path(self.root, "tools", "compile_core.py"), "--to", folder], check=True)
        modules = [path for path in folder.rglob("*") if path.suffix in (".so", ".pyd")]
        if not modules:
            raise SystemExit("COMMITMENTS_CORE=1 asks for a compiled core, and it could not be compiled")
        build_data["force_include"].update({str(path): path.relative_to(folder).as_posix() for path in modules})
        build_data["infer_tag"], build_data["pure_python"] = True, False
