"""A connector of Teams on loopback: records what is sent, knows members, and fails as it is told to."""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

HANG, LOSE, DROP = "hang", "lose", "drop"
"""Faults beside statuses: never answer; do it and break the connection; break it before doing it."""


@dataclass(frozen=True)
class Fault:
    """How the connector spoils a call: a status, or HANG, LOSE, DROP. `done` where it does the call first."""

    what: int | str
    code: str = ""
    retry_after: str = ""
    location: str = ""
    done: bool = False


@dataclass(frozen=True)
class Sent:
    """A call that was done. `kind` is post, update, delete, new_post or new_chat."""

    kind: str
    conversation: str
    activity_id: str
    activity: dict[str, Any]
    targeted: bool = False
    authorization: str | None = None
    body: dict[str, Any] = field(default_factory=dict)


class FakeConnector:
    """`sent` are the calls that were done, in order. `faults` spoil the next calls one by one (None: not
    this one), `broken` all calls of a conversation. `shown` is what each conversation shows now: activity
    id -> activity. `connections` counts those that were opened. `slow` are the seconds that a call takes,
    half of them after it was done."""

    def __init__(self) -> None:
        self.service_url = ""
        self.sent: list[Sent] = []
        self.faults: deque[Fault | None] = deque()
        self.broken: dict[str, Fault] = {}
        self.shown: dict[str, dict[str, dict[str, Any]]] = {}
        self.people: list[dict[str, Any]] = []
        self.page_cap = 500
        self.slow = 0.0
        self.calls = 0
        self.connections = 0
        self.waiting = 0
        self._changed = asyncio.Condition()
        self._released = asyncio.Event()
        self._seen: set[object] = set()
        self._number = 0

    def posts(self, conversation: str | None = None) -> list[dict[str, Any]]:
        """The activities that were posted, to one conversation or all."""
        wanted = [one for one in self.sent if one.kind in ("post", "new_post")]
        return [one.activity for one in wanted if conversation in (None, one.conversation)]

    async def arrived(self, number: int, seconds: float = 20.0) -> list[Sent]:
        """Wait until so many calls were done."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(self.sent) >= number)
        return self.sent

    async def asked(self, number: int, seconds: float = 20.0) -> None:
        """Wait until so many calls came in, done or not."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: self.calls >= number)

    def release(self) -> None:
        """Let go of the calls that hang; they were not done."""
        self._released.set()

    def application(self) -> web.Application:
        """The connector's HTTP side."""
        application = web.Application(client_max_size=4 * 1024 * 1024)
        root = "/teams/v3/conversations"
        application.router.add_post(root, self._create)
        application.router.add_post(f"{root}/{{conversation}}/activities", self._post)
        application.router.add_post(f"{root}/{{conversation}}/activities/{{activity}}", self._post)
        application.router.add_put(f"{root}/{{conversation}}/activities/{{activity}}", self._put)
        application.router.add_get(f"{root}/{{conversation}}/pagedmembers", self._members)
        return application

    async def _create(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        channel = (body.get("channelData") or {}).get("channel")
        if channel is None:
            person = body["members"][0]["id"]
            return await self._do(
                request, Sent("new_chat", f"a:{person}", "", {}, body=body), {"id": f"a:{person}"}
            )
        new = self._next()
        conversation = f"{channel['id']};messageid={new}"
        done = Sent("new_post", conversation, new, body["activity"], body=body)
        return await self._do(request, done, {"id": conversation, "activityId": new})

    async def _post(self, request: web.Request) -> web.StreamResponse:
        new = self._next()
        done = Sent("post", request.match_info["conversation"], new, await request.json())
        return await self._do(request, done, {"id": new})

    async def _put(self, request: web.Request) -> web.StreamResponse:
        conversation, activity = request.match_info["conversation"], request.match_info["activity"]
        return await self._do(
            request, Sent("update", conversation, activity, await request.json()), {"id": activity}
        )

    async def _members(self, request: web.Request) -> web.StreamResponse:
        size = min(int(request.query["pageSize"]), self.page_cap)
        start = int(request.query.get("continuationToken", "0"))
        answer: dict[str, Any] = {"members": self.people[start : start + size]}
        if start + size < len(self.people):
            answer["continuationToken"] = str(start + size)
        return await self._do(request, None, answer, request.match_info["conversation"])

    async def _do(
        self, request: web.Request, done: Sent | None, answer: dict[str, Any], conversation: str = ""
    ) -> web.StreamResponse:
        if request.transport not in self._seen:
            self._seen.add(request.transport)
            self.connections += 1
        self.calls += 1
        if self.slow:
            await asyncio.sleep(self.slow / 2)
        conversation = done.conversation if done else conversation
        fault = self.broken.get(conversation) or (self.faults.popleft() if self.faults else None)
        if fault is None or fault.done or fault.what == LOSE:
            await self._record(request, done)
            if self.slow:
                await asyncio.sleep(self.slow / 2)
        else:
            await self._notify()
        if fault is None:
            return web.json_response(answer, status=201 if request.method == "POST" else 200)
        return await self._spoil(request, fault)

    async def _spoil(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.what == HANG:
            self.waiting += 1
            await self._released.wait()
        if isinstance(fault.what, str):
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        named = {"Retry-After": fault.retry_after, "Location": fault.location}
        headers = {name: value for name, value in named.items() if value}
        error = {"error": {"code": fault.code, "message": "a sentence"}} if fault.code else {}
        return web.json_response(error, status=fault.what, headers=headers)

    async def _record(self, request: web.Request, done: Sent | None) -> None:
        if done is not None:
            targeted = request.query.get("isTargetedActivity") == "true"
            authorization = request.headers.get("Authorization")
            whole = Sent(
                done.kind,
                done.conversation,
                done.activity_id,
                done.activity,
                targeted,
                authorization,
                done.body,
            )
            self.sent.append(whole)
            if done.activity_id:
                self.shown.setdefault(done.conversation, {})[done.activity_id] = done.activity
        await self._notify()

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _next(self) -> str:
        self._number += 1
        return str(1_700_000_000_000 + self._number)


@asynccontextmanager
async def running_connector(tls: ssl.SSLContext | None = None) -> AsyncIterator[FakeConnector]:
    """A connector that listens on a free port of loopback."""
    connector = FakeConnector()
    runner = web.AppRunner(connector.application(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls).start()
    connector.service_url = f"{'https' if tls else 'http'}://127.0.0.1:{runner.addresses[0][1]}/teams/"
    try:
        yield connector
    finally:
        connector.release()
        await runner.cleanup()
