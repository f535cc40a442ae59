"""The forms beside a question: planned, handed on, not applicable, skipped, or an exception."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.parts import Button, Input, Option
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault
from bot.core.questions.entries import BECAUSE, BECAUSE_LIMIT, HANDED_TO, PLANNED_BY, PLANNED_ON, SERVICES
from bot.core.questions.standing import voice_values
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, person_inputs, problem_at
from bot.core.screens.lines import service_names


def aside_form(
    viewer: Viewer, ask: Ask, kind: str, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form for an answer that is none (planned, handed, not_applicable, skipped), or an exception.

    Empty, with what the person said in this way before, or with what they sent put back.
    """
    words, values = viewer.words, dict(sent if sent is not None else _said_before(viewer, ask, kind))
    inputs: tuple[Input, ...]
    taking_part = viewer.engagement.people
    if kind == "planned":
        label = words("field.planned_by")
        who = person_inputs(PLANNED_BY, label, words, viewer.people, values, faults, taking_part=taking_part)
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
        own = viewer.person.key if viewer.person is not None else ""
        others = {key: name for key, name in viewer.people.items() if key != own}
        label = words("field.handed_to")
        inputs = person_inputs(HANDED_TO, label, words, others, values, faults, taking_part=taking_part)
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
