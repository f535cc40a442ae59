"""The question card: where am I, the question, why, the inputs, matching material, one main button."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.screens.parts import Button, Input, Link, Said, Stamp


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """`number` of `total` counts the questions of this room for this person's workshop. `known` is an
    answer that stands already (when it is changed, or another person gave it), with who gave it."""

    stamp: Stamp
    room: str
    number: int
    total: int
    ask: str
    why: str
    inputs: tuple[Input, ...]
    links: tuple[Link, ...]
    buttons: tuple[Button, ...]
    service: str = ""
    known_by: Said = Said("")
    known: Said = Said("")
    offered_again: bool = False
    handed_by: Said = Said("")
    problem: str = ""
