"""Names and lines of the environment and `.env` that are meant as settings and are none."""

from __future__ import annotations

import difflib
import io
import os
from collections.abc import Collection, Iterator
from pathlib import Path

from dotenv.parser import parse_stream

_OURS = "SSAT_"


def unknown_names(env_file: Path | str | None, known: Collection[str]) -> Iterator[str]:
    """A line for every line of `.env` that cannot be read, and every name of ours that is no setting."""
    given = {name: name for name in os.environ}
    for line, name in _lines(env_file):
        if name is None:
            yield f"{env_file}: line {line} cannot be read: is a quote not closed?"
        else:
            given[name] = name
    upper = {name.upper(): name for name in known}
    for name in sorted(given):
        if name.upper().startswith(_OURS) and name.upper() not in upper:
            close = difflib.get_close_matches(name.upper(), upper, 1)
            yield f"{name}: is no setting: " + (f"do you mean {upper[close[0]]}?" if close else "take it out")


def _lines(env_file: Path | str | None) -> Iterator[tuple[int, str | None]]:
    """The number of each line of the file with the name in it; None where it cannot be read."""
    if env_file is None or not Path(env_file).is_file():
        return
    for one in parse_stream(io.StringIO(Path(env_file).read_text(encoding="utf-8-sig"))):
        if one.error:
            yield one.original.line, None
        elif one.key:
            yield one.original.line, one.key
