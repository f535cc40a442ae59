"""The workshop card, shared by all: where the workshop stands, who takes part, what to press."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, FactorLine, Member, Said, Stamp


@dataclass(frozen=True, slots=True)
class WorkshopScreen:
    """`banner` is a sentence for the presser alone (thanks, what is left), already in their language."""

    stamp: Stamp
    status: str  # setup | running | completed | redirected
    customer: Said
    fm: Said
    services: tuple[str, ...]
    launch: str  # ISO day or ""
    answer_by: str
    lines: tuple[FactorLine, ...]
    members: tuple[Member, ...]
    updated: str  # ISO 8601 UTC
    time_zone: str
    answered: int
    total: int
    missing_inputs: tuple[str, ...] = ()  # key inputs of the page that are not confirmed
    banner: str = ""
    buttons: tuple[Button, ...] = ()
