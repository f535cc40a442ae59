"""Faults of calls of the connector, sorted by what may be done about them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_GONE = {
    (403, "BotNotInConversationRoster"),
    (403, "ConversationBlockedByUser"),
    (403, "BotDisabledByAdmin"),
    (404, "ConversationNotFound"),
}
_SERVER = 500
BUSY = 503
PASSES = 412
"""A precondition that does not hold yet: the next try may find it met."""
NOT_ALLOWED = "ServiceUrlNotAllowed"
"""The code of a call that this bot itself did not make: its address is none that the operator allows."""
_LONGEST_CODE = 80


class SendFailed(Exception):
    """A call did not end well."""


class Refused(SendFailed):
    """It was definitely not done. `status` is 0 where no answer was needed to know that.

    `retry_after` is in seconds, None where the connector named no time.
    """

    def __init__(self, status: int, code: str, retry_after: float | None) -> None:
        super().__init__(f"{status} {code}".strip())
        self.status = status
        self.code = code
        self.retry_after = retry_after


class Unsure(SendFailed):
    """Perhaps it was done: a 5xx, no answer in time, a connection that broke."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Gone(SendFailed):
    """It was not done and never will be: the bot was removed, or the conversation is no more."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"{status} {code}".strip())
        self.status = status
        self.code = code


def fault_of(method: str, status: int, said: Mapping[str, Any], retry_after: str | None) -> SendFailed:
    """The fault that a status and a body mean."""
    error = said.get("error")
    code = error.get("code") if isinstance(error, Mapping) else None
    code = code[:_LONGEST_CODE] if isinstance(code, str) else ""
    if status == BUSY and retry_after:
        # A service that names the time to come back in did not take it.
        return Refused(status, code, _seconds(retry_after))
    if status >= _SERVER or status < 200:
        return Unsure(f"{status} {code}".strip())
    # A POST that finds nothing and does not say what: only the conversation can be missing.
    if (status, code) in _GONE or (method == "POST" and status == 404 and not code):
        return Gone(status, code)
    return Refused(status, code, _seconds(retry_after))


def _seconds(retry_after: str | None) -> float | None:
    if not retry_after:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
