"""The limit: aiohttp alone, which reads an activity and posts a reply. python -m tests.bench.peers.bare"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator

from aiohttp import ClientSession, web

_SESSION = web.AppKey("session", ClientSession)


async def _session(app: web.Application) -> AsyncIterator[None]:
    async with ClientSession() as session:
        app[_SESSION] = session
        yield


async def _messages(request: web.Request) -> web.Response:
    activity = await request.json()
    reply = {"type": "message", "text": f"Echo: {activity['text']}", "replyToId": activity["id"]}
    place = f"{activity['serviceUrl']}/v3/conversations/{activity['conversation']['id']}"
    async with request.app[_SESSION].post(f"{place}/activities/{activity['id']}", json=reply) as answer:
        await answer.read()
    return web.Response(status=201)


def main() -> None:
    """Listen on PORT."""
    app = web.Application()
    app.cleanup_ctx.append(_session)
    app.router.add_post("/api/messages", _messages)
    web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), print=lambda _: None, access_log=None)


if __name__ == "__main__":
    main()
