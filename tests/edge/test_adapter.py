"""The adapter: a waterfall runs on it, what it sends is collected, and no client is ever built."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from botbuilder.core import ConversationState, MemoryStorage, MessageFactory, TurnContext
from botbuilder.dialogs import (
    DialogSet,
    DialogTurnResult,
    DialogTurnStatus,
    WaterfallDialog,
    WaterfallStepContext,
)
from botbuilder.schema import Activity, ConversationReference

from bot.teams.inbound.incoming import to_activity
from bot.teams.turn.adapter import LeanAdapter, Logic, NoClients
from tests.fakes.activities import message, press

URL = "http://127.0.0.1:1/teams/"


async def run(adapter: LeanAdapter, payload: dict[str, Any], logic: Logic) -> list[Activity]:
    return await adapter.run(adapter.context(to_activity(payload)), logic)


async def ask(step: WaterfallStepContext) -> DialogTurnResult:
    await step.context.send_activity("Which team?")
    return WaterfallDialog.end_of_turn


async def take(step: WaterfallStepContext) -> DialogTurnResult:
    await step.context.send_activity(f"Thank you, {step.result}")
    return await step.end_dialog()


async def test_a_waterfall_runs_over_two_turns() -> None:
    adapter, state = LeanAdapter(), ConversationState(MemoryStorage())
    dialogs = DialogSet(state.create_property("dialogs"))
    dialogs.add(WaterfallDialog("talk", [ask, take]))

    async def turn(context: TurnContext) -> None:
        talk = await dialogs.create_context(context)
        result = await talk.continue_dialog()
        if result.status == DialogTurnStatus.Empty:
            await talk.begin_dialog("talk")
        await state.save_changes(context)

    first = await run(adapter, message(URL, "hello"), turn)
    second = await run(adapter, message(URL) | {"text": "Platform"}, turn)
    assert [one.text for one in (*first, *second)] == ["Which team?", "Thank you, Platform"]


async def test_sends_and_updates_are_collected_in_order() -> None:
    async def turn(context: TurnContext) -> None:
        sent = await context.send_activity(MessageFactory.text("one"))
        assert sent.id
        await context.send_activities([Activity(type="typing"), Activity(type="trace", name="t")])
        await context.update_activity(Activity(type="message", id="17", text="two"))

    shown = await run(LeanAdapter(), press(URL), turn)
    assert [(one.type, one.id, one.text) for one in shown] == [
        ("message", None, "one"),
        ("typing", None, None),
        ("message", "17", "two"),
    ]


async def test_turns_do_not_share_what_they_collect() -> None:
    adapter = LeanAdapter()

    async def turn(context: TurnContext) -> None:
        await context.send_activity("x")

    first = await run(adapter, press(URL), turn)
    await run(adapter, press(URL), turn)
    assert len(first) == 1


async def test_an_error_of_a_turn_is_the_callers() -> None:
    async def turn(context: TurnContext) -> None:
        raise LookupError("ours")

    with pytest.raises(LookupError, match="ours"):
        await run(LeanAdapter(), message(URL), turn)


async def test_nothing_is_ever_built_or_deleted() -> None:
    clients = NoClients()
    with pytest.raises(TypeError, match="neither authenticates nor sends"):
        clients.create_connector_factory(None)
    for refused in (
        clients.create_user_token_client(None),
        clients.authenticate_request(None, ""),
        clients.authenticate_streaming_request("", ""),
    ):
        with pytest.raises(TypeError, match="neither authenticates nor sends"):
            await refused

    async def turn(context: TurnContext) -> None:
        await context.delete_activity(ConversationReference(activity_id="1"))

    with pytest.raises(TypeError, match="neither authenticates nor sends"):
        await run(LeanAdapter(), message(URL), turn)


def test_the_sdk_is_loaded_without_what_is_not_used_and_afterwards_that_is_as_it_comes() -> None:
    program = """
import sys
from typing import Any
import bot.app
from botbuilder.dialogs.prompts import datetime_prompt
left_out = ("recognizers", "botframework", "msrest", "msal", "requests", "azure")
loaded = [name for name in sys.modules if name.startswith(left_out) and name != "azure"]
assert not loaded, loaded
try:
    datetime_prompt.recognize_datetime("tomorrow")
    raise SystemExit("a stand-in did something")
except NotImplementedError as refused:
    assert "recognize_datetime" in str(refused)
from botframework.connector.auth import MicrosoftAppCredentials
from msrest import Serializer
from recognizers_text import Culture
assert Culture.English == "en-us"
assert MicrosoftAppCredentials("id", "secret").microsoft_app_id == "id" and Serializer().body(1, "int") == 1
"""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
