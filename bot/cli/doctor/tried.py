"""Tries everything that the service needs, in the order of what hangs on what."""

from __future__ import annotations

import aiohttp

from bot.app import open_session
from bot.cli.configured import Configured, configured
from bot.cli.doctor.finding import Finding
from bot.cli.doctor.identity import tried_keys, tried_token
from bot.cli.doctor.network import Heard, tried_clock, tried_connector
from bot.cli.doctor.store import tried_store
from bot.settings import Settings

_LIMIT = aiohttp.ClientTimeout(total=15)
_OUTSIDE = ("signing keys", "token", "connector", "clock")


async def everything_tried() -> list[Finding]:
    """A finding for everything; of settings and playbook one for each fault."""
    found = configured()
    findings = _of_configuration(found)
    settings = found.settings
    # With settings that are wrong it would try what nobody asked for.
    if settings is None or any(one.fails for one in findings if one.about == "settings"):
        left = ("store", *_OUTSIDE)
        return findings + [Finding(about, "mend the settings first", "not tried") for about in left]
    findings.append(await tried_store(settings))
    if settings.anonymous:
        says = "without MicrosoftAppId the bot talks to this machine alone"
        return findings + [Finding(about, says, "not tried") for about in _OUTSIDE]
    return findings + await _outside(settings)


def _of_configuration(found: Configured) -> list[Finding]:
    """What `ssat-bot check` says, and where it comes from."""
    of_playbook = [line for line in found.faults if line.startswith(f"{found.path}:")]
    of_settings = [line for line in found.faults if line not in of_playbook]
    findings = [Finding("settings", line, "FAIL") for line in of_settings]
    if not findings and found.settings is not None:
        mode = "no MicrosoftAppId, loopback only" if found.settings.anonymous else found.settings.app_type
        findings.append(Finding("settings", f"in order ({mode}, {found.settings.host})"))
    findings += [Finding("playbook", line, "FAIL") for line in of_playbook]
    findings += [Finding("playbook", str(one), "warning") for one in found.advice]
    if found.playbook is not None and not of_playbook:
        counted = f"{len(found.playbook.questions)} questions, {', '.join(found.playbook.languages)}"
        findings.append(Finding("playbook", f"in order ({counted})"))
    return findings


async def _outside(settings: Settings) -> list[Finding]:
    heard = Heard()
    tracing = aiohttp.TraceConfig()
    tracing.on_request_end.append(heard.note)
    async with open_session(timeout=_LIMIT, trace_configs=[tracing]) as session:
        return [
            await tried_keys(settings, session),
            await tried_token(settings, session),
            *await tried_connector(settings, session),
            tried_clock(heard),
        ]
