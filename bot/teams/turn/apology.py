"""The answer while the store is down: the same view, what was entered put back, and one honest sentence.

It is made of the press and the playbook, with what this process knows of the engagement; it asks no store.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

import cards
from bot.core.engagement import Engagement, Reference, Setup
from bot.core.keys import engagement_id, person_key
from bot.core.parts import Button
from bot.core.playbook.book import Book
from bot.core.problems import FAULTS, Fault, Problem
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.reading.viewer import Viewer
from bot.core.screens.problem import ProblemScreen
from bot.core.texts import Texts
from bot.teams.inbound.incoming import Incoming
from bot.teams.presses.table import kept_view
from dialogs.press import Press

log = logging.getLogger(__name__)


def apology(
    book: Book,
    texts: Texts,
    incoming: Incoming,
    known: Engagement | None,
    problem: Problem,
    correlation: str,
    now: datetime,
    roster: Roster,
) -> dict[str, Any]:
    """The card for whoever pressed; one that holds the sentence alone where no view can be drawn."""
    press = Press.read(incoming.value) if incoming.value is not None else None
    words = texts.words(incoming.locale or (known.setup.language if known else None))
    engagement = known or _stand_in(incoming, press)
    viewer = Viewer(Picture(book, engagement, now), words, incoming.person, roster=roster)
    try:
        screen = kept_view(viewer, press, (Fault(problem),)) if press is not None else None
        if screen is not None:
            return cards.render(screen, words)
    except Exception as trouble:  # what failed once may fail here, too: the sentence comes in any case
        log.exception("view not drawn", exc_info=trouble)
    retry = Button("my_questions", label="retry", primary=True)
    found = correlation if problem in FAULTS else ""
    return cards.render(ProblemScreen(problem, viewer.stamp(), correlation=found, buttons=(retry,)), words)


def _stand_in(incoming: Incoming, press: Press | None) -> Engagement:
    """An engagement of which nothing is known but what the press says."""
    number = (press.data.workshop if press else None) or 1
    now = "1970-01-01T00:00:00Z"
    return Engagement(
        id=engagement_id(incoming.tenant, incoming.conversation, number),
        tenant=incoming.tenant,
        channel=incoming.conversation,
        number=number,
        reference=Reference(
            incoming.service_url, incoming.bot_id, incoming.bot_name, incoming.conversation, incoming.scope
        ),
        fm=person_key("", ""),
        started=now,
        updated=now,
        revision=press.data.revision if press else 0,
        setup=Setup(language=incoming.locale or "", depth="full"),
    )
