"""Environment and `.env` read as one frozen value, with everything that is wrong said at once."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import AliasChoices, ValidationError
from pydantic.fields import FieldInfo

from bot.settings.given import unknown_names
from bot.settings.model import Settings
from bot.settings.rules import settings_faults

_TOOLS = ("SSAT_KEEP", "SSAT_RECORD")
"""Names of ours that mean something to `make` and the tests alone."""


class SettingsFaults(Exception):
    """Something is wrong with the settings: one line a fault, each with the setting and what to do.

    `settings` are those with usual values in place of the unreadable ones, to check what they name; None
    where nothing could be read.
    """

    def __init__(self, faults: list[str], settings: Settings | None = None) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults
        self.settings = settings

    def lines(self) -> list[str]:
        """The faults, one a line."""
        return list(self.faults)


def load_settings(env_file: Path | str | None = ".env") -> Settings:
    """The settings of the environment and of `.env`. Raises SettingsFaults with every fault."""
    faults: list[str] = []
    usual: dict[str, Any] = {}
    try:
        settings = _read(env_file, usual)
    except OSError as trouble:
        raise SettingsFaults([f"{env_file}: cannot be read: {trouble.strerror}"]) from None
    except UnicodeDecodeError:
        raise SettingsFaults([f"{env_file}: is not UTF-8: save it as UTF-8"]) from None
    except ValidationError as trouble:
        # The other settings are judged with the usual values in place of the unreadable ones.
        for error in trouble.errors():
            name, message = str(error["loc"][0]), str(error["msg"])
            faults.append(f"{name}: {message[0].lower()}{message[1:]}")
            usual[name] = next(one.default for key, one in _by_name() if key == name)
        settings = _read(env_file, usual)
    faults += unknown_names(env_file, (*setting_names(), *_TOOLS))
    faults += [line for line in settings_faults(settings) if line.partition(":")[0] not in usual]
    if faults:
        raise SettingsFaults(faults, settings)
    return settings


def setting_names() -> Mapping[str, str]:
    """Outside name of each setting -> its description, in the order of the table in the README."""
    return {name: field.description or "" for name, field in _by_name()}


def _by_name() -> Iterator[tuple[str, FieldInfo]]:
    for field in Settings.model_fields.values():
        if isinstance(field.validation_alias, AliasChoices):
            yield str(field.validation_alias.choices[0]), field


def _read(env_file: Path | str | None, instead: Mapping[str, Any]) -> Settings:
    # Lines that it cannot read are said by `unknown_names`, in our words and once.
    logging.getLogger("dotenv.main").setLevel(logging.ERROR)
    return Settings(_env_file=env_file, **instead)  # type: ignore[call-arg]
