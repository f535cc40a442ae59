"""Every setting by the name it has outside, and what follows from several of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypedDict, get_args

from pydantic import AliasChoices, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.core.engagement import Person
from bot.settings.values import canonical, is_loopback, one_or_more, read_fm_ids, read_hosts

PUBLIC_ISSUER = "https://api.botframework.com"
_ISSUER_METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"
_SCOPE = "https://api.botframework.com/.default"
_LOGIN = "https://login.microsoftonline.com"
_SHARED_TENANT = "botframework.com"
_SERVICE_HOST = "smba.trafficmanager.net"

_GRACE = 5.0

AppType = Literal["SingleTenant", "UserAssignedMSI", "MultiTenant"]


class AzureTables(TypedDict):
    """The way to the Azure tables: one of both is enough."""

    connection_string: str | None
    endpoint: str | None


def _setting(name: str, default: Any, description: str) -> Any:
    # The alias carries the outside name; a second one would let people spell a setting in two ways.
    return Field(default=default, validation_alias=AliasChoices(name), description=description)


class Settings(BaseSettings):
    """Every setting. An empty one counts as not given; names are read in any case."""

    model_config = SettingsConfigDict(
        frozen=True, env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    given_host: str = _setting("HOST", "", "Address to listen on; without credentials only a loopback one.")
    port: int = Field(
        default=3978, ge=0, le=65535, validation_alias=AliasChoices("PORT"), description="Port to listen on."
    )
    app_id: str = _setting("MicrosoftAppId", "", "Id of the Azure Bot. Empty: no tokens, loopback only.")
    app_password: SecretStr = _setting(
        "MicrosoftAppPassword", SecretStr(""), "Client secret of the Azure Bot."
    )
    app_tenant: str = _setting("MicrosoftAppTenantId", "", "Tenant of the Azure Bot.")
    app_type: AppType = _setting(
        "MicrosoftAppType", "SingleTenant", "Kind of identity: SingleTenant, UserAssignedMSI or MultiTenant."
    )
    store: str = _setting(
        "SSAT_STORE", "sqlite:///ssat.db", "Where answers are kept: sqlite:///PATH, azure-tables."
    )
    storage_connection: SecretStr = _setting(
        "AZURE_STORAGE_CONNECTION_STRING", SecretStr(""), "Connection string of the storage account."
    )
    tables_endpoint: str = _setting(
        "AZURE_TABLES_ENDPOINT", "", "Address of the tables, used with the identity of the machine."
    )
    playbook: Path | None = _setting("SSAT_PLAYBOOK", None, "Another playbook than the shipped one.")
    links: Path | None = _setting("SSAT_LINKS", None, "A file with your own addresses for resource keys.")
    fm_ids_given: str = _setting(
        "SSAT_FM_IDS", "", "Who may lead workshops: object ids, or tenant/objectid, separated by commas."
    )
    tenants_given: str = _setting("SSAT_TENANTS", "", "Tenants that may talk to the bot (commas between).")
    reminders: Literal["on", "off"] = _setting(
        "SSAT_REMINDERS",
        "on",
        "off where a scheduled job runs `ssat-bot remind`; cards are kept true in any case.",
    )
    log: Literal["text", "json"] = _setting("SSAT_LOG", "text", "Form of the log; json is for machines.")
    given_grace: float | None = Field(
        default=None,
        ge=0,
        le=600,
        validation_alias=AliasChoices("SSAT_GRACE"),
        description="Seconds from SIGTERM in which requests are still served; without credentials none.",
    )
    metrics_port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        validation_alias=AliasChoices("SSAT_METRICS_PORT"),
        description="Port of its own for Prometheus' numbers. Empty: off.",
    )
    otlp_endpoint: str = _setting(
        "OTEL_EXPORTER_OTLP_ENDPOINT", "", "Where OpenTelemetry's traces and numbers go. Empty: off."
    )
    azure_monitor: SecretStr = _setting(
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        SecretStr(""),
        "Connection string of Azure Monitor. Empty: off.",
    )
    metadata_url: str = _setting(
        "ToBotFromChannelOpenIdMetadataUrl", _ISSUER_METADATA, "OpenID metadata of those who sign requests."
    )
    issuer: str = _setting("ToBotFromChannelTokenIssuer", PUBLIC_ISSUER, "Who signs requests to the bot.")
    login_url: str = _setting("ToChannelFromBotLoginUrl", "", "Where the bot gets its own tokens.")
    scope: str = _setting("ToChannelFromBotOAuthScope", _SCOPE, "What the bot's own tokens are for.")
    service_hosts_given: str = _setting(
        "SSAT_SERVICE_HOSTS", "", "Hosts that a serviceUrl may name (host or host:port), separated by commas."
    )

    @field_validator("app_type", "reminders", "log", mode="before")
    @classmethod
    def _in_any_case(cls, value: Any) -> Any:
        return canonical(value, (*get_args(AppType), "on", "off", "text", "json"))

    @property
    def anonymous(self) -> bool:
        """True where the bot has no identity: requests need no token, and only loopback is served."""
        return not self.app_id

    @property
    def host(self) -> str:
        """The address to listen on."""
        return self.given_host or ("127.0.0.1" if self.anonymous else "0.0.0.0")  # noqa: S104

    @property
    def grace(self) -> float:
        """Seconds from SIGTERM in which requests are still served."""
        usual = 0.0 if self.anonymous else _GRACE
        return usual if self.given_grace is None else self.given_grace

    @property
    def tenants(self) -> frozenset[str]:
        """Tenants that may talk to the bot, in lower case. Empty, and only without credentials: any."""
        return frozenset(one.lower() for one in one_or_more(self.tenants_given or self.app_tenant))

    @property
    def fm_ids(self) -> frozenset[tuple[str | None, str]]:
        """(tenant or None, object id) of those who may lead, in lower case."""
        return read_fm_ids(self.fm_ids_given)

    def is_fm(self, person: Person) -> bool:
        """True for somebody who may lead. An object id without a tenant counts in the tenants of the bot.

        Where nobody is named, which only loopback allows, everybody may.
        """
        if not self.fm_ids:
            return self.anonymous
        tenant, key = person.tenant.lower(), person.id.lower()
        own = not self.tenants or tenant in self.tenants
        return (tenant, key) in self.fm_ids or (own and (None, key) in self.fm_ids)

    @property
    def service_hosts(self) -> frozenset[str]:
        """Hosts (host, or host:port) that a serviceUrl may name, in lower case."""
        return read_hosts(self.service_hosts_given) or frozenset({_SERVICE_HOST})

    @property
    def token_url(self) -> str:
        """The address at which client credentials are turned into a token."""
        tenant = _SHARED_TENANT if self.app_type == "MultiTenant" else self.app_tenant
        base = (self.login_url or f"{_LOGIN}/{tenant}").rstrip("/")
        return base if base.endswith("/token") else f"{base}/oauth2/v2.0/token"

    @property
    def loopback(self) -> bool:
        """True where only this machine can reach the service."""
        return is_loopback(self.host)

    def azure_tables(self) -> AzureTables:
        """The settings that the Azure store needs beside `store`."""
        secret = self.storage_connection.get_secret_value()
        return AzureTables(connection_string=secret or None, endpoint=self.tables_endpoint or None)
