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
from bot.core.setup.fields import DEPTHS, PACES, as_inputs, setup_entries
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
