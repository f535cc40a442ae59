"""The result of a factor: what makes it stand as it does, gaps worst first, ready questions, material."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import AsOf, Button, Finding, Link, Stamp
from bot.core.questions.lasting import RESULT_CARD, lasting_cards
from bot.core.reading.library import links
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.lines import findings, titles_of
from bot.core.screens.workshop.telling import asks_on, telling
from bot.core.verdict import Verdict

_LINKS = 5
"""Links on a result card."""


@dataclass(frozen=True, slots=True)
class ResultScreen:
    """`sentence` tells what makes the factor stand so. `ready` are the titles of ready questions, `out`
    those of questions that do not apply, `findings` the others, worst first. `reopened`: the factor was
    complete and is not any more."""

    stamp: Stamp
    factor: str
    name: str
    verdict: Verdict
    sentence: str
    ready: tuple[str, ...]
    findings: tuple[Finding, ...]
    links: tuple[Link, ...]
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread
    reopened: bool = False
    out: tuple[str, ...] = ()


def result_screen(viewer: Viewer, factor: str) -> ResultScreen:
    """The result of a factor, for everybody: its own material first, then that of its gaps."""
    named = next(one for one in viewer.book.playbook.factors if one.id == factor)
    mine = viewer.picture.of_factor(factor)
    posted = f"{RESULT_CARD}{factor}" in lasting_cards(viewer.engagement)
    asked_here = bool(viewer.picture.asks.by_room.get(factor))
    own = [one.id for one in viewer.book.playbook.resources if factor in one.factors]
    asked = [key for one in mine for key in one.ask.question.resources]
    return ResultScreen(
        stamp=viewer.stamp(),
        factor=factor,
        name=say(named.name, viewer.language),
        verdict=viewer.picture.verdict(factor),
        sentence=telling(viewer, viewer.picture.verdict(factor), mine),
        ready=titles_of(viewer, mine, Verdict.READY),
        out=titles_of(viewer, mine, Verdict.NOT_APPLICABLE),
        findings=findings(viewer, mine),
        links=links(viewer.book, [*own, *asked], viewer.reader, most=_LINKS),
        reopened=posted and asked_here and not viewer.picture.room_is_done(factor),
        buttons=_buttons(viewer),
    )


def _buttons(viewer: Viewer) -> tuple[Button, ...]:
    """The way on: to the questions, once nothing is open to the result of the whole workshop."""
    if asks_on(viewer):
        return (Button("my_questions", primary=True), Button("overview"))
    return (Button("summary", primary=True), Button("next_steps"))
