"""The FM's view of the check-ins, its forms, and what a channel is told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.core.checkins.events import PauseCheckIn, SetCheckIn, StopCheckIn
from bot.core.checkins.kinds import CHECK_IN_DUE, Reminder
from bot.core.checkins.reminders import reminder, when_gone
from bot.core.playbook.book import Book
from bot.core.problems import Fault, Problem
from bot.core.screens.checkins.check_in import (
    check_in_notice,
    check_in_view,
    pause_form,
    series_form,
    series_sentence,
    snooze_form,
)
from bot.core.screens.forms.form import FormScreen
from tests.core.checkins.test_checkin_steps import WEEKLY
from tests.core.workshops import FM, Workshop, running


@pytest.fixture
def held(small: Book) -> Workshop:
    """A workshop with a check-in every Thursday at ten."""
    workshop = running(small)
    workshop.happens(SetCheckIn(FM, WEEKLY))
    return workshop


def pressed(screen: FormScreen) -> list[str]:
    return [one.label or one.action for one in screen.buttons]


def values(screen: FormScreen) -> dict[str, str]:
    return {one.id: one.value for one in screen.inputs}


def test_without_a_series_the_view_is_the_form_prefilled_with_what_suits(small: Book) -> None:
    screen = check_in_view(running(small).viewer(FM))
    assert screen.form == "check_in_set"
    assert values(screen) == {
        "rhythm": "fortnightly",
        "nth": "",
        "weekday": "tuesday",
        "hour": "10",
        "time_zone": "Europe/Berlin",
        "until": "2026-12-29",  # four weeks after the launch
    }


@pytest.mark.parametrize(
    ("launch", "until"),
    [
        ("", "2026-09-09"),
        ("2026-06-10", "2026-09-09"),
        ("2026-06-12", "2026-07-10"),
        ("2027-09-01", "2027-06-10"),
    ],
)
def test_the_proposed_end_suits_the_launch_and_is_within_twelve_months(
    small: Book, launch: str, until: str
) -> None:
    assert values(series_form(running(small, launch=launch, pilot="").viewer(FM)))["until"] == until


def test_the_view_says_when_the_next_one_is_and_what_can_be_done(held: Workshop) -> None:
    screen = check_in_view(held.viewer(FM))
    assert screen.lines == (
        "Ihr nächster Regeltermin: Donnerstag, 11.06.2026, 10:00 Uhr (MESZ).",
        "Jede Woche am Donnerstag um 10:00 Uhr (Europe/Berlin), bis 31.12.2026.",
    )
    assert pressed(screen) == [
        "check_in_edit",
        "check_in_snooze",
        "check_in_pause",
        "back_to_lead",
        "check_in_stop",
    ]


def test_a_pause_shows_its_end_and_the_way_out(held: Workshop) -> None:
    held.happens(PauseCheckIn(FM, {"paused_until": "2026-07-01"}))
    screen = check_in_view(held.viewer(FM))
    assert screen.lines[0] == "Pausiert. Ab 01.07.2026 geht es von selbst weiter."
    assert pressed(screen)[:3] == ["check_in_resume", "check_in_edit", "check_in_longer"]
    assert values(pause_form(held.viewer(FM))) == {"paused_until": "2026-07-01"}


def test_what_is_stopped_or_over_can_be_set_anew_with_another_end(held: Workshop) -> None:
    held.happens(StopCheckIn(FM))
    stopped = check_in_view(held.viewer(FM))
    assert pressed(stopped) == ["check_in_first", "back_to_lead"]
    assert values(series_form(held.viewer(FM)))["until"] == "2026-12-29"
    series = held.engagement.check_in
    assert series is not None
    held.engagement = replace(held.engagement, check_in=replace(series, status="on"))
    assert check_in_view(held.viewer(FM)).lines[0] != stopped.lines[0]


def test_what_rests_says_why_and_can_go_on(held: Workshop) -> None:
    series = held.engagement.check_in
    assert series is not None
    resting = replace(series, status="paused", next_due=None)
    held.engagement = replace(held.engagement, check_in=resting)
    screen = check_in_view(held.viewer(FM))
    assert screen.lines[0] == held.viewer().words("check_in.resting")
    assert pressed(screen)[0] == "check_in_resume"
    # For everybody, too: on `/check-in` and below the next steps.
    assert check_in_notice(held.viewer()).notice == "check_in_rests"
    assert series_sentence(held.viewer()) == held.viewer().words("check_in.resting")


def test_the_last_one_on_the_last_day_cannot_be_moved(small: Book) -> None:
    workshop = running(small)
    workshop.happens(SetCheckIn(FM, WEEKLY | {"until": "2026-06-11"}))
    assert "check_in_snooze" not in pressed(check_in_view(workshop.viewer(FM)))


def test_a_refused_form_holds_what_was_sent_and_the_sentence_with_a_day(held: Workshop) -> None:
    faults = (Fault(Problem.SERIES_TOO_LONG, "until", (("day", "2027-06-10"),)),)
    sent = {"until": "2030-01-01", "time_zone": "Mars"}
    screen = series_form(held.viewer(FM, language="en"), sent, faults)
    inputs = {one.id: one for one in screen.inputs}
    assert (inputs["until"].value, inputs["time_zone"].value) == ("2030-01-01", "Mars")
    assert inputs["until"].problem.endswith("end is 10 Jun 2027.")
    assert snooze_form(held.viewer(FM), {"day": "bald"}).inputs[0].value == "bald"


def test_a_channel_is_told_when_and_who_can_change_it(held: Workshop, small: Book) -> None:
    notice = check_in_notice(held.viewer())
    assert notice.notice == "check_in_next"
    assert dict(notice.values) == {
        "day": "Donnerstag, 11.06.2026",
        "time": "10:00",
        "zone": "MESZ",
        "fm": "Fiona Muster",
    }
    assert check_in_notice(running(small).viewer()).notice == "check_in_none"


def test_a_series_that_rests_because_its_post_is_gone_says_so_to_all(held: Workshop) -> None:
    one = reminder(held.picture, CHECK_IN_DUE, held.engagement.due[CHECK_IN_DUE])
    assert isinstance(one, Reminder)
    held.engagement = when_gone(held.picture, one)
    viewer = held.viewer()
    resting = viewer.words("check_in.resting")
    notice = check_in_notice(viewer)
    assert (notice.notice, dict(notice.values)["stands"]) == ("check_in_rests", resting)
    assert series_sentence(viewer) == resting
