"""What a test needs of the machine: Node, its packages, a browser, an office; without it the test is skipped.

On a build machine (`CI` set, root) everything can be installed, so nothing is skipped there: the test fails.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

from bot.cli.local.emulator import missing

NODE = Path(__file__).parent / "node"
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def node() -> str:
    """The node program, its packages installed."""
    found = shutil.which("node")
    if found is None:
        lacks("Node is missing: install Node 20 or newer, then `make setup`")
    if not (NODE / "node_modules").is_dir():
        lacks("the Node packages are missing: `make setup` gets them")
    return found


def playground() -> Path:
    """The folder whose node_modules hold the Agents Playground."""
    reason = missing(NODE)
    if reason is not None:
        lacks(reason)
    return NODE


def chromium() -> str:
    """A Chromium to drive."""
    found = next(filter(None, map(shutil.which, _CHROMIUMS)), None)
    if found is None:
        lacks("a browser is missing: install Chromium (Debian: apt-get install chromium)")
    return found


def office() -> str:
    """A LibreOffice to open documents with."""
    found = shutil.which("soffice")
    if found is None:
        lacks(
            "LibreOffice is missing: install it "
            "(Debian: apt-get install --no-install-recommends libreoffice-writer libreoffice-calc)"
        )
    return found


def lacks(sentence: str) -> NoReturn:
    """Skip the test that runs, or fail it where nothing may be skipped."""
    if os.environ.get("CI") and os.getuid() == 0:
        pytest.fail(sentence)
    pytest.skip(sentence)
