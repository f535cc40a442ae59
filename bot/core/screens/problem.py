"""A problem: one sentence for the person, what they can do, and of a fault the id that the log knows."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import Button, Stamp


@dataclass(frozen=True, slots=True)
class ProblemScreen:
    """`problem` names the sentence (texts: problem.<problem>); `values` fill it."""

    problem: str
    stamp: Stamp
    values: tuple[tuple[str, str], ...] = ()
    correlation: str = ""
    buttons: tuple[Button, ...] = ()
