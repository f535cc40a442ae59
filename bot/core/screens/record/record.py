"""The record sheet as the FM reads it, and the forms in which they write on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.parts import UNSAID, Button, Input, Option, Said, Stamp
from bot.core.problems import Fault
from bot.core.questions.parse import Entry
from bot.core.questions.standing import value_inputs
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.record.sheet.cells import aspect_name
from bot.core.record.sheet.notes import ServiceRow, service_row, service_rows, sheet_words, vague_words
from bot.core.record.sheet.overview import overview
from bot.core.record.steps import (
    EFFORT,
    FORECASTS,
    NEXT_ACTION,
    NEXT_DUE,
    NEXT_OWNER,
    STATUS,
    STATUSES,
    TEXT,
    efforts,
    note_entries,
    overall_entries,
)
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, person_inputs, problem_at


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A service: its status and, by status, its aspects with why not; the note to paste, and what in it will
    not be understood later."""

    name: str
    status: str
    aspects: tuple[tuple[str, str], ...]  # (status, what)
    note: Said
    written: bool
    vague: tuple[str, ...]
    press: Button


@dataclass(frozen=True, slots=True)
class RecordScreen:
    """`facts` are (label, what is known, people's own words)."""

    stamp: Stamp
    customer: Said
    rows: tuple[SheetRow, ...]
    facts: tuple[tuple[str, str, Said], ...]
    banner: Said = UNSAID
    buttons: tuple[Button, ...] = ()


def record_screen(viewer: Viewer, banner: Said = UNSAID) -> RecordScreen:
    """The sheet: the notes in English, everything around them in the FM's language."""
    words = viewer.words
    facts = tuple(
        (
            words(f"sheet.fact.{fact.label}"),
            "; ".join(one.text for one in fact.said if not one.original),
            Said(" / ".join(one.text for one in fact.said if one.original)),
        )
        for fact in overview(viewer.picture, words)
        if fact.label not in ("customer", "services")
    )
    return RecordScreen(
        stamp=viewer.stamp(),
        customer=Said(viewer.engagement.setup.customer),
        rows=tuple(
            _row(viewer, row, note)
            for row, note in zip(
                service_rows(viewer.picture, words), service_rows(viewer.picture, sheet_words()), strict=True
            )
        ),
        facts=facts,
        banner=banner,
        buttons=(
            Button("overall", primary=True),
            Button("tasks"),
            Button("outcomes"),
            Button("lead", label="back_to_lead"),
        ),
    )


def note_form(
    viewer: Viewer,
    service: str,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
    *,
    saved: bool = False,
) -> FormScreen:
    """The form of a service's note and status: the FM's, else those that follow from the answers. Right after
    it was `saved` the form says so."""
    row = service_row(viewer.picture, service, sheet_words())
    written = row.written
    known = {TEXT: row.text, STATUS: written.status or "" if written else ""}
    values = sent if sent is not None else known
    labels: dict[str, str] = {one: viewer.words(f"sheet.status.{one}") for one in STATUSES}
    inputs = [_input(viewer, entry, values, faults, labels) for entry in note_entries()]
    return FormScreen(
        "note",
        viewer.stamp(),
        tuple(inputs),
        (
            Button("save_note", (("service", service),), label="save", primary=True, bare=False),
            Button("record", label="cancel"),
        ),
        subject=viewer.book.service_names[service],
        lines=_warnings(viewer, values.get(TEXT, ""), saved=saved),
        problem=form_problem(faults, viewer.words),
    )


def overall_form(
    viewer: Viewer,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
    *,
    saved: bool = False,
) -> FormScreen:
    """The form of the FM's notes on the whole. Right after it was `saved` the form says so."""
    overall, words = viewer.engagement.overall, viewer.words
    known = {NEXT_ACTION: overall.next_action, NEXT_DUE: overall.due or "", EFFORT: overall.effort}
    known |= {name: getattr(overall, name) or "" for name in FORECASTS}
    known |= value_inputs(NEXT_OWNER, overall.owner)
    values = sent if sent is not None else known
    labels = {one.id: say(one.label, viewer.language) for one in efforts(viewer.book)}
    inputs, taking_part = list[Input](), viewer.engagement.people
    for entry in overall_entries(viewer.book, viewer.people):
        if entry.kind == "person":
            label = words(f"field.{entry.id}")
            inputs += person_inputs(
                entry.id, label, words, viewer.people, values, faults, taking_part=taking_part
            )
        elif entry.id != EFFORT or labels:
            inputs.append(_input(viewer, entry, values, faults, labels))
    return FormScreen(
        "overall",
        viewer.stamp(),
        tuple(inputs),
        (Button("save_overall", label="save", primary=True, bare=False), Button("record", label="cancel")),
        lines=_warnings(viewer, values.get(NEXT_ACTION, ""), saved=saved),
        problem=form_problem(faults, words),
    )


def _row(viewer: Viewer, row: ServiceRow, note: ServiceRow) -> SheetRow:
    grouped: dict[str, list[str]] = {}
    for cell in row.cells:
        why = ", ".join(one.text for one in cell.why)
        name = aspect_name(cell.aspect, viewer.words)
        grouped.setdefault(cell.status, []).append(f"{name} ({why})" if why else name)
    return SheetRow(
        name=viewer.book.service_names[row.service],
        status=row.status,
        aspects=tuple((status, ", ".join(grouped[status])) for status in STATUSES if status in grouped),
        note=Said(note.text),
        written=row.written is not None and bool(row.written.text),
        vague=tuple(vague_words(viewer.picture, note.text)),
        press=Button("note", (("service", row.service),)),
    )


def _warnings(viewer: Viewer, text: str, *, saved: bool) -> tuple[str, ...]:
    lines = [viewer.words("check.saved")] if saved else []
    found = vague_words(viewer.picture, text)
    return (*lines, viewer.words("sheet.vague", found=", ".join(found))) if found else tuple(lines)


def _input(
    viewer: Viewer,
    entry: Entry,
    values: Mapping[str, str],
    faults: Sequence[Fault],
    labels: Mapping[str, str],
) -> Input:
    return Input(
        entry.id,
        input_kind(entry.kind),
        viewer.words(f"field.{entry.id}"),
        values.get(entry.id, ""),
        tuple(Option(value, labels[value]) for value, _ in entry.options),
        multiline=entry.id == TEXT,
        max_length=entry.limit if entry.kind == "text" else None,
        problem=problem_at(entry.id, faults, viewer.words),
    )
