"""A waterfall with botbuilder as it comes, its state in SQLite.

python -m tests.bench.peers.stock_waterfall
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jsonpickle
from botbuilder.core import ActivityHandler, ConversationState, MessageFactory, Storage, TurnContext
from botbuilder.dialogs import (
    ComponentDialog,
    DialogExtensions,
    DialogTurnResult,
    WaterfallDialog,
    WaterfallStepContext,
)
from botbuilder.dialogs.prompts import PromptOptions, TextPrompt
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

from tests.bench.peers.serving import serve
from tests.bench.peers.stock_echo import Configuration

QUESTIONS = 40


class InSqlite(Storage):  # type: ignore[misc]  # botbuilder has no types
    """One row a key, on the disk before the turn goes on; the file is asked in a thread."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._rows = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._rows.execute("PRAGMA journal_mode=WAL")
        self._rows.execute("PRAGMA synchronous=FULL")
        self._rows.execute("CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, value TEXT)")
        self._alone = asyncio.Lock()

    async def read(self, keys: Sequence[str]) -> dict[str, Any]:
        """What stands there of these keys."""
        async with self._alone:
            return await asyncio.to_thread(self._read, keys)

    async def write(self, changes: Mapping[str, Any]) -> None:
        """Put these there."""
        async with self._alone:
            await asyncio.to_thread(self._write, changes)

    async def delete(self, keys: Sequence[str]) -> None:
        """Nothing is deleted here."""
        raise NotImplementedError

    def _read(self, keys: Sequence[str]) -> dict[str, Any]:
        rows = [(key, self._rows.execute("SELECT value FROM rows WHERE key = ?", (key,))) for key in keys]
        return {key: jsonpickle.decode(one[0]) for key, found in rows for one in found}  # noqa: S301  # its own

    def _write(self, changes: Mapping[str, Any]) -> None:
        rows = [(key, jsonpickle.encode(value)) for key, value in changes.items()]
        self._rows.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?)", rows)


class Survey(ComponentDialog):  # type: ignore[misc]
    """Asks for a text, keeps what came, and begins again."""

    def __init__(self) -> None:
        super().__init__("whole")
        self.add_dialog(WaterfallDialog("survey", [self._ask, self._take]))
        self.add_dialog(TextPrompt("text"))
        self.initial_dialog_id = "survey"

    async def _ask(self, step: WaterfallStepContext) -> DialogTurnResult:
        number = step.options or 1
        step.values["number"] = number
        return await step.prompt("text", PromptOptions(prompt=MessageFactory.text(f"Question {number}")))

    async def _take(self, step: WaterfallStepContext) -> DialogTurnResult:
        return await step.replace_dialog("survey", step.values["number"] % QUESTIONS + 1)


class Asking(ActivityHandler):  # type: ignore[misc]
    """Runs the survey in every conversation."""

    def __init__(self, state: ConversationState) -> None:
        self._state = state
        self._dialogs = state.create_property("DialogState")
        self._survey = Survey()

    async def on_turn(self, turn_context: TurnContext) -> None:
        """Save what the turn changed."""
        await super().on_turn(turn_context)
        await self._state.save_changes(turn_context)

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Go on where the conversation is."""
        await DialogExtensions.run_dialog(self._survey, turn_context, self._dialogs)


def main() -> None:
    """Listen on PORT; the rows go into FOLDER."""
    rows = InSqlite(str(Path(os.environ["FOLDER"]) / "stock_waterfall.db"))
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration()))
    serve(adapter, Asking(ConversationState(rows)))


if __name__ == "__main__":
    main()
