"""The start of a workshop, and its move to another post."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import STATE_VERSION, Engagement, Participant, Person, Reference, Setup
from bot.core.keys import engagement_id
from bot.core.places.zones import country_of_zone, zone_at
from bot.core.playbook.book import Book
from bot.core.questions.effects import PostShared
from bot.core.setup.reading import next_setup
from bot.core.step import RecordLog, Step
from bot.core.workdays import is_country, is_time_zone, workdays

ANSWER_DAYS = 5
"""Working days that people get to answer, as the setup proposes it."""
_COUNTRY_OF = {"de": "DE", "en": "US"}
_UTC = "UTC"
OVER = ("completed", "redirected", "gone")
"""The states in which a channel may start its next workshop."""


@dataclass(frozen=True, slots=True)
class Client:
    """The facts that the FM's client sends; they fill the setup's first proposal. `local` is its local time,
    ISO 8601, with the offset."""

    locale: str
    time_zone: str
    country: str = ""
    local: str = ""


def start(
    book: Book,
    by: Person,
    channel: str,
    reference: Reference,
    client: Client,
    now: datetime,
    before: Engagement | None,
    passed: int = 0,
) -> Step:
    """A new engagement of a channel, its setup taken over from the one before where there was one. `passed`
    is the highest number of one that was deleted: its cards may still stand there."""
    number = max(before.number if before else 0, passed) + 1
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
        moves=engagement.moves + 1,
        revision=engagement.revision + 1,
        updated=utc(now),
        shared_stale=False,
    )
    return Step(after, (PostShared(moved=True),), (RecordLog("move", by.key),))


def _proposal(book: Book, client: Client, now: datetime, before: Engagement | None) -> Setup:
    tag = client.locale.partition("-")[0]
    languages = book.playbook.languages
    language = next((one for one in (tag.lower(), "en") if one in languages), languages[0])
    country = _country(client) or _COUNTRY_OF.get(language, "US")
    zone = client.time_zone if is_time_zone(client.time_zone) else _zone_of(client, country)
    known = before.setup if before else Setup(language=language, country=country, time_zone=zone)
    answer_by = workdays(known.country, known.state).add(now.date(), ANSWER_DAYS)
    return replace(next_setup(known), answer_by=answer_by.isoformat())


def _country(client: Client) -> str:
    """The country that the client names; else that of its time zone, which says more than its language: many
    read English far from America."""
    region = client.locale.partition("-")[2]
    found = (client.country, country_of_zone(client.time_zone), region)
    return next((one.upper() for one in found if is_country(one.upper())), "")


def _zone_of(client: Client, country: str) -> str:
    """The zone of the country at the client's local time."""
    try:
        local = datetime.fromisoformat(client.local)
    except ValueError:
        return _UTC
    return (zone_at(local, country) if local.tzinfo else "") or _UTC
