"""A number that goes up, for somebody who waits at a terminal; a log and a pipe get none."""

from __future__ import annotations

import sys
import time

_SECONDS = 0.2


class Counted:
    """Tells on standard error how far a command is, as `what 120 of`."""

    def __init__(self, what: str, of: str) -> None:
        self._what, self._of = what, of
        self._shows = sys.stderr.isatty()
        self._next = 0.0
        self._shown = False

    def __call__(self, count: int) -> None:
        """So many are done."""
        now = time.monotonic()
        if self._shows and now >= self._next:
            self._next, self._shown = now + _SECONDS, True
            print(f"\r{self._what} {count} {self._of}", end="", file=sys.stderr, flush=True)  # noqa: T201

    def close(self) -> None:
        """Leave the line empty."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)  # noqa: T201
