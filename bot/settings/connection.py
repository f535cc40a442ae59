"""A connection string for Azure tables, judged before anything uses it; nothing of it is repeated."""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from bot.settings.values import is_loopback

_NAME = "AZURE_STORAGE_CONNECTION_STRING"
_COPY = "copy it anew from the storage account, under Access keys"
_VALUE = re.compile(r"\S+")
_ACCOUNT = re.compile(r"[a-z0-9-]{3,44}")
"""Storage accounts, and those of Cosmos DB."""
_SUFFIX = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def connection_faults(text: str) -> Iterator[str]:
    """A line for a connection string that leads to no tables; an empty one is none."""
    wrong = _wrong(text) if text else ""
    if wrong:
        yield f"{_NAME}: {wrong}: {_COPY}"


def is_safe(address: str) -> bool:
    """An https address with a host; http on loopback alone."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))


def _wrong(text: str) -> str:
    pairs = [one.partition("=") for one in text.rstrip(";").split(";")]
    names = Counter(name.lower() for name, _, _ in pairs)
    if not all(name.isalnum() and _VALUE.fullmatch(value) for name, _, value in pairs):
        return "is no connection string"
    if max(names.values()) > 1:
        return "names the same thing twice"
    parts = {name.lower(): value for name, _, value in pairs}
    if parts.get("usedevelopmentstorage", "").lower() == "true":
        return "has a proxy, which tables do not take" if len(parts) > 1 else ""
    return _of_endpoint(parts) or _of_access(parts)


def _of_endpoint(parts: Mapping[str, str]) -> str:
    if not is_safe(parts.get("tableendpoint", "https://it")):
        return "has a TableEndpoint that is no https address"
    if "tableendpoint" not in parts and parts.get("defaultendpointsprotocol", "https").lower() != "https":
        return "has a DefaultEndpointsProtocol other than https"
    if not _SUFFIX.fullmatch(parts.get("endpointsuffix", "core.windows.net").lower()):
        return "has an EndpointSuffix that is no domain"
    return ""


def _of_access(parts: Mapping[str, str]) -> str:
    if "sharedaccesssignature" in parts:
        return "" if "tableendpoint" in parts else "has a SharedAccessSignature and no TableEndpoint"
    if not {"accountname", "accountkey"} <= parts.keys():
        return "names no AccountName and AccountKey"
    if not _ACCOUNT.fullmatch(parts["accountname"]):
        return "has an AccountName that is none"
    return "" if _is_key(parts["accountkey"]) else "has an AccountKey that is not whole"


def _is_key(text: str) -> bool:
    try:
        return bool(base64.b64decode(text, validate=True))
    except ValueError:
        return False
