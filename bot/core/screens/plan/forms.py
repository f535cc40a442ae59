"""The plan's forms: a new item, an act on one, and the changes that a moved launch would bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import Button, Input
from bot.core.plan.items import Item, item_title
from bot.core.plan.steps import item_entries
from bot.core.problems import Fault
from bot.core.questions.entries import BECAUSE
from bot.core.questions.parse import Entry
from bot.core.questions.roster import Roster
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, person_inputs, problem_at
from bot.core.setup.reading import CARD, setup_entries
from bot.core.workshop.redating import Redating

_SHOWN = 20


def add_item_form(
    viewer: Viewer,
    gone: frozenset[str] = frozenset(),
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
) -> FormScreen:
    """A new item of the team's own: what, who, by when. People who left are not offered."""
    inputs = _inputs(viewer, "add", gone, dict(sent or {}), faults)
    buttons = (
        Button("save_item", label="save", primary=True, bare=False),
        Button("items", label="back_to_plan"),
    )
    return FormScreen("add_item", viewer.stamp(), inputs, buttons, problem=form_problem(faults, viewer.words))


def item_form(
    viewer: Viewer,
    item: Item,
    form: str,
    gone: frozenset[str] = frozenset(),
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
) -> FormScreen:
    """Another day, another person, or a reason: prefilled with what stands, or with what was sent. Who owned
    it so far does not stand there: a name that is written beside would make two.
    """
    act = form.removeprefix("item_")
    known = {
        "date": {"due": item.due},
        "stuck": {BECAUSE: item.reason or ""},
    }
    values = dict(sent) if sent is not None else known.get(act, {})
    here = (("item", item.id),)
    return FormScreen(
        form,
        viewer.stamp(),
        _inputs(viewer, act, gone, values, faults),
        (
            Button(form, here, label="save", primary=True, bare=False),
            Button("open_item", here, label="back_to_item"),
        ),
        subject=item_title(viewer.book, item, viewer.language),
        problem=form_problem(faults, viewer.words),
    )


def move_launch_form(viewer: Viewer, change: Redating, sent: Mapping[str, str]) -> FormScreen:
    """Old and new days before anything changes. `sent` is the setup that waits to be saved."""
    words, language = viewer.words, viewer.language
    moved = {"old": _day(viewer, change.old), "new": _day(viewer, change.new)}
    lines = [words("plan.launch_moves" if change.changes else "plan.launch_alone", **moved)]
    for item, old, new in change.changes[:_SHOWN]:
        title = item_title(viewer.book, item, language)
        key = "moves" if old and new else "appears" if new else "leaves"
        days = {"old": _day(viewer, old), "new": _day(viewer, new)}
        lines.append(words(f"plan.item_{key}", title=title, **days))
    if len(change.changes) > _SHOWN:
        lines.append(words("card.more", count=len(change.changes) - _SHOWN))
    if change.kept:
        one = "one" if change.kept == 1 else "many"
        lines.append(words(f"plan.kept.{one}", count=change.kept))
    names = (CARD, *(entry.id for entry in setup_entries(viewer.book)))
    waiting = tuple((name, sent[name]) for name in names if sent.get(name))
    buttons = (Button("apply", waiting, primary=True), Button("cancel"))
    return FormScreen("move_launch", viewer.stamp(), (), buttons, lines=tuple(lines))


def _inputs(
    viewer: Viewer,
    act: str,
    gone: frozenset[str],
    values: Mapping[str, str],
    faults: Sequence[Fault],
) -> tuple[Input, ...]:
    me = {viewer.person.key: viewer.person.name} if viewer.person else {}
    people: Roster = {key: name for key, name in {**me, **viewer.people}.items() if key not in gone}
    found: list[Input] = []
    for entry in item_entries(act, people):
        label = viewer.words(f"field.{_label(entry)}")
        if entry.kind == "person":
            found += person_inputs(
                entry.id, label, viewer.words, people, values, faults, taking_part=viewer.engagement.people
            )
            continue
        found.append(
            Input(
                entry.id,
                input_kind(entry.kind),
                label,
                values.get(entry.id, ""),
                required=True,
                multiline=entry.id == BECAUSE,
                max_length=entry.limit if entry.kind == "text" else None,
                problem=problem_at(entry.id, faults, viewer.words),
            )
        )
    return tuple(found)


def _label(entry: Entry) -> str:
    return entry.id if entry.id == BECAUSE else f"item_{entry.id}"


def _day(viewer: Viewer, iso: str) -> str:
    return day_text(iso, viewer.language) if iso else viewer.words("plan.no_day")
