"""The screens of lasting cards: those in the thread that are kept true, drawn for everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

import msgspec

from bot.core.checkins.series import upcoming
from bot.core.clock import utc
from bot.core.keys import short_hash
from bot.core.parts import AsOf, Button, Said, Stamp
from bot.core.questions.lasting import (
    AGENDA_CARD,
    NEXT_STEPS_CARD,
    OFFERS_CARD,
    PLAN_CARD,
    RESULT_CARD,
    STATUS_CARD,
    SUMMARY_CARD,
)
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.checkins.agenda import AgendaScreen, agenda_screen
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.plan.plan import PlanScreen, plan_screen
from bot.core.screens.workshop.next_steps import NextStepsScreen, next_steps_screen
from bot.core.screens.workshop.result import ResultScreen, result_screen
from bot.core.screens.workshop.status import StatusScreen, status_screen
from bot.core.screens.workshop.summary import SummaryScreen, summary_screen
from bot.core.talks.effects import offered_in
from bot.core.talks.talks import talks_of, topic
from bot.core.workdays import known_zone

LastingScreen = (
    AgendaScreen | NextStepsScreen | NoticeScreen | PlanScreen | ResultScreen | StatusScreen | SummaryScreen
)


def lasting_screen(viewer: Viewer, kind: str, name: str, newer: str = "") -> LastingScreen | None:
    """The screen of the card of this kind and name as things stand; None where the playbook knows no such
    card any more. `newer` says where a newer one of the kind stands."""
    if kind.startswith(RESULT_CARD):
        found: LastingScreen | None = _result(viewer, kind.removeprefix(RESULT_CARD))
    else:
        found = _SCREENS[kind](viewer, name) if kind in _SCREENS else None
    return None if found is None else dated(viewer, found, newer)


def dated(viewer: Viewer, screen: LastingScreen, newer: str = "") -> LastingScreen:
    """A screen that says as of when it speaks: the last change of the workshop. What follows from dates
    changes from one day to the next by itself, so that on a later day it is the present moment."""
    engagement, now = viewer.engagement, viewer.picture.now
    zone = known_zone(engagement.setup.time_zone)
    changed = datetime.fromisoformat(engagement.updated).astimezone(zone)
    moment = engagement.updated if changed.date() == now.astimezone(zone).date() else utc(now)
    return replace(screen, as_of=AsOf(moment, engagement.setup.time_zone, newer))


def screen_mark(screen: LastingScreen, language: str) -> str:
    """A hash of what a screen says: equal as long as that stays the same, whatever happens meanwhile."""
    said = replace(screen, stamp=Stamp(0, 0), as_of=None)
    if isinstance(said, PlanScreen):
        said = replace(said, updated="")
    elif isinstance(said, AgendaScreen):
        sections = (
            replace(one, lines=tuple(replace(line, mention="") for line in one.lines))
            for one in said.sections
        )
        # Who is mentioned hears of it once; drawn anew the card names them.
        said = replace(said, sections=tuple(sections))
    whole = (type(said).__name__, language, said)
    return short_hash(msgspec.json.encode(whole, order="sorted").decode())


def _result(viewer: Viewer, factor: str) -> ResultScreen | None:
    known = any(one.id == factor for one in viewer.book.playbook.factors)
    return result_screen(viewer, factor) if known else None


def _summary(viewer: Viewer, _: str) -> SummaryScreen:
    return summary_screen(viewer)


def _status(viewer: Viewer, _: str) -> StatusScreen:
    return status_screen(viewer)


def _plan(viewer: Viewer, _: str) -> PlanScreen:
    return plan_screen(viewer)


def _next_steps(viewer: Viewer, _: str) -> NextStepsScreen:
    return next_steps_screen(viewer)


def _agenda(viewer: Viewer, _: str) -> AgendaScreen:
    due = upcoming(viewer.engagement.check_in)
    return agenda_screen(viewer, utc(due) if due else None, (), {})


def _offers(viewer: Viewer, name: str) -> NoticeScreen:
    """The talks of this card, then those announced before it, as far as nothing was decided about them."""
    announced = (*offered_in(name), *viewer.engagement.offered)
    known = {one.id: one for one in talks_of(viewer.picture) if one.status == "offered"}
    left = [known[key] for key in dict.fromkeys(announced) if key in known]
    titles = ", ".join(say(topic(viewer.book, one), viewer.language) for one in left)
    buttons = (Button("offers", primary=True),)
    if not left:
        return NoticeScreen("offers_decided", viewer.stamp(), buttons=buttons)
    return NoticeScreen("offered", viewer.stamp(), values=(("talks", Said(titles)),), buttons=buttons)


_SCREENS: Mapping[str, Callable[[Viewer, str], LastingScreen]] = {
    SUMMARY_CARD: _summary,
    OFFERS_CARD: _offers,
    AGENDA_CARD: _agenda,
    STATUS_CARD: _status,
    PLAN_CARD: _plan,
    NEXT_STEPS_CARD: _next_steps,
}
"""The kind of a card -> its screen; those of results say their factor besides."""
