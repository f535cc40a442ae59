"""The start of a workshop, and its move to another post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import STATE_VERSION, Engagement, Participant, Person, Reference, Setup
from bot.core.keys import engagement_id
from bot.core.playbook.book import Book
from bot.core.questions.effects import PostShared
from bot.core.setup.reading import next_setup
from bot.core.step import RecordLog, Step
from bot.core.workdays import is_country, is_time_zone, workdays

ANSWER_DAYS = 5
"""Working days that people get to answer, as the setup proposes it."""
_COUNTRY_OF = {"de": "DE", "en": "US"}
OVER = ("completed", "redirected", "gone")
"""The states in which a channel may start its next workshop."""


@dataclass(frozen=True, slots=True)
class Client:
    """The facts that the FM's client sends; they fill the setup's first proposal."""

    locale: str
    time_zone: str


def start(
    book: Book,
    by: Person,
    channel: str,
    reference: Reference,
    client: Client,
    now: datetime,
    before: Engagement | None,
) -> Step:
    """A new engagement of a channel, its setup taken over from the one before where there was one."""
    number = before.number + 1 if before else 1
    setup = _proposal(book, client, now, before)
    engagement = Engagement(
        id=engagement_id(by.tenant, channel, number),
        tenant=by.tenant,
        channel=channel,
        number=number,
        reference=reference,
        fm=by.key,
        started=utc(now),
        updated=utc(now),
        version=STATE_VERSION,
        revision=1,
        setup=setup,
        people={by.key: Participant(by.name, joined=utc(now))},
    )
    return Step(engagement, (PostShared(),), (RecordLog("start", by.key),))


def move(engagement: Engagement, by: Person, reference: Reference, now: datetime) -> Step:
    """The workshop goes on where `/ssat` was written; the card is posted there anew."""
    after = replace(
        engagement,
        reference=reference,
        revision=engagement.revision + 1,
        updated=utc(now),
        shared_stale=False,
    )
    return Step(after, (PostShared(moved=True),), (RecordLog("move", by.key),))


def _proposal(book: Book, client: Client, now: datetime, before: Engagement | None) -> Setup:
    tag, _, region = client.locale.partition("-")
    languages = book.playbook.languages
    language = next((one for one in (tag.lower(), "en") if one in languages), languages[0])
    zone = client.time_zone if is_time_zone(client.time_zone) else "UTC"
    country = region.upper() if is_country(region.upper()) else _COUNTRY_OF.get(language, "US")
    known = before.setup if before else Setup(language=language, country=country, time_zone=zone)
    answer_by = workdays(known.country, known.state).add(now.date(), ANSWER_DAYS)
    return replace(next_setup(known), answer_by=answer_by.isoformat())
