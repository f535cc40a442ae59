"""A waterfall with Microsoft's Agents SDK, its state in memory.

python -m tests.bench.peers.agents_waterfall
"""

from __future__ import annotations

import logging
from typing import Any

from microsoft_agents.hosting.aiohttp import CloudAdapter
from microsoft_agents.hosting.core import (
    ActivityHandler,
    AnonymousTokenProvider,
    ConversationState,
    MemoryStorage,
    MessageFactory,
    TurnContext,
)
from microsoft_agents.hosting.dialogs import (
    ComponentDialog,
    DialogExtensions,
    DialogTurnResult,
    PromptOptions,
    TextPrompt,
    WaterfallDialog,
    WaterfallStepContext,
)

from tests.bench.peers.serving import serve

QUESTIONS = 40


class Anonymous:
    """No credentials, as on a developer's machine."""

    def get_connection(self, connection_name: str) -> AnonymousTokenProvider:
        """The empty token."""
        return AnonymousTokenProvider()

    def get_default_connection(self) -> AnonymousTokenProvider:
        """The empty token."""
        return AnonymousTokenProvider()

    def get_token_provider(self, claims_identity: Any, service_url: str) -> AnonymousTokenProvider:
        """The empty token."""
        return AnonymousTokenProvider()


class Survey(ComponentDialog):  # type: ignore[misc]  # not installed where types are checked
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
        await self._state.load(turn_context)
        await super().on_turn(turn_context)
        await self._state.save(turn_context)

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Go on where the conversation is."""
        await DialogExtensions.run_dialog(self._survey, turn_context, self._dialogs)


def main() -> None:
    """Listen on PORT. That no credentials are there it would say at every turn."""
    logging.getLogger("microsoft_agents").setLevel(logging.ERROR)
    serve(CloudAdapter(connection_manager=Anonymous()), Asking(ConversationState(MemoryStorage())))


if __name__ == "__main__":
    main()
