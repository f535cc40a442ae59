"""A private form beside the questions: setup, take part, "planned", "skip", and their like."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import Button, Input, Said, Stamp


@dataclass(frozen=True, slots=True)
class FormScreen:
    """`form` names it (texts: form.<form>.title, form.<form>.intro). `subject` is the question's
    sentence where the form stands beside one; `known` is what somebody said before: (label, text);
    `problem` a sentence for the whole form. `folded` are the ids of inputs that a press unfolds together,
    `apart` those of inputs of which each is unfolded by a press on its own name."""

    form: str
    stamp: Stamp
    inputs: tuple[Input, ...]
    buttons: tuple[Button, ...]
    subject: str = ""
    lines: tuple[str, ...] = ()
    known: tuple[tuple[str, Said], ...] = ()
    problem: str = ""
    folded: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
