"""The readiness of the service: it says when messages would fail, and why."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from bot.core.ports import StoreUnavailable
from bot.teams.identity.tokens import TokenUnavailable

REMEMBERED = 2.0
"""Seconds in which nobody looks again: everybody may ask."""
_PATIENCE = 5.0
"""Seconds that a look may take."""
_SAID_AGAIN = 60.0
"""Seconds until the same reason is logged once more."""
_DRAINING = "about to end"

log = logging.getLogger(__name__)


class Readiness:
    """Ready while the store can be used, the bot has a token, and the process is not about to end.

    `probe` raises StoreUnavailable, `token` TokenUnavailable. What they say is remembered for two seconds;
    whoever asks meanwhile waits for the same look.
    """

    def __init__(
        self,
        probe: Callable[[], Awaitable[object]],
        token: Callable[[], Awaitable[object]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._probe = probe
        self._token = token
        self._clock = clock
        self._looking = asyncio.Lock()
        self._looked: float | None = None
        self._reason = ""
        self._logged: float | None = None
        self.draining = False

    async def is_ready(self) -> bool:
        """False where a message would fail now; the reason is in the log."""
        if self.draining:
            return False
        async with self._looking:
            if self._looked is None or self._clock() - self._looked >= REMEMBERED:
                self._note(await self._look())
        return not self._reason and not self.draining

    def drain(self) -> None:
        """From now on not ready: the process is about to end."""
        self.draining = True
        log.info("not ready: %s", _DRAINING)

    async def _look(self) -> str:
        """The reason why a message would fail now; empty where it would not."""
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._probe()
                await self._token()
        except StoreUnavailable as trouble:
            return f"the store cannot be used: {trouble}"
        except TokenUnavailable:
            return "no token for the connector"
        except TimeoutError:
            return "no answer in time from the store or for a token"
        except Exception as trouble:  # whatever keeps us from knowing
            log.exception("readiness not known", exc_info=trouble)
            return "not known"
        return ""

    def _note(self, reason: str) -> None:
        self._looked = now = self._clock()
        if reason and (reason != self._reason or self._logged is None or now - self._logged >= _SAID_AGAIN):
            log.warning("not ready: %s", reason)
            self._logged = now
        elif self._reason and not reason:
            log.info("ready again")
        self._reason = reason
