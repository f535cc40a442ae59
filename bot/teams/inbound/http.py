"""The service's HTTP side: activities in, answers out, and whether it is up and ready."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import msgspec
from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.teams.identity.door import Door, NotLetIn
from bot.teams.identity.tokens import TokenUnavailable
from bot.teams.inbound.body import BIGGEST, SECONDS, BadBody, read_body
from bot.teams.inbound.entrance import Entrance
from bot.teams.inbound.incoming import Incoming, read_incoming
from bot.teams.inbound.readiness import Readiness
from bot.teams.logs import new_correlation

TURN = web.RequestKey("turn", dict[str, Any])
"""The key of a request under which who watches the turns finds the fields of its log line."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    """The answer to an activity: for a press the invoke's body, for a message none. `problem` is that of a
    turn that was not stored."""

    status: int
    body: dict[str, Any] | None = None
    problem: str = ""

    @cached_property
    def encoded(self) -> bytes:
        """The body as JSON, written once for the answer and for whoever keeps it."""
        return msgspec.json.encode(self.body)


class Receiver(Protocol):
    """The service behind the door, which works on the activities that were admitted."""

    async def receive(self, incoming: Incoming, payload: dict[str, Any]) -> Reply:
        """The answer to an activity, given once its work is durable. TokenUnavailable means 503."""


def make_http(
    service: Receiver,
    door: Door,
    readiness: Readiness,
    body_seconds: float = SECONDS,
    watching: Sequence[Middleware] = (),
) -> web.Application:
    """`POST /api/messages`, `GET /healthz`, `GET /readyz`, and nothing else.

    Everything that a request can do wrong is a 4xx; why it was refused stands in the log only. `watching` are
    the middlewares of who watches the turns.
    """
    application = web.Application(client_max_size=BIGGEST, middlewares=watching)
    messages = Messages(service, door, readiness, body_seconds)

    async def healthz(request: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(request: web.Request) -> web.Response:
        usable = await readiness.is_ready()
        return web.Response(text="ready" if usable else "not ready", status=200 if usable else 503)

    application.router.add_post("/api/messages", messages.handle)
    application.router.add_get("/healthz", healthz)
    application.router.add_get("/readyz", readyz)
    return application


class Messages:
    """Takes activities: token, body, shape, door, service, in this order."""

    def __init__(self, service: Receiver, door: Door, readiness: Readiness, body_seconds: float) -> None:
        self._service = service
        self._door = door
        self._readiness = readiness
        self._body_seconds = body_seconds
        self._entrance = Entrance()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a request, and write one line about it."""
        correlation, started = new_correlation(), time.perf_counter()
        kind, outcome, problem = "", "", ""
        try:
            claims = await self._door.check(request.headers.get("Authorization"))
            payload = await read_body(request, self._body_seconds)
            self._door.admit(claims, payload)
            incoming = _read(payload)
            kind = incoming.kind
            await self._entrance.enter()
            reply = await self._service.receive(incoming, payload)
            response, outcome, problem = _response(reply), "answered", reply.problem
        except (NotLetIn, BadBody) as refusal:
            outcome, response = refusal.reason, _refusal(refusal.status)
        except TokenUnavailable:
            outcome, response = "no token for the connector", web.Response(status=503)
            log.error("turn given back: no token for the connector")
        except Exception as trouble:  # the one net: said with an id, and Teams sends the activity again
            outcome, response = "failed", web.Response(status=500)
            log.exception("turn failed", exc_info=trouble)
        response.headers["X-Correlation-Id"] = correlation
        fields: dict[str, Any] = {"outcome": outcome, "status": response.status, "kind": kind or None}
        fields["problem"] = problem or None
        fields["ms"] = round((time.perf_counter() - started) * 1000, 1)
        request[TURN] = fields
        log.info("turn", extra=fields)
        if self._readiness.draining:
            # Whoever keeps the connection open would meet a closed one.
            response.force_close()
        if response.status == web.HTTPRequestTimeout.status_code or request.content.exception() is not None:
            return await _close(request, response)
        return response


def _read(payload: dict[str, Any]) -> Incoming:
    try:
        return read_incoming(payload)
    except ValueError as trouble:
        raise BadBody(400, str(trouble)) from None


def _response(reply: Reply) -> web.Response:
    if reply.body is None:
        return web.Response(status=reply.status)
    return web.Response(body=reply.encoded, status=reply.status, content_type="application/json")


def _refusal(status: int) -> web.Response:
    response = web.Response(status=status)
    if status == web.HTTPUnauthorized.status_code:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


async def _close(request: web.Request, response: web.Response) -> web.Response:
    """Answer and hang up: waiting for the rest of a body is what a slow sender wants, and behind a broken
    one no further request can be read."""
    response.force_close()
    await response.prepare(request)
    await response.write_eof()
    request.protocol.force_close()
    return response
