"""Help: what can be typed."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, Stamp


@dataclass(frozen=True, slots=True)
class HelpScreen:
    """`commands` are (what to type, key of its sentence: texts command.<key>.about)."""

    stamp: Stamp
    commands: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...] = ()
