"""Settings and playbook, read together, so that whoever starts the bot reads every fault of both at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.core.playbook.interface import own_sentences, unspoken
from bot.core.playbook.links import with_links
from bot.core.playbook.load import inspect_playbook
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source.faults import FileFault, PlaybookFaults, summed
from bot.core.texts import load_texts
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
    of_settings: tuple[str, ...] = ()
    of_files: tuple[FileFault, ...] = ()
    advice: tuple[FileFault, ...] = ()
    unspoken: tuple[str, ...] = ()
    """A line for each language of the playbook in which the interface lacks sentences."""

    @property
    def faults(self) -> list[str]:
        """All faults to read, one a line; many that say the same are summed up."""
        return [*self.of_settings, *summed(self.of_files)]

    def whole(self) -> tuple[Settings, Playbook]:
        """Both, where nothing is wrong. Raises ConfigurationFaults."""
        if self.faults or self.settings is None or self.playbook is None:
            raise ConfigurationFaults(self.faults)
        return self.settings, self.playbook


def configured(file: Path | None = None) -> Configured:
    """The settings, and the playbook that they name, or this one, with the operator's own addresses."""
    said: list[str] = []
    settings: Settings | None
    try:
        settings = load_settings()
    except SettingsFaults as trouble:
        settings, said = trouble.settings, trouble.lines()
    own = file or (settings and settings.playbook)
    path = own or shipped_playbook_path()
    playbook: Playbook | None = None
    faults: tuple[FileFault, ...] = ()
    advice: tuple[FileFault, ...] = ()
    # That a file of the settings is not there has been said already.
    if file is not None or path.is_file():
        try:
            found = inspect_playbook(path, complete=own is None)
            playbook, advice = found.playbook, found.advice
            if settings and settings.links and settings.links.is_file():
                playbook = with_links(playbook, settings.links)
        except PlaybookFaults as trouble:
            faults = trouble.faults
    own_words: dict[str, dict[str, str]] = {}
    if settings and settings.texts and settings.texts.is_file():
        try:
            own_words = own_sentences(load_texts(), settings.texts)
        except PlaybookFaults as trouble:
            faults = (*faults, *trouble.faults)
    spoken = unspoken(load_texts(), own_words, playbook.languages) if playbook else []
    return Configured(settings, playbook, path, tuple(said), faults, advice, tuple(spoken))
