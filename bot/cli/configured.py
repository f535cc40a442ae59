"""Settings and playbook, read together, so that whoever starts the bot reads every fault of both at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.playbook.interface import own_sentences, unspoken
from bot.core.playbook.links import with_links
from bot.core.playbook.load import inspect_playbook
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.record_system import naming
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
    """Settings and playbooks as far as they could be read, everything that is wrong with them, and the advice
    for playbooks of the operator's own."""

    settings: Settings | None
    playbooks: tuple[Playbook | None, ...]
    """In the order of `paths`; None for one that cannot be used."""
    paths: tuple[Path, ...]
    of_settings: tuple[str, ...] = ()
    of_files: tuple[FileFault, ...] = ()
    advice: tuple[FileFault, ...] = ()
    unspoken: tuple[str, ...] = ()
    """A line for each language of a playbook in which the interface lacks sentences."""

    @property
    def faults(self) -> list[str]:
        """All faults to read, one a line; many that say the same are summed up."""
        return [*self.of_settings, *summed(self.of_files)]

    @property
    def usable(self) -> tuple[Playbook, ...]:
        """The playbooks that can be used."""
        return tuple(one for one in self.playbooks if one is not None)

    def whole(self) -> tuple[Settings, tuple[Playbook, ...]]:
        """Both, where nothing is wrong. Raises ConfigurationFaults."""
        if self.faults or self.settings is None or not self.usable:
            raise ConfigurationFaults(self.faults)
        return self.settings, self.usable


def configured(file: Path | None = None) -> Configured:
    """The settings, and the playbooks that they name, or this one, with the operator's own addresses."""
    said: list[str] = []
    settings: Settings | None
    try:
        settings = load_settings()
    except SettingsFaults as trouble:
        settings, said = trouble.settings, trouble.lines()
    own = (file,) if file else settings.playbooks if settings else ()
    paths = own or (shipped_playbook_path(),)
    playbooks: list[Playbook | None] = []
    faults: tuple[FileFault, ...] = ()
    advice: tuple[FileFault, ...] = ()
    for path in paths:
        try:
            # That a file of the settings is not there has been said already.
            found = inspect_playbook(path, complete=not own) if file or path.is_file() else None
            playbooks.append(found.playbook if found else None)
            advice += found.advice if found else ()
        except PlaybookFaults as trouble:
            playbooks.append(None)
            faults += trouble.faults
    said += _without_names(paths, playbooks)
    usable = [one for one in playbooks if one is not None]
    if settings and settings.links and settings.links.is_file() and len(usable) == len(paths):
        try:
            playbooks = [with_links(one, settings.links, usable) for one in usable]
        except PlaybookFaults as trouble:
            faults += trouble.faults
    if settings:
        playbooks = [one and naming(one, settings.record_system) for one in playbooks]
    own_words: dict[str, dict[str, str]] = {}
    if settings and settings.texts and settings.texts.is_file():
        try:
            own_words = own_sentences(load_texts(), settings.texts)
        except PlaybookFaults as trouble:
            faults += trouble.faults
    spoken = (line for one in playbooks if one for line in unspoken(load_texts(), own_words, one))
    return Configured(
        settings, tuple(playbooks), paths, tuple(said), faults, advice, tuple(dict.fromkeys(spoken))
    )


def _without_names(paths: Sequence[Path], playbooks: Sequence[Playbook | None]) -> Iterator[str]:
    """What several playbooks need that a lone one does not: an id each, and a title to choose by."""
    known: set[str] = set()
    for path, one in zip(paths, playbooks, strict=True):
        if one is None or len(paths) < 2:
            continue
        for name in ("id", "title"):
            if getattr(one, name) is None:
                yield f"SSAT_PLAYBOOK: {path.name} has no {name}, which each of several playbooks needs"
        if one.id in known:
            yield f"SSAT_PLAYBOOK: {path.name} has the id {one.id}, as one before it: give it another"
        known |= {one.id} if one.id else set()
