"""Tasks and material: what belongs to a workshop, ticked and noted by the FM alone."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.engagement import Mark, TaskState
from bot.core.export.document import engagement_document
from bot.core.playbook.book import Book
from bot.core.ports import Delete, Replace
from bot.core.problems import Problem
from bot.core.record.events import ActOnTask, AddTask, ShowMaterial
from bot.core.record.material import presented
from bot.core.record.rows import TASK_ROW, RecordTask
from bot.core.record.task_steps import MOST_OWN_TASKS
from bot.core.record.tasks import missing_tasks, task_lines
from bot.core.screens.questions.question import question_screen
from bot.core.screens.record.tasks import material_screen
from bot.core.step import Event, record_changes
from tests.core.workshops import FM, LEAD, Workshop, running

IN_SCOPE = {
    "onedrive,teams": ["3718", "2536"],
    "office": ["3734", "3738", "2536"],
    "windows": ["3734", "2536"],
    "exchange": ["3278", "2536"],
    "sharepoint,intune": ["3278", "3737", "2536"],
    "teams": ["2536"],
}


@pytest.mark.parametrize("services", IN_SCOPE)
def test_the_tasks_of_the_services_in_scope_belong_to_a_workshop(book: Book, services: str) -> None:
    workshop = running(book, services=services)
    assert [task.id for task in task_lines(book, workshop.engagement)] == IN_SCOPE[services]
    assert all(task.required for task in task_lines(book, workshop.engagement))


def test_before_the_setup_there_are_none(book: Book) -> None:
    assert task_lines(book, Workshop(book).engagement) == ()


def test_every_task_has_a_row_from_the_setup_on_and_loses_it_with_its_service(book: Book) -> None:
    workshop = Workshop(book)
    step = workshop.is_set_up(services="onedrive,exchange")
    assert [one.id for one in step.records if isinstance(one, RecordTask)] == ["3278", "3718", "2536"]
    step = workshop.is_set_up(services="exchange")
    gone = [(one.id, one.task) for one in step.records if isinstance(one, RecordTask)]
    assert gone == [("3718", None)]
    changes = record_changes(book, workshop.engagement, step.records, workshop.now)
    assert Delete(f"{TASK_ROW}3718") in changes


def test_a_task_that_is_done_stays_although_its_service_leaves_the_scope(book: Book) -> None:
    workshop = running(book, services="onedrive,exchange")
    workshop.happens(ActOnTask(FM, "3718", "done", {}))
    workshop.is_set_up(services="exchange")
    assert "3718" in {task.id for task in task_lines(book, workshop.engagement)}


def test_a_tick_says_who_and_when_and_comes_off_again(book: Book) -> None:
    workshop = running(book, services="onedrive")
    step = workshop.happens(ActOnTask(FM, "3718", "done", {"task_note": "mit der IT"}))
    mark = Mark(FM.key, "2026-06-10T09:00:00Z")
    assert workshop.engagement.tasks["3718"] == TaskState(mark, "mit der IT")
    (change,) = [
        one
        for one in record_changes(book, workshop.engagement, step.records, workshop.now)
        if one.key == f"{TASK_ROW}3718"
    ]
    assert isinstance(change, Replace)
    shown = {key: change.columns[key] for key in ("done", "done_by_name", "note", "required", "service")}
    assert shown == {
        "done": True, "done_by_name": "Fiona Muster", "note": "mit der IT", "required": True,
        "service": "onedrive",
    }  # fmt: skip
    assert missing_tasks(book, workshop.engagement) == ()
    workshop.happens(ActOnTask(FM, "3718", "reopen", {"task_note": "mit der IT"}))
    assert workshop.engagement.tasks["3718"] == TaskState(note="mit der IT")
    assert [task.id for task in missing_tasks(book, workshop.engagement)] == ["3718"]


def test_the_same_press_twice_changes_nothing(book: Book) -> None:
    workshop = running(book, services="onedrive")
    for event in (
        ActOnTask(FM, "3718", "done", {"task_note": "x"}),
        AddTask(FM, {"task_id": "4711", "task_name": "Lizenzgespräch"}),
        ShowMaterial(FM, "R01", {"shown_on": "2026-06-09"}),
    ):
        workshop.happens(event)
        before = workshop.engagement
        workshop.passes(minutes=1)
        assert workshop.happens(event).engagement is before


def test_an_own_task_is_not_categorised_and_can_be_removed(book: Book) -> None:
    workshop = running(book)
    step = workshop.happens(AddTask(FM, {"task_id": "4711", "task_name": "Lizenzgespräch"}))
    assert [one.id for one in step.records if isinstance(one, RecordTask)] == ["4711"]
    task = task_lines(book, workshop.engagement)[-1]
    assert (task.id, task.name["en"], task.own, task.required) == ("4711", "Lizenzgespräch", True, False)
    step = workshop.happens(ActOnTask(FM, "4711", "drop", {}))
    assert "4711" not in workshop.engagement.tasks
    assert RecordTask("4711", None) in step.records


BAD: dict[str, tuple[Event, Problem, str | None]] = {
    "no number": (AddTask(FM, {"task_id": "viele", "task_name": "x"}), Problem.NOT_A_NUMBER, "task_id"),
    "zero": (AddTask(FM, {"task_id": "0", "task_name": "x"}), Problem.OUT_OF_RANGE, "task_id"),
    "too high": (AddTask(FM, {"task_id": "1000000", "task_name": "x"}), Problem.OUT_OF_RANGE, "task_id"),
    "no name": (AddTask(FM, {"task_id": "5"}), Problem.REQUIRED, "task_name"),
    "long name": (AddTask(FM, {"task_id": "5", "task_name": "x" * 121}), Problem.TOO_LONG, "task_name"),
    "taken": (AddTask(FM, {"task_id": "2536", "task_name": "x"}), Problem.TASK_IS_THERE, "task_id"),
    "listed": (AddTask(FM, {"task_id": "3737", "task_name": "x"}), Problem.TASK_IS_THERE, "task_id"),
    "not the FM": (AddTask(LEAD, {"task_id": "5", "task_name": "x"}), Problem.FM_ONLY, None),
    "unknown": (ActOnTask(FM, "1", "done", {}), Problem.NO_SUCH_TASK, None),
    "not one's own": (ActOnTask(FM, "2536", "drop", {}), Problem.NO_SUCH_TASK, None),
    "long note": (ActOnTask(FM, "2536", "note", {"task_note": "x" * 501}), Problem.TOO_LONG, "task_note"),
    "somebody's tick": (ActOnTask(LEAD, "2536", "done", {}), Problem.FM_ONLY, None),
    "no day": (ShowMaterial(FM, "R01", {"shown_on": "gestern"}), Problem.NOT_A_DATE, "shown_on"),
    "no day at all": (ShowMaterial(FM, "R01", {}), Problem.REQUIRED, "shown_on"),
    "tomorrow": (ShowMaterial(FM, "R01", {"shown_on": "2026-06-11"}), Problem.SHOWN_IN_FUTURE, "shown_on"),
    "a customer's": (ShowMaterial(FM, "R09", {"shown_on": "2026-06-01"}), Problem.NO_SUCH_MATERIAL, None),
    "not the FM's": (ShowMaterial(LEAD, "R01", {"shown_on": "2026-06-01"}), Problem.FM_ONLY, None),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_where_it_is_and_changes_nothing(book: Book, name: str) -> None:
    event, problem, field = BAD[name]
    workshop = running(book, services="exchange")
    before = workshop.engagement
    step = workshop.happens(event)
    assert step.engagement is before
    assert [(fault.problem, fault.field) for fault in step.faults] == [(problem, field)]


def test_an_fm_adds_so_many_tasks_and_no_more(book: Book) -> None:
    workshop = running(book)
    for number in range(MOST_OWN_TASKS):
        assert not workshop.happens(AddTask(FM, {"task_id": str(100 + number), "task_name": "x"})).faults
    step = workshop.happens(AddTask(FM, {"task_id": "99", "task_name": "x"}))
    assert [fault.problem for fault in step.faults] == [Problem.TOO_MANY_TASKS]


def test_what_the_fm_presents_stands_beside_what_it_serves(book: Book) -> None:
    workshop = running(book, services="teams")
    found = {one.resource.id: one for one in presented(book, workshop.engagement)}
    assert {one.resource.audience for one in found.values()} == {"presented"}
    assert "R07" not in found, "the OneDrive kit, without OneDrive"
    assert "Planen des Erfolgsworkshops" in {text["de"] for text in found["R01"].serves}
    workshop.happens(ShowMaterial(FM, "R01", {"shown_on": "2026-06-09"}))
    assert workshop.engagement.shown["R01"] == Mark(FM.key, "2026-06-10T09:00:00Z", "2026-06-09")
    workshop.happens(ShowMaterial(FM, "R01", {}, undo=True))
    assert workshop.engagement.shown == {}


def test_the_export_holds_the_tasks(book: Book) -> None:
    workshop = running(book, services="sharepoint,onedrive")
    workshop.happens(ActOnTask(FM, "3718", "done", {"task_note": "mit der IT"}))
    document: dict[str, Any] = engagement_document(book, workshop.engagement, {}, workshop.now)
    by_id = {task["id"]: task for task in document["tasks"]}
    assert by_id[3718] == {
        "id": 3718,
        "name": "OneDrive – Präsentation zum Unternehmenswert von OneDrive",  # noqa: RUF001
        "service": "onedrive",
        "required": True,
        "done_by": "Fiona Muster",
        "done_at": "2026-06-10T09:00:00Z",
        "note": "mit der IT",
    }
    assert by_id[2536]["service"] == "all"


def test_the_fm_sees_beside_a_question_what_they_showed_and_nobody_else_does(book: Book) -> None:
    workshop = running(book, services="teams")
    workshop.happens(ShowMaterial(FM, "R20", {"shown_on": "2026-06-09"}))
    ask = workshop.picture.find("SZ5", None)
    assert ask is not None
    mine = question_screen(workshop.viewer(FM), ask)
    assert {link.key: link.shown for link in mine.links if link.presented} == {"R20": "2026-06-09"}
    assert "material" in {button.action for button in mine.buttons}
    theirs = question_screen(workshop.viewer(LEAD), ask)
    assert not any(link.presented or link.shown for link in theirs.links)
    assert "material" not in {button.action for button in theirs.buttons}


def test_from_a_question_only_its_own_material_is_listed(book: Book) -> None:
    workshop = running(book, services="teams")
    ask = workshop.picture.find("SZ5", None)
    (group,) = material_screen(workshop.viewer(FM), ask=ask).groups
    assert [line.press and line.press.data for line in group.lines] == [(("item", "R20"),)]
