"""Hostile requests over real HTTP: each is a 4xx, and nothing runs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fakes.activities import message
from tests.fakes.bad_bodies import BAD_BODIES
from tests.fakes.identity import SERVICE_URL, Identity
from tests.fakes.service import Listener, Served
from tests.fakes.settings import TENANT


@pytest.mark.parametrize("case", BAD_BODIES)
async def test_a_bad_body_runs_nothing(
    service: Served, listener: Listener, identity: Identity, case: str
) -> None:
    expected, raw, headers = BAD_BODIES[case]
    answer = await service.post(raw, headers=identity.bearer() | headers)
    assert answer.status == expected
    assert listener.came == []


@pytest.mark.parametrize("case", BAD_BODIES)
async def test_the_token_comes_before_the_body(service: Served, case: str) -> None:
    _, raw, headers = BAD_BODIES[case]
    answer = await service.post(raw, headers=headers)
    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"channelId": "webchat"}, 403),
        ({"serviceUrl": "https://evil.example/"}, 403),
        ({"serviceUrl": ""}, 403),
        ({"conversation": {"id": "x", "tenantId": "foreign"}}, 403),
        ({"type": None}, 400),
        ({"conversation": {"tenantId": TENANT}}, 400),
        ({"from": [1]}, 400),
        ({"value": {"x": "y" * 70_000}}, 400),
        ({"entities": "x"}, 400),
    ],
    ids=str,
)
async def test_a_bad_activity_runs_nothing(
    service: Served, listener: Listener, identity: Identity, changed: dict[str, Any], status: int
) -> None:
    answer = await service.post(message(SERVICE_URL) | changed, headers=identity.bearer())
    assert (answer.status, listener.came) == (status, [])
