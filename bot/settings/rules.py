"""Rules that must hold between the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from bot.core.engagement import Status
from bot.settings.connection import connection_faults, is_safe
from bot.settings.model import Settings
from bot.settings.values import MOST_DAYS, read_days

_ID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_LOCAL_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
"""Ids on loopback, where the Playground and whoever tries it out make them up."""
_DOMAIN = re.compile(r"[A-Za-z0-9.-]{1,253}")
_LONGEST_NAME = 60
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
        *_wording(settings),
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
    identity = settings.federated_identity.lower()
    if identity not in ("", "system") and not _ID.fullmatch(identity):
        yield "MicrosoftAppFederatedIdentity: is neither the client id of a managed identity nor `system`"


def _people(settings: Settings) -> Iterator[str]:
    if not settings.anonymous and not settings.fm_ids:
        yield "SSAT_FM_IDS: is empty: name the object ids of those who may lead workshops"
    form = _LOCAL_ID if settings.anonymous else _ID
    for tenant, key in sorted(settings.fm_ids, key=str):
        if not form.fullmatch(key) or (tenant is not None and not form.fullmatch(tenant)):
            shown = key if tenant is None else f"{tenant}/{key}"
            yield f"SSAT_FM_IDS: {shown} is neither an object id nor tenant/objectid"
    name = "SSAT_TENANTS" if settings.tenants_given else "MicrosoftAppTenantId"
    for tenant in sorted(settings.tenants):
        if not form.fullmatch(tenant):
            # A domain cannot be compared with the tenant id that an activity names.
            hint = ", not a domain" if "." in tenant and _DOMAIN.fullmatch(tenant) else ""
            yield f"{name}: {tenant} is not a tenant id: copy the directory id{hint}"


def _retention(settings: Settings) -> Iterator[str]:
    for state, days in read_days(settings.retention_given).items():
        if state not in get_args(Status):
            yield f"SSAT_RETENTION: {state} is no state: name {', '.join(get_args(Status))}"
        elif days is None:
            yield f"SSAT_RETENTION: {state} needs one number of days, 1 to {MOST_DAYS}, as in {state}=365"


def _wording(settings: Settings) -> Iterator[str]:
    name = settings.record_system
    # It stands in sentences, into which more is filled by what stands in braces.
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable() or set(name) & set("{}"):
        yield f"SSAT_RECORD_SYSTEM: is a name of 1 to {_LONGEST_NAME} characters, without braces, on one line"


def _addresses(settings: Settings) -> Iterator[str]:
    for name, address in (
        ("ToBotFromChannelOpenIdMetadataUrl", settings.metadata_url),
        ("ToChannelFromBotLoginUrl", settings.login_url),
        ("AZURE_TABLES_ENDPOINT", settings.tables_endpoint),
    ):
        if address and not is_safe(address):
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
        yield from connection_faults(settings.storage_connection.get_secret_value())
    elif not settings.store.startswith("sqlite:///") or settings.store == "sqlite:///":
        yield "SSAT_STORE: must be sqlite:///PATH or azure-tables"
    for one in settings.playbooks:
        if not one.is_file():
            yield f"SSAT_PLAYBOOK: there is no file {one}"
    files = {
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
