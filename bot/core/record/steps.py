"""The steps of the record sheet: the FM's note on a service, and their notes on the whole workshop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from bot.core.clock import utc
from bot.core.engagement import OverallNote, RecordStatus, ServiceNote
from bot.core.playbook.book import Book
from bot.core.playbook.model.base import Choice
from bot.core.problems import Fault, Problem
from bot.core.questions.changes import Handlers, noted
from bot.core.questions.entries import labelled
from bot.core.questions.parse import Entry, parse_all
from bot.core.questions.picture import Picture
from bot.core.questions.roster import Roster, everybody, people_options
from bot.core.record.events import WriteNote, WriteOverall
from bot.core.record.sheet.cells import sheet_services
from bot.core.record.sheet.notes import proposed
from bot.core.step import Step

STATUSES: tuple[RecordStatus, ...] = ("in_progress", "blocked", "no_intent", "unknown", "duplicate")
TEXT, STATUS = "note_text", "note_status"
SHEET_NOTE_LIMIT = 600
NEXT_ACTION, NEXT_OWNER, NEXT_DUE, EFFORT = "next_action", "next_owner", "next_due", "effort"
FORECASTS = ("forecast_15", "forecast_40", "forecast_max")


def note_entries() -> list[Entry]:
    """The fields of a service's note."""
    return [
        Entry(TEXT, "text", required=False, limit=SHEET_NOTE_LIMIT),
        Entry(STATUS, "choice", tuple((one, ()) for one in STATUSES), required=False),
    ]


def overall_entries(book: Book, people: Roster) -> list[Entry]:
    """The fields about the whole."""
    return [
        Entry(NEXT_ACTION, "text", required=False, limit=200),
        Entry(NEXT_OWNER, "person", people_options(people), required=False),
        Entry(NEXT_DUE, "date", required=False),
        Entry(EFFORT, "choice", labelled(efforts(book)), required=False),
        *(Entry(name, "date", required=False) for name in FORECASTS),
    ]


def efforts(book: Book) -> Sequence[Choice]:
    """The efforts that a customer may want, and FastTrack give."""
    owner, _, name = (book.playbook.record.effort or "").partition(".")
    fields = book.questions[owner].fields if owner in book.questions else []
    return next((field.choices for field in fields if field.id == name), [])


def _write_note(picture: Picture, event: WriteNote, roster: Roster) -> Step:
    """A service's note and status; emptied, they follow from the answers again."""
    engagement = picture.engagement
    if event.service not in sheet_services(picture):
        return Step(engagement, faults=(Fault(Problem.NOT_IN_RECORD),))
    values, faults = parse_all(note_entries(), event.raw, picture.facts.today)
    if faults:
        return Step(engagement, faults=faults)
    before = engagement.notes.get(event.service, ServiceNote())
    status: Any = values.get(STATUS)
    text = str(values.get(TEXT, ""))
    # A note sent back as it was proposed goes on to follow from the answers.
    after = ServiceNote("" if text == proposed(picture, event.service) else text, status)
    if replace(before, by="", at="") == after:
        return Step(engagement)
    notes = {key: one for key, one in engagement.notes.items() if key != event.service}
    if after != ServiceNote():
        notes[event.service] = replace(after, by=event.by.key, at=utc(picture.now))
    return noted(picture, replace(engagement, notes=notes), "note", event.by, event.service, before)


def _write_overall(picture: Picture, event: WriteOverall, roster: Roster) -> Step:
    """The FM's notes on the whole: the next action, the effort that is given, the forecast."""
    engagement = picture.engagement
    entries = overall_entries(picture.book, everybody(engagement, roster))
    values, faults = parse_all(entries, event.raw, picture.facts.today)
    days = [str(values[name]) for name in FORECASTS if name in values]
    if days != sorted(days):
        late = next(name for name in FORECASTS[1:] if name in values and _before(values, name))
        faults = (*faults, Fault(Problem.FORECAST_ORDER, late))
    if faults:
        return Step(engagement, faults=faults)
    forecasts: dict[str, Any] = {name: values.get(name) for name in FORECASTS}
    due, owner = values.get(NEXT_DUE), values.get(NEXT_OWNER)
    after = OverallNote(
        next_action=str(values.get(NEXT_ACTION, "")),
        owner=owner if isinstance(owner, dict) else None,
        due=str(due) if due else None,
        effort=str(values.get(EFFORT, "")),
        **forecasts,
    )
    if after == replace(engagement.overall, by="", at=""):
        return Step(engagement)
    signed = replace(after, by=event.by.key, at=utc(picture.now))
    return noted(picture, replace(engagement, overall=signed), "overall", event.by, before=engagement.overall)


def _before(values: dict[str, Any], name: str) -> bool:
    """True when a day of the forecast lies before that of a smaller share."""
    place = FORECASTS.index(name)
    return any(str(values[one]) > str(values[name]) for one in FORECASTS[:place] if one in values)


HANDLERS: Handlers = {
    WriteNote: _write_note,
    WriteOverall: _write_overall,
}
