"""`ssat-bot manifest`: the Teams app package."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.cli.configured import ConfigurationFaults
from bot.core.playbook.book import Book
from bot.core.playbook.load import load_playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source.faults import PlaybookFaults
from bot.core.screens.left_out import is_left_out
from bot.core.texts import Texts
from bot.settings import Settings, SettingsFaults, load_settings
from bot.teams.commands import COMMANDS
from bot.teams.manifest import Developer, build_package, package_files


def run(options: argparse.Namespace) -> int:
    """Write the package for the bot of the settings, of which it needs the id alone."""
    settings = _settings()
    if settings.anonymous:
        print("manifest: set MicrosoftAppId to the id of your Azure Bot first", file=sys.stderr)  # noqa: T201
        return 1
    given = {
        "name": options.developer,
        "website": options.website,
        "privacy": options.privacy,
        "terms": options.terms,
    }
    books = _books(settings)
    texts = _texts(settings, books[0])
    listed = tuple(key for key in COMMANDS.keys if not all(is_left_out(one, key) for one in books))
    developer = Developer(**{name: value for name, value in given.items() if value})
    said = {
        "developer": developer,
        "version": options.version_given or "",
        "draft": options.draft,
        "commands": listed,
    }
    try:
        if options.folder is None:
            options.out.write_bytes(build_package(settings.app_id, texts, **said))
        else:
            _write(options.folder, package_files(settings.app_id, texts, **said))
    except ValueError as trouble:
        print(f"manifest: {trouble}", file=sys.stderr)  # noqa: T201
        return 1
    except OSError as trouble:
        where = options.out or options.folder
        print(f"manifest: cannot write {where}: {trouble.strerror}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _settings() -> Settings:
    """The settings, whatever else is wrong with them or missing. Raises SettingsFaults for a wrong id."""
    try:
        return load_settings()
    except SettingsFaults as trouble:
        faults = [line for line in trouble.lines() if line.startswith("MicrosoftAppId:")]
        if trouble.settings is None:
            raise
        if faults and not trouble.settings.anonymous:
            raise SettingsFaults(faults) from None
        return trouble.settings


def _books(settings: Settings) -> list[Book]:
    """The playbooks; the app is described by the first. Raises ConfigurationFaults."""
    paths = settings.playbooks or (shipped_playbook_path(),)
    try:
        return [Book(load_playbook(one, complete=not settings.playbooks)) for one in paths]
    except PlaybookFaults as trouble:
        raise ConfigurationFaults(trouble.lines()) from None


def _texts(settings: Settings, book: Book) -> Texts:
    """The sentences about the workshop, in the words of its playbook. Raises ConfigurationFaults."""
    try:
        return book.texts(settings.texts, settings.record_system)
    except PlaybookFaults as trouble:
        raise ConfigurationFaults(trouble.lines()) from None


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """The files in their folder, which the Agents Toolkit takes as it is; others there stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
