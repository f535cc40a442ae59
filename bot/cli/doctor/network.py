"""Tries the way to Teams' connector, and this machine's clock against those of the hosts that answered."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

import aiohttp

from bot.cli.doctor.finding import Finding
from bot.settings import Settings

_LEEWAY = 300
"""Seconds by which the clocks may differ before tokens are refused, here and there."""
_NOTABLE = 30


class Heard:
    """The times that hosts named in their answers, each as the seconds by which this clock is ahead."""

    def __init__(self) -> None:
        self.ahead: list[float] = []

    async def note(
        self, session: aiohttp.ClientSession, context: SimpleNamespace, ended: aiohttp.TraceRequestEndParams
    ) -> None:
        """Hear an answer; called by the session."""
        try:
            named = parsedate_to_datetime(ended.response.headers["Date"])
        except (KeyError, ValueError, TypeError):
            return
        self.ahead.append((datetime.now(UTC) - named.astimezone(UTC)).total_seconds())


async def tried_connector(settings: Settings, session: aiohttp.ClientSession) -> list[Finding]:
    """Every host that a serviceUrl may name answers, whatever it answers."""
    return [await _reached(session, host) for host in sorted(settings.service_hosts)]


async def _reached(session: aiohttp.ClientSession, host: str) -> Finding:
    try:
        async with session.get(f"https://{host}/", allow_redirects=False) as answer:
            return Finding("connector", f"{host} answers ({answer.status})")
    except (aiohttp.ClientError, TimeoutError, OSError) as trouble:
        says = f"{host} does not answer ({type(trouble).__name__}): let this machine reach it over https"
        return Finding("connector", says, "FAIL")


def tried_clock(heard: Heard) -> Finding:
    """This machine's clock is that of the others, as far as tokens need it."""
    if not heard.ahead:
        return Finding("clock", "no host answered that could tell the time", "not tried")
    ahead = sorted(heard.ahead)[len(heard.ahead) // 2]
    says = f"{abs(ahead):.0f} s {'ahead of' if ahead > 0 else 'behind'} others"
    if abs(ahead) >= _LEEWAY:
        return Finding("clock", f"{says}: tokens are refused; have the system keep time (NTP)", "FAIL")
    if abs(ahead) >= _NOTABLE:
        return Finding("clock", f"{says}: have the system keep time (NTP)", "warning")
    return Finding("clock", f"in step with others ({says})")
