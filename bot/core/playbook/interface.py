"""An operator's own sentences of the interface (SSAT_TEXTS), in any language: a file like texts.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.core.playbook.load import sorted_faults
from bot.core.playbook.model.playbook import Playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source.faults import FilePlace, Found, PlaybookFaults
from bot.core.playbook.source.files import read_file
from bot.core.playbook.source.filling import misfilled
from bot.core.playbook.source.reader import read_source
from bot.core.texts import RECORD_SYSTEM, Texts, load_texts

_NAMES = {"de": "German", "en": "English"}


def spoken_texts(
    own: Path | None,
    playbook: Playbook,
    siblings: Sequence[Playbook] = (),
    record_system: str = RECORD_SYSTEM,
) -> Texts:
    """The interface in every language of a playbook, in its words, with the sentences of the operator's file
    before those and their name for the record system; with those of its `siblings` by their ids. Raises
    PlaybookFaults for what cannot be used."""
    texts = load_texts()
    of_operator = own_sentences(texts, own) if own is not None else {}
    spoken = {
        one.id or "": texts.speaking(one.languages, _by_language(one), of_operator)
        for one in siblings
        if one is not playbook
    }
    own_texts = texts.speaking(playbook.languages, _by_language(playbook), of_operator)
    return replace(own_texts, others=spoken).naming(record_system)


@cache
def _shipped_sentences() -> dict[str, dict[str, str]]:
    raw = yaml.load(shipped_playbook_path().read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    found: dict[str, dict[str, str]] = raw["sentences"]
    return found


def _by_language(playbook: Playbook) -> dict[str, dict[str, str]]:
    """The playbook's own sentences. One that has a page and none of them is older, and in the words of the
    shipped one, which the interface had then."""
    is_older = "sentences" not in playbook.model_fields_set and playbook.has("page")
    found: dict[str, dict[str, str]] = {}
    for key, text in (_shipped_sentences() if is_older else playbook.sentences).items():
        for language, sentence in text.items():
            found.setdefault(language, {})[key] = sentence
    return found


def own_sentences(texts: Texts, path: Path) -> dict[str, dict[str, str]]:
    """The sentences of the file by language and key. Raises PlaybookFaults with every fault: what the
    interface never says, and sentences that fill in something else than the English ones."""
    source = read_source(read_file(path), path.name)
    english = texts.by_language["en"].sentences
    found: list[Found] = []
    own: dict[str, dict[str, str]] = {}
    if source.data is not None and not isinstance(source.data, dict):
        found.append(Found((), "must be a mapping, as texts.yaml is"))
    for place, sentence in _leaves(source.data, ()):
        *keys, language = place
        key = ".".join(map(str, keys))
        if key not in english:
            found.append(Found(place, f"the interface has no sentence {key or language}"))
        elif not isinstance(sentence, str) or not sentence.strip():
            found.append(Found(place, "must be a sentence"))
        elif message := misfilled(sentence, english[key]):
            found.append(Found(place, message))
        else:
            own.setdefault(str(language), {})[key] = sentence
    if faults := sorted_faults(source, found, path.name):
        raise PlaybookFaults(faults)
    return own


def _leaves(value: Any, place: FilePlace) -> Iterator[tuple[FilePlace, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*place, key))
    elif place:
        yield place, value


def unspoken(texts: Texts, own: dict[str, dict[str, str]], playbook: Playbook) -> list[str]:
    """A line for each language of a playbook in which the interface speaks another, wholly or in part."""
    lines = []
    for language in playbook.languages:
        if language in texts.by_language:
            continue
        total = len(texts.by_language["en"].sentences)
        lacking = total - len({*own.get(language, {}), *_by_language(playbook).get(language, {})})
        if lacking:
            said = f"{lacking:,} of {total:,} sentences of the interface"
            instead = _NAMES.get(name := texts.instead_of(language, playbook.languages), name)
            lines.append(f"{language}: {said} are missing (SSAT_TEXTS), the bot says them in {instead}")
    return lines
