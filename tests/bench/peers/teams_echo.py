"""An echo with the Teams SDK as it comes. python -m tests.bench.peers.teams_echo"""

from __future__ import annotations

import asyncio
import os

import uvicorn
from fastapi import FastAPI
from microsoft_teams.api import MessageActivity
from microsoft_teams.apps import ActivityContext, App, FastAPIAdapter


def _server(app: FastAPI) -> uvicorn.Server:
    """On loopback, which is the one thing that differs from the SDK's own."""
    port = int(os.environ["PORT"])
    return uvicorn.Server(uvicorn.Config(app=app, host="127.0.0.1", port=port, log_level="info"))


def main() -> None:
    """Listen on PORT."""
    app = App(
        http_server_adapter=FastAPIAdapter(server_factory=_server),
        dangerously_allow_unauthenticated_requests=True,
    )

    async def echo(context: ActivityContext[MessageActivity]) -> None:
        await context.send(f"Echo: {context.activity.text}")

    app.on_message(echo)
    asyncio.run(app.start(int(os.environ["PORT"])))


if __name__ == "__main__":
    main()
