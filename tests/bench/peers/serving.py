"""Serves a bot of an SDK over aiohttp, as its samples do."""

from __future__ import annotations

import os
from typing import Any

from aiohttp import web


def serve(adapter: Any, bot: Any) -> None:
    """Listen on PORT until the process is ended."""

    async def messages(request: web.Request) -> web.Response:
        answer: web.Response | None = await adapter.process(request, bot)
        return answer or web.Response(status=201)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), print=lambda _: None)
