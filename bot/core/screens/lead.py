"""The FM's own views: what there is to lead, a disagreement to settle, whom to hand the workshop to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.ask import Ask
from bot.core.checkin import HELD_IN
from bot.core.discussing import open_offers
from bot.core.facts import SAYING
from bot.core.minutes import Standpoint, stands
from bot.core.problems import Fault
from bot.core.screens.form import FormScreen
from bot.core.screens.inputs import form_problem, problem_at
from bot.core.screens.metrics import review_news
from bot.core.screens.next_steps import value_buttons
from bot.core.screens.parts import Button, Input, Option
from bot.core.settling import NEW_FM, VOICE
from bot.core.viewer import Viewer
from bot.core.wording import name_of, say, voice_text


def lead_form(viewer: Viewer, faults: Sequence[Fault] = ()) -> FormScreen:
    """What the FM can do now; the first thing to do has the main button."""
    engagement, words = viewer.engagement, viewer.words
    disputed = disputes(viewer)
    lines = [words("lead.disputes", count=len(disputed))] if disputed else []
    if stands(viewer.picture) is Standpoint.CHANGED:
        lines.append(words("lead.minutes_changed"))
    lines += review_news(viewer)
    undecided = open_offers(viewer.picture)
    lines += [words("lead.offers", count=len(undecided))] if undecided else []
    running = engagement.status == "running"
    live = engagement.live
    buttons: list[Button] = []
    if live is not None:
        lines.append(words("lead.live"))
        following = Button("live_next", (("item", live.ask),), primary=True)
        buttons += [following, Button("live_state"), Button("live_stop")]
    if disputed:
        first = disputed[0]
        data = (("form", "settle"), ("question", first.question.id), ("service", first.service or ""))
        buttons.append(Button("form", data, label="settle_next", primary=not live))
    if running and not live:
        meeting = engagement.setup.pace == "live" and not disputed and not viewer.picture.finished
        buttons.append(Button("live_start", primary=meeting))
    led = any(one.primary for one in buttons)
    over, ends = engagement.status == "completed", running and viewer.picture.finished
    if not over:
        buttons.append(Button("setup", label="edit_setup", primary=not led and not ends))
    if running:
        buttons.append(Button("completing", primary=not led and ends))
    if running or over:
        buttons += [Button("tasks", primary=over), Button("record")]
    if engagement.status in HELD_IN:
        buttons.append(Button("check_in"))
    if running or over:
        buttons.append(Button("minutes"))
    buttons.append(Button("form", (("form", "hand_over"),), label="hand_over"))
    buttons += () if live else value_buttons(viewer)
    buttons.append(Button("later", label="back_to_workshop", overflow=True))
    problem = form_problem(faults, words)
    return FormScreen("lead", viewer.stamp(), (), tuple(buttons), lines=tuple(lines), problem=problem)


def settle_form(
    viewer: Viewer, ask: Ask, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """Who said what, to choose the answer from."""
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
    problem = problem_at(VOICE, faults, viewer.words)
    value = (sent or {}).get(VOICE, "")
    one = Input(
        VOICE,
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


def hand_over_form(
    viewer: Viewer, sent: Mapping[str, str] | None = None, faults: Sequence[Fault] = ()
) -> FormScreen:
    """Who leads from now on."""
    others = {key: name for key, name in viewer.people.items() if key != viewer.engagement.fm}
    options = tuple(Option(key, name, said=True) for key, name in others.items())
    value, problem = (sent or {}).get(NEW_FM, ""), problem_at(NEW_FM, faults, viewer.words)
    label = viewer.words("field.fm")
    one = Input(NEW_FM, "choice", label, value, options, required=True, problem=problem)
    buttons = (Button("hand_over", primary=True, bare=False), Button("lead", label="cancel"))
    return FormScreen(
        "hand_over", viewer.stamp(), (one,), buttons, problem=form_problem(faults, viewer.words)
    )


def disputes(viewer: Viewer) -> list[Ask]:
    """The questions about which people differ."""
    return [one.ask for one in viewer.picture.standings if one.disputed]
