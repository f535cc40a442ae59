"""A year of check-ins in four time zones, swept by two instances: each exactly once, at its local hour."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli.remind import remind
from bot.core.playbook.book import Book
from bot.store.open import open_store
from bot.sweep.tally import Tally
from tests.checkins.year import A_YEAR, HOUR, PLACES, expected, next_moment, plant
from tests.fakes.connector import running_connector
from tests.fakes.settings import anonymous_settings


async def test_a_year_of_check_ins_in_four_zones_is_sent_once_each_at_the_local_hour(
    book: Book, tmp_path: Path
) -> None:
    settings = anonymous_settings(SSAT_STORE=f"sqlite:///{tmp_path / 'answers.db'}")
    store = await open_store(settings.store)
    arrived: dict[str, list[datetime]] = defaultdict(list)
    async with running_connector() as connector:
        places = await plant(store, book, connector.service_url, A_YEAR)
        while (moment := await next_moment(store)) is not None:
            before, _ = await remind(settings, book, moment - timedelta(minutes=1))
            assert before == Tally()
            both = await asyncio.gather(*(remind(settings, book, moment) for _ in range(2)))
            # Earlier agendas are kept true by updates, which are no messages.
            messages = [one for one in connector.sent if one.kind != "update"]
            fresh = messages[sum(map(len, arrived.values())) :]
            for one in fresh:
                arrived[one.conversation].append(moment)
            assert sum(tally.sent for tally, _ in both) == len(fresh)
            assert sum(tally.failed + tally.unknown for tally, _ in both) == 0
    await store.close()
    assert arrived == expected(places, A_YEAR)
    for conversation, moments in arrived.items():
        place = places[conversation]
        local = [place.local(moment) for moment in moments]
        assert {(one.hour, one.minute) for one in local} == {(HOUR, 0)}
        assert all(place.calendar.is_workday(one.date()) for one in local)
        if place.zone != "Asia/Kolkata":
            # On both sides of two changes of the clocks.
            assert len({one.utcoffset() for one in local}) == 2
    moved = [
        place.local(moment)
        for conversation, moments in arrived.items()
        for place in [places[conversation]]
        for moment in moments
        if place.local(moment).weekday() != place.weekday
    ]
    assert len(moved) > len(PLACES), "holidays moved some of them"
