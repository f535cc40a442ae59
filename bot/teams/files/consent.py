"""The cards with which Teams takes a file: may I, what the person said, and here it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import msgspec

from bot.core.papers.files import FileKind

CONSENT = "application/vnd.microsoft.teams.card.file.consent"
INFO = "application/vnd.microsoft.teams.card.file.info"


class Context(msgspec.Struct, frozen=True, omit_defaults=True):
    """The data that the consent card brings back: which file, of which workshop. It comes from a client, so
    nothing of it is believed before the engagement was read."""

    file: str
    engagement: str = ""


class Upload(msgspec.Struct, frozen=True, rename="camel"):
    """The address where the file may be put, and those by which it is found afterwards."""

    upload_url: str = ""
    content_url: str = ""
    name: str = ""
    unique_id: str = ""
    file_type: str = ""


class Consent(msgspec.Struct, frozen=True, rename="camel"):
    """The person's answer to a consent card."""

    action: Literal["accept", "decline"]
    context: Context
    upload_info: Upload | None = None


@dataclass(frozen=True, slots=True)
class FileOffer:
    """A file that is offered."""

    kind: FileKind
    name: str
    about: str
    size: int
    engagement: str


def read_consent(value: Mapping[str, Any]) -> Consent | None:
    """The answer to a consent card, None where it is none of ours."""
    try:
        return msgspec.convert(value, Consent)
    except msgspec.ValidationError:
        return None


def kind_of(context: Context) -> FileKind | None:
    """The file that is meant, None where there is no such file."""
    return next((kind for kind in FileKind if kind.value == context.file), None)


def consent_message(offer: FileOffer) -> dict[str, Any]:
    """May I put this file into your OneDrive?"""
    context = msgspec.to_builtins(Context(offer.kind.value, offer.engagement))
    content = {
        "description": offer.about,
        "sizeInBytes": offer.size,
        "acceptContext": context,
        "declineContext": context,
    }
    return {
        "type": "message",
        "attachments": [{"contentType": CONSENT, "name": offer.name, "content": content}],
    }


def file_message(upload: Upload) -> dict[str, Any]:
    """The file as it lies there."""
    return {
        "type": "message",
        "attachments": [
            {
                "contentType": INFO,
                "contentUrl": upload.content_url,
                "name": upload.name,
                "content": {"uniqueId": upload.unique_id, "fileType": upload.file_type},
            }
        ],
    }
