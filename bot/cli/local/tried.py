"""The answers of `make run`: in a file of their own, begun anew unless somebody asks to go on with them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from bot.settings import SettingsFaults, load_settings

FILE = Path("playground.db")
BEFORE = Path("playground-before.db")
"""The answers of the time before, kept until the next time."""
_PARTS = ("", "-wal", "-shm")
_FOUND = "{file} holds what was tried until {day}. Go on with it? [y/N] "
_GOES_ON = "Going on with {file}."
_ANEW = """Beginning anew. What was tried until {day} is now in {before}; to go on with that instead:

    make run SSAT_STORE=sqlite:///{before}
"""


def tried_store(say: Callable[[str], None]) -> str | None:
    """The store for this run, None where the settings name one. Answers of an earlier run are met only where
    whoever starts it says so: at a terminal they are asked, elsewhere SSAT_KEEP=1 does it."""
    if _is_given():
        return None
    if FILE.exists():
        _meet(say)
    return f"sqlite:///{FILE}"


def _is_given() -> bool:
    try:
        return "store" in load_settings().model_fields_set
    except SettingsFaults as trouble:
        # The service says itself what is wrong with them.
        return trouble.settings is not None and "store" in trouble.settings.model_fields_set


def _meet(say: Callable[[str], None]) -> None:
    day = f"{datetime.fromtimestamp(FILE.stat().st_mtime).astimezone():%Y-%m-%d %H:%M}"
    if _is_wanted(_FOUND.format(file=FILE, day=day)):
        say(_GOES_ON.format(file=FILE))
        return
    for part in _PARTS:
        Path(f"{BEFORE}{part}").unlink(missing_ok=True)
    for part in _PARTS:
        if Path(f"{FILE}{part}").exists():
            Path(f"{FILE}{part}").rename(f"{BEFORE}{part}")
    say(_ANEW.format(day=day, before=BEFORE))


def _is_wanted(question: str) -> bool:
    if "SSAT_KEEP" in os.environ:
        return os.environ["SSAT_KEEP"] not in ("", "0")
    if not sys.stdin.isatty():
        return False
    try:
        return input(question).strip().lower() in ("y", "yes", "j", "ja")
    except EOFError:
        return False
