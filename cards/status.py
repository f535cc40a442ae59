"""The overview: every room with its progress, who still has what open, and all answers to unfold."""

from __future__ import annotations

from bot.core.parts import Stamp
from bot.core.reading.wording import day_text
from bot.core.screens.workshop.status import AnswerLine, StatusRoom, StatusScreen
from bot.core.texts import Words
from cards._buttons import tap
from cards._card import card
from cards._kit import Element, RichTextBlock, TextRun
from cards._progress import progress_row
from cards._text import cut, faint, heading, line, para, plain, run, strong, subheading, subtle
from cards._unfold import unfolding

_LONGEST_SAID = 120
_LONGEST_NAME = 40
_BRIEF_SAID = 40
_BRIEF_NAME = 24
_MOST_WAITING = 12
_MANY_LINES = 30
"""Lines from which on answers are shortened and taps go without their twin for older clients: Teams'
documentation advises at most 80 KB a message, and a full workshop has about 75 lines."""


def render(screen: StatusScreen, words: Words) -> dict[str, object]:
    """The progress of the workshop, room by room, and the people with open questions."""
    state = [words(f"status.state.{screen.status}")]
    if screen.answer_by:
        state.append(words("status.answer_by", day=day_text(screen.answer_by, words.language)))
    stands = " · ".join(state)
    named = (strong(screen.customer, size="Medium"), faint(f" · {stands}"))
    body: list[Element] = [
        heading(words("status.title")),
        # Before the setup the customer has no name.
        line(*(named if screen.customer else (faint(stands),)), spacing="None"),
    ]
    if screen.result:
        body.append(para(screen.result))
    if screen.in_doubt.waiting:
        body.append(subtle(words("status.in_doubt", count=screen.in_doubt.waiting)))
    if screen.in_doubt.again:
        body.append(subtle(words("status.in_doubt_again", count=screen.in_doubt.again)))
    brief = sum(len(room.answers) for room in screen.rooms) > _MANY_LINES
    body += [progress_row(room.line, words) for room in screen.rooms]
    if screen.waiting:
        body.append(subheading(words("status.waiting")))
        body.append(line(run(_waiting(screen, words)), spacing="Small"))
    answers = [one for room in screen.rooms for one in _room(room, screen.stamp, words, brief=brief)]
    if any(one.press for room in screen.rooms for one in room.answers):
        answers.insert(0, subtle(words("status.tap")))
    body += unfolding([(words("status.answers"), answers)])
    return card(words, body, screen.buttons, screen.stamp, as_of=screen.as_of)


def _room(room: StatusRoom, stamp: Stamp, words: Words, *, brief: bool) -> list[Element]:
    """The answers of a room below its name."""
    return [subheading(room.line.name), *(_answer(one, stamp, words, brief=brief) for one in room.answers)]


def _answer(one: AnswerLine, stamp: Stamp, words: Words, *, brief: bool) -> RichTextBlock:
    opens = tap(one.press, stamp, twin=not brief) if one.press else None
    title = TextRun(
        text=plain(f"{words(f'sign.{one.verdict}')} {one.title}"),
        weight=None if brief else "Bolder",
        color="Accent" if opens else None,
        selectAction=opens,
    )
    said = cut(one.said, _BRIEF_SAID if brief else _LONGEST_SAID) or words(f"verdict.{one.verdict}")
    notes = [cut(one.by, _BRIEF_NAME if brief else _LONGEST_NAME)] if one.by else []
    if one.disputed:
        notes.append(words("status.disputed"))
    elif one.unconfirmed:
        notes.append(words("finding.unconfirmed"))
    noted = f" ({', '.join(notes)})" if notes else ""
    return line(title, run(f": {said}{noted}"), spacing="Small")


def _waiting(screen: StatusScreen, words: Words) -> str:
    named = [f"{plain(role)}: {count}" for role, count in screen.waiting]
    left = len(named) - _MOST_WAITING
    return ", ".join(named[:_MOST_WAITING]) + (f" {words('card.more', count=left)}" if left > 0 else "")
