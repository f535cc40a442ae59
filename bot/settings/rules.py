"""Rules that must hold between the settings."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import get_args
from urllib.parse import urlsplit

from bot.core.engagement import Status
from bot.settings.model import Settings
from bot.settings.values import is_loopback, read_days

_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
_DOMAIN = re.compile(r"[A-Za-z0-9.-]{1,253}")
_HOST = re.compile(r"(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?")


def settings_faults(settings: Settings) -> list[str]:
    """Everything that does not go together, a line each."""
    return [
        *_identity(settings),
        *_people(settings),
        *_addresses(settings),
        *_store(settings),
        *_numbers(settings),
        *_retention(settings),
    ]


def _identity(settings: Settings) -> Iterator[str]:
    secret = bool(settings.app_password.get_secret_value())
    if settings.anonymous:
        if not settings.loopback:
            yield "MicrosoftAppId: is empty, so anybody could talk to the bot: set it, or HOST to 127.0.0.1"
        if secret:
            yield "MicrosoftAppId: is empty although MicrosoftAppPassword is given: set the id too"
        return
    if not _ID.fullmatch(settings.app_id):
        yield "MicrosoftAppId: is not an id: copy the application id of the Azure Bot"
    yield from _credential(settings)
    if settings.app_type != "MultiTenant" and not settings.app_tenant:
        yield f"MicrosoftAppTenantId: is empty: {settings.app_type} needs the tenant of the Azure Bot"
    if settings.app_type == "MultiTenant" and not settings.tenants:
        yield "SSAT_TENANTS: is empty: name the tenants that may talk to the bot"


def _credential(settings: Settings) -> Iterator[str]:
    """One proof of who the bot is, and a managed identity none beside itself."""
    given = {
        "MicrosoftAppPassword": bool(settings.app_password.get_secret_value()),
        "MicrosoftAppCertificate": settings.certificate is not None,
        "MicrosoftAppFederatedIdentity": bool(settings.federated_identity),
    }
    named = [name for name, is_given in given.items() if is_given]
    if settings.app_type == "UserAssignedMSI":
        for name in named[given["MicrosoftAppPassword"] :]:
            yield f"{name}: is given although UserAssignedMSI needs none: leave it out, or use SingleTenant"
    elif not named:
        instead = "MicrosoftAppFederatedIdentity or MicrosoftAppCertificate"
        needed = f"{settings.app_type} needs the client secret of the Azure Bot, or {instead}"
        yield f"MicrosoftAppPassword: is empty: {needed}"
    elif len(named) > 1:
        yield f"{named[1]}: is given beside {named[0]}: leave one of both out"
    if settings.federated_identity and not _ID.fullmatch(settings.federated_identity):
        yield "MicrosoftAppFederatedIdentity: is neither the client id of a managed identity nor `system`"


def _people(settings: Settings) -> Iterator[str]:
    if not settings.anonymous and not settings.fm_ids:
        yield "SSAT_FM_IDS: is empty: name the object ids of those who may lead workshops"
    for tenant, key in sorted(settings.fm_ids, key=str):
        if not _ID.fullmatch(key) or (tenant is not None and not _ID.fullmatch(tenant)):
            shown = key if tenant is None else f"{tenant}/{key}"
            yield f"SSAT_FM_IDS: {shown} is neither an object id nor tenant/objectid"
    name = "SSAT_TENANTS" if settings.tenants_given else "MicrosoftAppTenantId"
    for tenant in sorted(settings.tenants):
        if not _ID.fullmatch(tenant):
            # A domain cannot be compared with the tenant id that an activity names.
            hint = ", not a domain" if _DOMAIN.fullmatch(tenant) else ""
            yield f"{name}: {tenant} is not a tenant id: copy the directory id{hint}"


def _retention(settings: Settings) -> Iterator[str]:
    for state, days in read_days(settings.retention_given).items():
        if state not in get_args(Status):
            yield f"SSAT_RETENTION: {state} is no state: name {', '.join(get_args(Status))}"
        elif days is None:
            yield f"SSAT_RETENTION: {state} needs a number of days from 1, as in {state}=365"


def _addresses(settings: Settings) -> Iterator[str]:
    for name, address in (
        ("ToBotFromChannelOpenIdMetadataUrl", settings.metadata_url),
        ("ToChannelFromBotLoginUrl", settings.login_url),
        ("AZURE_TABLES_ENDPOINT", settings.tables_endpoint),
    ):
        if address and not _is_safe(address):
            yield f"{name}: must be an https address (http only on loopback)"
    for host in sorted(settings.service_hosts):
        if not _HOST.fullmatch(host):
            yield f"SSAT_SERVICE_HOSTS: {host} is not a host: give names like smba.trafficmanager.net"
    if settings.issuer != settings.cloud.issuer and not settings.service_hosts_given:
        yield "SSAT_SERVICE_HOSTS: is empty: ToBotFromChannelTokenIssuer means another cloud, name its hosts"
    elif not settings.anonymous and not settings.service_hosts:
        where = "the log names one that was refused"
        yield f"SSAT_SERVICE_HOSTS: is empty: Microsoft documents no host for SSAT_CLOUD=china; {where}"


def _store(settings: Settings) -> Iterator[str]:
    if settings.store == "azure-tables":
        if not settings.storage_connection.get_secret_value() and not settings.tables_endpoint:
            yield "SSAT_STORE: azure-tables needs AZURE_STORAGE_CONNECTION_STRING or AZURE_TABLES_ENDPOINT"
        yield from _connection(settings.storage_connection.get_secret_value())
    elif not settings.store.startswith("sqlite:///") or settings.store == "sqlite:///":
        yield "SSAT_STORE: must be sqlite:///PATH or azure-tables"
    files = {
        "SSAT_PLAYBOOK": settings.playbook,
        "SSAT_LINKS": settings.links,
        "SSAT_TEXTS": settings.texts,
        "MicrosoftAppCertificate": settings.certificate,
    }
    for name, path in files.items():
        if path is not None and not path.is_file():
            yield f"{name}: there is no file {path}"


def _numbers(settings: Settings) -> Iterator[str]:
    if settings.metrics_port and settings.metrics_port == settings.port:
        yield "SSAT_METRICS_PORT: is the port of the service, which everybody reaches: choose another one"


def _connection(text: str) -> Iterator[str]:
    """A line for a connection string that leads to no tables; nothing of it is repeated."""
    pairs = [one.partition("=") for one in text.rstrip(";").split(";") if one]
    parts = {name.strip().lower(): value.strip() for name, _, value in pairs}
    name, wrong = "AZURE_STORAGE_CONNECTION_STRING", ""
    if text and not all(equals and value for _, equals, value in pairs):
        wrong = "is no connection string"
    elif text and "sharedaccesssignature" in parts:
        wrong = "" if "tableendpoint" in parts else "has a SharedAccessSignature and no TableEndpoint"
    elif text and not {"accountname", "accountkey"} <= parts.keys():
        wrong = "" if "usedevelopmentstorage" in parts else "names no AccountName and AccountKey"
    elif text and not _is_key(parts["accountkey"]):
        wrong = "has an AccountKey that is not whole"
    if wrong:
        yield f"{name}: {wrong}: copy it anew from the storage account, under Access keys"


def _is_key(text: str) -> bool:
    try:
        return bool(base64.b64decode(text, validate=True))
    except ValueError:
        return False


def _is_safe(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))
