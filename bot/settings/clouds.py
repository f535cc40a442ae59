"""The clouds in which Teams runs: who signs requests there, where tokens come from, which hosts are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

CloudName = Literal["public", "gcc", "gcc-high", "dod", "china"]

_TEAMS = "smba.trafficmanager.net"


@dataclass(frozen=True, slots=True)
class Cloud:
    """The addresses of one cloud. `login` is the host that gives tokens, `exchange` what a managed identity's
    token is asked for where it stands in for a secret, `shared_tenant` that of multi-tenant bots.

    `hosts` are those that a serviceUrl may name; empty where Microsoft documents none.
    """

    issuer: str = "https://api.botframework.com"
    metadata: str = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    scope: str = "https://api.botframework.com/.default"
    login: str = "login.microsoftonline.com"
    shared_tenant: str = "botframework.com"
    exchange: str = "api://AzureADTokenExchange/.default"
    hosts: frozenset[str] = frozenset({_TEAMS})


def _government(host: str) -> Cloud:
    return Cloud(
        issuer="https://api.botframework.us",
        metadata="https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        scope="https://api.botframework.us/.default",
        login="login.microsoftonline.us",
        shared_tenant="MicrosoftServices.onmicrosoft.us",
        exchange="api://AzureADTokenExchangeUSGov/.default",
        hosts=frozenset({host}),
    )


CLOUDS: Final[Mapping[CloudName, Cloud]] = {
    "public": Cloud(),
    # GCC shares identity and Azure Bot with the public cloud; its Teams has a host of its own.
    "gcc": Cloud(hosts=frozenset({"smba.infra.gcc.teams.microsoft.com", _TEAMS})),
    "gcc-high": _government("smba.infra.gov.teams.microsoft.us"),
    "dod": _government("smba.infra.dod.teams.microsoft.us"),
    "china": Cloud(
        issuer="https://api.botframework.azure.cn",
        metadata="https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        scope="https://api.botframework.azure.cn/.default",
        login="login.partner.microsoftonline.cn",
        shared_tenant="microsoftservices.partner.onmschina.cn",
        exchange="api://AzureADTokenExchangeChina/.default",
        hosts=frozenset(),
    ),
}
"""The value of SSAT_CLOUD -> its addresses."""
