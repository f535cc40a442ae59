"""Choose: a short question of the bot itself, answered by one button (which workshop, save or search)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import UNSAID, Button, Said, Stamp


@dataclass(frozen=True, slots=True)
class ChooseScreen:
    """`choose` names the question (texts: choose.<choose>.title and .intro); `about` is the playbook's
    question that it is about, `said` what somebody said; `options` are (title that is text of people,
    button), in place of the buttons' own titles."""

    choose: str
    stamp: Stamp
    about: str = ""
    said: Said = UNSAID
    options: tuple[tuple[Said, Button], ...] = ()
    buttons: tuple[Button, ...] = ()
