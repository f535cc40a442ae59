"""The connector of Teams: sends, updates and asks who is there, over one shared session."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

import aiohttp
import msgspec
from yarl import URL

from bot.teams.identity.places import PlaceRefused, ServiceHosts
from bot.teams.identity.tokens import Tokens, TokenUnavailable
from bot.teams.outbound.send_faults import NOT_ALLOWED, Gone, Refused, SendFailed, Unsure, fault_of
from bot.teams.outbound.sending import Address, Connector, MemberInfo

__all__ = ["Address", "Connector", "Gone", "HttpConnector", "MemberInfo", "Refused", "SendFailed", "Unsure"]

LIMIT = 10.0
"""Seconds that a call may take."""
_CONNECT = 3.0
_PAGE = 500
_MOST = 5_000
_UNAUTHORIZED = 401
_FORBIDDEN = 403

log = logging.getLogger(__name__)
_NOT_CONNECTED = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
"""Nothing left for the host: no connection, or a proxy that makes none."""
_encode = msgspec.json.Encoder().encode


class HttpConnector:
    """The connector over HTTP; a Connector. Builds nothing per call: the session keeps connections open.

    No call leaves for an address that `hosts` refuses, wherever it was read.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        tokens: Tokens,
        hosts: ServiceHosts,
        bot_id: str | None = None,
        limit: float = LIMIT,
    ) -> None:
        self._session = session
        self._tokens = tokens
        self._hosts = hosts
        self._bot_id = bot_id
        self._limit = aiohttp.ClientTimeout(total=limit, sock_connect=min(_CONNECT, limit))

    async def post(self, to: Address, activity: Mapping[str, Any], *, targeted: bool = False) -> str:
        said = await self._call("POST", to, _activities(to, None, targeted), activity, private=targeted)
        return str(said.get("id") or "")

    async def update(
        self, to: Address, activity_id: str, activity: Mapping[str, Any], *, targeted: bool = False
    ) -> None:
        await self._call("PUT", to, _activities(to, activity_id, targeted), activity, private=targeted)

    async def new_post(self, to: Address, channel_id: str, activity: Mapping[str, Any]) -> tuple[str, str]:
        body = {"isGroup": True, "channelData": {"channel": {"id": channel_id}}, "activity": activity}
        said = await self._call("POST", to, "/v3/conversations", body)
        conversation, created = str(said.get("id") or ""), str(said.get("activityId") or "")
        if created and ";messageid=" not in conversation:
            conversation = f"{conversation or channel_id};messageid={created}"
        return conversation, created or conversation.partition(";messageid=")[2]

    async def new_chat(self, to: Address, person_id: str, tenant: str) -> str:
        body: dict[str, Any] = {"isGroup": False, "members": [{"id": person_id}], "tenantId": tenant}
        body["channelData"] = {"tenant": {"id": tenant}}
        if self._bot_id:
            body["bot"] = {"id": self._bot_id}
        # That this person cannot be reached says nothing about the conversation we came from.
        said = await self._call("POST", to, "/v3/conversations", body, private=True)
        return str(said.get("id") or "")

    async def members(self, to: Address) -> list[MemberInfo]:
        found: list[MemberInfo] = []
        conversation = quote(to.conversation.partition(";messageid=")[0], safe="")
        query = {"pageSize": str(_PAGE)}
        while True:
            path = f"/v3/conversations/{conversation}/pagedmembers?{urlencode(query)}"
            said = await self._call("GET", to, path)
            page = said.get("members")
            found += [one for entry in page if (one := _member(entry))] if isinstance(page, list) else []
            further = said.get("continuationToken")
            if not further or not page or len(found) >= _MOST:
                return found[:_MOST]
            query["continuationToken"] = str(further)

    async def _call(
        self,
        method: str,
        to: Address,
        path: str,
        body: Mapping[str, Any] | None = None,
        *,
        private: bool = False,
    ) -> dict[str, Any]:
        """One call, a second one where the token was refused. Raises SendFailed."""
        try:
            self._hosts.check(to.service_url)
        except PlaceRefused as refusal:
            log.error("nothing sent: %s", refusal)
            raise Refused(_FORBIDDEN, NOT_ALLOWED, None) from None
        raw = None if body is None else _encode(body)
        url = URL(to.service_url.rstrip("/") + path, encoded=True)
        for attempt in (1, 2):
            header = await self._header()
            status, answer, text = await self._request(method, url, header, raw)
            if status == _UNAUTHORIZED and attempt == 1 and header is not None:
                self._tokens.forget(header)
                continue
            break
        said = _decoded(text)
        if not 200 <= status < 300:
            fault = fault_of(method, status, said, answer.get("Retry-After"))
            if private and isinstance(fault, Gone):
                fault = Refused(fault.status, fault.code, None)
            raise fault
        return said

    async def _header(self) -> str | None:
        try:
            return await self._tokens.header()
        except TokenUnavailable:
            raise Refused(0, "TokenUnavailable", None) from None

    async def _request(
        self, method: str, url: URL, header: str | None, raw: bytes | None
    ) -> tuple[int, Mapping[str, str], bytes]:
        headers = {"Content-Type": "application/json"}
        if header is not None:
            headers["Authorization"] = header
        # A redirect is never followed: the token stays with the host that the door allowed.
        try:
            async with self._session.request(
                method, url, data=raw, headers=headers, timeout=self._limit, allow_redirects=False
            ) as answer:
                return answer.status, answer.headers, await answer.read()
        except _NOT_CONNECTED:
            raise Refused(0, "NotConnected", None) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as trouble:
            raise Unsure(type(trouble).__name__) from None


def _activities(to: Address, activity_id: str | None, targeted: bool) -> str:
    path = f"/v3/conversations/{quote(to.conversation, safe='')}/activities"
    if activity_id is not None:
        path += f"/{quote(activity_id, safe='')}"
    return path + "?isTargetedActivity=true" if targeted else path


def _decoded(text: bytes) -> dict[str, Any]:
    try:
        said = msgspec.json.decode(text) if text else None
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _member(entry: Any) -> MemberInfo | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        return None
    object_id = entry.get("aadObjectId") or entry.get("objectId")
    name, tenant = entry.get("name"), entry.get("tenantId")
    return MemberInfo(
        id=entry["id"],
        object_id=object_id.lower() if isinstance(object_id, str) else None,
        name=name if isinstance(name, str) else "",
        tenant=tenant.lower() if isinstance(tenant, str) else None,
        addresses=tuple(
            one
            for one in dict.fromkeys((entry.get("email"), entry.get("userPrincipalName")))
            if isinstance(one, str) and one
        ),
    )
