"""Another FM takes over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import Button, Input, Option
from bot.core.problems import Fault
from bot.core.reading.viewer import Viewer
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, problem_at
from bot.core.setup.steps import NEW_FM


def hand_over_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form that hands the workshop to another FM."""
    others = {key: name for key, name in viewer.people.items() if key != viewer.engagement.fm}
    options = tuple(Option(key, name, said=True) for key, name in others.items())
    value, problem = (sent or {}).get(NEW_FM, ""), problem_at(NEW_FM, faults, viewer.words)
    label = viewer.words("field.fm")
    one = Input(NEW_FM, "choice", label, value, options, required=True, problem=problem)
    buttons = (Button("hand_over", primary=True, bare=False), Button("lead", label="cancel"))
    return FormScreen(
        "hand_over", viewer.stamp(), (one,), buttons, problem=form_problem(faults, viewer.words)
    )
