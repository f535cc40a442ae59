"""Success metrics: what can be chosen, what is entered, when it is asked again, and the success review."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from bot.core.cadence import Cadence
from bot.core.engagement import CheckIn, Person
from bot.core.export.document import engagement_document
from bot.core.metrics.events import DropMetric, EnterValues, ReviewHeld, SetTarget
from bot.core.metrics.followed import choosable, find_metric, followed, metrics_to_ask, only_number, suggested
from bot.core.metrics.review import active_percent, enabled, review_due
from bot.core.metrics.rows import RecordMetric
from bot.core.metrics.steps import MOST_READINGS, value_field
from bot.core.parts import Button
from bot.core.playbook.book import Book
from bot.core.ports import Replace
from bot.core.problems import Fault, Problem
from bot.core.screens.checkins.agenda import agenda_screen
from bot.core.screens.metrics.forms import target_form, values_form
from bot.core.screens.metrics.metrics import metric_screen, metrics_screen, review_news
from bot.core.screens.workshop.lead import lead_form
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.step import Record, record_changes
from tests.core.workshops import FM, IT, LEAD, Workshop, running

TEAMS = "users@teams"
AIM = {"baseline": "12", "target": "120", "date": "2026-12-31"}


def sets(workshop: Workshop, key: str = TEAMS, by: Person = LEAD, /, **raw: str) -> tuple[Fault, ...]:
    return workshop.happens(SetTarget(by, key, {**AIM, **raw})).faults


def enters(workshop: Workshop, key: str = TEAMS, by: Person = LEAD, /, **raw: str) -> tuple[Fault, ...]:
    inputs = {value_field(key) if name == "value" else name: given for name, given in raw.items()}
    return workshop.happens(EnterValues(by, (key,), inputs)).faults


@pytest.fixture
def measured(small: Book) -> Workshop:
    """A workshop that follows the active users of Teams."""
    workshop = running(small)
    assert sets(workshop) == ()
    return workshop


def test_a_metric_of_services_is_chosen_for_each_service_in_scope_and_the_fms_own_only_by_the_fm(
    small: Book,
) -> None:
    picture = running(small).picture
    assert [key for key, _, _ in choosable(picture, fm=False)] == ["users@exchange", TEAMS, "speed"]
    assert "share" in [key for key, _, _ in choosable(picture, fm=True)]


def test_metrics_are_suggested_by_the_answers_and_not_once_they_are_followed(small: Book) -> None:
    workshop = running(small)
    assert [key for key, _, _ in suggested(workshop.picture, fm=False)] == []
    workshop.says(LEAD, "SZ1", scenarios="meetings")
    workshop.says(LEAD, "AW1", plan="yes")
    assert [key for key, _, _ in suggested(workshop.picture, fm=False)] == ["users@exchange", TEAMS, "speed"]
    sets(workshop)
    assert [key for key, _, _ in suggested(workshop.picture, fm=False)] == ["users@exchange", "speed"]


def test_a_target_is_kept_with_who_set_it_and_the_same_again_changes_nothing(measured: Workshop) -> None:
    (one,) = followed(measured.picture)
    state = one.state
    assert (one.key, state.baseline, state.target, state.date) == (TEAMS, 12, 120, "2026-12-31")
    assert (state.by, state.at) == (LEAD.key, "2026-06-10T09:00:00Z")
    before = measured.engagement
    sets(measured)
    assert measured.engagement is before


@pytest.mark.parametrize(
    ("key", "raw", "fault"),
    [
        (TEAMS, {"target": ""}, Fault(Problem.REQUIRED, "target")),
        (TEAMS, {"target": "viele"}, Fault(Problem.NOT_A_NUMBER, "target")),
        (TEAMS, {"date": ""}, Fault(Problem.REQUIRED, "date")),
        (TEAMS, {"date": "2026-06-09"}, Fault(Problem.DATE_IN_PAST, "date")),
        (TEAMS, {"baseline": "120"}, Fault(Problem.SAME_AS_TODAY, "target")),
        (
            TEAMS,
            {"target": "-3"},
            Fault(Problem.OUT_OF_RANGE, "target", (("min", "0"), ("max", "1000000000"))),
        ),
        ("luck", {}, Fault(Problem.NO_SUCH_METRIC, "metric")),
        ("users@sharepoint", {}, Fault(Problem.NO_SUCH_METRIC, "metric")),
        ("share", {"target": "60"}, Fault(Problem.NO_SUCH_METRIC, "metric")),
    ],
)
def test_a_bad_target_is_refused_at_its_field_and_changes_nothing(
    small: Book, key: str, raw: dict[str, str], fault: Fault
) -> None:
    workshop = running(small)
    before = workshop.engagement
    assert sets(workshop, key, **raw) == (fault,)
    assert workshop.engagement is before


def test_no_percentage_is_over_a_hundred(small: Book) -> None:
    workshop = running(small)
    over = Fault(Problem.OUT_OF_RANGE, "target", (("min", "0"), ("max", "100")))
    assert sets(workshop, "share", FM, target="101") == (over,)
    assert sets(workshop, "share", FM, target="60 %") == ()
    field = value_field("share")
    assert enters(workshop, "share", FM, value="120") == (
        Fault(Problem.OUT_OF_RANGE, field, (("min", "0"), ("max", "100"))),
    )
    assert enters(workshop, "share", LEAD, value="20") == (Fault(Problem.NO_SUCH_METRIC),)
    assert enters(workshop, "share", FM, value="20%") == ()


def test_a_date_that_stands_there_may_have_passed_when_the_target_changes(measured: Workshop) -> None:
    measured.passes(days=300)
    assert sets(measured, target="90") == ()
    assert sets(measured, date="2027-01-01") == (Fault(Problem.DATE_IN_PAST, "date"),)


def test_values_make_a_course_that_begins_where_the_team_stood(measured: Workshop) -> None:
    measured.passes(days=20)
    enters(measured, value="40")
    enters(measured, value="31", day="2026-06-20")
    one = find_metric(measured.picture, TEAMS)
    assert one is not None
    assert one.course == (("2026-06-10", 12), ("2026-06-20", 31), ("2026-06-30", 40))
    assert (one.value, one.read_on) == (40, "2026-06-30")
    enters(measured, value="42")
    assert [reading.value for reading in measured.engagement.metrics[TEAMS].readings] == [31, 42]
    before = measured.engagement
    enters(measured, value="42")
    assert measured.engagement is before


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        ({}, Fault(Problem.NOTHING_ENTERED, value_field(TEAMS))),
        ({"value": "some"}, Fault(Problem.NOT_A_NUMBER, value_field(TEAMS))),
        ({"value": "4", "day": "2026-06-11"}, Fault(Problem.DATE_IN_FUTURE, "day")),
        ({"value": "4", "day": "soon"}, Fault(Problem.NOT_A_DATE, "day")),
    ],
)
def test_a_bad_value_is_refused_at_its_field(measured: Workshop, raw: dict[str, str], fault: Fault) -> None:
    before = measured.engagement
    assert enters(measured, **raw) == (fault,)
    assert measured.engagement is before


def test_a_course_has_an_end_that_the_refusal_names(measured: Workshop) -> None:
    for day in range(MOST_READINGS):
        measured.passes(days=1)
        assert enters(measured, value=str(day)) == ()
    measured.passes(days=1)
    limit = (("limit", str(MOST_READINGS)),)
    assert enters(measured, value="9") == (Fault(Problem.TOO_MANY_VALUES, value_field(TEAMS), limit),)


@pytest.mark.parametrize(
    ("value", "state"), [("119", "under_way"), ("120", "reached"), ("130", "reached"), ("", "unread")]
)
def test_a_metric_says_how_it_stands(measured: Workshop, value: str, state: str) -> None:
    if value:
        enters(measured, value=value)
    assert metrics_screen(measured.viewer(LEAD)).lines[0].state == state


def test_a_target_that_was_not_reached_in_time_is_late(measured: Workshop) -> None:
    enters(measured, value="100")
    measured.passes(days=300)
    assert metrics_screen(measured.viewer(LEAD)).lines[0].state == "late"


@pytest.mark.parametrize(
    ("baseline", "target", "value", "reached"),
    [
        ("", "2", "5", False),
        ("", "2", "2", True),
        ("9", "4", "4", True),
        ("9", "4", "5", False),
        ("1", "4", "5", True),
    ],
)
def test_where_less_is_better_less_is_the_target(
    small: Book, baseline: str, target: str, value: str, reached: bool
) -> None:
    workshop = running(small)
    sets(workshop, "speed", baseline=baseline, target=target)
    enters(workshop, "speed", value=value)
    one = find_metric(workshop.picture, "speed")
    assert one is not None
    assert one.reached is reached


def check_in(sent: str | None, sending: str | None = None) -> CheckIn:
    cadence = Cadence("weekly", 1, 10, "Europe/Berlin", "2026-12-01")
    return CheckIn(cadence, "2026-06-16", last_sent=sent, sending=sending)


@pytest.mark.parametrize(
    ("read_on", "sent", "sending", "asked"),
    [
        (None, None, None, True),
        ("2026-06-10", None, None, False),
        ("2026-06-10", "2026-06-16T08:00:00Z", None, True),
        ("2026-06-13", "2026-06-16T08:00:00Z", None, False),
        ("2026-06-16", "2026-06-16T08:00:00Z", None, False),
        ("2026-06-16", "2026-06-16T08:00:00Z", "2026-06-23T08:00:00Z", True),
        ("2026-06-15", "2026-06-18T22:30:00Z", None, True),  # already the 19th in Berlin
    ],
)
def test_a_value_is_asked_for_when_it_is_missing_or_older_than_the_last_check_in(
    measured: Workshop, read_on: str | None, sent: str | None, sending: str | None, asked: bool
) -> None:
    measured.passes(days=20)
    if read_on:
        enters(measured, value="20", day=read_on)
    measured.engagement = replace(measured.engagement, check_in=check_in(sent, sending))
    assert [one.key for one in metrics_to_ask(measured.picture)] == ([TEAMS] if asked else [])


@pytest.mark.parametrize(
    ("licences", "value", "percent", "due", "complete"),
    [
        ("500", "49", 9, None, None),
        ("500", "50", 10, "active", "percent"),
        ("900", "110", 12, "active", "percent"),
        ("999", "99", 9, None, None),
        ("1000", "99", 9, None, None),
        ("1000", "100", 10, "active", "users"),
        ("5000", "100", 2, None, "users"),
        ("", "99", None, None, None),
        ("", "100", None, None, "users"),
    ],
)
def test_the_review_is_due_at_ten_percent_and_enablement_ends_at_a_hundred_users_or_ten_percent_of_few(
    small: Book, licences: str, value: str, percent: int | None, due: str | None, complete: str | None
) -> None:
    workshop = running(small, licences=licences)
    sets(workshop, target="100000")
    enters(workshop, value=value)
    (one,) = followed(workshop.picture)
    assert active_percent(workshop.picture, one) == percent
    review, end = review_due(workshop.picture), enabled(workshop.picture)
    assert (review.why if review else None) == due
    assert (end.why if end else None) == complete


def test_where_nobody_knows_the_licences_the_people_affected_count(small: Book) -> None:
    workshop = running(small, depth="full")
    workshop.says(LEAD, "TR1", people="300")
    sets(workshop)
    enters(workshop, value="30")
    due = review_due(workshop.picture)
    assert due is not None
    assert (due.why, due.percent) == ("active", 10)


def test_a_share_counts_as_it_is(small: Book) -> None:
    workshop = running(small, licences="2000")
    sets(workshop, "share", FM, target="40")
    enters(workshop, "share", FM, value="9")
    assert (review_due(workshop.picture), enabled(workshop.picture) is not None) == (None, True)
    enters(workshop, "share", FM, value="10")
    due = review_due(workshop.picture)
    assert due is not None
    assert due.percent == 10


def test_the_teams_own_mark_is_enough_for_a_review_and_it_is_proposed_until_it_was_held(
    small: Book,
) -> None:
    workshop = running(small)
    sets(workshop, "speed", baseline="9", target="4")
    enters(workshop, "speed", value="4")
    due = review_due(workshop.picture)
    assert due is not None
    assert (due.why, due.one.key) == ("own", "speed")
    said = "Dauer: Ihr Ziel ist erreicht. Zeit für die Erfolgsrückschau mit FastTrack."
    assert metrics_screen(workshop.viewer(LEAD)).news == (said,)
    assert lead_form(workshop.viewer(FM)).lines[0] == said
    assert next_steps_screen(workshop.viewer(FM)).news == (said,)
    assert next_steps_screen(workshop.viewer(LEAD)).news == ()
    assert workshop.happens(ReviewHeld(LEAD)).faults[0].problem is Problem.FM_ONLY
    workshop.happens(ReviewHeld(FM))
    assert workshop.engagement.reviewed == "2026-06-10"
    assert review_due(workshop.picture) is None
    assert review_news(workshop.viewer(LEAD)) == ("Die Erfolgsrückschau war am 10.06.2026.",)
    before = workshop.engagement
    assert workshop.happens(ReviewHeld(FM)).engagement is before


def test_enablement_is_said_to_the_fm_alone(small: Book) -> None:
    workshop = running(small, licences="5000")
    sets(workshop)
    enters(workshop, value="110")
    assert len(review_news(workshop.viewer(FM))) == 1
    assert review_news(workshop.viewer(LEAD)) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("35 %", 35),
        ("etwa 120 Personen", 120),
        ("60 % bis Juni 2027", None),
        ("12,5 %", None),
        ("1.200", None),
        ("viel", None),
        ("", None),
        ("Q3", None),
    ],
)
def test_of_a_text_only_the_one_whole_number_in_it_is_offered(text: str, number: int | None) -> None:
    assert only_number(text) == number


def test_what_an_answer_says_of_todays_value_stands_in_the_form(small: Book) -> None:
    workshop = running(small)
    workshop.says(LEAD, "SZ1", scenarios="meetings", detail="etwa 35 Personen")
    form = target_form(workshop.viewer(LEAD), TEAMS)
    assert form is not None
    assert {one.id: one.value for one in form.inputs} == {"baseline": "35", "target": "", "date": ""}
    assert [text for _, text in form.known] == ["etwa 35 Personen"]
    sets(workshop)
    form = target_form(workshop.viewer(LEAD), TEAMS)
    assert form is not None
    assert [one.value for one in form.inputs] == ["12", "120", "2026-12-31"]
    assert form.known == ()


def test_what_the_playbook_warns_of_stands_in_the_form_and_on_the_metric(small: Book) -> None:
    workshop = running(small)
    form = target_form(workshop.viewer(LEAD), "speed")
    assert form is not None
    assert form.lines == ("Tage bis zur Freigabe.", "Erst abstimmen.")
    sets(workshop, "speed", baseline="9", target="4")
    one = find_metric(workshop.picture, "speed")
    assert one is not None
    assert metric_screen(workshop.viewer(LEAD), one).note == "Erst abstimmen."


def test_values_are_asked_of_those_who_can_read_them_what_is_old_first(small: Book) -> None:
    workshop = running(small)
    sets(workshop)
    sets(workshop, "share", FM, target="40")
    sets(workshop, "speed", baseline="9", target="4")
    enters(workshop, value="20")
    assert [one.id for one in values_form(workshop.viewer(LEAD)).inputs] == [
        value_field("speed"), value_field(TEAMS), "day",
    ]  # fmt: skip
    assert [one.id for one in values_form(workshop.viewer(FM)).inputs][:2] == [
        value_field("share"), value_field("speed"),
    ]  # fmt: skip


def test_a_metric_that_is_dropped_keeps_its_values_for_when_it_comes_back(measured: Workshop) -> None:
    enters(measured, value="20")
    measured.happens(DropMetric(LEAD, TEAMS))
    assert followed(measured.picture) == ()
    before = measured.engagement
    assert measured.happens(DropMetric(LEAD, TEAMS)).engagement is before
    assert measured.happens(DropMetric(LEAD, "speed")).faults == (Fault(Problem.NO_SUCH_METRIC),)
    sets(measured)
    (one,) = followed(measured.picture)
    assert one.value == 20


def test_nothing_is_measured_before_the_setup_nor_in_a_workshop_that_was_discarded(small: Book) -> None:
    workshop = Workshop(small)
    assert sets(workshop, TEAMS, FM) == (Fault(Problem.NOT_SET_UP, values=(("fm", FM.name),)),)
    done = running(small)
    done.engagement = replace(done.engagement, status="gone")
    assert sets(done) == (Fault(Problem.WORKSHOP_FINISHED),)


def test_measuring_goes_on_after_the_workshop_is_completed(measured: Workshop) -> None:
    measured.engagement = replace(measured.engagement, status="completed")
    assert enters(measured, value="20") == ()


def rows(workshop: Workshop, records: tuple[Record, ...]) -> list[Replace]:
    found = record_changes(workshop.book, workshop.engagement, records, workshop.now)
    return [one for one in found if isinstance(one, Replace) and one.key.startswith("metric~")]


def test_every_metric_is_a_row_with_its_newest_value_and_stands_in_the_export(measured: Workshop) -> None:
    fresh = rows(measured, measured.steps[-1].records)
    assert [(one.key, "value" in one.columns) for one in fresh] == [("metric~users~teams", False)]
    enters(measured, value="31")
    (row,) = rows(measured, measured.steps[-1].records)
    wanted = {
        "name": "Aktive Personen",
        "service": "teams",
        "unit": "Personen",
        "baseline": 12,
        "target": 120,
    }
    wanted |= {"date": "2026-12-31", "value": 31, "day": "2026-06-10", "followed": True}
    assert {name: row.columns[name] for name in wanted} == wanted
    assert any(isinstance(one, RecordMetric) for one in measured.steps[-1].records)
    document = engagement_document(measured.book, measured.engagement, {}, measured.now)
    assert document["metrics"] == [
        {"id": TEAMS, "baseline": 12, "target": 120, "date": "2026-12-31", "value": 31}
    ]


def test_whoever_enters_a_value_is_known_afterwards(measured: Workshop) -> None:
    guest = Person("fabrikam", "guest", "Gast")
    enters(measured, TEAMS, guest, value="31")
    assert measured.engagement.people[guest.key].name == "Gast"
    assert IT.key in measured.engagement.people


def test_the_agenda_of_a_check_in_asks_for_new_values_and_leads_to_the_metrics(small: Book) -> None:
    workshop = running(small)
    quiet = agenda_screen(workshop.viewer(), None, (), {})
    assert "metrics" not in [section.name for section in quiet.sections]
    assert Button("metrics") not in quiet.buttons
    sets(workshop)
    workshop.engagement = replace(workshop.engagement, check_in=check_in(None))
    asking = agenda_screen(workshop.viewer(), None, (), {})
    (section,) = [one for one in asking.sections if one.name == "metrics"]
    assert [one.title for one in section.lines] == ["Aktive Personen (Microsoft Teams)"]
    assert Button("metrics") in asking.buttons


def test_a_percentage_takes_fractions_and_a_number_of_people_does_not(small: Book) -> None:
    workshop = running(small, licences="5000")
    assert sets(workshop, "share", FM, baseline="2,5", target="22,75") == ()
    assert enters(workshop, "share", FM, value="10,5") == ()
    assert sets(workshop, TEAMS, LEAD, target="120,5") == (Fault(Problem.NOT_A_NUMBER, "target"),)
    assert sets(workshop, "share", FM, target="viel") == (Fault(Problem.NOT_A_FRACTION, "target"),)
    (shown,) = engagement_document(small, workshop.engagement, {}, workshop.now)["metrics"]
    assert (shown["baseline"], shown["target"], shown["value"]) == (2.5, 22.75, 10.5)
    assert "Das sind 10,5 % aktive Nutzung." in review_news(workshop.viewer(FM))[0]
    form = target_form(workshop.viewer(FM), "share")
    assert form is not None
    assert [one.value for one in form.inputs[:2]] == ["2,5", "22,75"]
