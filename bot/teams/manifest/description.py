"""manifest.json: what Teams has to know about the app, version 1.30 of the schema."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.core.texts import Words
from bot.teams.manifest.icons import ACCENT
from bot.teams.manifest.wording import SCOPES, app_about, strings, title

SCHEMA_VERSION: Final = "1.30"
COLOUR_ICON: Final = "color.png"
OUTLINE_ICON: Final = "outline.png"

_SCHEMA: Final = (
    f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}/MicrosoftTeams.schema.json"
)


@dataclass(frozen=True, slots=True)
class Developer:
    """The operator of the bot, shown in the app's details. The defaults are placeholders for real ones.

    `name` has at most 32 characters; the addresses begin with https://, and `privacy` leads to the notice
    that the bot's opening card refers to.
    """

    name: str = "FastTrack partner"
    website: str = "https://example.com/ssat-bot"
    privacy: str = "https://example.com/ssat-bot/privacy"
    terms: str = "https://example.com/ssat-bot/terms"


def describe_app(
    app_id: str,
    version: str,
    developer: Developer,
    words: Words,
    commands: Sequence[str],
    others: Sequence[str],
) -> dict[str, Any]:
    """The manifest of one bot: `words` are the default language's, `others` the further languages."""
    default = strings(words, ())
    return {
        "$schema": _SCHEMA,
        "manifestVersion": SCHEMA_VERSION,
        "version": version,
        "id": app_id,
        "developer": {
            "name": developer.name,
            "websiteUrl": developer.website,
            "privacyUrl": developer.privacy,
            "termsOfUseUrl": developer.terms,
        },
        "name": {"short": default["name.short"], "full": default["name.full"]},
        "description": {"short": default["description.short"], "full": default["description.full"]},
        "localizationInfo": {
            "defaultLanguageTag": words.language,
            "defaultLanguageFile": language_file(words.language),
            "additionalLanguages": [
                {"languageTag": language, "file": language_file(language)} for language in others
            ],
        },
        "icons": {"color": COLOUR_ICON, "outline": OUTLINE_ICON},
        "accentColor": ACCENT,
        "bots": [_bot(app_id, words, commands)],
        "defaultInstallScope": "team",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
        # Teams refuses an app for teams that does not say so, though its schema does not ask for it.
        "supportsChannelFeatures": "tier1",
        "permissions": ["identity", "messageTeamMembers"],
        # No ChannelMessage.Read.Group: it would bring answers typed without a mention, and with them every
        # message of every channel of the team. An answer takes a tap, or a mention; nobody has to agree to
        # a bot that reads along, and the bot cannot answer messages that were not meant for it.
    }


def language_file(language: str) -> str:
    """The file of a language, at the root of the package."""
    return f"{language}.json"


def _bot(app_id: str, words: Words, commands: Sequence[str]) -> dict[str, Any]:
    listed = [
        {"title": title(words, command), "description": app_about(words, command)} for command in commands
    ]
    return {
        "botId": app_id,
        "scopes": list(SCOPES),
        "supportsFiles": True,
        "isNotificationOnly": False,
        "supportsTargetedMessages": True,
        "commandLists": [
            {"triggers": _triggers(scope), "scopes": [scope], "commands": listed} for scope in SCOPES
        ],
    }


def _triggers(scope: str) -> list[str]:
    # The slash menu sends private messages, and between two people every message is private.
    return ["mention"] if scope == "personal" else ["mention", "slash"]
