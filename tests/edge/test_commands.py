"""A command is one entry of one list: finding it, picking a workshop for it, help and manifest follow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from bot.core.playbook.book import Book
from bot.core.screens.help import help_screen
from bot.core.texts import load_texts
from bot.teams.commands import COMMANDS
from bot.teams.manifest import build_package
from bot.teams.turn.call import Call
from bot.teams.turn.command import Command, Commands
from bot.teams.turn.pick import workshop_of
from tests.core.playbook.playbooks import small_playbook
from tests.edge.several import leads
from tests.world import PERSONAL, Human, World

CONTOSO, FABRIKAM = "19:a@thread.v2", "19:b@thread.v2"
PICKED = [key for key in COMMANDS.keys if COMMANDS[key].picked]


async def _dance(call: Call, rest: str) -> None:
    if await workshop_of(call, "dance", rest):
        await call.show(help_screen(call.stamp, call.words, ("dance",)))


DANCE = Command("dance", ("dance", "tanzen"), _dance)
THIRTEEN = Commands([*(COMMANDS[key] for key in COMMANDS.keys), DANCE])


@pytest.fixture(autouse=True)
def sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a new command's texts say."""
    for language, name in (("de", "/tanzen"), ("en", "/dance")):
        words: Any = load_texts().words(language).sentences
        monkeypatch.setitem(words, "command.dance.name", name)
        monkeypatch.setitem(words, "command.dance.about", "shows how to dance")


async def leading(*workshops: tuple[str, str], commands: Commands = COMMANDS) -> Human:
    """The FM of these workshops, in the personal chat."""
    fm = World(Book(small_playbook()), commands=commands).person("fm")
    for customer, place in workshops:
        await leads(fm, customer, place)
    return fm


BOTH = (("Fabrikam", FABRIKAM), ("Contoso", CONTOSO))


async def shown_for(fm: Human, text: str) -> list[str]:
    """What the FM sees in the end: where there are several workshops, of Contoso's."""
    await fm.says(text, PERSONAL)
    if any(line.startswith("# Which workshop") for line in fm.sees()):
        await fm.presses("Contoso")
    return fm.sees()


@pytest.mark.parametrize("key", PICKED)
async def test_a_command_shows_itself_in_a_workshop_that_was_picked_for_it(key: str) -> None:
    """With one workshop to lead nothing is picked: what comes then comes of the picked one, too."""
    alone = await leading(("Contoso", CONTOSO))
    several = await leading(*BOTH)
    of_all = key in ("portfolio", "resources", "help")
    typed = await shown_for(several if of_all else alone, f"/{COMMANDS[key].words[0]}")
    data = {"action": "pick", "engagement": await id_of(several, "Contoso"), "command": key, "workshop": 0}
    await several.says("/status", PERSONAL)
    await several.sends(data)
    assert several.sees() == typed
    assert await shown_for(several, f"/{COMMANDS[key].words[0]}") == typed


async def id_of(fm: Human, customer: str) -> str:
    engagements = await fm.world.engagements()
    return next(one.id for one in engagements if one.setup.customer == customer)


async def test_the_language_that_was_typed_is_the_one_of_the_workshop_that_is_picked() -> None:
    fm = await leading(*BOTH)
    assert await shown_for(fm, "/language de") == ["# Ich schreibe jetzt auf Deutsch."]
    engagements = await fm.world.engagements()
    assert {one.setup.customer: one.setup.language for one in engagements} == {
        "Contoso": "de",
        "Fabrikam": "en",
    }


async def test_what_may_not_be_picked_shows_how_the_workshop_stands_and_moves_nothing() -> None:
    fm = await leading(*BOTH)
    status = await shown_for(fm, "/status")
    before = await fm.world.engagements()
    for command in ("ssat", "dance", ""):
        await fm.says("/status", PERSONAL)
        contoso = await id_of(fm, "Contoso")
        await fm.sends({"action": "pick", "engagement": contoso, "command": command, "workshop": 0})
        assert fm.sees() == status
    assert await fm.world.engagements() == before


async def test_a_thirteenth_command_is_understood_and_a_workshop_is_picked_for_it() -> None:
    fm = await leading(*BOTH, commands=THIRTEEN)
    for text in ("/dance", "Tanzen"):
        shown = await shown_for(fm, text)
        assert "/dance shows how to dance" in shown
        assert "/status" not in "\n".join(shown)
    await fm.says("dance with me", PERSONAL)
    assert "# Did you mean /dance?" in fm.sees()


async def test_a_thirteenth_command_is_found_in_help_and_by_a_word_that_is_nearly_right() -> None:
    fm = await leading(commands=THIRTEEN)
    await fm.says("/help", PERSONAL)
    listed = [line for line in fm.sees() if line.startswith("/")]
    assert len(listed) == len(COMMANDS.keys) + 1
    assert listed[-1] == "/dance shows how to dance"
    await fm.says("dancee", PERSONAL)
    assert "# Did you mean /dance?" in fm.sees()


@pytest.mark.parametrize(
    ("text", "key", "behind"),
    [
        ("/help.", "help", ""),
        ("/ssat\nmore of the mail", "ssat", "more of the mail"),
        ("/resources\nCopilot", "resources", "Copilot"),
        ("/next\u2011steps", "next_steps", ""),
        ("/sta\u200btus", "status", ""),
        ("/na\u0308chste-schritte", "next_steps", ""),
        ("/next steps", "next_steps", ""),
        ("/CheckIn!", "check_in", ""),
        ("Status", "status", ""),
        ("language de", "language", "de"),
    ],
)
def test_a_command_ends_at_white_space_or_punctuation_however_it_is_typed(
    text: str, key: str, behind: str
) -> None:
    found = COMMANDS.find(text)
    assert found is not None
    assert (found[0].key, found[1]) == (key, behind)


@pytest.mark.parametrize("text", ["status quo", "language of the cards is wrong", "/", "", "helpful"])
def test_a_sentence_that_begins_like_a_command_is_none(text: str) -> None:
    assert COMMANDS.find(text) is None


def titles(commands: Commands) -> list[list[str]]:
    """What Teams' menus list, a list a scope."""
    app = "0f6c7a00-1111-4222-8333-444455556666"
    package = build_package(app, load_texts(), commands=commands.keys, draft=True)
    with ZipFile(BytesIO(package)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        german = json.loads(archive.read("de.json"))
    lists = manifest["bots"][0]["commandLists"]
    assert len([key for key in german if key.endswith("].title")]) == sum(
        len(one["commands"]) for one in lists
    )
    return [[command["title"] for command in one["commands"]] for one in lists]


def test_teams_lists_the_first_twelve_of_thirteen_commands() -> None:
    usual = titles(COMMANDS)
    assert [len(one) for one in usual] == [12, 12, 12]
    assert titles(THIRTEEN) == usual
    first = Commands([DANCE, *(COMMANDS[key] for key in COMMANDS.keys)])
    assert titles(first) == [["dance", *one[:11]] for one in usual]


@pytest.mark.parametrize(
    "twin", [Command("help", ("aid",), _dance), Command("aid", ("hilfe",), _dance)], ids=["key", "word"]
)
def test_two_commands_of_the_same_name_are_refused(twin: Command) -> None:
    with pytest.raises(ValueError, match="two commands have the name h"):
        Commands(_with(twin))


def _with(command: Command) -> Iterable[Command]:
    return [*(COMMANDS[key] for key in COMMANDS.keys), command]
