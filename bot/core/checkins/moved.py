"""The series of check-ins after the setup got another place or time zone."""

from __future__ import annotations

from msgspec.structs import replace

from bot.core.checkins.series import at_hour, local_day, next_regular, upcoming
from bot.core.clock import utc
from bot.core.engagement import CheckIn, Setup
from bot.core.questions.picture import Picture
from bot.core.workdays import workdays


def moved_series(before: Picture, setup: Setup) -> CheckIn | None:
    """The series under this setup, None where it stays as it is.

    It keeps its hour, in the new time zone where it was in that of the old setup; its next check-in keeps to
    the working days of the new place. One that the FM put on a day stays on it, one that is due stays due.
    """
    series, old = before.engagement.check_in, before.engagement.setup
    if series is None or series.status == "off":
        return None
    follows = series.cadence.time_zone == old.time_zone
    zone = setup.time_zone if follows else series.cadence.time_zone
    after = replace(series, cadence=replace(series.cadence, time_zone=zone))
    due = upcoming(series)
    if due is not None and due > before.now:
        regular = next_regular(series, before.now, before.facts.calendar)
        place = workdays(setup.country, setup.state)
        following = next_regular(after, before.now, place) if due == regular else None
        if following is None:
            following = at_hour(after, local_day(series, due))
        after = replace(after, next_due=utc(following))
    return None if after == series else after
