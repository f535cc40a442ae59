"""A question in the thread, for all to answer there at the same time, and the answers to it so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.meeting.steps import expected, stands_long, tally
from bot.core.parts import Button, Said
from bot.core.playbook.ask import Ask
from bot.core.problems import Fault
from bot.core.questions.facts import SAYING, is_live, the_answer
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import say, voice_text
from bot.core.screens.notice import NoticeScreen
from bot.core.screens.questions.question import QuestionScreen, question_screen

_BUTTONS = (
    Button("live_answer", primary=True, bare=False),
    Button("live_unknown", label="handed"),
    Button("live_state"),
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
    screen = question_screen(viewer, ask, sent=sent, faults=faults, at_once=True)
    facts = screen.facts
    if counted:
        facts = (*facts, (viewer.words("live.state"), _state(viewer, ask)))
        if stands_long(viewer.engagement, viewer.picture.now):
            facts = (*facts, (viewer.words("live.time"), Said(viewer.words("live.hint"))))
    leads = (Button("live_next"),) if _leads(viewer, ask) else ()
    shown = replace(screen, buttons=(*_BUTTONS, *leads), facts=facts)
    return shown if viewer.person is not None else replace(shown, known=Said(""), known_by=Said(""))


def closed_screen(viewer: Viewer, ask: Ask) -> NoticeScreen:
    """The card of a question after the FM went on: the question and its answer."""
    answer = the_answer(viewer.engagement.voices.get(ask.key, []))
    known = answer is not None and answer.kind in SAYING
    said = voice_text(viewer.book, ask.question, answer, viewer.words) if answer and known else None
    values = (
        ("question", Said(say(ask.question.ask, viewer.language))),
        ("answer", said or Said(viewer.words("live.open"))),
    )
    return NoticeScreen("live_closed", viewer.stamp(ask), values=values)


def thanks_notice(viewer: Viewer, ask: Ask) -> NoticeScreen | None:
    """The thanks for the reader's voice, with what was saved; they can change it. None where they have said
    nothing."""
    voices = viewer.engagement.voices.get(ask.key, [])
    own = next((voice for voice in voices if viewer.person and voice.by == viewer.person.key), None)
    if own is None:
        return None
    answer = voice_text(viewer.book, ask.question, own, viewer.words)
    values = (("question", Said(say(ask.question.ask, viewer.language))), ("answer", answer))
    leads = (Button("live_next", primary=True),) if _leads(viewer, ask) else ()
    buttons = (*leads, Button("live_change", label="answer_anew"), Button("live_state"))
    notice = "live_thanks" if own.kind in SAYING else "live_unknown"
    return NoticeScreen(notice, viewer.stamp(ask), values=values, buttons=buttons)


def count_notice(viewer: Viewer, key: str) -> NoticeScreen:
    """The number of people who have answered the question in the thread, of those who are expected to."""
    values = tuple((name, Said(str(number))) for name, number in _counted(viewer, key).items())
    return NoticeScreen("live_count", viewer.stamp(), values=values)


def live_lines(viewer: Viewer, ask: Ask) -> list[str]:
    """The question in the thread as the FM follows it: its sentence, its state, a hint."""
    words = viewer.words
    found = [
        words("lead.live", question=say(ask.question.ask, viewer.language)),
        f"{words('live.state')}: {_state(viewer, ask)}",
    ]
    return [*found, words("live.hint")] if stands_long(viewer.engagement, viewer.picture.now) else found


def _leads(viewer: Viewer, ask: Ask) -> bool:
    """True where the reader can go on from this question: on no card that others see."""
    return viewer.is_fm and is_live(viewer.engagement, ask)


def _counted(viewer: Viewer, key: str) -> dict[str, int]:
    number = len(viewer.engagement.voices.get(key, []))
    return {"number": number, "total": max(number, expected(viewer.book, viewer.engagement))}


def _state(viewer: Viewer, ask: Ask) -> Said:
    """The count of voices and of each answer, those who do not know among them."""
    voices, words = viewer.engagement.voices.get(ask.key, []), viewer.words
    counts = [(voice_text(viewer.book, ask.question, voice, words), count) for voice, count in tally(voices)]
    unknown = len(voices) - sum(count for _, count in counts)
    counts += [(Said(words("said.unknown")), unknown)] if unknown else []
    said = ", ".join(words("live.times", count=count, answer=answer) for answer, count in counts)
    counted = words("card.of", **_counted(viewer, ask.key))
    return Said(f"{counted}: {said}" if said else counted)
