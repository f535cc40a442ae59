"""The app package of Teams: manifest, icons and languages, as files or as the zip that is uploaded."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final
from urllib.parse import urlsplit
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from bot.core.texts import Texts
from bot.teams.commands import COMMANDS
from bot.teams.manifest.description import COLOUR_ICON, OUTLINE_ICON, Developer, describe_app, language_file
from bot.teams.manifest.icons import colour_icon, outline_icon
from bot.teams.manifest.wording import strings

DEFAULT_LANGUAGE: Final = "en"
MAX_COMMANDS: Final = 12
"""Commands that a list of the manifest takes."""
MAX_DEVELOPER_NAME: Final = 32

_EXAMPLES: Final = ("example.com", "example.net", "example.org")
_VERSION: Final = re.compile(r"\d{1,9}\.\d{1,9}\.\d{1,9}")
_GUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
_READABLE: Final = 0o644 << 16
_UNIX: Final = 3


def build_package(
    app_id: str,
    texts: Texts,
    *,
    developer: Developer | None = None,
    version: str = "",
    draft: bool = False,
    today: date | None = None,
    commands: Sequence[str] = COMMANDS.keys,
) -> bytes:
    """The zip of `package_files`; the same input on the same day gives the same bytes."""
    return _zipped(
        package_files(
            app_id,
            texts,
            developer=developer,
            version=version,
            draft=draft,
            today=today,
            commands=commands,
        )
    )


def package_files(
    app_id: str,
    texts: Texts,
    *,
    developer: Developer | None = None,
    version: str = "",
    draft: bool = False,
    today: date | None = None,
    commands: Sequence[str] = COMMANDS.keys,
) -> dict[str, bytes]:
    """The files of the app package of the bot with this Microsoft app id, by name.

    The admin center refuses a package whose `version` it has: one that is not given follows from the day and
    from what the files say. Addresses that are nobody's are taken for a `draft` alone. `commands` are keys of
    texts (command.<key>.*), by default every command there is; the first of them come into Teams' menus, as
    many as those take. ValueError says in one sentence what Teams would refuse.
    """
    developer = developer or Developer()
    app_id = _checked_id(app_id)
    _check_developer(developer, draft=draft)
    if version and not _VERSION.fullmatch(version):
        raise ValueError(f"the version must be three numbers like 1.0.0, not {version}")
    listed = commands[:MAX_COMMANDS]
    by_language = {language: strings(words, listed) for language, words in sorted(texts.by_language.items())}
    others = [language for language in by_language if language != DEFAULT_LANGUAGE]
    default = texts.words(DEFAULT_LANGUAGE)
    beside = {COLOUR_ICON: colour_icon(), OUTLINE_ICON: outline_icon()}
    beside |= {language_file(language): _json(said) for language, said in by_language.items()}

    def described(as_version: str) -> bytes:
        return _json(describe_app(app_id, as_version, developer, default, listed, others))

    version = version or _version_of([described(""), *beside.values()], today or date.today())  # noqa: DTZ011
    return {"manifest.json": described(version)} | beside


def _version_of(contents: Sequence[bytes], day: date) -> str:
    """1, the day, and a number that stands for the contents: what says something else has another version."""
    mark = hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in contents)).digest()
    return f"1.{day:%Y%m%d}.{int.from_bytes(mark[:4]) % 100_000}"


def _checked_id(app_id: str) -> str:
    if not _GUID.fullmatch(app_id):
        raise ValueError("the Microsoft app id must be a GUID like 00000000-0000-0000-0000-000000000000")
    return app_id.lower()


def _check_developer(developer: Developer, *, draft: bool) -> None:
    if not 0 < len(developer.name) <= MAX_DEVELOPER_NAME:
        raise ValueError(f"the developer's name must have 1 to {MAX_DEVELOPER_NAME} characters")
    for address in (developer.website, developer.privacy, developer.terms):
        parts = urlsplit(address)
        if parts.scheme != "https" or not parts.hostname:
            raise ValueError(f"{address} must be an address that begins with https://")
        if not draft and parts.hostname.removeprefix("www.") in _EXAMPLES:
            raise ValueError(
                f"{address} is no page of yours: give --website, --privacy, --terms, or --draft to try it out"
            )


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
