"""Watches the turns from outside: one middleware around every request."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.core.problems import Problem
from bot.teams.inbound.http import TURN
from bot.watched.meters import Meters

_UNREAD = "unread"
"""The kind of a request that was refused before anybody read what it is."""
_NOT_STORED = {Problem.STORE_DOWN: "unsaved", Problem.WORKSHOP_FULL: "full"}
_UNKNOWN_INVOKE = 501


def turns_watched(meters: Meters) -> Middleware:
    """The middleware. What is no turn (health, pages that are not there) goes by uncounted."""

    @web.middleware
    async def watched(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method != "POST":
            return await handler(request)
        started = time.perf_counter()
        with meters.spans("turn") as tell:
            response = await handler(request)
            fields = request.get(TURN)
            if fields is not None:
                kind, outcome = fields["kind"] or _UNREAD, outcome_of_turn(fields)
                meters.turns.labels(kind, outcome).inc()
                meters.turn_seconds.labels(kind).observe(time.perf_counter() - started)
                about = response.headers.get("X-Correlation-Id", "")
                tell(kind=kind, outcome=outcome, status=response.status, correlation=about)
            return response

    return watched


def outcome_of_turn(fields: Mapping[str, Any]) -> str:
    """The outcome of a turn in a word, of a list that does not grow."""
    status, problem = int(fields["status"]), fields["problem"]
    if problem:
        return _NOT_STORED.get(problem, "failed")
    if status == web.HTTPServiceUnavailable.status_code:
        return "no_token"
    if status >= web.HTTPInternalServerError.status_code and status != _UNKNOWN_INVOKE:
        return "failed"
    return "refused" if status >= web.HTTPBadRequest.status_code else "answered"
