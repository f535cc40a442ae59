"""Settings and playbook, read together, so that whoever starts the bot reads every fault of both at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.core.playbook.links import with_links
from bot.core.playbook.load import inspect_playbook
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.record_system import naming
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source.faults import FileFault, PlaybookFaults
from bot.settings import Settings, SettingsFaults, load_settings


class ConfigurationFaults(Exception):
    """Something is wrong with the settings, the playbook or both: one line a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults

    def lines(self) -> list[str]:
        """The faults, one a line."""
        return list(self.faults)


@dataclass(frozen=True)
class Configured:
    """Settings and playbook as far as they could be read, everything that is wrong with them, and the advice
    for a playbook of the operator's own."""

    settings: Settings | None
    playbook: Playbook | None
    path: Path
    faults: list[str]
    advice: tuple[FileFault, ...] = ()

    def whole(self) -> tuple[Settings, Playbook]:
        """Both, where nothing is wrong. Raises ConfigurationFaults."""
        if self.faults or self.settings is None or self.playbook is None:
            raise ConfigurationFaults(self.faults)
        return self.settings, self.playbook


def configured(file: Path | None = None) -> Configured:
    """The settings, and the playbook that they name, or this one, with the operator's own addresses."""
    faults: list[str] = []
    settings: Settings | None
    try:
        settings = load_settings()
    except SettingsFaults as trouble:
        settings, faults = trouble.settings, trouble.lines()
    own = file or (settings and settings.playbook)
    path = own or shipped_playbook_path()
    playbook: Playbook | None = None
    advice: tuple[FileFault, ...] = ()
    # That a file of the settings is not there has been said already.
    if file is not None or path.is_file():
        try:
            found = inspect_playbook(path, complete=own is None)
            playbook, advice = found.playbook, found.advice
            if settings and settings.links and settings.links.is_file():
                playbook = with_links(playbook, settings.links)
            if settings:
                playbook = naming(playbook, settings.record_system)
        except PlaybookFaults as trouble:
            faults += trouble.lines()
    return Configured(settings, playbook, path, faults, advice)
