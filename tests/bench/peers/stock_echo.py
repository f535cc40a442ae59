"""The yardstick: an echo with botbuilder as it comes. python -m tests.bench.peers.stock_echo"""

from __future__ import annotations

from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication

from tests.bench.peers.serving import serve


class Configuration:
    """No credentials, as on a developer's machine."""

    APP_ID = ""
    APP_PASSWORD = ""
    APP_TYPE = "MultiTenant"
    APP_TENANTID = ""


class Echo(ActivityHandler):  # type: ignore[misc]  # botbuilder has no types
    """Says what it hears."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Answer a message."""
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")


def main() -> None:
    """Listen on PORT."""
    serve(CloudAdapter(ConfigurationBotFrameworkAuthentication(Configuration())), Echo())


if __name__ == "__main__":
    main()
