"""The FM notes that material was presented."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import Mark
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, noted
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster
from bot.core.record.events import ShowMaterial
from bot.core.record.material import find_presented
from bot.core.step import Step

SHOWN_ON = "shown_on"


def _show_material(picture: Picture, event: ShowMaterial, roster: Roster) -> Step:
    """Note that the FM presented a resource on a day, or remove that note."""
    engagement = picture.engagement
    if find_presented(picture.book, engagement, event.resource) is None:
        return Step(engagement, faults=(Fault(Problem.NO_SUCH_MATERIAL),))
    before = engagement.shown.get(event.resource)
    shown = {key: one for key, one in engagement.shown.items() if key != event.resource}
    if not event.undo:
        values, faults = parse_all([Entry(SHOWN_ON, "date")], event.raw, picture.facts.today)
        if not faults and str(values[SHOWN_ON]) > picture.facts.today.isoformat():
            faults = (Fault(Problem.SHOWN_IN_FUTURE, SHOWN_ON),)
        if faults:
            return Step(engagement, faults=faults)
        day = str(values[SHOWN_ON])
        if before is not None and before.on == day:
            return Step(engagement)
        shown[event.resource] = Mark(event.by.key, utc(picture.now), day)
    elif before is None:
        return Step(engagement)
    what = "not_shown" if event.undo else "shown"
    return noted(picture, replace(engagement, shown=shown), what, event.by, event.resource, before)


HANDLERS: Handlers = {
    ShowMaterial: _show_material,
}
