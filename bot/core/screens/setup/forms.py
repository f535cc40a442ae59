"""The setup as a form, and the decision about a customer of the enterprise offering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.core.parts import Button, Input, Option
from bot.core.problems import Fault
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import country_names, say
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, problem_at
from bot.core.setup.reading import as_inputs, setup_entry
from bot.core.setup_fields import COUNTRIES, FIELDS, KEY_INPUTS, SERVICE_CHOICES, SetupField, field_of
from bot.core.workdays import countries

_LIKELY_COUNTRIES = ("DE", "AT", "CH", "US", "GB")


_SHOWN_OPTIONS = 4


def setup_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The setup, prefilled with what is known."""
    inputs = setup_inputs(viewer, sent, faults)
    buttons = [Button("save_setup", primary=True, bare=False), Button("later", label="cancel")]
    if not viewer.engagement.voices:
        buttons.append(Button("discard", overflow=True))
    return FormScreen(
        "setup", viewer.stamp(), inputs, tuple(buttons), problem=form_problem(faults, viewer.words)
    )


def setup_inputs(
    viewer: Viewer,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
    fields: Sequence[SetupField] = FIELDS,
) -> tuple[Input, ...]:
    """The inputs of the setup, with what was sent in them, else with what is known."""
    values = sent if sent is not None else as_inputs(viewer.engagement.setup, fields)
    return tuple(
        _input(viewer, field, values.get(field.id, ""), problem_at(field.id, faults, viewer.words))
        for field in fields
        if not field.apart
    )


def redirect_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form of the FM's decision about a customer who takes part in the enterprise offering."""
    words, playbook = viewer.words, viewer.book.playbook
    name = "enterprise_reason"
    reason = Input(
        name,
        "text",
        words(f"field.{name}"),
        (sent or {}).get(name, ""),
        max_length=field_of(name).limit,
        problem=problem_at(name, faults, words),
    )
    return FormScreen(
        "redirect",
        viewer.stamp(),
        (reason,),
        (
            Button("redirect", primary=True),
            Button("go_on", bare=False),
            Button("setup", overflow=True),
        ),
        lines=(words("form.redirect.to_customer", text=say(playbook.enterprise.redirect, viewer.language)),),
    )


@lru_cache(maxsize=8)
def _countries(language: str) -> tuple[Option, ...]:
    """The likely ones first, the others by their names."""
    names = country_names(language)
    rest = sorted(
        (code for code in countries() if code not in _LIKELY_COUNTRIES), key=lambda c: names.get(c, c)
    )
    return tuple(Option(code, names.get(code, code)) for code in (*_LIKELY_COUNTRIES, *rest))


def _input(viewer: Viewer, field: SetupField, value: str, problem: str) -> Input:
    entry, options = setup_entry(viewer.book.playbook, field), _options(viewer, field)
    return Input(
        field.id,
        input_kind(entry.kind),
        viewer.words(f"field.{field.id}"),
        value,
        options,
        required=field.required,
        expanded=field.expanded or (entry.kind == "choice" and 0 < len(options) < _SHOWN_OPTIONS),
        min=0 if field.kind == "number" else None,
        max=field.max,
        max_length=entry.limit if field.kind == "text" else None,
        problem=problem,
    )


def _options(viewer: Viewer, field: SetupField) -> tuple[Option, ...]:
    playbook = viewer.book.playbook
    if field.choices == COUNTRIES:
        return _countries(viewer.language)
    if field.choices == SERVICE_CHOICES:
        titles = {service.id: service.today for service in playbook.services}
    elif field.choices == KEY_INPUTS:
        titles = {one.id: say(one.text, viewer.language) for one in playbook.page.key_inputs}
    else:
        titles = {key: viewer.words(f"option.{key}") for key in field.keys(playbook)}
    return tuple(Option(key, title) for key, title in titles.items())
