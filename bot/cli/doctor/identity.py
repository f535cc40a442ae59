"""Tries who the bot is: the channel's signing keys, and the bot's own token."""

from __future__ import annotations

import aiohttp
from azure.core.exceptions import AzureError

from bot.cli.doctor.finding import Finding
from bot.settings import Settings, SettingsFaults
from bot.teams.identity.credentials import Token, credential_of
from bot.teams.identity.door import TEAMS
from bot.teams.identity.keys import fetch_keys
from bot.teams.identity.tokens import ClientSecret, TokenRefused

_ALLOW = "let this machine reach it over https (firewall, proxy, DNS)"
_TO_DO = {
    "7000222": "the client secret has expired: make a new one, set MicrosoftAppPassword, restart",
    "7000215": "the client secret is wrong: set MicrosoftAppPassword to its value, not its id",
    "700016": "the tenant does not know this id: check MicrosoftAppId and MicrosoftAppTenantId",
    "90002": "there is no such tenant: check MicrosoftAppTenantId",
    "7000229": "the app has no service principal in this tenant: make one, or check MicrosoftAppTenantId",
}
"""Codes of Microsoft Entra -> what to do."""
_USUAL = "check MicrosoftAppId, MicrosoftAppTenantId and the credential"


async def tried_keys(settings: Settings, session: aiohttp.ClientSession) -> Finding:
    """Whoever signs requests to the bot names keys, and those for Teams are among them."""
    try:
        keys = await fetch_keys(session, settings.metadata_url)
    except (aiohttp.ClientError, TimeoutError, OSError) as trouble:
        says = f"{settings.metadata_url} does not answer ({type(trouble).__name__}): {_ALLOW}"
        return Finding("signing keys", says, "FAIL")
    except (ValueError, KeyError, TypeError, RecursionError):
        says = f"{settings.metadata_url} names no keys: check ToBotFromChannelOpenIdMetadataUrl"
        return Finding("signing keys", says, "FAIL")
    for_teams = sum(TEAMS in key.endorsements for key in keys.values())
    if not for_teams:
        says = "none is endorsed for Teams: check ToBotFromChannelOpenIdMetadataUrl"
        return Finding("signing keys", says, "FAIL")
    return Finding("signing keys", f"{len(keys)} fetched, {for_teams} for Teams")


async def tried_token(settings: Settings, session: aiohttp.ClientSession) -> Finding:
    """The bot gets a token for what it sends."""
    try:
        token = await _token(settings, session)
    except TokenRefused as refusal:
        return Finding("token", f"refused ({refusal}): {_to_do(str(refusal))}", "FAIL")
    except SettingsFaults as fault:
        return Finding("token", str(fault), "FAIL")
    except AzureError as trouble:
        says = f"not given ({type(trouble).__name__}): {_without_secret(settings)}"
        return Finding("token", says, "FAIL")
    except (aiohttp.ClientError, TimeoutError, OSError) as trouble:
        says = f"{settings.token_url} does not answer ({type(trouble).__name__}): {_ALLOW}"
        return Finding("token", says, "FAIL")
    return Finding("token", f"given, good for {int(token.life // 60)} minutes")


async def _token(settings: Settings, session: aiohttp.ClientSession) -> Token:
    credential = credential_of(settings)
    if credential is None:
        return await ClientSecret(settings, session)()
    try:
        return await credential()
    finally:
        await credential.close()


def _without_secret(settings: Settings) -> str:
    """What to do where azure-identity gets no token."""
    if settings.app_type == "UserAssignedMSI":
        return "assign the managed identity of MicrosoftAppId to this machine"
    if settings.federated_identity:
        return (
            "assign the identity of MicrosoftAppFederatedIdentity here, and name it in the app's credentials"
        )
    return "check that the app knows the certificate of MicrosoftAppCertificate, and that it has not expired"


def _to_do(codes: str) -> str:
    return next((said for code, said in _TO_DO.items() if code in codes.split()), _USUAL)
