"""The points still open before a workshop is completed, what is lost then, and the outcomes of the page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.checkins.recall import people_asked
from bot.core.parts import UNSAID, Button, Said
from bot.core.playbook.ask import Ask
from bot.core.reading.result import result_sentence
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import day_text, say
from bot.core.record.completing import still_open
from bot.core.record.outcomes import OutcomeState, outcome_states, source_text
from bot.core.screens.forms.form import FormScreen
from bot.core.screens.left_out import offered
from bot.core.screens.lines import service_names
from bot.core.screens.record.checklist import CheckGroup, CheckLine, ChecklistScreen
from bot.core.screens.workshop.closing import last_buttons

_MOST = 8
"""Lines of one kind that stand on the card."""


def completing_screen(viewer: Viewer, banner: Said = UNSAID) -> ChecklistScreen:
    """The open points, each to tap; then the button of the end, which none of them prevents."""
    found = still_open(viewer.picture)
    tasks = [
        CheckLine(
            Said(f"{one.id}: {say(one.name, viewer.language)}"),
            "open",
            press=Button("task", (("item", one.id),)),
        )
        for one in found.tasks
    ]
    inputs = [
        CheckLine(Said(say(one.text, viewer.language)), "open", press=Button("key_inputs"))
        for one in found.key_inputs
    ]
    result = Said(result_sentence(viewer.picture, viewer.words))
    ways = last_buttons(viewer)
    unsettled = [CheckLine(result, "open", press=ways[0] if ways else None)] if found.unsettled_result else []
    groups = (
        _group("result", unsettled),
        _group("unanswered", _asks(viewer, found.unanswered)),
        _group("disputed", _asks(viewer, found.disputed, "settle")),
        _group("unconfirmed", _asks(viewer, found.unconfirmed)),
        _group("tasks", tasks),
        _group("key_inputs", inputs),
    )
    return ChecklistScreen(
        "all_done" if found.nothing else "completing",
        viewer.stamp(),
        Said(viewer.engagement.setup.customer),
        tuple(group for group in groups if group.lines),
        banner=banner,
        buttons=offered(
            viewer.book,
            (Button("complete", primary=True), Button("outcomes"), Button("lead", label="back_to_lead")),
        ),
    )


def complete_form(viewer: Viewer) -> FormScreen:
    """The losses of an end while questions have no answer, asked once more, with the way back first."""
    buttons = (Button("completing", label="not_yet", primary=True), Button("complete_anyway"))
    return FormScreen("complete", viewer.stamp(), (), buttons, lines=tuple(_losses(viewer)))


def _losses(viewer: Viewer) -> list[str]:
    """A sentence for everything that the end takes away, as counts."""
    words, found = viewer.words, still_open(viewer.picture)
    lines = [_counted(viewer, "unanswered", len(found.unanswered)), words("completing.shows")]
    lines += [_counted(viewer, "asked", len(people_asked(viewer.picture)))]
    lines += [_counted(viewer, "disputed", len(found.disputed))]
    lines += [words("completing.live")] if viewer.engagement.live else []
    return [line for line in lines if line]


def _counted(viewer: Viewer, what: str, count: int) -> str:
    if not count:
        return ""
    total = len(viewer.picture.asks)
    return viewer.words(f"completing.{what}.{'one' if count == 1 else 'many'}", count=count, total=total)


def outcomes_screen(viewer: Viewer, banner: Said = UNSAID) -> ChecklistScreen:
    """The outcomes of the page: those for the FM to tick; then, folded, those that were reached, by which
    answers or acts, and when. A part stands with what it is a part of."""
    states = outcome_states(viewer.picture)
    reached = {one.outcome.id for one in states if one.reached}
    whole = {one.outcome.id: one.outcome.part_of or one.outcome.id for one in states}
    groups = (
        CheckGroup(
            "outcomes", _outcomes(viewer, [one for one in states if whole[one.outcome.id] not in reached])
        ),
        CheckGroup(
            "reached",
            _outcomes(viewer, [one for one in states if whole[one.outcome.id] in reached]),
            folded=True,
        ),
    )
    return ChecklistScreen(
        "outcomes",
        viewer.stamp(),
        Said(viewer.engagement.setup.customer),
        tuple(group for group in groups if group.lines),
        counted=(sum(one.reached for one in states), len(states)),
        banner=banner,
        buttons=offered(
            viewer.book,
            (Button("record", primary=True), Button("tasks"), Button("lead", label="back_to_lead")),
        ),
    )


def _group(name: str, lines: Sequence[CheckLine]) -> CheckGroup:
    return CheckGroup(name, tuple(lines[:_MOST]), max(0, len(lines) - _MOST))


def _asks(viewer: Viewer, asks: Sequence[Ask], form: str = "") -> list[CheckLine]:
    found: list[CheckLine] = []
    for ask in asks:
        title = say(ask.question.title, viewer.language)
        if ask.service:
            title = f"{title} ({', '.join(service_names(viewer, [ask.service]))})"
        here = (("question", ask.question.id), ("service", ask.service or ""))
        press = Button("form", (*here, ("form", form))) if form else Button("open", here)
        found.append(CheckLine(Said(title), "open", press=press))
    return found


def _outcomes(viewer: Viewer, states: Sequence[OutcomeState]) -> tuple[CheckLine, ...]:
    return tuple(_outcome(viewer, one) for one in states)


def _outcome(viewer: Viewer, state: OutcomeState) -> CheckLine:
    words, language = viewer.words, viewer.language
    rest: list[str] = []
    if state.reached:
        by = ", ".join(dict.fromkeys(source_text(viewer.book, one, words) for one in state.by))
        day = day_text(state.at[:10], language) if state.at else ""
        rest.append(words("check.reached_on", by=by, day=day) if day else words("check.reached", by=by))
    elif state.ruled:
        rest.append(words("check.by_parts"))
    press = None
    if not state.ruled:
        action = "outcome_undo" if state.reached else "outcome"
        press = Button(action, (("item", state.outcome.id),))
    title = say(state.outcome.text, language)
    return CheckLine(
        title=Said(title),
        state="done" if state.reached else "todo",
        rest=tuple(rest),
        press=press,
        part=state.outcome.part_of is not None,
    )
