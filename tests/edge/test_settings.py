"""The settings: every fault is said at once, and nothing starts half-configured."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from azure.data.tables.aio import TableServiceClient

from bot.core.engagement import Person
from bot.settings import Settings, SettingsFaults, load_settings, setting_names
from tests.fakes.settings import APP, FM, TENANT, anonymous_settings, identified_settings

CREDENTIALS = {
    "MicrosoftAppId": APP,
    "MicrosoftAppPassword": "secret",
    "MicrosoftAppTenantId": TENANT,
    "SSAT_FM_IDS": FM,
}


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    """What the test gives, and nothing else."""
    before = dict(os.environ)
    for name in list(os.environ):
        if name.lower() in {one.lower() for one in setting_names()}:
            del os.environ[name]
    yield os.environ  # type: ignore[misc]
    os.environ.clear()
    os.environ.update(before)


def faults_of(environment: dict[str, str], given: dict[str, str]) -> list[str]:
    environment.update(given)
    with pytest.raises(SettingsFaults) as raised:
        load_settings(None)
    return raised.value.lines()


def test_without_anything_the_bot_is_anonymous_on_loopback(environment: dict[str, str]) -> None:
    settings = load_settings(None)
    assert (settings.host, settings.port, settings.anonymous) == ("127.0.0.1", 3978, True)
    assert settings.store == "sqlite:///ssat.db"
    assert settings.is_fm(Person("any", "body", ""))


def test_with_credentials_it_listens_everywhere(environment: dict[str, str]) -> None:
    environment.update(CREDENTIALS)
    settings = load_settings(None)
    assert settings.host == "0.0.0.0"  # noqa: S104
    assert settings.tenants == {TENANT}
    assert settings.service_hosts == {"smba.trafficmanager.net"}
    assert settings.token_url == f"https://login.microsoftonline.com/{TENANT}/oauth2/v2.0/token"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"HOST": "0.0.0.0"}, ["MicrosoftAppId"]),  # noqa: S104
        ({"HOST": "bot.example.com"}, ["MicrosoftAppId"]),
        ({"MicrosoftAppPassword": "x"}, ["MicrosoftAppId"]),
        ({"MicrosoftAppId": APP}, ["MicrosoftAppPassword", "MicrosoftAppTenantId", "SSAT_FM_IDS"]),
        ({"SSAT_RECORD_SYSTEM": "Partner {Center}"}, ["SSAT_RECORD_SYSTEM"]),
        ({"SSAT_RECORD_SYSTEM": "Partner\nCenter"}, ["SSAT_RECORD_SYSTEM"]),
        ({"SSAT_RECORD_SYSTEM": " "}, ["SSAT_RECORD_SYSTEM"]),
        (CREDENTIALS | {"SSAT_FM_IDS": ""}, ["SSAT_FM_IDS"]),
        (CREDENTIALS | {"SSAT_FM_IDS": "ada@example.com"}, ["SSAT_FM_IDS"]),
        (CREDENTIALS | {"SSAT_TENANTS": "example.com"}, ["SSAT_TENANTS"]),
        (CREDENTIALS | {"SSAT_TENANTS": "foo"}, ["SSAT_TENANTS"]),
        (CREDENTIALS | {"SSAT_FM_IDS": "notanid"}, ["SSAT_FM_IDS"]),
        (CREDENTIALS | {"SSAT_FM_IDS": f"{TENANT}/{FM[:-1]}"}, ["SSAT_FM_IDS"]),
        (CREDENTIALS | {"MicrosoftAppId": "app"}, ["MicrosoftAppId"]),
        (CREDENTIALS | {"MicrosoftAppTenantId": "contoso"}, ["MicrosoftAppTenantId"]),
        (CREDENTIALS | {"MicrosoftAppType": "MultiTenant", "MicrosoftAppTenantId": ""}, ["SSAT_TENANTS"]),
        (
            CREDENTIALS
            | {"MicrosoftAppType": "UserAssignedMSI", "MicrosoftAppTenantId": "", "MicrosoftAppPassword": ""},
            ["MicrosoftAppTenantId"],
        ),
        (CREDENTIALS | {"MicrosoftAppType": "Certificate"}, ["MicrosoftAppType"]),
        (CREDENTIALS | {"SSAT_CLOUD": "mars"}, ["SSAT_CLOUD"]),
        (CREDENTIALS | {"SSAT_CLOUD": "china"}, ["SSAT_SERVICE_HOSTS"]),
        (CREDENTIALS | {"MicrosoftAppFederatedIdentity": "system"}, ["MicrosoftAppFederatedIdentity"]),
        (
            CREDENTIALS | {"MicrosoftAppPassword": "", "MicrosoftAppFederatedIdentity": "a b"},
            ["MicrosoftAppFederatedIdentity"],
        ),
        (
            CREDENTIALS | {"MicrosoftAppPassword": "", "MicrosoftAppCertificate": "no/such.pem"},
            ["MicrosoftAppCertificate"],
        ),
        (
            CREDENTIALS | {"MicrosoftAppType": "UserAssignedMSI", "MicrosoftAppFederatedIdentity": "system"},
            ["MicrosoftAppFederatedIdentity"],
        ),
        (CREDENTIALS | {"ToBotFromChannelTokenIssuer": "https://other.example"}, ["SSAT_SERVICE_HOSTS"]),
        (CREDENTIALS | {"ToChannelFromBotLoginUrl": "http://login.example"}, ["ToChannelFromBotLoginUrl"]),
        ({"SSAT_LOG": "xml", "SSAT_REMINDERS": "yes", "PORT": "x"}, ["PORT", "SSAT_REMINDERS", "SSAT_LOG"]),
        ({"SSAT_LOG": "xml", "HOST": "0.0.0.0"}, ["SSAT_LOG", "MicrosoftAppId"]),  # noqa: S104
        ({"SSAT_STORE": "postgres://x"}, ["SSAT_STORE"]),
        ({"SSAT_METRICS_PORT": "3978"}, ["SSAT_METRICS_PORT"]),
        ({"SSAT_METRICS_PORT": "x", "SSAT_GRACE": "-1"}, ["SSAT_GRACE", "SSAT_METRICS_PORT"]),
        ({"SSAT_STORE": "azure-tables"}, ["SSAT_STORE"]),
        ({"SSAT_SERVICE_HOSTS": "https://x/y"}, ["SSAT_SERVICE_HOSTS"]),
        ({"SSAT_PLAYBOOK": "no/such.yaml", "SSAT_LINKS": "nor/this"}, ["SSAT_PLAYBOOK", "SSAT_LINKS"]),
    ],
)
def test_every_fault_names_its_setting(
    environment: dict[str, str], given: dict[str, str], named: list[str]
) -> None:
    assert [line.partition(":")[0] for line in faults_of(environment, given)] == named


GOVERNMENT = (
    "https://api.botframework.us",
    "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
    "https://api.botframework.us/.default",
    f"https://login.microsoftonline.us/{TENANT}/oauth2/v2.0/token",
)


@pytest.mark.parametrize("cloud", ["gcc-high", "dod"])
def test_a_cloud_brings_issuer_metadata_scope_and_login(environment: dict[str, str], cloud: str) -> None:
    environment.update(CREDENTIALS | {"SSAT_CLOUD": cloud})
    found = load_settings(None)
    assert (found.issuer, found.metadata_url, found.scope, found.token_url) == GOVERNMENT


def test_what_is_given_by_itself_counts_before_the_cloud(environment: dict[str, str]) -> None:
    own = {"ToChannelFromBotOAuthScope": "https://own/.default", "SSAT_SERVICE_HOSTS": "teams.own"}
    environment.update(CREDENTIALS | {"SSAT_CLOUD": "china"} | own)
    found = load_settings(None)
    assert (found.scope, {*found.service_hosts}) == ("https://own/.default", {"teams.own"})
    assert found.issuer == "https://api.botframework.azure.cn"


def test_a_multi_tenant_bot_asks_the_tenant_of_its_cloud(environment: dict[str, str]) -> None:
    environment.update(CREDENTIALS | {"MicrosoftAppType": "multitenant", "SSAT_TENANTS": TENANT})
    assert load_settings(None).token_url.startswith("https://login.microsoftonline.com/botframework.com/")
    environment["SSAT_CLOUD"] = "dod"
    assert "/MicrosoftServices.onmicrosoft.us/" in load_settings(None).token_url


def test_no_fault_shows_a_secret(environment: dict[str, str]) -> None:
    lines = faults_of(environment, {"MicrosoftAppPassword": "hush-hush", "PORT": "x"})
    assert "hush" not in "\n".join(lines)
    assert "hush" not in repr(identified_settings(MicrosoftAppPassword="hush-hush"))


def test_a_file_is_read_and_the_environment_wins(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORT=1111\nSSAT_LOG=JSON\nSOMETHING_ELSE=1\n", encoding="utf-8")
    environment["PORT"] = "2222"
    settings = load_settings(tmp_path / ".env")
    assert (settings.port, settings.log) == (2222, "json")


def test_a_file_that_is_no_text_is_a_fault(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00PORT")
    with pytest.raises(SettingsFaults, match="UTF-8"):
        load_settings(tmp_path / ".env")


def test_an_env_file_that_cannot_be_read_is_one_line(environment: dict[str, str]) -> None:
    with pytest.raises(SettingsFaults) as raised:
        load_settings("/proc/self/mem")
    assert raised.value.lines() == ["/proc/self/mem: cannot be read: Input/output error"]


def test_an_fm_is_named_with_or_without_a_tenant() -> None:
    settings = identified_settings(SSAT_FM_IDS=f"{FM}, other/AAA", SSAT_TENANTS=f"{TENANT},other")
    assert settings.is_fm(Person(TENANT, FM.upper(), ""))
    assert settings.is_fm(Person("OTHER", "aaa", ""))
    # An object id is unique by itself, and an activity says nothing of the person's own tenant.
    assert settings.is_fm(Person(TENANT, "aaa", ""))
    assert not settings.is_fm(Person(TENANT, "bbb", ""))


def test_one_fm_with_several_ids_may_lead_with_each_of_them() -> None:
    settings = identified_settings(SSAT_FM_IDS=f"{FM}, home/AAA=host/bbb=ccc")
    assert [settings.is_fm(Person(TENANT, one, "")) for one in ("aaa", "BBB", "ccc", "ddd")] == [True] * 3 + [
        False
    ]
    assert settings.ids_of("BBB") == ("aaa", "ccc")
    assert settings.ids_of(FM) == settings.ids_of("ddd") == ()
    assert set(settings.keys_of("x/bbb")) == {
        "x/bbb",
        "home/aaa",
        "host/bbb",
        *(f"{TENANT}/{one}" for one in ("aaa", "bbb", "ccc")),
    }


def test_with_credentials_it_serves_on_for_a_while_when_it_is_to_end() -> None:
    assert (anonymous_settings().grace, identified_settings().grace) == (0, 5)
    assert identified_settings(SSAT_GRACE="0").grace == 0


def test_settings_cannot_be_changed() -> None:
    settings = anonymous_settings()
    with pytest.raises(ValueError, match="frozen"):
        settings.port = 1


def test_every_setting_is_described() -> None:
    assert len(setting_names()) == len(Settings.model_fields)
    assert [name for name, text in setting_names().items() if not text.endswith(".")] == []


def faults_of_connection(environment: dict[str, str], given: str) -> list[str]:
    environment |= {"SSAT_STORE": "azure-tables", "AZURE_STORAGE_CONNECTION_STRING": given}
    try:
        load_settings(None)
    except SettingsFaults as trouble:
        return trouble.lines()
    return []


WHOLE = (
    "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net"
)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("garbage", "is no connection string"),
        (f'"{WHOLE}"', "is no connection string"),
        (WHOLE.replace(";Acc", "; Acc"), "is no connection string"),
        (WHOLE.replace("contoso", ""), "is no connection string"),
        (WHOLE.replace(";", "\n"), "is no connection string"),
        (f"{WHOLE};AccountName=fabrikam", "names the same thing twice"),
        ("AccountName=contoso", "names no AccountName and AccountKey"),
        ("BlobEndpoint=https://contoso.blob.core.windows.net/", "names no AccountName and AccountKey"),
        (WHOLE.replace("contoso", "Con_toso"), "has an AccountName that is none"),
        (WHOLE.replace("c2VjcmV0", "c2VjcmV"), "has an AccountKey that is not whole"),
        (WHOLE.replace("https", "http"), "has a DefaultEndpointsProtocol other than https"),
        (WHOLE.replace("core.windows.net", "https://core"), "has an EndpointSuffix that is no domain"),
        (f"{WHOLE};TableEndpoint=garbage", "has a TableEndpoint that is no https address"),
        ("TableEndpoint=https://;SharedAccessSignature=sv=1", "has a TableEndpoint that is no https address"),
        ("SharedAccessSignature=sv=1", "has a SharedAccessSignature and no TableEndpoint"),
        (
            "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://it",
            "has a proxy, which tables do not take",
        ),
    ],
)
def test_a_connection_string_that_leads_nowhere_is_one_line_that_repeats_nothing_of_it(
    environment: dict[str, str], given: str, said: str
) -> None:
    where = "copy it anew from the storage account, under Access keys"
    assert faults_of_connection(environment, given) == [f"AZURE_STORAGE_CONNECTION_STRING: {said}: {where}"]


@pytest.mark.parametrize(
    ("given", "host"),
    [
        (WHOLE, "contoso.table.core.windows.net"),
        (f"{WHOLE};", "contoso.table.core.windows.net"),
        ("accountname=contoso;accountkey=c2VjcmV0", "contoso.table.core.windows.net"),
        (WHOLE.replace("windows.net", "usgovcloudapi.net"), "contoso.table.core.usgovcloudapi.net"),
        (f"BlobEndpoint=https://contoso.blob.core.windows.net/;{WHOLE}", "contoso.table.core.windows.net"),
        (f"{WHOLE};TableEndpoint=https://tables.contoso.example/", "tables.contoso.example"),
        (
            f"{WHOLE};TableEndpoint=https://contoso.table.cosmos.azure.com:443/",
            "contoso.table.cosmos.azure.com",
        ),
        (
            "TableEndpoint=https://contoso.table.core.windows.net;SharedAccessSignature=sv=1&sig=a%3D",
            "contoso.table.core.windows.net",
        ),
        ("UseDevelopmentStorage=true", "127.0.0.1"),
    ],
)
async def test_every_form_of_connection_string_that_is_in_order_leads_to_its_tables(
    environment: dict[str, str], given: str, host: str
) -> None:
    assert faults_of_connection(environment, given) == []
    async with TableServiceClient.from_connection_string(given) as client:
        assert urlsplit(client.url).hostname == host


def test_a_name_of_ours_that_is_no_setting_and_a_line_that_cannot_be_read_are_faults(
    environment: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / ".env"
    file.write_text('PORT=3978\nMicrosoftAppPassword="unterminated\nSSAT_TENANT=contoso\n', encoding="utf-8")
    environment["SSAT_REMINDER"] = "off"
    with pytest.raises(SettingsFaults) as raised:
        load_settings(file)
    assert raised.value.lines() == [
        f"{file}: line 2 cannot be read: is a quote not closed?",
        "SSAT_REMINDER: is no setting: do you mean SSAT_REMINDERS?",
        "SSAT_TENANT: is no setting: do you mean SSAT_TENANTS?",
    ]
