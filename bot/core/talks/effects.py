"""The message by which the thread hears of talks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferTalks:
    """An answer brought talks to offer (their ids): a small message in the thread says so once."""

    talks: tuple[str, ...]
