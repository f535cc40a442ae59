"""A connector that takes what a bot sends, counts it, and knows who is in a conversation.

python -m tests.bench.connector
"""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

from aiohttp import web

_PEOPLE = [{"id": f"29:user-{number}", "name": f"User {number}"} for number in range(4)]


class Kept:
    """The counts by method, and the last content of every conversation."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.last: dict[str, dict[str, Any]] = {}

    async def post(self, request: web.Request) -> web.Response:
        """A new message or an edit."""
        body = await request.json()
        self.counts[request.method] += 1
        number = self.counts.total()
        own = request.match_info.get("activity") or str(number)
        self.last[request.match_info["conversation"].split(";")[0]] = {**body, "id": own}
        return web.json_response({"id": own}, status=201)

    async def members(self, request: web.Request) -> web.Response:
        """One page of people."""
        return web.json_response({"members": _PEOPLE})

    async def member(self, request: web.Request) -> web.Response:
        """One of them."""
        return web.json_response({"id": request.match_info["member"], "name": "User"})

    async def count(self, request: web.Request) -> web.Response:
        """For the benchmark: how many came."""
        return web.json_response(dict(self.counts))

    async def shown(self, request: web.Request) -> web.Response:
        """For the benchmark: what a conversation was sent last, or null."""
        return web.json_response(self.last.get(request.match_info["conversation"]))


def main() -> None:
    """Listen on PORT."""
    kept = Kept()
    app = web.Application(client_max_size=8 * 1024 * 1024)
    place = "/v3/conversations/{conversation}"
    app.add_routes(
        [
            web.post(f"{place}/activities", kept.post),
            web.post(f"{place}/activities/{{activity}}", kept.post),
            web.put(f"{place}/activities/{{activity}}", kept.post),
            web.get(f"{place}/pagedmembers", kept.members),
            web.get(f"{place}/members/{{member}}", kept.member),
            web.get("/count", kept.count),
            web.get("/shown/{conversation}", kept.shown),
        ]
    )
    web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), print=lambda _: None)


if __name__ == "__main__":
    main()
