"""The keys of what the bot keeps: people, asks, places, engagements."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b


def person_key(tenant: str, object_id: str) -> str:
    """The key of a person in a workshop: the tenant under which they were first met there, and their object
    id. The object id alone tells who it is (`identity`); the tenant may turn out to be another."""
    return f"{tenant}/{object_id}"


def identity(person: str) -> str:
    """The part of a person's key by which they are matched: an Entra object id is unique by itself. Members
    of a roster come with their home tenant, activities of the same people with none."""
    return person.partition("/")[2].lower()


def ask_key(question: str, service: str | None = None) -> str:
    """The key of an ask: a question, or a question for one service."""
    return question if service is None else f"{question}@{service}"


def split_ask_key(key: str) -> tuple[str, str | None]:
    """The question and the service of an ask key."""
    question, _, service = key.partition("@")
    return question, service or None


def engagement_id(tenant: str, channel: str, number: int) -> str:
    """The partition of an engagement: readable to an operator by its tenant, safe as a key."""
    return f"{place_key(tenant, channel)}~{number:04d}"


@lru_cache(maxsize=1024)
def place_key(tenant: str, channel: str) -> str:
    """The key of a channel or chat."""
    return f"{short_hash(tenant)}~{short_hash(channel)}"


def short_hash(text: str) -> str:
    """A key made of any text: the same for the same text, safe in every store."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
