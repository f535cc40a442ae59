"""The overview and /status: the standing of every question, who answered, and which roles have open ones."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.parts import UNSAID, AsOf, Button, FactorLine, Said, Stamp
from bot.core.questions.verdicts import Standing
from bot.core.reading.result import result_news
from bot.core.reading.viewer import Viewer
from bot.core.reading.wording import name_of, say, voice_text
from bot.core.screens.lines import room_line, unconfirmed, who_said_what
from bot.core.screens.workshop.telling import asks_on
from bot.core.screens.workshop.waiting import open_by_role
from bot.core.step import SURE, InDoubt
from bot.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question: its verdict, who answered, the answer in short; `press` opens it."""

    title: str
    verdict: Verdict
    by: Said = UNSAID
    said: Said = UNSAID
    unconfirmed: bool = False
    disputed: bool = False
    press: Button | None = None


@dataclass(frozen=True, slots=True)
class StatusRoom:
    """A room (DIBS, a factor, services, closing) with its lines."""

    line: FactorLine
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class StatusScreen:
    """`waiting` are the roles with open questions, and how many; who has not answered stands in no thread."""

    stamp: Stamp
    customer: Said
    status: str
    rooms: tuple[StatusRoom, ...]
    waiting: tuple[tuple[str, int], ...]
    answer_by: str
    result: str = ""  # how the result stands, once somebody confirmed it
    in_doubt: InDoubt = SURE
    buttons: tuple[Button, ...] = ()
    as_of: AsOf | None = None  # where it stands in the thread


def status_screen(viewer: Viewer, in_doubt: InDoubt = SURE) -> StatusScreen:
    """The standing of every question. On a private view every line can be opened to answer or change it."""
    engagement = viewer.engagement
    rooms: list[StatusRoom] = []
    for room in viewer.book.playbook.rooms:
        mine = [one for one in viewer.picture.standings if one.ask.question.room == room.id]
        if mine:
            line = room_line(viewer, room.id, say(room.name, viewer.language), mine)
            rooms.append(StatusRoom(line, tuple(_line(viewer, one) for one in mine)))
    return StatusScreen(
        stamp=viewer.stamp(),
        customer=Said(engagement.setup.customer),
        status=engagement.status,
        rooms=tuple(rooms),
        waiting=_waiting(viewer) if engagement.status != "completed" else (),
        answer_by=(engagement.setup.answer_by or "") if engagement.status != "completed" else "",
        result=result_news(viewer.picture, viewer.words),
        in_doubt=in_doubt,
        buttons=_buttons(viewer),
    )


def _waiting(viewer: Viewer) -> tuple[tuple[str, int], ...]:
    return tuple((say(role.name, viewer.language), left) for role, left, _ in open_by_role(viewer))


def _line(viewer: Viewer, one: Standing) -> AnswerLine:
    question, voice = one.ask.question, one.voice
    title = say(question.title, viewer.language)
    if one.ask.service:
        title = f"{title} ({viewer.book.service_names[one.ask.service]})"
    key = ("question", question.id), ("service", one.ask.service or "")
    answering = viewer.person is not None and viewer.engagement.status != "completed"
    press = Button("open", key) if answering else None
    if voice is None:
        return AnswerLine(title, one.verdict, press=press)
    said = voice_text(viewer.book, question, voice, viewer.words)
    if one.disputed:
        said = who_said_what(viewer, one)
    return AnswerLine(
        title,
        one.verdict,
        by=Said("") if one.disputed else name_of(viewer.engagement, voice.by),
        said=said,
        unconfirmed=unconfirmed(one),
        disputed=one.disputed,
        press=press,
    )


def _buttons(viewer: Viewer) -> tuple[Button, ...]:
    asks = asks_on(viewer)
    buttons = [Button("summary", primary=not asks)]
    buttons.append(Button("my_questions", primary=True) if asks else Button("next_steps"))
    if viewer.person is not None:
        buttons.append(Button("later", label="back_to_workshop"))
    return tuple(buttons)
