"""How a workshop begins, and how it moves to another post."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.core.playbook.book import Book
from bot.core.questions.effects import PostShared
from bot.core.step import RecordLog
from bot.core.workshop.start import Client, move, start
from tests.core.workshops import FM, LEAD, REFERENCE, WEDNESDAY, begun, running


@pytest.mark.parametrize(
    ("locale", "zone", "language", "country", "time_zone"),
    [
        ("de-DE", "Europe/Berlin", "de", "DE", "Europe/Berlin"),
        ("de-AT", "Europe/Vienna", "de", "AT", "Europe/Vienna"),
        ("de", "", "de", "DE", "UTC"),
        ("en-GB", "Europe/London", "en", "GB", "Europe/London"),
        ("en", "America/New_York", "en", "US", "America/New_York"),
        ("fr-FR", "Europe/Paris", "en", "FR", "Europe/Paris"),
        ("zz-QQ", "W. Europe Standard Time", "en", "US", "UTC"),
        ("", "Middle/Earth", "en", "US", "UTC"),
    ],
)
def test_the_first_proposal_follows_the_fms_client(
    small: Book, locale: str, zone: str, language: str, country: str, time_zone: str
) -> None:
    step = start(small, FM, "19:channel", REFERENCE, Client(locale, zone), WEDNESDAY, None)
    setup = step.engagement.setup
    assert (setup.language, setup.country, setup.time_zone) == (language, country, time_zone)


@pytest.mark.parametrize(
    ("client", "country", "time_zone"),
    [
        (Client("en-US", "Europe/Berlin"), "DE", "Europe/Berlin"),
        (Client("en-US", "Europe/Berlin", "AT"), "AT", "Europe/Berlin"),
        (Client("en-US", "", "CH", "2026-06-10T11:00:00+02:00"), "CH", "Europe/Zurich"),
        (Client("en-US", "", "US", "2026-06-10T02:00:00-07:00"), "US", "America/Los_Angeles"),
        (Client("de-DE", "", "Narnia", "no time at all"), "DE", "UTC"),
        (Client("de-DE", "", "", "2026-06-10T11:00:00"), "DE", "UTC"),
    ],
)
def test_place_and_time_are_what_the_client_says_before_its_language(
    small: Book, client: Client, country: str, time_zone: str
) -> None:
    setup = start(small, FM, "19:channel", REFERENCE, client, WEDNESDAY, None).engagement.setup
    assert (setup.country, setup.time_zone) == (country, time_zone)


def test_a_workshop_begins_in_setup_with_its_card_in_the_thread(small: Book) -> None:
    step = start(small, FM, "19:channel", REFERENCE, Client("de-DE", "Europe/Berlin"), WEDNESDAY, None)
    assert step.effects == (PostShared(),)
    assert step.records == (RecordLog("start", FM.key),)
    engagement = step.engagement
    assert (engagement.status, engagement.number, engagement.fm) == ("setup", 1, FM.key)
    assert engagement.people[FM.key].name == FM.name


def test_people_get_five_working_days_to_answer(small: Book) -> None:
    assert begun(small).setup.answer_by == "2026-06-17"
    christmas = datetime(2026, 12, 23, 9, tzinfo=UTC)
    assert begun(small, now=christmas).setup.answer_by == "2026-12-31"


def test_the_next_workshop_of_a_channel_takes_over_what_stays_true(small: Book) -> None:
    before = running(small, key_inputs="kickoff_held", state="BY").engagement
    before = replace(before, setup=replace(before.setup, enterprise_reason="so"))
    after = begun(small, before)
    assert (after.number, after.id == before.id, after.voices) == (2, False, {})
    assert (after.setup.customer, after.setup.services) == ("Contoso AG", ["exchange", "teams"])
    assert (after.setup.state, after.setup.time_zone) == ("BY", "Europe/Berlin")
    assert (after.setup.pilot, after.setup.launch, after.setup.key_inputs) == (None, None, [])
    assert after.setup.enterprise_reason is None


def test_a_workshop_moves_with_everything_that_was_said(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    elsewhere = replace(REFERENCE, thread="1800000000000")
    step = move(workshop.engagement, LEAD, elsewhere, workshop.now)
    assert step.engagement.reference == elsewhere
    assert step.engagement.voices == workshop.engagement.voices
    assert [type(effect) for effect in step.effects] == [PostShared]
