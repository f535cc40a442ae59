"""A connector that takes what bots send, counts it for each, and knows who is in a conversation.

Beside it a provider of tokens, for a bot that has credentials.

python -m tests.bench.connector
"""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.bench.talk import object_id
from tests.fakes.certificate import loopback_certificate
from tests.fakes.identity import Identity

_IDENTITY = "/identity"
_PEOPLE = {
    f"29:user-{number}": {
        "id": f"29:user-{number}",
        "aadObjectId": object_id(number),
        "name": f"User {number}",
    }
    for number in range(4)
}


class Kept:
    """How many messages came from each bot, known by the path that its service URL begins with, and the last
    content of every conversation. It takes some seconds over each."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.counts: Counter[str] = Counter()
        self.last: dict[str, dict[str, Any]] = {}

    async def post(self, request: web.Request) -> web.Response:
        """A new message or an edit."""
        await asyncio.sleep(self.seconds)
        body = await request.json()
        self.counts[request.match_info["bot"]] += 1
        number = self.counts.total()
        own = request.match_info.get("activity") or str(number)
        self.last[request.match_info["conversation"].split(";")[0]] = {**body, "id": own}
        return web.json_response({"id": own}, status=201)

    async def members(self, request: web.Request) -> web.Response:
        """One page of people."""
        return web.json_response({"members": list(_PEOPLE.values())})

    async def member(self, request: web.Request) -> web.Response:
        """One of them."""
        return web.json_response(_PEOPLE[request.match_info["member"]])

    async def count(self, request: web.Request) -> web.Response:
        """For the benchmark: how many came from each."""
        return web.json_response(dict(self.counts))

    async def shown(self, request: web.Request) -> web.Response:
        """For the benchmark: what a conversation was sent last, or null."""
        return web.json_response(self.last.get(request.match_info["conversation"]))


async def serve(port: int, tls_port: int, folder: Path, seconds: float) -> None:
    """Listen on both ports for good: everything as it comes on the first, the same on TLS on the other."""
    kept, identity = Kept(seconds), Identity()
    identity.url = f"http://127.0.0.1:{port}{_IDENTITY}"

    async def token(request: web.Request) -> web.Response:
        return web.Response(text=identity.token(serviceurl=request.query["serviceurl"]))

    app = web.Application(client_max_size=8 * 1024 * 1024)
    place = "/{bot}/v3/conversations/{conversation}"
    app.add_routes(
        [
            web.post(f"{place}/activities", kept.post),
            web.post(f"{place}/activities/{{activity}}", kept.post),
            web.put(f"{place}/activities/{{activity}}", kept.post),
            web.get(f"{place}/pagedmembers", kept.members),
            web.get(f"{place}/members/{{member}}", kept.member),
            web.get("/count", kept.count),
            web.get("/shown/{conversation}", kept.shown),
            web.get("/token", token),
        ]
    )
    app.add_subapp(_IDENTITY, identity.application())
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    certificate = loopback_certificate(folder)
    await web.TCPSite(runner, "127.0.0.1", tls_port, ssl_context=certificate.server).start()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


def main() -> None:
    """Listen on PORT, and on TLS_PORT; the certificate to trust goes into FOLDER. SECONDS a message."""
    given = os.environ
    folder, seconds = Path(given["FOLDER"]), float(given.get("SECONDS", "0"))
    asyncio.run(serve(int(given["PORT"]), int(given["TLS_PORT"]), folder, seconds))


if __name__ == "__main__":
    main()
