"""The end of a workshop: what the FM is told before, what the end does, and what goes on after it."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.core.meeting.effects import CloseLive
from bot.core.meeting.events import LiveStart
from bot.core.plan.events import AddItem
from bot.core.playbook.book import Book
from bot.core.problems import Problem
from bot.core.questions.effects import UpdateShared
from bot.core.record.completing import still_open
from bot.core.record.events import ActOnTask, Complete
from bot.core.record.rows import RecordTask
from bot.core.screens.record.completing import completing_screen
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


def test_a_moment_in_another_zone_is_the_same_moment(book: Book) -> None:
    workshop = running(book)
    workshop.now = datetime(2026, 6, 10, 23, 30, tzinfo=UTC)
    workshop.happens(Complete(FM))
    assert workshop.engagement.completed is not None
    assert workshop.engagement.completed.at == "2026-06-10T23:30:00Z"
