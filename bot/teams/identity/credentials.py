"""Ways to the bot's own token without a secret, by azure-identity, which is imported where one is used."""

from __future__ import annotations

import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from bot.settings import Settings, SettingsFaults

if TYPE_CHECKING:
    from azure.core.credentials_async import AsyncTokenCredential

_SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Token:
    """A token, and how many seconds it lives from when it was fetched."""

    value: str
    life: float


class Credential:
    """Fetches tokens with a credential of azure-identity. `ready` runs before each fetch."""

    def __init__(
        self,
        credential: AsyncTokenCredential,
        scope: str,
        *others: AsyncTokenCredential,
        ready: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._credential = credential
        self._scope = scope
        self._others = others
        self._ready = ready

    async def __call__(self) -> Token:
        if self._ready is not None:
            await self._ready()
        token = await self._credential.get_token(self._scope)
        return Token(token.token, token.expires_on - time.time())

    async def close(self) -> None:
        """Give back what is held."""
        for one in (self._credential, *self._others):
            await one.close()


def azure_faults() -> tuple[type[Exception], ...]:
    """The exceptions of azure-identity; none where nothing of it was imported, so that none can have come."""
    loaded = sys.modules.get("azure.core.exceptions")
    return () if loaded is None else (loaded.AzureError,)


def credential_of(settings: Settings, **options: Any) -> Credential | None:
    """The credential that the settings name; None where it is the client secret. `options` go to
    azure-identity. SettingsFaults where a certificate cannot be used."""
    if settings.app_type == "UserAssignedMSI":
        return _managed_identity(settings)
    if settings.federated_identity:
        return _federated(settings, options)
    if settings.certificate is not None:
        return _certificate(settings, options)
    return None


def _managed_identity(settings: Settings) -> Credential:
    from azure.identity.aio import ManagedIdentityCredential

    return Credential(ManagedIdentityCredential(client_id=settings.app_id), settings.scope)


def _certificate(settings: Settings, options: dict[str, Any]) -> Credential:
    from azure.identity.aio import CertificateCredential

    place = {"authority": _authority(settings), "send_certificate_chain": True} | options
    try:
        made = CertificateCredential(
            settings.token_tenant, settings.app_id, str(settings.certificate), **place
        )
    except ValueError:
        raise SettingsFaults(
            ["MicrosoftAppCertificate: holds no certificate with its private key, or needs a password"]
        ) from None
    return Credential(made, settings.scope)


def _federated(settings: Settings, options: dict[str, Any]) -> Credential:
    """The token of a managed identity stands in for the app's secret. It is fetched anew for each, ahead:
    azure-identity asks for it in the middle of its own work, and must not be kept waiting there."""
    from azure.identity.aio import ClientAssertionCredential, ManagedIdentityCredential

    named = settings.federated_identity
    machine = ManagedIdentityCredential(client_id=None if named.lower() == _SYSTEM else named)
    proof = ""

    async def prove() -> None:
        nonlocal proof
        proof = (await machine.get_token(settings.cloud.exchange)).token

    place = {"authority": _authority(settings)} | options
    made = ClientAssertionCredential(settings.token_tenant, settings.app_id, lambda: proof, **place)
    return Credential(made, settings.scope, machine, ready=prove)


def _authority(settings: Settings) -> str:
    """The host that gives tokens."""
    return urlsplit(settings.login_url).netloc if settings.login_url else settings.cloud.login
