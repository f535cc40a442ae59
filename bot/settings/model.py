"""Every setting by the name it has outside, and what follows from several of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, TypedDict, get_args

from pydantic import AliasChoices, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.core.engagement import Person
from bot.core.reading.shared import NameStyle
from bot.settings.clouds import CLOUDS, Cloud, CloudName
from bot.settings.values import canonical, is_loopback, one_or_more, read_days, read_fm_ids, read_hosts

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
    certificate: Path | None = _setting(
        "MicrosoftAppCertificate", None, "A file with certificate and private key (PEM, PFX), for the secret."
    )
    federated_identity: str = _setting(
        "MicrosoftAppFederatedIdentity",
        "",
        "Client id of the managed identity that stands in for the secret, or `system`.",
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
    playbooks_given: str = _setting(
        "SSAT_PLAYBOOK", "", "Another playbook than the shipped one; several as in PATH."
    )
    links: Path | None = _setting("SSAT_LINKS", None, "A file with your own addresses for resource keys.")
    record_system: str = _setting(
        "SSAT_RECORD_SYSTEM", "FTOP", "What the system is called in which FMs keep tasks and status."
    )
    texts: Path | None = _setting(
        "SSAT_TEXTS", None, "A file with sentences of the interface: a further language, or your own words."
    )
    fm_ids_given: str = _setting(
        "SSAT_FM_IDS",
        "",
        "Who may lead workshops: object ids, or tenant/objectid, separated by commas; = joins those of one.",
    )
    tenants_given: str = _setting("SSAT_TENANTS", "", "Tenants that may talk to the bot (commas between).")
    reminders: Literal["on", "off"] = _setting(
        "SSAT_REMINDERS",
        "on",
        "off where a scheduled job runs `ssat-bot remind`; cards are kept true in any case.",
    )
    names: NameStyle = _setting(
        "SSAT_NAMES", "names", "What stands for people in the thread: their names, or their roles."
    )
    retention_given: str = _setting(
        "SSAT_RETENTION",
        "",
        "Days after which a workshop is deleted, by its state: completed=365,gone=90. Empty: never.",
    )
    log: Literal["text", "json"] = _setting("SSAT_LOG", "text", "Form of the log; json is for machines.")
    cloud_name: CloudName = _setting(
        "SSAT_CLOUD", "public", "The cloud of Teams: public, gcc, gcc-high, dod or china."
    )
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
    metadata_given: str = _setting(
        "ToBotFromChannelOpenIdMetadataUrl", "", "OpenID metadata of those who sign requests."
    )
    issuer_given: str = _setting("ToBotFromChannelTokenIssuer", "", "Who signs requests to the bot.")
    login_url: str = _setting("ToChannelFromBotLoginUrl", "", "Where the bot gets its own tokens.")
    scope_given: str = _setting("ToChannelFromBotOAuthScope", "", "What the bot's own tokens are for.")
    service_hosts_given: str = _setting(
        "SSAT_SERVICE_HOSTS", "", "Hosts that a serviceUrl may name (host or host:port), separated by commas."
    )

    @field_validator("app_type", "reminders", "log", "cloud_name", mode="before")
    @classmethod
    def _in_any_case(cls, value: Any) -> Any:
        return canonical(value, (*get_args(AppType), *CLOUDS, "on", "off", "text", "json"))

    @field_validator("app_id", mode="after")
    @classmethod
    def _in_lower_case(cls, value: str) -> str:
        """An id is the same in capitals, as some portals show it; Teams names it in lower case."""
        return value.strip().lower()

    @property
    def playbooks(self) -> tuple[Path, ...]:
        """The operator's playbooks, none where the shipped one is used. The first is that of workshops that
        name none."""
        return tuple(Path(one.strip()) for one in self.playbooks_given.split(os.pathsep) if one.strip())

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
    def retention(self) -> dict[str, int]:
        """Days without a change after which a workshop is deleted, by its state; others are kept."""
        return {state: days for state, days in read_days(self.retention_given).items() if days}

    @property
    def fm_ids(self) -> frozenset[tuple[str | None, str]]:
        """(tenant or None, object id) of those who may lead, in lower case."""
        return frozenset(one for ids in read_fm_ids(self.fm_ids_given) for one in ids)

    def is_fm(self, person: Person) -> bool:
        """True for somebody who may lead. The object id alone tells, which is unique by itself: an activity
        does not say to which tenant a person belongs.

        Where nobody is named, which only loopback allows, everybody may.
        """
        if not self.fm_ids:
            return self.anonymous
        return person.id.lower() in {key for _, key in self.fm_ids}

    def ids_of(self, person: str) -> tuple[str, ...]:
        """The further object ids of an FM, named by one of theirs; none for anybody else."""
        groups = ([key for _, key in ids] for ids in read_fm_ids(self.fm_ids_given))
        same = next((ids for ids in groups if person.lower() in ids), [])
        return tuple(one for one in same if one != person.lower())

    def keys_of(self, person: str) -> tuple[str, ...]:
        """All keys that somebody may have in workshops, named by one of them, which comes first: one in each
        tenant of the bot, for each of their ids."""
        own = person.partition("/")[2]
        ids, tenants = (own, *self.ids_of(own)), sorted(self.tenants)
        named = (f"{tenant}/{key}" for tenant, key in self.fm_ids if tenant and key in ids)
        return tuple(
            dict.fromkeys((person, *(f"{tenant}/{one}" for one in ids for tenant in tenants), *named))
        )

    @property
    def service_hosts(self) -> frozenset[str]:
        """Hosts (host, or host:port) that a serviceUrl may name, in lower case."""
        return read_hosts(self.service_hosts_given) or self.cloud.hosts

    @property
    def cloud(self) -> Cloud:
        """The addresses of the cloud, where no setting of its own names another."""
        return CLOUDS[self.cloud_name]

    @property
    def metadata_url(self) -> str:
        """The OpenID metadata of those who sign requests."""
        return self.metadata_given or self.cloud.metadata

    @property
    def issuer(self) -> str:
        """The signer of requests to the bot."""
        return self.issuer_given or self.cloud.issuer

    @property
    def scope(self) -> str:
        """The scope of the bot's own tokens."""
        return self.scope_given or self.cloud.scope

    @property
    def token_tenant(self) -> str:
        """The tenant that gives the bot its own tokens."""
        return self.cloud.shared_tenant if self.app_type == "MultiTenant" else self.app_tenant

    @property
    def token_url(self) -> str:
        """The address at which client credentials are turned into a token."""
        base = (self.login_url or f"https://{self.cloud.login}/{self.token_tenant}").rstrip("/")
        return base if base.endswith("/token") else f"{base}/oauth2/v2.0/token"

    @property
    def loopback(self) -> bool:
        """True where only this machine can reach the service."""
        return is_loopback(self.host)

    def azure_tables(self) -> AzureTables:
        """The settings that the Azure store needs beside `store`."""
        secret = self.storage_connection.get_secret_value()
        return AzureTables(connection_string=secret or None, endpoint=self.tables_endpoint or None)
