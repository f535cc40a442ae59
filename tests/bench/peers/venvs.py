"""The venvs in which peers run: made once in the project's folder, and anew where their versions changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from pathlib import Path

_HERE = Path(__file__).parent
_PROJECT = _HERE.parents[2]
_INSTALLED = "installed.txt"


def python_of(name: str) -> str:
    """The interpreter of the venv that holds what `NAME.txt` beside this file pins. RuntimeError where that
    cannot be installed."""
    folder, wanted = _PROJECT / f".venv-bench-{name}", _HERE / f"{name}.txt"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    installed = folder / _INSTALLED
    if not installed.is_file() or installed.read_bytes() != wanted.read_bytes():
        print(f"Installing the peer {name} into {folder.name} ...", file=sys.stderr, flush=True)
        _make(folder, python, wanted)
        shutil.copyfile(wanted, installed)
    return str(python)


def _make(folder: Path, python: Path, wanted: Path) -> None:
    venv.create(folder, clear=True, with_pip=True)
    quiet = ["--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [str(python), "-m", "pip", "install", *quiet, "-r", str(wanted)], capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{folder.name} cannot be installed: {done.stderr[-600:]}")
