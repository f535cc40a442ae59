"""Tokens that prove nothing: each is refused with 401."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization

from tests.fakes.identity import SERVICE_URL, Identity
from tests.fakes.settings import APP


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


def now() -> int:
    """Asked for each token: a long run would make what is not yet valid valid."""
    return int(time.time())


BAD_TOKENS: dict[str, Callable[[Identity], str]] = {
    "no exp": lambda one: one.token(without="exp"),
    "expired": lambda one: one.token(exp=now() - 400),
    "not yet valid": lambda one: one.token(nbf=now() + 900),
    "issued in the future": lambda one: one.token(iat=now() + 900),
    "exp is a word": lambda one: one.token(exp="soon"),
    "exp is endless": lambda one: one.token(exp=float("inf")),
    "exp is a list": lambda one: one.token(exp=[]),
    "no issuer": lambda one: one.token(without="iss"),
    "another issuer": lambda one: one.token(iss="https://sts.windows.net/t/"),
    "emulator's issuer": lambda one: one.token(iss="https://login.microsoftonline.com/t/v2.0", appid=APP),
    "issuer is a list": lambda one: one.token(iss=["https://api.botframework.com"]),
    "no audience": lambda one: one.token(without="aud"),
    "another audience": lambda one: one.token(aud="other"),
    "audience is a list that holds the bot": lambda one: one.token(aud=["other", APP]),
    "audience is a list of the bot alone": lambda one: one.token(aud=[APP]),
    "anonymous skill": lambda one: one.token(appid="AnonymousSkill"),
    "anonymous skill of version 2": lambda one: one.token(azp="AnonymousSkill"),
    "audience is a number": lambda one: one.token(aud=7),
    "no serviceurl": lambda one: one.token(without="serviceurl"),
    "serviceurl is a list": lambda one: one.token(serviceurl=[SERVICE_URL]),
    "unknown kid": lambda one: one.token(header={"kid": "made-up"}),
    "kid is a number": lambda one: forged({"alg": "RS256", "kid": 5}),
    "no kid": lambda one: forged({"alg": "RS256"}),
    "alg none": lambda one: forged({"alg": "none", "kid": "first"}),
    "alg is a list": lambda one: forged({"alg": ["RS256"], "kid": "first"}),
    "HS256 with the public key": with_public_key_as_secret,
    "bad signature": tampered,
    "another body": swapped_body,
    "garbage": lambda one: "garbage",
    "dots": lambda one: "...",
    "bad base64": lambda one: "!!!.###.$$$",
    "deep header": lambda one: base64.urlsafe_b64encode(b"[" * 9000).decode() + ".e30.e30",
    "not ascii": lambda one: "tökén.x.y",
    "very long": lambda one: one.token(pad="x" * 20_000),
    "nothing": lambda one: "",
}


def forged(header: dict[str, Any]) -> str:
    """A token with any header and a signature of nothing."""
    parts = (base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in (header, {}))
    return ".".join([*parts, "AAAA"])
