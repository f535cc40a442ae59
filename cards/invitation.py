"""The invitation: people are mentioned, each with the roles that they are asked for."""

from __future__ import annotations

from bot.core.parts import Said
from bot.core.reading.wording import day_text
from bot.core.screens.people.invitation import InvitationScreen, InvitedLine
from bot.core.texts import Words
from cards._card import card
from cards._kit import Element
from cards._mentions import mention_of
from cards._text import cut, escape, heading, line, para, strong, subtle

_LONGEST_NAME = 120


def render(screen: InvitationScreen, words: Words) -> dict[str, object]:
    """What this is, who is asked, how long it takes, and until when. Only a TextBlock can mention, so the
    names of people are escaped."""
    mentions = [mention_of(*one) for found in screen.lines for one in found.people if one[1]]
    body: list[Element] = [heading(words(f"invitation.title.{'first' if screen.first else 'more'}"))]
    if screen.customer:
        body.append(line(strong(cut(screen.customer, _LONGEST_NAME), size="Medium"), spacing="None"))
    body.append(para(words("invitation.about")))
    body += [para(_line(one, words)) for one in screen.lines]
    if not screen.lines:
        body.append(para(words("invitation.everybody", count=screen.total, minutes=screen.minutes)))
    if screen.answer_by:
        body.append(para(words("invitation.answer_by", day=day_text(screen.answer_by, words.language))))
    body.append(subtle(words("invitation.foot"), spacing="Small"))
    return card(words, body, screen.buttons, screen.stamp, mentions=mentions)


def _line(one: InvitedLine, words: Words) -> str:
    people = ", ".join(_named(*person) for person in one.people)
    values = {"people": people, "roles": ", ".join(one.roles), "minutes": one.minutes}
    if not one.questions:
        return words("invitation.line.none", people=people, roles=values["roles"])
    many = "one" if one.questions == 1 else "many"
    return words(f"invitation.line.{many}", **values, count=one.questions)


def _named(name: Said, teams_id: str) -> str:
    return mention_of(name, teams_id).text if teams_id else escape(cut(name, _LONGEST_NAME))
