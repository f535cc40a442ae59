"""Says on a terminal how far a long command is; where nobody looks it says nothing."""

from __future__ import annotations

import sys
import time

_SELDOM = 0.2
"""Seconds between two lines."""
_CLEARED = "\r\x1b[K"


class Progress:
    """A line on standard error that changes; called with how many are done, and of how many where that is
    known."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._shown = sys.stderr.isatty()
        self._last = 0.0

    def __call__(self, done: int, of: int | None = None) -> None:
        """Show it, if the last time is a while ago."""
        now = time.monotonic()
        if self._shown and now - self._last >= _SELDOM:
            self._last = now
            known = "" if of is None else f" of {of}"
            self._say(f"{_CLEARED}{self._name}: {done}{known}")

    def clear(self) -> None:
        """Make room for another line."""
        if self._shown:
            self._say(_CLEARED)

    def close(self) -> None:
        """Leave the line empty."""
        self.clear()

    def _say(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
