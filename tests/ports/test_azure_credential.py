"""A token that is slow to come is fetched once, and not lost with the request that asked for it."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

import pytest
from azure.core.credentials import AccessToken

from bot.store.azure.credential import PatientCredential
from bot.store.azure.store import AzureTablesStore


class SlowCredential:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.asked = 0
        self.closed = False
        self.answer = asyncio.get_running_loop().create_future()

    async def get_token(self, *scopes: str, **options: Any) -> AccessToken:
        self.asked += 1
        await asyncio.wait([self.answer])
        return AccessToken(self.answer.result(), 0)

    async def close(self) -> None:
        self.closed = True

    async def __aenter__(self) -> SlowCredential:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        await self.close()


async def test_a_fetch_goes_on_when_its_request_is_given_up_and_serves_the_next() -> None:
    slow = SlowCredential()
    patient = PatientCredential(slow)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(patient.get_token("scope"), 0.01)
    later = [asyncio.ensure_future(patient.get_token("scope")) for _ in range(3)]
    slow.answer.set_result("the token")
    assert {(await token).token for token in later} == {"the token"}
    assert slow.asked == 1
    await patient.get_token("scope")
    assert slow.asked == 2


async def test_a_refusal_reaches_whoever_waits() -> None:
    slow = SlowCredential()
    token = asyncio.ensure_future(PatientCredential(slow).get_token("scope"))
    slow.answer.set_exception(PermissionError("expired"))
    with pytest.raises(PermissionError, match="expired"):
        await token


async def test_the_store_closes_its_credential_and_what_it_still_fetches() -> None:
    slow = SlowCredential()
    patient = PatientCredential(slow)
    store = AzureTablesStore.from_endpoint("https://account.table.core.windows.net", patient)
    token = asyncio.ensure_future(patient.get_token("scope"))
    await asyncio.sleep(0)
    await store.close()
    assert slow.closed
    with pytest.raises(asyncio.CancelledError):
        await token
