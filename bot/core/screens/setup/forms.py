"""The setup as forms: its two steps, the whole for a change, what comes later, and the decision about
a customer of the enterprise offering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.core.parts import Button, Input, Option
from bot.core.people.invitations import is_invited_field
from bot.core.places.regions import region_code, regions
from bot.core.problems import Fault
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import country_names, say
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, input_kind, problem_at, stand_apart
from bot.core.screens.people.invite import invited_inputs, outside
from bot.core.screens.setup.playbooks import may_choose
from bot.core.setup.reading import CARD, STATES_AGAIN, STATES_OF, as_inputs, setup_entry
from bot.core.setup_fields import (
    COUNTRIES,
    FIELDS,
    KEY_INPUTS,
    SERVICE_CHOICES,
    WHOLE_COUNTRY,
    SetupField,
    asked_in,
    field_of,
    fields_on,
)
from bot.core.workdays import countries

_LIKELY_COUNTRIES = ("DE", "AT", "CH", "US", "GB")
_SHOWN_OPTIONS = 4
_DIALOGUE = ("setup", "redirected")
"""The states in which the setup is asked in two steps."""


def setup_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The setup, prefilled with what is known: its first step, or the whole where it is only changed. What
    has a sensible default is folded."""
    first = viewer.engagement.status in _DIALOGUE
    card = "first" if first else "change"
    fields = fields_on(card)
    country = _country(viewer, sent)
    again = any(fault.field == "state" for fault in faults) and not (sent or {}).get(STATES_AGAIN)
    here = ((CARD, card), (STATES_OF, country), *(((STATES_AGAIN, "yes"),) if again else ()))
    save = (
        Button("setup_next", here, primary=True, bare=False)
        if first
        else Button("save_setup", here, primary=True, bare=False)
    )
    buttons = [save, Button("later", label="cancel")]
    if may_choose(viewer):
        buttons.append(Button("playbooks", overflow=True))
    if not viewer.engagement.voices:
        buttons.append(Button("discard", overflow=True))
    folded = frozenset(one.id for one in fields if one.step != "first")
    # A client does not say of a folded field that it is required: left empty, it keeps what it was.
    asked = tuple(
        replace(one, required=one.required and one.id not in folded, elsewhere=again and one.id == "state")
        for one in setup_inputs(viewer, sent, faults, fields)
    )
    return FormScreen(
        "setup",
        viewer.stamp(),
        asked,
        tuple(buttons),
        problem=form_problem(faults, viewer.words),
        folded=folded,
        apart=stand_apart([one for one in asked if one.id not in folded]),
    )


def begin_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The second step: does the customer belong to the workshop, and who is invited with which roles."""
    asked = setup_inputs(viewer, sent, faults, fields_on("second"))
    invited = invited_inputs(viewer, sent, faults)
    return FormScreen(
        "begin",
        viewer.stamp(),
        (*asked, *invited),
        (
            Button("begin", ((CARD, "second"),), primary=True, bare=False),
            Button("setup", label="setup_back"),
            Button("later", label="cancel", overflow=True),
        ),
        known=outside(viewer),
        problem=form_problem(faults, viewer.words),
        apart=stand_apart(invited),
    )


def key_inputs_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The key inputs of the page, for the FM to confirm."""
    return FormScreen(
        "key_inputs",
        viewer.stamp(),
        setup_inputs(viewer, sent, faults, fields_on("later")),
        (
            Button("save_key_inputs", ((CARD, "later"),), label="save", primary=True, bare=False),
            Button("lead", label="back_to_lead"),
        ),
        problem=form_problem(faults, viewer.words),
    )


def setup_inputs(
    viewer: Viewer,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
    fields: Sequence[SetupField] = FIELDS,
) -> tuple[Input, ...]:
    """The inputs of the setup, with what was sent in them, else with what is known."""
    values = sent if sent is not None else as_inputs(viewer.engagement.setup, fields)
    found: list[Input] = []
    for field in asked_in(viewer.book.playbook, fields):
        problem = problem_at(field.id, faults, viewer.words)
        if field.id == "state":
            found += _states(viewer, field, _country(viewer, sent), values.get("state", ""), problem)
        elif not field.apart:
            found.append(_input(viewer, field, values.get(field.id, ""), problem))
    return tuple(found)


def _country(viewer: Viewer, sent: Mapping[str, str] | None) -> str:
    known = viewer.engagement.setup.country
    return known if sent is None else sent.get("country", known)


def _states(viewer: Viewer, field: SetupField, country: str, value: str, problem: str) -> tuple[Input, ...]:
    """The states of the country, none where it has none; one that was typed is found in the list."""
    options = viewer.book.remembered.inputs.get((viewer.words,), (country,), lambda: _parts(viewer, country))
    if len(options) == 1 and not problem:
        return ()
    chosen = region_code(country, value) if value else None
    one = _input(viewer, field, chosen or WHOLE_COUNTRY, problem)
    return (replace(one, kind="choice", options=options, max_length=None),)


def _parts(viewer: Viewer, country: str) -> tuple[Option, ...]:
    """The whole of a country, and its states where it has any."""
    whole = Option(WHOLE_COUNTRY, viewer.words("option.whole_country"))
    return (whole, *(Option(code, name) for code, name in regions(country, viewer.language)))


def redirect_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form of the FM's decision about a customer who takes part in the enterprise offering. Whom the FM
    meant to invite waits in it."""
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
            Button("go_on", _waiting(sent or {}), bare=False),
            Button("setup", overflow=True),
        ),
        lines=(words("form.redirect.to_customer", text=say(playbook.enterprise.redirect, viewer.language)),),
    )


def _waiting(sent: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in sent.items() if name == CARD or is_invited_field(name))


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
        min=field.min if field.kind == "number" else None,
        max=field.max,
        max_length=entry.limit if field.kind == "text" else None,
        problem=problem,
    )


def _options(viewer: Viewer, field: SetupField) -> tuple[Option, ...]:
    """The options of a field: the same object each time, so that what is drawn of them can be kept."""
    known = viewer.book.remembered.inputs
    return known.get((field, viewer.words), (), lambda: _offered(viewer, field))


def _offered(viewer: Viewer, field: SetupField) -> tuple[Option, ...]:
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
