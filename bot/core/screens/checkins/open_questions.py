"""The message to one person about their own open questions, by which the FM has them reminded."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import Button, Said, Stamp
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lines import minutes_for

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class OpenQuestionsScreen:
    """The `titles` of the first of their `count` questions."""

    stamp: Stamp
    customer: Said
    titles: tuple[str, ...]
    count: int
    minutes: int
    answer_by: str = ""  # ISO day
    buttons: tuple[Button, ...] = (Button("my_questions", primary=True), Button("mute", overflow=True))


def open_questions_screen(viewer: Viewer) -> OpenQuestionsScreen:
    """The open questions of the reader."""
    mine = viewer.picture.queue(viewer.person.key) if viewer.person else []
    return OpenQuestionsScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        titles=tuple(say(ask.question.title, viewer.language) for ask in mine[:_SHOWN]),
        count=len(mine),
        minutes=minutes_for(len(mine)),
        answer_by=viewer.engagement.setup.answer_by or "",
    )
