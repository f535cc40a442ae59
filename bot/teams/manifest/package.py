"""The zip that is uploaded to Teams: manifest, icons and languages, all at its root."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final
from urllib.parse import urlsplit
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot import __version__
from bot.core.texts import Texts
from bot.teams.commands import COMMANDS
from bot.teams.manifest.description import COLOUR_ICON, OUTLINE_ICON, Developer, describe_app, language_file
from bot.teams.manifest.icons import colour_icon, outline_icon
from bot.teams.manifest.wording import strings

DEFAULT_LANGUAGE: Final = "en"
MAX_COMMANDS: Final = 12
"""Commands that a list of the manifest takes."""
MAX_DEVELOPER_NAME: Final = 32

_GUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16
_UNIX: Final = 3


def build_package(
    app_id: str,
    texts: Texts,
    *,
    developer: Developer | None = None,
    version: str = __version__,
    commands: Sequence[str] = COMMANDS.keys,
) -> bytes:
    """The app package of the bot with this Microsoft app id; the same input gives the same bytes.

    `commands` are keys of texts (command.<key>.*), by default every command there is; the first of them come
    into Teams' menus, as many as those take. ValueError says in one sentence what Teams would refuse.
    """
    developer = developer or Developer()
    app_id = _checked_id(app_id)
    _check_developer(developer)
    listed = commands[:MAX_COMMANDS]
    by_language = {language: strings(words, listed) for language, words in sorted(texts.by_language.items())}
    others = [language for language in by_language if language != DEFAULT_LANGUAGE]
    default = texts.words(DEFAULT_LANGUAGE)
    files = {
        "manifest.json": _json(describe_app(app_id, version, developer, default, listed, others)),
        COLOUR_ICON: colour_icon(),
        OUTLINE_ICON: outline_icon(),
    }
    files |= {language_file(language): _json(said) for language, said in by_language.items()}
    return _zipped(files)


def _checked_id(app_id: str) -> str:
    if not _GUID.fullmatch(app_id):
        raise ValueError("the Microsoft app id must be a GUID like 00000000-0000-0000-0000-000000000000")
    return app_id.lower()


def _check_developer(developer: Developer) -> None:
    if not 0 < len(developer.name) <= MAX_DEVELOPER_NAME:
        raise ValueError(f"the developer's name must have 1 to {MAX_DEVELOPER_NAME} characters")
    for address in (developer.website, developer.privacy, developer.terms):
        parts = urlsplit(address)
        if parts.scheme != "https" or not parts.hostname:
            raise ValueError(f"{address} must be an address that begins with https://")


def _json(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Nothing of the day or the machine goes in. Stored: the icons are compressed, the rest is short."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, content)
    return target.getvalue()
