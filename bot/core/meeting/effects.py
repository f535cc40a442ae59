"""The cards of a meeting's questions in the thread."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PostLive:
    """A question is put to the thread for all to answer there."""

    key: str


@dataclass(frozen=True, slots=True)
class CloseLive:
    """A question that was put to the thread is closed: its card shows what was said."""

    key: str
