"""A question in the thread, for all to answer there at the same time, and the answers to it so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.meeting.steps import expected, stands_long, tally
from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault
from bot.core.questions.facts import the_answer
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say, voice_text
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.questions.question import QuestionScreen, question_screen

_BUTTONS = (
    Button("live_answer", primary=True, bare=False),
    Button("live_state"),
    Button("live_next"),
)


def live_screen(
    viewer: Viewer,
    ask: Ask,
    *,
    sent: Mapping[str, str] | None = None,
    faults: Sequence[Fault] = (),
    counted: bool = False,
) -> QuestionScreen:
    """The question as it stands in the thread, or as one person sees it after their press.

    `counted` shows the number of voices for each answer.
    """
    screen = question_screen(viewer, ask, sent=sent, faults=faults)
    facts = screen.facts
    if counted:
        facts = (*facts, (viewer.words("live.state"), _state(viewer, ask)))
        if stands_long(viewer.engagement, viewer.picture.now):
            facts = (*facts, (viewer.words("live.time"), Said(viewer.words("live.hint"))))
    shown = replace(screen, buttons=_BUTTONS, facts=facts)
    return shown if viewer.person is not None else replace(shown, known=Said(""), known_by=Said(""))


def closed_screen(viewer: Viewer, ask: Ask) -> NoticeScreen:
    """The card of a question after the FM went on: the question and its answer."""
    answer = the_answer(viewer.engagement.voices.get(ask.key, []))
    said = voice_text(viewer.book, ask.question, answer, viewer.words) if answer else None
    values = (
        ("question", Said(say(ask.question.ask, viewer.language))),
        ("answer", said or Said(viewer.words("live.open"))),
    )
    return NoticeScreen("live_closed", viewer.stamp(ask), values=values)


def _state(viewer: Viewer, ask: Ask) -> Said:
    """ "4 of 6: 3 yes, 1 partly"."""
    counts = tally(viewer.engagement.voices.get(ask.key, []))
    total = sum(count for _, count in counts)
    said = ", ".join(
        viewer.words(
            "live.times", count=count, answer=voice_text(viewer.book, ask.question, voice, viewer.words)
        )
        for voice, count in counts
    )
    counted = viewer.words("card.of", number=total, total=max(total, expected(viewer.engagement)))
    return Said(f"{counted}: {said}" if said else counted)
