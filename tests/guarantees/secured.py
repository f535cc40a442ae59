"""A bot with credentials as a process, and what it trusts around it: signers, tokens, a connector on TLS."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from tests.fakes.activities import message
from tests.fakes.certificate import Certificate
from tests.fakes.connector import FakeConnector
from tests.fakes.identity import Identity
from tests.fakes.settings import IDENTITY
from tests.service.client import Room
from tests.service.process import Bot

TOKENS = "/tenant/oauth2/v2.0/token"
"""The path under which the bot asks for its own tokens."""


def settings_for(identity: Identity, connector: FakeConnector, certificate: Certificate) -> dict[str, str]:
    """The settings of a bot that knows these two and nobody else; `id-fm` leads."""
    return {
        **IDENTITY,
        "SSAT_FM_IDS": "id-fm",
        "ToBotFromChannelOpenIdMetadataUrl": identity.metadata_url,
        "ToChannelFromBotLoginUrl": identity.login_url,
        "SSAT_SERVICE_HOSTS": urlsplit(connector.service_url).netloc,
        "SSL_CERT_FILE": str(certificate.trusted),
        "SSAT_GRACE": "0",
    }


@dataclass
class Secured:
    """The running bot. `session` sends no token of its own; a room's session sends a good one."""

    bot: Bot
    identity: Identity
    connector: FakeConnector
    session: aiohttp.ClientSession
    own: aiohttp.ClientSession

    def good(self) -> dict[str, str]:
        """The header with a token for the connector's serviceUrl."""
        return self.identity.bearer(serviceurl=self.connector.service_url)

    def room(self) -> Room:
        """A channel that no other test uses."""
        return Room(self.bot.url, self.own, self.connector, f"19:{uuid.uuid4().hex}@thread.tacv2")

    def activity(self, **changed: Any) -> dict[str, Any]:
        """Somebody who may lead starts a workshop; changes by key."""
        leader = {"id": "29:fm", "name": "Fm", "aadObjectId": "id-fm"}
        return message(self.connector.service_url, **{"id": uuid.uuid4().hex, "from": leader} | changed)

    async def status(self, headers: Mapping[str, str], said: bytes | Mapping[str, Any] | None = None) -> int:
        """The status that a request gets; what is not given is a good activity."""
        url = f"{self.bot.url}/api/messages"
        if isinstance(said, bytes):
            asked = self.session.post(url, data=said, headers={"Content-Type": "application/json", **headers})
        else:
            asked = self.session.post(url, json=dict(said or self.activity()), headers=dict(headers))
        async with asked as answer:
            return answer.status

    async def nothing_ran(self) -> None:
        """Nothing was decided or sent; a turn that did run shows that it would have been seen."""
        assert self.connector.sent == []
        assert [line for line in self.bot.said if "outcome=answered" in line] == []
        assert await self.status(self.good()) == 200
        await self.connector.arrived(1)
        await self.bot.logs("outcome=answered")
