"""The end of a workshop: what the FM is told before, what the end does, and what goes on after it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.core.checkins.due import recall_item
from bot.core.checkins.events import RemindAll
from bot.core.meeting.effects import CloseLive
from bot.core.meeting.events import LiveStart
from bot.core.plan.events import AddItem
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.questions.effects import UpdateShared
from bot.core.record.completing import still_open
from bot.core.record.events import ActOnTask, Complete, Reopen
from bot.core.record.rows import RecordTask
from bot.core.screens.record.completing import complete_form, completing_screen
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.screens.workshop.status import status_screen
from bot.core.screens.workshop.summary import summary_screen
from bot.core.screens.workshop.workshop import workshop_screen
from bot.core.setup.events import SetUp
from bot.core.step import RecordLog
from tests.core.workshops import FM, IT, LEAD, SETUP, SPONSOR, Workshop, running


def test_what_is_open_is_said_before_the_end(book: Book) -> None:
    workshop = running(book, services="onedrive,teams")
    workshop.says(LEAD, "DC", still_right="right")
    workshop.says(SPONSOR, "DC", still_right="change")
    workshop.says(IT, "ST1", commitment="open")
    workshop.says(LEAD, "ST2", "skipped", because="")
    found = still_open(workshop.picture)
    assert [ask.key for ask in found.disputed] == ["DC"]
    assert [ask.key for ask in found.unconfirmed] == ["ST1"]
    unanswered = [ask.key for ask in found.unanswered]
    assert "ST2" in unanswered, "what was skipped has no answer"
    assert not {"DC", "ST1"} & set(unanswered)
    assert [task.id for task in found.tasks] == ["3718"], "the end does 2536 itself"
    assert "kickoff_held" in {one.id for one in found.key_inputs}


def test_of_many_open_questions_some_are_named_and_the_rest_is_counted(book: Book) -> None:
    workshop = running(book, depth="full")
    screen = completing_screen(workshop.viewer(FM))
    group = next(one for one in screen.groups if one.name == "unanswered")
    assert len(group.lines) + group.more == len(workshop.picture.asks)
    assert group.more > 0


def test_nothing_of_it_holds_the_end_up_and_the_task_of_the_end_is_done(book: Book) -> None:
    workshop = running(book)
    workshop.passes(hours=2)
    step = workshop.happens(Complete(FM))
    assert step.faults == ()
    after = workshop.engagement
    assert (after.status, after.completed and after.completed.by) == ("completed", FM.key)
    done = after.tasks["2536"].done
    assert done is not None
    assert (done.by, done.at) == (FM.key, "2026-06-10T11:00:00Z")
    assert step.effects == (UpdateShared(),), "nothing superfluous is posted"
    rows = [one for one in step.records if isinstance(one, RecordTask)]
    assert [(row.id, row.task and row.task.done) for row in rows] == [("2536", done)]
    assert RecordLog("complete", FM.key) in step.records


def test_completed_once_more_changes_nothing(book: Book) -> None:
    workshop = running(book)
    workshop.happens(Complete(FM))
    before = workshop.engagement
    assert workshop.happens(Complete(FM)).engagement is before


def test_only_the_fm_completes_and_only_what_runs(book: Book) -> None:
    workshop = running(book)
    assert [one.problem for one in workshop.happens(Complete(LEAD)).faults] == [Problem.FM_ONLY]
    assert workshop.engagement.status == "running"
    unset = Workshop(book)
    assert [one.problem for one in unset.happens(Complete(FM)).faults] == [Problem.NOT_SET_UP]


def test_a_meeting_that_still_runs_ends_with_it(book: Book) -> None:
    workshop = running(book)
    workshop.happens(LiveStart(FM))
    step = workshop.happens(Complete(FM))
    assert workshop.engagement.live is None
    assert isinstance(step.effects[0], CloseLive)
    assert step.effects[-1] == UpdateShared()


def test_a_task_that_was_ticked_before_keeps_who_and_when(book: Book) -> None:
    workshop = running(book)
    workshop.happens(ActOnTask(FM, "2536", "done", {"task_note": "in der Zentrale"}))
    before = workshop.engagement.tasks["2536"]
    workshop.passes(days=1)
    workshop.happens(Complete(FM))
    assert workshop.engagement.tasks["2536"] == before


def test_after_the_end_plan_and_tasks_go_on_and_answers_do_not(book: Book) -> None:
    workshop = running(book, services="onedrive")
    workshop.happens(Complete(FM))
    item = {"title": "Raum buchen", "owner": LEAD.key, "due": "2026-07-01"}
    assert not workshop.happens(AddItem(LEAD, item)).faults
    assert not workshop.happens(ActOnTask(FM, "3718", "done", {})).faults
    refused = [workshop.says(LEAD, "ST1", commitment="agreed"), workshop.happens(SetUp(FM, SETUP))]
    assert [step.faults[0].problem for step in refused] == [Problem.WORKSHOP_FINISHED] * 2


def test_after_the_end_no_card_asks_anything(book: Book) -> None:
    workshop = running(book)
    workshop.happens(Complete(FM))
    viewer = workshop.viewer(LEAD)
    status = status_screen(viewer)
    screens = (workshop_screen(viewer), status, summary_screen(viewer), next_steps_screen(viewer))
    for screen in screens:
        actions = {button.action for button in screen.buttons}
        assert not actions & {"my_questions", "take_part"}
        assert sum(button.primary for button in screen.buttons) == 1
    assert status.waiting == ()
    assert [line.press for room in status.rooms for line in room.answers if line.press] == []


def test_before_the_end_the_losses_are_told_as_counts_and_the_way_back_comes_first(book: Book) -> None:
    workshop = running(book, services="teams")
    workshop.says(LEAD, "DC", still_right="right")
    workshop.says(SPONSOR, "DC", still_right="change")
    workshop.happens(LiveStart(FM))
    form = complete_form(workshop.viewer(FM, language="en"))
    total = len(workshop.picture.asks)
    assert form.lines == (
        f"{total - 1} of {total} questions have no answer, and will not get one.",
        "The result, the minutes and the record sheet list them as open.",
        "3 people still have open questions. They will get no more reminders.",
        "One question is left with different answers.",
        "The meeting in the channel ends.",
    )
    assert [(one.action, one.primary) for one in form.buttons] == [
        ("completing", True),
        ("complete_anyway", False),
    ]


def test_opened_again_it_is_as_before_the_end(book: Book) -> None:
    workshop = running(book)
    workshop.joins(LEAD, "project_lead")
    workshop.says(LEAD, "DC", still_right="right")
    workshop.stops(LEAD)
    before = workshop.engagement
    workshop.passes(minutes=1)
    workshop.happens(Complete(FM))
    assert workshop.engagement.due != before.due
    workshop.passes(minutes=1)
    step = workshop.happens(Reopen(FM))
    assert step.effects == (UpdateShared(),)
    assert RecordLog("reopen", FM.key) in step.records
    assert [(one.id, one.task and one.task.done) for one in step.records if isinstance(one, RecordTask)] == [
        ("2536", None)
    ]
    parts = [name for name in before.__struct_fields__ if name not in ("revision", "updated")]
    differ = [one for one in parts if getattr(workshop.engagement, one) != getattr(before, one)]
    assert differ == []


def test_a_task_that_was_ticked_by_hand_stays_done_when_it_is_opened_again(book: Book) -> None:
    workshop = running(book, services="onedrive")
    workshop.happens(ActOnTask(FM, "2536", "done", {"task_note": "in der Zentrale"}))
    workshop.passes(hours=1)
    workshop.happens(Complete(FM))
    workshop.passes(hours=1)
    workshop.happens(ActOnTask(FM, "3718", "done", {"task_note": "nach dem Ende"}))
    before = workshop.engagement.tasks
    assert len(before) == 2
    workshop.happens(Reopen(FM))
    assert workshop.engagement.tasks == before


def test_opened_once_more_changes_nothing_and_only_the_fm_opens_it(book: Book) -> None:
    workshop = running(book)
    assert workshop.happens(Reopen(FM)).engagement is workshop.steps[-2].engagement
    workshop.happens(Complete(FM))
    assert [one.problem for one in workshop.happens(Reopen(LEAD)).faults] == [Problem.FM_ONLY]
    assert workshop.engagement.status == "completed"
    unset = Workshop(book)
    assert [one.problem for one in unset.happens(Reopen(FM)).faults] == [Problem.NOT_SET_UP]


@pytest.mark.parametrize(("days", "comes"), [(0, True), (1, False)])
def test_a_reminder_that_the_end_held_back_comes_on_the_same_day_alone(
    book: Book, days: int, comes: bool
) -> None:
    workshop = running(book)
    workshop.joins(LEAD, "project_lead")
    workshop.happens(RemindAll(FM))
    before = workshop.engagement.recall
    assert before is not None
    workshop.happens(Complete(FM))
    assert recall_item(LEAD.key) not in workshop.engagement.due
    workshop.passes(days=days, minutes=5)
    workshop.happens(Reopen(FM))
    assert workshop.engagement.recall == (before if comes else replace(before, waiting=[]))
    assert (recall_item(LEAD.key) in workshop.engagement.due) == comes


def test_a_moment_in_another_zone_is_the_same_moment(book: Book) -> None:
    workshop = running(book)
    workshop.now = datetime(2026, 6, 10, 23, 30, tzinfo=UTC)
    workshop.happens(Complete(FM))
    assert workshop.engagement.completed is not None
    assert workshop.engagement.completed.at == "2026-06-10T23:30:00Z"
