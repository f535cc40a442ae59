"""A disagreement, to be settled by the FM."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.answers.settling import SETTLED_VOICE
from bot.core.parts import Button, Input, Option
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault
from bot.core.questions.facts import SAYING
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of, say, voice_text
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.forms.inputs import form_problem, problem_at
from bot.core.screens.lines import ask_title


def settle_form(
    viewer: Viewer, ask: Ask, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """The form in which the FM chooses the answer from everybody's voices."""
    voices = [voice for voice in viewer.engagement.voices.get(ask.key, []) if voice.kind in SAYING]
    options = tuple(
        Option(
            voice.by,
            f"{name_of(viewer.engagement, voice.by)}: "
            f"{voice_text(viewer.book, ask.question, voice, viewer.words)}",
            said=True,
        )
        for voice in voices
    )
    problem = problem_at(SETTLED_VOICE, faults, viewer.words)
    value = (sent or {}).get(SETTLED_VOICE, "")
    one = Input(
        SETTLED_VOICE,
        "choice",
        viewer.words("field.voice"),
        value,
        options,
        required=True,
        expanded=True,
        problem=problem,
    )
    return FormScreen(
        "settle",
        viewer.stamp(ask),
        (one,),
        (Button("settle", primary=True, bare=False), Button("lead", label="cancel")),
        subject=say(ask.question.ask, viewer.language),
        problem=form_problem(faults, viewer.words),
    )


def disputes(viewer: Viewer) -> list[Ask]:
    """The questions about which people differ."""
    return [one.ask for one in viewer.picture.standings if one.disputed]


def disputed_titles(viewer: Viewer) -> tuple[str, ...]:
    """Their titles, each once, with the service where it is asked for one."""
    return tuple(dict.fromkeys(ask_title(viewer, ask.key) for ask in disputes(viewer)))


def settle_button(viewer: Viewer, *, primary: bool) -> tuple[Button, ...]:
    """The button with which the FM settles the first of them; none where people agree."""
    first = next(iter(disputes(viewer)), None)
    if first is None:
        return ()
    data = (("form", "settle"), ("question", first.question.id), ("service", first.service or ""))
    return (Button("form", data, label="settle_next", primary=primary),)
