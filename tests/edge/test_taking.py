"""Files go to who leads the workshop, and to nobody else; what fails is said in a sentence."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from bot.core.playbook.book import Book
from bot.teams.files.drive import UploadFailed
from bot.teams.inbound.incoming import read_incoming
from bot.teams.outbound.send_faults import Unsure
from cards.transcript import transcript
from tests.core.playbook.playbooks import small_playbook
from tests.papers.papers import docx_texts
from tests.world import PERSONAL, Human, World

SETUP = {"customer": "Contoso", "services": "teams", "depth": "short"}
OTHER_CHANNEL = "19:other@thread.tacv2;messageid=1700000000009"


@pytest.fixture
def world() -> World:
    """A real bot with two FMs."""
    found = World(Book(small_playbook()))
    found.gets_an_identity("fm", "eve")
    found.person("eve")
    return found


@pytest.fixture
async def fm(world: World) -> Human:
    """The FM of a workshop that runs, in their chat with the bot."""
    return await leads(world, "fm", SETUP)


async def leads(world: World, name: str, setup: dict[str, str]) -> Human:
    human = world.person(name)
    await human.says("/ssat")
    await human.does("lead")
    await human.does("save_setup", setup)
    await human.says("/export", PERSONAL)
    return human


async def acts(human: Human, action: str, **inputs: str) -> None:
    """A press in the personal chat, about the workshop there is."""
    (engagement,) = await human.world.engagements()
    button = {"action": action, "revision": 50, "workshop": 1, "engagement": engagement.id}
    await human.sends(button | inputs)


async def takes(human: Human, file: str) -> None:
    """Press the button of a file."""
    await acts(human, "take", file=file)


def said(world: World) -> str:
    """What the newest message says."""
    message = world.teams.messages[-1]
    return "\n".join(transcript(message.card)) if message.card else message.text


async def test_the_file_of_the_consent_is_the_one_that_arrives(world: World, fm: Human) -> None:
    await takes(fm, "minutes_docx")
    offer = world.teams.messages[-1]
    assert offer.file == ("offered", "Minutes Contoso 2026-11-23.docx")
    assert offer.offered["sizeInBytes"] > 10_000
    assert offer.offered["acceptContext"]["file"] == "minutes_docx"
    await fm.accepts()
    (content,) = world.drive.files.values()
    assert "Minutes of the success workshop: Contoso" in docx_texts(content)
    assert world.teams.messages[-1].file == ("sent", "Minutes Contoso 2026-11-23.docx")


async def test_what_was_said_after_the_offer_is_in_the_file(world: World, fm: Human) -> None:
    await takes(fm, "data_json")
    await acts(fm, "answer", question="AW1", plan="yes")
    await fm.accepts()
    (content,) = world.drive.files.values()
    assert json.loads(content)["engagements"][0]["answers"][0]["question"] == "AW1"


async def test_the_same_consent_twice_is_one_file(world: World, fm: Human) -> None:
    await takes(fm, "calendar_ics")
    await fm.accepts()
    before = len(world.teams.messages)
    world.drive.refuses = [UploadFailed("status 404")]
    await fm.accepts()
    assert len(world.teams.messages) == before


async def test_a_consent_for_somebody_elses_workshop_brings_nothing(world: World, fm: Human) -> None:
    await takes(fm, "data_json")
    eve = world.person("eve")
    await eve.accepts()
    assert world.drive.files == {}
    assert "for the workshop lead only" in said(world)


async def test_a_press_for_somebody_elses_workshop_brings_nothing(world: World, fm: Human) -> None:
    (engagement,) = await world.engagements()
    eve = world.person("eve")
    await eve.says("/help", PERSONAL)
    await eve.sends({"action": "take", "file": "data_json", "workshop": 1, "engagement": engagement.id})
    assert not any(message.file for message in world.teams.messages)


async def test_who_handed_the_lead_over_in_between_gets_nothing(world: World, fm: Human) -> None:
    await takes(fm, "data_json")
    await acts(fm, "hand_over", fm="contoso-tenant/id-eve")
    assert (await world.engagements())[0].fm.endswith("id-eve")
    await fm.accepts()
    assert world.drive.files == {}
    assert "for the workshop lead only" in said(world)


async def test_a_discarded_workshop_brings_nothing(world: World, fm: Human) -> None:
    await takes(fm, "data_json")
    await acts(fm, "discard")
    await fm.accepts()
    assert world.drive.files == {}


async def test_an_upload_that_fails_is_said(world: World, fm: Human) -> None:
    await takes(fm, "minutes_docx")
    world.drive.refuses = [UploadFailed("status 507")]
    await fm.accepts()
    assert "The file could not be saved." in said(world)


async def test_an_address_that_is_no_onedrive_is_not_shown_as_a_file(world: World, fm: Human) -> None:
    await takes(fm, "minutes_docx")
    info = {"uploadUrl": "https://x.sharepoint.com/u", "contentUrl": "https://evil.example/x", "name": "x"}
    await fm.accepts(uploadInfo=info)
    assert "The file is now in your OneDrive: Minutes Contoso 2026-11-23.docx" in said(world)
    assert "evil.example" not in json.dumps([message.card for message in world.teams.messages])


@pytest.mark.parametrize(
    "other",
    [
        {"action": "decline"},
        {"action": "steal"},
        {"context": None},
        {"context": {"file": 7}},
        {"uploadInfo": None},
        {"uploadInfo": "x"},
    ],
)
async def test_a_consent_that_says_no_or_nonsense_changes_nothing(
    world: World, fm: Human, other: dict[str, Any]
) -> None:
    await takes(fm, "minutes_docx")
    before = len(world.teams.messages)
    reply = await fm.accepts(**other)
    assert reply.status == 200
    assert (world.drive.files, len(world.teams.messages)) == ({}, before)


async def test_a_file_that_there_is_not_is_said(world: World, fm: Human) -> None:
    await takes(fm, "minutes_docx")
    (engagement,) = await world.engagements()
    await fm.accepts(context={"file": "passwords_txt", "engagement": engagement.id})
    assert world.drive.files == {}
    assert "The file could not be saved." in said(world)


async def test_the_portfolio_holds_ones_own_workshops_alone(world: World, fm: Human) -> None:
    await takes(fm, "portfolio_xlsx")
    await world.person("eve").says("/ssat", "19:group@thread.v2")
    await fm.accepts()
    (content,) = world.drive.files.values()
    sheet = openpyxl.load_workbook(BytesIO(content))["Portfolio"]
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == ["Contoso"]


async def test_files_are_given_in_the_personal_chat_alone(world: World, fm: Human) -> None:
    await fm.says("/export")
    assert "only in our personal chat" in "\n".join(fm.sees())
    assert not any(message.file for message in world.teams.messages)


async def test_in_a_channel_a_consent_is_not_listened_to(world: World, fm: Human) -> None:
    await takes(fm, "minutes_docx")
    world.teams.messages[-1].conversation = OTHER_CHANNEL.replace("other", "workshop")
    await fm.accepts()
    assert world.drive.files == {}


async def test_taking_a_file_writes_nothing(world: World, fm: Human) -> None:
    before = await world.engagements()
    await takes(fm, "minutes_docx")
    await fm.accepts()
    assert await world.engagements() == before


async def test_a_version_of_the_minutes_is_marked_as_superseded_and_posted_once(
    world: World, fm: Human
) -> None:
    world.teams.refuses = [Unsure("no answer")]
    await acts(fm, "issue_minutes")
    await world.settles()
    for _ in range(2):
        await fm.says("/ssat")
        await world.service.deliveries.settle()
        await world.settles()
    cards = [transcript(message.card) for message in world.teams.messages if message.card]
    assert sum("# Minutes, version 1" in lines for lines in cards) == 1
    await acts(fm, "answer", question="AW1", plan="yes")
    await acts(fm, "issue_minutes")
    cards = [transcript(message.card) for message in world.teams.messages if message.card]
    (old,) = [lines for lines in cards if "# Minutes, version 1" in lines]
    assert "Superseded by version 2, further down in this thread." in old
    assert sum("# Minutes, version 2" in lines for lines in cards) == 1


def test_what_was_said_to_a_file_is_read_as_such() -> None:
    payload = {
        "type": "invoke",
        "name": "fileConsent/invoke",
        "id": "1",
        "conversation": {"id": "a:1", "conversationType": "personal"},
        "from": {"id": "29:x"},
        "value": {"action": "decline", "context": {"file": "x"}},
    }
    incoming = read_incoming(payload)
    assert (incoming.kind, incoming.is_invoke, incoming.scope) == ("file", True, "personal")
    with pytest.raises(ValueError, match="a press has data"):
        read_incoming(payload | {"value": "x"})
