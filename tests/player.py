"""Plays conversation scripts against the whole bot and writes down what everybody sees.

    # a comment
    at 2026-11-23 09:00             the clock, in UTC
    anna (de-DE)> /ssat             somebody writes in the workshop's thread; once with the client's language
    anna (personal)> /status        this one line elsewhere: personal, group, channel (a new post),
                                    other post; or by the slash menu: targeted; or unmentioned
    anna (old client)> /hilfe       from here on a client without Action.Execute
    anna> [Speichern] Kunde = Contoso; Dienste in diesem Workshop = Teams + OneDrive
    anna> [Speichern] Kunde = {Contoso * 20}    a text twenty times
    anna presses again              the same press reaches the bot once more
    anna (de-DE) sets up            starts a short workshop on Teams and OneDrive, not shown
    ben (en-US) joins as it, sponsor    says the roles (by their ids), not shown
    anna looks at Ergebnis          turns to the newest card that holds this text
    anna reacts                     clients show the card for all that she looks at, and ask for their own
    anna (phone)> [Kennzahlen]      from here on the client is a phone's
    anna accepts the file           says yes to the newest file that is offered
    the bot has an identity         from here on it is a real bot of which anna is an FM, and sends files
    the bot restarts
    the sweep runs                  what is due is sent; everybody turns to what is new where they are
      | what anna sees then, line by line
      + what the bot posted besides (first the place, where it is not the thread)
      ~ what stands in the place of an earlier card since the sweep ran

Lines that begin with two spaces are the bot's; replaying a script must bring forth the same file.
`…` stands for three or more lines that were shown like this before in the script.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cards.pressing import Entered
from cards.transcript import transcript
from tests.fakes.teams import Message
from tests.world import CHANNEL, GROUP, OTHER_THREAD, PERSONAL, THREAD, Human, World

_ACT = re.compile(r"(?P<name>\w+)(?: \((?P<how>[^)]+)\))?> ?(?P<what>.*)")
_PRESS = re.compile(r"\[(?P<title>[^\]]+)\](?P<inputs>.*)", re.DOTALL)
_LOOK = re.compile(r"(?P<name>\w+)(?: \((?P<how>[^)]+)\))? looks at (?P<text>.+)")
_REACTS = re.compile(r"(?P<name>\w+) reacts")
_ACCEPTS = re.compile(r"(?P<name>\w+) accepts the file")
_AGAIN = re.compile(r"(?P<name>\w+) presses again")
_TIMES = re.compile(r"\{(?P<text>.+) \* (?P<times>\d+)\}")
_READY = re.compile(r"(?P<name>\w+)(?: \((?P<how>[^)]+)\))? (?:sets up|joins as (?P<roles>.+))")
_LOCALE = re.compile(r"[a-z]{2}-[A-Z]{2}")
_PLACES = {"personal": PERSONAL, "group": GROUP, "channel": CHANNEL, "other post": OTHER_THREAD}
_SETUP = {
    "customer": "Contoso AG",
    "services": "onedrive,teams",
    "pilot": "2027-02-01",
    "launch": "2027-03-15",
}
_RUN = 3
"""Lines that are folded at least."""


class Player:
    """One replay of one script."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._shown: set[tuple[str, ...]] = set()

    async def play(self, script: str) -> str:
        """The script with what the bot says in it now."""
        lines: list[str] = []
        for line in script.splitlines():
            if line.startswith("  "):
                continue
            lines.append(line)
            if not line or line.startswith("#"):
                continue
            before = {message.id for message in self._world.teams.messages}
            if line == "the sweep runs":
                stood = {message.id: message.card for message in self._world.teams.messages}
                await self._world.sweeps()
                lines += [*self._updated(stood), *self._posted(before)] or ["  + nothing"]
                continue
            person = await self._act(line)
            if person is not None:
                lines += self._seen(person, before)
        return "\n".join(lines) + "\n"

    async def _act(self, line: str) -> Human | None:
        world = self._world
        if line.startswith("at "):
            moment = datetime.strptime(line[3:], "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
            world.clock.passes(seconds=(moment - world.clock.now()).total_seconds())
            return None
        if line == "the bot restarts":
            world.restarts()
            return None
        if line == "the bot has an identity":
            world.gets_an_identity("anna")
            return None
        if accepts := _ACCEPTS.fullmatch(line):
            await world.people[accepts["name"]].accepts()
            return world.people[accepts["name"]]
        if look := _LOOK.fullmatch(line):
            person = self._person(look["name"], look["how"])
            person.looks_at(look["text"])
            return person
        if reacts := _REACTS.fullmatch(line):
            await world.people[reacts["name"]].reacts()
            return world.people[reacts["name"]]
        if again := _AGAIN.fullmatch(line):
            await world.people[again["name"]].again()
            return world.people[again["name"]]
        if ready := _READY.fullmatch(line):
            await _get_ready(self._person(ready["name"], ready["how"]), ready["roles"])
            return None
        act = _ACT.fullmatch(line)
        assert act is not None, f"cannot read {line!r}"
        return await self._say_or_press(act)

    async def _say_or_press(self, act: re.Match[str]) -> Human:
        how = act["how"] or ""
        person = self._person(act["name"], how)
        press = _PRESS.fullmatch(act["what"])
        if press is None:
            where = next((place for name, place in _PLACES.items() if name in how), THREAD)
            await person.says(
                act["what"], where, mention="unmentioned" not in how, targeted="targeted" in how
            )
            return person
        if person.looking_at is None:
            person.looks_at(press["title"])
        await person.presses(press["title"], _inputs(press["inputs"]))
        return person

    def _person(self, name: str, how: str | None) -> Human:
        locale = _LOCALE.search(how or "")
        person = self._world.person(name, locale=locale[0] if locale else "en-US")
        person.old_client |= "old client" in (how or "")
        person.platform = "iOS" if "phone" in (how or "") else person.platform
        return person

    def _seen(self, person: Human, before: set[str]) -> list[str]:
        lines = [f"  | {line}" for line in self._folded(person.sees())] if person.looking_at else []
        shown = {person.looking_at.id} if person.looking_at else set()
        return lines + self._posted(before | shown)

    def _posted(self, before: set[str]) -> list[str]:
        lines: list[str] = []
        for message in self._world.teams.messages:
            if message.id not in before:
                lines += [f"  + {line}" for line in _place(message)]
                shown = transcript(message.card) if message.card is not None else _written(message)
                lines += [f"  + {line}" for line in self._folded(shown)]
        return lines

    def _updated(self, stood: Mapping[str, Mapping[str, Any] | None]) -> list[str]:
        lines: list[str] = []
        for message in self._world.teams.messages:
            if message.card is not None and stood.get(message.id) not in (None, message.card):
                lines += [f"  ~ {line}" for line in _place(message)]
                lines += [f"  ~ {line}" for line in self._folded(transcript(message.card))]
        return lines

    def _folded(self, lines: list[str]) -> list[str]:
        """The lines, each run of three or more that stood like this in an earlier card of the script as …"""
        windows = [tuple(lines[start : start + _RUN]) for start in range(len(lines) - _RUN + 1)]
        found: list[str] = []
        place = 0
        while place < len(lines):
            end = place
            while end < len(windows) and windows[end] in self._shown:
                end += 1
            run = end + _RUN - 1 - place if end > place else 0
            # A heading says which card it is: it stays.
            run = next((n for n in range(run) if lines[place + n].startswith("# ")), run)
            found.append("…" if run else lines[place])
            place += run or 1
        self._shown.update(windows)
        return found


async def _get_ready(person: Human, roles: str | None) -> None:
    if roles is None:
        await person.says("/ssat")
        await person.presses(person.main_button)
        await person.does("save_setup", _SETUP)
    else:
        person.looks_for("take_part")
        await person.does("take_part")
        await person.does("save_roles", {"roles": roles.split(", ")})


def _inputs(text: str) -> Entered:
    found: dict[str, str | list[str]] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        label, _, value = (piece.strip() for piece in part.partition(" = "))
        value = _TIMES.sub(lambda found: found["text"] * int(found["times"]), value)
        found[label] = [one.strip() for one in value.split(" + ")] if " + " in value else value
    return found


def _written(message: Message) -> list[str]:
    """A message without a card: its text, or the file that it offers or holds."""
    if message.file is None:
        return message.text.splitlines()
    what, name = message.file
    return [f"(file {what}) {name}"]


def _place(message: Message) -> list[str]:
    """Where a message is and for whom, where that is not plain."""
    if message.targeted is not None:
        return [f"(only {message.targeted.removeprefix('29:id-')} sees)"]
    if message.conversation in (THREAD, GROUP):
        return []
    return [f"(in {message.conversation.removeprefix(CHANNEL).removeprefix(';messageid=') or 'the channel'})"]
