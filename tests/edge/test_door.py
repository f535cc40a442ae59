"""The door: only the channel's own tokens, and only for where the operator said."""

from __future__ import annotations

import time
from typing import Any

import aiohttp
import jwt
import pytest

from bot.teams.identity.door import Claims, Door, NotLetIn
from bot.teams.identity.keys import KEYS_FRESH, SigningKeys
from tests.fakes.bad_tokens import BAD_TOKENS
from tests.fakes.door import Hours, status_of
from tests.fakes.identity import SERVICE_URL, Identity
from tests.fakes.settings import APP, TENANT, anonymous_settings, identified_settings


def activity(**changed: Any) -> dict[str, Any]:
    """What a good request names; changes by key."""
    usual: dict[str, Any] = {
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "conversation": {"tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    }
    return usual | changed


async def test_a_good_token_is_let_in(door: Door, identity: Identity) -> None:
    assert await door.check(f"bearer {identity.token()}") == Claims(SERVICE_URL)
    door.admit(Claims(SERVICE_URL), activity())


@pytest.mark.parametrize("case", BAD_TOKENS)
async def test_a_bad_token_is_refused(door: Door, identity: Identity, case: str) -> None:
    assert await status_of(door, f"Bearer {BAD_TOKENS[case](identity)}") == 401


@pytest.mark.parametrize("header", [None, "", "Basic abc", "Bearer", "Bearer  ", "token"])
async def test_without_a_bearer_token_nobody_is_let_in(door: Door, header: str | None) -> None:
    assert await status_of(door, header) == 401


async def test_a_key_must_be_endorsed_for_teams(door: Door, identity: Identity) -> None:
    identity.add_key("other", "webchat")
    identity.add_key("none")
    assert await status_of(door, f"Bearer {identity.token('other')}") == 403
    assert await status_of(door, f"Bearer {identity.token('none')}") == 403


async def test_a_weak_key_is_no_key(door: Door, identity: Identity) -> None:
    identity.add_key("weak", "msteams", size=1024)
    with pytest.warns(jwt.warnings.InsecureKeyLengthWarning):
        token = identity.token("weak")
    assert await status_of(door, f"Bearer {token}") == 401


async def test_a_clock_may_differ_by_five_minutes(door: Door, identity: Identity) -> None:
    now = int(time.time())
    assert await status_of(door, f"Bearer {identity.token(exp=now - 200, nbf=now + 200)}") == 200


async def test_a_token_that_was_checked_is_let_in_until_it_is_over(
    session: aiohttp.ClientSession, identity: Identity
) -> None:
    ends = int(time.time()) + 3600
    hours = Hours()
    hours.now = ends - 3600
    settings = identified_settings(ToBotFromChannelOpenIdMetadataUrl=identity.metadata_url)
    door = Door(settings, session, clock=hours)
    token = f"Bearer {identity.token(exp=ends)}"
    for now, status in ((ends - 3600, 200), (ends + 299, 200), (ends + 300, 401)):
        hours.now = now
        assert await status_of(door, token) == status
    head, said, signed = token.split(".")
    assert await status_of(door, f"{head}.{said}.{signed[:-8]}AAAAAAAA") == 401
    await door.close()


async def test_a_token_that_was_checked_is_refused_when_its_key_is_gone(
    session: aiohttp.ClientSession, identity: Identity
) -> None:
    hours = Hours()
    keys = SigningKeys(session, identity.metadata_url, hours)
    door = Door(identified_settings(), session, keys)
    token = f"Bearer {identity.token()}"
    assert await status_of(door, token) == 200
    identity.rotate("second")
    hours.now += KEYS_FRESH + 1
    assert await status_of(door, token) == 401
    await door.close()


LOOPBACK = "http://127.0.0.1:56150/_connector"
REFUSED_ACTIVITIES: dict[str, dict[str, Any]] = {
    "no channel": {"channelId": None},
    "web chat": {"channelId": "webchat"},
    "emulator": {"channelId": "emulator"},
    "channel is a list": {"channelId": ["msteams"]},
    "no serviceUrl": {"serviceUrl": None},
    "empty serviceUrl": {"serviceUrl": ""},
    "serviceUrl is a number": {"serviceUrl": 7},
    "http": {"serviceUrl": "http://smba.trafficmanager.net/emea/"},
    "another host": {"serviceUrl": "https://evil.example/emea/"},
    "host as user": {"serviceUrl": "https://smba.trafficmanager.net@evil.example/"},
    "host as a prefix": {"serviceUrl": "https://smba.trafficmanager.net.evil.example/"},
    "backslash": {"serviceUrl": "https://evil.example\\.smba.trafficmanager.net/"},
    "line break": {"serviceUrl": "https://smba.trafficmanager.net/emea/\r\nX: y"},
    "another port": {"serviceUrl": "https://smba.trafficmanager.net:8443/emea/"},
    "a port that is none": {"serviceUrl": "https://smba.trafficmanager.net:x/emea/"},
    "broken brackets": {"serviceUrl": "https://[::1/emea/"},
    "another path than the token's": {"serviceUrl": "https://smba.trafficmanager.net/amer/"},
    "loopback": {"serviceUrl": LOOPBACK},
    "a foreign tenant": {"conversation": {"tenantId": "x"}, "channelData": {"tenant": {"id": "x"}}},
    "a foreign conversation": {"conversation": {"tenantId": "x"}},
    "data of a foreign tenant alone": {"conversation": {}, "channelData": {"tenant": {"id": "x"}}},
    "no tenant": {"conversation": {}, "channelData": {}},
    "channelData is text": {"conversation": None, "channelData": "x"},
    "tenant is a number": {"conversation": {"tenantId": 5}},
}


@pytest.mark.parametrize("case", REFUSED_ACTIVITIES)
async def test_an_activity_from_elsewhere_is_refused(door: Door, case: str) -> None:
    said = activity(**REFUSED_ACTIVITIES[case])
    with pytest.raises(NotLetIn) as refusal:
        door.admit(Claims(said["serviceUrl"] if case == "another host" else SERVICE_URL), said)
    assert refusal.value.status == 403


async def test_one_place_may_name_the_tenant(door: Door) -> None:
    door.admit(Claims(SERVICE_URL), activity(conversation={}))
    said = activity(channelData=None)
    door.admit(Claims(SERVICE_URL), said | {"conversation": {"tenantId": TENANT.upper()}})
    with pytest.raises(NotLetIn):
        door.admit(Claims(SERVICE_URL), said | {"conversation": {}})


async def test_the_conversations_tenant_counts_and_another_is_logged(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", "bot.teams.identity.door"):
        door.admit(Claims(SERVICE_URL), activity())
        assert caplog.records == []
        door.admit(Claims(SERVICE_URL), activity(channelData={"tenant": {"id": "THEIRS"}}))
    [line] = caplog.records
    assert (line.getMessage(), line.__dict__["tenant"], line.__dict__["other"]) == (
        "channelData names another tenant",
        TENANT,
        "theirs",
    )


async def test_other_clouds_and_ports_are_let_in_where_named(session: aiohttp.ClientSession) -> None:
    named = "smba.infra.gcc.teams.microsoft.com:443,localhost:4443,[::1]:4443"
    door = Door(identified_settings(SSAT_SERVICE_HOSTS=named), session)
    for address in (
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "https://localhost:4443/x",
        "https://[::1]:4443/",
    ):
        door.admit(Claims(address), activity(serviceUrl=address))
    with pytest.raises(NotLetIn):
        door.admit(Claims(SERVICE_URL), activity())


async def test_an_app_id_in_capitals_is_the_same_bot(
    identity: Identity, session: aiohttp.ClientSession
) -> None:
    keys = SigningKeys(session, identity.metadata_url)
    door = Door(identified_settings(MicrosoftAppId=APP.upper()), session, keys)
    assert await status_of(door, f"Bearer {identity.token()}") == 200
    assert await status_of(door, f"Bearer {identity.token(aud=APP.upper())}") == 200
    await door.close()


@pytest.mark.parametrize(
    ("claimed", "named"),
    [
        (SERVICE_URL, SERVICE_URL.rstrip("/")),
        (SERVICE_URL.rstrip("/"), SERVICE_URL),
        (SERVICE_URL, "https://SMBA.trafficmanager.NET/emea/"),
        ("https://smba.trafficmanager.net:443/emea", SERVICE_URL),
    ],
)
async def test_a_slash_and_the_case_of_the_host_make_no_other_service(
    door: Door, claimed: str, named: str
) -> None:
    door.admit(Claims(claimed), activity(serviceUrl=named))


@pytest.mark.parametrize(
    ("cloud", "host"),
    [
        ("public", "smba.trafficmanager.net"),
        ("gcc", "smba.infra.gcc.teams.microsoft.com"),
        ("GCC-High", "smba.infra.gov.teams.microsoft.us"),
        ("dod", "smba.infra.dod.teams.microsoft.us"),
    ],
)
async def test_a_cloud_is_one_setting(session: aiohttp.ClientSession, cloud: str, host: str) -> None:
    address = f"https://{host}/teams"
    Door(identified_settings(SSAT_CLOUD=cloud), session).admit(Claims(address), activity(serviceUrl=address))


async def test_a_refusal_names_the_host_for_the_log(door: Door) -> None:
    address = "https://smba.infra.gcc.teams.microsoft.com/teams"
    with pytest.raises(NotLetIn, match=r"host smba\.infra\.gcc\.teams\.microsoft\.com is not allowed"):
        door.admit(Claims(address), activity(serviceUrl=address))
    odd = "https://smba.trafficmanager.net%0aout=x/"
    with pytest.raises(NotLetIn, match=r"host \(odd\) is not allowed"):
        door.admit(Claims(odd), activity(serviceUrl=odd))


async def test_without_credentials_only_loopback_is_answered(session: aiohttp.ClientSession) -> None:
    door = Door(anonymous_settings(), session)
    claims = await door.check(None)
    for channel in ("msteams", "emulator"):
        door.admit(
            claims, activity(channelId=channel, serviceUrl=LOOPBACK, conversation={}, channelData=None)
        )
    for address in (
        SERVICE_URL,
        "http://10.0.0.1/",
        "file:///etc/passwd",
        "http://127.0.0.1.evil.example/",
        None,
    ):
        with pytest.raises(NotLetIn):
            door.admit(claims, activity(serviceUrl=address))
    with pytest.raises(NotLetIn):
        door.admit(claims, activity(channelId="webchat", serviceUrl=LOOPBACK))


async def test_without_credentials_tenants_count_where_named(session: aiohttp.ClientSession) -> None:
    door = Door(anonymous_settings(SSAT_TENANTS=TENANT), session)
    door.admit(Claims(None), activity(serviceUrl=LOOPBACK))
    with pytest.raises(NotLetIn):
        door.admit(
            Claims(None), activity(serviceUrl=LOOPBACK, channelData={"tenant": {"id": "x"}}, conversation={})
        )
