"""The forms beside the questions: setup, take part, and the answers that are no answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.core.ask import Ask
from bot.core.entries import BECAUSE, BECAUSE_LIMIT, HANDED_TO, PLANNED_BY, PLANNED_ON, SERVICES
from bot.core.problems import Fault
from bot.core.screens.form import FormScreen
from bot.core.screens.inputs import form_problem, input_kind, person_inputs, problem_at, voice_values
from bot.core.screens.lines import service_names
from bot.core.screens.parts import Button, Input, Option
from bot.core.setup import DEPTHS, PACES, as_inputs, setup_entries
from bot.core.viewer import Viewer
from bot.core.wording import country_names, say
from bot.core.workdays import countries

_LIKELY_COUNTRIES = ("DE", "AT", "CH", "US", "GB")
_SHOWN_OPTIONS = 4


def setup_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The setup, prefilled with what is known."""
    values = sent if sent is not None else as_inputs(viewer.engagement.setup)
    inputs = []
    for entry in setup_entries(viewer.book):
        options = _setup_options(viewer, entry.id)
        inputs.append(
            Input(
                entry.id,
                input_kind(entry.kind),
                viewer.words(f"field.{entry.id}"),
                values.get(entry.id, ""),
                options,
                required=entry.required,
                expanded=entry.id == "services"
                or (entry.kind == "choice" and 0 < len(options) < _SHOWN_OPTIONS),
                min=0 if entry.kind == "number" else None,
                max=entry.max,
                max_length=entry.limit if entry.kind == "text" else None,
                problem=problem_at(entry.id, faults, viewer.words),
            )
        )
    buttons = [Button("save_setup", primary=True, bare=False), Button("later", label="cancel")]
    if not viewer.engagement.voices:
        buttons.append(Button("discard", overflow=True))
    return FormScreen(
        "setup", viewer.stamp(), tuple(inputs), tuple(buttons), problem=form_problem(faults, viewer.words)
    )


def redirect_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """What the FM does with a customer who takes part in the enterprise offering."""
    words, playbook = viewer.words, viewer.book.playbook
    name = "enterprise_reason"
    reason = Input(
        name,
        "text",
        words(f"field.{name}"),
        (sent or {}).get(name, ""),
        max_length=500,
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


def take_part_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The roles of a person, prefilled with those they have."""
    known = viewer.engagement.people.get(viewer.person.key) if viewer.person else None
    value = sent.get("roles", "") if sent is not None else ",".join(known.roles) if known else ""
    roles = tuple(Option(role.id, say(role.name, viewer.language)) for role in viewer.book.playbook.roles)
    label, problem = viewer.words("field.roles"), problem_at("roles", faults, viewer.words)
    one = Input("roles", "multi", label, value, roles, required=True, expanded=True, problem=problem)
    buttons = (Button("save_roles", primary=True, bare=False), Button("later", label="cancel"))
    return FormScreen(
        "take_part", viewer.stamp(), (one,), buttons, problem=form_problem(faults, viewer.words)
    )


def aside_form(
    viewer: Viewer, ask: Ask, kind: str, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form for an answer that is none (planned, handed, not_applicable, skipped), or an exception.

    Empty, with what the person said in this way before, or with what they sent put back.
    """
    words, values = viewer.words, dict(sent if sent is not None else _said_before(viewer, ask, kind))
    inputs: tuple[Input, ...]
    if kind == "planned":
        who = person_inputs(PLANNED_BY, words("field.planned_by"), words, viewer.people, values, faults)
        day = Input(
            PLANNED_ON,
            "date",
            words("field.planned_on"),
            values.get(PLANNED_ON, ""),
            required=True,
            problem=problem_at(PLANNED_ON, faults, words),
        )
        inputs = (*who, day)
    elif kind == "handed":
        inputs = person_inputs(HANDED_TO, words("field.handed_to"), words, viewer.people, values, faults)
    elif kind == "except":
        keys = viewer.engagement.setup.services
        options = tuple(Option(*pair) for pair in zip(keys, service_names(viewer, keys), strict=True))
        value = values.get(SERVICES, ",".join(viewer.engagement.excepted.get(ask.question.id, [])))
        problem = problem_at(SERVICES, faults, words)
        inputs = (
            Input(
                SERVICES,
                "multi",
                words("field.except"),
                value,
                options,
                expanded=True,
                problem=problem,
            ),
        )
    else:
        inputs = (
            Input(
                BECAUSE,
                "text",
                words("field.because"),
                values.get(BECAUSE, ""),
                required=kind == "not_applicable",
                multiline=True,
                max_length=BECAUSE_LIMIT,
                problem=problem_at(BECAUSE, faults, words),
            ),
        )
    back = Button(
        "open", (("question", ask.question.id), ("service", ask.service or "")), label="back_to_question"
    )
    return FormScreen(
        kind,
        viewer.stamp(ask),
        inputs,
        (Button(kind, label="save", primary=True, bare=False), back),
        subject=say(ask.question.ask, viewer.language),
        problem=form_problem(faults, words),
    )


def _said_before(viewer: Viewer, ask: Ask, kind: str) -> dict[str, str]:
    voices = viewer.engagement.voices.get(ask.key, [])
    own = next((one for one in voices if viewer.person and one.by == viewer.person.key), None)
    if own is None or own.kind != kind:
        return {}
    return {**voice_values(own), BECAUSE: own.reason or ""}


@lru_cache(maxsize=8)
def _countries(language: str) -> tuple[Option, ...]:
    """The likely ones first, the others by their names."""
    names = country_names(language)
    rest = sorted(
        (code for code in countries() if code not in _LIKELY_COUNTRIES), key=lambda c: names.get(c, c)
    )
    return tuple(Option(code, names.get(code, code)) for code in (*_LIKELY_COUNTRIES, *rest))


def _setup_options(viewer: Viewer, name: str) -> tuple[Option, ...]:
    words, playbook = viewer.words, viewer.book.playbook
    match name:
        case "services" | "licensed" | "in_use":
            return tuple(Option(service.id, service.today) for service in playbook.services)
        case "language":
            return tuple(Option(code, words(f"option.{code}")) for code in playbook.languages)
        case "country":
            return _countries(viewer.language)
        case "depth":
            return tuple(Option(depth, words(f"option.{depth}")) for depth in DEPTHS)
        case "pace":
            return tuple(Option(pace, words(f"option.{pace}")) for pace in PACES)
        case "enterprise_offering" | "extended_service":
            return tuple(Option(value, words(f"option.{value}")) for value in ("yes", "no"))
        case "key_inputs":
            return tuple(Option(one.id, say(one.text, viewer.language)) for one in playbook.page.key_inputs)
    return ()
