"""Plays conversation scripts against the whole bot and writes down what everybody sees.

    # a comment
    at 2026-11-23 09:00          the clock
    playbook small               instead of the shipped one (first line only)
    anna (de-DE)> /ssat          somebody writes; the client's language in brackets, once
    anna> [Speichern] Kunde = Contoso; Dienste in diesem Workshop = Teams, OneDrive
    anna looks at Ergebnis       turns to the newest card that holds this text
    the bot restarts
      | what anna sees then, line by line
      + what the bot posted to the thread besides

Lines that begin with two spaces are the bot's; replaying a script must bring forth the same file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from cards.transcript import transcript
from tests.fakes.teams import Message
from tests.world import Human, World

_ACT = re.compile(r"(?P<name>\w+)(?: \((?P<where>[\w-]+)\))?> ?(?P<what>.*)")
_PRESS = re.compile(r"\[(?P<title>[^\]]+)\](?P<inputs>.*)", re.DOTALL)
_LOOK = re.compile(r"(?P<name>\w+) looks at (?P<text>.+)")


async def play(world: World, script: str) -> str:
    """The script with what the bot says in it now."""
    lines: list[str] = []
    for line in script.splitlines():
        if line.startswith("  "):
            continue
        lines.append(line)
        if not line or line.startswith(("#", "playbook ")):
            continue
        before = {message.id: message.card for message in world.teams.messages}
        person = await _act(world, line)
        if person is not None:
            lines += _seen(world, person, before)
    return "\n".join(lines) + "\n"


async def _act(world: World, line: str) -> Human | None:
    if line.startswith("at "):
        moment = datetime.strptime(line[3:], "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
        world.clock.passes(seconds=(moment - world.clock.now()).total_seconds())
        return None
    if line == "the bot restarts":
        world.restarts()
        return None
    look = _LOOK.fullmatch(line)
    if look:
        world.people[look["name"]].looks_at(look["text"])
        return world.people[look["name"]]
    act = _ACT.fullmatch(line)
    assert act is not None, f"cannot read {line!r}"
    person = world.people.get(act["name"]) or world.person(act["name"], locale=act["where"] or "en-US")
    press = _PRESS.fullmatch(act["what"])
    if press is None:
        await person.says(act["what"])
        return person
    if person.looking_at is None:
        person.looks_at(press["title"])
    await person.presses(press["title"], _inputs(press["inputs"]))
    return person


def _inputs(text: str) -> dict[str, str | list[str]]:
    found: dict[str, str | list[str]] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        label, _, value = (piece.strip() for piece in part.partition(" = "))
        found[label] = [one.strip() for one in value.split(" + ")] if " + " in value else value
    return found


def _seen(world: World, person: Human, before: Mapping[str, object]) -> list[str]:
    lines = [f"  | {line}" for line in person.sees()] if person.looking_at else []
    for message in world.teams.messages:
        if message is person.looking_at:
            continue
        if message.id not in before:
            lines += _posted(message, "+")
    return lines


def _posted(message: Message, sign: str) -> list[str]:
    shown = transcript(message.card) if message.card is not None else [message.text]
    return [f"  {sign} {line}" for line in shown]
