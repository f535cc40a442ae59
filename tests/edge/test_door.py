"""The door: only the channel's own tokens, and only for where the operator said."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import aiohttp
import jwt
import pytest
from cryptography.hazmat.primitives import serialization

from bot.teams.door import Claims, Door, Refused
from tests.fakes.door import status_of
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


def with_public_key_as_secret(identity: Identity) -> str:
    public = identity.keys["first"].public_key()
    secret = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    signed = jwt.encode({"x": 1}, "0" * 40, algorithm="HS256", headers={"kid": "first"}).rpartition(".")[0]
    mac = base64.urlsafe_b64encode(jwt.get_algorithm_by_name("HS256").sign(signed.encode(), secret)).rstrip(
        b"="
    )
    return f"{signed}.{mac.decode()}"


def tampered(identity: Identity) -> str:
    head, body, signature = identity.token().split(".")
    return f"{head}.{body}.{signature[:-10]}{'A' * 10}"


def swapped_body(identity: Identity) -> str:
    head, _, signature = identity.token().split(".")
    return f"{head}.{identity.token(aud='other').split('.')[1]}.{signature}"


NOW = int(time.time())
BAD: dict[str, tuple[int, Callable[[Identity], str]]] = {
    "no exp": (401, lambda one: one.token(without="exp")),
    "expired": (401, lambda one: one.token(exp=NOW - 400)),
    "not yet valid": (401, lambda one: one.token(nbf=NOW + 900)),
    "issued in the future": (401, lambda one: one.token(iat=NOW + 900)),
    "exp is a word": (401, lambda one: one.token(exp="soon")),
    "exp is endless": (401, lambda one: one.token(exp=float("inf"))),
    "exp is a list": (401, lambda one: one.token(exp=[])),
    "no issuer": (401, lambda one: one.token(without="iss")),
    "another issuer": (401, lambda one: one.token(iss="https://sts.windows.net/t/")),
    "emulator's issuer": (
        401,
        lambda one: one.token(iss="https://login.microsoftonline.com/t/v2.0", appid=APP),
    ),
    "issuer is a list": (401, lambda one: one.token(iss=["https://api.botframework.com"])),
    "no audience": (401, lambda one: one.token(without="aud")),
    "another audience": (401, lambda one: one.token(aud="other")),
    "audience is a number": (401, lambda one: one.token(aud=7)),
    "no serviceurl": (401, lambda one: one.token(without="serviceurl")),
    "serviceurl is a list": (401, lambda one: one.token(serviceurl=[SERVICE_URL])),
    "unknown kid": (401, lambda one: one.token(header={"kid": "made-up"})),
    "kid is a number": (401, lambda one: forged({"alg": "RS256", "kid": 5})),
    "no kid": (401, lambda one: forged({"alg": "RS256"})),
    "alg none": (401, lambda one: forged({"alg": "none", "kid": "first"})),
    "alg is a list": (401, lambda one: forged({"alg": ["RS256"], "kid": "first"})),
    "HS256 with the public key": (401, with_public_key_as_secret),
    "bad signature": (401, tampered),
    "another body": (401, swapped_body),
    "garbage": (401, lambda one: "garbage"),
    "dots": (401, lambda one: "..."),
    "bad base64": (401, lambda one: "!!!.###.$$$"),
    "deep header": (401, lambda one: base64.urlsafe_b64encode(b"[" * 9000).decode() + ".e30.e30"),
    "not ascii": (401, lambda one: "tökén.x.y"),
    "very long": (401, lambda one: one.token(pad="x" * 20_000)),
    "nothing": (401, lambda one: ""),
}


def forged(header: dict[str, Any]) -> str:
    """A token with any header and a signature of nothing."""
    parts = (base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in (header, {}))
    return ".".join([*parts, "AAAA"])


@pytest.mark.parametrize("case", BAD)
async def test_a_bad_token_is_refused(door: Door, identity: Identity, case: str) -> None:
    expected, build = BAD[case]
    assert await status_of(door, f"Bearer {build(identity)}") == expected


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
    assert await status_of(door, f"Bearer {identity.token(exp=NOW - 200, nbf=NOW + 200)}") == 200


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
    "tenants that disagree": {"channelData": {"tenant": {"id": "x"}}},
    "no tenant": {"conversation": {}, "channelData": {}},
    "channelData is text": {"conversation": None, "channelData": "x"},
    "tenant is a number": {"conversation": {"tenantId": 5}},
}


@pytest.mark.parametrize("case", REFUSED_ACTIVITIES)
async def test_an_activity_from_elsewhere_is_refused(door: Door, case: str) -> None:
    said = activity(**REFUSED_ACTIVITIES[case])
    with pytest.raises(Refused) as refusal:
        door.admit(Claims(said["serviceUrl"] if case == "another host" else SERVICE_URL), said)
    assert refusal.value.status == 403


async def test_one_place_may_name_the_tenant(door: Door) -> None:
    door.admit(Claims(SERVICE_URL), activity(conversation={}))
    said = activity(channelData=None)
    door.admit(Claims(SERVICE_URL), said | {"conversation": {"tenantId": TENANT.upper()}})
    with pytest.raises(Refused):
        door.admit(Claims(SERVICE_URL), said | {"conversation": {}})


async def test_other_clouds_and_ports_are_let_in_where_named(session: aiohttp.ClientSession) -> None:
    named = "smba.infra.gcc.teams.microsoft.com:443,localhost:4443,[::1]:4443"
    door = Door(identified_settings(SSAT_SERVICE_HOSTS=named), session)
    for address in (
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "https://localhost:4443/x",
        "https://[::1]:4443/",
    ):
        door.admit(Claims(address), activity(serviceUrl=address))
    with pytest.raises(Refused):
        door.admit(Claims(SERVICE_URL), activity())


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
        with pytest.raises(Refused):
            door.admit(claims, activity(serviceUrl=address))
    with pytest.raises(Refused):
        door.admit(claims, activity(channelId="webchat", serviceUrl=LOOPBACK))


async def test_without_credentials_tenants_count_where_named(session: aiohttp.ClientSession) -> None:
    door = Door(anonymous_settings(SSAT_TENANTS=TENANT), session)
    door.admit(Claims(None), activity(serviceUrl=LOOPBACK))
    with pytest.raises(Refused):
        door.admit(
            Claims(None), activity(serviceUrl=LOOPBACK, channelData={"tenant": {"id": "x"}}, conversation={})
        )
